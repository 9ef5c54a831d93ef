"""Mail of an auditor: papers are given, without who complained; everything else is kept and told to the partners."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final, TypeGuard

from klachtmail.domain.commands.command import Command, Line, Remark, Verb
from klachtmail.domain.conduct import papers
from klachtmail.domain.conduct.answer import understand
from klachtmail.domain.conduct.scene import Effect, InGeneral, Scene, refused
from klachtmail.domain.decide.dossier import report_whole, set_aside
from klachtmail.domain.firm.firm import Member
from klachtmail.domain.incoming.case import Case
from klachtmail.domain.outgoing import letters, requests
from klachtmail.domain.outgoing.once_an_hour import answer_each
from klachtmail.domain.records.letter import LetterRequest
from klachtmail.domain.records.numbers import numbers_in
from klachtmail.domain.records.outcome import Outcome
from klachtmail.domain.records.state import State
from klachtmail.domain.records.workspace import Workspace

MAY: Final[Mapping[Verb, InGeneral]] = MappingProxyType(
    {"report": papers.report, "quarter": papers.quarter, "register": papers.register, "sample": papers.sample}
)
_ONLY_EVIDENCE: Final = "Schrijf erbij van welk dossier: “bewijs K2026-0001”."
_A_DAY: Final = 10  # mails of one auditor that are answered or passed on; later ones are listed in the morning
_PASSED_ON: Final = "Dit hebben wij doorgegeven aan de partners."


@dataclass(slots=True)
class _Done:
    """What an auditor's lines did together."""

    rows: list[letters.TranscriptLine] = field(default_factory=list)
    given: list[LetterRequest] = field(default_factory=list)
    told: bool = False  # something in it is for the partners


def wrote(case: Case, auditor: Member, *, signed: bool) -> Outcome:
    """Give what is asked for in answer to a letter of ours; a first letter is answered with one that can be answered."""
    desk = Workspace(case.records)
    scene = Scene(desk, case.firm, case.now, auditor, scope="member", mail=case.mail)
    lines = understand(scene, case.mail.commands)
    done = _carried_out(scene, desk, lines) if signed else _Done(told=any(not _is_paper(line) for line in lines))
    answer = () if signed and done.given and len(done.rows) == len(done.given) else (_answer(scene, done),)
    sent: tuple[LetterRequest, ...] = tuple(replace(each, thread=_thread(case)) for each in done.given)
    said = f"{case.mail.subject}\n{case.mail.text}"
    is_limited = bool(answer) or done.told
    key = f"auditor {scene.by}"
    limited = answer_each(desk.state, key, said, case.now, a_day=_A_DAY) if is_limited else desk.state
    if limited is None:  # the same again, or too much of it: perhaps from a machine
        return _kept(desk, sent, set_aside(case, "internal", desk.state))
    told = _to_partners(case, auditor) if done.told else ()
    return _kept(desk, (*sent, *answer, *told), limited)


def _kept(desk: Workspace, sent: tuple[LetterRequest, ...], state: State) -> Outcome:
    return Outcome("commands", "processed", tuple(desk.changes.complaints.values()), sent, state)


def _carried_out(scene: Scene, desk: Workspace, lines: Sequence[Line]) -> _Done:
    done = _Done()
    for line in lines:
        effect = _paper(scene, line) if _is_paper(line) else None
        text = line.text if isinstance(line, Remark) else line.line
        if effect is None:
            is_help = isinstance(line, Command) and line.verb == "help"
            done.told = done.told or not is_help
            if not is_help:
                done.rows.append(letters.TranscriptLine(line=text[:300], text=_PASSED_ON, note=True))
            continue
        number = next(iter(numbers_in(text)), None)
        done.rows.append(letters.TranscriptLine(line=text[:300], text=effect.text, ok=effect.ok, number=number))
        done.given += effect.letters
        for complaint in effect.complaints:
            desk.put(complaint)
        if effect.state is not None:
            desk.put_state(effect.state)
    return done


def _is_paper(line: Line) -> TypeGuard[Command]:
    return isinstance(line, Command) and (line.verb in MAY or line.verb == "evidence")


def _paper(scene: Scene, line: Command) -> Effect:
    if line.verb != "evidence":
        return MAY[line.verb](scene, line)
    number = next(iter(numbers_in(line.number or line.line)), None)
    complaint = scene.records.complaint(number) if number else None
    if complaint is None:
        return refused(_ONLY_EVIDENCE if number is None else f"Er is geen dossier {number}.")
    return papers.evidence(scene, complaint, line)


def _answer(scene: Scene, done: _Done) -> LetterRequest:
    data = letters.Audit(lines=tuple(done.rows))
    thread = (scene.mail.message_id,) if scene.mail and scene.mail.message_id else ()
    return requests.to_member(data, scene.actor, None, thread=thread)


def _thread(case: Case) -> tuple[str, ...]:
    return (case.mail.message_id,) if case.mail.message_id else ()


def _to_partners(case: Case, auditor: Member) -> tuple[LetterRequest, ...]:
    data = letters.AuditorWrote(name=auditor.name, subject=case.mail.subject, text=report_whole(case))
    return tuple(requests.to_member(data, partner, None) for partner in case.firm.partners)
