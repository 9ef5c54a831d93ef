"""The stretch of a letter that we sent, found again in an answer to it, whatever the marks and headings around it.

Mail programs mark what they quote in dozens of ways, in all languages, or not at all. But we know what we sent: nothing
that stands in it is the author's. Lines are compared as words, so that wrapping, quote marks and what a program adds
to links make no difference.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

GRAM: Final = 4  # words that must follow each other in both before anything is compared
CANDIDATES: Final = 20  # places of such a row of words that are tried
MOST_WORDS: Final = 20_000
MOST_RUNS: Final = 400
_SHORT_RUN: Final = 8  # words: a typed command can be as long as what is below this
_FRAME: Final = 6  # words at the beginning or end of a letter that nobody pastes
_ROW: Final = 3  # lines of a letter in a row: buttons, a paragraph
_PASTED: Final = 12  # words
_FAR: Final = 60  # words between two runs, beyond which it does not matter how many more
_PER_WORD: Final = 20  # so many of them weigh as much as one word that is found
_LONG_LINE: Final = 5  # words
_TITLE: Final = 8  # lines above the first words found, in which the letter's title may stand apart
_NEARLY: Final = 0.6  # of a long line's words: the others were mangled on the way
_LINKS = re.compile(r"<(?:mailto|https?|tel):[^<>]{0,4000}>|\[(?:cid|https?|mailto):[^\[\]]{0,4000}\]")
_LINK = re.compile(r"<[^<>\s]{1,200}@[^<>\s]{1,200}>|\b(?:https?://|mailto:)\S{1,4000}")
_WORD = re.compile(r"\w+")
_KEY = re.compile(r"[\s>]{0,8}(?:[KM]?[\d-]{1,14} )?[^\W\d_][\w ]{1,25}:")

Words = tuple[str, ...]


def words_of(line: str) -> Words:
    """Return what is compared of a line: its words, without capitals, signs and links."""
    bare = _LINK.sub(" ", line) if "@" in line or ":" in line else line
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", bare).casefold()))


def without_links(text: str) -> str:
    """Return the text without the targets that programs write behind links, in as many lines."""
    return _LINKS.sub(lambda link: "\n" * link[0].count("\n"), text)


@dataclass(frozen=True)
class SentText:
    """A letter as one kind of program shows it: its plain text, or its HTML as text; `names` are what a heading says of it."""

    text: str
    names: tuple[str, ...] = ()

    @cached_property
    def lines(self) -> tuple[Words, ...]:
        """The words of each line that has any."""
        filled = (words_of(line) for line in without_links(self.text).split("\n"))
        return tuple(line for line in filled if line)

    @cached_property
    def line_set(self) -> frozenset[Words]:
        """The same, to ask whether a line is one of them."""
        return frozenset(self.lines)

    @cached_property
    def words(self) -> Words:
        """Every word, one after the other."""
        return tuple(word for line in self.lines for word in line)[:MOST_WORDS]

    @cached_property
    def starts(self) -> Sequence[int]:
        """The places of words with which a line begins; the end of the letter is the last of them."""
        return tuple(accumulate((len(line) for line in self.lines), initial=0))

    @cached_property
    def borders(self) -> frozenset[int]:
        """The same, to ask whether a place is one."""
        return frozenset(self.starts)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word once."""
        return frozenset(self.words)

    @cached_property
    def grams(self) -> dict[Words, list[int]]:
        """Where each row of four words stands."""
        found: dict[Words, list[int]] = {}
        for place in range(len(self.words) - GRAM + 1):
            places = found.setdefault(self.words[place : place + GRAM], [])
            if len(places) < CANDIDATES:
                places.append(place)
        return found


@dataclass(frozen=True, slots=True)
class _Run:
    """Words that stand in both: from `at` on in the mail, from `place` on in the letter."""

    at: int
    place: int
    length: int

    @property
    def end(self) -> int:
        return self.at + self.length

    @property
    def place_end(self) -> int:
        return self.place + self.length


@dataclass(frozen=True, slots=True)
class Stretch:
    """The lines from `first` to `last` hold our letter; `typed` are those among them that the author put in.

    `is_whole`: it ends where the letter ends, so that what follows is no more of it. `score` counts words.
    """

    first: int
    last: int
    typed: frozenset[int]
    is_whole: bool
    score: int


def _found(lines: Sequence[str], mail: Sequence[Words], letter: SentText) -> Stretch | None:
    """Return where our letter stands in these lines, whose words are `mail`, or None."""
    words = [word for line in mail for word in line][:MOST_WORDS]
    chain = _without_strays(_chain(_runs(words, letter)))
    if not chain:
        return None
    line_of = [number for number, line in enumerate(mail) for _ in line]
    first, last = line_of[chain[0].at], line_of[chain[-1].end - 1]
    if not _is_ours(chain, letter, below_key=_is_below_key(lines[:first])):
        return None
    above = letter.lines[: bisect_left(letter.starts, chain[0].place)]
    first = _with_title(mail, first, above)
    typed = frozenset(_Typed(lines, mail, chain, letter).between(first, last))
    while first in typed:  # 'Op … schreef RONT Klachten:' above a letter that begins with our name
        first += 1
    is_whole = chain[-1].place_end >= len(letter.words) - 1
    return Stretch(first, last, typed, is_whole=is_whole, score=sum(run.length for run in chain))


# ── which words follow each other in both ───────────────────────────────────────────────────────────────────────


def _runs(mail: Sequence[str], letter: SentText) -> list[_Run]:
    """Return the rows of words that stand in both, in the order of the mail: the longest from each word on."""
    found: list[_Run] = []
    at, expected = 0, 0
    while at <= len(mail) - GRAM:
        places = letter.grams.get(tuple(mail[at : at + GRAM]), ())
        if not places:
            at += 1
            continue
        every = (_Run(at, place, _length(mail, at, letter.words, place)) for place in places)
        best = max(every, key=lambda run: (run.length, -abs(run.place - expected)))
        found.append(best)
        if 0 < (twice := expected - best.place) < best.length:  # 'Gebeld' / 'gebeld' / 'Geen gehoor': one is typed
            found.append(_Run(at + twice, expected, best.length - twice))
        at, expected = best.end, best.place_end
    return found


def _length(mail: Sequence[str], at: int, letter: Sequence[str], place: int) -> int:
    most = min(len(mail) - at, len(letter) - place)
    return next((n for n in range(GRAM, most) if mail[at + n] != letter[place + n]), most)


def _chain(runs: Sequence[_Run]) -> list[_Run]:
    """Return the runs that follow each other in the letter too, with the most words: what was pasted stays apart.

    Words between two runs count a little against them, so that of two copies of a letter one is taken as a whole.
    """
    runs = sorted(sorted(runs, key=lambda run: -run.length)[:MOST_RUNS], key=lambda run: run.at)
    best: list[tuple[float, int]] = []  # the score of the best chain that ends with this run, and the run before it
    for number, run in enumerate(runs):
        earlier = (i for i in range(number) if runs[i].place_end <= run.place and runs[i].end <= run.at)
        before = ((best[i][0] - min(run.at - runs[i].end, _FAR) / _PER_WORD, i) for i in earlier)
        score, previous = max(before, default=(0.0, -1))
        best.append((score + run.length, previous))
    chain: list[_Run] = []
    at = max(range(len(best)), key=lambda i: best[i][0], default=-1)
    while at >= 0:
        chain.append(runs[at])
        at = best[at][1]
    return chain[::-1]


def _without_strays(chain: list[_Run]) -> list[_Run]:
    """Return the chain without short runs at its ends that do not join on: a command that the author typed."""
    while len(chain) > 1 and chain[0].length < _SHORT_RUN and chain[1].place > chain[0].place_end:
        chain = chain[1:]
    while len(chain) > 1 and chain[-1].length < _SHORT_RUN and chain[-1].place > chain[-2].place_end:
        chain = chain[:-1]
    return chain


def _with_title(mail: Sequence[Words], first: int, before: Sequence[Words]) -> int:
    """Return where the letter begins when the few words above its first run, its title, stand above what was typed there."""
    begin, left = first, list(before)
    for number in range(first - 1, max(first - _TITLE, 0) - 1, -1):
        if left and mail[number] == left[-1]:
            begin, _ = number, left.pop()
    return first if left else begin


def _is_below_key(above: Sequence[str]) -> bool:
    """Return whether the last filled line begins as a value does ('uitkomst: …'): what follows may be pasted there."""
    return bool(_KEY.match(next((line for line in reversed(above) if line.strip()), "")))


def _is_ours(chain: Sequence[_Run], letter: SentText, *, below_key: bool) -> bool:
    """Return whether this is a quotation of our letter, and not some of its words that the author uses or pasted."""
    first, last = chain[0], chain[-1]
    if first.place <= _FRAME <= first.length:
        return True
    if last.length >= _FRAME and last.place_end >= len(letter.words) - _FRAME:
        return True
    total = sum(run.length for run in chain)
    rows = max(sum(run.place < start < run.place_end for start in letter.starts) for run in chain) + 1
    return not below_key and (total * 2 >= len(letter.words) or rows >= _ROW or (rows > 1 and total >= _PASTED))


# ── which lines inside it are none of the letter's ──────────────────────────────────────────────────────────────


def _latest(known: int | None, place: int | None) -> int | None:
    return known if place is None else place


class _Typed:
    """Goes through the lines of a stretch. A line is the letter's as a whole, or as what wrapping left of one."""

    def __init__(self, lines: Sequence[str], mail: Sequence[Words], chain: Sequence[_Run], letter: SentText) -> None:
        self._lines, self._mail, self._letter = lines, mail, letter
        self._place_of = {run.at + n: run.place + n for run in chain for n in range(run.length)}
        self._begins = tuple(accumulate((len(line) for line in mail), initial=0))
        places = [self._place_of.get(at) for at in range(self._begins[-1])]
        self._before = list(accumulate([None, *places], _latest))  # of the words in front of each word, the last
        self._behind = list(accumulate([None, *reversed(places)], _latest))[::-1]
        covered = set(self._place_of.values())
        last = chain[-1].place_end
        spans = [
            (at, line)
            for at, line in zip(letter.starts, letter.lines, strict=False)
            if at < last and (at >= chain[0].place or chain[0].place <= _FRAME)
        ]
        self._left = Counter(line for at, line in spans if not covered.issuperset(range(at, at + len(line))))

    def between(self, first: int, last: int) -> Iterator[int]:
        """Yield the lines that the author put in."""
        doubted = [n for n in range(first, last + 1) if self._mail[n] and not self._is_whole(n)]
        for number in doubted:
            words = self._mail[number]
            if self._left[words] > 0:
                self._left[words] -= 1  # not in our order: the cells of a table
            elif not (self._is_mangled(number) or self._is_remnant(number)):
                yield self._rather(number)

    def _rather(self, number: int) -> int:
        """Return which of two like lines was typed: one above a button's line stands in its place."""
        above = next((n for n in range(number - 1, -1, -1) if self._mail[n]), number)
        words, other = self._mail[number], self._mail[above]
        is_button = words in self._letter.line_set and ("<" in self._lines[number] or words != other)
        return above if is_button and other == words[: len(other)] and "<" not in self._lines[above] else number

    def _places(self, number: int) -> list[int | None]:
        begin = self._begins[number]
        return [self._place_of.get(at) for at in range(begin, begin + len(self._mail[number]))]

    def _is_whole(self, number: int) -> bool:
        """Return whether the line begins and ends where a line of the letter does, or goes on in the next one."""
        places = self._places(number)
        first, last = places[0], places[-1]
        if None in places or first is None or last is None:
            return False
        begins = first in self._letter.borders or self._neighbour(number, -1) == first - 1
        return begins and (last + 1 in self._letter.borders or self._neighbour(number, 1) == last + 1)

    def _neighbour(self, number: int, step: int) -> int | None:
        """Return the place of the nearest word of the letter outside this line, before it (-1) or behind it (1)."""
        return self._before[self._begins[number]] if step < 0 else self._behind[self._begins[number + 1]]

    def _is_mangled(self, number: int) -> bool:
        """Return whether most of a long line is the letter's, and the rest no words of it: signs lost on the way."""
        words, places = self._mail[number], self._places(number)
        strange = any(word not in self._letter.vocabulary for word in words)
        return strange and len(words) >= _LONG_LINE and sum(p is not None for p in places) >= _NEARLY * len(words)

    def _is_remnant(self, number: int) -> bool:
        """Return whether the line is what is left of the letter between the words around it."""
        before, after = self._neighbour(number, -1), self._neighbour(number, 1)
        if before is None or after is None:
            return False
        gap, words = self._letter.words[before + 1 : after], self._mail[number]
        return len(gap) < _SHORT_RUN and gap == words


def best(lines: Sequence[str], variants: Iterable[SentText]) -> Stretch | None:
    """Return where the letter stands in these lines, in whichever of its forms most of it does."""
    mail = [words_of(line) for line in lines]
    found = (stretch for variant in variants if (stretch := _found(lines, mail, variant)) is not None)
    return max(found, key=lambda stretch: stretch.score, default=None)
