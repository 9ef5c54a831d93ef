"""What was said and found (procedure: 'onderzoek oorzaak'; 'bij een structurele fout, verbetermaatregel formuleren')."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from klachtmail.domain.commands.command import Command, Verb
from klachtmail.domain.conduct.people import member_called, owner_called
from klachtmail.domain.conduct.scene import Effect, OnComplaint, Scene, complainant_key, on_day, refused, step, which
from klachtmail.domain.firm.dutch_dates import day
from klachtmail.domain.outgoing import routing
from klachtmail.domain.records.classification import classified
from klachtmail.domain.records.events import Event
from klachtmail.domain.records.model import Complaint, Judgement, Measure, Party
from klachtmail.domain.records.parties import changed


def serious(scene: Scene, complaint: Complaint, _command: Command) -> Effect:
    """'ingrijpend': first on the agenda. From an employee it goes to the partners, who choose who handles it."""
    if complaint.serious:
        return Effect(ok=True, text="Deze klacht stond al als ingrijpend op de agenda.")
    effect = step(
        scene,
        replace(complaint, serious=True),
        "serious",
        "Ingrijpend: de klacht staat bovenaan de agenda van het partneroverleg.",
    )
    if effect.ok and scene.actor.role != "partner":
        notice = f"{scene.actor.name} noemt deze klacht ingrijpend: overleg wie hem afhandelt."
        effect = effect.writes(
            *routing.routing(effect.complaints[0], scene.firm, None, notices=[notice], duty=scene.duty)
        )
    return effect


def not_serious(scene: Scene, complaint: Complaint, _command: Command) -> Effect:
    """'niet ingrijpend': off the agenda."""
    return step(scene, replace(complaint, serious=False), "not_serious", "Niet (meer) ingrijpend.")


def discussed(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'besproken: …': what the partners decided."""
    said = command.text or ""
    return step(scene, replace(complaint, decision=said), "discussed", "Het besluit is vastgelegd.", said)


def contact(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'contact', 'gebeld': somebody spoke with the complainant in person."""
    text = f"Contact met de klager{on_day(command.on, scene)} vastgelegd."
    at = scene.moment(command.on)

    def spoken(party: Party) -> Party:
        return replace(party, contacted_at=min(at, party.contacted_at or at), waiting_since=None)

    after = changed(complaint, complainant_key(scene, complaint), spoken)
    return step(scene, after, "contacted", text, command.text or "")


def no_answer(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'geen gehoor': an attempt, not contact."""
    tried = complaint.attempts + 1
    return step(
        scene,
        replace(complaint, attempts=tried),
        "attempted",
        f"Poging {tried} vastgelegd; dit telt nog niet als contact.",
        command.text or "",
    )


def remedy(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'wens: …': what the complainant asks."""
    said = command.text or ""
    return step(
        scene, replace(complaint, requested_remedy=said), "remedy", "De wens van de klager is vastgelegd.", said
    )


_JUDGEMENTS: Final[dict[str, Judgement]] = {"gegrond": "gegrond", "deels": "deels", "ongegrond": "ongegrond"}


def judgement(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'oordeel: gegrond/deels/ongegrond'."""
    chosen = _JUDGEMENTS[command.choice or ""]
    return step(scene, replace(complaint, judgement=chosen), "judgement", f"Oordeel: {chosen}.", chosen)


def cause(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'oorzaak: …': never in a letter to the client."""
    said = command.text or ""
    return step(scene, replace(complaint, cause=said), "cause", "De oorzaak is vastgelegd.", said)


def classify(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'soort: training, trainer': entries of the firm's lists, in any order."""
    classes = scene.firm.classification
    known = ", ".join((*classes.product, *classes.aspect, *classes.cause))
    if not known:
        return refused("Er zijn geen soorten ingesteld; de beheerder zet ze in de configuratie (classification).")
    words = [word.strip() for word in re.split(r"[,;/\n]", command.text or "") if word.strip()]
    made = classified(words, classes, complaint.classification)
    if not words or isinstance(made, str):
        return refused(
            f"“{made}” is geen soort. Kies uit: {known}." if isinstance(made, str) else f"Kies uit: {known}."
        )
    said = ", ".join(filter(None, (made.product, made.aspect, made.cause)))
    return step(scene, replace(complaint, classification=made), "classified", f"Soort: {said}.", said)


def structural(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'structureel: ja/nee': whether it can come back."""
    said = command.choice or ""
    yes = said == "ja"
    text = (
        "Structureel: leg ook een verbetermaatregel vast."
        if yes and not complaint.measures
        else f"Structureel: {said}."
    )
    return step(scene, replace(complaint, structural=yes), "structural", text, said)


_NOWHERE: Final = re.compile(r"(?:nee|neen|nergens|niet|no)\b[\s.,!]*+(?:hoor[\s.!]*+)?", re.IGNORECASE)
_UNKNOWN: Final = re.compile(r"(?:weet|nog|onbekend|geen idee|misschien|mogelijk|wellicht|\?)", re.IGNORECASE)


def elsewhere(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'elders: ook bij de online trainingen', 'elders: nee'."""
    said = " ".join((command.text or "").split())
    if not said or "?" in said or _UNKNOWN.match(said):
        return refused("Kan het ook ergens anders gebeuren? Stuur “elders: nee”, of “elders: ” met waar.")
    where = "" if _NOWHERE.fullmatch(said) else said
    text = f"Het kan ook elders gebeuren: {where}." if where else "Het kan niet ook elders gebeuren."
    return step(scene, replace(complaint, elsewhere=where), "elsewhere", text, said)


def measure(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'maatregel: … door jan voor 1 februari'."""
    if command.index is not None:
        return _promised_again(scene, complaint, command)
    owner = owner_called(scene, command.alias, complaint.handler or scene.by)
    if isinstance(owner, Effect):
        return owner
    added = Measure(text=command.text or "", owner=owner, internal=command.internal, due_on=command.on)
    same = [i for i, m in enumerate(complaint.measures) if m.text.casefold() == added.text.casefold()]
    if same:  # said again, now with its date or owner
        kept = complaint.measures[same[0]]
        added = replace(kept, due_on=command.on or kept.due_on, owner=owner if command.alias else kept.owner)
        owner = added.owner or owner
    count = same[0] + 1 if same else len(complaint.measures) + 1
    measures = (*complaint.measures[: count - 1], added, *complaint.measures[count:])
    asked = f". Noem ook een datum: “maatregel {count} voor 1 februari”"
    until = f", uiterlijk {day(added.due_on)}" if added.due_on else asked
    text = f"Maatregel {count} vastgelegd: {scene.name(owner)}{until}."
    return step(scene, replace(complaint, measures=measures), "measure", text, added.text)


def _promised_again(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'maatregel 2 voor 1 februari', 'maatregel 2 door els': who takes a measure that is on record, or by when."""
    told = f"is uiterlijk {day(command.on)} klaar" if command.on else "is"
    owner = None
    if command.alias:
        member = member_called(scene, command.alias)
        if isinstance(member, Effect):
            return member
        owner = member.address.lower()
        told += f" van {member.name}" if told == "is" else f", door {member.name}"

    def change(measure: Measure) -> Measure:
        return replace(measure, due_on=command.on or measure.due_on, owner=owner or measure.owner)

    return _change_measure(scene, complaint, command, "measure", told, change)


def measure_done(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'maatregel 1 gereed'."""
    on = command.on or scene.today
    return _change_measure(scene, complaint, command, "measure_done", "is gereed", lambda m: replace(m, done_on=on))


def measure_worked(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'maatregel 1 werkt' / 'werkt niet'."""
    worked = command.choice != "werkt niet"
    text = "werkt" if worked else "werkt niet. Leg een nieuwe maatregel vast"

    def change(measure: Measure) -> Measure:
        return replace(measure, worked=worked, done_on=measure.done_on or scene.today)

    return _change_measure(scene, complaint, command, "measure_judged", text, change)


def _change_measure(
    scene: Scene, complaint: Complaint, command: Command, event: Event, text: str, change: Callable[[Measure], Measure]
) -> Effect:
    count = len(complaint.measures)
    index = command.index or (1 if count == 1 else 0)
    if not 1 <= index <= count:
        return which("maatregel", enumerate((m.text for m in complaint.measures), 1))
    measures = tuple(change(m) if i == index else m for i, m in enumerate(complaint.measures, 1))
    return step(scene, replace(complaint, measures=measures), event, f"Maatregel {index} {text}.", f"{index} {text}")


def note(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'notitie: …': kept in the dossier."""
    return step(scene, complaint, "noted", "De notitie staat in het dossier.", command.text or "")


def keep(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'bewaar langer: reden': this dossier outlives the retention period."""
    said = command.text or ""
    return step(scene, replace(complaint, keep_reason=said), "kept", "Dit dossier wordt langer bewaard.", said)


ON_COMPLAINT: Final[Mapping[Verb, OnComplaint]] = {
    "serious": serious,
    "not_serious": not_serious,
    "discussed": discussed,
    "contact": contact,
    "no_answer": no_answer,
    "remedy": remedy,
    "judgement": judgement,
    "cause": cause,
    "classify": classify,
    "structural": structural,
    "elsewhere": elsewhere,
    "measure": measure,
    "measure_done": measure_done,
    "measure_worked": measure_worked,
    "note": note,
    "keep": keep,
}
