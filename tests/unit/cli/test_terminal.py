"""What people see: colour and bars on a terminal, plain lines in a pipe, one JSON object a line in a log."""

import io
import json
import logging
from contextlib import contextmanager, redirect_stderr, redirect_stdout

import pytest

from klachtmail.cli.context import Context
from klachtmail.cli.logs import start_logging
from klachtmail.cli.output import Row, show_table
from klachtmail.cli.progress import counted, progress

LONG = "woord " * 60
ROWS = [Row(("K2026-0001", LONG.strip()), "red"), Row(("K2026-0002", "kort"))]


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def on_terminal(monkeypatch):
    """Return a context in which both streams are terminals that take colours, and can be read."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)

    @contextmanager
    def streams():
        out, err = Terminal(), Terminal()
        with redirect_stdout(out), redirect_stderr(err):
            yield out, err

    return streams


def test_a_pipe_gets_whole_lines_without_colour(capsys):
    show_table(("number", "subject"), ROWS, empty="Nothing.")
    assert capsys.readouterr().out.splitlines() == [
        "number      subject",
        f"K2026-0001  {LONG.strip()}",
        "K2026-0002  kort",
    ]


def test_a_terminal_gets_colour(on_terminal):
    with on_terminal() as (out, _):
        show_table(("number", "subject"), ROWS, empty="Nothing.")
    assert "\x1b[31mK2026-0001" in out.getvalue()


def test_an_empty_table_is_a_sentence(capsys):
    show_table(("number",), [], empty="The outbox is empty.")
    assert capsys.readouterr().out == "The outbox is empty.\n"


def work(*, hidden=False):
    with progress("complaints", hidden=hidden) as tell:
        return list(counted(["a", "b"], tell))


def test_long_work_shows_a_bar_on_a_terminal_and_leaves_stdout_alone(on_terminal):
    with on_terminal() as (out, err):
        assert work() == ["a", "b"]
    assert "complaints" in err.getvalue()
    assert out.getvalue() == ""


def test_there_is_no_bar_beside_json(on_terminal):
    with on_terminal() as (_, err):
        work(hidden=True)
    assert err.getvalue() == ""


def test_there_is_no_bar_in_a_pipe(capsys):
    work()
    assert capsys.readouterr().err == ""


@pytest.fixture
def ours():
    """The logger of the program, as it was afterwards."""
    root = logging.getLogger("klachtmail")
    before, level = list(root.handlers), root.level
    yield root
    root.handlers, root.level = before, level


def test_a_log_in_json_is_one_object_a_line_also_with_a_traceback(capsys, ours):
    start_logging(Context(log_format="json", debug=False))
    ours.warning("first\nline")
    try:
        json.loads("oops")
    except ValueError:
        ours.exception("second")
    first, second = (json.loads(line) for line in capsys.readouterr().err.splitlines())
    assert (first["level"], first["event"], first["from"]) == ("warning", "first?line", "klachtmail")
    assert "JSONDecodeError: " in second["traceback"]


def test_a_log_for_people_is_one_line_whatever_is_in_it(capsys, ours):
    start_logging(Context(log_format="text", debug=False))
    ours.warning("a\nforged\x1b[31m line")
    assert len(capsys.readouterr().err.splitlines()) == 1
