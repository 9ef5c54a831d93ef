"""Which letter goes to whom: the requests that decisions make, one function for each letter."""

from collections.abc import Sequence
from typing import Any, Final

from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.incoming.message import Incoming
from klachtmail.domain.outgoing import letters
from klachtmail.domain.outgoing.buttons import (
    CALLED,
    GIVE_BACK,
    NO_ANSWER,
    OUTCOME,
    POSTED,
    POSTPONE,
    call_button,
    for_party,
    usable,
)
from klachtmail.domain.records.letter import Button, Enclosure, LetterData, LetterRequest
from klachtmail.domain.records.model import Complaint, Party
from klachtmail.domain.records.parties import addressee, key_of, known_to, party_called, thread_of
from klachtmail.domain.records.sight import concerned, is_about

EXCERPT = 280
LAPSED: Final = "ontvangstbevestiging vervallen: zij wachtte nog toen dit geen klacht bleek"
ENCLOSED = 10 * 1024 * 1024  # attachments beyond this are only mentioned: many mail servers refuse more


def to_member(data: LetterData, member: Member, complaint: Complaint | None, **fields: Any) -> LetterRequest:
    """Return a letter to one member, at the main address, with the buttons of its kind unless others are given."""
    address = member.address.lower()
    number = fields.pop("number", complaint.number if complaint else None)
    given: dict[str, Any] = {
        "number": number,
        "scope": data.scope or ("complaint" if number else "member"),
        "buttons": data.buttons,
        **fields,
    }
    if not member.alias:  # the administrator, who is no member: an answer would do nothing
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
    """Return a letter to this party, or to who acts for it. The address must be there."""
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
    whose = (party_called(complaint, key) if key else None) or complaint.complainant
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


def dismissed(complaint: Complaint, firm: Firm, actor: Member, reason: str) -> tuple[LetterRequest, ...]:
    """Tell the other partners at once that this was judged no complaint; with one partner, the administrator.

    Nobody is told when he is that partner himself.
    """
    others = tuple(m for m in concerned(complaint, firm.partners) if m != actor)
    data = letters.Dismissed(by=actor.name, reason=reason)
    if others:
        return tuple(to_member(data, m, complaint) for m in others)
    if firm.administrator.lower() in actor.addresses:
        return ()
    return (
        to_administrator(
            firm,
            f"{complaint.number} is afgedaan als geen klacht",
            f"{actor.name} besloot dat {complaint.number} geen klacht is. Er is geen andere partner die meekijkt.",
            f"Klopt dat volgens u niet? Overleg dan met {actor.name}, die haar met “klacht” weer opent.",
        ),
    )


def to_administrator(firm: Firm, title: str, problem: str, advice: str) -> LetterRequest:
    """Return a letter that asks the administrator for what no partner may decide alone."""
    data = letters.Alarm(title=title, problem=problem, advice=advice)
    return LetterRequest(kind=data.kind, to=firm.administrator.lower(), data=data)


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
    """Return 'who has it' for the other partners; nobody whom it is about, and none where the agenda says it."""
    if firm.procedure.who_has_it == "agenda":
        return ()
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

    Nobody at all when it is about the administrator too, or that is `without` (a bare address): `status` tells of it.
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
