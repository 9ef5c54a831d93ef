"""Signed mail of a member whose commands had no effect: nobody may think that something was done."""

from dataclasses import replace
from typing import Final

from klachtmail.domain.decide.verdicts import Automatic, Corresponded, Spam, Verdict
from klachtmail.domain.incoming.case import Case
from klachtmail.domain.records.outcome import Outcome
from klachtmail.domain.records.state import MOST_UNHEEDED, State, Unheeded

_WHY: Final = {
    Corresponded: "de klager las hem mee, en dan lezen wij geen opdrachten",
    Automatic: "hij leek automatisch verstuurd",
    Spam: "de mailserver hield hem voor ongewenst",
}


def told(case: Case, verdict: Verdict, outcome: Outcome) -> Outcome:
    """Return the outcome with a note for `status` and the member's morning mail, when commands in it were not carried out."""
    if not isinstance(verdict, Corresponded | Automatic | Spam):
        return outcome
    member = case.member
    if member is None or case.token_member != member or not case.is_vouched_for:
        return outcome
    from klachtmail.domain.commands import read
    from klachtmail.domain.commands.command import Command

    aliases = [each.alias for each in case.firm.members]
    if not any(isinstance(line, Command) for line in read(case.mail.new_text, case.today, aliases=aliases)):
        return outcome
    state: State = outcome.state or case.records.state
    number = verdict.complaint.number if verdict.complaint else None
    entry = Unheeded(member=member.address.lower(), at=case.mail.received_at, number=number, why=_WHY[type(verdict)])
    return replace(outcome, state=replace(state, unheeded=(*state.unheeded, entry)[-MOST_UNHEEDED:]))
