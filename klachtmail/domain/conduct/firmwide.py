"""What the firm does about no single complaint: general measures, and the decisions of the yearly review."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from klachtmail.domain.commands.command import Command, Verb
from klachtmail.domain.conduct import rights
from klachtmail.domain.conduct.papers import year_of
from klachtmail.domain.conduct.people import owner_called
from klachtmail.domain.conduct.scene import Effect, InGeneral, Scene, refused, which
from klachtmail.domain.firm.dutch_dates import day
from klachtmail.domain.records.model import Measure
from klachtmail.domain.records.state import Review

MOST: Final = 200  # of each; they are written at every commit
DROPPED: Final = Measure(text="")
_LATER: Final = re.compile(r"(\d{1,3}) (?:is )?(gereed|klaar|gedaan|werkt niet|werkt|vervalt)[.!]?", re.IGNORECASE)


def measure(scene: Scene, command: Command) -> Effect:
    """'algemene maatregel: tekst door jan voor 1 februari', 'algemene maatregel: 1 gereed'."""
    said = " ".join((command.text or "").split())
    if later := _LATER.fullmatch(said):
        return _changed(scene, int(later[1]), later[2].lower())
    if scene.actor.role != "partner":
        return refused(rights.ONLY_PARTNERS)
    owner = owner_called(scene, command.alias, scene.by)
    if isinstance(owner, Effect):
        return owner
    measures = scene.state.measures
    if sum(not each.is_dropped for each in measures) >= MOST:
        return refused(f"Er staan al {MOST} algemene maatregelen. Laat er eerst een vervallen.")
    added = Measure(text=said, owner=owner, internal=True, due_on=command.on)
    until = f", uiterlijk {day(command.on)}" if command.on else ""
    text = f"Algemene maatregel {len(measures) + 1} vastgelegd: {scene.name(owner)}{until}. Hij staat in de agenda."
    return Effect(ok=True, text=text, state=replace(scene.state, measures=(*measures, added)))


def _changed(scene: Scene, index: int, what: str) -> Effect:
    """Change one; one that is dropped leaves its place empty, or the button of an older mail would be of another."""
    measures = list(scene.state.measures)
    one = measures[index - 1] if 1 <= index <= len(measures) else DROPPED
    may_end = scene.actor.role == "partner"
    if not may_end and (one.owner != scene.by or what == "vervalt"):
        return refused(rights.ONLY_PARTNERS)
    if one.is_dropped:
        return which("algemene maatregel", ((i, m.text) for i, m in enumerate(measures, 1) if not m.is_dropped))
    worked = {"werkt": True, "werkt niet": False}.get(what, one.worked)
    after = replace(one, done_on=one.done_on or scene.today, worked=worked)
    measures[index - 1] = DROPPED if what == "vervalt" else after
    told = "is gereed" if what in {"gereed", "klaar", "gedaan"} else what
    text = f"Algemene maatregel {index} {told}: {one.text}."
    return Effect(ok=True, text=text, state=replace(scene.state, measures=tuple(measures)))


def review(scene: Scene, command: Command) -> Effect:
    """'directiebeoordeling: besluit': of this year, and in its first two months of the one that ended."""
    text = " ".join((command.text or "").split())
    year = year_of(scene.today)
    entry = Review(at=scene.now, by=scene.by, year=year, text=text)
    state = replace(scene.state, reviews=(*scene.state.reviews, entry)[-MOST:])
    return Effect(ok=True, text=f"Het besluit staat in het jaarverslag van {year}.", state=state)


IN_GENERAL: Final[Mapping[Verb, InGeneral]] = {"firm_measure": measure, "review": review}
