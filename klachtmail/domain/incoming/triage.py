"""What is this mail? The rules, in the order of the design: the first one that knows gives the verdict."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.incoming import tokens
from klachtmail.domain.incoming.authentication import is_authenticated, spam_verdict
from klachtmail.domain.incoming.automatic import automatic, is_own_list
from klachtmail.domain.incoming.message import Incoming
from klachtmail.domain.incoming.own_letter import OUR_NAME, complaint_quoted, passes_on_our_letter
from klachtmail.domain.incoming.two_roads import is_same_mail
from klachtmail.domain.records.model import Complaint, numbers_in
from klachtmail.domain.records.parties import complainant_at, everybody
from klachtmail.domain.records.port import Records

Kind = Literal[
    "duplicate",
    "own",
    "bounce",
    "intake",
    "automatic",
    "spam",
    "command",
    "impostor",
    "correspondence",
    "oral",
    "forwarded",
    "fresh",
    "reaction",
    "follow_up",
    "third_party",
    "internal",
    "complaint",
]


_NAMES_WITHIN: Final = 4_000  # characters of the text in which a number is looked for
_MOST_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the mail is; `number` the complaint it belongs to, `why` the sign by which we know."""

    kind: Kind
    number: str | None = None
    why: str = ""


@dataclass(frozen=True)
class Case:
    """One mail with all that may be asked to judge it."""

    mail: Incoming
    records: Records
    firm: Firm
    keys: Sequence[bytes]
    now: dt.datetime
    in_junk: bool = False
    reread: Callable[[str], Incoming | None] = lambda _sha256: None  # a kept message, by its SHA-256

    @cached_property
    def today(self) -> dt.date:
        """The date in the firm's time zone."""
        return self.now.astimezone(self.firm.organisation.zone).date()

    @cached_property
    def member(self) -> Member | None:
        """The member that the From address belongs to (which a forger can write too)."""
        return self.firm.member(self.mail.sender.address)

    @cached_property
    def token(self) -> tokens.Token | None:
        """The valid token that the mail carries."""
        return tokens.find(self.keys, self.today, self.mail.subject, self.mail.thread)

    @cached_property
    def token_member(self) -> Member | None:
        """The member for whom that token was made."""
        if self.token is None:
            return None
        return next((m for m in self.firm.members if tokens.fingerprint(m.address) == self.token.member), None)

    @cached_property
    def is_vouched_for(self) -> bool:
        """Tell whether a token of his own, or the mail server, says that the member himself wrote this."""
        if self.member is None or not is_authenticated(self.mail, self.firm):
            return False
        return self.firm.security.authentication != "none" or self.token_member == self.member

    @cached_property
    def in_thread(self) -> str | None:
        """The complaint whose messages this one answers, followed through a merge."""
        found = self.records.numbers_for_thread(self.mail.thread)
        if not found and self.token is not None and self.token.number:
            found = (self.token.number,)
        return self.standing(found[0]) if found else None

    @cached_property
    def by_number(self) -> str | None:
        """The complaint named in the mail, if the sender is a known address of it."""
        for complaint in self.named:
            if self.knows_sender(complaint):
                return self.standing(complaint.number)
        return None

    @cached_property
    def named(self) -> tuple[Complaint, ...]:
        """The complaints whose numbers stand in the subject, then in the author's text."""
        written = dict.fromkeys((*numbers_in(self.mail.subject), *numbers_in(self.mail.new_text[:_NAMES_WITHIN])))
        found = (self.records.complaint(number) for number in tuple(written)[:_MOST_NAMED])
        return tuple(complaint for complaint in found if complaint is not None)

    def outsiders(self, complaint: Complaint) -> frozenset[str]:
        """Return the addresses of everybody who takes part in the complaint, without ours.

        A register may hold a record that was made before our own addresses were told apart.
        """
        known = (party.address for party in everybody(complaint))
        return frozenset(address for address in known if address and self.firm.is_outside(address))

    def knows_sender(self, complaint: Complaint) -> bool:
        """Tell whether somebody outside who takes part in this complaint wrote the mail."""
        return self.mail.sender.address in self.outsiders(complaint)

    def standing(self, number: str) -> str | None:
        """Return the number that this complaint goes by now: itself, or the one that it was merged into."""
        for _ in range(10):
            complaint = self.records.complaint(number)
            if complaint is None or complaint.merged_into is None:
                return complaint.number if complaint else None
            number = complaint.merged_into
        return None


def _seen_before(case: Case) -> Verdict | None:
    seen = case.records.seen(case.mail.content_key)
    if seen is not None and seen.kind == "spam" and seen.folder is None and not case.in_junk:
        return None  # it lay in Junk, and somebody moved it to INBOX: it was no spam after all
    if seen is not None and seen.kind in {"automatic", "spam"} and _is_plain(case):
        return None  # the same mail through a list or a filter came first; by itself it is a person's
    return Verdict("duplicate", seen.number, "content key") if seen is not None else None


def _is_plain(case: Case) -> bool:
    """Tell whether nothing on this copy says that a machine sent it, or that it is spam."""
    is_ours = case.firm.is_ourselves(case.mail.sender.address)
    return not is_ours and case.mail.bounce is None and _automatic(case) is None and _spam(case) is None


def _by_another_road(case: Case) -> Verdict | None:
    """A copy that a relay changed: its msg-id is that of a message in a dossier."""
    mail = case.mail
    for number in case.records.numbers_for_thread((mail.message_id,)) if mail.message_id else ():
        complaint = case.records.complaint(number)
        for message in complaint.messages if complaint is not None else ():
            if message.direction == "in" and message.message_id == mail.message_id and message.kind != "automatic":
                first = case.reread(message.sha256)
                if first is not None and is_same_mail(first, mail):
                    return Verdict("duplicate", number, "by another road")
    return None


def _our_own(case: Case) -> Verdict | None:
    mail = case.mail
    name = mail.message_id or ""
    known = name and (case.records.letter(name) is not None or tokens.read(case.keys, name, case.today) is not None)
    if known and case.firm.is_ourselves(mail.sender.address):
        return Verdict("own", why="Message-ID")
    if known:  # somebody gave his mail the name of a letter of ours: it is listed, and never only filed
        return Verdict("automatic", why="Message-ID of a letter of ours")
    own = case.firm.is_ourselves(mail.sender.address) and not case.firm.is_source(mail.sender.address)
    if not own or _rewritten(case):
        return None
    ours = mail.message_id is not None and bool(OUR_NAME.fullmatch(mail.message_id.partition("@")[0]))
    if not ours and not automatic(mail, case.firm) and (number := _written_to_complainant(case)) is not None:
        return Verdict("correspondence", number, "written by hand from the mailbox")
    return Verdict("own" if ours else "automatic", case.in_thread, "ons eigen adres")


def _delivery_failure(case: Case) -> Verdict | None:
    if case.mail.bounce is None:
        return None
    bounce = case.mail.bounce
    letter = next((found for i in bounce.original_ids if (found := case.records.letter(i)) is not None), None)
    number = letter.number if letter else next(iter(case.records.numbers_for_thread(bounce.original_ids)), None)
    if number is None and letter is None and not bounce.original_ids:  # all that came back is the address
        number = next((n for to in bounce.recipients for n in reversed(case.records.numbers_for_address(to))), None)
    return Verdict("bounce", number or case.in_thread, "delivery failure")


def _rewritten(case: Case) -> bool:
    """Tell whether the list that is our mailbox put its own address in From (DMARC), and the author in Reply-To."""
    reply_to = any(not case.firm.is_ourselves(a.address) for a in case.mail.reply_to)
    return reply_to and is_own_list(case.mail, case.firm)


def _intake_source(case: Case) -> Verdict | None:
    if case.in_junk:
        return None  # the design's 'everything in the Junk folder': no letters
    if case.firm.is_source(case.mail.sender.address):
        return Verdict("intake", why="intake source")
    through_list = case.mail.sender.address == case.firm.organisation.address.lower() and _rewritten(case)
    return Verdict("intake", why="our own list") if through_list and not automatic(case.mail, case.firm) else None


def _automatic(case: Case) -> Verdict | None:
    number = case.in_thread or case.by_number
    complaint = case.records.complaint(number) if number else None
    known = complaint is not None and case.member is None  # the handler is shown what he says, whoever it is
    why = automatic(case.mail, case.firm, known=known)
    return Verdict("automatic", number, why) if why else None


def _spam(case: Case) -> Verdict | None:
    why = "Junk" if case.in_junk else spam_verdict(case.mail, case.firm)
    return Verdict("spam", case.in_thread, why) if why else None


def _member_token(case: Case) -> Verdict | None:
    token, owner = case.token, case.token_member
    if token is None or owner is None:
        return None
    if case.member is not None and _written_to_complainant(case) is not None:
        return None  # the complainant reads it too: correspondence, never commands
    if case.member == owner and is_authenticated(case.mail, case.firm):
        return Verdict("command", token.number, token.scope)
    complaint = case.records.complaint(token.number) if token.number else None
    if complaint is not None and case.knows_sender(complaint):
        return None  # the client answers a mail that a member forwarded: a follow-up, whatever it carries
    return Verdict("impostor", token.number, "a member's token from another address")


def _member_without_token(case: Case) -> Verdict | None:
    if case.member is None:
        return None
    if (number := _written_to_complainant(case)) is not None:
        return Verdict("correspondence", number, "to the complainant, with us in copy")
    from klachtmail.domain.commands import is_oral

    if is_oral(case.mail.subject, case.mail.new_text):
        return Verdict("oral", why="reported by a member")
    if (passed := case.mail.forwarded) is not None:
        if passes_on_our_letter(passed, case.firm):
            return Verdict("fresh", case.in_thread or complaint_quoted(case, passed), "passes on a letter of ours")
        return Verdict("forwarded", why="passed on by a member")
    return Verdict("fresh", case.in_thread or next(iter(numbers_in(case.mail.subject)), None), "member without token")


def _written_to_complainant(case: Case) -> str | None:
    """Return the open complaint of which somebody outside is among the recipients of a member's mail."""
    outside = [a.address for a in case.mail.recipients if case.firm.is_outside(a.address)]
    if case.in_thread is not None:
        complaint = case.records.complaint(case.in_thread)
        if complaint is not None and not case.outsiders(complaint).isdisjoint(outside):
            return complaint.number
    for address in outside:
        for number in reversed(case.records.numbers_for_address(address)):
            complaint = case.records.complaint(number)
            if complaint is not None and complaint.is_open and complainant_at(complaint, address):
                return number
    return None


def _reaction(case: Case) -> Verdict | None:
    """A thumb under a letter of ours asks for nothing; of a member it is an answer like any other."""
    if not case.mail.reaction:
        return None
    return Verdict("reaction", case.in_thread or case.by_number, case.mail.reaction)


def _known_thread(case: Case) -> Verdict | None:
    number = case.in_thread or case.by_number
    complaint = case.records.complaint(number) if number else None
    if complaint is None:
        return None
    is_complainant = complainant_at(complaint, case.mail.sender.address) is not None
    return Verdict("follow_up" if is_complainant else "third_party", number, "thread")


def _own_domain(case: Case) -> Verdict | None:
    return Verdict("internal", why="own domain") if case.firm.is_own_domain(case.mail.sender.address) else None


def _complaint(_case: Case) -> Verdict:
    return Verdict("complaint", why="everything else")


RULES: Final[tuple[Callable[[Case], Verdict | None], ...]] = (
    _seen_before,
    _by_another_road,
    _our_own,
    _delivery_failure,
    _intake_source,
    _automatic,
    _spam,
    _member_token,
    _member_without_token,
    _reaction,
    _known_thread,
    _own_domain,
    _complaint,
)


def judge(case: Case) -> Verdict:
    """Return the verdict of the first rule that has one; the last rule always has one."""
    return next(verdict for rule in RULES if (verdict := rule(case)) is not None)
