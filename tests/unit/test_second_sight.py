"""What comes again, by another road or in another form, and what members send twice: each is dealt with once, and nothing is lost."""

import pytest

from tests.letters_read import answer
from tests.world import CLIENT, ELS, JAN, OURS, PIET, World, mail

MACHINE = [
    {"List-Id": "<iedereen.ront.nl>"},
    {"X-Spam-Flag": "YES"},
    {"Auto-Submitted": "auto-generated"},
    {"Precedence": "bulk"},
]


@pytest.mark.parametrize("marks", MACHINE, ids=lambda marks: next(iter(marks)))
def test_a_copy_with_a_machines_mark_does_not_make_the_plain_mail_a_duplicate(marks):
    world = World()
    plain = mail("De trainer was te laat.", message_id="een@example.nl", Date="Mon, 23 Nov 2026 08:00:00 +0100")
    marked = "".join(f"{name}: {value}\r\n" for name, value in marks.items()).encode() + plain
    world.receive(marked)
    assert list(world.store.everything()) == []
    assert world.receive(plain).counts["new"] == 1
    assert world.complaint().acknowledged_at is not None
    assert world.receive(plain.replace(b"Subject", b"X-Other-Road: 1\r\nSubject")).counts["duplicates"] == 1
    assert world.receive(marked.replace(b"Subject", b"X-Other-Road: 2\r\nSubject")).counts["duplicates"] == 1


@pytest.mark.parametrize("marks", MACHINE, ids=lambda marks: next(iter(marks)))
def test_what_became_a_complaint_is_not_listed_as_set_aside_any_more(marks):
    world = World()
    plain = mail("De trainer was te laat.", message_id="een@example.nl", Date="Mon, 23 Nov 2026 08:00:00 +0100")
    world.receive("".join(f"{name}: {value}\r\n" for name, value in marks.items()).encode() + plain, plain)
    assert world.store.state.set_aside == ()


def test_an_employees_second_mail_within_the_hour_is_answered_and_recorded():
    world = World()
    world.receive(mail("Wie weet hier meer van?", sender=PIET, subject="Vraag"))
    world.receive(mail("Kees Smit belde: de zaal was koud.", sender=PIET, subject="Klacht van deelnemer"))
    assert world.complaint().channel == "oral"
    assert len(world.letters(PIET)) >= 2


def test_the_same_mail_of_a_member_again_within_the_hour_is_not_answered():
    world = World()
    for number in range(3):
        world.receive(mail("Ik ben er niet.", sender=PIET, subject=f"Re: vraag {number}"))
    assert len(world.letters(PIET)) == 1


def test_a_flood_in_a_members_name_gets_few_answers():
    world = World()
    world.receive(
        *(mail(f"vraag {chr(97 + n % 26)}{chr(97 + n // 26)}", sender=PIET, subject="Vraag") for n in range(40))
    )
    assert len(world.letters(PIET)) == 10


@pytest.mark.parametrize(
    "written", ["K2026-0001", "K2026 0001", "K2026–0001", "K-2026-0001", "2026-0001", "k 2026 1", "klacht K2026/0001."]
)
@pytest.mark.parametrize("place", ["subject", "text"])
def test_our_number_as_people_write_it(written, place):
    world = World()
    world.receive(mail("De trainer was te laat."))
    said = (
        {"subject": written, "text": "Hoe staat het ermee?"}
        if place == "subject"
        else {"subject": "Vraag", "text": f"Over {written}: hoe staat het?"}
    )
    assert world.receive(mail(said["text"], subject=said["subject"])).counts["follow_up"] == 1


@pytest.mark.parametrize(
    "text", ["factuur 2026-0001-B", "bel 06-2026-0001", "op 2026-0001.5", "K2026-0001x", "klok 2026 0001"]
)
def test_what_is_no_number_of_ours(text):
    world = World()
    world.receive(mail("De trainer was te laat."))
    assert world.receive(mail("Iets anders.", subject=text)).counts["new"] == 1


def test_the_merge_button_names_the_complaint_that_the_mail_names():
    world = World()
    world.receive(mail("De trainer was te laat."), mail("Te koud.", sender="kees@example.org", subject="Zaal"))
    world.receive(mail("Ik hoor bij K2026 0001.", sender="kees@example.org", subject="Groep"))
    (label,) = [each for each in world.last(JAN).buttons if "Samenvoegen" in each]
    assert label.endswith("K2026-0001")


def test_a_letter_that_a_person_wrote_from_the_mailbox_is_in_the_dossier():
    world = World()
    world.receive(mail("De trainer was te laat."))
    by_hand = mail(
        "Beste Sanne, wij bellen u morgen.", sender=f"RONT <{OURS}>", to=CLIENT, Cc=OURS, message_id="outlook.1@ront.nl"
    )
    assert world.receive(by_hand).counts["correspondence"] == 1
    assert "wij bellen u morgen" in world.complaint().messages[-1].text


def test_signed_commands_without_effect_are_told_in_the_morning_and_by_status():
    from klachtmail.service.watch.health import health

    world = World()
    world.receive(mail("De trainer was te laat."))
    raw = answer(world.last(ELS), ELS, "ik pak het op").replace(
        b"To: klachten@ront.nl", b"To: sanne@example.nl\r\nCc: klachten@ront.nl"
    )
    world.receive(raw)
    assert world.complaint().handler is None
    assert any(
        "1 signed mail of members had no effect" in why for why in health(world.store, world.firm, {}, world.now).why
    )
    world.later(days=1)
    world.news()
    world.sweep()
    told = next(letter for letter in world.news() if letter.to == ELS)
    assert "Een mail van jou deed niets" in told.text
    assert "K2026-0001" in told.text
    world.later(days=1)
    world.sweep()
    assert all("deed niets" not in letter.text for letter in world.news() if letter.to == ELS)


def test_what_is_set_aside_shows_its_first_line_in_the_morning():
    world = World()
    world.receive(mail("De cursus was niks.\nDag", headers={"Precedence": "bulk"}, subject="Nieuws"))
    world.later(days=1)
    world.sweep()
    assert any("“De cursus was niks.”" in letter.text for letter in world.news())


PEOPLE = {
    "out of office": (
        {"subject": "Out of office"},
        "Al drie weken krijg ik dit van jullie. Niemand doet iets. Ik wil weten waar mijn certificaat blijft.",
    ),
    "on holiday": (
        {"subject": "Re: uw klacht", "In_Reply_To": "<onbekend@example.nl>"},
        "Ik ben met vakantie, maar wil dit nog kwijt.\nDe training was ons geld niet waard en niemand had het programma.",
    ),
    "newsletter": (
        {"subject": "Training", "sender": "Firma <nieuwsbrief@firma.example>"},
        "Vorige week volgden wij een training bij u. De trainer wist niets van ons vak en dat was niet wat wij wilden.",
    ),
    "a wish within a notice": (
        {"subject": "Ik ben met vakantie"},
        "Ik ben met vakantie maar wil toch klagen over de training van vorige week: de trainer kwam niet.",
    ),
    "newsletter's words": (
        {"subject": "Nieuwsbrief", "sender": "Bond <nieuwsbrief@bond.example>"},
        "Wij zijn ontevreden over uw training van dinsdag. De zaal was koud.",
    ),
}
MACHINES = {
    "away, and where to complain": (
        {"subject": "Afwezig"},
        "Ik ben afwezig tot maandag. Voor klachten kunt u ons mailen: service@example.nl.",
    ),
    "away": (
        {"subject": "Re: klacht", "In_Reply_To": "<x@example.nl>"},
        "Ik ben met vakantie tot 7 december. Voor dringende zaken kunt u mailen met een collega.",
    ),
    "newsletter": (
        {
            "subject": "Nieuwsbrief",
            "sender": "nieuwsbrief@firma.example",
            "List_Unsubscribe": "<https://firma.example/u>",
        },
        "Wij hebben weer veel nieuws. Wij waren deze maand niet te stoppen.",
    ),
    "out of office": ({"subject": "Out of office"}, "Ik ben afwezig tot maandag. Ik lees mijn mail niet."),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_a_text_of_sentences_without_a_machines_header_is_a_persons(name):
    fields, text = PEOPLE[name]
    assert World().receive(mail(text, **fields)).counts["new"] == 1


@pytest.mark.parametrize("name", MACHINES)
def test_a_notice_of_a_machine_stays_one(name):
    fields, text = MACHINES[name]
    assert World().receive(mail(text, **fields)).counts["automatic"] == 1


def test_a_reply_to_elsewhere_is_shown_and_is_the_same_person_in_the_thread():
    world = World()
    world.receive(mail("De trainer was te laat.", Reply_To="Sanne <thuis@example.org>"))
    assert world.letters("sanne@example.nl"), "automatic letters go to From"
    assert world.letters("thuis@example.org") == []
    assert "thuis@example.org" in world.last(JAN).text
    letter = world.last("sanne@example.nl")
    assert world.receive(answer(letter, "thuis@example.org", "En nu?")).counts["follow_up"] == 1
    assert world.receive(mail("En?", sender="thuis@example.org", subject="K2026-0001")).counts["follow_up"] == 1


def test_whoever_is_forgotten_leaves_no_reply_to():
    from klachtmail.domain.privacy.erasure import without

    world = World()
    world.receive(mail("De trainer was te laat.", Reply_To="thuis@example.org"))
    for address in ("sanne@example.nl", "thuis@example.org"):
        assert without(world.complaint(), address, world.now).complainant.reply_to is None
