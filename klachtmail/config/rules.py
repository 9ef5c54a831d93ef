"""What a single value must look like: a table of keys and rules.

A rule gets the text as it was written and returns what to write instead, or None when all is well. A value whose type
is wrong is the schema's to report: its rule stays silent.
"""

import datetime as dt
import difflib
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from klachtmail.config.document import Document
from klachtmail.config.files import PATHS, SECRETS
from klachtmail.config.problem import Finding, Where
from klachtmail.domain.firm import servers

Rule = Callable[[str], str | None]

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})+", re.IGNORECASE)
_LOCAL_PART = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*", re.IGNORECASE)
_ALIAS = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_URL = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_SAFE_HOUR = "03:30"
_LONGEST_ADDRESS = 254  # RFC 5321 §4.5.3.1, as errata 1690 corrects it

# The words of the design's table of commands: `jan` must never be read as one of them.
COMMAND_WORDS = frozenset(
    """
        aan accept afwezig agenda akkoord algemene allen answer antwoord appeal assign beroep besproken bewaar betreft bevestig bewijs
        cause close compliment contact deels directiebeoordeling door dossier elders ga gebeld geef geen gegrond gehoor gepost gereed give help
        heropen iemand iedereen ik ingetrokken ingrijpend intern inzage ja jaarverslag klacht kwartaal klager maatregel measure melding merge mij mijn
        mondeling nee neem niet avg gemachtigde groep nieuw toezegging note notitie ongedaan ongegrond oordeel oorzaak outcome open overleg postpone proposal
        register remark reopen samenvoegen send serious sluit soort status steekproef structureel take toewijzen uitkomst uitspraak uitstel undo
        vergeet verstuur voor voorstel vraag weer wens werkt wie zoek
    """.split()
)


def address(text: str) -> str | None:
    """Ask for a bare address (RFC 5321 §4.1.2, without quoted local parts)."""
    if match := re.fullmatch(r".*<([^<>]+)>\s*", text):
        return f"Write the address alone: {match[1]}."
    if _is_address(text):
        return None
    local, at, domain = text.strip().removeprefix("mailto:").rpartition("@")
    meant = f"{local}{at}{servers.in_ascii(domain) or domain}"
    return f"'{text}' is no mail address; write {meant if _is_address(meant) else 'name@domain.nl'}."


def _is_address(text: str) -> bool:
    local, _, domain = text.rpartition("@")
    valid = _LOCAL_PART.fullmatch(local) and (_DOMAIN.fullmatch(domain) or domain.lower() == "localhost")
    return bool(valid) and len(text) <= _LONGEST_ADDRESS


def own_domain(text: str) -> str | None:
    """Ask for a domain with at least two parts."""
    if _DOMAIN.fullmatch(text):
        return None
    meant = servers.in_ascii(text.strip().lstrip("*.@").removesuffix(".")) or ""
    advice = f"write {meant}" if _DOMAIN.fullmatch(meant) else "write what stands after the @, like ront.nl"
    return f"'{text}' is no domain; {advice}."


def host(text: str) -> str | None:
    """Ask for a bare host name or IP address."""
    if servers.is_host(servers.plain(text)):
        return None
    said = "This" if "@" in text else f"'{text}'"  # before an @ a password may stand
    found = servers.written_in(text)
    if found is None:
        return f"{said} is no host name; write imap.example.nl, without '://', port or spaces."
    port = f", and the port as 'port: {found.port}'" if found.port else ""
    return f"{said} is no bare host name; write {found.host} here{port}."


def time_zone(text: str) -> str | None:
    """Ask for a name in the IANA database; suggest the nearest."""
    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError):  # OSError: the name of a folder, such as 'Europe'
        near = difflib.get_close_matches(text, available_timezones(), n=1, cutoff=0.75)
        return f"There is no time zone '{text}'; write {near[0] if near else 'Europe/Amsterdam'}."
    return None


def time_of_day(text: str) -> str | None:
    """Ask for HH:MM."""
    return None if _TIME.fullmatch(text) else f"'{text}' is no time of day; write hours and minutes like \"08:30\"."


def safe_time_of_day(text: str) -> str | None:
    """Refuse the hours in which a local time can happen twice or not at all when the clock changes."""
    if not _TIME.fullmatch(text) or text >= _SAFE_HOUR:
        return time_of_day(text)
    return f"{text} may not happen, or twice, when the clock changes; write a time from {_SAFE_HOUR} on."


def alias(text: str) -> str | None:
    """Ask for a word that a phone types easily and that is no word of a command."""
    from klachtmail.domain.commands.client import vocabulary  # the grammar is large: only who loads members pays for it

    if not _ALIAS.fullmatch(text):
        plain = unicodedata.normalize("NFKD", text).lower()  # björk: bjork, not bjrk
        near = re.sub(r"[^a-z0-9._-]+", "", plain).strip("._-")
        advice = f"write {near}" if near else "write jan"
        return f"'{text}' is no alias; {advice} (small letters, digits, and . _ - inside)."
    if text.isdigit():
        return f"'{text}' would be read as a complaint's number; begin with a letter."
    return f"'{text}' is a word of a command; choose another alias." if text in COMMAND_WORDS | vocabulary() else None


def url(text: str) -> str | None:
    """Ask for a web address."""
    return None if _URL.fullmatch(text) else f"'{text}' is no web address; begin it with https://."


def token_url(text: str) -> str | None:
    """Ask for https: a client secret goes there. Loopback may do without."""
    try:
        parts = urlsplit(text)
        at_home = parts.scheme == "http" and servers.is_loopback(parts.hostname or "")
    except ValueError:  # a bracket that is not closed
        at_home = False
    return None if at_home or text.lower().startswith("https://") else f"'{text}' must begin with https://."


def secret_url(text: str) -> str | None:
    """Ask for a web address that is never repeated: whoever knows it can use it."""
    return None if _URL.fullmatch(text) else "This is no web address; begin it with https://."


def database(text: str) -> str | None:
    """Ask for the address of a database; it may hold a password, so it is never repeated."""
    if re.match(r"(postgres(ql)?(\+psycopg)?://[^/]*/\w|sqlite:///.)", text):
        return None
    return "This is no database; write postgresql+psycopg://user@host/name or sqlite:///register.db."


def schema(text: str) -> str | None:
    """Ask for a name that needs no quotes anywhere."""
    if re.fullmatch(r"[a-z_][a-z0-9_]{0,62}", text) and not text.startswith("pg_"):
        return None
    return f"'{text}' is no name for a schema; write small letters, digits and _, like ront."


def filled(text: str) -> str | None:
    """Ask for one line of text; it may be a secret, so it is never repeated."""
    if not text.strip():
        return "This is empty; write a text."
    return None if text.isprintable() else "This must be one line of text without control characters."


def path(text: str) -> str | None:
    """Ask for the name of a file or folder."""
    if (wrong := filled(text)) or not text.startswith("~"):
        return wrong
    try:
        Path(text).expanduser()
    except RuntimeError:
        return f"Nobody here has the home folder {text.partition('/')[0]}; write the whole path, from / on."
    return None


def between(low: int, high: int) -> Rule:
    """Return the rule for a whole number from `low` up to and including `high`."""

    def rule(text: str) -> str | None:
        if not re.fullmatch(r"[+-]?[0-9]{1,18}", text) or low <= int(text) <= high:
            return None
        return f"{text} is out of range; write a whole number from {low} to {high}."

    return rule


def part_of_term(text: str) -> str | None:
    """Return what is wrong with a part of a term, None when nothing is."""
    if re.fullmatch(r"0?\.[0-9]{1,4}", text) and float(text) > 0:
        return None
    return f"{text} is no part of a term; write a number between 0 and 1, such as 0.5 for half of it."


_MANY = 1_000_000
_ADDRESSES: dict[str, Rule] = dict.fromkeys(
    (
        "organisation.address",
        "partners.*.address",
        "partners.*.also.*",
        "employees.*.address",
        "employees.*.also.*",
        "auditors.*.address",
        "administrator",
        "intake.sources.*",
    ),
    address,
)
_PATHS = (*(where for where, _ in PATHS), *((*section, f"{key}_file") for section, key in SECRETS))
RULES: dict[str, Rule] = _ADDRESSES | {
    "organisation.name": filled,
    "organisation.domains.*": own_domain,
    "organisation.timezone": time_zone,
    "organisation.phone": filled,
    "organisation.privacy_url": url,
    "organisation.appeal.name": filled,
    "organisation.appeal.url": url,
    "organisation.appeal.within_weeks": between(1, 520),
    "imap.host": host,
    "imap.port": between(1, 65535),
    "imap.username": filled,
    "imap.password": filled,
    "imap.folders.inbox": filled,
    "imap.folders.processed": filled,
    "imap.folders.automatic": filled,
    "imap.folders.quarantine": filled,
    "imap.folders.sent": filled,
    "imap.folders.junk": filled,
    "imap.oauth2.token_endpoint": token_url,
    "smtp.oauth2.token_endpoint": token_url,
    "smtp.host": host,
    "smtp.port": between(1, 65535),
    "smtp.username": filled,
    "smtp.password": filled,
    "partners.*.name": filled,
    "partners.*.alias": alias,
    "employees.*.name": filled,
    "employees.*.alias": alias,
    "auditors.*.name": filled,
    "intake.own_lists.*": filled,
    "schedule.poll_seconds": between(5, 3600),
    "schedule.reminders": safe_time_of_day,
    "schedule.meeting.time": time_of_day,
    "schedule.meeting.every_weeks": between(1, 52),
    "schedule.digest.time": safe_time_of_day,
    "procedure.answer_within_days": between(1, 365),
    "procedure.reminders.*": part_of_term,
    "procedure.ask_satisfaction_days": between(1, 90),
    "procedure.postpone.times": between(0, 20),
    "procedure.postpone.days": between(1, 365),
    "escalation.after_days": between(1, 365),
    "limits.per_address_hour": between(0, _MANY),
    "limits.per_address_day": between(0, _MANY),
    "limits.outsiders_hour": between(0, _MANY),
    "limits.routing_hour": between(0, _MANY),
    "retention.months": between(1, 1200),
    **dict.fromkeys((".".join(map(str, where)) for where in _PATHS), path),
    "database": database,
    "schema": schema,
    "monitor.ping_url": secret_url,
}


def broken_rules(document: Document) -> Iterator[Finding]:
    """Yield what is wrong with single values."""
    for where, text in document.texts():
        rule = RULES.get(pattern(where))
        if rule and (message := rule(text)):
            yield Finding(where, message)


def pattern(where: Where) -> str:
    """Return 'partners.*.alias' for ('partners', 0, 'alias')."""
    return ".".join("*" if isinstance(part, int) else part for part in where)


def is_date(text: str) -> bool:
    """Return whether this is a date as the file wants it: 2026-07-27."""
    try:
        return bool(dt.date.fromisoformat(text))
    except ValueError:
        return False
