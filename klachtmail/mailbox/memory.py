"""The mailbox in memory, for tests: the same promises, and hooks to put mail in and to make it fail."""

import datetime as dt
import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from klachtmail.mailbox.download import BEGINNING
from klachtmail.mailbox.port import Fetched, MailboxError, Role, Waiting
from klachtmail.mailbox.search import is_askable


@dataclass(slots=True)
class Kept:
    """A message in a folder; `size` is what the server claims."""

    raw: bytes
    at: dt.datetime
    size: int
    flags: set[str] = field(default_factory=set)


class MemoryMailbox:
    """An account whose folders are dicts. `fail` holds errors to raise, by the name of the method."""

    def __init__(self, *, has_idle: bool = True, zone: dt.tzinfo = dt.UTC) -> None:
        self.zone = zone
        roles: tuple[Role, ...] = ("inbox", "processed", "automatic", "quarantine", "sent", "junk")
        self.kept: dict[Role, dict[int, Kept]] = {role: {} for role in roles}
        self.uidvalidity = 1
        self.fail: dict[str, MailboxError] = {}
        self._next_uid: dict[Role, int] = dict.fromkeys(roles, 1)  # as on a server: folders have the same UIDs
        self._listed_to = 1
        self._has_idle = has_idle
        self._news = threading.Condition()
        self._woken = False

    def add(self, raw: bytes, role: Role = "inbox", at: dt.datetime | None = None, size: int | None = None) -> Waiting:
        """Deliver a message, received `at` (now); `size` lets the server lie. Returns how it will be listed."""
        with self._news:
            uid = self._give_uid(role)
            kept = Kept(raw, at or dt.datetime.now(dt.UTC), len(raw) if size is None else size)
            self.kept[role][uid] = kept
            self._news.notify_all()
        return Waiting(role, self.uidvalidity, uid, kept.size)

    def renumber(self) -> None:
        """Do what a rebuilt server does: new UIDVALIDITY."""
        self.uidvalidity += 1

    def connect(self) -> None:
        """Raise what `fail` has for it."""
        self._raise("connect")

    def waiting(self, role: Role, since: dt.date | None = None) -> list[Waiting]:
        """List the messages of a folder."""
        self._raise("waiting")
        if role == "inbox":
            self._listed_to = self._next_uid["inbox"]
        return [
            Waiting(role, self.uidvalidity, uid, kept.size)
            for uid, kept in sorted(self.kept[role].items())
            if since is None or kept.at.astimezone(self.zone).date() >= since
        ]

    def fetch(self, waiting: Sequence[Waiting], limit: int) -> Iterator[Fetched]:
        """Yield those of these messages that are still there."""
        for message in waiting:
            self._raise("fetch")
            self._check(message)
            if kept := self.kept[message.role].get(message.uid):
                too_large = max(len(kept.raw), message.size) > limit
                yield Fetched(message, _beginning(kept.raw) if too_large else kept.raw, kept.at, too_large)

    def file(self, waiting: Sequence[Waiting], role: Role) -> None:
        """Move messages; in the new folder they have a new UID."""
        self._raise("file")
        for message in waiting:
            self._check(message)
            if kept := self.kept[message.role].pop(message.uid, None):
                self.kept[role][self._give_uid(role)] = kept

    def append(self, role: Role, content: bytes, at: dt.datetime) -> None:
        r"""Store a message, marked \Seen."""
        self._raise("append")
        self.kept[role][self.add(content, role, at).uid].flags.add("\\Seen")

    def has_message(self, role: Role, message_id: str) -> bool | None:
        """Search the headers of a folder."""
        self._raise("has_message")
        wanted = re.compile(rb"(?im)^Message-ID:\s*<" + re.escape(message_id.encode()) + rb">")
        return any(wanted.search(kept.raw.split(b"\r\n\r\n", 1)[0]) for kept in self.kept[role].values())

    def find(self, role: Role, *, message_id: str = "", subject: str = "") -> list[Waiting]:
        """Search the headers of a folder."""
        self._raise("find")
        if not is_askable(message_id + subject):
            return []
        asked = (
            rf"(?im)^Message-ID:\s*<{re.escape(message_id)}>"
            if message_id
            else rf"(?im)^Subject:.*{re.escape(subject)}"
        )
        heads = {uid: _unfolded(kept.raw.split(b"\r\n\r\n", 1)[0]) for uid, kept in sorted(self.kept[role].items())}
        found = (uid for uid, head in heads.items() if re.search(asked.encode(), head))
        return [Waiting(role, self.uidvalidity, uid, self.kept[role][uid].size) for uid in found]

    def remove(self, waiting: Sequence[Waiting]) -> bool:
        """Delete messages."""
        self._raise("remove")
        for message in waiting:
            self._check(message)
            self.kept[message.role].pop(message.uid, None)
        return True

    def folders(self) -> dict[Role, str | None]:
        """Return the roles as names."""
        return {role: "INBOX" if role == "inbox" else role.capitalize() for role in self.kept}

    def idle(self, seconds: float) -> bool:
        """Wait until `add` or `wake`; True when INBOX has what was not listed yet."""
        self._raise("idle")
        if not self._has_idle:
            return False
        with self._news:
            self._news.wait_for(lambda: self._woken or self._has_news(), seconds)
            self._woken = False
            return self._has_news()

    def wake(self) -> None:
        """End an `idle` in another thread."""
        with self._news:
            self._woken = True
            self._news.notify_all()

    def close(self) -> None:
        """Do nothing."""

    def _give_uid(self, role: Role) -> int:
        uid = self._next_uid[role]
        self._next_uid[role] += 1
        return uid

    def _has_news(self) -> bool:
        return any(uid >= self._listed_to for uid in self.kept["inbox"])

    def _raise(self, verb: str) -> None:
        if error := self.fail.get(verb):
            raise error

    def _check(self, message: Waiting) -> None:
        if message.uidvalidity != self.uidvalidity:
            raise MailboxError("The folder was renumbered: it is listed again at the next poll; nothing is lost.")


def _unfolded(head: bytes) -> bytes:
    """Return a header with each of its fields on one line (RFC 5322 §2.2.3): servers search in that."""
    return re.sub(rb"\r\n(?=[ \t])", b"", head)


def _beginning(raw: bytes) -> bytes:
    header, _, body = raw.partition(b"\r\n\r\n")
    return header + b"\r\n\r\n" + body[:BEGINNING]
