"""The procedure as the public reads it: what the configuration promises, in plain Dutch."""

import datetime as dt
from typing import Final

from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.records.deadlines import CONTACT_WORKDAYS
from klachtmail.letters.documents import Documents

_NUMBERS: Final = {2: "twee"}
_WEEK: Final = 7


def procedure_page(documents: Documents, firm: Firm, retention_months: int, made_on: dt.date) -> str:
    """Return the firm's complaints procedure as one HTML page (CRKBO: it is public, with names and terms)."""
    values = {
        "organisation": firm.organisation,
        "acknowledges": "" if firm.procedure.acknowledge == "never" else firm.procedure.acknowledge,
        "contact_workdays": _NUMBERS.get(CONTACT_WORKDAYS, CONTACT_WORKDAYS),
        "term": term(firm.procedure.answer_within_days),
        "retention_months": retention_months,
        "made_on": made_on,
    }
    return documents.render("procedure", values)


def term(days: int) -> str:
    """Return a term as people say it: 'twee weken', '6 weken', '10 dagen'."""
    weeks, rest = divmod(days, _WEEK)
    if rest or not weeks:
        return f"{days} dagen"
    return "één week" if weeks == 1 else f"{_NUMBERS.get(weeks, weeks)} weken"
