"""In which language the client gets his letters: there are Dutch and English ones, and the firm's own is Dutch."""

from typing import Literal

from klachtmail.domain.people.tongue import tongue


def language(text: str, subject: str = "") -> Literal["nl", "en"]:
    """Return 'en' when somebody writes English, else 'nl'. The subject counts when the text says nothing."""
    said = tongue(text) or tongue(f"{subject}\n{text}")
    return "en" if said == "en" else "nl"
