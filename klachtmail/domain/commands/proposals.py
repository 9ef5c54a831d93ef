"""What to propose for words that were not carried out: the line that would do what was meant, with the writer's own words.

Never the opposite of the words, and never the words of an example.
"""

from typing import Final

from klachtmail.domain.commands.clause import Clause
from klachtmail.domain.commands.command import Command, Unclear, Why
from klachtmail.domain.commands.frames import Fit
from klachtmail.domain.commands.lexicon import DOUBT, LANGUAGES, one_of
from klachtmail.domain.commands.row import Row
from klachtmail.domain.commands.sentences import command_of
from klachtmail.domain.commands.situation import Situation
from klachtmail.domain.commands.words import fold

_MOST_LEFT: Final = 1  # words that nobody knows: with more it is a story, and a guess at it is none
_LONGEST: Final = 400
_WONDERS = one_of(*(language.WONDERS for language in LANGUAGES))


def why_of(clause: Clause) -> Why:
    """Return what a clause is stopped by."""
    fit = clause.fit
    doubts = {each for token in (fit.doubts if fit else clause.tokens) for each in token.means & DOUBT}
    if "IF" in doubts:
        return "condition"
    if clause.question:
        return "question"
    for concept, why in _BY_DOUBT:
        if concept in doubts:
            return why
    return "ambiguous"


_BY_DOUBT: Final[tuple[tuple[str, Why], ...]] = (
    ("OR", "ambiguous"),
    ("HEDGE", "ambiguous"),
    ("NOT", "negation"),
    ("NOT-YET", "not_yet"),
    ("RETRACT", "second_thoughts"),
    ("CHANGE", "ambiguous"),
    ("MUST", "ambiguous"),
)


def stopped_by(clause: Clause, fit: Fit) -> str:
    """Return the words that stopped it, as they were typed: the doubts, or else what nobody knows."""
    left = fit.doubts or fit.left
    if not left:
        return ""
    return clause.text[left[0].start : left[-1].end].strip()


def proposal(clause: Clause, row: Row, fit: Fit, here: Situation) -> str:
    """Return the line that does what the clause may have meant, or '' when this reading does not agree with its words."""
    against = {each for token in fit.doubts for each in token.means}
    if (
        against & {"NOT", "RETRACT", "NOT-YET"}
        or (against & {"CHANGE"} and row.tier > 1)
        or _nobody_said(clause, row, fit)
    ):
        return ""
    unknown = sum(not token.means for token in fit.left) if fit.tail_at is None else 0
    if (
        unknown > _MOST_LEFT
        or (unknown and _needs_all(clause, row))
        or (clause.question and _WONDERS.match(fold(clause.text)))
    ):
        return ""
    made = command_of(clause, here)
    return made.hint if isinstance(made, Unclear) else line_of(made, here)


def _needs_all(clause: Clause, row: Row) -> bool:
    """Return whether one unknown word may make another sentence of it: 'de locatie gebeld', 'ik pak mijn biezen'."""
    means = {each for token in clause.tokens for each in token.means}
    wanted = {"take": "THIS", "assign": "AT-MEMBER"}.get(row.verb)
    return bool(row.states) or (wanted is not None and wanted not in means)


def _nobody_said(clause: Clause, row: Row, fit: Fit) -> bool:
    """Return whether the command would put on record what these words do not say happened, or say of somebody else."""
    if not row.states:
        return False
    beside = {each for token in clause.tokens if token not in fit.used for each in token.means}
    if row.states == "client" and beside & {"I", "WE", "ME"}:
        return True
    return clause.question or bool(beside & _OF_OTHERS | beside & {"IF", "MUST", "CALL", "MAKE"})


_OF_OTHERS: Final = frozenset(
    "MEMBER WITH-MEMBER TO-MEMBER BY-MEMBER FROM-MEMBER OTHER WITH-OTHER TO-OTHER BY-OTHER FROM-OTHER THIRD YOU".split()
)


def line_of(command: Command, here: Situation) -> str:  # noqa: C901, PLR0911 (one form for each kind of command)
    """Return a line that is exactly this command, or '' when there is none."""
    text = " ".join((command.text or "").split()).rstrip("? ")
    day = _day(command, here)
    verb = command.verb
    if verb == "assign":
        return f"@{command.alias}" if command.alias in here.names.members.values() else ""
    if verb == "take" and command.over and here.writer:
        return f"@{here.writer}"
    if verb == "about":
        return f"betreft @{command.alias}" if command.alias else ""
    if verb in _WITH_CHOICE:
        return f"{_WITH_CHOICE[verb]}: {command.choice}"
    if verb in {"measure_done", "measure_worked"}:
        state = "gereed" if verb == "measure_done" else command.choice
        return f"maatregel {command.index or 1} {state}"
    if verb == "merge":
        return f"samenvoegen {command.target or ''}"
    if verb == "postpone":
        return f"uitstel {command.on:%d-%m-%Y}: {text}" if command.on else "uitstel "
    if verb == "no_complaint":
        return f"geen klacht: {', '.join(filter(None, (command.choice, text)))}"[:_LONGEST]
    if verb in _WITH_TEXT:
        key = _WITH_TEXT[verb]
        return f"{key}: {text}" if len(text) <= _LONGEST else f"{key}: "
    if verb in _FIXED:
        return f"{_FIXED[verb]}{day}"
    return ""


def _day(command: Command, here: Situation) -> str:
    return f" {command.on:%d-%m-%Y}" if command.on and command.on != here.today else ""


_WITH_CHOICE: Final = {"judgement": "oordeel", "structural": "structureel"}
_WITH_TEXT: Final = {
    "remedy": "wens",
    "cause": "oorzaak",
    "measure": "maatregel",
    "answer": "antwoord",
    "outcome": "uitkomst",
    "proposal": "voorstel",
    "discussed": "besproken",
    "withdrawn": "ingetrokken",
    "note": "notitie",
    "ruling": "uitspraak",
}
_FIXED: Final = {
    "take": "ik pak het op",
    "give_back": "geef terug",
    "serious": "ingrijpend",
    "not_serious": "niet ingrijpend",
    "acknowledge": "bevestig",
    "contact": "gebeld",
    "no_answer": "geen gehoor",
    "send": "verstuur",
    "told": "uitkomst gemeld",
    "accepted": "klant akkoord",
    "declined": "klant niet akkoord",
    "appeal": "beroep",
    "complaint": "klacht",
    "close": "sluit",
    "reopen": "heropen",
    "posted": "gepost",
    "meeting_off": "overleg vervalt",
    "meeting_held": "overleg gehouden",
    "undo": "ongedaan",
    "status": "status",
    "dossier": "dossier",
    "agenda": "agenda",
    "help": "help",
    "who": "wie heeft deze?",
    "oral": "mondeling",
}
