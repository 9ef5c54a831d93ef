"""Swedish."""

from typing import Final

from klachtmail.languages.language import Language

SV: Final = Language(
    code="sv",
    opens=("Den",),
    wrote=("skrev",),
    label_from=("från",),
    label_date=("skickat", "datum"),
    label_to=("till",),
    label_subject=("ämne",),
    original=("ursprungligt meddelande",),
    forwarded=("vidarebefordrat (?:meddelande|brev)",),
    says_forwarded=("vidarebefordra",),
    replied=("sv",),
    passed_on=("vb",),
    answer=(r"svar\w*+",),
    absence_notice=("fr[åa]nvaromeddelande",),
    absent=(r"fr[åa]nvaro\w*+", "frånvarande", "p[åa] semester"),
    receipt=("läst",),
    invitation_answer=("accepterat",),
    undelivered=("kan ej levereras",),
)
