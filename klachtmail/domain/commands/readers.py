"""What stands behind a key, read: a text, a choice, a measure, a person. A value that says no, or not yet, is none."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from klachtmail.domain.commands import values
from klachtmail.domain.commands.arguments import TO_ALL, dated, measure_parts
from klachtmail.domain.commands.command import Command, Unclear, Why
from klachtmail.domain.commands.dates import find_dates, later
from klachtmail.domain.commands.keyed import Opening
from klachtmail.domain.commands.lexicon import LANGUAGES, one_of
from klachtmail.domain.commands.no_value import EXAMPLES, REFUSES, SHORT, defers, says_nothing
from klachtmail.domain.commands.row import Value
from klachtmail.domain.commands.situation import Situation
from klachtmail.domain.commands.token import Token, date_of
from klachtmail.domain.commands.tokens import tokens_of
from klachtmail.domain.commands.words import fold
from klachtmail.domain.records.model import ALL

_FINDS_OUT = one_of(*(language.FINDS_OUT for language in LANGUAGES))
_WILL_BE = one_of(*(language.WILL_BE for language in LANGUAGES))
_HELD_ONLY: Final = frozenset({"discussed", "ruling"})
_DOUBTS: Final = frozenset({"HEDGE", "IF", "NOT-YET", "OR", "RETRACT", "MUST"})
_Reader = Callable[[Opening, str, Situation], Command | Unclear]


def finish(opened: Opening, value: str, here: Situation) -> Command | Unclear:
    """Return the command of a key and its whole value, or what is wrong with it."""
    if not value.strip(" .…"):
        return unclear(opened, "missing_value", opened.row.hint)
    return _READERS[opened.row.value](opened, value, here)


def unclear(opened: Opening, why: Why, hint: str = "", words: str = "") -> Unclear:
    """Return that this line does nothing, and what would."""
    return Unclear(opened.line, why, opened.row.verb, hint, words=words)


def _text(opened: Opening, value: str, here: Situation) -> Command | Unclear:
    # Whatever else it says is kept.
    if opened.row.verb in {"note", "elsewhere", "review"} and fold(value).strip(" .") not in EXAMPLES:
        return dated(opened.row, opened.line, value, opened.beside, here)
    if says_nothing(value):
        return unclear(opened, _why(value), words=value)
    if _says_only_when(value, here) or _FINDS_OUT.match(fold(value[:200])):
        return unclear(opened, "not_yet", opened.row.hint, words=value)
    if (opened.row.date == "past" or opened.row.verb in _HELD_ONLY) and _lies_ahead(value, here):
        return unclear(opened, "not_yet", words=value)
    if opened.row.tier > 1 and (doubts := _doubts(tokens_of(value[:400], here.names))):  # a reason states something
        return unclear(opened, "ambiguous", words=value[doubts[0].start : doubts[-1].end])
    return dated(opened.row, opened.line, value, opened.beside, here)


def _lies_ahead(value: str, here: Situation) -> bool:
    """Return whether a value says when it will be: 'uitkomst gemeld: doe ik morgen'."""
    tokens = tokens_of(value[:80], here.names)
    if _WILL_BE.match(fold(value)) and any(t.means & {"DATE", "VAGUE-DATE", "NOT-YET", "IF", "TIME"} for t in tokens):
        return True
    dates = [each for token in tokens[:5] if (each := date_of(token)) is not None]
    return any(each.resolve(here.today, past=True) == "future_date" for each in dates)


def _says_only_when(value: str, here: Situation) -> bool:
    """Return whether a value says only when: 'besproken: volgende week'."""
    tokens = tokens_of(value[:200], here.names)
    return any(t.means & {"DATE", "VAGUE-DATE"} for t in tokens) and all(t.is_filler or t.means & _WHEN for t in tokens)


_WHEN: Final = frozenset("DATE VAGUE-DATE TIME MEETING AGENDA-IN AGENDA-ON IN BY-DATE UNTIL PART THIS".split())


def _why(value: str) -> Why:
    said = fold(value)
    return "question" if "?" in value else "negation" if re.match(r"(?:nee|neen|no|geen)\b", said) else "not_yet"


def _letter(opened: Opening, value: str, here: Situation) -> Command | Unclear:
    tokens = tokens_of(value[:600], here.names)
    to_client = any("U" in token.means or token.text in {"you", "your"} for token in tokens)
    if not to_client and (defers(value) or _is_for_us(tokens, value)):
        return unclear(opened, _why(value), words=value)
    if says_nothing(value, letter=True) and not (
        "?" in value and not REFUSES.match(fold(value)) and len(value.split()) > 2
    ):
        return unclear(opened, _why(value), words=value)
    if "?" in value and any("MEMBER" in token.means for token in tokens):
        return unclear(opened, "question", words=value)
    said = {token.text.split()[-1] for token in opened.beside}
    address = next((str(token.value) for token in opened.beside if "ADDRESS" in token.means), None)
    return Command(opened.row.verb, opened.line, text=value, choice=ALL if said & TO_ALL else None, address=address)


def _is_for_us(tokens: tuple[Token, ...], value: str) -> bool:
    """Return whether words behind a letter's key are no letter: 'wat vinden jullie?', 'Els moet iets verzinnen'."""
    asks = "?" in value and len(tokens) < SHORT and any(token.means == {"YOU"} for token in tokens)
    tells = len(tokens) > 1 and "MEMBER" in tokens[0].means and bool(tokens[1].means & {"MUST", "MAY"})
    return asks or tells


def _group(opened: Opening, value: str, _here: Situation) -> Command | Unclear:
    """Return which complaints join this one: 'K2026-0021 K2026-0024', '21 t/m 31', perhaps with 'zeker' behind it."""
    said = fold(value).strip(" .")
    refs, certain, _ = said.partition(" zeker") if " zeker" in said else said.partition(" sure")
    if not re.search(r"\d", refs) or re.search(r"[a-z]{3,}", refs.replace("tot en met", "")) or "?" in value:
        return unclear(opened, "missing_value", "groep ")
    return Command(
        "group",
        opened.line,
        target=refs.replace("#", "").upper().replace("T/M", "t/m"),
        choice="zeker" if certain else None,
    )


def _hearing(opened: Opening, value: str, _here: Situation) -> Command | Unclear:
    """Return what a member is asked; a question is what it is, so that its sign stops nothing."""
    members = [token for token in opened.beside if token.means & {"MEMBER", "TO-MEMBER"}]
    if len(members) != 1 or fold(value).strip(" .") in EXAMPLES:
        return unclear(opened, "missing_value", "vraag @", words=value)
    return Command("hear", opened.line, text=value.strip(), alias=str(members[0].value))


_TERMS: Final = {
    **dict.fromkeys(("inzage", "inzageverzoek", "access"), "inzage"),
    **dict.fromkeys(("datalek", "breach"), "datalek"),
}
_STATUTORY: Final = {**_TERMS, **dict.fromkeys(("gereed", "gedaan", "done"), "gereed")}


_ONE_DONE: Final = re.compile(
    rf"(?P<kind>{'|'.join(_TERMS)}),? (?:is |was )?(?:gereed|gedaan|gegeven|gemeld|niet nodig|klaar|done)"
)


def _statutory(opened: Opening, value: str, _here: Situation) -> Command | Unclear:
    said = fold(value).strip(" .")
    done = _ONE_DONE.fullmatch(said)
    choice = f"{_TERMS[done['kind']]} gereed" if done is not None else _STATUTORY.get(said)
    return Command("statutory", opened.line, choice=choice) if choice else unclear(opened, "missing_value", "avg: ")


_OTHERS: Final = frozenset({"WITH-OTHER", "WITH-MEMBER", "TO-OTHER", "TO-MEMBER", "THIRD"})


def _contact(opened: Opening, value: str, here: Situation) -> Command | Unclear:
    tokens = tokens_of(value[:300], here.names)
    person = values.read_person(value)
    if any(token.means & {"NO-REACH", "WRONG-NUMBER", "TRIED"} for token in tokens):
        return _attempt(opened, value, here) or unclear(opened, "ambiguous", "geen gehoor", words=value)
    if any(token.means & _OTHERS for token in (*opened.beside, *tokens[:4])) or _is_of_a_colleague(tokens):
        return unclear(opened, "ambiguous", f"notitie: {value}", words=value)
    if (person.phone or person.address) and not any("CONTACT" in t.means for t in tokens):
        return unclear(opened, "ambiguous", f"notitie: {value}", words=value)
    if says_nothing(value) or _names_another(tokens):
        return unclear(opened, _why(value), words=value)
    if tokens and "DATE" in tokens[0].means and not any("DATE" in t.means for t in opened.beside):
        text = value[tokens[0].end :].strip(" ,.:;-") or None
        return dated(opened.row, opened.line, text, tokens[:1], here)
    return dated(opened.row, opened.line, value, opened.beside, here)


def _attempt(opened: Opening, value: str, here: Situation) -> Command | None:
    """Return the attempt that a value tells of: 'gebeld: geen gehoor'; who was spoken to is none."""
    from klachtmail.domain.commands.clauses import read_clause

    clause = read_clause(value[:200], here, called=True)
    tried = clause.row is not None and clause.row.verb == "no_answer" and clause.is_sure and not opened.beside
    tried = tried and any("NO-REACH" in token.means for token in clause.tokens)
    return Command("no_answer", opened.line) if tried else None


def _names_another(tokens: tuple[Token, ...]) -> bool:
    """Return whether a word or two say who was called, and it is nobody we know: 'gebeld: locatie'."""
    said = [token for token in tokens if not token.is_filler and not token.means & {"DET", "MY"}]
    return 0 < len(said) <= 2 and all(not token.means or "THIRD" in token.means for token in said)


def _is_of_a_colleague(tokens: tuple[Token, ...]) -> bool:
    """Return whether it says who will, or may have: 'loopt via Els, weet niet of het gelukt is'."""
    said = {each for token in tokens[:6] for each in token.means}
    return "CLIENT" not in said and bool(said & {"MEMBER"} or {"OR", "HEDGE"} <= said)


def _serious(opened: Opening, value: str, here: Situation) -> Command | Unclear:
    if says_nothing(value) and not re.match(r"(?:ja|jazeker|yes)\b", fold(value)):
        agrees = "niet ingrijpend" if re.match(r"(?:nee|neen|no|niet)\b", fold(value)) else ""
        return unclear(opened, _why(value), agrees, words=value)
    tokens = tokens_of(value[:300], here.names)
    if tokens and (tokens[-1].means & {"NOT"} or tokens[0].means & {"NOT"}):
        return unclear(opened, "negation", "niet ingrijpend", words=value)
    affirms = re.match(r"(?:ja|yes)\b", fold(value)) is not None
    if any(t.means & (_DOUBTS if affirms else _DOUBTS - {"MUST"}) for t in tokens):
        return unclear(opened, "ambiguous", "ingrijpend", words=value)
    return Command("serious", opened.line, text=None if fold(value).strip(" .!") in {"ja", "yes"} else value)


def _doubts(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    return tuple(token for token in tokens if token.means & _DOUBTS)


def _yes_no(opened: Opening, value: str, here: Situation) -> Command | Unclear:
    said = values.read_yes_no(value)
    sentence = re.split(r"[.!\n]", value, maxsplit=1)[0]
    if said is None:
        tokens = tokens_of(sentence, here.names)
        if "?" not in value and not _doubts(tokens):
            if any(t.means & {"INCIDENT"} for t in tokens) or fold(sentence).strip() in {
                "niet",
                "nope",
                "zeker niet",
                "absoluut niet",
                "echt niet",
            }:
                return Command("structural", opened.line, choice="nee", text=value)
            if fold(sentence).strip() in {"wel", "jazeker", "zeker", "absoluut", "helaas wel", "jep", "jawel"}:
                return Command("structural", opened.line, choice="ja")
        return unclear(opened, "missing_value", "structureel: ", words=value)
    choice, text = said
    rest = re.split(r"\b(?:want|omdat|doordat|aangezien|because)\b", fold(sentence)[len(choice) :])[0]
    tokens = tokens_of(rest, here.names)
    contrary = re.search(r"\b(?:nee|neen|no|niet)\b" if choice == "ja" else r"\b(?:ja|yes|toch wel|wel)\b", rest)
    if contrary or "?" in sentence or _doubts(tokens) or any("MEMBER" in token.means for token in tokens):
        return unclear(opened, "ambiguous", "" if contrary else f"structureel: {choice}", words=value)
    return Command("structural", opened.line, choice=choice, text=text)


def _verdict(opened: Opening, value: str, here: Situation) -> Command | Unclear:
    judged = values.read_judgement(value)
    sentence = re.split(r"[.!\n]", value, maxsplit=1)[0]
    if judged is None and (said := _as_sentence(opened, sentence, here)) is not None:
        return said
    tokens = tokens_of(sentence, here.names)
    if judged is None:
        return unclear(opened, "missing_value", "oordeel: ", words=value)
    kinds = {
        kind
        for token in tokens
        for kind in token.means & {"GROUNDED", "UNGROUNDED", "GROUNDED-WEAK", "UNGROUNDED-WEAK"}
    }
    several = judged[0] != "deels" and (
        {"GROUNDED", "UNGROUNDED"} <= kinds
        or sum(bool(t.means & {"GROUNDED", "UNGROUNDED", "PARTLY", "PARTLY-FULL"}) for t in tokens) > 1
    )
    if (
        several
        or "?" in value
        or any(t.means & (_DOUBTS - {"HEDGE"}) for t in tokens)
        or any("HEDGE" in t.means and "PARTLY" not in t.means for t in tokens)
        or any("MEMBER" in token.means for token in tokens)
    ):
        return unclear(opened, "ambiguous", "oordeel: " if several else f"oordeel: {judged[0]}", words=value)
    return Command("judgement", opened.line, choice=judged[0], text=judged[1])


def _as_sentence(opened: Opening, sentence: str, here: Situation) -> Command | None:
    """Return the judgement of a value that is a sentence: 'de klacht is ongegrond, hij was te laat', or None."""
    from klachtmail.domain.commands.clauses import read_clause
    from klachtmail.domain.commands.sentences import command_of

    clause = read_clause(sentence[:300], here)
    made = command_of(clause, here) if clause.is_done and clause.row is opened.row else None
    return replace(made, line=opened.line) if isinstance(made, Command) else None


def _kind(opened: Opening, value: str, here: Situation) -> Command | Unclear:
    if values.names_several(value):
        return unclear(opened, "ambiguous", "geen klacht: ", words=value)
    kind, reason = values.read_kind(value)
    said = reason or ""
    if kind == "anders" and says_nothing(value) and fold(value).strip(" .") not in {"anders", "other"}:
        return unclear(opened, _why(value), words=value)
    tokens = tokens_of(said[:300], here.names)
    spoiled = [
        t
        for t in tokens
        if t.means & (_DOUBTS | {"I", "YOU", "MEMBER", "COMPLAINT"})
        or (t.means & {"NOT"} and not fold(value).startswith(("vraag", "compliment", "question")))
    ]
    if spoiled or "?" in said:
        return unclear(opened, "ambiguous", words=value)
    return Command("no_complaint", opened.line, choice=kind, text=reason)


def _measure(opened: Opening, value: str, here: Situation) -> Command | Unclear:
    if says_nothing(value):
        return unclear(opened, _why(value), words=value)
    promise = measure_parts(value, here)
    if isinstance(promise.due, str):
        return unclear(
            opened, "past_date" if promise.due == "past_date" else "bad_date", f"maatregel: {promise.text} voor "
        )
    if not promise.text:
        return unclear(opened, "missing_value", "maatregel: ")
    return Command(
        opened.row.verb, opened.line, text=promise.text, alias=promise.owner, on=promise.due, internal=opened.internal
    )


_PLACE_HOLDER = re.compile(r"\b(?:naam <adres>|tel \.\.\.|tel …)")


_NO_LONGER: Final = re.compile(
    r"(?:nee|geen|niemand|none)(?: meer)?|(?:de )?klager zelf|zij zelf|hij zelf|zichzelf|vervalt|gestopt"
)


def _person(opened: Opening, value: str, here: Situation) -> Command | Unclear:
    if opened.row.verb == "representative" and _NO_LONGER.fullmatch(fold(value).strip(" .!")):
        return Command("representative", opened.line, choice="nee")
    person = values.read_person(value)
    known = person.address or person.phone
    tokens = tokens_of((person.name or value)[:200], here.names)
    name = person.name or ""
    no_name = (
        not name[:1].isupper()
        or any(t.means & (_DOUBTS | {"NOT", "SAME", "SEE", "CALL", "I", "WANT"}) for t in tokens)
        or "?" in value
    )
    if _PLACE_HOLDER.search(fold(value)) or (not known and (no_name or says_nothing(value))):
        return unclear(opened, "missing_value", opened.row.hint, words=value)
    if name and no_name and known and any(t.is_doubt for t in tokens):
        return unclear(opened, "ambiguous", words=value)
    return Command(
        opened.row.verb, opened.line, name=person.name, address=person.address, phone=person.phone, postal=person.postal
    )


def _member(opened: Opening, value: str, here: Situation) -> Command | Unclear:
    tokens = tokens_of(value, here.names)
    members = [token for token in tokens if token.means & {"MEMBER", "TO-MEMBER"}]
    if len(members) == 1 and all(token.is_filler or token in members for token in tokens) and "?" not in value:
        return Command(opened.row.verb, opened.line, alias=str(members[0].value))
    if opened.row.verb == "assign" and tokens and all(t.means & {"I", "ME", "FOR-ME", "SELF"} for t in tokens):
        return Command("take", opened.line)
    word = value.strip(" .@")
    if opened.row.verb == "assign" and re.fullmatch(r"[\w.-]{1,40}", word) and not tokens[0].means:
        return Command("assign", opened.line, alias=word)
    return unclear(
        opened,
        "ambiguous",
        f"@{members[0].value}" if len(members) == 1 and opened.row.verb == "assign" else "",
        words=value,
    )


_SPAN_FIRST: Final = re.compile(
    r"(?:met |van )?(?P<span>(?:\d{1,2}|een|twee|drie|vier) (?:dag|dagen|week|weken|maand|maanden))\b[\s,.:;-]*",
    re.IGNORECASE,
)


def _postpone(opened: Opening, value: str, here: Situation) -> Command | Unclear:
    """Return the postponement; without a date or span before the colon the value must begin with one."""
    if says_nothing(value):
        return unclear(opened, _why(value), words=value)
    if any("DATE" in token.means for token in opened.beside):
        return dated(opened.row, opened.line, value, opened.beside, here)
    spans = [token.value for token in opened.beside if "SPAN" in token.means]
    if len(spans) == 1 and isinstance(spans[0], tuple) and here.due_on is not None:
        count, unit = spans[0]
        on = later(max(here.due_on, here.today), str(count), str(unit))
        return Command("postpone", opened.line, text=value, on=on)
    if not spans and (span := _SPAN_FIRST.match(value)) and value[span.end() :].strip():
        return _postpone(replace(opened, beside=tokens_of(span["span"], here.names)), value[span.end() :], here)
    return _postpone_until(opened, value, here)


def _postpone_until(opened: Opening, value: str, here: Situation) -> Command | Unclear:
    first = next(find_dates(value[:80]), None)
    if first is None or fold(value[: first.start]).strip() not in {"", "tot", "naar", "t/m", "tot en met", "tot de"}:
        return unclear(opened, "missing_value", "uitstel ", words=value)
    reason = value[first.end :].strip(" ,.:;-\n")
    if not reason or says_nothing(reason):
        return unclear(opened, "missing_value", f"uitstel {value[first.start : first.end]}: ")
    return dated(opened.row, opened.line, reason, tokens_of(value[: first.end], here.names), here)


def _again(opened: Opening, value: str, here: Situation) -> Command | Unclear:
    """Read 'overleg: maandag 9:00' as the sentence that it is."""
    from klachtmail.domain.commands.clauses import read_clause
    from klachtmail.domain.commands.sentences import command_of

    word = {"merge": "samenvoegen", "meeting": "overleg"}[opened.row.verb]
    clause = read_clause(f"{word} {value}", here, alone=True)
    if (
        clause.is_sure
        and clause.row is not None
        and clause.row.verb in {opened.row.verb, "meeting_off", "meeting_held"}
    ):
        return replace(command_of(clause, here), line=opened.line)
    return unclear(
        opened, "ambiguous" if opened.row.verb == "meeting" else "missing_value", opened.row.hint, words=value
    )


def _bare(opened: Opening, value: str, here: Situation) -> Command | Unclear:
    """Read a value behind a command that wants none: 'niet akkoord: wil meer', 'beroep: 1 december'."""
    if says_nothing(value):
        return unclear(opened, _why(value), words=value)
    tokens = tokens_of(value[:200], here.names)
    if any(t.means & {"HEDGE", "NOT-YET", "OR", "RETRACT"} for t in tokens):
        return unclear(opened, "not_yet", words=value)
    if opened.row.states and any(t.means & {"NOT", "MUST", "IF"} for t in tokens):
        return unclear(opened, "negation", words=value)
    if opened.row.date != "none" and any("DATE" in token.means for token in tokens):
        return dated(opened.row, opened.line, None, tokens, here)
    return Command(opened.row.verb, opened.line, text=value)


_READERS: Final[dict[Value, _Reader]] = {
    "none": _bare,
    "text": _text,
    "letter": _letter,
    "contact": _contact,
    "serious": _serious,
    "yes_no": _yes_no,
    "verdict": _verdict,
    "kind": _kind,
    "measure": _measure,
    "person": _person,
    "member": _member,
    "postpone": _postpone,
    "meeting": _again,
    "merge": _again,
    "group": _group,
    "hearing": _hearing,
    "statutory": _statutory,
}
