"""German."""

from typing import Final

from klachtmail.languages.language import Language

DE: Final = Language(
    code="de",
    opens=("Am", "In einer (?:Nachricht|Mail)"),
    wrote=("schrieb", "schreiben", "geschrieben", "zitat von"),
    by=("von",),
    label_from=("von", "absender"),
    label_date=("gesendet", "gesendet am", "datum"),
    label_to=("an",),
    label_subject=("betreff",),
    label_other=("kopie", "antwort an", "anlagen", "wichtigkeit", "priorität"),
    original=("urspr(?:ü|ue)ngliche (?:nachricht|mail)", "original-?nachricht"),
    forwarded=("weitergeleitete nachricht",),
    begins_forwarded=("anfang der weitergeleiteten nachricht",),
    says_forwarded=("weitergeleitet",),
    months=(
        "jan januar jänner",
        "feb februar",
        "mär märz maerz mrz",
        "apr april",
        "mai",
        "jun juni",
        "jul juli",
        "aug august",
        "sep sept september",
        "okt oktober",
        "nov november",
        "dez dezember",
    ),
    replied=("aw",),
    passed_on=("wg",),
    answer=(r"antwort\w*+",),
    absence_notice=("abwesenheits(?:notiz|benachrichtigung|meldung|assistent|nachricht)",),
    absent=("abwesen(?:d|heit)", "nicht im (?:b[üu]ro|haus)", "(?:im )?urlaub"),
    receipt=("gelesen", "ungelesen gel[öo]scht", "empfangsbest[äa]tigung", "lesebest[äa]tigung"),
    invitation_answer=("zugesagt", "angenommen", "abgelehnt", "abgesagt", "mit vorbehalt"),
    recalled=("zur[üu]ckrufen",),
    undelivered=("unzustellbar", "nicht zustellbar"),
    delayed=("verz[öo]gert",),
    small_words="""
        der die das den dem ein eine einen einem und ich nicht mit für ist sind auf zu an es aber haben habe hat mein meine ihr ihre ihnen wir
        uns auch nach bei noch wohl kein keine keinen was dies diese dieser dieses sie er war waren wurde wurden werden kann können will
        wollen muss sehr geehrte geehrter damen herren guten tag hallo danke bitte grüße grüßen freundlichen beschwerde unzufrieden
        enttäuscht schlecht leider schulung kurs rechnung geld zurück rückerstattung telefon anrufen antwort nie immer niemand nichts
        etwas hier dort wo wann warum wie dann jetzt weil wenn oder um durch über aus bis seit gegen ohne zwischen vom zum zur im am
    """,
)
