"""What is typed or dictated without a sign, taken back below, or said in words of another age or trade; and what only looks like it."""

import pytest

from klachtmail.domain.commands import read
from klachtmail.domain.commands.situation import Situation
from klachtmail.domain.commands.small_talk import is_same_again
from tests.unit.commands.test_ways_of_saying import FREE, MINE, NAMES, TODAY, TOLD, commands, verbs


@pytest.mark.parametrize("first", ["voor mij", "ik pak het op", "@piet", "mijne", "doe ik"])
@pytest.mark.parametrize(
    "second",
    [
        "wacht, nee, ik ben dan met verlof",
        "nee wacht, ik zit dan in Spanje",
        "oh nee, ik ben die week vrij",
        "hm nee, toch niet, ik heb dan vakantie",
        "wacht even, dat is een oude klant van mijn vrouw",
        "ah nee, ik zie net dat ik dan weg ben",
        "laat maar, ik zie dat Karin de klant kent",
        "nee, laat maar, te druk",
    ],
)
def test_what_begins_by_taking_back_does_so_whatever_else_it_says(first, second):
    assert verbs(f"{first}\n{second}", FREE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oei, wat een verhaal. Ik neem deze.", ["take"]),
        ("Ai, wat vervelend voor haar. Deze is voor Piet.", ["assign piet"]),
        ("ik pak het op\nlaat maar weten of dat goed is", ["take"]),
        ("Gebeld met mevrouw. Nee, ze wil geen geld", ["contact"]),
    ],
)
def test_pity_and_what_others_said_take_nothing_back(text, expected):
    assert verbs(text, FREE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pak deze wel ff zit nu in de bus", ["take"]),
        ("laat deze maar aan mij over dan hoeft niemand er meer naar te kijken", ["take"]),
        ("sorry mensen ik zit deze maand tot mijn nek in de cursussen leg hem maar weer op de stapel", ["give_back"]),
        ("ik pak het op als Piet het niet doet", []),
        ("pak deze maar ik weet niet of dat handig is", []),
        ("ik hoop dat hij akkoord gaat", []),
        ("als dit structureel fout zit hoor ik het", []),
        ("ik neem deze dan moet Piet wel de planning doen", []),
        ("gebeld naar het hotel over de zaal", []),
        ("gebeld door meneer, maar gemist", []),
        ("ik neem deze mee naar het overleg maandag", []),
    ],
)
def test_two_sentences_without_a_sign_are_two(text, expected):
    here = MINE if "give_back" in expected else FREE
    assert verbs(text, here) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In overleg met Karin doe ik deze verder",
        "Na overleg met Karin neem ik deze",
        "Karin en ik hebben overlegd, ik doe deze verder",
        "Ik ga hier verder mee, is met Karin besproken",
    ],
)
def test_what_was_agreed_with_whom_had_it_is_taken_over(text):
    (command,) = commands(text, MINE)
    assert (command.verb, command.over) == ("take", True)


@pytest.mark.parametrize(
    "text",
    [
        "Als Karin het goed vindt doe ik deze verder",
        "Ik moet met Karin overleggen of ik deze doe",
        "Ik doe deze of Karin",
    ],
)
def test_what_is_still_to_be_agreed_is_not_taken_over(text):
    assert not any(each.over for each in commands(text, MINE))


@pytest.mark.parametrize(
    "text",
    [
        "Samenvoegen met K2026-0002, zelfde mevrouw zelfde verhaal",
        "samenvoegen met K2026-0002, is dezelfde klant met dezelfde klacht",
        "samenvoegen met K2026-0002 want dubbel",
        "Voeg maar samen met K2026-0002, gaat over hetzelfde",
        "Samenvoegen met K2026-0002 svp. Zelfde persoon.",
    ],
)
def test_why_two_are_one_stands_beside_the_merge(text):
    assert verbs(text, MINE) == ["merge"]


@pytest.mark.parametrize(
    "text",
    [
        "Samenvoegen met K2026-0002, andere mevrouw maar zelfde verhaal",
        "Samenvoegen met K2026-0002, zelfde mevrouw maar ander verhaal",
        "samenvoegen met K2026-0002, denk dat het dezelfde mevrouw is",
        "samenvoegen met K2026-0002 als het dezelfde mevrouw is",
        "samenvoegen met K2026-0002, niet dezelfde mevrouw",
    ],
)
def test_what_is_not_sure_to_be_one_is_not_merged(text):
    assert verbs(text, MINE) == []


@pytest.mark.parametrize("text", ["dezelfde", "zelfde klant?nee", "zelfde dag andere cursus", "niet zelfde klant", ""])
def test_one_word_that_differs_is_no_sameness(text):
    assert is_same_again(text) is (text == "dezelfde")


def test_what_the_client_said_ends_what_was_told():
    text = "uitkomst gemeld: geld terug en excuses\nklant akkoord\nniet structureel"
    told, *rest = commands(text, MINE)
    assert (told.verb, told.text) == ("told", "geld terug en excuses")
    assert [each.verb for each in rest] == ["accepted", "structural"]


@pytest.mark.parametrize(
    "text",
    [
        "uitkomst gemeld: wordt woensdag, dan ben ik er toch",
        "uitkomst gemeld: komt volgende week",
        "besproken: komt donderdag pas aan bod",
        "besproken: staat maandag op de rol",
        "uitspraak: volgt in januari",
    ],
)
def test_what_is_still_to_come_is_no_value(text):
    assert verbs(text, TOLD) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sanne heeft lucht, die gaat ermee aan de slag", []),  # the complainant of these is called Sanne
        ("Piet heeft ruimte, die gaat ermee aan de slag", ["assign piet"]),
        ("die gaat ermee aan de slag", []),
        ("Met Jan, ik doe deze", ["take"]),
        ("Hoi met Piet heb ik gebeld", []),
        ("weer eentje voor mij zeker", []),
        ("ik neem zondag de taart mee", []),
        ("Ik doe met deze mevrouw nooit meer zaken", []),
        ("Ik neem deze zolang van Piet over", ["take"]),
    ],
)
def test_whose_it_is(text, expected):
    assert verbs(text, FREE) == expected


@pytest.mark.parametrize(
    ("text", "here", "expected"),
    [
        ("I shall assume responsibility for this matter.", FREE, ["take"]),
        ("Please be advised that I will be handling this case.", FREE, ["take"]),
        ("I have spoken with the client by telephone.", MINE, ["contact"]),
        ("The complaint is without merit.", MINE, ["judgement ongegrond"]),
        ("The complainant has agreed to the proposed resolution.", TOLD, ["accepted"]),
        ("This matter may now be closed.", TOLD, ["close"]),
        ("Gaarne belast ik mij met de behandeling van bovenstaande kwestie.", FREE, ["take"]),
        ("Hing ik gisteren zelf op.", MINE, []),
        ("Ze hing meteen op.", MINE, ["no_answer"]),
    ],
)
def test_formal_words_of_either_language(text, here, expected):
    assert verbs(text, here) == expected


@pytest.mark.parametrize(
    "text", ["Please dispatch the letter to the client.", "I hereby approve the letter; please send it."]
)
def test_a_formal_english_letter_goes(text):
    assert verbs(text, MINE, shown=True)[-1] == "send"


def test_one_conversation_told_in_two_sentences_keeps_its_day():
    (command,) = commands("Gisteren bij hem op de stoep gestaan. Bakkie gedronken.", MINE)
    assert command.on is not None


@pytest.mark.parametrize(
    ("text", "here", "expected"),
    [
        ("gebeld akkoord sluiten", TOLD, ["contact", "accepted", "close"]),
        ("gesproken klant blij mag dicht", TOLD, ["contact", "accepted", "close"]),
        ("pak op gebeld voicemail", FREE, ["take", "no_answer"]),
        ("gebeld ongegrond niet structureel", MINE, ["contact", "judgement ongegrond", "structural nee"]),
        ("gebeld misschien akkoord sluiten", TOLD, []),
        ("gebeld akkoord sluiten?", TOLD, []),
        ("contact opnemen doe ik donderdag", MINE, []),
        ("ik neem deze mee naar het overleg maandag", FREE, []),
    ],
)
def test_a_telegram_is_its_words_one_after_the_other(text, here, expected):
    assert verbs(text, here) == expected


@pytest.mark.parametrize("text", ["gebeld verstuur maar", "gegrond akkoord versturen"])
def test_no_telegram_of_several_commands_sends_a_letter_that_was_not_meant(text):
    assert "send" not in verbs(text, MINE, shown=False)


@pytest.mark.parametrize("text", ["weg met dit concept", "Gooi deze brief weg", "concept verwijderen", "Prullenbak."])
def test_who_throws_a_draft_away_is_offered_to_undo_it(text):
    situation = Situation(today=TODAY, writer="jan", draft=True, shown=True, **MINE)
    (line,) = read(text, TODAY, aliases=[*NAMES.values()], names=NAMES, draft=True, situation=situation)
    assert (line.verb, line.hint) == ("undo", "ongedaan")


@pytest.mark.parametrize(
    ("text", "here", "expected"),
    [
        ("Heb haar gemaild met excuses en gevraagd wanneer ik kan bellen", MINE, ["contact"]),
        (
            "oorzaak: het oude rooster lag er nog\nStructureel ja, want niemand houdt het bij",
            MINE,
            ["cause", "structural ja"],
        ),
    ],
)
def test_what_stands_behind_a_conversation_or_a_cause(text, here, expected):
    assert verbs(text, here) == expected
