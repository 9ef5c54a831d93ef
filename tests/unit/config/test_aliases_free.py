"""Names that people have may be aliases, whatever the grammar learned."""

import pytest

from klachtmail.config.rules import alias


@pytest.mark.parametrize("name", ["jan", "els", "piet", "karin", "sonja", "mees", "anna", "tom", "eva", "bas"])
def test_a_first_name_is_no_word_of_a_command(name):
    assert alias(name) is None
