"""'jaarverslag 2026', 'kwartaal 3', 'register', 'steekproef 5', 'bewijs': what an auditor asks for, as files with a mail."""

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from klachtmail.domain.agenda.yearly import quarter_before, quarter_of
from klachtmail.domain.commands.command import Command, Verb
from klachtmail.domain.conduct.scene import Effect, InGeneral, OnComplaint, Scene, refused
from klachtmail.domain.outgoing import letters, requests
from klachtmail.domain.records.lifecycle import noted
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.papers_asked import asked_for
from klachtmail.domain.records.sight import is_about

MOST: Final = 20  # dossiers of one sample
_FIRST: Final = 1990
_FEW: Final = 5
_LAST_YEARS: Final = 2  # months in which a report is of the year that ended


def report(scene: Scene, command: Command) -> Effect:
    """'jaarverslag', 'jaarverslag 2025'."""
    year = _year(scene, command)
    data = letters.Papers(what="report", year=year)
    return _given(scene, data, f"Je krijgt het jaarverslag van {year}.", f"jaarverslag {year}")


def quarter(scene: Scene, command: Command) -> Effect:
    """'kwartaal', 'kwartaal 3', 'kwartaal 3 2025'."""
    said = _numbers(command)
    if said and said[0] not in range(1, 5):
        return refused("Een kwartaal is 1, 2, 3 of 4: “kwartaal 3”, of “kwartaal 3 2025”.")
    year, number = _latest(scene.today, said[0] if said else None)
    if len(said) > 1:
        year = said[1]
    if not _FIRST <= year <= scene.today.year or (year, number) > quarter_of(scene.today):
        return refused("Dat kwartaal moet nog komen.")
    data = letters.Papers(what="quarter", year=year, quarter=number)
    name = f"kwartaal {number} van {year}"
    return _given(scene, data, f"Je krijgt de cijfers van {name}.", f"kwartaal {number} {year}")


def _latest(today: dt.date, number: int | None) -> tuple[int, int]:
    """Return the latest quarter of this number; without one the running one, and in its first month the one that ended."""
    year, running = quarter_of(today)
    if number is None:
        return (year, running) if today.month % 3 != 1 else quarter_before(year, running)
    return (year, number) if number <= running else (year - 1, number)


def register(scene: Scene, command: Command) -> Effect:
    """'register', 'register 2025': every complaint in a line, and nobody's name; and who asked for what."""
    year = _year(scene, command)
    data = letters.Papers(what="register", year=year)
    return _given(scene, data, f"Je krijgt het register van {year}.", f"register {year}")


def sample(scene: Scene, command: Command) -> Effect:
    """'steekproef 5', 'steekproef 5 1234': so many dossiers that ended, by lot; the same seed gives the same ones.

    Drawn are those whose SHA-256 of 'seed:number' is lowest, so that an auditor can do it again, and a dossier that came in
    since moves none of the others.
    """
    said = _numbers(command)
    count, seed = (said or [_FEW])[0], str(said[1] if len(said) > 1 else f"{scene.today:%Y%m%d}")
    if not 0 < count <= MOST:
        return refused(f"Een steekproef heeft 1 tot {MOST} dossiers.")
    year = scene.today.year - 1
    ended = [each for each in scene.records.everything() if _may_be_drawn(scene, each, year)]
    drawn = sorted(ended, key=lambda each: hashlib.sha256(f"{seed}:{each.number}".encode()).hexdigest())[:count]
    if not drawn:
        return refused(f"Er is geen afgerond dossier van {year} of later.")
    data = letters.Papers(
        what="evidence", year=year, numbers=tuple(each.number for each in drawn), seed=seed, of=len(ended)
    )
    effect = _given(
        scene,
        data,
        f"Je krijgt een steekproef van {len(drawn)} uit {len(ended)} dossiers, met zaad {seed}.",
        f"steekproef {len(drawn)}, zaad {seed}",
    )
    return replace(effect, complaints=tuple(noted(each, "shown", scene.now, scene.by, "steekproef") for each in drawn))


def _may_be_drawn(scene: Scene, complaint: Complaint, year: int) -> bool:
    is_over = complaint.status in {"closed", "dismissed"} and not complaint.is_remark
    return is_over and complaint.received_at.year >= year and not is_about(complaint, scene.actor)


def evidence(scene: Scene, complaint: Complaint, _command: Command) -> Effect:
    """'bewijs': the dossier as a file to print, without who complained."""
    data = letters.Papers(what="evidence", numbers=(complaint.number,))
    letter = requests.to_member(data, scene.actor, None)
    shown = noted(complaint, "shown", scene.now, scene.by, "bewijs")
    return Effect(ok=True, text=f"Je krijgt het bewijs van {complaint.number}.", complaints=(shown,), letters=(letter,))


def _given(scene: Scene, data: letters.Papers, text: str, what: str) -> Effect:
    letter = requests.to_member(data, scene.actor, None)
    return Effect(ok=True, text=text, letters=(letter,), state=asked_for(scene.state, scene.by, what, scene.now))


def _year(scene: Scene, command: Command) -> int:
    """Return the year that is named; else this one, and in its first two months the one that ended."""
    named = next((number for number in _numbers(command) if _FIRST <= number <= scene.today.year), None)
    return named or year_of(scene.today)


def year_of(today: dt.date) -> int:
    """Return the year that is looked back on: this one, and in its first two months the one that ended."""
    return today.year if today.month > _LAST_YEARS else today.year - 1


def _numbers(command: Command) -> list[int]:
    return [int(each) for each in re.findall(r"(?<!\S)(\d{1,9})(?:e|ste)?(?![\w-])", command.line)[:3]]


ON_COMPLAINT: Final[Mapping[Verb, OnComplaint]] = {"evidence": evidence}


IN_GENERAL: Final[Mapping[Verb, InGeneral]] = {
    "report": report,
    "quarter": quarter,
    "register": register,
    "sample": sample,
}
