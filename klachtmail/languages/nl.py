"""Dutch."""

from typing import Final

from klachtmail.languages.language import Language

NL: Final = Language(
    code="nl",
    opens=("Op", "Op het moment", "In een (?:bericht|mail)"),
    wrote=("schreef", "geschreven", "meldde", "verstuurde", "citeer", "citeren"),
    by=("door",),
    label_from=("van", "afzender"),
    label_date=("verzonden", "verstuurd", "datum", "verzonden op", "datum verzonden"),
    label_to=("aan", "ontvanger"),
    label_subject=("onderwerp", "betreft"),
    label_other=("kopie", "antwoord aan", "beantwoorden", "bijlagen", "belang", "prioriteit"),
    original=(r"oorspronkelijke? (?:e-?mail)?\s?bericht", "origine(?:el|le) bericht"),
    forwarded=("doorgestuurd bericht",),
    begins_forwarded=("begin (?:van )?doorgestuurd bericht",),
    says_forwarded=("doorgestuurd",),
    months=(
        "jan januari",
        "feb februari",
        "mrt maart",
        "apr april",
        "mei",
        "jun juni",
        "jul juli",
        "aug augustus",
        "sep sept september",
        "okt oktober",
        "nov november",
        "dec december",
    ),
    replied=("antw", "antwoord"),
    passed_on=("doorst", "doorgestuurd"),
    answer=(r"antwoord\w*+", "beantwoording", "reactie"),
    absence_notice=(
        "(?:automatische? )?afwezigheids(?:bericht|melding|assistent|notitie)",
        "vakantie(?:bericht|melding)",
    ),
    absent=(
        "afwezig(?:heid)?",
        "niet aanwezig",
        "niet op kantoor",
        "buiten (?:het )?kantoor",
        "(?:ik ben )?(?:op|met) (?:vakantie|verlof)",
        "vakantie",
        "zwangerschapsverlof",
        "vrij",
    ),
    receipt=(
        "gelezen",
        "lezen",
        "ontvangstbevestiging",
        "leesbevestiging",
        "leesbewijs",
        "ontvangen",
        "niet gelezen",
        "afgeleverd",
        "bezorgd",
        "doorgegeven",
    ),
    invitation_answer=(
        "geaccepteerd",
        "aanvaard",
        "geweigerd",
        "afgewezen",
        "voorlopig(?: geaccepteerd)?",
        "geannuleerd",
        "nieuwe? ?tijd(?:stip)? ?(?:voorgesteld|voorstel)",
        "voorstel voor (?:een )?nieuwe? tijd(?:stip)?",
    ),
    recalled=("intrekken", r"bericht (?:intrekken|recall)[^:\n]{0,20}"),
    undelivered=(
        "onbestelbaar",
        "niet te bezorgen",
        "niet bezorgd",
        "afgewezen:",
        "(?:melding: )?(?:uw )?(?:bericht|e-?mail)(?: is| kon)? niet",
        "kan niet worden bezorgd",
        "niet afgeleverd",
        "bezorging (?:mislukt|vertraagd)",
        "mislukte bezorging",
        "kon niet (?:worden )?(?:bezorgd|afgeleverd)",
        "(?:melding|rapport) over (?:de )?bezorging",
        "vertraag",
        "vertraging",
    ),
    delayed=("vertraag", "vertraging", "bezorging vertraagd"),
    small_words="""
        de het een en van ik dat niet met voor zijn op te aan er maar heb hebben mijn uw wij ons ook naar bij nog wel geen wat dit deze die
        mij jullie jij jou hij zij hun haar onze werd wordt worden waren hebt heeft had hadden kan kunt kunnen wil wilt willen moet moeten zou
        zouden gaat ging gegaan doe doet gedaan krijg kreeg gekregen graag alstublieft aub hallo beste geachte bedankt dank groet groeten
        vriendelijke klacht klachten ontevreden tevreden slecht slechte goed goede gisteren vandaag morgen weer al heel erg zo veel weinig nooit
        altijd iemand niemand niets iets hier daar waar wanneer waarom hoe dan nu toen omdat want als of om door over uit tot na sinds tegen
        onder tussen zonder cursus opleiding les lesdag docent trainer factuur geld terug telefoon bellen gebeld bel antwoord reactie bericht
        zaal lokaal boeken schandalig waardeloos onbeschoft belachelijk duurt wachten wacht eindelijk toch echt alleen meer dus even laat zitten
        koud vies prima jammer verkeerd dubbel betaald
    """,
)
