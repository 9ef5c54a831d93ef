"""What no text that leaves this room may contain, and how it is taken out.

Lone surrogates break every encoder, control characters break headers and terminals, and invisible or
direction-changing characters (Unicode TR 36 §2.10) make one name look like another.
"""

import re
import unicodedata
from typing import Final

LINE_LIMIT: Final = 8_000  # characters of a one-line field
NAME_LIMIT: Final = 120  # characters of a file name: with its folder it must fit in 255 bytes
ENDING_LIMIT: Final = 10

_BREAKS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BLANKS = re.compile(r"\s+")
_INVISIBLE: Final = (
    "\xad\u034f\u061c\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
)
_PRINTABLE_TRICK: Final = "\u034f"  # of the invisible ones
_CONTROLS: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_DROP_IN_TEXT = re.compile(f"[{_CONTROLS}{_INVISIBLE}]")
_DROP_IN_LINE = re.compile(f"[{_CONTROLS}{_INVISIBLE}\u200c-\u200f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=[. ]|$)", re.IGNORECASE)  # of Windows
_UNSAFE_IN_NAME = re.compile(r'[/\\:*?"<>|\x00-\x1f]+')


def one_line(text: str, limit: int = LINE_LIMIT) -> str:
    """Return the text as one printable line: breaks and runs of blanks become one space, tricks are gone."""
    if text.isprintable() and "  " not in text:
        return text.strip()[:limit]
    text = _DROP_IN_LINE.sub("", _BREAKS.sub(" ", text[: 4 * limit].replace("\t", " ")))
    return _BLANKS.sub(" ", _SURROGATES.sub("�", text)).strip()[:limit]


def lines(text: str) -> str:
    r"""Return the text with \n as its only line end and plain spaces as its only blanks (Outlook types U+00A0)."""
    # So are those below not, nor other blanks.
    if text.replace("\n", "").isprintable() and _PRINTABLE_TRICK not in text:
        return text
    text = _BREAKS.sub("\n", text).expandtabs(4)
    if not text.isascii():
        text = _SURROGATES.sub("�", _SPACES.sub(" ", text))
    return _DROP_IN_TEXT.sub("", text)


def file_name(text: str) -> str:
    """Return a name that is safe on every file system, or '' when nothing is left of it."""
    name = _UNSAFE_IN_NAME.sub("_", one_line(text)).strip(" .")
    name = unicodedata.normalize("NFC", f"_{name}" if _DEVICE.match(name) else name)
    if len(name.encode()) <= NAME_LIMIT:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > ENDING_LIMIT:
        stem, ending = name, ""
    room = NAME_LIMIT - len((dot + ending).encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(" .") + (dot + ending if ending else "")
