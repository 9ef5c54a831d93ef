"""Complaints about one thing are dealt with together: whoever complained becomes a co-complainant and hears the outcome too."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from klachtmail.domain.commands.command import Command, Verb
from klachtmail.domain.commands.table import BY_VERB
from klachtmail.domain.conduct.rights import may_read, why_not
from klachtmail.domain.conduct.scene import Effect, OnComplaint, Scene, refused, step
from klachtmail.domain.outgoing import letters, requests
from klachtmail.domain.records.letter import Button, LetterRequest
from klachtmail.domain.records.lifecycle import resumed
from klachtmail.domain.records.model import Complaint, Message, Party, Promise
from klachtmail.domain.records.numbers import numbers_in
from klachtmail.domain.records.parties import (
    changed,
    complainant_at,
    complainants,
    going_on,
    key_of,
    untold,
    with_next_day,
)
from klachtmail.domain.records.steps import complainant_name

_MOST = 100  # complaints that are joined in one go
_NUMBER = re.compile(r"(?P<full>[KM]\d{4}-\d{1,9})|(?P<to>T/M|TOT EN MET|-)|#?(?P<counter>\d{1,4})", re.IGNORECASE)


def merge(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'samenvoegen K2026-0003': this one goes into that one; another complainant: asks first."""
    target = _complaint_called(scene, complaint, command.target or "")
    if target is None:
        return refused(f"Ik ken geen klacht {command.target or ''}.".replace(" .", "."))
    if why := _why_not_into(complaint, target):
        return refused(why)
    if not _is_same_person(complaint.complainant, target.complainant) and command.choice is None:
        return refused(
            f"Deze klachten hebben verschillende klagers: {complainant_name(complaint)} wordt mede-klager in "
            f"{target.number} en krijgt elke brief apart. Weet je het zeker? Stuur “samenvoegen {target.number} zeker”.",
            Button(
                label="Ja, voeg samen", line=f"samenvoegen {target.number} zeker", number=complaint.number, main=True
            ),
        )
    effect = _joined(scene, target, complaint)
    absorbed, merged = effect.complaints
    text = f"{complaint.number} gaat verder in {target.number}."
    if _is_same_person(complaint.complainant, target.complainant) and complaint.number in {
        p.number for p in untold(absorbed)
    }:
        text = (
            f"{text} De uitkomst van {target.number} was al gemeld; op die van {complaint.number} wacht de klager nog."
        )
    return Effect(ok=True, text=text, complaints=(merged, absorbed), letters=effect.letters)


def group(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'groep 21 t/m 31': those join this one. Asks once, with the list and a button."""
    sources: list[Complaint] = []
    for written in dict.fromkeys(_expanded(complaint, command.target or "")):
        source = _complaint_called(scene, complaint, written)
        if source is None:
            return refused(f"Ik ken geen klacht {written}.")
        if complaint.number in {source.number, source.merged_into}:  # an older mail lists what is in it already
            continue
        if why := why_not(scene, source, command, BY_VERB[command.verb]) or _why_not_into(source, complaint):
            return refused(f"{source.number} kan niet mee: {why}")
        sources.append(source)
    if not sources:
        return refused(
            "Welke klachten horen hierbij? Stuur bijvoorbeeld “groep K2026-0021 K2026-0024” of “groep 21 t/m 24”."
        )
    if command.choice is None:
        return _asked(complaint, sources)
    return _all_joined(scene, complaint, sources)


def _asked(complaint: Complaint, sources: Sequence[Complaint]) -> Effect:
    rows = "; ".join(f"{c.number} {complainant_name(c)}" for c in sources)
    line = f"groep {' '.join(c.number for c in sources)} zeker"
    text = (
        f"Deze gaan dan samen verder in {complaint.number}: {rows}. Iedere klager krijgt elke brief apart en ziet "
        f"niets van de anderen. Weet je het zeker? Stuur “{line}”."
    )
    return refused(text, Button(label="Ja, samen behandelen", line=line, number=complaint.number, main=True))


def _all_joined(scene: Scene, complaint: Complaint, sources: Sequence[Complaint]) -> Effect:
    target, merged, letters = complaint, list[Complaint](), list[LetterRequest]()
    for source in sources:
        effect = _joined(scene, target, source)
        target, gone = effect.complaints
        merged.append(gone)
        letters += effect.letters
    count = len(complainants(target))
    who = "één klager" if count == 1 else f"{count} klagers"
    text = f"{', '.join(c.number for c in sources)}: verder in {complaint.number}, met {who}."
    return Effect(ok=True, text=text, complaints=(target, *merged), letters=tuple(letters))


def _expanded(complaint: Complaint, written: str) -> Iterator[str]:
    """Yield the numbers of '21 t/m 24', 'K2026-0021 K2026-0024' or '21, 22 en 24', in full."""
    last, is_range = 0, False
    for found in _NUMBER.finditer(written):
        if found["to"]:
            is_range = True
            continue
        number = numbers_in(found["full"])[0] if found["full"] else f"{complaint.number[:6]}{int(found['counter']):04d}"
        counter = int(number[6:])
        if is_range and last < counter <= last + _MOST:
            yield from (f"{number[:6]}{between:04d}" for between in range(last + 1, counter))
        yield number
        last, is_range = counter, False


def _complaint_called(scene: Scene, complaint: Complaint, written: str) -> Complaint | None:
    wanted = written.upper()
    if wanted.isdecimal():
        wanted = f"{complaint.number[:6]}{int(wanted):04d}"
    found = scene.records.complaint(wanted)
    return found if found is not None and may_read(scene, found) else None


def _why_not_into(source: Complaint, target: Complaint) -> str:
    if target.number == source.number:
        return "Een klacht kan niet met zichzelf worden samengevoegd."
    for one in (source, target):
        if one.merged_into is not None or not one.is_open:
            return f"{one.number} is niet meer open."
    return ""


def _is_same_person(one: Party, other: Party) -> bool:
    if one.address and other.address:
        return one.address == other.address
    return bool(one.name) and one.name.casefold() == other.name.casefold()


def _joined(scene: Scene, target: Complaint, source: Complaint) -> Effect:
    """Return the complaint that took the other one in, the other one, and whom to tell."""
    effect = step(
        scene,
        replace(source, merged_into=target.number, closed_at=scene.now, waiting_since=None, draft=None),
        "merged",
        "",
        target.number,
    )
    absorbed = _absorbed(scene, target, source)
    had_it = tuple(m for m in (scene.firm.member(source.handler),) if m and m.address.lower() not in absorbed.about)
    told = dict.fromkeys(m.address for m in (*requests.responsible(absorbed, scene.firm), *had_it) if m != scene.actor)
    data = letters.Merged(into=target.number, by=scene.actor.name)
    news = tuple(requests.to_member(data, m, source) for m in scene.firm.members if m.address in told)
    return Effect(ok=True, text="", complaints=(absorbed, *effect.complaints), letters=news)


def _absorbed(scene: Scene, target: Complaint, source: Complaint) -> Complaint:
    """Return the complaint that takes the other one in: its messages, people, findings and promises, the earlier dates.

    Who complained keeps the day that was promised; the complaint as a whole is due on the first of those days.
    """
    target = _completed(target, source)
    newcomers = tuple(_newcomers(target, source))
    numbers = {party.number for party in newcomers}
    same = _is_same_person(source.complainant, target.complainant) and source.number not in numbers
    known = {target.complainant.address, *(p.address for p in (*target.parties, *newcomers))}
    extra = tuple(a for a in (source.complainant.address, *source.others) if a and a not in known)
    about = tuple(dict.fromkeys((*target.about, *source.about)))
    named = tuple(dict.fromkeys(one for one in (*target.named, *source.named) if one not in about))
    handler = next((h for h in (target.handler, source.handler) if h is not None and h not in about), None)
    due_on = min(target.due_on, source.due_on)
    promised = None if same or due_on == target.due_on else target.complainant.due_on or target.due_on
    taken = replace(
        _with_findings(target, source),
        complainant=replace(target.complainant, due_on=promised or target.complainant.due_on),
        parties=(*target.parties, *newcomers),
        others=tuple(dict.fromkeys((*(a for a in target.others if a not in known), *extra))),
        about=about,
        named=named,
        cleared=tuple(one for one in target.cleared if one not in named),  # for what the member was named until now
        hearings=(*target.hearings, *source.hearings),
        statutory=(*target.statutory, *source.statutory),
        due_on=due_on,
        messages=(*target.messages, *_messages_of(source)),
        measures=(*target.measures, *source.measures),
        promises=(*target.promises, *(_promised_to(p, source, same=same) for p in source.promises)),
        serious=target.serious or source.serious,
        handler=handler,
    )
    after = step(scene, taken, "absorbed", "", source.number).complaints[0]
    if after.draft is not None:  # more people will get it than whoever read it knew
        after = replace(after, versions=after.versions + 1)
    after = with_next_day(after)
    return replace(after, status=resumed(after), assigned_at=after.assigned_at or source.assigned_at)


def _with_findings(target: Complaint, source: Complaint) -> Complaint:
    """Return the complaint with what was found in the other one, where it knew nothing itself."""
    return replace(
        target,
        requested_remedy=target.requested_remedy or source.requested_remedy,
        cause=target.cause or source.cause,
        elsewhere=source.elsewhere if target.elsewhere is None else target.elsewhere,
        structural=source.structural if target.structural is None else target.structural,
        judgement=target.judgement or source.judgement,
        outcome=target.outcome or source.outcome,
        proposal=target.proposal or source.proposal,
        decision=target.decision or source.decision,
        appeal=target.appeal or source.appeal,
        classification=target.classification or source.classification,
        keep_reason=target.keep_reason or source.keep_reason,
    )


def _completed(target: Complaint, source: Complaint) -> Complaint:
    """Return the complaint that knows of the same people what the other one knew: where they are reached, who waits."""
    for party in complainants(source) if source.confirmed else ():
        found = _same_in(target, party)
        if found is not None and not _waits_for_his_own(party, found):
            target = changed(target, key_of(target, found), partial(_filled_in, known=party))
    return target


def _filled_in(party: Party, known: Party) -> Party:
    return replace(
        party,
        name=party.name or known.name,
        address=party.address or known.address,
        phone=party.phone or known.phone,
        postal=party.postal or known.postal,
        organisation=party.organisation or known.organisation,
        reply_to=party.reply_to or known.reply_to,
        due_on=min(filter(None, (party.due_on, known.due_on)), default=None),
        acknowledged_at=_earliest(party.acknowledged_at, known.acknowledged_at),
        contacted_at=_earliest(party.contacted_at, known.contacted_at),
        waiting_since=_earliest(party.waiting_since, known.waiting_since),
    )


def _same_in(target: Complaint, party: Party) -> Party | None:
    """Return who this is in the other complaint, among those who still take part: who withdrew comes back as somebody new."""
    return next((one for one in going_on(target) if _is_same_person(party, one)), None)


def _waits_for_his_own(party: Party, known: Party) -> bool:
    """Return whether the outcome there came before the second complaint: of this one nothing was heard yet."""
    return known.told_at is not None and party.told_at is None and party.withdrawn_at is None


def _newcomers(target: Complaint, source: Complaint) -> Iterator[Party]:
    """Yield who takes part from now on. A guess of who complained is nobody's co-complainant, and heard nothing from us."""
    keys: dict[str | None, str | None] = {}
    for party in complainants(source) if source.confirmed else ():
        found = _same_in(target, party)
        joins = found is None or _waits_for_his_own(party, found)
        keys[party.number] = party.number if found is None or joins else key_of(target, found)
        if joins:
            yield replace(party, role="co_complainant")
    for party in source.parties:
        if party.role == "representative":
            yield from _representing(target, party, keys, party.stands_for or source.number)
        elif party.role == "third_party" and complainant_at(target, party.address) is None:
            yield party


def _representing(
    target: Complaint, party: Party, keys: Mapping[str | None, str | None], whose: str
) -> Iterator[Party]:
    """Yield a representative, for the same complainant as before; who stands for somebody already in the complaint stays that."""
    if whose not in keys:
        yield replace(party, role="third_party", stands_for=None)
    elif not any(p.role == "representative" and p.stands_for == keys[whose] for p in target.parties):
        yield replace(party, stands_for=keys[whose])


def _promised_to(promise: Promise, source: Complaint, *, same: bool) -> Promise:
    return promise if same else replace(promise, to=promise.to or source.number)


def _messages_of(complaint: Complaint) -> tuple[Message, ...]:
    """Return its messages; the text of its first one, kept beside it, goes along."""
    first = complaint.original
    return tuple(replace(m, text=m.text or complaint.text) if m is first else m for m in complaint.messages)


def _earliest(*moments: dt.datetime | None) -> dt.datetime | None:
    return min((at for at in moments if at is not None), default=None)


ON_COMPLAINT: Final[Mapping[Verb, OnComplaint]] = {"merge": merge, "group": group}
