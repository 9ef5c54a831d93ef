"""Forgetting one person (GDPR art. 17): what leads to them, gathered, and erased when nothing is in the way."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from klachtmail.domain.privacy.erasure import erased, goes_with, without
from klachtmail.domain.records.lifecycle import Refusal, advance
from klachtmail.domain.records.model import Complaint
from klachtmail.service.privacy.forgetting import Traces, forget, traces_of
from klachtmail.service.work.office import Office
from klachtmail.service.work.person import Person, find, why_not_forgotten
from klachtmail.store.port import Store


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What there was of a person, and why it was not forgotten ([]: it was).

    `gone` is False when the mail server could only mark its copies as deleted.
    """

    person: Person
    reasons: list[str]
    gone: bool = True


def forget_person(office: Office, address: str, names: Iterable[str] = (), *, again: bool = False) -> Forgotten:
    """Forget a person at once, unless something is in the way; `again` (after a restore) whatever is in the way.

    `names` as for `find`. That the person was forgotten is noted first, for a restore of an older backup. Again it is not:
    whoever wrote between the first time and now would be taken for forgotten when another backup is restored. Raises
    MailboxError or StoreError; nothing is half done then that doing it again does not finish.
    """
    with office.store.work():
        person = find(office.store, address, names)
        reasons, gone = [] if again else why_not_forgotten(person), True
        if person and not reasons:
            now, state = office.now(), office.store.state
            if not again:
                for said in (person.address, *person.names):
                    office.store.note_forgotten(said, now)
            after = [
                *(erased(_ended(c, now), now) for c in person.own),
                *(without(c, person.address, now) for c in person.beside),
            ]
            kept = tuple(aside for aside in state.set_aside if aside not in person.set_aside)
            refused = {key: at for key, at in state.refused.items() if key not in person.remembered}
            after_state = replace(state, set_aside=kept, refused=refused)
            gone = forget(office, _traces(office.store, person), after, after_state)
    return Forgotten(person, reasons, gone)


def _ended(complaint: Complaint, now: dt.datetime) -> Complaint:
    """Return a complaint that is over: one that a restore opened again had ended when the person was forgotten."""
    after = advance(replace(complaint, closed_at=now), "closed", now, "klachtmail") if complaint.is_open else complaint
    return complaint if isinstance(after, Refusal) else after


def _traces(store: Store, person: Person) -> Traces:
    traces = traces_of(store, person.own)
    for seen in person.loose:
        traces.add_seen(seen)
        traces.telling.add(seen.sha256)
    for letter in (*person.letters, *person.telling):
        traces.add_letter(letter)
    traces.contents.update(aside.sha256 for aside in person.set_aside)
    traces.beside = {complaint.number: complaint for complaint in person.beside}
    for complaint in person.beside:
        theirs = tuple(m for m in complaint.messages if goes_with(m, person.address))
        traces.add_messages(replace(complaint, messages=theirs))
    _add_quotations(store, traces)
    return traces


def _add_quotations(store: Store, traces: Traces) -> None:
    """Follow what may quote the person: letters to members, and members' commands about the complaint of another.

    What a command did stays on record, unless it names the person. A digest stays in the outbox without its bytes: who got it can still answer it.
    """
    dossiers = {m.sha256 for complaint in traces.beside.values() for m in complaint.messages if m.kind != "command"}
    for seen in store.sightings():
        if seen.number in traces.beside and seen.sha256 not in dossiers:
            traces.contents.add(seen.sha256)
    for letter in store.letters():
        if letter.member and letter.number in traces.beside:
            traces.add_letter(letter)
        elif letter.member and letter.state == "sent" and letter.number is None:
            traces.contents |= {letter.sha256} if letter.sha256 else set()
            traces.message_ids |= {letter.message_id} if letter.message_id else set()
