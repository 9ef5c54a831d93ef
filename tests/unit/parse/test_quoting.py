"""New text and quoted text, as the mail programs of clients and members write them."""

import pytest

from klachtmail.parse.quoting import split

NEW = "Ik pak het op.\nGroet, Jan"
OLD = "Geachte heer,\nIk klaag."
HEADINGS = {
    "Gmail nl": "Op ma 3 okt 2019 om 15:39 schreef Jan de Vries <jan@ront.nl>:",
    "Gmail nl wrapped": "Op ma 3 okt 2019 om 15:39 schreef Klachten van RONT <\nklachten@ront.nl>:",
    "Gmail en": "On Mon, Oct 3, 2019 at 3:39 PM Jan <jan@ront.nl> wrote:",
    "Gmail en wrapped": "On Mon, Oct 3, 2019 at 3:39 PM Jan de Vries van de Afdeling Klachten\n<jan@ront.nl>\nwrote:",
    "Gmail de": "Am Mo., 3. Okt. 2019 um 15:39 Uhr schrieb Jan <jan@ront.nl>:",
    "Gmail fr": "Le lun. 3 oct. 2019 à 15:39, Jan <jan@ront.nl> a écrit :",
    "Apple Mail nl": "Op 3 okt. 2019, om 15:39 heeft Jan de Vries <jan@ront.nl> het volgende geschreven:",
    "Apple Mail nl without address": "Op 3 okt. 2019, om 15:39 heeft Jan het volgende geschreven:",
    "iPhone nl": "Op 3 okt. 2019 om 15:39 heeft Jan <jan@ront.nl> het volgende geschreven:",
    "Apple Mail de": "Am 03.10.2019 um 15:39 schrieb Jan <jan@ront.nl>:",
    "Thunderbird nl": "Op 03-10-2019 om 15:39 schreef Jan de Vries:",
    "Yahoo nl": "Op maandag 3 oktober 2019 15:39:00 CEST schreef Jan <jan@ront.nl>:",
    "Outlook nl": "Van: Jan <jan@ront.nl>\nVerzonden: maandag 3 oktober 2019 15:39\nAan: Anna\nOnderwerp: Klacht",
    "Outlook nl bold": "*Van:* Jan <jan@ront.nl>\n*Verzonden:* maandag 3 oktober 2019 15:39\n*Aan:* Anna\n*CC:* x\n*Onderwerp:* Klacht",
    "Outlook web": "________________________________\nVan: Jan\nVerzonden: maandag 3 oktober 2019 15:39\nAan: Anna\nOnderwerp: Klacht",
    "Outlook en": "From: Jan <jan@ront.nl>\nSent: Monday, October 3, 2019 3:39 PM\nTo: Anna; Piet;\n Joke\nSubject: Klacht",
    "Outlook de": "Von: Jan <jan@ront.nl>\nGesendet: Montag, 3. Oktober 2019 15:39\nAn: Anna\nBetreff: Klacht",
    "Outlook fr": "De : Jan <jan@ront.nl>\nEnvoyé : lundi 3 octobre 2019 15:39\nÀ : Anna\nObjet : Klacht",
    "old Outlook nl": "-----Oorspronkelijk bericht-----\nVan: Jan\nVerzonden: maandag 3 oktober 2019 15:39\nAan: Anna\nOnderwerp: Klacht",
    "Samsung nl": "-------- Oorspronkelijk bericht --------\nVan: Jan <jan@ront.nl>\nDatum: 03-10-19 15:39 (GMT+01:00)\nAan: Anna\nOnderwerp: Klacht",
    "old Outlook de": "-----Ursprüngliche Nachricht-----",
    "old Outlook fr": "-----Message d'origine-----",
    "forward": "---------- Forwarded message ---------",
    "AOL nl": "-----Originele bericht-----\nVan: Jan\nAan: Anna\nVerzonden: ma, 3 okt. 2019 15:39\nOnderwerp: Klacht",
    "Zimbra fr": '----- Mail original -----\nDe: "Jan" <jan@ront.nl>\nÀ: "Anna" <anna@x.nl>\nEnvoyé: Lundi 3 Octobre 2019 15:39:00\nObjet: Klacht',
    "Notes web": "-----Jan de Vries <jan@ront.nl> schreef: -----\nAan: Anna\nVan: Jan de Vries <jan@ront.nl>\nDatum: 03-10-2019 15:39\nOnderwerp: Klacht",
    "Notes web without block": "-----Jan de Vries <jan@ront.nl> wrote: -----",
    "Tuta nl": "3 okt 2019, 15:39 door jan@ront.nl:",
    "Tuta en": "Oct 3, 2019, 15:39 by jan@ront.nl:",
    "Tuta de": "3. Okt. 2019, 15:39 von jan@ront.nl:",
    "Tuta fr": "3 oct. 2019, 15:39 de jan@ront.nl :",
    "GroupWise": ">>> Jan de Vries <jan@ront.nl> 3-10-2019 15:39 >>>",
}


@pytest.mark.parametrize("heading", HEADINGS.values(), ids=HEADINGS.keys())
def test_what_stands_below_a_heading_is_quoted(heading):
    assert split(f"{NEW}\n\n{heading}\n\n{OLD}") == (NEW, f"{heading}\n\n{OLD}")


@pytest.mark.parametrize(
    "heading", [*HEADINGS.values(), "Jan schreef:", "Citeren Jan <jan@ront.nl>:", "Op 3 mei schreef u:"]
)
def test_an_answer_below_and_between_marked_quotes_is_new(heading):
    quoted = f"{heading}\n> een\n\nantwoord een\n\n> twee\n\nantwoord twee"
    assert split(quoted)[0] == "antwoord een\n\n\nantwoord twee"


@pytest.mark.parametrize(
    "text",
    [
        "Op 3 oktober schreef u mij het volgende:\nu komt te laat. Dat is niet waar.",
        "Op maandag ben ik gekomen, zoals ik schreef: te laat.\nEn toen?",
        "Van: mijn kant geen bezwaar.\nAan: u de keus.",
        "Ik wil:\n- geld terug\n- excuses",
        "Datum: 3 mei\nPlaats: Utrecht\nBetreft: cursus",
        "> \n>From Jan gehoord dat het kan."[4:],
        "Kosten\n----------\n100 euro\n==========\nsamen",
        "On the one hand I wrote: no.\nOn the other hand: yes.",
        "a\n\n-- \nJan\nVerstuurd vanaf mijn iPhone",
        "Op 12 november 2026 om 10:00 schreef uw medewerker mij:\nu krijgt uw geld terug.\nDat is niet gebeurd.",
        "Ik citeer: Op 3 november 2026 om 10:00 schreef Jan de Vries:\nwij betalen.\nDat is niet gebeurd.",
        "Uw collega meldde op 3 november 14:05 per mail (jan@ront.nl):\nwij betalen.\nNiets ontvangen!",
        "Gebeld op 3 november 2026, 14:05 door jan@ront.nl:\nwij betalen.\nNiets ontvangen!",
        "-- Jan schreef: --\nwij betalen.\nNiets ontvangen!",
        "Le 12 novembre à 10:00 vous m'avez écrit :\nnous payons.\nRien reçu !",
        "Le 12 novembre à 10:00 vous avez écrit :\nnous payons.\nRien reçu !",
        "Le 12 novembre à 10:00 Jean m’a écrit :\nnous payons.\nRien reçu !",
    ],
)
def test_what_a_person_wrote_is_never_taken_for_a_quotation(text):
    assert split(text) == (text, "")


@pytest.mark.parametrize("new", ["Nee, ik ga niet akkoord.", "Akkoord", "Zie ook (2)"])
@pytest.mark.parametrize("between", [" ", "", "  "])
@pytest.mark.parametrize("name", ["Gmail nl", "Gmail en", "Apple Mail nl", "Thunderbird nl"])
def test_words_before_the_heading_on_the_same_line_are_the_authors(new, between, name):
    line = f"{new}{between}{HEADINGS[name]}"
    if "@" in line:
        assert split(f"{line}\n\n{OLD}") == (new, f"{HEADINGS[name]}\n\n{OLD}")
    assert split(f"Boven.\n{line}\n> een\nonder") == (f"Boven.\n{new}\nonder", f"{HEADINGS[name]}\n> een")


@pytest.mark.parametrize("heading", HEADINGS.values(), ids=HEADINGS.keys())
@pytest.mark.parametrize(
    "last",
    [
        "Op maandag was er niemand.",
        "Op 12 november was er niemand.",
        "On Monday nobody came.",
        "Am 3. Mai war niemand da.",
        "Le lundi personne n'est venu.",
        "Van: 9 tot 10 was er niemand.",
        "Datum: 12 november",
        "Onderwerp: de trainer",
        "Cc: mijn advocaat",
        "Bijlagen: twee foto's",
    ],
)
def test_a_last_line_that_begins_like_a_heading_is_the_authors(last, heading):
    for between in ("", "\n", "\nGroet,\nSanne\n"):
        new = f"{NEW}\n{last}{between}".rstrip("\n")
        assert split(f"{NEW}\n{last}{between}\n{heading}\n\n{OLD}") == (new, f"{heading}\n\n{OLD}")


@pytest.mark.parametrize(
    "last", ["Op 12 november schreef ik u het volgende:", "Uw medewerker (jan@ront.nl) schreef:", "Jan schreef:"]
)
def test_the_authors_last_line_stands_when_the_quotation_brings_its_own_heading(last):
    quoted = f"> {HEADINGS['iPhone nl']}\n>\n> Geachte heer,"
    assert split(f"{NEW}\n{last}\n\n{quoted}") == (f"{NEW}\n{last}", quoted)


def test_a_name_before_the_date_belongs_to_the_heading():
    heading = "Jan de Vries <jan@ront.nl> On Mon, Oct 3, 2019 at 3:39 PM wrote:"
    assert split(f"{NEW}\n\n{heading}\n\n{OLD}") == (NEW, f"{heading}\n\n{OLD}")


def test_without_anything_above_the_heading_there_is_no_new_text():
    assert split(f"{HEADINGS['Outlook nl']}\n\n{OLD}")[0] == ""


def test_no_line_gets_lost():
    text = f"boven\n\n{HEADINGS['Gmail nl']}\n> een\ntussen\n> > twee\n\nonder\n-- \nJan"
    new, quoted = split(text)
    assert sorted(line for line in text.split("\n") if line) == sorted(
        line for line in f"{new}\n{quoted}".split("\n") if line
    )
