"""An incoming message and the records -> what to do: triage says what it is, the rooms beside this what happens then."""

from klachtmail.domain.decide import automatic_mail, bounces, clients, unheeded
from klachtmail.domain.decide import verdicts as is_
from klachtmail.domain.decide.triage import judge
from klachtmail.domain.incoming.case import Case
from klachtmail.domain.records.outcome import Outcome


def decide(case: Case) -> Outcome:
    """Return what happens with this mail. Pure: the same case always gives the same outcome."""
    verdict = judge(case)
    return unheeded.told(case, verdict, _outcome(case, verdict))


def _outcome(case: Case, verdict: is_.Verdict) -> Outcome:
    match verdict:
        case is_.Duplicate(number):
            return Outcome("duplicates", "processed", number=number)
        case is_.Own(complaint):
            return automatic_mail.own(complaint)
        case is_.Bounced():
            return bounces.bounced(case, verdict)
        case is_.FromSource():
            return clients.from_source(case)
        case is_.Automatic(complaint):
            return automatic_mail.automatic(case, complaint)
        case is_.Spam(complaint):
            return automatic_mail.spam(case, complaint)
        case is_.Reacted(complaint):
            return clients.reacted(case, complaint)
        case is_.Rated(complaint, party, rating):
            return clients.rated(case, complaint, party, rating)
        case is_.FollowUp(complaint, party):
            return clients.followed_up(case, complaint, party)
        case is_.ThirdParty(complaint):
            return clients.third_party_wrote(case, complaint)
        case is_.NewComplaint(same_conversation):
            return clients.complained(case, same_conversation)
        case _:
            return _of_a_colleague(case, verdict)


def _of_a_colleague(case: Case, verdict: is_.OfColleague) -> Outcome:
    # only now: the grammar of the members' commands takes longer to load than most mail takes to handle
    from klachtmail.domain.conduct.answer import answer_mail
    from klachtmail.domain.conduct.oral import record_oral
    from klachtmail.domain.decide import auditors, colleagues

    match verdict:
        case is_.Commanded(member, token):
            return answer_mail(case, member, token)
        case is_.Impostor(owner, complaint):
            return colleagues.impostor_wrote(case, owner, complaint)
        case is_.Corresponded(complaint):
            return colleagues.corresponded(case, complaint)
        case is_.Oral(member):
            return record_oral(case, member, confirmed=False)  # nothing goes to a client before it is confirmed
        case is_.PassedOn(member, first):
            return colleagues.passed_on(case, member, first)
        case is_.Unsigned(member, complaint):
            return colleagues.wrote_unsigned(case, member, complaint)
        case is_.Audited(auditor, signed):
            return auditors.wrote(case, auditor, signed=signed)
        case is_.Internal():
            return colleagues.complained_within(case)
