"""The items of a list that is the value of a key: on lines of their own, or one behind another."""

import re

from klachtmail.domain.commands.no_value import says_nothing

_IN_LINE = re.compile(r"1[.)] .{3,}\s2[.)] ")  # a list that stands on one line
_ITEM = re.compile(r"(?:^|\s)\d[.)] ")
_BEHIND_ITEM = re.compile(r"(?<=\))\s*(?:,? (?:en|and|plus)|[,+])\s+|;\s*(?:(?:en|and) )?")
_LISTED = re.compile(r"\s*(?:\d{1,2}[.)]|[-*•–])\s+(?=\S)")


def items_in(value: str, *, several: bool) -> list[str]:
    """Return the measures of a list on one line: '1) … 2) …', and below 'maatregelen' also 'x (piet) en y (els)', 'x; y'."""
    if _IN_LINE.match(value):
        return [each.strip(" ,;") for each in _ITEM.split(value) if each.strip(" ,;")]
    found = [each.strip(" ,.") for each in _BEHIND_ITEM.split(value) if each.strip(" ,.")] if several else []
    bracketed = ";" in value or all(each.endswith(")") for each in found)
    return found if len(found) > 1 and bracketed and not any(map(says_nothing, found)) else []


def listed(lines: list[str]) -> list[str]:
    """Return the items of a numbered or dashed list, or nothing when it is none."""
    full = [line for line in lines if line.strip()]
    return (
        [match.string[match.end() :].strip() for line in full if (match := _LISTED.match(line))]
        if full and all(_LISTED.match(line) for line in full)
        else []
    )
