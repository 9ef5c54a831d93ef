"""Basque."""

from typing import Final

from klachtmail.languages.language import Language

EU: Final = Language(code="eu", automatic_answer=("erantzun automatikoa",))
