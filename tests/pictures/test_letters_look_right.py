"""Every letter in a real browser: at phone and desk width, light and dark. Screenshots are kept under artifacts/."""

import json
import os
from dataclasses import replace
from html import escape, unescape
from pathlib import Path

import pytest

from klachtmail.letters import samples
from klachtmail.letters.writer import Writer
from tests.pictures.browser import CHROMIUM, chromium, firm

ARTIFACTS = Path(os.environ.get("KLACHTMAIL_ARTIFACTS", Path(__file__).parents[2] / "artifacts")) / "letters"
LONG = "Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (apt-get install chromium)"),
    pytest.mark.timeout(600),  # every letter in four languages
]

# Runs inside the page, once for each letter's frame, and leaves its findings in the document as JSON.
MEASURE = """
const seen = (node) => { for (let n = node; n && n.nodeType === 1; n = n.parentElement)
  if (getComputedStyle(n).display === 'none' || n.className === 'preheader') return false; return true; };
const rgb = (text) => { const p = text.match(/[\\d.]+/g).map(Number); return p.length < 4 ? [...p, 1] : p; };
const light = ([r, g, b]) => { const f = (v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b); };
const behind = (node) => { for (let n = node; n; n = n.parentElement) {
  const c = rgb(getComputedStyle(n).backgroundColor); if (c[3] > 0) return c; } return [255, 255, 255, 1]; };
const look = (frame) => {
  const page = frame.contentDocument, width = frame.clientWidth, wrong = [];
  if (page.documentElement.scrollWidth > width) wrong.push('scrolls sideways: ' + page.documentElement.scrollWidth);
  if (!page.documentElement.lang) wrong.push('no language');
  for (const node of page.body.querySelectorAll('*')) {
    if (!seen(node)) continue;
    const box = node.getBoundingClientRect(), style = getComputedStyle(node);
    if (box.right > width + 1 || box.left < -1) wrong.push('cut: ' + node.tagName + ' ' + node.textContent.slice(0, 40));
    if (node.tagName === 'IMG' && !node.alt) wrong.push('a picture without words');
    if (node.tagName === 'A' && node.className.startsWith('press')) {
      const cell = node.closest('td').getBoundingClientRect();
      if (box.height < 44 && cell.height < 44) wrong.push('a low button: ' + node.textContent + ' ' + box.height);
      if (box.width < 44) wrong.push('a narrow button: ' + node.textContent);
    }
    const words = [...node.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!words) continue;
    const [a, b] = [light(rgb(style.color)), light(behind(node))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) wrong.push('pale ' + ratio.toFixed(1) + ': ' + node.textContent.trim().slice(0, 40));
    if (parseFloat(style.fontSize) < 13) wrong.push('small: ' + node.textContent.trim().slice(0, 40));
  }
  let level = 0;
  for (const h of page.querySelectorAll('h1, h2, h3')) { const now = +h.tagName[1];
    if (now === 1 && level) wrong.push('a second h1'); level = now; }
  return wrong;
};
addEventListener('load', () => { const found = {};
  for (const frame of document.querySelectorAll('iframe')) {
    found[frame.title] = look(frame); frame.style.height = frame.contentDocument.documentElement.scrollHeight + 'px'; }
  document.getElementById('found').textContent = JSON.stringify(found); });
"""


@pytest.fixture(scope="module")
def letters() -> dict[str, str]:
    """Return the HTML of every letter; some about a complainant with words that do not fit."""
    writer = Writer(firm(), [b"k" * 32])
    made = {}
    for request, about in writer.samples():
        made[f"{request.kind} {request.language}"] = writer.render(request, about, samples.NOW, nonce=bytes(8)).html
        if request.kind in {"routing", "assigned", "acknowledgement"} and about:
            party = replace(about.complainant, name=f"{LONG} {LONG}", address=f"{LONG}@{LONG}.example".lower())
            long = replace(about, subject=LONG, text=LONG, complainant=party)
            made[f"{request.kind} {request.language} long"] = writer.render(
                request, long, samples.NOW, nonce=bytes(8)
            ).html
    return made


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 375, 800])
def test_every_letter_fits_can_be_read_and_pressed(
    letters: dict[str, str], width: int, dark: bool, tmp_path: Path
) -> None:
    frames = "".join(
        f'<iframe title="{escape(name)}" srcdoc="{escape(html)}" style="width:{width}px;height:900px;border:0"></iframe>'
        for name, html in letters.items()
    )
    page = tmp_path / "letters.html"
    page.write_text(
        f'<!DOCTYPE html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><style>body{{margin:0;display:flex;'
        f'flex-wrap:wrap;gap:12px;align-items:flex-start;background:#777}}</style><script>{MEASURE}</script>{frames}<pre id="found" hidden></pre>',
        encoding="utf-8",
    )
    scheme = [f"--blink-settings=preferredColorScheme={0 if dark else 1}"]
    shown = chromium(tmp_path, *scheme, "--dump-dom", page.as_uri()).stdout
    found = json.loads(unescape(shown.rpartition('id="found"')[2].partition(">")[2].partition("</pre>")[0]))
    assert set(found) == set(letters)
    ARTIFACTS.mkdir(parents=True, exist_ok=True)
    picture = ARTIFACTS / f"all-{width}-{'dark' if dark else 'light'}.png"
    columns = 6 if width < 500 else 3
    chromium(
        tmp_path,
        *scheme,
        f"--window-size={columns * (width + 12)},{16000 if width < 500 else 15000}",
        f"--screenshot={picture}",
        page.as_uri(),
    )
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert picture.stat().st_size > 10_000
