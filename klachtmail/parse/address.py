"""Mailboxes in header fields (RFC 5322 §3.4), read so that a display name never passes for an address."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from klachtmail.domain.incoming.message import Address
from klachtmail.domain.people.directory import is_of_a_directory, person_of
from klachtmail.parse.clean import one_line
from klachtmail.parse.header import eight_bit, words

ADDRESS_LIMIT: Final = 1_000  # mailboxes read from one field
_NAME_LIMIT: Final = 200
_STRAY_LIMIT: Final = 200  # marks of one field that open and never end: each is looked after for 500 characters
_TOKEN = re.compile(
    r'(?P<word>=\?[\w*-]{1,40}\?[bBqQ]\?[^?<>"]{0,500}+\?=)|"(?P<quoted>(?:[^"\\]|\\.){0,500})"|\((?P<comment>(?:[^()\\]|\\.|\((?:[^()\\]|\\.){0,100}\)){0,300})\)|<(?P<angle>[^<>]*+)>?|(?P<mark>[,;:])|(?P<text>[^"(<,;:\s]++)'
    r'|(?P<blank>\s++)|(?P<stray>["(>])',
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_COMMENT = re.compile(r"\([^()]*+\)")
_WITHIN_A_WORD = re.compile(r"[^\s.@(]\([^()]*+\)[^\s.@)]")  # 'j(x)an': legal nowhere, and 'jan' to some programs
_LOOSE = re.compile(r"(?:(?<!\s)\s++)?([.@])\s*+")
_ROUTE = re.compile(r"^@[^:]*+:")
_LOCAL = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}")
_LONGEST: Final = 128  # characters that can still be 64 composed ones
# A place in a directory of Exchange or Notes, which no other server knows.
_DIRECTORY = re.compile(r"imceaex-|/?o=|cn=")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_LOOKS_LIKE = re.compile(r"(?<![^\s<>(),;:\"])[^\s<>(),;:\"@]++@[^\s<>(),;:\"@]++(?!@)")


def addresses(value: str) -> tuple[Address, ...]:
    """Return the mailboxes of a raw field, those of groups too (RFC 5322 §3.4), unusable ones with address ''."""
    text = eight_bit(value)
    if "=" in text or "/" in text:
        place = one_line(words(text), _NAME_LIMIT)
        if "<" not in place and not place.startswith('"') and is_of_a_directory(place):
            return (Address(person_of(place), bare_address(place)),)
    return tuple(_mailboxes(text))


def names_one(value: str) -> bool:
    """Return whether a raw field says plainly whose it is: one address, not in an encoded word, and nothing after it.

    Programs differ in whom they take for the author of anything else, and so may the server that checked it.
    """
    usable = [each for each in addresses(value) if each.address]
    bare, _, after = value.rpartition(">")
    written = f"{bare.rpartition('<')[2]}" if bare else value
    if "=?" in written or _WITHIN_A_WORD.search(written):
        return False
    return len(usable) == 1 and not _COMMENT.sub("", after if bare else "").strip()


def _mailboxes(value: str, *, again: bool = True) -> Iterator[Address]:
    """Yield each mailbox. Encoded words are decoded only after the commas have been judged (RFC 2047 §5)."""
    found = 0
    surname = ""  # of 'Boer, Sanne de <s@x.nl>', which programs that quote nothing write
    for parts, mark in _groups(value):
        name = "".join(parts.name).strip()
        if mark == "," and not surname and parts.angle is None and name and "@" not in name:
            surname = name.rstrip("\\")
            continue
        if parts.angle is not None and surname:
            parts.name[:0] = [f"{surname}, "]
        elif surname:
            yield Address(_clean_name(surname))
            found += 1
        surname = ""
        if parts:
            yield parts.mailbox(again=again)
            found += 1
        if found >= ADDRESS_LIMIT:
            return


def _groups(value: str) -> Iterator[tuple["_Parts", str]]:
    """Yield what stands between the separators, each with the sign that ends it."""
    parts, strays = _Parts(), 0
    for token in _TOKEN.finditer(value):
        strays += token.lastgroup == "stray"
        if strays > _STRAY_LIMIT:
            break
        if token.lastgroup != "mark":
            parts.add(token)
        elif token["mark"] == ":" and not parts.angle:
            parts = _Parts()  # the name of a group, of which the members follow, or 'mailto:'
        else:
            if parts:
                yield parts, token["mark"]
            parts = _Parts()
    yield parts, ""


class _Parts:
    """The tokens of one mailbox, as they come by."""

    def __init__(self) -> None:
        self.name: list[str] = []
        self.bare: list[str] = []
        self.comment = ""
        self.angle: str | None = None

    def __bool__(self) -> bool:
        return bool("".join(self.name).strip() or self.angle is not None)

    def add(self, token: "re.Match[str]") -> None:
        """Take one token: the last angle address counts, as mail programs do."""
        match token.lastgroup:
            case "quoted":
                self.name.append(_ESCAPED.sub(r"\1", token["quoted"]))
            case "comment":
                self.comment = token["comment"]
            case "angle":
                self.angle = token["angle"]
            case "stray":
                pass
            case _:
                self.name.append(token.group())
                self.bare.append(token.group())

    def mailbox(self, *, again: bool) -> Address:
        """Return the mailbox; without an angle address the text itself is the address, a comment its name."""
        if self.angle is not None:
            return Address(_clean_name("".join(self.name)), bare_address(self.angle))
        text = "".join(self.bare).strip()
        address = bare_address(text)
        if address or not again:
            return Address(_clean_name(self.comment), address)
        return self._without_angle(text)

    def _without_angle(self, text: str) -> Address:
        """Return the mailbox of a field that was encoded as a whole, or of 'Name user@host' without brackets."""
        whole = words("".join(self.name))
        if whole != "".join(self.name) and "@" in whole:
            return next(_mailboxes(whole, again=False), Address(_clean_name(whole)))
        candidates = _LOOKS_LIKE.findall(text)
        if len(candidates) == 1:
            return Address(_clean_name(text.replace(candidates[0], "")), bare_address(candidates[0]))
        return Address(_clean_name("".join(self.name)))


def _clean_name(text: str) -> str:
    name = one_line(words(text), _NAME_LIMIT)
    return person_of(name[1:-1].strip() if len(name) > 1 and name[0] == name[-1] and name[0] in "'\"" else name)


def bare_address(text: str) -> str:
    """Return the bare address in lower case, its domain as A-labels (RFC 5890), or '' when nothing can be sent to it.

    Quoted local parts and address literals are refused: too few servers deliver them, and each of them has been a way to
    smuggle something past a check. Letters with marks before the @ (RFC 6532) are composed, so that one address is one text.
    """
    text = words(text).strip().strip("'\"<>").strip()
    if " " in text or "(" in text:  # RFC 5322 §4.4 allows comments and blanks around dots
        if _WITHIN_A_WORD.search(text):
            return ""
        text = _LOOSE.sub(r"\1", _COMMENT.sub("", text)).strip()
    text = _ROUTE.sub("", text).removeprefix("mailto:").removeprefix("MAILTO:")
    local, at, domain = text.rpartition("@")
    local, domain = local.strip().lower(), domain.strip().rstrip(".").lower()
    if len(local) > _LONGEST:
        return ""
    local = local if local.isascii() else unicodedata.normalize("NFC", local)
    if not at or not _is_local(local):
        return ""
    host = _host(domain)
    if "/" in local and "." not in host:
        return ""  # the domain of Notes
    return f"{local}@{host}" if host and len(local) + len(host) < 254 else ""


def _is_local(local: str) -> bool:
    """Return whether mail can be sent to this name at a host; 64 bytes are the most (RFC 5321 §4.5.3.1.1)."""
    plain = "".join("x" if not sign.isascii() and unicodedata.category(sign)[0] in "LMN" else sign for sign in local)
    if not _LOCAL.fullmatch(plain) or _DIRECTORY.match(plain):
        return False
    return plain[0] != "." and plain[-1] != "." and len(local.encode()) <= 64


def _host(domain: str) -> str:
    """Return the host name in A-labels (the IDNA 2008 way: ß stays ß), or ''."""
    if len(domain) > 253:
        return ""
    labels = [_a_label(label) for label in unicodedata.normalize("NFKC", domain).lower().replace("。", ".").split(".")]
    return ".".join(labels) if all(_LABEL.fullmatch(label) for label in labels) else ""


def _a_label(label: str) -> str:
    if label.isascii():
        return label
    if not all(character in "-_" or unicodedata.category(character)[0] in "LMN" for character in label):
        return ""
    return "xn--" + label.encode("punycode").decode("ascii")
