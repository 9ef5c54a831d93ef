"""Every verb of the table, sent by mail: it is understood, does what its row says, and the transcript tells."""

import datetime as dt

import pytest

from klachtmail.domain.commands import TABLE
from klachtmail.domain.conduct import perform
from klachtmail.domain.records.model import Classification
from tests.letters_read import answer
from tests.world import ELS, JAN, World, mail

FOUND = "oorzaak: planning\nstructureel: ja\nmaatregel: bellen voor 1 februari"
# verb: (what went before, what is sent, what is different in the record afterwards)
CHANGES = {
    "take": ("", "ik pak het op", {"handler": JAN, "status": "assigned"}),
    "assign": ("", "@els", {"handler": ELS}),
    "give_back": ("ik", "geef terug: vakantie", {"handler": None, "status": "new"}),
    "serious": ("", "ingrijpend", {"serious": True}),
    "not_serious": ("ingrijpend", "niet ingrijpend", {"serious": False}),
    "discussed": ("", "besproken: geld terug", {"decision": "geld terug"}),
    "contact": ("ik", "gebeld", {"contacted_at": ...}),
    "no_answer": ("ik", "geen gehoor", {"attempts": 1}),
    "remedy": ("ik", "wens: geld terug", {"requested_remedy": "geld terug"}),
    "judgement": ("ik", "oordeel: deels", {"judgement": "deels"}),
    "cause": ("ik", "oorzaak: planning", {"cause": "planning"}),
    "classify": ("ik", "soort: trainer", {"classification": Classification(aspect="trainer")}),
    "elsewhere": ("ik", "elders: ook online", {"elsewhere": "ook online"}),
    "structural": ("ik", "structureel: nee", {"structural": False}),
    "measure": ("ik", "maatregel: bellen voor 1 februari", {"measures": ...}),
    "measure_done": (FOUND, "maatregel 1 gereed", {"measures": ...}),
    "measure_worked": (FOUND, "maatregel 1 werkt", {"measures": ...}),
    "promise": ("ik", "toezegging: 450 euro terug voor 1 februari", {"promises": ...}),
    "promise_done": ("ik\ntoezegging: 450 euro terug", "toezegging 1 gereed", {"promises": ...}),
    "answer": ("ik", "antwoord: Wij bellen u.", {"draft": ...}),
    "outcome": ("ik", "uitkomst: Pech.", {"draft": ..., "outcome": "Pech."}),
    "proposal": ("ik", "voorstel: Geld terug.", {"draft": ..., "proposal": "Geld terug."}),
    "postpone": ("ik", "uitstel 14 december: de trainer is ziek", {"draft": ...}),
    "told_later": ("ik", "uitstel gemeld 14 december: de trainer is ziek", {"due_on": dt.date(2026, 12, 14)}),
    "told": ("ik", "uitkomst gemeld: excuses", {"status": "answered", "answered_at": ...}),
    "accepted": ("uitkomst gemeld: excuses", "klant akkoord", {"accepted": True}),
    "declined": ("uitkomst gemeld: excuses", "klant niet akkoord", {"accepted": False}),
    "appeal": ("uitkomst gemeld: excuses", "beroep", {"appeal": ...}),
    "ruling": ("uitkomst gemeld: excuses\nberoep", "uitspraak: gegrond", {"appeal": ...}),
    "withdrawn": ("", "ingetrokken: misverstand", {"status": "closed", "withdrawn": "misverstand"}),
    "no_complaint": ("", "geen klacht: vraag, over de factuur", {"status": "dismissed"}),
    "complaint": ("geen klacht: vraag, over de factuur", "klacht", {"status": "new", "dismissal": None}),
    "close": (f"{FOUND}\nuitkomst gemeld: excuses", "sluit", {"status": "closed"}),
    "reopen": ("ingetrokken: misverstand", "heropen", {"status": "new", "closed_at": None}),
    "merge": ("", "samenvoegen K2026-0002 zeker", {"status": "merged", "merged_into": "K2026-0002"}),
    "group": ("", "groep K2026-0002 zeker", {"parties": ...}),
    "complainant": ("", "klager: Fatma Yilmaz <fatma@example.nl>", {"complainant": ...}),
    "posted": ("", "gepost", {"history": ...}),
    "about": ("", "betreft @els", {"about": (ELS,)}),
    "statutory": ("ik", "avg: datalek", {"statutory": ...}),
    "representative": ("ik", "gemachtigde: A. Recht <recht@kantoor.example>", {"parties": ...}),
    "not_about": ("", "betreft niet @els", {"cleared": (ELS,)}),
    "hear": ("ik", "vraag @els: Hoe laat was je er?", {"hearings": ...}),
    "note": ("", "notitie: belt maandag", {"history": ...}),
    "keep": ("", "bewaar langer: rechtszaak", {"keep_reason": "rechtszaak"}),
    "no_survey": ("", "niet vragen hoe het ging", {"complainant": ...}),
    "undo": ("ingrijpend", "ongedaan", {"serious": False}),
}
LETTERS = {  # verb: a word of the subject of the letter that answers it
    "status": "ervoor staat",
    "dossier": "Dossier",
    "agenda": "Agenda",
    "search": "Gezocht",
    "help": "opdrachten",
    "report": "Jaarverslag 2026",
    "quarter": "Kwartaal 3 van 2026",
    "mine": "Open klachten van Jan de Vries",
    "open_of": "Open klachten van Els Bakker",
    "access": "van iemand is bewaard",
    "forget": "Wissen: kijk eerst",
    "register": "Register 2026",
    "sample": "Steekproef van één",
    "evidence": "Bewijs van K2026-0001",
    "oral": "Formulier",
}
STATE = {
    "firm_measure": ("algemene maatregel: nabellen voor 1 februari", lambda s: s.measures[0].text == "nabellen"),
    "review": ("directiebeoordeling: meer tijd", lambda s: s.reviews[0].text == "meer tijd"),
    "absent": ("afwezig t/m 16 december, @els neemt waar", lambda s: s.absences[0].substitute == ELS),
    "meeting": ("overleg 1 december 9:00", lambda s: bool(s.meeting.moved)),
    "meeting_off": ("overleg vervalt", lambda s: len(s.meeting.cancelled) == 1),
    "meeting_held": ("overleg gehouden", lambda s: s.meeting.held_at is not None),
}
BY_LETTER = {"split_off": "nieuw", "acknowledge": "bevestig", "send": "verstuur"}


@pytest.fixture
def world():
    begun = World(classification={"aspect": ["trainer"]})
    begun.receive(mail("De trainer was te laat.", message_id="eerste@example.nl"))
    begun.receive(mail("De zaal was koud.", sender="Kees <kees@example.nl>", subject="Zaal"))
    return begun


def first(world, member=JAN):
    return next(x for x in world.letters(member) if "0001]" in x.subject)


def say(world, text):
    world.receive(answer(first(world), JAN, text))


def test_every_verb_of_the_table_is_tried():
    tried = {*CHANGES, *LETTERS, *STATE, *BY_LETTER, "who"}
    assert tried == {spec.verb for spec in TABLE}


def test_every_verb_of_the_table_is_carried_out_by_one_function():
    families = [module for module in vars(perform).values() if hasattr(module, "ON_COMPLAINT")]
    families += [
        module for module in vars(perform).values() if hasattr(module, "IN_GENERAL") and module not in families
    ]
    tables = [getattr(module, name, {}) for module in families for name in ("ON_COMPLAINT", "IN_GENERAL")]
    carried = sorted(["undo", *(verb for table in tables for verb in table)])
    assert carried == sorted(row.verb for row in TABLE)
    assert perform.ON_COMPLAINT.keys() | perform.IN_GENERAL.keys() | {"undo"} == set(carried)


@pytest.mark.parametrize("verb", CHANGES)
def test_a_command_by_mail_changes_what_its_row_says(world, verb):
    before, line, wanted = CHANGES[verb]
    if before:
        say(world, before)
    old = world.complaint()
    world.news()
    say(world, line)
    record = world.complaint()
    for name, value in wanted.items():
        assert getattr(record, name) != getattr(old, name), name
        assert value is ... or getattr(record, name) == value
    assert len(record.history) > len(old.history)
    transcript = next(x for x in world.news() if x.to == JAN and x.subject.startswith(("Gedaan", "Concept klaar")))
    assert line.splitlines()[0] in transcript.text


@pytest.mark.parametrize("verb", LETTERS)
def test_a_question_by_mail_is_answered_by_mail(world, verb):
    asked = {"search": "zoek trainer", "oral": "mondeling", "report": "jaarverslag", "sample": "steekproef 1"}
    if verb == "sample":
        say(world, "ingetrokken: misverstand")
    asked |= {verb: f"{word} sanne@example.nl" for verb, word in (("access", "inzage"), ("forget", "vergeet"))}
    asked |= {"evidence": "bewijs", "quarter": "kwartaal 3", "mine": "mijn klachten", "open_of": "open @els"}
    say(world, asked.get(verb, verb))
    assert any(LETTERS[verb] in x.subject for x in world.letters(JAN))


@pytest.mark.parametrize("verb", STATE)
def test_a_command_about_the_firm_changes_what_its_row_says(world, verb):
    line, holds = STATE[verb]
    say(world, line)
    assert holds(world.store.state)


def test_bevestig_sends_the_acknowledgement_again(world):
    say(world, BY_LETTER["acknowledge"])
    assert len(world.letters("sanne@example.nl")) == 2


def test_verstuur_sends_the_draft_that_the_mail_shows(world):
    say(world, "antwoord: Wij bellen u morgen.")
    draft = next(x for x in reversed(world.letters(JAN)) if x.subject.startswith("Concept"))
    world.receive(answer(draft, JAN, BY_LETTER["send"]))
    assert "Wij bellen u morgen." in world.last("sanne@example.nl").text


def test_wie_heeft_deze_is_answered_in_the_transcript(world):
    say(world, "wie heeft deze?")
    assert "Niemand heeft deze klacht nog" in world.last(JAN).text
