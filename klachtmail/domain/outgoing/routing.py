"""A complaint that came in: what its client and the partners get of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.incoming.message import Incoming
from klachtmail.domain.outgoing import letters
from klachtmail.domain.outgoing.buttons import (
    COMPLAINANT,
    CONFIRM,
    NO_COMPLAINT,
    READY,
    SERIOUS,
    TAKE,
    call_button,
    give_buttons,
    usable,
)
from klachtmail.domain.outgoing.may_answer import cannot_write
from klachtmail.domain.outgoing.requests import acknowledgement, enclosures, to_administrator, to_member
from klachtmail.domain.outgoing.wishes import quiet, wishes
from klachtmail.domain.records.letter import Button, LetterRequest
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.parties import addressee, co_complainants, complainant_at, known_to
from klachtmail.domain.records.port import Records
from klachtmail.domain.records.sight import concerned, is_about


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
        sent += acknowledgements_of_others(complaint, firm)
    routed = routing(complaint, firm, mail, others=others, named=named, notices=said, doubted=bool(why), duty=duty)
    return (*sent, *routed)


def acknowledgements_of_others(complaint: Complaint, firm: Firm) -> tuple[LetterRequest, ...]:
    """Return the acknowledgements of those who complained along from the first, as far as they have a mail address."""
    still = (p for p in co_complainants(complaint) if p.withdrawn_at is None)
    waiting = (p for p in still if p.acknowledged_at is None and p.number is not None)
    fit = (
        p for p in waiting if addressee(complaint, p).address and not cannot_write(known_to(complaint, p.number), firm)
    )
    return tuple(acknowledgement(complaint, key=party.number) for party in fit)


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

    The coordinator, or the substitute, gets it too. `duty` is who sees to it that somebody takes it; each of them reads who that is.
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
    is_reached = not cannot_write(complaint, firm)
    may_confirm = firm.procedure.acknowledge == "on_request" or (doubted and is_reached)
    special = (
        *((READY,) if mail and mail.encrypted and complaint.draft is not None else ()),
        *((replace(CONFIRM, main=False),) if complaint.confirmed and may_confirm else ()),
        *((COMPLAINANT,) if complaint.confirmed and not is_reached else ()),
    )
    about = tuple(button for m in mentioned[:2] for button in about_buttons(m))
    written, party = (mail.new_text if mail and complaint.channel == "written" else ""), complaint.complainant
    asked_for = tuple(wishes(written, complaint, firm, sender=party.address or "", name=party.name))
    asked = []
    for partner in concerned(complaint, dict.fromkeys((*firm.overseers, *((duty,) if duty else ())))):
        is_named = partner.address.lower() in complaint.named
        known = [c for c in others if concerned(c, (partner,))]  # nobody learns here of a complaint about them
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
        usual = usable(buttons, partner, coordinates=partner == duty)
        asked.append(to_member(shown, partner, complaint, enclosures=enclosures(mail), buttons=usual))
    return tuple(asked)


def _watches(duty: Member, reader: Member, firm: Firm) -> str:
    if duty != reader:
        return f"{duty.name} heeft dienst en zorgt dat iemand dit oppakt."
    return (
        "Jij hebt dienst: zorg dat iemand dit oppakt."
        if firm.organisation.members_are == "je"
        else ("U hebt dienst: zorg dat iemand dit oppakt.")
    )


def about_buttons(member: Member) -> tuple[Button, ...]:
    """Return what a partner answers when this member is named: it is about him, or it is not."""
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
    alone = firm.administrator.lower() in first.addresses
    who = (
        "De beheerder is dezelfde persoon, en er is niemand anders: vraag iemand van buiten"
        if alone
        else "Bekijk samen"
    )
    return (
        to_administrator(
            firm,
            f"Gaat {complaint.number} over {names}?",
            f"In klacht {complaint.number} wordt {names} genoemd, en er is geen andere partner die kan zeggen of de klacht "
            f"daarover gaat. Tot dan kan {first.name.split()[0]} de klacht niet afdoen, sluiten of beoordelen.",
            f"{who} wie de klacht beoordeelt. Gaat zij niet over {first.name}? Typ dan op de server: klachtmail do "
            f"{complaint.number} “betreft niet @{first.alias}” --as {first.address}",
        ),
    )


def _is_nobodys_to_judge(complaint: Complaint, firm: Firm) -> bool:
    may_see = concerned(complaint, firm.partners)
    return complaint.is_open and bool(may_see) and all(m.address.lower() in complaint.named for m in may_see)
