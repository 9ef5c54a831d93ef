"""What a limit held back: admitted when there is room again; new complaints past the limit come as one list."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from klachtmail.domain.outgoing import may_answer, requests
from klachtmail.domain.outgoing.buttons import give_buttons
from klachtmail.domain.outgoing.letters import Acknowledgement, NewComplaint, RoutingList
from klachtmail.domain.outgoing.limits import ROUTING, one_person
from klachtmail.domain.records.letter import Button, Letter
from klachtmail.domain.records.lifecycle import noted
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.numbers import numbers_in
from klachtmail.domain.records.parties import addressee, complainant_at, complainants, key_of, party_called, thread_of
from klachtmail.letters.writer import LetterError
from klachtmail.service.work.desk import Desk, admitted, standing
from klachtmail.service.work.office import Office

LIST_EVERY: Final = dt.timedelta(hours=1)


def admit(office: Office) -> None:
    """Render the held letters that may go now, and bundle the others. Raises StoreError and TemplateError."""
    held = [letter for letter in office.store.unsent() if letter.state == "held" and letter.request is not None]
    if not held:
        return
    desk = Desk(office, office.now())
    routed: dict[str, list[Letter]] = defaultdict(list)
    for letter, *others in _together(desk, [*_followed(desk, [_readdressed(office, desk, each) for each in held])]):
        if _is_overtaken(desk, letter):
            _drop(desk, letter)
        elif letter.member and letter.kind in ROUTING:
            routed[letter.to].append(letter)
        elif letter.request and not desk.allowance.why_held(letter.request):
            write_held(office, desk, _true_now(desk, _joined(desk, letter, others)))
    for letters in routed.values():
        _bundle(office, desk, letters)
    desk.commit()


def _drop(desk: Desk, letter: Letter) -> None:
    """Take a letter that is overtaken out of the outbox; `klacht` and `ongedaan` ask for it again when it turns out to be one."""
    desk.work.drop_letter(letter)
    complaint = desk.work.complaint(letter.number) if letter.number else None
    if complaint is not None and complaint.dismissal is not None and letter.kind == "acknowledgement":
        desk.work.put(noted(complaint, "noted", desk.now, "klachtmail", requests.LAPSED))


def _readdressed(office: Office, desk: Desk, letter: Letter) -> Letter:
    """Return a held acknowledgement to the address that its complainant turned out to have; any other as it is."""
    complaint = desk.work.complaint(letter.number) if letter.number else None
    if letter.kind != "acknowledgement" or letter.member is not None or letter.party is not None or complaint is None:
        return letter
    is_his = letter.to in _addresses(complaint, letter)
    is_over = complaint.acknowledged_at is not None or not complaint.is_open
    if is_his or is_over or may_answer.cannot_write(complaint, office.firm):
        return letter
    request = requests.acknowledgement(complaint)
    moved = replace(letter, to=request.to, request=request)
    desk.work.put_letter(moved)
    return moved


def _followed(desk: Desk, held: Sequence[Letter]) -> Iterator[Letter]:
    """Yield the held letters; an acknowledgement of what was merged meanwhile as that of where it goes on.

    Dropped with its complaint, one who complained would never be acknowledged. One that is overtaken keeps nobody's from going.
    """
    ours = [letter for letter in held if letter.kind == "acknowledgement" and letter.member is None]
    waiting = {(letter.number, letter.party) for letter in ours if not _is_overtaken(desk, letter)}
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


def _where_it_goes_on(desk: Desk, letter: Letter) -> Complaint | None:
    """Return the complaint into which that of a letter was merged, or None when it was not."""
    into = standing(desk.work, letter.number) if letter.number else None
    return into if into is not None and into.number != letter.number else None


def _together(desk: Desk, held: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Yield the held letters; the acknowledgements to one person that still matter beside each other, the oldest first.

    They become one only when it goes: until then each is dropped, or follows its complaint, for itself.
    """
    seen: dict[tuple[str, str], list[Letter]] = defaultdict(list)
    for letter in held:
        if letter.kind == "acknowledgement" and letter.request and not _is_overtaken(desk, letter):
            seen[one_person(letter.to), letter.request.language].append(letter)
        else:
            yield [letter]
    yield from seen.values()


def _joined(desk: Desk, first: Letter, others: Sequence[Letter]) -> Letter:
    """Return a held acknowledgement as one for these others as well, which leave the outbox.

    Each is named by the number that its reader knows, also when it went on in that of somebody else.
    """
    if not others:
        return first
    own = {first.party or first.number}
    named = (number for x in others for number in (x.party or x.number, *x.listed))
    listed = tuple(dict.fromkeys(number for number in (*first.listed, *named) if number and number not in own))
    request = first.request
    if request is not None and isinstance(request.data, Acknowledgement):
        request = replace(request, listed=listed, data=replace(request.data, together=listed))
    for other in others:
        desk.work.drop_letter(other)
    return replace(first, listed=listed, request=request)


def _true_now(desk: Desk, letter: Letter) -> Letter:
    """Return a held acknowledgement that names as open what is open now, and not what was when it was asked for."""
    request = letter.request
    if request is None or not isinstance(request.data, Acknowledgement):
        return letter
    still = tuple(n for n in request.data.open if (found := standing(desk.work, n)) is not None and found.is_open)
    return replace(letter, request=replace(request, data=replace(request.data, open=still)))


def _is_overtaken(desk: Desk, letter: Letter) -> bool:
    """Return whether the complaint ended, or got another complainant, while the letter about its receipt was held."""
    complaint = desk.work.complaint(letter.number) if letter.number else None
    if complaint is not None and letter.member in complaint.about:
        return True  # it turned out to be about the reader
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
    """Return where the one whom a letter is for gets mail, in person or through a representative."""
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
            given=() if member.role == "partner" else give_buttons(member, c, office.firm),
        )
        for c in found
    )
    listed = tuple(c.number for c in found)
    for letter in held:
        desk.work.drop_letter(letter)
    buttons = tuple(_group_buttons(desk, held))
    desk.post([requests.to_member(RoutingList(items=items), member, None, listed=listed, buttons=buttons)])


def _group_buttons(desk: Desk, held: list[Letter]) -> Iterator[Button]:
    """Yield a button for each group about one thing: with all that are open still, also those that an earlier list had."""
    groups: dict[str, dict[str, None]] = defaultdict(dict)
    for letter in held:
        request = letter.request
        if request is None or not request.bundle or not letter.number:
            continue
        named = numbers_in(" ".join(button.line for button in request.buttons if "groep" in button.line))
        groups[request.bundle].update(dict.fromkeys((*named, letter.number)))
    for into, numbers in groups.items():
        target = standing(desk.work, into)
        found = [c for n in numbers if n != into and (c := desk.work.complaint(n)) is not None and c.is_open]
        joined = [c.number for c in found if target is not None and c.number != target.number]
        if target is not None and joined:
            label = f"Groep: alle {len(joined) + len(complainants(target))} samen"
            yield Button(label=label, line=f"{target.number} groep {' '.join(joined)}", number=target.number)
