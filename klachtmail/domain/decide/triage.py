"""What is this mail? The rules, in the order of the design: the first one that knows gives the verdict."""

from collections.abc import Callable
from typing import Final

from klachtmail.domain.conduct import rights
from klachtmail.domain.decide import bounces
from klachtmail.domain.decide.verdicts import (
    Audited,
    Automatic,
    Commanded,
    Corresponded,
    Duplicate,
    FollowUp,
    FromSource,
    Impostor,
    Internal,
    NewComplaint,
    Oral,
    Own,
    PassedOn,
    Rated,
    Reacted,
    Spam,
    ThirdParty,
    Unsigned,
    Verdict,
)
from klachtmail.domain.incoming import tokens
from klachtmail.domain.incoming.authentication import spam_verdict
from klachtmail.domain.incoming.automatic import automatic, is_own_list
from klachtmail.domain.incoming.case import Case
from klachtmail.domain.incoming.own_letter import OUR_NAME, complaint_quoted, is_named_by_us, passes_on_our_letter
from klachtmail.domain.incoming.rating import rating
from klachtmail.domain.incoming.two_roads import is_same_mail
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.numbers import numbers_in, numbers_in_subject
from klachtmail.domain.records.parties import complainant_at


def _seen_before(case: Case) -> Duplicate | None:
    seen = case.records.seen(case.mail.content_key)
    if seen is None and case.may_be_replayed:
        seen = case.records.seen(case.mail.sent_key)
    if seen is not None and seen.kind == "spam" and seen.folder is None and not case.in_junk:
        return None  # it lay in Junk, and somebody moved it to INBOX: it was no spam after all
    if seen is not None and seen.kind in {"automatic", "spam"} and _is_plain(case):
        return None  # the same mail through a list or a filter came first; by itself it is a person's
    return Duplicate(seen.number) if seen is not None else None


def _is_plain(case: Case) -> bool:
    """Return whether nothing on this copy says that a machine sent it, or that it is spam."""
    is_ours = case.firm.is_ourselves(case.mail.sender.address)
    return not is_ours and case.mail.bounce is None and _automatic(case) is None and _spam(case) is None


def _by_another_road(case: Case) -> Duplicate | None:
    """A copy that a relay changed: its msg-id is that of a message in a dossier."""
    mail = case.mail
    for number in case.records.numbers_for_thread((mail.message_id,)) if mail.message_id else ():
        complaint = case.records.complaint(number)
        for message in complaint.messages if complaint is not None else ():
            if message.direction == "in" and message.message_id == mail.message_id and message.kind != "automatic":
                first = case.reread(message.sha256)
                if first is not None and is_same_mail(first, mail):
                    return Duplicate(number)
    return None


def _our_own(case: Case) -> Verdict | None:
    mail = case.mail
    name = mail.message_id or ""
    known = name and (case.records.letter(name) is not None or tokens.read(case.keys, name, case.today) is not None)
    if known and case.firm.is_ourselves(mail.sender.address):
        return Own()
    if known:  # somebody gave a mail the name of a letter of ours: it is listed, and never only filed
        return Automatic(None, "Message-ID of a letter of ours")
    own = case.firm.is_ourselves(mail.sender.address) and not case.firm.is_source(mail.sender.address)
    if not own or _rewritten(case):
        return None
    ours = mail.message_id is not None and bool(OUR_NAME.fullmatch(mail.message_id.partition("@")[0]))
    if not ours and not automatic(mail, case.firm) and case.complainant_reads is not None:
        return Corresponded(case.complainant_reads)  # written by hand, from the mailbox
    return Own(case.in_thread) if ours else Automatic(case.in_thread, "ons eigen adres")


def _rewritten(case: Case) -> bool:
    """Return whether the list that is our mailbox put its own address in From (DMARC), and the author in Reply-To."""
    reply_to = any(not case.firm.is_ourselves(a.address) for a in case.mail.reply_to)
    return reply_to and is_own_list(case.mail, case.firm)


def _intake_source(case: Case) -> FromSource | None:
    if case.in_junk:
        return None  # the design's 'everything in the Junk folder': no letters
    if case.firm.is_source(case.mail.sender.address):
        return FromSource()
    through_list = case.mail.sender.address == case.firm.organisation.address.lower() and _rewritten(case)
    return FromSource() if through_list and not automatic(case.mail, case.firm) else None


def _automatic(case: Case) -> Automatic | None:
    complaint = case.in_thread or case.by_number
    known = complaint is not None and case.member is None  # the handler is shown what it says, whoever sent it
    why = automatic(case.mail, case.firm, known=known)
    return Automatic(complaint, why) if why else None


def _spam(case: Case) -> Spam | None:
    why = "Junk" if case.in_junk else spam_verdict(case.mail, case.firm)
    return Spam(case.in_thread, why) if why else None


def _member_token(case: Case) -> Commanded | Impostor | None:
    token, owner = case.token, case.token_member
    if token is None or owner is None:
        return None
    if rights.commander(case) is not None:
        return Commanded(owner, token)
    if case.member is not None and case.complainant_reads is not None:
        return None  # correspondence
    complaint = case.records.complaint(token.number) if token.number else None
    if complaint is not None and case.knows_sender(complaint):
        return None  # the client answers a mail that a member forwarded: a follow-up, whatever it carries
    return Impostor(owner, complaint)


def _member_without_token(case: Case) -> Verdict | None:
    member = case.member
    if member is None:
        return None
    if case.complainant_reads is not None:
        return Corresponded(case.complainant_reads)
    if _reports_orally(case):
        return Oral(member)
    if (passed := case.mail.forwarded) is not None:
        if passes_on_our_letter(passed, case.firm):
            return Unsigned(
                member, case.in_thread or _on_record(case, complaint_quoted(case.mail, passed, case.records, case.firm))
            )
        return PassedOn(member, passed)
    return Unsigned(member, case.in_thread or _on_record(case, next(iter(numbers_in_subject(case.mail.subject)), None)))


def _auditor(case: Case) -> Audited | Automatic | None:
    """An auditor is no complainant. An auditor's token from another address does nothing, and is listed."""
    if case.auditor is not None:
        return Audited(case.auditor, signed=rights.is_signed_by_auditor(case))
    return Automatic(None, "the token of an auditor, from another address") if case.token_auditor else None


def _reports_orally(case: Case) -> bool:
    """Return whether a member reports an oral complaint, in that word or by telling of one that we do not know yet."""
    from klachtmail.domain.commands import is_oral, tells_of_a_complaint

    if is_oral(case.mail.subject, case.mail.new_text):
        return True
    of_its_own = case.mail.forwarded is None and case.in_thread is None and not numbers_in(case.mail.subject)
    return of_its_own and tells_of_a_complaint(case.mail.subject, case.mail.new_text)


def _on_record(case: Case, number: str | None) -> Complaint | None:
    return case.records.complaint(number) if number else None


def _reaction(case: Case) -> Reacted | None:
    """A thumb under a letter of ours asks for nothing; of a member it is an answer like any other."""
    return Reacted(case.in_thread or case.by_number) if case.mail.reaction else None


def _how_it_went(case: Case) -> Rated | None:
    """The word that we asked for, below our question or from its button; a token of ours is in neither."""
    complaint = case.in_thread or case.by_number
    party = complainant_at(complaint, case.mail.sender.address) if complaint is not None else None
    if complaint is None or party is None:
        return None
    found = rating(case.mail, complaint, party)
    return Rated(complaint, party, found) if found is not None else None


def _known_thread(case: Case) -> FollowUp | ThirdParty | None:
    complaint = case.in_thread or case.by_number
    if complaint is None:
        return None
    party = complainant_at(complaint, case.mail.sender.address)
    return FollowUp(complaint, party) if party is not None else ThirdParty(complaint)


def _administrator(case: Case) -> Automatic | None:
    """The administrator, or a program in that name, answers what we wrote: no complaint, but listed."""
    is_his = case.mail.sender.address == case.firm.administrator.lower()
    if is_his and any(is_named_by_us(each) for each in case.mail.thread):
        return Automatic(None, "an answer of the administrator")
    return None


def _same_conversation(case: Case) -> FollowUp | None:
    """The same person, in a conversation whose beginning we never saw, or whose answers overtook it."""
    for complaint in case.in_same_conversation:
        party = complainant_at(complaint, case.mail.sender.address)
        if party is not None and complaint.confirmed:
            return FollowUp(complaint, party)
    return None


def _own_domain(case: Case) -> Internal | None:
    return Internal() if case.firm.is_own_domain(case.mail.sender.address) else None


def _complaint(case: Case) -> NewComplaint:
    """Who knows a msg-id is nobody yet: a member may merge what others wrote in this conversation, we never do."""
    sender = case.mail.sender.address
    return NewComplaint(tuple(c for c in case.in_same_conversation if complainant_at(c, sender) is None))


RULES: Final[tuple[Callable[[Case], Verdict | None], ...]] = (
    _seen_before,
    _by_another_road,
    _our_own,
    bounces.rule,
    _intake_source,
    _automatic,
    _spam,
    _member_token,
    _member_without_token,
    _auditor,
    _reaction,
    _how_it_went,
    _known_thread,
    _administrator,
    _same_conversation,
    _own_domain,
    _complaint,
)


def judge(case: Case) -> Verdict:
    """Return the verdict of the first rule that has one; the last rule always has one."""
    return next(verdict for rule in RULES if (verdict := rule(case)) is not None)
