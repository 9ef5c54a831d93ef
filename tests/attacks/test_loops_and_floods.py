"""Machines that answer machines, and people who send more than anybody can read: both stop."""

from dataclasses import replace

from klachtmail.domain.outgoing import letters, requests
from klachtmail.domain.record import to_json
from klachtmail.domain.records.port import Changes
from klachtmail.service.flush import flush
from klachtmail.service.sweep import digest_now
from klachtmail.service.work.desk import Desk
from tests.attacks.ground import ELS, JAN, PIET, SANNE, STRANGER, Ground, World, mail
from tests.letters_read import answer
from tests.unit.service.test_undelivered import report
from tests.world import CLIENT

LIMITS = {"per_address_hour": 3, "per_address_day": 10, "outsiders_hour": 60, "routing_hour": 20}
AWAY = "Bedankt voor uw mail. Wij hebben die ontvangen onder nummer {}."


def converse(world, address, robot, rounds=8):
    """Let a robot answer every letter to an address, and return how many letters it got."""
    seen = len(world.letters(address))
    for turn in range(rounds):
        fresh = world.letters(address)[seen:]
        if not fresh:
            break
        seen += len(fresh)
        world.receive(*(robot(letter, turn) for letter in fresh))
    return len(world.letters(address))


def test_an_answering_machine_of_a_client_that_does_not_say_so_stops_within_three_letters():
    world = World(limits=LIMITS)
    world.receive(mail("De trainer was te laat."))
    robots = {
        "threaded": lambda letter, turn: answer(letter, CLIENT, AWAY.format(turn)),
        "own_subject": lambda letter, turn: mail(AWAY.format(turn), subject="Bedankt voor uw mail"),
    }
    for robot in robots.values():
        assert converse(world, SANNE, robot) <= 3


def test_a_vacation_robot_of_a_client_gets_no_answer_at_all():
    world = World()
    world.receive(mail("De trainer was te laat."))
    for headers in ({"Auto-Submitted": "auto-replied"}, {"Precedence": "bulk"}, {"X-Autoreply": "yes"}):
        world.receive(mail("Ik ben er niet.", subject="Bedankt voor uw mail", headers=headers))
    assert len(world.letters(SANNE)) == 1


def test_an_answering_machine_of_a_member_that_does_not_say_so_stops_within_three_letters():
    ground = Ground()
    before = len(ground.letters(PIET))
    ground.receive(mail("Hallo?", In_Reply_To="<eerste@example.nl>"))
    for turn in range(6):
        ground.receive(answer(ground.last(PIET), PIET, AWAY.format(turn)))
    assert len(ground.letters(PIET)) - before <= 3


def test_an_automatic_answer_to_was_this_you_stops_within_three_letters():
    ground = Ground()
    ground.receive(answer(ground.routed, STRANGER, "sluit"))
    asked = ground.last(JAN)
    before = len(ground.letters(JAN))
    for turn in range(6):
        ground.receive(answer(asked, JAN, AWAY.format(turn)))
        asked = ground.last(JAN)
    assert len(ground.letters(JAN)) - before <= 2


def test_a_member_may_say_the_same_again_an_hour_later():
    ground = Ground()
    for time in range(2):
        before = len(ground.letters(PIET))
        ground.receive(b"X-Time: %d\r\n" % time + ground.answered(ground.assigned, PIET, "Ik ben ermee bezig."))
        assert len(ground.letters(PIET)) == before + 1
        ground.later(minutes=61)
        ground.assigned = ground.last(PIET)


def test_a_flood_of_complaints_from_one_address_is_held_and_listed():
    world = World(limits=LIMITS)
    world.receive(*(mail(f"Klacht {count}", subject=f"Klacht {count}") for count in range(60)))
    assert 1 <= len(world.letters(SANNE)) <= 3
    assert len(world.letters(JAN)) <= 21
    assert len(list(world.store.open_complaints())) == 60, "none is lost"


def test_a_flood_of_forged_senders_is_held():
    world = World(limits=LIMITS)
    world.receive(*(mail("Klacht", sender=f"x{count}@example.com", subject=f"Klacht {count}") for count in range(100)))
    outside = [x for x in world.letters() if x.to not in {JAN, ELS, PIET}]
    assert len(outside) == 60


def test_a_flood_of_follow_ups_does_not_bury_the_handler():
    world = World(limits=LIMITS)
    world.receive(mail("De trainer was te laat.", message_id="eerste@example.nl"))
    world.reply(JAN, "ik")
    world.receive(*(mail(f"Hallo {count}", In_Reply_To="<eerste@example.nl>") for count in range(60)))
    assert len([x for x in world.letters(JAN) if "schrijft opnieuw" in x.text]) == 20
    assert len([m for m in world.complaint().messages if m.kind == "follow_up"]) == 60, "the dossier has them all"
    world.later(hours=1, minutes=1)
    world.poll()
    assert "Hallo 59" in world.last(JAN).text, "the newest follows when there is room"


def test_tokens_of_a_member_from_strangers_ask_him_once_an_hour():
    ground = Ground()
    ground.receive(*(ground.answered(ground.routed, f"x{count}@evil.example", "sluit") for count in range(20)))
    assert [x.to for x in ground.news()] == [JAN]


def test_a_machine_that_answers_outside_the_thread_with_other_words_each_time_stops_within_three_letters():
    world = World(limits=LIMITS)
    world.receive(mail("Uw aanvraag staat in de wachtrij.", sender="robot@example.com", subject="Zaak"))
    answered = 0
    for turn in range(40):
        if len(world.letters("robot@example.com")) == answered:
            world.later(hours=6)
            world.sweep()
            continue
        answered += 1
        world.later(minutes=5)
        words = "".join(chr(97 + (turn * 7 + place * 11) % 26) for place in range(60))
        world.receive(mail(f"{words} uw vraag", sender="robot@example.com", subject=f"Zaak {words[:9]}"))
    assert len(world.letters("robot@example.com")) == 3


def test_a_flood_of_automatic_mail_stays_bounded_and_is_told():
    """Of each a partner would be told; of 2,300 he hears how many there were, and the register does not grow with them."""
    world = World()
    one = mail(
        "Nieuws",
        sender="n0000@bulk.example",
        subject="Aanbieding 0000 " + "x" * 2000,
        headers={"Precedence": "bulk"},
        message_id="0000@bulk.example",
    )
    world.receive(one)
    (first,) = world.store.state.set_aside  # the next 1,994 are laid down as it was: to read them all takes long
    rows = tuple(
        replace(
            first, **{name: getattr(first, name).replace("0000", f"{n:04}") for name in ("id", "sender", "subject")}
        )
        for n in range(1995)
    )
    world.store.commit(Changes(state=replace(world.store.state, set_aside=rows)))
    world.receive(*(one.replace(b"0000", b"%04d" % count) for count in range(1995, 2300)))
    state = world.store.state
    assert (len(state.set_aside), state.aside_more) == (2000, 300)
    assert len(str(to_json(state))) < 2000 * 800
    world.later(days=1)
    world.sweep()
    morning = world.letters(JAN)[0]
    assert morning.text.count("Aanbieding") == 100
    assert "300" in morning.text
    assert world.store.state.aside_more == 0
    world.receive(mail("Nog een", sender="na@bulk.example", subject="Daarna", headers={"Precedence": "bulk"}))
    assert any(each.subject == "Daarna" for each in world.store.state.set_aside), "there is room again"


def test_the_agenda_after_a_flood_can_still_be_read():
    world = World()
    world.receive(
        *(
            mail("Nieuws", sender=f"n{n}@bulk.example", subject=f"Aanbieding {n}", headers={"Precedence": "bulk"})
            for n in range(250)
        )
    )
    digest_now(world.office)
    flush(world.office)
    agenda = world.letters(JAN)[-1]
    assert agenda.text.count("Aanbieding") == 100
    assert "En nog 150 andere" in agenda.text


def test_a_flood_of_forged_correspondence_asks_the_member_a_bounded_number_of_times():
    world = World(limits=LIMITS)
    world.receive(mail("De trainer was te laat."))
    before = len(world.letters(JAN))
    world.receive(*(mail(f"Beste Sanne, {n}", sender=JAN, to=SANNE, Cc="klachten@ront.nl") for n in range(80)))
    assert len(world.letters(JAN)) - before == 20
    assert len([m for m in world.complaint().messages if m.kind == "correspondence"]) == 80, "the dossier has them all"


def test_forged_reports_of_a_morning_mail_are_told_once():
    world = World(limits=LIMITS)
    world.receive(mail("De trainer was te laat."))
    world.later(days=2)
    world.sweep()
    morning = world.last(JAN)
    before = len(world.letters(ELS))
    world.receive(*(report(morning, JAN, number=n) for n in range(80)))
    world.receive(*(report(None, JAN, number=n) for n in range(100, 180)))
    assert len(world.letters(ELS)) - before == 2, "one of the letter, one of the address"


def test_a_flood_of_what_cannot_be_read_does_not_bury_a_partner():
    world = World(limits=LIMITS)
    desk = Desk(world.office, world.now)
    for n in range(100):
        desk.post([requests.to_member(letters.Quarantine(reason=f"kapot {n}"), world.firm.partners[0], None)])
    desk.commit()
    flush(world.office)
    assert len(world.letters(JAN)) == 20
