"""How a complaint ends, goes on, or turns out to be something else."""

import datetime as dt
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from klachtmail.domain.commands.command import Command
from klachtmail.domain.conduct.drafting import show
from klachtmail.domain.conduct.people import confirm, hand_to
from klachtmail.domain.conduct.rights import may_see
from klachtmail.domain.conduct.scene import Effect, Scene, on_day, refused, step
from klachtmail.domain.firm.dutch_dates import day
from klachtmail.domain.incoming.intake import next_number, open_complaint, party_of
from klachtmail.domain.outgoing import requests
from klachtmail.domain.record import of_json
from klachtmail.domain.records.classification import lacks_class
from klachtmail.domain.records.lifecycle import noted, resumed
from klachtmail.domain.records.model import Appeal, Complaint, Dismissal, Draft, HistoryEntry, Message, SetAside
from klachtmail.domain.records.steps import missing_to_close


def accepted(scene: Scene, complaint: Complaint, _command: Command) -> Effect:
    """'akkoord': the complainant accepts."""
    return step(scene, replace(complaint, accepted=True, waiting_since=None), "accepted", "De klager is akkoord.")


def declined(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'niet akkoord': the complainant does not accept."""
    text = "De klager is niet akkoord. De klacht staat op de agenda van het partneroverleg."
    return step(scene, replace(complaint, accepted=False, waiting_since=None), "declined", text, command.text or "")


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
    if not command.text:
        return refused("Wat is de uitspraak? Stuur “uitspraak: ” met de uitspraak.")
    held = complaint.appeal or Appeal(on=scene.today)
    return step(
        scene,
        replace(complaint, appeal=replace(held, ruling=command.text)),
        "ruled",
        "De uitspraak is vastgelegd.",
        command.text,
    )


def withdrawn(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'ingetrokken: reden'."""
    if not command.text:
        return refused("Waarom trekt de klager de klacht in? Stuur “ingetrokken: ” met de reden.")
    text = "De klager heeft de klacht ingetrokken; de klacht is gesloten."
    return step(
        scene,
        replace(complaint, withdrawn=command.text, closed_at=scene.now, waiting_since=None, draft=None),
        "withdrawn",
        text,
        command.text,
    )


_LETTERS = {
    "nl": "Wij hebben goed gekeken naar wat u ons schreef.",
    "en": "We have carefully read what you wrote to us.",
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
    if not effect.ok or requests.cannot_write(complaint, scene.firm) or not complaint.confirmed:
        return effect
    version = complaint.versions + 1
    offered = Draft(
        kind="no_complaint",
        version=version,
        by=scene.by,
        at=scene.now,
        text=_LETTERS.get(complaint.language, _LETTERS["nl"]),
    )
    after = replace(effect.complaints[0], draft=offered, versions=version)
    text = f"{effect.text} Je krijgt een korte brief aan de klager te zien; sturen hoeft niet."
    return show(scene, Effect(ok=True, text=text, complaints=(after,)))


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

    Who pressed the button confirmed it: the client gets his acknowledgement, and the reporter handles it
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
    if reporter is not None and reporter.address.lower() not in complaint.about:
        return hand_to(scene, complaint, reporter)
    letters = requests.routing(complaint, scene.firm, None)
    return Effect(ok=True, text="", complaints=(complaint,), letters=letters)


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
    complaint, state = open_complaint(
        scene.state,
        mail,
        scene.firm,
        scene.now,
        actor=scene.by,
        received_at=entry.received_at,
        party=party_of(passed.sender, scene.firm, passed.text)
        if passed
        else party_of(mail.sender, scene.firm, mail.new_text),
        channel="forwarded" if passed else "written",
        confirmed=passed is None,
        detail=_ASIDE.get(entry.why, "apart gelegd"),
    )
    state = replace(state, set_aside=tuple(x for x in state.set_aside if x.id != entry.id))
    text = f"Het bericht van {entry.sender or entry.name} is nu klacht {complaint.number}, te beantwoorden vóór {day(complaint.due_on)}."
    letters = requests.admission(complaint, scene.firm, mail)
    return Effect(ok=True, text=text, complaints=(complaint,), letters=letters, state=state)


def close(scene: Scene, complaint: Complaint, _command: Command) -> Effect:
    """'sluit': refused while something of the procedure is missing, with the list."""
    if not complaint.is_open:
        return step(scene, complaint, "closed", "")
    missing = [*missing_to_close(complaint), *(["soort (“soort: …”)"] if lacks_class(complaint, scene.firm) else [])]
    if missing:
        return refused(f"Sluiten kan nog niet. Nog nodig: {'; '.join(missing)}.")
    return step(
        scene,
        replace(complaint, closed_at=scene.now, waiting_since=None, draft=None),
        "closed",
        "De klacht is gesloten.",
    )


def reopen(scene: Scene, complaint: Complaint, _command: Command) -> Effect:
    """'heropen': goes on where it was."""
    if complaint.is_open:
        return Effect(ok=True, text="Deze klacht is al open.")
    if complaint.is_remark:
        return refused("Dit is een melding. Stuur “klacht” om er een klacht van te maken.")
    effect = step(
        scene,
        replace(complaint, closed_at=None, dismissal=None, withdrawn=None, draft=None, accepted=None),
        "reopened",
        "De klacht is weer open.",
    )
    if not effect.ok:
        return effect
    after = effect.complaints[0]
    told = [m for m in requests.responsible(after, scene.firm) if m != scene.actor]
    data = {"by": scene.actor.name}
    return effect.writes(*(requests.to_member("reopened", m, after, data=data, buttons=(requests.TAKE,)) for m in told))


def merge(scene: Scene, complaint: Complaint, command: Command) -> Effect:
    """'samenvoegen K2026-0003': this one goes into that one; another complainant: asks first."""
    wanted = (command.target or "").upper()
    if wanted.isdecimal():
        wanted = f"{complaint.number[:6]}{int(wanted):04d}"
    target = scene.records.complaint(wanted)
    if target is None or not may_see(scene.actor, target):
        return refused(f"Ik ken geen klacht {command.target or ''}.".replace(" .", "."))
    if target.number == complaint.number:
        return refused("Een klacht kan niet met zichzelf worden samengevoegd.")
    if target.merged_into is not None or not target.is_open:
        return refused(f"{target.number} is niet meer open.")
    same = complaint.complainant.address is not None and complaint.complainant.address == target.complainant.address
    if not same and command.choice is None:
        return refused(
            f"Deze klachten hebben verschillende klagers. Weet je het zeker? Stuur “samenvoegen {target.number} zeker”."
        )
    effect = step(
        scene,
        replace(complaint, merged_into=target.number, closed_at=scene.now, waiting_since=None, draft=None),
        "merged",
        f"{complaint.number} gaat verder in {target.number}.",
        target.number,
    )
    if not effect.ok:
        return effect
    absorbed = _absorbed(scene, target, complaint)
    had_it = tuple(m for m in (scene.firm.member(complaint.handler),) if m and m.address.lower() not in absorbed.about)
    told = dict.fromkeys(m.address for m in (*requests.responsible(absorbed, scene.firm), *had_it) if m != scene.actor)
    data = {"into": target.number, "by": scene.actor.name}
    letters = tuple(
        requests.to_member("merged", m, complaint, data=data) for m in scene.firm.members if m.address in told
    )
    return Effect(ok=True, text=effect.text, complaints=(*effect.complaints, absorbed), letters=letters)


def _absorbed(scene: Scene, target: Complaint, source: Complaint) -> Complaint:
    """Return the complaint that takes the other one in: its messages, people and promises, and the earlier dates."""
    extra = [a for a in (source.complainant.address, *source.others) if a and a != target.complainant.address]
    about = tuple(dict.fromkeys((*target.about, *source.about)))
    handler = next((h for h in (target.handler, source.handler) if h is not None and h not in about), None)
    effect = step(
        scene,
        replace(
            target,
            others=tuple(dict.fromkeys((*target.others, *extra))),
            about=about,
            due_on=min(target.due_on, source.due_on),
            messages=(*target.messages, *_messages_of(source)),
            measures=(*target.measures, *source.measures),
            serious=target.serious or source.serious,
            handler=handler,
            contacted_at=_earliest(target.contacted_at, source.contacted_at),
            waiting_since=_earliest(target.waiting_since, source.waiting_since),
        ),
        "absorbed",
        "",
        source.number,
    )
    after = effect.complaints[0]
    return replace(after, status=resumed(after), assigned_at=after.assigned_at or source.assigned_at)


def _messages_of(complaint: Complaint) -> tuple[Message, ...]:
    """Return its messages; the text of its first one, kept beside it, goes along."""
    first = complaint.original
    return tuple(replace(m, text=m.text or complaint.text) if m is first else m for m in complaint.messages)


def _earliest(*moments: dt.datetime | None) -> dt.datetime | None:
    return min((at for at in moments if at is not None), default=None)
