"""What a YAML parser says, as a sentence that an administrator can act on.

The parser's own text is never passed on: it quotes what it stumbles over, and that can be a password.
"""

import yaml

from klachtmail.config.problem import Problem

_QUOTE = "a text that begins with one of @ ` % & * ! | > [ { must stand between single quotes."

# The beginning of PyYAML's problem -> what to write instead. From top to bottom, the first that fits.
_SENTENCES = (
    ("found character '\\t'", "A tab stands here; indent with spaces."),
    ("found character", f"This value cannot begin like this: {_QUOTE}"),
    ("found undefined alias", f"This value cannot begin like this: {_QUOTE}"),
    ("found undefined tag handle", f"This value cannot begin like this: {_QUOTE}"),
    ("found unknown escape", "Between double quotes a backslash is special; use single quotes."),
    ("found unexpected end of stream", "A quote is opened here and never closed."),
    (
        "mapping values are not allowed",
        "There is a colon too many; put a text with a colon between quotes, and look at the line above.",
    ),
    ("could not find expected ':'", "A key needs a colon and a space after it: 'key: value'."),
    (
        "expected ',' or",
        "A bracket is opened and not closed as in [a, b] or {key: a, other: b}; inside, quote '${NAME}'.",
    ),
    (
        "expected <block end>",
        "This line is indented differently from its section; put the keys of a section straight below each other.",
    ),
    ("but found another document", "The file holds more than one document; leave out the line '---'."),
)
_OTHERWISE = "This line is not YAML; compare it with config.example.yaml and put texts between single quotes."


def syntax_problem(error: yaml.YAMLError, text: str) -> Problem:
    """Return where and why this text is no YAML."""
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + 1
        return Problem(line, "", "A control character stands here; remove it.")
    problem: str = getattr(error, "problem", None) or ""
    mark = getattr(error, "problem_mark", None)
    if "end of stream" in problem:
        mark = getattr(error, "context_mark", None) or mark  # where the quote was opened, not where the file ends
    return Problem(mark.line + 1 if mark else None, "", _sentence(problem))


def _sentence(problem: str) -> str:
    return next((sentence for start, sentence in _SENTENCES if problem.startswith(start)), _OTHERWISE)
