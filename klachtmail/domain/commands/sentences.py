"""From a clause to the command that it is: whom, when, which, and what was said beside it."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from klachtmail.domain.commands.arguments import dated
from klachtmail.domain.commands.clause import Clause
from klachtmail.domain.commands.command import Command, Unclear
from klachtmail.domain.commands.dates import later
from klachtmail.domain.commands.frames import Fit
from klachtmail.domain.commands.lexicon import DOUBT, FILLER
from klachtmail.domain.commands.row import Row
from klachtmail.domain.commands.situation import Situation
from klachtmail.domain.commands.token import Token, date_of, time_of
from klachtmail.domain.commands.words import fold

_LEADS: Final = re.compile(
    r"[\s,;:–—-]*(?:(?:en|and|want|omdat|because|wegens|vanwege|ivm|i\.v\.m\.|aangezien|doordat)\b[\s,]*)?",
    re.IGNORECASE,
)


def command_of(clause: Clause, here: Situation) -> Command | Unclear:
    """Return the command of a clause that a frame fits, however sure it is."""
    row, fit = clause.row, clause.fit
    if row is None or fit is None:
        raise ValueError(clause.text)
    if row.verb == "absent":
        return _absence(clause, fit, row, here)
    if row.verb == "meeting":
        return _meeting(clause, row, here)
    text = _text(clause, fit)
    head = clause.tokens if fit.tail_at is None else clause.tokens[: fit.tail_at]
    if row.verb == "contact" and fit.tail_at is not None:
        head += _day_behind(head, clause.tokens[fit.tail_at :])
    made = dated(row, clause.text, text, head, here)
    if row.verb == "no_answer" and isinstance(made, Unclear):  # 'voicemail, morgen weer' is an attempt of today
        made = dated(row, clause.text, text, (), here)
    if isinstance(made, Unclear):
        return made
    if row.verb == "postpone" and made.on is None:
        made = replace(made, on=_later(head, here))
    if row.verb == "postpone" and not text:
        until = _until(head, here)
        return Unclear(clause.text, "missing_value", row.verb, f"{until}: " if until != row.hint else until)
    if row.verb == "no_complaint" and fit.frame.choice is None and not text:
        return Unclear(clause.text, "missing_value", row.verb, "geen klacht: ")
    return _filled(made, row, fit, clause)


# What may stand between whom was spoken with and the day of it: 'ik sprak mevrouw op de gang gisteren'.
_ON_THE_WAY: Final = FILLER | frozenset("CLIENT WITH-CLIENT WITH-OTHER IN PART AT-PLACE TIME THIS".split())
_OF_ANOTHER: Final = frozenset({"van", "over", "dat", "die", "en", "from", "of", "about", "that", "and"})


def _day_behind(head: tuple[Token, ...], rest: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the day of a conversation when it stands in what was read as the remark behind it, and not of something else."""
    if rest[0].comma or any("DATE" in token.means for token in head):
        return ()
    # A word that nobody knows is a place behind its preposition or article, and a verb elsewhere.
    place = _is_place(head)
    for before, token in zip((None, *rest), rest, strict=False):
        if "DATE" in token.means:
            return () if before is not None and before.text in _OF_ANOTHER else (token,)
        if (
            token.text in _OF_ANOTHER
            or token.is_doubt
            or not (token.means & _ON_THE_WAY or (place and not token.means))
        ):
            return ()
        place = _is_place((token,))
    return ()


def _is_place(tokens: tuple[Token, ...]) -> bool:
    return bool(tokens) and bool(tokens[-1].means & {"IN", "PART", "DET"})


def _filled(made: Command, row: Row, fit: Fit, clause: Clause) -> Command:
    members = [
        t for t in fit.used if t.means & {"MEMBER", "TO-MEMBER", "ABOUT-MEMBER", "BY-MEMBER", "WITH-MEMBER"}
    ] or [t for t in clause.tokens if row.verb == "measure" and "BY-MEMBER" in t.means]
    stranger = next((t for t in fit.used if t.means == {"TO-OTHER"}), None) if row.verb == "assign" else None
    choice = fit.frame.choice or made.choice
    text = made.text
    if row.verb == "no_complaint" and choice is None:
        choice = "anders"
    if row.verb == "merge":
        choice = "zeker" if any("SURE-WORD" in token.means for token in clause.tokens) else None
    index = (
        next((t.value for t in clause.tokens if "NUMBER" in t.means), None)
        if row.verb.startswith(("measure", "promise"))
        else None
    )
    return Command(
        row.verb,
        made.line,
        text=text,
        on=made.on,
        choice=choice,
        alias=str(members[0].value) if members else stranger.text.split()[-1] if stranger else None,
        target=_target(row, fit, clause),
        index=index if isinstance(index, int) else None,
        over=row.verb == "take" and _takes_over(clause, fit),
    )


def _takes_over(clause: Clause, fit: Fit) -> bool:
    """Return whether it is taken from whoever has it: 'ik neem hem over', 'ik doe het toch zelf', 'nu Karin weg is'."""
    reason = clause.tokens[fit.tail_at :] if fit.tail_at is not None else ()
    means = frozenset().union(*(t.means for t in reason))
    since = bool(reason) and ("BECAUSE" in reason[0].means or reason[0].text == "nu")
    if since and {"MEMBER", "ABSENT"} <= means and not means & (DOUBT | {"BACK"}):
        return True
    if "WITH-MEMBER" in means and "AGREED" in means and not means & DOUBT:
        return True  # '… is met Karin besproken'
    if any("AFTER-TALK" in t.means for t in clause.tokens) and not any("OR" in t.means for t in clause.tokens):
        return True  # 'in overleg met Karin doe ik deze verder'
    by_oneself = any("SELF" in t.means for t in clause.tokens) and any(t.text == "toch" for t in clause.tokens)
    return by_oneself or any(t.means & {"OVER", "FROM-MEMBER"} or t.text == "over" for t in clause.tokens)


def spoke_of_taking_over(before: Sequence[Clause]) -> bool:
    """Return whether the words before a 'take' did: 'Karin vroeg of ik hem overneem. Prima, ik neem hem', 'Karin is ziek, ik doe hem'."""
    said = [(each, frozenset().union(*(token.means for token in each.tokens))) for each in before]
    cannot = any("MEMBER" in means for _, means in said) and any(
        means & {"SPARE", "CANT", "CANT-WEAK"} for _, means in said
    )
    away = any(
        {"MEMBER", "ABSENT"} <= means and not means & (DOUBT | {"BACK"}) and not each.question for each, means in said
    )
    agreed = any(
        means & {"MEMBER", "WITH-MEMBER"}
        and means & {"AGREED", "AFTER-TALK", "CONTACT-ABOUT", "DISCUSS", "TALKED-OVER"}
        and not means & {"NOT", "IF", "OR", "NOT-YET", "MUST"}
        and not each.question
        for each, means in said
    )
    return cannot or away or agreed or any("OVER" in means for _, means in said)


def _target(row: Row, fit: Fit, clause: Clause) -> str | None:
    if row.verb == "merge":
        return next((str(t.value) for t in fit.used if t.means & {"REF", "NUMBER"}), None)
    if row.verb in {"complaint", "split_off"}:
        return next((t.text.upper() for t in clause.tokens if "ASIDE" in t.means), None)
    return None


def _text(clause: Clause, fit: Fit) -> str | None:
    """Return what the clause says beside its command."""
    if fit.frame.named:
        return clause.text.strip(" ,.;!-")
    if fit.frame.text == "line":
        return clause.text.strip()
    if fit.frame.text == "WANT":
        at = max((t.end for t in fit.used if "WANT" in t.means), default=0)
        is_behind = any(t.start >= at for t in fit.used if t.means & {"REMEDY", "AMOUNT"})  # 'geld terug wil mevrouw'
        said = clause.text[at if is_behind else 0 :].strip(" ,.;:!")
        return re.sub(r"^(?:graag|heel graag)\s+", "", said, flags=re.IGNORECASE) or None
    if fit.tail_at is None:
        return None
    rest = clause.text[clause.tokens[fit.tail_at].start :]
    lead = _LEADS.match(rest)
    return (rest[lead.end() :] if lead else rest).strip(" ,;:-") or None


def _until(tokens: tuple[Token, ...], here: Situation) -> str:
    token = next((t for t in tokens if "DATE" in t.means), None)
    if token:
        return f"uitstel {token.text}"
    on = _later(tokens, here)
    return f"uitstel {on:%d-%m-%Y}" if on else "uitstel "


def _later(tokens: tuple[Token, ...], here: Situation) -> dt.date | None:
    """Return the day that 'twee weken uitstel' comes to, counted from the day that was promised."""
    span = next((t.value for t in tokens if "SPAN" in t.means), None)
    if not isinstance(span, tuple) or here.due_on is None:
        return None
    count, unit = span
    return later(max(here.due_on, here.today), str(count), str(unit))


def _meeting(clause: Clause, row: Row, here: Situation) -> Command | Unclear:
    made = dated(row, clause.text, None, clause.tokens, here)
    if isinstance(made, Unclear):
        return made
    times = [t for t in clause.tokens if "TIME" in t.means]
    if made.on is None:
        return Unclear(clause.text, "missing_value", row.verb, row.hint)
    if times and time_of(times[0]) is None:
        return Unclear(clause.text, "bad_date", row.verb, row.hint)
    return Command("meeting", clause.text, on=made.on, at=time_of(times[0]) if times else None)


def _absence(clause: Clause, fit: Fit, row: Row, here: Situation) -> Command | Unclear:  # noqa: PLR0911 (one exit for each thing that is wrong)
    """Return the absence up to and including a day; 'tot maandag' is back on Monday, and it must have begun."""
    line = clause.text
    if fit.frame.choice == "terug":
        return Command("absent", line, text="terug")
    dates = [t for t in clause.tokens if date_of(t) is not None]
    if not dates:
        return Unclear(line, "missing_value", row.verb, row.hint)
    days = [each.resolve(here.today) for t in dates if (each := date_of(t)) is not None]
    until = days[-1]
    if not isinstance(until, dt.date):
        return Unclear(
            line,
            "past_date" if until == "past_date" else "bad_date" if until == "bad_date" else "ambiguous",
            row.verb,
            row.hint,
        )
    if len(days) > 1 and (not isinstance(days[0], dt.date) and days[0] != "past_date"):
        return Unclear(line, "bad_date", row.verb, row.hint)
    if len(days) > 1 and isinstance(days[0], dt.date) and days[0] > here.today:
        return Unclear(line, "ambiguous", row.verb, row.hint)
    before = fold(line[: dates[-1].start]).rstrip()
    through = before.endswith(("t/m", "tm", "tot en met", "tot en met de"))
    if before.endswith(("tot", "until", "till")):
        until -= dt.timedelta(days=1)
        through = True
    if until < here.today:
        return Unclear(line, "past_date", row.verb, row.hint)
    if not through and until != here.today:
        return Unclear(line, "ambiguous", row.verb, f"afwezig t/m {dates[-1].text}")
    member = next((str(t.value) for t in clause.tokens if t.means & {"MEMBER", "BY-MEMBER"}), None)
    return Command("absent", line, on=until, alias=member)
