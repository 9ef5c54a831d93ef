"""Schema 3: of a message's text the register keeps 20 kB at most; the whole is read from the message when somebody asks."""

import hashlib
from dataclasses import replace
from typing import Any, Final

from klachtmail.domain.record import of_json, to_json
from klachtmail.domain.records.abridged import KEPT_BYTES, abridged
from klachtmail.domain.records.model import Complaint, HistoryEntry
from klachtmail.store.seal import sealed

_NOTE: Final = "De tekst staat voortaan ingekort in het register; het bericht zelf is bewaard."


def with_short_texts(tables: dict[str, dict[str, dict[str, Any]]]) -> dict[str, dict[str, dict[str, Any]]]:
    """Return the tables with the texts of messages cut, and the entries counted that say so."""
    before = tables.get("complaints", {})
    after = {key: shortened(row) for key, row in before.items()}
    added = sum(entries_added(row, after[key]) for key, row in before.items())
    kept = tables.get("state", {}).get("1")
    if not added or kept is None:
        return {**tables, "complaints": after} if before else tables
    state = {"1": {**kept, "state": {**kept["state"], "tally": counted(kept["state"].get("tally", {}), added)}}}
    return {**tables, "complaints": after, "state": state}


def entries_added(before: dict[str, Any], after: dict[str, Any]) -> int:
    """Return how many entries of history the one has more."""
    return len(after.get("history", ())) - len(before.get("history", ()))


def counted(tally: dict[str, Any], added: int) -> dict[str, Any]:
    """Return the tally with so many entries more."""
    return {**tally, "entries": tally.get("entries", 0) + added}


def _is_long(row: dict[str, Any]) -> bool:
    texts = (row.get("text", ""), *(each.get("text", "") for each in row.get("messages", ())))
    return any(len(text) > KEPT_BYTES or len(text.encode()) > KEPT_BYTES for text in texts)


def shortened(row: dict[str, Any]) -> dict[str, Any]:
    """Return a complaint with what stands in its messages cut, or the row itself; what was only spoken stays whole.

    Its text is one of the facts under the seal, so an entry says that it changed. The salt follows from what was there: a
    year in the archive is read, and so migrated, again and again.
    """
    if not _is_long(row):
        return row
    old = of_json(Complaint, row)
    messages = tuple(replace(m, text=abridged(m.text)) if m.direction == "in" else m for m in old.messages)
    new = replace(old, messages=messages)
    if old.original is None or abridged(old.text) == old.text:
        return to_json(new, without_defaults=True)
    new = replace(new, text=abridged(old.text))
    if old.history and old.history[-1].seal is not None:
        last = old.history[-1]
        entry = HistoryEntry(at=last.at, actor="klachtmail", event="noted", detail=_NOTE)
        salt = hashlib.sha256((last.seal or "").encode()).hexdigest()[:16]
        new = sealed(replace(new, history=(*new.history, entry)), old, salt=lambda: salt)
    return to_json(new, without_defaults=True)
