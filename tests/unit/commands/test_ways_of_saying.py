"""More ways in which members say what they mean, and beside each what looks like it and must do nothing."""

import datetime as dt

import pytest

from klachtmail.domain.commands import read
from klachtmail.domain.commands.command import Command
from klachtmail.domain.commands.situation import Situation

TODAY = dt.date(2026, 11, 18)  # a Wednesday
YESTERDAY = TODAY - dt.timedelta(days=1)
NAMES = {"Jan de Vries": "jan", "Piet Jansen": "piet", "Els Bakker": "els", "Karin Smit": "karin"}
FREE = {"handled": False, "answered": False, "open": True, "dismissed": False}
MINE = {**FREE, "handled": True}
TOLD = {**MINE, "answered": True}


def commands(text, here, *, shown=False):
    situation = Situation(today=TODAY, writer="jan", draft=shown, shown=shown, **here)
    found = read(
        text, TODAY, aliases=[*NAMES.values()], names=NAMES, client="Sanne de Boer", draft=shown, situation=situation
    )
    return [line for line in found if isinstance(line, Command)]


def verbs(text, here, *, shown=False):
    """Return what is done in this situation, with whom or what it is about: 'assign piet'."""
    found = commands(text, here, shown=shown)
    return [" ".join(filter(None, (each.verb, each.alias or each.choice))) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Structureel? Nee.", ["structural nee"]),
        ("Is het structureel? Nee", ["structural nee"]),
        ("Structureel?\nJa", ["structural ja"]),
        ("Is it structural? No.", ["structural nee"]),
        ("Gegrond? Ja", ["judgement gegrond"]),
        ("Gegrond? Nee.", ["judgement ongegrond"]),
        ("Ingrijpend? Nee.", ["not_serious"]),
        ("Gegrond? Ja. Structureel? Nee.", ["judgement gegrond", "structural nee"]),
        ("Structureel? Ja en nee.", []),
        ("Structureel? Nee, of toch wel.", []),
        ("Structureel? Nee. Misschien.", []),
        ("Structureel? Nee?", []),
        ("Structureel, Piet? Nee.", []),
        ("Structureel? Piet: nee.", []),
        ("Niet structureel? Nee.", []),
        ("Ongegrond? Nee.", []),
        ("Deels gegrond? Nee.", []),
        ("Structureel? Nog niet.", []),
        ("Ingetrokken? Ja.", []),
        ("Geen klacht? Ja.", []),
    ],
)
def test_a_question_that_its_writer_answers_is_the_value(text, expected):
    assert verbs(text, MINE) == expected


@pytest.mark.parametrize(
    "text", ["Akkoord? Ja.", "Akkoord? Nee.", "Sluiten? Ja.", "Sluiten? Nee.", "Klant akkoord? Nee."]
)
def test_an_answered_question_ends_nothing(text):
    assert verbs(text, TOLD) == []


@pytest.mark.parametrize(
    "text", ["Versturen? Ja.", "Verstuur? Ja.", "Akkoord? Ja.", "Akkoord? Nee.", "Verstuur. Akkoord? Nee."]
)
def test_an_answered_question_sends_nothing(text):
    assert verbs(text, MINE, shown=True) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dit zit structureel fout", ["structural ja"]),
        ("hier gaat structureel iets mis", ["structural ja"]),
        ("dit loopt structureel mis", ["structural ja"]),
        ("er zit structureel iets fout", ["structural ja"]),
        ("dit zit niet structureel fout", ["structural nee"]),
        ("zit dit structureel fout", []),
        ("dit zit misschien structureel fout", []),
        ("als dit structureel fout zit hoor ik het", []),
        ("de klant vindt dat het structureel fout zit", []),
    ],
)
def test_what_goes_wrong_again_and_again(text, expected):
    assert verbs(text, MINE) == expected


@pytest.mark.parametrize(
    ("text", "verb", "value"),
    [
        ("Maatregel voor de toekomst: iedereen krijgt een mail", "measure", "iedereen krijgt een mail"),
        ("Maatregel bij de intake: we vragen naar allergieën", "measure", "we vragen naar allergieën"),
        ("Maatregel voor volgend jaar: twee zalen boeken", "measure", "twee zalen boeken"),
        ("Oorzaak van de vertraging: de bus kwam te laat", "cause", "de bus kwam te laat"),
        ("Oorzaak volgens de trainer: de zaal was dicht", "cause", "volgens de trainer: de zaal was dicht"),
        ("Oorzaak volgens Piet: de trainer was ziek", "cause", "volgens Piet: de trainer was ziek"),
        ("Als oorzaak zie ik de late wijziging van het rooster", "cause", "de late wijziging van het rooster"),
        ("Ik zie als oorzaak een fout in de lijst", "cause", "een fout in de lijst"),
        ("Als voornaamste oorzaak zien we de drukte in mei", "cause", "de drukte in mei"),
        ("Wij zien als oorzaak dat de zaal dubbel geboekt was", "cause", "de zaal dubbel geboekt was"),
        ("Als maatregel zie ik een extra controle vooraf", "measure", "een extra controle vooraf"),
        ("Ik kies als maatregel: elke week de lijst nalopen", "measure", "elke week de lijst nalopen"),
    ],
)
def test_a_cause_or_measure_with_words_around_its_key(text, verb, value):
    (found,) = commands(text, MINE)
    assert (found.verb, found.text) == (verb, value)


@pytest.mark.parametrize(
    "text",
    [
        "Oorzaak voor mij: onduidelijk",
        "Maatregel voor Piet: haar bellen",
        "Oorzaak volgens de trainer: zoek ik uit",
        "Oorzaak volgens de trainer: onbekend",
        "Oorzaak volgens mij misschien: de zaal",
        "Maatregel voor de toekomst: nog niet bekend",
        "Oorzaak van de klacht of de vertraging: bus",
        "Oorzaak van alles: moet Piet uitzoeken",
        "Als oorzaak zie ik nog niets",
        "Als oorzaak zie ik misschien de zaal",
        "Als oorzaak zie ik niet de planning",
        "Zie ik als oorzaak de zaal?",
    ],
)
def test_no_cause_or_measure_is_made_of_what_only_speaks_of_one(text):
    assert verbs(text, MINE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ik heb Piet gevraagd dit op te pakken", ["assign piet"]),
        ("Heb Piet gevraagd dit te behandelen", ["assign piet"]),
        ("Aan Els gevraagd deze over te nemen", ["assign els"]),
        ("We hebben Els verzocht dit op zich te nemen", ["assign els"]),
        ("Piet gevraagd, doet het", ["assign piet"]),
        ("Piet gevraagd, pakt het op", ["assign piet"]),
        ("Piet heeft mij gevraagd dit op te pakken", []),
        ("Piet heeft gevraagd dit op te pakken", []),
        ("Ik heb Piet gevraagd haar te bellen", []),
        ("Ik heb Piet gevraagd mee te kijken", []),
        ("Ik heb Piet nog niet gevraagd dit op te pakken", []),
        ("Heb Piet gevraagd of hij dit wil doen", []),
        ("Ik heb Piet gevraagd dit op te pakken maar hij twijfelt", []),
        ("De klant heeft Piet gevraagd dit op te pakken", []),
        ("Piet gevraagd, doet het niet", []),
        ("Dit doe ik samen met Els, maar zet mij er maar bij", ["take"]),
        ("Doe ik samen met Els, noteer mij maar", ["take"]),
        ("Samen met Els doe ik dit, schrijf mij maar op", ["take"]),
        ("Deze pak ik met Els op, zet hem maar op mijn naam", ["take"]),
        ("Dit doe ik samen met Els", []),
        ("Dit doe ik samen met Els, maar zet haar er maar bij", []),
        ("Dit doe ik niet samen met Els", []),
        ("Dit doet Piet samen met Els", []),
    ],
)
def test_who_handles_it_of_two_who_are_named(text, expected):
    assert verbs(text, FREE) == expected


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("Deze neem ik verder voor mijn rekening nu Karin weg is", True),
        ("Ik neem deze nu Piet ziek is", True),
        ("Deze is voor mijn rekening nu Karin met vakantie is", True),
        ("Ik pak deze verder op omdat Karin weg is", True),
        ("Ik neem deze en Karin is weer terug van vakantie", False),
        ("Ik neem deze omdat ik Karin help", False),
    ],
)
def test_a_colleague_who_is_away_is_why_it_is_taken_over(text, over):
    (found,) = commands(text, MINE)
    assert (found.verb, found.over) == ("take", over)


@pytest.mark.parametrize("text", ["Ik neem deze als Karin weg is", "Ik pak deze op tot Karin weg is"])
def test_a_colleague_who_may_be_away_is_no_reason(text):
    assert verbs(text, MINE) == []


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Ik sprak mevrouw gisteren al bij de koffie", YESTERDAY),
        ("Ik sprak mevrouw bij de balie gisteren", YESTERDAY),
        ("Mevrouw gisteren bij de lunch gesproken", YESTERDAY),
        ("Sprak mevrouw gisteren even op de gang", YESTERDAY),
        ("Ik sprak haar op het parkeerterrein gisteren", YESTERDAY),
        ("Ik sprak mevrouw toen ze gisteren langskwam", YESTERDAY),
        ("Ik belde meneer maandag in de pauze", dt.date(2026, 11, 16)),
        ("Ik sprak mevrouw over de cursus van gisteren", None),
        ("Gesproken, mevrouw was gisteren boos", None),
        ("Ik sprak mevrouw komt vrijdag langs", None),
        ("Ik sprak mevrouw wil vrijdag bericht", None),
    ],
)
def test_the_day_amid_a_conversation_is_its_day(text, on):
    (found,) = commands(text, MINE)
    assert (found.verb, found.on) == ("contact", on)


@pytest.mark.parametrize(
    "text", ["Ik sprak mevrouw bij de koffie morgen", "Ik sprak de trainer gisteren bij de koffie"]
)
def test_no_conversation_of_tomorrow_or_with_another(text):
    assert verbs(text, MINE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ging direct op voicemail", ["no_answer"]),
        ("werd doorgeschakeld naar de voicemail", ["no_answer"]),
        ("Sprong meteen naar de voicemail", ["no_answer"]),
        ("Kwam op de voicemail uit", ["no_answer"]),
        ("belde, maar werd doorverbonden met de voicemail", ["no_answer"]),
        ("Ging dat op voicemail?", []),
        ("Bij Piet ging het op voicemail", []),
        ("onze voicemail ging niet", []),
        ("ging naar de klant", []),
    ],
)
def test_a_call_that_ends_at_the_voicemail_is_an_attempt(text, expected):
    assert verbs(text, MINE) == expected


@pytest.mark.parametrize(
    ("text", "tried", "spoke"),
    [
        ("Gisteren geen gehoor, vandaag gesproken.", YESTERDAY, TODAY),
        ("Geen gehoor gisteren, vandaag wel gesproken", YESTERDAY, TODAY),
        ("Vandaag geen gehoor en gisteren wel gesproken", TODAY, YESTERDAY),
        ("gisteren niet bereikt maar vandaag met mevrouw gesproken", YESTERDAY, TODAY),
        ("Gisteren voicemail, vandaag aan de lijn gehad", YESTERDAY, TODAY),
        ("geen gehoor, wel gemaild", None, None),
        ("geen gehoor, gisteren mail gestuurd", None, YESTERDAY),
        ("Geen gehoor gisteren. Vandaag gesproken.", YESTERDAY, TODAY),
    ],
)
def test_who_was_reached_after_a_call_in_vain_was_spoken_with(text, tried, spoke):
    assert [(each.verb, each.on) for each in commands(text, MINE)] == [("no_answer", tried), ("contact", spoke)]


@pytest.mark.parametrize(
    "text",
    [
        "Geen gehoor, gisteren gebeld",
        "geen gehoor, wel gebeld",
        "Gisteren geen gehoor, mail gestuurd",
        "geen gehoor, gesproken",
        "geen gehoor, niet gesproken",
        "geen gehoor, voicemail ingesproken",
        "Gebeld. Geen gehoor.",
    ],
)
def test_a_call_in_vain_is_no_conversation(text):
    assert verbs(text, MINE) == ["no_answer"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("heeft het voorstel afgewezen", ["declined"]),
        ("wijst ons voorstel af", ["declined"]),
        ("wees het aanbod af", ["declined"]),
        ("heeft ons aanbod geweigerd", ["declined"]),
        ("voorstel telefonisch afgewezen", ["declined"]),
        ("Heeft het voorstel afgewezen?", []),
        ("heeft het voorstel niet afgewezen", []),
        ("heeft het voorstel bijna afgewezen", []),
        ("Ik wijs ons voorstel af", []),
        ("we hebben het voorstel afgewezen", []),
        ("Piet wijst ons voorstel af", []),
        ("de trainer wijst het voorstel af", []),
    ],
)
def test_a_proposal_that_is_turned_down_is_not_accepted(text, expected):
    assert verbs(text, TOLD) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mooi zo, verstuur. Morgen zelfde tijd koffie?", ["send"]),
        ("Verstuur. Zin in koffie?", ["send"]),
        ("Verstuur maar. Morgen weer koffie?", ["send"]),
        ("Verstuur! Zullen we straks lunchen?", ["send"]),
        ("Verstuur. Lunch mee?", ["send"]),
        ("Verstuur. Morgen?", []),
        ("Verstuur. Morgen zelfde tijd?", []),
        ("Verstuur. Eerst koffie?", []),
        ("Verstuur. Koffie met mevrouw?", []),
        ("Verstuur. Zin in lunch met de klant?", []),
        ("Verstuur. Koffie vergoeden we toch ook?", []),
        ("Verstuur. Zelfde bedrag koffie?", []),
        ("Verstuur. Morgen koffie, dan kijken we er nog naar.", []),
        ("Verstuur morgen bij de koffie", []),
    ],
)
def test_coffee_with_a_colleague_is_not_about_the_letter(text, expected):
    assert verbs(text, MINE, shown=True) == expected


@pytest.mark.parametrize("text", ["Conclusie: we hebben steken laten vallen", "Daar hebben wij een steek laten vallen"])
def test_who_owns_a_mistake_is_not_asked_whether_to_give_it_back(text):
    situation = Situation(today=TODAY, writer="jan", **MINE)
    found = read(text, TODAY, aliases=[*NAMES.values()], names=NAMES, client="Sanne de Boer", situation=situation)
    assert "geef terug" not in repr(found)


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("geld terug wil mevrouw", "geld terug wil mevrouw"),
        ("200 euro terug wil ze", "200 euro terug wil ze"),
        ("mevrouw wil graag haar geld terug", "haar geld terug"),
    ],
)
def test_a_wish_is_kept_whole_wherever_it_stands(text, wish):
    assert [(each.verb, each.text) for each in commands(text, MINE)] == [("remedy", wish)]
