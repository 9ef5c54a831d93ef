"""What others' programs say of every letter: axe (can everybody read it?) and SpamAssassin (does it look like spam?).

`python -m tests.letters_judged` asks both; `axe` or `spam` one of them. Neither is a dependency: axe-core is fetched by npm
into a temporary folder and runs in Chromium, SpamAssassin (apt-get install spamassassin) with its local rules only.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from html import escape, unescape
from pathlib import Path
from typing import Final

from klachtmail.domain.records.letter import Rendered
from klachtmail.letters import samples
from klachtmail.letters.writer import Writer
from tests.pictures.browser import chromium, firm

AXE: Final = "axe-core@4"
AT_ONCE: Final = 25  # letters in one page of frames
_RULE: Final = re.compile(r"^ ?(-?\d+\.\d) +([A-Z][A-Z0-9_]+)", re.MULTILINE)
# Of a machine on which nobody asks the network: what only a message that travelled can have, and how they are weighed.
_OF_THE_ROAD: Final = frozenset({"NO_RECEIVED", "NO_RELAYS"})
_ASK: Final = """
addEventListener('load', async () => { const found = {};
  for (const frame of document.querySelectorAll('iframe')) {
    const page = frame.contentDocument, script = page.createElement('script');
    script.textContent = document.getElementById('axe').textContent; page.head.append(script);
    const told = await frame.contentWindow.axe.run(page, {resultTypes: ['violations']});
    found[frame.title] = told.violations.filter((v) => ['serious', 'critical', 'moderate'].includes(v.impact))
      .map((v) => `${v.impact} ${v.id}: ${v.nodes[0].html.slice(0, 160)}`); }
  document.getElementById('found').textContent = JSON.stringify(found); document.title = 'done'; });
"""


def letters() -> Iterator[tuple[str, Rendered]]:
    """Yield every example of every letter, by kind, language and its turn."""
    writer, turn = Writer(firm(), [b"k" * 32]), defaultdict(int)
    for request, about in writer.samples():
        name = f"{request.kind} {request.language}"
        turn[name] += 1
        yield f"{name} {turn[name]}", writer.render(request, about, samples.NOW, nonce=bytes(8))


def asked_axe(pages: Mapping[str, str]) -> dict[str, list[str]]:
    """Return what axe finds serious, critical or moderate in each page."""
    found: dict[str, list[str]] = {}
    names = list(pages)
    with tempfile.TemporaryDirectory(prefix="klachtmail-axe-") as folder:
        for command in (["npm", "pack", "--silent", AXE], ["sh", "-c", "tar xf axe-core-*.tgz"]):
            subprocess.run(command, cwd=folder, check=True, capture_output=True)
        script = (Path(folder) / "package" / "axe.min.js").read_text("utf-8").replace("</script", "<\\/script")
        for at in range(0, len(names), AT_ONCE):
            frames = "".join(
                f'<iframe title="{escape(name)}" srcdoc="{escape(pages[name])}" width="800" height="900"></iframe>'
                for name in names[at : at + AT_ONCE]
            )
            page = Path(folder) / "page.html"
            page.write_text(
                f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>no</title><script type="text/plain" id="axe">{script}</script>'
                f'<script>{_ASK}</script>{frames}<pre id="found" hidden></pre>',
                encoding="utf-8",
            )
            shown = chromium(Path(folder), "--virtual-time-budget=100000", "--dump-dom", page.as_uri()).stdout
            told = shown.rpartition('id="found"')[2].partition(">")[2].partition("</pre>")[0]
            found |= json.loads(unescape(told))
    return found


def asked_spamassassin(content: bytes) -> list[str]:
    """Return the rules that say something against a letter, with their points."""
    told = subprocess.run(["spamassassin", "-L", "-t"], input=content, capture_output=True, check=True).stdout
    report = told.decode("utf-8", "replace").rpartition("Content analysis details:")[2]
    return [
        f"{points} {rule}" for points, rule in _RULE.findall(report) if float(points) > 0 and rule not in _OF_THE_ROAD
    ]


def main(asked: list[str]) -> int:
    """Ask, print what is found, and return 1 when that is anything."""
    every = dict(letters())
    found: dict[str, list[str]] = {}
    if "axe" in asked:
        found |= asked_axe({name: letter.html for name, letter in every.items()})
    if "spam" in asked:
        with ThreadPoolExecutor(2) as pool:
            contents = [letter.content for letter in every.values()]
            for name, rules in zip(every, pool.map(asked_spamassassin, contents), strict=True):
                found[name] = [*found.get(name, []), *rules]
    for name, wrong in found.items():
        for one in wrong:
            print(f"{name}: {one}")
    print(f"{len(found)} letters, {sum(map(bool, found.values()))} with something against them ({' and '.join(asked)})")
    return int(any(found.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["axe", "spam"]))
