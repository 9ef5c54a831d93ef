"""The templates of letters: where they lie, and how their mistakes are told.

A letter is one file per language, `<language>/<kind>.md`; around it stand `base.html` and `base.txt`, with the pieces of
`parts.html` and `parts.txt` and the style sheets. The administrator's folder goes before ours, file by file.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateNotFound
from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import TemplateSyntaxError
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from klachtmail.domain.record import Setting
from klachtmail.letters import markup
from klachtmail.letters.kept import Keeps, SignedBytecode

DEFAULT_LANGUAGE: Final = "nl"
_SUFFIXES: Final = (".md", ".html", ".txt", ".css")
_FRAME: Final = ("base.html", "base.txt", "parts.html", "parts.txt", "letter.css")  # around every letter
_REFERS: Final = re.compile(r"""["']([\w./-]+\.(?:md|html|txt|css))(?:#\w+)?["']""")
_NOTHING: Final = object()
_OF_DICTS: Final = frozenset({"get", "items"})
_PACKAGE = Path(__file__).resolve().parent.parent


class TemplateError(Exception):
    """A template is missing or broken. That is trouble of ours: no letter is to blame. `problem` is 'file:line: what'."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"The letter template is broken: {problem}")
        self.problem = problem


class LetterError(Exception):
    """This letter alone cannot be rendered, while its template is well: what it was asked to say does not fit."""


class RenderError(TemplateError):
    """A loaded template failed with the values of one letter: who is to blame is not known yet."""


def shipped_folder() -> Path:
    """Return the folder of our own templates: inside the installed package, or at the top of a checkout."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parent / "templates"


_TRANSLATOR = hashlib.sha256(Path(markup.__file__).read_bytes()).hexdigest()  # another translator, another translation


def found_in(folders: Sequence[Path], name: str) -> Path | None:
    """Return the first file of this name in the folders, or None."""
    return next((path for folder in folders if (path := folder / name).is_file()), None)


class _Loader(BaseLoader):
    """Loads `name#part`: a part of a letter's template, translated to HTML or text; or a whole file by its name."""

    def __init__(self, folders: Sequence[Path], kept: Keeps | None, *, html: bool) -> None:
        self._folders = folders
        self._kept = kept
        self._html = html

    def get_source(self, _environment: Environment, template: str) -> tuple[str, str, Callable[[], bool] | None]:
        name, _, part = template.partition("#")
        path = self.find(name)
        if path is None:
            raise TemplateNotFound(name)
        source = path.read_text(encoding="utf-8")
        return self._once(source, path, part), str(path), lambda: True

    def _once(self, source: str, path: Path, part: str) -> str:
        """Return the translation, from the folder of kept ones if it was made before by the same code."""
        if self._kept is None or path.suffix not in {".md", ".html"}:
            return self._translated(source, path, part)
        given = (_TRANSLATOR, path.name, part, str(self._html), self._css(), source)
        name = f"{hashlib.sha256(chr(0).join(given).encode()).hexdigest()}.source"
        if (kept := self._kept.get(name)) is not None:
            return kept.decode()
        made = self._translated(source, path, part)
        self._kept.put(name, made.encode())
        return made

    def find(self, name: str) -> Path | None:
        """Return the first file of this name in the folders, or None."""
        return found_in(self._folders, name)

    def _translated(self, source: str, path: Path, part: str) -> str:
        if path.suffix == ".css":
            return markup.compact_css(source)
        if part and part != "body":
            return markup.split(source).fields.get(part, "")
        if part:
            words = markup.split(source)
            if self._html:
                return markup.html_source(words.body, words.first_line, self._css())
            return markup.text_source(words.body, words.first_line)
        if path.suffix == ".html":
            return markup.styled(source, self._css(), document=path.name == "base.html")
        return source

    def _css(self) -> str:
        path = self.find("letter.css")
        return path.read_text(encoding="utf-8") if path else ""


@cache
def _is_value(kind: type) -> bool:
    """Return whether values of this type are ours; asked a hundred times a letter, and ABCs answer slowly."""
    return is_dataclass(kind) or issubclass(kind, Setting)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with its three costly habits turned off: together they take more than half the time of a letter."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals as a plain dict: Jinja's chain of maps is copied item by item for every rendering."""
        return {**self.globals, **(d or {})}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute; for our own frozen values only the underscore is forbidden."""
        kind = type(obj)
        if (kind is dict and attribute in _OF_DICTS) or (attribute[0] != "_" and _is_value(kind)):  # type: ignore[arg-type]  # a type is hashable
            found = getattr(obj, attribute, _NOTHING)
            if found is not _NOTHING:
                return found
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls; a macro is always ours, and nothing needs to be asked about it."""
        if type(obj) is not Macro:
            return super().call(context, obj, *args, **kwargs)
        for name in ("_loop_vars", "_block_vars"):  # for functions that ask for the context, which a macro does not
            kwargs.pop(name, None)
        return obj(context.eval_ctx, *args, **kwargs)


class Language:
    """The templates of one language. What a language lacks is taken from Dutch."""

    def __init__(
        self,
        name: str,
        folders: Sequence[Path],
        filters: Mapping[str, Any],
        values: Mapping[str, Any],
        kept: Callable[[str], Keeps | None] = lambda _kind: None,
    ) -> None:
        """Make the templates of a language; `kept` gives the place where what is made of them stays, by its kind."""
        self.name = name
        self._roots = [root / name for root in folders]
        self._kinds: dict[str, bool] = {}
        self._refers: dict[Path, list[str]] = {}
        search = [*self._roots, *(root / DEFAULT_LANGUAGE for root in folders), *folders]
        self._search = search
        self._html, self._text = (
            _environment(search, filters, values, kept(kind), html=kind == "html") for kind in ("html", "text")
        )

    def has(self, kind: str) -> bool:
        """Return whether this language itself has a letter of this kind."""
        if kind not in self._kinds:
            self._kinds[kind] = any((folder / f"{kind}.md").is_file() for folder in self._roots)
        return self._kinds[kind]

    def files(self, kind: str) -> Iterator[Path]:
        """Yield the files that a letter of this kind is made of: its own, what those include, and the frame around it."""
        waiting, seen = [f"{kind}.md", *_FRAME], set[str]()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            path = found_in(self._search, name)
            if path is None:
                raise TemplateError(f"{name}:1: there is no such template")
            yield path
            waiting += self._referred(path)

    def _referred(self, path: Path) -> list[str]:
        if path not in self._refers:
            try:
                self._refers[path] = _REFERS.findall(path.read_text(encoding="utf-8"))
            except (OSError, UnicodeDecodeError) as error:
                raise TemplateError(f"{path.name}:1: {error}") from error
        return self._refers[path]

    def line(self, kind: str, field: str, context: Mapping[str, Any]) -> str:
        """Return one header field of a letter (its subject or preview), as text."""
        return _render(self._text, f"{kind}.md#{field}", context).strip()

    def html(self, name: str, context: Mapping[str, Any]) -> str:
        """Return this template as HTML, everything that is filled in escaped."""
        return _render(self._html, name, context)

    def text(self, name: str, context: Mapping[str, Any]) -> str:
        """Return this template as plain text."""
        return _render(self._text, name, context)


def _environment(
    folders: Sequence[Path], filters: Mapping[str, Any], values: Mapping[str, Any], kept: Keeps | None, *, html: bool
) -> Environment:
    environment = _Sandbox(
        loader=_Loader(folders, kept, html=html),
        undefined=StrictUndefined,
        autoescape=html,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=SignedBytecode(kept) if kept else None,
    )
    environment.filters.update(filters)
    environment.globals.update(values)
    parts = _loaded(environment, "parts.html" if html else "parts.txt")
    environment.globals.update({name: macro for name, macro in vars(parts.module).items() if not name.startswith("_")})
    return environment


def _loaded(environment: Environment, name: str) -> Template:
    try:
        return environment.get_template(name)
    except TemplateSyntaxError as error:
        raise TemplateError(f"{error.filename or name}:{error.lineno}: {error.message}") from error
    except TemplateNotFound as error:
        raise TemplateError(f"{error.name}:1: there is no such template") from error
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"{name}:1: {error}") from error


def _render(environment: Environment, name: str, context: Mapping[str, Any]) -> str:
    template = _loaded(environment, name)
    try:
        return template.render(context)
    except (JinjaError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise RenderError(f"{_place(error, template)}: {error}") from error


def _place(error: Exception, template: Template) -> str:
    """Return 'file:line' of the innermost template that was being rendered."""
    place, traceback = f"{template.filename}:1", error.__traceback__
    while traceback is not None:
        name = traceback.tb_frame.f_code.co_filename  # Jinja gives its frames the template's file and line
        if name.endswith(_SUFFIXES):
            place = f"{name}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return place


def unknown_files(folders: Sequence[Path]) -> list[str]:
    """Return a problem for each file of the administrator's that replaces nothing: its name is most likely misspelt."""
    known = {path.name for path in shipped_folder().rglob("*.*")}
    given = (path for folder in folders for path in sorted(folder.rglob("*.*")) if path.suffix in _SUFFIXES)
    return [f"{path}:1: there is no letter or part of this name" for path in given if path.name not in known]
