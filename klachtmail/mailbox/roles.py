"""The folders of our account by role: found at login, made where they are missing."""

import contextlib
from collections.abc import Mapping
from typing import Any

from imap_tools.errors import MailboxFolderCreateError, MailboxFolderSubscribeError

from klachtmail.mailbox.folders import Folder, Namespace, existing, personal_namespace
from klachtmail.mailbox.port import Role
from klachtmail.mailbox.session import Session
from klachtmail.mailbox.trouble import answer, is_existing_folder

MADE: tuple[Role, ...] = ("processed", "automatic", "quarantine")
LOOKED_UP: tuple[Role, ...] = ("sent", "junk")


class Roles:
    """Knows the name on the server of each role; `names` has None for a folder that the account does not have."""

    def __init__(self, session: Session, wanted: Mapping[Role, str | None]) -> None:
        self._session = session
        self._wanted = wanted
        self._namespace = _ask_namespace(session)
        folders = _list_folders(session)
        self.names: dict[Role, str | None] = {"inbox": wanted.get("inbox") or "INBOX"}
        for role in (*MADE, *LOOKED_UP):
            self.names[role] = existing(role, wanted.get(role), folders, self._namespace)
        for role in MADE:
            self.name_or_make(role)

    def name_or_make(self, role: Role) -> str:
        """Return the folder of this role, made when the account has none."""
        return self.names.get(role) or self.make(role)

    def make(self, role: Role) -> str:
        """Create and subscribe to the folder of a role, and return its name. Somebody may have made it meanwhile."""
        name = self.names.get(role) or self._namespace.place(self._wanted.get(role) or role.capitalize())
        try:
            self._session.folder.create(name)
        except MailboxFolderCreateError as error:
            if not is_existing_folder(answer(error.command_result)):
                raise
        with contextlib.suppress(MailboxFolderSubscribeError):  # mail programs show it then; nothing depends on it
            self._session.folder.subscribe(name, True)
        self.names[role] = name
        return name


def _ask_namespace(session: Session) -> Namespace:
    if not session.has("NAMESPACE"):
        return Namespace()
    last = session.must(session.client.namespace())[-1] or b""
    return personal_namespace(last.decode("utf-8", "replace")) or Namespace()


def _list_folders(session: Session) -> list[Folder]:
    """List all folders. Most servers tell SPECIAL-USE only when asked (RFC 6154 §2); bytes are sent as they are."""
    asks = {"SPECIAL-USE", "LIST-EXTENDED"} <= session.capabilities
    pattern: Any = b'"*" RETURN (SPECIAL-USE)' if asks else "*"
    found = session.folder.list("", pattern)
    return [Folder(each.name, frozenset(flag.lower() for flag in each.flags)) for each in found]
