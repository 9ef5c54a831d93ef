"""What `klachtmail check` looks at: one short function for each part, which yields what it found and the cure."""

import os
import pwd
import secrets
import stat
import tempfile
from collections.abc import Callable, Iterator, Sized
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from klachtmail.cli.build import clock, courier, mailbox, open_store
from klachtmail.config import Config
from klachtmail.config.files import is_there
from klachtmail.domain.firm.servers import at
from klachtmail.mailbox.port import MailboxError, Role
from klachtmail.service.watch import room, secret_end
from klachtmail.store.errors import StoreError

State = Literal["ok", "warning", "failed"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, and what to do about it ('' when nothing)."""

    what: str
    state: State
    text: str
    cure: str = ""

    def as_json(self) -> dict[str, str]:
        """Return the published form."""
        return asdict(self)


def examine(config: Config) -> Iterator[Finding]:
    """Yield what there is to say about an installation, from the file to the letters. Changes nothing anywhere."""
    parts: tuple[Callable[[Config], Iterator[Finding]], ...] = (
        configuration_file,
        client_secret,
        who_may_write,
        data_folder,
        imap_server,
        smtp_server,
        letter_templates,
    )
    for part in parts:
        yield from part(config)


def configuration_file(config: Config) -> Iterator[Finding]:
    """The file is right by now, or it would not have been loaded; some things are probably not meant."""
    members = f"{_count(config.firm.partners, 'partner')}, {_count(config.firm.employees, 'employee')}"
    yield Finding("configuration", "ok", f"{config.path} ({members})")
    for warning in config.warnings:
        where = f"line {warning.line}, {warning.key}" if warning.line else warning.key
        yield Finding("configuration", "warning", f"{where}: {warning.message}")


def who_may_write(config: Config) -> Iterator[Finding]:
    """Who can change the configuration, a template or a folder above the data, does what klachtmail may do."""
    own = [("configuration", config.path), ("configuration", config.path.resolve().parent)]
    if config.template_dir is not None:
        own += [("templates", path) for path in (config.template_dir, *sorted(config.template_dir.rglob("*")))]
    above = [("data folder", path) for path in config.data_dir.resolve().parents]
    for what, path in dict.fromkeys((*own, *above)):
        if why := others_may_write(path):
            yield Finding(what, "warning", f"{path} {why}", f"chmod go-w {path}, or give it to root")


def others_may_write(path: Path) -> str:
    """Return who else may change this file or folder, '' when nobody: its own user, that user's group and root may."""
    try:
        found = path.stat()
    except OSError:
        return ""
    if found.st_uid not in {0, os.geteuid()}:
        return f"belongs to another user ({found.st_uid})"
    if stat.S_ISDIR(found.st_mode) and found.st_mode & stat.S_ISVTX:
        return ""  # as /tmp: others may add, and take away only what is theirs
    if found.st_mode & stat.S_IWOTH:
        return "can be changed by everybody"
    if found.st_mode & stat.S_IWGRP and found.st_gid not in {0, _group_of(found.st_uid)}:
        return f"can be changed by a group ({found.st_gid})"
    return ""


def _group_of(user: int) -> int:
    try:
        return pwd.getpwuid(user).pw_gid
    except KeyError:
        return 0


def client_secret(config: Config) -> Iterator[Finding]:
    """A secret that ends soon."""
    if said := secret_end.sentence(config.secret_ends, clock().date()):
        yield Finding("oauth2", "warning", said, "then write its last day behind client_secret_ends")


def _count(things: Sized, name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


def data_folder(config: Config) -> Iterator[Finding]:
    """The folder can be written by who runs this, is private, and holds a register that can be read."""
    folder = config.data_dir
    if not is_there(folder):
        yield _new_folder(folder)
        if config.database is not None:
            yield from _register(config)
        return
    if not folder.is_dir() or (why := _not_writable(folder)):
        cure = f"make it a folder that the user who runs klachtmail can write: chown -R USER {folder}"
        yield Finding("data folder", "failed", f"{folder}: {why if folder.is_dir() else 'is a file'}", cure)
        return
    found = folder.stat()
    if found.st_mode & 0o077:
        yield Finding("data folder", "failed", f"{folder} can be read by others", f"chmod 700 {folder}")
    elif found.st_uid != os.geteuid():
        cure = "run klachtmail, and this check, as that user"
        yield Finding("data folder", "warning", f"{folder} belongs to another user ({found.st_uid})", cure)
    else:
        level, said = room.left(folder)
        state: State = "failed" if level == "critical" else level
        yield Finding("data folder", state, said or str(folder), f"df -h {folder}" if said else "")
    yield from _register(config)


def _new_folder(folder: Path) -> Finding:
    parent = next(above for above in folder.parents if is_there(above))
    why = _not_writable(parent)
    if not why:
        return Finding("data folder", "ok", f"{folder} will be made at the first start")
    cure = f"make it: install -d -m 700 {folder}"
    return Finding("data folder", "failed", f"{folder} cannot be made in {parent}: {why}", cure)


def _not_writable(folder: Path) -> str:
    """Return why a file cannot be made there, '' when it can. The only way to know is to do it: root may everything."""
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".check-"):
            return ""
    except OSError as error:
        return error.strerror or str(error)


def _register(config: Config) -> Iterator[Finding]:
    if config.database is None and not is_there(config.data_dir / "register.json"):
        yield Finding("register", "ok", "empty; it is made with the first complaint")
        return
    try:
        store = open_store(config)
    except StoreError as error:
        cure = "see `klachtmail verify`, or `klachtmail restore` a copy"
        yield Finding("register", "failed", str(error), "look at the database" if config.database else cure)
        return
    held = store.state.restored_at is not None
    count = sum(1 for _ in store.open_complaints())
    unsent = sum(1 for _ in store.unsent())
    advice = store.advice()
    store.close()
    if held:
        yield Finding("register", "warning", "restored: letters are held", "see `klachtmail restore --help`")
    else:
        yield Finding("register", "ok", f"open complaints: {count}; letters that wait or failed: {unsent}")
    yield from (Finding("database", "warning", said, "see the administrator's guide") for said in advice)


# ── the mail servers ────────────────────────────────────────────────────────────────────────────────────────────────


def imap_server(config: Config) -> Iterator[Finding]:
    """We can log in, the folders are there, the server can do what we need, and so many messages wait."""
    box = mailbox(config)
    try:
        box.connect()
        yield Finding("IMAP login", "ok", _server(config.imap))
        yield _folders(config, box.folders())
        yield from (_trouble("folders", each) for each in box.obstacles())
        yield from _capabilities(config, box.capabilities())
        inbox, junk = (len(box.waiting(role, config.imap.since)) for role in ("inbox", "junk"))
        yield Finding(
            "waiting mail", "ok", f"{inbox} in {config.imap.folders.inbox}" + (f", {junk} in Junk" if junk else "")
        )
        if config.database is None and not is_there(config.data_dir / "register.json"):
            yield from _worked_before(config, box.waiting("processed"))
    except MailboxError as error:
        yield _trouble("IMAP login", str(error))
    finally:
        box.close()


def _worked_before(config: Config, dealt_with: Sized) -> Iterator[Finding]:
    if dealt_with:
        said = f"it is empty, and {config.imap.folders.processed} holds {_count(dealt_with, 'message')}: there was one before"
        yield Finding("register", "warning", said, "restore its backup, or move them: numbers would be given twice")


def _server(login: Any) -> str:
    who = f" as {login.username}" if login.username else ", without a login"
    return f"{at(login.host, login.port)} ({login.security}){who}"


def _folders(config: Config, names: "dict[Role, str | None]") -> Finding:
    shown = ", ".join(f"{role}: {name}" for role, name in names.items() if name)
    if names.get("sent") is None and config.imap.sent == "append":
        return Finding("folders", "warning", shown, "there is no Sent folder: it is made with the first letter")
    return Finding("folders", "ok", shown)


def _capabilities(config: Config, capabilities: frozenset[str]) -> Iterator[Finding]:
    has = capabilities | ({"MOVE", "UIDPLUS", "IDLE"} if "IMAP4REV2" in capabilities else set())
    if "MOVE" in has:
        yield Finding("filing", "ok", "MOVE")
    elif "UIDPLUS" in has:
        yield Finding("filing", "ok", "no MOVE, but UIDPLUS: copied, then removed by number")
    else:
        cure = "purge deleted messages with a mail program now and then"
        yield Finding(
            "filing", "warning", "neither MOVE nor UIDPLUS: filed mail stays in INBOX, marked as deleted", cure
        )
    seconds = config.firm.schedule.poll_seconds
    fast = (
        "the server offers IDLE: `check --send` tries it"
        if "IDLE" in has
        else f"no IDLE: new mail is seen every {seconds} seconds"
    )
    yield Finding("new mail", "ok", fast)


def smtp_server(config: Config) -> Iterator[Finding]:
    """We can log in at the server that sends."""
    sender = courier(config)
    paused = sender.connect()
    sender.close()
    yield _trouble("SMTP login", paused.reason) if paused else Finding("SMTP login", "ok", _server(config.smtp))


def _trouble(what: str, sentence: str) -> Finding:
    """Split what a port says: its sentences put the cure after the last colon that stands in no brackets."""
    text, colon, _cure = _outside_brackets(sentence).rpartition(": ")
    at = len(text)
    return (
        Finding(what, "failed", sentence[:at], sentence[at + 2 :].rstrip("."))
        if colon
        else Finding(what, "failed", sentence)
    )


def _outside_brackets(text: str) -> str:
    """Return a text of the same length in which what stands in brackets is dots: a server's words have colons too."""
    depth, shown = 0, []
    for character in text:
        depth -= character in ")]" and depth > 0
        shown.append("." if depth else character)
        depth += character in "(["
    return "".join(shown)


def letter_templates(config: Config) -> Iterator[Finding]:
    """Every letter can be rendered, also with the administrator's own templates."""
    from klachtmail.letters.writer import Writer

    writer = Writer(config.firm, [secrets.token_bytes(32)], config.template_dir)
    problems = writer.check()
    for problem in problems:
        place, _, what = problem.partition(": ")
        yield Finding("templates", "failed", place, what)
    if not problems:
        own = f", with your own from {config.template_dir}" if config.template_dir else ""
        yield Finding("templates", "ok", f"{sum(1 for _ in writer.samples())} letters{own}")
        yield from _what_letters_say(config)


def _what_letters_say(config: Config) -> Iterator[Finding]:
    """The firm's own letters and page say what the procedure says."""
    if config.template_dir is None:
        return
    from klachtmail.letters.agreement import differences

    cure = "change that template, or the configuration"
    found = list(differences(config.firm, config.template_dir))
    yield from (Finding("procedure", "warning", f"{place} {what}", cure) for place, what in found)
    if not found:
        yield Finding("procedure", "ok", "your own templates say what the configuration says")
