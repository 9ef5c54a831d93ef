"""A member's mail -> an outcome: commands with one transcript, or the report of an oral complaint."""

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from klachtmail.domain import requests
from klachtmail.domain.commands import help_rows, is_oral, read, read_oral
from klachtmail.domain.conduct import rights
from klachtmail.domain.conduct.next_steps import next_buttons
from klachtmail.domain.conduct.perform import Performed, perform
from klachtmail.domain.conduct.scene import Scene
from klachtmail.domain.firm import Member
from klachtmail.domain.intake import message_of, next_number, open_complaint
from klachtmail.domain.letter import Button, LetterRequest
from klachtmail.domain.lifecycle import noted
from klachtmail.domain.model import Complaint, Party, State
from klachtmail.domain.outcome import Outcome
from klachtmail.domain.tokens import Token
from klachtmail.domain.workspace import Workspace

if TYPE_CHECKING:
    from klachtmail.domain.commands import Oral
    from klachtmail.domain.triage import Case

_SERIOUS = re.compile(r"\bingrijpende?\b", re.IGNORECASE)
_NOT_SERIOUS = re.compile(r"\bniet ingrijpend\b", re.IGNORECASE)
NO_TEXT = "Ik zag geen opdracht in je mail. Stuur bijvoorbeeld “ik pak het op”, of “help”."


def answer_mail(case: "Case", member: Member, token: Token) -> Outcome:
    """Return what the commands in a member's mail did, with one transcript to him."""
    text = case.mail.new_text.strip() or case.mail.quoted_text
    if token.number is None and is_oral(case.mail.subject, text):
        return record_oral(case, member, confirmed=True)
    listed = next((x.listed for i in case.mail.thread if (x := case.records.letter(i)) is not None), ())
    scene = Scene(
        case.records,
        case.firm,
        case.now,
        member,
        token.scope,
        token.number,
        token.version,
        listed,
        case.mail,
        case.reread,
    )
    return transcribe(scene, text)


def transcribe(scene: Scene, text: str) -> Outcome:
    """Return what these lines did, with the letters that follow from them and the transcript."""
    desk = Workspace(scene.records)
    lines = read(text, scene.today, aliases=[m.alias for m in scene.firm.members], draft=scene.scope == "draft")
    done = perform(scene, desk, lines)
    if scene.mail is not None and scene.number and (complaint := desk.complaint(scene.number)) is not None:
        desk.put(complaint.but(messages=(*complaint.messages, message_of(scene.mail, "command"))))
    letters = (*done.letters.values(), _transcript(scene, desk, done))
    changes = desk.changes
    return Outcome("commands", "processed", tuple(changes.complaints.values()), letters, changes.state, scene.number)


def _transcript(scene: Scene, desk: Workspace, done: Performed) -> LetterRequest:
    touched = scene.number or next((r.number for r in done.results if r.number), None)
    complaint = desk.complaint(touched) if touched else None
    if complaint is not None and not rights.may_read(replace(scene, records=desk), complaint):
        complaint = None
    rows = [{"line": r.line, "ok": r.ok, "text": r.text, "number": r.number} for r in done.results]
    if not rows:
        rows = [{"line": "", "ok": False, "text": NO_TEXT, "number": None}]
    data = {"lines": rows, "help": help_rows() if done.help_wanted or not done.results else []}
    general = scene.number is None
    thread = (scene.mail.message_id,) if scene.mail and scene.mail.message_id else ()
    buttons = next_buttons(complaint, scene.actor, scene.firm) if complaint else ()
    numbers = tuple(dict.fromkeys(r.number for r in done.results if r.number)) or scene.listed
    if general:
        return requests.to_member(
            "transcript", scene.actor, None, scope="digest", listed=numbers, data=data, thread=thread
        )
    undoable = complaint is not None and complaint.undo is not None and complaint.undo.by == scene.by
    extra = (requests.UNDO,) if undoable else ()
    return requests.to_member(
        "transcript", scene.actor, complaint, data=data, thread=thread, buttons=(*buttons, *extra)
    )


# ── what was said, not written (procedure: 'ook een mondelinge uiting van ontevredenheid kan een klacht zijn') ───────


def record_oral(case: "Case", member: Member, *, confirmed: bool) -> Outcome:
    """Return the record of an oral complaint: a remark when small and solved, else a complaint of its reporter."""
    report = read_oral(case.mail.subject, case.mail.new_text, case.today)
    if report.is_empty:
        form = requests.to_member("oral_form", member, None, data={})
        return Outcome("oral", "processed", (), (form,))
    if report.is_small:
        return _remark(case, member, report)
    recorded = _oral_complaint(case, member, report, confirmed=confirmed)
    return _and_ask(recorded, member, report) if report.missing else recorded


def _and_ask(recorded: Outcome, member: Member, report: "Oral") -> Outcome:
    """It is on record at once; what is missing is asked, for a report by phone must not wait for a form."""
    have = {"Klager": report.name, "Betreft": report.subject, "Ernst": report.severity}
    data = {"missing": list(report.missing), "have": {label: value for label, value in have.items() if value}}
    asked = requests.to_member("oral_missing", member, recorded.complaints[0], data=data)
    return replace(recorded, letters=(*recorded.letters, asked))


def _party(report: "Oral") -> Party:
    return Party(name=report.name or "", address=report.address, phone=report.phone, postal=report.postal)


def _remark(case: "Case", member: Member, report: "Oral") -> Outcome:
    """'niet als het probleem met een directe, kleine actie kan worden opgelost': recorded and counted."""
    record, _ = _begin(case, member, report, confirmed=True)
    number, state = next_number(case.records.state, "M", case.now.astimezone(case.firm.organisation.zone).year)
    solved = f"Opgelost: {report.solution}" if report.solution else "Opgelost"
    remark = noted(
        record.but(number=number, status="closed", closed_at=case.now),
        "noted",
        case.now,
        member.address.lower(),
        solved,
    )
    repeated = _repeated(case, remark)
    buttons = (Button(label="Maak er een klacht van", line="klacht", main=bool(repeated)),)
    data = {"repeated": [c.number for c in repeated]}
    told = {m.address: m for m in ((member, *case.firm.partners) if repeated else (member,))}.values()
    letters = tuple(requests.to_member("remark", m, remark, data=data, buttons=buttons) for m in told)
    return Outcome("oral", "processed", (remark,), letters, state, number)


def _repeated(case: "Case", remark: Complaint) -> list[Complaint]:
    """Return the remarks and complaints of the past year with the same complainant or subject: 'herhaald'."""
    name, address = remark.complainant.name.casefold(), remark.complainant.address
    subject = " ".join(remark.subject.casefold().split())
    return [
        c
        for c in case.records.current()
        if (case.now - c.received_at).days < 365  # noqa: PLR2004
        and (
            (address and c.complainant.address == address)
            or (name and c.complainant.name.casefold() == name)
            or (subject and " ".join(c.subject.casefold().split()) == subject)
        )
    ]


def _begin(case: "Case", member: Member, report: "Oral", *, confirmed: bool) -> tuple[Complaint, State]:
    received_at = case.mail.received_at
    if report.received_on is not None and report.received_on < case.today:
        received_at = dt.datetime.combine(report.received_on, dt.time(12), case.firm.organisation.zone)
    return open_complaint(
        case.records.state, case.mail, case.firm, case.now, party=_party(report), channel="oral", confirmed=confirmed,
        actor=member.address.lower(), text=report.text or "", subject=report.subject or case.mail.subject,
        received_at=received_at, reporter=member.address.lower(),
    )  # fmt: skip


def _oral_complaint(case: "Case", member: Member, report: "Oral", *, confirmed: bool) -> Outcome:
    """'De medewerker die de klacht ontvangt, handelt deze zo mogelijk zelfstandig af'; a serious one the partners give."""
    complaint, state = _begin(case, member, report, confirmed=confirmed)
    if _SERIOUS.search(report.text) and not _NOT_SERIOUS.search(report.text):
        complaint = noted(complaint, "noted", case.now, member.address.lower(), "gemeld als ingrijpend").but(
            serious=True
        )
    else:
        complaint = noted(complaint, "noted", case.now, member.address.lower(), "behandelt zelf wat hij hoorde").but(
            status="assigned", handler=member.address.lower(), assigned_at=case.now
        )
    guess = {"name": complaint.complainant.name, "address": complaint.complainant.address or ""}
    letters = requests.unconfirmed(complaint, case.firm, case.mail, member, guess=guess, note="")
    return Outcome("oral", "processed", (complaint,), letters, state, complaint.number)
