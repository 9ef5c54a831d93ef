"""flush: letters leave the outbox. Every answer of the server is on record before the next letter is tried.

1. Settle what a crash left in doubt: the journal knows what was accepted, the Sent folder knows the one in between.
2. Admit held letters for which there is room again; new complaints past the limit go to a member as one list.
3. Hand over what is due, over one connection, for at most a slice of time.
"""

import datetime as dt
import logging
import time
from dataclasses import dataclass
from typing import Final

from klachtmail.domain import requests
from klachtmail.domain.letter import Letter, LetterRequest
from klachtmail.domain.lifecycle import noted
from klachtmail.mailbox.port import MailboxError
from klachtmail.service.desk import Desk, admitted
from klachtmail.service.office import Office
from klachtmail.smtp.port import Answer, Doubtful, Paused, Rejected, Retry, Sent

log = logging.getLogger(__name__)

SLICE: Final = 20.0  # seconds, so that polling goes on
TURN: Final = 5.0  # seconds that one turn holds the work lock
BATCH: Final = 100
GIVE_UP: Final = dt.timedelta(days=5)
_SCHEDULE: Final = (dt.timedelta(minutes=1), dt.timedelta(minutes=5), dt.timedelta(minutes=15))
_HOURLY: Final = dt.timedelta(hours=1)
LIST_EVERY: Final = dt.timedelta(hours=1)


@dataclass(slots=True)
class FlushReport:
    """What one flush did; `paused` says why the whole outbox waits, '' when it does not."""

    sent: int = 0
    failed: int = 0
    queued: int = 0
    paused: str = ""


def flush(office: Office, *, seconds: float = SLICE) -> FlushReport:
    """Send what is due. Raises StoreError; trouble with the mail server is in the report."""
    report = FlushReport()
    deadline = time.monotonic() + seconds
    with office.store.work():
        _settle(office)
        _admit(office)
    while not report.paused and time.monotonic() < deadline:
        with office.store.work():  # let go between batches: a command line beside the daemon waits ten seconds at most
            if not (due := _due(office)):
                break
            _hand_over(office, due[:BATCH], report, min(deadline, time.monotonic() + TURN))
    report.queued = sum(letter.state in {"waiting", "held"} for letter in office.store.unsent())
    return report


def _due(office: Office) -> list[Letter]:
    if office.store.state.restored_at is not None:
        return []  # after a restore the outbox is held until folders and Sent were compared
    now = office.now()
    return [
        x
        for x in office.store.unsent()
        if x.state == "waiting" and (x.next_attempt_at is None or x.next_attempt_at <= now)
    ]


def _settle(office: Office) -> None:
    """Bring the register up to date with the journal of a run that ended before it could commit."""
    taken, doubtful = office.journal.taken(), office.journal.doubtful()
    if not taken and not doubtful:
        return
    desk = Desk(office, office.now())
    for key in taken:
        if (letter := office.store.letter(key)) is not None and letter.state == "waiting":
            desk.work.put_letter(letter.but(state="sent", sent_at=office.now()))
    for key in doubtful:
        letter = office.store.letter(key)
        if letter is not None and letter.state == "waiting" and _is_in_sent(office, letter):
            desk.work.put_letter(letter.but(state="sent", sent_at=office.now(), reason="found in Sent"))
    desk.commit()
    office.journal.clear()


def _is_in_sent(office: Office, letter: Letter) -> bool:
    """Ask the server's Sent folder; where it keeps none, the letter goes again, byte-identical."""
    if letter.message_id is None or office.sent_copies == "none":
        return False
    try:
        office.mailbox.connect()
        return bool(office.mailbox.has_message("sent", letter.message_id))
    except MailboxError:
        return False


# ── what a limit held back ──────────────────────────────────────────────────────────────────────────────────────────


def _admit(office: Office) -> None:
    held = [letter for letter in office.store.unsent() if letter.state == "held" and letter.request is not None]
    if not held:
        return
    desk = Desk(office, office.now())
    for letter in held:
        request = letter.request
        if (
            request is None
            or (letter.member and request.kind in {"routing", "unconfirmed"})
            or desk.allowance.why_held(request)
        ):
            continue
        _render_now(office, desk, letter, request)
    for member in {letter.to for letter in held if letter.member and letter.kind in {"routing", "unconfirmed"}}:
        _bundle(office, desk, [x for x in held if x.to == member and x.kind in {"routing", "unconfirmed"}])
    desk.commit()


def _render_now(office: Office, desk: Desk, letter: Letter, request: LetterRequest) -> None:
    rendered = desk.render(request, {}, {}, office.nonce())
    desk.keep(rendered)
    desk.admit(admitted(letter, rendered), rendered)


def _bundle(office: Office, desk: Desk, held: list[Letter]) -> None:
    """Past the limit new complaints come as one list, at most one an hour."""
    member = office.firm.member(held[0].to)
    recent = any(
        x.kind == "routing_list" and x.to == held[0].to and desk.now - x.created_at < LIST_EVERY
        for x in desk.work.letters()
    )
    if member is None or recent:
        return
    found = [c for x in held if x.number and (c := desk.work.complaint(x.number)) is not None]
    items = [
        {
            "number": c.number, "name": c.complainant.name or c.complainant.address or "", "subject": c.subject,
            "due_on": c.due_on.isoformat(), "excerpt": c.text[: requests.EXCERPT],
        }
        for c in found
    ]  # fmt: skip
    listed = tuple(c.number for c in found)
    for letter in held:
        desk.work.drop_letter(letter)
    desk.post([requests.to_member("routing_list", member, None, scope="digest", listed=listed, data={"items": items})])


# ── handing over ────────────────────────────────────────────────────────────────────────────────────────────────────


def _hand_over(office: Office, letters: list[Letter], report: FlushReport, deadline: float) -> None:
    desk = Desk(office, office.now())
    copies: list[tuple[Letter, bytes]] = []
    previous: str | None = None
    for letter in letters:
        content = office.store.rendered(letter.sha256) if letter.sha256 else None
        if content is None:
            _fail(office, desk, letter, "the bytes of this letter are missing", report)
            continue
        if previous is None:
            office.journal.trying(letter.id)
        else:
            office.journal.accepted_then_trying(previous, letter.id)
        answer = office.courier.deliver(office.firm.organisation.address, letter.to, content)
        previous = letter.id if isinstance(answer, Sent) else None
        if previous is None and not isinstance(answer, Doubtful):
            office.journal.refused(letter.id)
        _record(office, desk, letter, answer, report)
        if isinstance(answer, Sent):
            copies.append((letter, content))
        if report.paused or time.monotonic() >= deadline:
            break
    if previous is not None:
        office.journal.accepted(previous)
    desk.commit()
    office.journal.clear()
    _copy_to_sent(office, copies)


def _record(office: Office, desk: Desk, letter: Letter, answer: Answer, report: FlushReport) -> None:
    match answer:
        case Sent():
            report.sent += 1
            desk.work.put_letter(
                letter.but(state="sent", sent_at=office.now(), reason="", attempts=letter.attempts + 1)
            )
        case Paused(reason):
            report.paused = reason
        case Doubtful(reason):
            if _is_in_sent(office, letter):
                desk.work.put_letter(letter.but(state="sent", sent_at=office.now(), reason="found in Sent"))
            else:
                _later(office, desk, letter, reason, report)
        case Retry(reason):
            _later(office, desk, letter, reason, report)
        case Rejected(reason, too_large):
            if too_large and letter.request is not None and letter.request.enclosures:
                _without_enclosures(desk, letter, letter.request)
            else:
                _fail(office, desk, letter, reason, report)


def _later(office: Office, desk: Desk, letter: Letter, reason: str, report: FlushReport) -> None:
    """1, 5 and 15 minutes, then hourly, for five days."""
    now = office.now()
    if now - letter.created_at > GIVE_UP:
        _fail(office, desk, letter, reason, report)
        return
    wait = _SCHEDULE[letter.attempts] if letter.attempts < len(_SCHEDULE) else _HOURLY
    desk.work.put_letter(letter.but(attempts=letter.attempts + 1, next_attempt_at=now + wait, reason=reason))


def _without_enclosures(desk: Desk, letter: Letter, request: LetterRequest) -> None:
    """Too large for the recipient's server: the same letter again, with its attachments only mentioned."""
    notice = "De bijlagen waren te groot om mee te sturen; ze staan bij het bericht in de mailbox."
    data = {**request.data, "notices": [*request.data.get("notices", []), notice]}
    desk.work.put_letter(letter.but(state="failed", reason="too large; sent again without attachments", request=None))
    desk.post([request.but(enclosures=(), data=data)])


def _fail(office: Office, desk: Desk, letter: Letter, reason: str, report: FlushReport) -> None:
    """An undeliverable letter becomes a task for a member, never a silent failure."""
    report.failed += 1
    log.warning("letter %s failed for good: %s", letter.id, reason)
    desk.work.put_letter(letter.but(state="failed", reason=reason, attempts=letter.attempts + 1))
    if letter.kind in {"task", "alarm", "alarm_over"}:
        return  # a task about a task would never end; `status` and the digest show it
    complaint = desk.work.complaint(letter.number) if letter.number else None
    text = next((m.text for m in complaint.messages if m.message_id == letter.message_id), "") if complaint else ""
    if complaint is not None:
        marked = tuple(m.but(failed=True) if m.message_id == letter.message_id else m for m in complaint.messages)
        complaint = noted(
            complaint.but(messages=marked), "undelivered", desk.now, "klachtmail", f"{letter.kind}: {reason}"[:300]
        )
        desk.work.put(complaint)
    told = requests.responsible(complaint, office.firm) if complaint else office.firm.partners
    data = {"letter_kind": letter.kind, "to": letter.to, "reason": reason, "text": text}
    others = [m for m in told if m.address.lower() != letter.to] or [
        m for m in office.firm.partners if m.address.lower() != letter.to
    ]
    desk.post(
        requests.to_member(
            "task", m, complaint, data=data, buttons=(requests.CALLED, requests.NO_ANSWER) if complaint else ()
        )
        for m in others
    )


def _copy_to_sent(office: Office, copies: list[tuple[Letter, bytes]]) -> None:
    if office.sent_copies != "append":
        return
    try:
        office.mailbox.connect()
        for _letter, content in copies:
            office.mailbox.append("sent", content, office.now())
    except MailboxError as error:
        log.warning("no copy in Sent: %s", error)
