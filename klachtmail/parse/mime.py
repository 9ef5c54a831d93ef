"""The tree of parts of a message (RFC 2046), cut from its bytes with bounds on depth, number and work.

The standard library's parser reads a message line by line into strings: a message of 25 MB takes it seconds and
several times that in memory, and a hostile one far more. Here a part is only two offsets into the raw message,
delimiters are found with `bytes.find`, and an attached message is not opened: it stays one part.
"""

import binascii
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from klachtmail.parse.header import (
    Fields,
    begins_with_a_known_field,
    decoded,
    end_of_fields,
    parameters,
    read_fields,
    without_strays,
)

DEPTH_LIMIT: Final = 12  # people's mail programs nest at most six deep
PART_LIMIT: Final = 300
_CANDIDATE_LIMIT: Final = 20_000  # places that look like a delimiter, in the whole message
_UU_LINES: Final = 600_000  # of 45 bytes
_BOUNDARY_LIMIT: Final = 512  # RFC 2046 §5.1.1 allows 70
_FOUND_WITHIN: Final = 20_000  # bytes of a multipart in which its real boundary is looked for
_DELIMITED = re.compile(rb"^--(\S{1,200})[ \t]*\r?\nContent-[A-Za-z-]{1,40}:", re.MULTILINE | re.IGNORECASE)
_PAD_THEN_MORE = re.compile(rb"=\s*+(?=[A-Za-z0-9+/]{16})")
_GAP = re.compile(rb"\n\r*+\n")
_FIRST_GAP: Final = 500  # bytes
_BESIDE_FROM: Final = frozenset({"to", "subject", "date", "message-id"})
_ENVELOPE_LINES = re.compile(rb"[ \t\r\n\xef\xbb\xbf]*+(?:>?From [^\n]*+\n){0,1000}")
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/=]++")
_FIRST_LINE = re.compile(rb"\s*+([^\r\n]*+)")
_TYPED = re.compile(rb"[ !-*,.:-<>?@\[-`{-~-]")  # ASCII signs that base64 does not have
_WORDS = re.compile(rb"[A-Za-z]{2} [A-Za-z]{2}")
_ENCODED_LINE = re.compile(rb"^[ \t>]*+[A-Za-z0-9+/]{40,}+=*+[ \t]*+\r?$", re.MULTILINE)


@dataclass(slots=True)
class Part:
    """One part: its fields, and where its content lies in `raw`."""

    raw: bytes
    start: int
    end: int
    fields: Fields
    content_type: str = "text/plain"
    parameters: dict[str, str] = field(default_factory=dict)
    children: list["Part"] = field(default_factory=list)
    _disposition: tuple[str, dict[str, str]] | None = None

    def field(self, name: str) -> str:
        """Return the raw value of the first field with this lower-case name, or ''."""
        return next((value for key, value in self.fields if key == name), "")

    def all(self, name: str) -> list[str]:
        """Return the raw values of every field with this lower-case name, topmost first."""
        return [value for key, value in self.fields if key == name]

    @property
    def disposition(self) -> tuple[str, dict[str, str]]:
        """'inline', 'attachment' or '', with its parameters (RFC 2183)."""
        if self._disposition is None:
            value = self.field("content-disposition")
            self._disposition = parameters(value) if value else ("", {})
        return self._disposition

    @property
    def encoding(self) -> str:
        """The transfer encoding, in lower case."""
        return decoded(self.field("content-transfer-encoding")).lower().strip("\"' ;")

    def content(self, limit: int | None = None) -> bytes:
        """Return the content without its transfer encoding; of at most `limit` encoded bytes."""
        end = self.end if limit is None else min(self.end, self.start + limit)
        body = self.raw[self.start : end]
        match self.encoding:
            case "base64":
                return body if _is_plain(body) else unbase64(body)
            case "quoted-printable":
                return binascii.a2b_qp(body)
            case "x-uuencode" | "x-uue" | "uuencode":
                return _unuuencode(body)
            case _:
                return body


@dataclass(slots=True)
class Bounds:
    """What is left of the work that one message may cost, and whether a bound cut something."""

    parts: int = PART_LIMIT
    candidates: int = _CANDIDATE_LIMIT
    was_cut: bool = False


def unbase64(body: bytes) -> bytes:
    """Return the decoded bytes: stray characters are skipped, missing padding is added, segments are joined."""
    try:
        if not _PAD_THEN_MORE.search(body):
            return binascii.a2b_base64(body)
    except binascii.Error:
        pass
    clean = _NO_BASE64.sub(b"", body)
    # A mailing list's footer after the padding is no base64, though it is made of the same letters. Nor is the name of a
    # boundary that was not recognised; its '=' may stand where padding would.
    segments = re.findall(rb"[A-Za-z0-9+/]++=*+", clean)[:100]
    longest = max(map(len, segments), default=0)
    return b"".join(_segment(segment) for segment in segments if len(segment) in {longest, len(segment) // 4 * 4})


def _is_plain(body: bytes) -> bool:
    """Return whether what is labelled base64 cannot be that: its first line has blanks or signs, or was never encoded.

    A long line of base64 anywhere says that it is: what stands above or below it was added on the way.
    """
    found = _FIRST_LINE.match(body)
    first = found[1].strip() if found else b""
    is_typed = _TYPED.search(first) or (len(first) % 4 and _WORDS.search(body))
    return bool(is_typed) and not _ENCODED_LINE.search(body)


def _segment(segment: bytes) -> bytes:
    letters = segment.rstrip(b"=")
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def _unuuencode(body: bytes) -> bytes:
    out = bytearray()
    position = body.find(b"\n", body.find(b"begin "))
    for _ in range(_UU_LINES):
        end = body.find(b"\n", position + 1)
        line = body[position + 1 : end if end >= 0 else len(body)].rstrip(b"\r")
        if position < 0 or line.startswith(b"end"):
            break
        with suppress(binascii.Error):
            out += binascii.a2b_uu(line)
        position = end
    return bytes(out)


def read_tree(raw: bytes, bounds: Bounds) -> Part:
    """Return the root part of a message. The bytes should have been through `normalised`."""
    return _read_part(raw, _skip_envelope_line(raw), len(raw), bounds, depth=0, default="text/plain")


def normalised(raw: bytes) -> bytes:
    """Return the message with line ends that can be read: some programs send only CR (old Macs, broken gateways)."""
    head = raw[:65_536]
    if b"\r" in head and b"\n" not in head:
        return raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if b"\0" in head:
        _, body, _ = end_of_fields(raw.replace(b"\0", b"!"), _skip_envelope_line(raw), len(raw))
        return raw[:body].replace(b"\0", b"") + raw[body:]
    return raw


def _skip_envelope_line(raw: bytes) -> int:
    """Return where the header begins: after empty lines and mbox' 'From ' line."""
    match = _ENVELOPE_LINES.match(raw)
    return match.end() if match else 0


def _read_part(raw: bytes, start: int, end: int, bounds: Bounds, *, depth: int, default: str) -> Part:
    bounds.parts -= 1
    stop, body, bad = end_of_fields(raw, start, end)
    fields = read_fields(without_strays(raw, start, stop, bad))
    if depth == 0 and all(name != "from" for name, _ in fields):
        gap = None if fields else _GAP.search(raw, body, min(end, body + _FIRST_GAP))  # below a stray first line
        more, body = _after_a_gap(raw, gap.end() if gap else body, end, otherwise=body)
        fields = (*fields, *more)
    part = Part(raw, body, end, fields)
    value = part.field("content-type")
    main, part.parameters = parameters(value) if value else (default, {})
    part.content_type = main if _is_type(main) else _mended(main, default)
    if part.content_type.startswith("multipart/"):
        _read_children(part, bounds, depth)
    return part


def _after_a_gap(raw: bytes, start: int, end: int, *, otherwise: int) -> tuple[Fields, int]:
    """Return the fields that go on after an empty line, when the sender is among them, and where the body then begins."""
    if not begins_with_a_known_field(raw, start):
        return (), otherwise
    stop, after, bad = end_of_fields(raw, start, end)
    more = read_fields(without_strays(raw, start, stop, bad))
    names = {name for name, _ in more}
    return (more, after) if "from" in names and names & _BESIDE_FROM else ((), otherwise)


def _is_type(main: str) -> bool:
    kind, slash, subtype = main.partition("/")
    return bool(slash and kind and subtype) and main.isascii() and main.isprintable() and " " not in main


def _mended(main: str, default: str) -> str:
    """Return a usable type for an illegal one: 'text' and 'html' are meant well (RFC 2045 §5.2: else text/plain)."""
    word = next(iter(main.split()), "")
    if _is_type(word):
        return word
    return {"html": "text/html", "pdf": "application/pdf"}.get(word, default)


def _read_children(part: Part, bounds: Bounds, depth: int) -> None:
    boundary = part.parameters.get("boundary", "").encode("utf-8", "surrogatepass")[:_BOUNDARY_LIMIT]
    if depth >= DEPTH_LIMIT:
        bounds.was_cut = True
        part.content_type = "application/octet-stream"
        return
    default = "message/rfc822" if part.content_type == "multipart/digest" else "text/plain"
    sections = _sections(part, boundary, bounds) if boundary else []
    for start, end in sections or _by_another_boundary(part, bounds):
        if bounds.parts <= 0:
            bounds.was_cut = True
            return
        part.children.append(_read_part(part.raw, start, end, bounds, depth=depth + 1, default=default))


def _by_another_boundary(part: Part, bounds: Bounds) -> list[tuple[int, int]]:
    """Return the sections of a multipart whose boundary is missing or never comes, by the delimiter that is there."""
    found = _DELIMITED.search(part.raw, part.start, min(part.end, part.start + _FOUND_WITHIN))
    return _sections(part, found[1], bounds) if found else []


def _sections(part: Part, boundary: bytes, bounds: Bounds) -> list[tuple[int, int]]:
    """Return the offsets of each section between delimiter lines; the last one may lack its closing delimiter."""
    raw, delimiter = part.raw, b"--" + boundary
    sections: list[tuple[int, int]] = []
    begin, position = -1, part.start
    while (found := raw.find(delimiter, position, part.end)) >= 0:
        bounds.candidates -= 1
        if bounds.candidates < 0 or len(sections) > PART_LIMIT:
            bounds.was_cut = True
            break
        position = found + len(delimiter)
        line_end = raw.find(b"\n", position, min(part.end, position + 200))
        rest = raw[position : line_end if line_end >= 0 else min(part.end, position + 200)].strip()
        if rest not in {b"", b"--"} or not (found == part.start or raw[found - 1] in b"\r\n"):
            continue
        if begin >= 0:
            sections.append((begin, _before_line_end(raw, begin, found)))
        begin = line_end + 1 if line_end >= 0 else part.end
        position = max(position, begin - 1)
        if rest == b"--":
            return sections
    if begin >= 0:
        sections.append((begin, part.end))
    return sections


def _before_line_end(raw: bytes, begin: int, found: int) -> int:
    """Return the offset before the line end that belongs to the delimiter (RFC 2046 §5.1.1)."""
    if found > begin and raw[found - 1 : found] == b"\n":
        found -= 1
    if found > begin and raw[found - 1 : found] == b"\r":
        found -= 1
    return found
