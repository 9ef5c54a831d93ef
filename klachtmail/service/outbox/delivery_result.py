"""What the server's answer means for a letter: sent, later, again without attachments, or a task for a member."""

import datetime as dt
import logging
import re
from dataclasses import dataclass, replace
from typing import Final

from klachtmail.domain.outgoing.letters import FollowUp, Routing, ThirdParty
from klachtmail.domain.outgoing.undelivered import FailedLetter, taken_back, tell_filtered, undelivered, whose
from klachtmail.domain.records.letter import Letter, LetterRequest
from klachtmail.domain.records.lifecycle import noted
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.workspace import Workspace
from klachtmail.letters.writer import LetterError
from klachtmail.parse import parse
from klachtmail.service.outbox.deliver import Tried
from klachtmail.service.work.desk import Desk, standing
from klachtmail.service.work.office import Office
from klachtmail.smtp.port import Doubtful, Paused, Rejected, Retry, Sent

log = logging.getLogger(__name__)

_CODE: Final = re.compile(r"\d{3}(?: \d\.\d{1,3}\.\d{1,3})?")  # RFC 5321 §4.2, RFC 3463 §2
GIVE_UP: Final = dt.timedelta(days=5)
SCHEDULE: Final = (dt.timedelta(minutes=1), dt.timedelta(minutes=5), dt.timedelta(minutes=15))
HOURLY: Final = dt.timedelta(hours=1)
MOST_DOUBTS: Final = 3  # copies at most of a letter of which the server never says that it took it
QUOTED: Final = 4000  # characters of a letter in the task about it


@dataclass(slots=True)
class FlushReport:
    """What one flush did; `paused` says why the outbox waits, `trouble` what else is wrong, '' when nothing is."""

    sent: int = 0
    failed: int = 0
    queued: int = 0
    paused: str = ""
    trouble: str = ""

    @property
    def problem(self) -> str:
        """What somebody has to hear of, '' when all is well."""
        return self.paused or self.trouble


def answered(office: Office, desk: Desk, tried: Tried, report: FlushReport) -> None:
    """Lay on the desk what becomes of a letter that was tried."""
    letter = tried.letter
    match tried.answer:
        case None:
            failed(office, desk, letter, "the bytes of this letter are missing", report)
        case Sent():
            report.sent += 1
            desk.work.put_letter(sent(letter, tried.at))
        case Paused(reason):
            report.paused = reason
        case Doubtful(reason):
            _doubted(office, desk, letter, reason, report)
        case Retry(reason):
            _later(office, desk, letter, reason, report)
        case Rejected() as refusal:
            _refused(office, desk, letter, refusal, report)


def sent(letter: Letter, at: dt.datetime) -> Letter:
    """Return the letter as it is once the server has it."""
    return replace(letter, state="sent", sent_at=at, reason="", attempts=letter.attempts + 1, next_attempt_at=None)


def _doubted(office: Office, desk: Desk, letter: Letter, reason: str, report: FlushReport) -> None:
    """Ask the Sent folder before it goes again; after a few times a person finds out whether it arrived."""
    doubtful = replace(letter, doubts=letter.doubts + 1)
    if doubtful.doubts < MOST_DOUBTS:
        _later(office, desk, doubtful, reason, report)
    else:
        failed(office, desk, doubtful, f"nobody knows whether it arrived: {reason}", report)


def _later(office: Office, desk: Desk, letter: Letter, reason: str, report: FlushReport) -> None:
    """1, 5 and 15 minutes, then hourly, for five days from the first attempt; more than once also after a long sleep."""
    now = office.now()
    first = min(letter.first_attempt_at or now, now)  # a clock that was ahead must not keep it trying for a year
    if now - first > GIVE_UP and letter.attempts >= len(SCHEDULE):
        failed(office, desk, letter, reason, report)
        return
    wait = SCHEDULE[letter.attempts] if letter.attempts < len(SCHEDULE) else HOURLY
    desk.work.put_letter(
        replace(letter, attempts=letter.attempts + 1, first_attempt_at=first, next_attempt_at=now + wait, reason=reason)
    )


_TOO_LARGE: Final = "De bijlagen waren te groot om mee te sturen; ze staan bij het bericht in de mailbox."
_STOPPED: Final = "De mailserver weigerde deze mail met de bijlagen; ze staan bij het bericht in de mailbox."


def _refused(office: Office, desk: Desk, letter: Letter, refusal: Rejected, report: FlushReport) -> None:
    """Leave out what may have been the reason, as far as there is something to leave out; else it failed."""
    goes_inside = letter.member is not None
    if letter.request is not None and letter.request.enclosures and (refusal.too_large or refusal.for_content):
        _without_enclosures(desk, letter, letter.request, _TOO_LARGE if refusal.too_large else _STOPPED)
    else:
        failed(office, desk, letter, refusal.reason, report, filtered=refusal.for_content and goes_inside)


def _without_enclosures(desk: Desk, letter: Letter, request: LetterRequest, notice: str) -> None:
    """Lay the same letter in its place, with its attachments only mentioned."""
    data = request.data
    if isinstance(data, Routing | FollowUp | ThirdParty):
        data = replace(data, notices=(*data.notices, notice))
    desk.work.drop_letter(letter)
    desk.post([replace(request, enclosures=(), data=data)])


def failed(
    office: Office, desk: Desk, letter: Letter, reason: str, report: FlushReport, *, filtered: bool = False
) -> None:
    """Tell somebody of an undeliverable letter, never a silent failure; of one that was `filtered` its own reader."""
    find = standing if letter.member is None else Workspace.complaint  # what was merged goes on in another
    complaint = find(desk.work, letter.number) if letter.number else None
    about = FailedLetter.of(letter, reason, "" if letter.member else _text(office, letter))
    if complaint is not None:
        complaint, about = _marked(complaint, letter, about, desk.now)
    bare = tell_filtered(letter, complaint, office.firm) if filtered else ()
    try:
        desk.post(bare or undelivered(about, complaint, office.firm))
    except LetterError as error:  # `status` and the digest still show the letter
        log.warning("nobody is told about letter %s: %s", letter.id, error)
    if complaint is not None:
        desk.work.put(complaint)
    desk.work.put_letter(replace(letter, state="failed", reason=reason, attempts=letter.attempts + 1))
    report.failed += 1
    code = _CODE.match(reason)  # the words behind it can hold names
    log.warning("letter %s failed for good: %s", letter.id, code.group() if code else "see `klachtmail outbox`")


def _marked(
    complaint: Complaint, letter: Letter, about: FailedLetter, now: dt.datetime
) -> tuple[Complaint, FailedLetter]:
    """Return the complaint as it is now that this letter did not arrive, and what is to be said about it."""
    messages = tuple(replace(m, failed=True) if m.message_id == letter.message_id else m for m in complaint.messages)
    detail = f"{letter.kind}: {about.reason}"[:300]
    marked = noted(replace(complaint, messages=messages), "undelivered", now, "klachtmail", detail)
    if letter.member is not None:
        return marked, about
    return taken_back(marked, replace(about, party=whose(complaint, letter)), letter.created_at, now)


def _text(office: Office, letter: Letter) -> str:
    """Return what stood in the letter, so that a member can tell it by phone or on paper."""
    content = office.store.rendered(letter.sha256) if letter.sha256 else None
    return parse(content, office.now()).text[:QUOTED] if content else ""
