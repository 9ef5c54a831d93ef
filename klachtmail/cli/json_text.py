"""JSON as it is shown: readable letters, and nothing that a terminal obeys."""

import json
import re
from typing import Any, Final

_OBEYED: Final = re.compile("[\x7f-\x9f]")  # json escapes the other control characters itself


def json_text(value: Any, indent: int | None = None) -> str:
    """Return the JSON of a value, without control characters."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
