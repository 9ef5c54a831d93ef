"""Members who want more than is theirs: employees, those whom a complaint is about, and those who were."""

import pytest

from klachtmail.domain.record import to_json
from tests.attacks.ground import ELS, FIRST, JAN, PIET, SECOND, Ground, mail, unharmed

SECRET = ("Kees", "kees@example.org", "factuur klopt niet")


@pytest.fixture
def ground():
    return Ground()


@pytest.mark.parametrize(
    "line",
    [
        "@els",
        "@piet",
        "geen klacht: vraag, x",
        "samenvoegen K2026-0002",
        "betreft @els",
        "besproken: weg ermee",
        "klacht",
        "ik",
        "bewaar langer: x",
    ],
)
def test_an_employee_gives_no_command_of_a_partner_on_his_own_complaint(ground, line):
    before = ground.snapshot()
    ground.receive(ground.answered(ground.assigned, PIET, line))
    after = ground.snapshot()
    unharmed(
        {FIRST: {k: v for k, v in before[FIRST].items() if k != "undo"}},
        {FIRST: {k: v for k, v in after[FIRST].items() if k != "undo"}},
    )


@pytest.mark.parametrize("line", ["overleg vervalt", "overleg gehouden", "overleg 12 december 9:00"])
def test_an_employee_does_not_move_the_partner_meeting(ground, line):
    ground.receive(ground.answered(ground.assigned, PIET, line))
    assert to_json(ground.store.state.meeting, without_defaults=True) == {}


@pytest.mark.parametrize(
    "line",
    [
        "sluit",
        "gebeld",
        "notitie: x",
        "uitkomst: x",
        "klager: Boef <boef@evil.example>",
        "ingrijpend",
        "dossier",
        "wie heeft deze?",
        "ongedaan",
    ],
)
def test_an_employee_commands_and_sees_nothing_of_somebody_elses_complaint(ground, line):
    ground.receive(ground.answered(ground.assigned, PIET, "status"))
    listing = ground.news()[0]
    before = ground.snapshot()
    ground.news()
    ground.receive(ground.answered(listing, PIET, f"{SECOND} {line}"))
    unharmed(before, ground.snapshot())
    assert not any(word in x.text for x in ground.news() if x.to == PIET for word in SECRET)
    assert any(h.event == "refused" and h.actor == PIET for h in ground.complaint(SECOND).history)


@pytest.mark.parametrize(
    "question", ["status", "agenda", "zoek factuur", "zoek kees@example.org", f"zoek {SECOND}", "zoek K2026"]
)
def test_an_employee_finds_nothing_of_somebody_elses_complaint(ground, question):
    ground.news()
    ground.receive(ground.answered(ground.assigned, PIET, question))
    for letter in ground.news():
        found = letter.text.lower().replace(question.removeprefix("zoek ").lower(), "")
        assert not any(word.lower() in found for word in SECRET)


def test_an_employee_who_gave_it_back_has_no_say_any_more(ground):
    ground.receive(
        ground.answered(ground.assigned, PIET, "geef terug"), mail("Hallo?", In_Reply_To="<eerste@example.nl>")
    )
    before = ground.snapshot()
    ground.later(days=15)
    ground.news()
    ground.receive(
        ground.answered(ground.assigned, PIET, "sluit\nuitkomst: x\ndossier"),
        ground.answered(ground.draft, PIET, "verstuur"),
    )
    unharmed(before, ground.snapshot())
    assert not any("Hallo?" in x.text or "trainer was te laat" in x.text for x in ground.news() if x.to == PIET)


@pytest.fixture
def about_els(ground):
    ground.old = next(x for x in ground.letters(ELS) if FIRST in x.subject)
    ground.receive(ground.answered(ground.routed, JAN, "betreft @els"))
    ground.news()
    return ground


@pytest.mark.parametrize(
    "line",
    [
        "sluit",
        "dossier",
        "wie heeft deze?",
        "@jan",
        "notitie: x",
        "ik",
        "ongedaan",
        "verstuur",
        "bevestig",
        "zomaar wat tekst",
    ],
)
def test_nobody_commands_or_reads_a_complaint_about_himself_with_an_old_letter(about_els, line):
    before = about_els.snapshot()
    about_els.receive(about_els.answered(about_els.old, ELS, line))
    unharmed(before, about_els.snapshot())
    assert not any("Sanne" in x.text or "trainer" in x.text for x in about_els.news() if x.to == ELS)


@pytest.mark.parametrize(
    "line", ["status", "zoek trainer", "zoek sanne", f"{FIRST} dossier", f"{SECOND} samenvoegen {FIRST} zeker"]
)
def test_nobody_finds_a_complaint_about_himself_by_another_way(about_els, line):
    listing = next(x for x in reversed(about_els.letters(ELS)) if SECOND in x.subject)
    about_els.receive(about_els.answered(listing, ELS, "status"))
    overview = about_els.news()[0]
    before = about_els.snapshot()
    about_els.receive(about_els.answered(overview, ELS, line))
    unharmed(before, about_els.snapshot())
    assert not any("Sanne" in x.text or "De trainer" in x.text for x in about_els.news() if x.to == ELS)


def test_a_forged_substitute_gets_no_reminder_about_himself(about_els):
    about_els.receive(about_els.answered(about_els.routed, JAN, "afwezig t/m 31 december, @els neemt waar"))
    about_els.news()
    about_els.later(days=12)
    about_els.sweep()
    assert not any("Sanne" in x.text for x in about_els.news() if x.to == ELS)
