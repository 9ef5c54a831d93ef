"""The year report as a page and as a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from klachtmail.domain.agenda.contents import MonthFigures
from klachtmail.domain.agenda.figures import Figures
from klachtmail.domain.agenda.lessons import ENOUGH
from klachtmail.domain.agenda.yearly import YearReport
from klachtmail.domain.record import to_json
from klachtmail.letters.documents import Documents, euro, percent, picture
from klachtmail.letters.labels import hours

COLUMNS: Final = ("deel", "wat", "jaar", "waarde")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table of figures: its name, the field, and how it is counted, for who reads it."""

    name: str
    field: str
    meaning: str


_COUNTS: Final = (
    Row(
        "Klachten ontvangen",
        "received",
        "Alles wat een nummer kreeg in dit jaar, ook wat geen klacht bleek of is samengevoegd.",
    ),
    Row(
        "Mensen die klaagden",
        "people",
        "Ieder telt één keer, ook wie meer dan eens schreef en wiens klacht is samengevoegd.",
    ),
    Row(
        "Meldingen",
        "remarks",
        "Mondelinge ontevredenheid die meteen met een kleine actie is opgelost. Telt niet als klacht.",
    ),
    Row("Nog open", "open", "Niet gesloten, op de dag waarop dit verslag is gemaakt."),
    Row("Beantwoord", "answered", "De klant hoorde de uitkomst, per brief of mondeling."),
    Row(
        "Uitkomst gemeld, of de eerste termijn is voorbij",
        "due",
        "Hiervan moest de uitkomst er zijn. Zonder wat is ingetrokken, samengevoegd of geen klacht was.",
    ),
    Row("Op tijd", "on_time", "De uitkomst kwam op of vóór de eerste uiterste datum."),
    Row(
        "Op tijd na uitstel",
        "postponed_on_time",
        "Na de eerste datum, maar op of vóór de datum die de klant bij uitstel is gemeld.",
    ),
    Row("Te laat", "late", "De uitkomst kwam na de laatste datum die de klant is gemeld."),
    Row("Te laat en nog niet beantwoord", "overdue", "De laatste datum is voorbij en de klant weet nog niets."),
    Row("Uitgesteld", "postponed", "De klant kreeg een latere datum te horen."),
    Row("Klant akkoord", "accepted", "De klant is het eens met de uitkomst."),
    Row("Klant niet akkoord", "declined", "De klant is het niet eens met de uitkomst."),
    Row("Ontvangst bevestigd", "acknowledged", "Er ging een ontvangstbevestiging uit."),
    Row(
        "Ontvangst bevestigd binnen één werkdag", "acknowledged_on_time", "Op de dag van ontvangst of de werkdag erna."
    ),
    Row("Contact gehad", "contacted", "Iemand sprak of schreef de klant persoonlijk."),
    Row("Contact binnen twee werkdagen", "contacted_on_time", "Binnen twee werkdagen na de dag van ontvangst."),
    Row("Ingetrokken", "withdrawn", "De klant trok de klacht in."),
    Row("Samengevoegd met een andere", "merged", "Ging verder in een andere klacht."),
    Row("Structurele fouten", "structural", "De oorzaak kan terugkomen, vond de behandelaar."),
    Row("Toezeggingen", "promises", "Wat aan klanten is toegezegd bij klachten van dit jaar."),
    Row("Toezeggingen nagekomen", "promises_done", "Daarvan gedaan."),
    Row("Verbetermaatregelen", "measures", "Afgesproken bij klachten van dit jaar."),
    Row("Verbetermaatregelen gereed", "measures_done", "Uitgevoerd."),
    Row(
        "Verbetermaatregelen over hun datum",
        "measures_overdue",
        "Nog niet uitgevoerd, en de afgesproken datum is voorbij.",
    ),
    Row("Verbetermaatregelen beoordeeld", "measures_judged", "Er is later gekeken of het hielp."),
    Row("Verbetermaatregelen die werkten", "measures_worked", "Van de beoordeelde."),
    Row("Verbetermaatregelen die niet werkten", "measures_failed", "Van de beoordeelde."),
    Row("Toezeggingen nagekomen op tijd", "promises_kept", "Gedaan op of vóór de afgesproken datum."),
    Row("Toezeggingen over hun datum", "promises_overdue", "Nog niet gedaan, en de afgesproken datum is voorbij."),
    Row("Kosten van toezeggingen (euro)", "promises_cost", "De bedragen van wat is nagekomen."),
    Row(
        "Klanten gevraagd hoe het ging",
        "satisfaction.asked",
        "Elk die de uitkomst hoorde en wiens klacht is gesloten, één keer. Niet wie introk, nog een klacht open heeft of geen mail meer wil.",
    ),
    Row(
        "Klanten die daarop antwoordden",
        "satisfaction.answered",
        "Met een knop of met één van de drie woorden; het laatste telt.",
    ),
    Row(
        "Vond de behandeling goed",
        "satisfaction.good",
        "Van wie antwoordde. Het gaat om de behandeling, niet om de uitkomst.",
    ),
    Row("Vond dat het wel ging", "satisfaction.fair", "Van wie antwoordde."),
    Row("Vond de behandeling niet goed", "satisfaction.poor", "Van wie antwoordde. De behandelaar heeft dit gelezen."),
    Row("Beroep", "appeals", "De klant ging naar de onafhankelijke derde."),
    Row("Uitspraken", "rulings", "Die derde deed uitspraak."),
    Row(
        "Uitspraken anders dan ons oordeel",
        "rulings_against",
        "De uitspraak zegt gegrond, deels of ongegrond, en wij zeiden iets anders.",
    ),
)
_MIDDLE = "De helft ging sneller. In uren vanaf de ontvangst, dag en nacht."
_SLOW = "Negen van de tien gingen minstens zo snel."
_HOURS: Final = (
    Row("Tot de ontvangstbevestiging (mediaan)", "to_acknowledgement", _MIDDLE),
    Row("Tot de ontvangstbevestiging (negen van de tien)", "acknowledgement_p90", _SLOW),
    Row("Tot het eerste contact (mediaan)", "to_contact", _MIDDLE),
    Row("Tot het eerste contact (negen van de tien)", "contact_p90", _SLOW),
    Row("Tot de uitkomst (mediaan)", "to_outcome", _MIDDLE),
    Row("Tot de uitkomst (negen van de tien)", "outcome_p90", _SLOW),
)
_EUROS: Final = frozenset({"promises_cost"})
_DISMISSED: Final = Row(
    "Geen klacht", "dismissed", "Een partner besliste dat het een vraag, een compliment of iets anders was."
)
_RATE: Final = Row(
    "Op tijd, van wat een uitkomst moest hebben",
    "on_time_rate",
    "Op tijd, gedeeld door: uitkomst gemeld, of de eerste termijn is voorbij.",
)
_ELSEWHERE: Final = (  # what stands in a table or a sentence of its own
    Row("Ontvangen per maand", "month.received", "Zonder wat geen klacht was of is samengevoegd."),
    Row("Open per maand", "month.open", "Aan het eind van die maand nog niet gesloten, ook van eerdere maanden."),
    Row("Kanaal", "channels", "Hoe de klacht binnenkwam. Zonder wat geen klacht was of is samengevoegd."),
    Row(
        "Klachten per behandelaar",
        "load",
        "Wie de klacht heeft, of had toen zij werd gesloten. Zonder namen; wie er de meeste had, staat eerst.",
    ),
    Row(
        "Soort",
        "classes",
        "Product, aspect en oorzaak uit de eigen lijsten. ‘Samen’ is het deel van deze en de grotere soorten.",
    ),
    Row("Oorzaken", "causes", "In de woorden van de behandelaar; gelijke woorden tellen samen."),
    Row("Oordelen", "judgements", "Wat wij zelf oordeelden: gegrond, deels of ongegrond."),
    Row(
        "De grootste oorzaak",
        "largest",
        "De oorzaak van de meeste klachten, uit de eigen lijst of anders in woorden. Betaald is wat hun is toegezegd en nagekomen.",
    ),
    Row(
        "Beter en slechter",
        "changes",
        f"Over ten minste {ENOUGH} klachten in beide jaren, en een verschil van vijf procentpunten, een tiende van de tijd of drie van een soort.",
    ),
    Row(
        "Wat zich herhaalt",
        "patterns",
        "Drie of meer mensen van één organisatie, of binnen drie dagen, over hetzelfde. Verder wat in twee of meer klachten of meldingen terugkomt.",
    ),
    Row(
        "Gewiste dossiers",
        "erased",
        "De bewaartermijn is voorbij, of iemand vroeg erom. De cijfers blijven, de teksten niet.",
    ),
)
_CHANNELS: Final = {"written": "schriftelijk", "oral": "mondeling", "forwarded": "doorgestuurd"}
_LISTS: Final = {"product": "product", "aspect": "aspect", "cause": "oorzaak (soort)"}
_MONTH: Final = (
    ("ontvangen", "received"),
    ("open", "open"),
    ("op tijd", "on_time"),
    ("op tijd na uitstel", "postponed_on_time"),
    ("te laat", "late"),
    ("over de datum", "overdue"),
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
        "definitions": [*_COUNTS, _DISMISSED, _RATE, *_HOURS, *_ELSEWHERE],
        "channels": _named(report.this.channels, report.before.channels, _CHANNELS),
        "classes": [(_LISTS[name], *_both(report, name)) for name in _LISTS if any(_both(report, name))],
    }
    return documents.render("report", values)


def as_json(report: YearReport) -> dict[str, Any]:
    """Return the report for scripts: what `report --json` prints."""
    rates = {"on_time_rate": report.this.on_time_rate, "on_time_rate_before": report.before.on_time_rate}
    return {**to_json(report), **rates}


def _begun(report: YearReport, figures: Figures) -> list[MonthFigures]:
    """Return the months until the report was made: of a month that is to come nothing is known."""
    return [month for month in figures.months if month.month <= f"{report.made_on:%Y-%m}"]


def _named(this: dict[str, int], before: dict[str, int], names: dict[str, str]) -> list[tuple[str, int, int]]:
    return [(name, this.get(key, 0), before.get(key, 0)) for key, name in names.items()]


def _both(report: YearReport, name: str) -> tuple[dict[str, int], dict[str, int]]:
    return report.this.classes.get(name, {}), report.before.classes.get(name, {})


def _rows(this: Figures, before: Figures) -> Iterator[tuple[Row, str, str]]:
    for row in _COUNTS:
        shown = euro if row.field in _EUROS else str
        yield row, shown(_count(this, row)), shown(_count(before, row))
    yield _DISMISSED, str(sum(this.dismissed.values())), str(sum(before.dismissed.values()))
    yield _RATE, percent(this.on_time_rate), percent(before.on_time_rate)
    for row in _HOURS:
        yield row, hours(getattr(this, row.field)), hours(getattr(before, row.field))


def _count(figures: Figures, row: Row) -> float:
    """Return the value of a row, 'satisfaction.asked' as one of a group."""
    name, _, part = row.field.partition(".")
    value: float = getattr(figures, name).get(part, 0) if part else getattr(figures, name)
    return value


def table(report: YearReport) -> Iterator[tuple[str, str, int, str]]:
    """Yield the rows under COLUMNS: one value each, of both years. Medians are in hours, with a decimal comma."""
    for figures in (report.this, report.before):
        for row in _COUNTS:
            value = _count(figures, row)
            shown = f"{value:.2f}".replace(".", ",") if row.field in _EUROS else str(value)
            yield "aantal", row.name, figures.year, shown
        for row in _HOURS:
            value = getattr(figures, row.field)
            yield "uren", row.name, figures.year, "" if value is None else f"{value:.1f}".replace(".", ",")
        for part, what, count in (*_grouped(figures), *_by_month(report, figures)):
            yield part, what, figures.year, str(count)
    yield from _of_this_year(report)


def _grouped(figures: Figures) -> Iterator[tuple[str, str, int]]:
    for part, field in _GROUPS:
        yield from ((part, what, count) for what, count in getattr(figures, field).items())
    yield from (("kanaal", name, figures.channels.get(key, 0)) for key, name in _CHANNELS.items())
    yield from (("belasting", handler, count) for handler, count in figures.load.items())
    for name, entries in figures.classes.items():
        yield from ((f"soort: {_LISTS[name]}", entry, count) for entry, count in entries.items())


def _by_month(report: YearReport, figures: Figures) -> Iterator[tuple[str, str, int]]:
    for month in _begun(report, figures):
        for name, field in _MONTH:
            yield f"maand {month.month[5:]}", name, getattr(month, field)


def _of_this_year(report: YearReport) -> Iterator[tuple[str, str, int, str]]:
    worked = {True: "werkte", False: "werkte niet", None: "nog niet beoordeeld"}
    for change in report.changes:
        yield "beter" if change.better else "slechter", change.text, report.year, ""
    if (largest := report.largest) is not None:
        yield "grootste oorzaak", largest.name, report.year, str(largest.count)
        yield "grootste oorzaak", "betaald, in euro", report.year, f"{largest.paid:.2f}".replace(".", ",")
    for one in report.general:
        yield "algemene maatregel", one.text, report.year, worked[one.worked]
    for text in report.reviews:
        yield "directiebeoordeling", text, report.year, ""
    for found in report.elsewhere:
        yield f"elders {found.number}", found.where, report.year, ""
    for measure in report.measures:
        yield f"maatregel {measure.number}", measure.text, report.year, worked[measure.worked]
    for appeal in report.appeals:
        yield f"beroep {appeal.number}", appeal.ruling or "nog geen uitspraak", report.year, appeal.on.isoformat()
    for dismissal in report.dismissals:
        yield f"geen klacht {dismissal.number}", dismissal.reason, report.year, dismissal.kind
    for pattern in report.patterns:
        yield f"herhaald {pattern.kind}", pattern.what, report.year, str(pattern.count)
    yield "herhaald klager", "klagers met meer dan één klacht", report.year, str(report.repeated_complainants)
