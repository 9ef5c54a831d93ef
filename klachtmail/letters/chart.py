"""The digest's picture: complaints received, still open and answered on time, month by month."""

import io
from collections.abc import Sequence
from typing import Final

from PIL import Image, ImageDraw, ImageFont

_SIZE: Final = (1120, 420)  # twice the size it is shown at, for sharp screens
_BARS: Final = (("ontvangen", "#0b5c5e"), ("open", "#d08a1d"), ("op tijd", "#5aa36b"))
_INK, _PALE = "#2a353b", "#e2ded5"
_LEFT, _TOP, _BOTTOM = 80, 78, 360
_MONTHS: Final = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_LINES: Final = 4


def png(months: Sequence[tuple[str, int, int, int, int]]) -> bytes:
    """Return a PNG with three bars a month; a month is ('2026-11', received, open, on time, late)."""
    image = Image.new("RGB", _SIZE, "white")
    draw = ImageDraw.Draw(image)
    draw.font = ImageFont.load_default(size=32)
    highest = max(max(one[1:4]) for one in months)
    every = max(1, -(-highest // _LINES))
    top = every * max(1, -(-highest // every))
    _grid(draw, top, every)
    _legend(draw)
    step = (_SIZE[0] - _LEFT - 20) / len(months)
    for index, (month, *values) in enumerate(months):
        x = _LEFT + index * step
        _bars(draw, x, step, [value / top for value in values[: len(_BARS)]])
        draw.text((x + step / 2, _BOTTOM + 30), _MONTHS[int(month[5:]) - 1], fill=_INK, anchor="mm")
    content = io.BytesIO()
    image.quantize(32).save(content, "PNG", optimize=True)
    return content.getvalue()


def _grid(draw: ImageDraw.ImageDraw, top: int, every: int) -> None:
    for value in range(0, top + 1, every):
        y = _BOTTOM - (_BOTTOM - _TOP) * value / top
        draw.line((_LEFT, y, _SIZE[0] - 20, y), fill=_PALE, width=2)
        draw.text((_LEFT - 14, y), str(value), fill=_INK, anchor="rm")


def _legend(draw: ImageDraw.ImageDraw) -> None:
    x = float(_LEFT)
    for name, colour in _BARS:
        draw.rectangle((x, 20, x + 22, 42), fill=colour)
        draw.text((x + 32, 31), name, fill=_INK, anchor="lm")
        x += 32 + draw.textlength(name) + 40


def _bars(draw: ImageDraw.ImageDraw, x: float, step: float, heights: Sequence[float]) -> None:
    width = min(46.0, (step - 16) / len(_BARS))
    left = x + (step - width * len(_BARS)) / 2
    for height, (_, colour) in zip(heights, _BARS, strict=True):
        draw.rectangle((left, _BOTTOM - (_BOTTOM - _TOP) * height, left + width - 4, _BOTTOM), fill=colour)
        left += width
