"""Arabic."""

from typing import Final

from klachtmail.languages.language import Language

AR: Final = Language(code="ar", automatic_answer=("رد تلقائي", "الرد التلقائي"))
