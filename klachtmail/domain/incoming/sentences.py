"""A text of sentences is a person's: what he asks or misses stands in one that says more than that somebody is away."""

import re
from typing import Final

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
_MISSES: Final = re.compile(
    r"\b(?:niet|nooit|niets|niemand|geen|niks|slecht\w*|waar|waarom|wanneer|hoe|wil|willen|graag|moet|had|kwam|was|waren|kreeg"
    r"|not|never|nothing|nobody|no|why|when|where|want|would|was|were|got)\b",
    re.IGNORECASE,
)


def complains_in_sentences(mail: Incoming) -> bool:
    """Return whether a person writes here of what he wants or misses, however his subject or address looks."""
    return any(_is_his(sentence) for sentence in _ENDS.split(mail.new_text[:_LIMIT]))


def _is_his(sentence: str) -> bool:
    says = len(sentence.split()) >= _ENOUGH and _NOTICE.search(sentence) is None
    return bool(says and _SELF.search(sentence) and _MISSES.search(sentence))
