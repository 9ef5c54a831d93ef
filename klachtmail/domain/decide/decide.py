"""An incoming message and the records -> what to do: triage says what it is, the rooms beside this what happens then."""

from klachtmail.domain.decide import clients, machines, unheeded
from klachtmail.domain.incoming.triage import Case, judge
from klachtmail.domain.records.outcome import Outcome


def decide(case: Case) -> Outcome:
    """Return what happens with this mail. Pure: the same case always gives the same outcome."""
    verdict = judge(case)
    action = clients.ACTIONS.get(verdict.kind) or machines.ACTIONS.get(verdict.kind)
    if action is None:
        # only now: the grammar of the members' commands takes longer to load than most mail takes to handle
        from klachtmail.domain.decide import colleagues

        action = colleagues.ACTIONS[verdict.kind]
    return unheeded.told(case, verdict, action(case, verdict))
