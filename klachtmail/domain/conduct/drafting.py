"""Letters that a person writes: drafted, shown exactly as the client will get them, and sent only by 'verstuur'."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from klachtmail.domain.commands.command import Command, Verb
from klachtmail.domain.conduct.others_named import read_of_another
from klachtmail.domain.conduct.outcome_told import complete
from klachtmail.domain.conduct.people import confirm
from klachtmail.domain.conduct.postponing import why_not_later
from klachtmail.domain.conduct.scene import Effect, OnComplaint, Scene, complainant_key, refused, step
from klachtmail.domain.conduct.second_reader import before_it_goes, let_go
from klachtmail.domain.firm.dutch_dates import day
from klachtmail.domain.outgoing import client_letters, letters, may_answer, requests
from klachtmail.domain.records.letter import LetterRequest
from klachtmail.domain.records.model import ALL, Complaint, Draft, DraftKind, Party
from klachtmail.domain.records.parties import (
    addressee,
    going_on,
    key_of,
    known_to,
    last_promised,
    party_called,
    untold,
    was_postponed,
)
from klachtmail.domain.records.steps import party_name


def acknowledge(scene: Scene, complaint: Complaint, _command: Command) -> Effect:
    """'bevestig': confirms a proposed complaint; sends the acknowledgement (again)."""
    if not complaint.confirmed:
        asked = scene.firm.procedure.acknowledge == "on_request"
        return confirm(scene, complaint, Effect(ok=True, text=""), asked=asked)
    if not complaint.is_open:
        return refused("Deze klacht is niet meer open.")
    key = complainant_key(scene, complaint)
    whose = party_called(complaint, key) or complaint.complainant
    if addressee(complaint, whose).address is None:
        letter = requests.to_party(letters.Acknowledgement(), complaint, whose, scene.actor)
        return Effect(ok=True, text="De klager heeft geen e-mail: je krijgt de brief om te printen.").writes(letter)
    if why := _cannot_write(scene, complaint, whose):
        return refused(f"Dat kan niet: {why}.")
    text = f"De ontvangstbevestiging gaat naar {addressee(complaint, whose).address}."
    sent = requests.acknowledgement(complaint, key=key)  # the desk notes it with the person, when the letter goes
    return Effect(ok=True, text=text, complaints=(complaint,)).writes(sent)


def answer(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'antwoord: …': a question or news for the complainant; or the own words in the letter that it is no complaint."""
    declines = complaint.draft is not None and complaint.draft.kind == "no_complaint"
    to = ALL if command.choice == ALL else command.address or scene.party
    if to != ALL and party_called(complaint, to) is None:
        return refused(f"Ik ken geen {to} in deze klacht.")
    return _write(scene, complaint, "no_complaint" if declines and to is None else "answer", command.text, to=to)


def outcome(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'uitkomst: …': what the investigation found, for the client."""
    to = ALL if command.choice == ALL else None
    return _write(scene, replace(complaint, outcome=command.text), "outcome", command.text, to=to)


def proposal(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'voorstel: …' (procedure: 'voorstel aan klant doen ter oplossing')."""
    again = complaint.draft is not None and complaint.draft.kind == "outcome" and complaint.draft.to == ALL
    to = ALL if again or command.choice == ALL else None
    return _write(scene, replace(complaint, proposal=command.text), "outcome", command.text, to=to)


def postpone(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'uitstel 1 december: reden': a letter about a new due date; the original date stays beside it."""
    if not untold(complaint):
        return refused("De uitkomst is al gemeld; uitstel is niet meer nodig.")
    if command.on is None or not command.text:
        return refused("Tot wanneer, en waarom? Stuur bijvoorbeeld “uitstel 1 december: wij wachten op de trainer”.")
    if why := why_not_later(scene, complaint, untold(complaint), command.on, command.text):
        return refused(why)
    return _write(scene, complaint, "postponement", command.text, due=command.on)


def _write(
    scene: Scene,
    complaint: Complaint,
    kind: DraftKind,
    text: str | None,
    *,
    due: dt.date | None = None,
    to: str | None = None,
) -> Effect:
    if not complaint.is_open and kind not in {"answer", "no_complaint", "withdrawn", "closed"}:
        return refused("Deze klacht is niet meer open; stuur eerst “heropen”.")
    drafted = _with_draft(scene, complaint, kind, text, due, to)
    effect = step(
        scene, drafted, "drafted", "Het concept staat klaar; je krijgt het te zien zoals de klager het krijgt.", kind
    )
    return show(scene, effect) if effect.ok else effect


def _with_draft(
    scene: Scene,
    complaint: Complaint,
    kind: DraftKind,
    text: str | None,
    due: dt.date | None = None,
    to: str | None = None,
) -> Complaint:
    version = complaint.versions + 1
    new = Draft(kind=kind, version=version, by=scene.by, at=scene.now, text=text, due_on=due, to=to)
    return replace(complaint, draft=new, versions=version)


def show(scene: Scene, effect: Effect) -> Effect:
    """Add the draft as it stands now to the letters."""
    after = effect.complaints[0]
    if after.draft is None:
        return effect
    known = warnings(after, after.draft, scene)
    return effect.writes(client_letters.draft(after, after.draft, scene.firm, scene.actor, scene.today, known))


def offered(scene: Scene, effect: Effect, kind: DraftKind, words: str | None = None) -> Effect:
    """Add a short letter to the client as a draft, where one can arrive; to send it is the member's choice."""
    if not effect.ok:
        return effect
    complaint = effect.complaints[0]
    if not complaint.confirmed or all(_cannot_write(scene, complaint, party) for party in going_on(complaint)):
        return effect
    return laid_ready(scene, effect, kind, words)


def laid_ready(scene: Scene, effect: Effect, kind: DraftKind, words: str | None = None) -> Effect:
    """Add a short letter as a draft; to send it is the member's choice."""
    after = _with_draft(scene, effect.complaints[0], kind, words)
    text = f"{effect.text} Je krijgt een korte brief aan de klager te zien; sturen hoeft niet."
    return show(scene, replace(effect, text=text, complaints=(after, *effect.complaints[1:])))


def as_they_are_now(scene: Scene, numbers: Iterable[str]) -> Iterator[LetterRequest]:
    """Yield the drafts of these complaints after the last line of a mail: what a later line changed is in them.

    Shown by the line that wrote it, a draft would carry the token of a version that 'oordeel: deels' has replaced.
    """
    for number in numbers:
        complaint = scene.records.complaint(number)
        if complaint is not None:
            yield from show(scene, Effect(ok=True, text="", complaints=(complaint,))).letters


def warnings(complaint: Complaint, current: Draft, scene: Scene) -> list[str]:
    """Return what the writer of a draft had better know before it is sent."""
    found = []
    if not complaint.confirmed:
        found.append("De klager is nog niet bevestigd: stuur eerst “bevestig” of “klager: naam <adres>”.")
    if current.kind == "outcome":
        if not complaint.outcome:
            found.append("Er staat nog geen uitkomst in: schrijf “uitkomst: …”.")
        if not complaint.proposal:
            found.append("Er staat nog geen voorstel in: schrijf “voorstel: …”.")
        if complaint.structural and not complaint.measures:
            found.append("De fout is structureel, maar er is nog geen maatregel.")
    if current.kind == "postponement" and was_postponed(complaint):
        found.append("Er is al eerder uitstel gegeven.")
    return [*found, *_about_its_readers(complaint, current, client_letters.recipients(complaint, scene.today))]


def _about_its_readers(complaint: Complaint, current: Draft, people: Sequence[Party]) -> Iterator[str]:
    """Yield who reads of whom in it, who gets it by post, and who does not get it."""
    if current.kind == "outcome" and (knew := [p for p in going_on(complaint) if p not in people]):
        names = ", ".join(f"{party_name(p)} ({p.number})" for p in knew)
        yield f"Hoorde de uitkomst al en krijgt deze brief niet: {names}. Toch wel? “uitkomst aan allen: …”."
    for named, reader in read_of_another(complaint, current, people):
        yield f"De tekst noemt {named}, en de brief gaat ook naar {party_name(reader)}. Wil je dat niet, schrijf hem dan opnieuw."
    if len(people) == 1 and addressee(complaint, people[0]).address is None:
        yield "De klager heeft geen e-mail: na “verstuur” krijg je de brief om te printen."
    elif by_post := [party_name(p) for p in people if addressee(complaint, p).address is None]:
        yield f"Geen e-mail: {', '.join(by_post)}. Na “verstuur” krijg je die brief om te printen."


def send(scene: Scene, complaint: Complaint, _command: Command) -> Effect:
    """'verstuur': sends the draft that the answered mail shows, and no other."""
    current = complaint.draft
    if current is None:
        return refused("Er is geen concept om te versturen.")
    if (first := _before_it_goes(scene, complaint, current)) is not None:
        return first
    current = let_go(scene, current)
    complaint = replace(complaint, draft=current)
    people = client_letters.recipients(complaint, scene.today)
    to = {p.number: addressee(complaint, p).address for p in people}
    unfit = {p.number: why for p in people if to[p.number] and (why := _cannot_write(scene, complaint, p))}
    mailed = [p for p in people if to[p.number] and p.number not in unfit]
    printed = [p for p in people if to[p.number] is None]
    if unfit and not mailed and not printed:
        why = next(iter(unfit.values()))
        return refused(f"Dat kan niet: {why}. Bel of schrijf de klager, en meld het met “uitkomst gemeld” of “gepost”.")
    written = [_letter(scene, complaint, current, party) for party in (*mailed, *printed)]
    if not mailed:
        text = "De klager heeft geen e-mail: je krijgt de brief om te printen. Meld daarna “gepost”."
        return Effect(ok=True, text=text, complaints=(complaint,)).writes(*written)
    text = " ".join(
        _sent_to(
            [to[p.number] or "" for p in mailed], printed, [(p, unfit[p.number]) for p in people if p.number in unfit]
        )
    )
    effect = complete(scene, complaint, current, scene.now, text, mailed, posting=printed)
    return effect.writes(*written) if effect.ok else effect


def _before_it_goes(scene: Scene, complaint: Complaint, current: Draft) -> Effect | None:
    """Return what must be done before this draft may go: it is shown, complete, and read by a second where that is asked."""
    shown = scene.scope is None or (scene.scope == "draft" and scene.version == complaint.versions)
    if not shown:
        return _shown_first(scene, complaint)
    if lacking := _lacks(complaint, current, scene.today):
        return refused(lacking)
    if current.kind != "outcome" or scene.scope is None:
        return None
    return before_it_goes(scene, complaint, current)


def _letter(scene: Scene, complaint: Complaint, current: Draft, party: Party) -> LetterRequest:
    """Return the letter that the draft becomes for this party."""
    data = client_letters.client_letter(complaint, current, scene.firm, scene.today, key_of(complaint, party))
    return requests.to_party(data, complaint, party, scene.actor)


def _cannot_write(scene: Scene, complaint: Complaint, party: Party) -> str:
    return may_answer.cannot_write(known_to(complaint, key_of(complaint, party)), scene.firm)


def _sent_to(to: Sequence[str], printed: Sequence[Party], unfit: Sequence[tuple[Party, str]]) -> Iterator[str]:
    """Yield in Dutch who gets the letter, who gets it by post, and who gets none."""
    yield f"De brief gaat naar {to[0]}." if len(to) == 1 else f"De brief gaat naar {', '.join(to)}, ieder apart."
    if printed:
        yield f"Om te printen: {', '.join(map(party_name, printed))}. Meld daarna “gepost”."
    for party, why in unfit:
        yield f"{party_name(party)} krijgt geen brief: {why}."


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
    if current.due_on is not None and current.due_on <= max(today, last_promised(complaint)):
        return f"{day(current.due_on)} is geen later tijdstip meer. Schrijf het uitstel opnieuw, met een latere datum."
    return ""


ON_COMPLAINT: Final[Mapping[Verb, OnComplaint]] = {
    "acknowledge": acknowledge,
    "answer": answer,
    "outcome": outcome,
    "proposal": proposal,
    "postpone": postpone,
    "send": send,
}
