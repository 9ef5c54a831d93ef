"""Files that commands write: with people's data in them, so nobody else may read them, and never half of one."""

from pathlib import Path

from klachtmail.cli.errors import CommandError
from klachtmail.cli.output import safe
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
