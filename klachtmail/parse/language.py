"""In which language the client writes, as far as there are letters in it: Dutch, English, German and French."""

from klachtmail.domain.people.tongue import Tongue, tongue

_CERTAIN = 5  # words more than of any other language: a German name and a street are no German mail


def language(text: str, subject: str = "") -> Tongue | None:
    """Return 'nl' or 'en' when somebody writes that, 'de' or 'fr' when that is certain, else None: the firm's language.

    The subject counts when the text says nothing.
    """
    said = tongue(text) or tongue(f"{subject}\n{text}")
    return None if said in {"de", "fr"} and tongue(text, lead=_CERTAIN) != said else said
