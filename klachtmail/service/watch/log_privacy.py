"""What is said where more people look than in the register: the log, the journal, the status line of systemd."""

import re
from typing import Final

_OUTSIDE: Final = r"[^\s<>()\[\]{}\"',;:=@]"
# a mail server repeats the address that it refuses, also one with a quoted local part or an IP address (RFC 5321 §4.1.2)
_ADDRESS: Final = re.compile(rf"(?:\"[^\"@]{{1,64}}\"|{_OUTSIDE}{{1,128}})@(?:\[[^\]\s]{{1,64}}\]|{_OUTSIDE}+)")


def one_clean_line(text: str) -> str:
    """Return a text that neither commands a terminal nor begins a line of its own."""
    return "".join(c if c.isprintable() else "?" for c in text)


def discreet(text: str) -> str:
    """Return a text as one clean line in which '[address]' stands for every address and message id."""
    return one_clean_line(_ADDRESS.sub("[address]", text))
