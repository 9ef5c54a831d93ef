"""Vietnamese."""

from typing import Final

from klachtmail.languages.language import Language

VI: Final = Language(code="vi", automatic_answer=("trả lời tự động",))
