"""Where the corpora are: real mail that nobody here wrote, and that is no part of this repository."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def corpora():
    """Return the folder of the corpora, or skip with a plain message."""
    folder = Path(os.environ.get("KLACHTMAIL_CORPORA", Path(__file__).parents[3] / "shared" / "mail"))
    if not folder.is_dir():
        pytest.skip("no corpora: set KLACHTMAIL_CORPORA to the folder that holds them")
    return folder
