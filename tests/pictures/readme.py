"""Make the pictures of the README: `python -m tests.pictures.readme` (or `make pictures`)."""

import datetime as dt
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from pathlib import Path

from PIL import Image, ImageChops

from klachtmail.domain.agenda.letters import Digest
from klachtmail.domain.agenda.yearly import year_report
from klachtmail.domain.records.letter import LetterData
from klachtmail.domain.records.model import Complaint, Dismissal, Measure
from klachtmail.letters import samples, yearly
from klachtmail.letters.documents import Documents
from klachtmail.letters.writer import Writer
from tests.on_record import OnRecord
from tests.pictures.browser import chromium, firm

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "pictures"
LARGEST = 120_000  # bytes of one picture
SCALE = 2
COLOURS = 32
BELOW = 200  # CSS pixels at the bottom of the window that Chromium does not always paint
AROUND = (255, 0, 255)  # nothing in a letter has this colour: it is what is cut off
DAY = dt.timedelta(days=1)
# Without these sections the picture of the year stands on the first pages of the agenda.
SHORTER = dict.fromkeys(("general", "fresh", "ended", "patterns", "undelivered", "aside", "tempo"), ()) | {"seals": {}}

# Name, width of the window and the largest height of what is shown, in CSS pixels, and what it shows.
SHOWN = (
    ("acknowledgement", 640, 960, "De ontvangstbevestiging: wat er gebeurt, en wanneer"),
    ("routing", 375, 960, "Een nieuwe klacht op de telefoon van een partner, met knoppen"),
    ("digest", 640, 1600, "De agenda voor het partneroverleg"),
    ("report", 860, 1240, "Het jaarverslag, zonder namen"),
)


def main() -> int:
    """Write all pictures and name them in the README; return 1 when one is too large."""
    pages = _letters() | {"report": _report()}
    FOLDER.mkdir(parents=True, exist_ok=True)
    sizes = {name: _picture(name, pages[name], width, height) for name, width, height, _ in SHOWN}
    for name, size in sizes.items():
        print(f"docs/pictures/{name}.png {size / 1000:.0f} kB")
    readme = ROOT / "README.md"
    readme.write_text(with_pictures(readme.read_text("utf-8")), encoding="utf-8")
    return int(max(sizes.values()) > LARGEST)


def with_pictures(text: str) -> str:
    """Return the README with the pictures between its two marks."""
    cells = [
        f'<img src="docs/pictures/{name}.png" alt="{escape(words)}" width="{300 if width < 500 else 420}">'
        for name, width, _, words in SHOWN
    ]
    shown = "\n".join(("<p>", *cells, "</p>"))
    return re.sub(r"(<!-- pictures: begin -->\n).*?(<!-- pictures: end -->)", rf"\1{shown}\n\2", text, flags=re.DOTALL)


def _letters() -> dict[str, str]:
    """Return the HTML of the first example of each Dutch letter."""
    writer, pages = Writer(firm(), [b"k" * 32]), {}
    for request, about in writer.samples():
        if request.language == "nl":
            asked = replace(request, data=_short(request.data))
            pages.setdefault(request.kind, writer.render(asked, about, samples.NOW, nonce=bytes(8)).html)
    return pages


def _short(data: LetterData) -> LetterData:
    if not isinstance(data, Digest):
        return data
    return Digest(agenda=replace(data.agenda, open=data.agenda.open[1:3], **SHORTER))


def _report() -> str:
    house = firm()
    made = year_report(OnRecord(list(_year())), house, 2026, dt.datetime(2027, 1, 11, 9, 0, tzinfo=dt.UTC))
    return yearly.html(Documents(house.organisation.zone), made)


def _year() -> Iterator[Complaint]:
    """Yield an invented year and the one before: two complaints a month, one of them late."""
    first = replace(samples.complaint(firm()), messages=(), history=(), appeal=None)
    causes = ("de trainer was niet vervangen", "het materiaal kwam te laat", "de offerte was onduidelijk")
    for counter in range(40):
        year, month = (2026, counter // 2 + 1) if counter < 24 else (2025, (counter - 24) // 2 + 1)
        at = dt.datetime(year, month, 3 + counter % 7, 10, 0, tzinfo=dt.UTC)
        answered = at + (4 + counter % 9) * DAY if counter % 8 else at + 17 * DAY
        yield replace(
            first,
            number=f"K{year}-{counter + 1:04}",
            status="closed",
            received_at=at,
            due_on=(at + 14 * DAY).date(),
            original_due_on=(at + 14 * DAY).date(),
            acknowledged_at=at + dt.timedelta(minutes=3),
            contacted_at=at + DAY,
            answered_at=None if counter == 9 else answered,
            closed_at=answered + 7 * DAY,
            cause=causes[counter % 3],
            judgement=("gegrond", "deels", "ongegrond")[counter % 3],
            structural=counter % 4 == 0,
            dismissal=Dismissal(kind="vraag", reason="over een factuur") if counter == 9 else None,
            measures=(
                Measure(
                    text="Voor elke training staat een vervanger klaar",
                    due_on=at.date() + 60 * DAY,
                    done_on=at.date() + 45 * DAY,
                    worked=counter % 12 == 0,
                ),
            )
            if counter % 12 == 0
            else (),
        )


def _picture(name: str, html: str, width: int, height: int) -> int:
    """Photograph a page, cut off what is around it, and return the size of the file."""
    size = "frame.style.height = frame.contentDocument.documentElement.scrollHeight + 'px'"
    outer = (
        f'<!DOCTYPE html><meta charset="utf-8"><style>body{{margin:0;background:rgb{AROUND}}}'
        f"iframe{{display:block;width:{width}px;height:100px;border:0}}</style>"
        f'<iframe srcdoc="{escape(html)}"></iframe>'
        f"<script>const frame = document.querySelector('iframe'); frame.onload = () => {{ {size} }}</script>"
    )
    with tempfile.TemporaryDirectory() as folder:
        page, taken = Path(folder, "page.html"), Path(folder, "page.png")
        page.write_text(outer, encoding="utf-8")
        chromium(
            Path(folder),
            f"--window-size={max(width, 500)},{height + BELOW}",
            f"--force-device-scale-factor={SCALE}",
            "--blink-settings=preferredColorScheme=1",
            f"--screenshot={taken}",
            page.as_uri(),
        )
        whole = Image.open(taken).convert("RGB")
    inside = ImageChops.difference(whole, Image.new("RGB", whole.size, AROUND)).getbbox()
    if inside is None:
        raise RuntimeError(f"{name}: Chromium shows nothing")
    left, top, right, bottom = inside
    path = FOLDER / f"{name}.png"
    whole.crop((left, top, right, min(bottom, height * SCALE))).quantize(COLOURS, kmeans=2).save(path, optimize=True)
    return path.stat().st_size


if __name__ == "__main__":
    sys.exit(main())
