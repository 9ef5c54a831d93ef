"""What the log, systemd and `status` hear of trouble: addresses and values go no further than they must."""

import logging
import socket

import pytest

from klachtmail.cli.context import Context
from klachtmail.cli.logs import start_logging
from klachtmail.domain.record import of_json
from klachtmail.domain.records.model import Party
from klachtmail.service.watch.log_privacy import discreet
from klachtmail.service.watch.trouble import problem_of
from klachtmail.systemd import notify

DENIED = "554 5.7.1 <sanne@example.nl>: Relay access denied"


@pytest.fixture(params=["text", "json"])
def logs(request, capsys):
    """Return a function that starts the log of this form, and one that returns what was logged."""
    logger = logging.getLogger("klachtmail")
    before, level = logger.handlers[:], logger.level
    yield (
        lambda *, debug=False: start_logging(Context(log_format=request.param, debug=debug)),
        lambda: capsys.readouterr().err,
    )
    logger.handlers = before
    logger.setLevel(level)


def test_a_refusal_is_logged_without_the_address_and_told_whole(logs):
    start, shown = logs
    start()
    assert problem_of("sending", lambda: DENIED) == DENIED  # for `status` and the administrator
    said = shown()
    assert "554 5.7.1 <[address]>: Relay access denied" in said
    assert "sanne" not in said


def misfit():
    of_json(Party, {"name": "Sanne de Boer", "address": ["sanne@example.nl"]})


def test_a_mistake_of_ours_is_logged_with_its_kind_and_place_and_not_with_the_values(logs):
    start, shown = logs
    start()
    problem = problem_of("sweep", misfit)
    said = shown()
    assert problem.startswith("sweep failed: ValidationError at ")
    assert "test_trouble.py:" in problem
    assert problem in said
    assert "Sanne" not in problem + said


def test_who_asks_for_debug_gets_the_traceback(logs):
    start, shown = logs
    start(debug=True)
    problem_of("sweep", misfit)
    assert "Traceback" in shown()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (DENIED, "554 5.7.1 <[address]>: Relay access denied"),
        ('550 "sanne de boer"@example.nl, kees+x@café.example;x', "550 [address], [address];x"),
        ("to=sanne@[192.0.2.1] is refused", "to=[address] is refused"),
        ("<km123.abc@ront.nl>", "<[address]>"),
        ("the server said @ nothing, 12@", "the server said @ nothing, 12@"),
        ("a\nb\x1b[2J\u202ec", "a?b?[2J?c"),
    ],
)
def test_what_is_said_aloud_is_one_line_without_addresses(text, left):
    assert discreet(text) == left


def test_systemd_shows_the_trouble_and_not_whose_it_is(tmp_path, monkeypatch):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(str(tmp_path / "notify"))
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        notify(f"STATUS={DENIED}\nMAINPID=1")
        assert heard.recv(1000) == b"STATUS=554 5.7.1 <[address]>: Relay access denied?MAINPID=1"
