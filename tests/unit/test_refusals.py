"""What a member reads when a line cannot be carried out: why, and what to send instead. Nothing is changed by it."""

import pytest

from klachtmail.domain.conduct import firmwide
from klachtmail.domain.record import to_json
from tests.several import each, says
from tests.world import JAN, PIET, World, mail

CLOSED = "ingetrokken: het was een misverstand"
DONE = "uitkomst gemeld aan allen: excuses\noorzaak: planning\nstructureel: nee\nsluit"
TOGETHER = "groep K2026-0002 zeker"
KEES_LEFT = "K2026-0002 ingetrokken: het is opgelost"
REOPEN = "Dat kan niet: deze klacht is gesloten; stuur eerst “heropen”."
NOBODY = "Ik ken geen “@kees”. Kies uit @jan, @els, @piet."
OURS = "is een adres van de firma zelf."

REFUSED = [  # (the lines before it, the line, what is answered)
    ("", "open @kees", NOBODY),
    ("", "betreft @kees", NOBODY),
    ("", "betreft niet @kees", NOBODY),
    ("", "vraag @kees: Hoe laat was je er?", NOBODY),
    ("", "maatregel: eerder beginnen door @kees", NOBODY),
    ("maatregel: eerder beginnen", "maatregel 1 door @kees", NOBODY),
    ("", "toezegging: 450 euro terug door @kees", NOBODY),
    ("", "algemene maatregel: nabellen door @kees", NOBODY),
    ("", "afwezig t/m 11 december, @kees neemt waar", NOBODY),
    ("", "afwezig t/m 11 december, @elsa neemt waar", "Ik ken geen “@elsa”. Bedoelde je @els?"),
    ("", "afwezig t/m 11 december, @jan neemt waar", "Je kunt niet voor jezelf waarnemen."),
    ("", "vraag @jan: Hoe laat was je er?", "Jezelf hoef je niets te vragen. Schrijf het op met “notitie: …”."),
    ("betreft @els", "betreft @jan", "Dan blijft er geen partner over die de klacht mag zien."),
    ("betreft @els", "betreft niet @els", "Dat de klacht over Els Bakker gaat, staat al vast."),
    ("", "zoek 7", "Zoeken gaat met minstens twee tekens: stuur “zoek ” met een naam, adres, nummer of woord."),
    ("", "overleg vandaag 8:00", "Dat moment is al geweest."),
    ("", "vergeet: , zeker", "Van wie? Stuur “inzage ” of “vergeet ” met het mailadres"),
    ("", "ingetrokken", "Waarom trekt de klager de klacht in? Stuur “ingetrokken: ” met de reden."),
    (f"{TOGETHER}\n{KEES_LEFT}", KEES_LEFT, "K2026-0002 is al ingetrokken."),
    (f"{TOGETHER}\n{DONE}", KEES_LEFT, REOPEN),
    (
        f"{TOGETHER}\n{KEES_LEFT}",
        "K2026-0002 uitkomst gemeld: excuses",
        "Kees trok de klacht in. Wie hoorde de uitkomst? Stuur “K2026-0001 uitkomst gemeld”.",
    ),
    ("", "antwoord aan fatma@example.nl: Wij bellen u.", "Ik ken geen fatma@example.nl in deze klacht."),
    (
        "uitkomst gemeld: excuses",
        "uitstel 15 december: de trainer is ziek",
        "De uitkomst is al gemeld; uitstel is niet meer nodig.",
    ),
    (
        "",
        "uitstel gemeld: aan de telefoon",
        "Welke dag heb je genoemd? Stuur bijvoorbeeld “uitstel gemeld 21 december: aan de telefoon”.",
    ),
    (CLOSED, "geen klacht: vraag, wilde een factuur", REOPEN),
    (CLOSED, "uitkomst: Wij waren te laat.", "Deze klacht is niet meer open; stuur eerst “heropen”."),
    (f"@piet\n{CLOSED}", "geef terug", REOPEN),
    ("", "geef terug", "Deze klacht heeft geen behandelaar."),
    (CLOSED, "groep K2026-0002 zeker", "K2026-0002 kan niet mee: K2026-0001 is niet meer open."),
    ("", "groep K2026-0009", "Ik ken geen klacht K2026-0009."),
    ("", "samenvoegen K2026-0009", "Ik ken geen klacht K2026-0009."),
    ("", "samenvoegen 1", "Een klacht kan niet met zichzelf worden samengevoegd."),
    (f"2: {CLOSED}", "samenvoegen K2026-0002 zeker", "K2026-0002 is niet meer open."),
    ("", "klager: Els <els@ront.nl>", f"els@ront.nl {OURS}"),
    (TOGETHER, "K2026-0002 klager: Els <els@ront.nl>", f"els@ront.nl {OURS}"),
    ("", "gemachtigde: Els <els@ront.nl>", f"els@ront.nl {OURS}"),
    ("", "gemachtigde: mr. A. Recht, 06-12345678", "Naar welk adres? Stuur “gemachtigde: naam <adres>”."),
    ("", "maatregel 1 gereed", "Er is geen maatregel vastgelegd."),
    (
        "maatregel: nabellen\nmaatregel: eerder beginnen",
        "maatregel gereed",
        "Welke maatregel? Er zijn: 1. nabellen; 2. eerder beginnen.",
    ),
    ("", "toezegging 1 gereed", "Er is geen toezegging vastgelegd."),
    ("toezegging: bloemen", "toezegging 2 gereed", "Welke toezegging? Er zijn: 1. bloemen."),
    ("", "nieuw", "Er is geen later bericht in dit dossier waarvan een nieuwe klacht kan worden gemaakt."),
    (
        "",
        "avg: gereed",
        "Zo’n AVG-termijn loopt hier niet. Stuur “avg: inzage” of “avg: datalek” om er een te beginnen.",
    ),
]
KNOWN = [
    ("ik", "wie heeft deze?", "Jan de Vries heeft deze klacht."),
    ("ingrijpend", "ingrijpend", "Deze klacht stond al als ingrijpend op de agenda."),
    ("betreft @els", "betreft @els", "Dat de klacht over Els Bakker gaat, was al bekend."),
    ("betreft niet @els", "betreft niet @els", "Dat de klacht niet over Els Bakker gaat, was al bekend."),
    ("avg: inzage", "avg: inzage", "Die termijn liep al."),
    ("", "heropen", "Deze klacht is al open."),
    (CLOSED, "status", "K2026-0001 is niet meer open. Laatste stap: 23 november, ingetrokken."),
]


@pytest.fixture
def world():
    begun = World()
    begun.receive(mail("De trainer kwam te laat.", message_id="eerste@example.nl"))
    begun.receive(mail("De zaal was koud.", sender="Kees <kees@example.nl>", subject="Zaal"))
    return begun


def register(world):
    """Return what is on record, but for the mails of members and how many of them were answered."""
    complaints = {c.number: to_json(c, without=frozenset({"messages"})) for c in world.store.current()}
    return complaints, to_json(world.store.state, without=frozenset({"tally", "refused"}))


def begin(world, before):
    for line in before.splitlines():
        second = line.startswith("2: ")
        says(world, line.removeprefix("2: "), number="K2026-0002" if second else "K2026-0001")


@pytest.mark.parametrize(("before", "line", "sentence"), REFUSED)
def test_a_line_that_cannot_be_carried_out_is_answered_with_why_and_changes_nothing(world, before, line, sentence):
    begin(world, before)
    kept = register(world)
    answered = says(world, line)
    assert "✗" in answered.text
    assert "✓" not in answered.text
    assert sentence in " ".join(answered.text.split())
    assert register(world) == kept


@pytest.mark.parametrize(("before", "line", "sentence"), KNOWN)
def test_what_holds_already_is_said_and_changes_nothing(world, before, line, sentence):
    begin(world, before)
    kept = register(world)
    answered = says(world, line)
    assert f"✓ {line}" in answered.text
    assert sentence in " ".join(answered.text.split())
    assert register(world) == kept


BELOW = [  # (what he asked for, the line below that letter, what is answered)
    ("agenda", "wie heeft deze?", "Over welke klacht gaat dit? Begin de regel met het nummer"),
    ("agenda", "K2026-0009 ik", "Ik ken geen K2026-0009."),
    (
        "agenda",
        "2 een week uitstel, de trainer is ziek",
        "Tot wanneer, en waarom? Stuur bijvoorbeeld “uitstel 1 december:",
    ),
    ("help", "2 gebeld", "Ik weet niet welke klacht “2” is. Schrijf het hele nummer."),
    ("help", "K2026-0002 ik", "Antwoord op een mail over die klacht, of stuur “status” voor de lijst."),
    (
        "dossier",
        "K2026-0002 ik",
        "Deze mail gaat over K2026-0001. Antwoord voor K2026-0002 op een mail over die klacht",
    ),
]


@pytest.mark.parametrize(("asked", "line", "sentence"), BELOW)
def test_a_line_about_a_complaint_that_the_mail_above_it_does_not_show_is_answered_with_how_to_say_it(
    world, asked, line, sentence
):
    kept = register(world)
    answered = says(world, line, below=says(world, asked))
    assert sentence in " ".join(answered.text.split())
    assert register(world) == kept


def test_a_complaint_in_the_agenda_that_is_one_already_is_said_to_be(world):
    assert "K2026-0002 is al een klacht." in says(world, "2 klacht", below=says(world, "agenda")).text


def set_aside(world):
    """Have the two weeks of a machine's mail wait for somebody who says 'klacht'; return that line."""
    world.receive(mail("Wij zijn dicht.", sender="info@bot.example", headers={"Auto-Submitted": "auto-replied"}))
    return f"klacht {world.store.state.set_aside[0].id}"


def test_what_was_set_aside_is_made_a_complaint_by_a_partner_and_below_the_morning_mail(world):
    line = set_aside(world)
    begin(world, "@piet\ngeen klacht: vraag, wilde een factuur")
    kept = register(world)
    assert "Antwoord hiervoor op het ochtendbericht." in says(world, line).text
    assert "Dat kan alleen een partner." in says(world, line, member=PIET, below=world.last(PIET)).text
    assert register(world) == kept


def test_mail_that_is_not_kept_any_more_is_made_no_complaint(world):
    line = set_aside(world)
    world.receive(mail("De koffie was ook koud.", In_Reply_To="<eerste@example.nl>"))
    follow_up, agenda = world.last(JAN), says(world, "agenda")
    kept = register(world)
    world.store.erase([world.store.state.set_aside[0].sha256, world.complaint().messages[-2].sha256])
    for below, said in ((agenda, line), (follow_up, "nieuw")):
        assert "Dat bericht is niet meer bewaard." in says(world, said, below=below).text
    assert register(world) == kept


def draft(world):
    return next(x for x in reversed(world.letters(JAN)) if x.subject.startswith("Concept"))


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("voorstel: U krijgt een nieuwe dag.", "Er staat nog geen uitkomst in: schrijf “uitkomst: …”."),
        (
            "klager: Sanne <no-reply@example.nl>\nantwoord: Wij bellen u.",
            "Dat kan niet: dit adres leest geen antwoorden. Bel of schrijf de klager, en meld het met “uitkomst gemeld”",
        ),
    ],
)
def test_a_draft_that_cannot_go_stays_and_is_answered_with_what_to_do_first(world, before, sentence):
    begin(world, before)
    kept = register(world)
    answered = says(world, "verstuur", below=draft(world))
    assert sentence in " ".join(answered.text.split())
    assert register(world) == kept


def test_a_letter_to_several_names_who_does_not_get_it_and_why(world):
    begin(world, f"{TOGETHER}\nK2026-0002 klager: Kees <no-reply@example.nl>\nantwoord aan allen: Wij bellen u.")
    answered = says(world, "verstuur", below=draft(world))
    assert "Kees krijgt geen brief: dit adres leest geen antwoorden." in answered.text
    assert [x.to for x in world.news() if not x.to.endswith("@ront.nl")] == ["sanne@example.nl"]


def test_who_leaves_makes_the_draft_that_was_shown_out_of_date(world):
    begin(world, f"{TOGETHER}\nuitkomst: Pech.\nvoorstel: U krijgt een nieuwe dag.")
    shown = draft(world)
    assert "Kees" in shown.text
    says(world, KEES_LEFT)
    again = says(world, "verstuur", below=shown)
    assert "Er is intussen iets veranderd." in again.text
    assert "Kees" not in again.text


def test_a_complaint_that_is_grouped_twice_in_one_line_is_taken_in_once(world):
    asked = says(world, "groep 2 K2026-0002")
    assert "K2026-0001: K2026-0002 Kees." in asked.text
    says(world, "groep 2 K2026-0002 zeker")
    assert [m.text for m in world.complaint().messages if m.direction == "in" and m.kind == "complaint"] == [
        "",
        "De zaal was koud.",
    ]


NO_READER = "Kees krijgt geen brief: dit adres leest geen antwoorden."


@pytest.mark.parametrize(("address", "letter"), [("kees@werk.example", True), ("no-reply@example.nl", False)])
def test_who_leaves_gets_a_letter_about_it_or_the_answer_says_why_not(world, address, letter):
    begin(world, f"{TOGETHER}\nK2026-0002 klager: Kees <{address}>")
    answered = says(world, KEES_LEFT)
    assert (NO_READER in answered.text) != letter
    assert ("Wie klaagde, krijgt daarover een brief." in answered.text) == letter
    assert [x.to for x in world.news() if not x.to.endswith("@ront.nl")] == ([address] if letter else [])


@pytest.mark.parametrize(("reached", "told"), [("", True), (", Dorpsstraat 1, 7311 AB Apeldoorn", False)])
def test_closing_says_that_nobody_can_write_to_a_complainant_without_any_address(reached, told):
    world = World()
    text = f"Klager: Sanne de Boer, 06-12345678{reached}\nBetreft: training\nErnst: substantieel"
    world.receive(mail(text, sender=PIET, subject="Mondelinge klacht"))
    answered = each(world, "bevestig", "uitkomst gemeld: excuses", "oorzaak: planning", "structureel: nee", "sluit")
    assert ("Sanne de Boer krijgt geen brief: er is geen adres bekend." in answered.text) == told
    assert (world.complaint().draft is None) == told


def test_a_draft_that_is_taken_back_in_the_same_mail_is_not_shown(world):
    answered = says(world, "antwoord: Wij bellen u.\nongedaan")
    assert "“antwoord: Wij bellen u.” is ongedaan gemaakt." in answered.text
    assert "Concept" not in answered.subject
    assert world.complaint().draft is None


def test_so_many_general_measures_are_kept_until_one_is_dropped(world, monkeypatch):
    monkeypatch.setattr(firmwide, "MOST", 2)
    begin(world, "algemene maatregel: nabellen\nalgemene maatregel: eerder beginnen")
    third = "algemene maatregel: koffie"
    assert "Er staan al 2 algemene maatregelen. Laat er eerst een vervallen." in says(world, third).text
    says(world, "algemene maatregel: 1 vervalt")
    assert "Algemene maatregel 3 vastgelegd" in says(world, third).text
