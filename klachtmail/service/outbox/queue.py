"""The outbox, around a handover: what may go now, and what becomes of what went."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from klachtmail.domain.records.letter import Letter
from klachtmail.letters.writer import TemplateError
from klachtmail.mailbox.port import MailboxError
from klachtmail.service.outbox.deliver import Tried
from klachtmail.service.outbox.delivery_result import HOURLY, FlushReport, answered, sent
from klachtmail.service.work.desk import Desk
from klachtmail.service.work.office import Office
from klachtmail.smtp.port import Sent

BATCH: Final = 250
ASK_AGAIN: Final = dt.timedelta(minutes=1)
AT_ONCE: Final = 50  # copies that are made up for in one round
MOST_UNCOPIED: Final = 5_000  # that are remembered; of older ones the dossiers have the letters
NO_COPY: Final = "letters go out, and Sent keeps no copies of them"


def settle(office: Office) -> None:
    """Bring the register up to date with the journal of a run that ended before it could commit."""
    office.journal.refresh()
    taken, doubtful = office.journal.taken(), office.journal.doubtful()
    if not taken and not doubtful:
        return
    desk = Desk(office, office.now())
    for key in (*taken, *doubtful):
        letter = office.store.letter(key)
        if letter is not None and letter.state == "waiting":
            after = sent(letter, desk.now) if key in taken else replace(letter, doubts=letter.doubts + 1)
            desk.work.put_letter(after)
    if taken and office.sent_copies == "append":  # it ended before they were copied, or just after: Sent is asked
        desk.work.put_state(
            replace(desk.work.state, uncopied=tuple(dict.fromkeys((*desk.work.state.uncopied, *taken))))
        )
    desk.commit()
    office.journal.clear()


def ready(office: Office, desk: Desk) -> list[Letter]:
    """Return a batch of the letters that are due, without those about which Sent had to be asked.

    Members' first, then the oldest: when the server takes no letters to outsiders, they are who must hear of it.
    """
    batch = list(islice(_due(office), BATCH))
    if len(batch) == BATCH and not any(x.member for x in batch):
        batch = [*islice((x for x in _due(office) if x.member), BATCH), *batch][:BATCH]
    wanted = (x for x in batch if not (x.doubts and _is_settled_by_sent(office, desk, x)))
    return sorted(wanted, key=lambda letter: letter.member is None)


def _due(office: Office) -> Iterator[Letter]:
    if office.store.state.restored_at is not None:
        return  # after a restore the outbox is held until folders and Sent were compared
    now = office.now()
    for letter in office.store.unsent():
        if letter.state == "waiting" and _is_time(letter.next_attempt_at, now):
            yield letter


def _is_time(at: dt.datetime | None, now: dt.datetime) -> bool:
    """Return whether to try now; a time beyond what the schedule ever sets is from before the clock was set back."""
    return at is None or at <= now or at > now + HOURLY


def _is_settled_by_sent(office: Office, desk: Desk, letter: Letter) -> bool:
    """Return whether a doubtful letter need not be tried now: it is in Sent, or Sent cannot be asked yet."""
    found = _is_in_sent(office, letter)
    if found:
        desk.work.put_letter(replace(sent(letter, office.now()), reason="found in Sent"))
    elif found is None:
        waits = "it may have gone already, and the Sent folder cannot be asked now"
        desk.work.put_letter(replace(letter, next_attempt_at=office.now() + ASK_AGAIN, reason=waits))
    return found is not False


def _is_in_sent(office: Office, letter: Letter) -> bool | None:
    """Ask the Sent folder; None when it cannot be asked now. Where there is none, the letter goes again as it is."""
    if letter.message_id is None or office.sent_copies == "none":
        return False
    try:
        office.mailbox.connect()
        return bool(office.mailbox.has_message("sent", letter.message_id))
    except MailboxError:
        return None


def take_in(office: Office, desk: Desk, tried: Iterable[Tried], report: FlushReport) -> None:
    """Lay on the desk what becomes of the letters that were tried."""
    for one in tried:
        try:
            answered(office, desk, one, report)
        except TemplateError as error:  # the task about it cannot be written: the letter is tried again when that can
            report.paused = f"a letter cannot be written: {error}"


def close(office: Office, tried: Sequence[Tried], report: FlushReport) -> None:
    """After the commit: lay copies in Sent, and forget what the journal says of these letters."""
    if not tried:
        return
    went = [one for one in tried if isinstance(one.answer, Sent) and one.content is not None]
    if office.sent_copies == "append" and went:
        report.trouble = _copied(office, went) or report.trouble
    office.journal.clear()


def _copied(office: Office, went: Sequence[Tried]) -> str:
    """Lay these letters in Sent; those that it does not take are noted, and the reason is returned."""
    done = 0
    try:
        office.mailbox.connect()
        for one in went:
            office.mailbox.append("sent", one.content or b"", office.now())
            done += 1
    except MailboxError as error:
        _note_uncopied(office, (*office.store.state.uncopied, *(one.letter.id for one in went[done:])))
        return f"{NO_COPY}: {error}"
    return ""


def _note_uncopied(office: Office, ids: Iterable[str]) -> None:
    desk = Desk(office, office.now())
    desk.work.put_state(replace(desk.work.state, uncopied=tuple(dict.fromkeys(ids))[-MOST_UNCOPIED:]))
    desk.commit()


def make_up(office: Office) -> str:
    """Lay in Sent what it did not take when the letters went; return why that is still not possible, '' when it is."""
    waiting = list(office.store.state.uncopied)
    if not waiting or office.sent_copies != "append":
        return ""
    left, trouble = list(waiting), ""
    try:
        office.mailbox.connect()
        for key in waiting[:AT_ONCE]:
            letter = office.store.letter(key)
            content = office.store.rendered(letter.sha256) if letter and letter.sha256 else None
            if letter and content and not (letter.message_id and office.mailbox.has_message("sent", letter.message_id)):
                office.mailbox.append("sent", content, letter.sent_at or office.now())
            left.remove(key)
    except MailboxError as error:
        trouble = f"{NO_COPY}: {error}"
    if len(left) < len(waiting):
        _note_uncopied(office, left)
    return trouble
