"""Each attack is named in the output, so that a reader sees what was tried."""

import re


def pytest_terminal_summary(terminalreporter):
    """List the attacks that were withstood by name."""
    names = sorted(
        found[1]
        for report in terminalreporter.stats.get("passed", ())
        if (found := re.search(r"tests/attacks/(?:test_\w+\.py)::(.+)", report.nodeid))
    )
    if names:
        terminalreporter.section(f"attacks withstood: {len(names)}")
        for name in names:
            terminalreporter.write_line(name)
