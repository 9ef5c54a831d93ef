"""Someone is told: one mail when it goes wrong for a while, one when it is over, also when the disk is the problem."""

import datetime as dt

import pytest

from klachtmail.cli.errors import explain
from klachtmail.domain.records.letter import LetterRequest
from klachtmail.letters.writer import TemplateError
from klachtmail.service.flush import flush
from klachtmail.service.round import one_round
from klachtmail.service.watch.alarm import Alarm
from klachtmail.service.watch.health import health
from klachtmail.service.watch.pulse import Pulse
from klachtmail.service.watch.trouble import problem_of
from klachtmail.service.work.errors import OwnTroubleError
from klachtmail.smtp.port import Paused, Sent
from klachtmail.store.errors import StoreAwayError, StoreCorruptError, StoreFullError
from tests.world import World, mail

ADMINISTRATOR = "beheer@ront.nl"
DOWN = "The mail server refuses connections."


class Rounds:
    """A daemon's rounds, as far as the alarm hears them."""

    def __init__(self, folder):
        self.world = World()
        self.pulse = Pulse(folder)
        self.alarm = Alarm(self.world.office, self.pulse)

    def restart(self):
        self.alarm = Alarm(self.world.office, self.pulse)

    def round(self, problem="", minutes=1):
        self.world.later(minutes=minutes)
        self.alarm.heard(problem, self.world.office.now())
        flush(self.world.office)

    @property
    def told(self):
        return [letter.subject for letter in self.world.letters(ADMINISTRATOR)]


@pytest.fixture
def rounds(tmp_path):
    return Rounds(tmp_path)


def test_two_failed_rounds_are_no_news(rounds):
    for problem in (DOWN, DOWN, "", DOWN, DOWN, ""):
        rounds.round(problem)
    assert rounds.told == []


def test_after_three_failed_rounds_the_administrator_gets_one_mail_and_one_when_it_is_over(rounds):
    for _ in range(20):
        rounds.round(DOWN)
    assert len(rounds.told) == 1
    first = "maandag 23 november 2026, 09:01 uur"
    assert DOWN in rounds.world.letters(ADMINISTRATOR)[0].text
    assert f"Dit is zo sinds {first}." in rounds.world.letters(ADMINISTRATOR)[0].text
    rounds.round()
    rounds.round()
    assert len(rounds.told) == 2
    assert "werkt weer" in rounds.told[1]
    assert f"Het duurde van {first} tot maandag 23 november 2026, 09:21 uur." in rounds.world.last(ADMINISTRATOR).text


FULL = "Cannot write the register: the disk is full (/var/lib/klachtmail/register.json); make room, nothing was changed"


@pytest.mark.parametrize(
    ("problem", "subject", "cure"),
    [
        (FULL, "klachtmail werkt niet goed: De schijf is vol.", "Maak ruimte op de schijf"),
        (
            "The mail server imap.example.nl refuses the user name or password of klachten@ront.nl (no): check imap.username.",
            "klachtmail werkt niet goed: De mailbox is niet te lezen.",
            "Klopt het wachtwoord",
        ),
        ("Sending is paused: smtp.example.nl says 421", "klachtmail werkt niet goed: Er gaat geen mail weg.", ""),
    ],
)
def test_what_is_wrong_is_said_in_the_language_of_the_mail_with_the_logs_own_words_below(
    rounds, problem, subject, cure
):
    for _ in range(3):
        rounds.round(problem)
    (letter,) = rounds.world.letters(ADMINISTRATOR)
    assert letter.subject == subject
    assert cure in letter.text
    assert "In het logboek staat:" in letter.text
    assert " ".join(problem.split()) in " ".join(letter.text.replace(">", " ").split())
    rounds.round()
    assert "Cannot" not in rounds.world.letters(ADMINISTRATOR)[-1].text


def test_a_quarter_of_an_hour_without_success_is_enough(rounds):
    rounds.round(DOWN)
    rounds.round(DOWN, minutes=15)
    assert len(rounds.told) == 1


def test_what_is_asked_every_few_seconds_is_told_of_when_it_lasts_and_not_for_how_often_it_failed(rounds):
    for _ in range(10):
        rounds.world.later(seconds=5)
        rounds.alarm.heard(DOWN, rounds.world.office.now(), patient=True)
    flush(rounds.world.office)
    assert rounds.told == []
    rounds.world.later(minutes=15)
    rounds.alarm.heard(DOWN, rounds.world.office.now(), patient=True)
    flush(rounds.world.office)
    assert len(rounds.told) == 1


def test_a_restart_neither_forgets_nor_repeats_the_mail(rounds):
    for _ in range(3):
        rounds.round(DOWN)
        rounds.restart()
    assert len(rounds.told) == 1
    rounds.round(DOWN)
    rounds.restart()
    rounds.round()
    assert len(rounds.told) == 2


def test_when_mail_is_the_problem_the_letter_waits_and_status_says_it(rounds):
    rounds.world.courier.answer = lambda _: Paused(DOWN)
    for _ in range(3):
        rounds.round(DOWN)
    assert rounds.told == []
    found = health(rounds.world.store, rounds.world.firm, rounds.pulse.read(), rounds.world.now)
    assert found.status == "critical"
    assert DOWN in " ".join(found.why)
    rounds.world.courier.answer = lambda _: Sent()
    rounds.round()
    assert len(rounds.told) == 2


def test_when_the_disk_is_the_problem_the_letter_goes_without_the_register(rounds, monkeypatch):
    def full(_changes):
        raise StoreFullError("Cannot write the register: the disk is full")

    monkeypatch.setattr(rounds.world.store, "commit", full)
    for _ in range(10):
        rounds.round("the disk is full")
    assert len(rounds.told) == 1
    rounds.world.courier.answer = lambda _: Paused("and mail is down too")
    rounds.round()
    monkeypatch.undo()
    rounds.world.courier.answer = lambda _: Sent()
    rounds.round()
    assert len(rounds.told) == 2


@pytest.mark.parametrize("away", [False, True], ids=["the register is there", "it is away"])
def test_a_letter_that_cannot_be_written_ends_no_daemon_and_goes_when_it_can(rounds, monkeypatch, away):
    def gone():
        raise StoreAwayError("The database is away")

    def broken(request: LetterRequest, *_, **__):
        raise TemplateError(f"nl/{request.kind}.md:1: oops")

    monkeypatch.setattr(rounds.world.office.writer, "render", broken)
    if away:
        monkeypatch.setattr(rounds.world.store, "work", gone)
    for _ in range(5):
        rounds.world.later(minutes=1)
        rounds.alarm.heard(DOWN, rounds.world.office.now())
    monkeypatch.undo()
    rounds.round(DOWN)
    assert len(rounds.told) == 1


def test_a_mistake_of_ours_ends_the_round_and_not_the_daemon(caplog):
    def broken():
        raise ZeroDivisionError("oops")

    problem = problem_of("round", broken)
    assert problem.startswith("round failed: ZeroDivisionError at service/test_alarm.py:")
    assert problem in caplog.text


@pytest.mark.parametrize("error", [TemplateError, OwnTroubleError])
def test_trouble_of_ours_says_that_the_mail_is_left_where_it_was(error):
    def broken():
        raise error("nl/routing.md:3: oops")

    said = problem_of("round", broken)
    assert said.startswith("mail is left in INBOX: ")
    assert said.endswith("nl/routing.md:3: oops")


def test_a_damaged_register_ends_the_daemon():
    def damaged():
        raise StoreCorruptError("the register is damaged")

    with pytest.raises(StoreCorruptError):
        problem_of("round", damaged)


def test_trouble_of_ours_is_one_sentence_on_the_command_line():
    text, code = explain(OwnTroubleError("The letter template is broken: nl/routing.md:3: oops"))
    assert (text, code) == (
        "The letter template is broken: nl/routing.md:3: oops. The mail stays in INBOX; nothing is lost.",
        1,
    )


def test_rounds_that_hang_are_told_of_at_the_start_of_the_next_one(rounds):
    minutes = 11
    for hung in range(3):
        rounds.restart()
        now = rounds.world.office.now()
        assert rounds.alarm.resumed(now) == (hung == 2)
        flush(rounds.world.office)
        rounds.alarm.hung("a round hung", now, now + dt.timedelta(minutes=minutes))
        rounds.world.later(minutes=minutes)
    (alarm,) = rounds.world.letters(ADMINISTRATOR)
    assert "a round hung" in alarm.text
    assert "sinds maandag 23 november 2026, 09:00 uur" in alarm.text, "the first that hung, not the last"
    rounds.restart()
    rounds.round()
    assert len(rounds.told) == 2


class Cron(Rounds):
    """`klachtmail poll`, each time in a new process."""

    def round(self, problem="", minutes=1):
        self.alarm = Alarm(self.world.office, Pulse(self.pulse._path.parent), of_daemon=False)
        super().round(problem, minutes)


@pytest.fixture
def cron(tmp_path):
    return Cron(tmp_path)


def test_polls_of_cron_are_counted_across_processes(cron):
    for _ in range(20):
        cron.round(DOWN)
    assert len(cron.told) == 1
    cron.round()
    cron.round()
    assert len(cron.told) == 2


def test_an_hourly_poll_is_told_of_at_its_second_failure(cron):
    cron.round(DOWN, minutes=60)
    assert cron.told == []
    cron.round(DOWN, minutes=60)
    assert len(cron.told) == 1


def test_a_poll_beside_a_living_daemon_leaves_the_counting_to_it(cron, rounds):
    rounds.round()
    for _ in range(5):
        cron.round(DOWN)
    assert cron.told == []
    for _ in range(3):
        cron.round(DOWN, minutes=16)  # the daemon is gone
    assert len(cron.told) == 1


def test_polls_are_no_sign_of_life_of_a_daemon(cron, rounds):
    def status(after):
        cron.world.later(minutes=after)
        return health(cron.world.store, cron.world.firm, cron.pulse.read(), cron.world.now).status

    cron.round()
    assert status(after=60) == "ok"
    rounds.world.now = cron.world.now
    rounds.round()
    assert status(after=10) == "ok"
    assert status(after=10) == "critical"


def test_failures_are_counted_on_a_disk_that_takes_no_new_file(cron, monkeypatch):
    cron.round()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    for _ in range(5):
        cron.round(DOWN)
    assert len(cron.told) == 1
    assert cron.pulse.trouble().failures == 5


def test_a_daemon_counts_also_where_nothing_can_be_written_down(rounds, monkeypatch):
    monkeypatch.setattr(Pulse, "_replaced", lambda *_: False)
    monkeypatch.setattr(Pulse, "_overwritten", lambda *_: False)
    for _ in range(5):
        rounds.round(DOWN)
    assert len(rounds.told) == 1


def test_a_start_is_no_round_that_went_well(rounds):
    """`status` and the sign of life would say so before the mail server was ever reached."""
    assert not rounds.alarm.resumed(rounds.world.office.now())
    assert not rounds.pulse.was_well()
    rounds.round(DOWN)
    rounds.restart()
    assert not rounds.alarm.resumed(rounds.world.office.now())
    assert not rounds.pulse.was_well()
    rounds.round()
    assert rounds.pulse.was_well()


def test_while_nothing_can_be_sent_an_empty_register_is_told_once(rounds):
    world = rounds.world
    world.deliver(mail("De cursus was slecht."), role="processed")
    for _ in range(3):
        one_round(world.office, first=True)
    assert [letter.kind for letter in world.office.store.unsent()] == ["alarm"]


def test_of_a_register_and_a_mailbox_that_are_both_new_nothing_is_told(rounds):
    one_round(rounds.world.office, first=True)
    assert list(rounds.world.office.store.unsent()) == []
