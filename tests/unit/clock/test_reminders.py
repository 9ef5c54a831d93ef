"""Who is reminded of what in the morning: the clock of the design, line by line."""

import datetime as dt
from dataclasses import replace

import pytest
from clock_examples import (
    ELS,
    FIRM,
    JAN,
    PIET,
    Register,
    at,
    complaint,
    date,
    days,
    events,
    firm_with,
    go_round,
    taken,
    told,
)

from klachtmail.domain.agenda.clock import Day
from klachtmail.domain.agenda.contents import MorningItem
from klachtmail.domain.agenda.morning_items import at_the_end, in_order, unheeded_item
from klachtmail.domain.agenda.reminders import morning, morning_requests
from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.records.letter import Button
from klachtmail.domain.records.model import Draft, HistoryEntry, Measure
from klachtmail.domain.records.state import Absence, State, Unheeded

NOBODY: dict[str, list[str]] = {}


def item(register: Register, moment: str, name: str = "jan", firm=FIRM) -> MorningItem:
    """The only item of this member's mail."""
    done = go_round(register, at(moment), firm)
    (found,) = next(letter.data.items for letter in done.requests if letter.to.startswith(name))
    return found


def labels(found: MorningItem) -> list[str]:
    return [button.label for button in found.buttons]


# ── nobody has it ───────────────────────────────────────────────────────────────────────────────────────────────


def test_without_a_handler_all_partners_are_asked_after_one_working_day_on_the_third_and_then_weekly():
    register = Register(complaint(received="2026-11-05 16:00", due_on=date("2027-02-01")))  # a Thursday
    asked = {day: events(register, day) for day in days("2026-11-05", "2026-11-26")}
    assert [day for day, who in asked.items() if who] == ["2026-11-06", "2026-11-10", "2026-11-17", "2026-11-24"]
    assert asked["2026-11-10"] == {"jan": ["no_handler"], "els": ["no_handler"]}


def test_whatever_else_presses_says_again_that_nobody_has_it():
    register = Register(complaint(received="2026-11-02 09:00"))
    for day in days("2026-11-02", "2026-11-12"):
        events(register, day)
    assert events(register, "2026-11-13")["els"] == ["eleven_days", "no_handler"]


def test_what_was_given_back_asks_from_that_day_on_who_takes_it():
    back = HistoryEntry(at=at("2026-11-04 10:00"), actor=JAN.address, event="returned")
    register = Register(complaint(received="2026-11-02 09:00", due_on=date("2027-02-01"), history=(back,)))
    asked = [day for day in days("2026-11-02", "2026-11-17") if events(register, day)]
    assert asked == ["2026-11-05", "2026-11-09", "2026-11-16"]


def test_the_question_who_takes_it_can_be_answered_with_a_button():
    found = item(Register(complaint(received="2026-11-05 16:00")), "2026-11-06 08:30")
    assert found.buttons[0] == Button(
        label="Ik pak het op", line="K2026-0001 ik pak het op", number="K2026-0001", main=True, about="Sanne de Boer"
    )


def test_what_nobody_confirmed_within_a_working_day_is_asked_once_and_not_as_two_questions():
    register = Register(complaint(received="2026-11-05 16:00", confirmed=False, channel="forwarded"))
    assert events(register, "2026-11-06") == {"jan": ["unconfirmed"], "els": ["unconfirmed"]}


def test_a_handler_who_left_the_firm_is_replaced_by_the_partners():
    register = Register(replace(taken(received="2026-11-05 16:00"), handler="weg@ront.nl"))
    assert events(register, "2026-11-05") == {"jan": ["handler_gone"], "els": ["handler_gone"]}


# ── nobody spoke with the client ────────────────────────────────────────────────────────────────────────────────


def test_after_two_working_days_without_contact_the_handler_must_call_and_again_two_days_later_and_weekly():
    waiting = taken(received="2026-11-05 16:00", by=PIET, contacted_at=None, due_on=date("2027-02-01"))
    register = Register(waiting)
    asked = {day: events(register, day) for day in days("2026-11-06", "2026-11-25")}
    told = {"piet": ["contact"]}
    assert {day: who for day, who in asked.items() if who} == dict.fromkeys(
        ("2026-11-09", "2026-11-11", "2026-11-18", "2026-11-25"), told
    )


def test_who_must_call_finds_the_telephone_number_and_reads_how_often_it_was_tried():
    waiting = taken(received="2026-11-05 16:00", contacted_at=None, attempts=2)
    party = replace(waiting.complainant, phone="06 1234 5678")
    found = item(Register(replace(waiting, complainant=party)), "2026-11-09 08:30")
    assert labels(found) == ["Gebeld", "Geen gehoor", "Geef terug", "Bel 06 1234 5678"]
    assert "2 keer tevergeefs" in found.text


def test_a_clients_message_of_two_working_days_ago_reminds_the_handler_also_after_the_outcome():
    answered = taken(status="answered", answered_at=at("2026-11-06 12:00"), waiting_since=at("2026-11-19 12:00"))
    register = Register(answered)
    assert events(register, "2026-11-20") == NOBODY
    assert events(register, "2026-11-23") == {"jan": ["answer"]}
    register.change(replace(answered, waiting_since=None))
    assert events(register, "2026-11-24") == NOBODY


# ── the due date comes nearer ───────────────────────────────────────────────────────────────────────────────────


def test_seven_and_eleven_days_and_the_last_working_day_remind_once_the_partners_from_the_second_on():
    register = Register(taken(received="2026-11-02 09:00", by=PIET))
    asked = {day: events(register, day) for day in days("2026-11-02", "2026-11-16")}
    everybody = ["piet", "jan", "els"]
    assert {day: who for day, who in asked.items() if who} == {
        "2026-11-09": {"piet": ["seven_days"]},
        "2026-11-13": {name: ["eleven_days"] for name in everybody},
        "2026-11-16": {name: ["last_day"] for name in everybody},
    }


def test_a_milestone_in_the_weekend_is_told_on_monday_and_only_then():
    register = Register(taken(received="2026-11-04 09:00"))  # eleven days later is Sunday the 15th
    asked = {day: events(register, day) for day in days("2026-11-04", "2026-11-17")}
    assert [day for day, who in asked.items() if "eleven_days" in who.get("jan", [])] == ["2026-11-16"]


def test_a_due_date_on_a_holiday_reminds_on_the_working_day_before_it():
    register = Register(taken(received="2026-12-12 09:00"))  # due on Second Christmas Day, a Saturday
    asked = [day for day in days("2026-12-12", "2026-12-31") if "last_day" in events(register, day).get("jan", [])]
    assert asked == ["2026-12-24"]


def test_the_handler_can_ask_for_a_new_date_from_the_reminder_and_a_partner_too():
    register = Register(taken(received="2026-11-02 09:00", by=PIET))
    done = go_round(register, at("2026-11-13 08:30"))
    buttons = {letter.to: letter.data.items[0].buttons for letter in done.requests}
    assert [button.label for button in buttons["piet@ront.nl"]] == [
        "Gebeld",
        "Uitstel",
        "Uitkomst schrijven",
        "Geef terug",
    ]
    assert "K2026-0001 uitstel 23 november: " in [button.line for button in buttons["jan@ront.nl"]]
    assert "Geef terug" not in [button.label for button in buttons["jan@ront.nl"]]


def test_the_date_that_the_button_proposes_is_a_working_day():
    found = item(Register(taken(received="2026-12-04 09:00")), "2026-12-18 08:30")  # a week later is Christmas
    assert "K2026-0001 uitstel 28 december: " in [button.line for button in found.buttons]


def test_after_a_postponement_the_new_due_date_has_its_own_last_working_day():
    register = Register(taken(received="2026-11-02 09:00"))
    for day in days("2026-11-02", "2026-11-16"):
        events(register, day)
    register.change(replace(register.complaints["K2026-0001"], due_on=date("2026-11-30")))
    asked = {day: events(register, day) for day in days("2026-11-17", "2026-11-30")}
    assert [(day, who["jan"]) for day, who in asked.items() if who] == [
        ("2026-11-23", ["seven_days"]),
        ("2026-11-27", ["eleven_days"]),
        ("2026-11-30", ["last_day"]),
    ]


def test_who_is_made_handler_late_hears_how_near_the_due_date_is():
    register = Register(taken(received="2026-11-02 09:00", by=JAN))
    events(register, "2026-11-09")
    register.change(taken(received="2026-11-02 09:00", by=PIET))
    assert events(register, "2026-11-10") == {"piet": ["seven_days"]}


# ── too late ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_overdue_reminds_the_handler_daily_and_the_partners_weekly_after_three_working_days():
    register = Register(taken(received="2026-11-02 09:00", by=PIET))
    for day in days("2026-11-02", "2026-11-16"):
        events(register, day)
    asked = {day: sorted(events(register, day)) for day in days("2026-11-17", "2026-12-04")}
    workdays = [day for day in asked if date(day).weekday() < 5]
    assert [day for day in asked if "piet" in asked[day]] == workdays
    partners = ["2026-11-17", "2026-11-18", "2026-11-19", "2026-11-26", "2026-12-03"]
    assert [day for day in asked if "jan" in asked[day]] == partners
    assert [day for day in asked if "els" in asked[day]] == partners


def test_overdue_comes_with_a_letter_of_apology_ready_as_a_draft():
    register = Register(taken(received="2026-11-02 09:00", versions=3))
    found = item(register, "2026-11-17 08:30")
    draft = register.complaints["K2026-0001"].draft
    assert (draft.kind, draft.version, register.complaints["K2026-0001"].versions) == ("apology", 4, 4)
    assert "Excuusbrief" in labels(found)
    assert found.level == "late"
    assert "Nog nodig: de uitkomst vertellen aan de klager, de oorzaak" in found.text


def test_an_unconfirmed_complaint_gets_no_apology_for_nobody_may_be_written_to():
    register = Register(taken(received="2026-11-02 09:00", confirmed=False))
    events(register, "2026-11-17")
    assert register.complaints["K2026-0001"].draft is None


def test_the_apology_is_made_once_and_takes_no_other_drafts_place():
    own = Draft(kind="outcome", version=1, by=JAN.address, at=at("2026-11-12 09:00"), text="Wij vonden")
    register = Register(taken(received="2026-11-02 09:00", draft=own, versions=1))
    assert "Excuusbrief" not in labels(item(register, "2026-11-17 08:30"))
    assert register.complaints["K2026-0001"].draft == own
    excused = HistoryEntry(at=at("2026-11-17 12:00"), actor=JAN.address, event="message_sent", detail="apology")
    register.change(taken(received="2026-11-02 09:00", history=(excused,)))
    events(register, "2026-11-18")
    assert register.complaints["K2026-0001"].draft is None


def test_overdue_without_a_handler_goes_on_asking_the_partners_who_takes_it():
    register = Register(complaint(received="2026-11-02 09:00"))
    assert events(register, "2026-11-17") == {"jan": ["overdue", "no_handler"], "els": ["overdue", "no_handler"]}


# ── corrective measures ─────────────────────────────────────────────────────────────────────────────────────────


def closed_with(*measures: Measure, **fields):
    return taken(
        status="closed",
        answered_at=at("2026-11-10 09:00"),
        closed_at=at("2026-11-12 09:00"),
        measures=measures,
        **fields,
    )


def test_the_owner_of_a_measure_is_asked_on_its_due_date_and_weekly_after_it():
    register = Register(closed_with(Measure(text="Checklist", owner=PIET.address, due_on=date("2027-01-11"))))
    asked = [day for day in days("2027-01-04", "2027-01-31") if events(register, day) == {"piet": ["measure_due"]}]
    assert asked == ["2027-01-11", "2027-01-18", "2027-01-25"]


def test_a_measure_without_an_owner_is_the_handlers_and_without_a_handler_the_partners():
    measure = Measure(text="Checklist", due_on=date("2027-01-11"))
    assert events(Register(closed_with(measure)), "2027-01-11") == {"jan": ["measure_due"]}
    nobody = Register(closed_with(measure, handler=None))
    assert events(nobody, "2027-01-11") == {"jan": ["measure_due"], "els": ["measure_due"]}


def test_a_reminder_of_the_second_measure_names_the_second():
    first = Measure(text="Checklist", owner=ELS.address, done_on=date("2026-12-01"), worked=True)
    second = Measure(text="Vaste zaal", owner=PIET.address, due_on=date("2027-01-11"))
    found = item(Register(closed_with(first, second)), "2027-01-11 08:30", "piet")
    assert "Vaste zaal" in found.text
    assert "Checklist" not in found.text
    assert "maatregel 2" in found.buttons[0].line


def test_ninety_days_after_a_measure_was_done_its_owner_is_asked_whether_it_worked():
    done = Measure(text="Checklist", owner=ELS.address, done_on=date("2026-12-01"))
    register = Register(closed_with(Measure(text="Andere", worked=True, done_on=date("2026-11-01")), done))
    assert events(register, "2027-02-26") == NOBODY
    found = item(register, "2027-03-01 08:30", "els")
    assert (found.event, found.title) == ("measure_judged", "Heeft de verbetermaatregel geholpen?")
    assert [button.line for button in found.buttons][:2] == [
        "K2026-0001 maatregel 2 werkt",
        "K2026-0001 maatregel 2 werkt niet",
    ]
    assert events(register, "2027-03-02") == NOBODY


def test_the_measures_of_a_merged_complaint_went_along_with_it():
    measure = Measure(text="Checklist", owner=PIET.address, due_on=date("2027-01-11"))
    assert events(Register(replace(closed_with(measure), status="merged")), "2027-01-11") == NOBODY


@pytest.mark.parametrize("status", ["closed", "dismissed", "merged"])
def test_a_complaint_that_is_not_open_reminds_of_nothing_else(status):
    ended = complaint(received="2026-11-02 09:00", status=status, waiting_since=at("2026-11-03 09:00"))
    assert events(Register(ended, complaint("M2026-0001", "2026-11-02 09:00")), "2026-11-20") == NOBODY


# ── who gets it ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_complaint_about_a_member_never_reaches_him_not_even_as_its_handler_or_substitute():
    about_jan = complaint(received="2026-11-05 16:00", about=(JAN.address,))
    assert events(Register(about_jan), "2026-11-06") == {"els": ["no_handler"]}
    handled = taken(received="2026-11-02 09:00", about=(JAN.address,))
    assert events(Register(handled), "2026-11-17") == {"els": ["overdue"]}
    state = State(absences=(Absence(member=PIET.address, until=date("2026-12-31"), substitute=JAN.address),))
    assert events(Register(replace(handled, handler=PIET.address), state=state), "2026-11-17") == {"els": ["overdue"]}


def test_the_substitute_of_a_member_does_not_get_what_is_about_that_member():
    state = State(absences=(Absence(member=JAN.address, until=date("2026-12-31"), substitute=PIET.address),))
    handled = taken(received="2026-11-02 09:00", about=(JAN.address,))
    assert events(Register(handled, state=state), "2026-11-17") == {"els": ["overdue"]}


def test_an_employee_gets_only_what_is_his():
    register = Register(complaint(), taken("K2026-0002", by=JAN), taken("K2026-0003", by=PIET))
    assert told(go_round(register, at("2026-11-17 08:30")))["piet"] == ["overdue K2026-0003"]


def test_until_and_including_the_last_day_of_an_absence_the_substitute_is_reminded_and_reads_for_whom():
    state = State(absences=(Absence(member=JAN.address, until=date("2026-11-10"), substitute=PIET.address),))
    register = Register(taken(received="2026-11-05 16:00", contacted_at=None), state=state)
    found = item(register, "2026-11-09 08:30", "piet")
    assert "voor Jan de Vries, afwezig t/m 10 november" in found.text
    register.change(taken("K2026-0002", received="2026-11-06 16:00", contacted_at=None))
    assert told(go_round(register, at("2026-11-10 08:30"))) == {"piet": ["contact K2026-0002"]}
    assert told(go_round(register, at("2026-11-11 08:30"))) == {"jan": ["contact K2026-0001"]}


def test_a_milestone_that_the_substitute_was_told_is_not_told_again_when_the_handler_is_back():
    state = State(absences=(Absence(member=JAN.address, until=date("2026-11-09"), substitute=PIET.address),))
    register = Register(taken(received="2026-11-02 09:00"), state=state)
    assert events(register, "2026-11-09") == {"piet": ["seven_days"]}
    assert events(register, "2026-11-10") == NOBODY


def test_who_is_away_without_a_substitute_leaves_his_reminders_to_the_partners_who_are_there():
    state = State(absences=(Absence(member=JAN.address, until=date("2026-11-30")),))
    register = Register(taken(received="2026-11-05 16:00", contacted_at=None), state=state)
    assert events(register, "2026-11-09") == {"els": ["contact"]}


def test_when_every_partner_is_away_a_complaint_still_finds_a_reader():
    away = tuple(Absence(member=each.address, until=date("2026-11-30")) for each in (JAN, ELS))
    register = Register(complaint(received="2026-11-05 16:00"), state=State(absences=away))
    assert set(events(register, "2026-11-06")) == {"jan", "els"}
    relieved = (away[0], replace(away[1], substitute=PIET.address))
    register = Register(complaint(received="2026-11-05 16:00"), state=State(absences=relieved))
    assert set(events(register, "2026-11-06")) == {"piet"}


def test_two_who_stand_in_for_each_other_leave_it_to_a_third():
    karin = ELS.but(name="Karin", address="karin@ront.nl", alias="karin")
    firm = firm_with(partners=(JAN, ELS, karin))
    pair = ((JAN, ELS), (ELS, JAN))
    away = tuple(Absence(member=a.address, until=date("2026-11-30"), substitute=b.address) for a, b in pair)
    register = Register(taken(received="2026-11-05 16:00", contacted_at=None), state=State(absences=away))
    assert events(register, "2026-11-09", firm) == {"karin": ["contact"]}


# ── the mail itself ─────────────────────────────────────────────────────────────────────────────────────────────


def test_everything_for_one_member_comes_in_one_mail_that_lists_its_numbers():
    register = Register(complaint(), taken("K2026-0002"), taken("K2026-0003", "2026-11-12 09:00", contacted_at=None))
    (letter, _) = go_round(register, at("2026-11-17 08:30")).requests
    assert (letter.kind, letter.scope, letter.member, letter.number) == ("morning", "digest", JAN.address, None)
    assert letter.listed == ("K2026-0002", "K2026-0001", "K2026-0003")
    assert [each.number for each in letter.data.items][-1] == "K2026-0003"


def test_a_complaint_is_one_item_with_all_that_is_wrong_with_it_and_every_button_once():
    late = taken(received="2026-11-02 09:00", contacted_at=None, waiting_since=at("2026-11-04 09:00"))
    found = item(Register(late), "2026-11-17 08:30")
    assert found.events == ("overdue", "contact", "answer")
    assert found.title == "Sanne de Boer wacht op antwoord"
    assert found.text.count("Nog nodig") == 1
    assert "heeft nog niemand de klager gesproken" in found.text
    assert "schreef op 4 november en heeft nog niets gehoord" in found.text
    lines = [button.line for button in found.buttons]
    assert len(lines) == len(set(lines)) <= 6
    assert [button.label for button in found.buttons if button.main] == ["Gebeld"]


def test_the_most_pressing_comes_first_and_ones_own_before_anothers():
    register = Register(
        taken("K2026-0001", "2026-11-12 09:00", contacted_at=None),
        taken("K2026-0002", "2026-11-02 09:00", by=PIET),
        taken("K2026-0003", "2026-11-03 09:00"),
    )
    done = go_round(register, at("2026-11-18 08:30"))
    (jans,) = (letter.data.items for letter in done.requests if letter.to == JAN.address)
    assert [each.number for each in jans] == ["K2026-0003", "K2026-0002", "K2026-0001"]


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (taken(received="2026-11-02 09:00"), "De klager wacht op jou."),
        (taken(received="2026-11-02 09:00", by=PIET), "De klager wacht op Piet Jansen."),
        (complaint(received="2026-11-02 09:00"), "De klager wacht op ons: niemand heeft dit."),
    ],
)
def test_each_item_says_who_waits_for_whom(record, said):
    found = item(Register(record), "2026-11-17 08:30")
    assert said in found.text
    assert said in found.brief


def test_who_only_owns_a_measure_reads_neither_whom_it_is_about_nor_what_he_complained_of():
    register = Register(closed_with(Measure(text="Checklist", owner=PIET.address, due_on=date("2027-01-11"))))
    found = item(register, "2027-01-11 08:30", "piet")
    told = f"{found} "
    assert "Sanne" not in told
    assert "Omgevingswet" not in told


def test_a_day_on_which_nothing_is_new_and_nothing_presses_more_has_no_mail():
    waiting = taken(received="2026-11-02 09:00", contacted_at=None, waiting_since=at("2026-11-02 10:00"))
    register = Register(waiting)
    asked = [day for day in days("2026-11-03", "2026-11-16") if events(register, day)]
    assert asked == ["2026-11-04", "2026-11-06", "2026-11-09", "2026-11-13", "2026-11-16"]


@pytest.mark.parametrize(
    "moment",
    [
        "2026-11-17 08:29",
        "2026-11-21 08:30",
        "2026-12-25 09:00",
        "2027-01-01 09:00",
        "2026-04-06 09:00",
        "2026-04-27 09:00",
    ],
)
def test_nothing_goes_out_before_the_hour_or_on_a_day_off(moment):
    register = Register(taken(received="2026-03-02 09:00"))
    done = morning_requests(register, FIRM, at(moment))
    assert (done.requests, done.state, done.complaints) == ((), register.state, ())


def test_nothing_goes_out_while_the_firm_is_closed_and_the_first_day_after_it_tells_what_is_due_then():
    firm = firm_with(closed=[("2026-11-09", "2026-11-20")])
    register = Register(taken(received="2026-11-02 09:00"))
    asked = {day: events(register, day, firm) for day in days("2026-11-07", "2026-11-23")}
    assert {day: who for day, who in asked.items() if who} == {"2026-11-23": {"jan": ["overdue"], "els": ["overdue"]}}


@pytest.mark.parametrize("monday", ["2026-03-30", "2026-10-26"])
def test_the_monday_after_the_clock_changed_has_its_mail_at_the_usual_hour(monday):
    register = Register(taken(received="2026-01-05 09:00"))
    half_past_eight = at(f"{monday} 08:30").astimezone(dt.UTC)
    assert not morning_requests(register, FIRM, half_past_eight - dt.timedelta(minutes=1)).requests
    assert morning_requests(register, FIRM, half_past_eight).requests


def test_on_the_sunday_on_which_the_clock_changes_a_firm_that_worked_would_be_mailed_once():
    register = Register(taken(received="2026-01-05 09:00"))
    for hour in range(24):
        assert not morning_requests(register, FIRM, at("2026-10-25 00:30") + dt.timedelta(hours=hour)).requests


def test_morning_tells_what_is_due_at_any_hour_of_a_working_day():
    register = Register(taken(received="2026-11-02 09:00"))
    assert [(member.alias, items[0].event) for member, items in morning(register, FIRM, at("2026-11-17 00:05"))] == [
        ("jan", "overdue"),
        ("els", "overdue"),
    ]
    assert morning(register, FIRM, at("2026-11-21 12:00")) == []


def test_the_names_of_the_other_members_are_buttons_in_a_small_firm():
    firm = firm_with(employees=())
    found = item(Register(complaint(received="2026-11-05 16:00")), "2026-11-06 08:30", firm=firm)
    assert "K2026-0001 @els" in [button.line for button in found.buttons]


def test_a_mail_that_did_nothing_presses_more_than_what_is_calm_and_less_than_what_is_late():
    day = Day(FIRM, Calendar(FIRM.organisation), date("2026-11-23"))
    mail = Unheeded(member=JAN.address, at=at("2026-11-20 09:00"), number="K2026-0001", why="een ander las mee")
    unheeded = unheeded_item(mail, day)
    others = [at_the_end(replace(unheeded[1], level=level)) for level in ("calm", "late")]
    assert [made.level for made in in_order([*others, unheeded])] == ["late", "soon", "calm"]
