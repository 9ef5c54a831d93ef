"""The demonstration, played by the installed program."""

import contextlib
import datetime as dt
import email
import email.policy
import gc
import imaplib
import json
import re
import signal
import smtplib
import socket
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from imap_tools import MailBoxUnencrypted

from klachtmail.demo.post_office import PostOffice

PROGRAM = [sys.executable, "-m", "klachtmail"]
SECONDS = 120


def demo(folder, *arguments):
    return subprocess.run(
        [*PROGRAM, "demo", *arguments], cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False
    )


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    ended = demo(folder, "--json")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return folder / "demo-mail", json.loads(ended.stdout)


def test_the_story_is_as_it_should_be(played):
    folder, told = played
    assert told["ok"], told["problems"]
    assert told["problems"] == []
    assert told["mails"] >= 8
    judged = {happening["judged"] for happening in told["timeline"]}
    assert {"new", "follow_up", "automatic", "bounces", "commands", "internal", "oral"} <= judged
    assert Path(told["folder"]) == folder.resolve()


def test_every_letter_is_a_mail_and_a_page(played):
    folder, told = played
    assert len(told["letters"]) == sum(len(happening["letters"]) for happening in told["timeline"])
    for name in told["letters"]:
        letter = email.message_from_bytes((folder / name).read_bytes(), policy=email.policy.default)
        assert letter["From"].addresses[0].addr_spec == "klachten@ront.nl"
        page = (folder / name).with_suffix(".html").read_text(encoding="utf-8")
        assert "</html>" in page
        assert "cid:" not in page, "a picture would be missing"
        assert not re.search(r'(?:src|background)="(?!data:)', page), "a page must not fetch anything"


def test_the_index_shows_every_letter(played):
    folder, told = played

    class Frames(HTMLParser):
        shown: set[str] = set()

        def handle_starttag(self, tag, attrs):
            if tag == "iframe":
                self.shown.add(dict(attrs)["src"])

    frames = Frames()
    frames.feed((folder / "index.html").read_text(encoding="utf-8"))
    assert frames.shown == {str(Path(name).with_suffix(".html")) for name in told["letters"]}


def test_the_register_of_the_story_can_be_read_afterwards(played):
    folder, told = played
    listed = subprocess.run(
        [*PROGRAM, "--config", str(folder / "config.yaml"), "list", "--all", "--json"],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=True,
    )
    assert [complaint["number"] for complaint in json.loads(listed.stdout)] == told["complaints"]


def test_it_tells_the_story_and_can_be_played_again_in_the_same_folder(played):
    folder, told = played
    again = demo(folder.parent)
    assert again.returncode == 0, again.stderr
    for words in (
        "Sanne de Boer writes",
        "presses [Ik pak het op]",
        "is out of the office",
        "Monday 14 September 2026",
    ):
        assert words in again.stdout
    assert f"{len(told['letters'])} letters" in again.stdout.splitlines()[-2]


def test_quiet_says_one_line(tmp_path):
    ended = demo(tmp_path, "--quiet", "--out", "elsewhere")
    assert ended.returncode == 0, ended.stderr
    assert len(ended.stdout.splitlines()) == 1
    assert (tmp_path / "elsewhere" / "index.html").exists()


@pytest.mark.parametrize("time", range(10))
def test_it_ends_well_every_time(tmp_path, time):
    ended = demo(tmp_path, "--quiet")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "as it should be" in ended.stdout


def test_a_conversation_with_its_mail_server_outlives_a_garbage_collection():
    addresses = ("jan@ront.nl",)
    with (
        PostOffice(addresses, "demo", lambda: dt.datetime.now(dt.UTC)) as office,
        imaplib.IMAP4("127.0.0.1", office.imap_port, timeout=20) as client,
    ):
        client.login(*addresses, "demo")
        for _ in range(3):
            gc.collect()  # its server is a thread of this process
            assert client.select()[0] == "OK"


def test_a_folder_with_something_else_is_left_alone(tmp_path):
    (tmp_path / "demo-mail").mkdir()
    (tmp_path / "demo-mail" / "mine.txt").write_text("mine")
    ended = demo(tmp_path)
    assert ended.returncode == 2
    assert "choose a folder with --out" in ended.stderr
    assert [path.name for path in (tmp_path / "demo-mail").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("missing", ["pymap", "aiosmtpd"])
def test_without_its_extra_it_says_what_to_install(tmp_path, missing):
    code = (
        f"import sys; sys.modules[{missing!r}] = None; from klachtmail.cli import main; sys.argv[1:] = ['demo']; main()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert ended.returncode == 2
    assert f"{sys.executable} -m pip install" in ended.stderr  # no other pip puts it where it is looked for
    assert ".whl[demo]'" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_kept_it_answers_whoever_writes_and_leaves_nothing_behind(tmp_path):
    with kept(tmp_path) as (imap, smtp):
        with smtplib.SMTP("127.0.0.1", smtp, timeout=20) as client:
            client.login("sanne@example.nl", "demo")
            client.sendmail(
                "sanne@example.nl",
                ["klachten@ront.nl"],
                b"From: sanne@example.nl\r\nTo: klachten@ront.nl\r\nSubject: Nog iets anders\r\n\r\nDe factuur klopt niet.\r\n",
            )
        assert any(jan_has(imap, "Nog iets anders") for _ in range(10)), "Jan does not hear of the complaint"
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", imap), 5)


def jan_has(port, words):
    """Whether Jan has a mail with these words in its subject; waits for news when he has not.

    A connection serves once: imap-tools' IDLE takes half a line for a whole one, and then knows no more where it is.
    """
    with (
        contextlib.suppress(imaplib.IMAP4.abort),
        MailBoxUnencrypted("127.0.0.1", port, timeout=20).login("jan@ront.nl", "demo") as box,
    ):
        if any(words in mail.subject for mail in box.fetch(mark_seen=False)):
            return True
        box.idle.wait(timeout=10)
    return False


@contextlib.contextmanager
def kept(folder):
    """The ports of a demonstration that goes on, and ends at Ctrl-C."""
    process = subprocess.Popen(
        [*PROGRAM, "demo", "--keep", "--quiet"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        said = ""
        for line in process.stderr:
            said += line
            if "Ctrl-C" in line:
                break
        yield [int(re.search(rf"{name} .*port (\d+)", said)[1]) for name in ("IMAP", "SMTP")]
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.wait(30)
        process.stderr.close()
