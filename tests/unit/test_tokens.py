"""What a signing key vouches for after another one took its place."""

import datetime as dt

import pytest

from klachtmail.domain.incoming import tokens
from klachtmail.domain.incoming.signing import VALID_DAYS, Key

ROTATED = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)
OLD, NEW = b"o" * 32, b"n" * 32
KEYS = (Key(NEW), Key(OLD, ROTATED))
DAY = dt.timedelta(days=1)


def minted(key, today):
    return tokens.mint(
        [key], scope="complaint", member="jan@ront.nl", number="K2026-0001", version=0, today=today, nonce=b"abcd"
    )


@pytest.mark.parametrize("days", [0, 1, VALID_DAYS - 10])
def test_a_letter_that_was_signed_before_the_rotation_counts_until_its_own_day(days):
    signed_on = ROTATED.date() - 10 * DAY
    found = tokens.read(KEYS, minted(OLD, signed_on), ROTATED.date() + days * DAY)
    assert found is not None
    assert found.expires_on == signed_on + VALID_DAYS * DAY


@pytest.mark.parametrize(
    ("domain", "kept"),
    [
        ("ront.nl", "ront.nl"),
        ("klachten.afdeling.heel.lange.naam.example", "heel.lange.naam.example"),
        (f"{'a' * 40}.example", "example"),
        ("a" * 40, "klachtmail.invalid"),
    ],
    ids=["short", "long", "one long name", "nothing but a long name"],
)
def test_a_message_id_stays_short_and_keeps_as_much_of_the_domain_as_fits(domain, kept):
    local = "x" * 43
    made = tokens.message_id(local, domain)
    assert made == f"{local}@{kept}"
    assert len(f"<{made}>") <= 72, "mail programs cut longer ones"


@pytest.mark.parametrize("days", [2, 30, 399, 4 * 365])
def test_whoever_stole_a_replaced_key_makes_no_token_that_lives_longer_than_it(days):
    today = ROTATED.date() + days * DAY
    assert tokens.read(KEYS, minted(OLD, today), today) is None
    assert tokens.read(KEYS, minted(NEW, today), today) is not None


def test_a_letter_of_the_night_of_the_rotation_counts_where_the_firms_day_is_ahead_of_utc():
    today = ROTATED.date() + DAY
    assert tokens.read(KEYS, minted(OLD, today), today) is not None


def test_a_key_is_its_bytes():
    assert Key(OLD, ROTATED) == OLD
    assert tokens.read([OLD], minted(Key(OLD), ROTATED.date()), ROTATED.date()) is not None
