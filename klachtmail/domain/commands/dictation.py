"""A text that was spoken to a telephone: its signs are words ('oorzaak dubbele punt zaal te klein punt')."""

import re
from typing import Final

_TYPED = re.compile(r"[.,;:?!](?!\d)")
_SIGNS: Final = {
    "dubbele punt": ":",
    "dubbelepunt": ":",
    "puntkomma": ";",
    "punt komma": ";",
    "vraagteken": "?",
    "uitroepteken": "!",
    "komma": ",",
    "punt": ".",
    "nieuwe regel": "\n",
    "nieuwe alinea": "\n",
    "volgende regel": "\n",
    "question mark": "?",
    "exclamation mark": "!",
    "full stop": ".",
    "new line": "\n",
}
_SPOKEN = re.compile(
    rf"(?:(?<=\s)|^)(?P<sign>{'|'.join(sorted(_SIGNS, key=len, reverse=True))})(?=\s|$)", re.IGNORECASE
)
# 'een goed punt' is no sign, nor is 'dat punt' or 'punt 3 van de agenda'.
_NOUN = re.compile(
    r"\b(?:agenda|actie|verbeter|een|het|dat|dit|elk|ieder|geen|'n|n|goed|heikel|eerste|laatste|enige|ander|belangrijk|zwak|sterk|de|\d+)\s*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?:is|van|waar|dat|voor|aan|uit|te|om|\d)\b")
_AT_SIGN = re.compile(r"\bapenstaart(?:je)?\s+(?=\w)", re.IGNORECASE)


def written(text: str) -> str:
    """Return the text with the signs that were dictated; one with signs of its own is as it was typed."""
    if _TYPED.search(text):
        return text
    found = [match for match in _SPOKEN.finditer(text) if _is_sign(match, text)]
    if not found:
        return text
    made, at = "", 0
    for match in found:
        made += text[at : match.start()].rstrip(" \t") + _SIGNS[match["sign"].lower()]
        at = match.end() + (1 if made.endswith("\n") and text[match.end() : match.end() + 1] == " " else 0)
    return _AT_SIGN.sub("@", made + text[at:])


def _is_sign(match: re.Match[str], text: str) -> bool:
    before, behind = text[: match.start()], text[match.end() :]
    if match["sign"].lower() == "komma":
        return bool(before.strip()) and not (before.rstrip()[-1:].isdigit() and behind.lstrip()[:1].isdigit())
    return bool(before.strip()) and not (
        match["sign"].lower() == "punt" and (_NOUN.search(before) or _GOES_ON.match(behind))
    )
