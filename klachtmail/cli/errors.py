"""Failures -> one clear sentence and the exit code of the contract."""

from klachtmail.config import ConfigError
from klachtmail.mailbox.port import MailboxError
from klachtmail.oauth.port import OAuthError, OAuthUnreachableError
from klachtmail.service.work.errors import OwnTroubleError
from klachtmail.store.errors import StoreError

CHECK_FAILED = 1
WRONG_USE = 2
UNREACHABLE = 3
REGISTER = 4
NOTHING_LOST = "Nothing is lost."


class CommandError(Exception):
    """A command cannot do what was asked; the text says what to do, `code` is the exit code."""

    def __init__(self, text: str, code: int = WRONG_USE) -> None:
        super().__init__(text)
        self.code = code


def sending_stopped(reason: str, then: str = NOTHING_LOST) -> CommandError:
    """Return the error for an outbox that is paused; a server's bare answer ('550 5.7.1 …') gets a sentence round it."""
    said = f"The sending server answers: {reason.rstrip('.')}." if reason[:3].isdigit() else reason
    return CommandError(_and_nothing_is_lost(said) if then == NOTHING_LOST else f"{said} {then}", UNREACHABLE)


def _and_nothing_is_lost(sentence: str) -> str:
    """Say that once: some sentences say it themselves."""
    return sentence if "nothing is lost" in sentence else f"{sentence} {NOTHING_LOST}"


def explain(error: Exception) -> tuple[str, int]:
    """Return what to print on stderr and the exit code for an error that reached the command line."""
    match error:
        case CommandError():
            return str(error), error.code
        case MailboxError() | OAuthUnreachableError():
            return _and_nothing_is_lost(str(error)), UNREACHABLE
        case ConfigError() | OAuthError():
            return str(error), WRONG_USE
        case StoreError():
            return str(error), REGISTER
        case OwnTroubleError():
            return f"{error}. The mail stays in INBOX; nothing is lost.", CHECK_FAILED
        case _:
            said = f": {error}" if isinstance(error, OSError) else ""  # other errors quote what a mail or file says
            return f"klachtmail failed: {type(error).__name__}{said} (--debug shows where)", CHECK_FAILED
