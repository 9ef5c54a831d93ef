"""A member's mail -> an outcome: commands with one transcript."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from klachtmail.domain.commands import Situation, is_oral, read
from klachtmail.domain.commands.command import Command, Line
from klachtmail.domain.commands.table import BY_VERB
from klachtmail.domain.conduct import rights
from klachtmail.domain.conduct.fairness import heard, is_hearing
from klachtmail.domain.conduct.next_steps import next_buttons
from klachtmail.domain.conduct.oral import complete_oral, record_oral
from klachtmail.domain.conduct.perform import Performed, perform
from klachtmail.domain.conduct.scene import Scene
from klachtmail.domain.firm.firm import Member
from klachtmail.domain.incoming.intake import message_of
from klachtmail.domain.incoming.message import Incoming
from klachtmail.domain.incoming.tokens import Token
from klachtmail.domain.outgoing import letters, requests
from klachtmail.domain.outgoing.buttons import OUTCOME, UNDO
from klachtmail.domain.outgoing.once_an_hour import answer_each, is_said_again
from klachtmail.domain.records.letter import LetterRequest
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.outcome import Outcome
from klachtmail.domain.records.port import Records
from klachtmail.domain.records.state import MOST_UNHEEDED, State, Unheeded
from klachtmail.domain.records.workspace import Workspace

if TYPE_CHECKING:
    from klachtmail.domain.incoming.case import Case

_SHOWS_LATER: Final = frozenset({"follow_up", "third_party"})
NO_TEXT = "Ik zag geen opdracht in je mail. Stuur bijvoorbeeld “ik pak het op”, of “help”."


def answer_mail(case: "Case", member: Member, token: Token) -> Outcome:
    """Return what the commands in a member's mail did, with one transcript."""
    text = case.mail.commands
    if token.number is None and is_oral(case.mail.subject, text):
        return record_oral(case, member, confirmed=True)
    if (completed := complete_oral(case, member, token.number, text)) is not None:
        return completed
    answered = next((x for i in case.mail.thread if (x := case.records.letter(i)) is not None), None)
    scene = Scene(
        case.records,
        case.firm,
        case.now,
        member,
        scope=token.scope,
        number=token.number,
        version=token.version,
        listed=answered.listed if answered else (),
        mail=case.mail,
        party=answered.party if answered else None,
        shown_at=answered.created_at if answered and answered.kind in _SHOWS_LATER else None,
        reread=case.reread,
    )
    complaint = _goes_on_in(case.records, token.number)
    if complaint is not None and is_hearing(complaint, member, answered.kind if answered else None):
        return _hearing(scene, complaint, case.mail, text)
    return transcribe(scene, text)


def _goes_on_in(records: Records, number: str | None) -> Complaint | None:
    """Return this complaint, or the one in which it goes on: what was asked about it is asked there now."""
    found = records.complaint(number) if number else None
    return _goes_on_in(records, found.merged_into) if found is not None and found.merged_into else found


def _hearing(scene: Scene, complaint: Complaint, mail: Incoming, text: str) -> Outcome:
    """File a member's side of a complaint; nothing in it is read as a command."""
    effect = heard(scene, complaint, mail, text)
    after = effect.complaints[0]
    kept = replace(after, messages=(*after.messages, message_of(mail, "command")))
    row = letters.TranscriptLine(line="Wederhoor", text=effect.text)
    thread = (mail.message_id,) if mail.message_id else ()
    receipt = requests.to_member(letters.Transcript(lines=(row,)), scene.actor, None, thread=thread, buttons=())
    return Outcome("commands", "processed", (kept,), (*effect.letters, receipt), number=complaint.number)


def transcribe(scene: Scene, text: str) -> Outcome:
    """Return what these lines did, with the letters that follow from them and the transcript."""
    desk = Workspace(scene.records)
    lines = understand(scene, text)
    is_answered = True
    if scene.mail is not None and not any(isinstance(line, Command) for line in lines):
        # Not every answering machine says that it is one (RFC 3834 §2): it and our transcripts would go on for ever.
        key = f"words {scene.by}"
        if is_said_again(scene.state, key, text, scene.now):
            return Outcome("commands", "processed", number=scene.number)
        state = answer_each(scene.state, key, text, scene.now)
        is_answered = state is not None
        desk.put_state(state or _unanswered(scene))
    done = perform(scene, desk, lines)
    complaint = desk.complaint(scene.number) if scene.number else None
    private = any(isinstance(line, Command) and BY_VERB[line.verb].private for line in lines)
    if (
        not private
        and scene.mail is not None
        and complaint is not None
        and rights.may_read_answer(replace(scene, records=desk), complaint)
    ):
        desk.put(replace(complaint, messages=(*complaint.messages, message_of(scene.mail, "command"))))
    transcript = _transcript(scene, desk, done)
    sent = _in_one_mail(done, transcript) if is_answered else tuple(done.letters.values())
    changes = desk.changes
    return Outcome(
        "commands",
        "processed",
        tuple(changes.complaints.values()),
        sent,
        changes.state,
        None if private else scene.number,
    )


def understand(scene: Scene, text: str) -> tuple[Line, ...]:
    """Return what a member's lines mean here, nothing done yet."""
    aliases, names = [m.alias for m in scene.firm.members], scene.firm.names
    complaint = scene.records.complaint(scene.number) if scene.number else None
    client = complaint.complainant.name if complaint else ""
    shown = scene.scope == "draft"
    here = situation(scene, complaint)
    return read(text, scene.today, aliases=aliases, draft=shown, names=names, client=client, situation=here)


def situation(scene: Scene, complaint: Complaint | None) -> Situation:
    """Return how the complaint stands that the answered mail is about."""
    listed = scene.listed or ((scene.number,) if scene.number else None)
    if complaint is None:
        return Situation(today=scene.today, listed=listed, writer=scene.actor.alias)
    return Situation(
        today=scene.today,
        draft=complaint.draft is not None,
        answered=complaint.answered_at is not None,
        appealed=complaint.appeal is not None,
        dismissed=complaint.status == "dismissed" or complaint.is_remark or not complaint.confirmed,
        handled=complaint.handler is not None,
        open=complaint.is_open,
        due_on=complaint.due_on,
        listed=listed,
        writer=scene.actor.alias,
    )


def _unanswered(scene: Scene) -> State:
    """Return the state in which the member's morning mail tells that a mail without commands got no answer."""
    state, at = scene.state, scene.mail.received_at if scene.mail else scene.now
    why = "er kwamen er veel na elkaar waarin geen opdracht stond"
    entry = Unheeded(member=scene.by, at=at, number=scene.number, why=why)
    return replace(state, unheeded=(*state.unheeded, entry)[-MOST_UNHEEDED:])


def _transcript(scene: Scene, desk: Workspace, done: Performed) -> LetterRequest:
    touched = scene.number or next((r.number for r in done.results if r.number), None)
    complaint = _goes_on_in(desk, touched)  # what was done to a merged one was done where it goes on
    if complaint is not None and not rights.may_read_answer(replace(scene, records=desk), complaint):
        complaint = None
    rows = [
        letters.TranscriptLine(line=r.line, ok=r.ok, note=r.is_note, text=r.text, number=r.number) for r in done.results
    ]
    shown = rows or [letters.TranscriptLine(line="", ok=False, text=NO_TEXT)]
    data = letters.Transcript(lines=tuple(shown), help=letters.help_page() if done.help_wanted or not rows else ())
    general = scene.number is None
    thread = (scene.mail.message_id,) if scene.mail and scene.mail.message_id else ()
    buttons = next_buttons(complaint, scene.actor, scene.firm) if complaint else ()
    numbers = tuple(dict.fromkeys(r.number for r in done.results if r.number)) or scene.listed
    if general:
        return requests.to_member(
            data, scene.actor, None, scope="digest", listed=numbers, thread=thread, buttons=tuple(done.buttons)
        )
    buttons = (*done.buttons, *buttons)
    undoable = complaint is not None and complaint.undo is not None and complaint.undo.by == scene.by
    extra = (UNDO,) if undoable else ()
    return requests.to_member(data, scene.actor, complaint, thread=thread, buttons=(*buttons, *extra))


_ANSWERS: Final = frozenset({"dossier", "search", "agenda", "help", "oral_form", "papers", "person"})


def _is_answer(letter: LetterRequest) -> bool:
    """Return whether a letter is what was asked for, and nothing else was done."""
    whole = isinstance(letter.data, letters.Standing) and letter.data.of
    return letter.kind in _ANSWERS or bool(whole)


def _in_one_mail(done: Performed, transcript: LetterRequest) -> tuple[LetterRequest, ...]:
    """Return the letters; to the one who wrote, what was done and the draft that came of it are one mail.

    An answer to a single question needs no second mail that says that it was sent.
    """
    own = [each for each in done.letters.values() if each.member == transcript.member]
    others = tuple(each for each in done.letters.values() if each not in own)
    only = own[0] if len(own) == 1 else None
    if only is not None and _is_answer(only) and len(done.results) == 1 and done.results[0].ok:
        return (*others, replace(only, thread=transcript.thread))
    drafts = [(x, x.data) for x in own if isinstance(x.data, letters.Draft) and x.number == transcript.number]
    if len(drafts) != 1 or not isinstance(transcript.data, letters.Transcript):
        return (*done.letters.values(), transcript)
    shown, data = drafts[0]
    lines = {button.line for button in shown.buttons}
    further = (each for each in transcript.buttons if each.line not in {*lines, OUTCOME.line})
    whole = replace(
        shown,
        data=replace(data, lines=transcript.data.lines),
        buttons=(*shown.buttons, *(replace(each, main=False) for each in further)),
        thread=transcript.thread,
    )
    return (*(each for each in done.letters.values() if each is not shown), whole)
