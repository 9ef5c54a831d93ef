"""The story as it unfolds on a terminal."""

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from klachtmail.demo.letters import unnumbered
from klachtmail.demo.stage import Happening
from klachtmail.demo.story import NAMES

if TYPE_CHECKING:
    from datetime import date

_JUDGED = {
    "new": "a new complaint",
    "follow_up": "the client writes again: shown to the handler",
    "commands": "",
    "automatic": "automatic mail: kept, never answered",
    "bounces": "a letter that came back: a task for a member",
    "internal": "no client: pointed to the line, not recorded",
    "oral": "an oral complaint: recorded, and to be confirmed",
}
_INDENT = 7
_LINES = 3
_PROSE = 50  # characters; shorter lines are commands or a form, and stay as they are


class Timeline:
    """Prints one happening after the other: who did what, what klachtmail made of it, which letters went where."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._day: date | None = None

    def tell(self, happening: Happening) -> None:
        """Print one happening, under a heading when a new day has begun."""
        if happening.at.date() != self._day:
            self._day = happening.at.date()
            self._console.print(f"\n[bold]{happening.at:%A} {happening.at.day} {happening.at:%B %Y}[/bold]")
        line = Text(f"{happening.at:%H:%M}  ", style="cyan")
        if happening.who is not None:
            line.append(f"{happening.who.name} ", style="bold default")
        line.append(happening.what, style="default")
        self._put(line, hang=_INDENT)
        for words in _excerpt(happening, self._console.width - _INDENT - 2):
            self._put(Text(f"│ {words}", style="italic dim"), indent=_INDENT)
        if done := _done(happening):
            self._put(Text(f"● {done}", style="green"), indent=_INDENT, hang=2)
        for subject, people in _letters(happening).items():
            text = Text("→ ", style="blue").append(", ".join(people), style="default bold")
            self._put(text.append(f"  {subject}", style="default"), indent=_INDENT, hang=2)

    def _put(self, text: Text, *, indent: int = 0, hang: int = 0) -> None:
        """Print a text with every line indented, those after the first `hang` more."""
        width = max(30, self._console.width - indent - hang)
        for number, line in enumerate(text.wrap(self._console, width)):
            self._console.print(Text(" " * (indent + (hang if number else 0))).append_text(line), no_wrap=True)


def _excerpt(happening: Happening, width: int) -> list[str]:
    """Return a few lines of what somebody wrote, each on one line of the terminal; no salutation, no name below it."""
    lines: list[str] = []
    for paragraph in happening.words.strip().split("\n\n"):
        is_prose = any(len(line) > _PROSE for line in paragraph.splitlines())
        lines += [" ".join(paragraph.split())] if is_prose else paragraph.splitlines()
    names = happening.who.name.split() if happening.who else []
    said = [line for line in lines if not line.endswith(",") and line not in {" ".join(names), *names[:1]}]
    shown = [line if len(line) <= width else f"{line[: width - 1].rstrip()}…" for line in said[:_LINES]]
    return shown if len(said) <= _LINES else [*shown, "…"]


def _letters(happening: Happening) -> dict[str, list[str]]:
    """Return who got which letter, by subject (without the number, which stands above it)."""
    found: dict[str, list[str]] = {}
    for letter in happening.letters:
        found.setdefault(unnumbered(letter.subject), []).append(NAMES.get(letter.to, letter.to))
    return found


def _done(happening: Happening) -> str:
    """Return in one line what klachtmail made of it."""
    steps = (
        f"{number} {', '.join(dict.fromkeys(event.replace('_', ' ') for _, event in group))}"
        for number, group in groupby(happening.steps, key=lambda step: step[0])
    )
    return " · ".join(filter(None, (_JUDGED.get(happening.judged, happening.judged), *steps)))
