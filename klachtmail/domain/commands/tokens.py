"""A clause as tokens: its words with what they mean, and the dates, times, numbers, amounts and people that it names."""

# ruff: noqa: E501 (a pattern or a set of concepts is read as a whole)

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from typing import Final

from klachtmail.domain.commands.dates import Expression, find_dates, find_times
from klachtmail.domain.commands.lexicon import (
    DOUBT,
    FILLER,
    SPELLINGS,
    Concepts,
    glued_at,
    is_one_slip,
    lexicon,
    phrase_at,
    phrase_near,
    slip_of,
)
from klachtmail.domain.commands.words import fold

NOTHING: Concepts = frozenset()
_WORD = re.compile(r"(?<![\w@])'[mtkn]\b|@?[^\W_](?:[\w'&/-]|\.(?=\w))*'?\.?|[^\w\s]")
_ASIDE = re.compile(r"\bb(?=[0-9a-f]*\d)[0-9a-f]{7,12}\b")
_ADDRESS = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_TELEPHONE = re.compile(r"(?<![\w/-])(?:\+|00|0)\d[\d ()./-]{6,16}\d(?!\w)")
_REFERENCE = re.compile(r"\b[km]\d{4}-\d{4,9}\b")
_TIMES = re.compile(
    r"\b(?:\d{1,2} ?(?:x|keer|maal|times)|twee ?keer|drie ?keer|vier ?keer|vijf ?keer|meerdere (?:keren|malen)|een paar keer|een keer|verschillende keren"
    r"|diverse keren|paar keer|enkele keren|(?:voor )?de (?:\d{1,2}(?:e|de|ste)|eerste|tweede|derde|vierde|vijfde|zoveelste|laatste) (?:keer|maal|poging)|(?:tweede|derde|vierde|vijfde|zoveelste) (?:keer|maal)|tweemaal|driemaal|twice|three times|several times|(?:1e|eerste|2e|tweede|3e|derde|laatste) (?=poging|keer)(?:keer)?)(?!\w)"
)
_AMOUNT = re.compile(
    r"(?:€ ?\d[\d.,]*-?|\b\d[\d.,]* ?(?:euro|eur|%|procent)(?!\w)|\b(?:half|een half|anderhalf)? ?\d* ?(?:min|minuten)(?!\w))"
)
_SPAN = re.compile(
    r"\b(?:(?P<count>\d{1,2}|een|twee|drie|vier|vijf|zes|a|one|two|three) (?P<unit>dag|dagen|week|weken|weekje|weekjes|maand|maanden|days?|weeks?|months?))(?!\w)"
)
_DAY = re.compile(r"\b(?:de )(?P<day>\d{1,2})(?:e|ste|de)?(?!\w|[-/.:]\d)")
_VAGUE = re.compile(
    r"\b(?:half|medio|begin|eind|einde|rond|mid) (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|de week|deze week|volgende week|volgend jaar|de maand|deze maand|volgende maand)(?!\w)|\b(?:deze|volgende|komende|vorige) (?:week|maand)(?!\w)|\bvolgend jaar\b|\bdeze dagen\b"
    r"|\b(?:next|this|last) (?:week|month)(?!\w)|\bin het nieuwe jaar\b|\bna de (?:feestdagen|vakantie|kerst)\b"
)
_SPOKEN_TIME = re.compile(
    r"\b(?:om|rond|tegen) (?:half |kwart (?:over|voor) |(?:vijf|tien) (?:over|voor) )?(?:half )?(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)(?: uur)?(?!\w)(?! (?:en|dag|dagen|week|weken|uur))"
)
_NUMBER = re.compile(r"#?\d{1,4}(?:e|ste)?")
_IN_FIGURES: Final = ((_ASIDE, "ASIDE"), (_ADDRESS, "ADDRESS"), (_TELEPHONE, "TELEPHONE"))
_SMILEY = re.compile("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")
_ENDS: Final = frozenset(".!…")
_TITLES: Final = frozenset(
    "mevrouw mevr mevr. mw mw. meneer mijnheer dhr dhr. heer mr mr. mrs mrs. ms ms. familie fam fam.".split()
)


_JUDGED: Final = frozenset({"SERIOUS", "GROUNDED", "GROUNDED-WEAK", "STRUCTURAL"})
_LONGEST_PAK: Final = 4
LONGEST_READ: Final = 2_000  # characters of a line that are read: a longer one is text


@dataclass(frozen=True, slots=True)
class Token:
    """A word or phrase of a clause: `means` is empty for a word that nobody knows; `comma` tells that one stands before it."""

    text: str
    start: int
    end: int
    means: Concepts = NOTHING
    comma: bool = False
    value: object = None

    @property
    def is_doubt(self) -> bool:
        """Return whether it may take something back."""
        return bool(self.means & DOUBT)

    @property
    def is_filler(self) -> bool:
        """Return whether it says nothing."""
        return bool(self.means & FILLER) and not self.is_doubt


@dataclass(frozen=True, slots=True)
class Names:
    """Whom a mail may name: members by what they are called (folded), and the complainant by a pattern."""

    members: Mapping[str, str] = field(default_factory=dict)
    client: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    means: Concepts
    value: object = None


def tokens_of(text: str, names: Names) -> tuple[Token, ...]:
    """Return the tokens of a clause; of a very long one only its beginning, with an unknown word in place of the rest.

    So the work is bounded, and what nobody read keeps a command from being sure.
    """
    if len(text) > LONGEST_READ:
        return (*tokens_of(text[:LONGEST_READ], names), Token("…", LONGEST_READ, LONGEST_READ, frozenset({"UNREAD"})))
    folded = fold(text)
    pieces = list(_slots(folded, names))
    words = [
        span
        for match in _WORD.finditer(folded)
        for span in _unglued(folded, *_span(match), names)
        if not any(p.start < span[1] and span[0] < p.end for p in pieces)
    ]
    items: list[tuple[int, int, object]] = sorted(
        [*((p.start, p.end, p) for p in pieces), *((start, end, None) for start, end in words)],
        key=lambda item: item[:2],
    )
    found = _mistyped(_soon(_looked_up(folded, text, items, names)))
    return _with_roles(_with_pairs(_particles(found)))


_STILL: Final = frozenset({"nog", "nog even", "still"})


def _soon(tokens: Iterable[Token]) -> list[Token]:
    """Return the tokens; 'nog' behind a day or hour says when ('vanmiddag nog'), and not that it is too early."""
    found: list[Token] = []
    for token in tokens:
        if found and found[-1].text in {"vandaag", "today"} and token.text in _STILL:
            found[-1] = replace(found[-1], means=frozenset({"ADVERB"}), value=None)
            found.append(replace(token, means=frozenset({"ADVERB"})))
            continue
        dated = bool(found) and bool(found[-1].means & {"DATE", "TIME", "VAGUE-DATE"})
        found.append(replace(token, means=frozenset({"ADVERB"})) if dated and token.text in _STILL else token)
    return found


def _mistyped(tokens: list[Token]) -> list[Token]:
    """Return the tokens; in 'ik oak het op' and 'ik pak het ip' the short words are read, which alone could be anything."""
    for at, (token, following) in enumerate(pairwise(tokens)):
        if token.text == "net" and following.means & _JUDGED:  # 'niet' with a letter less would be its opposite
            tokens[at] = replace(token, means=NOTHING)
    if not any("I" in token.means for token in tokens[:3]):
        return tokens
    takes = any(token.text == "pak" for token in tokens)
    ends = any(token.text == "op" for token in tokens)
    found = []
    for token in tokens:
        if (
            ends
            and not takes
            and not token.means
            and 2 <= len(token.text) <= _LONGEST_PAK
            and is_one_slip(token.text, "pak")
        ):
            found.append(replace(token, means=lexicon().single["pak"]))
            takes = True
        elif takes and not ends and not token.means and len(token.text) == len("op") and is_one_slip(token.text, "op"):
            found.append(replace(token, means=frozenset({"PART"})))
        else:
            found.append(token)
    return found


def _unglued(folded: str, start: int, end: int, names: Names) -> Iterator[tuple[int, int]]:
    """Yield a word, or the two that were written as one."""
    word = folded[start:end]
    cut = 0 if word in names.members else glued_at(word)
    if cut:
        yield start, start + cut
    yield start + cut, end


def _span(match: re.Match[str]) -> tuple[int, int]:
    """Return where a word stands, without the full stop behind it that is no part of it."""
    word = match.group()
    stop = len(word) > 1 and word.endswith(".") and word not in lexicon().single
    return match.start(), match.end() - stop


def _slots(folded: str, names: Names) -> Iterator[_Piece]:
    """Yield the values in a text that are no words, none of them overlapping."""
    taken: list[_Piece] = []

    def free(start: int, end: int) -> bool:
        return not any(each.start < end and start < each.end for each in taken)

    for piece in _values(folded, names):
        if free(piece.start, piece.end):
            taken.append(piece)  # noqa: PERF401 (each is asked about those before it)
    yield from taken


def _values(folded: str, names: Names) -> Iterator[_Piece]:  # noqa: C901 (a list, read from top to bottom)
    for match in _REFERENCE.finditer(folded):
        yield _Piece(*match.span(), frozenset({"REF"}), match.group().upper())
    for pattern, concept in _IN_FIGURES:
        for match in pattern.finditer(folded):
            yield _Piece(*match.span(), frozenset({concept}), match.group())
    for match in names.client.finditer(folded) if names.client else ():
        yield _Piece(*match.span(), frozenset({"CLIENT"}))
    for match in _TIMES.finditer(folded):
        yield _Piece(*match.span(), frozenset({"TIMES"}))
    for match in _AMOUNT.finditer(folded):
        yield _Piece(*match.span(), frozenset({"AMOUNT"}))
    for start, end, at in find_times(folded):
        yield _Piece(start, end, frozenset({"TIME"}), at or "bad")
    for match in _SPOKEN_TIME.finditer(folded):
        yield _Piece(*match.span(), frozenset({"TIME"}), "spoken")
    for each in find_dates(folded):
        yield _Piece(each.start, each.end, frozenset({"DATE"}), each)
    for match in _VAGUE.finditer(folded):
        yield _Piece(*match.span(), frozenset({"VAGUE-DATE"}))
    for match in _SPAN.finditer(folded):
        yield _Piece(*match.span(), frozenset({"SPAN"}), (match["count"], match["unit"]))
    for match in _DAY.finditer(folded):
        yield _Piece(*match.span(), frozenset({"DATE"}), Expression(*match.span(), {"alone": match["day"]}))


def _looked_up(folded: str, text: str, items: list[tuple[int, int, object]], names: Names) -> Iterator[Token]:
    """Yield the tokens: values, members, and the longest phrases that the lexicon knows."""
    at, comma = 0, False
    while at < len(items):
        start, end, piece = items[at]
        word = folded[start:end]
        if isinstance(piece, _Piece):
            yield Token(word, start, end, piece.means, comma, piece.value)
            at, comma = at + 1, False
        elif word == "@" or not (word[0].isalnum() or word[0] in "@'"):
            comma = comma or word not in {"'", '"', "*", "_", "&", "@", "”", "“"}
            if word == "@":
                yield Token("@", start, end, frozenset({"AT"}), comma)
            at += 1
        else:
            count, token = _longest(folded, text, items, at, names)
            yield replace(token, comma=comma)
            at, comma = at + count, False


def _longest(folded: str, text: str, items: list[tuple[int, int, object]], at: int, names: Names) -> tuple[int, Token]:
    start, end, _ = items[at]
    run = [folded[s:e] for s, e, piece in _run(folded, items, at)]
    if found := _member(folded, text, items, at, run, names):
        return found
    known = phrase_at(run)
    if (known is None or known[0] == 1) and not _named(run, text, items, at, names) and (near := phrase_near(run)):
        known = near
    if known:
        count, means = known
        last = items[at + count - 1][1]
        return count, Token(folded[start:last], start, last, means)
    bare = run[0].rstrip(".")
    if bare != run[0] and bare in lexicon().single:
        return 1, Token(bare, start, start + len(bare), lexicon().single[bare])
    if meant := slip_of(bare):
        return _corrected(folded, items, at, run, meant)
    if _NUMBER.fullmatch(bare):
        return 1, Token(bare, start, end, frozenset({"NUMBER"}), value=int(re.sub(r"\D", "", bare)))
    return 1, Token(run[0], start, end)


def _named(run: list[str], text: str, items: list[tuple[int, int, object]], at: int, names: Names) -> bool:
    """Return whether one of the next words may be a name, which is never corrected."""
    near = range(min(4, len(run)))
    return any(
        run[i].rstrip(".") in names.members or (at + i > 0 and text[items[at + i][0] :][:2].istitle()) for i in near
    )


def _run(folded: str, items: list[tuple[int, int, object]], at: int) -> list[tuple[int, int, object]]:
    """Return the words from here on that no sign and no value interrupts, at most seven."""
    run: list[tuple[int, int, object]] = []
    for start, end, piece in items[at : at + 7]:
        if piece is not None or not (folded[start].isalnum() or folded[start] in "@'"):
            break
        run.append((start, end, piece))
        if folded[start:end].endswith(".") and folded[start : end - 1] in lexicon().single:
            break
    return run


def _corrected(
    folded: str, items: list[tuple[int, int, object]], at: int, run: list[str], meant: str
) -> tuple[int, Token]:
    """Return the token of a word with a slip, with the words behind it when that makes a phrase."""
    start = items[at][0]
    spelled = [meant, *(each if each in lexicon().single else slip_of(each) or each for each in run[1:])]
    for words, means in lexicon().phrases.get(meant, ()):
        if tuple(spelled[: len(words)]) == words:
            last = items[at + len(words) - 1][1]
            return len(words), Token(folded[start:last], start, last, means)
    return 1, Token(run[0], start, items[at][1])


def _member(
    folded: str, text: str, items: list[tuple[int, int, object]], at: int, run: list[str], names: Names
) -> tuple[int, Token] | None:
    """Return the member who is named here, by alias or name; a stranger's surname behind it makes it somebody else."""
    signed = run[0].startswith("@")
    start = items[at][0]
    for count in range(min(4, len(run)), 0, -1):
        said = " ".join(run[:count]).lstrip("@").rstrip(".").removesuffix("'s")
        alias = names.members.get(said)
        if alias is None:
            continue
        end = items[at + count - 1][1]
        if _is_foreign(text[end : end + 1]):
            break
        following = items[at + count] if at + count < len(items) else None
        stranger = (
            following is not None
            and count == 1
            and not signed
            and following[2] is None
            and text[end : following[0]] == " "
            and _is_surname(text, items, at + count)
        )
        kind = "OTHER" if stranger else "MEMBER"
        return count + stranger, Token(
            folded[start:end], start, end, frozenset({kind, *(("AT-MEMBER",) if signed else ())}), value=alias
        )
    if signed:
        end = items[at][1]
        behind = text[end : end + 1]
        word = text[start:end].rstrip(".'").lstrip("@") + (behind if _is_foreign(behind) else "")
        return 1, Token(run[0], start, items[at][1], frozenset({"MEMBER", "AT-MEMBER", "STRANGER"}), value=word)
    return None


def _is_foreign(sign: str) -> bool:
    """Return whether this sign right behind a name makes it another name: no punctuation or smiley does."""
    return not sign.isascii() and unicodedata.category(sign)[0] in "CMS" and not _SMILEY.match(sign)


def _is_surname(text: str, items: list[tuple[int, int, object]], at: int) -> bool:
    typed = text[items[at][0] : items[at][1]]
    if typed in {"de", "van", "den", "der", "ten", "ter"} and at + 1 < len(items):
        typed = text[items[at + 1][0] : items[at + 1][1]]
        return typed[:1].isupper()
    return typed[:1].isupper() and not typed.isupper() and fold(typed) not in lexicon().single


_GO_AHEAD: Final = frozenset(
    "aan naar op door over toe terug weg uit af zo even snel direct meteen dan met voor eruit dicht in er bij samen".split()
)


@cache
def _separable() -> frozenset[str]:
    """Return the verbs whose particle stands further on: 'voeg maar bij elkaar'."""
    return frozenset(verb for verb, _, _ in lexicon().pairs)


def _particles(found: list[Token]) -> list[Token]:
    """Let 'maar' in 'stuur maar' and 'geef maar aan Piet' be the particle that it is, and no 'but'."""
    made = []
    for index, token in enumerate(found):
        if "BUT" in token.means and token.text in {"maar", "mar", "ma"} and index and not token.comma:
            following = found[index + 1] if index + 1 < len(found) else None
            before = found[index - 1]
            begins = (
                following is None
                or following.text.split()[0] in _GO_AHEAD
                or (following.comma is False and following.is_filler)
            )
            verbal = before.text in _separable() or before.means & {
                "SEND",
                "GIVE",
                "MAY",
                "THIS",
                "CLOSE",
                "LEAVE",
                "ME",
                "TAKE",
                "UNDO",
                "ADVERB",
                "DISCARD",
                "CALL",
                "MERGE",
                "FOR-ME",
                "COURTESY",
                "MEMBER",
                "YOU",
            }
            if begins or (
                verbal
                and following is not None
                and not (following.means & {"NOT", "IF", "MUST"})
                and "I" not in following.means
            ):
                made.append(replace(token, means=frozenset({"ADVERB"})))
                continue
        made.append(token)
    return made


def _with_pairs(found: list[Token]) -> list[Token]:
    """Give a verb and its particle further on what they mean together: 'trekt haar klacht in'."""
    first = {SPELLINGS.get(token.text, token.text): index for index, token in reversed(list(enumerate(found)))}
    for verb, particles, concept in lexicon().pairs:
        index = first.get(verb)
        if index is None:
            continue
        places, after = [], index
        for particle in particles:
            place = next(
                (
                    i
                    for i in range(after + 1, len(found))
                    if particle in {found[i].text, SPELLINGS.get(found[i].text), found[i].text.split()[0]}
                ),
                None,
            )
            if place is None:
                break
            places.append(place)
            after = place
        else:
            found[index] = replace(found[index], means=found[index].means | {concept})
            for place in places:
                if not found[place].is_doubt or concept in {"NO-REACH", "CANT", "CANCELLED", "CHANGE"}:
                    found[place] = replace(found[place], means=found[place].means | {"PART"})
    return found


_TO_WHOM: Final = frozenset({"aan", "naar", "met", "door", "bij", "van", "with", "to", "by", "from", "samen met"})


def _with_roles(found: list[Token]) -> tuple[Token, ...]:
    """Make one token of a preposition and the person behind it: TO-MEMBER, WITH-CLIENT, WITH-OTHER and the like."""
    made: list[Token] = []
    at = 0
    while at < len(found):
        role = lexicon().roles.get(found[at].text)
        joined = _joined(found, at, role) if role else None
        if joined is None:
            made.append(found[at])
            at += 1
        else:
            count, token = joined
            made.append(token)
            at += count
    return tuple(_talked(tuple(_titled(made))))


def _talked(made: tuple[Token, ...]) -> Iterator[Token]:
    """Yield the tokens; 'in overleg met Karin' is one: with whom it was talked over is no addressee."""
    skip = False
    for token, following in zip(made, (*made[1:], None), strict=False):
        joins = (
            "AFTER-TALK" in token.means
            and following is not None
            and bool(following.means & {"MEMBER", "CLIENT", "YOU"})
        )
        if not skip:
            yield (
                Token(f"{token.text} {following.text}", token.start, following.end, token.means, token.comma)
                if joins and following is not None
                else token
            )
        skip = joins


def _joined(found: list[Token], at: int, role: str) -> tuple[int, Token] | None:
    place = at + 1
    while (
        place < len(found)
        and found[place].means & {"DET", "MY"}
        and not found[place].comma
        and not found[place].means & {"CLIENT"}
    ):
        place += 1
    if place >= len(found) or found[place].comma:
        return None
    who = found[place]
    kind = next((each for each in ("MEMBER", "CLIENT", "YOU", "OTHER") if each in who.means), None)
    if kind is None and not who.means and found[at].text in _TO_WHOM:
        kind = "OTHER"
    if kind is None or (who.is_doubt and kind != "CLIENT"):
        return None
    means = {f"{role}-{kind}"} | ({"BESIDE-MEMBER"} if found[at].text == "bij" and kind == "MEMBER" else set())
    means |= who.means & {"STRANGER", "AT-MEMBER"}
    if kind == "CLIENT" and who.means & {"THIS"}:
        means.add("THIS")
    return place - at + 1, Token(
        f"{found[at].text} {who.text}", found[at].start, who.end, frozenset(means), found[at].comma, who.value
    )


def _titled(made: list[Token]) -> Iterator[Token]:
    """Yield the tokens; 'mevrouw' before a name that is not the complainant's is somebody else."""
    for index, token in enumerate(made):
        last = token.text.split()[-1]
        following = made[index + 1] if index + 1 < len(made) else None
        if last in _TITLES and following is not None and not following.means and not following.comma:
            yield replace(token, means=frozenset(each.replace("CLIENT", "OTHER") for each in token.means))
        else:
            yield token


def date_of(token: Token) -> Expression | None:
    """Return the date that a token stands for."""
    return token.value if isinstance(token.value, Expression) else None


def time_of(token: Token) -> dt.time | None:
    """Return the time of day that a token stands for."""
    return token.value if isinstance(token.value, dt.time) else None
