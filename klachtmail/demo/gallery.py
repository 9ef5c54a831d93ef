"""The letters of the story as files: .eml and .html each, and an index.html to look at on any screen."""

import re
import shutil
import unicodedata
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

from klachtmail.demo.letters import Received, unnumbered
from klachtmail.demo.stage import Happening
from klachtmail.demo.story import NAMES

if TYPE_CHECKING:
    from datetime import date

MARK: Final = ".klachtmail-demo"  # in a folder of ours, so that no other is ever emptied

_PAGE: Final = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>klachtmail: two weeks of a complaints address</title>
<style>
:root {{ color-scheme: light dark; --line: #8884; --soft: #8881; --accent: #1f6f54; font: 16px/1.5 system-ui, sans-serif; }}
@media (prefers-color-scheme: dark) {{ :root {{ --accent: #6fc7a5; }} }}
body {{ margin: 0 auto; padding: 24px 16px 64px; max-width: 1240px; }}
h1 {{ margin: 0 0 4px; font-size: 28px; }} h2 {{ margin: 48px 0 0; font-size: 20px; }}
.intro {{ margin: 0; max-width: 60ch; opacity: .8; }}
article {{ margin: 20px 0 0; padding: 0 0 0 20px; border-left: 3px solid var(--line); }}
h3 {{ margin: 0; font-size: 16px; font-weight: 400; }} time {{ color: var(--accent); font-variant-numeric: tabular-nums; }}
blockquote {{ margin: 8px 0; padding: 8px 14px; max-width: 70ch; background: var(--soft); border-radius: 8px; white-space: pre-line; }}
.steps {{ margin: 8px 0; font-size: 14px; opacity: .75; }}
details {{ margin: 8px 0; border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }}
summary {{ padding: 12px 16px; cursor: pointer; }} summary:hover {{ background: var(--soft); }}
summary b {{ color: var(--accent); }}
.views {{ display: flex; flex-wrap: wrap; gap: 20px; padding: 4px 16px 20px; align-items: flex-start; }}
.links {{ padding: 0 16px 8px; font-size: 14px; }} .links a {{ margin-right: 16px; color: inherit; }}
iframe {{ height: 720px; border: 1px solid var(--line); background: #fff; box-sizing: border-box; }}
.phone {{ width: 387px; max-width: 100%; border-radius: 28px; border-width: 6px; }}
.screen {{ flex: 1 1 640px; max-width: 800px; min-width: 0; border-radius: 8px; }}
@media (max-width: 760px) {{ .screen {{ display: none; }} .views {{ padding: 0 4px 12px; }} article {{ padding-left: 10px; }} }}
</style></head><body>
<h1>Two weeks of a complaints address</h1>
<p class="intro">Everything below went through a real IMAP and SMTP server. Open a letter to see it on a phone and on a
screen; its .eml opens in any mail program.</p>
{days}
</body></html>
"""
_ARTICLE: Final = """<article><h3><time>{at}</time> <strong>{who}</strong> {what}</h3>{words}{steps}
{letters}</article>"""
_LETTER: Final = """<details{opened}><summary><b>{to}</b> · {subject}</summary>
<div class="views"><iframe class="phone" title="{subject}, on a phone" src="{file}.html" sandbox loading="lazy"></iframe>
<iframe class="screen" title="{subject}, on a screen" src="{file}.html" sandbox loading="lazy"></iframe></div>
<p class="links"><a href="{file}.html">HTML</a><a href="{file}.eml">.eml</a></p></details>"""


class FolderInUseError(Exception):
    """The folder holds something that is not ours."""


def clear(folder: Path) -> None:
    """Make the folder, empty. Raises FolderInUseError when it holds anything but an earlier demonstration."""
    if folder.exists() and not folder.is_dir():
        raise FolderInUseError(f"{folder} is a file")
    if folder.is_dir() and any(folder.iterdir()):
        if not (folder / MARK).exists():
            raise FolderInUseError(f"{folder} is not empty")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).touch()


def hang(happenings: Sequence[Happening], folder: Path) -> list[str]:
    """Write every letter and the index; return the names of the letters, without suffix, in the order of the story."""
    names: list[str] = []
    days: dict[date, list[str]] = {}
    (folder / "letters").mkdir(exist_ok=True)
    for happening in happenings:
        letters = []
        for letter in happening.letters:
            names.append(_name(len(names) + 1, letter))
            (folder / f"{names[-1]}.eml").write_bytes(letter.content)
            (folder / f"{names[-1]}.html").write_text(letter.html, encoding="utf-8")
            letters.append(_letter(letter, names[-1], opened=len(names) == 1))
        days.setdefault(happening.at.date(), []).append(_article(happening, letters))
    shown = (f"<h2>{day:%A} {day.day} {day:%B %Y}</h2>{''.join(articles)}" for day, articles in days.items())
    (folder / "index.html").write_text(_PAGE.format(days="\n".join(shown)), encoding="utf-8")
    return names


def _name(number: int, letter: Received) -> str:
    """Return 'letters/01-sanne-wij-hebben-uw-bericht-ontvangen'."""
    plain = unicodedata.normalize("NFKD", unnumbered(letter.subject)).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    return f"letters/{number:02d}-{letter.to.partition('@')[0].partition('.')[0]}-{'-'.join(words[:6])}"


def _letter(letter: Received, name: str, *, opened: bool) -> str:
    who = NAMES.get(letter.to, letter.to)
    return _LETTER.format(
        opened=" open" if opened else "", to=escape(who), subject=escape(letter.subject), file=escape(name)
    )


def _article(happening: Happening, letters: Sequence[str]) -> str:
    steps = ", ".join(f"{number} {event.replace('_', ' ')}" for number, event in happening.steps)
    return _ARTICLE.format(
        at=f"{happening.at:%H:%M}",
        who=escape(happening.who.name if happening.who else ""),
        what=escape(happening.what),
        words=f"<blockquote>{escape(happening.words.strip())}</blockquote>" if happening.words else "",
        steps=f'<p class="steps">{escape(steps)}</p>' if steps else "",
        letters="".join(letters),
    )
