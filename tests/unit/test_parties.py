"""Several people complain about one thing: each hears for himself, and nobody learns of another."""

import datetime as dt
import itertools
from dataclasses import replace

import pytest

from klachtmail.domain.records.contract import complaint_json
from klachtmail.domain.records.lifecycle import advance
from klachtmail.domain.records.port import Changes
from klachtmail.service.privacy.person import forget_person
from klachtmail.service.work.person import find
from tests.letters_read import answer, press
from tests.several import says, three
from tests.world import JAN, World, mail

MAILS = itertools.count()

PEOPLE = {
    "sanne@example.nl": ("Sanne de Boer", "K2026-0001"),
    "kees@example.nl": ("Kees Klant", "K2026-0002"),
    "fatma@example.nl": ("Fatma Yilmaz", "K2026-0003"),
    "ton@example.nl": ("Ton Visser", "K2026-0004"),
}
FOUND = "oorzaak: planning\nstructureel: nee\noordeel: gegrond\nvoorstel: U krijgt een nieuwe dag."


@pytest.fixture
def world():
    """Four people complained about one course, on four days; Jan has it."""
    begun = World()
    for address, (name, number) in PEOPLE.items():
        text = f"Ik ben {name} en de zaal was koud."
        begun.receive(mail(text, sender=f"{name} <{address}>", message_id=f"eerste-{number}@example.nl"))
        begun.later(days=1)
    routing(begun)
    begun.receive(answer(routing(begun), JAN, "ik"))
    return begun


def routing(world, number="K2026-0001", member=JAN):
    return next(x for x in world.letters(member) if f"{number}]" in x.subject)


def say(world, text, member=JAN):
    """Have a member answer the mail that brought the complaint: one line, one mail."""
    letter = routing(world, member=member)
    for line in text.splitlines():
        world.receive(answer(letter, member, line, subject=f"Re: {letter.subject} ({next(MAILS)})"))


@pytest.fixture
def joined(world):
    say(world, "groep 2 t/m 4 zeker")
    world.news()
    return world


def drafted(world):
    return next(x for x in reversed(world.letters(JAN)) if x.subject.startswith("Concept"))


def send(world, text):
    say(world, text)
    world.news()
    world.receive(answer(drafted(world), JAN, "verstuur"))
    return {x.to: x for x in world.news() if x.to in PEOPLE}


def test_group_asks_once_with_the_list_and_a_button(world):
    say(world, "groep K2026-0002 K2026-0003")
    assert world.complaint("K2026-0002").status == "new"
    transcript = world.last(JAN)
    assert "Kees Klant" in transcript.text
    world.press(JAN, "Ja, samen behandelen", transcript)
    assert world.complaint("K2026-0002").merged_into == world.complaint("K2026-0003").merged_into == "K2026-0001"
    numbers = [party.number for party in world.complaint().parties]
    assert numbers == ["K2026-0002", "K2026-0003"]


def test_the_outcome_goes_to_each_as_a_letter_of_his_own(joined):
    sent = send(joined, f"uitkomst: De verwarming was stuk.\n{FOUND}")
    assert set(sent) == set(PEOPLE)
    for address, letter in sent.items():
        name, number = PEOPLE[address]
        assert letter.subject.endswith(f"[{number}]")
        assert f"Geachte {name}" in letter.text
        assert "De verwarming was stuk." in letter.text
        assert letter.message["In-Reply-To"] is not None
        assert letter.message["References"].split()[0] == f"<eerste-{number}@example.nl>"
        assert_nobody_else(letter)
    assert joined.complaint().answered_at
    assert all(party.told_at for party in joined.complaint().parties)


def assert_nobody_else(letter):
    raw = letter.message.as_string() + letter.text + letter.html
    for address, (name, number) in PEOPLE.items():
        if address != letter.to:
            assert address not in raw
            assert name not in raw
            assert number not in raw
            assert number.replace("-", "") not in raw


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("uitstel 1 februari: wij wachten op de zaal", "wij wachten op de zaal"),
        ("antwoord aan allen: Wij bellen u morgen.", "Wij bellen u morgen."),
    ],
)
def test_other_letters_go_to_each_too(joined, text, words):
    sent = send(joined, text)
    assert set(sent) == set(PEOPLE)
    for letter in sent.values():
        assert words in letter.text
        assert_nobody_else(letter)


def test_each_keeps_the_day_that_was_promised_to_him(joined):
    sent = send(joined, "uitstel 1 februari: wij wachten op de zaal")
    assert "7 december 2026" in sent["sanne@example.nl"].text
    assert "10 december 2026" in sent["ton@example.nl"].text


def test_the_apology_goes_to_each_whose_day_has_passed(joined):
    joined.now = joined.now.replace(month=12, day=15, hour=9)
    joined.sweep()
    joined.receive(answer(joined.last(JAN), JAN, "K2026-0001 verstuur"))
    joined.news()
    joined.receive(answer(drafted(joined), JAN, "verstuur"))
    sent = [x for x in joined.news() if x.to in PEOPLE]
    assert {x.to for x in sent} == set(PEOPLE)
    for letter in sent:
        assert_nobody_else(letter)


@pytest.mark.parametrize(("day", "late"), [(8, {"sanne@example.nl"}), (9, {"sanne@example.nl", "kees@example.nl"})])
def test_the_apology_goes_to_nobody_whose_own_day_is_still_to_come(day, late):
    world = three(days=1)
    says(world, "groep 2 3 zeker")
    world.now = world.now.replace(month=12, day=day, hour=9)
    world.sweep()
    shown = says(world, "verstuur")
    says(world, "verstuur", below=shown)
    assert {x.to for x in world.news() if not x.to.endswith("@ront.nl")} == late


def test_an_answer_below_somebodys_mail_goes_to_him(joined):
    theirs = joined.last("kees@example.nl")
    joined.receive(answer(theirs, "Kees Klant <kees@example.nl>", "Is er al nieuws?"))
    assert joined.complaint().messages[-1].kind == "follow_up"
    told = next(x for x in reversed(joined.letters(JAN)) if "schrijft opnieuw" in x.subject)
    joined.receive(answer(told, JAN, "antwoord: Wij wachten nog op de zaal, Kees."))
    joined.news()
    joined.receive(answer(drafted(joined), JAN, "verstuur"))
    (letter,) = [x for x in joined.news() if x.to in PEOPLE]
    assert letter.to == "kees@example.nl"
    assert letter.subject.endswith("[K2026-0002]")
    assert_nobody_else(letter)
    assert joined.complaint().parties[0].waiting_since is None


def test_the_button_below_his_mail_answers_him_too(joined):
    joined.receive(answer(joined.last("kees@example.nl"), "kees@example.nl", "Is er al nieuws?"))
    told = next(x for x in reversed(joined.letters(JAN)) if "schrijft opnieuw" in x.subject)
    assert told.buttons["Antwoorden"][2].startswith("K2026-0002 antwoord:")


def test_an_answer_below_a_strangers_mail_goes_to_the_stranger(world):
    theirs = world.last("sanne@example.nl")
    world.receive(answer(theirs, "Adviseur <advies@example.com>", "Ik kijk mee."))
    told = next(x for x in reversed(world.letters(JAN)) if "schrijft over de klacht" in x.subject)
    assert told.buttons["Antwoorden"][2].startswith("antwoord aan advies@example.com:")
    world.receive(answer(told, JAN, "antwoord: Wij horen graag of u voor haar spreekt."))
    world.news()
    world.receive(answer(drafted(world), JAN, "verstuur"))
    letter = next(x for x in world.news() if "of u voor haar spreekt" in x.text and x.to != JAN)
    assert letter.to == "advies@example.com"
    assert "sanne" not in letter.message.as_string().lower()
    pressed = told.buttons["Antwoorden"][2] + "Dank u."
    world.receive(answer(told, JAN, pressed))
    assert world.complaint().draft.to == "advies@example.com"


def test_closing_waits_for_everybody(joined):
    say(joined, f"{FOUND}\nuitkomst gemeld: excuses\nsluit")
    assert joined.complaint().status == "answered"
    text = joined.last(JAN).text
    for name in ("Kees Klant", "Fatma Yilmaz", "Ton Visser"):
        assert name in text
    say(joined, "K2026-0002 uitkomst gemeld\nK2026-0003 uitkomst gemeld")
    say(joined, "uitkomst gemeld aan allen\nsluit")
    assert joined.complaint().status == "closed"


def test_reminders_know_who_was_not_told(joined):
    say(joined, f"{FOUND}\nuitkomst gemeld: excuses")
    joined.now = joined.now.replace(month=12, day=15, hour=9)
    joined.sweep()
    assert "Kees Klant (K2026-0002)" in joined.last(JAN).text


def test_who_has_no_mail_gets_his_letter_by_post(joined):
    joined.reply(JAN, "K2026-0003 klager: Fatma Yilmaz, Dorpsstraat 1, Apeldoorn", to=routing(joined))
    assert joined.complaint().parties[1].postal


def test_the_published_form_has_all_by_which_the_complainant_is_reached(joined):
    bare = {"name": "Sanne de Boer", "phone": None, "organisation": None}
    assert complaint_json(joined.complaint())["complainant"] == bare | {"address": "sanne@example.nl", "postal": None}
    joined.reply(JAN, "K2026-0001 klager: Sanne de Boer, Dorpsstraat 1, Apeldoorn", to=routing(joined))
    reached = complaint_json(joined.complaint())["complainant"]
    assert reached["postal"] == "Dorpsstraat 1\nApeldoorn"
    assert set(reached) == {*bare, "address", "postal"}


def test_each_printed_letter_is_posted_for_itself(joined):
    for number in ("K2026-0002", "K2026-0003"):
        joined.reply(JAN, f"{number} klager: Iemand {number[-1]}, Dorpsstraat 1, Apeldoorn", to=routing(joined))
        store_without_address(joined, number)
    send(joined, f"{FOUND}\nuitkomst: De verwarming was stuk.")
    by_post = "Let op: Geen e-mail: Kees Klant, Fatma Yilmaz. Na “verstuur” krijg je die brief om te printen."
    assert {x for letter in joined.letters(JAN) for x in letter.text.splitlines() if "e-mail:" in x} == {by_post}
    say(joined, "gepost")
    assert "Wiens brief is gepost?" in joined.last(JAN).text
    printed = [x for x in joined.letters(JAN) if x.subject.startswith("Om te printen")]
    joined.receive(press(printed[-1], "Gepost", JAN))
    first, second = (p.told_at is not None for p in joined.complaint().parties[:2])
    assert (first, second) in {(True, False), (False, True)}
    assert "Nog te posten: " in joined.last(JAN).text
    say(joined, "gepost aan allen")
    assert all(p.told_at for p in joined.complaint().parties)
    assert joined.complaint().draft is None


def store_without_address(world, number):
    """Leave a complainant without mail, as one who was only spoken to."""
    changes = Changes()
    complaint = world.complaint()
    parties = tuple(replace(p, address=None) if p.number == number else p for p in complaint.parties)
    after = advance(replace(complaint, parties=parties), "complainant", world.now, JAN)
    changes.complaints[complaint.number] = after
    world.store.commit(changes)


def test_one_of_several_withdraws_and_the_others_still_hear(joined):
    say(joined, "ingetrokken: opgelost aan de telefoon")
    assert joined.complaint().status == "assigned"
    assert "Wie trekt de klacht in?" in joined.last(JAN).text
    joined.news()
    joined.press(JAN, "Kees Klant trekt in")
    (gone,) = (x for x in joined.news() if x.to == "kees@example.nl")
    assert "intrekt" in gone.text
    assert "K2026-0002" in gone.subject
    told = send(joined, f"{FOUND}\nuitkomst: De verwarming was stuk.")
    assert set(told) == {*PEOPLE} - {"kees@example.nl"}
    say(joined, "sluit")
    assert joined.complaint().status == "closed"
    joined.receive(answer(drafted(joined), JAN, "verstuur"))
    assert {x.to for x in joined.news() if x.to in PEOPLE} == {*PEOPLE} - {"kees@example.nl"}


def test_who_complained_first_withdraws_and_the_complaint_goes_on_for_the_others(joined):
    say(joined, "K2026-0001 ingetrokken: het was een misverstand")
    assert joined.complaint().status == "assigned"
    told = send(joined, f"{FOUND}\nuitkomst: De verwarming was stuk.")
    assert set(told) == {*PEOPLE} - {"sanne@example.nl"}
    assert joined.complaint().status == "answered"
    say(joined, "K2026-0001 heropen\nsluit")
    assert joined.complaint().status == "assigned"
    assert "de uitkomst vertellen aan de klager" in joined.last(JAN).text


def test_the_last_who_withdraws_closes_it(joined):
    for number in ("K2026-0001", "K2026-0002", "K2026-0003", "K2026-0004"):
        assert joined.complaint().is_open
        say(joined, f"{number} ingetrokken: opgelost")
    assert joined.complaint().withdrawn == "opgelost"
    assert joined.complaint().status == "closed"


def test_each_gets_a_closing_letter_of_his_own_with_what_was_promised_to_him(joined):
    send(joined, f"{FOUND}\nuitkomst: De verwarming was stuk.")
    say(joined, "K2026-0003 toezegging: 450 euro terug door piet voor 1 februari")
    joined.news()
    say(joined, "sluit")
    assert joined.complaint().status == "closed"
    assert not [x for x in joined.news() if x.to in PEOPLE]
    joined.receive(answer(drafted(joined), JAN, "verstuur"))
    closed = {x.to: x for x in joined.news() if x.to in PEOPLE}
    assert set(closed) == set(PEOPLE)
    for address, letter in closed.items():
        assert letter.subject.startswith("Wij hebben uw klacht gesloten")
        raw = letter.message.as_string() + letter.text
        for other, (name, number) in PEOPLE.items():
            assert (number in raw) == (name in raw) == (other == address), (address, other)
        assert ("1 februari 2027" in letter.text) == (address == "fatma@example.nl")
        assert "450" not in letter.text
        assert letter.message["Auto-Submitted"] == "auto-replied"


def test_what_is_judged_no_complaint_is_told_to_each(joined):
    say(joined, "geen klacht: vraag, zij wilden weten waar de zaal was")
    joined.news()
    joined.receive(answer(drafted(joined), JAN, "verstuur"))
    told = {x.to: x for x in joined.news() if x.to in PEOPLE}
    assert set(told) == set(PEOPLE)
    for letter in told.values():
        assert "niet als klacht" in letter.text
        assert_nobody_else(letter)


@pytest.mark.parametrize("member_does", ["groep 2 3 zeker", "samenvoegen"])
def test_who_waits_for_his_acknowledgement_when_he_is_merged_still_gets_it(member_does):
    world = World(limits={"per_address_hour": None, "per_address_day": None, "outsiders_hour": 1, "routing_hour": None})
    for address, (name, number) in [*PEOPLE.items()][:3]:
        world.receive(mail("Koud.", sender=f"{name} <{address}>", message_id=f"eerste-{number}@example.nl"))
    assert not world.letters("kees@example.nl")
    if member_does == "samenvoegen":
        for number in ("K2026-0002", "K2026-0003"):
            world.receive(answer(routing(world, number), JAN, "samenvoegen K2026-0001 zeker"))
    else:
        world.receive(answer(routing(world), JAN, member_does))
    for _ in range(3):
        world.later(hours=2)
        world.poll()
    for address, (_, number) in [*PEOPLE.items()][1:3]:
        (letter,) = world.letters(address)
        assert number in letter.subject
        assert "K2026-0001" not in letter.message.as_string() + letter.text
    assert all(p.acknowledged_at for p in world.complaint().parties)


SLOW = {"per_address_hour": None, "per_address_day": None, "outsiders_hour": 1, "routing_hour": None}
KEES = "Kees Klant <kees@example.nl>"


def kees_waits(*subjects):
    """Return a world in which Sanne was acknowledged, and Kees's acknowledgements (from K2026-0002 on) are held."""
    world = World(limits=SLOW)
    world.receive(mail("Koud.", message_id="eerste@example.nl"))
    for subject in subjects:
        world.receive(mail(f"{subject} is niet goed.", sender=KEES, subject=subject))
    assert not world.letters("kees@example.nl")
    return world


def hours_pass(world):
    for _ in range(3):
        world.later(hours=2)
        world.poll()
    return world.letters("kees@example.nl")


def test_who_waits_in_two_complaints_of_which_one_was_merged_hears_his_own_numbers_only():
    world = kees_waits("Factuur", "Zaal")
    first = world.complaint().acknowledged_at
    world.receive(answer(routing(world, "K2026-0003"), JAN, "samenvoegen K2026-0001 zeker"))
    (letter,) = hours_pass(world)
    assert "K2026-0002" in letter.text
    assert "K2026-0003" in letter.text
    assert "K2026-0001" not in letter.message.as_string() + letter.text
    assert world.complaint().acknowledged_at == first
    assert world.complaint().parties[0].acknowledged_at
    assert world.complaint("K2026-0002").acknowledged_at


def test_confirming_to_a_co_complainant_is_not_put_down_with_who_complained_first():
    world = World(procedure={"acknowledge": "on_request"})
    world.receive(mail("Koud.", message_id="eerste@example.nl"), mail("Koud.", sender=KEES))
    world.receive(answer(routing(world), JAN, "groep 2 zeker"))
    world.receive(answer(routing(world), JAN, "K2026-0002 bevestig"))
    assert world.complaint().acknowledged_at is None
    assert world.complaint().parties[0].acknowledged_at
    assert len(world.letters("kees@example.nl")) == 1


def test_what_waits_is_not_lost_with_another_complaint_of_the_same_person_that_was_none():
    world = kees_waits("Factuur", "Zaal")
    world.later(minutes=5)
    world.poll()
    world.receive(answer(routing(world, "K2026-0002"), JAN, "geen klacht: vraag, over de factuur"))
    (letter,) = hours_pass(world)
    assert "[K2026-0003]" in letter.subject
    assert "K2026-0002" not in letter.text, "what is open is said of the day on which it goes"


@pytest.mark.parametrize("line", ["klacht", "heropen", "ongedaan"])
def test_what_lapsed_when_it_was_judged_no_complaint_goes_when_it_is_one_after_all(line):
    world = kees_waits("Factuur")
    world.receive(answer(routing(world, "K2026-0002"), JAN, "geen klacht: vraag, over de factuur"))
    assert hours_pass(world) == []
    world.receive(answer(routing(world, "K2026-0002"), JAN, line))
    (letter,) = hours_pass(world)
    assert "[K2026-0002]" in letter.subject
    assert world.complaint("K2026-0002").acknowledged_at


def test_what_waits_follows_who_complained_to_the_address_that_is_put_right():
    world = kees_waits("Factuur")
    world.receive(answer(routing(world, "K2026-0002"), JAN, "klager: Kees Klant <kees@thuis.example>"))
    assert hours_pass(world) == []
    (letter,) = world.letters("kees@thuis.example")
    assert "[K2026-0002]" in letter.subject


def test_a_new_mail_of_a_co_complainant_names_his_own_number(joined):
    joined.news()
    joined.receive(mail("En nog iets anders.", sender="Kees Klant <kees@example.nl>", subject="Koffie"))
    letter = next(x for x in joined.news() if x.to == "kees@example.nl")
    assert "K2026-0002" in letter.text
    assert "K2026-0001" not in letter.text


def test_one_person_who_wrote_twice_is_one_complainant(world):
    world.receive(mail("Nog een keer.", sender="Sanne <sanne@example.nl>", message_id="tweede@example.nl"))
    say(world, "groep 5 zeker")
    assert world.complaint().parties == ()
    assert dt.timedelta(0) < world.now - world.complaint().received_at


def test_who_is_forgotten_leaves_the_others(joined):
    send(joined, f"uitkomst: De verwarming was stuk.\n{FOUND}")
    say(joined, "sluit")
    assert joined.complaint().status == "closed"
    person = find(joined.store, "sanne@example.nl")
    (own,) = person.complaints()
    assert "kees" not in str(complaint_json(own)).lower()
    assert forget_person(joined.office, "sanne@example.nl").reasons == []
    left = joined.complaint()
    assert "sanne" not in str(left).lower()
    assert [party.name for party in left.parties] == ["Kees Klant", "Fatma Yilmaz", "Ton Visser"]
    assert forget_person(joined.office, "kees@example.nl").reasons == []
    assert "kees" not in str([*joined.store.everything()]).lower()
    assert joined.complaint().parties[0].told_at
    (ton,) = (c for c in find(joined.store, "ton@example.nl").complaints() if c.outcome)
    assert (ton.number, ton.outcome, ton.complainant.name) == ("K2026-0004", "De verwarming was stuk.", "Ton Visser")


def crowd(world, count):
    for each in range(count):
        world.receive(
            mail("De zaal was koud.", sender=f"Klager {each} <k{each}@example.nl>", subject="Re: Omgevingswet")
        )
        world.later(minutes=10)


def test_the_third_about_one_thing_in_a_week_offers_to_group_them():
    world = World()
    crowd(world, 2)
    assert not any("Groep" in label for x in world.letters(JAN) for label in x.buttons)
    world.later(days=6)
    crowd_of_one = mail("Mijn stoel was koud.", sender="Ton <ton@example.nl>", subject="cursus omgevingswet")
    world.receive(crowd_of_one)
    world.press(JAN, "Groep: alle 3 samen")
    world.press(JAN, "Ja, samen behandelen")
    assert [p.number for p in world.complaint("K2026-0003").parties] == ["K2026-0001", "K2026-0002"]
    world.receive(mail("Ik ook.", sender="Fatma <fatma@example.nl>", subject="Omgevingswet"))
    listed = world.last(JAN)
    assert "1 nieuwe klacht zonder behandelaar" in listed.subject
    world.press(JAN, "Groep: alle 4 samen", listed)
    world.press(JAN, "Ja, samen behandelen")
    assert world.complaint("K2026-0004").merged_into == "K2026-0003"


def test_twelve_mails_about_one_thing_are_three_letters_and_a_list():
    world = World()
    crowd(world, 12)
    routed = [x for x in world.letters(JAN) if "Niemand heeft dit nog" in x.text]
    lists = [x for x in world.letters(JAN) if "zonder behandelaar" in x.subject]
    assert len(routed) == 3
    world.later(hours=1)
    world.poll()
    lists = [x for x in world.letters(JAN) if "zonder behandelaar" in x.subject]
    assert 1 < len(lists) < 5
    text = "".join(x.text for x in lists)
    assert all(f"K2026-{number:04d}" in text for number in range(4, 13))
    world.press(JAN, "Groep: alle 12 samen", lists[-1])
    world.press(JAN, "Ja, samen behandelen")
    assert len(world.complaint().parties) == 11
    world.press(JAN, next(label for label in lists[0].buttons if "Groep" in label), lists[0])  # an older list
    assert "zeker" not in world.last(JAN).text


def test_what_is_a_week_apart_is_not_one_thing():
    world = World()
    crowd(world, 2)
    world.later(days=8)
    world.receive(mail("Ik ook.", sender="Ton <ton@example.nl>", subject="Omgevingswet"))
    assert not any("Groep" in label for label in world.last(JAN).buttons)


def test_mails_that_lay_waiting_for_more_than_a_week_are_each_told_at_once():
    world = World()
    for each in range(5):
        raw = mail("De zaal was koud.", sender=f"Klager {each} <k{each}@example.nl>", subject="Omgevingswet")
        world.deliver(raw, at=world.now - dt.timedelta(days=8))
    world.poll()
    assert all(any(f"K2026-000{number}]" in x.subject for x in world.letters(JAN)) for number in range(1, 6))


def test_an_old_mail_in_between_hides_nobody():
    world = World()
    crowd(world, 2)
    world.deliver(mail("De koffie was op.", sender="Ilse <ilse@example.nl>"), at=world.now - dt.timedelta(days=20))
    world.poll()
    assert world.complaint("K2026-0003").received_at < world.now - dt.timedelta(days=19)
    world.receive(mail("Ik ook.", sender="Ton <ton@example.nl>", subject="Omgevingswet"))
    assert "Groep: alle 3 samen" in world.last(JAN).buttons
