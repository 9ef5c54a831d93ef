"""A sentence whose command is whole though a few of its words are unknown: 'Gelet op zijn rol dient Piet dit te behandelen'.

Only what can be undone is done on it, and only when the unknown words stand before the command or are one word amidst a full
one. Behind a command they may be what it is really about ('ik pak dit weekend mijn koffers').
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from klachtmail.domain.commands.command import Verb
from klachtmail.domain.commands.frames import Fit
from klachtmail.domain.commands.row import Row
from klachtmail.domain.commands.token import Token

# How many words of the command itself must be there.
_FULL: Final[dict[Verb, int]] = {
    "take": 3,
    "assign": 3,
    "give_back": 3,
    "contact": 3,
    "no_answer": 2,
    "serious": 3,
    "judgement": 3,
    "structural": 2,
    "accepted": 2,
    "declined": 2,
    "appeal": 3,
    "measure_done": 3,
    "reopen": 2,
}
_AMIDST: Final = 4
_LONGEST: Final = 9  # unknown words
_TAKES: Final = frozenset({"take", "assign", "serious", "judgement", "structural"})
_ASKS: Final = frozenset({"wat", "hoe", "waarom", "wie", "welke", "waar", "what", "how", "why", "which"})
_SAYS_NOTHING: Final = frozenset(
    "BECAUSE ABSENT SPARE BE HAVE PART BY-DATE FROM-WORD IN TO DATE TIME VAGUE-DATE MY WAS WITH-OTHER FROM-OTHER BY-OTHER ABOUT-OTHER".split()
)
_POINTS: Final = frozenset({"dit", "deze", "die", "dat", "het", "this", "that"})


def clear(row: Row, found: Fit, tokens: Sequence[Token]) -> Fit:
    """Return the fit, as one that is clear when it is."""
    full = _FULL.get(row.verb)
    if full is None or found.certainty != "vague" or found.frame.weak or found.doubts:
        return found
    places = [i for i, token in enumerate(tokens) if any(token is each for each in found.left)]
    if any(tokens[i].means - _SAYS_NOTHING or tokens[i].text in _ASKS for i in places) or len(places) > _LONGEST:
        return found
    first, last = places[0], places[-1]
    block = range(first, last + 1)
    core = [i for i, token in enumerate(tokens) if i not in block and not token.is_filler]
    used = [i for i, token in enumerate(tokens) if any(token is each for each in found.used)]
    if any(i in block for i in used):
        return found
    before = all(i > last for i in used) and first == min(places) and not any(i < first for i in core)
    amidst = (
        row.verb in _TAKES
        and first == last
        and not tokens[first].means
        and len(core) >= _AMIDST
        and min(core) < first < max(core)
    )
    before_it = tokens[first - 1] if first > 0 else None
    # 'ik neem zondag de taart mee'
    names_it = before_it is not None and (
        before_it.text in _POINTS or (amidst and not before and bool(before_it.means & {"DET", "MY"}))
    )
    if len(core) < full or names_it or not (before or amidst) or (row.verb == "contact" and not _by_us(tokens)):
        return found
    return replace(found, certainty="clear")


def _by_us(tokens: Sequence[Token]) -> bool:
    return any(token.means & {"I", "WE"} or token.text in {"heb", "hebben"} for token in tokens)
