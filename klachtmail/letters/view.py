"""What a template sees: the request, the complaint and the firm, with the words that go with them."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup, escape

from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.firm.dutch_dates import brief_day, day
from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.people.names import read_name
from klachtmail.domain.records.deadlines import awaits_outcome, contact_by, days_left
from klachtmail.domain.records.letter import LetterRequest
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.parties import addressee, everybody
from klachtmail.letters import labels, tone, wording
from klachtmail.letters.headers import shorten
from klachtmail.letters.reflow import reflowed
from klachtmail.letters.salutations import salutation

_LONGEST: Final = 20_000  # characters of a client's text in one mail; the dossier has it all


@dataclass(frozen=True, slots=True)
class Matter:
    """A complaint in the words of a letter to a member: who, about what, how long there is.

    `left` is 'nog 3 dagen', `until` the same with the date, `before` ' · vóór ma 7 dec' for a subject, as long as that
    day is to come. Once the client knows the outcome, nothing is left and nothing is late.
    """

    who: str
    firm: str
    surname: str
    topic: str
    left: str
    until: str
    before: str

    def brief(self, room: int) -> str:
        """Return the topic for a subject in which surname and topic have this much room together."""
        return shorten(self.topic, max(12, room - len(self.surname)))


def matter(complaint: Complaint, today: dt.date) -> Matter:
    """Return how a letter to a member calls this complaint."""
    party = complaint.complainant
    name = read_name(party.name).full.replace(" & ", " en ")
    who = name or shorten(wording.topic(party.name), 60) or party.address or "Onbekende klager"
    topic = wording.topic(complaint.subject) or shorten(wording.topic(complaint.text), 60) or "zonder onderwerp"
    surname = shorten(wording.surname(party.name) if party.name else who, 28)
    return Matter(who, party.organisation or "", surname, topic, *_time_left(complaint, today))


def _time_left(complaint: Complaint, today: dt.date) -> tuple[str, str, str]:
    """Return the three ways to say how long there is."""
    if not complaint.is_open:
        told = labels.status(complaint.status)
        return told, told, ""
    if not awaits_outcome(complaint):
        told = "ingetrokken" if complaint.answered_at is None else "de klager weet de uitkomst"
        return told, told, ""
    days = days_left(complaint, today)
    left = wording.days_left(days)
    before = f" · vóór {brief_day(complaint.due_on)}" if days >= 0 else f" · {left}"
    return left, f"{left} (tot {day(complaint.due_on)})", before


def filters(calendar: wording.Calendar) -> dict[str, Callable[..., Any]]:
    """Return the filters of a language's templates."""
    return {
        "day": calendar.day,
        "date": calendar.date,
        "short": calendar.short,
        "month": calendar.month,
        "time": calendar.time,
        "topic": wording.topic,
        "sender": wording.sender,
        "surname": wording.surname,
        "shortened": shorten,
        "paragraphs": wording.paragraphs,
        "quoted": wording.quoted,
        "reflowed": lambda text: reflowed(text or ""),
        "lines": _lines,
        "listed": wording.listed,
        "left": wording.days_left,
        "event": labels.event,
        "parties": lambda complaint: [p for p in everybody(complaint)[1:] if p.name or p.address],
        "role": labels.role,
        "letter_kind": labels.letter_kind,
        "status": labels.status,
        "bounded": _bounded,
        "upfirst": lambda text: text[:1].upper() + text[1:],
        "why": labels.why,
        "typed": lambda links: [link for link in links if not link.is_form],  # nobody types a form
        "tempo_rows": labels.tempo_rows,
        "squeezed": lambda text: "\n".join(line for line in str(text).split("\n") if line.strip()),
        "prefixed": lambda text, prefix: "\n".join(f"{prefix}{line}" for line in text.split("\n")),
    }


def values(firm: Firm) -> dict[str, Any]:
    """Return what every template of the firm sees: the organisation, its members and the form to address them."""
    je = firm.organisation.members_are == "je"

    def name_of(address: str | None) -> str:
        member = firm.member(address)
        return member.name if member else labels.actor(address or "")

    return {
        "organisation": firm.organisation,
        "firm": firm,
        "member": firm.member,
        "name_of": name_of,
        "form": lambda familiar, polite: familiar if je else polite,
        "judgements": labels.JUDGEMENTS,
        "scores": labels.SCORES,
    }


def context(
    request: LetterRequest, complaint: Complaint | None, now: dt.datetime, firm: Firm, language: str
) -> dict[str, Any]:
    """Return the values of one letter. Everything in it is text: what came from a mail is escaped by the template."""
    today = now.astimezone(firm.organisation.zone).date()
    return {
        "language": language,
        "data": request.data,
        "number": complaint.number if complaint else request.number,
        "complaint": complaint,
        "contact_by": contact_by(complaint, Calendar(firm.organisation)) if complaint else None,
        "the": matter(complaint, today) if complaint else None,
        "now": now,
        "reader": firm.member(request.member),
        "handler": _handler(firm, complaint),
        "signer": firm.member(request.signed_by) or _handler(firm, complaint),
        "salutation": salutation(_recipient(request, complaint), language),
        "on_behalf_of": _on_behalf(request, complaint),
        "to_client": request.data.audience == "client",
        **({"form": lambda _familiar, polite: polite} if firm.auditor(request.member) else {}),
        **(_of_client(complaint, firm) if request.data.audience == "client" else {}),
        "logo": None,
        "picture": None,
    }


def _of_client(complaint: Complaint | None, firm: Firm) -> dict[str, Any]:
    """Return what a letter to a client says of that client: a plain complaint or not, unknown or not, and the words.

    `reach` is the telephone number on which we are reached; without one no letter says “bel”.
    """
    if complaint is None:
        return {"reach": firm.organisation.phone, "plainly": False, "unknown": False, "wrote": []}
    handler = _handler(firm, complaint)
    return {
        "reach": (handler.phone if handler else None) or firm.organisation.phone,
        "plainly": tone.is_plainly_a_complaint(complaint),
        "unknown": tone.stays_unknown(complaint),
        "wrote": tone.Wrote(complaint),
    }


def _recipient(request: LetterRequest, complaint: Complaint | None) -> str:
    return request.name or (
        addressee(complaint, complaint.complainant).name if complaint and request.member is None else ""
    )


def _on_behalf(request: LetterRequest, complaint: Complaint | None) -> str:
    """Return for whom the reader of a letter acts, '' for a reader who complained."""
    if complaint is None or request.member is not None:
        return ""
    acts = {p.address for p in complaint.parties if p.role == "representative"}
    shown = addressee(complaint, complaint.complainant).address if not request.to else request.to  # a draft has no To
    return complaint.complainant.name or "de klager" if shown in acts else ""


def _handler(firm: Firm, complaint: Complaint | None) -> Member | None:
    return firm.member(complaint.handler) if complaint else None


def _lines(text: str) -> Markup:
    """Return text for HTML with its line breaks."""
    return Markup(str(escape(text)).replace("\n", "<br>"))  # noqa: S704 (escaped)


def _bounded(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "\n\n[…]"
