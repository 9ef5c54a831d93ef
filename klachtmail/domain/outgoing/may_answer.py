"""May a machine of ours write to this outsider? One function that says why not (RFC 3834 §2).

Here doubt is enough. Mail that fails a test below still becomes a complaint, only without a letter to its sender:
a partner, who is told why, can still say `bevestig`.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.incoming.authentication import spam_verdict
from klachtmail.domain.incoming.authentication_results import read_results
from klachtmail.domain.incoming.auto_phrases import (
    ABSENCE,
    AUTO_ANSWER,
    AUTO_ANSWER_WITHIN,
    COMPLAINT_WITHIN,
    PERHAPS_AWAY,
    RECALL,
    TICKET,
)
from klachtmail.domain.incoming.auto_sentences import SAYS_AUTOMATIC, WELL_RECEIVED
from klachtmail.domain.incoming.automatic import (
    answers_invitation,
    automatic,
    opens_as_away,
    reads_no_answers,
    tells_of_reading,
)
from klachtmail.domain.incoming.message import Incoming
from klachtmail.domain.incoming.sentences import complains_in_sentences, speaks_of_us
from klachtmail.domain.people.nowhere import is_nowhere
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.parties import addressee
from klachtmail.languages.every import either

Doubt = Callable[[Incoming, Firm], str]

_BULK_HEADERS: Final = ("list-unsubscribe", "feedback-id", "x-campaign-id", "x-mailgun-sid", "x-mc-user")
_NOTICE: Final = 1500  # characters: no notice is longer
_MANY: Final = 50  # recipients: no person writes a complaint to so many
_BUT: Final = re.compile(r"\b(?:maar|echter|but|however|niet|not)\b", re.IGNORECASE)  # programs confirm and no more
_ANSWERS: Final = re.compile(rf"(?:\W{{0,4}}+(?:betr|{either('replied')})\s?:\s{{0,4}}+){{1,20}}", re.IGNORECASE)
_FORWARDED: Final = re.compile(r"srs[01]?=|\+caf_=|^prvs=|^btv1=", re.IGNORECASE)  # rewritten on the way, or BATV
_VERP: Final = re.compile(
    r"(?:^|[-_.+])(?:bounces?|return|mailing|newsletter)[-_.+=0-9]|[-+][^=+]{1,64}=[a-z0-9-]{1,63}\.[a-z]{2,}",
    re.IGNORECASE,
)


def _bulk_envelope(mail: Incoming, _firm: Firm) -> str:
    """Bounces go to a program, often to an address that has the recipient's in it: somebody mails in numbers."""
    local = (mail.return_path or "").rpartition("@")[0]
    return "in bulk verstuurd" if local and not _FORWARDED.search(local) and _VERP.search(local) else ""


def _bulk_header(mail: Incoming, _firm: Firm) -> str:
    return "in bulk verstuurd" if any(name in mail.headers for name in _BULK_HEADERS) else ""


def _to_many(mail: Incoming, _firm: Firm) -> str:
    return f"aan {len(mail.recipients)} adressen verstuurd" if len(mail.recipients) > _MANY else ""


def _wants_no_answer(mail: Incoming, _firm: Firm) -> str:
    unread = any(reads_no_answers(each.address) for each in mail.reply_to)
    return "antwoorden gaan naar een adres dat niemand leest" if unread else ""


def _words_of_a_robot(mail: Incoming, _firm: Firm) -> str:
    bare = _ANSWERS.sub("", mail.subject, count=1)
    found = any(pattern.match(bare) for pattern in (AUTO_ANSWER, ABSENCE, TICKET, RECALL)) and not _only_begins_so(mail)
    opens = (
        opens_as_away(mail)
        or answers_invitation(mail)
        or tells_of_reading(mail)
        or _says_so(mail)
        or _perhaps_away(mail)
    )
    return "het lijkt een automatisch antwoord" if found or opens or AUTO_ANSWER_WITHIN.search(bare[:100]) else ""


def _only_begins_so(mail: Incoming) -> bool:
    """Return whether a subject as 'Afwezig!' is a person's: it answers nothing, and below it stands the complaint."""
    if mail.thread or ":" in mail.subject or opens_as_away(mail):
        return False
    asks = COMPLAINT_WITHIN.search(mail.new_text) or complains_in_sentences(mail) or speaks_of_us(mail)
    return bool(asks and not SAYS_AUTOMATIC.search(mail.new_text))


def _says_so(mail: Incoming) -> bool:
    """Return whether a short text says that it is automatic, or that nobody reads the mailbox it came from."""
    text = mail.new_text
    if len(text) >= _NOTICE or COMPLAINT_WITHIN.search(text):
        return False
    return bool(SAYS_AUTOMATIC.search(text) or (WELL_RECEIVED.search(text) and not _BUT.search(text)))


def _perhaps_away(mail: Incoming) -> bool:
    """Return whether a short answer opens as absent people, and their programs, write. Programs quote nothing."""
    is_bare = bool(mail.thread) and not mail.quoted_text.strip() and len(mail.new_text) < _NOTICE
    return is_bare and bool(PERHAPS_AWAY.match(mail.new_text.strip())) and not COMPLAINT_WITHIN.search(mail.new_text)


def _doubted_sender(mail: Incoming, firm: Firm) -> str:
    """Our own mail server found that the sender's domain does not vouch for it (RFC 7489): do not write to a victim.

    A domain with the policy 'none' only looks on: its forwarded and listed mail fails every day.
    """
    identity, results = read_results(mail.header("authentication-results"))
    is_ours = bool(identity) and identity == (firm.security.trusted_authserv_id or "").lower()
    failed = any(r.method == "dmarc" and r.verdict == "fail" and r.policy != "none" for r in results)
    return "DMARC mislukt" if is_ours and failed else ""


_MAYBE_AUTOMATIC: Final = "dit bericht is misschien automatisch verstuurd ({})"
_DISTRUSTED: Final = "de mailserver vertrouwt dit bericht niet ({})"
_DISTRUSTS: Final[tuple[Doubt, ...]] = (spam_verdict, _doubted_sender)
DOUBTS: Final[tuple[tuple[Doubt, str], ...]] = (  # and what is said of each: the true reason
    (automatic, _MAYBE_AUTOMATIC),
    (spam_verdict, _DISTRUSTED),
    (_bulk_envelope, _MAYBE_AUTOMATIC),
    (_bulk_header, _MAYBE_AUTOMATIC),
    (_to_many, _MAYBE_AUTOMATIC),
    (_wants_no_answer, "{}"),
    (_words_of_a_robot, _MAYBE_AUTOMATIC),
    (_doubted_sender, _DISTRUSTED),
)


def why_not_answered(
    address: str | None, firm: Firm, mail: Incoming | None = None, *, earlier: Iterable[str] = ()
) -> str:
    """Return in Dutch why no automatic letter may go to this outsider, or '' when it may.

    `mail` is the message that it would answer, `earlier` the texts of other complaints from this address: a robot
    that answers our letter as if it were the first says the same again, and that is where a loop ends.
    """
    if why := _unfit(address, firm):
        return why
    if mail is None:
        return ""
    is_passed_on = mail.sender.address != address and not is_nowhere(mail.sender.address, firm.organisation.domains)
    if is_passed_on:  # by a source, whose own marks say nothing of who wrote
        return next((_DISTRUSTED.format(sign) for doubt in _DISTRUSTS if (sign := doubt(mail, firm))), "")
    before = {_letters(text) for text in earlier}
    if before and (said := _letters(mail.text)) and said in before:
        return "dezelfde tekst kwam al eerder van dit adres"
    return next((said.format(sign) for doubt, said in DOUBTS if (sign := doubt(mail, firm))), "")


def _unfit(address: str | None, firm: Firm) -> str:
    """Return why this address never gets an automatic letter, whatever came from it."""
    if not address:
        return "er is geen e-mailadres"
    if firm.is_ourselves(address):
        return "dit is ons eigen adres"
    if firm.is_source(address):
        return "dit is een bron (formulier, scanner), geen klager"
    if is_nowhere(address, firm.organisation.domains):
        return "op dit adres kan geen mail aankomen"
    return "dit adres leest geen antwoorden" if reads_no_answers(address) else ""


def _letters(text: str) -> str:
    """Return the beginning of a text without digits, spaces and signs, so that a date or number makes no difference."""
    return re.sub(r"[\W\d_]+", "", text[:2000]).casefold()[:400]


# An address that writes again after each letter of ours, with other words and outside the thread, may be a machine.
MOST_CONFIRMED: Final = ((dt.timedelta(hours=2), 3), (dt.timedelta(days=1), 6))


def cannot_write(
    complaint: Complaint, firm: Firm, mail: Incoming | None = None, others: Sequence[Complaint] = ()
) -> str:
    """Return in Dutch why the client can get no automatic letter, or ''. `others` are the client's other complaints."""
    waits = [complaint.received_at - c.acknowledged_at for c in others if c.acknowledged_at is not None]
    is_a_pair = any(sum(dt.timedelta() < wait <= soon for wait in waits) >= most for soon, most in MOST_CONFIRMED)
    if mail is not None and is_a_pair:
        return "dit adres schrijft na elke ontvangstbevestiging opnieuw"
    address = addressee(complaint, complaint.complainant).address
    if address and not firm.is_outside(address):
        return "dit is een adres van de firma zelf"
    return why_not_answered(address, firm, mail, earlier=(c.text for c in others))
