"""Is the register whole? The invariants that must hold on any data folder, whatever died in the middle of what."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Complaint, Message
from klachtmail.domain.records.numbers import number_of
from klachtmail.domain.records.outcome import POLL_KINDS
from klachtmail.store.port import Store
from klachtmail.store.seal import broken, broken_lists
from klachtmail.store.tally import missing

_IN_A_DOSSIER = frozenset({"new", "follow_up", "third_party", "correspondence"})
_SEALED_LISTS = {
    "seal": "what was set aside, absences or meetings",
    "papers_seal": "who asked for papers, general measures or decisions of the review",
}
_FEW = 5  # numbers in one sentence
_UNFINISHED = frozenset({"waiting", "held", "failed"})


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it must be: where (a number, a key, a hash or a file) and what, in one sentence."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where} {self.what}"


def verify(store: Store, tell: Callable[[int, int | None], None] = lambda _done, _total: None) -> list[Problem]:
    """Return everything that is wrong, [] when all is well. It reads the whole archive and every kept message.

    `tell` hears how many of the checks are done.
    """
    found = [Problem("archive", trouble) for trouble in store.damage()]
    if found:
        return found
    for done, check in enumerate(_CHECKS, 1):
        found += check(store)
        tell(done, len(_CHECKS))
    return found


def _numbers_have_no_gap(store: Store) -> Iterator[Problem]:
    """Numbers are given out in order and never again; one that a restore had to skip is void."""
    given: dict[str, Counter[int]] = defaultdict(Counter)
    for complaint in store.everything():
        given[complaint.number[:5]][int(complaint.number[6:])] += 1
    void = set(store.state.void)
    for series in sorted({*given, *store.state.counters}):
        highest = store.state.counters.get(series, 0)
        for counter in sorted({*range(1, highest + 1), *given[series]}):
            number = number_of(series[0], int(series[1:]), counter)
            if counter > highest:
                yield Problem(number, "is above the highest number that was given out")
            if given[series][counter] == 0 and number not in void:
                yield Problem(number, "was given out and is nowhere; a restore would have marked it void")
            if given[series][counter] + (number in void) > 1:
                yield Problem(number, "is used more than once")


def _every_sighting_is_one_thing(store: Store) -> Iterator[Problem]:
    keys: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for seen in store.sightings():
        keys[seen.key] += 1
        places.update(set(seen.places))
        if seen.kind not in POLL_KINDS:
            yield Problem(seen.key, f"was seen as {seen.kind!r}, which is not a kind of message")
        yield from _dossier_has(store, seen.key, seen.kind, seen.number, seen.sha256)
    yield from (Problem(key, "was dealt with more than once") for key, count in keys.items() if count > 1)
    yield from (Problem(place, "stands for more than one message") for place, count in places.items() if count > 1)


def _dossier_has(store: Store, key: str, kind: str, number: str | None, sha256: str) -> Iterator[Problem]:
    if number is None:
        if kind in _IN_A_DOSSIER and store.condition(sha256) != "erased":  # forgotten: the link went too
            yield Problem(key, f"was seen as {kind} and names no complaint")
        return
    complaint = store.complaint(number)
    if complaint is None:
        yield Problem(key, f"belongs to {number}, which does not exist")
    elif kind in _IN_A_DOSSIER and not _carries(store, complaint, sha256):
        yield Problem(number, f"does not have the message {sha256} that was dealt with as its {kind}")


def _carries(store: Store, complaint: Complaint, sha256: str) -> bool:
    """Return whether the message is in this dossier, or in the one that it was merged into."""
    merged = store.complaint(complaint.merged_into) if complaint.merged_into else None
    return any(message.sha256 == sha256 for one in (complaint, merged) if one for message in one.messages)


def _letters_are_accounted_for(store: Store) -> Iterator[Problem]:
    for letter in store.letters():
        if letter.state == "sent" and letter.sent_at is None:
            yield Problem(letter.id, "is sent, at no time")
        if letter.state in _UNFINISHED and letter.sha256 is None and letter.request is None:
            yield Problem(letter.id, f"is {letter.state} and has neither bytes nor a request")
        yield from _bytes_are_of(store, letter)
        complaint = store.complaint(letter.number) if letter.number is not None else None
        if letter.number is not None and complaint is None:
            yield Problem(letter.id, f"is about {letter.number}, which does not exist")
        if complaint is not None:
            yield from _dossier_tells_of(store, complaint, letter)


def _bytes_are_of(store: Store, letter: Letter) -> Iterator[Problem]:
    content = store.rendered(letter.sha256) if letter.sha256 else None
    if letter.sha256 is not None and letter.message_id is None:
        yield Problem(letter.id, "is rendered without a Message-ID")
    if letter.message_id and not _has_its_name(content, letter.message_id):
        yield Problem(letter.id, f"is not the letter with the Message-ID {letter.message_id}")
    if not _is_to(content, letter.to):
        yield Problem(letter.id, f"is not addressed to {letter.to}")


def _dossier_tells_of(store: Store, complaint: Complaint, letter: Letter) -> Iterator[Problem]:
    if _is_another(complaint, letter):
        yield Problem(letter.id, f"has other bytes than the letter in {complaint.number} with its Message-ID")
    if _was_for_a_client(letter) and not _tells_of_it(store, complaint, letter):
        yield Problem(complaint.number, f"does not have the letter {letter.message_id} that went to {letter.to}")
    if letter.state == "failed" and not any(map(_tells_of_a_failure, _with_where_it_went(store, complaint))):
        yield Problem(letter.id, f"has failed, and nothing in {complaint.number} says so")


def _has_its_name(content: bytes | None, message_id: str) -> bool:
    """Return whether a letter carries this msg-id in its header; what is missing or damaged is told elsewhere."""
    return content is None or f"<{message_id}>".encode() in content.partition(b"\r\n\r\n")[0]


def _is_to(content: bytes | None, address: str) -> bool:
    """Return whether a letter is addressed to this person in its header; what is missing or damaged is told elsewhere.

    An address in other letters than ASCII stands there in another form (IDNA) and is not compared.
    """
    if content is None or not address.isascii():
        return True
    head = content.partition(b"\r\n\r\n")[0].decode("utf-8", "replace").replace("\r\n ", " ")
    to = [line for line in head.split("\r\n") if line.startswith("To:")]
    return not to or address.lower() in to[0].lower()


def _was_for_a_client(letter: Letter) -> bool:
    return letter.state == "sent" and letter.member is None


def _tells_of_it(store: Store, complaint: Complaint, letter: Letter) -> bool:
    """Return whether this letter is in the dossier, or in the one that it was merged into; an erased one has none."""
    both = _with_where_it_went(store, complaint)
    return any(one.erased_at for one in both) or any(
        message.message_id == letter.message_id for one in both for message in one.messages
    )


def _with_where_it_went(store: Store, complaint: Complaint) -> list[Complaint]:
    merged = store.complaint(complaint.merged_into) if complaint.merged_into else None
    return [one for one in (complaint, merged) if one]


def _is_another(complaint: Complaint, letter: Letter) -> bool:
    """Return whether the dossier has this letter with other bytes: they never change."""
    return any(
        message.message_id == letter.message_id and message.sha256 != letter.sha256
        for message in complaint.messages
        if message.message_id and message.sha256
    )


def _tells_of_a_failure(complaint: Complaint) -> bool:
    told = {"undelivered", "bounced"}
    return complaint.erased_at is not None or any(entry.event in told for entry in complaint.history)


def _what_is_referred_to_exists(store: Store) -> Iterator[Problem]:
    references: dict[str, str] = {}
    erased: set[str] = set()
    for complaint in store.everything():
        (erased if complaint.erased_at else references).update(dict.fromkeys(_hashes(complaint), complaint.number))
    references.update((seen.sha256, seen.key) for seen in store.sightings())
    references.update((letter.sha256, letter.id) for letter in store.letters() if letter.sha256)
    for sha256, name in references.items():
        condition = store.condition(sha256)
        if condition == "damaged" or (condition == "missing" and sha256 not in erased):
            yield Problem(name, f"refers to {sha256}, which is {condition}")


def _letters_went_to_whom_it_says(store: Store) -> Iterator[Problem]:
    """To whom a letter of ours went, as a dossier says it, is what stands in the letter."""
    for complaint in store.everything():
        for message in complaint.messages:
            is_ours = message.direction == "out" and message.sender == "klachtmail"
            if is_ours and message.to and not _is_to(store.rendered(message.sha256), message.to):
                yield Problem(complaint.number, f"says that the letter {message.message_id} went to {message.to}")


def _hashes(complaint: Complaint) -> Iterator[str]:
    return (message.sha256 for message in complaint.messages)


def _history_is_as_sealed(store: Store) -> Iterator[Problem]:
    for complaint in store.everything():
        trouble = broken(complaint)
        if trouble is not None:
            yield Problem(complaint.number, trouble)


def _lists_are_as_sealed(store: Store) -> Iterator[Problem]:
    for seal in broken_lists(store.state):
        yield Problem("register", f"has another list of {_SEALED_LISTS[seal]} than was sealed")


def _nothing_was_taken_out(store: Store) -> Iterator[Problem]:
    """What was counted at each commit is there: letters by their serial numbers, messages, entries of histories."""
    state = store.state.tally
    entries = sum(len(complaint.history) for complaint in store.current())
    if entries != state.entries:
        yield Problem("history", f"has {entries} entries in the register, where {state.entries} were written")
    seen = store.sightings_here()
    if seen != state.seen:
        yield Problem("messages", f"are {seen} in the register, where {state.seen} were dealt with")
    yield from _letters_have_their_numbers(store)


def _letters_have_their_numbers(store: Store) -> Iterator[Problem]:
    there: dict[int, Letter] = {}
    for letter in store.letters():
        if not 0 < letter.serial <= store.state.tally.laid:
            yield Problem(letter.id, "was never laid in the outbox")
        elif letter.serial in there:
            yield Problem(letter.id, f"is in the place of {there[letter.serial].id}")
        there[letter.serial] = letter
    for serial in missing(store.state.tally, there.keys()):
        yield Problem(f"letter {serial}", f"was laid in the outbox and is gone{_between(store, serial, there)}")


def _between(store: Store, serial: int, there: Mapping[int, Letter]) -> str:
    """Say when a letter was made, by the letters beside it, and to which complaint that are about it may belong."""
    earlier = max((n for n in there if n < serial), default=None)
    later = min((n for n in there if n > serial), default=None)
    since = there[earlier].created_at if earlier else None
    until = there[later].created_at if later else None
    numbers = sorted(
        complaint.number
        for complaint in store.everything()
        if any(_is_lost(store, message, since, until) for message in complaint.messages)
    )
    when = [f"since {since.isoformat()}"] if since else []
    when += [f"until {until.isoformat()}"] if until else []
    when += [f"perhaps of {', '.join(numbers[:_FEW])}"] if numbers else []
    return f" ({', '.join(when)})" if when else ""


def _is_lost(store: Store, message: Message, since: dt.datetime | None, until: dt.datetime | None) -> bool:
    """Return whether a dossier has this letter of ours, of that time, and the outbox does not."""
    ours = message.direction == "out" and message.sender == "klachtmail" and message.message_id is not None
    return (
        ours
        and (since is None or message.at >= since)
        and (until is None or message.at <= until)
        and store.letter(message.message_id or "") is None
    )


_CHECKS: tuple[Callable[[Store], Iterator[Problem]], ...] = (
    _numbers_have_no_gap,
    _every_sighting_is_one_thing,
    _letters_are_accounted_for,
    _letters_went_to_whom_it_says,
    _what_is_referred_to_exists,
    _history_is_as_sealed,
    _lists_are_as_sealed,
    _nothing_was_taken_out,
)
