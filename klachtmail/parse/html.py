"""HTML to readable text: links kept, quotes marked with '> ', hidden text and tracking pixels dropped.

One pass over the tags with a short stack and no tree. Trees cost more than time squared on hostile input: the
parser of selectolax took 22 s for 40,000 nested lists (350 kB).
"""

import re
from html import unescape
from typing import Final

from klachtmail.parse.hiding import How, attributes, hidden_by, selectors, shows_again

HTML_LIMIT: Final = 1_000_000  # characters, after pictures inside the page were taken out
_TAG_LIMIT: Final = 100_000
_LINK_LIMIT: Final = 2_000
_STACK_LIMIT: Final = 200
_QUOTE_DEPTH_LIMIT: Final = 20
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:_-]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_LOOSE_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:_-]*+)([^>]*+)>")
_DATA_URI = re.compile(r"data:[a-z]++/[^\"')>\s]{200,}+", re.IGNORECASE)
_NO_BORDER = re.compile(r"border\s*+:\s*+(?:none|0)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
_MANY_BREAKS = re.compile(r"\n(?: *+\n)++")
_SKIPPED: Final = frozenset(
    {"script", "style", "head", "title", "template", "object", "svg", "noframes", "select", "xml"}
)
_PARAGRAPHS: Final = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "hr", "pre"}
)
_LINES: Final = frozenset(
    {"div", "br", "tr", "li", "dt", "dd", "section", "article", "header", "footer", "address", "form", "center",
     "fieldset", "caption", "body", "html", "main", "figure", "option"}
)  # fmt: skip
_VOID: Final = frozenset({"br", "hr", "img", "input", "meta", "link", "area", "base", "col", "wbr", "o:p"})
_SIBLINGS: Final = frozenset({"p", "li", "td", "th", "tr", "dt", "dd", "option"})  # a next one closes it


def to_text(html: str) -> str:
    """Return the readable text of a page. Cut off at HTML_LIMIT; when everything is hidden, nothing is taken as hidden."""
    page = _DATA_URI.sub("", html)[:HTML_LIMIT] if "data:" in html else html[:HTML_LIMIT]
    text = _Reader(page, hide=True).read()
    return text or _Reader(page, hide=False).read()


class _Reader:
    """Walks once over a page and collects lines."""

    def __init__(self, page: str, *, hide: bool) -> None:
        self.page = page
        self.hide = hide
        self.hidden_selectors = selectors(page) if hide else frozenset()
        self.lines: list[str] = []
        self.line: list[str] = []
        self.depth = 0  # of quotes
        self.quotes: list[bool] = []  # for each open blockquote: is it a quotation?
        self.open_link = ("", 0)  # its address, and where in the line its text begins
        self.hidden: str | None = None  # the element that hides what is in it
        self.hidden_how: How = "wholly"
        self.hidden_nesting = 0
        self.preformatted = 0

    def read(self) -> str:
        """Return the text."""
        page, position, pattern, comments_end = self.page, 0, _TAG, True
        last, tags = page.rfind(">"), _TAG_LIMIT
        while tags > 0 and 0 <= (start := page.find("<", position)) < last:
            tags -= 1
            if start > position:
                self.text(page[position:start])
            if page.startswith("<!", start) or page.startswith("<?", start):
                is_comment = comments_end and page.startswith("<!--", start)
                stop = page.find("-->" if is_comment else ">", start)
                comments_end = comments_end and not (is_comment and stop < 0)
                position = stop + (3 if is_comment else 1) if stop >= 0 else start + 2
                continue
            match = pattern.match(page, start)
            if match is None and pattern is _TAG and _LOOSE_TAG.match(page, start):
                # A quote that is never closed: looking for its end again and again would take time squared.
                pattern = _LOOSE_TAG
                match = pattern.match(page, start)
            if match is None:
                self.text("<")
                position = start + 1
                continue
            position = match.end()
            self.tag(match[2].lower(), match[1] == "/", match[3])
        self.text(page[position:])
        self.end_line()
        return _MANY_BREAKS.sub("\n\n", "\n".join(self.lines)).strip("\n ")

    def text(self, raw: str) -> None:
        """Take text between tags."""
        if self.hidden is not None:
            return
        text = unescape(raw) if "&" in raw else raw
        if self.preformatted:
            first, *rest = text.replace("\r\n", "\n").split("\n")
            self.line.append(first)
            for more in rest:
                self.end_line(keep=True)
                self.line.append(more)
            return
        text = _BLANKS.sub(" ", text)
        if text == " " and not self.line:
            return
        self.line.append(text)

    def end_line(self, *, blank: bool = False, keep: bool = False) -> None:
        """Close the line, and leave a blank one after it."""
        mark = "> " * self.depth
        text = "".join(self.line)
        text = text.rstrip() if self.preformatted else text.strip()
        if text.endswith(" |"):
            text = text.rstrip(" |")
        self.line.clear()
        if text or keep:
            self.lines.append(mark + text)
        if blank and self.lines and self.lines[-1].strip("> "):
            self.lines.append(mark.rstrip())

    def tag(self, name: str, closing: bool, raw: str) -> None:
        """Take a tag."""
        if self.hidden is not None:
            self._inside_hidden(name, closing=closing, raw=raw)
            return
        if not closing and (how := self.hiding(name, raw)):
            if name not in _VOID and not raw.endswith("/"):
                self.hidden, self.hidden_how, self.hidden_nesting = name, how, 1
            return
        if name in _PARAGRAPHS or name in _LINES:
            self.block(name, closing=closing, raw=raw)
        elif name == "a":
            self.link(raw, closing=closing)
        elif name in {"td", "th"} and not closing:
            if any(piece.strip() for piece in self.line[:20]):
                self.line.append(" | ")
        elif name == "img" and not closing:
            self.picture(raw)

    def hiding(self, name: str, raw: str) -> How | None:
        """Return how this element is hidden, or None."""
        if name in _SKIPPED:
            return "wholly"
        return hidden_by(name, raw, self.hidden_selectors) if self.hide and raw else None

    def _inside_hidden(self, name: str, *, closing: bool, raw: str) -> None:
        if name == "body" or (name != self.hidden and self.hidden == "head" and name in {"div", "p", "table"}):
            self.hidden = None  # a head that was never closed
            return
        if not closing and shows_again(name, raw, self.hidden_how):
            self.hidden = None
            self.tag(name, closing, raw)
            return
        if name != self.hidden:
            return
        if closing:
            self.hidden_nesting -= 1
        elif name in _SIBLINGS and self.hidden_nesting == 1:
            self.hidden = None
            self.tag(name, closing, raw)
            return
        else:
            self.hidden_nesting += 1
        if self.hidden_nesting <= 0:
            self.hidden = None

    def block(self, name: str, *, closing: bool, raw: str) -> None:
        """Begin or end a block: it stands on lines of its own."""
        if name == "br":
            if self.line:
                self.end_line()
            else:
                self.lines.append(("> " * self.depth).rstrip())
            return
        self.end_line(blank=name in _PARAGRAPHS)
        if name == "blockquote":
            self.quote(raw, closing=closing)
        elif name == "pre":
            self.preformatted = max(0, self.preformatted + (-1 if closing else 1))
        elif name == "li" and not closing:
            self.line.append("- ")
        elif name == "hr" and not closing:
            self.lines.append("> " * self.depth + "_" * 32)

    def quote(self, raw: str, *, closing: bool) -> None:
        """Begin or end a quotation; mail programs also use the element to indent what the author wrote."""
        if not closing:
            if len(self.quotes) < _STACK_LIMIT:
                cited = not _NO_BORDER.search(raw) or "border-left" in raw.lower()
                self.quotes.append(cited)
        elif self.quotes:
            self.quotes.pop()
        before, self.depth = self.depth, min(sum(self.quotes), _QUOTE_DEPTH_LIMIT)
        while self.lines and not self.lines[-1].strip("> "):
            self.lines.pop()
        if self.lines:
            self.lines.append(("> " * min(before, self.depth)).rstrip())

    def link(self, raw: str, *, closing: bool) -> None:
        """Begin or end a link: 'text <address>', where the text is not the address itself."""
        href, begin = self.open_link
        self.open_link = ("", 0)
        if not closing:
            target = attributes(raw).get("href", "").strip()
            if target.lower().startswith(("http://", "https://", "mailto:", "tel:")):
                self.open_link = (_BLANKS.sub("", target)[:_LINK_LIMIT], len(self.line))
            return
        shown = "".join(self.line[begin:]).strip()
        bare = href.removeprefix("mailto:").removeprefix("tel:").partition("?")[0] if href[:4] != "http" else href
        if href and shown and _same(shown) != _same(bare):
            self.line.append(f" <{bare}>")

    def picture(self, raw: str) -> None:
        """Show what a picture is said to be, unless it is a tracking pixel."""
        given = attributes(raw)
        is_pixel = given.get("width", "").strip("px ") in {"0", "1"} or given.get("height", "").strip("px ") in {
            "0",
            "1",
        }
        alternative = _BLANKS.sub(" ", given.get("alt", "")).strip()
        if alternative and not is_pixel:
            self.line.append(f"[{alternative[:200]}]")


def _same(text: str) -> str:
    return text.lower().removeprefix("https://").removeprefix("http://").rstrip("/").replace(" ", "")
