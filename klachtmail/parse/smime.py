"""Opaque signed messages (S/MIME, RFC 8551 §3.5.2): the message lies inside its signature, in the open.

The signature itself is not judged: who may command is said by tokens and by the mail server.
"""

from typing import Final

from klachtmail.parse.body import file_name, leaves
from klachtmail.parse.mime import Bounds, Part, normalised, read_tree

_TYPES: Final = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_NESTED: Final = 3  # a mailing list signs what was signed already


def read_message(raw: bytes, bounds: Bounds, depth: int = 0) -> Part:
    """Return the root part of a message, with what is signed opaquely opened; it then is a part with one child."""
    root = read_tree(normalised(raw), bounds)
    for part in list(leaves(root)) if depth < _NESTED else ():
        if is_cms(part) and (content := _signed(part.content())):
            part.children.append(read_message(content, bounds, depth + 1))
    return root


def is_cms(part: Part) -> bool:
    """Return whether a part is signed or encrypted by S/MIME: by its type, or as the file that relays make of it."""
    return part.content_type in _TYPES or file_name(part).lower() == "smime.p7m"


def _signed(content: bytes) -> bytes | None:
    """Return what was signed, or None when the content is encrypted, compressed or broken."""
    from asn1crypto.cms import ContentInfo

    try:
        info = ContentInfo.load(content)
        if info["content_type"].native != "signed_data":
            return None
        inner = info["content"]["encap_content_info"]["content"].native
    except Exception:  # noqa: BLE001 - whatever the library trips over in hostile bytes, then it stays a closed part
        return None
    return inner if isinstance(inner, bytes) and inner.strip() else None
