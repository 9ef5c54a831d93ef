"""The exact buttons of every letter, in their order, as its reader sees them: one table, played on a firm in memory.

A letter of a new kind needs a situation here in which it goes out. `*` stands before the main button, what it types behind
its label (`tel:` what it dials), and the number that it is about where that is not the letter's own.
"""

import re
import tempfile
import urllib.parse
from dataclasses import replace
from pathlib import Path

import pytest

from klachtmail.domain.firm.firm import Auditor, Limits
from klachtmail.domain.records.letter import LETTERS
from klachtmail.service.flush import flush
from klachtmail.service.watch.alarm import Alarm
from klachtmail.service.watch.pulse import Pulse
from klachtmail.service.work import batch
from klachtmail.smtp.port import Rejected, Sent
from tests.letters_read import answer, press
from tests.unit.service.test_undelivered import report
from tests.world import CLIENT, ELS, JAN, PIET, World, mail

BUTTON = re.compile(r'<a class="(press(?:-main)?)"[^>]*? href="(mailto:|tel:)([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)


def buttons(letter):
    """Return the buttons of a letter in the order in which they stand."""
    return " | ".join(map(_shown, BUTTON.findall(letter.html)))


def _shown(found):
    style, scheme, rest, label = found
    query = dict(pair.split("=", 1) for pair in rest.partition("?")[2].replace("&amp;", "&").split("&") if "=" in pair)
    line = urllib.parse.unquote(query.get("body", "")) if scheme == "mailto:" else f"tel:{rest}"
    words = re.sub(r"<[^>]*>", "", label).strip()
    line = re.sub(r"(nieuw|klacht) b[0-9a-f]{12}", r"\1 b…", line).strip()  # of a message, by its hash
    line = re.sub(r" *\r\n.*\r\n", " … ", line, flags=re.DOTALL)  # a form
    return f"{'*' * (style == 'press-main')}{words} = {line}"


class Story:
    """A firm in memory; after each step it tells which letters went out, and with which buttons."""

    def __init__(self, **sections):
        self.world = World(**sections)
        self.world.receive(mail("De trainer was te laat. Bel mij: 06-12345678", message_id="eerste@example.nl"))

    def routing(self, member=JAN, number="K2026-0001"):
        return next(x for x in self.world.letters(member) if f"{number}]" in x.subject)

    def says(self, text, member=JAN, number="K2026-0001"):
        """Have a member answer the mail that brought the complaint: one line, one mail."""
        for line in text.splitlines():
            self.world.receive(answer(self.routing(member, number), member, line))

    def writes(self, text, *, sender=CLIENT, **fields):
        self.world.receive(mail(text, sender=sender, **fields))

    def follows(self, text, **fields):
        self.writes(text, In_Reply_To="<eerste@example.nl>", **fields)

    def another(self, text="De zaal was koud.", name="Kees Vos"):
        self.writes(text, sender=f"{name} <{name.split()[0].lower()}@example.nl>", subject="Zaal")

    def shown(self):
        """Return kind, reader and buttons of each letter that went out since; what is the same every morning once."""
        kinds = {x.message_id: x.kind for x in self.world.store.letters()}
        return [
            *dict.fromkeys(
                f"{kinds[x.message_id]} {x.to.partition('@')[0]}: {buttons(x)}".strip() for x in self.world.news()
            )
        ]


FOUND = "oorzaak: file\nstructureel: ja\nmaatregel: bellen door els voor 1 december\nmaatregel: rooster door piet voor 2 december"
TOLD = f"ik\n{FOUND}\nuitkomst gemeld: excuses"


def sent(story):
    """Have Jan send the newest draft that he was shown."""
    story.world.reply(
        JAN, "verstuur", to=next(x for x in reversed(story.world.letters(JAN)) if "Verstuur" in x.buttons)
    )


def mornings(story, days):
    """Turn the clock, with a round each morning."""
    for _ in range(days):
        story.world.later(days=1)
        story.world.sweep()


def asked_to_read(story):
    story.says("@piet")
    story.world.reply(PIET, "uitkomst: excuses")
    draft = next(x for x in reversed(story.world.letters(PIET)) if "Verstuur" in x.buttons)
    story.world.reply(PIET, "verstuur", to=draft)


def came_back(story):
    story.world.receive(report(story.world.last("sanne@example.nl"), "sanne@example.nl"))


def outcome_came_back(story):
    told = next(x for x in reversed(story.world.letters("sanne@example.nl")) if "uitkomst" in x.subject)
    story.world.receive(report(told, "sanne@example.nl"))


def filtered(story):
    refuse = Rejected("554 5.7.1 spam", for_content=True)
    seen = []
    story.world.courier.answer = lambda one: (
        refuse if one.recipient == JAN and not seen and not seen.append(1) else Sent()
    )
    story.another()
    flush(story.world.office)


def poisoned(story):
    real = batch.decide

    def failing(case):
        if "Gif" in case.mail.subject:
            raise RuntimeError("poison")
        return real(case)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batch, "decide", failing)
        story.writes("gif", subject="Gif", sender="p@example.nl")
        for number in range(3):
            story.another(name=f"Gast{number} Vos")


def alarmed(story):
    with tempfile.TemporaryDirectory() as folder:
        alarm = Alarm(story.world.office, Pulse(Path(folder)))
        for problem in ("weg", "weg", "weg", "", ""):
            story.world.later(minutes=10)
            alarm.heard(problem, story.world.now)
            flush(story.world.office)


def some_days_later(story):
    procedure = story.world.firm.procedure.but(ask_satisfaction_days=2)
    story.world.office = replace(story.world.office, firm=story.world.firm.but(procedure=procedure))
    story.world.later(days=2)
    story.world.sweep()


def audited(story):
    auditors = (Auditor(name="Ans Mulder", address="ans@keurmerk.example"),)
    story.world.office = replace(story.world.office, firm=story.world.firm.but(auditors=auditors))
    story.writes("Wie doet de directiebeoordeling?", sender="ans@keurmerk.example", subject="Audit")


def crowded(story):
    """More new complaints in an hour than the firm wants one by one; what is held comes as a list an hour later."""
    limits = Limits(per_address_hour=None, per_address_day=None, outsiders_hour=None, routing_hour=1)
    story.world.office = replace(story.world.office, firm=story.world.firm.but(limits=limits))
    story.another()
    story.another("De zaal was heel koud.", name="Ton Bos")
    story.world.later(minutes=1)
    story.world.poll()


# situation: what happened before, and what is looked at
PLAYED = {
    "a new complaint": (None, lambda s: s.another("De zaal was koud. Bel mij: 06-87654321")),
    "a complaint without an address": (None, lambda s: s.writes("De zaal was koud.", sender="", subject="Zaal")),
    "two members are named": (None, lambda s: s.another("Els Bakker en Piet Jansen waren te laat.")),
    "the same client has one open": (None, lambda s: s.writes("En de zaal was koud.", subject="Zaal")),
    "somebody takes it": (None, lambda s: s.says("ik")),
    "somebody gives it to another": (None, lambda s: s.says("@piet")),
    "it is given back": (lambda s: s.says("@els"), lambda s: s.says("geef terug: vakantie", member=ELS)),
    "the handler spoke with the client": (lambda s: s.says("ik"), lambda s: s.says("gebeld")),
    "the cause is known": (lambda s: s.says("ik\ngebeld"), lambda s: s.says("oorzaak: file")),
    "another partner looks": (lambda s: s.says("ik"), lambda s: s.says("notitie: belt maandag", member=ELS)),
    "an outcome is written": (None, lambda s: s.says("ik\nuitkomst: Pech.")),
    "an answer is written": (None, lambda s: s.says("ik\nantwoord: Wij bellen u.")),
    "a postponement is written": (None, lambda s: s.says("ik\nuitstel 14 december: ziekte")),
    "an outcome is sent": (lambda s: s.says("ik\nuitkomst: Pech."), sent),
    "an answer is sent": (lambda s: s.says("ik\nantwoord: Wij bellen u."), sent),
    "a postponement is sent": (lambda s: s.says("ik\nuitstel 14 december: ziekte"), sent),
    "the outcome was told": (None, lambda s: s.says(TOLD)),
    "it is closed": (lambda s: s.says(TOLD), lambda s: s.says("sluit")),
    "a closing letter is sent": (lambda s: s.says(f"{TOLD}\nsluit"), sent),
    "it is opened again": (lambda s: s.says(f"{TOLD}\nsluit"), lambda s: s.says("heropen")),
    "it is opened again by another": (lambda s: s.says(f"{TOLD}\nsluit"), lambda s: s.says("heropen", member=ELS)),
    "it is withdrawn": (lambda s: s.says("ingetrokken: misverstand"), sent),
    "it is no complaint": (None, lambda s: s.says("geen klacht: vraag, over de factuur")),
    "a letter that it is none": (lambda s: s.says("geen klacht: vraag, over de factuur"), sent),
    "the client writes again": (lambda s: s.says("ik"), lambda s: s.follows("Wanneer hoor ik iets?")),
    "the client writes after the outcome": (lambda s: s.says(TOLD), lambda s: s.follows("Dank u.")),
    "a client is asked how it went": (lambda s: s.says(f"{TOLD}\nsluit"), some_days_later),
    "the client writes after the end": (lambda s: s.says(f"{TOLD}\nsluit"), lambda s: s.follows("Toch niet goed.")),
    "a lawyer writes": (
        lambda s: s.says("ik"),
        lambda s: s.follows("Ik treed op namens mevrouw De Boer.", sender="Mr. T. Blom <blom@kantoor.example>"),
    ),
    "a member wrote to the client": (
        lambda s: s.says("ik"),
        lambda s: s.follows("Ik bel u.", sender=f"Jan de Vries <{JAN}>", to="sanne@example.nl", Cc="klachten@ront.nl"),
    ),
    "two become one": (lambda s: s.another(), lambda s: s.says("samenvoegen K2026-0002 zeker")),
    "it is asked whether two become one": (lambda s: s.another(), lambda s: s.says("samenvoegen K2026-0002")),
    "a letter to paper": (
        lambda s: s.writes("De zaal was koud.", sender="", subject="Zaal"),
        lambda s: s.says("klager: Fatma Yilmaz, Dorpsstraat 1, 7311 AB Apeldoorn\nbevestig", number="K2026-0002"),
    ),
    "questions": (None, lambda s: s.says("dossier\nstatus\nzoek trainer\nhelp\nagenda\nmondeling\nregister")),
    "what is kept of a person": (
        lambda s: s.says("ingetrokken: misverstand"),
        lambda s: s.says("inzage sanne@example.nl"),
    ),
    "a person is shown and forgotten": (
        lambda s: s.says("ingetrokken: misverstand") or sent(s),
        lambda s: (s.says("vergeet sanne@example.nl"), s.world.press(JAN, "Ja, wis alles, voorgoed"), s.world.poll()),
    ),
    "an auditor writes": (None, audited),
    "a member without a token": (None, lambda s: s.writes("ik pak het op", sender=JAN, subject="[K2026-0001]")),
    "a member without a number": (None, lambda s: s.writes("ik pak het op", sender=JAN, subject="Hallo")),
    "a token from elsewhere": (
        None,
        lambda s: s.world.receive(answer(s.routing(), "Jan de Vries <jan@prive.example>", "ik pak het op")),
    ),
    "a colleague's button that was passed on": (
        None,
        lambda s: s.world.receive(press(s.routing(), "Ik pak het op", ELS)),
    ),
    "a colleague who is no member": (
        None,
        lambda s: s.writes("De koffie is op.", sender="ans@ront.nl", subject="Koffie"),
    ),
    "an oral complaint": (
        None,
        lambda s: s.writes(
            "Klager: Ton Bos\nTelefoon: 06-11111111\nBetreft: de zaal\nErnst: substantieel",
            sender=PIET,
            subject="mondeling",
        ),
    ),
    "a remark": (
        None,
        lambda s: s.writes(
            "Klager: Ton Bos\nBetreft: de koffie\nErnst: klein\nOpgelost: ja", sender=PIET, subject="mondeling"
        ),
    ),
    "a second remark about the same": (
        lambda s: s.writes(
            "Klager: Ton Bos\nBetreft: de koffie\nErnst: klein\nOpgelost: ja", sender=PIET, subject="mondeling"
        ),
        lambda s: s.writes(
            "Klager: Ton Bos\nBetreft: de koffie\nErnst: klein\nOpgelost: ja!", sender=PIET, subject="mondeling"
        ),
    ),
    "the other side is asked": (None, lambda s: s.says("ik\nbetreft @piet\nvraag @piet: Hoe laat was je er?")),
    "the other side answers": (
        lambda s: s.says("ik\nbetreft @piet\nvraag @piet: Hoe laat was je er?"),
        lambda s: s.world.reply(PIET, "Om tien uur."),
    ),
    "personal data leaked": (None, lambda s: s.says("ik\navg: datalek")),
    "a measure is doubted": (
        lambda s: s.says(f"{TOLD}\nsluit\nmaatregel 1 gereed"),
        lambda s: s.writes("Ook te laat.", sender="Kees <kees@example.com>", subject="Training vastgoedrekenen"),
    ),
    "a handler is away": (
        lambda s: s.says("ik"),
        lambda s: s.world.receive(
            answer(s.world.last(JAN), JAN, "Ik ben afwezig tot 7 december.", subject="Automatisch antwoord: klacht")
        ),
    ),
    "a client's letter came back": (None, came_back),
    "a handler's client's letter came back": (lambda s: s.says("ik"), came_back),
    "an outcome came back": (lambda s: s.says("ik\nuitkomst: Pech.") or sent(s), outcome_came_back),
    "an outcome came back after the end": (
        lambda s: s.says(f"ik\n{FOUND}\nuitkomst: Pech.") or sent(s) or s.says("sluit") or sent(s),
        outcome_came_back,
    ),
    "an outcome of one of several came back": (
        lambda s: s.another() or s.says("ik\ngroep K2026-0002 zeker\nuitkomst: Pech.") or sent(s),
        outcome_came_back,
    ),
    "a partner's letter came back": (None, lambda s: s.world.receive(report(s.routing(), JAN))),
    "a letter was filtered": (None, filtered),
    "an apology is looked at and sent": (
        lambda s: s.says("ik") or mornings(s, 16),
        lambda s: (s.world.press(JAN, "Excuusbrief"), sent(s)),
    ),
    "more complaints in an hour than are mailed one by one": (None, crowded),
    "a message that nobody can read": (None, poisoned),
    "trouble, and its end": (None, alarmed),
    "mail that was set aside": (
        None,
        lambda s: (
            s.writes(
                "Klacht.",
                sender="no-reply@example.org",
                headers={"Auto-Submitted": "auto-generated"},
                subject="Formulier",
            ),
            mornings(s, 1),
        ),
    ),
    "an employee tells an outcome that nobody read": (
        lambda s: s.says("@piet"),
        lambda s: s.world.reply(PIET, "uitkomst gemeld: excuses"),
    ),
    "an outcome waits for its second reader": (asked_to_read, lambda s: mornings(s, 1)),
    "the first mornings": (None, lambda s: mornings(s, 2)),
    "mornings of a handler": (lambda s: s.says("ik"), lambda s: mornings(s, 17)),
    "mornings after the outcome": (
        lambda s: s.says(
            f"{TOLD}\ntoezegging: geld door els voor 1 december\ntoezegging: koffie door els voor 1 december"
        ),
        lambda s: mornings(s, 11),
    ),
}


READ_FIRST = {"procedure": {"second_reader": "employees"}}
FIRMS = dict.fromkeys(
    ("an employee tells an outcome that nobody read", "an outcome waits for its second reader"), READ_FIRST
)


def rows():
    """Return the table: each situation with the letters that go out in it."""
    text = (Path(__file__).parent / "buttons.txt").read_text(encoding="utf-8")
    return {part.partition("\n")[0]: part.splitlines()[1:] for part in text.strip().split("# ")[1:] if part}


@pytest.mark.parametrize("situation", PLAYED)
def test_each_letter_has_exactly_the_buttons_of_its_row(situation):
    before, looked_at = PLAYED[situation]
    story = Story(**FIRMS.get(situation, {}))
    if before:
        before(story)
    story.world.news()
    looked_at(story)
    assert story.shown() == [line for line in rows()[situation] if line]


def test_every_kind_of_letter_has_a_row():
    assert set(rows()) == set(PLAYED)
    assert {line.split()[0] for lines in rows().values() for line in lines if line} == set(LETTERS)
