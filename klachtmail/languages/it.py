"""Italian."""

from typing import Final

from klachtmail.languages.language import Language

IT: Final = Language(
    code="it",
    opens=("Il",),
    wrote=("scritto",),
    by=("da",),
    label_from=("da",),
    label_date=("inviato", "data"),
    label_to=("a",),
    label_subject=("oggetto",),
    original=("messaggio originale",),
    forwarded=("messaggio inoltrato",),
    begins_forwarded=("inizio messaggio inoltrato",),
    says_forwarded=("inoltrat",),
    months=(
        "gen gennaio",
        "feb febbraio",
        "mar marzo",
        "apr aprile",
        "mag maggio",
        "giu giugno",
        "lug luglio",
        "ago agosto",
        "set sett settembre",
        "ott ottobre",
        "nov novembre",
        "dic dicembre",
    ),
    passed_on=("i",),
    answer=("risposta",),
    absence_notice=("fuori (?:ufficio|sede)",),
    absent=("assente", "assenza", "in ferie"),
    receipt=("letto",),
    invitation_answer=("accettato", "rifiutato"),
    undelivered=("non recapitabile", "mancato recapito"),
)
