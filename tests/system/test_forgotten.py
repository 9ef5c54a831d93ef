"""Nothing of a person is left: her name, address and words are searched for in every file and every folder."""

import email
import email.policy
import os
import subprocess
import sys

import pytest

from tests import canaries
from tests.letters_read import answer, press, read
from tests.servers.dovecot import may_not_skip
from tests.system.conftest import SECONDS, SOURCES, project_on
from tests.world import mail

pytestmark = pytest.mark.timeout(600)

ADDRESS = "kanarie.vogel@example.nl"
CANARIES = (
    ADDRESS,
    "Kanarievogel",
    "kanariewoord",
    "kanarieonderwerp",
    "0687651234",
    "06-87651234",
    "kanariebestand",
    "kanarienotitie",
)
JAN = "jan@ront.nl"
FOLDERS = ("INBOX", "Verwerkt", "Automatisch", "Quarantaine", "Sent", "Junk")
NIGHT = """
import datetime as dt, os, sys
from pathlib import Path
from klachtmail.cli.build import open_office
from klachtmail.config import load
from klachtmail.service.nightly import nightly
import dataclasses
office = open_office(load(Path(sys.argv[1]), os.environ))
for night in range(int(sys.argv[2]), int(sys.argv[3])):
    now = dt.datetime.now(dt.UTC).replace(hour=12) + dt.timedelta(days=night)
    nightly(dataclasses.replace(office, clock=lambda now=now: now))
office.mailbox.close()
office.store.close()
"""


def nights(project, first, last):
    """Do the work of these nights, counted from today: what the daemon does, with its own ports."""
    command = [sys.executable, "-c", NIGHT, str(project.config), str(first), str(last)]
    done = subprocess.run(
        command,
        cwd=project.folder,
        env={**os.environ, **SOURCES},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def seen_in(content):
    return canaries.seen_in(content, CANARIES)


def left(project, dovecot, *, but=()):
    """Return where something of her is left: files of the data folder (but for these patterns), folders of the mailbox."""
    found = {}
    for path in project.data.rglob("*"):
        name = str(path.relative_to(project.data))
        if path.is_file() and not any(path.match(pattern) for pattern in but) and (words := seen_in(path.read_bytes())):
            found[name] = words
    for folder in FOLDERS:
        if folder in dovecot.folders():
            for raw in dovecot.folder(folder):
                if words := seen_in(raw):
                    found[f"{folder}: {raw[:200]!r}"] = words
    return found


def complaint():
    message = email.message_from_bytes(
        mail(
            "De trainer was kanariewoord te laat. Bel mij op 06-87651234.\n\nGreet Kanarievogel\n",
            sender=f"Greet Kanarievogel <{ADDRESS}>",
            subject="kanarieonderwerp",
            message_id="kanarie-1@example.nl",
        ),
        policy=email.policy.SMTP,
    )
    message.add_attachment(b"%PDF kanariewoord", "application", "pdf", filename="kanariebestand.pdf")
    return message.as_bytes()


class Story:
    """A complaint from its first mail to its end, with everything that a person can leave behind on the way."""

    def __init__(self, project, dovecot, smtp_server):
        self.project, self.dovecot, self.smtp = project, dovecot, smtp_server
        self.log = ""
        self.fillers = 0

    def poll(self, *raws):
        self.dovecot.deliver_many(list(raws))
        done = self.project.run("poll", "--json")
        assert done.code == 0, done.stderr
        self.log += done.stderr
        return done.json

    def letters(self, to):
        return [read(x.content, x.recipients[0]) for x in self.smtp.letters if to in x.recipients]

    def reply(self, text):
        newest = next(letter for letter in reversed(self.letters(JAN)) if letter.subject.endswith("-0001]"))
        return self.poll(answer(newest, JAN, text))

    def others_write(self, count):
        """Have others write: each commit takes the oldest copy of the register with it."""
        for _ in range(count):
            self.fillers += 1
            self.poll(
                mail("De koffie was koud.", sender=f"k{self.fillers}@example.org", subject=f"Koffie {self.fillers}")
            )

    def play(self):
        self.poll(complaint())
        routed = self.letters(JAN)[-1]
        self.reply("ik\ngebeld: Greet Kanarievogel wil kanariewoord\nnotitie: kanarienotitie over Kanarievogel")
        self.poll(
            mail(
                "Nog iets over kanariewoord",
                sender=ADDRESS,
                In_Reply_To="<kanarie-1@example.nl>",
                subject="Re: kanarieonderwerp",
            )
        )
        self.poll(
            mail(
                "Ik ben er niet. Greet Kanarievogel",
                sender=ADDRESS,
                subject="Automatisch antwoord: kanarieonderwerp",
                headers={"Auto-Submitted": "auto-replied"},
            )
        )
        self.poll(answer(routed, f"Greet Kanarievogel <{ADDRESS}>", "sluit maar, kanariewoord"))
        assert self.project.run("digest", "--send").code == 0
        self.reply("oorzaak: kanariewoord\nstructureel: nee\nuitkomst: het kanariewoord van mevrouw Kanarievogel")
        draft = next(x for x in reversed(self.letters(JAN)) if "Verstuur" in x.buttons)
        self.poll(press(draft, "Verstuur", JAN))
        self.poll(
            mail(
                "Akkoord, groet Kanarievogel",
                sender=ADDRESS,
                In_Reply_To="<kanarie-1@example.nl>",
                subject="Re: uitkomst",
            )
        )
        self.reply("akkoord\nsluit")
        listed = self.project.run("list", "--all", "--json").json
        assert [c["status"] for c in listed if c["complainant"]["address"] == ADDRESS] == ["closed"]
        nights(self.project, 0, 1)

    def whole(self):
        done = self.project.run("verify")
        assert done.code == 0, done.stdout + done.stderr


@pytest.fixture
def story(tmp_path, dovecot, smtp_server):
    if not dovecot:
        (pytest.fail if may_not_skip() else pytest.skip)("no Dovecot")
    told = Story(project_on(tmp_path, dovecot, smtp_server), dovecot, smtp_server)
    told.play()
    return told


def test_nothing_of_her_is_left_when_she_is_forgotten_nor_after_an_older_backup(story, tmp_path):
    project, dovecot = story.project, story.dovecot
    assert {"register.json", "copies"} <= {name.split("/")[0] for name in left(project, dovecot)}, (
        "the search finds her"
    )
    assert any(name.startswith("Sent") for name in left(project, dovecot))
    assert project.run("backup", "vorige.tar.gz").code == 0

    done = project.run("person", ADDRESS, "--forget", "--yes")
    assert done.code == 0, done.stderr
    story.log += done.stderr
    assert left(project, dovecot, but=("register.json.?", "copies/*")) == {}
    story.others_write(3)
    assert left(project, dovecot, but=("copies/*",)) == {}
    nights(project, 1, 15)
    assert left(project, dovecot) == {}
    story.whole()

    assert project.run("restore", "vorige.tar.gz", "--yes").code == 0
    assert "register.json" in left(project, dovecot), "the backup brings her back"
    assert story.poll()["failed"] == 0
    story.others_write(3)
    assert left(project, dovecot) == {}, "and the first round forgets her again"
    story.whole()
    assert project.run("person", ADDRESS).code == 1
    assert seen_in(story.log.encode()) == set()


def test_a_backup_in_which_her_complaint_was_open_still_does_not_bring_her_back(story, tmp_path):
    project, dovecot = story.project, story.dovecot
    number = next(c["number"] for c in project.run("list", "--all", "--json").json)
    assert project.run("do", number, "heropen", "--as", JAN).code == 0
    story.poll()
    assert project.run("backup", "open.tar.gz").code == 0
    assert project.run("do", number, "sluit", "--as", JAN).code == 0
    story.poll()
    assert project.run("person", ADDRESS, "--forget", "--yes").code == 0
    assert project.run("restore", "open.tar.gz", "--yes").code == 0
    assert [c["number"] for c in project.run("list", "--json").json] == [number]
    story.poll()
    story.others_write(3)
    assert number not in [c["number"] for c in project.run("list", "--json").json]
    assert left(project, dovecot, but=("copies/*", "register.json.replaced-*")) == {}
    story.whole()


def test_who_writes_again_after_she_was_forgotten_has_a_complaint_like_anybody(story):
    project = story.project
    assert project.run("person", ADDRESS, "--forget", "--yes").code == 0
    story.poll(mail("Een nieuwe klacht.", sender=ADDRESS, subject="kanarieonderwerp", message_id="nieuw@example.nl"))
    (number,) = [c["number"] for c in project.run("list", "--json").json]
    assert project.run("backup", "later.tar.gz").code == 0
    assert project.run("restore", "later.tar.gz", "--yes").code == 0
    story.poll()
    assert [c["number"] for c in project.run("list", "--json").json] == [number]
    story.whole()


def test_nothing_of_her_is_left_when_the_period_has_ended(story):
    project, dovecot = story.project, story.dovecot
    project.write(retention={"months": 1})
    story.log += nights(project, 70, 71)
    story.others_write(3)
    story.log += nights(project, 71, 86)
    assert left(project, dovecot) == {}
    assert seen_in(story.log.encode()) == set()
    story.whole()
