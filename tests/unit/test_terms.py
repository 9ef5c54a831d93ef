"""Terms of any length, postponement as a scheme allows it, a second clock for the GDPR, and what does not move."""

import datetime as dt
import itertools
from dataclasses import replace

import pytest

from klachtmail.domain.conduct.postponing import why_not_later
from klachtmail.domain.conduct.scene import Scene
from klachtmail.domain.firm.firm import Procedure
from klachtmail.domain.records.deadlines import reminder_dates
from klachtmail.domain.records.parties import complainants
from tests.letters_read import answer, is_morning_mail
from tests.world import ELS, JAN, MONDAY, PIET, World, mail

MAILS = itertools.count()
CLOSED = {
    "name": "RONT",
    "address": "klachten@ront.nl",
    "domains": ["ront.nl"],
    "closed": [{"from": "2026-12-08", "to": "2026-12-10"}],
}


def begun(**sections):
    world = World(**sections)
    world.receive(mail("Wat hebt u van mij? Mijn gegevens liggen op straat.", message_id="eerste@example.nl"))
    return world


def say(world, text, member=JAN):
    """Have a member answer the mail that brought the complaint: one line, one mail."""
    letter = next(x for x in world.letters(member) if "K2026-0001]" in x.subject)
    for line in text.splitlines():
        world.receive(answer(letter, member, line, subject=f"Re: {letter.subject} ({next(MAILS)})"))


def draft(world):
    return next(x for x in reversed(world.letters(JAN)) if x.subject.startswith("Concept"))


def test_reminders_come_at_half_at_four_fifths_and_on_the_last_working_day():
    world = begun(procedure={"answer_within_days": 42})
    dates = [str(one.on) for one in reminder_dates(world.complaint(), calendar(world))]
    assert dates == ["2026-12-14", "2026-12-26", "2027-01-04"]


def test_the_firm_says_at_which_parts_of_a_term_it_is_reminded():
    world = begun(procedure={"answer_within_days": 40, "reminders": [0.25, 0.75]})
    say(world, "ik\ngebeld")
    reminded = {}
    for _ in range(40):
        world.later(days=1)
        world.news()
        world.sweep()
        for letter in world.news():
            if "hoort over" in letter.subject:
                reminded.setdefault(str(world.now.date()), set()).add(letter.to)
    assert reminded == {"2026-12-03": {JAN}, "2026-12-23": {JAN, ELS}, "2026-12-31": {JAN, ELS}}


def test_a_request_for_access_is_reminded_of_as_any_term_is():
    world = begun()
    say(world, "ik\ngebeld\navg: inzage\nuitkomst gemeld: excuses")
    days = []
    for _ in range(33):
        world.later(days=1)
        world.news()
        world.sweep()
        if any("inzage" in letter.text.lower() for letter in world.news() if letter.to == ELS):
            days.append(str(world.now.date()))
    assert days == ["2026-12-08", "2026-12-17", "2026-12-23", "2026-12-24"]


def calendar(world):
    from klachtmail.domain.firm.calendar import Calendar

    return Calendar(world.firm.organisation)


@pytest.mark.parametrize(
    ("preset", "days", "times", "longest"),
    [("free", 14, None, None), ("crkbo", 28, None, None), ("awb", 42, 1, 28), ("wkkgz", 42, 1, 28)],
)
def test_a_preset_fills_in_the_terms_of_its_scheme(preset, days, times, longest):
    made = Procedure.model_validate({"preset": preset})
    assert (made.answer_within_days, made.postpone.times, made.postpone.days) == (days, times, longest)
    assert Procedure.model_validate({"preset": preset, "answer_within_days": 10}).answer_within_days == 10


def test_a_scheme_bounds_postponement_and_consent_goes_beyond_it():
    world = begun(procedure={"postpone": {"times": 1, "days": 28}})
    say(world, "ik\nuitstel 1 februari: de trainer is ziek")
    assert "hoogstens 28 dagen" in world.last(JAN).text
    say(world, "uitstel 21 december: de trainer is ziek")
    world.receive(answer(draft(world), JAN, "verstuur"))
    assert str(world.complaint().due_on) == "2026-12-21"
    say(world, "uitstel 4 januari: de trainer is nog ziek")
    assert "Uitstel mag hier 1 keer" in world.last(JAN).text
    say(world, "uitstel 4 januari: de trainer is nog ziek, met instemming van de klager")
    assert str(world.complaint().draft.due_on) == "2027-01-04"


def test_a_data_leak_has_72_hours_and_a_request_for_access_a_month():
    world = begun()
    say(world, "ik\navg: inzage")
    world.news()
    say(world, "avg: datalek")
    assert "Mogelijk een datalek" in next(x for x in world.news() if x.to == ELS).text
    access, leak = world.complaint().statutory
    assert (leak.due_at - leak.since).days == 3
    assert str(access.due_at.date()) == "2026-12-23"
    world.later(days=1)
    world.sweep()
    assert "Meld het datalek" in world.last(ELS).text
    say(world, "avg: datalek gereed\navg: inzage gereed")
    assert all(one.done_at for one in world.complaint().statutory)


@pytest.mark.parametrize(("received", "said"), [(23, "vandaag"), (24, "morgen"), (26, "over 3 dagen")])
def test_on_its_own_day_and_the_day_before_a_term_is_told_as_people_say_it(received, said):
    world = World(MONDAY.replace(day=received), organisation=CLOSED)
    world.receive(mail("De zaal was koud."))
    say(world, "ik\ngebeld")
    world.now = MONDAY.replace(month=12, day=7)
    world.sweep()
    assert f"Sanne de Boer hoort {said} de uitkomst" in [x.subject.partition(" · ")[0] for x in world.letters(JAN)]


def test_what_does_not_move_is_told_to_whom_the_firm_named_for_that():
    world = begun(escalation={"after_days": 5, "to": ELS})
    say(world, "ik\ngebeld")
    world.later(days=7)
    world.news()
    world.sweep()
    assert {x.to for x in world.news() if "staat stil" in x.text} == {ELS}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("gaat over @els", {JAN}),
        ("afwezig t/m 18 december, @piet neemt waar", {PIET}),
        ("afwezig t/m 18 december, @piet neemt waar\ngaat over @piet", {JAN}),
        ("afwezig t/m 18 december, @piet neemt waar\ngaat over @els", {JAN}),
        ("afwezig t/m 18 december", {JAN}),
    ],
    ids=["about him", "away", "about who takes his place", "about him, and away", "away, and nobody takes his place"],
)
def test_what_does_not_move_never_goes_to_whom_it_is_about_and_always_to_somebody(line, told):
    world = begun(escalation={"after_days": 5, "to": ELS})
    for each in line.split("\n"):
        world.reply(ELS, each, to=world.letters(ELS)[0])
    say(world, "ik\ngebeld")
    world.later(days=7)
    world.news()
    world.sweep()
    says_so = ("staat stil", "Hier gebeurde niets meer")
    assert {x.to for x in world.news() if any(each in x.text for each in says_so)} == told


@pytest.mark.parametrize(
    ("reason", "agrees"),
    [
        ("met instemming van de klager", True),
        ("de klager vindt het goed", True),
        ("de klager is akkoord, de trainer is ziek", True),
        ("de klager stemt ermee in", True),
        ("zonder instemming van de klager", False),
        ("de klager gaf geen toestemming", False),
        ("de klager vindt het niet goed", False),
        ("toestemming is nog niet gevraagd", False),
        ("klager is niet akkoord", False),
        ("de trainer is ziek", False),
    ],
)
def test_consent_is_what_the_client_gave_and_not_what_he_withheld(reason, agrees):
    world = begun(procedure={"postpone": {"times": 0, "days": None}})
    world.receive(answer(world.last(JAN), JAN, f"uitstel 1 februari: {reason}"))
    assert (world.complaint().draft is not None) == agrees


def test_the_second_clock_begins_with_the_mail_that_says_so():
    world = begun()
    routing = world.last(JAN)
    world.later(days=20)
    world.receive(answer(world.last("sanne@example.nl"), "sanne@example.nl", "U mailde mijn cijfers aan anderen."))
    told = next(x for x in reversed(world.letters(JAN)) if "schrijft opnieuw" in x.subject)
    world.receive(answer(told, JAN, "avg: datalek"))
    assert "16 december 2026" in world.last(JAN).text
    assert "voorbij" not in world.last(JAN).text
    world.receive(answer(routing, JAN, "avg: inzage"))
    (leak, access) = world.complaint().statutory
    assert (leak.since.day, access.since.day) == (13, 23)


def test_a_term_that_is_over_when_somebody_says_so_is_said_to_be_over():
    world = begun()
    world.later(days=5)
    world.receive(answer(world.last(JAN), JAN, "avg: datalek"))
    assert "Die dag is voorbij: doe het vandaag nog" in world.last(JAN).text


def test_among_other_reminders_it_still_says_that_nothing_happened():
    world = begun(escalation={"after_days": 5, "to": ELS})
    world.receive(answer(world.last(JAN), JAN, "ik"))
    world.later(days=14)
    world.sweep()
    morning = next(x for x in reversed(world.letters(ELS)) if is_morning_mail(x))
    assert "staat stil" not in morning.subject
    assert "Hier gebeurde niets meer sinds 23 november." in morning.text


def test_of_two_clocks_only_the_one_that_is_done_stops():
    world = begun()
    routing = world.last(JAN)
    for line in ("ik", "avg: datalek", "avg: inzage"):
        world.receive(answer(routing, JAN, line))
    world.receive(answer(routing, JAN, "avg: gereed"))
    asked = world.last(JAN)
    assert "Welke is gereed?" in asked.text
    assert all(one.done_at is None for one in world.complaint().statutory)
    world.later(days=1)
    world.sweep()
    world.press(JAN, "Gedaan", next(x for x in reversed(world.letters(JAN)) if is_morning_mail(x)))
    assert [(one.kind, one.done_at is None) for one in world.complaint().statutory] == [
        ("datalek", False),
        ("inzage", True),
    ]
    world.press(JAN, "Inzage gereed", asked)
    assert all(one.done_at is not None for one in world.complaint().statutory)


@pytest.mark.parametrize(
    ("found", "told"),
    [((27, 8), [28, 29]), ((27, 16), [30]), ((26, 10), [27, 28, 29])],  # Friday early and late, Thursday
)
@pytest.mark.parametrize("first", ["", "avg: inzage\n"], ids=["alone", "behind a request for access"])
def test_the_72_hours_of_a_data_leak_run_through_the_weekend_and_so_do_its_reminders(found, told, first):
    world = World(now=dt.datetime(2026, 11, *found, tzinfo=MONDAY.tzinfo))
    world.receive(mail("Mijn gegevens liggen op straat.", sender="Kees Klant <kees@example.nl>"))
    world.receive(answer(world.last(JAN), JAN, f"ik\n{first}avg: datalek"))
    days = []
    for on in range(found[0] + 1, 31):
        world.now, before = dt.datetime(2026, 11, on, 8, 31, tzinfo=MONDAY.tzinfo), world.news()
        world.sweep()
        world.sweep()
        mornings = [x for x in world.news() if is_morning_mail(x)]
        if mornings and world.now < world.complaint().statutory[-1].due_at:
            assert {x.to for x in mornings} == {JAN, ELS}, before
            assert all("datalek" in x.text for x in mornings)
            days.append(on)
    assert days == told


@pytest.mark.parametrize(("said", "times", "allowed"), [(0, 1, True), (1, 1, False), (1, 2, True)])
def test_a_register_of_before_the_later_days_were_kept_counts_them_in_its_history(said, times, allowed):
    world = begun(procedure={"postpone": {"times": times}})
    say(world, "uitstel gemeld 14 december: de trainer is ziek\n" * said)
    found = world.complaint()
    older = replace(found, complainant=replace(found.complainant, postponed=()))
    scene = Scene(world.store, world.firm, world.now, world.firm.partners[0])
    why = why_not_later(scene, older, complainants(older), dt.date(2026, 12, 21), "de zaal is bezet")
    assert why.startswith("" if allowed else "Uitstel mag hier 1 keer, en dat is al gegeven.")
    assert bool(why) != allowed
