"""How members write when they are formal, or tell a whole story first: what they mean, and beside it what only looks like it."""

import pytest

from tests.unit.commands.test_ways_of_saying import FREE, MINE, commands, verbs

FORMAL = [
    ("Hierbij bericht ik u dat ondergetekende de zaak in behandeling neemt.", FREE, ["take"]),
    ("Ondergetekende neemt onderhavig dossier in behandeling.", FREE, ["take"]),
    ("Hierbij meld ik dat ondergetekende de behandeling van dit dossier overneemt.", FREE, ["take"]),
    ("Hierbij deel ik u mede dat ik het voorliggende dossier ter hand neem.", FREE, ["take"]),
    ("Ik verzoek u dit dossier aan Els toe te delen.", FREE, ["assign els"]),
    ("Dit dossier dient aan Karin te worden toegedeeld.", FREE, ["assign karin"]),
    ("Gelieve dit dossier bij Karin neer te leggen.", FREE, ["assign karin"]),
    ("Ik zie mij genoodzaakt dit dossier terug te geven.", MINE, ["give_back"]),
    ("Helaas zie ik mij gedwongen de behandeling van deze klacht neer te leggen.", MINE, ["give_back"]),
    ("Het betreft mijns inziens geen structureel gebrek.", MINE, ["structural nee"]),
    ("Alles afwegende kom ik tot de slotsom dat de klacht gegrond is.", MINE, ["judgement gegrond"]),
    ("Na hoor en wederhoor is de klacht naar mijn oordeel ongegrond.", MINE, ["judgement ongegrond"]),
    ("Na zorgvuldige afweging acht ik de klacht deels gegrond.", MINE, ["judgement deels"]),
]

CHATTY = [
    ("Weet je wat, geef deze maar aan mij.", FREE, ["take"]),
    ("Wat een verhaal zeg. Weet je wat, laat mij dit maar doen, dan spreek ik haar na het eten.", FREE, ["take"]),
    ("Weet je wat, laat Piet deze maar doen, die kent haar goed.", FREE, ["assign piet"]),
    (
        "Ik sprak Piet op de gang en die zei dat hij dit wel wil oppakken, dus zet hem er maar op.",
        FREE,
        ["assign piet"],
    ),
    ("Karin had ik aan de lijn, zij zei dat ze dit wil doen, dus zet het maar op haar naam.", FREE, ["assign karin"]),
    ("Ruim drie kwartier met meneer aan de telefoon gehangen, hij was eerst boos.", MINE, ["contact"]),
    ("heb r ge-whatsappt en ze appte terug", MINE, ["contact"]),
    ("Zo, ik heb het nagevraagd en de oorzaak is dat de zaal dicht was.", MINE, ["cause"]),
    ("Wij hebben het uitgezocht, de oorzaak bleek een verkeerde datum.", MINE, ["cause"]),
]

NOT_MEANT = [
    ("Ondergetekende verneemt dat Karin dit dossier in behandeling neemt.", FREE),
    ("Hierbij deel ik u mede dat ondergetekende de zaak niet in behandeling neemt.", FREE),
    ("Hierbij deel ik u mede dat ondergetekende de zaak in behandeling neemt zodra de stukken er zijn.", FREE),
    ("Gelieve dit dossier niet aan Karin toe te delen.", FREE),
    ("Gelieve aan Karin mede te delen dat het dossier klaar is.", FREE),
    ("Gelieve aan Karin te berichten dat de klacht binnen is.", FREE),
    ("Ik zie mij nog niet genoodzaakt de behandeling neer te leggen.", MINE),
    ("Ik zie mij genoodzaakt de behandeling neer te leggen als dit zo doorgaat.", MINE),
    ("Ik zie mij genoodzaakt het bedrag terug te geven.", MINE),
    ("Betreft het een structureel gebrek?", MINE),
    ("Het betreft mogelijk geen structureel gebrek.", MINE),
    ("Na hoor en wederhoor kom ik tot een oordeel of de klacht gegrond is.", MINE),
    ("Na afweging kom ik nog niet tot het oordeel dat de klacht ongegrond is.", MINE),
    ("Weet je wat de oorzaak was", MINE),
    ("Weet je wat, laat maar zitten.", FREE),
    ("Ik sprak Piet op de gang en die zei dat hij dit niet wil doen, dus zet hem er maar niet op.", FREE),
    ("Ik sprak Piet op de gang en die zei dat Els dit wel wil doen, dus zet haar er maar op.", FREE),
    ("Drie kwartier met Piet aan de telefoon gehangen over deze klacht.", MINE),
    ("Ik heb r nog niet ge-appt", MINE),
    ("Ik heb het uitgezocht en de oorzaak is nog niet bekend.", MINE),
    ("Ik heb het uitgezocht en de oorzaak is niet dat de zaal dicht was.", MINE),
]


@pytest.mark.parametrize(("text", "here", "expected"), FORMAL + CHATTY)
def test_what_is_meant_is_done(text, here, expected):
    assert verbs(text, here) == expected


@pytest.mark.parametrize(("text", "here"), NOT_MEANT)
def test_what_only_looks_like_it_is_not(text, here):
    assert verbs(text, here) == []


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("Karin is op vakantie, ik doe deze wel", True),
        ("Piet is met verlof tot vrijdag, ik pak het op", True),
        ("Is Karin op vakantie? Ik doe deze wel", False),
        ("Karin is terug van vakantie, ik doe deze wel", False),
        ("Karin is misschien op vakantie, ik doe deze wel", False),
    ],
)
def test_what_an_absent_colleague_had_is_taken_over(text, over):
    assert [each.over for each in commands(text, MINE) if each.verb == "take"] == [over]


@pytest.mark.parametrize(
    "text",
    [
        "Ik verzoek u dit schrijven in de huidige vorm te verzenden.",
        "De brief kan in deze vorm worden verzonden.",
        "Wat een opluchting dat dit rond is. Verstuur maar!",
        "Heerlijk dat dit eindelijk klaar is, ik ben er blij mee. Verstuur maar.",
        "Oh wat een mooie brief, daar had ik zelf uren op zitten ploeteren! Verstuur maar.",
        "Goh wat een nette brief! Verstuur maar.",
    ],
)
def test_a_letter_goes_as_it_stands_or_with_relief(text):
    assert verbs(text, MINE, shown=True) == ["send"]


@pytest.mark.parametrize(
    "text",
    [
        "De brief kan in deze vorm niet worden verzonden.",
        "Ik verzoek u de brief niet in deze vorm te verzenden.",
        "Ik verzoek u de brief in een andere vorm te verzenden.",
        "Ik verzoek u de brief in deze vorm te verzenden nadat Karin akkoord is.",
        "Wat fijn dat dit nu bijna rond is. Verstuur maar!",
        "Wat fijn als dit nu rond is. Verstuur maar!",
        "Wat fijn dat dit nu rond is, maar het bedrag klopt niet. Verstuur maar!",
        "Wat fijn dat dit nu rond is met het bedrag van Karin. Verstuur maar!",
        "Oh wat een nette brief, daar had ik nog een zin bij gezet. Verstuur maar!",
        "Daar had ik zelf een uur op zitten zwoegen, en dan nog met fouten. Verstuur maar.",
        "Daar heb ik zelf een uur op zitten zwoegen. Verstuur maar.",
        "Oh nee, wat een brief. Verstuur maar.",
        "Oh, het bedrag. Verstuur maar.",
    ],
)
def test_a_letter_stays_when_anything_else_is_said(text):
    assert verbs(text, MINE, shown=True) == []
