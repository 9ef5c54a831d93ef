"""The numbers of complaints and remarks, as we write them and as people do."""

import re

_WRITTEN = re.compile(  # K2026-0001 as people write it: 'K2026 0001', 'K2026–0001', 'K-2026-0001', '2026-0001'
    r"(?<![\w-])(?:([KM])[ -]?(20\d\d)(?: ?[-\u2010-\u2015_/. ] ?(\d{1,9})|(\d{4}))|()(20\d\d)[-\u2010-\u2015](\d{4,6}))(?![\w-]|[.:]\d)",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\b([KM])(\d{4})-(\d{4,9})\b", re.IGNORECASE)
_OURS = re.compile(rf"\[{NUMBER.pattern}\]", re.IGNORECASE)  # last in the subject of every letter of ours


def number_of(prefix: str, year: int, counter: int) -> str:
    """Return 'K2026-0001' for ('K', 2026, 1)."""
    return f"{prefix}{year}-{counter:04d}"


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the complaint numbers that stand in a text, in order, each once, in full: 'k2026-1' is K2026-0001."""
    if "20" not in text:  # as in every year: most texts name no number
        return ()
    found = ([part for part in m.groups() if part] for m in _WRITTEN.finditer(text))
    named = ((parts if len(parts) > 2 else ["K", *parts]) for parts in found)
    return tuple(dict.fromkeys(number_of(prefix.upper(), int(year), int(counter)) for prefix, year, counter in named))


def numbers_in_subject(subject: str) -> tuple[str, ...]:
    """Return the complaint numbers in a subject; first that of our own letter, as the client's words may name another."""
    ours = [found.group() for found in _OURS.finditer(subject)]
    return tuple(dict.fromkeys(number for text in (*reversed(ours), subject) for number in numbers_in(text)))
