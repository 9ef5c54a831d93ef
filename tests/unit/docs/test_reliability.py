"""docs/reliability.md maps faults to tests: every test that it names must exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
NAMED = re.findall(r"`(test_\w+)`", (ROOT / "docs" / "reliability.md").read_text())
FUNCTIONS = {
    name
    for path in (ROOT / "tests").rglob("test_*.py")
    for name in re.findall(r"^def (test_\w+)", path.read_text(), re.MULTILINE)
}


@pytest.mark.parametrize("name", sorted(set(NAMED)))
def test_what_the_table_of_faults_names_exists(name):
    assert name in FUNCTIONS
