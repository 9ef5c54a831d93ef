"""Measures that belong to no complaint: their owner is asked whether one is done, and later whether it worked."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from klachtmail.domain.agenda.clock import JUDGED_AFTER, MONTHLY, WEEKLY, Day
from klachtmail.domain.agenda.contents import MorningItem
from klachtmail.domain.agenda.presence import Recipient
from klachtmail.domain.firm.dutch_dates import day as long_day
from klachtmail.domain.firm.dutch_dates import short_day
from klachtmail.domain.records.letter import Button
from klachtmail.domain.records.model import Measure


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about one measure, unless it was on or after `unless_since`. `index` counts from 1."""

    index: int
    measure: Measure
    unless_since: dt.date

    @property
    def key(self) -> str:
        """The key of a sent reminder, by what the measure says."""
        event = "general_due" if self.measure.done_on is None else "general_judged"
        return f"{event}|{hashlib.sha256(self.measure.text.encode()).hexdigest()[:12]}"


def asked(measures: Iterable[Measure], day: Day) -> Iterator[Asked]:
    """Yield what is asked today, as of the measures of a complaint: whether it is done weekly, whether it worked monthly."""
    for index, measure in enumerate(measures, start=1):
        if measure.done_on is None:
            if measure.due_on is not None and measure.due_on <= day.today:
                yield Asked(index, measure, day.today - WEEKLY)
        elif measure.worked is None and measure.done_on + JUDGED_AFTER <= day.today:
            yield Asked(index, measure, day.today - MONTHLY)


def general_item(one: Asked, recipient: Recipient, day: Day) -> MorningItem:
    """Return what a reader is asked about one measure, with its buttons."""
    line, measure = f"algemene maatregel: {one.index}", one.measure
    if measure.done_on is None:
        title, brief = "Is de algemene maatregel gereed?", "algemene maatregel gereed?"
        since = f" – afgesproken voor {long_day(measure.due_on)}" if measure.due_on else ""
        buttons: tuple[Button, ...] = (Button(label="Gereed", line=f"{line} gereed", main=True),)
    else:
        title, brief = "Heeft de algemene maatregel geholpen?", "algemene maatregel geholpen?"
        since = f" – gereed sinds {long_day(measure.done_on)}"
        buttons = (
            Button(label="Werkt", line=f"{line} werkt", main=True),
            Button(label="Werkt niet", line=f"{line} werkt niet"),
        )
    return MorningItem(
        event=one.key.partition("|")[0],
        events=(one.key.partition("|")[0],),
        number=None,
        title=title,
        text=f"{measure.text.rstrip('.')}{since}.{_whose(recipient, measure, day)}",
        brief=f"{measure.text.rstrip('.')}: {brief}",
        buttons=buttons,
    )


def _whose(recipient: Recipient, measure: Measure, day: Day) -> str:
    """Return whose it is, for who is asked in another's place."""
    owner = day.firm.member(measure.owner)
    if owner == recipient.reader:
        return ""
    if recipient.until is not None:
        return f" Deze is van {recipient.meant_for.name}, die afwezig is tot en met {short_day(recipient.until)}."
    return f" Deze is van {owner.name}." if owner else " De eigenaar werkt hier niet meer."
