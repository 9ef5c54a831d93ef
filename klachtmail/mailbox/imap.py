r"""The mailbox over IMAP4rev1 (RFC 3501) with imap-tools.

imap-tools' own `fetch` stops at an empty answer, its `move` trusts the capabilities from before the login and ends in a
plain EXPUNGE, which destroys what other programs marked as deleted, and so does its `flag`. So the commands that read
and change mail are given here by UID, one by one.
"""

import contextlib
import datetime as dt
import imaplib
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from imap_tools.errors import MailboxAppendError
from imap_tools.utils import encode_folder

from klachtmail.mailbox.download import batches, download, listed
from klachtmail.mailbox.port import Fetched, MailboxError, Role, Step, Waiting, unheeded
from klachtmail.mailbox.responses import FetchResponse, fullness, uid_sets
from klachtmail.mailbox.roles import Roles
from klachtmail.mailbox.search import is_askable, sizes_of, with_message_id, with_subject
from klachtmail.mailbox.session import Account, Security, Session
from klachtmail.mailbox.trouble import answer, is_gone, is_missing_folder, translated

STALE = 10.0  # seconds after which a connection is asked whether it still lives
LONGEST_IDLE = 25 * 60.0  # seconds; RFC 2177: servers may log us off after 30 minutes

# Where the server can neither move nor expunge by UID, what we filed stays in INBOX under this keyword (or, where it
# keeps no keywords, under \Deleted alone), so that the next poll does not copy it again.
FILED = "$KlachtmailFiled"
DELETED = "\\Deleted"
NEARLY_FULL = 0.95


class ImapMailbox:
    """One account over IMAP. See `Mailbox` for what the methods promise."""

    def __init__(  # in the order of the configuration's own keys
        self,
        host: str,
        port: int,
        security: Security,
        username: str,
        credential: Callable[[], str],
        folders: Mapping[Role, str | None],
        *,
        cafile: Path | None = None,
        timeout: float = 30.0,
        allow_plain: bool = False,
        token: bool = False,
        renewed: Callable[[], str] | None = None,
        step: Step = unheeded,
        zone: dt.tzinfo = dt.UTC,
    ) -> None:
        self._account = Account(
            host, port, security, username, credential, cafile, timeout, allow_plain, token, renewed, step
        )
        self.zone = zone  # the days of `since` are days there
        self._wanted = dict(folders)
        self._session: Session | None = None
        self._roles: Roles | None = None
        self._selected: Role | None = None
        self._uidvalidity = 0
        self._uidnext = 0
        self._keeps_keywords = False
        self._read_only = False
        self._listed_to = 0  # the UIDNEXT of INBOX as it was last listed
        self._used_at = 0.0

    def connect(self) -> None:
        """Log in, ask CAPABILITY again, find or make the folders. Does nothing when connected and alive."""
        if self._session is not None and self._is_alive(self._session):
            return
        self._account.refuse_plain()
        with self._guarded():
            self._session = Session(self._account)
            self._session.log_in()
            self._session.ask_capabilities()
            self._roles = Roles(self._session, self._wanted)

    def waiting(self, role: Role, since: dt.date | None = None) -> list[Waiting]:
        """List every message of a folder by UID (seen or not), oldest first; [] when there is no such folder."""
        session, roles = self._connected()
        if roles.names.get(role) is None:
            return []
        with self._guarded():
            may_be_filed = not (session.has("MOVE") or session.has("UIDPLUS"))
            begins = dt.datetime.combine(since, dt.time(), self.zone) if since else None
            found = listed(session, begins, flags=may_be_filed) if self._select(role) else []
        if role == "inbox":
            self._listed_to = max([self._uidnext, *(message.uid + 1 for message in found[-1:])])
        return [
            Waiting(role, self._uidvalidity, message.uid, message.size)
            for message in found
            if not (may_be_filed and self._was_filed(message))
        ]

    def fetch(self, waiting: Sequence[Waiting], limit: int) -> Iterator[Fetched]:
        """Download these messages of one folder, one batch in memory at a time; see `Mailbox.fetch`."""
        for batch in batches(waiting, limit):
            yield from self._download(batch, limit)

    def file(self, waiting: Sequence[Waiting], role: Role) -> None:
        """Move these messages of one folder to another: MOVE, else COPY and UID EXPUNGE, else COPY and a mark."""
        if not waiting:
            return
        session, _ = self._connected()
        with self._guarded():
            self._return_to(waiting[0])
            self._refuse_read_only()
            for uids in uid_sets(message.uid for message in waiting):
                if session.has("MOVE"):
                    self._transfer("MOVE", uids, role)
                    continue
                self._transfer("COPY", uids, role)
                session.must(session.by_uid("STORE", uids, "+FLAGS.SILENT", self._marks(session)))
                if session.has("UIDPLUS"):
                    session.must(session.by_uid("EXPUNGE", uids))

    def append(self, role: Role, content: bytes, at: dt.datetime) -> None:
        r"""Store a message in a folder, marked \Seen; the folder is made when there is none."""
        session, roles = self._connected()
        with self._guarded():
            try:
                session.append(content, roles.name_or_make(role), at, ["\\Seen"])
            except MailboxAppendError as error:
                if not is_missing_folder(answer(error.command_result)):
                    raise
                session.append(content, roles.make(role), at, ["\\Seen"])

    def has_message(self, role: Role, message_id: str) -> bool | None:
        """Return whether this folder holds this bare Message-ID; None when there is no such folder."""
        session, roles = self._connected()
        if roles.names.get(role) is None:
            return None
        with self._guarded():
            return bool(self._select(role) and session.uids(with_message_id(message_id), charset=None))

    def find(self, role: Role, *, message_id: str = "", subject: str = "") -> list[Waiting]:
        """List the messages of a folder with this bare Message-ID, or with this text in their subject; [] without one."""
        session, roles = self._connected()
        if roles.names.get(role) is None or not is_askable(message_id + subject):
            return []
        asked = with_message_id(message_id) if message_id else with_subject(subject)
        with self._guarded():
            found = session.uids(asked, charset=None) if self._select(role) else []
            sizes = [size for uids in uid_sets(map(int, found)) for size in sizes_of(session, uids)]
        return [Waiting(role, self._uidvalidity, each.uid, each.size) for each in sizes]

    def remove(self, waiting: Sequence[Waiting]) -> bool:
        r"""Delete these messages of one folder for good: \Deleted and UID EXPUNGE; False when they are only marked."""
        if not waiting:
            return True
        session, _ = self._connected()
        with self._guarded():
            self._return_to(waiting[0])
            self._refuse_read_only()
            for uids in uid_sets(message.uid for message in waiting):
                session.must(session.by_uid("STORE", uids, "+FLAGS.SILENT", f"({DELETED})"))
                if session.has("UIDPLUS"):
                    session.must(session.by_uid("EXPUNGE", uids))
        return session.has("UIDPLUS")

    def folders(self) -> dict[Role, str | None]:
        """Return the name on the server of each role, None where it has none."""
        return dict(self._connected()[1].names)

    def capabilities(self) -> frozenset[str]:
        """Return what the server says it can do, after the login and in capitals."""
        return self._connected()[0].capabilities

    def obstacles(self) -> list[str]:
        """Return what keeps us from storing or moving mail, a sentence each: folders that are read-only, no room."""
        session, roles = self._connected()
        found = []
        with self._guarded():
            for role in [role for role, name in roles.names.items() if name]:
                self._select(role)
                if self._read_only:
                    found.append(f"the folder {roles.names[role]} can only be read: give us the right to write there")
            if session.has("QUOTA") and (full := fullness(session.client.getquotaroot("INBOX")[1])) >= NEARLY_FULL:
                found.append(f"the mailbox is {full:.0%} full: delete mail or ask for more room")
        return found

    def idle(self, seconds: float) -> bool:
        """Wait for news in INBOX for at most so long; True at news. Servers without IDLE: False at once."""
        session, _ = self._connected()
        if not session.has("IDLE"):
            return False
        with self._guarded():
            self._select("inbox")
            if self._uidnext > self._listed_to:  # it came after the last listing, of which IDLE would not tell
                return True
            return session.wait_for_news(min(seconds, LONGEST_IDLE))

    def wake(self) -> None:
        """End an `idle` in another thread at once (or the next one), for a clean stop."""
        if session := self._session:
            session.wake()

    def close(self) -> None:
        """Log out quietly; never raises. CLOSE is not used: it expunges."""
        if self._session is not None:
            with contextlib.suppress(MailboxError), self._guarded():
                self._session.logout()
        self._drop()

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        """Translate what goes wrong; the connection is gone then, because nobody knows what it still holds."""
        try:
            with translated(self._account.server):
                yield
        except BaseException:
            self._drop()
            raise
        self._used_at = time.monotonic()

    def _drop(self) -> None:
        session, self._session, self._selected = self._session, None, None
        if session is not None:
            session.shut()

    def _connected(self) -> tuple[Session, Roles]:
        if self._session is None:
            self.connect()
        if self._session is None or self._roles is None:
            raise AssertionError("connect() makes a session or raises")
        return self._session, self._roles

    def _is_alive(self, session: Session) -> bool:
        """Ask a connection that was not used for a while: servers and routers drop those without a word."""
        if time.monotonic() - self._used_at < STALE:
            return True
        with contextlib.suppress(MailboxError), self._guarded():
            session.client.noop()
        return self._session is not None

    def _select(self, role: Role) -> int:
        """SELECT the folder afresh and return how many messages it holds."""
        session, roles = self._connected()
        self._selected = None
        name = roles.name_or_make(role)
        try:
            _, data = session.folder.set(name)
            self._read_only = False
        except imaplib.IMAP4.readonly:  # SELECT came with READ-ONLY: what lies there can still be dealt with
            _, data = session.folder.set(name, readonly=True)
            self._read_only = True
        exists = int(data[-1] or 0)
        permanent = session.client.response("PERMANENTFLAGS")[1][-1]
        self._uidvalidity, self._uidnext = session.number("UIDVALIDITY"), session.uidnext(exists)
        self._keeps_keywords = b"\\*" in (permanent or b"")
        self._selected = role
        return exists

    def _return_to(self, message: Waiting) -> None:
        """Select the folder of a listed message, unless the server has renumbered it (RFC 3501 §2.3.1.1)."""
        if self._selected != message.role:
            self._select(message.role)
        if self._uidvalidity != message.uidvalidity:
            raise MailboxError(
                f"The mail server {self._account.server} has renumbered the folder {message.role}: "
                "it is listed again at the next poll; nothing is lost."
            )

    def _refuse_read_only(self) -> None:
        if self._read_only:
            raise MailboxError(
                f"The folder {self._selected} on {self._account.server} can only be read: mail is dealt with, and stays "
                f"there; give {self._account.username} the right to move it."
            )

    def _download(self, batch: Sequence[Waiting], limit: int) -> list[Fetched]:
        session, _ = self._connected()
        with self._guarded():
            self._return_to(batch[0])
            return list(download(session, batch, limit))

    def _transfer(self, verb: str, uids: str, role: Role) -> None:
        """MOVE or COPY; the target folder is made again when somebody has removed or renamed it."""
        session, roles = self._connected()
        result = session.by_uid(verb, uids, encode_folder(roles.name_or_make(role)))
        if result[0] == "NO" and is_missing_folder(answer(result)):
            result = session.by_uid(verb, uids, encode_folder(roles.make(role)))
        if result[0] == "NO" and is_gone(answer(result)):  # RFC 5530: somebody took a message away; now it knows
            result = session.by_uid(verb, uids, encode_folder(roles.name_or_make(role)))
            if result[0] == "NO" and is_gone(answer(result)):
                return  # the next poll lists what is still there
        session.must(result)

    def _marks(self, session: Session) -> str:
        keyword = self._keeps_keywords and not session.has("UIDPLUS")
        return f"({DELETED} {FILED})" if keyword else f"({DELETED})"

    def _was_filed(self, message: FetchResponse) -> bool:
        mark = FILED if self._keeps_keywords else DELETED
        return mark.lower() in (flag.lower() for flag in message.flags)
