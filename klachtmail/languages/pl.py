"""Polish."""

from typing import Final

from klachtmail.languages.language import Language

PL: Final = Language(
    code="pl",
    opens=("W dniu", "Dnia"),
    wrote=(r"napisał\(?a?\)?",),
    label_from=("od",),
    label_date=("wysłano", "data"),
    label_to=("do",),
    label_subject=("temat",),
    original=("wiadomo(?:ść|sc) oryginalna",),
    forwarded=("przekazana wiadomość|wiadomość przekazana",),
    says_forwarded=("przekazan",),
    replied=("odp",),
    passed_on=("pd",),
    answer=("odpowied[źz]",),
    absence_notice=("poza biurem",),
    absent=("nieobecno[śs][ćc]",),
    receipt=("przeczytano",),
)
