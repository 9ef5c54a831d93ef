"""Lines that a mail program broke off: Gmail and Outlook send plain text in lines of some 75 characters.

On a telephone, and in a letter to somebody else, half of those lines would be a few words long. Only for showing: the register
keeps what was sent.
"""

import re
from itertools import pairwise
from typing import Final

_SHORTEST: Final = 65  # characters of the longest line, in a text that was broken
_LONGEST: Final = 80
_KEY: Final = 16  # 'uitkomst: ' stood before the first line
_OF_ITS_OWN = re.compile(  # items of lists, quotations, rows of tables, addresses, amounts
    r"[>|*•·+#\s–—§▪◦●✓→-]|[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)\]]+ |o[ \t]|[^\w\s]* *$|.*(?: \| |\t)"
    r"|(?:https?://|www\.|\S+@\S+\.)\S*$"
)
_SENTENCE_END: Final = (".", "!", "?", ":", ";")


def reflowed(text: str) -> str:
    """Return a text with the lines joined that were broken because the next word did not fit; all others stay."""
    lines = text.replace("\r\n", "\n").split("\n")
    width = max((len(line.rstrip()) for line in lines if " " in line.strip()), default=0)
    if not _SHORTEST <= width <= _LONGEST or not any(
        _goes_on(line, after) and _was_full(line, after, width) for line, after in pairwise(lines)
    ):
        return "\n".join(lines)
    whole = lines[:1]
    for number, (line, after) in enumerate(pairwise(lines)):
        room = width if number else width - _KEY if _goes_on(line, after) else width
        if _was_full(line, after, room):
            whole[-1] = f"{whole[-1].rstrip()} {after}"
        else:
            whole.append(after)
    return "\n".join(whole)


def _was_full(line: str, after: str, width: int) -> bool:
    """Return whether the first word of the next line had no room in this one."""
    if _OF_ITS_OWN.match(line) or _OF_ITS_OWN.match(after) or line.rstrip().endswith(":") or after[:1].isdigit():
        return False
    length = len(line.rstrip())
    return length * 2 >= width and length + 1 + len(after.split(maxsplit=1)[0]) > width


def _goes_on(line: str, after: str) -> bool:
    """Return whether a sentence goes on in the next line."""
    return after[:1].islower() and not line.rstrip().endswith(_SENTENCE_END)
