"""A register of three years, played by a seed: every figure of its report is counted a second way, from the raw register."""

import datetime as dt
import re

import pytest

from klachtmail.domain.record import to_json
from klachtmail.letters import yearly
from klachtmail.letters.documents import Documents
from tests.three_years import LAST, Play, reports
from tests.unit.reporting import test_figures_recomputed as second
from tests.world import ZONE

pytestmark = pytest.mark.xdist_group("three_years")


@pytest.fixture(scope="module")
def world():
    return Play(seed=11).run()


@pytest.fixture(scope="module")
def report(world):
    return dict(reports(world))["jaarverslag-2026"]


@pytest.fixture
def raw(world, monkeypatch):
    """The documents of the register, in the place of those of the other test."""
    documents = [to_json(each) for each in world.store.everything()]
    monkeypatch.setattr(second, "DOCUMENTS", documents)
    monkeypatch.setattr(second, "TODAY", LAST)
    return documents


@pytest.mark.parametrize("name", second.SECOND_WAY)
def test_a_figure_of_the_year_is_what_the_raw_register_says(report, raw, name):
    assert getattr(report.this, name) == second.SECOND_WAY[name](), name


def test_the_play_has_something_of_everything(report):
    this = report.this
    for name in ("remarks", "dismissed", "withdrawn", "late", "accepted", "declined", "appeals", "promises_done"):
        assert getattr(this, name) or getattr(report.before, name), name
    assert this.measures_worked
    assert this.satisfaction["answered"] > 10
    assert {change.better for change in report.changes} == {True, False}
    assert report.general
    assert report.reviews
    assert report.elsewhere


def test_the_page_shows_these_figures_and_each_links_to_its_definition(report, raw):
    page = yearly.html(Documents(ZONE), report)
    shown = dict(re.findall(r'<a href="#([\w.]+)">[^<]*</a></th><td class="n">([^<]*)</td>', page))
    for name in ("received", "due", "on_time", "late", "people", "measures_done", "promises_kept"):
        assert shown[name] == str(second.SECOND_WAY[name]()), name
    assert shown["satisfaction.good"] == str(second.SECOND_WAY["satisfaction"]()["good"])
    assert set(shown) == set(re.findall(r'<dt id="([\w.]+)">', page))


def test_what_the_largest_cause_cost_is_what_the_raw_register_says(report, raw):
    by_cause = {}
    for document in second.dealt_with():
        if document["classification"]:
            by_cause.setdefault(document["classification"]["cause"], []).append(document)
    name = max(by_cause, key=lambda each: (len(by_cause[each]), each))
    amounts = [(p["amount"] or 0, p["done_on"]) for d in by_cause[name] for p in d["promises"]]
    found = report.largest
    assert (found.name, found.count) == (name, len(by_cause[name]))
    assert (found.paid, found.promised) == (sum(a for a, on in amounts if on), sum(a for a, on in amounts if not on))


def test_each_better_and_worse_is_so(report, world, raw):
    """'op tijd beantwoord: 60% werd 97%': both counted from the register, and the arrow is right."""
    (line,) = [each for each in report.changes if each.text.startswith("op tijd beantwoord")]
    rates = []
    for year in (2025, 2026):
        due = [d for d in raw if d["number"].startswith(f"K{year}") and d["answered_at"] and not d["withdrawn"]]
        due = [d for d in due if d["status"] not in {"merged", "dismissed"}]
        rates.append(sum(second.told_by(d, "original_due_on") for d in due) / len(due))
    assert line.text == f"op tijd beantwoord: {rates[0]:.0%} werd {rates[1]:.0%}"
    assert line.better == (rates[1] > rates[0])


def test_fourteen_people_of_one_organisation_are_found(report):
    (wave,) = [each for each in report.patterns if each.kind == "organisatie" and each.count >= 12]
    assert (wave.count, wave.who) == (14, "")
    assert "omgevingsrecht" in wave.what


def test_reports_and_questions_went_out_by_themselves_once(world):
    subjects = [each.subject for each in world.letters("jan@ront.nl")]
    for year in (2024, 2025):
        assert subjects.count(f"Jaarverslag {year}") == 1
    assert subjects.count("Kwartaal 3 van 2026") == 1
    assert dt.date(2026, 10, 5) >= world.store.state.reported_for
