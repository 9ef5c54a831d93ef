"""The words of all languages together: which concepts a word or a phrase stands for, and what a slip of it may have been."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from klachtmail.domain.commands.languages import en, nl
from klachtmail.domain.commands.languages.real_words import REAL_WORDS
from klachtmail.domain.commands.words import fold

LANGUAGES: Final = (nl, en)
SPELLINGS: Final = nl.SPELLINGS | en.SPELLINGS
GAPS: Final = nl.GAPS | en.GAPS
_GLUED: Final = (*nl.GLUED, *en.GLUED)
DOUBT: Final = frozenset({"NOT", "NOT-YET", "IF", "HEDGE", "OR", "RETRACT", "CHANGE", "MUST"})
FILLER: Final = frozenset({"COURTESY", "ADVERB", "DET"})
_HEADS: Final = frozenset({"pa", "pk"})  # 'pak' is short, and said so often that its slips are worth it
_SHORTEST_GAPPED: Final = 3  # words: a shorter phrase is said without anything in between
_SHORTEST_SLIP: Final = 5  # letters: of a shorter word every slip is another word

Concepts = frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`phrases`: by their first word the phrases that begin with it, longest first, with what each means."""

    phrases: dict[str, tuple[tuple[tuple[str, ...], Concepts], ...]]
    pairs: tuple[tuple[str, tuple[str, ...], str], ...]  # a verb, its particles, and what they mean together
    roles: dict[str, str]  # a preposition -> TO, WITH, FROM, ABOUT, BY
    single: dict[str, Concepts]
    second: dict[str, tuple[tuple[tuple[str, ...], Concepts], ...]]  # the same phrases by their second word


def _rows(text: str) -> Iterator[tuple[str, list[str]]]:
    for line in text.strip().splitlines():
        concept, _, forms = line.partition(": ")
        yield concept, [fold(form.strip()) for form in forms.split(" | ") if form.strip()]


def written() -> frozenset[str]:
    """Return the words of which the phrases of every language consist. Every start asks for them, and few for what they mean."""
    lines = (line for language in LANGUAGES for line in language.WORDS.strip().splitlines())
    return frozenset(word for line in lines for word in fold(line.partition(": ")[2]).split()) - {"|"}


@cache
def lexicon() -> Lexicon:
    """Return the words of every language."""
    means: dict[tuple[str, ...], set[str]] = {}
    pairs: list[tuple[str, tuple[str, ...], str]] = []
    roles: dict[str, str] = {}
    for language in LANGUAGES:
        for concept, forms in _rows(language.WORDS):
            for form in forms:
                means.setdefault(tuple(form.split()), set()).add(concept)
        for concept, forms in _rows(language.SEPARABLE):
            pairs += [(words[0], tuple(words[1:]), concept) for words in (form.split() for form in forms)]
        for role, forms in _rows(language.PREPOSITIONS):
            roles |= dict.fromkeys(forms, role)
    _keep_negations(means)
    by_first: dict[str, list[tuple[tuple[str, ...], Concepts]]] = {}
    for words, concepts in means.items():
        by_first.setdefault(words[0], []).append((words, frozenset(concepts)))
    phrases = {first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in by_first.items()}
    by_second: dict[str, list[tuple[tuple[str, ...], Concepts]]] = {}
    for words, concepts in means.items():
        if len(words) > 1:
            by_second.setdefault(words[1], []).append((words, frozenset(concepts)))
    second = {word: tuple(entries) for word, entries in by_second.items()}
    single = {words[0]: frozenset(concepts) for words, concepts in means.items() if len(words) == 1}
    return Lexicon(phrases, tuple(pairs), roles, single, second)


def _keep_negations(means: dict[tuple[str, ...], set[str]]) -> None:
    """Let no phrase hide a negation: 'er niet' in 'is het er niet mee eens' would make it an agreement."""
    for words, concepts in means.items():
        if (
            len(words) > 1
            and concepts not in ({"PRAISE"}, {"COURTESY"})
            and any("NOT" in means.get((word,), ()) for word in words)
        ):
            niet = {"NIET" for word in words if "NIET" in means.get((word,), ())}
            concepts.update({"NOT"} | (niet if not concepts & _UNDECIDED else set()))


_UNDECIDED: Final = frozenset({"OR", "IF", "HEDGE", "NOT-YET"})  # 'structureel of niet' is not 'niet structureel'


@cache
def _deletions() -> dict[str, frozenset[str]]:
    """Return of each word with one letter missing the words that it may be; only who reads a member's mail needs it."""
    words = (word for entries in lexicon().phrases.values() for phrase, _ in entries for word in phrase)
    near: dict[str, set[str]] = {}
    for word in {each for each in words if (len(each) >= _SHORTEST_SLIP or each == "pak") and each.isalpha()}:
        for each in (word, *_shorter(word)):
            near.setdefault(each, set()).add(word)
    return {key: frozenset(found) for key, found in near.items()}


def _shorter(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def phrase_at(run: Sequence[str]) -> tuple[int, Concepts] | None:
    """Return (how many of these words the longest phrase takes that begins here, what it means), or None.

    Inside a phrase of three words or more, others may stand that change nothing: 'bijt me er wel in vast'.
    """
    said = [SPELLINGS.get(word, word) for word in run]
    exact = gapped = None
    for words, means in (
        *lexicon().phrases.get(run[0], ()),
        *(lexicon().phrases.get(said[0], ()) if said[0] != run[0] else ()),
    ):
        if exact is None and (tuple(run[: len(words)]) == words or tuple(said[: len(words)]) == words):
            exact = (len(words), means)
        elif gapped is None and len(words) > _SHORTEST_GAPPED - 1 and (count := _gapped(said, words)):
            gapped = (count, means, len(words))
    if gapped is not None and (exact is None or gapped[2] > exact[0]):
        return gapped[:2]
    return exact


def _gapped(said: Sequence[str], words: tuple[str, ...]) -> int:
    """Return how many words a phrase takes when others may stand inside it, or 0."""
    at = 0
    for word in words:
        while at and at < len(said) and said[at] != word and said[at] in GAPS:
            at += 1
        if at >= len(said) or said[at] != word:
            return 0
        at += 1
    return at


@lru_cache(maxsize=4096)
def glued_at(word: str) -> int:
    """Return where a word is two that were written as one ('ikpak', 'kzal'), or 0."""
    if word in lexicon().single or word in lexicon().phrases or word in REAL_WORDS or not word.isalpha():
        return 0
    known = lexicon().single
    heads = (head for head in _GLUED if word.startswith(head) and len(word) > len(head) + 1)
    return next((len(head) for head in heads if _follows(head, known.get(word[len(head) :], frozenset()))), 0)


def _follows(head: str, means: Concepts) -> bool:
    """Return whether a word of this meaning is written onto that one: only a verb onto 'ik'."""
    return bool(means & {"TAKE", "MAY", "HAVE", "BE", "CALL", "SHOULDER"}) if head in {"ik", "k"} else bool(means)


@lru_cache(maxsize=4096)
def slip_of(word: str) -> str | None:
    """Return the one word of the lexicon that is a letter (or one swap) away from this one, or None.

    A real word is no slip, nor is one that could be several words of different meaning.
    """
    known = lexicon()
    if _REPEATED.search(word):  # 'versturrr', 'gebeldddd'
        once = _REPEATED.sub(r"\1", word)
        return once if once in known.single else slip_of(once)
    if (
        len(word) < _SHORTEST_SLIP - 2 * (word[:2] in _HEADS)
        or not word.isalpha()
        or word in known.single
        or word in REAL_WORDS
    ):
        return None
    keys = {word, *_shorter(word)}
    found = {each for key in keys for each in _deletions().get(key, ()) if is_one_slip(word, each)}
    found = {each for each in found if each in known.single} or found
    meanings = {known.single.get(each, frozenset((each,))) for each in found}
    return min(found) if len(meanings) == 1 else None


_REPEATED = re.compile(r"(\w)\1{2,}")
# What ends something or leaves the house is never guessed from a phrase that is almost it.
_NEVER_GUESSED: Final = frozenset(
    "SEND SEND-WEAK MAY-GO PRAISE CLOSE CLOSED-WEAK NO-COMPLAINT WITHDRAW WITHDRAW-WEAK MERGE ACK COURTESY UNDO".split()
)


def phrase_near(run: Sequence[str]) -> tuple[int, Concepts] | None:
    """Return what `phrase_at` does for a phrase of which one word has a slip: 'gen gehoor', 'aan de ljin'."""
    if not any(_is_strange(word) for word in run[:_LONGEST_NEAR]):
        return None
    entries = {*lexicon().phrases.get(run[0], ()), *(lexicon().second.get(run[1], ()) if len(run) > 1 else ())}
    found: dict[Concepts, int] = {}
    for words, means in entries:
        if 1 < len(words) <= len(run) and not means & _NEVER_GUESSED:
            wrong = [(typed, meant) for typed, meant in zip(run, words, strict=False) if typed != meant]
            if len(wrong) == 1 and _may_be_slip(*wrong[0]):
                found[means] = max(len(words), found.get(means, 0))
    if len(found) != 1:
        return None
    ((means, count),) = found.items()
    return count, means


_LONGEST_NEAR: Final = 4  # words


@lru_cache(maxsize=4096)
def _is_strange(word: str) -> bool:
    return word.isalpha() and word not in lexicon().single and word not in REAL_WORDS


def _may_be_slip(typed: str, meant: str) -> bool:
    return (
        len(typed) >= _SHORTEST_SLIP - 1
        and len(meant) >= _SHORTEST_SLIP
        and _is_strange(typed)
        and is_one_slip(typed, meant)
    )


def is_one_slip(typed: str, meant: str) -> bool:
    """Return whether one letter too many, too few or wrong, or two swapped, makes one word of the other."""
    if abs(len(typed) - len(meant)) > 1 or typed == meant:
        return False
    at = next((i for i, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), min(len(typed), len(meant)))
    a, b = typed[at:], meant[at:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[:2][::-1] and a[2:] == b[2:])


@cache
def keys() -> dict[str, tuple[str, ...]]:
    """Return by verb what may stand before a colon, in every language, longest first."""
    found: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for verb, forms in _rows(language.KEYS):
            found.setdefault(verb, []).extend(forms)
    return {verb: tuple(sorted(set(forms), key=len, reverse=True)) for verb, forms in found.items()}


def one_of(*patterns: str) -> re.Pattern[str]:
    """Return a pattern that matches what any language's pattern matches."""
    return re.compile("|".join(f"(?:{each})" for each in patterns))
