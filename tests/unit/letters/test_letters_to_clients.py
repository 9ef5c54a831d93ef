"""What a client reads: warm where he complains, nothing that is not so, his own words by date, in his own language."""

import datetime as dt
from dataclasses import replace

import pytest

from klachtmail.domain.outgoing.letters import Acknowledgement, Apology, Message, Outcome, Withdrawn
from klachtmail.domain.records.letter import LETTERS, LetterRequest
from klachtmail.letters import samples, wording
from klachtmail.letters.salutations import salutation
from klachtmail.letters.writer import Writer
from tests.world import JAN, OURS, World, mail

SANNE = "sanne@example.nl"
SPOKEN = ("nl", "en", "de", "fr")
TO_CLIENTS = sorted(kind for kind, of in LETTERS.items() if of.audience == "client")


@pytest.fixture
def written(firm, keys, compiled):
    """Return a function that writes a letter about the sample complaint, changed as said, and returns its text."""

    def write(data, language="nl", of=firm, **changed) -> str:
        about = replace(samples.complaint(of, language), **changed)
        request = LetterRequest(
            kind=data.kind, to="s.deboer@example.org", name=about.complainant.name, language=language, data=data
        )
        return Writer(of, keys, None, compiled).render(request, about, samples.NOW, nonce=bytes(8)).text

    return write


@pytest.mark.parametrize(
    ("language", "words", "warm"),
    [
        ("nl", "Ik heb een klacht over de zaal.", "Wat vervelend dat het zo is gelopen."),
        ("nl", "Ik ben erg teleurgesteld.", "Wat vervelend dat het zo is gelopen."),
        ("en", "I am not satisfied with the course.", "We are sorry that it went this way."),
        ("de", "Hiermit möchte ich mich beschweren.", "Es tut uns leid, dass es so gelaufen ist."),
        ("fr", "Je suis très déçue.", "Nous sommes désolés que cela se soit passé ainsi."),
    ],
)
def test_who_plainly_complains_reads_a_warm_sentence_first(written, language, words, warm) -> None:
    text = written(Acknowledgement(), language, text=words, subject="Zaal", messages=())
    assert warm in text
    assert text.index(warm) < text.index("–"), "before the steps"


@pytest.mark.parametrize("words", ["Kunt u mij het certificaat sturen?", "Dit is geen klacht, maar een vraag."])
def test_who_does_not_plainly_complain_reads_no_warm_sentence(written, words) -> None:
    assert "Wat vervelend" not in written(Acknowledgement(), text=words, subject="Certificaat", messages=())


@pytest.mark.parametrize(
    "words", ["Ik blijf liever anoniem.", "Ik wil niet gebeld worden.", "Please treat this as anonymous."]
)
def test_who_wants_to_stay_unknown_is_promised_no_call(written, words) -> None:
    text = written(Acknowledgement(), text=words)
    assert "persoonlijk contact" not in text
    assert "alleen op dit mailadres" in text


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("kind", TO_CLIENTS)
def test_a_letter_says_the_telephone_number_once_or_says_nothing_of_calling(
    firm, keys, compiled, kind, language
) -> None:
    for phone, times in (("055-1234567", 1), (None, 0)):
        of = firm.but(organisation=firm.organisation.but(phone=phone, signature=None))
        partners = tuple(one.but(phone=None) for one in of.partners)
        writer = Writer(of.but(partners=partners), keys, None, compiled)
        for request, about in samples.of_kind(
            of, kind, [language], lambda f, lang: iter((samples.complaint(f, lang),))
        ):
            text = writer.render(request, about, samples.NOW, nonce=bytes(8)).text
            assert text.count("055-1234567") == times
            calls = ("bel ", "call ", "rufen Sie", "appelez ", "Bel dan", "Appelez ")
            assert times or not [word for word in calls if word in text]


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("kind", TO_CLIENTS)
def test_every_letter_to_clients_exists_in_every_language_and_is_all_in_it(firm, writer, kind, language) -> None:
    found = [request for request, _ in writer.samples() if request.kind == kind and request.language == language]
    assert found, "no template"
    foreign = {
        "nl": "Mit freundlichen|Kind regards|Cordialement",
        "en": "Met vriend",
        "de": "Met vriend",
        "fr": "Met vriend",
    }
    for request in found:
        about = samples.complaint(firm, language) if not request.data.alone else None
        assert not [
            w
            for w in foreign[language].split("|")
            if w in writer.render(request, about, samples.NOW, nonce=bytes(8)).text
        ]


def test_the_outcome_opens_with_what_he_wrote_by_date(written) -> None:
    text = written(Outcome(answer_by=dt.date(2026, 12, 21)))
    opening = text.partition("Wat wij hebben gevonden")[0]
    assert "Op 23 november 2026 schreef u ons over “Training Timemanagement van 12 november”:" in opening
    assert "> Vorige week volgde ik bij u de training" in opening
    assert "Goedemiddag" not in opening, "his greeting is not what he wrote about"
    assert "> Ik ben donderdag de hele dag bereikbaar." in opening


def test_what_others_wrote_in_the_thread_is_not_what_he_wrote(firm, written) -> None:
    about = samples.complaint(firm)
    lawyer = replace(about.messages[1], sender="advocaat@kantoor.example", text="Ik sta haar bij.")
    text = written(Outcome(answer_by=dt.date(2026, 12, 21)), messages=(about.messages[0], lawyer))
    assert "Ik sta haar bij" not in text


def test_an_answer_opens_with_the_last_thing_he_wrote(written) -> None:
    text = written(Message(text="Donderdag om tien uur bel ik u."))
    assert "Vorige week volgde ik" not in text
    assert text.index("> Ik ben donderdag") < text.index("Donderdag om tien uur bel ik u.")


def test_a_link_that_he_wrote_is_not_quoted_back() -> None:
    assert wording.excerpt("Beste mensen,\n\nkijk op https://evil.example/x voor geld") == "kijk op voor geld"


def test_his_closing_words_and_name_are_not_quoted() -> None:
    said = "Dear all,\n\nThe trainer was late.\n\nKind regards,\nJane Whitfield"
    assert wording.excerpt(said) == "The trainer was late."


def test_a_long_text_is_quoted_to_the_end_of_a_word() -> None:
    said = wording.excerpt("De trainer kwam te laat. " * 40)
    assert said.endswith(" …")
    assert len(said) <= 245


def test_the_letters_say_how_long_the_file_is_kept(firm, written) -> None:
    assert "24 maanden nadat zij is afgesloten" in written(Acknowledgement())
    assert "1 maand na vandaag" in written(Withdrawn(), of=firm.but(retention=firm.retention.but(months=1)))


def test_the_outcome_says_what_happens_when_he_does_not_answer(written) -> None:
    assert "Horen wij dan niets van u, dan sluiten wij uw klacht." in written(Outcome(answer_by=dt.date(2026, 12, 21)))


def test_an_apology_says_what_went_wrong_whose_fault_it_is_and_when_he_hears(written) -> None:
    text = written(Apology(contact_by=dt.date(2026, 12, 9)))
    assert "Die belofte hebben wij niet gehouden" in text
    assert "Dat is onze fout." in text
    assert "uiterlijk woensdag 9 december 2026 contact met u op" in text


@pytest.mark.parametrize(
    ("language", "name", "greeted"),
    [
        ("de", "Frau Dr. Müller", "Sehr geehrte Frau Müller,"),
        ("de", "Herr Hans Meier", "Sehr geehrter Herr Meier,"),
        ("de", "Anna Müller", "Guten Tag Anna Müller,"),
        ("de", "Familie Müller", "Guten Tag Familie Müller,"),
        ("de", "", "Sehr geehrte Damen und Herren,"),
        ("de", "Dr. Müller", "Sehr geehrte Damen und Herren,"),
        ("de", "Dr. Anna Müller", "Guten Tag Anna Müller,"),
        ("fr", "Mme Dupont", "Madame,"),
        ("fr", "M. Jean Dupont", "Monsieur,"),
        ("fr", "Anne Dupont", "Bonjour Anne Dupont,"),
        ("fr", "info@dupont.example", "Madame, Monsieur,"),
        ("fr", "Dr. Dupont", "Madame, Monsieur,"),
    ],
)
def test_clients_are_greeted_as_their_language_does(language, name, greeted) -> None:
    assert salutation(name, language) == greeted


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("nl", "dinsdag 1 december 2026"),
        ("en", "Tuesday 1 December 2026"),
        ("de", "Dienstag, 1. Dezember 2026"),
        ("fr", "mardi 1er décembre 2026"),
    ],
)
def test_dates_are_written_as_their_language_does(firm, language, day) -> None:
    assert wording.Calendar(language, firm.organisation.zone).day(dt.date(2026, 12, 1)) == day


def test_after_a_withdrawal_a_letter_lies_ready_and_goes_when_a_member_sends_it() -> None:
    world = World()
    world.receive(mail("De zaal was koud."))
    world.reply(JAN, "ingetrokken: het is opgelost")
    assert not [x for x in world.letters(SANNE) if "intrekt" in x.text], "nothing goes by itself"
    draft = world.last(JAN)
    assert "U liet ons weten dat u uw klacht" in draft.text
    world.press(JAN, "Verstuur", draft)
    assert "Dan pakken wij uw klacht weer op." in world.last(SANNE).text
    assert world.complaint().status == "closed"
    assert [m.kind for m in world.complaint().messages][-1] == "withdrawn"


@pytest.mark.parametrize(
    ("words", "greeted"),
    [
        (
            "Buenos días. El curso fue muy malo y quiero mi dinero. Espero su respuesta.",
            "Dear ",
        ),  # no letters in Spanish
        ("Rabobank NL91", "Dear "),
        ("De zaal was ijskoud en ik wil mijn geld terug.", "Geachte "),
        ("Der Raum war eiskalt, und ich möchte mein Geld zurück. Bitte antworten Sie mir bald.", "Guten Tag"),
    ],
)
def test_who_writes_no_language_that_we_have_gets_the_firms_own(words, greeted):
    world = World(organisation={"name": "RONT", "address": OURS, "domains": ["ront.nl"], "language": "en"})
    world.receive(mail(words, subject="x"))
    assert world.last("sanne@example.nl").text.startswith(greeted)
