"""Tests over real mail that nobody here wrote."""

import pytest

from tests.real_mail import required_corpora


@pytest.fixture(scope="session")
def corpora():
    """Return the folder of the corpora, or skip with a plain message."""
    return required_corpora()
