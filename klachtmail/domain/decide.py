"""An incoming message and the records -> what to do: triage says what it is, `handling` what happens then."""

from klachtmail.domain.handling import clients, machines
from klachtmail.domain.outcome import Outcome
from klachtmail.domain.triage import Case, judge


def decide(case: Case) -> Outcome:
    """Return what happens with this mail. Pure: the same case always gives the same outcome."""
    verdict = judge(case)
    action = clients.ACTIONS.get(verdict.kind) or machines.ACTIONS.get(verdict.kind)
    if action is None:
        # only now: the grammar of the members' commands takes longer to load than most mail takes to handle
        from klachtmail.domain.handling import colleagues

        action = colleagues.ACTIONS[verdict.kind]
    return action(case, verdict)
