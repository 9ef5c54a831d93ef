"""Kinds of sentences that partners type, each in the situation in which it is typed: what is done, and what is only asked."""

import datetime as dt

import pytest

from klachtmail.domain.commands import read
from klachtmail.domain.commands.command import Command
from klachtmail.domain.commands.situation import Situation

TODAY = dt.date(2026, 11, 18)
NAMES = {"Jan de Vries": "jan", "Piet Jansen": "piet", "Els Bakker": "els", "Karin Smit": "karin"}
FREE = {"handled": False, "answered": False, "open": True, "dismissed": False}
MINE = {**FREE, "handled": True}
TOLD = {**MINE, "answered": True}


def verbs(text, here, *, shown=False):
    """Return what is done in this situation, with whom or what it is about: 'assign piet'."""
    situation = Situation(today=TODAY, writer="jan", draft=shown, **here)
    found = read(
        text, TODAY, aliases=[*NAMES.values()], names=NAMES, client="Sanne de Boer", draft=shown, situation=situation
    )
    done = [line for line in found if isinstance(line, Command)]
    return [" ".join(filter(None, (line.verb, line.alias or line.choice or line.target))) for line in done]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ik zal hem behandelen en neem deze week nog contact op met de klant", ["take"]),
        ("ik pak het op, bel haar straks", ["take"]),
        ("Doe ik! check ik vanavond", ["take"]),
        ("On it 💪", ["take"]),
        ("Ik bel mevrouw vanmiddag en pak dit verder op", ["take"]),
        ("Els neemt deze op zich", ["assign els"]),
        ("Deze klacht zal door mij worden behandeld", ["take"]),
        ("Laat deze maar bij mij liggen", ["take"]),
        ("ik pak m, jullie hoeven niks te doen", ["take"]),
        ("Behandelaar: ikzelf", ["take"]),
        ("behandeling: Els\nik kijk mee", ["assign els"]),
        ("laat piet dit maar oplossen hij stond voor de groep", ["assign piet"]),
        ("Na overleg met Karin neem ik deze", ["take"]),
        ("Piet redt dit niet voor de kerst, zet maar op mijn naam", ["take"]),
        ("Karin is met vakantie, dus ik neem 'm van haar over", ["take"]),
        ("ik pak het op. Piet niet.", []),
        ("ik pak het op\n\nbij nader inzien toch niet", []),
        ("Ik had deze graag gedaan maar ik zit tot januari vol", []),
        ("Ondergetekende zal als behandelaar optreden", ["take"]),
        ("Zoals gezegd: deze komt bij mij te liggen", ["take"]),
        ("Piet zegt: ik pak het op", []),
        ("Vanaf nu loopt deze via mij", ["take"]),
        ("deze mag naar els die weet hoe het zit met die groep", ["assign els"]),
        ("zet hem maar op Piet z'n naam", ["assign piet"]),
        ("Is verder geregeld. Piet is behandelaar.", ["assign piet"]),
        ("K2026-0007 mag Piet doen", ["assign piet"]),
        ("Ik merk de klacht aan als ingrijpend", ["serious"]),
    ],
)
def test_who_handles_it(text, expected):
    assert verbs(text, FREE) == expected


def test_who_cannot_gives_it_back():
    assert verbs("Ik kan deze klacht niet behandelen, ik was de trainer", MINE) == ["give_back"]
    assert verbs("Ik kan deze klacht nog niet behandelen", MINE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Daarjuist mevrouw aan de lijn gehad, ze was content", ["contact"]),
        ("- klant gebeld: 16-11", ["contact"]),
        ("krijg steeds de ingesprektoon als ik hem bel", ["no_answer"]),
        ("gebeld\nalthans, geprobeerd", []),
        ("Klager gebeld, doch deze bleek in vergadering", ["no_answer"]),
        ("Niet bereikbaar vanmiddag, ik geef training", []),
        ("ze is niet bereikbaar", ["no_answer"]),
        ("Net gebeld, voicemail ingesproken, morgen weer", ["no_answer"]),
        ("Was een prettig gesprek net met meneer", ["contact"]),
        ("maatregel 1 is klaar", ["measure_done"]),
        ("De fout zat in de planning", ["cause"]),
        ("Maatregel is dat we een dag van tevoren bellen", ["measure"]),
        ("reclame, geen klacht", ["no_complaint anders"]),
        ("spam is dit toch niet?", []),
        ("gebeld, nummer bleek van een bakkerij", []),
        ("contact: loopt via Els, weet niet of het gelukt is", []),
        ("Zoals beloofd mevrouw gebeld, dat was 16 nov", ["contact"]),
        ("Structureel of niet, ik word er moe van", []),
        ("structureel want het is nu al de vierde keer", ["structural ja"]),
        ("de controle draait nu dus maatregel 1 kan je afvinken", ["measure_done"]),
        ("De oorzaak is gelegen in een verkeerd ingestelde thermostaat", ["cause"]),
        ("Besloten in het partneroverleg: een gratis coachgesprek", ["discussed"]),
        ("Waar staan we met dit dossier?", ["status"]),
        ("stuur mij even de oorspronkelijke mail van de klant", ["dossier"]),
        ("mijn vorige opdracht graag terugdraaien", ["undo"]),
        ("Maatregel 1 kan als uitgevoerd worden genoteerd", ["measure_done"]),
        ("Na navraag blijkt de oorzaak te zijn dat de uitnodiging naar een oud adres ging", ["cause"]),
        ("Mijn oordeel: de klacht is ongegrond, de tijd stond in de uitnodiging", ["judgement ongegrond"]),
        ("Deels terecht deels niet, van de zaal heeft ze gelijk", ["judgement deels"]),
        ("Vraag aan klant: welke trainer was het?", ["answer"]),
    ],
)
def test_what_happened_and_what_was_found(text, expected):
    assert verbs(text, MINE) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ingrijpend: dat moet nog blijken",
        "besproken: staat voor het volgende overleg",
        "maatregel: nog bedenken met Karin",
        "maatregel: gaan we nog bedenken",
        "oorzaak: wordt nog uitgezocht",
        "uitkomst: n.n.b.",
        "oorzaak: moet Piet uitzoeken",
        "oorzaak: Piet zoekt het uit",
        "oorzaak: weten we morgen",
        "beroep: niets over vernomen",
    ],
)
def test_a_value_that_says_not_yet_is_none(text):
    assert verbs(text, TOLD) == []


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("voorstel: nog een keer deelnemen", "proposal"),
        ("oorzaak: de planning keek er niet naar", "cause"),
        ("maatregel: Piet kijkt voortaan alle zalen na", "measure"),
        ("oorzaak: de oude planning stond nog op de site", "cause"),
    ],
)
def test_a_value_with_nog_in_it_is_one(text, verb):
    assert verbs(text, MINE) == [verb]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Klant belde net: gaat akkoord met het voorstel", ["contact", "accepted"]),
        ("hij vindt 50 procent te weinig en gaat niet akkoord", ["declined"]),
        ("Helaas heeft de klant laten weten ons voorstel af te wijzen", ["declined"]),
        ("na wat gemor over de kosten vindt ze het goed. Akkoord dus.", ["accepted"]),
        ("sluiten die handel", ["close"]),
        ("Alles rond. Sluiten graag.", ["close"]),
        ("Sluit de klacht maar, alles is afgehandeld", ["close"]),
        ("klant belde: akkoord", ["contact", "accepted"]),
        ("klant nog steeds ontevreden", ["declined"]),
        ("Ik verzoek u het dossier thans te sluiten", ["close"]),
        ("Meneer is er niet blij met, hij hoeft ons voorstel niet", ["declined"]),
        ("Klager heeft heden schriftelijk met het voorstel ingestemd", ["accepted"]),
        ("de klant vindt het voorstel goed", ["accepted"]),
        ("Done, close maar ✅", ["close"]),
        ("klant akkoord: nee, nog niet", []),
    ],
)
def test_what_the_client_says_and_how_it_ends(text, expected):
    assert verbs(text, TOLD) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dit mag zo naar de klant.", ["send"]),
        ("Voor mij is het in orde, ge moogt het versturen", ["send"]),
        ("Hierbij verleen ik mijn goedkeuring aan het concept en verzoek ik u dit te verzenden", ["send"]),
        ("'k Heb er niks op aan te merken, stuur 'm maar", ["send"]),
        ("verstuur\n\nGroet,\nJan\n\nPS eerst nog de aanhef wijzigen", []),
        ("verstuur\n\nMet vriendelijke groet,\nJan de Vries\n055 1234567\n\nOh wacht, bedrag klopt niet", []),
        ("verstuur\n\nGroet,\nJan\n\nBent u niet de geadresseerde, verwijder dan dit bericht.", ["send"]),
        ("Ga je gang, verstuur", ["send"]),
        ("verstuur\n\nGroet,\nJan\n\nLet op: op woensdag werk ik niet", ["send"]),
        ("akkoord voor verzending", ["send"]),
        ("dit kan niet zo naar de klant", []),
        ("mag dit naar de klant?", []),
        ("verstuur na overleg met Karin", []),
        ("in overleg met Karin verstuur", []),
        ("Check even met Karin. Verstuur.", []),
        ("verstuur, ik kijk er nog naar", []),
    ],
)
def test_a_letter_goes_only_when_nothing_may_hold_it(text, expected):
    assert verbs(text, MINE, shown=True) == expected


def test_the_same_client_and_the_same_story_are_merged():
    assert verbs("zelfde klant zelfde verhaal als K2026-0099, voeg maar bij elkaar", MINE) == ["merge K2026-0099"]


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("graag 1 week uitstel, de trainer is ziek", dt.date(2026, 12, 8)),
        ("two weeks uitstel please, still waiting for the venue", dt.date(2026, 12, 15)),
        ("misschien een week uitstel, de trainer is ziek", None),
        ("Kunnen we een week uitstel geven?", None),
        ("Karin vraagt een week uitstel", None),
        ("een week uitstel", None),
    ],
)
def test_a_postponement_by_weeks_counts_from_the_promised_day(text, on):
    situation = Situation(today=TODAY, due_on=dt.date(2026, 12, 1), writer="jan", **MINE)
    found = read(text, TODAY, aliases=[*NAMES.values()], names=NAMES, situation=situation)
    assert [line.on for line in found if isinstance(line, Command)] == ([on] if on else [])
