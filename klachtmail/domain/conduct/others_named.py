"""Whom the words of a letter name: what a member writes to several people may tell one of them of another."""

import re
from collections.abc import Iterator, Sequence

from klachtmail.domain.incoming.naming import name_words
from klachtmail.domain.records.model import Complaint, Draft, Party
from klachtmail.domain.records.parties import addressee, everybody, key_of
from klachtmail.domain.records.steps import party_name


def read_of_another(complaint: Complaint, current: Draft, people: Sequence[Party]) -> Iterator[tuple[str, Party]]:
    """Yield whom the text names of those who take part, with the first reader of the letter who is somebody else."""
    written = _written(complaint, current)
    for party in everybody(complaint) if complaint.parties else ():
        marks = [mark for mark in (party.address, party.number, party.phone) if mark and mark in written]
        if not marks and not _is_named(party, written):
            continue
        reader = next((p for p in people if not _is_his_own(complaint, party, p)), None)
        if reader is not None:
            yield party_name(party), reader


def _written(complaint: Complaint, current: Draft) -> str:
    """Return the words of the firm that stand in the letter."""
    if current.kind != "outcome":
        return current.text or ""
    public = (measure.text for measure in complaint.measures if not measure.internal)
    return "\n".join(filter(None, (complaint.outcome, complaint.proposal, *public)))


def _is_named(party: Party, written: str) -> bool:
    """Return whether a word of that name stands there as a name is written: 'de klant' is not Kees Klant."""
    own = [word for word in re.findall(r"\w+", party.name) if word.casefold() in name_words(party.name)]
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", written) for word in own if word[:1].isupper())


def _is_his_own(complaint: Complaint, named: Party, reader: Party) -> bool:
    """Return whether the reader is who is named, or one of the two acts for the other."""
    if named.role == "representative":
        return named.stands_for == key_of(complaint, reader)
    return named.number == reader.number or addressee(complaint, named).address == reader.address
