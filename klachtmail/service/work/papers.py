"""The files that go with a letter of papers: the year report, the anonymous register, the evidence of complaints."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from klachtmail.domain.agenda.figures import period
from klachtmail.domain.agenda.yearly import YearReport, year_report
from klachtmail.domain.firm.firm import Firm, Member
from klachtmail.domain.outgoing.letters import Papers
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.sight import is_about
from klachtmail.letters import labels, yearly
from klachtmail.letters.documents import Documents
from klachtmail.letters.tables import csv_text, for_excel
from klachtmail.service.work.evidence import evidence
from klachtmail.service.work.office import Office

File = tuple[str, str, bytes]
_PAGE: Final = "text/html"
_TABLE: Final = "text/csv"
_NUMBERS: Final = "application/json"
_COLUMNS: Final = (
    *("nummer", "stand", "kanaal", "ontvangen", "uiterste datum", "eerste uiterste datum", "bevestigd", "contact"),
    *("uitkomst gemeld", "oordeel", "akkoord", "structureel", "product", "aspect", "oorzaak", "gesloten"),
)


def papers(office: Office, asked: Papers, reader: Member | None, now: dt.datetime) -> list[File]:
    """Return the files as (name, type, bytes). None names who complained; of what is about the reader nothing is told."""
    made = Documents(office.firm.organisation.zone, office.writer.own_templates)
    if asked.what == "evidence":
        return [*_evidence(office, made, asked, now)]
    if asked.what == "register":
        return [_register(office, asked.year, reader), _requests(office, asked.year)]
    told_of = office.store.told_of(*period(asked.year), office.firm.organisation.zone)
    hidden = {each.number for each in told_of if reader is not None and is_about(each, reader)}
    files: list[File] = []
    whole = [0] if asked.what == "report" else []
    for quarter in (*whole, *([asked.quarter] if asked.quarter else [])):
        report = _without(year_report(office.store, office.firm, asked.year, now, quarter, office.store.state), hidden)
        files += _report(made, report)
    return files


def _report(made: Documents, report: YearReport) -> list[File]:
    """Return a report as a page to read and print, as a table, and for scripts."""
    name = f"kwartaal-{report.year}-{report.quarter}" if report.quarter else f"jaarverslag-{report.year}"
    table = for_excel(csv_text(yearly.COLUMNS, yearly.table(report), ";"))
    numbers = json.dumps(yearly.as_json(report), ensure_ascii=False, indent=2).encode()
    page = yearly.html(made, report).encode()
    return [(f"{name}.html", _PAGE, page), (f"{name}.csv", _TABLE, table), (f"{name}.json", _NUMBERS, numbers)]


def _evidence(office: Office, made: Documents, asked: Papers, now: dt.datetime) -> Iterator[File]:
    for number in asked.numbers:
        complaint = office.store.complaint(number)
        if complaint is not None:
            shown = evidence(office.store, office.firm, complaint, now)
            yield f"bewijs-{number}.html", _PAGE, made.render("evidence", {"file": shown}).encode()


def _without(report: YearReport, hidden: set[str]) -> YearReport:
    """Return the report without the lines that tell of these complaints; they count in the figures."""
    return replace(
        report,
        dismissals=tuple(each for each in report.dismissals if each.number not in hidden),
        appeals=tuple(each for each in report.appeals if each.number not in hidden),
        measures=tuple(each for each in report.measures if each.number not in hidden),
        elsewhere=tuple(each for each in report.elsewhere if each.number not in hidden),
        patterns=tuple(each for each in report.patterns if hidden.isdisjoint(each.numbers)),
    )


def _register(office: Office, year: int, reader: Member | None) -> File:
    """Return the register of a year without free text: lists and days only, so that nobody stands in it."""
    begin, end = (dt.datetime(each, 1, 1, tzinfo=office.firm.organisation.zone) for each in (year, year + 1))
    received = office.store.received(begin, end)
    rows = ([each.number] if reader is not None and is_about(each, reader) else _row(each) for each in received)
    return f"register-{year}.csv", _TABLE, for_excel(csv_text(_COLUMNS, rows, ";"))


def _requests(office: Office, year: int) -> File:
    """Return who asked for what in that year."""
    zone = office.firm.organisation.zone
    own = (each for each in office.store.state.papers_asked if each.at.astimezone(zone).year == year)
    rows = ([f"{each.at.astimezone(zone):%Y-%m-%d %H:%M}", _called(office.firm, each.by), each.what] for each in own)
    return f"opgevraagd-{year}.csv", _TABLE, for_excel(csv_text(("wanneer", "wie", "wat"), rows, ";"))


def _called(firm: Firm, address: str) -> str:
    member = firm.member(address) or firm.auditor(address)
    return member.name if member else address


def _row(complaint: Complaint) -> list[object]:
    said = {True: "ja", False: "nee", None: ""}
    kind = complaint.classification
    return [
        complaint.number,
        labels.status(complaint.status),
        complaint.channel,
        complaint.received_at.date(),
        complaint.due_on,
        complaint.original_due_on,
        *(_day(at) for at in (complaint.acknowledged_at, complaint.contacted_at, complaint.answered_at)),
        complaint.judgement,
        said[complaint.accepted],
        said[complaint.structural],
        *((kind.product, kind.aspect, kind.cause) if kind else ("", "", "")),
        _day(complaint.closed_at),
    ]


def _day(at: dt.datetime | None) -> dt.date | None:
    return at.date() if at else None
