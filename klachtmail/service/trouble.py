"""What goes wrong while a verb runs, as one sentence for the log, `status` and the administrator."""

import logging
from collections.abc import Callable

from klachtmail.letters.writer import TemplateError
from klachtmail.mailbox.port import MailboxError
from klachtmail.service.ours import OwnTroubleError
from klachtmail.store.port import StoreCorruptError, StoreError

log = logging.getLogger(__name__)


def told(name: str, work: Callable[[], str]) -> str:
    """Run this; return what it says is wrong or what it failed of, '' when all went well.

    Also a mistake of ours (a bug) ends only this round: the daemon goes on, and somebody is told. Raises
    StoreCorruptError, with which nobody can go on.
    """
    try:
        problem = work()
    except StoreCorruptError:
        raise
    except (MailboxError, StoreError) as error:
        problem = str(error)
    except (OwnTroubleError, TemplateError) as error:
        problem = f"mail is left in INBOX: {error}"
    except Exception as error:
        log.exception("%s failed", name)
        problem = f"{name} failed: {type(error).__name__}: {error}"
    if problem:
        log.warning("%s: %s", name, problem)
    return problem
