"""One page with every letter, side by side: as text, as HTML on a screen, and on a phone."""

import datetime as dt
from collections.abc import Iterator
from html import escape

from klachtmail.letters.writer import Writer

_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>klachtmail: every letter</title>
<style>
:root {{ color-scheme: light dark; font-family: system-ui, sans-serif; }}
body {{ margin: 0 auto; padding: 24px; max-width: 1720px; }}
nav a {{ display: inline-block; margin: 0 14px 6px 0; }}
section {{ margin: 36px 0; }}
h2 {{ margin: 0 0 2px; }}
.subject {{ margin: 0 0 12px; opacity: .75; }}
.sides {{ display: flex; flex-wrap: wrap; gap: 20px; align-items: flex-start; }}
pre {{ flex: 1 1 420px; max-width: 560px; height: 720px; box-sizing: border-box; margin: 0; padding: 16px; overflow: auto;
  white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8886; border-radius: 8px; font-size: 13px; }}
iframe {{ height: 720px; border: 1px solid #8886; border-radius: 8px; background: #fff; }}
.screen {{ width: 700px; max-width: 100%; }}
.phone {{ width: 375px; }}
</style></head><body>
<h1>Every letter</h1>
<p>With sample data. Left the text, then the HTML on a screen and on a phone.</p>
<nav>{links}</nav>
{sections}
</body></html>
"""
_SECTION = """<section id="{anchor}"><h2>{kind} <small>{language}</small></h2>
<p class="subject">{subject}</p>
<div class="sides"><pre>{text}</pre>
<iframe class="screen" title="{kind}, screen" sandbox srcdoc="{html}" loading="lazy"></iframe>
<iframe class="phone" title="{kind}, phone" sandbox srcdoc="{html}" loading="lazy"></iframe></div></section>
"""


def preview_page(writer: Writer, now: dt.datetime, only: str | None = None) -> str:
    """Return a self-contained HTML page with all letters of this writer, or those of one kind.

    `now` is aware. Raises TemplateError when a template is broken.
    """
    shown = [
        (anchor, section) for anchor, section in _sections(writer, now) if only in {None, anchor.rpartition("-")[0]}
    ]
    links = "".join(f'<a href="#{anchor}">{anchor}</a>' for anchor, _ in shown)
    return _PAGE.format(links=links, sections="".join(section for _, section in shown))


def _sections(writer: Writer, now: dt.datetime) -> Iterator[tuple[str, str]]:
    for request, complaint in writer.samples():
        letter = writer.render(request, complaint, now, nonce=bytes(8))
        anchor = f"{request.kind}-{request.language}"
        yield (
            anchor,
            _SECTION.format(
                anchor=anchor,
                kind=request.kind,
                language=request.language,
                subject=escape(letter.subject),
                text=escape(letter.text),
                html=escape(letter.html),
            ),
        )
