"""The items of the morning mail: what each reminder says, in Dutch, and the buttons that belong to it.

A button's line begins with the number of its complaint, for a morning mail is about several.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Literal

from klachtmail.domain.agenda.clock import ClockEvent, Day, Reminder, handler_of
from klachtmail.domain.agenda.contents import MorningItem
from klachtmail.domain.agenda.presence import Recipient
from klachtmail.domain.firm.dutch_dates import day as long_day
from klachtmail.domain.firm.dutch_dates import short_day
from klachtmail.domain.firm.firm import Member
from klachtmail.domain.outgoing import requests
from klachtmail.domain.records.deadlines import awaits_outcome, days_left
from klachtmail.domain.records.letter import Button
from klachtmail.domain.records.model import Complaint, Measure, Promise, Unheeded
from klachtmail.domain.records.parties import known_to, longest_waiting
from klachtmail.domain.records.steps import complainant_name, last_step, missing_to_close, party_name

Level = Literal["calm", "soon", "late"]

_SOON: Final = 7  # days before the due date
_EXTENSION: Final = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _View:
    """One reminder, as it is told to one reader."""

    reminder: Reminder
    recipient: Recipient
    day: Day

    @property
    def complaint(self) -> Complaint:
        return self.reminder.complaint

    @property
    def name(self) -> str:
        return complainant_name(self.complaint)

    @property
    def handler(self) -> Member | None:
        return handler_of(self.complaint, self.day.firm)

    @property
    def is_handler(self) -> bool:
        return self.handler is not None and self.handler in (self.recipient.reader, self.recipient.meant_for)

    @property
    def measure(self) -> Measure:
        return self.complaint.measures[(self.reminder.measure or 1) - 1]

    @property
    def promise(self) -> Promise:
        return self.complaint.promises[(self.reminder.measure or 1) - 1]

    @property
    def days_left(self) -> int:
        return days_left(self.complaint, self.day.today)

    @property
    def needed(self) -> str:
        """What is missing and what was done last, as letters.md has it."""
        missing = ", ".join(missing_to_close(self.complaint))
        return f"Nog nodig: {missing}. Laatste stap: {last_step(self.complaint, self.day.firm)}."

    def on(self, at: dt.datetime) -> str:
        return short_day(self.day.calendar.local_date(at))


Words = Callable[[_View], tuple[str, str]]
Buttons = Callable[[_View], tuple[Button, ...]]


def item(reminder: Reminder, recipient: Recipient, day: Day, away_until: dt.date | None = None) -> MorningItem:
    """Return what this reader is told. `away_until`: he reads it for a member who is away until then."""
    view = _View(reminder, recipient, day)
    words, buttons = _ITEMS[reminder.event]
    title, text = words(view)
    if away_until is not None:
        text = f"{text} Je krijgt dit voor {recipient.meant_for.name}, afwezig t/m {short_day(away_until)}."
    number = reminder.complaint.number
    return MorningItem(
        event=reminder.event,
        number=number,
        title=title,
        text=text,
        level=_level(view),
        buttons=tuple(_numbered(button, number) for button in buttons(view)),
    )


def unheeded_item(mail: Unheeded, day: Day) -> MorningItem:
    """Return what a member is told of his own signed mail of which the commands were not carried out."""
    on = short_day(day.calendar.local_date(mail.at))
    about = f" over {mail.number}" if mail.number else ""
    return MorningItem(
        event="unheeded",
        number=mail.number,
        title="Een mail van jou deed niets",
        text=f"Je mail van {on}{about} is niet uitgevoerd: {mail.why}. Stuur de opdracht opnieuw, alleen aan ons.",
        level="soon",
        buttons=(_numbered(requests.DOSSIER, mail.number),) if mail.number else (),
    )


def _level(view: _View) -> Level:
    if view.reminder.event == "overdue":
        return "late"
    if view.reminder.event == "statutory_due":
        return "late"
    if view.reminder.event == "promise_due":
        return "late" if (view.promise.due_on or view.day.today) < view.day.today else "soon"
    if view.reminder.measure is not None or view.reminder.audience == "other_partners":
        return "calm"
    if not awaits_outcome(view.complaint):
        return "calm"
    return "late" if view.days_left < 0 else "soon" if view.days_left < _SOON else "calm"


def _numbered(button: Button, number: str) -> Button:
    return button if button.tel else replace(button, line=f"{number} {button.line}", number=number)


# ── what it says ────────────────────────────────────────────────────────────────────────────────────────────────


def _unconfirmed(view: _View) -> tuple[str, str]:
    return (
        f"Is dit een klacht van {view.name}?",
        (
            f"{_subject(view)}Zolang niemand dat bevestigt, hoort de klager niets van ons. "
            f"De uitkomst moet er {long_day(view.complaint.due_on)} zijn."
        ),
    )


def _no_handler(view: _View) -> tuple[str, str]:
    return (
        f"Niemand heeft de klacht van {view.name}",
        (
            f"{_subject(view)}Ontvangen op {view.on(view.complaint.received_at)}; "
            f"de uitkomst moet er {long_day(view.complaint.due_on)} zijn. Wie pakt het op?"
        ),
    )


def _handler_gone(view: _View) -> tuple[str, str]:
    return (
        f"De klacht van {view.name} heeft een nieuwe behandelaar nodig",
        (
            f"{_subject(view)}{view.complaint.handler} werkt hier niet meer. Wie neemt het over? "
            f"De uitkomst moet er {long_day(view.complaint.due_on)} zijn."
        ),
    )


def _contact(view: _View) -> tuple[str, str]:
    tried = {0: "", 1: " Er is één keer tevergeefs gebeld."}
    many = f" Er is {view.complaint.attempts} keer tevergeefs gebeld."
    return (
        f"Bel {view.name}",
        (
            f"{_subject(view)}Sinds {view.on(view.complaint.received_at)} heeft nog niemand de klager gesproken."
            f"{tried.get(view.complaint.attempts, many)}"
        ),
    )


def _answer(view: _View) -> tuple[str, str]:
    party = longest_waiting(view.complaint) or view.complaint.complainant
    when = f" op {view.on(party.waiting_since)}" if party.waiting_since else ""
    return (
        f"{party_name(party)} wacht op een antwoord",
        (f"{_subject(view)}De klager schreef{when} en heeft nog niets gehoord."),
    )


def _due(view: _View) -> tuple[str, str]:
    days = {0: "vandaag", 1: "morgen"}.get(view.days_left, f"over {view.days_left} dagen")
    last = " Dit is de laatste werkdag ervoor." if view.reminder.event == "last_day" else ""
    return (
        f"{view.name} hoort {days} de uitkomst",
        (
            f"{_subject(view)}Wij beloofden het uiterlijk {long_day(view.complaint.due_on)}.{last} "
            f"{_whose(view)}{view.needed}"
        ),
    )


def _overdue(view: _View) -> tuple[str, str]:
    call = " Bel vandaag, ook als je nog niet alles weet." if view.is_handler else ""
    return (
        f"{view.name} wacht op antwoord",
        (
            f"{_subject(view)}Wij beloofden het op {long_day(view.complaint.due_on)}. Dat is niet gelukt. "
            f"{_whose(view)}{view.needed}{call}"
        ),
    )


def _measure_due(view: _View) -> tuple[str, str]:
    due_on = view.measure.due_on
    promised = f" – afgesproken voor {long_day(due_on)}" if due_on else ""
    return "Is de verbetermaatregel gereed?", f"{view.measure.text}{promised}."


def _measure_judged(view: _View) -> tuple[str, str]:
    done_on = view.measure.done_on
    done = f" – gereed sinds {long_day(done_on)}" if done_on else ""
    return "Heeft de verbetermaatregel geholpen?", f"{view.measure.text}{done}."


def _promise_due(view: _View) -> tuple[str, str]:
    due_on, to = view.promise.due_on, known_to(view.complaint, view.promise.to).complainant
    until = f", uiterlijk {long_day(due_on)}" if due_on else ""
    owner = view.day.firm.member(view.promise.owner)
    whose = f" {owner.name} doet dit." if owner is not None and owner != view.recipient.meant_for else ""
    return f"Is dit nagekomen voor {party_name(to)}?", f"Wij zegden toe: {view.promise.text}{until}.{whose}"


def _outcome_sent(view: _View) -> tuple[str, str]:
    by = view.handler.name if view.handler else "Een collega"
    judged = f" Oordeel: {view.complaint.judgement}." if view.complaint.judgement else ""
    return f"{view.name} hoorde de uitkomst", f"{_subject(view)}{by} vertelde het.{judged}"


def _postponed_again(view: _View) -> tuple[str, str]:
    until = long_day(view.complaint.due_on)
    return (
        f"{view.name} kreeg opnieuw uitstel",
        f"{_subject(view)}De uitkomst komt nu uiterlijk {until}. {_whose(view)}",
    )


def _not_moving(view: _View) -> tuple[str, str]:
    return f"De klacht van {view.name} staat stil", f"{_subject(view)}{_whose(view)}{view.needed}"


def _statutory_due(view: _View) -> tuple[str, str]:
    one = view.complaint.statutory[(view.reminder.measure or 1) - 1]
    due_at = one.due_at.astimezone(view.day.firm.organisation.zone)
    if one.kind == "datalek":
        title, text = "Meld het datalek", f"Uiterlijk {long_day(due_at.date())} om {due_at:%H:%M} bij de AP (72 uur)."
    else:
        title, text = f"Geef {view.name} inzage", f"Uiterlijk {long_day(due_at.date())} (een maand)."
    late = " Dat is voorbij." if due_at.date() < view.day.today else ""
    return title, f"{text}{late} {_subject(view)}Gedaan? Antwoord met “avg: gereed”."


def _subject(view: _View) -> str:
    return f"{view.complaint.subject.rstrip('.')}. " if view.complaint.subject else ""


def _whose(view: _View) -> str:
    if view.is_handler:
        return ""
    return f"{view.handler.name} behandelt dit. " if view.handler else "Niemand behandelt dit. "


# ── what can be done about it ───────────────────────────────────────────────────────────────────────────────────


def _take_buttons(view: _View) -> tuple[Button, ...]:
    return (
        requests.TAKE,
        *requests.give_buttons(view.recipient.reader, view.complaint, view.day.firm),
        requests.DOSSIER,
    )


def _confirm_buttons(view: _View) -> tuple[Button, ...]:
    take = (replace(requests.TAKE, main=False),) if view.complaint.handler is None else ()
    return (requests.CONFIRM, *take, requests.NO_COMPLAINT, requests.DOSSIER)


def _contact_buttons(view: _View) -> tuple[Button, ...]:
    return (requests.CALLED, requests.NO_ANSWER, requests.GIVE_BACK, *requests.call_button(view.complaint))


def _answer_buttons(view: _View) -> tuple[Button, ...]:
    called = replace(requests.CALLED, main=False)
    return (replace(requests.ANSWER, main=True), called, *requests.call_button(view.complaint))


def _due_buttons(view: _View) -> tuple[Button, ...]:
    """[Gebeld] [Uitstel] [Uitkomst schrijven] [Geef terug]; another partner can take it over instead."""
    own = (requests.OUTCOME, requests.GIVE_BACK) if view.is_handler else (replace(requests.TAKE, main=False),)
    called = replace(requests.CALLED, main=view.is_handler)
    return (called, _postpone(view), *own, *requests.call_button(view.complaint))


def _overdue_buttons(view: _View) -> tuple[Button, ...]:
    """Add the apology that lies ready as a draft: 'verstuur' from here first shows it, because this mail does not."""
    draft = view.complaint.draft
    ready = (Button(label="Excuusbrief", line="verstuur"),) if draft is not None and draft.kind == "apology" else ()
    return (*_due_buttons(view), *ready)


def _postpone(view: _View) -> Button:
    """Return the button that proposes a week more, on a working day; the reason is for the sender to write."""
    later = max(view.complaint.due_on, view.day.today) + _EXTENSION
    on = view.day.calendar.add_workdays(later - dt.timedelta(days=1), 1)
    return replace(requests.POSTPONE, line=f"uitstel {short_day(on)}: ")


def _done_buttons(view: _View) -> tuple[Button, ...]:
    return (Button(label="Gereed", line=f"maatregel {view.reminder.measure} gereed", main=True), *_dossier(view))


def _kept_buttons(view: _View) -> tuple[Button, ...]:
    line = f"toezegging {view.reminder.measure} gereed"
    return (Button(label="Nagekomen", line=line, main=True), *requests.call_button(view.complaint), *_dossier(view))


def _statutory_buttons(view: _View) -> tuple[Button, ...]:
    return (Button(label="Gedaan", line="avg: gereed", main=True), *_dossier(view))


def _judge_buttons(view: _View) -> tuple[Button, ...]:
    line = f"maatregel {view.reminder.measure} werkt"
    return (
        Button(label="Werkt", line=line, main=True),
        Button(label="Werkt niet", line=f"{line} niet"),
        *_dossier(view),
    )


def _dossier(view: _View) -> tuple[Button, ...]:
    """Who only owns a measure does not read the dossier."""
    return (requests.DOSSIER,) if view.is_handler or view.recipient.reader.role == "partner" else ()


_ITEMS: Final[Mapping[ClockEvent, tuple[Words, Buttons]]] = MappingProxyType(
    {
        "unconfirmed": (_unconfirmed, _confirm_buttons),
        "handler_gone": (_handler_gone, _take_buttons),
        "no_handler": (_no_handler, _take_buttons),
        "contact": (_contact, _contact_buttons),
        "answer": (_answer, _answer_buttons),
        "seven_days": (_due, _due_buttons),
        "eleven_days": (_due, _due_buttons),
        "last_day": (_due, _due_buttons),
        "overdue": (_overdue, _overdue_buttons),
        "measure_due": (_measure_due, _done_buttons),
        "measure_judged": (_measure_judged, _judge_buttons),
        "promise_due": (_promise_due, _kept_buttons),
        "not_moving": (_not_moving, _take_buttons),
        "statutory_due": (_statutory_due, _statutory_buttons),
        "outcome_sent": (_outcome_sent, _dossier),
        "postponed_again": (_postponed_again, _dossier),
    }
)
