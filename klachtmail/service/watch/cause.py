"""What kind of trouble a sentence tells of, in words for those who do not read our log: the monitor and the administrator."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Cause:
    """`reason` is for the monitor, without names; `words` and `cure` (may be '') are Dutch sentences for the administrator."""

    sign: str
    reason: str
    words: str
    cure: str = ""


def cause(problem: str) -> Cause | None:
    """Return the kind of trouble that a sentence of ours tells of, None for one that is none of these."""
    said = problem.lower()
    return next((each for each in _CAUSES if each.sign in said), None)


_LOGIN: Final = "Klopt het wachtwoord of het token nog, en is de server bereikbaar?"
_MAILBOX: Final = "De mailbox is niet te lezen."
_SENDING: Final = "Er gaat geen mail weg."
_CAUSES: Final = (
    Cause(
        "database",
        "the database cannot be reached",
        "De database werkt niet mee.",
        "Draait PostgreSQL, en is er ruimte?",
    ),
    Cause(
        "disk is full",
        "the disk is full",
        "De schijf is vol.",
        "Maak ruimte op de schijf waar de gegevens staan; daarna gaat alles vanzelf verder.",
    ),
    Cause("template", "a letter cannot be written", "Er is een fout in een sjabloon voor een brief."),
    Cause("imap", "the mailbox cannot be read", _MAILBOX, _LOGIN),
    Cause("mailbox", "the mailbox cannot be read", _MAILBOX, _LOGIN),
    Cause("smtp", "mail cannot be sent", _SENDING, _LOGIN),
    Cause("sending", "mail cannot be sent", _SENDING, _LOGIN),
    Cause("hung", "a round hung", "Een ronde bleef hangen."),
)
