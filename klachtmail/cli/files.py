"""Files that commands write: with people's data in them, so nobody else may read them, and never half of one."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from klachtmail.cli.errors import CommandError
from klachtmail.cli.output import csv_cell, safe
from klachtmail.store.disk import Disk, give_out


def write(path: str | Path, content: str | bytes) -> None:
    """Write a file with mode 0600; CommandError says why that cannot be done."""
    raw = content.encode() if isinstance(content, str) else content
    try:
        give_out(Disk(), Path(path), [raw])
    except OSError as error:
        raise CommandError(f"{Path(path).absolute()} cannot be written: {error.strerror}.") from error


def written(*paths: str | Path) -> str:
    """Return what to say of files that were written: their whole names, for who knows where a command ran."""
    return f"written: {' and '.join(safe(str(Path(path).absolute())) for path in paths)}"


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
