"""A thumb instead of an answer: Gmail's and RFC 9078's own part, Outlook's sentence, or a text of nothing but emoji."""

import json
import re
import unicodedata
from typing import Final

from klachtmail.domain.people.tongue import PHONES_LINE
from klachtmail.parse.body import is_reaction, leaves
from klachtmail.parse.charset import decode
from klachtmail.parse.clean import one_line
from klachtmail.parse.mime import Part

_MOST: Final = 400  # characters of a text that may be no more than that
_PART_LIMIT: Final = 2_000
_JOINERS: Final = "\u200d\ufe0e\ufe0f\u20e3"
_SMILEY = re.compile(r"(?<!\S)(?:[:;=8]['’]?-?[)(DPpOo|/*]|<3|\^_?\^)(?!\S)")
_LINK = re.compile(r"<[^<>\s]{1,300}>|https?://\S{1,300}")
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_PICTURE = re.compile(r"\[[^\[\]\n]{1,80}\]")
_VERB: Final = r"\b(?:reacted|gereageerd|reageerde|reagiert|réagi|reaccionado|reaccionó|reagito|reagiu|reagerade|reagerede|reagerte)\b"
_PROGRAM: Final = (
    r"\b(?:via|über|met|with|through) (?:google )?(?:gmail|outlook)\b|\b(?:your|uw|je|jouw|your|ihre|deine|votre|ton|su|tu|il tuo|sua|ditt) "
    r"(?:e-?mail ?)?(?:message|bericht|nachricht|mensaje|messaggio|mensagem|meddelande|besked|melding)\b"
)
_SENTENCE = re.compile(
    rf"[^.!?:]{{0,60}}(?:{_VERB}.{{0,12}}(?:{_PROGRAM})|(?:{_PROGRAM}).{{0,12}}{_VERB})[ :.]*+", re.IGNORECASE
)


def reaction(root: Part, text: str) -> str:
    """Return the emoji (or the words) with which somebody reacts, or '' when the message says more than that.

    `text` is what its author wrote, without what the mail program quoted.
    """
    own = next((part for part in leaves(root) if is_reaction(part)), None)
    if own is not None:
        return _given(own) or _emoji(text) or "👍"
    if not text.strip() or len(text) > _MOST:
        return ""
    own_lines = PHONES_LINE.sub("", _SIGNATURE.split(_LINK.sub(" ", text), maxsplit=1)[0])
    lines = [stripped for line in own_lines.split("\n") if (stripped := line.strip(" *_-—"))]
    said = [line for line in lines if not is_only_emoji(_PICTURE.sub(" ", line))]
    if not said:
        return _emoji(text)
    is_sentence = len(said) == 1 and _SENTENCE.fullmatch(said[0][:_MOST])
    return _emoji(text) or one_line(said[0], 80) if is_sentence else ""


def is_only_emoji(text: str) -> bool:
    """Return whether there is no word in a text; blanks and nothing count as such."""
    rest = _SMILEY.sub("", text)
    return all(sign.isspace() or sign in _JOINERS or sign in "!." or _is_emoji(sign) for sign in rest)


def _is_emoji(sign: str) -> bool:
    return sign > "\u203b" and unicodedata.category(sign) in {"So", "Sk", "Cn"}


def _emoji(text: str) -> str:
    return "".join(sign for sign in text[:_MOST] if _is_emoji(sign) or sign in _JOINERS)[:20] or (
        found[0] if (found := _SMILEY.search(text)) else ""
    )


def _given(part: Part) -> str:
    """Return the emoji that the part names: as JSON, or by itself (RFC 9078)."""
    text = decode(part.content(_PART_LIMIT), part.parameters.get("charset", "") or "utf-8")
    try:
        said = json.loads(text)
        text = str(said.get("emoji", "")) if isinstance(said, dict) else ""
    except (ValueError, RecursionError):
        pass
    return one_line(text, 20)
