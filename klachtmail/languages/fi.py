"""Finnish."""

from typing import Final

from klachtmail.languages.language import Language

FI: Final = Language(
    code="fi",
    wrote=("kirjoitti",),
    label_from=("lähettäjä",),
    label_date=("lähetetty",),
    label_to=("vastaanottaja",),
    label_subject=("aihe",),
    original=("alkuper(?:ä|a)inen viesti",),
    forwarded=("välitetty viesti",),
    says_forwarded=("välitet",),
    replied=("vs",),
    passed_on=("vl",),
    answer=("vastaus",),
    absence_notice=("poissa toimistosta",),
    absent=("lomalla",),
    receipt=("luettu",),
    invitation_answer=("hyväksytty",),
)
