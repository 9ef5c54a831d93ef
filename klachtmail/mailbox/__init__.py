"""The mailbox: what comes in, over IMAP or in memory. IMAP's libraries are imported when it is first asked for."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from klachtmail.mailbox.imap import ImapMailbox

__all__ = ["ImapMailbox"]


def __getattr__(name: str) -> Any:
    """Return ImapMailbox (PEP 562): imap-tools takes longer to import than `klachtmail list` may take."""
    if name not in __all__:
        raise AttributeError(name)
    from klachtmail.mailbox.imap import ImapMailbox

    return ImapMailbox
