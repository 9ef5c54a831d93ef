"""The message that a message passes on, pasted into the text by the mail program."""

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from klachtmail.domain.incoming.message import Address, Forwarded
from klachtmail.languages.every import EVERY, either, words
from klachtmail.parse.address import addresses
from klachtmail.parse.clean import one_line
from klachtmail.parse.headings import attribution_end, block_end, is_rule, is_separator, label_of, may_begin
from klachtmail.parse.quoting import HEADINGS_LIMIT, opened_lines

FORWARD_SUBJECT = re.compile(rf"\s{{0,20}}+(?:\[[^\]]{{1,40}}\]\s{{0,20}}+)?{either('passed_on')}\s?:", re.IGNORECASE)
_PREFIX = re.compile(rf"\s{{0,20}}+(?:betr|{either('replied', 'passed_on')})\s?:", re.IGNORECASE)
PASTED_LIMIT: Final = 30  # messages of one text
_NEARLY_EMPTY: Final = 40  # letters above the forwarded message: 'ter info', 'zie onder'
_ADDRESS = re.compile(r"[^\s<>\[\]()\"':;,@]{1,64}@[^\s<>\[\]()\"':;,@]{1,200}")
_TIME: Final = r"\d{1,2}[:.]\d{2}(?: ?[AP]M)?(?: [A-Z+][\w:+]{1,9})?,?"
_WRITER = re.compile(
    rf"(?:\b(?:heeft|schreef|schrieb)|{_TIME}) (?!(?:heeft|schreef|schrieb)\b)"
    r"([^<>\d]{0,80})(<[^<>\s]{1,200}@[^<>\s]{1,200}>)"
)
_MARK = re.compile(r"^>[ \xa0]?")
_MONTHS: Final = {
    name: number for language in EVERY for number, names in enumerate(language.months, 1) for name in names.split()
}
_WRITTEN_DATE = re.compile(
    r"(\d{1,2})\.? ([^\W\d_]{3,10})\.? (\d{4})|([^\W\d_]{3,10})\.? (\d{1,2}),? (\d{4})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})"
)
_WRITTEN_TIME = re.compile(r"\b(\d{1,2})[:.h](\d{2})(?:[:.]\d{2})?(?: ?([ap])\.?m\b)?", re.IGNORECASE)


def inline(subject: str, text: str, new_text: str, zone: dt.tzinfo | None = dt.UTC) -> Forwarded | None:
    """Return the message that was pasted under a forwarding heading, or None when this is no forward.

    Without the word itself ('Doorgestuurd bericht') a header block counts only in a message whose subject says
    that it is a forward, or that says almost nothing itself.
    """
    is_likely = len("".join(new_text.split())) < _NEARLY_EMPTY or bool(FORWARD_SUBJECT.match(subject))
    if not (is_likely or _says_forwarded(text)):
        return None
    for lines in (opened_lines(text), _unmarked(text)):  # Apple Mail marks what it forwards as quoted
        start = next((index for index in range(min(len(lines), HEADINGS_LIMIT)) if _begins(lines, index)), None)
        if start is None or not (is_likely or _says_forwarded(lines[start])):
            continue
        if (passed := _pasted(lines, start, zone)) is not None:
            return passed
    return _below_attribution(subject, text.split("\n"), zone) if FORWARD_SUBJECT.match(subject) else None


def several(passed: Forwarded, zone: dt.tzinfo | None = dt.UTC) -> tuple[Forwarded, ...]:
    """Return the messages of several people that were pasted one below the other, or none when it is but this one.

    A conversation is one message: who wrote further down is known from above, or was written to from there, or it is
    about the same subject.
    """
    lines = opened_lines(passed.text)
    found, people, subjects = [passed], _called(passed.sender), {_bare(passed.subject)}
    begin = 0
    for index in range(min(len(lines), HEADINGS_LIMIT)):
        block = _block(lines, index) if _begins(lines, index) else None
        if block is None or len(found) == PASTED_LIMIT:
            continue
        values, end = block
        below = _made_of(values, lines[end:], zone)
        to = values.get("to", "").casefold()
        is_of_thread = _called(below.sender) & people or any(each in to for each in people)
        if below.sender.address and to and not is_of_thread and _bare(below.subject) not in subjects:
            found[-1] = replace(found[-1], text=_without_marks(lines[begin : _before_rules(lines, index)]))
            found.append(below)
            begin = end
        people |= _called(below.sender)
        subjects.add(_bare(below.subject))
    return tuple(found) if len(found) > 1 else ()


def _before_rules(lines: list[str], end: int) -> int:
    while end and (not lines[end - 1].strip() or is_rule(lines[end - 1])):
        end -= 1
    return end


def _called(sender: Address) -> set[str]:
    return {each.casefold() for each in (sender.address, sender.name) if each}


def _bare(subject: str) -> str:
    while (shorter := _PREFIX.sub("", subject, count=1)) != subject:
        subject = shorter
    return subject.strip().casefold()


def _below_attribution(subject: str, lines: list[str], zone: dt.tzinfo | None) -> Forwarded | None:
    """Return what Outlook for Mac forwards: below 'Op … heeft "Anna" <anna@x.nl> geschreven:', without a block."""
    for index in range(min(len(lines), HEADINGS_LIMIT)):
        end, is_exact = (may_begin(lines[index]) and attribution_end(lines, index)) or (0, False)
        heading = one_line(" ".join(lines[index:end]))
        if is_exact and (found := _WRITER.search(heading)):
            sender = Address(one_line(found[1]).strip("\"', "), _written_address(found[2]).address)
            own = one_line(FORWARD_SUBJECT.sub("", subject, count=1))
            return Forwarded(sender, own, _without_marks(lines[end:]), sent_at=written_date(heading, zone))
    return None


def _unmarked(text: str) -> list[str]:
    return [_MARK.sub("", line) for line in text.split("\n")]


def _says_forwarded(text: str) -> bool:
    lowered = text.lower()
    return any(piece in lowered for piece in words("says_forwarded"))


def _begins(lines: list[str], index: int) -> bool:
    line = lines[index]
    if not may_begin(line):
        return False
    return is_separator(line) or block_end(lines, index) is not None


def _pasted(lines: list[str], start: int, zone: dt.tzinfo | None) -> Forwarded | None:
    block = _block(lines, start)
    return _made_of(block[0], lines[block[1] :], zone) if block else None


def _block(lines: list[str], start: int) -> tuple[dict[str, str], int] | None:
    """Return what a block of labels says, and the index after it."""
    announced = is_separator(lines[start])
    while start < len(lines) and (not lines[start].strip() or is_separator(lines[start])):
        start += 1
    end = block_end(lines, start, announced=announced) if start < len(lines) else None
    if end is None:
        return None
    values: dict[str, str] = {}
    for line in lines[start:end]:
        found = label_of(line, announced=announced)
        if found:
            values.setdefault(*found)
    return values, end


def _made_of(values: dict[str, str], body: list[str], zone: dt.tzinfo | None) -> Forwarded:
    return Forwarded(
        _written_address(values.get("from", "")),
        one_line(values.get("subject", "")),
        _without_marks(body),
        sent_at=written_date(values.get("date", ""), zone),
    )


def _written_address(value: str) -> Address:
    """Return the sender as programs show it: 'Jan <jan@x.nl>', 'Jan [mailto:jan@x.nl]', 'Jan <jan@x.nl <mailto:…>>'."""
    candidates = _ADDRESS.findall(value.replace("mailto:", " "))
    name = one_line(re.split(r"[<\[(]", value, maxsplit=1)[0]).strip("\"'* ")
    if not candidates:
        return Address(name)
    found = next(iter(addresses(f"<{candidates[-1]}>")), Address())
    return Address("" if "@" in name else name, found.address)


def _without_marks(lines: list[str]) -> str:
    """Return the text of these lines; where a program marked all of them as quoted (Proton, Spark), without the marks."""
    if all(not line.strip() or line.startswith(">") for line in lines):
        lines = [_MARK.sub("", line) for line in lines]
    return "\n".join(lines).strip("\n")


def written_date(value: str, zone: dt.tzinfo | None = dt.UTC) -> dt.datetime | None:
    """Return the time of a date that was written for people ('maandag 3 oktober 2019 15:39'), in this zone, or None."""
    found = _WRITTEN_DATE.search(value[:200])
    if not found:
        return None
    if found[1]:
        day, month, year = int(found[1]), _MONTHS.get(found[2].lower(), 0), int(found[3])
    elif found[4]:
        day, month, year = int(found[5]), _MONTHS.get(found[4].lower(), 0), int(found[6])
    else:
        day, month, year = int(found[7]), int(found[8]), int(found[9])
    time = _WRITTEN_TIME.search(value[:200])
    hour, minute = (int(time[1]), int(time[2])) if time else (0, 0)
    if time and time[3]:
        hour = hour % 12 + (12 if time[3] in "pP" else 0)
    try:
        return dt.datetime(year, month, day, hour, minute, tzinfo=zone)
    except ValueError:
        return None
