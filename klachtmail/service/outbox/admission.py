"""What a limit held back: admitted when there is room again; new complaints past the limit come as one list."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from klachtmail.domain.outgoing import requests
from klachtmail.domain.outgoing.letters import Acknowledgement, NewComplaint, RoutingList
from klachtmail.domain.outgoing.limits import ROUTING, one_person
from klachtmail.domain.records.letter import Button, Letter
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.parties import addressee, changed, complainant_at, key_of, party_called, thread_of
from klachtmail.letters.writer import LetterError
from klachtmail.service.work.desk import Desk, admitted
from klachtmail.service.work.office import Office

LIST_EVERY: Final = dt.timedelta(hours=1)


def admit(office: Office) -> None:
    """Render the held letters that may go now, and bundle the others. Raises StoreError and TemplateError."""
    held = [letter for letter in office.store.unsent() if letter.state == "held" and letter.request is not None]
    if not held:
        return
    desk = Desk(office, office.now())
    routed: dict[str, list[Letter]] = defaultdict(list)
    for letter in _together(desk, [*_followed(desk, held)]):
        if _is_overtaken(desk, letter):
            desk.work.drop_letter(letter)
        elif letter.member and letter.kind in ROUTING:
            routed[letter.to].append(letter)
        elif letter.request and not desk.allowance.why_held(letter.request):
            before = desk.work.complaint(letter.number) if letter.number else None
            write_held(office, desk, letter)
            _credit(desk, before, letter)
    for letters in routed.values():
        _bundle(office, desk, letters)
    desk.commit()


def _followed(desk: Desk, held: Sequence[Letter]) -> Iterator[Letter]:
    """Yield the held letters; an acknowledgement of what was merged meanwhile as that of where it goes on.

    Dropped with its complaint, one who complained would never be acknowledged.
    """
    waiting = {(letter.number, letter.party) for letter in held if letter.kind == "acknowledgement"}
    for letter in held:
        into = _where_it_goes_on(desk, letter) if letter.kind == "acknowledgement" and letter.member is None else None
        party = complainant_at(into, letter.to) if into is not None else None
        key = key_of(into, party) if into is not None and party is not None else None
        known = party is None or party.acknowledged_at is not None or party.withdrawn_at is not None
        if into is None or known or (into.number, key) in waiting or letter.request is None:
            yield letter
            continue
        request = replace(letter.request, number=into.number, party=key, thread=thread_of(into, key))
        moved = replace(letter, number=into.number, party=key, request=request)
        waiting.add((into.number, key))
        desk.work.put_letter(moved)
        yield moved


def _credit(desk: Desk, before: Complaint | None, letter: Letter) -> None:
    """Put down an acknowledgement to a co-complainant as his, and not as that of who complained first."""
    complaint = desk.work.complaint(letter.number) if letter.number else None
    if complaint is None or before is None or letter.kind != "acknowledgement" or letter.party is None:
        return
    own = changed(complaint, letter.party, lambda one: replace(one, acknowledged_at=one.acknowledged_at or desk.now))
    desk.work.put(replace(own, acknowledged_at=before.acknowledged_at))


def _where_it_goes_on(desk: Desk, letter: Letter) -> Complaint | None:
    """Return the complaint into which that of a letter was merged, or None when it was not."""
    begun = desk.work.complaint(letter.number) if letter.number else None
    into = begun
    while into is not None and into.merged_into is not None:
        into = desk.work.complaint(into.merged_into)
    return None if into is begun else into


def _together(desk: Desk, held: Sequence[Letter]) -> Iterator[Letter]:
    """Yield the held letters; the acknowledgements to one person that still matter as one, about the oldest."""
    seen: dict[tuple[str, str], list[Letter]] = defaultdict(list)
    for letter in held:
        if letter.kind == "acknowledgement" and letter.request and not _is_overtaken(desk, letter):
            seen[one_person(letter.to), letter.request.language].append(letter)
        else:
            yield letter
    for first, *others in seen.values():
        yield _joined(desk, first, others) if others else first


def _joined(desk: Desk, first: Letter, others: Sequence[Letter]) -> Letter:
    """Return a held acknowledgement as one for these others as well, which leave the outbox."""
    listed = (*first.listed, *(number for x in others for number in (x.number, *x.listed) if number))
    request = first.request
    if request is not None and isinstance(request.data, Acknowledgement):
        request = replace(request, listed=listed, data=replace(request.data, together=listed))
    letter = replace(first, listed=listed, request=request)
    for other in others:
        desk.work.drop_letter(other)
    desk.work.put_letter(letter)
    return letter


def _is_overtaken(desk: Desk, letter: Letter) -> bool:
    """Tell whether the complaint ended, or got another complainant, while the letter about its receipt was held."""
    complaint = desk.work.complaint(letter.number) if letter.number else None
    if complaint is not None and letter.member in complaint.about:
        return True  # it turned out to be about him
    if complaint is None or letter.kind not in {"acknowledgement", "closed", "satisfaction", *ROUTING}:
        return False
    if letter.kind == "satisfaction":
        return complaint.is_open
    if letter.kind == "closed":
        return complaint.is_open and not _has_left(complaint, letter)
    return not complaint.is_open or (letter.member is None and letter.to not in _addresses(complaint, letter))


def _has_left(complaint: Complaint, letter: Letter) -> bool:
    party = party_called(complaint, letter.party)
    return party is not None and party.withdrawn_at is not None


def _addresses(complaint: Complaint, letter: Letter) -> set[str | None]:
    """Return where the one whom a letter is for gets his mail, himself or through his representative."""
    party = party_called(complaint, letter.party)
    return {party.address, addressee(complaint, party).address} if party is not None else set()


def write_held(office: Office, desk: Desk, letter: Letter) -> None:
    """Render a held letter that may go now; one that cannot be written failed. Raises TemplateError."""
    if letter.request is None:
        return
    try:
        rendered = desk.render(letter.request, {}, {}, office.nonce())
    except LetterError as error:
        desk.work.put_letter(replace(letter, state="failed", reason=str(error)))
        return
    desk.keep(rendered)
    desk.admit(admitted(letter, rendered, desk.now), rendered)


def _bundle(office: Office, desk: Desk, held: list[Letter]) -> None:
    """Lay one list of new complaints in the outbox, at most one an hour."""
    member = office.firm.member(held[0].to)
    recent = any(
        x.kind == "routing_list" and x.to == held[0].to and desk.now - x.created_at < LIST_EVERY
        for x in desk.work.recent_letters(desk.now - LIST_EVERY)
    )
    if member is None or recent:
        return
    found = [c for x in held if x.number and (c := desk.work.complaint(x.number)) is not None]
    items = tuple(
        NewComplaint(
            number=c.number,
            name=c.complainant.name or c.complainant.address or "",
            subject=c.subject,
            due_on=c.due_on,
            excerpt=c.text[: requests.EXCERPT],
        )
        for c in found
    )
    listed = tuple(c.number for c in found)
    for letter in held:
        desk.work.drop_letter(letter)
    buttons = tuple(_group_buttons(held))
    desk.post([requests.to_member(RoutingList(items=items), member, None, listed=listed, buttons=buttons)])


def _group_buttons(held: list[Letter]) -> Iterator[Button]:
    """Yield a button for each group of complaints that are about the same as an earlier one."""
    groups: dict[str, list[str]] = defaultdict(list)
    for letter in held:
        if letter.request is not None and letter.request.bundle and letter.number:
            groups[letter.request.bundle].append(letter.number)
    for into, numbers in groups.items():
        line = f"{into} groep {' '.join(numbers)}"
        yield Button(label=f"Groep: samen met {into}", line=line, number=into)
