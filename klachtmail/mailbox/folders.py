"""Which folder on the server plays which role: namespaces (RFC 2342), SPECIAL-USE (RFC 6154), known names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from klachtmail.mailbox.port import Role

SPECIAL_USE: dict[Role, str] = {"sent": "\\sent", "junk": "\\junk"}

# What mail programs and providers call these folders where the server does not say, in order of trust.
KNOWN_NAMES: dict[Role, tuple[str, ...]] = {
    "sent": ("sent", "sent items", "sent messages", "sent mail", "verzonden items", "verzonden", "verzonden berichten"),
    "junk": ("junk", "spam", "junk e-mail", "junk email", "ongewenste e-mail", "ongewenst"),
}

_PERSONAL = re.compile(r'^\(\("((?:[^"\\]|\\.)*)" (?:"((?:[^"\\]|\\.)*)"|NIL)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Namespace:
    """Where our own folders live: `prefix` ('INBOX.' on Courier) before each name, `delimiter` between levels."""

    prefix: str = ""
    delimiter: str = "/"

    def place(self, name: str) -> str:
        """Return the name under which to make a folder; a '/' in it means a level."""
        leveled = name.replace("/", self.delimiter) if self.delimiter else name
        return leveled if leveled.startswith(self.prefix) else self.prefix + leveled


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as LIST shows it, its flags in lower case."""

    name: str
    flags: frozenset[str] = frozenset()

    @property
    def is_selectable(self) -> bool:
        r"""Return whether it can hold mail: \Noselect and \NonExistent are mere levels."""
        return not self.flags & {"\\noselect", "\\nonexistent"}


def personal_namespace(response: str) -> Namespace | None:
    """Read the first personal namespace from a NAMESPACE response, None when there is none."""
    found = _PERSONAL.match(response)
    return Namespace(_unquoted(found[1]), _unquoted(found[2] or "")) if found else None


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def existing(role: Role, wanted: str | None, folders: Sequence[Folder], namespace: Namespace) -> str | None:
    """Return the folder that plays this role, by the configured name, else SPECIAL-USE, else a known name."""
    selectable = [folder for folder in folders if folder.is_selectable]
    if wanted is not None:
        names = {folder.name for folder in selectable}
        return next((name for name in (wanted, namespace.place(wanted)) if name in names), None)
    marked = (folder.name for folder in selectable if SPECIAL_USE.get(role) in folder.flags)
    return next(marked, None) or _known(KNOWN_NAMES.get(role, ()), selectable, namespace)


def _known(names: Iterable[str], folders: Sequence[Folder], namespace: Namespace) -> str | None:
    by_name = {folder.name.removeprefix(namespace.prefix).casefold(): folder.name for folder in folders}
    return next((by_name[name] for name in names if name in by_name), None)
