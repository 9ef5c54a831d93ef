"""Pictures inside letters: the firm's logo, and how the year is going. Nothing is fetched from the network."""

import base64
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from klachtmail.domain.agenda.contents import Agenda
from klachtmail.letters.mime import Picture
from klachtmail.letters.templates import TemplateError

_MAGIC: Final = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}


class Logo:
    """The logo from the configuration, read once when it is first needed."""

    def __init__(self, path: str | None) -> None:
        self._path = Path(path) if path else None
        self._picture: Picture | None = None

    def picture(self) -> Picture | None:
        """Return the logo, or None when the firm has none. Raises TemplateError when its file is no picture."""
        if self._path and self._picture is None:
            try:
                content = self._path.read_bytes()
            except OSError as error:
                raise TemplateError(f"{self._path}:1: the logo cannot be read: {error.strerror}") from error
            content_type = next((kind for magic, kind in _MAGIC.items() if content.startswith(magic)), None)
            if content_type is None:
                raise TemplateError(f"{self._path}:1: the logo must be a PNG, JPEG or GIF file")
            self._picture = Picture("logo@klachtmail.invalid", content_type, content)
        return self._picture


def year(agenda: Agenda) -> Picture | None:
    """Return the picture of a digest's months, or None when there are none."""
    months = tuple((one.month, one.received, one.open, one.on_time, one.late) for one in agenda.months)
    return Picture("jaar@klachtmail.invalid", "image/png", _drawn(months)) if months else None


@lru_cache(maxsize=8)
def _drawn(months: tuple[tuple[str, int, int, int, int], ...]) -> bytes:
    from klachtmail.letters import chart

    return chart.png(months)


def self_contained(html: str, shown: Sequence[Picture]) -> str:
    """Return the HTML with its pictures inside, to be looked at outside a mail program."""
    for picture in shown:
        content = base64.b64encode(picture.content).decode("ascii")
        html = html.replace(f"cid:{picture.cid}", f"data:{picture.content_type};base64,{content}")
    return html
