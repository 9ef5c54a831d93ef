"""Norwegian."""

from typing import Final

from klachtmail.languages.language import Language

NO: Final = Language(
    code="no",
    opens=("Den", "På"),
    wrote=("skrev",),
    label_from=("fra",),
    label_date=("sendt", "dato"),
    label_to=("til",),
    label_subject=("emne",),
    original=("opprinnelig melding",),
    forwarded=("videresendt melding",),
    says_forwarded=("videresend",),
    replied=("sv",),
    passed_on=("vs",),
    answer=(r"svar\w*+",),
    absence_notice=("frav[æa]rsmelding",),
    absent=("p[åa] ferie", "ikke til stede", "fravær"),
    receipt=("lest",),
    invitation_answer=("akseptert", "godtatt"),
    undelivered=("kan ikke leveres",),
)
