"""The courier at the submission port of Postfix and Exim: our own authority, a login, what they refuse."""

import smtplib
import ssl
from collections.abc import Iterator

import pytest

from klachtmail.smtp.courier import SmtpCourier
from klachtmail.smtp.port import Paused, Rejected, Sent
from klachtmail.smtp.session import Relay
from tests.servers.dovecot import Dovecot
from tests.servers.exchangers import Exchanger, Exim, Postfix
from tests.servers.ports import LOOPBACK
from tests.servers.smtp_server import SmtpServer
from tests.unit.service.test_who_is_refused import FROM_REAL_SERVERS

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


def test_mail_rcpt_and_data_go_in_one_piece_also_around_a_refusal(courier, outside):
    steps = []
    assert courier(step=steps.append).deliver(US, CLIENT, LETTER) == Sent()
    assert steps.index("before DATA") < steps.index("after MAIL")
    outside.wait_for(1)
    outside.forget()
    stranger = courier(username=None, step=steps.append)
    steps.clear()
    refused = [stranger.deliver(US, CLIENT, LETTER) for _ in range(2)]
    assert refused[0] == refused[1]
    assert not isinstance(refused[0], Sent)
    assert steps.index("before DATA") < steps.index("after MAIL")


def test_a_wrong_password_pauses_the_outbox(courier):
    assert isinstance(courier(password="fout").deliver(US, CLIENT, LETTER), Paused)


def test_without_a_login_relaying_is_refused_to_everybody(courier):
    assert isinstance(courier(username=None).deliver(US, CLIENT, LETTER), Paused | Rejected)


def refusal(port, cafile):
    """What a server says at RCPT to who has not logged in, as the unit tests write it."""
    with smtplib.SMTP(LOOPBACK, port, timeout=20) as session:
        session.starttls(context=ssl.create_default_context(cafile=cafile)) if cafile else session.ehlo()
        session.ehlo()
        session.mail(US)
        code, said = session.rcpt(CLIENT)
    return f"{code} {said.decode()}".replace(CLIENT, "{to}")


def test_servers_say_to_who_is_not_let_in_what_the_unit_tests_have_them_say(exchanger, certificates):
    said = {refusal(exchanger.mx_port, None), refusal(exchanger.port, certificates.authority)}
    assert said <= set(FROM_REAL_SERVERS)
    if exchanger.name == "postfix":
        assert len(said) == 2


def test_an_authority_that_is_not_trusted_sends_nothing(courier, outside):
    before = len(outside.letters)
    assert isinstance(courier(cafile=None).deliver(US, CLIENT, LETTER), Paused)
    assert len(outside.letters) == before
