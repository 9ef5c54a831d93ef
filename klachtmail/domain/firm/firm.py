"""The firm whose procedure runs: its people, its hours and its rules, as the administrator wrote them."""

import datetime as dt
from functools import cached_property
from typing import Annotated, Any, Final, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from klachtmail.domain.record import Setting

Role = Literal["partner", "employee", "coordinator", "auditor"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Member(Setting):
    """A partner or employee; `also` are other addresses that this person writes from."""

    name: str
    address: str
    alias: str
    also: tuple[str, ...] = ()
    function: str | None = None
    phone: str | None = None
    role: Role = "partner"

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Every address this member writes from, bare and in lower case."""
        return frozenset(address.lower() for address in (self.address, *self.also))

    @property
    def oversees(self) -> bool:
        """Whether every complaint comes to this member: a partner, or the coordinator, who decides nothing about it."""
        return self.role in {"partner", "coordinator"}


class Auditor(Setting):
    """Somebody outside who may ask by mail for reports, the register, a sample and evidence, and for nothing else."""

    name: str
    address: str


class Appeal(Setting):
    """The independent third party that a complainant can go to (CRKBO asks for one)."""

    name: str
    address: str | None = None
    url: str | None = None
    within_weeks: int | None = None
    binding: bool = True


class Closure(Setting):
    """Days on which the firm is closed, both ends included; they are no working days."""

    start: Annotated[dt.date, Field(alias="from")]
    end: Annotated[dt.date, Field(alias="to")]

    model_config = {"populate_by_name": True, "frozen": True, "extra": "forbid"}


class Organisation(Setting):
    """Who the firm is to the outside world."""

    name: str
    address: str
    domains: tuple[str, ...]
    timezone: str = "Europe/Amsterdam"
    phone: str | None = None
    privacy_url: str | None = None
    appeal: Appeal | None = None
    closed: tuple[Closure, ...] = ()
    signature: str | None = None
    logo: str | None = None
    members_are: Literal["je", "u"] = "je"
    language: Literal["nl", "en", "de", "fr"] = (
        "nl"  # of letters to a client whose own is none of these, or does not show
    )

    @property
    def mailbox_name(self) -> str:
        """The name in From of every letter."""
        return f"{self.name} Klachten"

    @cached_property
    def zone(self) -> ZoneInfo:
        """The firm's time zone: every date in a letter is a date there."""
        return ZoneInfo(self.timezone)


class Intake(Setting):
    """Addresses whose mail is somebody else's complaint, and lists that are our own mailbox."""

    sources: tuple[str, ...] = ()
    own_lists: tuple[str, ...] = ()


class Security(Setting):
    """How far the mail server's own verdict on a sender is asked and trusted."""

    authentication: Literal["none", "rfc8601", "microsoft365"] = "none"
    trusted_authserv_id: str | None = None
    spam_header: str | None = None


class Meeting(Setting):
    """When the partners meet, in the firm's time zone (`time` is HH:MM)."""

    day: Weekday = "monday"
    time: str = "10:00"
    every_weeks: int = 1


class DigestTime(Setting):
    """When the agenda for that meeting is mailed."""

    day: Weekday = "monday"
    time: str = "08:00"


class Schedule(Setting):
    """The firm's clock: times are HH:MM in its time zone."""

    poll_seconds: int = 60
    reminders: str = "08:30"
    meeting: Meeting = Meeting()
    digest: DigestTime = DigestTime()
    reports: tuple[Literal["year", "quarter"], ...] = ("year", "quarter")  # that come by themselves


class Postpone(Setting):
    """How often a new due date may be given, and for how many days more at most; None is no limit."""

    times: int | None = None
    days: int | None = None


Preset = Literal["free", "crkbo", "awb", "wkkgz"]
# What a scheme asks where the firm writes nothing itself: Awb 9:11, Wkkgz art. 17, CRKBO's code of conduct.
_PRESETS: Final[dict[str, tuple[int, Postpone]]] = {
    "crkbo": (28, Postpone()),
    "awb": (42, Postpone(times=1, days=28)),
    "wkkgz": (42, Postpone(times=1, days=28)),
}


class Procedure(Setting):
    """What the firm chose where the procedure leaves a choice. `preset` fills in what it did not write."""

    preset: Preset = "free"
    acknowledge: Literal["always", "on_request", "never"] = "always"
    answer_within_days: int = 14
    postpone: Postpone = Postpone()
    reminders: tuple[float, ...] = (0.5, 0.8)  # parts of a term; on its last working day too, whatever stands here
    second_reader: Literal["none", "serious", "employees"] = "none"
    who_has_it: Literal["at_once", "agenda"] = "at_once"  # how the other partners hear who handles a complaint
    ask_satisfaction_days: int | None = None  # after closing: each client who was told is asked how it went

    @model_validator(mode="before")
    @classmethod
    def _filled_in(cls, values: Any) -> Any:
        """Return the values with those of the preset where none was written."""
        if not isinstance(values, dict) or values.get("preset") not in _PRESETS:
            return values
        days, postpone = _PRESETS[values["preset"]]
        return {"answer_within_days": days, "postpone": postpone, **values}


class Duty(Setting):
    """Who sees to it that each complaint gets a handler: partners by turn, a week each, or a coordinator.

    The coordinator is an employee who gives complaints to others, reminds and merges, and decides nothing.
    """

    turn: tuple[str, ...] = ()
    coordinator: str | None = None


class Escalation(Setting):
    """Who is told that a complaint does not move: after so many working days without handler, contact or outcome.

    `to` None: whoever is on duty.
    """

    after_days: int | None = None
    to: str | None = None


class Classes(Setting):
    """The firm's own words for what complaints are about; `required`: no complaint closes without one."""

    product: tuple[str, ...] = ()
    aspect: tuple[str, ...] = ()
    cause: tuple[str, ...] = ()
    required: bool = False


class Limits(Setting):
    """How many automatic letters may go out; None is no limit."""

    per_address_hour: int | None = 3
    per_address_day: int | None = 10
    outsiders_hour: int | None = 60
    routing_hour: int | None = 20

    @property
    def any(self) -> bool:
        """Return whether there is a limit at all."""
        return any(limit is not None for limit in self.model_dump().values())


class Retention(Setting):
    """How long raw mail and personal data are kept after a complaint was closed."""

    months: int = 24


class Firm(Setting):
    """Everything that a decision needs to know about the firm; the same for every message."""

    organisation: Organisation
    partners: tuple[Member, ...]
    employees: tuple[Member, ...] = ()
    auditors: tuple[Auditor, ...] = ()
    administrator: str
    intake: Intake = Intake()
    security: Security = Security()
    schedule: Schedule = Schedule()
    procedure: Procedure = Procedure()
    limits: Limits = Limits()
    classification: Classes = Classes()
    duty: Duty = Duty()
    escalation: Escalation = Escalation()
    retention: Retention = Retention()

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """Partners first, then employees, each in the order of the configuration."""
        return (*self.partners, *self.employees)

    @cached_property
    def overseers(self) -> tuple[Member, ...]:
        """To whom every complaint and the agenda come: the partners, and the coordinator when there is one."""
        return tuple(member for member in self.members if member.oversees)

    @cached_property
    def coordinator(self) -> Member | None:
        """The employee who gives complaints to others and decides nothing, or None."""
        return next((member for member in self.members if member.role == "coordinator"), None)

    @cached_property
    def by_turn(self) -> tuple[Member, ...]:
        """Who are on duty, a week each: the partners of the turn, or always the coordinator; nobody when none was named."""
        chosen = (self.member(address) for address in self.duty.turn)
        return tuple(each for each in chosen if each) or tuple(filter(None, (self.coordinator,)))

    @cached_property
    def telephones(self) -> tuple[str, ...]:
        """The numbers of the firm and its members: whoever names one of them was calling us."""
        return tuple(each for each in (self.organisation.phone, *(m.phone for m in self.members)) if each)

    @cached_property
    def _by_address(self) -> dict[str, Member]:
        return {address: member for member in reversed(self.members) for address in member.addresses}

    def member(self, address: str | None) -> Member | None:
        """Return the member who writes from this bare address, or None."""
        return self._by_address.get(address.lower()) if address else None

    def auditor(self, address: str | None) -> Member | None:
        """Return the auditor who writes from this bare address, or None. An auditor is no member: no rule for members lets one in."""
        wanted = (address or "").lower()
        found = (Member(name=a.name, address=a.address, alias="", role="auditor") for a in self.auditors)
        return next((each for each in found if each.address.lower() == wanted), None)

    @cached_property
    def keeper(self) -> Member:
        """The administrator as somebody to write to; without an alias when that is no member, who commands nothing."""
        return self.member(self.administrator) or Member(name="", address=self.administrator.lower(), alias="")

    @cached_property
    def names(self) -> dict[str, str]:
        """The members' aliases by their full names; a name that two of them have is nobody's."""
        every = [member.name for member in self.members]
        return {member.name: member.alias for member in self.members if every.count(member.name) == 1}

    def by_alias(self, alias: str) -> Member | None:
        """Return the member with this alias (capitals don't matter), or None."""
        wanted = alias.lower()
        return next((member for member in self.members if member.alias.lower() == wanted), None)

    def is_own_domain(self, address: str) -> bool:
        """Return whether this bare address is under one of the firm's domains."""
        domain = address.rpartition("@")[2].lower()
        return any(domain == own or domain.endswith(f".{own}") for own in map(str.lower, self.organisation.domains))

    def is_outside(self, address: str) -> bool:
        """Return whether this bare address can be a client's: not the mailbox itself, a source, a member or a colleague.

        The one rule for all roads. A record with an address of ours as complainant made every mail to us one "to the
        complainant", and then no member's command was carried out any more.
        """
        is_inside = self.is_ourselves(address) or self.is_source(address) or self.is_own_domain(address)
        return bool(address) and not is_inside and self.member(address) is None

    def is_ourselves(self, address: str) -> bool:
        """Return whether mail to this bare address comes back to us: our own, also with a +tag (RFC 5233)."""
        local, _, domain = address.lower().rpartition("@")
        return self.organisation.address.lower() in {address.lower(), f"{local.partition('+')[0]}@{domain}"}

    def is_source(self, address: str) -> bool:
        """Return whether this bare address is an intake source (web form, scanner, forwarding mailbox)."""
        return address.lower() in {source.lower() for source in self.intake.sources}
