"""A member's lines -> what they did. One line that fails changes nothing; what was right is done."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from klachtmail.domain.commands.command import Command, Line, Remark, Unclear, Verb
from klachtmail.domain.commands.table import BY_VERB
from klachtmail.domain.conduct import (
    asking,
    closing,
    drafting,
    ending,
    fairness,
    firmwide,
    inquiry,
    joining,
    meetings,
    outcome_told,
    papers,
    people,
    personal_data,
    promises,
    rights,
    split_off,
    statutory,
    unclear,
)
from klachtmail.domain.conduct.scene import Effect, InGeneral, OnComplaint, Scene, refused, step
from klachtmail.domain.record import of_json, to_json
from klachtmail.domain.records.letter import Button, LetterRequest
from klachtmail.domain.records.lifecycle import noted
from klachtmail.domain.records.model import Complaint, Undo
from klachtmail.domain.records.numbers import numbers_in
from klachtmail.domain.records.workspace import Workspace

ON_COMPLAINT: Final[Mapping[Verb, OnComplaint]] = {
    **split_off.ON_COMPLAINT,
    **asking.ON_COMPLAINT,
    **closing.ON_COMPLAINT,
    **drafting.ON_COMPLAINT,
    **ending.ON_COMPLAINT,
    **fairness.ON_COMPLAINT,
    **inquiry.ON_COMPLAINT,
    **joining.ON_COMPLAINT,
    **papers.ON_COMPLAINT,
    **people.ON_COMPLAINT,
    **promises.ON_COMPLAINT,
    **statutory.ON_COMPLAINT,
    **outcome_told.ON_COMPLAINT,
}
IN_GENERAL: Final[Mapping[Verb, InGeneral]] = {
    **asking.IN_GENERAL,
    **firmwide.IN_GENERAL,
    **meetings.IN_GENERAL,
    **papers.IN_GENERAL,
    **personal_data.IN_GENERAL,
}

_MANY_UNKNOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the transcript; a note is free text that was only kept."""

    line: str
    ok: bool
    text: str
    number: str | None = None
    is_note: bool = False


@dataclass(slots=True)
class Performed:
    """All that the lines did together. Letters of one kind to one person about one complaint are one letter."""

    results: list[Result] = field(default_factory=list)
    letters: dict[tuple[str | None, ...], LetterRequest] = field(default_factory=dict)
    buttons: list[Button] = field(default_factory=list)
    help_wanted: bool = False

    def lay(self, letters: Iterable[LetterRequest]) -> None:
        """Add letters; one of the same kind to the same person about the same party of a complaint is replaced."""
        for letter in letters:
            self.letters[letter.kind, letter.to, letter.number, letter.party] = letter


def perform(scene: Scene, desk: Workspace, lines: Sequence[Line]) -> Performed:
    """Carry out the lines one after the other on the desk, each seeing what the one before it changed."""
    done = Performed()
    here = replace(scene, records=desk)
    before = _version(here)
    unknown = 0
    for line in _paragraphs(lines):
        number, effect = _one(here, desk, line)
        is_remark = isinstance(line, Remark)
        text = line.text if isinstance(line, Remark) else shown(line)
        done.results.append(Result(text.strip()[:300], effect.ok, effect.text, number, is_remark and effect.ok))
        done.lay(effect.letters)
        done.buttons += effect.buttons
        unknown = 0 if isinstance(line, Command) else unknown + text.count("\n") + 1
        done.help_wanted = done.help_wanted or unknown >= _MANY_UNKNOWN
    _show_drafts(here, done, edited=scene.scope == "draft" and _version(here) != before)
    return done


def shown(line: Command | Unclear) -> str:
    """Return a line as others may read it again: one that names a person only by what it asks."""
    if line.verb is not None and BY_VERB[line.verb].private:
        return f"{BY_VERB[line.verb].hint.strip(' :')} …"
    return line.line


def _version(scene: Scene) -> int:
    complaint = scene.records.complaint(scene.number) if scene.number else None
    return complaint.versions if complaint is not None else 0


def _show_drafts(scene: Scene, done: Performed, *, edited: bool) -> None:
    """Replace the drafts among the letters by what stands there now; an edit in answer to a draft shows it again too."""
    shown = [key for key in done.letters if key[0] == "draft" and key[1] == scene.by]  # not a second reader's
    numbers = dict.fromkeys(done.letters.pop(key).number for key in shown)
    if edited and scene.number:
        numbers[scene.number] = None
    done.lay(drafting.as_they_are_now(scene, filter(None, numbers)))


def _paragraphs(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, with free text over several lines as the one note that it is."""
    waiting: Remark | None = None
    for line in lines:
        if isinstance(line, Remark) and waiting is not None and line.number == waiting.number:
            waiting = replace(waiting, text=f"{waiting.text}\n{line.text}")
            continue
        if waiting is not None:
            yield waiting
        waiting = line if isinstance(line, Remark) else None
        if waiting is None:
            yield line
    if waiting is not None:
        yield waiting


def _one(scene: Scene, desk: Workspace, line: Line) -> tuple[str | None, Effect]:
    if isinstance(line, Command) and line.verb in IN_GENERAL:
        effect = _general(scene, line)
        _apply(desk, effect)
        return None, effect
    if isinstance(line, Command) and line.verb == "complaint" and line.target:
        effect = _from_aside(scene, line)
        _apply(desk, effect)
        return None, effect
    complaint = _which(scene, line)
    if isinstance(complaint, Effect):
        return None, complaint
    party = _party_named(line, complaint) or _party_answered(scene, complaint)
    if scene.scope == "draft" and complaint.number != scene.number:  # it showed a draft of another complaint
        scene = replace(scene, scope="complaint")
    effect = _about(replace(scene, party=party) if party else scene, complaint, line)
    _apply(desk, effect)
    return complaint.number, effect


def _party_named(line: Line, complaint: Complaint) -> str | None:
    """Return the number that stands before a line, when it is that of one of several complainants."""
    written = numbers_in(line.number or "")
    return written[0] if written and (complaint.parties or written[0] != complaint.number) else None


def _party_answered(scene: Scene, complaint: Complaint) -> str | None:
    """Return whose complaint the answered mail brought, when that goes on in this one."""
    is_his = scene.number != complaint.number and scene.party is None
    return scene.number if is_his and scene.number in {p.number for p in complaint.parties} else None


def _apply(desk: Workspace, effect: Effect) -> None:
    for complaint in effect.complaints:  # also of a refusal: it stands in the history
        desk.put(complaint)
    if effect.ok and effect.state is not None:
        desk.put_state(effect.state)


def _general(scene: Scene, command: Command) -> Effect:
    if (why := rights.why_not_in_general(scene, BY_VERB[command.verb])) is not None:
        return refused(why)
    return IN_GENERAL[command.verb](scene, command)


def _from_aside(scene: Scene, command: Command) -> Effect:
    entry = next((x for x in scene.state.set_aside if x.id == (command.target or "").lower()), None)
    if (why := rights.why_not_set_aside(scene, entry)) is not None or entry is None:
        return refused(why or "")
    return ending.set_aside_complaint(scene, entry)


_OF_ONE: Final = frozenset({"told", "withdrawn"})  # of several complainants it is about one


def _which(scene: Scene, line: Line) -> Complaint | Effect:
    """Return the complaint that a line is about: what it names, as far as the token reaches, else the token's own."""
    written = line.number
    number = next(iter(numbers_in(written)), None) if written else scene.number  # '3' means only what the mail lists
    if number is None:
        if written:
            return refused(f"Ik weet niet welke klacht “{written}” is. Schrijf het hele nummer.")
        return refused("Over welke klacht gaat dit? Begin de regel met het nummer, bijvoorbeeld “K2026-0003 ik”.")
    number = _merged_into(scene, number) or number
    goes_on = _merged_into(scene, scene.number) if scene.number else None
    if (why := rights.out_of_reach(replace(scene, number=goes_on or scene.number), number)) is not None:
        return refused(why)
    asks = goes_on is not None and scene.scope is not None and not line.number
    if asks and isinstance(line, Command) and BY_VERB[line.verb].tier > 1:
        return _of_more_people(scene, number, line)
    complaint = scene.records.complaint(number)
    return complaint if complaint is not None else refused(f"Ik ken geen {number}.")


def _of_more_people(scene: Scene, number: str, command: Command) -> Effect:
    """Ask, before something that ends or leaves is done where the complaint of the answered mail goes on with others."""
    line = f"{scene.number if command.verb in _OF_ONE else number} {command.line}"
    return refused(
        f"{scene.number} gaat verder in {number}. Bedoel je dit daar? Stuur “{line}”.",
        Button(label=f"Ja, in {number}", line=line),
    )


def _merged_into(scene: Scene, number: str) -> str | None:
    """Return the complaint in which the one of this number goes on, under that number or as the same person's, or None."""
    merged = scene.records.complaint(number)
    target = scene.records.complaint(merged.merged_into) if merged and merged.merged_into else None
    if target is None or number.startswith("M"):
        return None
    return _merged_into(scene, target.number) or target.number


def _about(scene: Scene, complaint: Complaint, line: Line) -> Effect:
    if isinstance(line, Command):
        return _commanded(scene, complaint, line)
    if not rights.may_read(scene, complaint):
        if isinstance(line, Unclear):  # a command was tried, though its value was none; free text tries nothing
            return _turned_away(scene, complaint, line.line, rights.NOT_YOURS)
        return refused(rights.NOT_YOURS)
    if isinstance(line, Unclear):
        return unclear.asked(scene, complaint, line)
    effect = step(scene, complaint, "noted", "Dit ken ik niet als opdracht; het is bewaard als notitie.", line.text)
    return replace(effect, complaints=tuple(replace(c, undo=complaint.undo) for c in effect.complaints))


def _commanded(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    row = BY_VERB[command.verb]
    why = rights.why_not(scene, complaint, command, row)
    if why == rights.DECIDES_NOTHING:
        kept = noted(complaint, "noted", scene.now, scene.by, command.line)
        return Effect(ok=False, text=why, complaints=(kept,))
    if why is not None:
        return _turned_away(scene, complaint, command.line, why)
    if command.verb == "undo":
        return undo(scene, complaint)
    if complaint.is_remark and not row.on_remark:
        return refused("Dit is een melding, geen klacht. Stuur “klacht” om er een klacht van te maken.")
    effect = _with_note(scene, command, ON_COMPLAINT[command.verb](scene, complaint, command))
    return _remember(scene, complaint, command, effect)


def _turned_away(scene: Scene, complaint: Complaint, line: str, why: str) -> Effect:
    """Return the refusal to somebody who may not do this: it changes nothing, and the history shows the attempt."""
    shown = noted(complaint, "refused", scene.now, scene.by, line[:200])
    return Effect(ok=False, text=why, complaints=(shown,))


def _with_note(scene: Scene, command: Command, effect: Effect) -> Effect:
    """Keep the rest of a sentence: in 'ik pak het op en bel haar morgen' the second half is no command."""
    if not (effect.ok and effect.complaints and command.text and BY_VERB[command.verb].tail == "note"):
        return effect
    first, *rest = effect.complaints
    kept = noted(first, "noted", scene.now, scene.by, command.text)
    return replace(effect, complaints=(kept, *rest), text=f"{effect.text} De rest is bewaard als notitie.")


def _remember(scene: Scene, before: Complaint, command: Command, effect: Effect) -> Effect:
    """Keep what a line changed, for 'ongedaan'; and let a changed letter make a shown draft out of date."""
    if not effect.ok or not effect.complaints:
        return effect
    after = effect.complaints[0]
    if after.number != before.number:
        return effect
    if {entry.event for entry in after.history[len(before.history) :]} == {"shown"}:
        return effect  # it was only looked at: what 'ongedaan' takes back stays the line before
    if BY_VERB[command.verb].redraws and after.draft is not None:
        after = replace(after, versions=after.versions + 1)
    final = effect.reaches_outside or len(effect.complaints) > 1
    memory = None if final else Undo(by=scene.by, at=scene.now, line=command.line[:200], fields=_changed(before, after))
    return replace(effect, complaints=(replace(after, undo=memory), *effect.complaints[1:]))


_NOT_UNDONE: Final = frozenset({"history", "messages", "undo", "versions"})


def _changed(before: Complaint, after: Complaint) -> dict[str, Any]:
    old, new = (to_json(complaint, without=_NOT_UNDONE) for complaint in (before, after))  # a history only grows
    return {key: value for key, value in old.items() if new[key] != value}


def undo(scene: Scene, complaint: Complaint) -> Effect:
    """'ongedaan': put back what my last command here changed, while nothing was sent because of it."""
    memory = complaint.undo
    if memory is None or memory.by != scene.by or scene.now - memory.at > dt.timedelta(days=14):
        return refused("Er is niets van jou om ongedaan te maken, of er is al een brief door verstuurd.")
    restored = of_json(Complaint, {**to_json(complaint), **memory.fields, "undo": None})
    text = f"“{memory.line}” is ongedaan gemaakt."
    effect = step(scene, replace(complaint, undo=None), "undone", text, memory.line)
    entry = effect.complaints[0].history
    after = replace(restored, history=entry, versions=complaint.versions)
    told = people.handler_changed(scene, complaint, after) if after.handler != complaint.handler else ()
    opened = people.lapsed_acknowledgement(scene, after) if after.is_open and not complaint.is_open else ()
    return replace(effect, complaints=(after,), letters=(*told, *opened))
