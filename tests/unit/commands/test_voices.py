"""The voices in which members write: spoken to a telephone, in a hurry, in Flemish, as a lawyer, as who learns Dutch, at length."""

import datetime as dt

import pytest

from klachtmail.domain.commands import read
from klachtmail.domain.commands.command import Command, Unclear
from klachtmail.domain.commands.dictation import written
from klachtmail.domain.commands.situation import Situation

TODAY = dt.date(2026, 11, 18)
NAMES = {"Jan de Vries": "jan", "Piet Jansen": "piet", "Els Bakker": "els"}


def lines(text, **state):
    here = Situation(today=TODAY, writer="jan", **state)
    return read(
        text,
        TODAY,
        aliases=tuple(NAMES.values()),
        names=NAMES,
        client="Tom Vos",
        draft=bool(state.get("draft")),
        situation=here,
    )


def done(text, **state):
    found = [line for line in lines(text, **state) if isinstance(line, Command) and line.verb != "note"]
    return [":".join(filter(None, (line.verb, line.alias or line.choice))) for line in found]


VOICES = {
    "dictated": [
        ("die neem ik komma ik ken het bedrijf", "take"),
        ("mag naar els punt", "assign:els"),
        ("gebeld komma niemand nam op punt", "no_answer"),
        ("niet structureel punt de bus stond gewoon stil", "structural:nee"),
    ],
    "in a hurry": [
        ("akk kl", "accepted"),
        ("2x gebld, gn gehoor", "no_answer"),
        ("struct: nee", "structural:nee"),
        ("oorz: bus te laat", "cause"),
        ("tnv mij graag", "take"),
        ("els ziek, neem over", "take"),
        ("kreeg gen gehoor", "no_answer"),
        ("niet berreikt", "no_answer"),
    ],
    "Flemish": [
        ("Dees neem ik op mij zulle", "take"),
        ("Laat de Piet dat maar doen", "assign:piet"),
        ("ben gisteren bij madam langs geweest", "contact"),
        ("Hij nam niet af", "no_answer"),
        ("Madam is niet content", "declined"),
        ("smijt dat maar samen met K2026-0003", "merge"),
    ],
    "as a lawyer": [
        ("De behandeling van de onderhavige zaak wordt door ondergetekende ter hand genomen.", "take"),
        ("Gelet op zijn kennis van de locatie dient de behandeling aan Piet te worden opgedragen.", "assign:piet"),
        ("De heer Jansen zal de klacht behandelen.", "assign:piet"),
        ("De klacht dient, gezien de omvang van het bedrag, als ingrijpend te worden aangemerkt.", "serious"),
        ("De klacht wordt door mij deels gegrond geacht.", "judgement:deels"),
        ("Van een structureel gebrek is geen sprake.", "structural:nee"),
        ("Als oorzaak kan worden aangemerkt dat de lijst niet was bijgewerkt.", "cause"),
        ("Een en ander is te wijten aan een verouderde lijst.", "cause"),
        ("Klager kan zich met de uitkomst niet verenigen.", "declined"),
        ("Klager heeft zich tot de geschillencommissie gewend.", "appeal"),
        ("Klaagster was telefonisch niet te bereiken.", "no_answer"),
    ],
    "learning Dutch": [
        ("Ik wil doen deze klacht", "take"),
        ("Piet moet deze klacht doen", "assign:piet"),
        ("Ik had gesprek met klant", "contact"),
        ("Klant antwoordt niet", "no_answer"),
        ("Klant zegt is goed", "accepted"),
        ("Klant is niet eens", "declined"),
    ],
    "English": [
        ("leave this one with me", "take"),
        ("Over to Piet please", "assign:piet"),
        ("Piet will handle this one", "assign:piet"),
        ("had a good chat with her yesterday", "contact"),
        ("couldn't get hold of him", "no_answer"),
        ("client said no", "declined"),
        ("she's fine with it", "accepted"),
    ],
    "without signs": [
        ("laat els dit maar doen die heeft toch niks omhanden vandaag", "assign:els"),
        ("net even met hem gebeld viel best mee", "contact"),
        ("is niet structureel gewoon domme pech", "structural:nee"),
    ],
    "with marks": [
        ("-> @els (zij kent hem)", "assign:els"),
        ("- els is vrij\n- ik neem over", "take"),
        ("hedenmiddag klager gesproken.Een aangenaam gesprek,hij begreep het.", "contact"),
        ("Bij nader inzien acht ik deze ingrijpend;gaarne agenderen.", "serious"),
    ],
    "with faces": [
        ("Tjonge wat naar voor die man 😢 ik pak 'm op!!", "take"),
        ("Meneer gesproken, hij lachte 😊 en alles is uitgelegd. (Els, bel jij mij straks?)", "contact"),
    ],
    "in two breaths": [
        ("Piet weet hier alles van, die pakt hem op", "assign:piet"),
        ("Els lijkt me geschikt, zet deze maar op haar naam", "assign:els"),
        ("Nee, niet structureel", "structural:nee"),
        ("Structureel.", "structural:ja"),
        ("niemand nam op, later nog eens", "no_answer"),
        ("gebeld: geen gehoor", "no_answer"),
        ("De lijst was oud, dat was de oorzaak.", "cause"),
    ],
    "with a slip in a name": [
        ("Piett pakt deze", "assign:piet"),
        ("naar Peit graag", "assign:piet"),
        ("Elss mag deze hebben", "assign:els"),
    ],
    "to a colleague": [
        ("Piet mag deze hebben", "assign:piet"),
        ("Doe Els maar", "assign:els"),
        ("Els bood aan deze te doen", "assign:els"),
        ("Els wil deze wel", "assign:els"),
        ("Els pakt op", "assign:els"),
        ("Els kent de klant, laat haar dit doen", "assign:els"),
        ("Ik stel voor de klacht toe te wijzen aan Piet.", "assign:piet"),
        ("beh: els", "assign:els"),
    ],
    "in passing": [
        ("ik kijk ernaar en handel het af", "take"),
        ("ik zal deze voor mijn rekening nemen", "take"),
        ("Ik leg deze terug, te veel op mijn bordje", "give_back"),
        ("structureel: ja want het formulier klopt niet", "structural:ja"),
        ("Niet structureel maar wel slordig", "structural:nee"),
        ("telefonisch akkoord gekregen", "accepted"),
        ("Zij vraagt 200 euro terug", "remedy"),
        ("Klager wil schadeloos gesteld worden", "remedy"),
        ("Vanochtend contact gehad, hoor het eind van de week", "contact"),
        ("mail naar mevrouw gestuurd met onze excuses", "contact"),
        ("Klager gemaild met een paar vragen", "contact"),
        ("telefonisch overleg gehad met klager", "contact"),
        ("gaat om een incident", "structural:nee"),
        ("Na overleg vinden we de klacht ongegrond", "judgement:ongegrond"),
        ("Mevrouw wil er niet mee instemmen", "declined"),
        ("gebeld klant 0940", "contact"),
        ("(oorzaak: de lijst was oud)", "cause"),
        ("Reden: de gids was ziek", "cause"),
        ("Wat ging er mis: de lijst was oud", "cause"),
        ("Voorstel is 60 euro korting op de nieuwe nota", "proposal"),
        ("we breiden de lijst uit, dat is de maatregel", "measure"),
    ],
    "at length": [
        (
            "Wat een nare dag moet dat zijn geweest. Ik ken het bedrijf en ik neem deze graag op me. Koffie staat klaar!",
            "take",
        ),
        ("We zochten het uit. De oorzaak is heel simpel: de lijst was oud. Nu snel verder, tot morgen.", "cause"),
        ("Het lijkt mij het beste dat Els deze klacht behandelt, zij kent hen.", "assign:els"),
        ("Als niemand bezwaar heeft neem ik deze voor mijn rekening.", "take"),
        ("Deze klacht hebben we besproken en het besluit is dat hij het lesgeld terugkrijgt.", "discussed"),
        ("Els ipv ik", "assign:els"),
        ("Leg deze maar bij Els op haar bureau", "assign:els"),
        ("Nu alle stappen van het plan zijn voltooid, verzoek ik u het dossier te sluiten.", "close"),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [each for said in VOICES.values() for each in said])
def test_members_are_understood_in_their_own_voice(text, expected):
    assert done(text, handled=True, answered=True, open=True) == [expected]


NOT_MEANT = [
    "mij best",
    "Voor Els was dit ook nieuw",
    "gebeld word ik de hele dag",
    "contact met die club leg ik later wel",
    "klant akkoord dat zou mooi zijn",
    "Akkoord, dan lees ik het later wel na.",
    "voorstel is om dinsdag bij te praten els",
    "ik pak dit weekend mijn boeken uit",
    "ik heb gelezen wat er is geschreven",
    "De planning heeft mevrouw gebeld",
    "een goed punt",
    "Oorzaak: daarover tasten wij in het duister.",
    "oorzaak: joost mag het weten",
    "voorstel: - nog open -",
    "akkoord: +/-",
    "contact: heb ik nog niet gehad",
    "gebeld: verhuurder",
    "uitkomst gemeld: doe ik morgen",
    "ingetrokken: was het maar zo!",
    "Ingrijpend: naar mijn idee niet.",
    "oorzaak: daar zijn wij nog niet uit",
    "oorzaak: vraag dat eens aan Els",
    "oorzaak: tja",
    "wens: dat hoor ik donderdag",
    "maatregel: daar gaan we over praten",
    "contact: bel ik straks",
    "beroep: daar hoopt ze op",
    "ingetrokken: helaas niet",
    "uitkomst: bespreken we dinsdag",
    "voorstel: wat denken jullie?",
    "voorstel: Els moet iets bedenken",
    "gebeld door meneer, maar gemist",
    "voor Els: veel plezier met je vakantie",
    "gebeld dat ik heb! naar Els, naar de verhuurder, niemand weet het",
    "Elsa pakt deze op",
    "maatregelen zat genomen dit jaar",
    "n structureel",
    "Piet is boos, laat hem maar",
    "Els heeft aangeboden om koffie te halen",
    "mail met de vraag gestuurd naar de locatie",
    "maatregelen: volgen nog; zie overleg",
    "klager akkoord; of toch niet",
    "akkoord gekregen van Els",
    "kan Els hem overnemen? ik kom er niet aan toe",
    "Voorstel is nog niet klaar",
]


BOTH = [
    ("oordeel deels gegrond, oorzaak slechte communicatie", ["judgement:deels", "cause"]),
    ("Piet gaat dit oppakken, heb hem net gesproken", ["assign:piet"]),
    ("Klager akkoord; sluit maar", ["accepted", "close"]),
    ("klant akkoord: sluit maar", ["accepted", "close"]),
    ("Gebeld (oorzaak: de lijst was oud)", ["contact", "cause"]),
    ("maatregelen: een lamp kopen (piet, 15 jan) en de lijst nakijken (els)", ["measure:piet", "measure"]),
    ("maatregelen: een lamp kopen; de lijst nakijken", ["measure", "measure"]),
    ("Maatregelen:\n- de lijst nakijken\n- de mail aanpassen", ["measure", "measure"]),
    ("geef terug\nreden: ik ken hem persoonlijk", ["give_back"]),
]


@pytest.mark.parametrize(("text", "expected"), BOTH)
def test_all_that_a_line_says_is_done(text, expected):
    assert done(text, handled=True, answered=True, open=True) == expected


def test_a_command_below_a_note_is_no_part_of_it():
    found = [line for line in lines("notitie: mevrouw belt maandag\nik pak het op") if isinstance(line, Command)]
    assert [line.verb for line in found] == ["note", "take"]


def test_no_complaint_but_a_question_is_one_sentence():
    assert done("geen klacht maar een vraag over de factuur", open=True) == ["no_complaint:vraag"]
    assert done("Geen klacht. Het is een compliment!", open=True) == ["no_complaint:compliment"]


def test_praise_of_who_wrote_the_letter_is_no_contact():
    assert done("Prima geschreven, verzenden maar", draft=True) == ["send"]


@pytest.mark.parametrize("text", NOT_MEANT)
def test_what_only_sounds_like_a_command_does_nothing(text):
    assert done(text, handled=True, answered=True, open=True) == []


@pytest.mark.parametrize(
    "word",
    [
        "Verstuur hem maar",
        "stuur maar op",
        "ship it",
        "laat maar vertrekken",
        "verstuurrr",
        "+ nette toon\n=> mag weg",
        "Accoord,gaarne verzenden",
        "Verstuur! 🎉",
    ],
)
def test_a_draft_goes_in_every_voice(word):
    assert done(word, draft=True) == ["send"]


@pytest.mark.parametrize(
    "word", ["kan dit weg vraagteken", "verstuur eerst het bedrag nog punt", "verstuur bloemkool punt"]
)
def test_a_dictated_doubt_stops_a_letter(word):
    assert done(word, draft=True) == []


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        (
            "oorzaak dubbele punt zaal dicht nieuwe regel structureel dubbele punt nee",
            "oorzaak: zaal dicht\nstructureel: nee",
        ),
        ("mag dit weg vraagteken", "mag dit weg?"),
        ("dat is een goed punt", "dat is een goed punt"),
        ("3 komma 5 procent", "3 komma 5 procent"),
        ("Prima, dat is een punt", "Prima, dat is een punt"),
    ],
)
def test_signs_that_were_spoken_are_written(said, typed):
    assert written(said) == typed


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("gebeld op zestien november", (11, 16)),
        ("gebeld op de zestiende november", (11, 16)),
        ("called november 16", (11, 16)),
        ("gebeld om 14u30 gisterennamiddag", (11, 17)),
        ("vorige vrijdag gebeld", (11, 13)),
    ],
)
def test_days_and_hours_are_read_as_they_are_spoken(said, day):
    (line,) = lines(said)
    assert isinstance(line, Command)
    assert (line.verb, line.on) == ("contact", dt.date(2026, *day))


def test_next_friday_is_asked_when_it_may_be_two_days():
    assert not done("uitstel tot volgende vrijdag: de trainer is ziek")


def test_a_cause_before_a_colon_is_read_with_what_stands_behind_it():
    said = "De oorzaak is een fout in de lijst: twee namen stonden er dubbel op. De fout is niet structureel. De klacht is gegrond."
    assert done(said, handled=True) == ["cause", "structural:nee", "judgement:gegrond"]


@pytest.mark.parametrize(
    ("said", "hint"), [("behandelen Piet", "@piet"), ("ik knutsel deze afhandeling netjes ineen", "ik pak het op")]
)
def test_who_should_handle_it_is_asked_rather_than_noted_in_silence(said, hint):
    (line,) = lines(said)
    assert isinstance(line, Unclear)
    assert line.hint == hint


def test_numbers_of_a_list_are_no_minutes():
    said = lines("1 mine\n2 voor Els", listed=("K2026-0001", "K2026-0002"))
    assert [(line.number, line.verb) for line in said if isinstance(line, Command)] == [
        ("K2026-0001", "take"),
        ("K2026-0002", "assign"),
    ]


def test_an_unknown_word_in_what_cannot_be_undone_is_asked():
    (line,) = lines("Sluit dit dossier bloemkool")
    assert isinstance(line, Unclear)


def test_the_names_of_members_are_no_slips_of_other_words():
    assert done("deze mag Piet opvolgen") == ["assign:piet"]


@pytest.mark.parametrize(
    "text",
    [
        "Ik heb contact gehad met de zaalverhuurder",
        "Ik heb contact gehad met onze planner; hij zoekt het uit.",
        "Wij hebben gesproken met de hotelmanager",
        "ik heb gebeld met Els",
    ],
)
def test_whom_we_spoke_with_is_the_complainant_or_nobody(text):
    assert "contact" not in done(text, handled=True)


@pytest.mark.parametrize("text", ["Ik heb contact gehad met mevrouw", "een half uur met haar aan de telefoon gehangen"])
def test_who_was_spoken_with_is_the_complainant(text):
    assert done(text, handled=True) == ["contact"]
