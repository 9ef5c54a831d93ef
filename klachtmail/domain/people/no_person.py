"""Words that no person has for a name: what departments, firms and machines are called, and what sentences are made of.

No word stands here that is a common surname too ('Post', 'Bank', 'Kerk', 'Winkel'): the words beside it decide then.
"""

import re
from typing import Final

_ROLES: Final = """
    afd afdeling team info informatie administratie ledenadministratie secretariaat klantenservice klantcontact klachten klacht
    klachtencommissie support contact receptie redactie noreply reply office sales helpdesk beheer directie planning postbus mailbox
    postvak boekhouding debiteuren crediteuren financien financiën inkoop verkoop personeelszaken personeel hr hrm po hrd opleidingen
    opleiding training trainingen academie academy servicedesk service servicepunt balie frontoffice backoffice bestuur ondernemingsraad
    commissie bureau loket portaal website webmaster formulier contactformulier webformulier systeem scanner printer kopieerapparaat
    beheerder admin administrator moderator gebruiker user klanten cursist cursisten deelnemer deelnemers student studenten
    anoniem anonymous anonym anonyme onbekend onbekende unknown iemand niemand test nieuwsbrief newsletter marketing communicatie
    facilitair magazijn logistiek expeditie kwaliteit algemeen management office mail email e-mail webmail account accounts
    billing customer customers care complaints department dept division unit desk legal finance purchasing procurement human resources
    kundenservice kundendienst buchhaltung geschäftsführung geschäftsleitung personalabteilung verwaltung sekretariat abteilung einkauf
    comptabilité ressources secrétariat clientèle direction accueil iphone ipad telefoon mobiel tablet laptop computer android samsung
    galaxy huawei xiaomi outlook gmail hotmail wordpress jotform typeform woocommerce drupal joomla mailchimp sharepoint teams
""".split()
_FUNCTIONS: Final = """
    directeur manager voorzitter secretaris penningmeester adviseur consultant docent trainer coach projectleider teamleider medewerker
    medewerkster assistent assistente eigenaar ceo cfo coo director secretary assistant geschäftsführer leiter sachbearbeiter directrice
""".split()
_FIRMS: Final = """
    bv nv vof cv gmbh ag kg ltd limited llc plc inc corp corporation sa sarl  bvba srl vzw ev ug oy holding holdings group groep gruppe
    groupe stichting gemeente vereniging coöperatie cooperatie maatschap school basisschool college lyceum gymnasium universiteit
    universität université university hogeschool ziekenhuis hospital krankenhaus ministerie provincie waterschap politie rabobank
    kantoor advocaten advocatuur advocatenkantoor notarissen notariaat notariskantoor accountants accountancy adviseurs advies adviesbureau
    adviesgroep adviezen consultancy consulting consultants makelaars makelaardij bouwbedrijf bouwgroep aannemers aannemersbedrijf
    installatie installaties installatietechniek techniek technics transport logistics solutions services systems software international
    nederland netherlands europe benelux  zorg zorggroep thuiszorg ouderenzorg jeugdzorg wonen woningcorporatie woonstichting
    verzekeringen assurantiën assurantien hypotheken vastgoed projectontwikkeling restaurant hotel café cafe bistro bakkerij slagerij
    garage autobedrijf kapsalon salon praktijk apotheek tandartspraktijk tandartsen huisartsenpraktijk fysiotherapie kliniek
    kinderopvang mbo hbo roc bibliotheek museum theater vve partners zn zonen industries industrie fabriek groothandel
    abn amro kpn anwb ns handelsonderneming webshop shop store uitgeverij media design studio events dienst diensten dienstverlening belastingdienst uwv kvk ggd
    ggz fnv cnv vakbond federatie foundation institute instituut institut centre center centrum verein stadt gesellschaft société mairie
    rechtsbijstand rechtshulp juristen domein sociaal vakgroep cluster wijkteam
    association rechtsanwälte kanzlei cabinet avocats solicitors company enterprises
""".split()
_SENTENCE: Final = """
    geachte ik jij je mij me mijn u uw wij we ons onze jullie zij hij een is zijn was waren niet geen wel ook nog maar want dat dit
    deze die er hier daar waar wie wat hoe waarom wanneer bel belt bellen bezoek lees open terug geld gratis win winnen gewonnen
    klik korting actie aanbieding nu dringend spoed urgent help hulp graag aub alstublieft dank bedankt hallo hoi goedemorgen
    goedemiddag goedendag boze ontevreden tevreden teleurgesteld teleurgestelde eerlijk wacht stuur geef maak moet mag heb
    hebt heeft hebben over met voor om naar als door
    i me you your we our us they them this that these not please click free call now hello hi important invoice payment security
    verify bitcoin sir dear from here there what why when how angry unhappy disappointed customer never again
    ich nicht und bitte hallo mein meine wir sie je suis pas bonjour merci vous nous
""".split()
_ENDINGS: Final = (
    "bedrijf",
    "praktijk",
    "makelaardij",
    "adviesbureau",
    "zorggroep",
    "technieken",
    "stichting",
    "vereniging",
)

NO_PERSON: Final = frozenset((*_ROLES, *_FUNCTIONS, *_FIRMS))
OF_A_SENTENCE: Final = frozenset(_SENTENCE)
_MARKS = re.compile(r"[.&'’]")  # 'B.V.', 'P&O'


def is_no_person(words: list[str]) -> bool:
    """Return whether one of these words says that they name a department, a firm, a machine, or nobody."""
    plain = [_MARKS.sub("", word).casefold().strip("-") for word in words]
    return any(
        word in NO_PERSON or (word.endswith(_ENDINGS) and len(word) > len("bedrijf")) or word.split("-")[0] in NO_PERSON
        for word in plain
    )


def is_firm(text: str) -> bool:
    """Return whether this is what a firm or an institution calls itself."""
    return not {_MARKS.sub("", word).casefold() for word in text.split()}.isdisjoint(_FIRMS)


def is_sentence(words: list[str]) -> bool:
    """Return whether one of these words is of a sentence, and of no name in any of the letters' languages."""
    return any(word.casefold().strip(".,") in OF_A_SENTENCE for word in words)
