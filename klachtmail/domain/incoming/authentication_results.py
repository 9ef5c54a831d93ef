"""Authentication-Results, read as RFC 8601 §2.2 writes it: strangers choose the words in its comments and quotes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 10_000  # characters; a server's own field has a few hundred
_PIECE = re.compile(r'"(?:[^"\\]++|\\.)*"?|[()]|\\.|[^"()\\;]++|;', re.DOTALL)
_UNQUOTED = re.compile(r'"(?:[^"\\]++|\\.)*"?', re.DOTALL)
_RESULT = re.compile(r"\s*([a-z][a-z0-9-]*+)(?:/\d+)?\s*=\s*([a-z]++)(?![^\s;])", re.IGNORECASE)
_PROPERTY = re.compile(r"\s([a-z]++\.[a-z0-9_-]++)\s*=\s*((?:\"(?:[^\"\\]++|\\.)*\"|[^\s;\"]++)+)", re.IGNORECASE)


# Where the domain's own policy stands: in a comment (OpenDMARC, Google, rspamd), or a property (Exchange, Fastmail).
_POLICY = re.compile(
    r"(?:\b(?:p|policy|action)|\bpolicy\.(?:dmarc|published-domain-policy))\s*=\s*o?(none|quarantine|reject)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Result:
    """What the server found by one method: `dmarc`, `pass`, and the domains it found it about, in lower case.

    `policy` is what the domain asks to do when DMARC fails (RFC 7489 §6.3), '' when the server does not say.
    """

    method: str
    verdict: str
    domains: Mapping[str, str]
    policy: str = ""


def read_results(value: str) -> tuple[str, tuple[Result, ...]]:
    """Return the authserv-id ('' where the server writes none, as Exchange does) and the results, in order."""
    first, *rest = _sections(value[:LONGEST])
    words = first[0].split()
    if words[1:] and words[1].isdigit() and words[1] != "1":
        return "", ()  # another version, of which nobody knows what it says
    identity = words[0].lower() if words and not _RESULT.match(first[0]) else ""
    return identity, tuple(_results(rest if identity else [first, *rest]))


def _results(sections: list[tuple[str, str]]) -> Iterator[Result]:
    for section, comments in sections:
        if found := _RESULT.match(section):
            domains: dict[str, str] = {}
            for name, text in _PROPERTY.findall(section[found.end() :]):
                domains.setdefault(name.lower(), text.rpartition("@")[2].strip('"').lower().rstrip("."))
            policy = _POLICY.search(comments) or _POLICY.search(_UNQUOTED.sub("", section[found.end() :]))
            yield Result(found[1].lower(), found[2].lower(), domains, policy[1].lower() if policy else "")


def _sections(value: str) -> list[tuple[str, str]]:
    """Return what stands between the semicolons, and in its comments (RFC 5322 §3.2.2: they nest)."""
    sections, depth = [("", "")], 0
    for match in _PIECE.finditer(value):
        piece = match.group()
        if piece == "(":
            depth += 1
        elif piece == ")":
            depth = max(0, depth - 1)
        elif depth == 0 and piece == ";":
            sections.append(("", ""))
        else:
            text, comments = sections[-1]
            sections[-1] = (text + piece, comments) if depth == 0 else (text, comments + piece)
    return sections
