"""Bytes to text, whatever the message says about them: charsets are missing, empty, invented or a lie."""

import codecs
import re
from encodings.aliases import aliases
from functools import lru_cache
from typing import Final

_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]{0,39}")
_ASCII: Final = bytes(range(128))
_SAMPLE: Final = 4_096  # bytes that are enough to recognise a charset by
_OTHER_NAMES: Final = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x_gbk": "gb18030",
    "ks_c_5601_1987": "cp949",
    "euc_kr": "cp949",
    "ks_c_5601": "cp949",
    "shift_jis": "cp932",
    "x_sjis": "cp932",
    "sjis": "cp932",
    "iso_8859_8_i": "iso8859_8",
    "iso_8859_8_e": "iso8859_8",
    "utf8mb4": "utf_8",
    "unicode_1_1_utf_7": "utf_7",
    "iso_2022_jp": "iso2022_jp_ext",
    "windows_31j": "cp932",
    "cp_850": "cp850",
    "macintosh": "mac_roman",
    "x_mac_roman": "mac_roman",
    "x_mac_cyrillic": "mac_cyrillic",
    "windows_874": "cp874",
    "dos_874": "cp874",
    "iso_8859_11": "cp874",
    "tis_620": "cp874",
}
_CANDIDATES: Final = """
    cp1252 cp1250 cp1251 koi8_r cp1253 cp1254 big5 gb18030 cp932 euc_jp cp949 utf_16
""".split()
# What programs call the bytes of whatever machine they run on; UTF-8 more often than not.
_WESTERN: Final = frozenset({"ascii", "latin_1", "cp1252", "iso8859_15"})
_NOT_TEXT: Final = frozenset(
    {"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem", "palmos"}
)
# Python imports a module for each name it is asked for and remembers each failure: never ask it for an invented name.
_KNOWN: Final = (
    frozenset(aliases)
    | frozenset(aliases.values())
    | set(
        """
        koi8_t koi8_u cp720 cp737 cp856 cp874 cp875 cp1006 utf_8_sig mac_arabic mac_farsi
    """.split()
    )
) - _NOT_TEXT
_SHIFTING: Final = (
    "utf_7",
    "utf_16",
    "utf_32",
    "iso2022",
    "hz",
)  # their bytes may all be ASCII and yet mean something else
_LATIN_OR_LONG = re.compile("[^\x00-\x9f\u0250-\u07ff]")  # what two bytes of Chinese or Korean do not look like
_META = re.compile(rb"<meta\s[^>]{0,300}?charset\s*+=\s*+[\"']?+([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_HEAD: Final = 4_096  # bytes of a page in which its charset is looked for


def of_page(content: bytes) -> str:
    """Return the charset that a page names itself in a <meta>, or ''."""
    found = _META.search(content, 0, _HEAD)
    return found[1].decode("ascii") if found else ""


@lru_cache(maxsize=256)
def codec_of(declared: str) -> str | None:
    """Return the name of the Python codec that this charset label means, or None when it means nothing."""
    label = declared.strip(" \t\"'").lower().removeprefix("charset=").strip("\"'")
    if not _NAME.fullmatch(label):
        return None
    name = re.sub(r"[-. ]", "_", label)
    name = _OTHER_NAMES.get(name, name)
    if name not in _KNOWN:
        return None
    found = aliases.get(name, name)
    found = _OTHER_NAMES.get(found, found)
    try:
        is_text = codecs.lookup(found)._is_text_encoding  # noqa: SLF001 - there is no public way to ask
    except LookupError:
        return None
    return found if is_text else None


def _strict(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except (ValueError, LookupError):
        return None


def decode(content: bytes, declared: str = "", *, may_guess: bool = True) -> str:
    """Return the text of these bytes; undecodable ones become U+FFFD only when no charset fits better.

    To guess costs a thousand times what else happens here: a caller that may have thousands of pieces bounds it.
    """
    codec = codec_of(declared) if declared else None
    if content.isascii() and not (codec and codec.startswith(_SHIFTING)):
        return content.decode("ascii")
    if not (codec and codec.startswith(_SHIFTING)):
        text = _strict(content, "utf_8")
        if text is not None and (codec is None or codec in _WESTERN or _LATIN_OR_LONG.search(text)):
            return (
                text  # whatever the label: no other charset makes bytes that are UTF-8 by chance, but for a word or two
            )
    if codec is not None:
        codec = "cp1252" if codec in {"ascii", "latin_1"} else codec
        text = _strict(content, codec)
        if text is not None:
            return text
    return _mostly(content, codec) or (_guess(content) if may_guess else decode_header(content))


def _mostly(content: bytes, codec: str | None) -> str | None:
    """Return the text where the declared charset (or UTF-8) fits but for a few broken or cut off characters."""
    # UTF-8 under a Western label is told by its second bytes, of which Western text has few.
    names = ("utf_8", codec) if codec in _WESTERN else (codec, "utf_8")
    for name in dict.fromkeys(each for each in names if each):
        text = content.decode(name, "replace")
        is_meant = name == codec or not text.replace("�", "").isascii()
        if is_meant and text.count("�") <= 1 + len(text) // 200:
            return text
    return None


def _guess(content: bytes) -> str:
    """Return the text by the likeliest charset, for a Dutch firm: Windows-1252 unless something else fits better."""
    from charset_normalizer import from_bytes

    sample = content[:_SAMPLE]
    is_mostly_ascii = 8 * len(sample.translate(None, _ASCII)) < len(sample)
    if is_mostly_ascii and b"\0" not in sample and _strict(sample, "cp1252") is not None:
        return content.decode("cp1252", "replace")
    best = from_bytes(sample, steps=3, chunk_size=256, cp_isolation=_CANDIDATES).best()
    return content.decode(best.encoding if best else "cp1252", "replace")


def decode_header(content: bytes) -> str:
    """Return the text of raw 8-bit header bytes (RFC 6532 says UTF-8; older programs send Windows-1252)."""
    text = _strict(content, "utf_8")
    return text if text is not None else content.decode("cp1252", "replace")
