"""The day on which a client secret or certificate ends: told from a month before, since without it no mail is read."""

import datetime as dt
from typing import Final

from klachtmail.domain.outgoing import letters
from klachtmail.service.watch import alarm
from klachtmail.service.watch.health import Health
from klachtmail.service.work.office import Office

MONTH: Final = 30  # days
_TOLD: Final = frozenset({MONTH, 14, 7, 3, 2, 1, 0})  # days before


def sentence(ends: dt.date | None, today: dt.date) -> str:
    """Return what to say when it is time to make a new one, else ''."""
    near = ends is not None and (ends - today).days <= MONTH
    return f"the client secret or certificate of OAuth2 ends on {ends}: make a new one" if near else ""


def warn(found: Health, ends: dt.date | None, today: dt.date) -> None:
    """Add that to what `status` says."""
    if said := sentence(ends, today):
        found.say("warning", said)


def tell(office: Office) -> None:
    """Write to the administrator, on a few of the days before the end. Called once a day."""
    today = office.now().date()
    if office.secret_ends is None or (office.secret_ends - today).days not in _TOLD:
        return
    data = letters.Alarm(
        title=f"Het geheim van Microsoft 365 werkt nog tot {office.secret_ends:%d-%m-%Y}",
        problem="Daarna leest en verstuurt klachtmail geen mail meer. Maak vóór die dag een nieuw geheim of certificaat in "
        "Entra, zet het in het bestand, en de nieuwe einddatum bij client_secret_ends.",
        advice="klachtmail check",
    )
    alarm.tell(office, data)
