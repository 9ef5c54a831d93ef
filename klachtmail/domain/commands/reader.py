"""A member's whole text: what it says part by part, and what all of it together means."""

# ruff: noqa: E501 (a pattern or a set of concepts is read as a whole)

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from klachtmail.domain.commands.authored_lines import MOST_LINES, body, is_closing_courtesy, split_lines
from klachtmail.domain.commands.clause import Clause
from klachtmail.domain.commands.clauses import read_clause, read_line
from klachtmail.domain.commands.command import Command, Line, Remark, Unclear
from klachtmail.domain.commands.dictation import written
from klachtmail.domain.commands.judge import judge
from klachtmail.domain.commands.keyed import Opening, opening, split_keys
from klachtmail.domain.commands.lists import items_in, listed
from klachtmail.domain.commands.numbers import Part, parts
from klachtmail.domain.commands.readers import finish
from klachtmail.domain.commands.said import Said
from klachtmail.domain.commands.sentences import command_of, spoke_of_taking_over
from klachtmail.domain.commands.situation import Situation
from klachtmail.domain.commands.table import BY_VERB
from klachtmail.domain.commands.tokens import tokens_of
from klachtmail.domain.commands.whom import as_meant, names_of, of_whom
from klachtmail.domain.commands.words import LONGEST_COMMAND, fold, on_one_line

_TO_CLIENT = re.compile(
    r"\s*(?:geachte|(?:beste|dear|hallo|dag|goedemorgen|goedemiddag|hello)(?= (?:(?:mevrouw|meneer|mevr|mw|dhr|heer|mr|mrs|ms|sir|madam|familie)\b|<k>)))(?! (?:collega|partner|allen|team|jan\b))"
)
_LETTER_TEXTS: Final = frozenset({"answer", "outcome", "proposal"})
MOST_COMMANDS: Final = 150  # in one mail: what follows is kept as a note
MOST_READ: Final = (
    9_000  # characters that may be commands, so without texts behind a colon: they cost up to 0.1 ms each
)
_LONGEST_PARAGRAPH: Final = 2_000  # characters
_OF_A_LINE: Final = 50  # what a line costs, however short, in characters
_WRAPPED: Final = 60
_OF_THAT_ONE = re.compile(r"(?:mag|kan|gaat|zal|neemt|doet) ")  # '14 mag Piet doen' asks nothing
_JOINS = re.compile(
    r"(?:als|tenzij|mits|indien|zodra|wanneer|of|maar|want|omdat|behalve|en|if|unless|but|or|dan|niet|nog) "
)
_DANGLES = re.compile(r"(?:,|\b(?:en|of|dan|als|dat|om|niet|geen|te|de|het|een|met|voor|ik|and|or|if|not))$")


@dataclass(slots=True)
class _Mail:
    """Where the reading is: the lines still to read, and what was said so far."""

    here: Situation
    lines: list[str]
    at: int = 0
    scope: str | None = None
    said: list[Said] = field(default_factory=list)
    only: bool = False
    named: set[str] = field(default_factory=set)  # the colleagues of whom it spoke so far
    read: int = 0  # characters that may have been commands


def read(
    text: str,
    today: dt.date,
    *,
    aliases: Collection[str] = (),
    draft: bool = False,
    names: Mapping[str, str] | None = None,
    client: str = "",
    situation: Situation | None = None,
) -> tuple[Line, ...]:
    """Return what each part of a member's text means, in order; never raises, and loses nothing that was written.

    `text` is what the author added (quoted text may still stand below it), `aliases` are the members' (and their other
    names), `draft` tells that the mail answered shows a draft; `names` are the aliases by the members' full names; `client` is
    the name of the complainant; `situation` what else is known of the complaint that was answered.
    """
    here = replace(
        situation or Situation(today=today),
        today=today,
        aliases=tuple(aliases),
        shown=draft,
        names=names_of(aliases, names or {}, client),
    )
    text = as_meant(text, here)
    lines = [each for line in body(text, aliases) for each in written(line).split("\n")]
    if _is_letter(text, lines, here):
        whole = "\n".join(lines).strip()
        sends = _sure_command(lines[-1], here)  # is for us, and no word of the letter
        letter = lines[:-1] if sends is not None and sends.row is BY_VERB["send"] else lines
        hint = f"antwoord: {on_one_line(' '.join(letter))}" if len(whole) < 1200 else "antwoord: "
        return (Unclear(whole, "letter", "answer", hint),)
    mail = _Mail(here, lines[:MOST_LINES], only=sum(bool(line.strip()) for line in lines) == 1)
    while mail.at < len(mail.lines) and mail.read < MOST_READ:
        _read_next(mail)
    found = list(_dropped(judge(mail.said, here), mail.said))
    left = (each.text if isinstance(each, Remark) else each.line for each in found[MOST_COMMANDS:])
    if rest := "\n".join((*left, *lines[mail.at :])).strip():
        found = [*found[:MOST_COMMANDS], Remark(rest)]
    return tuple(found)


def _is_letter(text: str, lines: list[str], here: Situation) -> bool:
    """Return whether the mail is written to the client, and only sent to us."""
    first = next((line for line in split_lines(text) if line.strip()), "")
    told = here.names.client.sub("<k>", fold(first)) if here.names.client else fold(first)
    named = any("MEMBER" in token.means for token in tokens_of(first[:80], here.names))
    return (
        bool(_TO_CLIENT.match(told))
        and bool(lines)
        and not named
        and not any(opening(line, here.names) for line in lines[:20])
    )


def _read_next(mail: _Mail) -> None:
    line = mail.lines[mail.at]
    if not line.strip():
        mail.scope = None
        mail.at += 1
        return
    if is_closing_courtesy(line):
        mail.at += 1
        return
    line = _next_line(mail)
    mail.read += 0 if opening(line, mail.here.names) else len(line) + _OF_A_LINE
    for part in parts(line, mail.here):
        _read_part(mail, part)


def _read_part(mail: _Mail, part: Part) -> None:
    numbers: tuple[str | None, ...] = part.numbers or (mail.scope,)
    if part.numbers and not part.text.strip():
        following = mail.lines[mail.at].strip() if mail.at < len(mail.lines) else ""
        mail.scope = part.numbers[0] if len(part.numbers) == 1 else None
        if not following or len(part.numbers) > 1:
            mail.said.append(Said(part.typed, part.numbers[0]))
        return
    if part.numbers:
        mail.scope = part.numbers[0] if len(part.numbers) == 1 and len(mail.here.listed or ()) > 1 else None
    if part.unclear:
        read_as = read_clause(part.text, mail.here, alone=True)
        verb = read_as.row.verb if read_as.row else None
        mail.said.append(
            Said(part.typed, None, made=Unclear(part.typed, "ambiguous", verb, part.text.strip()[:80]), keyed=True)
        )
        return
    before = len(mail.said)
    spoken_of = part.numbers and "?" not in part.text and _OF_THAT_ONE.match(fold(part.text.strip()))
    _read_text(mail, f"deze {part.text.strip()}" if spoken_of else part.text, numbers[0])
    new = mail.said[before:]
    for number in numbers[1:]:
        mail.said += [replace(each, number=number) for each in new]


def _read_text(mail: _Mail, text: str, number: str | None) -> None:
    here = (
        mail.here
        if number is None
        else replace(mail.here, names=replace(mail.here.names, client=None), shown=False, answered=None, dismissed=None)
    )
    opened = opening(text, here.names)
    pieces = split_keys(
        text, opened.row.verb if opened else None, spoken=bool(opened and opened.spoken), after=_value_at(text, opened)
    )
    pieces = (
        [each for piece in pieces for each in _sentences_apart(piece, here)]
        if number is not None or len(text) < _LONGEST_PARAGRAPH
        else pieces
    )
    for index, piece in enumerate(pieces):
        found = opened if pieces == [text] else opening(piece, here.names)
        if found is not None and found.row.verb == "cause" and _is_reason_of_another(piece, mail):
            found = None
        if found is None:
            _read_free(mail, piece, number, here)
        else:
            _read_value(mail, found, number, here, last=index == len(pieces) - 1)


def _is_reason_of_another(text: str, mail: _Mail) -> bool:
    """Return whether a 'reden:' says why something else of this mail was done, and is no cause of the complaint."""
    return fold(text.strip()).startswith("reden") and any(each.row is not None for each in mail.said)


def _value_at(text: str, opened: Opening | None) -> int:
    """Return where the value of a key that a sentence stands for begins, or 0."""
    return len(text.rstrip()) - len(opened.value) if opened is not None and opened.spoken else 0


def _sentences_apart(text: str, here: Situation) -> list[str]:
    """Return a line cut where a sentence ends what a value said: '… Deels gegrond. Niet structureel.', 'gegrond. oorzaak planning'."""
    first = opening(text, here.names)
    if first is not None and first.row.verb not in _SHORT_VALUES:
        return [text]
    made: list[str] = []
    for sentence in re.split(r"(?<=[.!,])\s+(?=\w)", text):
        behind_comma = bool(made) and made[-1].endswith(",")
        opens = bool(made) and (_is_structural(sentence, here) if behind_comma else _opens_another(sentence, here))
        opens = opens or (first is None and len(made) > 1 and not behind_comma and _is_spoken(made[-1], here))
        if not made or opens or (first is None and not behind_comma and opening(sentence, here.names) is not None):
            if behind_comma:
                made[-1] = made[-1].rstrip(", ")
            made.append(sentence)
        else:
            made[-1] = f"{made[-1]} {sentence}"
    return made


def _is_spoken(text: str, here: Situation) -> bool:
    """Return whether a sentence amidst others gives a value without a sign: what follows is not part of it."""
    found = opening(text, here.names)
    return found is not None and found.spoken


def _is_structural(sentence: str, here: Situation) -> bool:
    """Return whether words behind a comma say whether it can come back: 'stroomstoring, niet structureel'."""
    sure = _sure_command(sentence, here)
    return sure is not None and sure.row is not None and sure.row.verb == "structural"


def _opens_another(sentence: str, here: Situation) -> bool:
    found = opening(sentence, here.names)
    if found is not None:
        return found.row.verb in _SHORT_VALUES | {"structural", "judgement", "discussed"}
    sure = _sure_command(sentence, here)
    return (
        sure is not None
        and sure.row is not None
        and sure.row.verb in {"judgement", "structural", "serious", "not_serious", "measure_done"}
    )


_SHORT_VALUES: Final = frozenset({"cause", "remedy", "measure"})


def _read_value(mail: _Mail, opened: Opening, number: str | None, here: Situation, *, last: bool) -> None:
    if opened.row.value == "none" and _sure_command(opened.value, here):  # 'klager akkoord: sluit maar'
        head = opened.line[: len(opened.line) - len(opened.value)].rstrip(" :=-")
        _read_free(mail, f"{head}; {opened.value}", number, here)
        return
    lines = [opened.value]
    asked: list[Said] = []
    if last and opened.row.runs_on and not opened.spoken:
        _run_on(mail, opened, lines, asked, number, here)
    value = "\n".join(lines).strip()
    if opened.row.verb == "measure" and len(lines) == 1 and (items := items_in(value, several=opened.several)):
        lines = [f"- {each}" for each in items]
    if opened.row.verb == "measure" and (opened.several or listed(lines)) and len(listed(lines)) > 1:
        for each in listed(lines):
            mail.said.append(
                Said(f"maatregel: {each}", number, made=finish(opened, each, here), keyed=True, place=mail.at)
            )
        return
    made = finish(opened, value, here)
    first = opened.line
    if isinstance(made, Unclear) and value:
        further = value.removeprefix(opened.value.strip()).strip()
        first = f"{first}\n{further}".strip()
    mail.said.append(Said(first, number, made=made, keyed=True, place=mail.at))
    mail.said += asked
    if isinstance(made, Command) and made.verb == "told" and number is None:
        mail.here = replace(mail.here, answered=True)  # what the client said of it may stand below


def _run_on(
    mail: _Mail, opened: Opening, lines: list[str], asked: list[Said], number: str | None, here: Situation
) -> None:
    """Add the lines that a value goes on over: up to the next key, or a line that is sure by itself."""
    letter = opened.row.verb in _LETTER_TEXTS
    while mail.at < len(mail.lines):
        line = mail.lines[mail.at]
        if line.strip():
            found = opening(line, here.names)
            if found or parts(line, mail.here)[0].numbers:
                return
            if not letter and not mail.lines[mail.at - 1].strip() and ("?" in line or _addresses(line, here)):
                return
            if not letter and not listed([line]) and _only_doubts(line[:LONGEST_COMMAND], here):
                return  # 'oh nee wacht' below a value takes it back
            there = replace(here, answered=True) if opened.row.verb == "told" else here
            sure = _sure_command(line, there) or _leading(line, there)
            if sure is not None and not (
                letter and sure.row is not None and sure.row.heads_text and sure.row.verb != "take"
            ):
                spoken = any(token.means & {"I", "WE", "U", "CLIENT"} for token in sure.tokens)
                tells = opened.row.verb in {"note", "contact", "answer"} and spoken
                handles = opened.row.verb != "answer" and sure.row is not None and sure.row.either == "handler"
                if not (letter and spoken) and (not tells or handles):
                    return
                if letter:
                    made = command_of(sure, here)
                    asked.append(
                        Said(
                            line.strip(),
                            number,
                            made=Unclear(line.strip(), "ambiguous", made.verb, ""),
                            keyed=True,
                            place=mail.at,
                        )
                    )
            pieces = split_keys(line, opened.row.verb)
            if len(pieces) > 1:
                lines.append(pieces[0])
                mail.lines[mail.at] = " ".join(pieces[1:])
                return
        lines.append(line)
        mail.at += 1


def _addresses(line: str, here: Situation) -> bool:
    tokens = tokens_of(line[:120], here.names)
    return bool(tokens) and "MEMBER" in tokens[0].means


def _clauses_of(line: str, here: Situation) -> list[Clause]:
    """Return the clauses of a line; a long one is text, and reading it would cost too much."""
    return read_line(line, here) if len(line) <= LONGEST_COMMAND else []


def _sure_command(line: str, here: Situation) -> Clause | None:
    found = [each for each in _clauses_of(line, here) if each.kind != "courtesy"]
    if len(found) == 1 and found[0].row is not None and found[0].row.tier >= 2 and found[0].question:
        return None
    return found[0] if len(found) == 1 and found[0].is_sure else None


def _only_doubts(line: str, here: Situation) -> bool:
    tokens = [token for each in read_line(line, here) for token in each.tokens]
    found = any(each.kind == "doubt" for each in read_line(line, here))
    return found or (any(t.is_doubt for t in tokens) and all(t.is_doubt or t.is_filler for t in tokens))


def _leading(line: str, here: Situation) -> Clause | None:
    """Return the command that a line begins with: 'contact gisteren mevrouw was blij'."""
    found = _clauses_of(line, here)
    first = found[0] if len(found) == 1 else None
    leads = (
        first is not None
        and first.is_done
        and first.fit is not None
        and first.row is not None
        and first.row.verb in {"contact", "no_answer", "structural"}
    )
    return (
        first if leads and first is not None and first.fit is not None and first.tokens[0] in first.fit.used else None
    )


def _read_free(mail: _Mail, text: str, number: str | None, here: Situation) -> None:
    after = (
        bool(mail.said)
        and isinstance(mail.said[-1].made, Command)
        and mail.said[-1].made.verb == "contact"
        and not mail.said[-1].keyed
    )
    clauses = read_line(text, here, only=mail.only or number is not None, after_contact=after)
    clauses = [of_whom(each, mail.named, here) for each in clauses]
    if all(each.row is None for each in clauses) and len(text.split()) > 8 and _speaks_to_client(clauses):
        mail.said.append(
            Said(
                text.strip(),
                number,
                made=Unclear(text.strip(), "letter", "answer", f"antwoord: {on_one_line(text)}"),
                keyed=True,
            )
        )
        return
    if all(each.row is None for each in clauses):
        if clauses and all(each.kind == "courtesy" for each in clauses):
            mail.said.append(Said(text.strip(), number, clause=clauses[0]))
            return
        merged = _one_unknown(text, clauses)
        mail.said += [Said(text.strip(), number, clause=merged, place=mail.at)]
        return
    for each in clauses:
        made = command_of(each, here) if each.row is not None else None
        if isinstance(made, Command) and made.verb == "take":
            before = [said.clause for said in mail.said if said.clause]
            made = replace(made, over=made.over or spoke_of_taking_over(before))
        mail.said.append(
            Said(f"{each.lead}{each.text}".strip(), number, clause=each, made=made, place=mail.at * 100 + each.sentence)
        )


def _speaks_to_client(clauses: list[Clause]) -> bool:
    tokens = [token for each in clauses for token in each.tokens]
    return (
        any("U" in token.means for token in tokens)
        and not any(t.means & {"MEMBER", "AT-MEMBER"} for t in tokens)
        and len(tokens) > 3
    )


def _one_unknown(text: str, clauses: list[Clause]) -> Clause:
    if len(clauses) == 1:
        return clauses[0]
    doubt = next((each for each in clauses if each.kind == "doubt"), None)
    if doubt is not None:
        return replace(doubt, text=text)
    return (
        replace(next((each for each in clauses if each.kind == "unknown"), clauses[0]), text=text)
        if clauses
        else Clause(text, (), "unknown")
    )


def _dropped(lines: tuple[Line, ...], said: list[Said]) -> Iterator[Line]:
    """Yield the lines without mere courtesies; when there is nothing else, what an 'ok' means is asked."""
    courteous = {each.line for each in said if each.clause is not None and each.clause.kind == "courtesy"}
    full = [line for line in lines if not (isinstance(line, Remark) and line.text in courteous)]
    if full or not lines:
        yield from full
        return
    first = lines[0]
    text = first.text if isinstance(first, Remark) else first.line
    yield Unclear(text, "ambiguous", None) if any(char.isalpha() for char in text) else first


def _next_line(mail: _Mail) -> str:
    """Take the next line, together with those that a mail program or the author broke off it."""
    pieces = [mail.lines[mail.at]]
    mail.at += 1
    while (
        mail.at < len(mail.lines)
        and _goes_on(pieces[-1], mail.lines[mail.at], mail.here)
        and sum(map(len, pieces)) + len(pieces) + len(mail.lines[mail.at]) <= LONGEST_COMMAND
    ):
        pieces.append(mail.lines[mail.at])
        mail.at += 1
    return "\n".join(pieces)


_CONJUNCTION = re.compile(r"(?<!\w)(?:omdat|doordat|zodat|terwijl|want|dat|die|of|om)$")  # no line ends there


def _goes_on(line: str, following: str, here: Situation) -> bool:
    """Return whether the next line is the rest of this one: 'ik pak het op' / 'als Jan het niet doet' is one condition."""
    start = following.strip()
    broken = start and line.strip() and start[0].islower() and not line.rstrip().endswith((".", "!", "?", ":"))
    if not broken or opening(start, here.names) or opening(line, here.names):
        return False
    if start.startswith("niet ") and (sure := _sure_command(start, here)) is not None and sure.row is not None:
        return sure.row.verb not in {"structural", "not_serious"}  # 'klager akkoord' / 'niet structureel' are two
    if _JOINS.match(fold(start)) or _CONJUNCTION.search(fold(line[-20:].rstrip())):
        return True
    is_full, dangles = len(line) >= _WRAPPED, bool(_DANGLES.search(fold(line[-20:].rstrip())))
    if not is_full and not dangles:
        return False  # before it is read: that costs most
    if any(each.is_done for part in parts(line, here) for each in read_line(part.text, here)):
        return is_full and _sure_command(start, here) is None  # a command is whole; a full line may go on
    return True
