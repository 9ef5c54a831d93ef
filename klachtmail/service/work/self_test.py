"""When every message of a batch fails, is it the messages or us? A control sample tells."""

import datetime as dt

from klachtmail.domain.decide.decide import decide
from klachtmail.domain.incoming.case import Case
from klachtmail.domain.records.workspace import Workspace
from klachtmail.parse import parse
from klachtmail.service.work.errors import ControlFailedError
from klachtmail.service.work.office import Office

_SAMPLE = b"""From: Control Sample <sample@example.org>\r
To: complaints\r
Subject: control sample\r
Message-ID: <control-sample@example.org>\r
\r
Dit is een proefbericht.\r
"""


def control_sample(office: Office, now: dt.datetime, cause: Exception) -> None:
    """Handle the plainest complaint there is, without keeping anything of it; raise when that fails too."""
    try:
        desk = Workspace(office.store)
        outcome = decide(Case(parse(_SAMPLE, now), desk, office.firm, office.keys, now))
        by_number = {c.number: c for c in outcome.complaints}
        for request in outcome.letters:
            office.writer.render(request, by_number.get(request.number or ""), now, nonce=office.nonce())
    except Exception as failure:  # noqa: BLE001 - whatever it is, the trouble is ours
        msg = f"no message can be handled: {type(failure).__name__}: {failure}"
        raise ControlFailedError(msg) from cause
