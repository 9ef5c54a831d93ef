"""Header fields: from raw bytes to names and decoded one-line values (RFC 5322 §2.2, RFC 2047, RFC 2231)."""

import binascii
import re
from typing import Final
from urllib.parse import unquote_to_bytes

from klachtmail.parse.charset import decode, decode_header
from klachtmail.parse.clean import one_line

VALUE_LIMIT: Final = 65_536  # characters of one field: 1,000 recipients, or a long References
FIELD_LIMIT: Final = 1_000
BLOCK_LIMIT: Final = 1_000_000  # bytes of all fields together
_SKIPPED_LIMIT: Final = 100  # lines that are no header field, amid those that are

_BLOCK = re.compile(rb"(?:[!-9;-~]++[ \t]*+:[^\n]*+\n(?:[ \t][^\n]*+\n)*)*")
_KNOWN = re.compile(
    rb"^(?:From|To|Cc|Subject|Date|Message-ID|Received|Return-Path|Reply-To|MIME-Version|Content-Type|DKIM-Signature)[ \t]*+:",
    re.IGNORECASE | re.MULTILINE,
)
_GAP = re.compile(rb"\n\r*+\n")
_GAP_LIMIT: Final = 20_000  # bytes of lines that are no fields, before a field that is known
_LAST_FIELD = re.compile(rb"(?:^|\n)([A-Za-z-]{1,40})[ \t]*+:([^\n]*+(?:\n[ \t][^\n]*+)*)\n?\Z")
_FIELD = re.compile(r"^([!-9;-~]++)[ \t]*+:([^\n]*+(?:\n[ \t][^\n]*+)*)", re.MULTILINE)
_FOLDED = re.compile(rb"(?:[ \t][^\n]*+\n)*")
_BLANK_LINE = re.compile(rb"[\r]*+\n")
_LINE = re.compile(rb"[^\n]*+(?:\n|$)")
_PARAMETER = re.compile(
    r""";\s*+([^\s=;"]++)\s*+=\s*+(?:"((?:[^"\\]++|\\.)*)(?:"|$)|((?:[^;"\s]++|[ \t]++(?!\s|;|[^\s=;"]++\s*+=))*))""",
    re.DOTALL,
)
_CONTINUED = re.compile(r"([^*]++)(?:\*(\d{1,3}))?(\*)?")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_GUESSED: Final = 40  # encoded words, and what stands between, whose unknown charset is guessed
_QP = re.compile(rb"=([0-9A-Fa-f]{2})")

Fields = tuple[tuple[str, str], ...]


def end_of_fields(raw: bytes, start: int, end: int) -> tuple[int, int, list[tuple[int, int]]]:
    """Return where the fields end, where the body begins, and the lines between fields that are none.

    A line that is no field ends the header, unless fields go on after it (a stray '>From', a broken gateway, long fields
    whose folded lines lost their blank).
    """
    position = start
    bad: list[tuple[int, int]] = []
    limit = min(end, start + BLOCK_LIMIT)
    while True:
        match = _BLOCK.match(raw, position, limit)
        position = match.end() if match else position
        blank = _BLANK_LINE.match(raw, position, end)
        if blank:
            return position, blank.end(), bad
        line = _LINE.match(raw, position, end)
        after = line.end() if line else end
        if after >= end and b":" in raw[position : min(end, position + 80)]:
            return end, end, bad  # the header's last line has no line end, and there is no body
        folded = _FOLDED.match(raw, after, limit) if position > start else None
        after = folded.end() if folded else after
        following = _BLOCK.match(raw, after, limit)
        if position >= limit or len(bad) >= _SKIPPED_LIMIT:
            return position, position, bad
        if following is None or following.end() == after:
            after = _next_known(raw, after, limit)
            if after < 0:
                return position, position, bad
        bad.append((position, after))
        position = after


def _next_known(raw: bytes, start: int, limit: int) -> int:
    """Return where the next field begins whose name every program knows, before any empty line, or -1."""
    gap = _GAP.search(raw, max(0, start - 1), min(limit, start + _GAP_LIMIT))
    found = _KNOWN.search(raw, start, gap.start() if gap else min(limit, start + _GAP_LIMIT))
    return found.start() if found else -1


def begins_with_a_known_field(raw: bytes, start: int) -> bool:
    """Return whether a field whose name every program knows begins here."""
    return _KNOWN.match(raw, start) is not None


def without_strays(raw: bytes, start: int, stop: int, bad: list[tuple[int, int]]) -> bytes:
    """Return the header with the lines that are no fields taken out, or given back to the field that they broke off from."""
    block = raw[start:stop]
    for first, last in reversed(bad):
        lines = block[first - start : last - start]
        kept = b""
        if _is_broken_off(block[max(0, first - start - _GAP_LIMIT) : first - start], lines):
            kept = b"".join(b" " + line for line in lines.splitlines(keepends=True))
        block = block[: first - start] + kept + block[last - start :]
    return block


def _is_broken_off(before: bytes, lines: bytes) -> bool:
    """Return whether these lines end the field above them: a subject, a name without its address, recipients after a comma."""
    found = _LAST_FIELD.search(before)
    if found is None or lines.startswith(b">"):
        return False
    name, value = found[1].lower(), found[2].rstrip()
    if name == b"subject":
        return True
    return (name == b"from" and b"@" not in value) or (name in {b"to", b"cc"} and value.endswith(b","))


def read_fields(block: bytes) -> Fields:
    """Return (lower-case name, raw unfolded value) of each field, topmost first. Values are not yet decoded."""
    text = (block if b"\r" not in block else block.replace(b"\r", b"")).decode("utf-8", "surrogateescape")
    found = _FIELD.findall(text)[:FIELD_LIMIT]
    fields = tuple((name.lower(), value.replace("\n", "").strip()[:VALUE_LIMIT]) for name, value in found)
    return _without_false_marks(fields, block)


_MARKS: Final = ("x-ms-exchange-organization-", "authentication-results")
_MARKED = re.compile(rb"(?:\A|\n)(X-MS-Exchange-Organization-[A-Za-z0-9-]+|Authentication-Results):", re.IGNORECASE)


def _without_false_marks(fields: Fields, block: bytes) -> Fields:
    """Leave out marks of a server whose name is not written as servers write it: those it did not strip of a stranger's."""
    if not any(name.startswith(_MARKS) for name, _ in fields):
        return fields
    names = [name for name, _ in fields]
    written = [each.decode("ascii").lower() for each in _MARKED.findall(block)]
    return tuple(f for f in fields if not f[0].startswith(_MARKS) or written.count(f[0]) == names.count(f[0]))


def decoded(value: str) -> str:
    """Return a raw value as one clean line, its encoded words decoded (RFC 2047), however badly they were made."""
    return one_line(words(eight_bit(value)))


def eight_bit(value: str) -> str:
    """Return a raw value with its bytes that are no UTF-8 read as what they probably are."""
    if value.isascii():
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        return decode_header(value.encode("utf-8", "surrogateescape"))
    return value


def words(value: str) -> str:
    """Return the text with its encoded words decoded. Linear in time: an end that is not there is not looked for again."""
    position = value.find("=?")
    if position < 0:
        return value
    last = value.rstrip("?").rfind("=?"), value.rfind("?=")
    out: list[str] = []
    pending: tuple[str, bytes] | None = None  # neighbours in one charset: a character may be cut in two
    done = 0
    while position >= 0:
        word = _word_at(value, position, *last)
        if word is None:
            position = value.find("=?", position + 2)
            continue
        charset, content, after = word
        between = value[done:position]
        if pending and (not between.strip()) and pending[0] == charset:
            pending = (charset, pending[1] + content)
        else:
            if pending:
                out.append(decode(pending[1], pending[0], may_guess=len(out) < _GUESSED))
            if not (pending and not between.strip()):
                out.append(between)
            pending = (charset, content)
        done = after
        position = value.find("=?", after)
    if pending:
        out.append(decode(pending[1], pending[0], may_guess=len(out) < _GUESSED))
    return "".join((*out, value[done:]))


def _word_at(value: str, start: int, last_start: int, last_end: int) -> tuple[str, bytes, int] | None:
    """Return charset, bytes and end of the encoded word that begins here, or None. No word begins or ends beyond the last."""
    first = value.find("?", start + 2, start + 64)
    if first < 0 or value[first + 1 : first + 2] not in {"b", "B", "q", "Q"} or value[first + 2 : first + 3] != "?":
        return None
    if last_end < first + 3:  # cut off: read what is there, when it is all that is left
        if start < last_start or " " in value[first:]:
            return None
        text, after = value[first + 3 :].rstrip("?"), len(value)
    else:
        end = value.find("?=", first + 3)
        text, after = value[first + 3 : end], end + 2
    charset = value[start + 2 : first].partition("*")[0]
    content = text.encode("utf-8", "surrogateescape")
    return charset.lower(), _base64(content) if value[first + 1] in "bB" else _q(content), after


def _q(content: bytes) -> bytes:
    return _QP.sub(lambda match: bytes((int(match[1], 16),)), content.replace(b"_", b" "))


def _base64(content: bytes) -> bytes:
    content = b"".join(content.split()).rstrip(b"=")
    try:
        return binascii.a2b_base64(content + b"=" * (-len(content) % 4))
    except binascii.Error:
        try:
            return binascii.a2b_base64(content[:-1] + b"==")
        except binascii.Error:
            return content


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """Return the lower-case main value and the decoded parameters of a structured field (RFC 2045 §5.1, RFC 2231)."""
    main, separator, _ = value.partition(";")
    main = main.strip().lower()
    if not separator:
        return main, {}
    plain: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[bool, str]]] = {}
    for name, quoted, bare in _PARAMETER.findall(eight_bit(value).replace("\0", ""))[:100]:
        text = _ESCAPED.sub(r"\1", quoted) if quoted else bare.strip()
        match = _CONTINUED.fullmatch(name.lower())
        if match is None or not (match[2] or match[3]):
            plain.setdefault(name.lower(), text)
        else:
            pieces.setdefault(match[1], {}).setdefault(int(match[2] or 0), (bool(match[3]), text))
    extended = {name: _joined(parts) for name, parts in pieces.items()}
    return main, {name: one_line(words(text)) for name, text in {**plain, **extended}.items()}


def _joined(parts: dict[int, tuple[bool, str]]) -> str:
    """Return the text of a parameter in pieces: `*0*=utf-8''%e2%82 *1*=%ac *2=plain` (RFC 2231 §4.1)."""
    charset, content = "", b""
    for order, (is_encoded, text) in sorted(parts.items()):
        piece = text
        if is_encoded and order == min(parts) and piece.count("'") >= 2:
            charset, _, piece = piece.split("'", 2)
        content += unquote_to_bytes(piece) if is_encoded else piece.encode("utf-8", "surrogatepass")
    return decode(content, charset)
