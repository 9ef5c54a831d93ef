"""A key and what stands behind it: `oorzaak: …`, 'Oorzaak was dat …', 'oordeel: gegrond oorzaak: …' on one line."""

# ruff: noqa: E501 (a pattern or a set of concepts is read as a whole)

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from klachtmail.domain.commands.command import Verb
from klachtmail.domain.commands.lexicon import LANGUAGES, is_one_slip, keys
from klachtmail.domain.commands.no_value import says_nothing
from klachtmail.domain.commands.row import Row
from klachtmail.domain.commands.table import BY_VERB
from klachtmail.domain.commands.token import Names, Token
from klachtmail.domain.commands.tokens import tokens_of
from klachtmail.domain.commands.words import fold

# What may stand between a key and its sign: 'contact gisteren:', 'besproken met Karin:', 'antwoord aan de klant:'.
_BESIDE: Final = frozenset(
    "DATE TIME SPAN CLIENT WITH-CLIENT TO-CLIENT FROM-CLIENT WITH-MEMBER PHONE MEETING AGENDA-ON AGENDA-IN IN UNTIL THIS BE HAVE I WE CONTACT NUMBER VAGUE-DATE BY-DATE WITH-OTHER TO-OTHER TO-ALL BOTH PART ADDRESS".split()
)
_OPEN_ENDED: Final = frozenset(
    {"cause", "remedy", "measure", "outcome", "proposal", "discussed", "answer", "complainant", "note", "ruling"}
)
# A telephone that takes dictation writes no colon.
_SPOKEN: Final = frozenset({"cause", "remedy", "measure", "proposal", "outcome"})
_LINKED: Final = frozenset({"cause", "discussed", "remedy", "complainant"})
_INLINE: Final = frozenset({"cause", "structural", "judgement", "remedy", "measure", "measure_internal", "discussed"})
_FEW_BESIDE: Final = 3  # words: 'oorzaak is eenvoudig: …'
_LONGEST_HEAD: Final = 400  # characters of a line in which what stands for a key is looked for
_LETTER_INLINE: Final = frozenset({"outcome", "proposal"})
_HOLDS_NO_KEY: Final = frozenset({"note", "answer", "search", "access", "forget"})
_LEAD = r"^[\s*•>_-]{0,6}(?:\d{1,2}[.)] )?(?:(?:en|de|het|ons|onze|mijn|the|our|and) )?"
_LINK = "|".join(language.LINKS for language in LANGUAGES)
_NO_LINK: Final = frozenset().union(*(language.NO_LINK for language in LANGUAGES))
# 'maatregel is klaar' is no measure.
_ABOUT_ITSELF: Final = frozenset("is was wordt werd heeft moet kan mag gaat blijft has needs".split())


@dataclass(frozen=True, slots=True)
class Opening:
    """A key and where its value begins; `beside` are the tokens between the key and its sign."""

    row: Row
    line: str
    value: str
    beside: tuple[Token, ...] = ()
    internal: bool = False
    several: bool = False  # 'maatregelen:' over a list
    spoken: bool = False


@cache
def _heads() -> re.Pattern[str]:
    words = sorted(((form, verb) for verb, forms in keys().items() for form in forms), key=lambda each: -len(each[0]))
    return re.compile(_LEAD + "(?P<key>" + "|".join(re.escape(form) for form, _ in words) + r")(?![\w'-])")


@cache
def _verbs() -> dict[str, str]:
    return {form: verb for verb, forms in keys().items() for form in forms}


@cache
def _inside() -> re.Pattern[str]:
    """Match a key with its sign inside a line."""
    forms = [form for verb, each in keys().items() if verb in _INLINE | _LETTER_INLINE for form in each]
    forms = [
        form for form in forms if form not in {"wants", "action", "klant wil", "klager wil", "decision", "decided"}
    ]
    named = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(
        rf"(?:(?<=[\s.,;!?)(\[])|(?<=[^\x00-\x7f]))(?:(?:en|de|het|and) )?(?P<key>{named}) ?[:=](?=\s|\S)(?!//)"
    )


_REFS = re.compile(
    r"(?:[km]\d{4}-\d{1,9}|#?\d{1,4})(?:(?: t/m| tot en met| en| -|,)? (?:[km]\d{4}-\d{1,9}|#?\d{1,4}))*(?: (?:zeker|sure))?"
)
_STATUTORY = re.compile(r"(?:inzage(?:verzoek)?|datalek|access|breach)(?: (?:gereed|gedaan|done))?|gereed|gedaan|done")
_ADDRESS = re.compile(r"\s+\S{1,100}@\S{1,100}\.\S")
_FIND_OUT = re.compile(r"(?:uit|even|eens|dit|het|mee|verder|niet|ik)\b")
_SPOKEN_INSIDE = re.compile(
    r"(?<=[\s,.;])(?:structureel (?:ja|nee)\b|oordeel (?:on)?gegrond\b|oordeel deels\b|maatregel (?!\d)(?=\w+ \w+))"
)


_CAUSE_INSIDE = re.compile(r"(?<=[,;.] )oorzaak (?!(?:van|nog|niet|volgt|en|of|heeft|moet)\b|on|zoek)(?=\w+ \w)")


def opening(line: str, names: Names) -> Opening | None:
    """Return the key that a line begins with, or None."""
    folded = fold(line)
    if found := _sentence(line, folded, names):
        return found
    match = _heads().match(folded)
    if match is None:
        return _slipped(line, folded)
    for length in (match.end("key"), *_shorter(folded, match)):
        found = _signed(line, folded, folded[match.start("key") : length], length, names)
        if found:
            return found
    return None


@cache
def _sentences() -> tuple[tuple[Row, re.Pattern[str]], ...]:
    rows = [line.partition(": ") for language in LANGUAGES for line in language.SENTENCE_KEYS.strip().splitlines()]
    return tuple((BY_VERB[verb], re.compile(rf"\s*(?:{pattern})\s+(?=\S)")) for verb, _, pattern in rows)


# What was said is called the cause, or the measure, behind it: 'De zaal was dubbel geboekt, dat was de oorzaak.'
_BEHIND = re.compile(
    r"(?P<said>(?:\S+ ){2,30}?\S+)[,;.-]? (?:en )?(?:dat|dit|daar) (?:is|was|lag|ligt|bleek) (?:dus |ook )?(?:de|onze) (?:oorzaak|(?P<measure>(?:verbeter)?maatregel))(?: van de klacht)?[.!]*"
)


def _sentence(line: str, folded: str, names: Names) -> Opening | None:
    """Return the value that a sentence gives without its key: 'Het kwam doordat …'."""
    begin = folded[:_LONGEST_HEAD]
    if (behind := _BEHIND.fullmatch(begin)) and _states(line, names):
        row = BY_VERB["measure" if behind["measure"] else "cause"]
        return Opening(row, line.strip(), line[: behind.end("said")].strip(" ,;.-"), spoken=True)
    for row, pattern in _sentences():
        match = pattern.match(begin, len(begin) - len(begin.lstrip()))
        if match and "?" not in folded and _states(line[match.end() :], names) and _is_for_client(row, line, names):
            return Opening(row, line.strip(), line[match.end() :].strip(), spoken=True)
    return None


def _is_for_client(row: Row, line: str, names: Names) -> bool:
    """Return whether words without a sign may be a client's letter: not those to a colleague ('voorstel is om samen te zitten, Els')."""
    return row.value != "letter" or not any("MEMBER" in token.means for token in tokens_of(line[:200], names))


def _shorter(folded: str, match: re.Match[str]) -> list[int]:
    """Return the ends of shorter keys at the same place: 'besproken' of 'besproken in overleg'."""
    start, end = match.span("key")
    said = folded[start:end]
    return [
        start + len(form)
        for form in sorted(_verbs(), key=len, reverse=True)
        if said != form and said.startswith(form + " ")
    ]


def _signed(line: str, folded: str, key: str, end: int, names: Names) -> Opening | None:  # noqa: PLR0911 (one exit for each sign)
    verb = _verbs()[key]
    internal = verb == "measure_internal"
    row = BY_VERB["measure" if internal else verb]  # type: ignore[index]
    several = key.endswith("maatregelen")
    rest = folded[end:]
    sign = re.match(r"(?P<beside>[^:;=\n?!]{0,60}?)\s*(?:[;=]|(?<!\d):|:(?!\d))\s*(?!//)", rest)
    if sign and not (row.value == "none" and sign.group().strip() == ";"):  # 'klager akkoord; sluit maar' is two
        beside = tokens_of(line[end : end + sign.end("beside")], names)
        besides = frozenset().union(*(token.means for token in beside))
        if besides & _IS_ANOTHER.get(row.verb, frozenset()):
            return None
        if all(
            token.is_filler
            or token.means & _BESIDE
            or (row.verb == "hear" and token.means & {"MEMBER", "TO-MEMBER"})
            or token.text in {"met", "intern", "reden"}
            for token in beside
        ) or (
            row.verb == "cause"
            and len(beside) <= _FEW_BESIDE
            and beside[0].means & {"BE"}
            and not any(t.is_doubt for t in beside)
        ):
            inside = internal or any(token.text == "intern" for token in beside)
            return Opening(
                row, line.strip(), line[end + sign.end() :].strip(), beside, inside and row.verb == "measure", several
            )
        if (found := _explained(line, row, end, end + sign.end(), beside)) is not None or not _links(row, rest):
            return found
        return _without_sign(line, rest, row, end, names, internal=internal)
    if dash := re.match(r"\s+[-–—]\s+(?=\S)|\s*[-–—]\s+(?=\S)", rest):
        return (
            Opening(row, line.strip(), line[end + dash.end() :].strip(), (), internal, several)
            if row.value != "none"
            else None
        )
    if row.verb in _OPEN_ENDED and not rest.strip(" .*_"):
        return Opening(row, line.strip(), "", (), internal, several)
    return _without_sign(line, rest, row, end, names, internal=internal)


_EXPLAINS: Final = frozenset("volgens voor van vanuit in bij op uit per according for from in at".split())
_LONGEST_EXPLAINED: Final = 6  # words
# What makes of the words behind a key a sentence about it: 'oorzaak voor mij: …', 'maatregel voor Piet: …'.
_IS_SENTENCE: Final = frozenset(
    "I ME FOR-ME YOU FOR-YOU MAY BE HAVE TAKE TAKE-3 JOB GIVE LEAVE LOOK CALL SEND CLOSE DISCUSS MEETING MEMBER TO-MEMBER FROM-MEMBER WITH-MEMBER BY-MEMBER ABOUT-MEMBER".split()
)


def _explained(line: str, row: Row, end: int, value_at: int, beside: tuple[Token, ...]) -> Opening | None:
    """Return the key whose words before the colon only say of what, or whose: 'maatregel voor de toekomst: …'."""
    if row.verb not in {"cause", "measure"} or not beside or len(beside) > _LONGEST_EXPLAINED:
        return None
    whose = "HEARSAY" in beside[0].means
    sentence = _IS_SENTENCE - {"MEMBER"} if whose else _IS_SENTENCE
    if beside[0].text.split()[0] not in _EXPLAINS or any(t.is_doubt or t.means & sentence for t in beside):
        return None
    value = line[value_at:].strip()
    told = whose and not says_nothing(value)  # whose word it is belongs to what is recorded
    return Opening(row, line.strip(), line[end:].strip() if told else value, beside)


# What stands beside a key that is none then: a measure that is on record, 'klant belde net: gaat akkoord'.
_IS_ANOTHER: Final[dict[Verb, frozenset[str]]] = {
    "measure": frozenset({"NUMBER"}),
    "complainant": frozenset("CONTACT CALL DATE AGREE AGREE-WORD REJECT REJECT-WORD WITHDRAW".split()),
}


def _without_sign(line: str, rest: str, row: Row, end: int, names: Names, *, internal: bool) -> Opening | None:
    value = line[end:].strip()
    bare = {"group": _REFS, "statutory": _STATUTORY}.get(row.verb)
    if bare is not None and bare.fullmatch(rest.strip(" .")):
        return Opening(row, line.strip(), value)
    if _needs_no_sign(row.verb, rest):
        return Opening(row, line.strip(), value)
    if row.verb in _OPEN_ENDED and (dot := re.match(r"\.\s+(?=\S+ \S+ \S+)", rest)):
        return Opening(row, line.strip(), line[end + dot.end() :].strip(), (), internal)
    link = _links(row, rest)
    if link and "?" not in rest and rest[link.end() :].split(maxsplit=1)[0].strip(",.") not in _NO_LINK:
        said = line[end + link.end() :].strip()
        known = row.verb != "complainant" or (said[:1].isupper() and re.search(r"[@\d]", said) is not None)
        return Opening(row, line.strip(), said, (), internal, spoken=True) if known and _states(said, names) else None
    words = rest.split()
    if (
        row.verb in _SPOKEN
        and len(words) >= 2
        and not line[:end].rstrip().lower().endswith("maatregelen")
        and rest.startswith(" ")
        and "?" not in rest
        and words[0].strip(",.") not in _NO_LINK | _ABOUT_ITSELF
        and not words[0][0].isdigit()
        and _states(value, names)
        and _is_for_client(row, value, names)
        and not _speaks_of_it(value, names)
        and not (row.verb == "proposal" and len(words) <= _FEW_BESIDE and _is_answered(value, names))
        and not (row.verb == "outcome" and any("TOLD" in token.means for token in tokens_of(value[:80], names)))
    ):
        return Opening(row, line.strip(), value, (), internal, spoken=True)
    return None


def _is_answered(value: str, names: Names) -> bool:
    """Return whether a few words behind 'voorstel' tell what was said of it: 'voorstel telefonisch afgewezen'."""
    return any(token.means & {"REJECT", "AGREE"} for token in tokens_of(value, names))


def _needs_no_sign(verb: Verb, rest: str) -> bool:
    """Return whether what stands behind a key can be nothing but its value: 'zoek zaal', 'inzage sanne@example.nl'."""
    if verb in {"access", "forget"}:
        return _ADDRESS.match(rest) is not None
    return verb == "search" and rest.startswith(" ") and not _FIND_OUT.match(rest.strip())


def _links(row: Row, rest: str) -> re.Match[str] | None:
    """Return the 'was dat' behind a key that has no sign: 'de oorzaak is een fout in de planning: …'."""
    return re.match(rf"\s+(?:{_LINK})\s+(?=\S)", rest) if row.verb in _LINKED else None


def _speaks_of_it(value: str, names: Names) -> bool:
    """Return whether words behind a key say what is to be done with it: 'oorzaak zoeken is aan Piet', 'uitkomst bespreken we'."""
    first, *rest = tokens_of(value[:200], names) or (Token("", 0, 0),)
    if first.means & {"MAY", "MUST", "BE", "HAVE", "NOT", "TOLD"}:
        return True
    return first.text.endswith("en") and any(
        t.means & {"WE", "I", "MEMBER", "TO-MEMBER", "TAKE-3", "MUST", "MAY"} for t in rest
    )


def _states(value: str, names: Names) -> bool:
    """Return whether words without a colon before them only state something: nobody asks, doubts or promises."""
    return not any(
        token.means & {"I", "MUST", "NOT-YET", "HEDGE", "YOU", "OR", "RETRACT", "IF"} and token.text != "uiterlijk"
        for token in tokens_of(value[:200], names)
    )


def _slipped(line: str, folded: str) -> Opening | None:
    """Return the key of which the word before a colon is a slip: 'uitkosmt: …'."""
    head, colon, _value = folded.partition(":")
    word = head.strip(" -*•")
    if not colon or not word.isalpha() or len(word) < 5:
        return None
    meant = {form for form in _verbs() if len(form) > 4 and is_one_slip(word, form)}
    if len(meant) != 1:
        return None
    verb = _verbs()[meant.pop()]
    return Opening(BY_VERB[verb], line.strip(), line[len(head) + 1 :].strip()) if verb in BY_VERB else None


def split_keys(line: str, verb: Verb | None, *, spoken: bool = False, after: int = 0) -> list[str]:
    """Return a line cut before each key inside it: what a value says ends where the next key begins.

    `verb` is the key whose value the line is, from `after` on. What is only noted, or written to the client, holds no keys of the dossier.
    """
    if verb in _HOLDS_NO_KEY:
        return [line]
    folded = fold(line)
    letter = verb in {"outcome", "proposal"}
    cuts = []
    head = _heads().match(folded)
    for match in _inside().finditer(folded, head.end() if head else 0):
        named = _verbs()[match["key"]]
        before = folded[: match.start()].rstrip()
        if named in _LETTER_INLINE and (not letter or not before.endswith((".", "!", "?", ","))):
            continue
        if letter and named not in _LETTER_INLINE and not before.endswith((".", "!", "?", ";")):
            continue
        cuts.append(match.start())
    if verb in _INLINE:
        cuts += [
            match.start()
            for match in _SPOKEN_INSIDE.finditer(folded)
            if spoken or folded[: match.start()].rstrip().endswith((".", ";", ","))
        ]
    elif verb is None:
        cuts += [match.start() for match in _CAUSE_INSIDE.finditer(folded)]
    elif spoken:
        cuts += [match.start() for match in _SPOKEN_INSIDE.finditer(folded)]
    places = [0, *sorted({cut for cut in cuts if cut >= after}), len(line)]
    parts = [_without_bracket(line[start:stop]) if len(places) > 2 else line for start, stop in pairwise(places)]
    return [part for part in parts if part] or [line]


def _without_bracket(part: str) -> str:
    """Return a part of a line without the bracket that opened or closed around the next: 'gebeld (oorzaak: bus te laat)'."""
    part = part.strip(" ")
    if part.endswith(("(", "[")):
        return part[:-1].rstrip(" ")
    opened, closed = part.count("(") + part.count("["), part.count(")") + part.count("]")
    return part.rstrip(" .")[:-1] if closed > opened and part.rstrip(" .").endswith((")", "]")) else part
