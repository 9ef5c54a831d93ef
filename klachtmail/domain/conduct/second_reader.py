"""The second reader (`procedure.second_reader`): a partner without whom an outcome does not go, and who hears when it did."""

from dataclasses import replace

from klachtmail.domain.agenda.presence import Presence
from klachtmail.domain.conduct.rights import because_named, is_barred
from klachtmail.domain.conduct.scene import Effect, Scene, refused, step
from klachtmail.domain.firm.dutch_dates import day
from klachtmail.domain.firm.firm import Member
from klachtmail.domain.outgoing import client_letters, letters, requests
from klachtmail.domain.records.model import Complaint, Draft, Reading
from klachtmail.domain.records.sight import concerned


def before_it_goes(scene: Scene, complaint: Complaint, current: Draft) -> Effect | None:
    """Return what is done instead of sending this outcome: another reads it first, or nobody can. None: it may go."""
    barred = is_barred(scene, complaint)
    reader = _reader(scene, complaint, current.by) if barred or _is_read_first(scene, complaint, current.by) else None
    if reader is None:
        return refused(because_named(scene)) if barred else None
    return _to_read(scene, complaint, current, reader)


def let_go(scene: Scene, current: Draft) -> Draft:
    """Return this draft, read by who sends it: what goes by post is still to be posted by somebody else."""
    if current.kind != "outcome" or scene.firm.procedure.second_reader == "none":
        return current
    return replace(current, reading=Reading(by=scene.by, asked_at=scene.now, read_at=scene.now))


def told_unread(scene: Scene, complaint: Complaint, effect: Effect) -> Effect:
    """Return the effect with news of it to a partner, when what was told by another way than 'verstuur' was read by nobody.

    It happened, so it goes on record: to refuse that would only leave the record wrong.
    """
    draft = complaint.draft
    writer = draft.by if draft is not None else scene.by
    was_read = draft is not None and draft.reading is not None and draft.reading.read_at is not None
    if was_read or scene.scope is None or not effect.ok or not _is_read_first(scene, complaint, writer):
        return effect
    reader = _reader(scene, complaint, writer)
    if reader is None:
        return effect
    after = effect.complaints[0]
    noted = step(scene, after, "noted", "", f"niet eerst gelezen door een tweede: {reader.name} hoort het")
    text = f"{effect.text} Hier leest een partner de uitkomst eerst: {reader.name} krijgt haar nu te lezen."
    data = letters.ToldUnread(by=scene.actor.name, outcome=after.outcome or "", proposal=after.proposal or "")
    done = replace(effect, text=text, complaints=(noted.complaints[0], *effect.complaints[1:]))
    return done.writes(requests.to_member(data, reader, after))


def _is_read_first(scene: Scene, complaint: Complaint, writer: str) -> bool:
    """Return whether the firm wants a partner to read this outcome before it goes, and none has."""
    wanted = scene.firm.procedure.second_reader
    is_of_writer = scene.by == writer or scene.actor.role == "employee" or _is_last_of(scene, complaint)
    of_employee = wanted == "employees" and scene.actor.role == "employee"
    return of_employee or (wanted == "serious" and complaint.serious and is_of_writer)


def _is_last_of(scene: Scene, complaint: Complaint) -> bool:
    """Return whether the sender wrote at this outcome and no other partner did since: an employee's change is none."""
    partners = {partner.address.lower() for partner in scene.firm.partners}
    wrote = (e.actor for e in reversed(complaint.history) if e.event == "drafted" and e.detail == "outcome")
    return next((actor for actor in wrote if actor in partners), "") == scene.by


def _reader(scene: Scene, complaint: Complaint, writer: str) -> Member | None:
    """Return the first partner who did not write it and is not named, or None; one who is away only without another."""
    presence = Presence(scene.firm, scene.state.absences, scene.today)
    apart = {scene.by, writer, *complaint.named}
    fit = [m for m in concerned(complaint, scene.firm.partners) if m.address.lower() not in apart]
    return next((m for m in fit if presence.until(m) is None), fit[0] if fit else None)


def _to_read(scene: Scene, complaint: Complaint, current: Draft, reader: Member) -> Effect:
    why = "jij wordt in deze klacht genoemd, dus " if is_barred(scene, complaint) else ""
    until = Presence(scene.firm, scene.state.absences, scene.today).until(reader)
    away = f" Afwezig t/m {day(until)}: kan het niet wachten, bel dan." if until else ""
    text = f"Nog niet verstuurd: {why}{reader.name} leest de uitkomst eerst en verstuurt haar.{away}"
    address, before = reader.address.lower(), current.reading
    is_same = before is not None and before.by == address and before.read_at is None
    asked_of = before if is_same else Reading(by=address, asked_at=scene.now)
    waiting = replace(complaint, draft=replace(current, reading=asked_of))
    effect = step(scene, waiting, "noted", text, f"ter lezing aan {reader.name}")
    asked = f"{scene.actor.name} vraagt je als tweede lezer. Klopt het? Dan gaat de brief pas weg als jij “verstuur” antwoordt."
    return effect.writes(client_letters.draft(complaint, current, scene.firm, reader, scene.today, [asked]))
