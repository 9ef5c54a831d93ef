"""What a YAML parser says, as a sentence that an administrator can act on.

The parser's own text is never passed on: it quotes what it stumbles over, and that can be a password.
"""

import re
from itertools import takewhile

import yaml

from klachtmail.config.problem import Problem

_QUOTE = "This value cannot begin like this: a text that begins with one of @ ` % & * ! | > [ { must stand between single quotes."
_COLON = "A key needs a colon and a space after it: 'key: value'."
_INDENTED = "This line is indented differently from its section; put the keys of a section straight below each other."

# The beginning of PyYAML's problem -> what to write instead. From top to bottom, the first that fits.
_SENTENCES = (
    ("found character '\\t'", "A tab stands here; write spaces instead."),
    ("found character", _QUOTE),
    ("found undefined alias", _QUOTE),
    ("found undefined tag handle", _QUOTE),
    ("expected alphabetic or numeric character", _QUOTE),
    ("expected chomping or indentation indicators", _QUOTE),
    ("expected a comment or a line break", _QUOTE),
    ("expected the node content", _QUOTE),
    ("found unknown escape", "Between double quotes a backslash is special; use single quotes."),
    ("expected <block end>", _INDENTED),
    ("but found another document", "The file holds more than one document; leave out the line '---'."),
)
# The same, where the cause is on the line on which something begins, and the parser stumbles later.
_BEGUN = (
    ("found unexpected end of stream", "A quote is opened here and never closed."),
    ("could not find expected ':'", _COLON),
    (
        "expected ',' or",
        "A bracket is opened and not closed as in [a, b] or {key: a, other: b}; inside, quote '${NAME}'.",
    ),
)
_OTHERWISE = "This line is not YAML; compare it with config.example.yaml and put texts between single quotes."
_INVISIBLE = re.compile("[\u00a0\u00ad\u2000-\u200f\u202f\u2060\ufeff]")
_DASH = re.compile(r"\s*-[^\s-]")
_KEY = re.compile(r":(?:\s|$)")


def syntax_problem(error: yaml.YAMLError, text: str) -> Problem:
    """Return where and why this text is no YAML."""
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + 1
        return Problem(line, "", "A control character stands here; remove it.")
    problem: str = getattr(error, "problem", None) or ""
    mark: yaml.Mark | None = getattr(error, "problem_mark", None)
    if mark is None:
        return Problem(None, "", _said(_SENTENCES, problem) or _OTHERWISE)
    lines = text.splitlines()
    return (
        _invisible(lines, mark)
        or _begun(problem, getattr(error, "context_mark", None) or mark)
        or _closed_too_early(problem, mark, text)
        or (_colon(lines, mark) if problem.startswith("mapping values are not allowed") else None)
        or Problem(mark.line + 1, "", _said(_SENTENCES, problem) or _OTHERWISE)
    )


def _said(table: tuple[tuple[str, str], ...], problem: str) -> str | None:
    return next((sentence for start, sentence in table if problem.startswith(start)), None)


def _invisible(lines: list[str], mark: yaml.Mark) -> Problem | None:
    """A space that is none, from a web page or a word processor: nobody would see why the line is wrong."""
    for number in range(mark.line, max(mark.line - 2, -1), -1):
        if number < len(lines) and _INVISIBLE.search(lines[number].partition("#")[0]):
            sentence = "A space here is none for YAML (it was copied from a page or document); type the line again."
            return Problem(number + 1, "", sentence)
    return None


def _begun(problem: str, context: yaml.Mark) -> Problem | None:
    sentence = _said(_BEGUN, problem)
    return Problem(context.line + 1, "", sentence) if sentence else None


def _closed_too_early(problem: str, mark: yaml.Mark, text: str) -> Problem | None:
    """Text behind a closing quote: the cause is where that quote was opened, which may be many lines above."""
    if "<block end>, but found '<scalar>'" not in problem:
        return None
    read = takewhile(lambda token: token.start_mark.index < mark.index, yaml.scan(text, Loader=yaml.BaseLoader))
    quoted = [token for token in read if isinstance(token, yaml.ScalarToken) and not token.plain]
    if not quoted:
        return None
    sentence = (
        f"A quote that is opened here is closed on line {quoted[-1].end_mark.line + 1} and more follows;"
        " inside single quotes write '' for a ', and put a text that begins with ' between double quotes."
    )
    return Problem(quoted[-1].start_mark.line + 1, "", sentence)


def _colon(lines: list[str], mark: yaml.Mark) -> Problem:
    """A colon where no key can be: the line above is no key, this line is too deep, or the text has a colon."""
    above = next((number for number in range(mark.line - 1, -1, -1) if lines[number].strip()), None)
    line = lines[mark.line]
    if ": " not in line[: mark.column] and above is not None:
        before = lines[above].partition(" #")[0]
        if _DASH.match(before):
            return Problem(above + 1, "", "The dash of a list needs a space after it: '- name: …'.")
        if not _KEY.search(before) and not before.lstrip().startswith(("#", "- ")):
            return Problem(above + 1, "", _COLON)
        if len(line) - len(line.lstrip()) > len(before) - len(before.lstrip()):
            return Problem(mark.line + 1, "", _INDENTED)
    return Problem(mark.line + 1, "", "There is a colon too many; put a text with a colon between quotes.")
