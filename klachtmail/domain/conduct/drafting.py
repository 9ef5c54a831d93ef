"""Letters that a person writes: drafted, shown exactly as the client will get them, and sent only by 'verstuur'."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from klachtmail.domain.commands.command import Command
from klachtmail.domain.conduct.people import confirm
from klachtmail.domain.conduct.scene import Effect, Scene, on_day, refused, step
from klachtmail.domain.firm.dutch_dates import day
from klachtmail.domain.outgoing import requests
from klachtmail.domain.records.letter import LetterRequest
from klachtmail.domain.records.model import Complaint, Draft, DraftKind

if TYPE_CHECKING:
    from klachtmail.domain.records.lifecycle import Event

TOKEN_VERSIONS: Final = 256  # a token has one byte for the version


def acknowledge(scene: Scene, complaint: Complaint, _command: Command) -> Effect:
    """'bevestig': confirms a proposed complaint; sends the acknowledgement (again)."""
    if not complaint.confirmed:
        asked = scene.firm.procedure.acknowledge == "on_request"
        confirmed = confirm(scene, complaint, Effect(ok=False, text=""), asked=asked)
        return confirmed if confirmed.ok else refused("Deze klacht is niet meer open.")
    if not complaint.is_open:
        return refused("Deze klacht is niet meer open.")
    if complaint.complainant.address is None:
        letter = {"of": "acknowledgement", "letter": {"open": []}}
        return Effect(ok=True, text="De klager heeft geen e-mail: je krijgt de brief om te printen.").writes(
            requests.to_member("print", scene.actor, complaint, data=letter, buttons=(requests.POSTED,))
        )
    if why := requests.cannot_write(complaint, scene.firm):
        return refused(f"Dat kan niet: {why}.")
    text = f"De ontvangstbevestiging gaat naar {complaint.complainant.address}."
    return Effect(ok=True, text=text, complaints=(complaint,)).writes(requests.acknowledgement(complaint))


def answer(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'antwoord: …': a question or news for the complainant; or the own words in the letter that it is no complaint."""
    declines = complaint.draft is not None and complaint.draft.kind == "no_complaint"
    return _write(scene, complaint, "no_complaint" if declines else "answer", command.text)


def outcome(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'uitkomst: …': what the investigation found, for the client."""
    return _write(scene, replace(complaint, outcome=command.text), "outcome", command.text)


def proposal(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'voorstel: …' (procedure: 'voorstel aan klant doen ter oplossing')."""
    return _write(scene, replace(complaint, proposal=command.text), "outcome", command.text)


def postpone(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'uitstel 1 december: reden': a letter about a new due date; the original date stays beside it."""
    if complaint.answered_at is not None:
        return refused("De uitkomst is al gemeld; uitstel is niet meer nodig.")
    if command.on is None or not command.text:
        return refused("Tot wanneer, en waarom? Stuur bijvoorbeeld “uitstel 1 december: wij wachten op de trainer”.")
    if command.on <= scene.today:
        return refused(f"{day(command.on)} is geen latere datum. Kies een dag na vandaag.")
    if command.on <= complaint.due_on:
        return refused(f"De klager hoort het al uiterlijk {day(complaint.due_on)}. Kies een dag daarna.")
    return _write(scene, complaint, "postponement", command.text, due=command.on)


def _write(
    scene: Scene, complaint: Complaint, kind: DraftKind, text: str | None, *, due: dt.date | None = None
) -> Effect:
    if not text:
        return refused("Ik zie geen tekst achter de dubbele punt.")
    if not complaint.is_open and kind not in {"answer", "no_complaint"}:
        return refused("Deze klacht is niet meer open; stuur eerst “heropen”.")
    drafted = _with_draft(scene, complaint, kind, text, due)
    effect = step(
        scene, drafted, "drafted", "Het concept staat klaar; je krijgt het te zien zoals de klager het krijgt.", kind
    )
    return show(scene, effect) if effect.ok else effect


def _with_draft(
    scene: Scene, complaint: Complaint, kind: DraftKind, text: str | None, due: dt.date | None = None
) -> Complaint:
    version = complaint.versions + 1
    new = Draft(kind=kind, version=version, by=scene.by, at=scene.now, text=text, due_on=due)
    return replace(complaint, draft=new, versions=version)


def show(scene: Scene, effect: Effect) -> Effect:
    """Add the draft as it stands now to the letters."""
    after = effect.complaints[0]
    return effect.writes(requests.draft(after, scene.firm, scene.actor, scene.today, warnings(after, scene)))


def as_they_are_now(scene: Scene, numbers: Iterable[str]) -> Iterator[LetterRequest]:
    """Yield the drafts of these complaints after the last line of a mail: what a later line changed is in them.

    Shown by the line that wrote it, a draft would carry the token of a version that 'oordeel: deels' has replaced.
    """
    for number in numbers:
        complaint = scene.records.complaint(number)
        if complaint is not None and complaint.draft is not None:
            yield from show(scene, Effect(ok=True, text="", complaints=(complaint,))).letters


def warnings(complaint: Complaint, scene: Scene) -> list[str]:
    """Return what the writer of a draft had better know before he sends it."""
    if complaint.draft is None:
        return []
    found = []
    if not complaint.confirmed:
        found.append("De klager is nog niet bevestigd: stuur eerst “bevestig” of “klager: naam <adres>”.")
    if complaint.draft.kind == "outcome":
        if not complaint.outcome:
            found.append("Er staat nog geen uitkomst in: schrijf “uitkomst: …”.")
        if not complaint.proposal:
            found.append("Er staat nog geen voorstel in: schrijf “voorstel: …”.")
        if complaint.structural and not complaint.measures:
            found.append("De fout is structureel, maar er is nog geen maatregel.")
    if complaint.draft.kind == "postponement" and complaint.due_on != complaint.original_due_on:
        found.append("Er is al eerder uitstel gegeven.")
    if complaint.complainant.address is None and scene.actor is not None:
        found.append("De klager heeft geen e-mail: na “verstuur” krijg je de brief om te printen.")
    return found


def send(scene: Scene, complaint: Complaint, _command: Command) -> Effect:
    """'verstuur': sends the draft that the answered mail shows, and no other."""
    current = complaint.draft
    if current is None:
        return refused("Er is geen concept om te versturen.")
    shown = scene.scope is None or (scene.scope == "draft" and scene.version == current.version % TOKEN_VERSIONS)
    if not shown:
        return _shown_first(scene, complaint)
    if lacking := _lacks(complaint, current, scene.today):
        return refused(lacking)
    letter = requests.to_complainant(
        requests.LETTER_OF[current.kind],
        complaint,
        scene.actor,
        data=requests.client_letter(complaint, scene.firm, scene.today),
    )
    if not letter.is_outside:
        return Effect(
            ok=True, text="De klager heeft geen e-mail: je krijgt de brief om te printen. Meld daarna “gepost”."
        ).writes(letter)
    if why := requests.cannot_write(complaint, scene.firm):
        return refused(f"Dat kan niet: {why}. Bel of schrijf de klager, en meld het met “uitkomst gemeld” of “gepost”.")
    effect = _complete(scene, complaint, current, scene.now, f"De brief gaat naar {complaint.complainant.address}.")
    return effect.writes(letter) if effect.ok else effect


def _shown_first(scene: Scene, complaint: Complaint) -> Effect:
    """Show the draft that was to be sent: nothing failed when the mail answered could not show it, as in the morning."""
    stale = scene.scope == "draft"
    told = (
        "Er is intussen iets veranderd. Je krijgt het concept opnieuw; antwoord daarop met “verstuur”."
        if stale
        else "Er is nog niets verstuurd: je krijgt de brief eerst te zien. Antwoord daarop met “verstuur”."
    )
    shown = show(scene, Effect(ok=not stale, text=told, complaints=(complaint,)))
    return replace(shown, complaints=())


def _lacks(complaint: Complaint, current: Draft, today: dt.date) -> str:
    """Return what must be done before this draft may go, or ''."""
    if not complaint.confirmed:
        return "De klager is nog niet bevestigd: stuur eerst “bevestig” of “klager: naam <adres>”."
    if current.kind == "outcome" and not complaint.outcome:
        return "Er staat nog geen uitkomst in: schrijf “uitkomst: …”."
    if current.due_on is not None and current.due_on <= max(today, complaint.due_on):
        return f"{day(current.due_on)} is geen later tijdstip meer. Schrijf het uitstel opnieuw, met een latere datum."
    return ""


def _complete(scene: Scene, complaint: Complaint, current: Draft, at: dt.datetime, text: str) -> Effect:
    """Record what the sent or posted letter means for the complaint."""
    event: Event = "message_sent"
    done = replace(complaint, draft=None, waiting_since=None)
    if current.kind == "outcome":
        event = "answered"
        done = replace(done, answered_at=at)
    elif current.kind == "postponement" and current.due_on is not None:
        event = "postponed"
        done = replace(done, due_on=current.due_on)
        text = f"{text} De nieuwe uiterste datum is {day(current.due_on)}."
    return step(scene, done, event, text, current.kind)


def told(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'uitkomst gemeld': told by phone or in person instead of by letter."""
    if command.on is not None and command.on > scene.today:
        return refused("Die datum ligt in de toekomst.")
    if not (command.text or complaint.outcome):
        return refused("Wat heb je gemeld? Stuur “uitkomst gemeld: ” met de uitkomst in een paar woorden.")
    at = scene.moment(command.on)
    return step(
        scene,
        replace(
            complaint,
            answered_at=at,
            outcome=complaint.outcome or command.text,
            contacted_at=complaint.contacted_at or at,
            waiting_since=None,
            draft=None,
        ),
        "answered",
        f"De uitkomst is gemeld{on_day(command.on, scene)}.",
        command.text or "",
    )


def posted(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'gepost': the printed letter was sent."""
    if command.on is not None and command.on > scene.today:
        return refused("Die datum ligt in de toekomst.")
    at = scene.moment(command.on)
    text = f"Gepost{on_day(command.on, scene)}."
    if complaint.draft is not None:
        return _complete(scene, complaint, complaint.draft, at, text)
    after = replace(complaint, acknowledged_at=complaint.acknowledged_at or at)
    return step(scene, after, "posted", text, "")
