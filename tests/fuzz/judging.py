"""What must hold of every decision: a firm with some complaints receives the message, files it and answers it or not."""

import random
import re
from collections import Counter
from collections.abc import Iterator

from cleanliness import complaints

from klachtmail.domain.incoming.automatic import automatic, reads_no_answers
from klachtmail.domain.incoming.message import Incoming
from klachtmail.parse import parse
from tests.letters_read import read
from tests.world import CLIENT, ELS, JAN, MONDAY, OURS, PIET, World, mail

INSIDE = frozenset({JAN, ELS, PIET, "els.bakker@example.org", "beheer@ront.nl"})
_HEADERS = frozenset(
    """
        from to subject date message-id in-reply-to references auto-submitted mime-version x-auto-response-suppress
        content-type reply-to content-language content-transfer-encoding content-disposition
    """.split()
)
_LONGEST = 998  # bytes of a line, RFC 5321 §4.5.3.1.6
_NAME = re.compile(rb"^([^\s:]+):", re.MULTILINE)
STRANGER = "Advocaat Smit <smit@advocaten.example>"


class Judge:
    """A world with complaints in several states. `receive` says what is wrong; `verdicts` counts what mail was."""

    def __init__(self) -> None:
        self.world = world = World()
        self.verdicts: Counter[str] = Counter()
        world.receive(mail("De trainer was te laat.", message_id="eerste@example.nl"))
        world.receive(mail("De factuur klopt niet.", sender="Kees <kees@example.org>", subject="Factuur"))
        routing = world.last(ELS)
        world.reply(JAN, "ik", to=world.last(JAN))
        world.reply(ELS, "geen klacht: vraag, over de factuur", to=routing)
        self.threads = [read(sent.content, sent.recipient) for sent in world.courier.sent]
        world.courier.sent.clear()

    def addressed(self, raw: bytes, chance: random.Random) -> bytes:
        """Return the message as if it answered one of our letters, came from somebody known, or from a machine."""
        letter = chance.choice(self.threads)
        head = [f"To: {OURS}"]
        if chance.random() < 0.8:
            head.append(f"From: {chance.choice((CLIENT, CLIENT, 'kees@example.org', JAN, ELS, PIET, STRANGER, OURS))}")
        if chance.random() < 0.8:
            head.append(f"In-Reply-To: <{letter.message_id}>")
        if chance.random() < 0.3:
            subjects = [letter.subject, *(subject for _, subject, _ in letter.buttons.values())]
            head.append(f"Subject: {chance.choice(subjects)}")
        if chance.random() < 0.1:
            head.append(chance.choice(("Return-Path: <>", "Auto-Submitted: auto-replied", "Precedence: bulk")))
        return "".join(f"{line}\r\n" for line in head).encode() + raw

    def receive(self, raw: bytes, message: Incoming, role: str = "inbox") -> Iterator[str]:
        """Receive the message, send what was decided, and yield in words what is wrong; nothing when all is well."""
        world = self.world
        try:
            report = world.receive(raw, role=role)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what the fuzzing looks for
            yield f"deciding raised {error!r}"
            world.mailbox.kept[role].clear()
            return
        self.verdicts.update({kind: count for kind, count in report.counts.items() if count})
        if report.fetched != 1 or report.counts["failed"] or report.counts["quarantined"]:
            yield f"it was not dealt with: {dict(report.counts)}"
        if world.mailbox.kept["inbox"]:
            yield "it stayed in INBOX"
            world.mailbox.kept["inbox"].clear()
        alike = next((sent for sent in world.courier.sent if sent.recipient in INSIDE), None)
        for sent in world.courier.sent:  # members get the same letter, each with his own token
            if sent is alike or sent.recipient not in INSIDE:
                yield from self._letter(sent.recipient, sent.content, message)
        self.verdicts["letters"] += len(world.courier.sent)
        world.courier.sent.clear()

    def _letter(self, recipient: str, content: bytes, message: Incoming) -> Iterator[str]:
        if recipient not in INSIDE:
            yield from self._to_an_outsider(recipient, content, message)
        has_bare_ends = not content.count(b"\r") == content.count(b"\n") == content.count(b"\r\n")
        if has_bare_ends or max(map(len, content.split(b"\r\n"))) > _LONGEST:
            yield "a letter with lines that no server takes"
        names = _NAME.findall(content.partition(b"\r\n\r\n")[0])
        if unknown := {name.decode().lower() for name in names} - _HEADERS:
            yield f"a letter with headers that are not ours: {unknown}"
        yield from (f"our letter: {each}" for each in complaints(content, parse(content, MONDAY)))

    def _to_an_outsider(self, recipient: str, content: bytes, message: Incoming) -> Iterator[str]:
        if reads_no_answers(recipient):
            yield f"a letter to {recipient}, who reads none"
        is_sender = recipient == message.sender.address
        if is_sender and (why := automatic(message, self.world.firm) or (message.bounce and "a bounce")):
            yield f"an answer to a machine: {why}"
        if b"\r\nAuto-Submitted: auto-" not in content and message.sender.address not in INSIDE:
            yield "an automatic letter that does not say so"
