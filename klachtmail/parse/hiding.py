"""What a page keeps from its reader: elements that their own style, an attribute or a style sheet hides.

When in doubt an element is shown: a preview text too much is read over, a complaint that was taken for hidden is lost.
What has no size, no colour or no visibility can have children that have it again: programs that lay out mail (MJML) give each
column `font-size:0`, and each paragraph in it a size. So it matters how an element is hidden. What Outlook alone hides
(`mso-hide`) is hidden: members who answer from Outlook never saw it.
"""

import re
from collections import Counter
from typing import Final

from klachtmail.parse.styles import How, Sheets, attributes, declarations, gives, how_hidden, marks_of

# Elements that browsers give a look of their own, a table where the page has no doctype.
_OWN_LOOK: Final[dict[How, frozenset[str]]] = {
    "wholly": frozenset(),
    "visibility": frozenset(),
    "size": frozenset({"font", "table", "button", "input", "textarea"}),
    "colour": frozenset({"font", "table", "button", "input", "textarea", "a", "mark"}),
}
_MAY_HIDE = re.compile(r"style|hidden|class|id\s*=", re.IGNORECASE)
# What begins and ends with lines of its own; a paragraph that was not closed ends where one of them begins.
BLOCKS: Final = frozenset(
    """
        p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote hr pre div li dt dd section article header footer address form
        center fieldset main figure nav aside details summary legend menu dir dialog xmp listing plaintext figcaption
        hgroup
    """.split()
)
_ROWS: Final = frozenset({"tr", "tbody", "thead", "tfoot"})
_CELLS: Final = frozenset({"td", "th"})
IN_TABLES: Final = _ROWS | _CELLS
_HEADLINES: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NEXT: Final = {  # the elements with which an element ends that was not closed
    "p": BLOCKS,
    "svg": BLOCKS,
    "a": frozenset({"a"}),
    "li": frozenset({"li"}),
    "option": frozenset({"option"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": _ROWS,
    "td": IN_TABLES,
    "th": IN_TABLES,
    **dict.fromkeys(_HEADLINES, _HEADLINES),
}
_AGAIN_WITHIN: Final = {
    "li": ("ul", "ol", "menu"),
    "dt": ("dl",),
    "dd": ("dl",),
    **dict.fromkeys(("tr", "td", "th"), ("table",)),
}


_STRONG: Final = BLOCKS | IN_TABLES  # what ends with these ends whatever is open in them


class Hidden:
    """An element that hides what is in it, and where it ends: also where it is not closed."""

    def __init__(self, name: str, how: How) -> None:
        self.how = how
        self.name = name
        self.inside = Counter([name])  # what is open, from this element on

    def is_over(self, name: str, around: Counter[str], *, closing: bool) -> bool:
        """Return whether the element ended before this tag; `around` are the elements in which it stands."""
        if name == "body":
            return True
        if closing:
            is_around = not self.inside[name] and around[name] > 0
            return is_around and (name in _STRONG or self.name not in _STRONG)
        if name in IN_TABLES and self.name not in IN_TABLES | {"table"}:
            return around["table"] > 0 and not self.inside["table"]  # the next cell ends all that is open in this one
        return name in _NEXT.get(self.name, ()) and not any(
            self.inside[each] for each in _AGAIN_WITHIN.get(self.name, ())
        )

    def take(self, name: str, *, closing: bool) -> bool:
        """Count a tag, and tell whether the element is closed by it."""
        if not closing:
            self.inside[name] += 1
        elif self.inside[name]:
            self.inside[name] -= 1
        return not self.inside[self.name]


def hidden_by(name: str, raw: str, sheets: Sheets) -> How | None:
    """Return how the element of this name and these attributes is hidden in a page with these sheets, or None."""
    if not _MAY_HIDE.search(raw):
        return None
    given = attributes(raw)
    marks = marks_of(given)
    said = declarations(given["style"]) if "style" in given else {}
    if "hidden" in given and not gives(said, "wholly"):
        return "wholly"
    how = how_hidden(said)
    if how == "wholly" and marks & sheets.insisted:
        return None
    if how is None and marks and (by_sheet := sheets.hide(name, marks)) and not gives(said, by_sheet):
        return by_sheet
    return how


def shows_again(name: str, raw: str, how: How, sheets: Sheets) -> bool:
    """Return whether an element is seen inside one that is hidden so."""
    if how == "wholly":
        return False
    given = attributes(raw)
    said = declarations(given.get("style", ""))
    if how_hidden(said) is not None:
        return False
    is_coloured = how == "colour" and ("bgcolor" in given or "background" in given)
    words = marks_of(given) | {name, "*"}
    return name in _OWN_LOOK[how] or is_coloured or gives(said, how) or bool(words & sheets.given[how])
