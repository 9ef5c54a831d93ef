"""The one place that says 'do': all readings of a mail together, with what each would harm if it were not meant.

What can be undone is done on clear intent. What cannot is done only when nothing in the mail may take it back or change it:
when every word of it is explained, and nothing stands beside it but what may.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from klachtmail.domain.commands.answers import answered
from klachtmail.domain.commands.attempts import attempts_win, one_contact
from klachtmail.domain.commands.clause import Clause
from klachtmail.domain.commands.clauses import read_clause
from klachtmail.domain.commands.command import Command, Line, Remark, Unclear, Verb, Why
from klachtmail.domain.commands.keyed import opening
from klachtmail.domain.commands.lexicon import DOUBT
from klachtmail.domain.commands.proposals import line_of, proposal, stopped_by, why_of
from klachtmail.domain.commands.readers import finish
from klachtmail.domain.commands.row import Row
from klachtmail.domain.commands.said import Said
from klachtmail.domain.commands.situation import Situation
from klachtmail.domain.commands.small_talk import is_about_nothing, is_same_again, is_small_talk
from klachtmail.domain.commands.somebody_else import HANDLES, asks_a_colleague, is_another, is_of_a_colleague
from klachtmail.domain.commands.table import BY_VERB
from klachtmail.domain.commands.token import Names, Token
from klachtmail.domain.commands.tokens import tokens_of

# Beside these commands the marked companions of the table may stand, and these.
_BESIDE: Final[dict[Verb, frozenset[Verb]]] = {
    "send": frozenset({"close"}),
    "close": frozenset({"send", "told", "judgement", "contact", "close"}),
    "told": frozenset({"judgement", "close", "told", "appeal", "accepted", "declined", "take"}),
    "withdrawn": frozenset({"withdrawn"}),
    "no_complaint": frozenset({"no_complaint"}),
    "merge": frozenset({"merge"}),
    "acknowledge": frozenset({"acknowledge", "take", "complainant"}),
}


def judge(said: Sequence[Said], here: Situation) -> tuple[Line, ...]:
    """Return what each part of a mail does, asks or notes."""
    parts = one_contact(attempts_win(answered(list(said), here)))
    clashing = _clashes(parts)
    lines: list[Line] = []
    for part in parts:
        beside = [
            each
            for each in parts
            if each is not part and (each.number == part.number or (each.number is None and not each.is_done))
        ]
        lines.append(_offering(_one(part, beside, here, clashes=id(part) in clashing), here))
    return tuple(lines)


def _offering(line: Line, here: Situation) -> Line:
    """Return the line with only such proposals as are themselves read as the command that they stand for."""
    if not isinstance(line, Unclear) or line.why == "letter":
        return line
    opens = BY_VERB[line.verb].hint if line.verb else ""
    hint = line.hint if stands(line.hint, here) else opens if opens.endswith((": ", " ")) else ""
    return replace(line, hint=hint, also=tuple(each for each in line.also if stands(each, here)))


def stands(hint: str, here: Situation) -> bool:
    """Return whether a proposed line is one command as it stands, or waits for the value that must stand behind it."""
    if not hint or hint.endswith((" ", "@")):
        return True
    opened = opening(hint, here.names)
    if opened is not None:
        return isinstance(finish(opened, opened.value, here), Command)
    clause = read_clause(hint, here, alone=True, only=True)
    return clause.is_done or clause.row is BY_VERB["send"]


def _one(part: Said, beside: list[Said], here: Situation, *, clashes: bool) -> Line:  # noqa: PLR0911 (the order of judgement)
    if part.row is None or part.made is None:
        return _unread(part, beside, here)
    if part.clause is not None and not part.keyed and not part.clause.is_clear:
        return _asked(part, beside, here)
    if isinstance(part.made, Unclear):
        if any(each.row is part.row and each.is_done and isinstance(each.made, Command) for each in beside):
            return Remark(part.line, part.number)  # 'Geen klacht. Het is een compliment!'
        return replace(part.made, number=part.number, line=part.line)
    if not _is_meant(part, part.row):
        return _asked(part, beside, here)
    if clashes:
        return Unclear(part.line, "ambiguous", part.made.verb, line_of(part.made, here), part.number, words="")
    if stopping := _stopping(part, beside, here):
        hint = "" if _only_doubt(stopping) and (part.row.tier == 1 or _denies(stopping)) else line_of(part.made, here)
        again = _takes_back(stopping, part.row) or _thinks_again(stopping, part)
        why: Why = "second_thoughts" if again else "more"
        return Unclear(part.line, why, part.made.verb, hint, part.number, words=_words(stopping))
    return replace(part.made, number=part.number, line=part.line)


def _is_meant(part: Said, row: Row) -> bool:
    if row.tier == 0 and part.clause is not None and part.clause.fit is not None:
        return part.clause.fit.certainty in {"sure", "tail"}
    if row.tier > 1:
        return part.is_sure or (part.is_done and row.verb in {"told", "withdrawn", "no_complaint"} and _is_reason(part))
    return part.is_done


def _is_reason(part: Said) -> bool:
    """Return whether the remark behind a command that ends something is only its reason."""
    left = part.clause.fit.left if part.clause and part.clause.fit else ()
    return (
        not any(
            t.is_doubt
            or t.means & {"MEMBER", "WITH-MEMBER", "TO-MEMBER", "YOU", "OTHER", "THIRD", "WITH-OTHER", "TO-OTHER"}
            for t in left
        )
        and "?" not in part.line
    )


def _stopping(part: Said, beside: list[Said], here: Situation) -> Said | None:
    """Return what in the mail stops this command, if anything."""
    row = part.row
    if row is None or row.tier == 0:
        return None
    beside = [each for each in beside if not (_is_aside(each, row) if row.tier > 1 else _is_pity(each))]
    for other in beside:
        if (
            (_takes_back(other, row) or _thinks_again(other, part))
            and row.verb != "undo"
            and not (row.companion and _is_of_the_client(other))
            and not (row.tier == 1 and (_is_harmless(other, row) or _agrees(other, part)))
            and (row.tier > 1 or not _only_condition(other) or other.place // 100 == part.place // 100)
        ):
            return other
    if (special := _for_its_kind(row, part, beside)) is not None:
        return special
    if row.tier == 1:
        same = (each for each in (part, *beside) if each.place // 100 == part.place // 100 and not each.keyed)
        return next((x for x in same if _asks(x)), None) if row.either == "contact" else None
    own = part.keyed and row.tier == 3
    for other in beside:
        if own or not _is_companion(row, other, here):
            return other
    return part if row.tier == 3 and "?" in part.line else None


def _is_pity(other: Said) -> bool:
    """Return whether it only pities somebody: 'Oei, wat een verhaal' takes nothing back."""
    return other.clause is not None and not other.keyed and is_about_nothing(other.clause)


def _is_aside(other: Said, row: Row) -> bool:
    """Return whether free words are about nothing, or only praise the letter, or tell what ended the dossier."""
    if other.clause is None or other.keyed:
        return False
    if row.verb == "merge" and is_same_again(other.line):
        return True
    small = not other.is_done and row.verb in {"send", "close", "no_complaint"} and is_small_talk(row, other.clause)
    return small or is_about_nothing(other.clause)


def _asks(other: Said) -> bool:
    """Return whether it asks; what a colleague is asked is another thing: 'Gebeld. (Els, bel jij mij even?)'."""
    tokens = other.clause.tokens if other.clause else ()
    to_colleague = bool(tokens) and "MEMBER" in tokens[0].means
    return other.line.rstrip().endswith("?") and not to_colleague


def _is_companion(row: Row, other: Said, here: Situation) -> bool:
    """Return whether this may stand beside a command that cannot be taken back."""
    if other.clause is not None and other.clause.kind == "courtesy":
        return not other.clause.question
    if (
        row.verb in {"send", "close", "merge", "no_complaint"}
        and other.row is row
        and other.clause is not None
        and other.clause.fit is not None
    ):
        return not other.clause.fit.left and not other.clause.question  # 'Mooie brief!'
    if not (isinstance(other.made, Command) and other.row is not None and other.is_done) or "?" in other.line:
        return False
    if row.tier == 3 and _holds_doubt(other, here.names):
        return False
    if not (other.is_sure or other.keyed or other.row.companion):
        return False
    return other.row.companion or other.row.verb in _BESIDE.get(row.verb, ())


def _holds_doubt(other: Said, names: Names) -> bool:
    """Return whether a doubt stands anywhere in it: beside a letter that may be the letter's."""
    made = other.made
    if other.clause is not None:
        used = set(map(id, other.clause.fit.used)) if other.clause.fit else set()
        if any(token.is_doubt and id(token) not in used for token in other.clause.tokens):
            return True
    text = (made.text or "") if isinstance(made, Command) else ""
    return other.keyed and ("?" in text or any(token.is_doubt for token in tokens_of(text, names)))


def _takes_back(other: Said, row: Row) -> bool:
    """Return whether it says nothing but a doubt: 'oh nee', 'of toch Piet', 'nog even niet', 'als Jan het niet doet'."""
    clause = other.clause
    if clause is None or other.is_done or not clause.tokens:
        return False
    if "OR" in clause.tokens[0].means or clause.kind == "doubt" or _only_condition(other):
        return True
    if clause.row is BY_VERB["undo"] and any("RETRACT" in token.means for token in clause.tokens):
        return True
    known = all(token.means for token in clause.tokens)
    fit = clause.fit
    if row.tier == 1 and clause.row is not None and clause.row.either != row.either:
        return False  # what is doubtful there is another thing: 'is geregeld. Piet is behandelaar'
    return known and fit is not None and fit.certainty == "doubt" and bool(fit.doubts) and not clause.question


def _thinks_again(other: Said, part: Said) -> bool:
    """Return whether what stands below begins by taking it back, whatever else it says: 'wacht, nee, ik ben dan met verlof'."""
    clause = other.clause
    behind = (_line_at(other), other.place) > (_line_at(part), part.place)
    if clause is None or other.is_done or not behind or not clause.tokens or part.row is None:
        return False
    first = takewhile(lambda each: each is clause.tokens[0] or not each.comma, clause.tokens)
    lead = [each for each in first if not each.is_filler]
    takes_back = any("RETRACT" in each.means for each in lead) or (
        part.row.either == "handler" and any("NO" in each.means for each in lead)
    )
    return takes_back and all(each.is_doubt or each.means & {"NO", "YES"} for each in lead) and _goes_on(clause, lead)


def _line_at(said: Said) -> int:
    """Return at which line it stands; of what was cut into sentences the place counts those too."""
    return said.place // 100 or said.place


def _goes_on(clause: Clause, lead: list[Token]) -> bool:
    return any(each.comma for each in clause.tokens[1:]) or len(lead) == len(
        [x for x in clause.tokens if not x.is_filler]
    )


def _is_harmless(other: Said, row: Row) -> bool:
    """Return whether words that elsewhere are a doubt take nothing back that can be undone.

    The writer looks into it ('check ik zsm'); a colleague cannot, which is why ('Piet redt dit niet'); or it is said what went before
    ('na wat gemor vindt ze het goed').
    """
    tokens = other.clause.tokens if other.clause else ()
    doubts = [token for token in tokens if token.is_doubt]
    if doubts and all("LOOK" in token.means for token in doubts):
        return not any(token.means & {"MEMBER", "YOU", "TO-MEMBER"} for token in tokens)
    if row.verb == "give_back" and any(token.means & {"CANT", "CANT-WEAK"} for token in tokens):
        return True  # 'ik leg hem terug, te veel op mijn bordje'
    if row.verb == "no_answer" and doubts and all(token.means & DOUBT <= {"NOT-YET"} for token in doubts):
        return True  # 'niemand nam op, later nog eens'
    if row.verb == "no_answer" and other.clause is not None and other.clause.row is row:
        return all(token.means & DOUBT <= {"MUST"} for token in doubts)  # 'ze zouden het doorgeven'
    if tokens and tokens[0].text == "na" and "IF" in tokens[0].means:
        return any("CLIENT" in token.means for token in tokens)
    who = {"MEMBER", "I"} if row.verb == "assign" else {"MEMBER"}
    colleague = bool(tokens) and bool(tokens[0].means & who) and len(tokens) > _FEWEST_OF_A_REASON
    return row.either == "handler" and colleague and all(t.means & {"NOT", "NIET", "HEDGE"} for t in doubts)


_FEWEST_OF_A_REASON: Final = 2  # words: 'Piet niet' takes back what was said, 'Piet redt dit niet' is why


def _agrees(other: Said, part: Said) -> bool:
    """Return whether a 'nee' in front denies only what the command denies too: 'Nee, niet structureel'."""
    tokens = other.clause.tokens if other.clause else ()
    before = other.place <= part.place and len(tokens) == 1 and bool(tokens[0].means & {"NO"})
    return before and part.clause is not None and any(t.means & {"NIET", "INCIDENT"} for t in part.clause.tokens)


def _denies(other: Said) -> bool:
    return other.clause is not None and any(token.means & {"NOT", "RETRACT"} for token in other.clause.tokens)


def _answers(part: Said, beside: list[Said]) -> bool:
    """Return whether the mail itself answers a question with a doubt: 'Toegewezen aan Piet? Lijkt me niet handig'."""
    behind = (each for each in beside if each.place >= part.place and each.clause is not None and not each.is_done)
    return any(
        token.means & {"NOT", "NOT-YET", "IF", "RETRACT"}
        for each in behind
        if each.clause
        for token in each.clause.tokens
    )


def _is_of_the_client(other: Said) -> bool:
    """Return whether a doubt is the complainant's: 'Gesproken. Ze wil nog wel een brief'."""
    return other.clause is not None and bool(other.clause.tokens) and "CLIENT" in other.clause.tokens[0].means


def _for_its_kind(row: Row, part: Said, beside: list[Said]) -> Said | None:
    """Return what stops this kind of command only: it was somebody else who was reached, or an offer is taken back in part."""
    if row.verb in {"contact", "no_answer"}:
        return next((each for each in beside if is_another(each, part) or is_of_a_colleague(each, part)), None)
    if row.either == "handler":
        called = (each for each in beside if each.row is BY_VERB["contact"] and is_another(part, each))
        named = (each for each in beside if row.verb == "give_back" and asks_a_colleague(each))
        return next(called, None) or next(named, None) or next((each for each in beside if _reserves(each, part)), None)
    if row.verb == "accepted" and part.clause is not None and not any("CLIENT" in t.means for t in part.clause.tokens):
        marked = any(sign in part.line for sign in "+/±~")  # 'akkoord: +/-'
        return part if marked else next((x for x in beside if _is_same_line(x, part) and not x.is_done), None)
    return None


def _is_same_line(other: Said, part: Said) -> bool:
    """Return whether more stands on its line than thanks: 'Akkoord, dan hoor ik het' is the writer's own."""
    clause = other.clause
    harmless = clause is not None and (
        clause.kind == "courtesy" or any("CLIENT" in token.means for token in clause.tokens)
    )
    return other.place // 100 == part.place // 100 and not harmless


def _reserves(other: Said, part: Said) -> bool:
    """Return whether it takes part of an offer back: 'ik doe het best, maar heb pas volgende week tijd'."""
    clause = other.clause
    if clause is None or other.is_done or other.place != part.place or not clause.lead.startswith(("maar", "but")):
        return False
    return any(token.means & {"IF", "HEDGE", "OR", "RETRACT", "CANT", "CANT-WEAK"} for token in clause.tokens)


def _only_doubt(other: Said) -> bool:
    clause = other.clause
    return clause is not None and all(
        token.is_doubt or token.is_filler or "THIS" in token.means for token in clause.tokens
    )


def _only_condition(other: Said) -> bool:
    clause = other.clause
    return clause is not None and bool(clause.tokens) and "IF" in clause.tokens[0].means and clause.kind != "doubt"


def _words(other: Said) -> str:
    return (other.line or "").strip()[:120]


def _asked(part: Said, beside: list[Said], here: Situation) -> Line:
    clause, row = part.clause, part.row
    fit = clause.fit if clause else None
    if clause is None or fit is None or row is None or _is_said_surer(part, row, beside):
        return Remark(part.line, part.number)
    hint = "" if clause.question and _answers(part, beside) else proposal(clause, row, fit, here)
    is_story = sum(not token.means for token in fit.left) > _MOST_UNKNOWN
    if fit.certainty == "vague" and not hint and (row.tier < 2 or is_story):
        return Remark(part.line, part.number)
    if part.also:
        hint = part.also[0]
    also = ""
    if clause.second and not clause.question:
        other, its_fit = clause.second
        also = proposal(replace(clause, row=other, fit=its_fit), other, its_fit, here)
    return Unclear(
        part.line,
        why_of(clause),
        row.verb,
        hint,
        part.number,
        also=(also,) if also else (),
        words=stopped_by(clause, fit),
    )


_MOST_UNKNOWN: Final = 4  # words: more is a story


def _is_said_surer(part: Said, row: Row, beside: list[Said]) -> bool:
    """Return whether the mail says the same, or who else has it, in words that leave no doubt."""
    return any(
        each.is_done
        and each.row is not None
        and not (each.row.verb == "give_back" and asks_a_colleague(part))
        and (each.row is row or (each.row.either and each.row.either == row.either))
        for each in beside
    )


def _unread(part: Said, beside: list[Said], here: Situation) -> Line:
    """Return a note; whom an '@' names without a command is asked."""
    tokens = part.clause.tokens if part.clause else ()
    named = list(dict.fromkeys(str(t.value) for t in tokens if "AT-MEMBER" in t.means))
    if part.line.strip() == "@":
        return Unclear("@", "missing_value", "assign", "@", part.number)
    if named:
        known = [each for each in named if each in here.names.members.values()]
        return Unclear(
            part.line, "ambiguous", "assign", f"@{known[0]}" if len(known) == 1 and len(named) == 1 else "", part.number
        )
    if not any(each.is_done for each in beside) and (found := _guessed(part, here)):
        return Unclear(part.line, "ambiguous", found[0], found[1], part.number)
    return Remark(part.line, part.number)


_HANDLERS: Final = frozenset({"MEMBER", "TO-MEMBER", "BY-MEMBER", "BESIDE-MEMBER"})
_LONGEST_GUESS: Final = 20  # words: more is a story


def _guessed(part: Said, here: Situation) -> tuple[Verb, str] | None:
    """Return who may be meant to handle it by words that make no sentence we know: asked is better than a note in silence."""
    tokens = part.clause.tokens if part.clause else ()
    if not tokens or part.clause is None or part.clause.question or len(tokens) > _LONGEST_GUESS:
        return None
    means = {each for token in tokens for each in token.means}
    if any(token.is_doubt for token in tokens) or not means & HANDLES or means & _OF_SOMETHING_ELSE:
        return None
    named = {str(t.value) for t in tokens if t.means & _HANDLERS and t.value in here.names.members.values()}
    if len(named) == 1:
        return "assign", f"@{named.pop()}"
    return ("take", "ik pak het op") if not named and "I" in means and "THIS" in means else None


_OF_SOMETHING_ELSE: Final = frozenset(
    "CONTACT CALL NO-REACH HEARSAY WOULD FROM-MEMBER WITH-MEMBER ABOUT-MEMBER YOU SEND SEND-WEAK MEASURE DONE MEETING".split()
)


def _clashes(parts: list[Said]) -> set[int]:
    """Return (the ids of) what cannot all be meant: `@jan` and `@piet` for the same complaint."""
    meant: dict[tuple[str, str | None], set[tuple[object, ...]]] = {}
    for part in parts:
        if part.is_done and part.row is not None and part.row.either and isinstance(part.made, Command):
            meant.setdefault((part.row.either, part.number), set()).add(_meaning(part.made))
    return {
        id(part)
        for part in parts
        if part.is_done
        and part.row is not None
        and part.row.either
        and len(meant.get((part.row.either, part.number), ())) > 1
        and part.row.either != "contact"
    }


def _meaning(command: Command) -> tuple[object, ...]:
    return command.verb, command.alias, command.choice, command.target, command.name, command.address
