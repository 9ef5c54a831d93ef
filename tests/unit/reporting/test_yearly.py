"""The year report: the right numbers, nobody's name, nothing from the network."""

import csv
import datetime as dt
import io
import re

import pytest

from klachtmail.domain.agenda.contents import MonthFigures
from klachtmail.domain.agenda.yearly import year_report
from klachtmail.domain.privacy.erasure import erased
from klachtmail.domain.record import to_json
from klachtmail.domain.records.model import Appeal, Dismissal, Measure, Party
from klachtmail.letters import yearly
from klachtmail.letters.documents import Documents, picture
from klachtmail.letters.tables import csv_cell, csv_text, for_excel
from tests.on_record import OnRecord
from tests.store_samples import NOW, complaint
from tests.world import ZONE, firm

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
SANNE = Party(name="Sanne de Boer", address="sanne@example.nl")


def answered(counter, days, **fields):
    return complaint(
        counter, status="closed", complainant=SANNE, answered_at=NOW + days * DAY, closed_at=NOW + days * DAY, **fields
    )


@pytest.fixture
def records():
    """2026: two answered (one late), one dismissed, one remark; 2025: one, which was answered in time."""
    return [
        answered(
            1,
            3,
            cause="Sanne kreeg het verkeerde rooster",
            judgement="gegrond",
            structural=True,
            acknowledged_at=NOW + HOUR,
            measures=(
                Measure(text="Rooster nakijken, belde Sanne de Boer", done_on=NOW.date(), worked=True),
                Measure(text="Els belt vooraf"),
            ),
            appeal=Appeal(on=NOW.date(), ruling="Mevrouw De Boer krijgt gelijk"),
            subject="Training omgevingswet",
        ),
        answered(2, 20, subject="Rekening omgevingswet van Sanne de Boer", judgement="deels"),
        complaint(3, status="dismissed", dismissal=Dismissal(kind="vraag", reason="Anna de Boer wil een factuurkopie")),
        complaint(1, prefix="M", status="closed", complainant=SANNE),
        complaint(1, at=NOW - 360 * DAY, status="closed", answered_at=NOW - 357 * DAY, closed_at=NOW - 357 * DAY),
    ]


@pytest.fixture
def report(records):
    return year_report(OnRecord(records), firm(), 2026, NOW + 60 * DAY)


@pytest.fixture
def page(report):
    return yearly.html(Documents(ZONE), report)


def test_it_counts_the_year_and_the_one_before(report):
    assert (report.this.received, report.this.remarks, report.this.answered, report.this.on_time) == (3, 1, 2, 1)
    assert (report.before.received, report.before.on_time_rate, report.this.on_time_rate) == (1, 1.0, 0.5)
    assert report.this.to_outcome == 276.0
    assert (report.this.measures, report.this.measures_worked) == (2, 1)
    assert [month.received for month in report.this.months][2] == 2


def test_it_names_nobody(page, report):
    for name in ("Sanne", "Boer", "Anna", "Els", "example.nl", "example.org"):
        assert name not in page
        assert name not in str(to_json(report))
    assert "[klager] kreeg het verkeerde rooster" in page
    assert "Mevrouw De [klager] krijgt gelijk" in page
    assert "[medewerker] belt vooraf" in page
    assert "wil een factuurkopie" in page


def test_a_name_in_the_subject_is_no_pattern(report):
    assert [(pattern.kind, pattern.what) for pattern in report.patterns] == [("onderwerp", "omgevingswet")]
    assert report.repeated_complainants == 1


def test_the_page_fetches_nothing_and_runs_nothing(page):
    assert not re.findall(r"<(?:script|link|img|iframe|object)\b|url\(|@import|javascript:|\bon\w+=", page)
    assert not re.findall(r'(?:src|href)=(?!"#)', page)
    assert "<svg" in page
    assert page.count("<rect") >= 3


def test_a_year_that_runs_on_says_nothing_about_months_to_come(records):
    page = yearly.html(Documents(ZONE), year_report(OnRecord(records), firm(), 2026, NOW + 60 * DAY))
    assert "het jaar loopt nog" in page
    assert page.count("<th>jan</th>") == page.count("<th>mei</th>") == 1
    assert "<th>jun</th>" not in page


def test_what_was_erased_still_counts(records):
    report = year_report(OnRecord([erased(records[0], NOW + 900 * DAY), *records[1:]]), firm(), 2026, NOW + 901 * DAY)
    assert (report.this.received, report.this.on_time, report.this.measures_worked, report.erased) == (3, 1, 1, 1)
    assert report.this.judgements == {"gegrond": 1, "deels": 1}
    assert report.appeals[0].ruling == report.measures[0].text == "niet meer bewaard"


def test_a_year_without_complaints_is_a_page_too():
    page = yearly.html(Documents(ZONE), year_report(OnRecord([]), firm(), 2026, NOW))
    assert "Niemand is in beroep gegaan" in page


def test_markup_in_a_cause_is_text():
    report = year_report(OnRecord([answered(1, 3, cause="<script>alert(1)</script> {{ 7*7 }}")]), firm(), 2026, NOW)
    page = yearly.html(Documents(ZONE), report)
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert "49" not in page.split("Oorzaken")[1].split("Oordelen")[0]


def test_the_bars_stand_on_one_scale_that_begins_at_zero():
    months = [MonthFigures(month="2026-01", received=6, open=0), MonthFigures(month="2026-02", received=3, open=1)]
    drawn = picture(months, ("received", "open"))
    high = {bar.count: bar.height for bar in drawn.bars}
    assert high[0] == 0
    assert high[6] == 2 * high[3] == pytest.approx(6 * high[1])
    assert all(abs(bar.y + bar.height - drawn.height) < 1e-9 for bar in drawn.bars)
    assert [value for _, value in drawn.lines] == [0, 2, 4, 6]


def test_the_table_beside_it_says_the_same(report):
    text = for_excel(csv_text(yearly.COLUMNS, yearly.table(report), ";"))
    assert text.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["deel", "wat", "jaar", "waarde"]
    assert ["aantal", "Klachten ontvangen", "2026", "3"] in rows
    assert ["aantal", "Klachten ontvangen", "2025", "1"] in rows
    assert ["uren", "Tot de uitkomst (mediaan)", "2026", "276,0"] in rows
    assert not [row for row in rows if "Sanne" in "".join(row)]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r@", " =", "\n+", "＝", "'=", '"=', "\u00a0="])
def test_no_cell_is_a_formula(start):
    cell = csv_cell(f"{start}HYPERLINK(1)")
    assert cell.startswith("'")
    assert next(csv.reader(io.StringIO(csv_text(["x"], [[f"{start}cmd"]], ";").split("\r\n", 1)[1]), delimiter=";"))[
        0
    ].startswith("'")


@pytest.mark.parametrize(
    ("value", "cell"),
    [(None, ""), ("gewoon; tekst", "gewoon; tekst"), (3, "3"), ("a\x1b[31mb", "a [31mb"), ("1-2", "1-2")],
)
def test_other_cells_stay_as_they_are(value, cell):
    assert csv_cell(value) == cell
