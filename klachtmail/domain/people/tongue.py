"""In which language somebody writes: by the small words, and by the few words that very short complaints consist of.

Statistical detectors were left out: those of n-grams err on the five words of a short complaint, and the good ones weigh more
than the whole program. What two languages share counts for neither.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final, Literal

from klachtmail.languages.de import DE
from klachtmail.languages.en import EN
from klachtmail.languages.fr import FR
from klachtmail.languages.nl import NL

Tongue = Literal["nl", "en", "de", "fr"]

_SAMPLE: Final = 1_500  # characters
_LETTER: Final = "[a-zß-öø-ɏ]"  # all that words of these languages have; any letter at all takes three times as long
_WORD = re.compile(rf"{_LETTER}+(?:'{_LETTER}+)?")
PHONES_LINE: Final = re.compile(  # what a telephone adds below: 'Verzonden vanaf mijn iPhone', 'Get Outlook for iOS'
    r"^\W{0,20}(?:verstuurd|verzonden|sent|gesendet|envoyé|von meinem|get outlook|download outlook|outlook voor)\b.{0,80}$",
    re.IGNORECASE | re.MULTILINE,
)
_NOT_THE_AUTHORS: Final = re.compile(  # what a program or a firm adds below, in a language of its own
    rf"{PHONES_LINE.pattern}"
    r"|^\W{0,20}(?:disclaimer|confidential|(?:this|the information in this|the contents of this) (?:e-?mail|message|communication)"
    r"|(?:dit|deze|de informatie in dit|de inhoud van dit) (?:e-?mail)?(?:bericht)?\b.{0,60}vertrouwelijk|diese e-?mail|ce message)[\s\S]*",
    re.IGNORECASE | re.MULTILINE,
)
# 'Train the Trainer' is said in every language.
_NAME_OF_A_THING = re.compile(r"[\"“”„«»'‘][^\"“”„«»'‘’\n]{1,60}[\"“”„«»'’]")
_KNOWN: Final[Mapping[Tongue, frozenset[str]]] = {
    "nl": frozenset(NL.small_words.split()),
    "en": frozenset(EN.small_words.split()),
    "de": frozenset(DE.small_words.split()),
    "fr": frozenset(FR.small_words.split()),
}
_SHARED: Final = Counter(word for words in _KNOWN.values() for word in words)
_ITS_OWN: Final = {word: each for each, words in _KNOWN.items() for word in words if _SHARED[word] == 1}

_NOTHING: Final[list[tuple[Tongue, int]]] = [("nl", 0), ("nl", 0)]


def tongue(text: str, lead: int = 1) -> Tongue | None:
    """Return the language in which most of a text is, by this many words at least, or None when its words do not say."""
    own = _NOT_THE_AUTHORS.sub("", text[: 2 * _SAMPLE])[:_SAMPLE].lower().replace("’", "'")
    scores = Counter(_ITS_OWN[word] for word in _WORD.findall(_NAME_OF_A_THING.sub(" ", own)) if word in _ITS_OWN)
    (best, most), (_, next_most) = [*scores.most_common(2), *_NOTHING][:2]
    return best if most >= next_most + lead else None
