"""Mails written for this project, as programs and people in the Netherlands write them, with what must become of each.

A row holds the message with LF line ends. `{ack}` is the Message-ID of our acknowledgement to Sanne, `{routing}` that
of the letter with her complaint (K2026-0001) to Jan. Her own first mail was <eerste@example.nl>.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mail:
    """One mail: the kind that `poll` counts it as, who outside the firm gets a letter, and for which complaint."""

    name: str
    kind: str
    text: str
    answered: tuple[str, ...] = ()
    number: str | None = None
    listed: bool = False  # in the next morning mail
    complainant: str | None = None
    role: str = "inbox"

    def raw(self, **names: str) -> bytes:
        """Return the message as it travels, with the names filled in."""
        text = self.text.lstrip("\n")
        for name, value in names.items():
            text = text.replace(f"{{{name}}}", value)
        return text.replace("\n", "\r\n").encode()
