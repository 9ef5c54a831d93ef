"""flush: letters leave the outbox. Every answer of the server is on record before the next letter is tried.

1. Settle what a crash left in doubt: the journal knows what was accepted, the Sent folder knows the one in between.
2. Admit held letters for which there is room again; new complaints past the limit go to a member as one list.
3. Hand over what is due, over one connection, for at most a slice of time.
"""

import datetime as dt
import logging
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from klachtmail.domain.letter import Letter
from klachtmail.letters.writer import TemplateError
from klachtmail.mailbox.port import MailboxError
from klachtmail.service.admission import admit
from klachtmail.service.answered import HOURLY, FlushReport, answered, failed, sent
from klachtmail.service.desk import Desk
from klachtmail.service.office import Office
from klachtmail.smtp.port import Answer, Doubtful, Sent
from klachtmail.store.port import Journal, Store

log = logging.getLogger(__name__)

SLICE: Final = 20.0  # seconds, so that polling goes on
TURN: Final = 5.0  # seconds that one turn holds the work lock
BATCH: Final = 250
ASK_AGAIN: Final = dt.timedelta(minutes=1)


def flush(office: Office, *, seconds: float = SLICE, stop: Callable[[], bool] = lambda: False) -> FlushReport:
    """Send what is due. Raises StoreError and TemplateError; trouble with the mail server is in the report."""
    report = FlushReport()
    deadline = time.monotonic() + seconds
    with office.store.work():
        _settle(office)
        admit(office)
    while not report.paused and time.monotonic() < deadline and not stop():
        with office.store.work():  # let go between batches: a command line beside the daemon waits ten seconds at most
            if not (due := _due(office)):
                break
            _hand_over(office, due[:BATCH], report, min(deadline, time.monotonic() + TURN), stop)
    report.queued = sum(letter.state in {"waiting", "held"} for letter in office.store.unsent())
    return report


def _due(office: Office) -> list[Letter]:
    if office.store.state.restored_at is not None:
        return []  # after a restore the outbox is held until folders and Sent were compared
    now = office.now()
    return [x for x in office.store.unsent() if x.state == "waiting" and _is_time(x.next_attempt_at, now)]


def _is_time(at: dt.datetime | None, now: dt.datetime) -> bool:
    """Tell whether to try now; a time beyond what the schedule ever sets is from before the clock was set back."""
    return at is None or at <= now or at > now + HOURLY


def _settle(office: Office) -> None:
    """Bring the register up to date with the journal of a run that ended before it could commit."""
    office.journal.refresh()
    taken, doubtful = office.journal.taken(), office.journal.doubtful()
    if not taken and not doubtful:
        return
    desk = Desk(office, office.now())
    for key in (*taken, *doubtful):
        letter = office.store.letter(key)
        if letter is not None and letter.state == "waiting":
            after = sent(letter, desk.now) if key in taken else letter.but(doubts=letter.doubts + 1)
            desk.work.put_letter(after)
    desk.commit()
    office.journal.clear()


def _is_in_sent(office: Office, letter: Letter) -> bool | None:
    """Ask the Sent folder; None when it cannot be asked now. Where there is none, the letter goes again as it is."""
    if letter.message_id is None or office.sent_copies == "none":
        return False
    try:
        office.mailbox.connect()
        return bool(office.mailbox.has_message("sent", letter.message_id))
    except MailboxError:
        return None


def _hand_over(
    office: Office, letters: list[Letter], report: FlushReport, deadline: float, stop: Callable[[], bool]
) -> None:
    desk = Desk(office, office.now())
    copies: list[bytes] = []
    notes = _Notes(office.journal)
    contents = _Contents(office.store, letters)
    try:
        for place, letter in enumerate(letters):
            if letter.doubts and _is_settled_by_sent(office, desk, letter):
                continue
            content = contents.take(place)
            if content is None:
                failed(office, desk, letter, "the bytes of this letter are missing", report)
                continue
            before_end = partial(_meanwhile, notes, contents, place)
            answer = office.courier.deliver(office.firm.organisation.address, letter.to, content, before_end)
            notes.answered(letter.id, answer)
            answered(office, desk, letter, answer, report)
            if isinstance(answer, Sent):
                copies.append(content)
            if report.paused or time.monotonic() >= deadline or stop():
                break
    except TemplateError as error:  # the task about a letter that failed: it is tried again when that can be written
        report.paused = f"a letter cannot be written: {error}"
    notes.end()
    desk.commit()
    office.journal.clear()
    _copy_to_sent(office, copies)


class _Contents:
    """The bytes of the letters of one turn, by their place in it; one is read ahead."""

    def __init__(self, store: Store, letters: Sequence[Letter]) -> None:
        self._store = store
        self.letters = letters
        self._ahead: dict[int, bytes | None] = {}

    def take(self, place: int) -> bytes | None:
        """Return the bytes of this letter, None when they are missing or damaged."""
        self.look_ahead(place)
        return self._ahead.pop(place)

    def look_ahead(self, place: int) -> None:
        """Read a letter before its turn."""
        if place < len(self.letters) and place not in self._ahead:
            sha256 = self.letters[place].sha256
            self._ahead[place] = self._store.rendered(sha256) if sha256 else None


def _meanwhile(notes: "_Notes", contents: _Contents, place: int) -> None:
    """Do while the server reads a letter what must be done before its end, and what the next one needs."""
    notes.trying(contents.letters[place].id)
    contents.look_ahead(place + 1)


class _Notes:
    """What the journal is told of one turn, with one sync a letter."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._accepted: str | None = None
        self._tried: str | None = None

    def trying(self, letter_id: str) -> None:
        """Note a letter that the server can take from now on, and with it that the one before it was taken."""
        if self._accepted is None:
            self._journal.trying(letter_id)
        else:
            self._journal.accepted_then_trying(self._accepted, letter_id)
        self._accepted, self._tried = None, letter_id

    def answered(self, letter_id: str, answer: Answer) -> None:
        """Note what is no longer in doubt; a letter that was taken with the next one, or at the end."""
        if isinstance(answer, Sent):
            self._accepted = letter_id
        elif self._tried == letter_id and not isinstance(answer, Doubtful):
            self._journal.refused(letter_id)

    def end(self) -> None:
        """Note the last one."""
        if self._accepted is not None:
            self._journal.accepted(self._accepted)


def _is_settled_by_sent(office: Office, desk: Desk, letter: Letter) -> bool:
    """Tell whether a doubtful letter need not be tried now: it is in Sent, or Sent cannot be asked yet."""
    found = _is_in_sent(office, letter)
    if found:
        desk.work.put_letter(sent(letter, office.now()).but(reason="found in Sent"))
    elif found is None:
        waits = "it may have gone already, and the Sent folder cannot be asked now"
        desk.work.put_letter(letter.but(next_attempt_at=office.now() + ASK_AGAIN, reason=waits))
    return found is not False


def _copy_to_sent(office: Office, copies: list[bytes]) -> None:
    if office.sent_copies != "append" or not copies:
        return
    try:
        office.mailbox.connect()
        for content in copies:
            office.mailbox.append("sent", content, office.now())
    except MailboxError as error:
        log.warning("no copy in Sent: %s", error)
