"""Who is asked today how it went (ISO 10002 §8.3): each who was told the outcome, once, some days after the closing."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.outgoing.letters import Satisfaction
from klachtmail.domain.outgoing.may_answer import cannot_write
from klachtmail.domain.outgoing.requests import to_client
from klachtmail.domain.records.letter import Button, LetterRequest
from klachtmail.domain.records.lifecycle import Refusal, advance
from klachtmail.domain.records.model import Complaint, Party
from klachtmail.domain.records.parties import addressee, complainant_at, going_on, key_of, known_to
from klachtmail.domain.records.port import Records
from klachtmail.domain.records.satisfaction import answers, was_asked
from klachtmail.domain.records.state import State

LATEST: Final = dt.timedelta(days=14)  # after its day: who switches this on asks nobody about last year
_MAIL: Final = r"(?:e-?mails?|mailen|mailt|benader\w*|contact\w*|kontaktier\w*|bericht\w*|lastig\w*|stoor|storen|bother\w*|disturb\w*|[ée]cri\w*)"
_ASK: Final = (
    r"(?:vra(?:ag|agt|gen)|bevra\w+|ask|questions?|questionnaires?|frag\w*|bef?ragt|demande[zr]?|questionne\w*)"
)
_NONE: Final = (
    r"(?:geen|niet|niets|niks|nooit|no|not|don.?t|never|nothing|anything|keine?|nichts?|nie|ne|pas|rien|plus)"
)
_SURVEY: Final = (
    r"(?:enqu[eê]te\w*|surveys?|umfragen?|sondages?|(?:klant)?tevredenheid\w*|satisfaction|evaluatie\w*|feedback\w*|vragenlijst\w*"
    r"|questionnaires?|fragebogen|zufriedenheit\w*)"
)
_NO_MAIL: Final = re.compile(
    rf"\b{_NONE}\b[^.?!\n]{{0,40}}\b{_MAIL}\b[^.?!\n]{{0,20}}\b(?:meer|more|mehr|again|plus)\b"
    rf"|\b(?:niet meer|niets meer|no longer|not any ?more|nicht mehr|ne plus|plus)\b[^.?!\n]{{0,20}}\b{_MAIL}\b"
    rf"|\b{_ASK}\b[^.?!\n]{{0,25}}\b{_NONE}\b(?:[^.?!\n]{{0,25}}\b(?:meer|more|else|again|mehr|plus)\b|\W*(?:[.!\n]|$))"
    rf"|\b{_NONE}\b[^.?!\n]{{0,30}}\b(?:meer|more|mehr|plus|verder\w*|further|weitere)\b[^.?!\n]{{0,15}}\b{_ASK}\b"
    rf"|\b{_NONE}\b[^.?!\n]{{0,15}}\b{_ASK}\b[^.?!\n]{{0,15}}\b(?:meer|more|mehr|plus)\b"
    rf"|\b(?:geen|no|keinen?|pas de|pas d|sans|zonder|without|ohne|spare me|bespaar me|bespaar mij)\W{{1,3}}(?:\w+ ){{0,2}}{_SURVEY}"
    rf"|\b(?:mail|schrijf|bel|stuur|benader|stel|vraag)t?(?: u| jullie)? (?:mij|me|ons)\b(?=[^.?!\n]{{0,40}}\b{_NONE}\b)(?=[^.?!\n]{{0,40}}\b(?:meer|verder)\b)"
    r"|\b(?:laat (?:mij|me|ons)\b[^.?!\n]{0,20}\bmet rust|leave me alone|in ruhe|laissez-moi tranquille)\b",
    re.IGNORECASE,
)
_OF_THE_CLIENT: Final = frozenset({"complaint", "follow_up", "rating"})  # a colleague's doubt is none of his
_SEARCHED: Final = 20_000  # characters of a message


@dataclass(frozen=True, slots=True)
class Asked:
    """What one look asks for: the letters, the complaints that say so in their history, and that it was looked today."""

    requests: tuple[LetterRequest, ...]
    complaints: tuple[Complaint, ...]
    state: State


def satisfaction_requests(records: Records, firm: Firm, now: dt.datetime) -> Asked | None:
    """Return whom to ask, once a working day from `schedule.reminders` on; None when it is not the time to look."""
    days = firm.procedure.ask_satisfaction_days
    local = now.astimezone(firm.organisation.zone)
    today = local.date()
    is_early = local.time() < dt.time.fromisoformat(firm.schedule.reminders)
    if days is None or is_early or records.state.asked_on == today:
        return None
    calendar = Calendar(firm.organisation)
    if not calendar.is_workday(today):
        return None
    last = today - dt.timedelta(days=days)
    due = [each for each in records.current() if _was_closed(each, calendar, last - LATEST, last)]
    written: list[LetterRequest] = []
    after = [one for each in due for one in _asked(each, records, firm, now, written)]
    return Asked(tuple(written), tuple(after), replace(records.state, asked_on=today))


def _was_closed(complaint: Complaint, calendar: Calendar, first: dt.date, last: dt.date) -> bool:
    """Return whether it was settled between these days, both included: not withdrawn, erased or before the third party."""
    if complaint.status != "closed" or complaint.closed_at is None or complaint.is_remark or not complaint.confirmed:
        return False
    waits = complaint.appeal is not None and complaint.appeal.ruling is None
    is_out = complaint.withdrawn is not None or complaint.erased_at is not None or waits
    return not is_out and first <= calendar.local_date(complaint.closed_at) <= last


def _asked(
    complaint: Complaint, records: Records, firm: Firm, now: dt.datetime, written: list[LetterRequest]
) -> Iterator[Complaint]:
    """Yield the complaint with in its history whom we ask, and write the letters; nothing when there is nobody to ask."""
    after = complaint
    for party in going_on(complaint):
        if not _may_be_asked(complaint, party, records, firm, [each.to for each in written]):
            continue
        noted = advance(after, "satisfaction_asked", now, "klachtmail", party.number or "")
        if not isinstance(noted, Refusal):
            after = noted
            buttons = tuple(Button(label=word, line=word) for word in answers(party.language))
            written.append(replace(to_client(Satisfaction(), complaint, party), buttons=buttons))
    if after is not complaint:
        yield after


def _may_be_asked(complaint: Complaint, party: Party, records: Records, firm: Firm, today: Iterable[str]) -> bool:
    reader = addressee(complaint, party)
    if party.told_at is None or reader.address is None or was_asked(complaint, party) or reader.address in today:
        return False
    known = known_to(complaint, key_of(complaint, party))
    if cannot_write(known, firm):
        return False
    own = [known, *_others(records, (party.address, reader.address))]
    return not any(each.is_open or each.complainant.no_survey or _wants_no_mail(each) for each in own)


def _others(records: Records, addresses: Iterable[str | None]) -> Iterator[Complaint]:
    """Yield the complaints of one of these, each as its complainant knows it."""
    for address in dict.fromkeys(each for each in addresses if each):
        for number in records.numbers_for_address(address):
            complaint = records.complaint(number)
            party = complainant_at(complaint, address) if complaint is not None else None
            if complaint is not None and party is not None:
                yield known_to(complaint, key_of(complaint, party))


def _wants_no_mail(complaint: Complaint) -> bool:
    """Return whether a client wrote to want no more mail: in doubt nobody is asked."""
    written = (each.text for each in complaint.messages if each.kind in _OF_THE_CLIENT)
    return any(_NO_MAIL.search(text[:_SEARCHED]) for text in (complaint.text, *written))
