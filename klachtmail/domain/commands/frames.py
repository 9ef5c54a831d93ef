"""Frames: the sets of concepts that make a sentence a command. Word order costs nothing.

A frame is written as 'I TAKE [THIS PART] !MEMBER': it needs I and TAKE, each in a word of its own; THIS and PART may stand
beside them; where MEMBER stands it is no such frame. 'A|B' is either. What a frame does not explain is left over, and that is
enough not to act: doubt need not be recognised.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from klachtmail.domain.commands.lexicon import DOUBT
from klachtmail.domain.commands.token import Token

Certainty = Literal["sure", "tail", "clear", "hint", "vague", "doubt"]
ORDER: Final[tuple[Certainty, ...]] = ("sure", "tail", "clear", "hint", "vague", "doubt")
_JOINS: Final = frozenset(
    {"en", "and", "over", "dat", "that", "about", "die", "&", "+", "hij", "zij", "ze", "mevrouw", "meneer"}
)
# What begins a sentence of its own where no sign was typed: 'laat Piet dit doen ik zit vol', 'gebeld was een best mens'.
_GOES_ON: Final = frozenset("ik we wij gewoon puur zuiver".split())
_TELLS: Final = frozenset(
    "was waren viel heeft had zei vond vindt klonk reageerde begreep begrijpt snapt bleef".split()
)
_BEFORE_ITS_SUBJECT: Final = frozenset("doe neem pak regel behandel heb ben ga zal kan wil".split())  # 'dit doe ik …'
_AND: Final = frozenset({"en", "and"})
_OF_COLLEAGUES: Final = frozenset({"MEMBER", "TO-MEMBER", "WITH-MEMBER", "BY-MEMBER", "I", "WE"})
_BEGINS: Final = frozenset({"BECAUSE", "SAYING", "WITH-THING"})  # what a remark begins with, beside the conjunctions


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to say a command. `tail`: text may follow. `weak`: never more than a hint. `alone`: only as a whole line."""

    needs: tuple[frozenset[str], ...]
    allows: frozenset[str]
    refuses: frozenset[str]
    tail: bool = False
    weak: bool = False
    alone: bool = False
    asks: bool = False  # a question to a member is a request
    choice: str | None = None
    text: str | None = None  # what the command says when its text is not in the words
    state: str | None = None
    spoils: frozenset[str] = frozenset()  # in a tail
    reason: bool = False  # any words may follow: they are the reason that it wants
    strict: bool = False  # with words left over it is no reading at all
    runs: bool = False  # the tail may follow without a comma when the subject was named
    named: bool = False  # the sentence itself is the text


def frame(pattern: str, **fields: object) -> Frame:
    """Return the frame that a pattern describes."""
    needs: list[frozenset[str]] = []
    allows: set[str] = set()
    refuses: set[str] = set()
    inside = False
    for word in pattern.replace("[", "[ ").replace("]", " ]").split():
        if word in "[]":
            inside = word == "["
        elif inside:
            allows.add(word)
        elif word.startswith("!"):
            refuses.add(word[1:])
        else:
            needs.append(frozenset(word.split("|")))
    spoils = frozenset(str(fields.pop("spoils", "")).split())
    return Frame(tuple(needs), frozenset(allows), frozenset(refuses), spoils=spoils, **fields)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Fit:
    """How a frame fits a clause: which tokens it needed, what is left over, and where a remark behind it begins."""

    frame: Frame
    certainty: Certainty
    used: tuple[Token, ...]
    left: tuple[Token, ...] = ()
    tail_at: int | None = None
    gives_reason: bool = False

    @property
    def rank(self) -> tuple[int, int, int]:
        """The best fit is the most certain one, with the least left over and the most needs."""
        return ORDER.index(self.certainty), len(self.left), -len(self.frame.needs)

    @property
    def doubts(self) -> tuple[Token, ...]:
        """The words that stopped it."""
        return tuple(token for token in self.left if token.is_doubt)


def fit(one: Frame, tokens: Sequence[Token], *, strict: bool, question: bool) -> Fit | None:  # noqa: PLR0911 (one exit for each way in which it is none)
    """Return how a frame fits these tokens, or None. With `strict` a word that may also be a doubt explains nothing."""
    chosen = _assigned(one.needs, tokens)
    if chosen is None:
        return None
    used = {id(token) for token in chosen}
    if one.text == "WANT":  # all that is wanted is the text
        wanted = next(i for i, token in enumerate(tokens) if "WANT" in token.means)
        used |= {id(token) for token in tokens[wanted:] if not token.is_doubt and not token.means & _OF_COLLEAGUES}
    left_at = [
        i for i, token in enumerate(tokens) if id(token) not in used and not _explained(token, one, strict=strict)
    ]
    tail_at = _tail(one, tokens, chosen, left_at) if left_at and one.tail else None
    head = tokens if tail_at is None else tokens[:tail_at]
    if any(token.means & one.refuses for token in head if id(token) not in used):
        return (
            Fit(one, "doubt", tuple(chosen), tuple(t for t in tokens if t.means & one.refuses))
            if strict and not one.weak
            else None
        )
    if any(token.means & one.refuses for token in chosen):
        return None
    if one.alone and any(id(t) not in used and not t.is_filler for t in tokens):
        return None
    left = tuple(tokens[i] for i in left_at)
    if (
        tail_at is None
        and one.spoils
        and any(token.means & one.spoils - one.allows for token in _behind(tokens, chosen))
    ):
        return Fit(one, "doubt", tuple(chosen), left)
    if (
        left
        and tail_at is None
        and (one.strict or (one.weak and not one.text))
        and not all(token.is_doubt for token in left)
    ):
        return None
    return Fit(
        one, _certainty(one, left, tail_at, question=question), tuple(chosen), left, tail_at, _because(tokens, tail_at)
    )


def _behind(tokens: Sequence[Token], chosen: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens behind all that the command needs."""
    last = max((i for i, token in enumerate(tokens) if any(token is each for each in chosen)), default=-1)
    return tokens[last + 1 :]


def _because(tokens: Sequence[Token], tail_at: int | None) -> bool:
    return tail_at is not None and "BECAUSE" in tokens[tail_at].means


def _certainty(one: Frame, left: tuple[Token, ...], tail_at: int | None, *, question: bool) -> Certainty:
    if question and not one.asks:
        return "doubt"
    if tail_at is not None:
        return "hint" if one.weak else "tail"
    if any(token.is_doubt for token in left):
        return "doubt"
    if left:
        return "vague"
    return "hint" if one.weak else "sure"


def _explained(token: Token, one: Frame, *, strict: bool) -> bool:
    if strict and token.is_doubt:
        return bool(token.means & one.allows & DOUBT)
    return token.is_filler or bool(token.means & one.allows) or token.text in _AND


def _assigned(needs: tuple[frozenset[str], ...], tokens: Sequence[Token]) -> list[Token] | None:
    """Return a token of its own for each need, or None."""
    if not needs:
        return []
    wanted, *rest = needs
    for index, token in enumerate(tokens):
        if token.means & wanted:
            others = _assigned(tuple(rest), [*tokens[:index], *tokens[index + 1 :]])
            if others is not None:
                return [token, *others]
    return None


def _tail(one: Frame, tokens: Sequence[Token], chosen: Iterable[Token], left_at: list[int]) -> int | None:
    """Return where the remark behind a command begins: behind all that the command needs, and as a remark begins."""
    last = max((i for i, token in enumerate(tokens) if any(token is each for each in chosen)), default=-1)
    first = left_at[0]
    if first <= last:
        return None
    starts = [
        i
        for i in range(last + 1, first + 1)
        if tokens[i].comma
        or tokens[i].text in _JOINS
        or tokens[i].text.startswith("die ")
        or tokens[i].means & _BEGINS
        or (tokens[i].text == "nu" and i + 1 < len(tokens) and tokens[i + 1].means & _OF_COLLEAGUES)
    ]
    if not starts and not any(token.is_doubt for token in tokens[last + 1 :]):
        begins = _GOES_ON | _TELLS if one.runs else _GOES_ON
        starts = [
            i
            for i in range(last + 1, first + 1)
            if tokens[i].text in begins and i + 1 < len(tokens) and tokens[i - 1].text not in _BEFORE_ITS_SUBJECT
        ][:1]
    named = any(token.means & {"I", "CLIENT", "WITH-CLIENT"} for token in tokens[: last + 1])
    if one.reason and not starts:
        starts = [first]
    # 'ik sprak met de planner' is refused.
    runs_on = one.runs and named and not tokens[first].means & ({"DET"} | one.refuses)
    at = starts[-1] if starts else first if runs_on else None
    if at is None:
        return None
    begin = tokens[at]
    if begin.text in {"maar", "but", "om", "mits", "tenzij"} or (
        begin.is_doubt and not one.reason and "BECAUSE" not in begin.means
    ):
        return None
    rest = tokens[at:]
    if any(
        token.means & one.spoils for token in rest if "MAY" not in token.means or token.means & one.spoils - {"GOT"}
    ):
        return None
    if "WITH-THING" in begin.means and any(token.means & one.refuses for token in rest):
        return None  # 'mail met de vraag gestuurd naar de locatie'
    said = [
        token
        for token in rest
        if not token.is_filler and token.text not in _JOINS and (one.reason or not token.is_doubt)
    ]
    return at if said else None
