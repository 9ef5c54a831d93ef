"""The buttons of the morning mail. A button's line begins with the number of its complaint, for the mail is about several."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from klachtmail.domain.agenda.clock import ClockEvent
from klachtmail.domain.agenda.morning_view import View
from klachtmail.domain.firm.dutch_dates import short_day
from klachtmail.domain.outgoing.buttons import (
    ANSWER,
    CALLED,
    CONFIRM,
    DOSSIER,
    GIVE_BACK,
    NO_ANSWER,
    NO_COMPLAINT,
    OUTCOME,
    POSTPONE,
    TAKE,
    call_button,
    give_buttons,
    usable,
)
from klachtmail.domain.records.letter import Button

MOST: Final = 6  # more buttons than this are no choice on a telephone
_EXTENSION: Final = dt.timedelta(days=7)


def buttons(views: Iterable[View]) -> tuple[Button, ...]:
    """Return what can be done about all that is wrong with one complaint: one main button, each line once."""
    found: dict[str, Button] = {}
    for view in views:
        for one in usable(
            _BUTTONS[view.reminder.event](view), view.recipient.reader, coordinates=view.reminder.audience == "duty"
        ):
            is_second = one.main and any(other.main for other in found.values())
            found.setdefault(one.line or one.tel or "", replace(one, main=False) if is_second else one)
    dossier = found.pop(DOSSIER.line, None)
    kept = [*found.values()][:MOST]
    return (*kept, *((dossier,) if dossier is not None and len(kept) < MOST else ()))


def _take(view: View) -> tuple[Button, ...]:
    return (TAKE, *give_buttons(view.recipient.reader, view.complaint, view.day.firm), DOSSIER)


def _confirm(view: View) -> tuple[Button, ...]:
    take = (replace(TAKE, main=False),) if view.complaint.handler is None else ()
    return (CONFIRM, *take, NO_COMPLAINT, DOSSIER)


def _contact(view: View) -> tuple[Button, ...]:
    return (CALLED, NO_ANSWER, GIVE_BACK, *call_button(view.complaint))


def _answer(view: View) -> tuple[Button, ...]:
    called = replace(CALLED, main=False)
    return (replace(ANSWER, main=True), called, *call_button(view.complaint))


def _due(view: View) -> tuple[Button, ...]:
    """[Gebeld] [Uitstel] [Uitkomst schrijven] [Geef terug]; another partner can take it over instead."""
    own = (OUTCOME, GIVE_BACK) if view.is_handler else (replace(TAKE, main=False),)
    called = replace(CALLED, main=view.is_handler)
    return (called, _postpone(view), *own, *call_button(view.complaint))


def _overdue(view: View) -> tuple[Button, ...]:
    """Add the apology that lies ready as a draft: 'verstuur' from here first shows it, because this mail does not."""
    draft = view.complaint.draft
    ready = (Button(label="Excuusbrief", line="verstuur"),) if draft is not None and draft.kind == "apology" else ()
    return (*_due(view), *ready)


def _postpone(view: View) -> Button:
    """Return the button that proposes a week more, on a working day; the reason is for the sender to write."""
    later = max(view.complaint.due_on, view.day.today) + _EXTENSION
    on = view.day.calendar.add_workdays(later - dt.timedelta(days=1), 1)
    return replace(POSTPONE, line=f"uitstel {short_day(on)}: ")


def _read(view: View) -> tuple[Button, ...]:
    """'verstuur' from here first shows the letter, because this mail does not."""
    return (Button(label="Lees de brief", line="verstuur", main=True), *_dossier(view))


def _done(view: View) -> tuple[Button, ...]:
    return (Button(label="Gereed", line=f"maatregel {view.reminder.measure} gereed", main=True), *_dossier(view))


def _kept(view: View) -> tuple[Button, ...]:
    line = f"toezegging {view.reminder.measure} gereed"
    return (Button(label="Nagekomen", line=line, main=True), *call_button(view.complaint), *_dossier(view))


def _statutory(view: View) -> tuple[Button, ...]:
    return (Button(label="Gedaan", line=f"avg: {view.statutory.kind} gereed", main=True), *_dossier(view))


def _judge(view: View) -> tuple[Button, ...]:
    line = f"maatregel {view.reminder.measure} werkt"
    return (
        Button(label="Werkt", line=line, main=True),
        Button(label="Werkt niet", line=f"{line} niet"),
        *_dossier(view),
    )


def _dossier(view: View) -> tuple[Button, ...]:
    """Who only owns a measure does not read the dossier."""
    return (DOSSIER,) if view.reads_dossier else ()


_BUTTONS: Final[Mapping[ClockEvent, Callable[[View], tuple[Button, ...]]]] = MappingProxyType(
    {
        "unconfirmed": _confirm,
        "handler_gone": _take,
        "no_handler": _take,
        "contact": _contact,
        "answer": _answer,
        "seven_days": _due,
        "eleven_days": _due,
        "last_day": _due,
        "overdue": _overdue,
        "measure_due": _done,
        "measure_judged": _judge,
        "promise_due": _kept,
        "not_moving": _take,
        "statutory_due": _statutory,
        "to_read": _read,
        "outcome_sent": _dossier,
        "postponed_again": _dossier,
    }
)
