"""Thai."""

from typing import Final

from klachtmail.languages.language import Language

TH: Final = Language(code="th", automatic_answer=("ตอบกลับอัตโนมัติ", "การตอบกลับอัตโนมัติ"))
