"""Strays: mail and letters that were kept for a commit that never came, because the process died in between.

The message was decided on again after the restart, and its letters got other bytes. Nobody finds the first ones by the
register, so nobody would ever forget them with the person whom they name. A letter to an outsider about no complaint
becomes one too, when the outbox forgets it.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.state import Seen
from klachtmail.store.port import Store

KEPT: Final = dt.timedelta(days=14)  # until no nightly copy is left that may refer to them
_LOOKED_AT: Final = dt.timedelta(days=60)  # so long back, each night


def period(now: dt.datetime) -> tuple[dt.datetime, dt.datetime]:
    """Return from when until when something was written that is looked at now."""
    return now - _LOOKED_AT, now - KEPT


def without_references(store: Store, hashes: AbstractSet[str]) -> set[str]:
    """Return those of these hashes that no record refers to; the archive is only read for what the rest does not know."""
    state = store.state
    found = set(hashes).difference(
        _of_complaints(store.current()), _of_letters(store.letters()), (aside.sha256 for aside in state.set_aside)
    )
    return found.difference(_of_complaints(store.everything()), _of_sightings(store.sightings())) if found else found


def _of_complaints(complaints: Iterable[Complaint]) -> Iterator[str]:
    return (message.sha256 for complaint in complaints for message in complaint.messages)


def _of_letters(letters: Iterable[Letter]) -> Iterator[str]:
    for letter in letters:
        yield letter.sha256 or ""
        yield from (enclosure.sha256 for enclosure in (letter.request.enclosures if letter.request else ()))


def _of_sightings(sightings: Iterable[Seen]) -> Iterator[str]:
    return (seen.sha256 for seen in sightings)
