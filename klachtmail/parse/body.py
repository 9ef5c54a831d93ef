"""Which parts are the message's own text and which are attachments, and what the text says."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from klachtmail.domain.incoming.message import Attachment
from klachtmail.parse import clean
from klachtmail.parse.charset import decode, of_page
from klachtmail.parse.flowed import unflow
from klachtmail.parse.header import decoded, end_of_fields, read_fields
from klachtmail.parse.html import seen_text, to_text
from klachtmail.parse.mime import Part
from klachtmail.parse.stub import differing, says_more
from klachtmail.parse.unseen import may_hide

TEXT_LIMIT: Final = 500_000  # characters of text of one message
LINES_LIMIT: Final = 30_000
_PART_LIMIT: Final = 2_000_000  # encoded bytes of one text part
_LINE_OR_TWO: Final = 20  # words; more of them that the richer text lacks are shown below it
_COMPARED: Final = 20_000  # characters: a longer plain text is no stub
_TEXT_TYPES: Final = frozenset(
    """
        text/plain text/html text/enriched text/richtext text/markdown text/x-markdown text/unknown text
    """.split()
)
_REPLACED_BY_TEXT: Final = frozenset({"text/x-amp-html", "text/watch-html", "text/html", "text/plain", "text/enriched"})
REACTION: Final = "text/vnd.google.email-reaction+json"
_ENDINGS: Final = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "application/pdf": ".pdf",
    "message/rfc822": ".eml",
    "text/calendar": ".ics",
    "text/plain": ".txt",
    "text/html": ".html",
    "application/pgp-signature": ".asc",
    "application/pkcs7-signature": ".p7s",
    "application/pkcs7-mime": ".p7m",
    "application/ms-tnef": ".dat",
    "message/delivery-status": ".txt",
    "text/rfc822-headers": ".txt",
    "text/csv": ".csv",
    "application/zip": ".zip",
}


@dataclass(slots=True)
class Body:
    """What a message consists of: its text, the parts beside it in the order of the message, and what was cut."""

    text: str = ""
    html_only: bool = False
    attached: list[Part] = field(default_factory=list)
    was_cut: bool = False
    differing: list[str] = field(default_factory=list)  # words in which HTML and text differ
    unseen: set[str] = field(default_factory=set)  # lines of which its reader may not know


def read_body(root: Part) -> Body:
    """Return the text and the attached parts of a message."""
    body = Body()
    body.attached = list(attached(root))
    pieces = list(_texts(root, body))
    if not any(text.strip() for text, _ in pieces):
        pieces = [_text_of(part, body) for part in body.attached[:1] if _is_text_with_a_name(part)]
    filled = [(text, is_html) for text, is_html in pieces if text.strip()]
    body.text = _cut("\n\n".join(text.strip("\n") for text, _ in filled), body)
    if not root.children and root.content_type.startswith("text/") and root.content_type not in _TEXT_TYPES:
        body.unseen.update(line.strip() for line in body.text.split("\n"))  # a card or a table: shown, and not typed
    body.html_only = bool(pieces) and all(is_html for _, is_html in filled or pieces)
    return body


def attached(root: Part) -> Iterator[Part]:
    """Yield the parts that are no text of the message itself, in order. Depends on structure only, not on content."""
    own = {id(part) for part in _own_texts(root, is_root=True)}
    for part in leaves(root):
        if id(part) not in own and not is_reaction(part):
            yield part


def inner(part: Part) -> Iterator[Part]:
    """Yield the parts that hold others, outermost first."""
    if part.children:
        yield part
    for child in part.children:
        yield from inner(child)


def is_reaction(part: Part) -> bool:
    """Return whether a part is a reaction (a thumb) for programs that show those: Gmail's, or by RFC 9078."""
    kind = part.disposition[0]
    return kind == "reaction" or (part.content_type == REACTION and kind != "attachment")


def leaves(part: Part) -> Iterator[Part]:
    """Yield the parts that hold no others, in order."""
    if not part.children:
        yield part
    for child in part.children:
        yield from leaves(child)


def every_text(root: Part) -> Iterator[str]:
    """Yield the text of each of a message's own parts, of alternatives all; HTML also with what it hides."""
    for part in _own_texts(root, is_root=True):
        yield _text_of(part, Body())[0]
        if part.content_type == "text/html":
            content = decode(part.content(_PART_LIMIT), part.parameters.get("charset", ""))
            yield clean.lines(to_text(content, hide=False))


def _own_texts(part: Part, *, is_root: bool = False, in_alternative: bool = False) -> Iterator[Part]:
    if part.children:
        for child in part.children:
            yield from _own_texts(child, in_alternative=part.content_type == "multipart/alternative")
    elif is_own_text(part, is_root=is_root) or (
        in_alternative and part.content_type in _REPLACED_BY_TEXT and not file_name(part)
    ):
        yield part


def is_own_text(part: Part, *, is_root: bool = False) -> bool:
    """Return whether a leaf is text that the author wrote into the message: not named, and not marked as attachment."""
    if part.content_type.startswith("multipart/"):
        return True  # no delimiter was ever found: what is there is shown as text
    if part.content_type not in _TEXT_TYPES and not (is_root and part.content_type.startswith("text/")):
        return False
    kind, given = part.disposition
    name = given.get("filename") or part.parameters.get("name")
    return kind != "attachment" and (not name or is_root) if kind or name else True


def _is_text_with_a_name(part: Part) -> bool:
    return (part.content_type in _TEXT_TYPES or part.content_type == "message/delivery-status") and part.disposition[
        0
    ] != "attachment"


def _texts(part: Part, body: Body, *, is_root: bool = True) -> Iterator[tuple[str, bool]]:
    """Yield (text, is it from HTML) of the message's own parts; of alternatives only the best."""
    if not part.children:
        if is_own_text(part, is_root=is_root):
            yield _text_of(part, body)
        return
    if part.content_type == "multipart/alternative":
        yield from _best(list(part.children), body)
        return
    page: list[tuple[str, bool]] = []
    for child in part.children:
        found = list(_texts(child, body, is_root=False))
        # RFC 2387: what belongs to a page is shown in it or nowhere.
        if page and part.content_type == "multipart/related":
            body.unseen.update(line.strip() for text, _ in found for line in text.split("\n") if line.strip())
        yield from found
        page = page or found


def _best(children: list[Part], body: Body) -> list[tuple[str, bool]]:
    """Return the plain text, unless a richer one says more than a line or two that it does not (RFC 2046 §5.1.4)."""
    best: list[tuple[str, bool]] = []
    for child in sorted(children, key=_is_rich):
        choice = list(_texts(child, body, is_root=False))
        if not "".join(text for text, _ in choice).strip():
            continue
        plain, rich = ("\n".join(text for text, _ in texts) for texts in (best, choice))
        if best and plain.split() == rich.split():  # mostly the one was made of the other
            continue
        if not best or (len(plain) < _COMPARED and says_more(rich, plain)):
            is_something = len(plain.split()) > _LINE_OR_TWO and says_more(plain, rich)
            body.differing += differing(rich, plain) if is_something else []
            best = [*choice, *best] if is_something else choice
        else:
            body.differing += differing(rich, plain)
    return best


def _is_rich(child: Part) -> bool:
    """Return whether this alternative is to be read only when the plain one says nothing."""
    return next(leaves(child)).content_type != "text/plain"


def _text_of(part: Part, body: Body) -> tuple[str, bool]:
    """Return the clean text of a part, and whether it is made from HTML."""
    if part.end - part.start > _PART_LIMIT:
        body.was_cut = True
    content, declared = part.content(_PART_LIMIT), part.parameters.get("charset", "")
    is_page = part.content_type in {"text/html", "text/enriched", "text/richtext"}
    text = decode(content, declared if declared or not is_page else of_page(content))
    if is_page:
        shown = _cut(clean.lines(to_text(text)), body)
        if shown and may_hide(text):
            # Counted: what is hidden at the top may stand in plain sight in the letter that is quoted below it.
            seen = Counter(line.strip() for line in clean.lines(seen_text(text)).split("\n"))
            body.unseen.update((Counter(line.strip() for line in shown.split("\n") if line.strip()) - seen).keys())
        return shown, True
    text = _cut(clean.lines(text[:_PART_LIMIT]), body)
    if part.parameters.get("format", "").lower() == "flowed":
        text = unflow(text, delete_space=part.parameters.get("delsp", "").lower() == "yes")
    return "\n".join(line.rstrip() if line != "-- " else line for line in text.split("\n")), False


def _cut(text: str, body: Body) -> str:
    """Return as much of the text as is read, and note in the body when that is not all."""
    if len(text) <= TEXT_LIMIT and text.count("\n") < LINES_LIMIT:
        return text
    body.was_cut = True
    return "\n".join(text[:TEXT_LIMIT].split("\n", LINES_LIMIT)[:LINES_LIMIT])


def file_name(part: Part) -> str:
    """Return the name that a part was given, safe as a file name, or ''."""
    given = part.disposition[1].get("filename") or part.parameters.get("name") or part.disposition[1].get("name") or ""
    return clean.file_name(given)


def name_of(part: Part, index: int) -> str:
    """Return a name for an attachment: its own, an attached message's subject, or 'bijlage-1.pdf'."""
    name = file_name(part)
    if name:
        return name
    ending = _ENDINGS.get(part.content_type, ".bin")
    if part.content_type == "message/rfc822":
        subject = clean.file_name(subject_of(part)[:60])
        if subject:
            return subject + ending
    return f"bijlage-{index + 1}{ending}"


def subject_of(part: Part) -> str:
    """Return the subject of an attached message, one clean line or ''."""
    stop, _, _ = end_of_fields(part.raw, part.start, part.end)
    fields = dict(reversed(read_fields(part.raw[part.start : stop])))
    return decoded(fields.get("subject", ""))


def describe(part: Part, index: int) -> Attachment:
    """Return what is recorded of an attached part; `size` and `sha256` are of the decoded content."""
    content = part.content()
    is_inline = part.disposition[0] == "inline" or bool(
        part.field("content-id") and part.content_type.startswith("image/")
    )
    digest = hashlib.sha256(content).hexdigest()
    return Attachment(index, name_of(part, index), part.content_type[:100], len(content), digest, is_inline)
