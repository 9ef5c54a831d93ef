"""Where a firm's own templates say something else than its configuration, and so than the procedure on its website.

Our own letters and page are made of the configuration. What a firm wrote itself is compared with ours, both as this firm would
send it: a fact that ours states and the firm's does not, and a term that neither ours nor the configuration has.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from klachtmail.domain.firm.firm import Firm
from klachtmail.letters import samples
from klachtmail.letters.documents import Documents
from klachtmail.letters.public import procedure_page
from klachtmail.letters.writer import Writer

PAGE: Final = "documents/procedure.html"
_TAGS: Final = re.compile(r"<style>[^<]*</style>|<[^<>]+>")
_TERM: Final = re.compile(
    r"\b(\d+|een|één|twee|drie|vier|vijf|zes|acht|tien|twaalf|one|two|three|four|five|six|eight|ten|zwei|drei|vier|deux|trois|quatre)"
    r"[ \u00a0]((?:werk)?dag(?:en)?|week|weken|maand(?:en)?|(?:working )?days?|weeks?|months?|(?:Werk)?Tage?n?|Wochen?|Monate?n?|jours?|semaines?|mois)\b",
    re.IGNORECASE,
)


def differences(firm: Firm, own: Path) -> Iterator[tuple[str, str]]:
    """Yield (template, what is different, in English) for the letters to clients and the page in the folder `own`."""
    facts = _facts(firm)
    page, ours = (_page(firm, folder) for folder in (own, None))
    yield from ((PAGE, what) for what in _compared(page, ours, facts))
    wanted, before = _letters(firm, own), _letters(firm, None)
    for name, text in wanted.items():
        if (own / name).is_file():
            yield from ((name, what) for what in _compared(text, before.get(name, ""), facts))


def _facts(firm: Firm) -> dict[str, str]:
    organisation, appeal = firm.organisation, firm.organisation.appeal
    known = {
        "organisation.address": organisation.address,
        "organisation.phone": organisation.phone,
        "organisation.privacy_url": organisation.privacy_url,
        "organisation.appeal.name": appeal.name if appeal else None,
        "retention.months": f"{firm.retention.months} maanden",
    }
    return {key: value for key, value in known.items() if value}


def _compared(text: str, ours: str, facts: Mapping[str, str]) -> Iterator[str]:
    for key, fact in facts.items():
        if fact in ours and fact not in text:
            yield f"does not say {fact!r} ({key}), which the procedure says"
    known = {_said(found) for found in _TERM.finditer(ours)}
    for term in dict.fromkeys(_said(found) for found in _TERM.finditer(text)):
        if term not in known:
            yield f"says {term!r}, which is no term of the configuration"


def _said(found: re.Match[str]) -> str:
    return f"{found[1]} {found[2]}".lower()


def _page(firm: Firm, own: Path | None) -> str:
    documents = Documents(firm.organisation.zone, own)
    return _plain(procedure_page(documents, firm, firm.retention.months, dt.date(2026, 1, 1)))


def _plain(page: str) -> str:
    return " ".join(_TAGS.sub(" ", page).split())


def _letters(firm: Firm, own: Path | None) -> dict[str, str]:
    """Return by template what its letters to clients say, all examples together."""
    writer = Writer(firm, [b"only to compare"], own)
    found: dict[str, list[str]] = {}
    for request, about in writer.samples():
        if request.is_outside:
            text = writer.render(request, about, samples.NOW, nonce=bytes(8)).text
            found.setdefault(f"{request.language}/{request.kind}.md", []).append(" ".join(text.split()))
    return {name: "\n".join(texts) for name, texts in found.items()}
