"""Mail of clients and of who writes with them: new complaints, follow-ups, third parties."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from klachtmail.domain.agenda.earlier import before, doubted, earlier, lines
from klachtmail.domain.decide.dossier import aside_id, beside, report_whole, set_aside, with_message
from klachtmail.domain.decide.encrypted import ASKS_FOR_A_READABLE_MAIL, with_ready_letter
from klachtmail.domain.decide.same_subject import about_the_same, together
from klachtmail.domain.firm.dutch_dates import day
from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.incoming.case import Case
from klachtmail.domain.incoming.intake import MAX_OTHERS, open_complaint, party_of, source_party
from klachtmail.domain.incoming.message import Address, Forwarded
from klachtmail.domain.incoming.naming import named_later
from klachtmail.domain.incoming.on_behalf import acts_for_another, stops_acting
from klachtmail.domain.incoming.passed_on import passed_on_by_source
from klachtmail.domain.incoming.rating import Rating
from klachtmail.domain.outgoing import letters, requests, routing, wishes
from klachtmail.domain.outgoing.buttons import (
    AGREED,
    ANSWER,
    CALLED,
    DISAGREED,
    DOSSIER,
    HIMSELF,
    OUTCOME,
    READY,
    REOPEN,
    SERIOUS,
    SETTLED,
    for_party,
    split_off,
)
from klachtmail.domain.people.nowhere import is_nowhere
from klachtmail.domain.records.letter import Button, LetterRequest
from klachtmail.domain.records.model import Complaint, Party, Satisfaction, Score
from klachtmail.domain.records.numbers import numbers_in
from klachtmail.domain.records.outcome import Outcome
from klachtmail.domain.records.parties import addressee, changed, complainant_at, key_of
from klachtmail.domain.records.sight import concerned
from klachtmail.domain.records.state import State
from klachtmail.domain.records.steps import missing_to_close

_PROMISES_SHOWN: Final = 3


def complained(case: Case, same_conversation: tuple[Complaint, ...]) -> Outcome:
    """A new complaint of whoever wrote; what others wrote in the same conversation is offered to merge it with."""
    mail, firm = case.mail, case.firm
    sender, elsewhere = _author(case)
    party = party_of(sender, firm, mail.new_text, reply_to=elsewhere)
    complaint, state = open_complaint(case.records.state, mail, firm, case.now, party=party)
    notices = [f"De mail noemt {each.number}, maar dit adres is daar niet bekend." for each in case.named[:3]]
    if elsewhere:
        complaint = replace(complaint, others=tuple(dict.fromkeys((*complaint.others, elsewhere))))
        notices.append(
            f"De mail kwam van {elsewhere}, en daar kan geen mail aankomen. De afzender vraagt om antwoorden aan {party.address}."
            if elsewhere == mail.sender.address
            else f"De afzender vraagt om antwoorden aan {elsewhere}; dat adres hoort bij dezelfde persoon."
        )
    return _admit(case, complaint, state, notices, same_conversation)


def _author(case: Case) -> tuple[Address, str | None]:
    """Return who wrote, at an address where letters arrive if one was given, and another of the same person."""
    sender, elsewhere = case.mail.sender, _elsewhere(case)
    if elsewhere and is_nowhere(sender.address, case.firm.organisation.domains):
        return Address(sender.name, elsewhere), sender.address
    return sender, elsewhere


def _elsewhere(case: Case) -> str | None:
    """Return the one address outside, other than the sender's, at which a person asks for answers."""
    mail = case.mail
    asked = {a.address for a in mail.reply_to if case.firm.is_outside(a.address)} - {mail.sender.address}
    return asked.pop() if len(asked) == 1 else None


def from_source(case: Case) -> Outcome:
    """A web form names who wrote. Whoever stands in an inline forward, or alone in the text, is a guess that a member confirms."""
    outcome = Outcome("new", "processed", state=case.records.state)
    for passed in passed_on_by_source(case.mail, case.firm) or (None,):
        outcome = beside(outcome, _one_from_source(case, outcome.state, passed))
    return outcome


def _one_from_source(case: Case, state: State | None, passed: Forwarded | None) -> Outcome:
    mail = case.mail
    party, is_guess = source_party(mail, case.firm, passed)
    complaint, state = open_complaint(
        state or case.records.state,
        mail,
        case.firm,
        case.now,
        party=party,
        channel="forwarded" if passed else "written",
        confirmed=not is_guess,
        detail=f"via {mail.sender.address}",
        text=passed.text if passed else None,
        subject=(passed.subject or mail.subject) if passed else None,
    )
    return _admit(case, complaint, state)


def _admit(
    case: Case,
    complaint: Complaint,
    state: State,
    notices: Sequence[str] = (),
    same_conversation: tuple[Complaint, ...] = (),
) -> Outcome:
    others = _also_open(case, complaint)
    complaint = with_ready_letter(case, complaint)
    notices = (*notices, ASKS_FOR_A_READABLE_MAIL) if complaint.draft else notices
    named = [*same_conversation, *(each for each in case.named if each.is_open)]
    if state.set_aside:
        state = replace(state, set_aside=tuple(each for each in state.set_aside if each.id != aside_id(case.mail)))
    admitted = routing.admission(
        complaint, case.firm, case.mail, others=others, named=named, notices=notices, duty=case.duty
    )
    recent = before(case.records, complaint)
    routed = together(case, admitted, about_the_same(case, complaint, recent))
    known = earlier(case.records, complaint, recent)
    asked = [*doubted(known, complaint, case.firm, case.now)]
    told = (*_with_earlier(case, routed, known, same_conversation), *(letter for _, each in asked for letter in each))
    changed_too = (one for one, _ in asked)
    return Outcome("new", "processed", (complaint, *changed_too), told, state, complaint.number)


def _with_earlier(
    case: Case, written: Iterable[LetterRequest], known: tuple[Complaint, ...], same_conversation: tuple[Complaint, ...]
) -> Iterator[LetterRequest]:
    """Yield the letters; those that route a complaint say which others it may belong to, and what came of earlier ones.

    Of each only as far as the reader may know.
    """
    for letter in written:
        reader, data = case.firm.member(letter.member), letter.data
        if reader is None or not isinstance(data, letters.Routing):
            yield letter
            continue
        told = (*_conversations(same_conversation, reader), *lines(known, reader, case.today))
        yield replace(letter, data=replace(data, notices=(*data.notices, *told))) if told else letter


def _conversations(found: tuple[Complaint, ...], reader: Member) -> Iterator[str]:
    for each in found:
        if concerned(each, (reader,)):
            yield f"Deze mail hoort bij hetzelfde gesprek als {each.number}, en komt van een ander adres."


def _also_open(case: Case, complaint: Complaint) -> list[Complaint]:
    address = complaint.complainant.address
    found = case.records.numbered(case.records.numbers_for_address(address)) if address else ()
    return [c for c in found if c.is_open and complainant_at(c, address)]


def followed_up(case: Case, complaint: Complaint, party: Party, *, score: Score | None = None) -> Outcome:
    """One of those who complained writes again: never a second complaint or acknowledgement. `score`: how it went, in the client's word."""
    key = key_of(complaint, party)
    waits_since = (party.waiting_since or case.mail.received_at) if complaint.is_open else None
    waiting = changed(complaint, key, lambda one: replace(one, waiting_since=waits_since))
    kept = with_message(case, waiting, *(("rating", "rated") if score else ("follow_up", "followed_up")))
    named = named_later(kept, party, case.mail.new_text, case.firm) if complaint.is_open else ()
    kept = replace(kept, named=(*kept.named, *(member.address.lower() for member in named)))
    had_draft = kept.draft is not None
    kept = with_ready_letter(case, kept, key)
    if kept.draft is not None and had_draft:  # the client's news makes the shown draft out of date
        kept = replace(kept, versions=kept.versions + 1)
    ended = not complaint.is_open
    data = letters.FollowUp(
        text=report_whole(case),
        sender=case.mail.sender.name or case.mail.sender.address,
        writer=(case.mail.sender.name or party.name) if complaint.parties else "",
        closed=ended,
        score=score or "",
        subject="" if numbers_in(case.mail.subject) else case.mail.subject,
        attachments=tuple(a.name for a in case.mail.attachments),
        notices=(
            *case.mail.notices,
            *(f"{member.name} wordt genoemd." for member in named),
            *(f"{said}." for said, _ in _promised(kept, key)),
            *wishes.quiet(case.mail.new_text),
            *([ASKS_FOR_A_READABLE_MAIL] if kept.draft and not had_draft else []),
        ),
    )
    fresh = split_off(case.mail.sha256)
    ready = (READY,) if kept.draft and not had_draft else ()
    written = case.mail.new_text
    asked = (*wishes.wishes(written, kept, case.firm), *wishes.calls(written, kept, case.firm))
    asked += (HIMSELF,) if _speaks_for_himself(case, kept, party) else ()
    asked += (SERIOUS,) if wishes.presses(written, kept) else ()
    about = tuple(button for member in named for button in routing.about_buttons(member))
    buttons = (
        *ready,
        *(for_party(each, key) for each in asked),
        *(for_party(button, key) for button in _answers(kept, case.firm)),
        *about,
        *(button for _, button in _promised(kept, key)),
        fresh,
    )
    enclosed = requests.enclosures(case.mail)
    told = requests.news(data, kept, case.firm, buttons=buttons, enclosed=enclosed, party=key)
    also = _named_to(kept, data, about, told, case.firm)
    return Outcome("follow_up", "processed", (kept,), (*told, *also), None, kept.number)


def _promised(complaint: Complaint, key: str | None) -> Iterator[tuple[str, Button]]:
    """Yield what was promised to who writes: he may well ask where it is."""
    own = [(i, each) for i, each in enumerate(complaint.promises, 1) if each.to == key]
    for index, each in own[-_PROMISES_SHOWN:]:
        said = f"Toegezegd: {each.text.rstrip('.')}"
        if each.done_on is not None:
            line = f"toezegging {index} niet nagekomen"
            yield (
                f"{said}. Nagekomen op {day(each.done_on)}",
                Button(label=f"Toezegging {index} niet nagekomen", line=line),
            )
        else:
            until = f", uiterlijk {day(each.due_on)}" if each.due_on else ""
            yield (
                f"{said}{until}. Staat open",
                Button(label=f"Toezegging {index} nagekomen", line=f"toezegging {index} gereed"),
            )


def _named_to(
    complaint: Complaint, data: letters.FollowUp, about: Sequence[Button], told: Sequence[LetterRequest], firm: Firm
) -> Iterator[LetterRequest]:
    """Yield the same mail for the other partners when it names a member: they say whether it is about him."""
    heard = {letter.member for letter in told}
    for member in concerned(complaint, firm.partners) if about else ():
        if member.address.lower() not in heard:
            fit = (button for button in about if button.line != f"betreft niet @{member.alias}")
            yield requests.to_member(data, member, complaint, buttons=(*fit, DOSSIER))


def _speaks_for_himself(case: Case, complaint: Complaint, party: Party) -> bool:
    """Return whether a client writes though another acts for them, or that other says that this is over."""
    acts = addressee(complaint, party)
    is_represented = acts.role == "representative"
    return is_represented and (case.mail.sender.address != acts.address or stops_acting(case.mail.new_text))


def _answers(complaint: Complaint, firm: Firm) -> tuple[Button, ...]:
    """Return what is likely when the client writes again: after the outcome, that the client agrees or not."""
    if not complaint.is_open:
        return (REOPEN, ANSWER)
    if complaint.status == "answered":
        settled = (SETTLED,) if not complaint.parties and not missing_to_close(complaint, firm) else ()
        called = replace(CALLED, main=False)
        return (AGREED, *settled, DISAGREED, ANSWER, called)
    return (replace(ANSWER, main=True), replace(CALLED, main=False), OUTCOME)


def rated(case: Case, complaint: Complaint, party: Party, rating: Rating) -> Outcome:
    """The client says how it went. With words beside it, or when it was not good, the handler reads it; it opens nothing again."""
    said = Satisfaction(score=rating.score, text=rating.words, at=case.mail.received_at)
    after = changed(complaint, key_of(complaint, party), lambda one: replace(one, satisfaction=said))
    if rating.words or rating.score == "poor":
        return followed_up(case, after, party, score=rating.score)
    kept = with_message(case, after, "rating", "rated")
    return Outcome("follow_up", "processed", (kept,), number=kept.number)


def reacted(case: Case, complaint: Complaint | None) -> Outcome:
    """A thumb is noted: nobody has to answer it, and it makes no draft out of date. One that belongs nowhere is listed."""
    if complaint is None:
        return Outcome("automatic", "automatic", state=set_aside(case, "automatic"))
    kept = with_message(case, complaint, "reaction", "reacted")
    return Outcome("follow_up", "processed", (kept,), number=kept.number)


def third_party_wrote(case: Case, complaint: Complaint) -> Outcome:
    """A colleague, a lawyer, the client from another address: shown to the handler, never answered by us."""
    sender = case.mail.sender
    kept = with_message(case, _with_third_party(case, complaint), "third_party", "third_party")
    data = letters.ThirdParty(
        sender=sender.address, name=sender.name, text=report_whole(case), notices=case.mail.notices
    )
    is_he = Button(label="Dit is de klager", line=f"klager: {wishes.as_name(sender.name)} <{sender.address}>")
    speaks = f"gemachtigde: {wishes.as_name(sender.name)} <{sender.address}>"
    acts_for = (
        (Button(label="Treedt op namens de klager", line=speaks),) if acts_for_another(case.mail.new_text) else ()
    )
    reply = for_party(ANSWER, sender.address)
    buttons = (
        *((is_he,) if case.firm.is_outside(sender.address) else ()),
        reply,
        *acts_for,
        split_off(case.mail.sha256),
        DOSSIER,
    )
    enclosed = requests.enclosures(case.mail)
    party = sender.address or None
    told = requests.news(data, kept, case.firm, buttons=buttons, enclosed=enclosed, party=party)
    return Outcome("third_party", "processed", (kept,), told, None, kept.number)


def _with_third_party(case: Case, complaint: Complaint) -> Complaint:
    """Return the complaint that knows who wrote, by name: an answer below this mail goes to the client."""
    sender = case.mail.sender
    known = {party.address for party in complaint.parties}
    if not case.firm.is_outside(sender.address) or sender.address in known or len(known) >= MAX_OTHERS:
        return complaint
    third = Party(name=wishes.as_name(sender.name), address=sender.address, role="third_party")
    others = tuple(address for address in complaint.others if address != sender.address)
    return replace(complaint, parties=(*complaint.parties, third), others=others)
