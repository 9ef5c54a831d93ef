"""Asking the server for messages: the keys of SEARCH (RFC 3501 §6.4.4), quoted."""

from klachtmail.mailbox.responses import FetchResponse, by_uid, fetch_responses
from klachtmail.mailbox.session import Session


def is_askable(text: str) -> bool:
    """Return whether a text fits in a quoted string without a charset: printable ASCII, and something."""
    return bool(text) and text.isascii() and text.isprintable()


def with_message_id(message_id: str) -> str:
    """Return the key for messages with this bare Message-ID."""
    return f'HEADER Message-ID "<{_quoted(message_id)}>"'


def with_subject(text: str) -> str:
    """Return the key for messages with this text in the subject."""
    return f'SUBJECT "{_quoted(text)}"'


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def sizes_of(session: Session, uids: str) -> list[FetchResponse]:
    """Return UID and size of these messages of the selected folder."""
    return list(by_uid(fetch_responses(session.must(session.by_uid("FETCH", uids, "(UID RFC822.SIZE)")))).values())
