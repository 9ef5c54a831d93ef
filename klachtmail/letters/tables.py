"""Tables as CSV, for a spreadsheet of somebody who did not write what stands in them."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

_FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")

# Whoever opens a table with another separator than it was written with makes cells of what stands inside one ('450,-' is none).
_WITHIN: Final = re.compile(r"([,;\t|\n][ '\"]{0,20})(?=[=@＝＠]|[+＋－-][^\W_]|[+＋－-]\()")


def csv_cell(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula or a command (OWASP, CSV injection); '' for None.

    A cell that would begin as one, also behind blanks or what may separate cells, gets an apostrophe before it, which
    spreadsheets do not show.
    """
    text = "" if value is None else "".join(c if c.isprintable() or c == "\n" else " " for c in str(value))
    text = _WITHIN.sub(r"\1'", text)
    return f"'{text}" if text.lstrip(" \n'\"").startswith(_FORMULA) else text


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[object]], separator: str) -> str:
    """Return a CSV (RFC 4180) in which no cell can be taken for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(columns)
    writer.writerows([csv_cell(cell) for cell in row] for row in rows)
    return text.getvalue()


def for_excel(text: str) -> bytes:
    """Return the bytes of a CSV that Excel reads as UTF-8: with a byte order mark."""
    return text.encode("utf-8-sig")
