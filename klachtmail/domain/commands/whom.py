"""Who is spoken of: what members and the client may be called, and whom 'hij' and 'zijn naam' mean."""

# ruff: noqa: E501 (a pattern is read as a whole)

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

from klachtmail.domain.commands.clauses import Clause, read_clause
from klachtmail.domain.commands.client import naming
from klachtmail.domain.commands.situation import Situation
from klachtmail.domain.commands.table import BY_VERB
from klachtmail.domain.commands.token import Names, Token
from klachtmail.domain.commands.words import fold

_SIGNED = re.compile(
    r"(?:(?<=^)|(?<=\n))(?:thanks|thx|bedankt|dank|dankjewel|dank je wel|alvast bedankt|cheers)[,!. ]+(?P<thanked>[^\W\d]+)[ .!]*(?=\n|$)|(?<=[^\s,.!;-])[ \t,.!;-]+(?:(?:met )?(?:vriendelijke |hartelijke )?(?:groet|groeten|groetjes|mvg|gr|grt|grtz|liefs)[ \t,.]+(?P<name>[^\W\d]+)(?: [^\W\d]+){0,2})[ .!]*(?=\n|$)",
    re.IGNORECASE,
)


def unsigned(text: str, names: Names) -> str:
    """Return the text without a greeting and a member's name at the end of a line: 'ik pak het op groetjes jan'."""

    def without(match: re.Match[str]) -> str:
        return "" if fold(match["name"] or match["thanked"]) in names.members else match.group()

    return _SIGNED.sub(without, text) if len(text) < 20_000 else text


def names_of(aliases: Collection[str], full: Mapping[str, str], client: str) -> Names:
    """Return whom a text may name. A first name that two members have is nobody's."""
    firsts: dict[str, set[str]] = {}
    for name, alias in full.items():
        firsts.setdefault(fold(name.split()[0]), set()).add(alias)
    called = {first: next(iter(found)) for first, found in firsts.items() if len(found) == 1 and len(first) > 2}
    called |= {fold(name): alias for name, alias in full.items()}
    called |= {
        f"{title} {' '.join(fold(name).split()[1:])}": alias
        for name, alias in full.items()
        if " " in name
        for title in ("de heer", "heer", "dhr", "dhr.", "meneer", "mevrouw", "mw", "mw.", "mevr", "mevr.", "collega")
    }
    called |= {fold(alias): alias for alias in aliases}
    return Names(called, naming(client, aliases))


_HIS_NAME: Final = frozenset({"GIVE", "LEAVE", "LIES"})


def of_whom(clause: Clause, spoken_of: set[str], here: Situation) -> Clause:
    """Return the clause; one that hands it to whom it does not name is read with the only colleague of whom the mail spoke.

    'Ik heb Piet gesproken. Zet het maar op zijn naam', 'Piet weet er alles van, die pakt hem op'.
    """
    spoken_of |= {
        str(t.value) for t in clause.tokens if t.means & _COLLEAGUES and t.value in here.names.members.values()
    }
    if clause.is_clear or len(spoken_of) != 1 or clause.question or any(_takes_it_back(t) for t in clause.tokens):
        return clause
    (who,) = spoken_of
    comma = clause.text.rfind(",") + 1
    half = read_clause(clause.text[comma:].strip(), here) if comma else clause
    first = half.tokens[0] if half.tokens else None
    possessive = next((t for t in half.tokens if "THEIR-NAME" in t.means), None)
    if possessive is not None and any(t.means & _HIS_NAME for t in half.tokens):
        text = f"{half.text[: possessive.start]}aan {who}{half.text[possessive.end :]}"
    elif (
        any(t.means & {"TAKE", "PICK", "JOB"} for t in half.tokens[2:])
        and "LEAVE" in half.tokens[0].means
        and half.tokens[1].text in _HIM
    ):
        text = f"{half.text[: half.tokens[1].start]}{who}{half.text[half.tokens[1].end :]}"
    elif first is not None and first.text in _HE and any("TAKE-3" in t.means for t in half.tokens):
        text = f"{who}{half.text[first.end :]}"
    else:
        return clause
    again = read_clause(text, here)
    done = again.is_sure and again.row is BY_VERB["assign"]
    return replace(again, text=clause.text, lead=clause.lead) if done else clause


def _takes_it_back(token: Token) -> bool:
    return bool(token.means & {"NOT", "IF", "OR", "RETRACT", "NOT-YET"})


_HIM: Final = frozenset({"hem", "haar", "him", "her"})
_HE: Final = frozenset({"hij", "zij", "ze", "die"})
_COLLEAGUES: Final = frozenset({"MEMBER", "TO-MEMBER", "WITH-MEMBER", "BY-MEMBER", "FROM-MEMBER", "ABOUT-MEMBER"})
