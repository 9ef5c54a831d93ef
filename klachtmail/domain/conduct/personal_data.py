"""'inzage adres', 'vergeet adres': what is kept of a person, shown; and erased, when that was shown first."""

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from klachtmail.domain.commands.command import Command, Verb
from klachtmail.domain.conduct.scene import Effect, InGeneral, Scene, refused
from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.outgoing import letters, requests
from klachtmail.domain.records.letter import Button
from klachtmail.domain.records.papers_asked import asked_for
from klachtmail.domain.records.state import ToForget

SHOWN_FOR: Final = dt.timedelta(days=14)  # so long the button that came with it erases
_SURE: Final = " zeker"
_ADDRESS: Final = re.compile(r"[^\s<>,;()]{1,100}@[^\s<>,;()]{1,100}")


@dataclass(frozen=True, slots=True)
class _Named:
    """Whom a line names: a bare address or '', and names beside it; `sure`: it confirms what was shown."""

    address: str
    names: tuple[str, ...]
    sure: bool

    @property
    def line(self) -> str:
        return ", ".join(filter(None, (self.address, *self.names)))

    def key(self, by: str) -> str:
        """Return what remembers that this was shown, without saying who it was."""
        said = hashlib.sha256(self.line.casefold().encode()).hexdigest()[:24]
        return f"forget {by} {said}"


def access(scene: Scene, command: Command) -> Effect:
    """'inzage adres', 'inzage: naam'."""
    named = _named(command)
    if (why := _why_nobody(named, scene.firm)) is not None:
        return refused(why)
    letter = requests.to_member(letters.Person(address=named.address, names=named.names), scene.actor, None)
    state = asked_for(scene.state, scene.by, "inzage van een persoon", scene.now)
    return Effect(ok=True, text="Je krijgt wat er is bewaard.", letters=(letter,), state=state)


def forget(scene: Scene, command: Command) -> Effect:
    """'vergeet adres': shows it first; 'vergeet adres zeker', from the button below that, has it done."""
    named = _named(command)
    if (why := _why_nobody(named, scene.firm)) is not None:
        return refused(why)
    key = named.key(scene.by)
    shown_at = scene.state.refused.get(key)
    if named.sure and shown_at is not None and scene.now - shown_at <= SHOWN_FOR:
        kept = {other: at for other, at in scene.state.refused.items() if other != key}
        state = replace(scene.state, refused=kept, to_forget=(*scene.state.to_forget, _task(scene, named)))
        text = "Dit wordt nu gewist. Je krijgt bericht als het klaar is."
        return Effect(ok=True, text=text, state=asked_for(state, scene.by, "vergeten van een persoon", scene.now))
    button = Button(label="Ja, wis alles, voorgoed", line=f"vergeet: {named.line} zeker")
    data = letters.Person(address=named.address, names=named.names, erase=True)
    letter = requests.to_member(data, scene.actor, None, buttons=(button,))
    state = replace(scene.state, refused={**scene.state.refused, key: scene.now})
    return Effect(ok=True, text="Kijk eerst wat er is; er is nog niets gewist.", letters=(letter,), state=state)


def _task(scene: Scene, named: _Named) -> ToForget:
    thread = scene.mail.message_id if scene.mail is not None else None
    return ToForget(at=scene.now, by=scene.by, address=named.address, names=named.names, thread=thread)


def _named(command: Command) -> _Named:
    said = command.text or ""
    whole = said.rstrip(" .!\n")
    sure = whole.casefold().endswith(_SURE)
    said = whole[: -len(_SURE)] if sure else said
    found = _ADDRESS.search(said)
    address = found.group().lower().strip(".'\"") if found else ""
    beside = f"{said[: found.start()]},{said[found.end() :]}" if found else said
    rest = (part.strip(" .<>\"'()") for part in re.split(r"[,;\n]", beside))
    return _Named(address, tuple(" ".join(name.split()) for name in rest if name), sure)


def _why_nobody(named: _Named, firm: Firm) -> str | None:
    if not named.address and not named.names:
        return "Van wie? Stuur “inzage ” of “vergeet ” met het mailadres; van wie er geen heeft: “inzage: naam”."
    of_members = {said.casefold() for member in firm.members for said in (member.name, member.alias)}
    if firm.member(named.address) is not None or any(name.casefold() in of_members for name in named.names):
        return "Dat is iemand van de organisatie. Wat de organisatie zelf doet, blijft bewaard."
    return None


IN_GENERAL: Final[Mapping[Verb, InGeneral]] = {"access": access, "forget": forget}
