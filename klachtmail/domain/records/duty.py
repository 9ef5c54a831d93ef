"""Who is on duty: nobody's complaint does not stay nobody's."""

import datetime as dt
from collections.abc import Iterable

from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.records.state import Absence


def on_duty(firm: Firm, absences: Iterable[Absence], today: dt.date) -> Member | None:
    """Return the coordinator, or the partner whose week it is. None: nobody is named or there.

    For a partner who is away it is the next, for the coordinator the named substitute. A week runs from Monday. Whose it is
    follows from the date alone: nothing is kept that a restart could lose.
    """
    away = {absence.member: absence.substitute for absence in absences if absence.until >= today}
    turn = firm.by_turn
    first = (today.toordinal() - 1) // 7 % len(turn) if turn else 0  # day 1 of the calendar was a Monday
    there = next((m for m in (*turn[first:], *turn[:first]) if not m.addresses & away.keys()), None)
    if there is not None or firm.coordinator is None:
        return there
    instead = firm.member(next((away[a] for a in firm.coordinator.addresses if a in away), None))
    return instead if instead is not None and not instead.addresses & away.keys() else None
