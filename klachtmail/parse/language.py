"""In which language the client gets his letters: the firm's own is Dutch, and there are English, German and French ones."""

from klachtmail.domain.people.tongue import Tongue, tongue

_CERTAIN = 5  # words more than of any other language: a German name and a street are no German mail


def language(text: str, subject: str = "") -> Tongue:
    """Return 'en' when somebody writes English, 'de' or 'fr' when he certainly does, else 'nl'.

    The subject counts when the text says nothing.
    """
    said = tongue(text) or tongue(f"{subject}\n{text}")
    if said in {"de", "fr"} and tongue(text, lead=_CERTAIN) != said:
        return "nl"
    return said or "nl"
