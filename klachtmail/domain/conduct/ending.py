"""How a complaint ends, goes on, or turns out to be something else."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from klachtmail.domain.commands.command import Command, Verb
from klachtmail.domain.conduct.closing import rejoined
from klachtmail.domain.conduct.drafting import offered
from klachtmail.domain.conduct.people import confirm, hand_to, lapsed_acknowledgement
from klachtmail.domain.conduct.promises import asked_for, from_ruling
from klachtmail.domain.conduct.scene import Effect, OnComplaint, Scene, complainant_key, on_day, refused, step
from klachtmail.domain.firm.dutch_dates import day
from klachtmail.domain.incoming.intake import aside_party, next_number, open_complaint, party_of
from klachtmail.domain.outgoing import letters, requests, routing
from klachtmail.domain.record import of_json
from klachtmail.domain.records.lifecycle import noted
from klachtmail.domain.records.model import Appeal, Complaint, Dismissal, HistoryEntry
from klachtmail.domain.records.parties import changed
from klachtmail.domain.records.sight import belonging, is_about
from klachtmail.domain.records.state import SetAside


def accepted(scene: Scene, complaint: Complaint, _command: Command) -> Effect:
    """'akkoord': the complainant accepts."""
    effect = step(scene, _with_reaction(scene, complaint, accepted=True), "accepted", "De klager is akkoord.")
    return asked_for(scene, complaint, effect)


def declined(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'niet akkoord': the complainant does not accept."""
    text = "De klager is niet akkoord. De klacht staat op de agenda van het partneroverleg."
    return step(scene, _with_reaction(scene, complaint, accepted=False), "declined", text, command.text or "")


def _with_reaction(scene: Scene, complaint: Complaint, *, accepted: bool) -> Complaint:
    key = complainant_key(scene, complaint)
    return changed(complaint, key, lambda party: replace(party, accepted=accepted, waiting_since=None))


def appeal(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'beroep [date]': the complainant went to the independent third party."""
    on = command.on or scene.today
    return step(
        scene,
        replace(complaint, appeal=Appeal(on=on)),
        "appealed",
        f"Beroep{on_day(command.on, scene)} vastgelegd.",
        on.isoformat(),
    )


def ruling(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'uitspraak: …': what the third party ruled."""
    held, said = complaint.appeal or Appeal(on=scene.today), command.text or ""
    after = replace(complaint, appeal=replace(held, ruling=said))
    return from_ruling(scene, complaint, step(scene, after, "ruled", "De uitspraak is vastgelegd.", said), said)


_LETTERS = {
    "nl": "Wij hebben goed gekeken naar wat u ons schreef.",
    "en": "We have carefully read what you wrote to us.",
    "de": "Wir haben sorgfältig gelesen, was Sie uns geschrieben haben.",
    "fr": "Nous avons lu attentivement ce que vous nous avez écrit.",
}


def no_complaint(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'geen klacht: vraag/compliment/anders, reden': kept, counted, reversible; a short letter is offered."""
    if not command.text and command.choice in {None, "anders"}:
        return refused("Waarom is dit geen klacht? Stuur bijvoorbeeld “geen klacht: vraag, wil een factuurkopie”.")
    kind = command.choice if command.choice in {"vraag", "compliment"} else "anders"
    reason = command.text or kind
    dismissal = of_json(Dismissal, {"kind": kind, "reason": reason})
    effect = step(
        scene,
        replace(complaint, dismissal=dismissal, closed_at=scene.now, waiting_since=None),
        "dismissed",
        f"Geen klacht ({kind}). Terugdraaien kan met “klacht”.",
        f"{kind}: {reason}",
    )
    if effect.ok:
        told = requests.dismissed(effect.complaints[0], scene.firm, scene.actor, f"{kind}: {reason}")
        effect = effect.writes(*told) if told else _heard_by_nobody(scene, effect)
    return offered(scene, effect, "no_complaint", _LETTERS.get(complaint.language, _LETTERS["nl"]))


def _heard_by_nobody(scene: Scene, effect: Effect) -> Effect:
    """Return a dismissal that no colleague hears of: the history says so, and the client is who should hear it."""
    kept = noted(effect.complaints[0], "noted", scene.now, scene.by, "afgedaan zonder dat een ander meekeek")
    text = f"{effect.text} Niemand anders hoort dit: er is één partner, die ook de beheerder is. Vertel het de klager."
    return replace(effect, text=text, complaints=(kept, *effect.complaints[1:]))


def complaint_after_all(scene: Scene, complaint: Complaint, _command: Command) -> Effect:
    """'klacht': it is one after all (dismissed, a remark, or only proposed)."""
    if complaint.is_remark:
        return _promote(scene, complaint)
    if complaint.status == "dismissed":
        return reopen(scene, complaint, _command)
    if not complaint.confirmed:
        return confirm(scene, complaint, Effect(ok=True, text=""))
    return Effect(ok=True, text=f"{complaint.number} is al een klacht.")


def _promote(scene: Scene, remark: Complaint) -> Effect:
    """Make a remark a complaint with a number of its own; its two weeks run from when it was received.

    Who pressed the button confirmed it: the client gets the acknowledgement, and the reporter handles it
    ('De medewerker die de klacht ontvangt, handelt deze zo mogelijk zelfstandig af').
    """
    if remark.merged_into:
        return Effect(ok=True, text=f"Deze melding is al klacht {remark.merged_into}.")
    number, state = next_number(scene.state, "K", remark.received_at.astimezone(scene.firm.organisation.zone).year)
    begun = HistoryEntry(at=scene.now, actor=scene.by, event="received", detail=f"was melding {remark.number}")
    proposed = replace(
        remark, number=number, status="new", closed_at=None, confirmed=False, history=(begun,), undo=None
    )
    told = Effect(ok=True, text=f"Melding {remark.number} is nu klacht {number}.")
    confirmed = confirm(scene, proposed, told)
    handed = _to_its_reporter(scene, confirmed.complaints[0])
    old = replace(
        noted(remark, "noted", scene.now, scene.by, f"nu klacht {number}"), status="merged", merged_into=number
    )
    return Effect(
        ok=True,
        text=f"{confirmed.text} {handed.text}".strip(),
        complaints=(*handed.complaints, old),
        letters=(*confirmed.letters, *handed.letters),
        state=state,
    )


def _to_its_reporter(scene: Scene, complaint: Complaint) -> Effect:
    reporter = scene.firm.member(complaint.reporter)
    if reporter is not None and reporter.role != "coordinator" and not is_about(complaint, reporter):
        return hand_to(scene, complaint, reporter)
    told = routing.routing(complaint, scene.firm, None, duty=scene.duty)
    return Effect(ok=True, text="", complaints=(complaint,), letters=told)


_ASIDE: Final = MappingProxyType(
    {
        "automatic": "apart gelegd, want het leek automatisch",
        "spam": "apart gelegd, want het leek ongewenst",
        "internal": "apart gelegd, want het kwam van een collega",
    }
)


def set_aside_complaint(scene: Scene, entry: SetAside) -> Effect:
    """'klacht' for a mail that was set aside: the two weeks run from its original receipt.

    What a colleague passed on is the client's complaint, and waits for somebody to confirm who that is.
    """
    mail = scene.reread(entry.sha256)
    if mail is None:
        return refused("Dat bericht is niet meer bewaard.")
    passed = mail.forwarded if entry.why == "internal" else None
    party, is_guess = aside_party(mail, scene.firm)
    complaint, state = open_complaint(
        scene.state,
        mail,
        scene.firm,
        scene.now,
        actor=scene.by,
        received_at=entry.received_at,
        party=party_of(passed.sender, scene.firm, passed.text) if passed else party,
        channel="forwarded" if passed else "written",
        confirmed=passed is None and not is_guess,
        detail=_ASIDE.get(entry.why, "apart gelegd"),
    )
    about = dict.fromkeys(address for c in belonging(entry, scene.records) for address in c.about)
    complaint = replace(complaint, about=tuple(about))  # else its text would now go to whom the other one is about
    state = replace(state, set_aside=tuple(x for x in state.set_aside if x.id != entry.id))
    text = f"Het bericht van {entry.sender or entry.name} is nu klacht {complaint.number}, te beantwoorden vóór {day(complaint.due_on)}."
    sent = routing.admission(complaint, scene.firm, mail, duty=scene.duty)
    return Effect(ok=True, text=text, complaints=(complaint,), letters=sent, state=state)


def reopen(scene: Scene, complaint: Complaint, _command: Command) -> Effect:
    """'heropen': goes on where it was."""
    if complaint.is_open:
        if (again := rejoined(scene, complaint)) is not None:
            return again
        return Effect(ok=True, text="Deze klacht is al open.")
    if complaint.is_remark:
        return refused("Dit is een melding. Stuur “klacht” om er een klacht van te maken.")
    parties = tuple(replace(party, accepted=None) for party in complaint.parties)
    effect = step(
        scene,
        replace(complaint, closed_at=None, dismissal=None, withdrawn=None, draft=None, accepted=None, parties=parties),
        "reopened",
        "De klacht is weer open.",
    )
    after = effect.complaints[0]
    told = [m for m in requests.responsible(after, scene.firm) if m != scene.actor]
    data = letters.Reopened(by=scene.actor.name)
    return effect.writes(*(requests.to_member(data, m, after) for m in told), *lapsed_acknowledgement(scene, after))


ON_COMPLAINT: Final[Mapping[Verb, OnComplaint]] = {
    "accepted": accepted,
    "declined": declined,
    "appeal": appeal,
    "ruling": ruling,
    "no_complaint": no_complaint,
    "complaint": complaint_after_all,
    "reopen": reopen,
}
