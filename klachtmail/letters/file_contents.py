"""What is in a file, as far as its first page of contents tells: names in a ZIP, macros in a document. Nothing is unpacked."""

import struct
from collections.abc import Callable
from typing import Final

_MOST: Final = 2_000  # files in one archive; a client sends photographs
_END = struct.Struct("<4s4H2LH")  # the end of a ZIP (APPNOTE.TXT §4.3.16), and an entry of its list (§4.3.12)
_ENTRY = struct.Struct("<4s6H3L5H2L")
_ZIP: Final = b"PK\x03\x04"
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_OLD_OFFICE: Final = tuple(name.encode("utf-16-le") for name in ("_VBA_PROJECT", "Ole10Native", "Macros"))
_EMBEDDED: Final = (b"\\objdata", b"\\objupdate", b"\\objocx")  # rich text with a file in it
_IN_OFFICE: Final = ("vbaproject", "vbadata", "xl/macrosheets/", "activex", "oleobject", "basic/script", "scripts/")
_OFFICE: Final = frozenset(
    {"docx", "dotx", "xlsx", "xltx", "pptx", "potx", "ppsx", "vsdx", "odt", "ods", "odp", "odg", "ott", "ots"}
)


def may_run(content: bytes, suffix: str, is_withheld: Callable[[str], bool]) -> bool:
    """Return whether something in this file can run, or cannot be seen; `is_withheld` judges the names in an archive.

    In a document of an office program the names are the program's own: only its macros and objects are looked for.
    """
    if suffix in _OFFICE and content.startswith(_ZIP):
        return _names_one(content, _is_macro)
    if suffix == "zip" or content.startswith(_ZIP):
        return _names_one(content, lambda name: is_withheld(name) or _is_macro(name))
    if content.startswith(_OLD_OFFICE):
        return any(name in content for name in _IN_OLD_OFFICE)
    return content[:16].lstrip().startswith(b"{\\rt") and any(word in content.lower() for word in _EMBEDDED)


def _is_macro(name: str) -> bool:
    return any(sign in name.lower() for sign in _IN_OFFICE)


def _names_one(content: bytes, is_wanted: Callable[[str], bool]) -> bool:
    """Return whether a ZIP names such a file, is encrypted, or has a list that cannot be read or is too long."""
    end = content.rfind(b"PK\x05\x06", max(0, len(content) - 66_000))
    if end < 0 or len(content) - end < _END.size:
        return True
    *_, count, size, _, _ = _END.unpack_from(content, end)
    at = end - size  # what stands before the archive (a program that unpacks itself) does not move its end
    if count > _MOST or at < 0:
        return True
    for _ in range(count):
        if end - at < _ENTRY.size or not content.startswith(b"PK\x01\x02", at):
            return True
        fields = _ENTRY.unpack_from(content, at)
        flags, lengths = fields[3], fields[10:13]
        name = content[at + _ENTRY.size : at + _ENTRY.size + lengths[0]].decode("utf-8", "replace")
        if flags & 1 or is_wanted(name):
            return True
        at += _ENTRY.size + sum(lengths)
    return False
