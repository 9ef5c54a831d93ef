"""How a mail becomes a complaint: the record as it begins, and whose complaint it is."""

import datetime as dt
from dataclasses import replace
from typing import Final, Literal

from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.incoming.automatic import reads_no_answers
from klachtmail.domain.incoming.message import Address, Forwarded, Incoming
from klachtmail.domain.incoming.naming import with_named
from klachtmail.domain.incoming.own_letter import is_named_by_us
from klachtmail.domain.incoming.passed_on import with_mails
from klachtmail.domain.incoming.signature import signed_by
from klachtmail.domain.incoming.web_forms import lone_address, read_form
from klachtmail.domain.people.names import may_be_shown, read_name
from klachtmail.domain.people.no_person import is_firm
from klachtmail.domain.people.nowhere import is_nowhere
from klachtmail.domain.people.telephone import telephone_in
from klachtmail.domain.records.abridged import abridged
from klachtmail.domain.records.deadlines import due_date
from klachtmail.domain.records.model import Channel, Complaint, HistoryEntry, Message, Party, ReceivedKind
from klachtmail.domain.records.numbers import number_of
from klachtmail.domain.records.state import State

MAX_OTHERS: Final = 25  # correspondents that are remembered for a complaint
MAX_REFERENCES: Final = 20  # msg-ids that are remembered for a message


def next_number(state: State, prefix: Literal["K", "M"], year: int) -> tuple[str, State]:
    """Return the next number of this year, and the state in which it has been given out (it is never reused)."""
    series = f"{prefix}{year}"
    counter = state.counters.get(series, 0) + 1
    return number_of(prefix, year, counter), replace(state, counters={**state.counters, series: counter})


def message_of(mail: Incoming, kind: ReceivedKind, text: str | None = None) -> Message:
    """Return the entry in the dossier for a received message."""
    return Message(
        message_id=mail.message_id,
        sender=mail.sender.address or mail.sender.name,
        at=mail.received_at,
        direction="in",
        kind=kind,
        sha256=mail.sha256,
        subject=mail.subject,
        text=abridged(mail.dossier_text if text is None else text),
        attachments=tuple(a.name for a in mail.attachments),
        refers_to=referred_to(mail),
    )


def referred_to(mail: Incoming) -> tuple[str, ...]:
    """Return the bare msg-ids of others that a mail answers or passes on: the nearest ones, and the one that began it."""
    passed = (each.message_id for each in (mail.forwarded, *mail.mails) if each is not None)
    names = [each for each in dict.fromkeys((*mail.thread, *passed)) if each and not is_named_by_us(each)]
    return tuple(names if len(names) <= MAX_REFERENCES else (*names[: MAX_REFERENCES - 1], names[-1]))


def party_of(address: Address, firm: Firm, text: str = "", *, reply_to: str | None = None) -> Party:
    """Return the complainant behind an address, with the telephone number that the text gives.

    Whoever writes from an address of ours is not the client, whose name then is not known either. Where the program gives no
    person's name ('info', 'Bakkerij Vos'), who signed is the complainant.
    """
    found = telephone_in(text, address.address, firm.telephones)
    name, firm_of_his = "" if address.address and not firm.is_outside(address.address) else address.name, None
    if firm.is_outside(address.address) and not read_name(name) and (signed := signed_by(text)):
        name, firm_of_his = signed, name if is_firm(name) and may_be_shown(name) else None
    phone = found.shown if found else None
    reached = address.address if firm.is_outside(address.address) else None
    return Party(name=name, address=reached, phone=phone, organisation=firm_of_his, reply_to=reply_to)


def outside(party: Party, firm: Firm) -> Party:
    """Return the party without an address that is ours."""
    return party if party.address is None or firm.is_outside(party.address) else replace(party, address=None)


def others_of(mail: Incoming, firm: Firm, complainant: str | None) -> tuple[str, ...]:
    """Return who else took part in this mail: To and Cc, without ourselves, members and the complainant."""
    others = (a.address for a in mail.recipients if a.address != complainant and firm.is_outside(a.address))
    return tuple(dict.fromkeys(others))[:MAX_OTHERS]


def open_complaint(
    state: State,
    mail: Incoming,
    firm: Firm,
    now: dt.datetime,
    *,
    party: Party,
    channel: Channel = "written",
    confirmed: bool = True,
    actor: str = "complainant",
    text: str | None = None,
    subject: str | None = None,
    received_at: dt.datetime | None = None,
    reporter: str | None = None,
    detail: str = "",
) -> tuple[Complaint, State]:
    """Return a new complaint and the state that knows its number.

    The due date runs from the moment that the mail server received the message, never from its Date header
    (procedure: 'uiterlijk binnen twee weken na ontvangst klacht').
    """
    party = outside(party, firm)
    received = min(received_at or mail.received_at, now)  # a server whose clock is ahead must not move a due date
    local = received.astimezone(firm.organisation.zone)
    number, state = next_number(state, "K", local.year)
    due_on = due_date(received, firm)
    complaint = Complaint(
        number=number,
        confirmed=confirmed,
        channel=channel,
        received_at=local,
        due_on=due_on,
        original_due_on=due_on,
        complainant=party,
        subject=mail.subject if subject is None else subject,
        text=abridged(with_mails(mail.text, mail, firm) if text is None else text),
        language=mail.language if mail.language_is_told else firm.organisation.language,
        reporter=reporter,
        others=others_of(mail, firm, party.address),
        messages=(message_of(mail, "complaint", ""),),
        history=(HistoryEntry(at=now, actor=actor, event="received", detail=detail or mail.subject),),
    )
    return with_named(complaint, firm), state


def aside_party(mail: Incoming, firm: Firm) -> tuple[Party, bool]:
    """Return the complainant behind a mail that was set aside, and whether that is only a guess.

    What a website sends from its own or an unread address is a form like any other, though nobody named it as a source.
    """
    sender = mail.sender.address
    nobody_reads = (
        reads_no_answers(sender) or is_nowhere(sender, firm.organisation.domains) or not firm.is_outside(sender)
    )
    form = read_form(mail.text)
    is_filled_in = bool(form.addresses or (form.name and form.phone)) or any(
        firm.is_outside(each.address) and not reads_no_answers(each.address) for each in mail.reply_to
    )
    if nobody_reads and is_filled_in:
        return source_party(mail, firm, None)
    return party_of(mail.sender, firm, mail.new_text), False


def source_party(mail: Incoming, firm: Firm, passed: Forwarded | None) -> tuple[Party, bool]:
    """Return the complainant behind a web form, scanner or forwarding mailbox, and whether that is only a guess.

    Reply-To, or the sender of the forwarded message, or lines such as 'Naam:' and 'E-mail:' in the text, as forms go.
    A guess is the sender of an inline forward, or the only address in the text.
    """
    form = read_form(mail.text)
    named = (*mail.reply_to, *([passed.sender] if passed else ()), *(Address("", each) for each in form.addresses))
    outsiders = [each for each in named if firm.is_outside(each.address)]
    reached = (each for each in outsiders if not is_nowhere(each.address, firm.organisation.domains))
    chosen = next(reached, outsiders[0] if outsiders else Address())
    is_guess = passed is not None and not passed.certain and not mail.reply_to
    if not chosen.address:
        chosen = Address("", lone_address(mail.text, is_ours=lambda address: not firm.is_outside(address)))
        is_guess = is_guess or bool(chosen.address)
    party = party_of(chosen, firm, mail.text)
    return replace(party, name=chosen.name or form.name, phone=form.phone or party.phone), is_guess
