"""The courier in memory, for tests: keeps what it was given, and answers what it is told."""

from collections.abc import Callable
from dataclasses import dataclass

from klachtmail.smtp.port import Answer, Paused, Sent, nothing


@dataclass(frozen=True, slots=True)
class Envelope:
    """A letter that was handed over: bare addresses and the bytes."""

    envelope_from: str
    recipient: str
    content: bytes


class MemoryCourier:
    """Takes every letter, unless `answer` says otherwise; `tried` has all attempts, `sent` those that it took."""

    def __init__(self, answer: Callable[[Envelope], Answer] = lambda _: Sent()) -> None:
        self.answer = answer
        self.tried: list[Envelope] = []
        self.sent: list[Envelope] = []

    def connect(self) -> Paused | None:
        """Do nothing."""
        return None

    def deliver(
        self, envelope_from: str, recipient: str, content: bytes, before_end: Callable[[], None] = nothing
    ) -> Answer:
        """Note the attempt and answer; every refusal is one that comes after the final dot."""
        envelope = Envelope(envelope_from, recipient, content)
        self.tried.append(envelope)
        before_end()
        answer = self.answer(envelope)
        if isinstance(answer, Sent):
            self.sent.append(envelope)
        return answer

    def takes(self, envelope_from: str, recipient: str) -> bool | None:
        """Return whether `answer` would take an empty letter; what it refuses for its content, it takes until then."""
        answer = self.answer(Envelope(envelope_from, recipient, b""))
        return None if isinstance(answer, Paused) else isinstance(answer, Sent) or getattr(answer, "for_content", False)

    def close(self) -> None:
        """Do nothing."""
