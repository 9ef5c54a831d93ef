"""docs/reliability.md maps faults to tests and docs/security.md threats: every test and file that they name must exist."""

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
    for page in ("reliability.md", "security.md")
    for name in re.findall(r"`([\w./]+\.(?:yaml|py)|test_\w+)`", (ROOT / "docs" / page).read_text("utf-8"))
}


@pytest.mark.parametrize(("page", "name"), sorted(NAMED))
def test_what_a_page_names_exists(page, name):
    if name.startswith("test_"):
        assert name in FUNCTIONS, page
    else:
        assert (ROOT / name).exists() or (ROOT / "tests" / "unit" / "config" / "bad" / name).exists(), page
