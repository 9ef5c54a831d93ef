"""The courier at the submission port of Postfix and Exim: our own authority, a login, what they refuse."""

from collections.abc import Iterator

import pytest

from klachtmail.smtp.courier import SmtpCourier
from klachtmail.smtp.port import Paused, Rejected, Sent
from klachtmail.smtp.session import Relay
from tests.servers.dovecot import Dovecot
from tests.servers.exchangers import Exchanger, Exim, Postfix
from tests.servers.smtp_server import SmtpServer

US, PASSWORD, CLIENT = "klachten@ront.nl", "geheim", "klant@example.nl"
LETTER = (
    b"From: klachten@ront.nl\r\nTo: klant@example.nl\r\nSubject: Uw bericht\r\nMessage-ID: <1@ront.nl>\r\n"
    b"Date: Mon, 23 Nov 2026 09:00:00 +0100\r\n\r\n.een punt\r\n..twee\r\n.\r\nslot\r\n"
)


@pytest.fixture(scope="module")
def outside() -> Iterator[SmtpServer]:
    with SmtpServer() as server:
        yield server


@pytest.fixture(scope="module", params=[Postfix, Exim], ids=["postfix", "exim"])
def exchanger(request, outside, certificates) -> Iterator[Exchanger]:
    with Dovecot.required(vouching=True) as mailboxes, request.param(mailboxes, outside, certificates) as running:
        yield running


@pytest.fixture
def courier(exchanger, certificates):
    """Return a function that makes a courier with this login."""
    made = []

    def courier(username=US, password=PASSWORD, **options):
        settings = {"security": "starttls", "cafile": certificates.authority} | options
        made.append(
            SmtpCourier(
                Relay(
                    exchanger.host,
                    exchanger.port,
                    username=username,
                    credential=(lambda: password) if username else None,
                    timeout=20.0,
                    **settings,
                )
            )
        )
        return made[-1]

    yield courier
    for each in made:
        each.close()


def test_letters_go_out_over_tls_after_a_login(courier, outside):
    sender = courier()
    for number in range(3):
        assert sender.deliver(US, f"klant{number}@example.nl", LETTER) == Sent()
        outside.wait_for(1)
        (letter,) = outside.letters_to(f"klant{number}@example.nl")
        outside.forget()
        assert (letter.envelope_from, letter.content.endswith(LETTER.partition(b"\r\n\r\n")[2])) == (US, True)


def test_a_wrong_password_pauses_the_outbox(courier):
    assert isinstance(courier(password="fout").deliver(US, CLIENT, LETTER), Paused)


def test_without_a_login_relaying_is_refused_to_everybody(courier):
    assert isinstance(courier(username=None).deliver(US, CLIENT, LETTER), Paused | Rejected)


def test_an_authority_that_is_not_trusted_sends_nothing(courier, outside):
    before = len(outside.letters)
    assert isinstance(courier(cafile=None).deliver(US, CLIENT, LETTER), Paused)
    assert len(outside.letters) == before
