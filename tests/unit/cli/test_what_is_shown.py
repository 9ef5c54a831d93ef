"""What commands print for people and, with --json, for scripts."""

import json

import pytest
from click.testing import CliRunner

from klachtmail.cli import cli
from klachtmail.cli.errors import explain, sending_stopped
from klachtmail.cli.output import print_json, print_json_array


@pytest.fixture
def run(config):
    """Return a function that runs a command and returns its exit code, stdout and stderr."""

    def command(*words):
        done = CliRunner().invoke(cli, ["--config", str(config), *words])
        return done.exit_code, done.stdout, done.stderr

    return command


@pytest.mark.parametrize("words", [("outbox", "retry"), ("quarantine",), ("outbox",), ("digest",)])
def test_every_command_that_shows_something_has_json(run, words):
    code, out, _ = run(*words, "--json")
    assert code == 0
    json.loads(out)


def test_a_complaint_is_shown_in_words(run):
    code, out, _ = run("show", "K2026-0001")
    assert code == 0
    assert "Sanne de Boer, sanne@example.nl, 06-12345678" in out
    assert "{" not in out
    assert "None" not in out
    assert "confirmed          yes" in out


def test_a_digest_that_is_mailed_is_also_written_to_the_file(run, tmp_path, monkeypatch):
    monkeypatch.setattr("klachtmail.cli.digest._send", lambda *_: "the digest went to 1 partner")
    code, out, _ = run("digest", "--send", "--html", str(tmp_path / "agenda.html"))
    assert code == 0
    assert "the digest went to 1 partner" in out
    assert "K2026-0001" in (tmp_path / "agenda.html").read_text()


def test_a_monitor_reads_in_the_json_that_the_register_is_damaged(config, tmp_path):
    register = tmp_path / "data" / "register.json"
    register.write_bytes(register.read_bytes()[:100])
    done = CliRunner().invoke(cli, ["--config", str(config), "status", "--json"])
    assert explain(done.exception)[1] == 4
    told = json.loads(done.stdout)
    assert told["status"] == "critical"
    assert "damaged" in told["why"][0]


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("550 5.7.1 sender rejected", "The sending server answers: 550 5.7.1 sender rejected. Nothing is lost."),
        ("The sending server is away.", "The sending server is away. Nothing is lost."),
    ],
)
def test_a_servers_bare_answer_is_told_in_a_sentence(reason, said):
    assert explain(sending_stopped(reason)) == (said, 3)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_an_array_that_is_printed_one_by_one_is_the_same_text(capsys, count):
    values = [{"text": "één\u2028regel\x85\n\x0b", "of": [{}, [], {"a": 1}]}] * count
    print_json_array(iter(values))
    one_by_one = capsys.readouterr().out
    print_json(values)
    assert one_by_one == capsys.readouterr().out
    assert json.loads(one_by_one) == values
