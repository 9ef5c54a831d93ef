"""The year report as a page and as a table."""

from collections.abc import Iterator
from typing import Final

from klachtmail.domain.agenda.contents import MonthFigures
from klachtmail.domain.agenda.figures import Figures
from klachtmail.domain.agenda.yearly import YearReport
from klachtmail.letters.documents import Documents, percent, picture
from klachtmail.letters.labels import hours

COLUMNS: Final = ("deel", "wat", "jaar", "waarde")

# What the table of figures says: a name, the field, and how it is written.
_COUNTS: Final = (
    ("Klachten ontvangen", "received"),
    ("Meldingen", "remarks"),
    ("Nog open", "open"),
    ("Beantwoord", "answered"),
    ("Uitkomst gemeld of over de uiterste datum", "due"),
    ("Op tijd beantwoord, in de eerste termijn", "on_time"),
    ("Op tijd na uitstel", "postponed_on_time"),
    ("Te laat beantwoord", "late"),
    ("Te laat en nog niet beantwoord", "overdue"),
    ("Uitgesteld", "postponed"),
    ("Ingetrokken", "withdrawn"),
    ("Samengevoegd met een andere", "merged"),
    ("Structurele fouten", "structural"),
    ("Verbetermaatregelen", "measures"),
    ("Verbetermaatregelen gereed", "measures_done"),
    ("Verbetermaatregelen die werkten", "measures_worked"),
    ("Verbetermaatregelen die niet werkten", "measures_failed"),
    ("Beroep", "appeals"),
)
_MEDIANS: Final = (
    ("Tot de ontvangstbevestiging (mediaan)", "to_acknowledgement"),
    ("Tot het eerste contact (mediaan)", "to_contact"),
    ("Tot de uitkomst (mediaan)", "to_outcome"),
)
_GROUPS: Final = (("oorzaak", "causes"), ("oordeel", "judgements"), ("geen klacht", "dismissed"))


def html(documents: Documents, report: YearReport) -> str:
    """Return the report as one HTML file."""
    values = {
        "report": report,
        "rows": list(_rows(report.this, report.before)),
        "months": _begun(report, report.this),
        "flow": picture(_begun(report, report.this), ("received", "open")),
        "answered": picture(_begun(report, report.this), ("on_time", "late")),
    }
    return documents.render("report", values)


def _begun(report: YearReport, figures: Figures) -> list[MonthFigures]:
    """Return the months until the report was made: of a month that is to come nothing is known."""
    return [month for month in figures.months if month.month <= f"{report.made_on:%Y-%m}"]


def _rows(this: Figures, before: Figures) -> Iterator[tuple[str, str, str]]:
    for name, field in _COUNTS:
        yield name, str(getattr(this, field)), str(getattr(before, field))
    yield "Geen klacht", str(sum(this.dismissed.values())), str(sum(before.dismissed.values()))
    yield "Op tijd, van wat een uitkomst moest hebben", percent(this.on_time_rate), percent(before.on_time_rate)
    for name, field in _MEDIANS:
        yield name, hours(getattr(this, field)), hours(getattr(before, field))


def table(report: YearReport) -> Iterator[tuple[str, str, int, str]]:
    """Yield the rows under COLUMNS: one value each, of both years. Medians are in hours, with a decimal comma."""
    for figures in (report.this, report.before):
        for name, field in _COUNTS:
            yield "aantal", name, figures.year, str(getattr(figures, field))
        for name, field in _MEDIANS:
            value = getattr(figures, field)
            yield "uren", name, figures.year, "" if value is None else f"{value:.1f}".replace(".", ",")
        for part, field in _GROUPS:
            for what, count in getattr(figures, field).items():
                yield part, what, figures.year, str(count)
        for month in _begun(report, figures):
            for name, field in (
                ("ontvangen", "received"),
                ("open", "open"),
                ("op tijd", "on_time"),
                ("te laat", "late"),
            ):
                yield f"maand {month.month[5:]}", name, figures.year, str(getattr(month, field))
    yield from _of_this_year(report)


def _of_this_year(report: YearReport) -> Iterator[tuple[str, str, int, str]]:
    worked = {True: "werkte", False: "werkte niet", None: "nog niet beoordeeld"}
    for measure in report.measures:
        yield f"maatregel {measure.number}", measure.text, report.year, worked[measure.worked]
    for appeal in report.appeals:
        yield f"beroep {appeal.number}", appeal.ruling or "nog geen uitspraak", report.year, appeal.on.isoformat()
    for dismissal in report.dismissals:
        yield f"geen klacht {dismissal.number}", dismissal.reason, report.year, dismissal.kind
    for pattern in report.patterns:
        yield f"herhaald {pattern.kind}", pattern.what, report.year, str(pattern.count)
    yield "herhaald klager", "klagers met meer dan één klacht", report.year, str(report.repeated_complainants)
