"""The end of a complaint: closed, or withdrawn by each who complained.

The letter about it lies ready as a draft: that a file is closed is said among colleagues, and is no wish to write. Who may give these commands:
`rights`, and the rows in `commands/table/closing.py`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from klachtmail.domain.commands.command import Command, Verb
from klachtmail.domain.conduct.drafting import laid_ready, offered
from klachtmail.domain.conduct.scene import Effect, OnComplaint, Scene, named_party, refused, step
from klachtmail.domain.outgoing import client_letters, may_answer, requests
from klachtmail.domain.records.classification import lacks_class
from klachtmail.domain.records.letter import Button
from klachtmail.domain.records.lifecycle import resumed
from klachtmail.domain.records.model import Complaint, Party
from klachtmail.domain.records.parties import (
    addressee,
    changed,
    complainants,
    going_on,
    key_of,
    known_to,
    untold,
    with_next_day,
)
from klachtmail.domain.records.satisfaction import was_asked
from klachtmail.domain.records.steps import missing_to_close, party_name


def close(scene: Scene, complaint: Complaint, _command: Command) -> Effect:
    """'sluit': refused while something of the procedure is missing, with the list."""
    if not complaint.is_open:
        return step(scene, complaint, "closed", "")
    missing = [
        *missing_to_close(complaint, scene.firm),
        *(["soort (“soort: …”)"] if lacks_class(complaint, scene.firm) else []),
    ]
    if missing:
        return refused(f"Sluiten kan nog niet. Nog nodig: {'; '.join(missing)}.")
    done = replace(complaint, closed_at=scene.now, waiting_since=None, draft=None)
    effect = step(scene, done, "closed", "De klacht is gesloten.")
    if not effect.complaints[0].confirmed:
        return effect
    people = going_on(complaint)
    effect = replace(effect, text=_with_who_gets_none(scene, effect, people))
    return laid_ready(scene, effect, "closed") if _reached(scene, effect, people) else effect


def withdrawn(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'ingetrokken: reden': of several complainants one leaves, and it goes on; with the last one it is closed."""
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
    """Ask which complainant withdraws: that cannot be taken back, so it is never guessed."""
    lines = [(party_name(party), f"{party.number} ingetrokken: {reason}") for party in staying]
    asked = f"Wie trekt de klacht in? Stuur {' of '.join(f'“{line}”' for _, line in lines)}."
    return refused(asked, *(Button(label=f"{name} trekt in", line=line) for name, line in lines))


def _leaves(scene: Scene, complaint: Complaint, party: Party, reason: str) -> Effect:
    """Let one of several go: the others still hear the outcome, and whoever read the draft has to read it again."""
    key = key_of(complaint, party)
    after = changed(complaint, key, lambda one: replace(one, withdrawn_at=scene.now, waiting_since=None))
    after = with_next_day(after)
    if after.draft is not None:
        after = replace(after, versions=after.versions + 1)
    waiting = ", ".join(f"{party_name(p)} ({p.number})" for p in untold(after))
    goes_on = f" Op de uitkomst wacht nog: {waiting}." if waiting else ""
    text = f"{party_name(party)} ({party.number}) heeft zijn of haar klacht ingetrokken.{goes_on}"
    effect = step(scene, after, "party_withdrawn", text, f"{party.number} {reason}")
    return _told_of_it(scene, effect, party)


def rejoined(scene: Scene, complaint: Complaint) -> Effect | None:
    """'K2026-0002 heropen': who had withdrawn while the others went on takes part again; None when that was nobody."""
    said = named_party(scene, complaint)
    if said is None or said in {party.number for party in going_on(complaint)}:
        return None
    key = None if said == complaint.number else said
    after = changed(complaint, key, lambda one: replace(one, withdrawn_at=None))
    after = with_next_day(after)
    after = replace(after, status=resumed(after)) if after.is_open else after  # an outcome was that of the others
    return step(scene, after, "noted", f"{said} doet weer mee.", f"{said} doet weer mee")


def _told_of_it(scene: Scene, effect: Effect, party: Party) -> Effect:
    """Return the effect with the letter to the one who withdrew, or in its text why there is none."""
    if not effect.ok or not effect.complaints[0].confirmed:
        return effect
    after, text = effect.complaints[0], _with_who_gets_none(scene, effect, [party])
    if not _reached(scene, effect, [party]):
        return replace(effect, text=text)
    letter = requests.to_party(client_letters.closed(after, party, withdrawn=True), after, party, scene.actor)
    return replace(effect, text=f"{text} Wie klaagde, krijgt daarover een brief.").writes(letter)


def _reached(scene: Scene, effect: Effect, people: Sequence[Party]) -> bool:
    return any(not _why_not(scene, effect.complaints[0], party) for party in people)


def _with_who_gets_none(scene: Scene, effect: Effect, people: Sequence[Party]) -> str:
    """Return the effect's text with who gets no letter, and why."""
    after = effect.complaints[0]
    without = [f"{party_name(p)} krijgt geen brief: {why}." for p in people if (why := _why_not(scene, after, p))]
    return " ".join((effect.text, *without))


def _why_not(scene: Scene, complaint: Complaint, party: Party) -> str:
    """Return in Dutch why this complainant gets no letter, or ''. Without a mail address it goes by post."""
    reader = addressee(complaint, party)
    if reader.address is None:
        return "" if reader.postal else "er is geen adres bekend"
    return may_answer.cannot_write(known_to(complaint, key_of(complaint, party)), scene.firm)


def no_survey(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'geen tevredenheid': the complainant is not asked how it went; without a name nobody of this complaint is."""
    named = named_party(scene, complaint)
    meant = [party for party in complainants(complaint) if named in {None, party.number}]
    if all(was_asked(complaint, party) for party in meant):
        return refused("Die vraag is al verstuurd.")
    after = complaint
    for party in meant:
        after = changed(after, key_of(complaint, party), lambda one: replace(one, no_survey=True))
    names = ", ".join(party_name(party) for party in meant)
    text = f"Wij vragen niet hoe het ging aan: {names}."
    return step(scene, after, "no_survey", text, command.text or "")


ON_COMPLAINT: Final[Mapping[Verb, OnComplaint]] = {"withdrawn": withdrawn, "close": close, "no_survey": no_survey}
