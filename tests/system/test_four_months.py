"""A complaint from the first mail to a measure that worked: four months on an injected clock, seen only in mail.

Every step is a program of its own that starts, works and ends; `faketime` turns its clock. Dovecot keeps the moments of
receipt that the story says, so that what the due date runs from is real as well. The story plays in the past: Dovecot
takes no moment of receipt that is still to come.
"""

import datetime as dt
import os
import subprocess
from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.letters_read import Read, answer, is_morning_mail, press, read
from tests.servers.dovecot import Dovecot
from tests.servers.smtp_server import SmtpServer
from tests.system.conftest import SECONDS, Project, project_on, with_clock_at
from tests.world import mail

ZONE = ZoneInfo("Europe/Amsterdam")
SANNE, JAN, ELS, PIET = "sanne@example.nl", "jan@ront.nl", "els@ront.nl", "piet@ront.nl"
NUMBER = "K2020-0001"

pytestmark = pytest.mark.timeout(600)  # some eighty runs of the program, on a machine that may be busy


class Story:
    """A firm: `at` turns the clock; people write, the program is started and ends, and mail is read."""

    def __init__(self, project: Project, mailhost: Dovecot, smtp_server: SmtpServer) -> None:
        self._project = project
        self._mailhost = mailhost
        self._smtp = smtp_server
        self._read = 0
        self.sent: list[tuple[dt.datetime, Read]] = []
        self.now = dt.datetime(2020, 11, 23, 9, 12, tzinfo=ZONE)

    def at(self, day: str, time: str = "09:00") -> None:
        """Turn the clock, forward only."""
        moment = dt.datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZONE)
        assert moment >= self.now
        self.now = moment

    def write(self, raw: bytes) -> list[Read]:
        """Have somebody's mail arrive now, poll, and return what went out."""
        self._mailhost.append(raw, at=self.now.timestamp())
        return self._run("poll")

    def morning(self, day: str, time: str = "09:00") -> list[Read]:
        """Do what the clock asks on this morning; where that was something, a second start must do nothing."""
        self.at(day, time)
        sent = self._run("sweep")
        assert not sent or self._run("sweep") == []
        return sent

    def _run(self, command: str) -> list[Read]:
        environment = {**os.environ, "TZ": "Europe/Amsterdam", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        program = [*with_clock_at(self.now), *self._project.command(command)]
        ended = subprocess.run(
            program,
            cwd=self._project.folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        assert ended.returncode == 0, ended.stderr
        letters = [read(x.content, x.recipients[0]) for x in self._smtp.letters[self._read :]]
        self._read += len(letters)
        self.sent += [(self.now, letter) for letter in letters]
        return letters

    def record(self) -> dict:
        """Return the complaint as `show --json` has it."""
        return self._project.run("show", NUMBER, "--json").json

    def copies(self) -> list[str]:
        """Return the names of the nightly copies of the register."""
        return sorted(path.name for path in (self._project.data / "copies").iterdir())


def to(letters: list[Read], address: str) -> Read:
    """Return the only letter to this address."""
    (found,) = [letter for letter in letters if letter.to == address]
    return found


def draft_in(letters: list[Read]) -> Read:
    (found,) = [letter for letter in letters if letter.subject.startswith("Concept")]
    return found


def agenda_in(letters: list[Read], address: str) -> Read:
    (found,) = [x for x in letters if x.to == address and x.subject.startswith("Agenda klachten · overleg")]
    return found


def morning_mails(letters: list[Read]) -> dict[str, Read]:
    return {letter.to: letter for letter in letters if is_morning_mail(letter)}


@pytest.fixture
def story(tmp_path: Path, dovecot: Dovecot, smtp_server: SmtpServer) -> Story:
    project = project_on(tmp_path, dovecot, smtp_server)
    project.write(schedule={"meeting": {"day": "monday"}, "digest": {"day": "monday"}})
    return Story(project, dovecot, smtp_server)


def test_a_complaint_from_mail_to_a_measure_that_worked(story):
    # Monday 23 November: the complaint, and the agenda of that very morning
    sent = story.write(mail("De trainer was een uur te laat. Bel mij: 06-12345678", message_id="eerste@example.nl"))
    assert Counter(x.to for x in sent) == {SANNE: 1, JAN: 1, ELS: 1}
    assert "maandag 7 december 2020" in to(sent, SANNE).text
    assert to(sent, SANNE).message["Date"].datetime - story.now < dt.timedelta(minutes=5)
    sent = story.morning("2020-11-23", "09:20")
    assert "Training vastgoedrekenen" in agenda_in(sent, ELS).text
    assert "geen behandelaar" in agenda_in(sent, ELS).text

    # Tuesday: nobody took it, so everybody is asked; Els gives it to Jan in her answer
    sent = story.morning("2020-11-24")
    assert set(morning_mails(sent)) == {JAN, ELS}
    assert "Niemand heeft de klacht van Sanne de Boer" in to(sent, ELS).text
    story.at("2020-11-24", "11:00")
    sent = story.write(answer(to(sent, ELS), ELS, f"{NUMBER} @jan\n\nGroet, Els"))
    assigned = to(sent, JAN)
    assert "Jij behandelt de klacht van Sanne de Boer" in assigned.text
    assert "De trainer was een uur te laat" in assigned.text

    # Wednesday: two working days without contact; Jan calls
    sent = story.morning("2020-11-25")
    assert set(morning_mails(sent)) == {JAN}
    assert "Bel Sanne de Boer" in to(sent, JAN).text
    story.at("2020-11-25", "10:30")
    sent = story.write(press(to(sent, JAN), "Gebeld", JAN))
    assert "Contact met de klager" in to(sent, JAN).text

    # Thursday: the client writes again; no second acknowledgement
    story.at("2020-11-26", "14:00")
    sent = story.write(
        mail("Ik wil graag mijn geld terug.", message_id="tweede@example.nl", In_Reply_To="<eerste@example.nl>")
    )
    assert [x.to for x in sent] == [JAN]
    assert "mijn geld terug" in to(sent, JAN).text
    assert story.morning("2020-11-27") == []

    # Monday 30 November: one morning mail says both, and the agenda has the complaint with its handler
    sent = story.morning("2020-11-30")
    reminder = morning_mails(sent)[JAN]
    assert "Sanne de Boer schreef op 26 november en heeft nog niets gehoord." in reminder.text
    assert "hoort over 7 dagen de uitkomst" in reminder.text
    assert set(morning_mails(sent)) == {JAN}
    agenda = agenda_in(sent, ELS).text
    assert "Behandelaar: Jan de Vries" in agenda
    assert "de klager antwoorden" in agenda

    # the investigation, the draft, and the letter that Sanne gets
    story.at("2020-11-30", "15:00")
    found = "wens: geld terug\noorzaak: dubbele boeking\nstructureel: ja\noordeel: gegrond\nmaatregel: trainers bevestigen hun dag vooraf door piet voor 5 januari"
    sent = story.write(
        answer(
            assigned, JAN, f"{found}\nuitkomst: De trainer had twee afspraken.\nvoorstel: U krijgt uw cursusgeld terug."
        )
    )
    draft = draft_in(sent)
    assert not [x for x in sent if x.to == SANNE]
    for words in ("De trainer had twee afspraken.", "U krijgt uw cursusgeld terug.", "5 januari 2021"):
        assert words in draft.text
    sent = story.write(press(draft, "Verstuur", JAN))
    outcome = to(sent, SANNE)
    assert outcome.message["Auto-Submitted"] is None
    assert "U krijgt uw cursusgeld terug." in outcome.text
    assert "Trainers bevestigen hun dag vooraf, uiterlijk 5 januari 2021" in outcome.text
    assert not any(secret in outcome.text for secret in ("dubbele boeking", "Piet"))
    assert "<eerste@example.nl>" in outcome.message["References"]

    # Sanne agrees, Jan closes
    story.at("2020-12-02", "10:00")
    sent = story.write(answer(outcome, "Sanne de Boer <sanne@example.nl>", "Prima, dank u wel."))
    sent = story.write(press(to(sent, JAN), "Klager akkoord", JAN))
    sent = story.write(press(to(sent, JAN), "Sluit", JAN))
    assert "De klacht is gesloten" in to(sent, JAN).text
    for day in ("2020-12-03", "2020-12-04"):
        news = [
            x for x in story.morning(day) if "hoorde de uitkomst" not in x.text
        ]  # which the other partners hear once
        assert news == [], "no reminder of what is done"

    # on the agenda of the next meeting it has ended; the measure stays until it is done
    agenda = agenda_in(story.morning("2020-12-07"), JAN).text
    assert "Sanne de Boer" in agenda.partition("Afgerond sinds de vorige agenda")[2]
    for day in ("2020-12-14", "2020-12-21", "2020-12-28", "2021-01-04"):
        sent = story.morning(day)
        agenda = agenda_in(sent, ELS).text
        assert "Er zijn geen open klachten" in agenda
        assert "Open: trainers bevestigen hun dag vooraf" in agenda
        assert not morning_mails(sent)

    # 5 January: the owner is asked, and answers
    sent = story.morning("2021-01-05")
    assert [x.to for x in sent] == [PIET]
    assert "Is de verbetermaatregel gereed?" in to(sent, PIET).text
    sent = story.write(press(to(sent, PIET), "Gereed", PIET))
    assert "is gereed" in to(sent, PIET).text
    assert "Gereed: trainers bevestigen" in agenda_in(story.morning("2021-01-11"), JAN).text
    for day in ("2021-01-18", "2021-02-15", "2021-03-15"):
        sent = story.morning(day)
        assert "trainers bevestigen" not in agenda_in(sent, JAN).text
        assert not morning_mails(sent)

    # ninety days later, 5 April, is Easter Monday; on Tuesday: did it work?
    assert not morning_mails(story.morning("2021-04-05"))
    sent = story.morning("2021-04-06")
    asked = morning_mails(sent)[PIET]
    assert "Heeft de verbetermaatregel geholpen?" in asked.text
    sent = story.write(press(asked, "Werkt", PIET))
    assert "Maatregel 1 werkt" in to(sent, PIET).text
    assert not morning_mails(story.morning("2021-04-12"))

    doubled = Counter(
        (x.to, x.subject, when.date()) for when, x in story.sent if is_morning_mail(x) or "Agenda" in x.subject
    )
    assert max(doubled.values()) == 1
    assert [x.to for _, x in story.sent if x.to == SANNE] == [SANNE] * 2, "the acknowledgement and the outcome, no more"
    record = story.record()
    assert (record["status"], record["due_on"], record["accepted"]) == ("closed", "2020-12-07", True)
    assert record["measures"][0]["worked"] is True
    assert "register-2021-04-12.json" in story.copies(), "`sweep` does the daemon's work of the night"
