"""Documents to print or to hand over: the year report, the evidence of a complaint, the index of a person's file.

Each is one HTML file with nothing from the network; its pictures are drawn in it (SVG).
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from klachtmail.domain.agenda.contents import MonthFigures
from klachtmail.domain.firm.dutch_dates import day, short_day
from klachtmail.letters import labels
from klachtmail.letters.templates import shipped_folder

_MONTHS: Final = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_FOLDER: Final = "documents"
_HEIGHT: Final = 200  # of the drawing area, in the units of the picture
_STEP: Final = 60
_GAP: Final = 14
_LINES: Final = 4  # at most, beside the base line


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the picture: where, how high, how many, and of which row."""

    x: float
    y: float
    width: float
    height: float
    count: int
    row: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Bars per month, with the lines behind them as (y, value) and the months as (x, name)."""

    bars: tuple[Bar, ...]
    lines: tuple[tuple[float, int], ...]
    months: tuple[tuple[float, str], ...]
    width: int
    height: int


class Documents:
    """Renders documents; the administrator's folder (`template_dir`) goes before ours, file by file."""

    def __init__(self, zone: ZoneInfo, own: Path | None = None) -> None:
        folders = [folder / _FOLDER for folder in (own, shipped_folder()) if folder is not None]
        self._environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(folders),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters.update(
            {
                "day": lambda value: day(_date(value, zone)),
                "short": lambda value: short_day(_date(value, zone)),
                "time": lambda value: f"{value.astimezone(zone):%H:%M}",
                "event": labels.event,
                "letter_kind": labels.letter_kind,
                "status": labels.status,
                "hours": labels.hours,
                "percent": percent,
                "euro": euro,
            }
        )

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """Return the document `name` ('report', 'evidence', 'person') as HTML."""
        return self._environment.get_template(f"{name}.html").render(values)


def _date(value: dt.date, zone: ZoneInfo) -> dt.date:
    return value.astimezone(zone).date() if isinstance(value, dt.datetime) else value


def percent(rate: float | None) -> str:
    """Return a part as '83%', '–' when there is none."""
    return "–" if rate is None else f"{rate:.0%}"


def euro(amount: float) -> str:
    """Return an amount as '€ 1.250' or '€ 1.250,50', which no line breaks."""
    written = f"{amount:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return f"€\u00a0{written.removesuffix(',00')}"


def picture(months: Sequence[MonthFigures], rows: Sequence[str]) -> Picture:
    """Return a bar for each month and row ('received', 'on_time', 'late', 'open'), on one scale that begins at zero."""
    highest = max((getattr(month, row) for month in months for row in rows), default=0)
    every = max(1, -(-highest // _LINES))
    top = every * max(1, -(-highest // every))
    width = (_STEP - _GAP) / len(rows)
    bars = []
    for place, month in enumerate(months):
        for column, row in enumerate(rows):
            count = getattr(month, row)
            height = _HEIGHT * count / top
            bars.append(Bar(place * _STEP + _GAP / 2 + column * width, _HEIGHT - height, width - 2, height, count, row))
    return Picture(
        tuple(bars),
        tuple((_HEIGHT - _HEIGHT * value / top, value) for value in range(0, top + 1, every)),
        tuple((place * _STEP + _STEP / 2, _MONTHS[int(m.month[5:]) - 1]) for place, m in enumerate(months)),
        len(months) * _STEP,
        _HEIGHT,
    )
