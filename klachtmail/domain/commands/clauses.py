"""A free line, cut into sentences and clauses, each read by itself: what it may mean, how sure that is, and what is left over."""

# ruff: noqa: E501 (a pattern or a set of concepts is read as a whole)

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Final

from klachtmail.domain.commands.authored_lines import greeting_length, is_closing_courtesy
from klachtmail.domain.commands.clause import Clause, Kind
from klachtmail.domain.commands.clear import clear
from klachtmail.domain.commands.frames import Fit, Frame, fit
from klachtmail.domain.commands.lexicon import DOUBT, LANGUAGES, one_of
from klachtmail.domain.commands.one_breath import (
    FEWEST,
    HANGS,
    MOST_PLACES,
    NEW_SENTENCE,
    is_beside,
    is_whole,
    lacks_its_noun,
    telegram,
)
from klachtmail.domain.commands.row import Row
from klachtmail.domain.commands.situation import Situation
from klachtmail.domain.commands.table import BY_VERB, TABLE
from klachtmail.domain.commands.token import Token
from klachtmail.domain.commands.tokens import tokens_of
from klachtmail.domain.commands.words import fold, on_one_line

_SENTENCE = re.compile(
    r"(?<=[!?…;])\s+|(?<=[^\s.]{3}\.)\s+(?!\d)|(?<=\w\.\.\.)\s*|(?<=\.\.)\s+|[()\[\]]+|(?<=[)\]])\s*|(?<=\w)\.\s(?=[A-Z])|(?<=[?!])(?=[A-Z])|(?<=[^\W\d_]{3}\.)(?=[A-Z](?:[a-z]|\s))|(?<=[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\s+(?=\w)|^[\s=~+>→-]*[=~-]>+\s*|^\s*[+→]\s+"
)
_AND_ALSO = re.compile(r"^(?:en|and) (?=\w+ \w)", re.IGNORECASE)
_ABBREVIATED = re.compile(
    r"(?:\b(?:mw|mevr|dhr|hr|mr|mrs|ms|dr|drs|ing|ir|prof|bijv|bv|evt|incl|excl|tel|nr|jl|aug|sept|okt|nov|dec|jan|feb|mrt|apr|ivm|svp|aub|nl|resp|vd|st)|\b\w|[a-z]\.[a-z])\.$",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(
    r"[,;] *(?:en |maar |want |dus |and |but )?|(?<=\s)[-–—+&/]+\s+|(?<=\s)(?P<and>en|and)\s+(?:dan |daarna |ook )?|(?<=\s)(?:maar|want|dus|but|daarna|because)\s+|:\s+",
    re.IGNORECASE,
)
_QUESTION: Final = one_of(*(language.QUESTION for language in LANGUAGES))
_STATES: Final = one_of(*(language.STATES for language in LANGUAGES))
_VERB_FIRST: Final = one_of(*(language.VERB_FIRST for language in LANGUAGES))
_MOST_CUTS: Final = 8
LONGEST: Final = 300
_LONGEST_PARAGRAPH: Final = 2_000

_FRAMES: Final[tuple[tuple[Row, Frame], ...]] = tuple((row, one) for row in TABLE for one in row.frames)


def _by_need() -> dict[str, tuple[int, ...]]:
    """Return where the frames stand that need a meaning, by their rarest need; '' those that need none."""
    how_many = Counter(meaning for _, one in _FRAMES for need in one.needs for meaning in need)
    found: dict[str, list[int]] = defaultdict(list)
    for place, (_, one) in enumerate(_FRAMES):
        rarest = min(one.needs, key=lambda need: sum(how_many[m] for m in need), default=frozenset({""}))
        for meaning in rarest:
            found[meaning].append(place)
    return {meaning: tuple(places) for meaning, places in found.items()}


_NEEDING: Final = _by_need()


def read_line(text: str, here: Situation, *, only: bool = False, after_contact: bool = False) -> list[Clause]:
    """Return the clauses of a line. `only`: it is the whole mail. `after_contact`: a call was told just before."""
    if len(text) > _LONGEST_PARAGRAPH:
        return [Clause(text.strip(), (), "unknown")]
    found: list[Clause] = []
    text = on_one_line(text)
    text = text[greeting_length(text) :]
    sentences = [each for each in _sentences(text) if any(char.isalnum() or char in "@?" for char in each)]
    alone = len(sentences) == 1 or _BRACKETED.fullmatch(text) is not None
    for number, sentence in enumerate(sentences):
        if is_closing_courtesy(sentence):  # 'Verstuur. Thanks for drafting this!'
            found.append(Clause(sentence, (), "courtesy", sentence=number))
            continue
        sentence = _AND_ALSO.sub("", sentence)  # noqa: PLW2901 (the word joins it to the sentence before)
        called = after_contact or any(each.row is not None and each.row.verb == "contact" for each in found[-1:])
        parts = _clauses(sentence, here, alone=alone and number == 0, only=only and len(sentences) == 1, called=called)
        found += [replace(each, sentence=number) for each in parts]
    return found


_BRACKETED = re.compile(r"[^()?]{1,60}\([^()?]{2,60}\)\W*")  # '@els (kent de klant)'


def _sentences(text: str) -> list[str]:
    parts: list[str] = []
    for part in _SENTENCE.split(text):
        if not part or not part.strip():
            continue
        if parts and _ABBREVIATED.search(parts[-1]) and len(parts[-1].split()) < 40 and not _ends(parts[-1]):
            parts[-1] = f"{parts[-1]} {part.strip()}"
        else:
            parts.append(part.strip())
    return parts


def _ends(text: str) -> bool:
    return fold(text).endswith(("a.u.b.", "s.v.p.", "z.s.m.", "svp.", "aub."))


def _clauses(text: str, here: Situation, *, alone: bool, only: bool, called: bool) -> list[Clause]:
    whole = read_clause(text, here, alone=alone, only=only, called=called)
    if len(text) > LONGEST:
        return [whole]
    if not whole.is_done and (bare := _without_aside(text, here, called=called)) is not None:
        return [bare]
    cut = _best_cut(text, here, whole, called=called) or (
        _run_on(text, here, whole, called=called) if not whole.is_done else None
    )
    if whole.is_sure and not (cut and _says_two(*cut, whole)):
        return [whole]
    if (
        only
        and cut is None
        and not whole.is_done
        and (sent := telegram(text, partial(read_clause, here=here, called=called)))
    ):
        return sent
    if cut is None:
        return [whole]
    left, right = cut
    parts: list[Clause] = []
    for half in (left, right):
        found = [half] if half.is_sure else _clauses(half.text, here, alone=False, only=False, called=called)
        parts += [replace(found[0], lead=half.lead), *found[1:]]
    return parts


_ASIDES = re.compile(
    r",\s*(?:mede |zeker )?(?:gelet op|gezien|gelet hierop|in verband met|vanwege|wegens|zoals|in de persoon van)\b[^,]{3,80},\s*|^(?:mede |zeker )?(?:gelet op|gezien|in verband met|vanwege|wegens|nu|aangezien|omdat|daar)\b[^,]{3,100},\s*",
    re.IGNORECASE,
)


def _without_aside(text: str, here: Situation, *, called: bool) -> Clause | None:
    """Return the command of a sentence with its reason between commas or in front: 'Deze dient, gelet op …, aan Piet te worden …'."""
    match = _ASIDES.search(text)
    if match is None or any(token.is_doubt for token in tokens_of(match.group(), here.names)):
        return None
    rest = f"{text[: match.start()].strip()} {text[match.end() :].strip()}".strip()
    bare = read_clause(rest, here, called=called)
    return replace(bare, text=text) if bare.is_done and bare.row is not None and bare.row.tier == 1 else None


def _best_cut(text: str, here: Situation, whole: Clause, *, called: bool) -> tuple[Clause, Clause] | None:
    """Return the two halves of the best place to cut, or None: a half must be sure by itself, both of them at 'en'."""
    found: list[tuple[tuple[int, int], Clause, Clause]] = []
    for count, match in enumerate(islice(_BOUNDARY.finditer(text), _MOST_CUTS)):
        head, rest = text[: match.start()].strip(), text[match.end() :].strip()
        if not head or not rest or _is_particle(match, whole):
            continue
        left = read_clause(head, here, called=called)
        after = called or (left.row is not None and left.row.verb == "contact")
        right = read_clause(rest, here, called=after)
        if match["and"] is not None and not right.is_done and left.tokens and left.tokens[0].means == {"I"}:
            right = _with_subject(right, here)  # 'ik kijk ernaar en handel het af'
        both = left.is_done and right.is_done
        if match.group().strip() == ":":
            if not _goes_on_behind(left, right):
                continue
            both = True
        both = both or (match["and"] is not None and _is_beside(left, right))
        if (
            left.fit is not None
            and not right.is_done
            and any(token.means & left.fit.frame.spoils for token in right.tokens)
        ):
            continue
        if whole.is_done and not (both and _says_more(left, right, whole)):
            continue
        if (
            both
            or (match["and"] is None and (left.is_sure or right.is_sure))
            or (match["and"] is None and (left.is_done or right.is_done) and not whole.is_done)
        ):
            found.append(
                (
                    (int(both) * 2 + int(left.is_sure) + int(right.is_sure), -count),
                    left,
                    replace(right, lead=_joint(match.group())),
                )
            )
    return max(found, key=lambda each: each[0])[1:] if found else None


def _run_on(text: str, here: Situation, whole: Clause, *, called: bool) -> tuple[Clause, Clause] | None:
    """Return the two halves of a sentence that was typed or dictated without a sign: one is a command, the other takes nothing back."""
    if len(text.split()) < FEWEST or whole.question:
        return None
    for match in islice(NEW_SENTENCE.finditer(text), MOST_PLACES):
        head = text[: match.start()].strip(" ,;")
        if HANGS.search(fold(head[-20:])):
            continue
        left, right = (
            read_clause(head, here, called=called),
            read_clause(text[match.end() :].strip(), here, called=called),
        )
        handled = is_whole(right) and right.row is not None and right.row.either == "handler"
        if (
            (is_whole(left) and is_beside(right) and not lacks_its_noun(left))
            or (handled and is_beside(left))
            or (left.is_sure and right.is_sure and left.row is not right.row)
        ):
            return left, right
    return None


def _with_subject(right: Clause, here: Situation) -> Clause:
    """Return the second half of 'ik … en …' as it is with the 'ik' that it shares, when that makes a command of it."""
    whole = read_clause(f"ik {right.text}", here)
    shared = whole.is_sure and whole.row is not None and whole.row.verb == "take" and not whole.question
    return replace(whole, text=right.text) if shared else right


def _goes_on_behind(left: Clause, right: Clause) -> bool:
    """Return whether a command may stand behind a colon: 'klant belde net: gaat akkoord', 'zoals gezegd: deze is voor mij'.

    Not behind the words of somebody else: 'Piet zegt: ik pak het op'.
    """
    if left.is_done and right.is_done:
        return _is_answer(right)
    means = {each for token in left.tokens for each in token.means}
    own = (
        not left.is_done
        and (left.row is None or left.row.verb == "contact")
        and not left.question
        and not means & _OF_SOMEBODY
    )
    return own and right.is_sure and len(right.tokens) > 1 and right.row is not None and right.row.either == "handler"


_OF_SOMEBODY: Final = frozenset(
    "MEMBER TO-MEMBER WITH-MEMBER FROM-MEMBER CLIENT TO-CLIENT FROM-CLIENT OTHER YOU U HEARSAY SAYS TELL IF HEDGE OR RETRACT NOT-YET NOT".split()
)


def _is_beside(left: Clause, right: Clause) -> bool:
    """Return whether the first half of 'x en y' leaves the second as it is, though it is no command itself."""
    courteous = left.is_sure and right.kind == "courtesy"
    return (
        courteous
        or _goes_before(left, right)
        or _plans_first(left, right)
        or _says_the_same(left, right)
        or _stands_alone(left, right)
    )


def _stands_alone(left: Clause, right: Clause) -> bool:
    """Return whether the second half is a sentence of its own: 'ik ken de klant goed en ik neem hem'."""
    means = {each for token in left.tokens for each in token.means}
    own = any("I" in token.means for token in right.tokens[:2]) and right.row is not None and right.row.tier == 1
    return own and right.is_done and left.row is None and not left.question and not means & (_OF_SOMEBODY_ELSE | DOUBT)


def _plans_first(left: Clause, right: Clause) -> bool:
    """Return whether it says what the writer will do and then who handles it: 'ik bel haar vanmiddag en pak dit op'."""
    means = {each for token in left.tokens for each in token.means}
    plans = "I" in means and bool(means & {"CALL", "CONTACT", "LOOK", "READ"}) and not means & _OF_SOMEBODY_ELSE
    handles = right.row is not None and right.row.verb == "take" and right.is_sure
    return plans and handles and not left.is_done and not left.question


_OF_SOMEBODY_ELSE: Final = frozenset(
    "MEMBER TO-MEMBER WITH-MEMBER OTHER TO-OTHER WITH-OTHER YOU U NOT IF HEDGE OR RETRACT MUST".split()
)


def _says_the_same(left: Clause, right: Clause) -> bool:
    """Return whether both halves say one thing: 'ik verleen mijn goedkeuring en verzoek u hem te verzenden'."""
    same = left.row is not None and left.row is right.row
    return same and right.is_sure and left.fit is not None and not left.fit.left and not left.question


def _is_answer(right: Clause) -> bool:
    """Return whether it is what a client said of the outcome: 'klant belde net: gaat akkoord'."""
    return right.row is not None and right.row.verb in {"accepted", "declined", "appeal"}


def _goes_before(left: Clause, right: Clause) -> bool:
    """Return whether the first half says only why the client said the second: 'hij vindt het te weinig en gaat niet akkoord'."""
    means = {each for token in left.tokens for each in token.means}
    reason = left.row is None or left.row is right.row
    return reason and _is_answer(right) and right.is_sure and "CLIENT" in means and not means & _OTHERWISE


_OTHERWISE: Final = frozenset({"NOT", "NOT-YET", "IF", "HEDGE", "OR", "RETRACT", "MUST", "MEMBER", "I"})


def _is_particle(match: re.Match[str], whole: Clause) -> bool:
    """Return whether a 'maar' is no 'but': 'stuur maar naar mij'."""
    word = match.group().strip(" ,;").lower()
    place = match.start() + match.group().lower().find("maar")
    return word == "maar" and any(t.start == place and t.means == {"ADVERB"} for t in whole.tokens)


def _joint(typed: str) -> str:
    word = typed.strip(" ,;")
    return f"{word} " if any(char.isalpha() for char in word) else ""


def _says_two(left: Clause, right: Clause, whole: Clause) -> bool:
    """Return whether a sentence that one command explains is two all the same: 'ik neem hem, zet hem ook op de agenda'."""
    told = left.row is BY_VERB["contact"] and _is_answer(right)  # 'klant belde: akkoord'
    apart = told or _reached_after_all(left, right) or any("I" in token.means for token in left.tokens)
    return apart and left.is_sure and right.is_sure and whole.row in {left.row, right.row}


def _reached_after_all(left: Clause, right: Clause) -> bool:
    """Return whether a call in vain and a conversation stand in it, and no other call: 'gisteren geen gehoor, vandaag gesproken'."""
    spoke = any("CONTACT" in t.means and not _CALLED.search(t.text) for t in right.tokens)
    return left.row is BY_VERB["no_answer"] and right.row is BY_VERB["contact"] and spoke


_CALLED = re.compile(r"bel|call|phone")


def _says_more(left: Clause, right: Clause, whole: Clause) -> bool:
    verbs = {each.row.verb for each in (left, right) if each.row}
    return len(verbs) > 1 and right.row is not None and whole.row is not None


def read_clause(text: str, here: Situation, *, alone: bool = False, only: bool = False, called: bool = False) -> Clause:
    """Return what one clause may mean, read as a whole."""
    tokens = tokens_of(text, here.names)
    asked = is_question(text, tokens)
    fits = sorted(
        _fits(tokens, here, asked=asked, alone=alone, only=only, called=called), key=lambda each: each[1].rank
    )
    if fits:
        row, best = fits[0]
        if best.certainty == "tail" and row.tail == "note" and _stops(best, tokens) and not best.gives_reason:
            best = replace(best, certainty="doubt")
        second = next(
            (each for each in fits[1:] if each[0] is not row and each[1].certainty in {"sure", "tail", "hint"}), None
        )
        return Clause(text, tokens, "read", row, best, asked, second)
    return Clause(text, tokens, _kind(tokens), question=asked)


def _stops(best: Fit, tokens: tuple[Token, ...]) -> bool:
    """Return whether a doubt in the remark behind a command may be about it: 'bel haar straks' is only a plan."""
    tail = tokens[best.tail_at or 0 :]
    if tail[0].text in _HIMSELF and not tail[-1].is_doubt and all(t.means & DOUBT <= {"NOT"} for t in best.doubts):
        return False  # 'laat Piet dit doen die heeft toch niks om handen'
    plans = any(token.means & {"CALL", "CONTACT", "LOOK"} for token in tail)
    return any(not ("LOOK" in t.means or t.text in _WITH or (plans and t.text in _SOON)) for t in best.doubts)


_HIMSELF: Final = frozenset({"die", "hij", "ze", "zij", "ik"})
_WITH: Final = frozenset({"met", "with"})
_SOON: Final = frozenset({"nog", "straks", "later", "binnenkort", "soon", "still"})


def _fits(
    tokens: tuple[Token, ...], here: Situation, *, asked: bool, alone: bool, only: bool, called: bool
) -> Iterator[tuple[Row, Fit]]:
    if not tokens:
        return
    holds = {
        "shown": here.shown,
        "not shown": not here.shown,
        "whole": only,
        "called": called,
        "closed": here.open is not True,
    }
    there: frozenset[str] = frozenset().union(*(token.means for token in tokens))
    for place in sorted({place for meaning in ("", *there) for place in _NEEDING.get(meaning, ())}):
        row, one = _FRAMES[place]
        if any(need.isdisjoint(there) for need in one.needs):
            continue
        if (
            (one.alone and not alone and one.state != "called")
            or (one.state and not holds[one.state])
            or not here.allows(row.state)
        ):
            continue
        if one.state == "whole" and any(
            " " in token.text or token.value == here.writer for token in tokens if "MEMBER" in token.means
        ):
            continue  # a full name, or one's own, may be a signature
        found = fit(one, tokens, strict=row.tier > 1, question=asked and not row.asked)
        if found is not None and (one.text != "dat" or _tells_that(found, tokens)):
            yield row, clear(row, _by_count(found, tokens), tokens)


def _tells_that(found: Fit, tokens: tuple[Token, ...]) -> bool:
    """Return whether it says behind 'dat' what is to be told: in 'noteer dat mevrouw belt' she is no addressee."""
    said_at = next((token.start for token in tokens if token.text in {"dat", "that"}), 0)
    return all(token.end < said_at for token in found.used)


def _by_count(found: Fit, tokens: tuple[Token, ...]) -> Fit:
    """Let two members in one command be a doubt: 'voor Piet en Sanne'."""
    members = {token.value for token in tokens if token.means & {"MEMBER", "TO-MEMBER"}}
    if len(members) > 1 and any(token.means & {"MEMBER", "TO-MEMBER"} for token in found.used):
        return replace(found, certainty="vague")
    return found


def is_question(text: str, tokens: tuple[Token, ...]) -> bool:
    """Return whether a clause asks something: by its mark, a question word, or the verb before its subject."""
    if "?" in text:
        return True
    said, shift = fold(text).lstrip(" \t-*•\"'"), 0
    if _STATES.match(said):
        return False
    marked = said
    for token in tokens:
        mark = (
            "xmx"
            if "MEMBER" in token.means and "AT-MEMBER" not in token.means
            else "xkx"
            if token.text not in {"hem", "haar"} and token.means == {"CLIENT"}
            else None
        )
        if mark and shift == 0 and token.text in marked:
            marked, shift = marked.replace(token.text, mark, 1), 1
    return bool(_QUESTION.match(said) or _VERB_FIRST.match(marked) or _VERB_FIRST.match(said))


def _kind(tokens: tuple[Token, ...]) -> Kind:
    if all(token.is_filler for token in tokens):
        return "courtesy"
    only = all(token.is_doubt or token.is_filler or token.means & _GLUE for token in tokens)
    return "doubt" if only and any(token.is_doubt for token in tokens) else "unknown"


# What says nothing by itself: beside it a doubt is all that a clause says ('nog even niet', 'of toch Piet', 'wel eerst Karin').
_GLUE: Final = frozenset(
    "I ME WE YOU THIS BOTH BE HAVE MAY TO MY PART MEMBER AT-MEMBER TO-MEMBER FOR-ME FOR-YOU YES NO BUT DATE VAGUE-DATE TIME SPAN SELF IN LETTER CLIENT TO-CLIENT".split()
)
