"""Who is spoken of: what members and the client may be called, and whom 'hij' and 'zijn naam' mean."""

# ruff: noqa: E501 (a pattern is read as a whole)

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

from klachtmail.domain.commands.clause import Clause
from klachtmail.domain.commands.clauses import read_clause
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
    if clause.row is BY_VERB["take"] and _is_of_another(clause):
        clause = replace(clause, fit=None, row=None, kind="unknown")
    if clause.is_clear or len(spoken_of) != 1 or clause.question or any(_takes_it_back(t) for t in clause.tokens):
        return clause
    (who,) = spoken_of
    halves = [clause] if "," not in clause.text else [read_clause(each.strip(), here) for each in _halves(clause.text)]
    made = (_handed(half, who, here) for half in halves)
    again = next((each for each in made if each is not None), None)
    return replace(again, text=clause.text, lead=clause.lead) if again is not None else clause


def _halves(text: str) -> tuple[str, str]:
    """Return what stands behind the last comma of a clause, and before its first."""
    return text[text.rfind(",") + 1 :], text[: text.find(",")]


def _handed(half: Clause, who: str, here: Situation) -> Clause | None:
    """Return the clause with the name in it, when that makes it one that hands the complaint to whom it does not name."""
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
    elif first is not None and first.text in _HE and any(t.means & {"TAKE-3", "BUSY"} for t in half.tokens):
        text = f"{who}{half.text[first.end :]}"
    else:
        return None
    again = read_clause(text, here)
    return again if again.is_sure and again.row is BY_VERB["assign"] else None


def _is_of_another(clause: Clause) -> bool:
    """Return whether somebody else is its subject: 'die gaat ermee aan de slag'."""
    tokens = clause.tokens
    speaks = any(t.means & {"I", "ME", "FOR-ME", "WRITER"} for t in tokens)
    return not speaks and len(tokens) > 1 and tokens[0].text in _HE and tokens[1].text in _FINITE


_FINITE: Final = frozenset("gaat zal wil kan mag is zit pakt neemt doet regelt komt moet springt".split())


def _takes_it_back(token: Token) -> bool:
    return bool(token.means & {"NOT", "IF", "OR", "RETRACT", "NOT-YET"})


_HIM: Final = frozenset({"hem", "haar", "him", "her"})
_HE: Final = frozenset({"hij", "zij", "ze", "die"})
_COLLEAGUES: Final = frozenset({"MEMBER", "TO-MEMBER", "WITH-MEMBER", "BY-MEMBER", "FROM-MEMBER", "ABOUT-MEMBER"})


_AT = re.compile(r"(?<!\S)@ (?=\w)")  # a telephone puts a space behind the sign
_NAMED_HIMSELF = re.compile(r"\b(ik|I) \([A-Z][\w-]{1,20}\)(?= )", re.IGNORECASE)
_INTRODUCES = re.compile(
    r"\s*(?:(?:ja|hoi|hallo|dag|hey|hee|goedemorgen|goedemiddag|yo)[, ]+){0,3}met (?P<who>[^\W\d]+)(?: hier)?[,.!: ]+",
    re.IGNORECASE,
)
_HESITATES = re.compile(r"(?<!\w)(?:eh+m?|uh+m?|euh|ehm)[,.… ]+", re.IGNORECASE)
_DICTATED: Final = 8  # words
_LONGEST_SPOKEN: Final = 2_000  # characters


def _introduced(text: str, here: Situation) -> str:
    """Return the text without the name of its writer in front: 'ja hoi met Els, laat deze maar aan mij over'."""
    match = _INTRODUCES.match(text[:80])
    own = match is not None and here.names.members.get(fold(match["who"])) == here.writer
    return text[match.end() :] if match is not None and own and here.writer else text


def _spoken(text: str) -> str:
    """Return a dictated text without the sounds between its words; of a few words alone they may be a doubt."""
    return _HESITATES.sub("", text) if len(text.split()) >= _DICTATED and len(text) < _LONGEST_SPOKEN else text


def as_meant(text: str, here: Situation) -> str:
    """Return a mail without what only says who writes it, and without the sounds between its words."""
    text = _AT.sub("@", unsigned(_NAMED_HIMSELF.sub(r"\1", text), here.names))
    return _spoken(_introduced(text, here))
