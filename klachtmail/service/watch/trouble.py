"""What goes wrong while a verb runs, as one sentence for the log, `status` and the administrator."""

import logging
import traceback
from collections.abc import Callable
from pathlib import PurePath
from typing import Final

from klachtmail.letters.writer import TemplateError
from klachtmail.mailbox.port import MailboxError
from klachtmail.service.watch.log_privacy import discreet
from klachtmail.service.work.errors import OwnTroubleError
from klachtmail.store.errors import StoreCorruptError, StoreError, StoreLostError

log = logging.getLogger(__name__)

_PLACES: Final = 8


def problem_of(name: str, work: Callable[[], str]) -> str:
    """Run this; return what it says is wrong or what it failed of, '' when all went well.

    A bug ends this round only. The administrator is told its type and location; the message itself may quote mail, so it
    is logged only with --debug. Raises StoreCorruptError, with which
    nobody can go on, and StoreLostError, with which another may be at work.
    """
    try:
        problem = work()
    except (StoreCorruptError, StoreLostError):
        raise
    except Exception as error:  # noqa: BLE001 - `sentence` logs it
        problem = sentence(name, error)
    if problem:
        log.warning("%s: %s", name, discreet(problem))  # the caller's copy stays whole, for `status`
    return problem


def sentence(name: str, error: Exception) -> str:
    """Return what an error of a verb means for the log, `status` and the administrator."""
    match error:
        case MailboxError() | StoreError():
            return str(error)
        case OwnTroubleError() | TemplateError():
            return f"mail is left in INBOX: {error}"
        case _:
            log.debug("%s failed", name, exc_info=error)
            return f"{name} failed: {type(error).__name__} at {_place(error)}"


def _place(error: Exception) -> str:
    """Return the lines of code that led to an error, 'service/poll.py:40 > domain/decide/triage.py:12', without its words."""
    frames = traceback.extract_tb(error.__traceback__)[1:]  # the first is `told` itself
    return " > ".join(f"{'/'.join(PurePath(x.filename).parts[-2:])}:{x.lineno}" for x in frames[-_PLACES:])
