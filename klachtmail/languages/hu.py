"""Hungarian."""

from typing import Final

from klachtmail.languages.language import Language

HU: Final = Language(
    code="hu",
    wrote=("írta",),
    label_from=("feladó",),
    label_date=("elküldve", "dátum"),
    label_to=("címzett",),
    label_subject=("tárgy",),
    original=("eredeti üzenet",),
    answer=(r"v[áa]lasz\w*+",),
    absent=("házon kívül",),
)
