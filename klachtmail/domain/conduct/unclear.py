"""What a member is told of words that were not carried out: what was read, the words that stopped it, and what would do it."""

from dataclasses import replace
from typing import Final

from klachtmail.domain.commands.command import Unclear, Why
from klachtmail.domain.conduct import drafting
from klachtmail.domain.conduct.scene import Effect, Scene, refused, step
from klachtmail.domain.records.letter import Button
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.numbers import numbers_in

_LABEL: Final = 40  # characters: a button is no letter
_SHORT: Final = 3  # words: a slip or a question of that length is no note
_READ: Final[dict[Why, str]] = {
    "negation": "Ik lees een ontkenning{} en heb niets gedaan.",
    "condition": "Ik lees een voorwaarde{} en heb niets gedaan.",
    "question": "Ik lees een vraag{} en heb niets gedaan.",
    "not_yet": "Ik lees ‘nog niet’{} en heb niets gedaan.",
    "second_thoughts": "Ik lees ook{}, en heb dit daarom niet gedaan.",
    "more": "Ik lees ook{}, en heb dit daarom nog niet gedaan.",
    "ambiguous": "Ik weet niet zeker wat je bedoelt{} en heb niets gedaan.",
    "bad_date": "Die datum bestaat niet, of kan hier niet; ik heb niets gedaan.",
    "past_date": "Die datum is al geweest; ik heb niets gedaan.",
    "missing_value": "Er ontbreekt iets; ik heb niets gedaan.",
    "letter": "Dit leest als een brief aan de klager. De klager heeft dit niet gekregen.",
    "which": "Over welke klacht gaat dit?",
}


def asked(scene: Scene, complaint: Complaint, line: Unclear) -> Effect:
    """Return what nothing was done about, as a note too; a letter that was not sent is shown again, with its button."""
    kept = _kept(scene, complaint, line)
    effect = replace(
        refused(question(scene, line)), complaints=kept.complaints if kept else (), buttons=proposals(line)
    )
    if line.verb == "send" and complaint.draft is not None:
        shown = drafting.show(scene, Effect(ok=False, text="", complaints=(complaint,)))
        effect = replace(effect, letters=shown.letters)
    return effect


def _kept(scene: Scene, complaint: Complaint, line: Unclear) -> Effect | None:
    """Return the note that keeps what was not understood."""
    if len(line.line.split()) <= _SHORT or line.why in {"missing_value", "bad_date", "past_date"}:
        return None
    noted = step(scene, complaint, "noted", "", line.line)
    return (
        replace(noted, complaints=tuple(replace(c, undo=complaint.undo) for c in noted.complaints))
        if noted.ok
        else None
    )


def proposals(line: Unclear) -> tuple[Button, ...]:
    """Return a button for each line that would do what was meant."""
    lines = dict.fromkeys(each for each in (line.hint, *line.also) if each and each != "@")
    return tuple(
        Button(label=each if len(each) <= _LABEL else f"{each[:_LABEL]}…", line=each, number=_full(line.number))
        for each in lines
    )


def _full(number: str | None) -> str | None:
    return number if number and numbers_in(number) else None


def question(scene: Scene, line: Unclear) -> str:
    """Return why nothing was done and what to type: the words themselves, for they are copied as they stand."""
    if line.verb == "assign" and line.why == "missing_value":  # the button 'Geef aan …', sent as it opened
        return f"Aan wie? Stuur een van deze: {', '.join(f'@{m.alias}' for m in scene.firm.members)}."
    words = " ".join(line.words.split())[:80]
    why = _READ[line.why].format(
        f" (‘{words}’)" if words and line.why not in {"second_thoughts", "more"} else f" ‘{words}’" if words else ""
    )
    if line.verb == "send":
        return f"Nog niet verstuurd. {why} Je krijgt de brief nog eens te zien; antwoord daarop met “verstuur”, dan gaat hij zo."
    if not line.hint:
        return why
    if line.hint.endswith((": ", " ", "@")):
        return f"{why} Vul aan: {line.hint}…"
    return f"{why} {'Toch doen? ' if line.why in _SURE else ''}Typ dan: {line.hint}"


_SURE: Final = frozenset({"negation", "condition", "question", "not_yet", "second_thoughts", "more"})
