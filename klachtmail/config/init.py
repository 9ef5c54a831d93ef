"""A first config.yaml: the example, with its comments, and the answers of `klachtmail init` in place."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import yaml

from klachtmail.config.document import parse
from klachtmail.config.problem import Where
from klachtmail.config.schema import ConnectionSecurity, Keys
from klachtmail.domain.firm.firm import Member

Answer = str | int | list[str] | None


class Server(Keys):
    """A mail server as the administrator named it. Without a user name there is no login.

    One of `password_file` (a file name), `password_variable` and `oauth2` (its keys) says how; else the example's variable does.
    """

    host: str
    port: int
    security: ConnectionSecurity
    username: str | None
    password_file: str | None = None
    password_variable: str | None = None
    oauth2: Mapping[str, str] | None = None


class Ways(Keys):
    """What a provider does by itself: who keeps copies in Sent, and whose word on a sender is taken."""

    sent: Literal["append", "server"] = "append"
    authentication: Literal["none", "rfc8601", "microsoft365"] = "none"
    trusted_authserv_id: str | None = None


class Answers(Keys):
    """What `klachtmail init` asked; members in the order that letters list them."""

    name: str
    address: str
    phone: str | None = None
    privacy_url: str | None = None
    imap: Server
    smtp: Server
    partners: tuple[Member, ...]
    employees: tuple[Member, ...] = ()
    administrator: str
    data_dir: str = "./data"
    ways: Ways = Ways()


def example() -> str:
    """Return config.example.yaml: inside the package when installed, at the top of the repository when not."""
    package = Path(__file__).parents[1]
    places = (package / "config.example.yaml", package.parent / "config.example.yaml")
    return next(place for place in places if place.exists()).read_text("utf-8")


def compose(answers: Answers) -> str:
    """Return the text of a config.yaml with these answers: every key with its comment, ready for `load`."""
    text = example()
    document = parse(text, {"KLACHTMAIL_IMAP_PASSWORD": "-", "KLACHTMAIL_SMTP_PASSWORD": "-"})
    lines = text.splitlines()
    for where, value in _values(answers).items():
        _answer(lines, document.lines[where] - 1, value)
    for section in ("imap", "smtp"):
        server: Server = getattr(answers, section)
        _log_in(lines, document.lines[section, "password"] - 1, server)
    for key in ("employees", "partners"):  # from the bottom up: line numbers above stay true
        _members(lines, document.lines[key,] - 1, key, getattr(answers, key))
    return "\n".join(lines) + "\n"


def _values(answers: Answers) -> Mapping[Where, Answer]:
    values: dict[Where, Answer] = {
        ("organisation", "name"): answers.name,
        ("organisation", "address"): answers.address,
        ("organisation", "domains"): [answers.address.rpartition("@")[2]],
        ("organisation", "phone"): answers.phone,
        ("organisation", "privacy_url"): answers.privacy_url,
        ("administrator",): answers.administrator,
        ("data_dir",): answers.data_dir,
        ("imap", "sent"): answers.ways.sent,
        ("security", "authentication"): answers.ways.authentication,
        ("security", "trusted_authserv_id"): answers.ways.trusted_authserv_id,
    }
    for section in ("imap", "smtp"):
        server: Server = getattr(answers, section)
        keys: tuple[Literal["host", "port", "security", "username"], ...] = ("host", "port", "security", "username")
        values |= {(section, key): getattr(server, key) for key in keys}
    return values


def _answer(lines: list[str], index: int, value: Answer) -> None:
    """Replace the value on one line of the example, and keep its comment."""
    key, comment = _KEY_AND_COMMENT.fullmatch(lines[index]).groups()  # type: ignore[union-attr]  # our own file
    lines[index] = f"{key} {_written(value)}{comment or ''}"


_KEY_AND_COMMENT = re.compile(r"\A( *[a-z_]+:) (?:[^ ]++| ++(?!#))*( ++#.*)?")


def _log_in(lines: list[str], index: int, server: Server) -> None:
    """Replace the line of the password, by one or by a block: line numbers stay true."""
    if server.username is None:
        _answer(lines, index, None)
    elif server.oauth2:
        keys = (f"    {key}: {_written(value)}" for key, value in server.oauth2.items())
        lines[index] = "\n".join(("  oauth2:", *keys))
    elif server.password_file:
        lines[index] = (
            f"  password_file: {_written(server.password_file)}      # beside this file, readable by nobody else"
        )
    elif server.password_variable:
        lines[index] = f"  password: ${{{server.password_variable}}}"


def _members(lines: list[str], index: int, key: str, members: tuple[Member, ...]) -> None:
    """Replace the indented lines below `partners:` or `employees:`."""
    end = next(number for number in range(index + 1, len(lines)) if not lines[number].startswith(" "))
    lines[index:end] = [f"{key}:", *_items(members)] if members else [f"{key}: []"]


def _items(members: tuple[Member, ...]) -> Iterator[str]:
    for member in members:
        yield f"  - name: {_written(member.name)}"
        yield f"    address: {_written(member.address)}"
        yield f"    alias: {_written(member.alias)}"
        yield f"    also: {_written(list(member.also))}"


def _written(value: Answer) -> str:
    """Return a value as YAML on one line, quoted where it must be."""
    return (
        yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=10_000).removesuffix("...\n").strip()
    )
