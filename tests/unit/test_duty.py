"""Nobody's complaint does not stay so: a duty partner by turn, or a coordinator who decides nothing."""

import datetime as dt
import itertools

import pytest

from klachtmail.domain.records.duty import on_duty
from klachtmail.domain.records.state import Absence
from tests.world import ELS, JAN, NO_LIMITS, PIET, World, firm, mail

TURN = {"turn": [JAN, ELS]}
COORDINATED = {
    "duty": {"coordinator": PIET},
    "employees": [
        {"name": "Piet Jansen", "address": PIET, "alias": "piet", "role": "coordinator"},
        {"name": "Noor Smit", "address": "noor@ront.nl", "alias": "noor", "role": "employee"},
    ],
}
WEEKS = [dt.date(2026, 11, 23), dt.date(2026, 11, 30), dt.date(2026, 12, 7)]  # Mondays


def begun(**sections):
    world = World(**sections)
    world.receive(mail("De trainer kwam niet en niemand belde ons terug. Ik wil mijn geld terug."))
    return world


def test_partners_take_turns_by_the_week_also_over_the_new_year():
    ronts = firm(duty=TURN)
    days = [dt.date(2026, 11, 23) + dt.timedelta(days=n) for n in range(70)]
    duty = [on_duty(ronts, (), day).address for day in days]
    weeks = [set(duty[n : n + 7]) for n in range(0, 70, 7)]
    assert all(len(week) == 1 for week in weeks)
    assert all(one != other for one, other in itertools.pairwise(weeks))


def test_who_is_away_is_not_on_duty():
    ronts = firm(duty=TURN)
    usual = on_duty(ronts, (), WEEKS[0])
    other = on_duty(ronts, (), WEEKS[1])
    away = Absence(member=usual.address, until=WEEKS[0])
    assert on_duty(ronts, (away,), WEEKS[0]) == other
    assert on_duty(ronts, (away, Absence(member=other.address, until=WEEKS[0])), WEEKS[0]) is None


def test_without_duty_nothing_is_said_of_it():
    world = begun()
    assert on_duty(world.firm, (), WEEKS[0]) is None
    assert not any("dienst" in letter.text for letter in world.letters(JAN))


def test_every_partner_gets_the_complaint_and_reads_who_sees_to_it():
    world = begun(duty=TURN)
    duty = on_duty(world.firm, (), world.now.date())
    for partner in (JAN, ELS):
        text = world.last(partner).text
        assert ("Jij hebt dienst" if partner == duty.address else f"{duty.name} heeft dienst") in text


def test_who_is_on_duty_is_asked_first_and_the_other_partners_from_the_second_time_on():
    world = begun(duty=TURN)
    asked = {}
    for _ in range(4):
        world.later(days=1)
        world.news()
        world.sweep()
        asked[str(world.now.date())] = {x.to for x in world.news() if "Niemand heeft de klacht" in x.text}
    duty = on_duty(world.firm, (), WEEKS[0]).address
    assert asked == {"2026-11-24": {duty}, "2026-11-25": set(), "2026-11-26": {JAN, ELS}, "2026-11-27": set()}


def test_a_complaint_about_who_is_on_duty_falls_to_the_other_partners():
    world = begun(duty=TURN)
    duty = on_duty(world.firm, (), WEEKS[0])
    other = ELS if duty.address == JAN else JAN
    world.reply(other, f"betreft @{duty.alias}")
    world.later(days=1)
    world.news()
    world.sweep()
    assert {x.to for x in world.news() if "Niemand heeft de klacht" in x.text} == {other}


def test_the_agenda_says_who_is_on_duty():
    world = begun(duty=TURN)
    world.later(days=7, hours=-0.9)
    world.sweep()
    duty = on_duty(world.firm, (), WEEKS[1])
    agenda = next(x for x in reversed(world.letters(JAN)) if x.subject.startswith("Agenda"))
    assert f"{duty.name} heeft deze week dienst" in agenda.text


def test_what_does_not_move_is_told_to_who_is_on_duty_when_nobody_else_was_named():
    world = begun(duty=TURN, escalation={"after_days": 5})
    world.reply(JAN, "ik\ngebeld")
    world.later(days=7)
    world.news()
    world.sweep()
    told = {x.to for x in world.news() if "staat stil" in x.text}
    assert told == {on_duty(world.firm, (), WEEKS[1]).address}


def test_the_coordinator_gets_every_complaint_and_the_agenda():
    world = begun(**COORDINATED)
    assert "Jij hebt dienst" in world.last(PIET).text
    assert not world.letters("noor@ront.nl")
    world.later(days=7, hours=-0.9)
    world.sweep()
    assert any(x.subject.startswith("Agenda") for x in world.letters(PIET))


def test_the_coordinator_gives_it_to_somebody_and_takes_it_back():
    world = begun(**COORDINATED)
    routing = world.last(PIET)
    world.reply(PIET, "@noor", routing)
    assert world.complaint().handler == "noor@ront.nl"
    assert "Training vastgoedrekenen" in world.last("noor@ront.nl").text
    world.reply(PIET, "geef terug: Noor is ziek", routing)
    assert world.complaint().handler is None


def test_the_coordinator_reminds_who_has_it_and_a_partner_is_only_told():
    world = begun(**COORDINATED)
    routing, of_jan = world.last(PIET), world.last(JAN)
    world.reply(PIET, "@noor", routing)
    world.news()
    world.reply(JAN, "@noor", of_jan)
    assert "noor@ront.nl" not in {x.to for x in world.news()}
    world.reply(PIET, "@noor\nnotitie: zij belt niet", routing)
    assert "krijgt een herinnering" in world.last(PIET).text
    assert "Een herinnering van Piet Jansen: hoe staat het hiermee?" in world.last("noor@ront.nl").text
    assert any(entry.detail == "herinnering aan noor@ront.nl" for entry in world.complaint().history)


def test_the_coordinator_confirms_who_complained_and_merges():
    world = begun(**COORDINATED)
    world.receive(mail("Ook ik wil mijn geld terug.", sender="Ali <ali@example.org>", subject="Geld terug"))
    world.reply(PIET, "samenvoegen K2026-0001 zeker")
    assert world.complaint("K2026-0002").merged_into == "K2026-0001"


@pytest.mark.parametrize(
    "line",
    [
        "sluit",
        "oordeel: gegrond",
        "geen klacht: anders, een misverstand",
        "uitkomst: De trainer was ziek.",
        "verstuur",
        "ingetrokken: het bleek een misverstand",
        "uitstel 1 februari: de trainer is ziek",
        "niet ingrijpend",
        "besproken: we betalen terug",
        "betreft niet @jan",
        "betreft @jan",
        "ik pak het op",
        "maatregel: dubbel controleren",
        "toezegging: 450 euro terug",
        "heropen",
        "antwoord: Wij bellen u.",
    ],
)
def test_what_decides_the_coordinator_does_not_do_and_it_is_kept_as_a_note(line):
    world = begun(**COORDINATED)
    before = world.complaint()
    world.news()
    world.reply(PIET, line)
    after = world.complaint()
    assert "Dat beslist de behandelaar of een partner" in world.last(PIET).text
    assert (after.history[-1].event, after.history[-1].actor, after.history[-1].detail) == ("noted", PIET, line)
    assert (after.status, after.handler, after.judgement, after.draft) == (before.status, None, None, None)
    assert {x.to for x in world.news()} == {PIET}


def test_the_coordinator_is_no_handler():
    world = begun(**COORDINATED)
    world.reply(JAN, "@piet")
    assert "coördineert" in world.last(JAN).text
    assert world.complaint().handler is None
    assert not any("Piet" in label for label in world.letters(JAN)[0].buttons)


def test_what_the_coordinator_hears_goes_to_somebody_else():
    world = World(**COORDINATED)
    world.receive(mail("mondeling", sender=f"Piet <{PIET}>", subject="mondeling"))
    form = world.last(PIET)
    report = "Klager: Fatma Yilmaz, fatma@example.nl\nBetreft: training\nOntvangen: vandaag\nErnst: substantieel\nWat is er gezegd: de zaal was dicht"
    world.reply(PIET, report, form)
    assert world.complaint().handler is None
    assert "Piet Jansen hoorde deze klacht." in world.last(JAN).text


def test_every_button_of_the_coordinator_does_something():
    world = begun(**COORDINATED)
    world.receive(mail("Ook ik wil mijn geld terug.", sender="Ali <ali@example.org>"))
    world.receive(mail("En ik ook.", sender="Bo <bo@example.org>"))
    world.later(days=1)
    world.sweep()
    world.later(days=6, hours=-0.9)
    world.sweep()
    seen = list(world.letters(PIET))
    labels = [(letter, label) for letter in seen for label in letter.buttons]
    assert {label.split()[0] for _, label in labels} >= {"Geef", "Ingrijpend", "Groep:"}
    for letter, label in labels:
        world.press(PIET, label, letter)
        assert "Dat beslist" not in world.last(PIET).text, label


def test_the_coordinator_in_whose_complaint_he_is_named_merges_nothing():
    world = World(**COORDINATED)
    world.receive(mail("Piet Jansen was onbeschoft aan de telefoon."))
    world.receive(mail("Nog iets.", sender="Ali <ali@example.org>"))
    routing = next(x for x in world.letters(PIET) if "K2026-0001]" in x.subject)
    world.reply(PIET, "samenvoegen K2026-0002 zeker", routing)
    assert "wordt in deze klacht genoemd" in world.last(PIET).text


NOOR = "noor@ront.nl"


@pytest.fixture
def replaced():
    """Piet coordinates and is away; Noor takes his place."""
    world = World(**COORDINATED)
    world.receive(mail("Mag ik een mail van jullie?", sender=f"Piet <{PIET}>", subject="status"))  # with a token
    world.reply(PIET, "afwezig t/m 11 december, @noor neemt waar")
    assert "Noor Smit verdeelt intussen de klachten" in world.last(PIET).text
    world.receive(mail("De trainer kwam niet en niemand belde ons terug."))
    return world


def test_who_takes_the_coordinators_place_gets_the_complaints_and_gives_them_to_others(replaced):
    assert "Jij hebt dienst" in replaced.last(NOOR).text
    assert "Noor Smit heeft dienst" in replaced.last(JAN).text
    assert "Ik pak het op" not in replaced.last(NOOR).buttons
    assert "Geen klacht" not in replaced.last(NOOR).buttons
    replaced.press(NOOR, "Geef aan Els")
    assert replaced.complaint().handler == ELS


def test_who_takes_the_coordinators_place_is_reminded_first(replaced):
    replaced.later(days=1)
    replaced.news()
    replaced.sweep()
    (asked,) = replaced.news()
    assert asked.to == NOOR
    assert "Je krijgt dit voor Piet Jansen" in asked.text
    assert not any("pak het op" in label for label in asked.buttons)
    replaced.press(NOOR, "Geef aan Jan", asked)
    assert replaced.complaint().handler == JAN


@pytest.mark.parametrize(
    "line", ["oordeel: gegrond", "sluit", "geen klacht: anders, onzin", "uitkomst: Excuses.", "ik"]
)
def test_who_takes_the_coordinators_place_decides_nothing_either(replaced, line):
    before = replaced.complaint()
    replaced.reply(NOOR, line)
    after = replaced.complaint()
    assert (after.status, after.judgement, after.draft, after.handler) == (before.status, None, None, None)


def test_who_takes_the_coordinators_place_merges_and_is_nobody_again_when_he_is_back(replaced):
    routing = replaced.last(NOOR)
    replaced.receive(mail("Ook ik wil mijn geld terug.", sender="Ali <ali@example.org>", subject="Geld terug"))
    replaced.reply(NOOR, "samenvoegen K2026-0001 zeker")
    assert replaced.complaint("K2026-0002").merged_into == "K2026-0001"
    replaced.reply(PIET, "weer terug")
    replaced.reply(NOOR, "@els", routing)
    assert replaced.complaint().handler is None
    replaced.news()
    replaced.receive(mail("Nog een.", sender="Bo <bo@example.org>", subject="Nog een"))
    assert NOOR not in {x.to for x in replaced.news()}


def test_a_partner_in_the_coordinators_place_does_what_a_partner_does():
    world = World(**COORDINATED)
    world.receive(mail("Mag ik een mail van jullie?", sender=f"Piet <{PIET}>", subject="status"))  # with a token
    world.reply(PIET, "afwezig t/m 11 december, @els neemt waar")
    world.receive(mail("De trainer kwam niet."))
    assert "Jij hebt dienst" in world.last(ELS).text
    world.press(ELS, "Ik pak het op")
    assert world.complaint().handler == ELS


def test_without_a_substitute_the_partners_are_asked():
    world = World(**COORDINATED)
    world.receive(mail("Mag ik een mail van jullie?", sender=f"Piet <{PIET}>", subject="status"))  # with a token
    world.reply(PIET, "afwezig t/m 11 december")
    world.receive(mail("De trainer kwam niet."))
    assert "heeft dienst" not in world.last(JAN).text
    world.later(days=1)
    world.news()
    world.sweep()
    assert {x.to for x in world.news()} == {JAN, ELS}


def test_the_list_of_many_new_complaints_offers_the_coordinator_what_he_may():
    world = World(**COORDINATED, limits={**NO_LIMITS, "routing_hour": 1})
    for name in ("Ali", "Bo", "Cas"):
        world.receive(
            mail(f"{name} is ontevreden.", sender=f"{name} <{name.lower()}@example.org>", subject=f"Zaak {name}")
        )
    world.later(hours=2)
    world.poll()
    listed = next(x for x in reversed(world.letters(PIET)) if "zonder behandelaar" in x.subject)
    assert "ik pak het op" not in listed.text
    assert not any("pak het op" in label for label in listed.buttons)
    for label in [each for each in listed.buttons if "Noor" in each or "Geef" in each]:
        world.press(PIET, label, listed)
        assert "Dat beslist" not in world.last(PIET).text
    of_jan = next(x for x in reversed(world.letters(JAN)) if "zonder behandelaar" in x.subject)
    assert " ik" in of_jan.text
