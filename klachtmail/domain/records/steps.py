"""Where a complaint stands, in plain Dutch: its last step, its next one, and what is missing before it can close."""

import datetime as dt
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.firm.dutch_dates import short_day
from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.records.model import Complaint, HistoryEntry, Measure, Party
from klachtmail.domain.records.parties import co_complainants, longest_waiting, untold

# What brings a complaint further; notes, automatic mail and the like are no steps.
STEPS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "received": "ontvangen",
        "confirmed": "bevestigd door een collega",
        "assigned": "behandelaar gekozen",
        "returned": "teruggegeven",
        "handler_left": "behandelaar vertrokken",
        "discussed": "besproken",
        "acknowledged": "ontvangst bevestigd",
        "contacted": "contact met de klager",
        "attempted": "gebeld, geen gehoor",
        "remedy": "wens van de klager genoteerd",
        "judgement": "oordeel vastgelegd",
        "cause": "oorzaak vastgelegd",
        "classified": "soort vastgelegd",
        "measure": "verbetermaatregel afgesproken",
        "measure_done": "verbetermaatregel gereed",
        "measure_judged": "verbetermaatregel beoordeeld",
        "promised": "toezegging gedaan",
        "promise_done": "toezegging nagekomen",
        "drafted": "concept geschreven",
        "message_sent": "bericht aan de klager",
        "answered": "uitkomst gemeld",
        "party_told": "uitkomst gemeld aan een mede-klager",
        "postponed": "uitstel gemeld",
        "followed_up": "nieuw bericht van de klager",
        "third_party": "bericht van een ander",
        "corresponded": "bericht aan de klager",
        "undelivered": "brief niet aangekomen",
        "bounced": "brief niet aangekomen",
        "posted": "brief gepost",
        "accepted": "klager akkoord",
        "declined": "klager niet akkoord",
        "appealed": "klager in beroep",
        "ruled": "uitspraak ontvangen",
        "withdrawn": "ingetrokken",
        "party_withdrawn": "ingetrokken door een van de klagers",
        "dismissed": "geen klacht",
        "closed": "gesloten",
        "reopened": "heropend",
        "merged": "samengevoegd",
    }
)


def member_name(address: str | None, firm: Firm) -> str | None:
    """Return the name of the member with this address, the address itself of who left the firm, or None for None."""
    member = firm.member(address)
    return member.name if member else address


def complainant_name(complaint: Complaint) -> str:
    """Return what members call the complainant: by name, else by address, else 'onbekende klager'; and how many more."""
    count = len(co_complainants(complaint))
    more = f" en {count} ander{'en' if count > 1 else ''}" if count else ""
    return f"{party_name(complaint.complainant)}{more}"


def party_name(party: Party) -> str:
    """Return what members call somebody outside: by name, else by address, else 'onbekende klager'."""
    return party.name or party.address or "onbekende klager"


def last_step(complaint: Complaint, firm: Firm) -> str:
    """Return the last thing that happened, with its date in the firm's zone: '23 november, ontvangst bevestigd'."""
    told = ((entry.at, STEPS[entry.event]) for entry in reversed(complaint.history) if _is_step(entry))
    at, what = next(told, (complaint.received_at, STEPS["received"]))
    return f"{short_day(Calendar(firm.organisation).local_date(at))}, {what}"


def last_step_at(complaint: Complaint) -> dt.datetime:
    """Return when it last came further; what clients wrote themselves is no step of ours."""
    ours = (e.at for e in reversed(complaint.history) if _is_step(e) and e.event not in {"followed_up", "third_party"})
    return next(ours, complaint.received_at)


def _is_step(entry: HistoryEntry) -> bool:
    """Return whether it brought the complaint further; an apology that we laid ready is nobody's step."""
    return entry.event in STEPS and (entry.event, entry.actor) != ("drafted", "klachtmail")


def next_step(complaint: Complaint) -> str:
    """Return what has to be done next, as a short phrase with a verb; '' when nothing has to be done."""
    if not complaint.is_open:
        return ""
    return next(what for applies, what in _next(complaint) if applies)


def _next(complaint: Complaint) -> Iterator[tuple[bool, str]]:
    """Yield (does it apply, what), from the most to the least pressing; the last one always applies."""
    answered = complaint.answered_at is not None
    yield not complaint.confirmed, "bevestigen wie de klager is en dat het een klacht is"
    yield complaint.withdrawn is not None, "sluiten"
    yield complaint.handler is None, "een behandelaar kiezen"
    yield complaint.serious and complaint.decision is None, "bespreken in het partneroverleg"
    yield longest_waiting(complaint) is not None, "de klager antwoorden"
    yield complaint.contacted_at is None and not answered, "contact opnemen met de klager"
    yield complaint.cause is None, "de oorzaak onderzoeken"
    yield complaint.structural is None, "vaststellen of het structureel is"
    yield bool(complaint.structural) and not complaint.measures, "een verbetermaatregel afspreken"
    yield complaint.draft is not None and complaint.draft.kind == "outcome", "het concept nakijken en versturen"
    yield not answered, "de uitkomst en het voorstel schrijven"
    yield bool(untold(complaint)), f"de uitkomst vertellen aan {_names_of_untold(complaint)}"
    yield complaint.appeal is not None and complaint.appeal.ruling is None, "de uitspraak afwachten"
    yield complaint.accepted is False, "met de klager zoeken naar een oplossing"
    yield complaint.accepted is None, "de reactie van de klager afwachten, dan sluiten"
    yield True, "sluiten"


def _names_of_untold(complaint: Complaint) -> str:
    return ", ".join(f"{party_name(party)} ({party.number})" for party in untold(complaint))


def _has_no_date(measure: Measure) -> bool:
    return measure.due_on is None and measure.done_on is None


def _was_heard(complaint: Complaint, member: str) -> bool:
    """Return whether a member whom it is about told the other side, or was asked twice and said nothing."""
    asked = [hearing for hearing in complaint.hearings if hearing.member == member]
    return len(asked) > 1 or any(hearing.answered_at is not None for hearing in asked)


def _unheard(complaint: Complaint, firm: Firm) -> Iterator[Member]:
    """Yield whom it is about and who was not heard; who left the firm can be asked nothing by mail any more."""
    members = (firm.member(address) for address in complaint.about)
    return (m for m in members if m is not None and not _was_heard(complaint, m.address.lower()))


def missing_to_close(complaint: Complaint, firm: Firm) -> list[str]:
    """Return what is missing before the complaint may be closed, in Dutch; a withdrawn one and a remark need nothing.

    procedure: 'onderzoek oorzaak van de klacht; bij een structurele fout, verbetermaatregel formuleren; … de klant
    informeren over de uitkomsten'.
    """
    if complaint.withdrawn is not None or complaint.dismissal is not None or complaint.is_remark:
        return []
    waiting = untold(complaint)
    first = any(party.number == complaint.number for party in waiting)
    wanted = (
        (first, "de uitkomst vertellen aan de klager"),
        *((True, f"de uitkomst vertellen aan {party_name(p)} ({p.number})") for p in waiting[first:]),
        (not complaint.cause, "de oorzaak"),
        (complaint.structural is None, "of het structureel is (ja of nee)"),
        (bool(complaint.structural) and not complaint.measures, "een verbetermaatregel, want het is structureel"),
        *((True, f"wederhoor van {m.name} (“vraag @{m.alias}: …”)") for m in _unheard(complaint, firm)),
        *((True, f"een datum voor maatregel {i}") for i, m in enumerate(complaint.measures, 1) if _has_no_date(m)),
    )
    return [what for is_missing, what in wanted if is_missing]
