"""Which words tell complaints apart, and of which organisation somebody is."""

import re
import unicodedata
from typing import Final

from klachtmail.domain.records.model import Party

_SHORTEST: Final = 4
_WORD = re.compile(r"[^\W\d_]+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")  # an agenda goes through the texts of two years, which are mostly ASCII
_EMPTY: Final = frozenset(
    _WORD.findall("""
    aangaande aanmelding about advies adviestraject algemeen alle alles altijd antw beantwoord bericht
    betreffende betreft bezwaar bijeenkomst complaint course cursus cursussen daar daarom deze docent door
    doorgestuurd echt eens email ervaring evaluatie feedback forward gedaan geen gehad geweest goed graag
    hebben heeft heel helaas hele help hierbij hoger iets ingediend inzake jullie kennis klaagt klacht
    klachten kunnen maar mail meer melding mijn mogelijk naar namens niet niets nieuw nieuwe nodig nogmaals
    omdat onder ontevreden ontevredenheid onvrede onze opleiding opleidingen over personeel probleem problem
    problemen project reactie regarding rond slecht slechte sorry staat system teleurgesteld teleurstellend
    teleurstelling tijdens training trainingen traject tweede uitleg urgent vanaf vandaag veel verder verkeerd
    verkeerde verzoek volgens voor vraag vragen waar waarom wanneer want waren weer wegens welke werd werken
    willen with wordt your zaak zeer zich zijn zoals zonder
    januari februari maart april juni juli augustus september oktober november december maandag dinsdag
    woensdag donderdag vrijdag zaterdag zondag
    bedankt begonnen beginnen begon bellen bleek blijft blijven deden doen duurde duurt gaan gaat gaf gebeld gebeurd
    gebeurt gedacht gegaan gegeven gekomen gekregen gelopen gemaakt gemist geregeld gestuurd gevraagd gewacht gewerkt
    ging gingen had hadden heb kan komen kreeg krijg krijgen kwam kwamen laten liep loopt maken missen mocht moest
    moesten moeten stond stuurde sturen viel vielen vond vinden wacht wachten wachtte wist wordt zagen zeggen zien zijn
    zouden zullen
""")
)
_PUBLIC: Final = frozenset(
    """
    gmail.com googlemail.com hotmail.com hotmail.nl outlook.com live.nl live.com msn.com yahoo.com icloud.com me.com
    ziggo.nl kpnmail.nl planet.nl xs4all.nl home.nl hetnet.nl upcmail.nl casema.nl chello.nl proton.me protonmail.com
    outlook.nl outlook.be outlook.de outlook.fr hotmail.be hotmail.de hotmail.fr hotmail.co.uk live.be live.fr live.co.uk
    yahoo.nl yahoo.de yahoo.fr yahoo.co.uk ymail.com mac.com aol.com gmx.de gmx.net gmx.com gmx.at web.de t-online.de
    freenet.de arcor.de orange.fr wanadoo.fr free.fr laposte.net sfr.fr telenet.be skynet.be proximus.be scarlet.be
    quicknet.nl tele2.nl online.nl zonnet.nl solcon.nl caiway.nl caiway.net zeelandnet.nl kabelfoon.nl freedom.nl
    hccnet.nl wxs.nl tiscali.nl kpnplanet.nl t-mobilethuis.nl onsbrabantnet.nl glasnet.nl btinternet.com
    fastmail.com tutanota.com mail.com mailbox.org pm.me
    """.split()
)


def significant_words(text: str) -> frozenset[str]:
    """Return the words of a text that tell complaints apart: lower case, no accents, no figures, no filler."""
    words = _WORD.findall(plain(text))
    return frozenset(word for word in words if len(word) >= _SHORTEST and word not in _EMPTY)


def plain(text: str) -> str:
    """Return a text in lower case and without accents."""
    return _BEYOND_ASCII.sub(_without_marks, text.casefold())


def _without_marks(found: re.Match[str]) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", found[0]) if not unicodedata.combining(sign))


def organisation_of(party: Party) -> str:
    """Return the domain of the firm that somebody writes from, else what it is called; '' where everybody has mail."""
    domain = (party.address or "").rpartition("@")[2]
    return domain if domain and domain not in _PUBLIC else (party.organisation or "").casefold().strip()
