"""What clients ask for in their own words is a button for whoever handles it; who they are is read from how they sign."""

import pytest

from tests.world import ELS, JAN, World, mail

CLIENT = "sanne@example.nl"


def received(text, subject="Training", **fields):
    world = World()
    world.receive(mail(text, subject=subject, message_id="eerste@example.nl", **fields))
    return world


def written_again(world, text):
    world.receive(mail(text, In_Reply_To="<eerste@example.nl>", message_id="tweede@example.nl"))
    return world.last(JAN)


WITHDRAWALS = [
    "Hierbij trek ik mijn klacht in.",
    "Ik wil mijn klacht graag intrekken.",
    "Laat maar zitten.",
    "Mijn klacht kan vervallen.",
    "I would like to withdraw my complaint.",
    "Ich ziehe meine Beschwerde zurück.",
]


@pytest.mark.parametrize("text", WITHDRAWALS)
def test_who_withdraws_gives_the_handler_a_button_and_nothing_happens_by_itself(text):
    world = received("De trainer kwam te laat.")
    letter = written_again(world, text)
    assert world.complaint().status == "new"
    assert "Ingetrokken" in letter.buttons
    world.press(JAN, "Ingetrokken", letter)
    assert world.complaint().status == "closed"


@pytest.mark.parametrize(
    "text",
    [
        "Ik trek mijn klacht niet in.",
        "Als u betaalt, trek ik mijn klacht in.",
        "Kan ik mijn klacht nog intrekken?",
        "De trainer trok zich in.",
    ],
)
def test_who_does_not_withdraw_gives_no_such_button(text):
    letter = written_again(received("De trainer kwam te laat."), text)
    assert "Ingetrokken" not in letter.buttons


def test_what_was_solved_by_itself_can_be_closed_so():
    letter = written_again(received("De factuur klopt niet."), "Het is inmiddels opgelost, dank u.")
    assert "Ingetrokken: opgelost" in letter.buttons
    assert not [
        label for label in written_again(received("Fout."), "Het is nog niet opgelost.").buttons if "opgelost" in label
    ]


def test_a_wish_in_running_text_is_offered_and_noted_with_one_press():
    world = received("De zaal was koud. Ik wil graag mijn geld terug voor deze dag.")
    assert world.complaint().requested_remedy is None
    world.press(JAN, "Wens noteren")
    assert "mijn geld terug" in world.complaint().requested_remedy


def test_who_goes_to_the_committee_after_the_outcome_is_an_appeal_with_one_press():
    world = received("De zaal was koud.")
    for line in ("ik pak het op", "uitkomst: De verwarming was stuk.", "verstuur"):
        world.reply(JAN, line)
    letter = written_again(world, "Ik stap naar de geschillencommissie.")
    world.press(JAN, "Naar de geschillencommissie", letter)
    assert world.complaint().appeal is not None


def test_who_speaks_of_the_committee_before_the_outcome_may_be_serious():
    letter = written_again(received("De zaal was koud."), "Anders ga ik naar de geschillencommissie.")
    assert "Ingrijpend" in letter.buttons
    assert "Naar de geschillencommissie" not in letter.buttons


def test_a_first_mail_of_a_lawyer_offers_that_he_acts_for_his_client():
    world = received(
        "Namens mijn cliënt, de heer Vos, maak ik bezwaar.\n\nmr. T. Recht",
        sender="mr. T. Recht <recht@kantoor.example>",
    )
    world.press(JAN, "Treedt op namens de klager")
    (party,) = world.complaint().parties
    assert (party.role, party.address) == ("representative", "recht@kantoor.example")


def test_a_number_in_a_later_mail_is_dialled_and_not_put_on_record():
    world = received("De zaal was koud.")
    letter = written_again(world, "U kunt mij bellen op 06 – 51 23 44 77.")
    assert 'href="tel:0651234477"' in letter.html
    assert world.complaint().complainant.phone is None


def test_who_wants_to_stay_unknown_is_said_above_the_complaint():
    world = received("De trainer dronk. Ik wil graag anoniem blijven.")
    assert "vraagt om vertrouwelijkheid: “Ik wil graag anoniem blijven.”" in " ".join(world.last(ELS).text.split())
    assert "vertrouwelijkheid" not in received("Koud.\n\nDit bericht is vertrouwelijk.").last(ELS).text


SIGNED = {
    "info": ("De zaal was koud.\n\nMet vriendelijke groet,\nW. ter Horst\nOffice manager", "W. ter Horst"),
    "": ("De zaal was koud.\n\nHoogachtend, mevr. T. Mol-van Dam", "mevrouw Mol-van Dam"),
    "Bakkerij Vos B.V.": ("De zaal was koud.\n\nGroet,\n\nKees Vos\nBakkerij Vos", "Kees Vos"),
    "boer88": ("De zaal was koud.\n\nSanne de Boer", "Sanne de Boer"),
    "afd. P&O": ("De zaal was koud.\n\nMvg", "heer of mevrouw"),
    "Sanne": ("De zaal was koud.\n\nGroet, Iemand Anders", "Sanne"),
    "Team HR": ("De zaal was koud.\n\nGroet,\nKlik hier: www.x.example", "heer of mevrouw"),
}


@pytest.mark.parametrize("name", SIGNED)
def test_who_signed_is_greeted_where_the_senders_field_names_nobody(name):
    text, greeted = SIGNED[name]
    world = received(text, sender=f'"{name}" <post@example.org>' if name else "post@example.org")
    assert f"Geachte {greeted}," in world.last("post@example.org").text


def test_the_firm_of_who_signed_is_kept_beside_his_name():
    world = received(SIGNED["Bakkerij Vos B.V."][0], sender='"Bakkerij Vos B.V." <post@example.org>')
    assert world.complaint().complainant.organisation == "Bakkerij Vos B.V."


ENGLISH = [
    ("Complaint", "Cold room."),
    ("never mind", "never mind"),
    ("Question", "Where is my refund?"),
    ("x", "Please call me back.\n\nVerstuurd vanaf mijn iPhone"),
    ("Refund", "Lousy course, rude teacher.\n\nDit bericht is vertrouwelijk en alleen bestemd voor de geadresseerde."),
]
DUTCH = [
    ("Klacht", "Brr."),
    ("help", "help"),
    ("Training", "De training Train the Trainer was slecht."),
    ("x", "Graag contact.\n\nSent from my iPhone"),
    ("Beschwerde", "Leider schlecht."),
    ("Müllerstraße 12", "Training war slecht, Herr Müller."),
    ("x", "Geld terug.\n\nThis e-mail and its attachments are confidential and are for the addressee only."),
    ("Şikayet", "Öğretmen gelmedi."),
]
GERMAN = [("Beschwerde", "Die Schulung war leider sehr schlecht.")]
FRENCH = [("Plainte", "Je ne suis pas content de la formation.")]


@pytest.mark.parametrize(("language", "mails"), [("en", ENGLISH), ("nl", DUTCH), ("de", GERMAN), ("fr", FRENCH)])
def test_the_letter_is_in_the_language_of_however_short_a_mail(language, mails):
    for subject, text in mails:
        assert received(text, subject).last(CLIENT).message["Content-Language"] == language, text


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Afwezig!", "Jullie trainer was weer afwezig. Dit is de vierde keer en ik ben het zat."),
        ("Vakantie", "Ik heb voor niets een vrije dag genomen, want er was geen les."),
        (
            "Automatisch antwoord",
            "Ik krijg alleen maar een automatisch antwoord van jullie. Ik wil iemand spreken over mijn klacht.",
        ),
    ],
)
def test_who_complains_of_absence_is_no_robot_and_gets_his_acknowledgement(subject, text):
    assert received(text, subject).letters(CLIENT)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Afwezig", "Ik ben afwezig tot maandag. Bij spoed kunt u bellen met mijn collega."),
        ("Automatisch antwoord: Training", "Bedankt voor uw mail. Ik ben er maandag weer."),
        ("Out of office", "I am out of the office until Monday. Your e-mail will not be read."),
    ],
)
def test_a_robot_without_headers_still_gets_no_letter(subject, text):
    assert not received(text, subject).letters(CLIENT)
