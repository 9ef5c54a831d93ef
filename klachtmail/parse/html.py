"""HTML to readable text: links kept, quotes marked with '> ', hidden text and tracking pixels dropped.

One pass over the tags with a short stack and no tree. Trees cost more than time squared on hostile input: the
parser of selectolax took 22 s for 40,000 nested lists (350 kB).
"""

import re
from collections import Counter
from html import unescape
from typing import Final

from klachtmail.parse.hiding import BLOCKS, IN_TABLES, Hidden, hidden_by, shows_again
from klachtmail.parse.styles import How, Sheets, attributes, declarations, layout, read_sheets
from klachtmail.parse.unseen import Doubts

HTML_LIMIT: Final = 1_000_000  # characters, after pictures inside the page were taken out
_TAG_LIMIT: Final = 100_000
_SEEN_TAG_LIMIT: Final = (
    20_000  # what stands behind them is not certainly seen: the commands of a member stand at the top
)
_LINK_LIMIT: Final = 2_000
_STACK_LIMIT: Final = 200
_QUOTE_DEPTH_LIMIT: Final = 20
# A quote counts only behind '=': what stands behind 'style="padding:5px; color="#333"' is no part of the tag.
_QUOTED: Final = r"\s*+(?:\"[^\"]*+\"|'[^']*+')"
# A repeated group keeps each of its turns in memory until the match ends: hence a bound.
_TAG = re.compile(rf"<(/?)([a-zA-Z][a-zA-Z0-9:_-]*+)((?:[^>=]++|={_QUOTED}|=(?!{_QUOTED})){{0,10000}})>")
_LOOSE_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:_-]*+)([^>]*+)>")
_DATA_URI = re.compile(r"data:[a-z]++/[^\"')>\s]{200,}+", re.IGNORECASE)
_NO_BORDER = re.compile(r"border\s*+:\s*+(?:none|0)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
_MANY_BREAKS = re.compile(r"\n *+\n(?:[ \n]*\n)?")
_COMMENT_END = re.compile(r"--!?>")
_DECLARATION_END = re.compile(">")
_SKIPPED: Final = frozenset({"script", "style", "title", "template", "svg", "noframes", "select", "xml"})
_PARAGRAPHS: Final = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "hr", "pre"}
)
_LINES: Final = BLOCKS | {"br", "tr", "caption", "body", "html", "option", "thead", "tbody", "tfoot"}
_VOID: Final = frozenset(
    """
        br hr img input meta link area base col wbr o:p embed param source track
    """.split()
)
_NO_MARKUP: Final = {  # elements without tags in them, none of which is read
    name: re.compile(f"</{name}", re.IGNORECASE)
    for name in ("script", "style", "title", "iframe", "noembed", "noframes")
}
_AS_TYPED: Final = frozenset({"pre", "xmp", "listing", "plaintext"})


def to_text(html: str, *, hide: bool = True) -> str:
    """Return the readable text of a page. Cut off at HTML_LIMIT; when everything is hidden, nothing is taken as hidden."""
    page = _DATA_URI.sub("", html)[:HTML_LIMIT] if "data:" in html else html[:HTML_LIMIT]
    text = _Reader(page, hide=True).read() if hide else ""
    return text or _Reader(page, hide=False).read()


def seen_text(html: str) -> str:
    """Return what is certainly seen of a page, '' when everything is hidden."""
    page = _DATA_URI.sub("", html)[:HTML_LIMIT] if "data:" in html else html[:HTML_LIMIT]
    return _Reader(page, hide=True, doubting=True).read()


class _Reader:
    """Walks once over a page and collects lines."""

    def __init__(self, page: str, *, hide: bool, doubting: bool = False) -> None:
        self.page = page
        self.doubts = Doubts(page) if doubting else None
        self.hide = hide
        self.sheets = read_sheets(page) if hide else Sheets()
        self.lines: list[str] = []
        self.line: list[str] = []
        self.depth = 0  # of quotes
        self.quotes: list[bool] = []  # for each open blockquote: is it a quotation?
        # Its address, and where its text begins: in which line, and where in the one at hand.
        self.open_link = ("", 0, 0)
        self.hidden: Hidden | None = None  # the element that hides what is in it
        self.around: Counter[str] = Counter()  # how many elements are open, by name
        self.unclosed: set[str] = set()  # of the elements without markup: those whose end was looked for in vain
        self.preformatted = False
        # Of what is open and has a style, by name: does it stand on lines of its own, and were line ends kept around it?
        self.styled: dict[str, list[tuple[bool, bool]]] = {}

    def read(self) -> str:
        """Return the text."""
        page, position, pattern, comments_end = self.page, 0, _TAG, True
        last, tags = page.rfind(">"), _SEEN_TAG_LIMIT if self.doubts else _TAG_LIMIT
        while tags > 0 and 0 <= (start := page.find("<", position)) < last:
            tags -= 1
            if start > position:
                self.text(page[position:start])
            if page.startswith("<!", start) or page.startswith("<?", start):
                is_comment = comments_end and page.startswith("<!--", start)
                end = (_COMMENT_END if is_comment else _DECLARATION_END).search(page, start + 2)
                comments_end = comments_end and not (is_comment and end is None)
                position = end.end() if end else start + 2
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
            name, closing = match[2].lower(), match[1] == "/"
            self.tag(name, closing, match[3])
            position = match.end() if closing or name not in _NO_MARKUP else self.past(name, match.end())
        if tags or self.doubts is None:
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
        text = text.rstrip() if self.preformatted else " ".join(text.split())
        if text.endswith(" |"):
            text = text.rstrip(" |")
        self.line.clear()
        self.open_link = (*self.open_link[:2], 0)
        if text or keep:
            self.lines.append(mark + text)
        if blank and self.lines and self.lines[-1].strip("> "):
            self.lines.append(mark.rstrip())

    def past(self, name: str, position: int) -> int:
        """Return where the end tag of an element without markup stands; a missing one is looked for only once."""
        end = _NO_MARKUP[name].search(self.page, position) if name not in self.unclosed else None
        if end is None:
            self.unclosed.add(name)
        return end.start() if end else position

    def tag(self, name: str, closing: bool, raw: str) -> None:
        """Take a tag."""
        if self.hidden is not None and not self.is_seen(name, closing=closing, raw=raw):
            return
        if not closing and (how := self.hiding(name, raw)):
            if name not in _VOID and not raw.endswith("/"):
                self.hidden = Hidden(name, how)
            return
        self.count(name, closing=closing)
        if name in _LINES:
            self.block(name, closing=closing, raw=raw)
        elif name == "a":
            self.link(raw, closing=closing)
        elif name in {"td", "th"}:
            self.cell(closing=closing)
        elif name == "img" and not closing:
            self.picture(raw)
        if closing:
            self.style_ends(name)
        elif name not in _VOID:
            self.style_begins(name, raw)

    def hiding(self, name: str, raw: str) -> How | None:
        """Return how this element is hidden, or None."""
        if name in _SKIPPED:
            return "wholly"
        if self.doubts is not None and self.doubts.about(name, raw):
            return "wholly"
        if not self.hide or not raw or (name in IN_TABLES and not self.around["table"]):
            return None  # a cell outside a table is no element to a browser
        return hidden_by(name, raw, self.sheets)

    def is_seen(self, name: str, *, closing: bool, raw: str) -> bool:
        """Return whether this tag is seen though what was before it is hidden."""
        hidden = self.hidden
        if hidden is None or hidden.is_over(name, self.around, closing=closing):
            self.hidden = None
            return True
        if not closing and shows_again(name, raw, hidden.how, self.sheets):
            self.around.update(hidden.inside)
            self.hidden = None
            return True
        if hidden.take(name, closing=closing):
            self.hidden = None
        return False

    def count(self, name: str, *, closing: bool) -> None:
        """Count what is open."""
        if closing:
            self.around[name] -= self.around[name] > 0
        elif name not in _VOID:
            self.around[name] += 1
            if name in BLOCKS and name != "p":
                self.around["p"] = 0

    def style_begins(self, name: str, raw: str) -> None:
        """Begin an element that may stand on lines of its own, or keep the line ends in it."""
        if name == "p":
            self.style_ends(name)  # of the one before, when it was not closed
        style = attributes(raw).get("style", "") if "style" in raw.lower() else ""
        is_block, kept = layout(declarations(style)) if style else (False, None)
        if kept is None and name in _AS_TYPED:
            kept = True
        if is_block or kept is not None or self.styled.get(name):
            self.styled.setdefault(name, []).append((is_block, self.preformatted))
        if is_block:
            self.end_line()
        self.preformatted = self.preformatted if kept is None else kept

    def style_ends(self, name: str) -> None:
        """End such an element."""
        if open_ones := self.styled.get(name):
            is_block, before = open_ones.pop()
            if is_block:
                self.end_line()
            self.preformatted = before

    def cell(self, *, closing: bool) -> None:
        """Begin or end a cell of a table."""
        if closing and self.line:
            self.line.append(" ")
        elif not closing and any(piece.strip() for piece in self.line[:20]):
            self.line.append(" | ")

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
        href, first, begin = self.open_link
        self.open_link = ("", 0, 0)
        if not closing:
            target = attributes(raw).get("href", "").strip()
            if target.lower().startswith(("http://", "https://", "mailto:", "tel:")):
                self.open_link = (_BLANKS.sub("", target)[:_LINK_LIMIT], len(self.lines), len(self.line))
            return
        if not href:
            return  # an end without its beginning; what stands before it in the line may be long
        shown = "".join(self.line[begin:]).strip()
        bare = href.removeprefix("mailto:").removeprefix("tel:").partition("?")[0] if href[:4] != "http" else href
        if shown and _same(shown) != _same(bare):
            self.line.append(f" <{bare}>")
        elif not shown:
            self.behind_last_line(first, bare)

    def behind_last_line(self, first: int, address: str) -> None:
        """Put the address of a link around whole blocks behind the last of its lines."""
        for at in range(len(self.lines) - 1, first - 1, -1):
            if shown := self.lines[at].strip("> "):
                self.lines[at] += f" <{address}>" if _same(shown) != _same(address) else ""
                return

    def picture(self, raw: str) -> None:
        """Show what a picture is said to be, unless it is a tracking pixel."""
        given = attributes(raw)
        is_pixel = given.get("width", "").strip("px ") in {"0", "1"} or given.get("height", "").strip("px ") in {
            "0",
            "1",
        }
        alternative = _BLANKS.sub(" ", given.get("alt", "")).strip()
        # Whoever sees the picture reads no words.
        is_read = self.doubts is not None and any(map(str.isalnum, alternative))
        if alternative and not is_pixel and not is_read:
            self.line.append(f"[{alternative[:200]}]")


def _same(text: str) -> str:
    return text.lower().removeprefix("https://").removeprefix("http://").rstrip("/").replace(" ", "")
