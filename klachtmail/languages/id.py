"""Indonesian and Malay."""

from typing import Final

from klachtmail.languages.language import Language

ID: Final = Language(
    code="id",
    opens=("Pada",),
    wrote=("menulis",),
    label_from=("dari",),
    label_date=("terkirim",),
    label_to=("kepada",),
    label_subject=("perihal", "subjek"),
    automatic_answer=("balasan (?:otomatis|automatik)",),
)
