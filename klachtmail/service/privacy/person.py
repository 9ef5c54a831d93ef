"""One person: everything that is kept about him, to give (GDPR art. 15) or to forget (art. 17)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from klachtmail.domain.privacy.erasure import erased, goes_with, is_of, mentions, took_part, without
from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.lifecycle import Refusal, advance
from klachtmail.domain.records.model import Complaint, Message, Seen, SetAside
from klachtmail.domain.records.parties import complainant_at, complainants, known_to
from klachtmail.service.privacy.forgetting import Traces, forget, head, traces_of
from klachtmail.service.work.glance import words_in
from klachtmail.service.work.office import Office
from klachtmail.store.port import Store


@dataclass(frozen=True, slots=True)
class Person:
    """What is kept about a bare address in lower case.

    `own`: complaints and remarks as the only complainant. `shared`: those with co-complainants, or as one of them; they stay
    for the others. `elsewhere`: those of others, in which the person took part; only the messages from and to the person are his.
    `loose`: messages that became no complaint, from the person or with the address in them. `telling`: letters to members
    that name the person ('Was jij dit?'). `remembered`: keys of answers that are given only once.
    """

    address: str
    own: tuple[Complaint, ...] = ()
    shared: tuple[Complaint, ...] = ()
    elsewhere: tuple[Complaint, ...] = ()
    loose: tuple[Seen, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    letters: tuple[Letter, ...] = ()
    telling: tuple[Letter, ...] = ()
    remembered: tuple[str, ...] = ()
    named_in: tuple[str, ...] = ()  # complaints of others whose words hold the address: these stay

    def __bool__(self) -> bool:
        kept = (self.own, self.beside, self.loose, self.set_aside, self.letters, self.telling, self.remembered)
        return any(kept) or bool(self.named_in)

    @property
    def stays(self) -> list[str]:
        """What stays when the person is forgotten, with the reason: one sentence each."""
        return [
            f"{number} stays: it is the dossier of somebody else, who named this address." for number in self.named_in
        ]

    @property
    def beside(self) -> tuple[Complaint, ...]:
        """The complaints of others, that stay when the person is forgotten."""
        return (*self.shared, *self.elsewhere)

    def complaints(self) -> Iterator[Complaint]:
        """Yield the complaints of the person, shared ones without the other people in them."""
        yield from self.own
        for complaint in self.shared:
            party = complainant_at(complaint, self.address)
            yield known_to(complaint, party.number if party else None)

    def messages(self) -> Iterator[tuple[str, Message]]:
        """Yield (number, message) for every message of the person."""
        yield from ((complaint.number, message) for complaint in self.own for message in complaint.messages)
        for complaint in self.beside:
            yield from ((complaint.number, m) for m in complaint.messages if is_of(m, self.address))


def find(store: Store, address: str) -> Person:
    """Return everything about this address. It reads every complaint, and all mail that became none."""
    address = address.strip().lower()
    numbers = store.numbers_for_address(address)
    found, named = [], []
    for complaint in store.everything():
        if complaint.number in numbers or took_part(complaint, address):
            found.append(complaint)
        elif any(address in text.lower() and mentions(text, address) for text in _texts(complaint)):
            named.append(complaint.number)
    his = [c for c in found if complainant_at(c, address) is not None]
    shared = tuple(c for c in his if any(p.name or p.address for p in complainants(c) if p.address != address))
    return Person(
        address,
        tuple(c for c in his if c not in shared),
        shared,
        tuple(c for c in found if c not in his),
        loose := tuple(s for s in store.sightings() if s.number is None and _tells(store.mail(s.sha256), address)),
        _aside(store, address, {seen.sha256 for seen in loose}),
        tuple(letter for letter in store.letters() if letter.to.lower() == address),
        tuple(letter for letter in store.letters() if letter.to.lower() != address and _tells_of(letter, address)),
        tuple(key for key in store.state.refused if key.lower().rpartition(" ")[2] == address),
        tuple(named),
    )


def _aside(store: Store, address: str, loose: set[str]) -> tuple[SetAside, ...]:
    """Return the rows of what was set aside that tell of the person: his own, and those of mail that names him."""
    rows = ((row, f"{row.sender} {row.name} {row.subject} {row.opening}") for row in store.state.set_aside)
    return tuple(row for row, text in rows if row.sha256 in loose or mentions(text, address))


def _texts(complaint: Complaint) -> Iterator[str]:
    """Yield what people wrote in a complaint."""
    yield from (complaint.subject, complaint.text, complaint.outcome or "", complaint.proposal or "")
    for message in complaint.messages:
        yield from (message.subject, message.text, message.to or "")
    yield from (entry.detail for entry in complaint.history)


def _tells_of(letter: Letter, address: str) -> bool:
    says = str(letter.request.data) if letter.request else ""
    return any(mentions(value, address) for value in (letter.subject, says))


def _tells(raw: bytes | None, address: str) -> bool:
    """Return whether a message is this person's, or has his address in it: reports, robots, colleagues."""
    return raw is not None and (mentions(words_in(raw), address) or head(raw).sender.address == address)


def why_not_forgotten(person: Person) -> list[str]:
    """Return why the person cannot be forgotten now, one sentence each; [] when nothing is in the way."""
    reasons = []
    for complaint in (*person.own, *person.beside):
        if complaint.is_open:
            reasons.append(f"{complaint.number} is still open.")
        elif complaint.keep_reason is not None:
            reasons.append(f"{complaint.number} is kept longer: {complaint.keep_reason}")
    unsent = (letter for letter in (*person.letters, *person.telling) if letter.state in {"held", "waiting"})
    waiting = sorted({letter.number or letter.kind for letter in unsent})
    return reasons + [f"A letter about {name} still waits in the outbox." for name in waiting]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What there was of a person, and why it was not forgotten ([]: it was).

    `gone` is False when the mail server could only mark its copies as deleted.
    """

    person: Person
    reasons: list[str]
    gone: bool = True


def forget_person(office: Office, address: str, *, again: bool = False) -> Forgotten:
    """Forget a person at once, unless something is in the way; `again` (after a restore) whatever is in the way.

    That he was forgotten is noted first, for a restore of an older backup. Again it is not: whoever wrote between the
    first time and now would be taken for forgotten when another backup is restored. Raises MailboxError or StoreError; nothing is
    half done then that doing it again does not finish.
    """
    with office.store.work():
        person = find(office.store, address)
        reasons, gone = [] if again else why_not_forgotten(person), True
        if person and not reasons:
            now, state = office.now(), office.store.state
            if not again:
                office.store.note_forgotten(person.address, now)
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
        his = tuple(m for m in complaint.messages if goes_with(m, person.address))
        traces.add_messages(replace(complaint, messages=his))
    _add_quotations(store, traces)
    return traces


def _add_quotations(store: Store, traces: Traces) -> None:
    """Follow what may quote the person: letters to members, and members' commands about the complaint of another.

    What a command did stays on record, unless it names him. A digest stays in the outbox without its bytes: who got it can still answer it.
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
