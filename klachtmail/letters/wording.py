"""Words that depend on a language or a person: dates, the salutation, a surname, how many days are left."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date

from klachtmail.domain.people.names import read_name
from klachtmail.languages.every import either
from klachtmail.letters.headers import one_line, shorten
from klachtmail.letters.salutations import capital

_REPLY = re.compile(
    rf"^\s*+((betr|ext(?:ern)?|{either('replied', 'passed_on')})\s*+(\[\d+\]\s*+)?:|\[(ext|extern|external)\])\s*",
    re.IGNORECASE,
)
# "Over uw klacht: Klacht over de training" says it twice
_COMPLAINS = re.compile(
    r"^\s*(?:(?:formele|officiële|formal|official|formelle|offizielle)\s+)?"
    r"(?:klacht(?:en)?|complaint|beschwerde|réclamation|reclamation|plainte)\b"
    r"(?:\s*[:–-]\s*|\s+(?:over|inzake|betreffende|m\.b\.t\.|mbt|met betrekking tot|about|regarding|concerning|on|über|wegen|zu|zur|zum"
    r"|concernant|sur|au sujet de|à propos de)\s+|\s*$)",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\s*(?:met (?:vriendelijke|hartelijke) groet|hoogachtend|(?:vriendelijke )?groet(?:en|jes)?\b|m\.?v\.?g\b|(?:kind |best )?regards"
    r"|yours (?:sincerely|faithfully)|sincerely|mit freundlichen|viele grüße|freundliche grüße|cordialement|bien à vous|--\s*$)",
    re.IGNORECASE,
)
_EXCERPT_WITHIN: Final = 2_000
_LONGEST_GREETING: Final = 60
# 253: the longest name (RFC 1035 §2.3.4), or else dots without end would take time squared.
_URL = re.compile(
    r"\b(https?://|www\.)\S+|\b\S{1,253}\.(com|net|org|nl|eu|ru|cn|info|biz|xyz|top|io)\b(/\S*)?", re.IGNORECASE
)
_TOPIC_WITHIN: Final = 2_000  # characters: what stands further back in a client's words is not looked at


@lru_cache(maxsize=1024)
def _in_words(on: dt.date, pattern: str, locale: str) -> str:
    """Return a date as this language writes it: German has a point after the day, French '1er' for the first."""
    if locale == "de":
        pattern = pattern.replace("d M", "d. M").replace("EEEE d", "EEEE, d")
    said = format_date(on, pattern, locale=locale)
    return re.sub(r"\b1\b(?=\s)", "1er", said, count=1) if locale == "fr" and on.day == 1 else said


class Calendar:
    """Writes dates in one language, as dates in the firm's time zone. It takes dates, times and ISO 8601 text."""

    def __init__(self, language: str, zone: ZoneInfo) -> None:
        self._zone = zone
        self._locale = "en_GB" if language == "en" else language

    def date_of(self, value: str | dt.date | dt.datetime) -> dt.date:
        """Return the date in the firm's zone that a value stands for."""
        if isinstance(value, str):
            value = dt.datetime.fromisoformat(value) if "T" in value or " " in value else dt.date.fromisoformat(value)
        if isinstance(value, dt.datetime):
            return value.astimezone(self._zone).date() if value.tzinfo else value.date()
        return value

    def day(self, value: str | dt.date | dt.datetime) -> str:
        """Return 'maandag 7 december 2026'."""
        return _in_words(self.date_of(value), "EEEE d MMMM y", self._locale)

    def date(self, value: str | dt.date | dt.datetime) -> str:
        """Return '7 december 2026'."""
        return _in_words(self.date_of(value), "d MMMM y", self._locale)

    def short(self, value: str | dt.date | dt.datetime) -> str:
        """Return 'ma 7 dec', for subjects and tables."""
        return _in_words(self.date_of(value), "EEE d MMM", self._locale).replace(".", "")

    def month(self, value: str) -> str:
        """Return 'nov' for '2026-11'."""
        return _in_words(dt.date.fromisoformat(f"{value}-01"), "MMM", self._locale).replace(".", "")

    def time(self, value: str | dt.datetime) -> str:
        """Return '10:00'."""
        moment = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
        return f"{moment.astimezone(self._zone):%H:%M}"


def topic(subject: str, length: int = 80) -> str:
    """Return a client's subject fit for our own sentence: no 'Re:' or 'Fwd:', no links, on one short line.

    A message without a subject is called by its text, which may be half a million characters.
    """
    return _topic(subject[:_TOPIC_WITHIN], length)


@lru_cache(maxsize=1024)
def _topic(subject: str, length: int) -> str:
    text, before = one_line(subject), None
    while text != before:
        before, text = text, _REPLY.sub("", text)
    # a letter of ours must not carry a spammer's link to a third person
    return shorten(one_line(_URL.sub("", _COMPLAINS.sub("", text))).strip(" -:"), length)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What somebody wrote, and when."""

    at: dt.datetime
    text: str


def excerpt(text: str, length: int = 240) -> str:
    """Return how a client's text begins, fit to be quoted in the answer: no greetings, no links, on one line."""
    parts = [*takewhile(lambda part: not _CLOSES.match(part), paragraphs(text[:_EXCERPT_WITHIN]))]
    if len(parts) > 1 and len(parts[0]) <= _LONGEST_GREETING and parts[0].rstrip().endswith((",", "!")):
        parts = parts[1:]
    words = one_line(_URL.sub("", " ".join(parts)))
    if len(words) <= length:
        return words
    cut = words[:length].rsplit(" ", 1)[0]
    return f"{cut.rstrip(' ,;:-–·.')} …"


def sender(text: str, length: int = 40) -> str:
    """Return who wrote, for a member's subject line: the name without links, or else the address, which is no link."""
    return topic(text, length) or shorten(one_line(text), length)


def surname(name: str) -> str:
    """Return 'De Boer' for 'Sanne de Boer'; the whole (one-line) text where it is no person's name."""
    known = read_name(name)
    return shorten(capital(known.surname).replace(" & ", " en ") if known else one_line(name), 40)


def days_left(days: int) -> str:
    """Return 'nog 3 dagen', 'nog 1 dag', 'vandaag' or '2 dagen te laat' (members read Dutch)."""
    if days == 0:
        return "vandaag"
    noun = "dag" if abs(days) == 1 else "dagen"
    return f"nog {days} {noun}" if days > 0 else f"{-days} {noun} te laat"


def listed(words: Iterable[str], conjunction: str = "en") -> str:
    """Return 'a, b en c'."""
    *most, last = [*words] or [""]
    return f"{', '.join(most)} {conjunction} {last}" if most else last


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, without the empty lines between them; their own line breaks stay."""
    return [part.strip("\n") for part in re.split(r"\n[ \t]*\n+", text.replace("\r\n", "\n")) if part.strip()]


def quoted(text: str) -> str:
    """Return a text with '> ' before each line, as mail programs quote."""
    return "\n".join(f"> {line}".rstrip() for line in text.replace("\r\n", "\n").strip().split("\n"))


_EMPTY_LINES = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")


def tidy(text: str) -> str:
    """Return a rendered text without the extra empty lines that absent parts leave."""
    return _EMPTY_LINES.sub("\n\n", text).strip("\n")
