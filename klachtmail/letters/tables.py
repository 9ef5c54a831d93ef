"""Tables as CSV, for a spreadsheet of somebody who did not write what stands in them."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

_FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def csv_cell(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula or a command (OWASP, CSV injection); '' for None.

    A cell that would begin as one, also behind blanks, gets an apostrophe before it, which spreadsheets do not show.
    """
    text = "" if value is None else "".join(c if c.isprintable() or c == "\n" else " " for c in str(value))
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
