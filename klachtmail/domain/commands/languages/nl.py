"""Dutch (and the Flemish and the slips of the phone that go with it): what each word does in a member's mail.

One concept a line, `CONCEPT: form | form | several words`, without accents or capitals. A form may have several concepts,
and the longest form wins. Words buy recall and cost no safety, except in COURTESY, ADVERB, DET and PART: what stands there is
explained in every frame, so that a word which may take something back must never come there.
"""

from typing import Final

from klachtmail.domain.commands.languages.dutch import (
    courtesy,
    dossier,
    doubt,
    glue,
    handling,
    judging,
    people,
    results,
    talking,
)

WORDS: Final = "".join(
    each.WORDS for each in (people, glue, courtesy, doubt, handling, talking, judging, results, dossier)
)

SEPARABLE: Final = """
MERGE: smijt samen | gooi samen | doe samen | zet samen | steek samen | leg samen | neem samen
REJECT: zich niet verenigen | zich niet vinden
NO-REACH: nam niet af | neemt niet af
JUDGE: komt voor
MAY: dient te | dienen te | diende te | behoort te | hoort te
CANT: red mee niet
SHOULDER: heb opgepakt | heb overgenomen | heb aangenomen
TAKE-3: heeft opgepakt | heeft overgenomen | heeft aangenomen
FOR-ME: mijn naam achter | mijn naam bij | mijn naam op
BUSY: hou bezig | houd bezig | zit bovenop | zet schouders
CONTACT: stond stoep | stond deur | zat tafel | zat tel | hing tel | hing lijn | zat telefoon | hing telefoon | heb uitgelegd | heb gezeten | gesprek gevoerd | contact opgenomen | contact gehad | contact geweest | mail gestuurd | mailtje gestuurd | bericht gestuurd | berichtje gestuurd | brief gestuurd | appje gestuurd | app gestuurd | gesprek plaatsgevonden | onderhoud plaatsgevonden | gesprek gehad | onderhoud gehad | overleg gevoerd
TAKE: los op | pak op | neem over | neem aan | handel af | pik op | neem op | trek toe | trek naar
TAKE-3: lost op | pakt op | neemt over | handelt af | neemt aan | pikt op
OVER: neem over | neemt over
GIVE-3: mag hebben | kan hebben
PROPOSES: stel voor
GIVE: deel toe | wijs toe | draag over | zet door | schuif door | stuur door | geef door | geef over | leg neer | speel door
RELEASE: geef terug | geeft terug | leg terug | haal eraf | haal af | geven terug
CANT-WEAK: zit vol
GIVE: merk aan
CANT: red niet | lukt niet
OFF: haal af | haal eraf
WITHDRAW: trekt in | trok in | trekt terug | ziet af
CLOSE: sluit af | doe dicht | gooi dicht | zet dicht | mag dicht | kan dicht | mag toe | kan toe | doen dicht
CLOSED-WEAK: rond af
REJECT: wijst af | slaat af | wees af
NO-REACH: nam niet op | neemt niet op | krijg niet te pakken | kreeg niet te pakken | kan niet bereiken | kon niet bereiken | kan niet te pakken | heb niet gesproken | pakt niet op
SEND-WEAK: stuur op | stuur weg | stuur uit | mag weg | mag uit | kan weg | kan uit | mag eruit | kan eruit | mag verstuurd | kan verstuurd | mag verzonden | kan verzonden
UNDO: draai terug | draai om | maak ongedaan | zet terug
MERGE: voeg samen | voeg bij | doe bij | gooi bij | zet bij | koppel aan | mag samen | kan samen
ACK: bevestig ontvangst
POSTPONE: stel uit
REOPEN: open weer | open opnieuw
DISCARD: gooi weg
CHANGE: pas aan | voeg toe | haal uit | haal eruit
SKIP: sla over | laat achterwege
CANCELLED: gaat door niet | gaat niet door
RELEASE: trek terug
"""

# What stands before a person gives him his part in it.
PREPOSITIONS: Final = """
TO: aan | naar | voor | richting | op | op naam van | op de naam van | ten name van | tnv | t.n.v.
WITH: met | samen met | bij
FROM: van
ABOUT: over | tegen | omtrent | inzake | om
BY: door
"""

KEYS: Final = """
contact: klant gebeld | klant gesproken | klant gemaild | klager gebeld | klager gesproken | mevrouw gebeld | mevrouw gesproken | meneer gebeld | meneer gesproken | gebeld met klager | gesproken met klant | contactmoment | datum contact | contact | gebeld | gesproken | gemaild | telefonisch contact | contact gehad | contact met klant | contact klant | gebeld met klant | gesprek | contact met de klant
no_answer: geen gehoor | niet bereikt
remedy: wens | wens klant | wens klager | wens van de klant | wens van de klager | wens van klant | klant wil | klager wil | gewenste oplossing | wat de klant wil
judgement: oord | oord. | oordeel | ons oordeel | eindoordeel | beoordeling
cause: oorz | oorz. | oorzaak gevonden | oorzaak achterhaald | oorzaak bekend | oorzaak | oorzaken | de oorzaak van de klacht | oorzaak van de klacht | reden van de klacht
classify: soort | soort klacht
elsewhere: elders | kan elders
firm_measure: algemene maatregel | algemene verbetermaatregel
review: directiebeoordeling | jaarbeoordeling | besluit directiebeoordeling
structural: struct | struct. | structureel | structureel probleem | structurele fout
measure: mtr | mtr. | maatr | maatr. | mtrgl | verbetering | verbeterpunt | maatregel | verbetermaatregel | maatregelen | verbetermaatregelen | verbeteractie
measure_internal: maatregel intern | interne maatregel | verbetermaatregel intern | interne verbetermaatregel | maatregel (intern)
promise: toezegging | toezegging aan klant | toezegging aan de klant | toezegging aan de klager | toegezegd
group: groep | groepeer
representative: gemachtigde | de gemachtigde | gemachtigde is
hear: vraag | vraag aan | wederhoor
statutory: avg
answer: vraag aan klant | vraag aan de klant | vraag aan klager | vraag aan de klager | vraag aan mevrouw | vraag aan meneer | vraag voor de klant | vraag voor klant | reactie klant | reactie richting klant | antwoord richting klant | antwoord | bericht aan allen | antwoord aan klant | antwoord aan de klant | antwoord aan klager | antwoord aan de klager | bericht aan klant | bericht aan de klant | bericht aan de klager | bericht aan klager | reactie aan klant | reactie aan de klant | antwoord aan mevrouw | antwoord aan meneer | mail aan klant | mail aan de klant | antwoord klant
outcome: uitkomst | uitk | uitk.
proposal: voorst | voorst. | vstl | voorstel | voorstel aan klant | voorstel aan de klant | ons voorstel aan de klant
told: uitkomst gemeld | uitkomst is gemeld | uitkomst doorgegeven | uitkomst verteld | uitkomst meegedeeld | uitkomst telefonisch gemeld | uitkomst mondeling gemeld
told_later: uitstel gemeld | uitstel is gemeld | uitstel verteld | uitstel doorgegeven | uitstel meegedeeld
postpone: uitstel | uitstellen | uitstel tot | uitstellen tot
declined: niet akkoord | klant niet akkoord | klager niet akkoord | klant gaat niet akkoord
accepted: akkoord klant | klant akkoord | klager akkoord
appeal: beroep
ruling: uitspraak | uitspraak geschillencommissie | uitspraak van de geschillencommissie | uitspraak van de onafhankelijke derde
withdrawn: ingetrokken | klacht ingetrokken | klacht is ingetrokken
no_complaint: geen klacht | is geen klacht | dit is geen klacht | het is geen klacht
serious: ingrijpend
discussed: besluit van het overleg | besluit overleg | besluit partneroverleg | besluit van het partneroverleg | besluit mt | besluit vergadering | in het overleg besproken | in overleg besproken | in het partneroverleg besproken | in partneroverleg besproken | besproken | besproken in het overleg | besproken in overleg | besproken in het partneroverleg | besproken in partneroverleg | besproken en besloten | besloten | besluit | besproken met partners | besproken in de vergadering
give_back: geef terug | teruggeven
assign: beh | beh. | behandeling | de behandeling | klachtbehandelaar | actiehouder | eigenaar | dossierhouder | verantwoordelijke | toewijzen | toewijzen aan | behandelaar | toegewezen aan
about: betreft
complainant: klager | klaagster | klager is | naam klager | klant
merge: samenvoegen | samenvoegen met
meeting: overleg | partneroverleg
note: notitie | aantekening | opmerking | nb | notitie dossier
search: zoek | zoek naar
access: inzage | inzage in | inzage van
forget: vergeet
keep: bewaar langer | langer bewaren
no_survey: geen tevredenheid | geen enquete | geen tevredenheidsvraag | geen tevredenheidsbrief
"""

# A sign is not needed behind these: 'oorzaak was dat …', 'besluit is …'.
LINKS: Final = r"(?:was dat|is dat|was de|was het|was een|is een|is de|is het|was|is|:)"
NO_LINK: Final = frozenset(
    "van nog niet mij mij? onbekend duidelijk onduidelijk volgt ons hier dit er morgen en of".split()
)

# Spellings of a word that stand for it in every phrase: Flemish, and what a telephone makes of it.
SPELLINGS: Final = {
    "nie": "niet",
    "ni": "niet",
    "nit": "niet",
    "niett": "niet",
    "nt": "niet",
    "dees": "deze",
    "m'n": "mijn",
    "mn": "mijn",
    "z'n": "zijn",
    "zn": "zijn",
    "d'r": "haar",
    "effe": "even",
    "effen": "even",
    "ff": "even",
    "efkes": "even",
    "eventjes": "even",
    "wa": "wat",
    "da": "dat",
    "is't": "is het",
    "mot": "moet",
    "motten": "moeten",
    "mo": "moet",
    "eem": "even",
    "effies": "even",
    "der": "er",
    "an": "aan",
    "gn": "geen",
    "akk": "akkoord",
    "akk.": "akkoord",
    "goe": "goed",
    "goei": "goede",
    "gbld": "gebeld",
    "gebld": "gebeld",
    "kl": "klant",
    "kl.": "klant",
    "doss": "dossier",
    "struct": "structureel",
    "ingr": "ingrijpend",
    "ongegr": "ongegrond",
    "gegr": "gegrond",
    "gedeelt": "gedeeltelijk",
    "nvm": "negeer",
    "behand": "behandelaar",
    "orzaak": "oorzaak",
    "maa": "maar",
    "mar": "maar",
    "vrkeerde": "verkeerde",
    "gsproken": "gesproken",
    "nimand": "niemand",
    "zelluf": "zelf",
    "tzelfde": "hetzelfde",
    "nwe": "nieuwe",
    "ws": "was",
    "hlmaal": "helemaal",
    "mvr": "mevrouw",
    "bn": "ben",
    "vandg": "vandaag",
    "dt": "dat",
    "wl": "wel",
    "hb": "heb",
    "vn": "van",
    "mt": "met",
}
# What may stand inside a phrase without changing it: 'bijt me er wel in vast'. No word that may take something back.
GAPS: Final = frozenset(
    "maar wel ook even nu net dan hier er gewoon helaas weer vandaag al toch zelf echt direct meteen graag".split()
)
# What is written onto the next word in a hurry: 'ikpak het op', 'kzal dit doen'.
GLUED: Final = ("ik", "k", "heb", "pak", "neem", "geef", "geen", "niet", "klant")

NO_VALUE: Final = frozenset(
    """
    nee neen ja nog niet geen nvt n.v.t n.v.t. volgt onbekend weet ik moet uitzoeken morgen hoor hoort later straks misschien wellicht
    nnb n.n.b pm p.m todo tba invullen bedenken overleggen navragen checken bekijken volgend komt nader te bepalen tbd ntb n.t.b idee geen? ? - x xxx … ... uitgezocht worden wordt we het is dat eerst even maandag dinsdag
    woensdag donderdag vrijdag niets niks nihil zoek aan het uit mee bezig ben nadenken denk over na mij me wie wat zal daar op terug
    kom terugkomen binnenkort onduidelijk wachten wacht afwachten zie boven hierboven dito idem bovenstaande eerder vorige vandaag vanmiddag
    """.split()
)
EXAMPLES: Final = frozenset(
    """
    tekst besluit reden iets uitkomst voorstel naam text reason decision name
    """.split()
)
# Says that nobody knows it yet, or that it was never so, wherever it stands in a short value.
UNKNOWN: Final = (
    r"\b(?:in het duister|geen (?:flauw |enkel )?(?:idee|benul|zicht op)|joost mag|mag joost|een raadsel|blijft gissen|gissen|moet (?:nog )?blijken"
    r"|vooralsnog|weten? (?:het |dat |we |wij |ik |er )*(?:nog |ook )?niet|(?:niet|lastig|moeilijk) te zeggen|(?:wordt|word) (?:er )?(?:aan gewerkt|vervolgd|nog)|in onderzoek"
    r"|onderzoek loopt|loopt nog|(?:staat|is|ligt) nog open|nog open|hangt (?:er)?van af|daar kom ik (?:nog )?op|kom (?:ik )?(?:er|hier|daar)?op terug|later meer|to be continued"
    r"|was het maar (?:waar|zo)|mocht (?:ik|ze|hij) willen|was dat maar|zou mooi (?:zijn|wezen)|dream on|nog (?:geen|niet) (?:gehad|gedaan|gebeurd|bekend|duidelijk|zeker)"
    r"|(?:zijn|ben) (?:we|wij|ik) (?:nog )?(?:mee bezig|aan het)|nog (?:aan het|mee bezig)|(?:is|was) er (?:nog )?(?:niet|geen)|moet(?:en)? (?:we|wij|ik) nog|ik doe (?:dat |het )?(?:morgen|later|straks|volgende))\b"
)
# Speaks of finding it out, or sends somebody to look: it begins a value that is none.
DEFERS: Final = (
    r"(?:tja|hm+|pff+|ach|oei|eh+|poeh|nou|ehm|mja|mwah?)[ .,!…]*$"
    r"|(?:dat|daar|dit|hier|daarover|hierover|die|het) (?:weten|weet|moeten|moet|gaan|ga|zoeken|zoek|vragen|vraag|bespreken|bespreek|kijken|kijk|komen|kom|horen|hoor"
    r"|bepalen|bepaal|bekijken|bekijk|laten|laat|onderzoeken|onderzoek|willen|wil|zou|zouden|kunnen|kan|doen|doe|bedenken|bedenk|overleggen|overleg|regelen|regel) (?:we|wij|ik)\b"
    r"|(?:dat|daar|hier) zijn (?:we|wij) (?:\w+ ){0,3}(?:uit|mee bezig|achter)|(?:daar|hier) ben ik (?:\w+ ){0,3}(?:uit|mee bezig|achter)"
    r"|(?:onderzoek|zoek|vraag|bespreek|bekijk|bel|mail|check|doe|regel|schrijf|kijk|hoor|ga|kom|stuur|vul|zal|bedenk|overleg) (?:\w+ ){0,2}?ik\b"
    r"|(?:bespreken|zoeken|vragen|bekijken|bellen|doen|kijken|horen|bepalen|bedenken|overleggen|moeten|gaan|zullen|willen|onderzoeken|weten|komen) (?:we|wij)\b"
    r"|(?:vraag|vragen|leg|check|navraag) (?:\w+ ){0,4}aan \w+|zie (?:\w+ ){0,3}(?:mail|bericht|boven|onder|bijlage|dossier|notitie|verslag)"
    r"|wie (?:het |dat |zal |kan )|komt (?:nog|na|later|straks|morgen|als|zodra|eraan|wel)\b|(?:was|is|waren|zijn|niet) (?:niet )?nodig\b|niet (?:gelukt|gedaan|gebeurd|van toepassing|aan de orde)\b"
    r"|(?:helaas|juist|liever|zeker|beslist|absoluut|gelukkig|nog lang) (?:niet|nee|wel|geen)\b|(?:daar|er|hier) (?:dreigt|hoopt|droomt|denkt|wacht|rekent) "
    r"|(?:heeft|had) (?:ze|hij|zij|mevrouw|meneer|klant|de klant) (?:\w+ )?niet (?:genoemd|gezegd|verteld|aangegeven|laten weten)"
)
REFUSES: Final = (
    r"(?:valt (?:\w+ )?mee|nog (?!een\b|eens\b|steeds\b|altijd\b|nooit\b|1\b|twee\b)|(?:dat |dit |het )?(?:moet|moeten|zal|zou|gaat|gaan) (?:\w+ ){0,3}?nog\b|staat (?:nog )?(?:op|voor|gepland|geagendeerd)\b.{0,30}\b(?:agenda|overleg|vergadering|week|maand|maandag|dinsdag|woensdag|donderdag|vrijdag)\b|(?:is |staat )?(?:gepland|geagendeerd)\b|(?:komt|komen|doen|gaan|bespreken|volgt) (?:we |wij |er )?(?:nog|volgende|aan de orde|later)\b|nee|neen|misschien|wellicht|nog niet\b|zie (?:boven|onder|hier|mail|vorige|dossier)|niet nodig|wordt nog|weet (?:ik|nog|niet)|geen idee|nog (?:uit|te|onbekend|geen idee)|onbekend"
    r"|onduidelijk\b|volg(?:t|en)\b|moet (?:nog|ik|nog)|hoor ik|n\.?v\.?t|ntb|tbd|niet van toepassing|komt nog|zoek ik|ben ik (?:mee|nog)|(?:straks|later|morgen|binnenkort)\b(?:\W+\w+){0,3}\W*$)"
)

# Begins a value that is still to come when it also says when: 'uitkomst gemeld: wordt woensdag', 'besproken: komt donderdag pas aan bod'.
WILL_BE: Final = r"(?:(?:dat|dit|het|die|deze|we|wij|ik) )?(?:wordt|word|worden|komt|kom|komen|gaat|ga|gaan|volgt|volgen|zal|zullen|doe|doen|staat|plan|plannen|schuift|schuiven|bel|bellen|meld|melden|moet|moeten|kan|kunnen|lukt|horen|hoort|bespreken|behandelen|agenderen|nemen|neem|pakken|brengen)\b"

# Says who will find it out, and so not what it is: 'moet Piet uitzoeken', 'weten we morgen'.
FINDS_OUT: Final = (
    r"(?:weten|horen|zien|krijgen|bespreken) (?:we|wij|ik)\b"
    r"|(?:(?:dat |dit )?(?:moet|moeten|gaat|ga|gaan|zal|zullen|kan|laat) (?:\w+ ){1,3})?(?:uitzoeken|navragen|nakijken|bepalen|uitvragen)\W*$"
    r"|\w+ (?:zoekt|gaat|kijkt|vraagt|zoek|kijk|vraag) (?:\w+ ){0,3}(?:uit|na|ernaar|naar|uitzoeken|navragen|nakijken)\W*$|(?:vraag|vragen) (?:\w+ )?aan \w+\W*$"
)

# Begins as a question and states something: 'zal ik doen', 'kan deze niet doen'.
STATES: Final = (
    r"(?:mag|kan) (?:er|d'r|dr) (?:\w+ ){0,2}uit\b|weet (?:je|u|jullie) wat(?: *,|[ .!]*$)|"
    r"(?:ja |ok |oke |prima |goed |is goed )?(?:zal|ga|kan|wil) ik (?:wel |zeker |natuurlijk |graag |even )?(?:doen|oppakken|regelen|behandelen|afhandelen|fixen|verzorgen|uitzoeken)\b"
    r"|kan (?:dit|deze|het|hem|'m|m|dat|die) (?:\w+ ){0,2}?niet\b|"
    r"heeft (?:het|dit|dat|ons|de) (?:voorstel|aanbod) (?:\w+ ){0,2}?(?:afgewezen|verworpen|geweigerd|afgeslagen|geaccepteerd|aanvaard|aangenomen)\b"
)

WONDERS: Final = r"(?:en |maar |dus )?(?:waarom|hoezo|hoe|wat|wanneer|waar)\b"

QUESTION: Final = r"(?:en |maar |wacht |hm+ |zeg |dus )?(?:wie|wat(?! (?:mij|ons) betreft)|waar|waarom|hoe|hoezo|welke|wanneer|waarvoor|klopt het|weet (?:jij|je|iemand))\b|.{0,60}\b(?:al)?weer .{0,30}(?:voor|aan|bij) mij zeker\W{0,5}$"
VERB_FIRST: Final = (
    r"(?:en |maar |zeg |hm+ |dus )?(?:(?:pak|neem|doe) (?:jij|je|u|jullie)|(?:zit|zat|loopt|liep|ging) (?:dit|deze|het|dat|hij|zij|ze|je|jij|we|wij)|(?:heb|ben) (?:jij|je|u|jullie)|(?:kan|zal|moet|mag|zou) ik|(?:is|heeft|moet|was|zijn) de|(?:is|heeft|gaat|wil|was|kan|mag|komt|krijgt) (?:mevrouw|meneer|klant)|(?:kan|kun|kunt|kunnen|zal|zullen|moet|moeten|mag|mogen|wil|willen|heeft|hebben"
    r"|hebt|is|zijn|zou|zouden|gaat|gaan|pakt|doet|weet|bent|wordt|worden|neemt|was|had|komt|krijgt)"
    r" (?:jij|je|u|we|wij|hij|zij|ze|iemand|dit|het|deze|die|er|dat|jullie|xmx))\b"
)

# A sentence that gives a value without its key: 'Het kwam doordat …'.
SENTENCE_KEYS: Final = """
cause: (?:het |'t |dat |dit )?(?:kwam|komt|lag|ligt) (?:allemaal )?(?:door ?dat|door|aan het feit dat|aan)|(?:het |dit )?(?:is |werd )?veroorzaakt door|(?:het |dit )?(?:is )?ontstaan door(?:dat)?
cause: (?:het |dit |dat |alles |de boel |t |'t )?(?:is |ging |liep |gaat )?(?:mis|fout|verkeerd|mank|spaak|scheef)(?:gegaan|gelopen| gegaan| gelopen)?(?: is)?,? (?:doordat|omdat|door een|door de|door het|door|wegens|vanwege|ten gevolge van|als gevolg van)
cause: (?:het |dit |dat )?(?:kwam|komt|gebeurde|ontstond|is gekomen|is gebeurd) (?:allemaal )?(?:omdat|vanwege|wegens|ten gevolge van|als gevolg van|met dank aan)
cause: (?:we|wij|ik) (?:zijn|ben|zijn we) erachter(?: gekomen)? dat het (?:aan|door)
cause: (?:uitgezocht|nagevraagd|nagegaan)[:,] (?:de )?oorzaak (?:is|was)(?: dat)?
cause: (?:(?:nou|zo|ok|oke|tja|goed|ja),? )?(?:(?:ik|we|wij) (?:heb|hebben) )?(?:het |dit |alles |dat )?(?:(?:even|net|goed|helemaal|inmiddels|zojuist|toch|maar) )*(?:uitgezocht|nagevraagd|nagekeken|nagegaan|onderzocht|uitgeplozen|achterhaald|bekeken|uitgepluisd)(?:[,;:]? en|[,;:])? (?:de |onze )?oorzaak (?:is|was|bleek|blijkt)(?: te zijn)?(?: dat)?(?! (?:niet|nog|on)\\b)
cause: (?:de )?oorzaak van [\\w ]{2,40}? (?:is|was|ligt|lag|zit|zat)(?: gelegen)?(?: in| bij)?(?: het feit)?(?: dat)?
cause: (?:een en ander|dit|het|zulks|dat|de fout|het probleem|de klacht) (?:is|was|valt|kan) (?:\\w+ )?(?:te wijten aan|het gevolg van|een gevolg van|gevolg van|terug te voeren op|toe te schrijven aan|gekomen door|gebeurd doordat|te verklaren door)(?: het feit dat)?
cause: (?:het |de |dit |ons )?(?:euvel|probleem|fout|misser|angel|crux|pijnpunt|kern|issue|manco) (?:was|is|zat|zit|lag|ligt) (?:'m |hem |m |'em |em )?(?:erin dat|hierin dat|in|dat|bij|door)
cause: wat er (?:mis|fout|verkeerd) ?(?:ging|is gegaan|gegaan is|liep)(?: is| was)?(?: dat|:)?
cause: (?:na|uit) (?:\\w+ ){0,2}?(?:navraag|onderzoek|uitzoekwerk|informatie)(?: \\w+){0,5}? (?:blijkt|bleek|is gebleken|kwam naar voren) dat
cause: (?:de |onze )?oorzaak (?:blijkt|bleek)(?: te zijn)?(?: dat)?
cause: als (?:belangrijkste |voornaamste |mogelijke )?oorzaak (?:zie|zien|zag|zagen|noem|noemen|noteer|noteren|beschouw|vind|vond|vonden) (?:ik|we|wij)(?: vooral| hier| met name)?(?: dat)?(?! niet\\b)|(?:ik|we|wij) (?:zie|zien|zag|zagen|noem|noemen|noteer|noteren|beschouw|vond|vonden) als (?:belangrijkste |voornaamste )?oorzaak(?: dat)?:?(?! niet\\b)
cause: als oorzaak .{0,30}?(?:aangemerkt|aangewezen|gezien|beschouwd|genoemd|vastgesteld|gevonden)(?: worden| kan worden)? dat
cause: (?:de )?oorzaak (?:is|was) (?:\\w+ ){0,3}(?:simpel|eenvoudig|duidelijk|helder|bekend|triviaal|logisch) ?[:,]
cause: (?:.{0,70}\\b)?(?:blijkt|bleek|is gebleken) (?:dat )?(?:de )?oorzaak (?:te zijn|te liggen|te zitten|gelegen|is|was|ligt|lag|zit|zat)(?: in| bij)?(?: het feit)?(?: dat)?
cause: (?:.{0,70}\\b(?:dat|is|na) )?(?:de )?oorzaak (?:is |was |ligt |lag |zit |zat )?(?:gelegen )?(?:is |was )?(?:in|bij)(?: het feit dat)?|(?:de )?reden (?:was|is) dat
measure: als (?:corrigerende |verbeter|structurele )?maatregel (?:wordt|is|geldt|stellen we|stellen wij|stel ik|hebben we|hebben wij|heb ik)(?: vastgesteld| voorgesteld| afgesproken| vast| voor| genomen)?(?: dat|:)
measure: als (?:verbeter)?maatregel (?:zie|zien|kies|kiezen|noteer|noteren|noem|noemen) (?:ik|we|wij)(?: dat)?|(?:ik|we|wij) (?:zie|zien|kies|kiezen|noteer|noteren|noem|noemen) als (?:verbeter)?maatregel(?: dat)?:?
measure: als (?:verbeter)?maatregel(?: (?:gaat|zal|gaan|zullen|wil|komt|moet)(?: we| wij| ik)?\\b)?(?=(?: \\w+){4})
measure: als (?:verbeter)?maatregel (?:gaan (?:we|wij)|zullen we|ga ik|willen we|stel ik vast|stellen wij vast|stellen we vast|spreken we af|leg ik vast|geldt|stel ik voor|stellen wij voor|stellen we voor|nemen we|neem ik)(?: dat|:)?|(?:we|wij|ik) (?:nemen|neem) als maatregel(?: dat|:)?
cause: (?:de )?(?:fout|probleem|misser) (?:zat|zit|lag|ligt|ontstond) (?:in|bij|door)
measure: (?:de |onze )?(?:verbeter)?maatregel (?:is|wordt) (?:dat|om)
outcome: (?:de |onze )?uitkomst is dat
discussed: .{0,80}\\bbesproken,? (?:en|waarbij|en er|en daar|en daarbij|met als) .{0,20}?(?:besloten|besluit is|besluit|conclusie|afgesproken|uitkomst)(?: is)?(?: om| dat|:)
discussed: (?:in|tijdens|op) (?:het|ons|de) (?:partner|maandag|team|week)?(?:overleg|vergadering|mt)(?: van \\w+| \\w+dag)? (?:is|werd|hebben we|hebben wij|hebben de partners) (?:besloten|afgesproken|bepaald|overeengekomen)(?: om| dat)?:?
discussed: (?:het |de )?(?:partner|maandag)?(?:overleg|vergadering|partners|mt) (?:heeft|hebben) besloten(?: om| dat)?:?
discussed: besproken (?:in|met|tijdens|op) .{3,40}?[,;.] ?(?:het |ons )?(?:besluit|besloten|uitkomst|conclusie)(?: is| was)?(?: om| dat)?:?
proposal: (?:ons |mijn |het )?voorstel is (?:om|dat)
proposal: (?:ons |mijn |het )?voorstel is(?= (?:€ ?\\d|\\d+ ?(?:euro|%|procent)|een (?:korting|vergoeding|gratis|nieuwe|tegoed|cadeau|bon)|gratis|korting|geld terug|de helft|volledige?))
cause: (?:de )?reden ?:
cause: (?:wat ging er|wat er) (?:mis|fout|verkeerd)(?: ging| is gegaan| gegaan is)?:
cause: (?:bij|na|uit) (?:navraag|onderzoek|uitzoeken|het onderzoek) ?[:,] ?(?=(?:\\w+ ){3})
"""

# Beside an instruction that cannot be taken back (commands.small_talk): small words, what is said of a letter, and of a dossier that ends.
PLAIN: Final = """
    ik je jij jullie u we wij ze zij hij haar hem hun mij me mijn ons onze jouw uw de het een er hier daar dat dit die deze
    oh o ah wauw wow goh wat zo heel erg echt zeer ook al alles alle allemaal allebei helemaal rustig net zojuist vanmorgen vanochtend gisteren vandaag gisteravond
    is ben zijn werd geworden heb heeft hebben en want dus nou nu zeg hoor weer even gewoon precies gelukkig inmiddels ondertussen samen
    aan achter van voor in op bij over uit door mee hiermee ermee daarmee erin volgens vind vinden lijkt sta staat zit zitten hardop
    dank dankjewel bedankt hartstikke ontzettend eindelijk daarvoor hiervoor god zij goddank
"""
VERDICTS: Final = """
    mooi mooie prachtig prachtige keurig keurige nette netjes goed goede goeie prima fijn fijne helder heldere
    passend passende warm warme sterk sterke zorgvuldig zorgvuldige vriendelijk vriendelijke lief lieve
    raak akkoord accoord klopt kloppen perfect perfecte top uitstekend uitstekende respectvol respectvolle menselijk menselijke
    gelezen nagelezen doorgelezen bekeken gecontroleerd doorgenomen voorgelezen herlezen nagelopen goedgekeurd eens tevreden blij
"""
WRITTEN: Final = "verwoord geschreven opgesteld geformuleerd"  # praise, unless the writer says it of himself
WAITING: Final = "wacht wachten wachtte al week weken dag dagen maand maanden lang een twee drie vier erop"
OF_A_LETTER: Final = """
    brief brieven mail bericht tekst concept toon inhoud bedrag bedragen datum data feiten cijfers namen naam aanhef verhaal antwoord
    formulering bewoording opmaak woorden opzet
"""
ENDED: Final = """
    afgerond betaald uitbetaald overgemaakt verstuurd verzonden afgehandeld geregeld gedaan teruggestort gestort teruggekregen verwerkt uitgevoerd
    geboekt doorlopen klaar voltooid gereed opgelost hersteld gekregen ontvangen bevestigd vergoed rond dankbaar content bedankt doorgevoerd
    ingevoerd afgesloten nagekomen geplaatst
"""
OF_A_DOSSIER: Final = """
    dossier klacht zaak geld bedrag creditnota factuur nota terugbetaling restitutie vergoeding brief mail maatregel maatregelen actie acties
    afspraak afspraken toezegging stap stappen procedure saldo rekening mevrouw meneer mw dhr klant klager klaagster euro openstaand certificaat
    bloemen kaart kaartje uitkomst voorstel
"""

# Why two complaints are one: said behind 'samenvoegen met K…', of these words only, with one that says the same or twice.
SAME_WORDS: Final = (
    "dezelfde hetzelfde zelfde tzelfde dezelfden identieke identiek dubbel dubbelop duplicaat tweemaal nogmaals 2x"
)
SAME_BESIDE: Final = """
    klant klager klaagster mevrouw meneer mens dame heer persoon cursist cursiste deelnemer deelneemster afzender melder man vrouw verhaal klacht
    zaak kwestie onderwerp cursus training dag cursusdag voorval incident probleem mail tekst inhoud situatie feiten gezeur gedoe geval bedrijf
    organisatie groep trainer adres mailadres brief reden punt melding want omdat namelijk dit deze het ze zij hij die is zijn was gaat gaan over om
    betreft betreffen met en allebei beide beiden alle twee van ook hier dat komen komt ingediend geschreven gestuurd gemaild door precies exact
    helemaal weer echt gewoon duidelijk nagenoeg de een als daar staat stond kwam er binnen binnengekomen in keer heeft had ons per ongeluk
    ingestuurd verstuurd geklaagd gemeld ingevuld hoor dus svp graag aub
"""

# Whole sentences that nobody could mean for the letter or the dossier (commands.small_talk): thanks, wishes, where the writer is,
# praise of who wrote it. 'xmx' is a colleague. Every word of them stands here, so that no other word can hide among them.
_ALL = r"(?: (?:xmx|allemaal|allen|collega'?s|mensen|team|iedereen|jongens|dames|heren|samen|hoor|zeg|trouwens))*"
_WHEN_AWAY = r"(?:nu|net|zo|even|morgen|overmorgen|vandaag|vanmiddag|vanavond|vanochtend|morgenochtend|morgenmiddag|maandag|dinsdag|woensdag|donderdag|vrijdag|volgende week|deze week|de hele (?:dag|week)|de rest van de (?:dag|week|middag))"
SMALL_TALK: Final = tuple(
    rf"(?:(?:en|ja|nou|oh|maar) )?(?:xmx )?(?:{shape}){_ALL}"
    for shape in (
        (
            r"(?:nogmaals |alvast |heel erg |heel |hartelijk |super |hartstikke |ontzettend )*(?:bedankt|bedank|dankjewel|dankuwel|dank(?: je| jullie| u)?(?: wel)?|merci|thanks)(?: (?:alvast|nogmaals|xmx)){0,4}"
            r"(?: voor (?:het |de |je |jullie |al |alle |jouw |dit |deze )*(?:snelle |goede |mooie |fijne |goeie |nette |heldere )?(?:opstellen|schrijven|maken|concept|brief|hulp|moeite|reactie|werk|tekst|uitwerken|uitwerking|voorbereiden|voorbereiding|voorwerk|meedenken|meelezen|klaarzetten|uitzoekwerk|geduld|inzet|steun|mail|bericht|opzet|voorzet|meekijken|verwoorden|tijd|concept|conceptje))?"
        ),
        r"(?:de |hartelijke |veel |lieve |warme |zonnige )?(?:groet|groeten|groetjes|gr)(?: aan (?:allen|iedereen|thuis|xmx)| (?:van|vanuit|uit) (?:de trein|de auto|de bus|de camping|de zon|het strand|thuis|huis|kantoor|onderweg|mij|ons|xmx))?",
        r"(?:nog |alvast |voor straks )*(?:een |n )?(?:heel )?(?:fijne?|lekkere?|goede?|goeie|prettige?|mooie?|leuke?|rustige?|gezellige?|zonnige?|welverdiende?) (?:nog )?(?:weekend|weekeinde|dag|avond|middag|week|vakantie|feestdagen|kerst|kerstdagen|paasdagen|pinksteren|jaarwisseling|werkweek|lunch)(?: (?:nog|verder|straks|alvast|gewenst|toegewenst|gehad))*",
        r"(?:heb (?:je|jij)|hebben jullie) (?:een )?(?:fijn|lekker|goed|leuk|mooi|gezellig) (?:weekend|weekeinde) gehad|hoe was (?:je|jullie|het) (?:weekend|weekeinde|vakantie)",
        rf"(?:ik )?(?:ben|zit|werk) (?:er )?(?:zelf )?(?:{_WHEN_AWAY} )?(?:er )?(?:ook )?(?:niet|vrij|weg|afwezig|met vakantie|op vakantie|onderweg|in de trein|in de auto|in de bus|in een overleg|in overleg|in een vergadering|in vergadering|in bespreking|op cursus|thuis|op kantoor|buiten de deur|van huis)",
        rf"(?:ik )?(?:ben|zit) {_WHEN_AWAY} (?:in|op) (?:amsterdam|utrecht|rotterdam|den haag|eindhoven|groningen|cursus|kantoor|locatie)",
        r"ik ga (?:nu |zo |even |dan )?(?:naar huis|lunchen|eten|slapen|naar bed|koffie halen|een kop koffie halen|op vakantie|met vakantie|het weekend in|weekend vieren|vanmiddag weg|zo weg|weer verder|door met mijn werk|aan de koffie)",
        r"(?:sorry|excuses|excuus) (?:voor|van) (?:de |mijn |die |het )?(?:late |trage )?(?:reactie|antwoord|typefout(?:en|jes)?|tikfout(?:en|jes)?|vertraging|wachten)",
        r"(?:sorry |excuses )?(?:dat )?(?:het|dit) (?:even |zo |wat )*(?:duurde|lang duurde|heeft geduurd|geduurd heeft)",
        r"(?:getypt|getikt|geschreven|verstuurd) (?:op|vanaf|met) (?:mijn|de) (?:telefoon|mobiel|mobieltje|ipad|tablet)",
        r"(?:heel |erg |super ?|echt )?(?:mooi|goed|netjes|keurig|prima|knap|fijn|helder|duidelijk|sterk|top|lekker|warm|vriendelijk) (?:gedaan|werk|verwoord|geschreven|opgesteld|geformuleerd|bezig|uitgezocht|weer)(?: (?:van|door) (?:xmx|je|jou|jullie))?",
        r"(?:wat )?(?:een |n )?(?:heel |erg )?(?:mooie|goede|goeie|nette|keurige|fijne|heldere|sterke|duidelijke|vriendelijke|prachtige) (?:brief|tekst|reactie|verwoording|mail)(?: (?:geworden|zo|van (?:xmx|je|jou|jullie)))*",
        r"(?:mijn |de )?complimenten(?: aan xmx| voor (?:xmx|de brief|de tekst|het schrijven))?|chapeau|petje af|je bent (?:een )?(?:top|topper|kanjer|held|schat)|jullie zijn toppers",
        r"(?:lekker|mooi|heerlijk|rot|koud|prachtig|wat een|wat een heerlijk|wat een mooi) ?(?:weer|weertje|dagje)(?: vandaag| buiten)?(?: he)?",
        r"(?:daar|hier) (?:word|ben) ik (?:heel |erg )?blij (?:van|mee)",
        r"(?:hopelijk (?:is|wordt)|ik hoop dat) (?:ze|hij|zij|mevrouw|meneer|de klant|klant) (?:er |hier |hiermee |nu |dan |zo |weer )*(?:blij|tevreden|blij mee|tevreden mee|opgelucht)(?: is| wordt)?",
        r"(?:dan |nu )?(?:wachten (?:we|wij)|wacht ik) (?:rustig )?(?:de|haar|zijn|hun|een) (?:reactie|antwoord) (?:rustig |wel |maar )*af|we wachten (?:de|haar|zijn|hun) (?:reactie|antwoord) (?:rustig |wel |maar )*af",
        r"(?:(?:ik )?ben )?(?:heel |erg )?benieuwd (?:naar (?:haar|zijn|de) (?:reactie|antwoord)|wat (?:ze|hij|zij|mevrouw|meneer|de klant) (?:er ?van |hiervan )?(?:vindt|zegt|zal vinden|gaat vinden))",
        r"(?:wat |heel |wat ontzettend |zo )?(?:fijn|mooi|heerlijk|prettig|een opluchting|gelukkig|goed) (?:om te zien |te zien )?dat (?:dit|het|deze|alles|de brief|hij) (?:nu |zo |weer |dan |eindelijk |toch |netjes |helemaal )*(?:af|klaar|rond|geregeld|opgelost|gelukt) is|blij dat (?:dit|het|deze) (?:nu |zo |weer |dan )*(?:af|klaar|rond|geregeld|opgelost|gelukt) is|(?:zo|dat) is (?:dit|dat|het|deze)? ?(?:ook )?weer (?:klaar|opgelost|geregeld|gedaan|rond)|weer een (?:opgelost|tevreden klant|minder)",
        rf"(?:(?:zullen we|gaan we|ga je|wie gaat|zin in|heb je zin in|tijd voor|heb je tijd voor|doen we) )?(?:(?:{_WHEN_AWAY}|straks) )?(?:weer )?(?:(?:op )?(?:de|het)?(?:zelfde) tijd )?(?:weer |samen |even )*(?:mee )?(?:een |n )?(?:kop |kopje |bak |bakje )?(?:koffie|thee|lunch|lunchen|borrel|borrelen|taart)(?: (?:drinken|halen|doen|mee|samen))*",
        r"(?:wat |dat is )?(?:een |n )?(?:hele |echte |enorme |heerlijke )?opluchting|(?:(?:dat|er) (?:is|valt) )?(?:me |mij )?een (?:hele )?(?:steen|pak|last) (?:van|minder op) (?:mijn|m'n) (?:hart|schouders|bord)",
        r"(?:daar|hier) had ik (?:zelf |echt |vast |zeker )*(?:een uur|uren|een halve dag|een dag|een middag|de hele dag|een avond) (?:lang )?(?:op|over|aan|mee) (?:zitten )?(?:zwoegen|ploeteren|zweten|puzzelen|schrijven|gezeten|gedaan|bezig geweest)",
        r"(?:oei|ai|ach|och|jee|jeetje|tjonge|sjonge|oef|poe|goh|oh|o|nou|o jee|oh jee|wow|pff|mijn god|hemel|lieve help)(?: (?:oei|ai|jee|nee|zeg))? (?:(?:wat|da's|dat is|dit is|dat klinkt|wel|een|n|toch|echt|heel|erg|best|ook) )+(?:vervelend|vervelende|naar|nare|rot|erg|erge|heftig|heftige|verdrietig|sneu|lastig|lastige|pijnlijk|pijnlijke|zielig|ellende|gedoe|verhaal|toestand|situatie|zaak|klacht|geschiedenis|kwestie|jammer|balen|schrikken|treurig|treurige|triest|trieste)(?: (?:verhaal|toestand|situatie|zaak|klacht|geschiedenis|kwestie|zeg|voor haar|voor hem|voor die mevrouw|voor mevrouw|voor meneer|allemaal))*",
        r"(?:oh |o |nou |ah |jee |wow |ach )?wat (?:heb|hebben|had|is|heeft) (?:je|jij|jullie|xmx|dat|dit|deze) (?:dat |dit |deze |hem |het )?(?:toch |weer |echt |nou )*(?:keurig|mooi|goed|netjes|prachtig|fijn|helder|duidelijk|lief|warm|sterk|knap)(?:e)? (?:verwoord|geschreven|opgesteld|geformuleerd|gedaan|uitgelegd|opgelost|geworden|verwoord zeg)(?: zeg| hoor)?",
        r"(?:(?:hier|daar|er)?(?:ik )?(?:zou|hoef|hoeft|kan|ga|wil)(?: ik)?(?: er| hier| daar)?|er hoeft|hier hoeft|er hoef) (?:echt |voor mij |van mij |wat mij betreft )*geen (?:komma|letter|woord|punt|puntje|jota|lettertje|woordje)(?: meer)?(?: aan| bij)? (?:te )?(?:veranderen|veranderd|toevoegen|wijzigen)(?: worden| te worden)?",
        r"tot (?:morgen|maandag|dinsdag|woensdag|donderdag|vrijdag|volgende week|straks|snel|zo|dan|het overleg|bij het overleg|in het overleg)",
    )
)
