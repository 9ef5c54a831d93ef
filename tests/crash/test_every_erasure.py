"""Dying at every step of forgetting: what is left is whole and can be read, and doing it again leaves nothing of her."""

import datetime as dt
import json
import os
from dataclasses import replace

import pytest
import yaml
from click.testing import CliRunner

from klachtmail.cli import cli
from klachtmail.cli.errors import CommandError
from klachtmail.domain.records.port import Changes
from klachtmail.service.flush import flush
from klachtmail.service.nightly import nightly
from klachtmail.service.privacy.person import forget_person
from klachtmail.service.round import one_round as poll
from klachtmail.service.sweep import sweep
from klachtmail.service.work.person import find
from klachtmail.store.verify import verify
from tests.canaries import seen_in
from tests.crash.recorder import Firm, Recorder, as_it_is, on_record
from tests.crash.workers import in_parallel
from tests.letters_read import answer, press, read
from tests.world import JAN, MONDAY, firm, mail

pytestmark = pytest.mark.timeout(600)  # many runs of the program, on a machine that may be busy

ADDRESS = "kanarie.vogel@example.nl"
HER = f"Greet Kanarievogel <{ADDRESS}>"
CANARIES = (ADDRESS, "Kanarievogel", "kanariewoord")
NIGHTLY_COPIES = "copies/register-????-??-??.json"  # stay for fourteen nights (docs/privacy.md)
PEOPLE = firm(partners=[{"name": "Jan de Vries", "address": JAN, "alias": "jan"}], employees=[])


class Story:
    """A firm that had to do with her in every way, and with others."""

    def __init__(self, world):
        self.world = world

    def receive(self, *raws):
        for raw in raws:
            self.world.mailbox.add(raw, at=self.world.now)
        self.world.run(lambda office: (poll(office), flush(office)))

    def letters(self, *words):
        found = (read(x.content, x.recipient) for x in self.world.courier.sent if x.recipient == JAN)
        return [letter for letter in found if all(word in letter.subject for word in words)]

    def later(self, **delta):
        self.world.now += dt.timedelta(**delta)

    def night(self):
        self.world.run(nightly)

    def handle(self, number):
        """Have Jan deal with a complaint from contact to closing."""
        routed = self.letters(number)[0]
        self.receive(answer(routed, JAN, "ik\ngebeld\noorzaak: kanariewoord\nstructureel: nee\noordeel: gegrond"))
        self.receive(answer(routed, JAN, "uitkomst: Het kanariewoord.\nvoorstel: Niets."))
        self.receive(press(self.letters(number, "oncept")[-1], "Verstuur", JAN))
        self.receive(answer(routed, JAN, "klager akkoord\nsluit"))

    def dismiss(self, number):
        self.receive(answer(self.letters(number)[0], JAN, "geen klacht: anders, onzin"))

    def complaints(self):
        return self.world.run(lambda office: {c.number: c for c in office.store.everything()})


def in_the_archive(story):
    """A complaint that was handled, long ago."""
    story.receive(mail("De trainer was een kanariewoord te laat.", sender=HER, message_id="kanarie-1@example.nl"))
    story.handle("K2026-0001")
    story.receive(mail("De koffie was koud.", sender="Kees <kees@example.org>", message_id="kees-1@example.org"))
    story.dismiss("K2026-0002")
    for days in (31, 40):
        story.later(days=days)
        story.night()
    assert "K2026-0001" not in story.world.run(lambda office: [c.number for c in office.store.current()])


def mail_without_an_id(text, **fields):
    return mail(text, message_id="weg", **fields).replace(b"Message-ID: <weg>\r\n", b"")


def in_the_register(story):
    """Another complaint, mail in that of another, automatic mail, a command that is not hers to give; and others."""
    story.receive(
        mail("Weer een kanariewoord.", sender=HER, message_id="kanarie-2@example.nl", subject="Greet Kanarievogel")
    )
    reply = {"In_Reply_To": "<kanarie-2@example.nl>", "subject": "Re: kanariewoord"}
    story.receive(mail_without_an_id("Nog een kanariewoord.", sender=HER, **reply))
    story.receive(answer(story.letters("K2027-0001")[0], HER, "sluit maar, kanariewoord"))
    story.dismiss("K2027-0001")
    story.receive(mail("De zaal was koud.", sender="Bram <bram@example.org>", message_id="bram-1@example.org"))
    theirs = {"In_Reply_To": "<bram-1@example.org>", "subject": "kanariewoord"}
    story.receive(mail("Ik vond van niet. Greet Kanarievogel", sender=HER, message_id="mee@example.nl", **theirs))
    story.dismiss("K2027-0002")
    what_is_open_and_what_is_loose(story)
    story.world.run(lambda office: (sweep(office), flush(office)))


def what_is_open_and_what_is_loose(story):
    story.receive(mail("Deze loopt nog.", sender="Ciska <ciska@example.org>", message_id="ciska-1@example.org"))
    out_of_office(story)


def out_of_office(story):
    story.receive(
        mail("Greet Kanarievogel is afwezig.", sender=HER, subject="kanariewoord", Auto_Submitted="auto-replied")
    )


def everywhere(story):
    in_the_archive(story)
    in_the_register(story)


def only_loose(story):
    """Automatic mail in a flood, of which nothing but the mail itself knows; and an alarm that names it."""
    out_of_office(story)
    story.world.mailbox.kept["automatic"].clear()  # somebody deletes it
    story.later(days=1)
    story.night()
    story.world.run(unlisted)
    assert "kanariewoord" in read(story.world.courier.sent[-1].content).text


def unlisted(office):
    """Send what waits, and forget what was set aside, as if too much was at once."""
    flush(office)
    office.store.commit(Changes(state=replace(office.store.state, set_aside=())))


def two_years_later(story):
    """The night in which her complaint and her automatic mail go; what is open stays."""
    in_the_archive(story)
    what_is_open_and_what_is_loose(story)
    story.later(days=735)


def forgotten(office):
    """Do what `person --forget --yes` does."""
    if find(office.store, ADDRESS):
        assert forget_person(office, ADDRESS).reasons == []


SCENES = {
    "person --forget: everywhere": (everywhere, forgotten),
    "person --forget: mail that became no complaint": (only_loose, forgotten),
    "the night in which the period ends": (two_years_later, nightly),
}


@pytest.mark.parametrize("scene", SCENES)
def test_who_is_forgotten_is_forgotten_whatever_dies_meanwhile(scene, tmp_path, record_property):
    prepare, work = SCENES[scene]
    story = Story(Firm(PEOPLE, tmp_path / "data", MONDAY))
    prepare(story)
    assert left(story.world), "the search finds her"

    undisturbed = as_it_is(story.world).reborn(tmp_path / "undisturbed", PEOPLE, story.world.now)
    undisturbed.run(work)
    afterwards(undisturbed)
    assert (left(undisturbed), problems(undisturbed)) == (set(), [])
    expected = undisturbed.run(lambda office: on_record(office.store))

    recorder = Recorder(story.world)
    recorder.run(work)
    print(f"{scene}: {len(recorder.steps)} points before and after steps, {len(recorder.deaths)} different deaths")
    record_property("points", len(recorder.steps))
    record_property("deaths", len(recorder.deaths))
    assert len(recorder.deaths) > 10

    def heals(death, folder):
        again = death.reborn(folder, PEOPLE, story.world.now)
        assert problems(again) == [], death
        assert death.kind != "process killed" or troubles_of_reading(again) == [], death
        again.run(work)
        afterwards(again)
        assert left(again) == set(), death
        assert problems(again) == [], death
        assert again.run(lambda office: on_record(office.store)) == expected, death

    failures = in_parallel(recorder.deaths, heals, tmp_path)
    assert not failures, "\n".join(failures)


def a_complaint_comes(story):
    story.world.mailbox.add(
        mail("Een kanariewoord.", sender=HER, message_id="kanarie-1@example.nl"), at=story.world.now
    )


def a_complaint_is_old(story):
    a_complaint_comes(story)
    story.world.run(poll_and_flush)
    story.dismiss("K2026-0001")
    story.receive(press(story.letters("K2026-0001", "oncept")[-1], "Verstuur", JAN))
    for days in (31, 40):
        story.later(days=days)
        story.receive(mail(f"De soep {days}.", sender="bram@example.org"))


def poll_and_flush(office):
    poll(office)
    flush(office)


# What dies before anybody asks to be forgotten.
BEFORE = {
    "the poll of her complaint": (a_complaint_comes, poll_and_flush),
    "the night that archives it": (a_complaint_is_old, nightly),
}


@pytest.mark.parametrize("scene", BEFORE)
def test_what_a_death_left_half_done_goes_too_when_somebody_is_forgotten(scene, tmp_path):
    prepare, work = BEFORE[scene]
    story = Story(Firm(PEOPLE, tmp_path / "data", MONDAY))
    prepare(story)
    recorder = Recorder(story.world)
    recorder.run(work)

    def goes(death, folder):
        again = Story(death.reborn(folder, PEOPLE, story.world.now))
        again.world.run(poll_and_flush)
        if again.complaints()["K2026-0001"].is_open:
            again.dismiss("K2026-0001")
            again.world.run(poll_and_flush)
        again.world.run(forgotten)
        made_long_ago(folder, again.world.now)
        afterwards(again.world)
        assert left(again.world) == set(), death
        assert problems(again.world) == [], death

    failures = in_parallel(recorder.deaths, goes, tmp_path)
    assert not failures, "\n".join(failures)


def made_long_ago(folder, now):
    """Give files the age at which nobody comes back for what nothing refers to: the clock of a disk is the real one."""
    then = (now - dt.timedelta(days=15)).timestamp()
    for path in folder.rglob("*.eml"):
        os.utime(path, (then, then))


def afterwards(world):
    """Let others write, so that the last three copies of the register are of after it; and let two nights pass."""
    for n in range(3):
        world.mailbox.add(
            mail("De thee ook.", sender=f"k{n}@example.org", message_id=f"thee-{n}@example.org"), at=world.now
        )
        world.run(poll)
    for _ in range(2):
        world.now += dt.timedelta(days=1)
        world.run(nightly)


def left(world):
    """Return the files of the data folder, but for nightly copies, and the messages in which something of her stands."""
    files = {str(path.relative_to(world.folder)): path for path in world.folder.rglob("*") if path.is_file()}
    found = {
        name for name, path in files.items() if not path.match(NIGHTLY_COPIES) and seen_in(path.read_bytes(), CANARIES)
    }
    return found | {
        f"{role}/{uid}"
        for role, kept in world.mailbox.kept.items()
        for uid, one in kept.items()
        if seen_in(one.raw, CANARIES)
    }


def problems(world):
    return world.run(lambda office: [str(problem) for problem in verify(office.store)])


def troubles_of_reading(world):
    """Return what is wrong with commands that only read, in the words of their exceptions."""
    path = world.folder.with_name(f"{world.folder.name}.yaml")
    login = {"host": "localhost", "port": 1, "username": "x", "password": "x"}
    path.write_text(
        yaml.safe_dump(
            {
                "organisation": {"name": "RONT", "address": "klachten@ront.nl", "domains": ["ront.nl"]},
                "partners": [{"name": "Jan de Vries", "address": JAN, "alias": "jan"}],
                "administrator": "beheer@ront.nl",
                "imap": login,
                "smtp": login,
                "data_dir": str(world.folder),
            }
        )
    )
    numbers = [c["number"] for c in json.loads(said(path, "list", "--all", "--json").stdout)]
    zipped = ["person", ADDRESS, "--export", str(path.with_suffix(".zip"))]
    commands = [["list", "--all"], ["status"], ["outbox"], ["verify"], ["person", ADDRESS], zipped]
    commands += [["show", number] for number in numbers]
    done = {" ".join(words): said(path, *words) for words in commands}
    return [f"{words}: {x.exception!r}" for words, x in done.items() if not is_plain(x.exception)]


def said(config, *words):
    return CliRunner().invoke(cli, ["--config", str(config), *words])


def is_plain(exception):
    """Return whether a command ended as it may: well, or with an exit code and a sentence."""
    return exception is None or isinstance(exception, (SystemExit, CommandError))
