"""Czech and Slovak."""

from typing import Final

from klachtmail.languages.language import Language

CS: Final = Language(
    code="cs",
    opens=("Dne", "Dňa"),
    wrote=(r"napsal\(?a?\)?", r"napísal\(?a?\)?"),
    label_from=("od",),
    label_date=("odesláno", "datum"),
    label_to=("komu",),
    label_subject=("předmět",),
    original=("původní zpráva", "pôvodná správa"),
    answer=(r"odpov[ěe]\w*+",),
    absence_notice=(r"mimo kancel[áa]\w*+",),
)
