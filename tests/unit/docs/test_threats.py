"""docs/security.md maps threats to tests: what it names must exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
NAMED = re.findall(r"`([\w./]+\.(?:yaml|py)|test_\w+)`", (ROOT / "docs" / "security.md").read_text())
FUNCTIONS = {
    name
    for path in (ROOT / "tests").rglob("test_*.py")
    for name in re.findall(r"^def (test_\w+)", path.read_text(), re.MULTILINE)
}


@pytest.mark.parametrize("name", sorted(set(NAMED)))
def test_what_the_table_of_threats_names_exists(name):
    if name.startswith("test_"):
        assert name in FUNCTIONS
    else:
        assert (ROOT / name).exists() or (ROOT / "tests" / "unit" / "config" / "bad" / name).exists()
