"""The tally: what the register must hold, counted at each commit, so that `verify` sees what somebody took out of it.

Letters get a serial number in the order in which they are laid in the outbox, and only those that may leave it are noted
as gone: sent ones after their time, held and failed ones, a waiting one that another takes the place of (its attachments
were too large), and those of somebody who is forgotten. Any other letter that is not there was dropped.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.port import Changes
from klachtmail.domain.records.state import Span, Tally
from klachtmail.store.live_tables import Leaving, LiveTables


def numbered(letters: Mapping[str, Letter], live: LiveTables, tally: Tally) -> dict[str, Letter]:
    """Return these letters with their serial numbers; those that are new get the next ones, in their order."""
    found = {}
    last = tally.laid
    for name, letter in letters.items():
        if not letter.serial:  # one that was read from here has its number: no look at the register for it
            stored = live.letters.get(name)
            last += stored is None
            letter = replace(letter, serial=stored.serial if stored else last)  # noqa: PLW2901
        found[name] = letter
    return found


def after(tally: Tally, changes: Changes, live: LiveTables) -> Tally:
    """Return the tally once these changes, with numbered letters, are written."""
    new = [letter for letter in changes.letters.values() if letter.serial > tally.laid]
    stored = [
        letter
        for name in changes.dropped_letters - {*changes.letters}
        if (letter := live.letters.get(name)) is not None
    ]
    gone = [letter.serial for letter in stored if changes.forgets or _may_leave(letter, new)]
    entries = sum(
        len(complaint.history) - _length(live.complaints.get(number))
        for number, complaint in changes.complaints.items()
    )
    return Tally(
        laid=tally.laid + len(new),
        gone=_with(tally.gone, gone),
        entries=tally.entries + entries,
        seen=tally.seen + sum(key not in live.seen for key in changes.seen),
    )


def without(tally: Tally, leaving: Leaving, live: LiveTables) -> Tally:
    """Return the tally once these are archived or, letters that were sent, forgotten."""
    entries = sum(_length(live.complaints.get(number)) for number in leaving.complaints)
    letters = [letter.serial for name in leaving.letters if (letter := live.letters.get(name)) is not None]
    seen = sum(key in live.seen for key in leaving.seen)
    return replace(tally, gone=_with(tally.gone, letters), entries=tally.entries - entries, seen=tally.seen - seen)


def _may_leave(letter: Letter, new: Iterable[Letter]) -> bool:
    return letter.state != "waiting" or any((x.kind, x.to) == (letter.kind, letter.to) for x in new)


def _length(complaint: Complaint | None) -> int:
    return len(complaint.history) if complaint else 0


def _with(spans: tuple[Span, ...], numbers: Iterable[int]) -> tuple[Span, ...]:
    """Return the spans (first and last, in order) with these numbers: few, because letters leave as they came."""
    merged: list[Span] = []
    for first, last in sorted([*spans, *((n, n) for n in numbers)]):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)


def missing(tally: Tally, there: AbstractSet[int]) -> Iterator[int]:
    """Yield the serial numbers of letters that were laid down, are not there and never left."""
    expected = 1
    for first, last in (*tally.gone, (tally.laid + 1, tally.laid + 1)):
        yield from (n for n in range(expected, first) if n not in there)
        expected = last + 1
