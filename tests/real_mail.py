"""Where the corpora are: real mail that nobody here wrote, and that is no part of this repository."""

import os
from pathlib import Path

import pytest

from tests.servers.dovecot import may_not_skip


def required_corpora() -> Path:
    """Return the folder of the corpora; without it the test is skipped, or fails when nothing may be skipped."""
    folder = Path(os.environ.get("KLACHTMAIL_CORPORA", Path(__file__).parents[2] / "shared" / "mail"))
    if not folder.is_dir():
        advice = "no corpora: set KLACHTMAIL_CORPORA to the folder that holds them"
        (pytest.fail if may_not_skip() else pytest.skip)(advice)
    return folder
