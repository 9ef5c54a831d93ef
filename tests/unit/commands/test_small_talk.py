"""Praise for a letter, and what ended a dossier, take nothing back; whatever may be a mistake that somebody found does."""

import pytest

from tests.world import JAN, World, mail

CLIENT = "sanne@example.nl"


@pytest.fixture(scope="module")
def shown():
    """Return a world in which the draft of an outcome was shown to Jan, kept as it is: each case answers it anew."""
    world = World()
    world.receive(mail("De trainer was te laat."))
    world.reply(JAN, "ik\ngebeld")
    return world


def answered(world, text):
    """Return how many letters the client gets when Jan answers a draft with this."""
    world.reply(JAN, "uitkomst: Wij waren te laat.\nvoorstel: U krijgt uw geld terug.")
    before = len(world.letters(CLIENT))
    world.reply(JAN, text)
    return len(world.letters(CLIENT)) - before


@pytest.mark.parametrize(
    "text",
    [
        "Wat een nette brief, bedankt daarvoor. Verstuur maar.",
        "Net nog eens nagelezen. De toon is goed en het bedrag klopt. Versturen graag.",
        "Els heeft hem ook gelezen en is akkoord, dus verstuur maar",
        "Keurig geschreven hoor, daar kan ze mee vooruit. Stuur hem maar naar mevrouw.",
        "Gecontroleerd, 0 opmerkingen - versturen",
        "Mevrouw wacht er al twee weken op (graag versturen)",
        "Verstuur maar!\n\nNog een fijne dag allemaal",
        "Versturen graag. Ik ben vanmiddag vrij.",
        "Verstuur hem maar, ik ben er vrijdag niet",
        "Groetjes uit de trein! Stuur maar op",
        "Netjes verwoord Els, verstuur",
        "Verstuur. Gezellig weekend gehad?",
        "Verstuur maar, en bedankt voor het schrijven!",
        "Verstuur. Hopelijk is hij nu blij.",
        "Sorry voor de trage reactie. Verstuur hem",
        "Verstuur. Ben benieuwd wat hij ervan vindt",
        "Send it. Enjoy your weekend!",
    ],
)
def test_praise_beside_the_word_that_sends(shown, text):
    assert answered(shown, text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Nette brief. Het bedrag is 450. Verstuur maar.",
        "Nette brief, de aanhef is met een t. Verstuur maar.",
        "Verstuur maar. De datum klopt niet.",
        "Goede brief, wordt nog nagekeken door Els. Verstuur",
        "Mooi! Els, lees jij hem ook? Verstuur",
        "Verstuur. Mevrouw wacht nog even",
        "Wat vind jij van de toon? Verstuur",
        "Ik heb hem zelf netter verwoord. Verstuur",
        "Wij hebben de tekst weer opgesteld. Verstuur",
        "Mevrouw wacht op een ander bedrag. Verstuur",
        "Wacht een week. Verstuur",
        "Wacht er een dag of twee mee, verstuur",
        "Mooie brief, kan ik even meelezen. Verstuur",
        "Mooie brief, dat kan ik doen. Verstuur",
        "Een datum was mooi geweest. Verstuur",
        "Graag ook de juiste datum. Verstuur",
        "Wel graag een warme toon. Verstuur",
        "Prima met bijlage. Verstuur",
        "Heeft Els hem gelezen. Verstuur",
        "Bijna goed. Verstuur",
        "Inhoud goed, de toon. Verstuur",
        "Mooi! In principe akkoord. Verstuur",
        "Prima brief. Ik bel haar voor hij weg is. Verstuur",
        "Groet aan Els, die wil hem nog lezen. Verstuur",
        "Ik ben vanmiddag vrij, verstuur dan pas",
        "Verstuur. Ik ben vanmiddag vrij dus doe maar donderdag",
        "Verstuur. Bedankt maar het bedrag klopt niet",
        "Verstuur. Ik hoop dat de aanhef klopt",
        "Verstuur. Tot maandag wachten",
        "Verstuur. Sorry voor de fout in de aanhef",
        "weg ermee",
    ],
)
def test_what_may_be_a_mistake_that_somebody_found(shown, text):
    assert answered(shown, text) == 0


@pytest.mark.parametrize(
    "text", ["Geld is overgemaakt en mevrouw is tevreden. Sluit maar", "Nota 2026-14 is betaald, sluit maar"]
)
def test_what_ended_a_dossier_beside_the_word_that_closes_it(text):
    world = World()
    world.receive(mail("De trainer was te laat."))
    world.reply(
        JAN,
        "ik\ngebeld\noordeel: gegrond\noorzaak: file\nuitkomst gemeld: wij waren te laat\nklager akkoord\nniet structureel",
    )
    world.reply(JAN, text)
    assert world.complaint().status == "closed", world.last(JAN).text
