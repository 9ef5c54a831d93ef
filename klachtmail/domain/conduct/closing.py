"""The end of a complaint: closed, or withdrawn by each who complained for himself. Each of them gets a letter about it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from klachtmail.domain.commands.command import Command
from klachtmail.domain.conduct.drafting import offered
from klachtmail.domain.conduct.scene import Effect, Scene, named_party, refused, step
from klachtmail.domain.outgoing import letters, requests
from klachtmail.domain.records.classification import lacks_class
from klachtmail.domain.records.letter import Button, LetterRequest
from klachtmail.domain.records.lifecycle import resumed
from klachtmail.domain.records.model import Complaint, Party
from klachtmail.domain.records.parties import addressee, changed, going_on, key_of, known_to, untold
from klachtmail.domain.records.steps import missing_to_close, party_name


def close(scene: Scene, complaint: Complaint, _command: Command) -> Effect:
    """'sluit': refused while something of the procedure is missing, with the list."""
    if not complaint.is_open:
        return step(scene, complaint, "closed", "")
    missing = [*missing_to_close(complaint), *(["soort (“soort: …”)"] if lacks_class(complaint, scene.firm) else [])]
    if missing:
        return refused(f"Sluiten kan nog niet. Nog nodig: {'; '.join(missing)}.")
    done = replace(complaint, closed_at=scene.now, waiting_since=None, draft=None)
    return _told_of_it(scene, step(scene, done, "closed", "De klacht is gesloten."), going_on(complaint))


def withdrawn(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'ingetrokken: reden': of several complainants he leaves, and it goes on; with the last one it is closed."""
    if not command.text:
        return refused("Waarom trekt de klager de klacht in? Stuur “ingetrokken: ” met de reden.")
    staying = going_on(complaint)
    said = named_party(scene, complaint)
    if said is None and len(staying) > 1:
        return _who_withdraws(staying, command.text)
    if said is not None and said not in {party.number for party in staying}:
        return refused(f"{said} is al ingetrokken.")
    party = next((one for one in staying if said in {None, one.number}), complaint.complainant)
    if len(staying) > 1:
        return _leaves(scene, complaint, party, command.text)
    done = replace(complaint, withdrawn=command.text, closed_at=scene.now, waiting_since=None, draft=None)
    text = "De klager heeft de klacht ingetrokken; de klacht is gesloten."
    return offered(scene, step(scene, done, "withdrawn", text, command.text), "withdrawn")


def _who_withdraws(staying: Sequence[Party], reason: str) -> Effect:
    """Ask: what cannot be taken back is not done in doubt."""
    lines = [(party_name(party), f"{party.number} ingetrokken: {reason}") for party in staying]
    asked = f"Wie trekt de klacht in? Stuur {' of '.join(f'“{line}”' for _, line in lines)}."
    return refused(asked, *(Button(label=f"{name} trekt in", line=line) for name, line in lines))


def _leaves(scene: Scene, complaint: Complaint, party: Party, reason: str) -> Effect:
    """Let one of several go: the others still hear the outcome, and whoever read the draft has to read it again."""
    key = key_of(complaint, party)
    after = changed(complaint, key, lambda one: replace(one, withdrawn_at=scene.now, waiting_since=None))
    if after.draft is not None:
        after = replace(after, versions=after.versions + 1)
    waiting = ", ".join(f"{party_name(p)} ({p.number})" for p in untold(after))
    goes_on = f" Op de uitkomst wacht nog: {waiting}." if waiting else ""
    text = f"{party_name(party)} ({party.number}) heeft zijn of haar klacht ingetrokken.{goes_on}"
    effect = step(scene, after, "party_withdrawn", text, f"{party.number} {reason}")
    return _told_of_it(scene, effect, [party], withdrew=True)


def rejoined(scene: Scene, complaint: Complaint) -> Effect | None:
    """'K2026-0002 heropen': who had withdrawn while the others went on takes part again; None when that was nobody."""
    said = named_party(scene, complaint)
    if said is None or said in {party.number for party in going_on(complaint)}:
        return None
    key = None if said == complaint.number else said
    after = changed(complaint, key, lambda one: replace(one, withdrawn_at=None))
    after = replace(after, status=resumed(after)) if after.is_open else after  # an outcome was that of the others
    return step(scene, after, "noted", f"{said} doet weer mee.", f"{said} doet weer mee")


def _told_of_it(scene: Scene, effect: Effect, people: Sequence[Party], *, withdrew: bool = False) -> Effect:
    """Return the effect with the closing letter to each of these, and in its text who gets none."""
    if not effect.ok or not effect.complaints[0].confirmed:
        return effect
    after = effect.complaints[0]
    written = [*_letters(scene, after, people, withdrew=withdrew)]
    without = [f"{party_name(p)} krijgt geen brief: {why}." for p in people if (why := _why_not(scene, after, p))]
    told = ["Wie klaagde, krijgt daarover een brief."] if written else []
    return replace(effect, text=" ".join((effect.text, *told, *without))).writes(*written)


def _letters(scene: Scene, after: Complaint, people: Sequence[Party], *, withdrew: bool) -> Iterator[LetterRequest]:
    for party in people:
        key = key_of(after, party)
        owed = [promise for promise in after.promises if promise.to == key and promise.done_on is None]
        days = [promise.due_on for promise in owed if promise.due_on is not None]
        by = max(days) if days and len(days) == len(owed) else None
        data = letters.Closed(withdrawn=withdrew, agreed=party.accepted is True, promised=bool(owed), promised_by=by)
        if not _why_not(scene, after, party):
            yield requests.to_party(data, after, party, scene.actor)


def _why_not(scene: Scene, complaint: Complaint, party: Party) -> str:
    """Return in Dutch why this complainant gets no letter, or ''. Without a mail address he gets one by post."""
    reader = addressee(complaint, party)
    if reader.address is None:
        return "" if reader.postal else "er is geen adres bekend"
    return requests.cannot_write(known_to(complaint, key_of(complaint, party)), scene.firm)
