"""A firm in memory: real decisions, letters and parsing, on the in-memory twins of the ports and a clock to turn."""

import datetime as dt
import hashlib
import itertools
import tempfile
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from zoneinfo import ZoneInfo

from klachtmail.domain.firm.firm import Firm
from klachtmail.letters.writer import Writer
from klachtmail.mailbox.memory import MemoryMailbox
from klachtmail.service.flush import flush
from klachtmail.service.poll import PollReport, poll
from klachtmail.service.sweep import sweep
from klachtmail.service.work.office import Office
from klachtmail.smtp.memory import MemoryCourier
from klachtmail.store.journal import MemoryJournal
from klachtmail.store.memory import MemoryStore
from klachtmail.store.seal import broken
from tests.letters_read import Read, answer, press, read

ZONE = ZoneInfo("Europe/Amsterdam")
MONDAY = dt.datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)
JAN, ELS, PIET = "jan@ront.nl", "els@ront.nl", "piet@ront.nl"
CLIENT = "Sanne de Boer <sanne@example.nl>"
OURS = "klachten@ront.nl"
NO_LIMITS = dict.fromkeys(("per_address_hour", "per_address_day", "outsiders_hour", "routing_hour"))


def firm(**sections):
    """Return the firm of the tests: two partners, one employee, no limits."""
    return Firm.model_validate(
        {
            "organisation": {"name": "RONT", "address": OURS, "domains": ["ront.nl"], "phone": "055 123 45 67"},
            "partners": [
                {"name": "Jan de Vries", "address": JAN, "alias": "jan"},
                {"name": "Els Bakker", "address": ELS, "alias": "els", "also": ["els.bakker@example.org"]},
            ],
            "employees": [{"name": "Piet Jansen", "address": PIET, "alias": "piet", "role": "employee"}],
            "administrator": "beheer@ront.nl",
            "limits": NO_LIMITS,
            **sections,
        }
    )


def mail(text, *, sender=CLIENT, to=OURS, subject="Training vastgoedrekenen", headers=None, **fields):
    """Return a message as bytes; `headers` are added raw, `fields` such as message_id='x@y' with their own name."""
    message = EmailMessage(policy=SMTP)
    if sender:
        message["From"] = sender
    message["To"] = to
    message["Subject"] = subject
    message["Message-ID"] = f"<{fields.pop('message_id', f'{next(_IDS)}@example.nl')}>"
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    extra = "".join(f"{name}: {value}\r\n" for name, value in (headers or {}).items())
    return extra.encode() + message.as_bytes()


def nonces():
    """Return a function that gives eight bytes, other ones each time and the same ones in each run."""
    numbers = itertools.count()
    return lambda: hashlib.sha256(b"%d" % next(numbers)).digest()[:8]


_IDS = itertools.count(1)
# Templates are compiled once for all worlds, and loaded once for those of one firm: that was most of a test's time.
_COMPILED = tempfile.TemporaryDirectory(prefix="klachtmail-tests-")
_LOADED = {}


class World:
    """`deliver` and `poll`, then read what people got. `now` is turned by hand.

    Keys and nonces are the same in every run: else a word of a test stands in a token one day. (Seals stay random hex.)
    """

    def __init__(self, now=MONDAY, **sections):
        self.now = now
        self.firm = firm(**sections)
        self.store = MemoryStore()
        self.store._keys = [(b"the key of every firm in memory.", None)]
        self.mailbox = MemoryMailbox()
        self.courier = MemoryCourier()
        keys = self.store.secret(now)
        self.office = Office(
            firm=self.firm,
            store=self.store,
            mailbox=self.mailbox,
            courier=self.courier,
            journal=MemoryJournal(),
            writer=Writer(self.firm, keys, compiled=Path(_COMPILED.name)),
            keys=keys,
            clock=lambda: self.now,
            nonce=nonces(),
        )
        self.office.writer._languages = _LOADED.setdefault(self.firm.model_dump_json(), {})
        self._read = 0

    def deliver(self, *raws, role="inbox", at=None):
        """Put messages into a folder."""
        for raw in raws:
            self.mailbox.add(raw, role, at or self.now)

    def poll(self) -> PollReport:
        """Poll and flush."""
        report = poll(self.office)
        flush(self.office)
        self.hold()
        return report

    def receive(self, *raws, role="inbox") -> PollReport:
        """Deliver and poll."""
        self.deliver(*raws, role=role)
        return self.poll()

    def sweep(self):
        """Do what the clock asks, and send it."""
        report = sweep(self.office)
        flush(self.office)
        self.hold()
        return report

    def hold(self):
        """Assert that every change of a complaint is in its history: else `verify` would call it forged."""
        for each in self.store.current():
            assert broken(each) is None, (each.number, broken(each))

    def later(self, **delta):
        """Turn the clock."""
        self.now = (self.now.astimezone(dt.UTC) + dt.timedelta(**delta)).astimezone(ZONE)

    def letters(self, to=None) -> list[Read]:
        """Return every letter that was sent, or those to one address, oldest first."""
        return [read(e.content, e.recipient) for e in self.courier.sent if to in {None, e.recipient}]

    def news(self) -> list[Read]:
        """Return the letters since the last time that this was asked."""
        fresh = [read(e.content, e.recipient) for e in self.courier.sent[self._read :]]
        self._read += len(fresh)
        return fresh

    def last(self, to) -> Read:
        """Return the newest letter to an address."""
        newest = next(e for e in reversed(self.courier.sent) if e.recipient == to)
        return read(newest.content, newest.recipient)

    def reply(self, member, text, to=None) -> PollReport:
        """Have a member answer his newest letter (or this one), and poll."""
        return self.receive(answer(to or self.last(member), member, text))

    def press(self, member, label, on=None) -> PollReport:
        """Have a member press a button of his newest letter (or this one), and poll."""
        return self.receive(press(on or self.last(member), label, member))

    def complaint(self, number="K2026-0001"):
        """Return a complaint as it is on record."""
        found = self.store.complaint(number)
        assert found is not None, number
        return found
