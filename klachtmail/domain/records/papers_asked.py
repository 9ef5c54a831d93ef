"""Who asked for which papers: what belongs to no complaint has its history here."""

import datetime as dt
from dataclasses import replace
from typing import Final

from klachtmail.domain.records.state import PapersAsked, State

MOST_KEPT: Final = 500  # it is written at every commit; a year of a firm and its auditor is some tens


def asked_for(state: State, by: str, what: str, now: dt.datetime) -> State:
    """Return the state that knows of one more request. `by` is a bare address; `what` names nobody outside."""
    entry = PapersAsked(at=now, by=by, what=what)
    return replace(state, papers_asked=(*state.papers_asked, entry)[-MOST_KEPT:])
