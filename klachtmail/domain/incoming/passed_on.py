"""The mails that a mail holds: complaints of their own when somebody passes them on, evidence when a client encloses them."""

from collections.abc import Iterator
from typing import Final

from klachtmail.domain.firm.dutch_dates import day
from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.incoming.message import Forwarded, Incoming
from klachtmail.domain.incoming.own_letter import passes_on_our_letter
from klachtmail.domain.incoming.web_forms import read_form

_FEW: Final = 40  # letters above what is passed on: 'ter info', 'zie onder'
_TEXT_LIMIT: Final = 8_000  # characters of the text of each


def passed_on(mail: Incoming, firm: Firm) -> tuple[Forwarded, ...]:
    """Return each message that somebody passes on, without letters of ours."""
    forwarded = (mail.forwarded,) if mail.forwarded else ()
    is_of_clients = all(firm.is_outside(each.sender.address) for each in mail.pasted)
    found = mail.mails or (mail.pasted if is_of_clients else ()) or forwarded
    return tuple(each for each in found if not passes_on_our_letter(each, firm))


def passed_on_by_source(mail: Incoming, firm: Firm) -> tuple[Forwarded, ...]:
    """Return each message that an intake source passes on; none when a form encloses them as evidence."""
    form = read_form(mail.text)
    is_filled_in = bool(form.addresses or mail.reply_to) and len("".join(mail.new_text.split())) >= _FEW
    return () if is_filled_in and mail.mails else passed_on(mail, firm)


def with_mails(text: str, mail: Incoming, firm: Firm) -> str:
    """Return a text with the mails that came with it below, as members read them: from whom, when, about what."""
    return "\n\n".join((text, *_shown(mail, firm))).strip("\n")


def _shown(mail: Incoming, firm: Firm) -> Iterator[str]:
    for each in mail.mails:
        if passes_on_our_letter(each, firm):
            continue  # our own letter, which is in the dossier
        who = f"{each.sender.name} <{each.sender.address}>" if each.sender.address else each.sender.name
        when = each.sent_at.astimezone(firm.organisation.zone) if each.sent_at else None
        heading = ["Bijgevoegde e-mail", f"Van: {who.strip() or 'onbekend'}"]
        heading += [f"Datum: {day(when.date())}, {when:%H:%M} uur"] if when else []
        yield "\n".join(
            (f"--- {heading[0]} ---", *heading[1:], f"Onderwerp: {each.subject}", "", each.text[:_TEXT_LIMIT])
        )
