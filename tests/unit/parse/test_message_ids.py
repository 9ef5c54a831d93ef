"""Msg-ids as broken programs write them."""

import pytest

from klachtmail.parse.fields import message_id, message_ids


@pytest.mark.parametrize(
    ("value", "bare"),
    [
        ("<a@b>", "a@b"),
        ("a@b", "a@b"),
        ("<a b@c>", "ab@c"),
        ("<<a@b>>", "a@b"),
        ("<12345>", "12345"),
        ("12345", "12345"),
        ("\\<1", "\\1"),
        ("<a@b", "a@b"),
        ("<>", None),
        ("", None),
        ("=?us-ascii?q?=3Ca=40b=3E?=", "a@b"),
    ],
)
def test_a_message_id_is_bare_whatever_stands_around_it(value, bare):
    assert message_id(value) == bare


def test_words_around_msg_ids_are_skipped_and_each_counts_once():
    assert message_ids("Bericht van Jan <a@b> van maandag <c@d> <a@b>") == ("a@b", "c@d")
    assert message_ids("Your message of Monday") == ()
