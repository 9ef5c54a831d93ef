"""Authentication-Results, read as RFC 8601 §2.2 writes it: strangers choose the words in its comments and quotes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 10_000  # characters; a server's own field has a few hundred
_PIECE = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[()]|\\.|[^"()\\;]++|;', re.DOTALL)
_RESULT = re.compile(r"\s*([a-z][a-z0-9-]*+)(?:/\d+)?\s*=\s*([a-z]++)(?![^\s;])", re.IGNORECASE)
_PROPERTY = re.compile(r"\s([a-z]++\.[a-z0-9_-]++)\s*=\s*((?:\"(?:[^\"\\]++|\\.)*+\"|[^\s;\"]++)++)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Result:
    """What the server found by one method: `dmarc`, `pass`, and the domains it found it about, in lower case."""

    method: str
    verdict: str
    domains: Mapping[str, str]


def read_results(value: str) -> tuple[str, tuple[Result, ...]]:
    """Return the authserv-id ('' where the server writes none, as Exchange does) and the results, in order."""
    first, *rest = _sections(value[:LONGEST])
    identity = first.split()[0].lower() if first.split() and not _RESULT.match(first) else ""
    return identity, tuple(_results(rest if identity else [first, *rest]))


def _results(sections: list[str]) -> Iterator[Result]:
    for section in sections:
        if found := _RESULT.match(section):
            domains: dict[str, str] = {}
            for name, text in _PROPERTY.findall(section[found.end() :]):
                domains.setdefault(name.lower(), text.rpartition("@")[2].strip('"').lower().rstrip("."))
            yield Result(found[1].lower(), found[2].lower(), domains)


def _sections(value: str) -> list[str]:
    """Return what stands between the semicolons, without comments (RFC 5322 §3.2.2: they nest)."""
    sections, depth = [""], 0
    for match in _PIECE.finditer(value):
        piece = match.group()
        if piece == "(":
            depth += 1
        elif piece == ")":
            depth = max(0, depth - 1)
        elif depth == 0 and piece == ";":
            sections.append("")
        elif depth == 0:
            sections[-1] += piece
    return sections
