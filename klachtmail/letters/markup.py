"""From the words of a letter (Markdown with Jinja in it) to the source of its two templates, HTML and text.

Each letter is written once, so that its HTML and its text cannot differ. The words are translated when a template is
loaded, not when a letter is rendered: what comes from a mail is filled in afterwards, escaped, and is never read as
Markdown. Jinja's tags are replaced by marks while Markdown and the CSS inliner do their work. A statement or a call that stands
alone on its line is a block of its own (`{% if %}`, `{{ quote(text) }}`); any other tag is part of its paragraph.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:  # these two are imported when a template is first translated
    import css_inline
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_CALL = re.compile(r"\{\{[-+]?\s*\w+\(")
# Marks of a call and of a statement; 't' is an expression that is text.
_ALONE = re.compile(r"^[ \t]*((?:km9[es]\d+9[ \t]*)+)$", re.MULTILINE)
_MARK = re.compile(r"(?:<!--)?km9[est](\d+)9(?:-->)?")
_STATEMENT = re.compile(r"(<[^<>]*>)|km9s\d+9")
_BLOCK_END = re.compile(r"(<ul>|</(?:li|ul|p|h\d)>)\n")
_HEADER = re.compile(r"([a-z]+): ?(.*)\Z")
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
# A number in the words, not in a tag. Every letter is searched for it, and a search for one sign is twenty times as fast as
# one for either of two.
_NUMBERS = tuple(re.compile(rf"{sign}(?<![\w-].)\d{{4}}-\d{{4,9}}(?![\w-])(?![^<>]*>)") for sign in "KM")


@dataclass(frozen=True, slots=True)
class Words:
    """A letter's template in its parts: header fields (subject, preview), the body, and the line the body starts on."""

    fields: dict[str, str]
    body: str
    first_line: int


def split(source: str) -> Words:
    """Return the parts of a letter's template: `name: value` lines, an empty line, and the body."""
    head, _, body = source.partition("\n\n")
    fields = {}
    for number, line in enumerate(head.split("\n"), 1):
        match = _HEADER.match(line)
        if match is None:
            return Words({}, source, 1)
        fields[match[1]] = _on_line(match[2], number)
    return Words(fields, body, head.count("\n") + 3)


def _on_line(source: str, line: int) -> str:
    """Return a template source that Jinja takes to begin on this line: with a comment of as many lines before it."""
    return f"{{#{chr(10) * (line - 1)}#}}{source}" if line > 1 else source


def html_source(body: str, first_line: int, css: str) -> str:
    """Return the HTML template of a body in Markdown, with the style sheet inlined."""
    marked, tags = _protect(body, first_line)
    blocks = _BLOCK_END.sub(r"\1", _markdown().render(marked))  # fewer lines than the source: `_restore` adds them
    return _restore(_inliner(css).inline_fragment(blocks, ""), tags, first_line)


def text_source(body: str, first_line: int) -> str:
    """Return the plain-text template of a body in Markdown: the same words without the marks."""
    marked, tags = _protect(body, first_line)
    return _restore("".join(_plain(_markdown().parse(marked))), tags, first_line)


def styled(page: str, css: str, *, document: bool) -> str:
    """Return an HTML template (a whole document, or macros) with the style sheet inlined and without indentation."""
    marked, tags = _protect(page, 1)
    # a mark that is text between table rows would be moved out of the table; a comment stays where it is
    marked = _STATEMENT.sub(lambda one: one.group(1) or f"<!--{one.group()}-->", marked)
    inliner = _inliner(css)
    return _restore(inliner.inline(marked) if document else inliner.inline_fragment(marked, ""), tags, 1)


def compact_css(sheet: str) -> str:
    """Return a style sheet without comments and needless space; it goes with every letter."""
    bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    return re.sub(r"(?:(?<!\s)\s+)?([{};:,])\s*", r"\1", bare).replace(";}", "}").strip()


def unbroken(html: str) -> Markup:
    """Return HTML in which no line ends inside a complaint's number.

    It stays the same number for who copies it: a hyphen that does not break would be no part of a command.
    """
    kept = str(html)
    for pattern in _NUMBERS:
        kept = pattern.sub(r'<span style="white-space: nowrap;">\g<0></span>', kept)
    return Markup(kept)


@cache
def _inliner(css: str) -> "css_inline.CSSInliner":
    import css_inline

    # the page's own <style> holds what cannot be inlined: media queries
    return css_inline.CSSInliner(
        inline_style_tags=False, keep_style_tags=True, load_remote_stylesheets=False, extra_css=css
    )


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True}).disable("code")  # indented text is no program


def _protect(source: str, first_line: int) -> tuple[str, list[tuple[str, int]]]:
    """Return the source with a mark for each Jinja tag, and the tags with their lines."""
    tags: list[tuple[str, int]] = []

    def mark(match: re.Match[str]) -> str:
        tags.append((match.group(), first_line + source.count("\n", 0, match.start())))
        sort = "s" if not match.group().startswith("{{") else "e" if _CALL.match(match.group()) else "t"
        return f"km9{sort}{len(tags) - 1}9"

    def block(match: re.Match[str]) -> str:
        return re.sub(r"km9[es]\d+9", r"<!--\g<0>-->", match.group(1))

    return _INDENT.sub("", _ALONE.sub(block, _TAG.sub(mark, source))), tags


def _restore(marked: str, tags: list[tuple[str, int]], first_line: int) -> str:
    """Put the tags back, each on its original line, so that an error names the line that a person must mend."""
    pieces, at, line = [_on_line("", first_line)], 0, first_line
    for match in _MARK.finditer(marked):
        before = marked[at : match.start()]
        tag, wanted = tags[int(match[1])]
        if match.group()[0] != "<" and tag.endswith("%}") and tag[-3] not in "+-":
            tag = f"{tag[:-2]}+%}}"  # within a paragraph the line break after a tag is meant (trim_blocks eats it)
        line += before.count("\n")
        missing = max(0, wanted - line)
        start = 3 if tag[2] in "-+" else 2
        pieces += [before, tag[:start], "\n" * missing, tag[start:]]
        line += missing + tag.count("\n")
        at = match.end()
    return "".join([*pieces, marked[at:]])


def _plain(tokens: "Iterable[Token]") -> Iterator[str]:
    """Yield the text of Markdown blocks: blank lines between paragraphs, '– ' before the items of a list."""
    previous, list_ended = "", False
    for token in tokens:
        is_statement = token.type == "html_block" and "km9s" in token.content
        if list_ended and token.level == 0 and token.type != "bullet_list_open" and not is_statement:
            list_ended = False
            yield "\n"
        if token.type == "inline":
            yield _inline(token.children or ()) + ("\n" if previous == "heading_open" or token.level > 1 else "\n\n")
        elif token.type == "html_block":
            yield token.content.rstrip("\n") + ("\n" if is_statement else "\n\n")
        elif token.type == "list_item_open":
            yield "– "
        elif token.type == "hr":
            yield "----------\n\n"
        list_ended = list_ended or token.type == "bullet_list_close"
        previous = token.type


def _inline(tokens: "Iterable[Token]") -> str:
    """Return the text of a paragraph: no asterisks, and the address behind the words of a link."""
    words, link = [], ""
    for token in tokens:
        if token.type == "link_open":
            link = str(token.attrs["href"])
        elif token.type == "link_close":
            words.append(f" ({link})")
        else:
            words.append({"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content))
    return "".join(words)
