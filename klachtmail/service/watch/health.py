"""Is all well? For `status`: what a monitor alarms on, and the figures of the procedure."""

import datetime as dt
import socket
from dataclasses import dataclass, field
from typing import Any, Literal

from klachtmail.domain.agenda.figures import standing_of, tempos
from klachtmail.domain.firm.calendar import Calendar
from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.record import to_json
from klachtmail.service.watch.pulse import SILENT
from klachtmail.store.port import Store


@dataclass(slots=True)
class Health:
    """'ok', 'warning' (look today) or 'critical' (look now), why, and figures."""

    status: Literal["ok", "warning", "critical"] = "ok"
    why: list[str] = field(default_factory=list)
    figures: dict[str, Any] = field(default_factory=dict)

    def say(self, level: Literal["warning", "critical"], reason: str) -> None:
        """Add a reason; the worst one counts."""
        self.why.append(reason)
        if self.status != "critical":
            self.status = level

    def as_json(self) -> dict[str, Any]:
        """Return the published form."""
        return {"status": self.status, "why": self.why, **self.figures}


def health(store: Store, firm: Firm, pulse: dict[str, Any], now: dt.datetime) -> Health:
    """Return how klachtmail is doing; the register has been read by now, so that much is well."""
    found = Health()
    role = _roles(found, store, now)
    known = _pulse_of_the_active(store) or pulse
    if not known and next(iter(store.everything()), None) is None:
        found.say("warning", "nothing has run on this data folder yet, or it was emptied: is it the right one?")
    _rounds(found, known, now)
    unsent = list(store.unsent())
    states = {state: sum(x.state == state for x in unsent) for state in ("waiting", "held", "failed")}
    if states["failed"]:
        found.say("warning", f"{_letters(states['failed'])} could not be delivered: see `klachtmail outbox`")
    if states["held"]:
        found.say("warning", f"limits hold back {_letters(states['held'])}: see `klachtmail outbox`")
    old = [x for x in unsent if x.state == "waiting" and now - x.created_at > dt.timedelta(hours=1)]
    if old:
        found.say(
            "warning", f"{_letters(len(old))} unsent for more than an hour: {old[0].reason or 'is the daemon running?'}"
        )
    if store.state.restored_at is not None:
        found.say("critical", "the outbox is held since a restore: run `klachtmail restore --reconcile`")
    if unheeded := store.state.unheeded:
        last = unheeded[-1]
        found.say(
            "warning",
            f"{_mails(len(unheeded))} of members had no effect, the last by {last.member} on {last.at:%Y-%m-%d %H:%M}",
        )
    today = now.astimezone(firm.organisation.zone).date()
    standing = standing_of(store, today, firm.organisation.zone)
    years = tempos(store, today, Calendar(firm.organisation))
    found.figures = {
        **role,
        **standing,
        "waiting": states["waiting"],
        "held": states["held"],
        "failed": states["failed"],
        "last_success": pulse.get("well_at"),
        "tempo": [to_json(t) for t in years],
    }
    return found


def _pulse_of_the_active(store: Store) -> dict[str, Any]:
    """Return what the machine at work noted; {} where there is only one."""
    return next((dict(machine.pulse) for machine in store.machines() if machine.role == "active"), {})


def _roles(found: Health, store: Store, now: dt.datetime) -> dict[str, Any]:
    """Return what this machine does and which one is at work, and say when that is not well."""
    machines = store.machines()
    active = next((machine for machine in machines if machine.role == "active"), None)
    if active is not None and now - active.seen_at > SILENT:
        found.say("critical", f"no machine is at work: {active.host} was, until {active.seen_at.isoformat()}")
    lately = [machine for machine in machines if now - machine.seen_at <= SILENT]
    if len({machine.configuration for machine in lately}) > 1:
        found.say("warning", "the machines have different configurations: copy config.yaml of one to the others")
    if len({machine.version for machine in lately}) > 1:
        found.say("warning", "the machines run different versions of klachtmail")
    standing_by = active is not None and not active.here
    return {
        "role": "standby" if standing_by else "active",
        "active_on": active.host if active else store.leader() or socket.gethostname(),
    }


def _mails(count: int) -> str:
    return "1 signed mail" if count == 1 else f"{count} signed mails"


def _letters(count: int) -> str:
    return "1 letter" if count == 1 else f"{count} letters"


def _rounds(found: Health, pulse: dict[str, Any], now: dt.datetime) -> None:
    if not pulse:
        return
    if pulse.get("problem"):
        found.say("critical", f"mail does not work since {pulse.get('since')}: {pulse['problem']}")
    elif pulse.get("at"):
        _sign_of_life(found, dt.datetime.fromisoformat(pulse["at"]), pulse.get("daemon_at"), now)


def _sign_of_life(found: Health, at: dt.datetime, daemon_at: str | None, now: dt.datetime) -> None:
    """Say that nothing has run lately: a service is missed, and so is any round since the clock was set back."""
    if at - now > SILENT:  # else a service that stopped would be well until its time comes again
        reason = f"the clock was set back, and no round has gone since: the last is of {at.isoformat()}, which is still to come"
        found.say("critical" if daemon_at else "warning", reason)
    elif daemon_at and now - at > SILENT:
        found.say("critical", f"the daemon gave no sign of life since {daemon_at}")
