"""What every courier keeps to, and what the real one makes of servers that refuse, break off or say nothing."""

from collections.abc import Iterator
from typing import Any

import pytest

from klachtmail.smtp.courier import SmtpCourier
from klachtmail.smtp.memory import MemoryCourier
from klachtmail.smtp.port import Answer, Courier, Doubtful, Paused, Rejected, Retry, Sent
from klachtmail.smtp.session import Relay
from tests.servers.ports import LOOPBACK, HeldPort
from tests.servers.proxy import Proxy
from tests.servers.smtp_server import HANG_UP, SmtpServer

US, CLIENT = "klachten@ront.nl", "klant@example.nl"
LETTER = b"From: klachten@ront.nl\r\nSubject: Uw bericht\r\n\r\n.een punt\r\n..twee\r\n.\r\nslot\r\n"
VERBS = ("MAIL", "RCPT", "DATA")
SHORT = 1.5  # seconds that a server may take, also on a busy machine


def courier_to(port: int, **options: Any) -> SmtpCourier:
    settings = {"security": "none", "username": None, "credential": None, "timeout": 20.0} | options
    return SmtpCourier(Relay(settings.pop("host", LOOPBACK), port, **settings))


@pytest.fixture(params=["piece by piece", "in one piece"])
def server(request: pytest.FixtureRequest) -> Iterator[SmtpServer]:
    with SmtpServer(pipelining=request.param == "in one piece") as running:
        yield running


@pytest.fixture
def courier(server) -> Iterator[SmtpCourier]:
    made = courier_to(server.port)
    yield made
    made.close()


@pytest.fixture(params=["smtp", "memory"])
def taken(request: pytest.FixtureRequest) -> Iterator[tuple[Courier, Any]]:
    """A courier, and a function that returns what was taken as (sender, recipient, content)."""
    if request.param == "memory":
        memory = MemoryCourier()
        yield memory, lambda: [(each.envelope_from, each.recipient, each.content) for each in memory.sent]
        return
    with SmtpServer() as running:
        made = courier_to(running.port)
        yield made, lambda: [(each.envelope_from, *each.recipients, each.content) for each in running.letters]
        made.close()


def test_a_letter_arrives_byte_by_byte_from_and_to_the_right_address(taken):
    courier, letters = taken
    assert courier.connect() is None
    assert courier.deliver(US, CLIENT, LETTER) == Sent()
    assert courier.deliver("", "ander@example.nl", b".\r\n") == Sent()
    assert letters() == [(US, CLIENT, LETTER), ("", "ander@example.nl", b".\r\n")]


def test_before_the_end_of_a_letter_its_sender_hears_of_it(taken):
    courier, letters = taken
    there = []
    assert courier.deliver(US, CLIENT, LETTER, lambda: there.append(len(letters()))) == Sent()
    assert (there, len(letters())) == ([0], 1)


def test_a_letter_whose_sender_fails_before_its_end_is_not_taken(taken):
    courier, letters = taken

    def full():
        raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError):
        courier.deliver(US, CLIENT, LETTER, full)
    assert letters() == []
    assert courier.deliver(US, CLIENT, LETTER) == Sent()
    assert len(letters()) == 1


def test_closing_twice_and_going_on_after_it_is_allowed(taken):
    courier, letters = taken
    courier.close()
    assert courier.deliver(US, CLIENT, LETTER) == Sent()
    courier.close()
    courier.close()
    assert courier.deliver(US, CLIENT, LETTER) == Sent()
    assert len(letters()) == 2


def test_in_memory_a_test_decides_the_answer():
    courier = MemoryCourier(lambda envelope: Rejected("no") if envelope.recipient == CLIENT else Sent())
    assert courier.deliver(US, CLIENT, LETTER) == Rejected("no")
    assert courier.deliver(US, "ander@example.nl", LETTER) == Sent()
    assert [each.recipient for each in courier.tried] == [CLIENT, "ander@example.nl"]
    assert [each.recipient for each in courier.sent] == ["ander@example.nl"]


@pytest.mark.parametrize("security", ["none", "tls", "starttls"])
def test_no_server_hears_the_name_of_this_machine(certificates, monkeypatch, security):
    """Nor is a resolver asked for it, which can take half a minute."""
    monkeypatch.setattr("socket.getfqdn", lambda *_: "laptop.example")
    options = {"tls": "implicit_tls", "starttls": "starttls"}
    encrypted = {options[security]: certificates.server_context()} if security in options else {}
    with SmtpServer(**encrypted) as server:
        courier = courier_to(server.port, security=security, cafile=certificates.authority)
        assert courier.deliver(US, CLIENT, LETTER) == Sent()
        courier.close()
    assert set(server.greeted) == {"[127.0.0.1]"}


def test_a_hundred_letters_go_over_one_connection(server, courier):
    for number in range(100):
        assert courier.deliver(US, f"klant{number}@example.nl", LETTER) == Sent()
    assert server.connections == 1
    assert len(server.letters) == 100


@pytest.mark.parametrize(
    "recipient", ["geen adres", "a@b@c", "a b@example.nl", "<x@example.nl>", "a@example.nl\r\nDATA", ""]
)
def test_what_is_no_address_is_rejected_without_asking_the_server(server, courier, recipient):
    assert isinstance(courier.deliver(US, recipient, LETTER), Rejected)
    assert server.commands == []


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        (b"last\n.\nMAIL FROM:<a@b.nl>\r.\r\nend", b"last\r\n.\r\nMAIL FROM:<a@b.nl>\r\n.\r\nend\r\n"),
        (b"last\r\n\n.\r\nend\r\n", b"last\r\n\r\n.\r\nend\r\n"),
        (b"last\r.\r\nend\r\n", b"last\r\n.\r\nend\r\n"),
        (b"last\n.\rend\r\n", b"last\r\n.\r\nend\r\n"),
    ],
    ids=["both", "line feeds alone", "returns alone", "as many of each"],
)
def test_line_ends_that_could_smuggle_a_second_letter_are_made_whole(server, courier, written, sent):
    assert courier.deliver(US, CLIENT, b"Subject: x\r\n\r\n" + written) == Sent()
    assert [each.content for each in server.letters] == [b"Subject: x\r\n\r\n" + sent]


def test_a_domain_outside_ascii_is_sent_as_a_labels_and_a_name_outside_ascii_with_smtputf8(server, courier):
    assert courier.deliver(US, "klant@bücher.example", LETTER) == Sent()
    assert courier.deliver(US, "rené@example.nl", LETTER) == Sent()
    assert [each.recipients for each in server.letters] == [("klant@xn--bcher-kva.example",), ("rené@example.nl",)]
    assert "SMTPUTF8" not in server.commands[0]
    assert "SMTPUTF8" in server.commands[1]


def test_a_letter_above_the_servers_size_is_rejected_as_too_large_before_it_is_sent():
    with SmtpServer(size=1000) as server:
        courier = courier_to(server.port)
        answer = courier.deliver(US, CLIENT, b"Subject: x\r\n\r\n" + b"y\r\n" * 1000)
        assert isinstance(answer, Rejected)
        assert answer.too_large
        assert server.commands == []
        assert courier.deliver(US, CLIENT, LETTER) == Sent()
        assert f"SIZE={len(LETTER)}" in server.commands[0]
        courier.close()


# What the server says at which stage, and what it means for the letter.
ANSWERS: list[tuple[str, str, Answer]] = [
    ("rcpt", "550 5.1.1 unknown user", Rejected("550 5.1.1 unknown user")),
    ("rcpt", "552 5.2.2 mailbox full", Rejected("552 5.2.2 mailbox full")),
    ("rcpt", "450 4.2.0 greylisted", Retry("450 4.2.0 greylisted")),
    ("rcpt", "421 4.3.2 shutting down", Retry("421 4.3.2 shutting down")),
    ("rcpt", "554 5.7.1 Relay access denied", Rejected("554 5.7.1 Relay access denied")),
    ("mail", "550 5.4.5 Daily sending quota exceeded", Paused("550 5.4.5 Daily sending quota exceeded")),
    ("mail", "451 4.3.0 try later", Paused("451 4.3.0 try later")),
    ("mail", "552 5.3.4 too big", Rejected("552 5.3.4 too big", too_large=True)),
    ("data", "451 4.3.0 no disk", Retry("451 4.3.0 no disk")),
    ("content", "550 5.7.1 looks like spam", Rejected("550 5.7.1 looks like spam", for_content=True)),
    ("content", "552 message too large", Rejected("552 message too large", too_large=True)),
    ("content", "452 4.3.1 full", Retry("452 4.3.1 full")),
    ("content", "554 5.2.252 SendAsDenied", Paused("554 5.2.252 SendAsDenied")),
    ("content", "421 bye", Retry("421 bye")),
]


@pytest.mark.parametrize(("stage", "reply", "answer"), ANSWERS)
def test_a_refusal_says_whose_fault_it_is_and_the_next_letter_goes(server, courier, stage, reply, answer):
    server.answer(stage, reply)
    assert courier.deliver(US, CLIENT, LETTER) == answer
    server.heal()
    assert courier.deliver(US, CLIENT, LETTER) == Sent()
    assert [each.content for each in server.letters] == [LETTER]


@pytest.mark.parametrize("piped", [False, True])
def test_mail_rcpt_and_data_go_in_one_piece_where_the_server_takes_that(piped):
    steps = []
    with SmtpServer(pipelining=piped) as server:
        courier = courier_to(server.port, step=steps.append)
        courier.connect()
        steps.clear()
        assert courier.deliver(US, CLIENT, LETTER) == Sent()
        courier.close()
    asked, heard = [f"before {v}" for v in VERBS], [f"after {v}" for v in VERBS]
    expected = [*asked, *heard] if piped else [step for pair in zip(asked, heard, strict=True) for step in pair]
    assert steps[: len(expected)] == expected
    assert steps[len(expected) :][:4] == ["before content", "after content", "before end", "after end"]


def test_of_a_refused_piece_every_answer_is_read():
    with SmtpServer(pipelining=True) as server:
        courier = courier_to(server.port)
        for stage, reply in (("mail", "451 4.3.0 later"), ("rcpt", "550 5.1.1 unknown"), ("data", "451 4.3.0 no disk")):
            server.answer(stage, reply, times=1)
            assert not isinstance(courier.deliver(US, CLIENT, LETTER), Sent)
            assert courier.deliver(US, CLIENT, LETTER) == Sent()
        courier.close()
    assert server.connections == 1
    assert len(server.letters) == 3


def test_a_server_that_asks_for_a_letter_to_nobody_gets_none():
    with SmtpServer(pipelining=True) as server:
        courier = courier_to(server.port)
        server.refuse(CLIENT)
        server.answer("data", "354 go on", times=1)
        assert courier.deliver(US, CLIENT, LETTER) == Rejected("550 5.1.1 unknown user")
        assert courier.deliver(US, "ander@example.nl", LETTER) == Sent()
        courier.close()
    assert server.connections == 2
    assert [each.recipients for each in server.letters] == [("ander@example.nl",)]


def test_after_a_piece_that_nobody_answered_it_is_known_at_what_a_server_breaks_off():
    steps = []
    with SmtpServer(pipelining=True) as server:
        courier = courier_to(server.port, step=steps.append)
        server.answer("mail", HANG_UP, times=1)
        assert isinstance(courier.deliver(US, CLIENT, LETTER), Paused)
        server.answer("rcpt", HANG_UP, times=1)
        steps.clear()
        assert isinstance(courier.deliver(US, CLIENT, LETTER), Retry)
        assert steps[steps.index("before MAIL") :] == ["before MAIL", "after MAIL", "before RCPT"]
        assert courier.deliver(US, CLIENT, LETTER) == Sent()
        courier.close()


@pytest.mark.parametrize("stage", ["mail", "rcpt", "data", "content"])
def test_after_an_answer_that_is_none_no_later_one_is_taken_for_another(server, courier, stage):
    server.answer(stage, "what?\r\n250 fine", times=1)
    assert not isinstance(courier.deliver(US, CLIENT, LETTER), Sent)
    for who in ("een", "twee"):
        assert courier.deliver(US, f"{who}@example.nl", LETTER) == Sent()
    assert [each.recipients for each in server.letters] == [("een@example.nl",), ("twee@example.nl",)]


def test_one_refused_recipient_does_not_keep_the_others(server, courier):
    server.refuse(CLIENT)
    assert isinstance(courier.deliver(US, CLIENT, LETTER), Rejected)
    assert courier.deliver(US, "ander@example.nl", LETTER) == Sent()
    assert server.connections == 1


@pytest.mark.parametrize(
    ("stage", "kind"),
    [
        ("ehlo", Paused),
        ("mail", Paused),
        ("rcpt", Retry),
        ("data", Retry),
        ("content", Doubtful),
        ("accepted", Doubtful),
    ],
)
def test_a_server_that_hangs_up_leaves_doubt_only_after_the_end_of_the_letter(server, courier, stage, kind):
    server.answer(stage, HANG_UP)
    assert isinstance(courier.deliver(US, CLIENT, LETTER), kind)
    server.heal()
    assert courier.deliver(US, CLIENT, LETTER) == Sent()
    assert len(server.letters) == (2 if stage == "accepted" else 1)


@pytest.mark.parametrize("stage", ["mail", "rcpt", "data"])
def test_a_letter_that_is_refused_before_its_end_was_never_near_it(server, courier, stage):
    server.answer(stage, "450 4.2.0 not now")
    ends = []
    courier.deliver(US, CLIENT, LETTER, lambda: ends.append(stage))
    assert ends == []


@pytest.mark.parametrize(
    ("stage", "reply"), [("mail", HANG_UP), ("rcpt", HANG_UP), ("mail", "421 4.4.2 idle too long")]
)
def test_a_kept_connection_that_has_ended_is_replaced_at_once(server, courier, stage, reply):
    courier.deliver(US, CLIENT, LETTER)
    server.answer(stage, reply, times=1)
    assert courier.deliver(US, CLIENT, LETTER) == Sent()
    assert server.connections == 2
    server.hang_up()
    assert courier.deliver(US, CLIENT, LETTER) == Sent()
    assert len(server.letters) == 3


def test_a_letter_that_may_have_gone_is_not_sent_again_by_itself(server, courier):
    courier.deliver(US, CLIENT, LETTER)
    server.answer("accepted", HANG_UP, times=1)
    assert isinstance(courier.deliver(US, CLIENT, LETTER), Doubtful)
    assert len(server.letters) == 2


def test_only_for_the_answer_to_a_whole_letter_a_server_has_four_times_as_long(server):
    """Who gives up there sends the letter twice (RFC 5321 §4.5.3.2.6)."""
    patience = []

    def noted(step):
        if courier._session is not None:
            patience.append((step, courier._session.sock.gettimeout()))

    courier = courier_to(server.port, timeout=20.0, step=noted)
    for _ in range(2):
        assert courier.deliver(US, CLIENT, LETTER) == Sent()
    assert [seconds for step, seconds in patience if step == "after end"] == [80.0, 80.0]
    assert {seconds for step, seconds in patience if step != "after end"} == {20.0}
    courier.close()


def test_a_rested_connection_is_asked_first(server, courier, monkeypatch):
    monkeypatch.setattr("klachtmail.smtp.courier.STALE", 0.0)
    courier.deliver(US, CLIENT, LETTER)
    server.hang_up()
    assert courier.deliver(US, CLIENT, LETTER) == Sent()
    assert courier.deliver(US, CLIENT, LETTER) == Sent()
    assert server.connections == 2


def test_whether_a_server_would_take_a_letter_is_asked_without_sending_one(server, courier):
    server.refuse(CLIENT)
    assert courier.takes(US, CLIENT) is False
    assert courier.takes(US, "ander@example.nl") is True
    assert server.letters == []
    assert courier.deliver(US, "ander@example.nl", LETTER) == Sent()
    assert courier.takes(US, CLIENT) is False
    assert server.connections == 1


@pytest.mark.parametrize(
    ("stage", "reply"), [("mail", "451 4.3.0 later"), ("mail", HANG_UP), ("rcpt", HANG_UP), ("ehlo", HANG_UP)]
)
def test_a_server_that_lets_nobody_ask_has_refused_no_recipient(server, courier, stage, reply):
    server.answer(stage, reply)
    assert courier.takes(US, CLIENT) is None
    server.heal()
    assert courier.takes(US, CLIENT) is True


def test_an_address_that_the_server_cannot_reach_is_neither_written_to_nor_asked_about():
    with SmtpServer(smtputf8=False) as server:
        courier = courier_to(server.port)
        answer = courier.deliver(US, "rené@example.nl", LETTER)
        assert isinstance(answer, Rejected)
        assert "cannot reach the address rené@example.nl" in answer.reason
        assert courier.takes(US, "rené@example.nl") is None
        assert server.commands == []
        assert courier.takes(US, CLIENT) is True
        courier.close()


def test_a_server_that_does_not_run_pauses_the_outbox():
    with HeldPort() as closed:
        courier = courier_to(closed.number)
        answer = courier.deliver(US, CLIENT, LETTER)
        assert isinstance(answer, Paused)
        assert "check smtp.host and smtp.port" in answer.reason
        assert courier.connect() == answer


def test_a_server_that_says_nothing_is_given_up_after_the_timeout(server):
    with Proxy(server.port) as proxy:
        courier = courier_to(proxy.port, timeout=SHORT)
        proxy.stall("down")
        answer = courier.deliver(US, CLIENT, LETTER)
        assert isinstance(answer, Paused)
        assert "does not answer" in answer.reason
        proxy.heal()
        assert courier.deliver(US, CLIENT, LETTER) == Sent()
        courier.close()


@pytest.mark.parametrize("security", ["none", "starttls", "tls"])
def test_a_server_that_never_says_a_word_is_given_up_however_it_is_encrypted(server, security):
    with Proxy(server.port) as proxy:
        proxy.stall("down")
        answer = courier_to(proxy.port, security=security, timeout=SHORT).deliver(US, CLIENT, LETTER)
    assert isinstance(answer, Paused)
    assert "does not answer" in answer.reason


def test_wherever_the_connection_breaks_a_letter_is_sent_exactly_when_it_says_so(server):
    with Proxy(server.port) as proxy:
        courier = courier_to(proxy.port)
        courier.deliver(US, CLIENT, LETTER)
        courier.close()
        total = proxy.forwarded["up"]
        for at in range(0, total, 3):
            server.letters.clear()
            proxy.cut("up", at, once=True)
            answer = courier.deliver(US, CLIENT, LETTER)
            courier.close()
            arrived = len(server.letters)
            assert isinstance(answer, Sent | Doubtful) or arrived == 0, (at, answer)
            assert not isinstance(answer, Sent) or arrived == 1, (at, answer)


@pytest.mark.parametrize(("user", "password"), [("klachten", "geheim"), ("klachten", "wachtwoord€ mét accent")])
def test_it_logs_in_with_any_password(user, password):
    with SmtpServer(login=(user, password)) as server:
        courier = courier_to(server.port, username=user, credential=lambda: password)
        assert courier.deliver(US, CLIENT, LETTER) == Sent()
        courier.close()
        wrong = courier_to(server.port, username=user, credential=lambda: "fout")
        answer = wrong.deliver(US, CLIENT, LETTER)
        assert isinstance(answer, Paused)
        assert "refuses the login of klachten (535 5.7.8 Authentication credentials invalid): check" in answer.reason
        without = courier_to(server.port)
        assert isinstance(without.deliver(US, CLIENT, LETTER), Paused)
        without.close()


def test_a_server_without_login_or_a_token_that_cannot_be_had_pauses_the_outbox(server):
    def no_token() -> str:
        raise LookupError("the token endpoint is down")

    impossible = courier_to(server.port, username="x", credential=lambda: "y").deliver(US, CLIENT, LETTER)
    assert isinstance(impossible, Paused)
    assert "check smtp.port, smtp.security and smtp.username" in impossible.reason
    missing = courier_to(server.port, username="x", credential=no_token, token=True).deliver(US, CLIENT, LETTER)
    assert isinstance(missing, Paused)
    assert "the token endpoint is down" in missing.reason


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("334 abc", "broke off"),
        (f"535 {'x' * 9000}", "refuses the login of klachten (500 Line too long.): check"),
        ("535 n\u00e9\u00e9", "refuses the login of klachten (535 n\u00e9\u00e9): check"),
    ],
    ids=["a challenge that is none", "a line without end", "letters outside ASCII"],
)
def test_whatever_a_server_says_to_a_login_is_a_sentence(said, told):
    with SmtpServer(login=("klachten", "geheim")) as server:
        server.answer("auth", said)
        answer = courier_to(server.port, username="klachten", credential=lambda: "geheim").deliver(US, CLIENT, LETTER)
    assert isinstance(answer, Paused)
    assert told in answer.reason


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_an_encrypted_connection_trusts_only_its_own_authority(certificates, security):
    context = certificates.server_context()
    with SmtpServer(**{"implicit_tls" if security == "tls" else "starttls": context}) as server:
        trusting = courier_to(server.port, security=security, cafile=certificates.authority)
        assert trusting.deliver(US, CLIENT, LETTER) == Sent()
        trusting.close()
        answer = courier_to(server.port, security=security).deliver(US, CLIENT, LETTER)
        assert isinstance(answer, Paused)
        assert "smtp.ca_file" in answer.reason


def test_nothing_that_was_said_in_the_clear_counts_once_the_connection_is_encrypted(certificates):
    """Else whoever sits in between could say it."""
    injected = []

    def inject(way, data):
        if way == "down" and b"Ready to start TLS" in data:
            injected.append(data)
            return data + b"554 injected\r\n"
        return data

    with SmtpServer(starttls=certificates.server_context()) as server, Proxy(server.port, inject) as proxy:
        courier = courier_to(proxy.port, security="starttls", cafile=certificates.authority)
        assert courier.deliver(US, CLIENT, LETTER) == Sent()
        courier.close()
    assert injected


def test_nothing_goes_unencrypted_beyond_this_machine(server):
    for security, word in (("starttls", "smtp.security"), ("tls", "TLS 1.2 or newer")):
        answer = courier_to(server.port, security=security).deliver(US, CLIENT, LETTER)
        assert isinstance(answer, Paused)
        assert word in answer.reason
    answer = courier_to(25, host="192.0.2.1").deliver(US, CLIENT, LETTER)
    assert isinstance(answer, Paused)
    assert "unencrypted" in answer.reason
    assert server.letters == []
