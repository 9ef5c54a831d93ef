"""JSON as it is shown: readable letters, and nothing that a terminal obeys."""

import json
import re
from typing import Any, Final

_TWO: Final = 2
_OBEYED: Final = re.compile("[\x7f-\x9f]")  # json escapes the other control characters itself


def json_text(value: Any, indent: int | None = None) -> str:
    """Return the JSON of a value, without control characters."""
    text = _indented(value) if indent == _TWO else json.dumps(value, ensure_ascii=False, indent=indent)
    if text.isascii() and "\x7f" not in text:  # most of a list of thousands: the pattern would look at each sign
        return text
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _indented(value: Any) -> str:
    """Return it with two spaces a level: `json` takes forty times as long for it, of a list of thousands most of the time."""
    import orjson

    try:
        return orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()
    except TypeError:  # half a character of UTF-16, a number of more than 64 bits, a key that is no text
        return json.dumps(value, ensure_ascii=False, indent=_TWO)
