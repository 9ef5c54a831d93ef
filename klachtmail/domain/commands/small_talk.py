"""What people say beside an instruction and what takes nothing of it back: praise for the letter, what is done already.

Each word of it is in a list, so that a word that nobody knows stops what cannot be undone: it may be a mistake that somebody found.
"""

import re
from typing import Final

from klachtmail.domain.commands.clause import Clause
from klachtmail.domain.commands.languages import en, nl
from klachtmail.domain.commands.lexicon import FILLER, one_of
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
        (
            r"\b(?:hartelijk |heel erg )?(?:dank|bedankt)(?: (?:je|jullie|u))?(?: wel)?(?: voor (?:het|de|je|jullie|alle) \w+)?",
            "bedankt",
        ),
        (r"\b(?:daar|hier) kan (?:ze|zij|hij|mevrouw|meneer) (?:het |['’]t )?mee (?:vooruit|doen)\b", "goed"),
        (r"\b(da|dat)['’]s\b", "dat is"),
        (r"(?<!\w)['’][tmn]\b", "het"),
    )
)
_WRITTEN: Final = frozenset(f"{nl.WRITTEN} {en.WRITTEN}".split())
_WAITING: Final = frozenset(f"{nl.WAITING} {en.WAITING}".split())
_OURSELVES: Final = frozenset({"ik", "we", "wij", "i"})  # who speaks of oneself may mean another letter than this one
_SHAPES: Final = one_of(*nl.SMALL_TALK, *en.SMALL_TALK)
_LONGEST_TALK: Final = 200  # characters
_SENTENCE: Final = 5  # words: a single word that nobody knows may be about the dossier
_SMALL: Final = FILLER | frozenset(
    "I WE ME CLIENT THIS BE HAVE WAS PART MY TO IN BOTH DONE CLOSED-WEAK PRAISE FROM-WORD BECAUSE READ FROM-OTHER WITH-OTHER GOES".split()
)
_STOPPING: Final = frozenset({"NOT", "IF", "HEDGE", "OR", "MUST"})
_OF_THE_CLIENT: Final = frozenset("ze zij hij mevrouw meneer mw dhr klant klager klaagster she he".split())
_TOLD: Final = frozenset({"heeft", "hebben", "has", "have"})  # of a colleague something is told, and nothing asked


def is_about_nothing(clause: Clause) -> bool:
    """Return whether a whole sentence is thanks, a wish or where the writer is, whatever its words mean elsewhere: 'ik ben morgen vrij'."""
    text = fold(clause.text)
    for token in clause.tokens:
        if token.means >= {"MEMBER"} and "AT-MEMBER" not in token.means:
            text = text.replace(token.text, "xmx", 1)
    parts = [text] if len(text) > _LONGEST_TALK else [text, *re.split(r"[,;]", text)]
    words = [" ".join(re.sub(r"[^\w'\s]|_", " ", each.replace("’", "'")).split()) for each in parts]
    return bool(_SHAPES.fullmatch(words[0])) or (len(words) > 2 and all(map(_SHAPES.fullmatch, words[1:])))


def is_same_again(text: str) -> bool:
    """Return whether it says no more than that two complaints are one: 'zelfde mevrouw, zelfde verhaal'."""
    words = set(re.findall(r"\w+", fold(text)))
    return bool(words & _SAME) and words <= _SAME | _SAME_BESIDE and "?" not in text


_SAME: Final = frozenset(nl.SAME_WORDS.split())
_SAME_BESIDE: Final = frozenset(nl.SAME_BESIDE.split())


def is_small_talk(row: Row, clause: Clause) -> bool:
    """Return whether a clause beside this command only praises the letter that is sent, or tells what ends the dossier."""
    if row.verb != "send" and _only_tells(clause):
        return True
    text = fold(clause.text)
    if row.verb == "no_complaint" or _asks(clause, text) or any(token.means & _STOPPING for token in clause.tokens):
        return False
    names = {word for token in clause.tokens if "MEMBER" in token.means for word in _WORD.findall(fold(token.text))}
    if names and not _TOLD & set(_WORD.findall(text)):
        return False
    parts = [[word for word in _WORD.findall(part) if word not in names] for part in _PARTS.split(_plainly(text))]
    return any(not _PLAIN.issuperset(part) for part in parts) and all(
        _is_harmless(row, part) or _SHAPES.fullmatch(" ".join(part)) for part in parts
    )


def _asks(clause: Clause, text: str) -> bool:
    return "?" in text or (clause.question and not text.startswith("wat "))  # 'wat een mooie brief'


def _only_tells(clause: Clause) -> bool:
    """Return whether it is a sentence of small words: 'Nu alle stappen zijn doorlopen, …'. It may end a dossier, and send nothing."""
    if clause.question or clause.kind != "unknown":
        return False
    tells = any(token.means & {"BE", "HAVE", "WAS"} for token in clause.tokens)
    return tells and len(clause.tokens) >= _SENTENCE and all(token.means <= _SMALL for token in clause.tokens)


def _is_harmless(row: Row, words: list[str]) -> bool:
    """Return whether these words are small ones, or a verdict about the letter, or something of the dossier that is done."""
    said = set(words)
    if said <= _PLAIN:
        return True
    if row.verb != "send":
        verdicts, figures = _VERDICTS | _ENDED, {word for word in said if word[0].isdigit()}
        return bool(said & verdicts) and said - figures <= _PLAIN | verdicts | _OF_A_DOSSIER
    if words[0] in _OF_THE_CLIENT and said & _WAITING:  # 'ze wacht er al een week op'; 'wacht een week' is said to us
        return said <= _PLAIN | _WAITING | _OF_THE_CLIENT
    by_us = bool(said & _WRITTEN and said & _OURSELVES)
    return bool(said & (_VERDICTS | _WRITTEN)) and said <= _PLAIN | _VERDICTS | _WRITTEN | _OF_A_LETTER and not by_us


def _plainly(text: str) -> str:
    """Return the text without short forms, and with 'nothing found' as the praise that it is."""
    for pattern, plain in _SHORT_FORMS:
        text = pattern.sub(plain, text)
    return text
