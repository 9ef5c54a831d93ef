"""The items of the morning mail: one for each complaint, with all that is wrong with it, the most pressing first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from klachtmail.domain.agenda.clock import Day, Reminder
from klachtmail.domain.agenda.contents import MorningItem
from klachtmail.domain.agenda.morning_buttons import buttons
from klachtmail.domain.agenda.morning_view import View
from klachtmail.domain.agenda.morning_words import due_day, stands_in, words
from klachtmail.domain.agenda.presence import Recipient
from klachtmail.domain.firm.dutch_dates import short_day
from klachtmail.domain.outgoing.buttons import DOSSIER, numbered
from klachtmail.domain.records.deadlines import awaits_outcome
from klachtmail.domain.records.state import Unheeded

Level = Literal["calm", "soon", "late"]
# What presses most sorts first: what presses at all, level, the reader's own first, due date, number.
Place = tuple[bool, int, bool, str, str]

_SOON: Final = 7  # days before the due date
_LEVELS: Final[tuple[Level, ...]] = ("late", "soon", "calm")
_DATED: Final = frozenset({"overdue", "seven_days", "eleven_days", "last_day", "postponed_again"})  # they say the day


@dataclass(frozen=True, slots=True)
class ReminderFor:
    """A reminder for one reader."""

    reminder: Reminder
    recipient: Recipient


def item(told: Sequence[ReminderFor], day: Day) -> tuple[Place, MorningItem]:
    """Return what one reader is told of one complaint, all at once, and where among the items it stands."""
    views = [View(each.reminder, each.recipient, day) for each in told]
    first, complaint = views[0], views[0].complaint
    said = [words(view) for view in views]
    level = min((_level(view) for view in views), key=_LEVELS.index)
    made = MorningItem(
        event=first.reminder.event,
        events=tuple(view.reminder.event for view in views),
        number=complaint.number,
        title=said[0].title,
        text=_text(views, [one.text for one in said]),
        brief=_brief(first, [one.brief for one in said]),
        level=level,
        buttons=tuple(
            numbered(one, complaint.number, first.name if first.reads_dossier else "") for one in buttons(views)
        ),
    )
    is_own = any(view.is_handler for view in views)
    is_idle = not any(view.reminder.is_worth_a_mail for view in views)
    return (is_idle, _LEVELS.index(level), not is_own, complaint.due_on.isoformat(), complaint.number), made


def unheeded_item(mail: Unheeded, day: Day) -> tuple[Place, MorningItem]:
    """Return what a member is told of a mail signed with the right token of which the commands were not carried out."""
    on = short_day(day.calendar.local_date(mail.at))
    about = f" over {mail.number}" if mail.number else ""
    made = MorningItem(
        event="unheeded",
        events=("unheeded",),
        number=mail.number,
        title="Een mail van jou deed niets",
        text=f"Je mail van {on}{about} is niet uitgevoerd: {mail.why}. Stuur de opdracht opnieuw, alleen aan ons.",
        brief=f"Je mail van {on}{about} deed niets",
        level="soon",
        buttons=(numbered(DOSSIER, mail.number),) if mail.number else (),
    )
    return (False, _LEVELS.index("soon"), False, "", mail.number or ""), made


def at_the_end(made: MorningItem) -> tuple[Place, MorningItem]:
    """Return where an item stands that belongs to no complaint: behind those that press as much."""
    return (False, _LEVELS.index(made.level), True, "9999", made.title), made


def in_order(items: Iterable[tuple[Place, MorningItem]]) -> list[MorningItem]:
    """Return the items, what presses most first."""
    return [made for _, made in sorted(items, key=lambda each: each[0])]


def _brief(view: View, said: Sequence[str]) -> str:
    what = ", ".join(dict.fromkeys(said))
    return f"{view.name}: {what}. {view.waits}".strip() if view.reads_dossier else f"{what}."


def _text(views: Sequence[View], sentences: Sequence[str]) -> str:
    """Return the subject and who waits for whom, then each sentence once, on a line of its own."""
    first = views[0]
    about, due = "", ""
    if first.reads_dossier:  # who only owns a measure does not read the dossier
        subject = f"{first.complaint.subject.rstrip('.')}. " if first.complaint.subject else ""
        about = f"{subject}{first.waits}".strip()
        is_dated = any(view.reminder.event in _DATED for view in views)
        due = due_day(first) if awaits_outcome(first.complaint) and not is_dated else ""
    lines = (line for line in (about, *sentences, due, stands_in(first)) if line)
    return "\n".join(dict.fromkeys(_once(lines)))


def _once(lines: Iterable[str]) -> Iterable[str]:
    """Yield the lines; what is still needed and what was done last stands in the first that has it only."""
    said = False
    for line in lines:
        head, mark, _rest = line.partition("Nog nodig: ")
        if mark and said:
            line = head.strip()  # noqa: PLW2901 - the same line, shorter
        said = said or bool(mark)
        if line:
            yield line


def _level(view: View) -> Level:
    event = view.reminder.event
    if event in {"overdue", "statutory_due"}:
        return "late"
    if event == "promise_due":
        return "late" if (view.promise.due_on or view.day.today) < view.day.today else "soon"
    if view.reminder.measure is not None or view.reminder.audience == "other_partners":
        return "calm"
    if not awaits_outcome(view.complaint):
        return "calm"
    return "late" if view.days_left < 0 else "soon" if view.days_left < _SOON else "calm"
