"""A register of three years, played by a seed: every figure of its report is counted a second way, from the raw register."""

import datetime as dt
import re
from collections import Counter
from html.parser import HTMLParser

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


class _Numbers(HTMLParser):
    """Collects each number of a page with the definition that is linked nearest above it: in its row, its table or its heading."""

    def __init__(self):
        super().__init__()
        self.found, self.defined, self._links, self._open = [], set(), {}, []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self._open.append((tag, given.get("class") or ""))
        if tag == "dt":
            self.defined.add(given["id"])
        if tag in {"h2", "table", "tr", "li", "h3"}:
            self._forget(tag)
        if tag == "a" and given["href"].startswith("#"):
            at = next(t for t, _ in reversed(self._open) if t in {"tr", "li", "h2", "h3", "p", "thead"})
            self._links["table" if any(t == "thead" for t, _ in self._open) else at] = given["href"][1:]

    def _forget(self, tag):
        within = {
            "h2": ("h2", "h3", "table", "tr", "li", "p"),
            "h3": ("h3", "table", "tr", "li"),
            "table": ("table", "tr"),
        }
        for name in within.get(tag, (tag,)):
            self._links.pop(name, None)

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        inside = [tag for tag, _ in self._open]
        counted = ("td", "n") in self._open or ("li" in inside and "b" not in inside)
        if counted and re.search(r"\d", data):
            self.found.append((data.strip(), self._links.copy()))


def test_every_number_links_to_its_definition_and_every_definition_is_linked(report):
    page = yearly.html(Documents(ZONE), report)
    parsed = _Numbers()
    parsed.feed(re.sub(r"<(meta|rect|line)\b[^>]*>|</(rect|line)>|<style>.*?</style>", "", page, flags=re.DOTALL))
    tiles = page.partition('<ul class="big">')[2].partition("</ul>")[0]
    assert tiles.count("<li>") == tiles.count('<a href="#')
    linked = set(re.findall(r'<a href="#([\w.]+)">', page))
    assert linked <= parsed.defined
    assert parsed.defined - linked == {"erased"}  # nobody was erased
    without = [
        number for number, links in parsed.found if not links and not re.match(r"[KM]\d{4}-|\d+ in 2025", number)
    ]
    assert len(parsed.found) > 200
    assert without == []


def test_each_month_is_what_the_raw_register_says(report, raw):
    counted = [d for d in raw if d["number"][0] == "K" and d["status"] not in {"merged", "dismissed"}]
    for month in report.this.months:
        after = (dt.date.fromisoformat(f"{month.month}-01") + dt.timedelta(days=31)).replace(day=1)
        came = [second.day(d["received_at"]) for d in counted]
        ended = [second.day(d["closed_at"]) for d in counted if d["closed_at"]]
        assert month.received == sum(f"{on:%Y-%m}" == month.month for on in came), month.month
        assert month.open == sum(on < after for on in came) - sum(on < after for on in ended), month.month
        own = [d for d in counted if f"{second.day(d['received_at']):%Y-%m}" == month.month]
        assert month.on_time == sum(second.must_be_told(d) and second.told_by(d, "original_due_on") for d in own)


def test_who_came_back_and_who_is_behind_a_wave_is_what_the_raw_register_says(report, raw):
    own = [d for d in second.of_2026() if d["status"] not in {"merged", "dismissed"}]
    often = Counter((d["complainant"]["address"] or d["complainant"]["name"]).casefold() for d in own)
    assert report.repeated_complainants == sum(count > 1 for who, count in often.items() if who)
    (wave,) = [each for each in report.patterns if each.kind == "organisatie" and each.count >= 12]
    about = [d for d in own if "omgevingsrecht" in f"{d['subject']} {d['text']}".casefold()]
    of = Counter((d["complainant"]["address"] or "").rpartition("@")[2] for d in about)
    assert wave.count == of.most_common(1)[0][1]


def test_a_quarter_is_counted_a_second_way_too(world, raw, monkeypatch):
    quarter = dict(reports(world))["kwartaal-2026-4"].this
    own = [d for d in raw if (second.day(d["received_at"]).year, second.day(d["received_at"]).month) >= (2026, 10)]
    monkeypatch.setattr(second, "DOCUMENTS", own)
    for name in set(second.SECOND_WAY) - {"open"}:
        assert getattr(quarter, name) == second.SECOND_WAY[name](), name


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
