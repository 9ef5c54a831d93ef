"""Danish."""

from typing import Final

from klachtmail.languages.language import Language

DA: Final = Language(
    code="da",
    opens=("Den", "På"),
    wrote=("skrev",),
    label_from=("fra",),
    label_date=("sendt", "dato"),
    label_to=("til",),
    label_subject=("emne",),
    original=("oprindelig (?:meddelelse|besked)",),
    forwarded=("videresendt (?:meddelelse|besked)",),
    says_forwarded=("videresend",),
    replied=("sv",),
    passed_on=("vs",),
    answer=(r"svar\w*+",),
    absence_notice=("frav[æa]rs(?:melding|besked)",),
    absent=(r"frav[æa]r\w*+", "fraværende", "p[åa] ferie", "ikke til stede"),
    receipt=("l[æe]st",),
    invitation_answer=("accepteret",),
    undelivered=("kan ikke leveres",),
)
