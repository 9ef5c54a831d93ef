"""docs/reliability.md maps faults to tests, docs/security.md threats, docs/standards.md clauses and docs/mutants.md mistakes: every test and file
that they name must exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FUNCTIONS = {
    name
    for path in (ROOT / "tests").rglob("test_*.py")
    for name in re.findall(r"^def (test_\w+)", path.read_text("utf-8"), re.MULTILINE)
}
NAMED = {
    (page, name)
    for page in ("reliability.md", "security.md", "standards.md", "mutants.md")
    for name in re.findall(r"`([\w./]+\.(?:yaml|py)|test_\w+)`", (ROOT / "docs" / page).read_text("utf-8"))
}


@pytest.mark.parametrize(("page", "name"), sorted(NAMED))
def test_what_a_page_names_exists(page, name):
    if name.startswith("test_"):
        assert name in FUNCTIONS, page
    else:
        places = (ROOT, ROOT / "klachtmail", ROOT / "tests" / "unit" / "config" / "bad")
        assert any((place / name).exists() for place in places), page


def section(page, title):
    return (ROOT / page).read_text("utf-8").partition(f"## {title}\n")[2].partition("\n## ")[0]


def test_every_promise_of_the_security_page_has_its_tests():
    promised = re.findall(r"^- \*\*(.+?)\*\*", section("SECURITY.md", "What is promised"), re.MULTILINE | re.DOTALL)
    kept = dict(re.findall(r"^\| \*\*(.+?)\*\* \| (.+) \|$", section("docs/security.md", "Promises"), re.MULTILINE))
    assert list(kept) == promised
    assert all(re.findall(r"`(test_\w+)`", tests) for tests in kept.values())


def test_every_threat_of_the_security_page_has_a_test():
    rows = re.findall(
        r"^\| (?!threat|---|SECURITY)(.+) \|$", (ROOT / "docs" / "security.md").read_text("utf-8"), re.MULTILINE
    )
    assert len(rows) > 60
    bare = [row for row in rows if not re.search(r"`(?:test_\w+|[\w/.]+\.(?:py|yaml))`", row.rpartition(" | ")[2])]
    assert bare == []


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_no_heading_stands_twice_in_a_page(page):
    """After a merge a page stood in the repository one and a half times, and its old half said what was no longer so."""
    headings = re.findall(r"^#+ .+", page.read_text("utf-8"), re.MULTILINE)
    assert [heading for heading in set(headings) if headings.count(heading) > 1] == []


def test_a_clause_is_met_by_a_test_and_what_is_not_met_says_so():
    text = (ROOT / "docs" / "standards.md").read_text("utf-8")
    rows = re.findall(r"^\| (?!asks|---)(.+?) \| (.+?) \| (.+?) \| (.+) \|$", text, re.MULTILINE)
    assert len(rows) > 40
    assert {met for _, met, _, _ in rows} == {"yes", "partly", "no"}
    for clause, met, _, tests in rows:
        assert bool(re.findall(r"`test_\w+`", tests)) == (met != "no"), clause
