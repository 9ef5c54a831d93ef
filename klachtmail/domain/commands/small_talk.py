"""What people say beside an instruction and what takes nothing of it back: praise for the letter, what is done already.

Each word of it is in a list, so that a word that nobody knows stops what cannot be undone: it may be a mistake that somebody found.
"""

import re
from typing import Final

from klachtmail.domain.commands.clauses import Clause
from klachtmail.domain.commands.languages import en, nl
from klachtmail.domain.commands.row import Row
from klachtmail.domain.commands.words import fold

_WORD: Final = re.compile(r"[^\W\d_]+|\d[\d.,]*")
_PLAIN: Final = frozenset(f"{nl.PLAIN} {en.PLAIN}".split())
_VERDICTS: Final = frozenset(f"{nl.VERDICTS} {en.VERDICTS}".split())
_OF_A_LETTER: Final = frozenset(f"{nl.OF_A_LETTER} {en.OF_A_LETTER}".split())
_ENDED: Final = frozenset(f"{nl.ENDED} {en.ENDED}".split())
_OF_A_DOSSIER: Final = frozenset(f"{nl.OF_A_DOSSIER} {en.OF_A_DOSSIER}".split())
_PARTS: Final = re.compile(r"[,;.!]| en | and ")
_SHORT_FORMS: Final = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"\b(?:nog eens|nog een keer|nogmaals)\b", " "),  # 'nog' alone is not yet
        (r"\b(?:0|nul|zero) (?:opmerkingen|aanmerkingen|fouten|wijzigingen|remarks|comments|changes)\b", "akkoord"),
        (r"\b(da|dat)['’]s\b", "dat is"),
        (r"(?<!\w)['’][tmn]\b", "het"),
    )
)
_WAITS: Final = re.compile(
    r"(?:ze|zij|hij|mevrouw|meneer|mw|dhr|de klant|klant|klager|klaagster|she|he) (?:wacht|zit)(?:en)?\b(?! even| nog)"
)
_STOPPING: Final = frozenset({"NOT", "IF", "HEDGE", "OR", "MUST"})
_TOLD: Final = frozenset({"heeft", "hebben", "has", "have"})  # of a colleague something is told, and nothing asked


def is_small_talk(row: Row, clause: Clause) -> bool:
    """Return whether a clause beside this command only praises the letter that is sent, or tells what ends the dossier."""
    text = fold(clause.text)
    if "?" in text or any(token.means & _STOPPING for token in clause.tokens):
        return False
    names = {word for token in clause.tokens if "MEMBER" in token.means for word in _WORD.findall(fold(token.text))}
    if names and not _TOLD & set(_WORD.findall(text)):
        return False
    if row.verb == "send" and _WAITS.match(text):
        return True
    parts = [set(_WORD.findall(part)) - names for part in _PARTS.split(_plainly(text))]
    return any(not part <= _PLAIN for part in parts) and all(_is_harmless(row, part) for part in parts)


def _is_harmless(row: Row, said: set[str]) -> bool:
    """Return whether these words are small ones, or a verdict about the letter, or something of the dossier that is done."""
    if row.verb == "send":
        verdicts, about, figures = _VERDICTS, _OF_A_LETTER, set[str]()
    else:
        verdicts, about = _VERDICTS | _ENDED, _OF_A_DOSSIER
        figures = {word for word in said if word[0].isdigit()}
    return said <= _PLAIN or (bool(said & verdicts) and said - figures <= _PLAIN | verdicts | about)


def _plainly(text: str) -> str:
    """Return the text without short forms, and with 'nothing found' as the praise that it is."""
    for pattern, plain in _SHORT_FORMS:
        text = pattern.sub(plain, text)
    return text
