"""A clause as tokens: its words with what they mean, and the dates, times, numbers, amounts and people that it names."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from klachtmail.domain.commands.languages.real_words import REAL_WORDS
from klachtmail.domain.commands.lexicon import glued_at, is_one_slip, lexicon, phrase_at, phrase_near, slip_of
from klachtmail.domain.commands.slots import Piece, slots
from klachtmail.domain.commands.token import NOTHING, Names, Token
from klachtmail.domain.commands.word_roles import particles, with_pairs, with_roles
from klachtmail.domain.commands.words import fold

_WORD = re.compile(r"(?<![\w@])'[mtkn]\b|@?[^\W_](?:[\w'&/-]|\.(?=\w))*'?\.?|[^\w\s]")
_NUMBER = re.compile(r"#?\d{1,4}(?:e|ste)?")
_SMILEY = re.compile("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")
_JUDGED: Final = frozenset({"SERIOUS", "GROUNDED", "GROUNDED-WEAK", "STRUCTURAL"})
_LONGEST_PAK: Final = 4
LONGEST_READ: Final = 2_000  # characters of a line that are read: a longer one is text


def tokens_of(text: str, names: Names) -> tuple[Token, ...]:
    """Return the tokens of a clause; of a very long one only its beginning, with an unknown word in place of the rest.

    So the work is bounded, and what nobody read keeps a command from being sure.
    """
    if len(text) > LONGEST_READ:
        return (*tokens_of(text[:LONGEST_READ], names), Token("…", LONGEST_READ, LONGEST_READ, frozenset({"UNREAD"})))
    if (known := names.read.get(text)) is None:
        known = names.read[text] = _tokens(text, names)
    return known


def _tokens(text: str, names: Names) -> tuple[Token, ...]:
    folded = fold(text)
    pieces = list(slots(folded, names))
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
    return with_roles(with_pairs(particles(found)))


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
        if token.text in {"net", "n"} and following.means & _JUDGED:  # 'niet' with letters less would be its opposite
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


def _looked_up(folded: str, text: str, items: list[tuple[int, int, object]], names: Names) -> Iterator[Token]:
    """Yield the tokens: values, members, and the longest phrases that the lexicon knows."""
    at, comma = 0, False
    while at < len(items):
        start, end, piece = items[at]
        word = folded[start:end]
        if isinstance(piece, Piece):
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
    word = run[0]
    if meant := slip_of(word):
        return _corrected(folded, items, at, run, meant)
    if _NUMBER.fullmatch(word):
        return 1, Token(word, start, end, frozenset({"NUMBER"}), value=int(re.sub(r"\D", "", word)))
    return 1, Token(word, start, end)


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
        alias = names.members.get(said) or (names.members.get(name_meant(said, names)) if count == 1 else None)
        if alias is None or (signed and said not in names.members):
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


_SHORTEST_NAME: Final = 4  # letters: of a shorter one only a letter too many is a slip


def name_meant(word: str, names: Names) -> str:
    """Return the member's name that this is a slip of, or ''. Another letter makes another name ('Elsa', 'Karen').

    A letter that was doubled, or no longer is, and two that changed places, do not: 'Piett', 'sane', 'Kairn'.
    """
    if not word.isalpha() or word in lexicon().single or word in REAL_WORDS:
        return ""
    found = {name for name in names.members if " " not in name and _is_finger_slip(word, name)}
    return found.pop() if len({names.members[name] for name in found}) == 1 else ""


def _is_finger_slip(typed: str, name: str) -> bool:
    doubled = any(typed[at] == typed[at - 1] and typed[:at] + typed[at + 1 :] == name for at in range(1, len(typed)))
    if doubled or len(name) < _SHORTEST_NAME:
        return doubled
    halved = any(name[at] == name[at - 1] and name[:at] + name[at + 1 :] == typed for at in range(1, len(name)))
    swapped = len(typed) == len(name) and sorted(typed) == sorted(name) and is_one_slip(typed, name)
    return halved or swapped


def _is_foreign(sign: str) -> bool:
    """Return whether this sign right behind a name makes it another name: no punctuation or smiley does."""
    return not sign.isascii() and unicodedata.category(sign)[0] in "CMS" and not _SMILEY.match(sign)


def _is_surname(text: str, items: list[tuple[int, int, object]], at: int) -> bool:
    typed = text[items[at][0] : items[at][1]]
    if typed in {"de", "van", "den", "der", "ten", "ter"} and at + 1 < len(items):
        typed = text[items[at + 1][0] : items[at + 1][1]]
        return typed[:1].isupper()
    return typed[:1].isupper() and not typed.isupper() and fold(typed) not in lexicon().single
