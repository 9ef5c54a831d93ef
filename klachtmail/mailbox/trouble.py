"""Every way in which a mail server fails, as a MailboxError with one sentence that says what to do."""

import imaplib
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from imap_tools.errors import ImapToolsError, UnexpectedCommandStatusError

from klachtmail.mailbox.port import MailboxError, MailboxFullError

LONGEST_DETAIL = 200

# RFC 5530: these answers to a LOGIN say nothing about the password.
_NOT_THE_PASSWORD = re.compile(r"\[(UNAVAILABLE|INUSE|LIMIT|SERVERBUG|CONTACTADMIN)\]", re.IGNORECASE)
_FULL = re.compile(r"\[OVERQUOTA\]|\bquota\b|mailbox (is )?full", re.IGNORECASE)
_NO_FOLDER = re.compile(r"\[(TRYCREATE|NONEXISTENT)\]|n[o']t exist|unknown (mailbox|folder)|no such", re.IGNORECASE)
# What imaplib says of a server that is not the one that was meant: no second attempt helps.
_ANOTHER_SERVER = (
    (re.compile(r"TLS not supported by server"), "has no STARTTLS there"),
    (re.compile(r"unexpected response: b?['\"](?:220[ -]|HTTP/|SSH-)|None\Z"), "is no IMAP server there"),  # None: POP3
)
_BYTES = re.compile(r"""\bb(['"])((?:(?!\1)[^\\]|\\.){0,500})\1""")  # b'…', as imaplib quotes the server
_EXISTS = re.compile(r"\[ALREADYEXISTS\]|exists", re.IGNORECASE)


@contextmanager
def translated(server: str) -> Iterator[None]:
    """Turn what imaplib, imap-tools, ssl and socket raise into a MailboxError; `server` is 'host:port'."""
    try:
        yield
    except UnexpectedCommandStatusError as error:
        raise refusal(server, answer(error.command_result)) from error
    except ssl.SSLCertVerificationError as error:
        raise MailboxError(
            f"The certificate of the mail server {server} is not trusted ({error.verify_message}): check imap.host, "
            "or name your own certificate authority in imap.ca_file."
        ) from error
    except ssl.SSLError as error:
        raise MailboxError(
            f"The mail server {server} does not speak TLS 1.2 or newer there ({error.reason}): "
            "check imap.port and imap.security."
        ) from error
    except socket.gaierror as error:
        raise MailboxError(f"The mail server {server} is not known ({error.strerror}): check imap.host.") from error
    except ConnectionRefusedError as error:
        raise MailboxError(
            f"The mail server {server} refuses connections: check imap.host and imap.port, and whether it runs."
        ) from error
    except TimeoutError as error:
        raise MailboxError(f"The mail server {server} does not answer: check imap.host and the network.") from error
    except (imaplib.IMAP4.error, ImapToolsError, OSError, ValueError) as error:
        if what := next((what for said, what in _ANOTHER_SERVER if said.match(str(error))), None):
            raise MailboxError(
                f"The mail server {server} {what} ({detail(error)}): check imap.host, imap.port and imap.security."
            ) from error
        raise MailboxError(
            f"The mail server {server} broke off ({detail(error)}): it is tried again by itself; nothing is lost."
        ) from error


def refusal(server: str, said: str) -> MailboxError:
    """Return the error for a command that the server answered with NO."""
    if _FULL.search(said):
        return MailboxFullError(f"The mailbox on {server} is full ({said}): delete mail or ask for more room.")
    return MailboxError(f"The mail server {server} refuses a command ({said}): it is tried again by itself.")


def is_about_the_password(said: str) -> bool:
    """Return whether this refusal of a LOGIN is final, not a server that is busy or broken."""
    return not _NOT_THE_PASSWORD.search(said)


def is_missing_folder(said: str) -> bool:
    """Return whether a command failed because its target folder does not exist (RFC 3501 §7.1, RFC 5530)."""
    return bool(_NO_FOLDER.search(said))


def is_gone(said: str) -> bool:
    """Return whether a command failed because a message that it names was taken away meanwhile (RFC 5530 §3)."""
    return "[EXPUNGEISSUED]" in said.upper()


def is_existing_folder(said: str) -> bool:
    """Return whether a CREATE failed because somebody else has made the folder meanwhile."""
    return bool(_EXISTS.search(said))


def answer(result: tuple[object, ...]) -> str:
    """Return the text of imaplib's (status, data), on one short line."""
    data = result[1] if len(result) > 1 else None
    last = data[-1] if isinstance(data, list) and data else data
    return _short(last.decode("utf-8", "replace") if isinstance(last, bytes) else str(last))


def detail(error: BaseException) -> str:
    """Return what an exception says, on one short line."""
    return _short(str(error) or type(error).__name__)


def _short(text: str) -> str:
    return " ".join(_BYTES.sub(r"\2", text).split())[:LONGEST_DETAIL]
