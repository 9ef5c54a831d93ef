"""What each reminder says in the morning mail, in Dutch: a title, a sentence that stands by itself, and a few words.

An item has the title of what presses most, the sentences of all that is wrong with its complaint, and in the list of
what presses less only the few words.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from klachtmail.domain.agenda.clock import ClockEvent
from klachtmail.domain.agenda.morning_view import View
from klachtmail.domain.firm.dutch_dates import day as long_day
from klachtmail.domain.firm.dutch_dates import short_day
from klachtmail.domain.records.parties import known_to, longest_waiting
from klachtmail.domain.records.steps import last_step_at, party_name


class Words(NamedTuple):
    """What one reminder says."""

    title: str
    text: str
    brief: str


def words(view: View) -> Words:
    """Return what this reminder says to its reader."""
    return _WORDS[view.reminder.event](view)


def _unconfirmed(view: View) -> Words:
    return Words(
        f"Is dit een klacht van {view.name}?",
        "Zolang niemand dat bevestigt, hoort de klager niets van ons.",
        "nog niet bevestigd",
    )


def _no_handler(view: View) -> Words:
    return Words(
        f"Niemand heeft de klacht van {view.name}",
        f"Ontvangen op {view.on(view.complaint.received_at)}. Wie pakt het op?",
        "niemand heeft dit",
    )


def _handler_gone(view: View) -> Words:
    return Words(
        f"De klacht van {view.name} heeft een nieuwe behandelaar nodig",
        f"{view.complaint.handler} werkt hier niet meer. Wie neemt het over?",
        "nieuwe behandelaar nodig",
    )


def _contact(view: View) -> Words:
    tried = {0: "", 1: " Er is één keer tevergeefs gebeld."}
    many = f" Er is {view.complaint.attempts} keer tevergeefs gebeld."
    return Words(
        f"Bel {view.name}",
        f"Sinds {view.on(view.complaint.received_at)} heeft nog niemand de klager gesproken."
        f"{tried.get(view.complaint.attempts, many)}",
        "nog niet gesproken",
    )


def _answer(view: View) -> Words:
    party = longest_waiting(view.complaint) or view.complaint.complainant
    when = f" op {view.on(party.waiting_since)}" if party.waiting_since else ""
    return Words(
        f"{party_name(party)} wacht op een antwoord",
        f"{party_name(party)} schreef{when} en heeft nog niets gehoord.",
        "wacht op een antwoord",
    )


def _due(view: View) -> Words:
    days = {0: "vandaag", 1: "morgen"}.get(view.days_left, f"over {view.days_left} dagen")
    last = " Dit is de laatste werkdag ervoor." if view.reminder.event == "last_day" else ""
    return Words(
        f"{view.name} hoort {days} de uitkomst",
        f"Wij beloofden het uiterlijk {long_day(view.complaint.due_on)}.{last} {view.needed}",
        f"hoort {days} de uitkomst",
    )


def _overdue(view: View) -> Words:
    weet = view.form("je nog niet alles weet", "u nog niet alles weet")
    call = f" {view.form('Bel', 'Belt u')} vandaag, ook als {weet}." if view.is_handler else ""
    late = -view.days_left
    return Words(
        f"{view.name} wacht op antwoord",
        f"Wij beloofden het op {long_day(view.complaint.due_on)}. Dat is niet gelukt. {view.needed}{call}",
        f"{late} {'dag' if late == 1 else 'dagen'} te laat",
    )


def _measure_due(view: View) -> Words:
    due_on = view.measure.due_on
    promised = f" – afgesproken voor {long_day(due_on)}" if due_on else ""
    text = f"{view.measure.text}{promised}.{_whose(view, view.measure.owner)}"
    return Words("Is de verbetermaatregel gereed?", text, "maatregel gereed?")


def _measure_judged(view: View) -> Words:
    done_on = view.measure.done_on
    done = f" – gereed sinds {long_day(done_on)}" if done_on else ""
    text = f"{view.measure.text}{done}.{_whose(view, view.measure.owner)}"
    return Words("Heeft de verbetermaatregel geholpen?", text, "maatregel geholpen?")


_GONE: Final = "Wie dat zou doen, werkt hier niet meer: “toezegging: {} door @alias” geeft het aan een ander."
_ASK_DAY: Final = "Er staat geen dag bij: “toezegging: {} voor 1 februari”."


def _promise_due(view: View) -> Words:
    due_on, to = view.promise.due_on, known_to(view.complaint, view.promise.to).complainant
    until = f", uiterlijk {long_day(due_on)}." if due_on else f". {_ASK_DAY.format(view.promise.text.rstrip('.'))}"
    gone = view.promise.owner is not None and view.day.firm.member(view.promise.owner) is None
    left = f" {_GONE.format(view.promise.text.rstrip('.'))}" if gone else ""
    return Words(
        f"Is dit nagekomen voor {party_name(to)}?",
        f"Wij zegden toe: {view.promise.text.rstrip('.')}{until}{left or _whose(view, view.promise.owner)}",
        "toezegging nagekomen?",
    )


def _outcome_sent(view: View) -> Words:
    by = view.handler.name if view.handler else "Een collega"
    judged = f" Oordeel: {view.complaint.judgement}." if view.complaint.judgement else ""
    return Words(f"{view.name} hoorde de uitkomst", f"{by} vertelde het.{judged}", "hoorde de uitkomst")


def _postponed_again(view: View) -> Words:
    until = long_day(view.complaint.due_on)
    return Words(
        f"{view.name} kreeg opnieuw uitstel", f"De uitkomst komt nu uiterlijk {until}.", "kreeg opnieuw uitstel"
    )


def _not_moving(view: View) -> Words:
    since = f"Hier gebeurde niets meer sinds {view.on(last_step_at(view.complaint))}."
    return Words(f"De klacht van {view.name} staat stil", f"{since} {view.needed}", "staat stil")


def _to_read(view: View) -> Words:
    draft = view.complaint.draft
    since = f" sinds {view.on(draft.reading.asked_at)}" if draft is not None and draft.reading is not None else ""
    return Words(
        f"Lees de uitkomst voor {view.name}",
        f"De brief wacht{since} op een tweede lezer. Klopt hij? Dan gaat hij pas weg als {view.form('jij', 'u')} hem verstuurt.",
        "uitkomst wacht op een tweede lezer",
    )


def _statutory_due(view: View) -> Words:
    one = view.statutory
    due_at = one.due_at.astimezone(view.day.firm.organisation.zone)
    late = " Dat is voorbij." if due_at.date() < view.day.today else ""
    done = f"{late} Gedaan? {view.form('Antwoord', 'Antwoordt u')} met “avg: {one.kind} gereed”."
    until = f"Uiterlijk {long_day(due_at.date())}"
    if one.kind == "datalek":
        text = f"{until} om {due_at:%H:%M} bij de AP (72 uur).{done}"
        return Words("Meld het datalek", f"Meld het datalek: {text}", "datalek melden")
    return Words(f"Geef {view.name} inzage", f"Geef inzage: {until} (een maand).{done}", "inzage geven")


def _whose(view: View, owner: str | None) -> str:
    member = view.day.firm.member(owner)
    if member is None:
        return ""
    return f" Dit wacht op {view.form('jou', 'u') if member == view.recipient.reader else member.name}."


def due_day(view: View) -> str:
    """Return the day of the outcome, where no other sentence says it."""
    return f"De uitkomst moet er {long_day(view.complaint.due_on)} zijn."


def stands_in(view: View) -> str:
    """Return for whom the reader gets this, '' when for nobody else."""
    away = view.recipient.meant_for
    if away == view.recipient.reader or view.recipient.until is None:
        return ""
    return f"{view.form('Je', 'U')} krijgt dit voor {away.name}, afwezig t/m {short_day(view.recipient.until)}."


_WORDS: Final[Mapping[ClockEvent, Callable[[View], Words]]] = MappingProxyType(
    {
        "unconfirmed": _unconfirmed,
        "handler_gone": _handler_gone,
        "no_handler": _no_handler,
        "contact": _contact,
        "answer": _answer,
        "seven_days": _due,
        "eleven_days": _due,
        "last_day": _due,
        "overdue": _overdue,
        "measure_due": _measure_due,
        "measure_judged": _measure_judged,
        "promise_due": _promise_due,
        "not_moving": _not_moving,
        "statutory_due": _statutory_due,
        "to_read": _to_read,
        "outcome_sent": _outcome_sent,
        "postponed_again": _postponed_again,
    }
)
