"""The morning round: at most one mail a working day for each member, with every reminder in it.

What is due is derived from the records and the calendar. `state.reminded` remembers what was told, to whom and on which
local date, in the commit that also holds the letters: a restart, a second round or a clock that steps back tells
nobody anything twice, and after downtime only what is due now is sent.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from klachtmail.domain.agenda.clock import ONCE, Day, Reminder, reminders
from klachtmail.domain.agenda.contents import Aside, MorningItem
from klachtmail.domain.agenda.general_measures import asked, general_item
from klachtmail.domain.agenda.letters import Morning
from klachtmail.domain.agenda.morning_items import Place, ReminderFor, at_the_end, in_order, item, unheeded_item
from klachtmail.domain.agenda.presence import Presence, Recipient
from klachtmail.domain.agenda.rows import ASIDE_SHOWN, set_aside_row
from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.outgoing.requests import to_member
from klachtmail.domain.records.deadlines import is_overdue
from klachtmail.domain.records.letter import LetterRequest
from klachtmail.domain.records.lifecycle import Refusal, advance
from klachtmail.domain.records.model import Complaint, Draft
from klachtmail.domain.records.port import Records
from klachtmail.domain.records.sight import may_see_aside
from klachtmail.domain.records.state import SetAside, State, Unheeded

KEPT: Final = dt.timedelta(days=120)  # how long what was told (and listed) is remembered
SET_BACK: Final = dt.timedelta(days=7)  # no clock is set back further without somebody noticing
UNHEEDED_SHOWN: Final = dt.timedelta(days=7)  # by `status`, after the member was told
MORNING: Final = "morning|"


@dataclass(frozen=True, slots=True)
class MorningRound:
    """What one round sends and what must be committed with it: the letters, and with them state and complaints."""

    requests: tuple[LetterRequest, ...]
    state: State
    complaints: tuple[Complaint, ...] = ()  # those with an apology as a ready draft, or without the handler who left


class ReminderLog:
    """What was told, to whom and when: `state.reminded`, quick to ask; keys are 'event|number|address|date'."""

    def __init__(self, reminded: Mapping[str, dt.date], today: dt.date) -> None:
        self.reminded = dict(reminded)
        self._today = today
        self._dates: defaultdict[str, set[dt.date]] = defaultdict(set)
        for key, on in reminded.items():
            self._dates[key.rpartition("|")[0]].add(on)

    def since(self, what: str, member: Member, on: dt.date) -> bool:
        """Return whether this member was told this ('event|number') on or after a date.

        A date a few days ahead is that of a clock that was set back. One of next year was a clock gone wrong, and must
        not keep everybody in the dark until then.
        """
        dates = self._dates.get(f"{what}|{member.address.lower()}", ())
        return any(on <= told <= self._today + SET_BACK for told in dates)

    def note(self, what: str, member: Member) -> None:
        """Remember that this member is told this today."""
        key = f"{what}|{member.address.lower()}"
        self.reminded[f"{key}|{self._today.isoformat()}"] = self._today
        self._dates[key].add(self._today)


def morning_requests(records: Records, firm: Firm, now: dt.datetime) -> MorningRound:
    """Return the morning mails that must go out now; none before `schedule.reminders`.

    On a day off only what cannot wait for the next working day: the 72 hours of a data leak run through a weekend.
    Whoever had today's mail gets no second one: what is new since comes the next working day.
    """
    calendar = Calendar(firm.organisation)
    local = now.astimezone(firm.organisation.zone)
    too_early = local.time() < dt.time.fromisoformat(firm.schedule.reminders)
    if too_early:
        return MorningRound((), records.state)
    return _Round(records, firm, now, Day(firm, calendar, local.date())).requests()


def morning(records: Records, firm: Firm, now: dt.datetime) -> list[tuple[Member, list[MorningItem]]]:
    """Return who must be told what today, whatever the hour, in the order of the configuration."""
    calendar = Calendar(firm.organisation)
    day = Day(firm, calendar, calendar.local_date(now))
    return _Round(records, firm, now, day).items() if calendar.is_workday(day.today) else []


class _Round:
    """One round over the records. It changes nothing; what it would change is in its answer."""

    def __init__(self, records: Records, firm: Firm, now: dt.datetime, day: Day) -> None:
        self._records = records
        self._firm = firm
        self._now = now
        self._day = day
        self._told = ReminderLog(records.state.reminded, day.today)
        self._presence = Presence(firm, records.state.absences, day.today)
        self._waiting = [each for each in firm.members if not self._told.since(MORNING, each, day.today)]
        self._changed: list[Complaint] = []
        self._open: set[str] = set()
        self._is_off = not day.calendar.is_workday(day.today)

    def items(self) -> list[tuple[Member, list[MorningItem]]]:
        """Return the members who have no mail yet today with what they must be told, the most pressing first."""
        found: dict[str, list[tuple[Place, MorningItem]]] = {member.address: [] for member in self._waiting}
        idle: dict[str, list[list[ReminderFor]]] = {member.address: [] for member in self._waiting}
        for complaint in self._records.current() if self._waiting else ():
            if complaint.is_open:
                self._open.add(complaint.number)
            for reader, heard in self._heard(complaint if self._is_off else self._with_apology(complaint)).items():
                if any(each.reminder.is_worth_a_mail for each in heard):
                    found[reader].append(self._told_of(heard))
                else:
                    idle[reader].append(heard)
            if not self._is_off:
                self._release(complaint)
        for each in () if self._is_off else self._records.state.unheeded:
            if each.told_on is None and each.member in found:
                found[each.member].append(unheeded_item(each, self._day))
        for reader, made in self._of_no_complaint():
            found[reader].append(made)
        for reader, waiting in idle.items():
            found[reader] += [self._told_of(heard) for heard in waiting if found[reader]]
        return [(member, in_order(found[member.address])) for member in self._waiting if found[member.address]]

    def _of_no_complaint(self) -> Iterator[tuple[str, tuple[Place, MorningItem]]]:
        """Yield who is asked about which general measure, and remember it."""
        for one in asked(self._records.state.measures, self._day):
            for recipient in self._presence.owner(one.measure.owner):
                people = (recipient.reader, recipient.meant_for)
                known = any(self._told.since(one.key, each, one.unless_since) for each in people)
                if recipient.reader in self._waiting and not known:
                    for each in people:
                        self._told.note(one.key, each)
                    yield recipient.reader.address, at_the_end(general_item(one, recipient, self._day))

    def _told_of(self, heard: list[ReminderFor]) -> tuple[Place, MorningItem]:
        """Return the item, and remember that it was told."""
        for each in heard:
            for person in (each.recipient.reader, each.recipient.meant_for):
                self._told.note(each.reminder.key, person)
        return item(heard, self._day)

    def _heard(self, complaint: Complaint) -> dict[str, list[ReminderFor]]:
        """Return who hears what of one complaint, by the address of the reader: all of it, when any of it is news."""
        heard: defaultdict[str, dict[str, ReminderFor]] = defaultdict(dict)
        news: set[str] = set()
        waiting = {member.address for member in self._waiting}
        for reminder in reminders(complaint, self._day):
            if self._is_off and not self._cannot_wait(reminder):
                continue
            for recipient in self._presence.recipients(reminder):
                reader = recipient.reader.address
                is_news = reader in waiting and self._is_news(reminder, recipient)
                if reader in waiting and (is_news or reminder.lasts):
                    heard[reader].setdefault(reminder.key, ReminderFor(reminder, recipient))
                if is_news:
                    news.add(reader)
        return {reader: list(all_of.values()) for reader, all_of in heard.items() if reader in news}

    def _cannot_wait(self, reminder: Reminder) -> bool:
        """Return whether the term of a data leak ends before anybody would be reminded of it on a working day."""
        if reminder.event != "statutory_due":
            return False
        one, zone = reminder.complaint.statutory[(reminder.measure or 1) - 1], self._firm.organisation.zone
        at = dt.time.fromisoformat(self._firm.schedule.reminders)
        next_morning = dt.datetime.combine(self._day.calendar.add_workdays(self._day.today, 1), at, zone)
        return one.kind == "datalek" and self._now < one.due_at < next_morning

    def _is_news(self, reminder: Reminder, recipient: Recipient) -> bool:
        """Return whether neither the reader nor who is away was told, also not by the agenda."""
        people = (recipient.reader, recipient.meant_for)
        was_told = any(self._told.since(reminder.key, person, reminder.unless_since) for person in people)
        return not was_told and not self._stood_in_agenda(reminder, recipient)

    def _stood_in_agenda(self, reminder: Reminder, recipient: Recipient) -> bool:
        """Return whether the agenda told it since it began to press: it lists what is open, and what must be decided first.

        Only for who reads along: to the handler, the owner and who is on duty the morning mail says it all the same.
        """
        made_at = self._records.state.digest_at
        own = reminder.audience not in {"partners", "other_partners"} or recipient.reader != recipient.meant_for
        if own or made_at is None or made_at > self._now or not recipient.reader.oversees:
            return False
        complaint = reminder.complaint
        was_listed = complaint.is_open and complaint.received_at <= made_at
        return was_listed and self._day.calendar.local_date(made_at) >= reminder.unless_since

    def _with_apology(self, complaint: Complaint) -> Complaint:
        """Return an overdue complaint with the apology ready as a draft, unless it has a draft or had its apology."""
        wanted = is_overdue(complaint, self._day.today) and complaint.confirmed
        if not wanted or complaint.draft is not None or _apologised(complaint):
            return complaint
        version = complaint.versions + 1
        draft = Draft(kind="apology", version=version, by="klachtmail", at=self._now)
        ready = advance(
            replace(complaint, draft=draft, versions=version), "drafted", self._now, "klachtmail", draft.kind
        )
        if isinstance(ready, Refusal):
            return complaint
        self._changed.append(ready)
        return ready

    def _release(self, complaint: Complaint) -> None:
        """Take a complaint from a handler who left the firm: after today's 'handler_gone' it simply has none."""
        gone = complaint.handler is not None and self._day.firm.member(complaint.handler) is None
        if not (complaint.is_open and gone):
            return
        ready = next((each for each in self._changed if each.number == complaint.number), complaint)
        after = advance(
            replace(ready, handler=None, assigned_at=None),
            "handler_left",
            self._now,
            "klachtmail",
            complaint.handler or "",
        )
        if not isinstance(after, Refusal):
            self._changed = [*(each for each in self._changed if each.number != after.number), after]

    def requests(self) -> MorningRound:
        """Return the letters with everything that must be committed with them."""
        found = self.items()
        aside = {} if self._is_off else self._aside()
        more = self._records.state.aside_more
        letters = []
        for member in self._readers(aside):
            items = next((items for someone, items in found if someone == member), [])
            listed = aside.get(member.address, [])
            if items or listed:
                letters.append(_letter(member, items, [set_aside_row(each) for each in listed], more if listed else 0))
                more = 0 if listed else more
                self._told.note(MORNING, member)
        if not letters:
            return MorningRound((), self._records.state)
        return MorningRound(
            tuple(letters), self._state([each for listed in aside.values() for each in listed]), tuple(self._changed)
        )

    def _readers(self, aside: Mapping[str, object]) -> list[Member]:
        """Return the members who have no mail yet today, and the administrator when nobody else may see something."""
        keeper = self._firm.keeper
        return [*self._waiting, *([keeper] if keeper not in self._waiting and keeper.address in aside else [])]

    def _aside(self) -> dict[str, list[SetAside]]:
        """Return what was set aside and nobody saw yet, by the address of who looks at it.

        That is who is on duty, or the first partner who is there; of what belongs to a complaint about that member the next one, or else the
        administrator.
        """
        keeper = self._firm.keeper
        found: defaultdict[str, list[SetAside]] = defaultdict(list)
        unseen = [each for each in self._records.state.set_aside if each.listed_on is None]
        for message in unseen[:ASIDE_SHOWN]:
            may = (m for m in self._presence.watchers() if may_see_aside(m, message, self._records))
            reader = next(may, keeper if may_see_aside(keeper, message, self._records) else None)
            if reader is not None and not self._told.since(MORNING, reader, self._day.today):
                found[reader.address].append(message)
        return dict(found)

    def _state(self, listed: Iterable[SetAside]) -> State:
        state, today = self._records.state, self._day.today
        shown = {each.id for each in listed}
        aside = (
            replace(each, listed_on=today) if each.id in shown and each.listed_on is None else each
            for each in state.set_aside
        )
        return replace(
            state,
            aside_more=0 if shown else state.aside_more,
            unheeded=tuple(self._heeded(each) for each in state.unheeded if not _is_past(each, today)),
            reminded={key: on for key, on in self._told.reminded.items() if self._is_kept(key, on)},
            set_aside=tuple(each for each in aside if each.listed_on is None or today - each.listed_on <= KEPT),
        )

    def _heeded(self, each: Unheeded) -> Unheeded:
        was_told = not self._is_off and any(m.address == each.member for m in self._waiting)
        return replace(each, told_on=self._day.today) if was_told and each.told_on is None else each

    def _is_kept(self, key: str, on: dt.date) -> bool:
        """Return whether a key must be kept: four months, and the milestones of a complaint as long as it is open."""
        event, number, *_ = key.split("|")
        return self._day.today - on <= KEPT or (event in ONCE and number in self._open)


def _is_past(each: Unheeded, today: dt.date) -> bool:
    return each.told_on is not None and today - each.told_on > UNHEEDED_SHOWN


def _apologised(complaint: Complaint) -> bool:
    return any(entry.event == "message_sent" and entry.detail == "apology" for entry in complaint.history)


def _letter(member: Member, items: list[MorningItem], aside: list[Aside], aside_more: int) -> LetterRequest:
    listed = tuple(dict.fromkeys(each.number for each in items if each.number))
    if not member.alias:  # the administrator, whose answers do nothing
        aside = [replace(each, button=None) for each in aside]
    data = Morning(items=tuple(items), aside=tuple(aside), aside_more=aside_more)
    return to_member(data, member, None, listed=listed)
