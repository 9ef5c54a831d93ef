"""What every handler of a mail needs: the complaint it belongs to, and its place in the dossier."""

import re
from dataclasses import replace
from typing import Final

from klachtmail.domain.incoming.case import Case
from klachtmail.domain.incoming.intake import message_of
from klachtmail.domain.incoming.message import Incoming
from klachtmail.domain.incoming.passed_on import with_mails
from klachtmail.domain.incoming.tokens import without
from klachtmail.domain.record import of_json
from klachtmail.domain.records.events import Event
from klachtmail.domain.records.lifecycle import noted
from klachtmail.domain.records.model import Complaint, ReceivedKind
from klachtmail.domain.records.numbers import numbers_in
from klachtmail.domain.records.outcome import Outcome
from klachtmail.domain.records.state import SetAside, State

REPORT_CHARS: Final = 4000
ASIDE_WAITING: Final = 2_000  # messages that are listed one by one: twenty mornings
MOST_NUMBERS: Final = 20
ASIDE_SUBJECT: Final = 300  # characters
ASIDE_OPENING: Final = 140
_NEARLY_EMPTY: Final = 40  # letters
_BELOW: Final = re.compile(
    r"\b(?:hieronder|onderstaand\w*|zie onder|onderaan|tussen de regels|tussendoor|in (?:het )?(?:rood|blauw|groen)"
    r"|below|inline|in (?:red|blue|green)|between the lines|unten|ci-dessous)\b",
    re.IGNORECASE,
)


def with_message(case: Case, complaint: Complaint, kind: ReceivedKind, event: Event) -> Complaint:
    """Return the complaint with this mail in its dossier and the event in its history."""
    mail = case.mail
    text = with_mails(mail.reaction or mail.dossier_text, mail, case.firm)
    changed = replace(complaint, messages=(*complaint.messages, message_of(mail, kind, text)))
    return noted(changed, event, case.now, mail.sender.address or "unknown", mail.subject)


def beside(first: Outcome, other: Outcome) -> Outcome:
    """Return what is done about several complaints that came in one mail."""
    return replace(
        other,
        complaints=(*first.complaints, *other.complaints),
        letters=(*first.letters, *other.letters),
        number=first.number or other.number,
    )


def report(mail: Incoming) -> str:
    """Return what a member is shown of a mail: what its author wrote, bounded.

    That is all of it when the text says that there is more below, or when almost nothing stands above a quotation without marks.
    """
    is_short = mail.has_unmarked_quotes and len("".join(mail.new_text.split())) < _NEARLY_EMPTY
    more_below = bool(mail.quoted_text.strip()) and _BELOW.search(mail.new_text[:REPORT_CHARS])
    shown = mail.text if is_short or more_below else mail.new_text
    return (shown or mail.text)[:REPORT_CHARS]


def report_whole(case: Case) -> str:
    """Return the same with the mails that came with it, bounded too."""
    return with_mails(report(case.mail), case.mail, case.firm)[: 3 * REPORT_CHARS]


def aside_id(mail: Incoming) -> str:
    """Return under which id this mail is set aside."""
    return f"b{mail.content_key[:12]}"


def _belongs_to(case: Case) -> tuple[str, ...]:
    """Return the complaints that a mail is about, by its thread, its token or the numbers in its subject and text."""
    mail = case.mail
    named = numbers_in(f"{mail.subject}\n{mail.new_text[:REPORT_CHARS]}")
    token = (case.token.number,) if case.token and case.token.number else ()
    found = (*case.records.numbers_for_thread(mail.thread), *token, *named)
    return tuple(n for n in dict.fromkeys(found) if case.records.complaint(n) is not None)[:MOST_NUMBERS]


def set_aside(case: Case, why: str, state: State | None = None) -> State:
    """Keep it for the next morning mail of one partner: nothing that a person may have written is silent.

    In a flood it is only counted: each message would make the next one, and each commit, more costly.
    """
    mail, state = case.mail, state or case.records.state
    if sum(each.listed_on is None for each in state.set_aside) >= ASIDE_WAITING:
        return replace(state, aside_more=state.aside_more + 1)
    entry = of_json(
        SetAside,
        {
            "id": aside_id(mail),
            "sha256": mail.sha256,
            "sender": mail.sender.address,
            "name": mail.sender.name,
            "subject": without(mail.subject)[:ASIDE_SUBJECT],
            "received_at": mail.received_at,
            "why": why,
            "opening": next((line.strip() for line in without(mail.new_text).split("\n") if line.strip()), "")[
                :ASIDE_OPENING
            ],
            "numbers": _belongs_to(case),
        },
    )
    others = tuple(each for each in state.set_aside if each.id != entry.id)
    return replace(state, set_aside=(*others, entry))
