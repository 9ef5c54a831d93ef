"""Hebrew."""

from typing import Final

from klachtmail.languages.language import Language

HE: Final = Language(code="he", automatic_answer=("מענה אוטומטי", "תשובה אוטומטית"))
