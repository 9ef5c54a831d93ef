"""Which letter goes to whom: the requests that decisions make, one function for each letter."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.firm.dutch_dates import short_day
from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.incoming.message import Incoming
from klachtmail.domain.outgoing import letters
from klachtmail.domain.outgoing.buttons import (
    AGREED,
    ANSWER,
    CALLED,
    CLOSE,
    COMPLAINANT,
    CONFIRM,
    DISAGREED,
    DOSSIER,
    GIVE_BACK,
    NO_ANSWER,
    NO_COMPLAINT,
    OUTCOME,
    POSTED,
    POSTPONE,
    PROMOTE,
    READY,
    REOPEN,
    SEND,
    SERIOUS,
    TAKE,
    UNDO,
    anew,
    call_button,
    for_party,
    give_buttons,
    usable,
)
from klachtmail.domain.outgoing.may_answer import why_not_answered
from klachtmail.domain.outgoing.wishes import quiet, wishes
from klachtmail.domain.records.deadlines import CONTACT_WORKDAYS
from klachtmail.domain.records.letter import Button, Enclosure, LetterData, LetterRequest
from klachtmail.domain.records.model import ALL, Complaint, Draft, DraftKind, Measure, Party
from klachtmail.domain.records.parties import (
    addressee,
    complainant_at,
    going_on,
    key_of,
    known_to,
    party_called,
    thread_of,
    untold,
)
from klachtmail.domain.records.port import Records
from klachtmail.domain.records.sight import concerned, is_about
from klachtmail.domain.records.steps import party_name

__all__ = [  # the buttons go with the letters: who asks for one mostly names the other
    "AGREED",
    "ANSWER",
    "CALLED",
    "CLOSE",
    "COMPLAINANT",
    "CONFIRM",
    "DISAGREED",
    "DOSSIER",
    "GIVE_BACK",
    "NO_ANSWER",
    "NO_COMPLAINT",
    "OUTCOME",
    "POSTED",
    "POSTPONE",
    "PROMOTE",
    "READY",
    "REOPEN",
    "SEND",
    "SERIOUS",
    "TAKE",
    "UNDO",
    "anew",
    "call_button",
    "for_party",
    "give_buttons",
    "usable",
]

EXCERPT = 280
LAPSED: Final = "ontvangstbevestiging vervallen: zij wachtte nog toen dit geen klacht bleek"
ENCLOSED = 10 * 1024 * 1024  # attachments beyond this are only mentioned: many mail servers refuse more


def to_member(data: LetterData, member: Member, complaint: Complaint | None, **fields: Any) -> LetterRequest:
    """Return a letter to one member, at his main address, with the buttons of its kind unless others are given."""
    address = member.address.lower()
    number = fields.pop("number", complaint.number if complaint else None)
    given: dict[str, Any] = {
        "number": number,
        "scope": data.scope or ("complaint" if number else "member"),
        "buttons": data.buttons,
        **fields,
    }
    if not member.alias:  # the administrator, who is no member: his answer would do nothing
        given["buttons"] = ()
    given["buttons"] = usable(given["buttons"], member)
    return LetterRequest(kind=data.kind, to=address, name=member.name, member=address, data=data, **given)


def to_party(data: LetterData, complaint: Complaint, party: Party, actor: Member) -> LetterRequest:
    """Return a letter to this party, or, without an address, one for this member to print."""
    if addressee(complaint, party).address is not None:
        return to_client(data, complaint, party)
    whose = key_of(complaint, party) or (complaint.number if complaint.parties else None)
    posted, writer = (for_party(POSTED, whose),), _writer(data, complaint)
    return to_member(letters.Print(letter=data), actor, complaint, party=whose, signed_by=writer, buttons=posted)


def to_client(data: LetterData, complaint: Complaint, party: Party) -> LetterRequest:
    """Return a letter to this party, or to who acts for him. The address must be there."""
    key, reader = key_of(complaint, party), addressee(complaint, party)
    return LetterRequest(
        kind=data.kind,
        to=reader.address or "",
        name=reader.name,
        number=complaint.number,
        party=key,
        language=party.language,
        by_person=data.by_person,
        signed_by=_writer(data, complaint),
        thread=thread_of(complaint, key),
        data=data,
    )


def _writer(data: LetterData, complaint: Complaint) -> str | None:
    return complaint.draft.by if complaint.draft and data.by_person else None


def acknowledgement(complaint: Complaint, open_numbers: Sequence[str] = (), key: str | None = None) -> LetterRequest:
    """Return the letter that confirms receipt to this complainant (procedure: 'schriftelijk bevestigd').

    The address must be there.
    """
    whose = party_called(complaint, key) or complaint.complainant
    party = addressee(complaint, whose)
    data = letters.Acknowledgement(open=tuple(open_numbers))
    return LetterRequest(
        kind=data.kind,
        to=party.address or "",
        name=party.name,
        number=complaint.number,
        party=key,
        language=whose.language if key else complaint.language,
        thread=thread_of(complaint, key),
        data=data,
    )


# An address that writes anew after each letter of ours, with other words and outside the thread, may be a machine.
MOST_CONFIRMED: Final = 3
ANSWERED_SOON: Final = dt.timedelta(hours=2)


def routing(
    complaint: Complaint,
    firm: Firm,
    mail: Incoming | None,
    *,
    others: Sequence[Complaint] = (),
    named: Sequence[Complaint] = (),
    notices: Sequence[str] = (),
    report: Callable[..., letters.Routing] = letters.Routing,
    doubted: bool = False,
    duty: Member | None = None,
) -> tuple[LetterRequest, ...]:
    """Return the letter with the complaint for each partner by itself ('direct bij binnenkomst ingediend').

    The coordinator gets it too. `duty` is who sees to it that somebody takes it; each of them reads who that is.
    `named` are open complaints that the mail itself names: one of these is offered to merge it with, before one of `others`.
    `doubted`: the client got no acknowledgement because the mail may be a machine's; a partner can still send it.
    `report` makes the letter of what all of them see.
    """
    mentioned = tuple(m for m in firm.members if m.address.lower() in complaint.named)
    data = report(
        named=tuple(m.name for m in mentioned),
        notices=(*notices, *(mail.notices if mail else ()), *quiet(mail.new_text if mail else "")),
        cc=len([a for a in mail.recipients if a.address and not firm.is_own_domain(a.address)]) if mail else 0,
    )
    first = () if complaint.confirmed else (CONFIRM, COMPLAINANT)
    may_confirm = firm.procedure.acknowledge == "on_request" or (doubted and not cannot_write(complaint, firm))
    special = (
        *((READY,) if complaint.draft is not None else ()),
        *((replace(CONFIRM, main=False),) if complaint.confirmed and may_confirm else ()),
        *((COMPLAINANT,) if complaint.confirmed and complaint.complainant.address is None else ()),
    )
    about = tuple(button for m in mentioned[:2] for button in _about_buttons(m))
    written, party = (mail.new_text if mail and complaint.channel == "written" else ""), complaint.complainant
    asked_for = tuple(wishes(written, complaint, firm, sender=party.address or "", name=party.name))
    asked = []
    for partner in concerned(complaint, firm.overseers):
        is_named = partner.address.lower() in complaint.named
        known = [c for c in others if concerned(c, (partner,))]  # nobody learns here of a complaint about himself
        concerning = [c for c in named if concerned(c, (partner,))]
        merge = (
            Button(label=f"Samenvoegen met {c.number}", line=f"samenvoegen {c.number}")
            for c in (concerning or known)[-1:]
        )
        buttons = (
            *first,
            *((TAKE,) if complaint.handler is None else ()),
            *give_buttons(partner, complaint, firm),
            *(() if complaint.serious else (SERIOUS,)),
            *(() if is_named else (NO_COMPLAINT,)),  # who is named does not decide
            *call_button(complaint),
            *special,
            *asked_for,
            *merge,
            *(button for button in about if button.line != f"betreft niet @{partner.alias}"),
        )
        watches = (
            () if complaint.handler or duty is None or is_about(complaint, duty) else (_watches(duty, partner, firm),)
        )
        shown = replace(
            data,
            notices=(*watches, *data.notices),
            open=tuple(letters.Listed(number=c.number, subject=c.subject) for c in known),
        )
        asked.append(to_member(shown, partner, complaint, enclosures=enclosures(mail), buttons=buttons))
    return tuple(asked)


def _watches(duty: Member, reader: Member, firm: Firm) -> str:
    if duty != reader:
        return f"{duty.name} heeft dienst en zorgt dat iemand dit oppakt."
    return (
        "Jij hebt dienst: zorg dat iemand dit oppakt."
        if firm.organisation.members_are == "je"
        else ("U hebt dienst: zorg dat iemand dit oppakt.")
    )


def _about_buttons(member: Member) -> tuple[Button, ...]:
    first = member.name.split()[0]
    return (
        Button(label=f"Betreft {first}", line=f"betreft @{member.alias}"),
        Button(label=f"Betreft {first} niet", line=f"betreft niet @{member.alias}"),
    )


def ask_who_may_decide(complaint: Complaint, records: Records, firm: Firm) -> tuple[LetterRequest, ...]:
    """Ask the administrator when from now on every partner who may see it is named: nobody else can say what it is about.

    `records` know how it was. The one rule for all roads: a new complaint, written, oral or passed on, one that was
    a remark, was merged or opened again, and `betreft`, after which only who is named is left.
    """
    if not _is_nobodys_to_judge(complaint, firm):
        return ()
    before = records.complaint(complaint.number)
    if before is not None and _is_nobodys_to_judge(before, firm):
        return ()
    named = concerned(complaint, firm.partners)
    names = " en ".join(m.name for m in named)
    first = named[0]
    return (
        to_administrator(
            firm,
            f"Gaat {complaint.number} over {names}?",
            f"In klacht {complaint.number} wordt {names} genoemd, en er is geen andere partner die kan zeggen of de klacht "
            f"daarover gaat. Tot dan kan {first.name.split()[0]} de klacht niet afdoen, sluiten of beoordelen.",
            f"Bekijk samen wie de klacht beoordeelt. Gaat zij niet over {first.name}? Typ dan op de server: klachtmail do "
            f"{complaint.number} “betreft niet @{first.alias}” --as {first.address}",
        ),
    )


def _is_nobodys_to_judge(complaint: Complaint, firm: Firm) -> bool:
    may_see = concerned(complaint, firm.partners)
    return complaint.is_open and bool(may_see) and all(m.address.lower() in complaint.named for m in may_see)


def dismissed(complaint: Complaint, firm: Firm, actor: Member, reason: str) -> tuple[LetterRequest, ...]:
    """Tell the other partners at once that this was judged no complaint; with one partner, the administrator."""
    others = tuple(m for m in concerned(complaint, firm.partners) if m != actor)
    data = letters.Dismissed(by=actor.name, reason=reason)
    if others:
        return tuple(to_member(data, m, complaint) for m in others)
    return (
        to_administrator(
            firm,
            f"{complaint.number} is afgedaan als geen klacht",
            f"{actor.name} besloot dat {complaint.number} geen klacht is. Er is geen andere partner die meekijkt.",
            f"Klopt dat volgens u niet? Overleg dan met {actor.name}, die haar met “klacht” weer opent.",
        ),
    )


def to_administrator(firm: Firm, title: str, problem: str, advice: str) -> LetterRequest:
    """Return a letter that asks the administrator for what no partner may decide himself."""
    data = letters.Alarm(title=title, problem=problem, advice=advice)
    return LetterRequest(kind=data.kind, to=firm.administrator.lower(), data=data)


def admission(
    complaint: Complaint,
    firm: Firm,
    mail: Incoming,
    *,
    others: Sequence[Complaint] = (),
    named: Sequence[Complaint] = (),
    notices: Sequence[str] = (),
    vouched: bool = False,
    duty: Member | None = None,
) -> tuple[LetterRequest, ...]:
    """Confirm it to the client, as far as the procedure and good manners allow, and give it to the partners.

    `vouched`: a member read it and says that it is a complaint, whatever marks of a machine it carries.
    """
    sent: list[LetterRequest] = []
    said, why = list(notices), ""
    if not complaint.confirmed:
        said.append("Nog niet bevestigd: de klager krijgt pas bericht als iemand “bevestig” stuurt.")
    elif firm.procedure.acknowledge == "always":
        if why := cannot_write(complaint, firm, None if vouched else mail, others):
            said.append(f"De klager kreeg geen ontvangstbevestiging: {why}.")
        else:
            address = complaint.complainant.address
            known = (complainant_at(c, address) for c in others)
            sent.append(acknowledgement(complaint, [p.number for p in known if p and p.number]))
    routed = routing(complaint, firm, mail, others=others, named=named, notices=said, doubted=bool(why), duty=duty)
    return (*sent, *routed)


def unconfirmed(
    complaint: Complaint,
    firm: Firm,
    mail: Incoming,
    reporter: Member,
    *,
    guess: letters.Guess,
    note: str = "",
    notices: Sequence[str] = (),
    duty: Member | None = None,
) -> tuple[LetterRequest, ...]:
    """Show a reported complaint to the partners and its reporter, who confirm or correct it."""
    report = partial(
        letters.Unconfirmed,
        reporter=reporter.name,
        guess=guess,
        text=complaint.text,
        channel=complaint.channel,
        note=note,
    )
    told = routing(complaint, firm, mail, report=report, notices=notices, duty=duty)
    if reporter.oversees or not told:
        return told
    return (*told, to_member(told[0].data, reporter, complaint, enclosures=told[0].enclosures))


def enclosures(mail: Incoming | None) -> tuple[Enclosure, ...]:
    """Return the attachments that may travel on, while they fit; the others are in the dossier."""
    chosen: list[Enclosure] = []
    total = 0
    for attachment in mail.attachments if mail else ():
        total += attachment.size
        if total <= ENCLOSED and mail is not None:
            chosen.append(Enclosure(sha256=mail.sha256, index=attachment.index))
    return tuple(chosen)


def assigned(complaint: Complaint, handler: Member, by: Member | None, warning: str = "") -> LetterRequest:
    """Return the letter to a new handler, with the whole dossier."""
    data = letters.Assigned(by=by.name if by and by != handler else "", warning=warning)
    buttons = (CALLED, NO_ANSWER, OUTCOME, POSTPONE, GIVE_BACK, *call_button(complaint))
    original = complaint.original
    wanted = (
        tuple(Enclosure(sha256=original.sha256, index=i) for i in range(len(original.attachments))) if original else ()
    )
    return to_member(data, handler, complaint, buttons=buttons, enclosures=wanted)


def taken(complaint: Complaint, firm: Firm, actor: Member, handler: Member) -> tuple[LetterRequest, ...]:
    """Return 'who has it' for the other partners; nobody is written to about himself."""
    told = [m for m in concerned(complaint, firm.overseers) if m not in (actor, handler)]
    data = letters.Taken(handler_name=handler.name, by=actor.name)
    return tuple(to_member(data, m, complaint) for m in told)


def responsible(complaint: Complaint, firm: Firm) -> tuple[Member, ...]:
    """Return whom to tell about news: the handler, or all partners when there is none (any more)."""
    handler = firm.member(complaint.handler)
    if handler is not None and not is_about(complaint, handler):
        return (handler,)
    return permitted(complaint, firm.partners, firm)


def permitted(
    complaint: Complaint | None, members: Sequence[Member], firm: Firm, *, without: str = ""
) -> tuple[Member, ...]:
    """Return those of these members who may see it; when nobody is left, the administrator.

    Nobody at all when it is about him too, or he is `without` (a bare address): `status` tells of it.
    """
    found = concerned(complaint, members) if complaint else tuple(members)
    keeper = firm.keeper
    may = keeper.address.lower() != without and (complaint is None or bool(concerned(complaint, (keeper,))))
    return found or ((keeper,) if may else ())


def news(
    data: LetterData,
    complaint: Complaint,
    firm: Firm,
    *,
    buttons: tuple[Button, ...] = (),
    enclosed: tuple[Enclosure, ...] = (),
    party: str | None = None,
) -> tuple[LetterRequest, ...]:
    """Return a letter with news about a complaint, or from this party of it, to whoever is responsible for it."""
    dial = call_button(known_to(complaint, party))
    return tuple(
        to_member(data, m, complaint, party=party, buttons=(*buttons, *dial), enclosures=enclosed)
        for m in responsible(complaint, firm)
    )


def recipients(complaint: Complaint, today: dt.date) -> tuple[Party, ...]:
    """Return who gets the letter that the complaint's draft will become, each as a letter of his own."""
    draft, everyone = complaint.draft, going_on(complaint)
    if draft is not None and draft.posting:
        return tuple(party for party in everyone if party.number in draft.posting)
    if draft is None or draft.to == ALL or (draft.kind in {"outcome", "closed"} and draft.to is None):
        return everyone
    if draft.to is not None:
        return tuple(party for party in (party_called(complaint, draft.to),) if party is not None)
    return _who_waits(complaint, draft.kind, today) or everyone[:1]


def _who_waits(complaint: Complaint, kind: DraftKind, today: dt.date) -> tuple[Party, ...]:
    """Return who gets a postponement, and who an apology: those whose own day has passed."""
    waiting = untold(complaint) if kind in {"postponement", "apology"} else ()
    late = tuple(party for party in waiting if (party.due_on or complaint.due_on) < today)
    return late or waiting if kind == "apology" else waiting


def client_letter(  # noqa: PLR0911 (one letter for each kind of draft)
    complaint: Complaint, draft: Draft, firm: Firm, today: dt.date, party: str | None = None
) -> LetterData:
    """Return the letter that a draft will become for this party."""
    match draft.kind:
        case "outcome":
            return letters.Outcome(answer_by=today + dt.timedelta(days=firm.procedure.answer_within_days))
        case "postponement":
            due_on = known_to(complaint, party).due_on
            return letters.Postponement(reason=draft.text or "", due_on=draft.due_on or due_on, late=due_on < today)
        case "apology":
            return letters.Apology(contact_by=Calendar(firm.organisation).add_workdays(today, CONTACT_WORKDAYS))
        case "withdrawn":
            return letters.Withdrawn()
        case "closed":
            return closed(complaint, party_called(complaint, party) or complaint.complainant)
        case "no_complaint":
            return letters.NoComplaint(text=draft.text or "")
        case "answer":
            return letters.Message(text=draft.text or "")


def closed(complaint: Complaint, party: Party, *, withdrawn: bool = False) -> letters.Closed:
    """Return what this party reads about the end: what was promised to him goes on."""
    key = key_of(complaint, party)
    owed = [promise for promise in complaint.promises if promise.to == key and promise.done_on is None]
    days = [promise.due_on for promise in owed if promise.due_on is not None]
    by = max(days) if days and len(days) == len(owed) else None
    return letters.Closed(withdrawn=withdrawn, agreed=party.accepted is True, promised=bool(owed), promised_by=by)


def draft(
    complaint: Complaint, current: Draft, firm: Firm, reader: Member, today: dt.date, warnings: Sequence[str] = ()
) -> LetterRequest:
    """Return the draft, shown exactly as the client will get it; its token is bound to this version."""
    to = recipients(complaint, today)
    shown = key_of(complaint, to[0]) if to else None
    data = letters.Draft(
        letter=client_letter(complaint, current, firm, today, shown),
        version=complaint.versions,
        warnings=tuple(warnings),
        to=tuple(letters.Receiver(name=_called(complaint, p), number=p.number or "") for p in to),
    )
    again = Button(label="Wijzigen", line=_written_with(current))
    return to_member(
        data,
        reader,
        complaint,
        version=complaint.versions,
        party=shown,
        buttons=(SEND, for_party(again, current.to) if current.to not in {None, ALL} else again),
        signed_by=current.by,
    )


def _called(complaint: Complaint, party: Party) -> str:
    """Return who gets a letter, and for whom when he acts for another."""
    reader = addressee(complaint, party)
    return party_name(party) if reader == party else f"{party_name(reader)} namens {party_name(party)}"


def _written_with(draft: Draft) -> str:
    """Return the beginning of the line that writes this draft anew; another would put another letter in its place."""
    if draft.kind == "postponement" and draft.due_on is not None:
        return f"uitstel {short_day(draft.due_on)}: "
    if draft.to == ALL:
        return "antwoord aan allen: "
    return "uitkomst: " if draft.kind == "outcome" else ANSWER.line


def cannot_write(
    complaint: Complaint, firm: Firm, mail: Incoming | None = None, others: Sequence[Complaint] = ()
) -> str:
    """Return in Dutch why the client can get no automatic letter, or ''. `others` are his other complaints."""
    waits = (complaint.received_at - c.acknowledged_at for c in others if c.acknowledged_at is not None)
    if mail is not None and sum(dt.timedelta() < wait <= ANSWERED_SOON for wait in waits) >= MOST_CONFIRMED:
        return "dit adres schrijft na elke ontvangstbevestiging opnieuw"
    address = addressee(complaint, complaint.complainant).address
    if address and not firm.is_outside(address):
        return "dit is een adres van de firma zelf"
    return why_not_answered(address, firm, mail, earlier=(c.text for c in others))


def open_measures(complaint: Complaint) -> list[Measure]:
    """Return the corrective measures that are not done yet."""
    return [measure for measure in complaint.measures if measure.done_on is None]
