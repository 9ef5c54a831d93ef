"""Where the story is played: people send mail by SMTP, and the office does its rounds as the daemon does them."""

import contextlib
import datetime as dt
import smtplib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage

from klachtmail.demo.letters import Person, Received, answer, press, unnumbered, write
from klachtmail.demo.post_office import HOST, PostOffice
from klachtmail.mailbox.port import MailboxError
from klachtmail.service.flush import flush
from klachtmail.service.poll import poll
from klachtmail.service.sweep import sweep
from klachtmail.service.work.office import Office

_UNTIL_THE_ROUND = dt.timedelta(seconds=20)


class StoryError(Exception):
    """The story cannot go on: something that it builds on did not happen."""


class StoryClock:
    """The time of the story (aware). It stands still until it is set; after `run_on` it goes on at the pace of life."""

    def __init__(self, start: dt.datetime) -> None:
        self._now = start
        self._since: dt.datetime | None = None

    def __call__(self) -> dt.datetime:
        """Return the time."""
        return self._now if self._since is None else self._now + (dt.datetime.now(dt.UTC) - self._since)

    def set(self, now: dt.datetime) -> None:
        """Let time pass until then. Raises StoryError when that would be backwards."""
        if now < self._now:
            raise StoryError(f"the story goes back in time: {now} comes before {self._now}")
        self._now = now

    def run_on(self) -> None:
        """Go on by itself from here."""
        self._since = dt.datetime.now(dt.UTC)


@dataclass(frozen=True)
class Happening:
    """One entry of the timeline: what somebody did, what klachtmail made of it, and the letters that followed.

    `who` is None when it was the clock. `steps` are ('K2026-0001', 'assigned') as the register has them.
    """

    at: dt.datetime
    who: Person | None
    what: str
    words: str
    judged: str
    steps: tuple[tuple[str, str], ...]
    letters: tuple[Received, ...]

    def to(self, person: Person, about: str = "") -> Received:
        """Return the letter to this person with `about` in its subject. Raises StoryError when there is none."""
        for letter in self.letters:
            if letter.to == person.address and about in letter.subject:
                return letter
        got = ", ".join(f"{letter.to}: {letter.subject}" for letter in self.letters) or "no letters at all"
        raise StoryError(f"after “{self.what}” {person.name} has no letter{f' about {about}' if about else ''} ({got})")

    def number(self) -> str:
        """Return the number of the complaint that this was about. Raises StoryError when it was about none."""
        if not self.steps:
            raise StoryError(f"“{self.what}” led to nothing in the register")
        return self.steps[0][0]


class Stage:
    """Plays one happening at a time, tells it to `teller`, and collects in `problems` what was not as it should be."""

    def __init__(
        self, office: Office, post: PostOffice, clock: StoryClock, teller: Callable[[Happening], None]
    ) -> None:
        self.office, self.post, self.clock = office, post, clock
        self.happenings: list[Happening] = []
        self.problems: list[str] = []
        self._teller = teller
        self._known: dict[str, int] = {}

    def time(self, day: int, at: str) -> dt.datetime:
        """Let the story go on to a time ('09:12') on a day, 0 being its first, and return it."""
        first = self.happenings[0].at if self.happenings else self.office.now()
        date = first.date() + dt.timedelta(days=day)
        now = dt.datetime.combine(date, dt.time.fromisoformat(at), self.office.firm.organisation.zone)
        self.clock.set(now)
        return now

    def expect(self, truth: object, sentence: str) -> None:
        """Note this sentence as a problem unless it is true."""
        if not truth:
            self.problems.append(f"{self.happenings[-1].what}: {sentence}" if self.happenings else sentence)

    # ── what people do ──────────────────────────────────────────────────────────────────────────────────────────

    def writes(
        self, at: dt.datetime, who: Person, subject: str, text: str, attachment: tuple[str, bytes] | None = None
    ) -> Happening:
        """Let somebody write to the complaints address."""
        message = write(who, self.office.firm.organisation.address, subject, text, at, attachment)
        files = f" (with {attachment[0]})" if attachment else ""
        return self.posts(who, message, f"writes “{subject}”{files}", text)

    def answers(self, at: dt.datetime, who: Person, letter: Received, text: str) -> Happening:
        """Let somebody answer a letter."""
        return self.posts(who, answer(who, letter, text, at), f"answers “{unnumbered(letter.subject)}”", text)

    def presses(self, at: dt.datetime, who: Person, letter: Received, label: str) -> Happening:
        """Let a member press a button in a letter and send the mail that opens."""
        try:
            message = press(who, letter, label, at)
        except LookupError as missing:
            raise StoryError(str(missing)) from None
        body = str(message.get_content()).strip()
        return self.posts(who, message, f"presses [{label}] in “{unnumbered(letter.subject)}”", body)

    def posts(self, who: Person, message: EmailMessage, what: str, words: str) -> Happening:
        """Send a message from outside, let the office do its round, and return what came of it."""
        at = self.office.now()
        with smtplib.SMTP(HOST, self.post.smtp_port, timeout=20) as outside:
            outside.send_message(message)
        return self._round(at, who, what, words)

    # ── what klachtmail does ────────────────────────────────────────────────────────────────────────────────────

    def comes_in(self, what: str) -> Happening:
        """Let the office find what came by itself, such as a delivery failure."""
        return self._round(self.office.now(), None, what, "")

    def clock_strikes(self, what: str) -> Happening:
        """Let the office look what its clock asks for."""
        at, before = self.office.now(), len(self.post.delivered)
        sweep(self.office)
        self._send()
        return self._tell(at, None, what, "", "", before)

    def look(self) -> None:
        """Do one round outside the story; trouble is over with it, as a daemon would try again."""
        with contextlib.suppress(MailboxError, StoryError):
            poll(self.office)
            sweep(self.office)
            self._send()

    def _round(self, at: dt.datetime, who: Person | None, what: str, words: str) -> Happening:
        before = len(self.post.delivered)
        self.clock.set(at + _UNTIL_THE_ROUND)
        report = poll(self.office)
        self._send()
        judged = ", ".join(kind for kind, count in report.counts.items() if count)
        return self._tell(at, who, what, words, judged, before)

    def _send(self) -> None:
        if paused := flush(self.office).paused:
            raise StoryError(f"the letters cannot be sent: {paused}")

    def _tell(self, at: dt.datetime, who: Person | None, what: str, words: str, judged: str, before: int) -> Happening:
        letters = tuple(
            Received(d.to, d.content, d.at) for d in self.post.delivered[before:] if self._is_ours(d.sender)
        )
        happening = Happening(at, who, what, words, judged, tuple(self._steps()), letters)
        self.happenings.append(happening)
        self._teller(happening)
        return happening

    def _is_ours(self, sender: str) -> bool:
        return sender == self.office.firm.organisation.address

    def _steps(self) -> Iterator[tuple[str, str]]:
        """Yield what the register has more than when it was last looked at."""
        for complaint in self.office.store.current():
            fresh = complaint.history[self._known.get(complaint.number, 0) :]
            self._known[complaint.number] = len(complaint.history)
            yield from ((complaint.number, entry.event) for entry in fresh)
