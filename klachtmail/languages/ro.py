"""Romanian."""

from typing import Final

from klachtmail.languages.language import Language

RO: Final = Language(
    code="ro",
    wrote=("a scris",),
    label_from=("de la",),
    label_date=("trimis",),
    label_to=("către",),
    label_subject=("subiect",),
    original=("mesaj original",),
    answer=("r[ăa]spuns",),
)
