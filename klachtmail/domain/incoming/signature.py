"""Who signed a mail: the name below its last greeting, where the sender's own field gives none."""

from typing import Final

from klachtmail.domain.commands.authored_lines import behind_closing, split_lines
from klachtmail.domain.people.names import read_name

_LINES: Final = 60  # from the end
_BELOW: Final = 4  # lines below the greeting in which a name stands: above it may stand a firm
_MOST_WORDS: Final = 6


def signed_by(text: str) -> str:
    """Return the name with which somebody signed, as written, or '' when no line is certainly a person's name."""
    lines = [line.strip() for line in split_lines(text)[-_LINES:] if line.strip()]
    at = next((at for at in reversed(range(len(lines))) if behind_closing(lines[at]) is not None), None)
    if at is None:
        last = lines[-1:] if len(lines) > 1 else []
        return next((line for line in last if _is_full_name(line)), "")
    below = (behind_closing(lines[at]) or "", *lines[at + 1 : at + 1 + _BELOW])
    return next((line.strip(" ,.") for line in below if _is_name(line.strip(" ,."))), "")


def _is_name(line: str) -> bool:
    return len(line.split("|", maxsplit=1)[0].split()) <= _MOST_WORDS and bool(read_name(line))


def _is_full_name(line: str) -> bool:
    """Return whether a last line without a greeting above is a name: a given name or a title, and a surname, with capitals."""
    name = read_name(line)
    is_written_so = line == line.strip(".!?") and all(
        word[:1].isupper() for word in (line.split(maxsplit=1)[0], line.rsplit(maxsplit=1)[-1])
    )
    return is_written_so and len(line.split()) <= _MOST_WORDS and bool(name.surname and (name.given or name.address))
