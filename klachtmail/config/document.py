"""YAML text to a plain tree that remembers its lines.

Every scalar stays the text that was written, or None; the schema decides what it means. So 08:30 is not 510, `no` is
not False and 0551234567 keeps its first zero, as YAML 1.1 would have it. Nothing is ever constructed from a tag.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from klachtmail.config.problem import Finding, Problem, Where, dotted
from klachtmail.config.syntax import syntax_problem

Value = None | str | list["Value"] | dict[str, "Value"]

_DEFAULT_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_TAG = "YAML tags are not accepted; a text that begins with '!' must stand between single quotes."
_COMMENT = re.compile(r" #\S")
_MOST_VALUES = 10_000  # aliases of aliases grow without end (the "billion laughs")


@dataclass(frozen=True, slots=True)
class Document:
    """The tree of a file, the line (from 1) on which each value's key stands, and which values held a ${VAR}.

    `cut_short` are those that end where a comment without a space begins: 'secret #1' is 'secret' for YAML.
    """

    tree: dict[str, Value] = field(default_factory=dict)
    lines: dict[Where, int] = field(default_factory=dict)
    variable: set[Where] = field(default_factory=set)
    cut_short: set[Where] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def at(self, *where: str | int) -> Value:
        """Return the value at a place, or None when there is none."""
        value: Value = self.tree
        for part in where:
            if isinstance(value, dict) and isinstance(part, str):
                value = value.get(part)
            elif isinstance(value, list) and isinstance(part, int) and part < len(value):
                value = value[part]
            else:
                return None
        return value

    def text(self, *where: str | int) -> str | None:
        """Return the text at a place, or None when there is none or something else."""
        value = self.at(*where)
        return value if isinstance(value, str) else None

    def items(self, *where: str | int) -> Iterator[tuple[Where, Value]]:
        """Yield the place and value of each item of the list at a place; nothing when there is no list."""
        value = self.at(*where)
        for index, item in enumerate(value if isinstance(value, list) else ()):
            yield (*where, index), item

    def texts(self, where: Where = ()) -> Iterator[tuple[Where, str]]:
        """Yield the place and text of each scalar that is not null."""
        value = self.at(*where)
        if isinstance(value, str):
            yield where, value
        parts = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
        for part in parts:
            yield from self.texts((*where, part))

    def problem(self, finding: Finding) -> Problem:
        """Give a finding its line: that of the value, or of the nearest section around it that the file has."""
        if finding.line:
            return Problem(finding.line, dotted(finding.where), finding.message)
        around = (finding.where[:size] for size in range(len(finding.where), 0, -1))
        line = next((self.lines[place] for place in around if place in self.lines), 1)
        return Problem(line, dotted(finding.where), finding.message)


class UnreadableError(Exception):
    """The text is no YAML mapping; `problem` says where it stops being one."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def parse(text: str, environ: Mapping[str, str]) -> Document:
    """Return the document in a YAML text, each ${VAR} replaced from `environ`; UnreadableError when it is none.

    Variables are replaced after parsing: what they hold can never become YAML. What is wrong but does not stop the
    reading (a key that stands twice, a tag, an unset variable) is in `findings` of the document.
    """
    reader = _Reader(environ)
    try:
        reader.read(yaml.compose(text, Loader=yaml.BaseLoader))
    except yaml.YAMLError as error:
        raise UnreadableError(syntax_problem(error, text)) from None
    except RecursionError:
        raise UnreadableError(Problem(None, "", "The brackets are nested too deeply to be a configuration.")) from None
    return reader.document


class _Reader:
    """Walks the YAML nodes once and fills a Document."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._left = _MOST_VALUES
        self.document = Document()

    def read(self, root: yaml.Node | None) -> None:
        if not isinstance(root, yaml.MappingNode):
            message = "The file has no keys; write lines like 'organisation:' (config.example.yaml shows them all)."
            raise UnreadableError(Problem(None, "", message))
        self._mapping(root, (), self.document.tree)

    def _mapping(self, node: yaml.MappingNode, where: Where, into: dict[str, Value]) -> None:
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                self._find(where, "A key must be one plain word, with a colon and a space after it.", line)
            elif key.value in into:
                first = self.document.lines[*where, key.value]
                self._find((*where, key.value), f"This key stands already on line {first}; keep one of the two.", line)
            else:
                self.document.lines[*where, key.value] = line
                into[key.value] = self._value(value, (*where, key.value))

    def _value(self, node: yaml.Node, where: Where) -> Value:
        self._left -= 1
        if self._left < 0:
            too_many = Problem(node.start_mark.line + 1, "", "The aliases here unfold to more values than is sensible.")
            raise UnreadableError(too_many)
        if node.tag not in _DEFAULT_TAGS:
            self._find(where, _TAG)
            return None
        if isinstance(node, yaml.MappingNode):
            into: dict[str, Value] = {}
            self._mapping(node, where, into)
            return into
        if isinstance(node, yaml.SequenceNode):
            return [self._item(item, (*where, index)) for index, item in enumerate(node.value)]
        quoted = isinstance(node, yaml.ScalarNode) and node.style is not None
        if not quoted and _COMMENT.match(node.end_mark.buffer or "", node.end_mark.pointer):
            self.document.cut_short.add(where)
        return None if node.value in _NULLS and not quoted else self._filled(node.value, where)

    def _item(self, node: yaml.Node, where: Where) -> Value:
        self.document.lines[where] = node.start_mark.line + 1
        return self._value(node, where)

    def _filled(self, text: str, where: Where) -> str:
        for name in dict.fromkeys(_VARIABLE.findall(text)):
            self.document.variable.add(where)
            if not self._environ.get(name):
                state = "empty" if name in self._environ else "not set"
                message = f"The environment variable {name} is {state}; set it, or write the value in a file instead."
                self._find(where, message)
        return _VARIABLE.sub(lambda match: self._environ.get(match[1], ""), text)

    def _find(self, where: Where, message: str, line: int | None = None) -> None:
        self.document.findings.append(Finding(where, message, line))
