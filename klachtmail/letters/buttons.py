"""Buttons: `mailto:` links that open a filled-in answer, and `tel:` links.

RFC 6068: everything is percent-encoded, a space as %20 and never as '+' (mail programs show the plus). The body is one
line, because line breaks are where mail programs differ most; only the form for an oral complaint has more, as CRLF, and
is read however they come back (`commands/oral.py`). The token stands in the subject: some programs start a
new thread for a link, so the subject is all that comes back.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from klachtmail.domain.records.letter import Button, LetterRequest
from klachtmail.letters.headers import one_line

_DIALLED = re.compile(r"[^0-9+*#]")


@dataclass(frozen=True, slots=True)
class Link:
    """A button as a letter shows it. `typed` is what to type instead (a telephone number for a call).

    `spoken` is what a screen reader says, who may list the links without the words around them: 'Gebeld: Sanne de Boer'.
    """

    label: str
    url: str
    typed: str
    main: bool
    call: bool
    about: str = ""
    is_form: bool = False  # of several lines, which nobody types instead

    @property
    def spoken(self) -> str:
        """Return the label, with whom it concerns where the letter is about several."""
        return f"{self.label}: {self.about}" if self.about else self.label


def mailto(address: str, *, label: str, line: str, number: str | None, token: str, is_form: bool = False) -> str:
    """Return the URL of a mail to this address with subject `{label} [{number}] {token}` and the command as body."""
    words = (_encoded(label), _encoded(f"[{number}]") if number else "", _encoded(token))
    subject = "%20".join(part for part in words if part)
    lines = line.split("\n") if is_form else [line]  # what came from a mail never makes a second line
    # Somebody types on after 'uitstel ', and after each label of a form.
    body = "%0D%0A".join(_encoded(each) + ("%20" if each.endswith(" ") else "") for each in lines)
    return f"mailto:{_mailbox(address)}?subject={subject}&body={body}"


@lru_cache(maxsize=512)  # labels and commands are the same few in every letter, number and token in all of one
def _encoded(text: str) -> str:
    return quote(one_line(text), safe="")


@lru_cache(maxsize=16)
def _mailbox(address: str) -> str:
    return quote(address, safe="@")


def tel(number: str) -> str:
    """Return the URL that dials this telephone number (RFC 3966), whatever way it was written."""
    return "tel:" + _DIALLED.sub("", number.replace("(0)", ""))


def link(button: Button, request: LetterRequest, address: str, token: str) -> Link:
    """Return what a letter shows for a button; in a letter about several complaints the line names the number."""
    if button.tel:
        return Link(button.label, tel(button.tel), button.tel, button.main, call=True)
    number = button.number or request.number
    line = button.line
    if number and (number != request.number or request.scope in {"digest", "member"}) and not line.startswith(number):
        line = f"{number} {line}"
    url = mailto(address, label=button.label, line=line, number=number, token=token, is_form=button.is_form)
    return Link(button.label, url, line, button.main, call=False, about=button.about, is_form=button.is_form)
