"""A text of sentences is a person's: what is asked or missed stands in one that says more than that somebody is away."""

import re
from typing import Final

from klachtmail.domain.incoming.auto_phrases import COMPLAINT_WITHIN
from klachtmail.domain.incoming.message import Incoming

_LIMIT: Final = 4_000  # characters
_ENOUGH: Final = 5  # words of a sentence
_ENDS: Final = re.compile(r"(?<=[.!?])\s+|\n+")
_NOTICE: Final = re.compile(  # words of which programs make their notices
    r"afwezig|bereikbaar|aanwezig|verlof|kantoor|terugkomst|waarneem|dringend|spoed|collega|doorgestuurd|doorgezonden|beantwoord|reageer"
    r"|reactie|antwoord|telefonisch|contact|(?:e-?)?mail|bericht|gelezen|lees|ontvang|automatisch|werkdagen|openingstijd"
    r"|out of (?:the )?office|urgent|colleague|reply|respond|return|uitschrijv|afmeld|unsubscribe|browser|https?:|www\.|feestdagen|prettige",
    re.IGNORECASE,
)
_SELF: Final = re.compile(r"\b(?:ik|mij|mijn|wij|we|ons|onze|I|me|my|us|our)\b")
_ANY_SELF: Final = re.compile(_SELF.pattern, re.IGNORECASE)  # 'Ik stond …'
_MISSES: Final = re.compile(
    r"\b(?:niet|nooit|niets|niemand|geen|niks|slecht\w*|waar|waarom|wanneer|hoe|wil|willen|graag|moet|had|kwam|was|waren|kreeg"
    r"|not|never|nothing|nobody|no|why|when|where|want|would|was|were|got)\b",
    re.IGNORECASE,
)


_OF_OURS: Final = re.compile(  # programs say 'uw mail', and nothing of the firm that they answer
    r"\b(?:jullie|uw|your|ihre?|votre)\s(?:\w{1,20}\s)?(?:trainers?|docente?n?|adviseurs?|coach(?:es)?|consultants?|medewerk(?:er|ster)s?|cursus(?:sen)?"
    r"|training(?:en)?|opleiding(?:en)?|bedrijf|organisatie|kantoor|facturen?|factuur|advies|examens?|helpdesk|klantenservice|secretariaat|advisors?|courses?|teachers?"
    r"|invoices?|company|schulung|kurs|rechnung|formation|facture)\b|\bvan (?:jullie|u)\b",
    re.IGNORECASE,
)


def speaks_of_us(mail: Incoming) -> bool:
    """Return whether the text speaks of the firm's people, courses or bills, or of what befell its author, as no program does."""
    text = mail.new_text[:_LIMIT]
    return bool(_OF_OURS.search(text)) or any(_is_a_persons(each, _ANY_SELF) for each in _ENDS.split(text))


def complains_in_sentences(mail: Incoming) -> bool:
    """Return whether a person writes here of what is wanted or missed, however the subject or address looks."""
    return any(_is_a_persons(each) or _complains(each) for each in _ENDS.split(mail.new_text[:_LIMIT]))


def _complains(sentence: str) -> bool:
    """Return whether somebody says here: I complain, which no notice says of itself."""
    says = len(sentence.split()) >= _ENOUGH and _NOTICE.search(sentence) is None
    return bool(says and _ANY_SELF.search(sentence) and COMPLAINT_WITHIN.search(sentence))


def _is_a_persons(sentence: str, about_oneself: re.Pattern[str] = _SELF) -> bool:
    says = len(sentence.split()) >= _ENOUGH and _NOTICE.search(sentence) is None
    return bool(says and about_oneself.search(sentence) and _MISSES.search(sentence))
