"""One line of a member's text: a command, the opening of a value, something to ask about, or a remark."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from klachtmail.domain.commands.command import Command, Line, Remark, Unclear, Verb
from klachtmail.domain.commands.forms import Context, Match, build, cue_in, hint_for, match_key, match_line, unclear
from klachtmail.domain.commands.guards import NO_CONTACT, Doubt, doubt
from klachtmail.domain.commands.phrase import phrase, strip_courtesy
from klachtmail.domain.commands.table import TABLE
from klachtmail.domain.commands.words import LONGEST_COMMAND, fold, on_one_line, resembles

_LONGEST_KEY: Final = 60
_FEW: Final = 4  # words: in a longer line a slip is no reason to ask
_SHORT: Final = 20  # words: in a longer line a word that could be a command is part of a story
_BOUNDARY = re.compile(
    r"(?:[,.;!:]|(?<=\?)) +|(?<! ) ++[-–—] +| (?=(?:en|want|omdat|wegens|vanwege|ivm|i\.v\.m\.|and|because) )"
)
_BECAUSE = re.compile(r"(?:want|omdat|wegens|vanwege|ivm|i\.v\.m\.|because)\b ?")
_AND = re.compile(r"(?:en|and)\b ?")
_NUMBER = re.compile(r"[km]\d{4}-\d{4,9}")
_NUMBERED = re.compile(r"[\[(]?[km]\d{4}-\d{4,9}[\])]?", re.IGNORECASE)
_NUMBERED_WORD = re.compile(rf"\b(?:voor|van|klacht|nummer|zaak|dossier) {_NUMBERED.pattern}", re.IGNORECASE)
_ASKS_FOR_SOMEBODY = re.compile(r"\b(?:kun|kan|wil|zou|kunt|wilt|pak|neem|doe) (?:jij|je|u)\b")
_SOMEBODY_ELSE = re.compile(
    r"(?:(?:kan|wil|kan er) )?(?:iemand anders|wie wel|wie (?:kan|wil)|een ander)(?: (?:het|deze|dit|hem))?(?: (?:doen|oppakken|overnemen))?\??"
    r"|(?:ik )?(?:ben |heb )?(?:te druk|geen tijd|te weinig tijd)|(?:ik )?zit (?:helemaal )?vol"
)
_CONTACT = re.compile(r"\b(?:gesproken|teruggebeld|terug gebeld|belde terug|contact gehad|aan de lijn|wel|toen)\b")
_SPOKE = re.compile(
    r"(?<= )maar (?=(?:\w+ )?(?:redelijk|vriendelijk|begripvol|rustig|beleefd|tevreden)\b)"
)  # of how the talk was
_LATER = re.compile(r"\b(?:wel|straks|later|om)\b|<d\d>")
_OPENS: Final[dict[str, Verb]] = {
    "contact": "contact",
    "gebeld": "contact",
    "called": "contact",
    "uitkomst": "told",
    "outcome": "told",
    "geen": "no_answer",
    "no": "no_answer",
}
_FIND_OUT = re.compile(r"(?:uit|even|eens|dit|het|mee|verder|niet)\b")
_KEY_WORDS: Final = tuple(
    word for spec in TABLE if (word := spec.line.partition(":")[0]).isalpha() and ":" in spec.line
)
_OFTEN_TYPED: Final = (
    "ingrijpend",
    "verstuur",
    "versturen",
    "bevestig",
    "heropen",
    "ongedaan",
    "mondeling",
    "gebeld",
    "gesproken",
    "akkoord",
    "oppakken",
    "sluit",
    "sluiten",
    "ingetrokken",
    "samenvoegen",
    "gepost",
    "afwezig",
    "dossier",
    "toewijzen",
    "ik pak het op",
    "ik pak deze op",
    "ik neem deze",
    "geen gehoor",
    "geef terug",
    "geen klacht",
)
_MEMBER = re.compile(r"[@%](?P<alias>[\w.-]*\w)")
_WITH_SOMEBODY = re.compile(r"\b(?:en|and|of|samen met) %[\w.-]+$")  # 'ik en jan'
_ASSENT: Final = frozenset(
    {
        "doen",
        "ja",
        "oke",
        "no",
        "accoord",
        "prima",
        "is goed",
        "top",
        "jawel",
        "ok",
        "nee",
        "yes",
        "goed",
        "mag",
        "okay",
    }
)
_APPROVAL = re.compile(
    r"(?:ja |ok |oke |top )?(?:(?:de |het )?(?:brief|concept|tekst|mail) )?(?:is |ziet er |lijkt me )?(?:heel |erg |helemaal )?"
    r"(?:goed|prima|mooi|oke?|top|akkoord|perfect|uitstekend)(?: zo| uit| brief| concept| tekst)*"
)
ONE_PER_LINE: Final = "zet elke opdracht op een eigen regel"


@dataclass(frozen=True, slots=True)
class Opening:
    """A key and the first line of its value."""

    match: Match
    line: str
    value: str


_Front = tuple[Match, str, bool]  # the command, what follows it, and whether that gives a reason


def read_line(line: str, context: Context) -> Opening | Line:
    """Return what one line says, when it stands by itself and has no number in front."""
    if opening := _keyed(line, context):
        return opening
    text = strip_courtesy(line[: LONGEST_COMMAND * 2])
    if len(line) > LONGEST_COMMAND or not text:
        return Remark(line.strip())
    if match := match_line(text, context):
        return _certain(match, line, context)
    if numbered := _with_number(text, line, context):
        return numbered
    front = _front(text, context)
    return (_tailed(front, line, context) if front else None) or _uncertain(text, line, context)


def strength(line: str, context: Context) -> Match | None:
    """Return the command that this line would be inside somebody's text, or None when it can only be text."""
    if opening := _keyed(line, context):
        return opening.match if isinstance(opening, Opening) else None
    text = strip_courtesy(line) if len(line) <= LONGEST_COMMAND else ""
    if not text:
        return None
    match = match_line(text, context)
    if match:
        return None if match.phrase.asks and not match.spec.asked else match
    front = _front(text, context)
    return front[0] if front and isinstance(_tailed(front, line, context), Command) else None


def _keyed(line: str, context: Context) -> Opening | Unclear | None:
    head, colon, value = line[: _LONGEST_KEY + 1].partition(":")
    if not colon or not head.strip():
        return None
    value = line[len(head) + 1 :].strip()
    if match := match_key(strip_courtesy(head), context):
        return Opening(match, line.strip(), value)
    word = fold(head.strip(" -*•"))
    meant = resembles(word, _KEY_WORDS) if word.isalpha() else None
    if meant is None:
        return None
    verb = next(spec.verb for spec in TABLE if spec.line.startswith(f"{meant}:"))
    return Unclear(line.strip(), "ambiguous", verb, f"{meant}: …")


def _certain(match: Match, line: str, context: Context) -> Line:
    line = line.strip()
    if match.phrase.asks and not match.spec.asked and not _asks_politely(match):
        return unclear(match, line, "question")
    if match.spec.verb in {"accepted", "declined"} and context.draft and match.phrase.plain in _BARE_VERDICTS:
        return unclear(match, line, "ambiguous", "verstuur, of: klant akkoord")
    return build(match, line, None, context)


_BARE_VERDICTS: Final = frozenset({"akkoord", "niet akkoord", "accepted", "declined"})


def _asks_politely(match: Match) -> bool:
    return match.spec.verb == "assign" and bool(_ASKS_FOR_SOMEBODY.search(match.phrase.plain))


def _with_number(text: str, line: str, context: Context) -> Line | None:
    """Return the command of a line that names a number in its middle or at its end ('ik pak K2026-0003 op')."""
    numbers = list(dict.fromkeys(_NUMBER.findall(fold(text))))
    if not numbers:
        return None
    for pattern, replacement in ((_NUMBERED, ""), (_NUMBERED, "deze"), (_NUMBERED_WORD, "")):
        rest = on_one_line(pattern.sub(replacement, text)).strip(" ,:;-")
        match = match_line(rest, replace(context, client=None)) if rest else None  # he may be another one's there
        if match is None:
            continue
        if len(numbers) > 1:
            return Unclear(line.strip(), "ambiguous", match.spec.verb, ONE_PER_LINE)
        return replace(_certain(match, line, context), number=numbers[0].upper())
    return None


def _heads(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield (head, rest, the rest is a reason) for the first few places where a sentence can be cut."""
    for count, boundary in enumerate(_BOUNDARY.finditer(text)):
        if count > 5:
            return
        rest = text[boundary.end() :]
        reason = _BECAUSE.match(fold(rest))
        also = None if reason else _AND.match(fold(rest))
        cut = reason or also
        yield text[: boundary.start()], rest[cut.end() :] if cut else rest, reason is not None


def _front(text: str, context: Context) -> _Front | None:
    """Return the command at the front of a sentence that goes on: 'ik pak het op en bel haar morgen'."""
    for head, rest, reason in reversed(list(_heads(text))):
        match = match_line(strip_courtesy(head), context)
        if match and rest.strip(" ,.;!-"):
            return match, rest.strip(" ,;-"), reason
    return _opened(text, context)


def _opened(text: str, context: Context) -> _Front | None:
    """Return the command whose text follows without a comma: 'contact gisteren mevrouw was blij', 'zoek zaal'."""
    words = text.split()
    verb = _OPENS.get(fold(words[0]).strip(",.;"))
    for count in range(min(6, len(words) - 1) if verb else 0, 0, -1):
        match = match_line(" ".join(words[:count]), context)
        if match and match.spec.verb == verb:
            return match, " ".join(words[count:]), False
    searches = fold(words[0]) in {"zoek", "search"} and len(words) > 1 and not _FIND_OUT.match(fold(words[1]))
    match = match_key(words[0], context) if searches else None
    return (match, " ".join(words[1:]), False) if match else None


def _tailed(front: _Front, line: str, context: Context) -> Line | None:
    """Return the command with the text behind it, what is doubtful about it, or None when it is no command at all."""
    match, rest, reason = front
    line = line.strip()
    addresses_somebody = match.phrase.plain.startswith("@") and " " not in match.phrase.plain
    if match.spec.verb == "search":
        return build(match, line, rest, context)
    also = match_line(strip_courtesy(rest), context)
    if match.spec.verb == "take" and _WITH_SOMEBODY.search(phrase(line, context.aliases, context.client).plain):
        return unclear(match, line, "ambiguous")
    if also and also.spec.verb != match.spec.verb and not addresses_somebody:
        return unclear(match, line, "ambiguous", ONE_PER_LINE)
    if not match.spec.tail or addresses_somebody:
        return None
    asks = match.phrase.asks and not _asks_politely(match)
    problem = "question" if asks else _objection(match, rest, context, reason=reason)
    if problem:
        return unclear(match, line, problem)
    return build(match, line, rest, context)


def _objection(match: Match, rest: str, context: Context, *, reason: bool) -> Doubt | None:
    """Return why what follows makes a command doubtful, or None when it only tells more."""
    plain = phrase(rest, context.aliases, context.client).plain
    verb = match.spec.verb
    why = doubt(rest, plain=_SPOKE.sub(" ", plain) if verb == "contact" else plain)
    if _NUMBER.search(fold(rest)) or (verb == "assign" and re.search(r"[@%]", plain)):  # 'voor jan en piet'
        return "ambiguous"
    if verb == "no_answer":
        return "ambiguous" if _CONTACT.search(plain) else "question" if "?" in rest else None
    if verb in {"contact", "told"} and NO_CONTACT.search(plain):
        return "ambiguous"
    if verb == "give_back":
        why = None if _SOMEBODY_ELSE.fullmatch(plain) else "ambiguous" if _LATER.search(plain) else why
    return None if why == "negation" and (reason or verb == "give_back") else why


def _uncertain(text: str, line: str, context: Context) -> Line:
    """Return that a line which is about a command without being it does nothing, or that it is a remark."""
    line = line.strip()
    plain = phrase(text, context.aliases, context.client).plain
    if context.draft and _APPROVAL.fullmatch(phrase(line, context.aliases).plain):
        return Unclear(line, "ambiguous", "send", "verstuur")
    if plain in _ASSENT or (not plain and any(char.isalpha() for char in text)):
        return Unclear(line, "ambiguous")
    return _about_a_command(text, plain, line) or _slip(text, plain, line) or Remark(line)


def _about_a_command(text: str, plain: str, line: str) -> Unclear | None:
    found = cue_in(plain)
    if not found or (len(plain.split()) > _SHORT and found[1].start() >= 25):
        return None
    spec, cue = found
    why = doubt(text, plain=plain)
    named = _MEMBER.search(cue.group())
    hint = hint_for(spec, named and named["alias"])
    if why:
        return Unclear(line, why, spec.verb, hint)
    if cue.start() == 0 and "weak" not in {name for name, value in cue.groupdict().items() if value}:
        return Unclear(line, "ambiguous" if spec.exact else "missing_value", spec.verb, hint)
    return None


def _slip(text: str, plain: str, line: str) -> Unclear | None:
    """Return what a slip of the finger, or an alias alone, was meant to be."""
    words = len(plain.split())
    if words <= _FEW and (meant := resembles(plain, _OFTEN_TYPED)):
        return Unclear(line, "ambiguous", None, meant)
    if text == "@" or (words == 1 and plain.startswith("%")):
        return Unclear(line, "missing_value" if text == "@" else "ambiguous", "assign", f"@{plain[1:]}")
    return None
