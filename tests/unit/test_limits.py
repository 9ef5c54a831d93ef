"""The limits on automatic letters: what they hold back waits where people see it, and goes when there is room."""

import datetime as dt

import pytest

from klachtmail.domain.agenda.build import build_each
from klachtmail.domain.outgoing.letters import InternalPointer
from klachtmail.domain.outgoing.limits import MOST_A_DAY, Allowance, one_person
from klachtmail.domain.records.letter import LETTERS, Letter, LetterRequest
from klachtmail.service.act import act
from klachtmail.service.work.desk import Desk
from tests.letters_read import answer
from tests.world import ELS, JAN, MONDAY, NO_LIMITS, World, mail

SANNE = "sanne@example.nl"


def world(**limits):
    return World(limits={**NO_LIMITS, **limits})


def complaints(world, count, sender="Sanne de Boer <sanne@example.nl>", start=0):
    for number in range(start, start + count):
        world.deliver(
            mail(f"Klacht over {chr(97 + number % 26)}{'x' * number}", sender=sender, subject=f"Klacht {number}")
        )
    return world.poll()


def held(world):
    return [letter for letter in world.store.unsent() if letter.state == "held"]


def test_one_outsider_gets_three_letters_an_hour_and_the_rest_later():
    w = world(per_address_hour=3)
    report = complaints(w, 5)
    assert report.counts["new"] == 5
    assert len(w.letters(SANNE)) == 3
    assert {letter.reason for letter in held(w)} == {"limits.per_address_hour: 3"}
    w.later(minutes=30)
    w.poll()
    assert len(w.letters(SANNE)) == 3
    w.later(minutes=31)
    w.poll()
    assert len(w.letters(SANNE)) == 4, "what was held comes as one letter"
    assert not held(w)
    together = w.last(SANNE)
    assert "[K2026-0004]" in together.subject
    assert "geldt ook voor de klacht met nummer K2026-0005" in together.text
    for number in ("K2026-0004", "K2026-0005"):
        assert w.complaint(number).acknowledged_at == w.now
        assert w.complaint(number).messages[-1].message_id == together.message_id


def test_a_letter_that_was_held_is_written_when_it_goes():
    w = world(per_address_hour=1)
    complaints(w, 2)
    assert w.complaint("K2026-0002").acknowledged_at is None
    w.later(hours=2)
    w.poll()
    assert w.complaint("K2026-0002").acknowledged_at == w.now
    assert "[K2026-0002]" in w.last(SANNE).subject


def test_one_outsider_gets_ten_letters_a_day():
    w = world(per_address_day=10)
    complaints(w, 12)
    assert len(w.letters(SANNE)) == 10
    w.later(hours=23)
    w.poll()
    assert len(w.letters(SANNE)) == 10
    w.later(hours=2)
    w.poll()
    assert len(w.letters(SANNE)) == 11
    assert all(w.complaint(f"K2026-00{n}").acknowledged_at == w.now for n in (11, 12))


def test_all_outsiders_together_have_a_limit_and_members_none():
    w = world(outsiders_hour=2)
    for who in "abcd":
        w.deliver(mail(f"Klacht van {who}", sender=f"{who}@example.org"))
    w.poll()
    assert len([x for x in w.letters() if x.to.endswith("@example.org")]) == 2
    assert len(w.letters(JAN)) == 4


def test_what_a_person_sends_is_never_held():
    w = world(per_address_hour=1)
    complaints(w, 1)
    w.reply(JAN, "ik")
    w.reply(JAN, "antwoord: Wij bellen u morgen.")
    w.press(JAN, "Verstuur", on=next(x for x in reversed(w.letters(JAN)) if "Verstuur" in x.buttons))
    assert len(w.letters(SANNE)) == 2


def test_new_complaints_past_the_limit_come_as_one_list_an_hour():
    w = world(routing_hour=3)
    complaints(w, 8)
    routed = w.letters(JAN)
    assert len(routed) == 4, "three by themselves and one list"
    for number in range(4, 9):
        assert f"K2026-000{number}" in routed[-1].text
    complaints(w, 2, start=8)
    assert len(w.letters(JAN)) == 4, "one list an hour"
    w.later(hours=1, minutes=1)
    w.poll()
    assert "K2026-0009" in w.last(JAN).text
    assert "K2026-0010" in w.last(JAN).text


def test_a_list_of_new_complaints_is_answered_with_numbers():
    w = world(routing_hour=1)
    complaints(w, 3)
    w.receive(answer(w.last(ELS), ELS, "K2026-0002 ik\n3 @jan"))
    assert w.complaint("K2026-0002").handler == ELS
    assert w.complaint("K2026-0003").handler == JAN


def test_what_is_held_stands_in_the_digest():
    w = world(per_address_hour=1)
    complaints(w, 2)
    agenda = next(iter(build_each(w.store, w.firm, w.now, w.firm.partners)))
    assert [(x.number, x.to) for x in agenda.undelivered] == [("K2026-0002", SANNE)]


def test_what_waits_for_a_member_does_not_go_once_it_turns_out_to_be_about_him():
    w = world(routing_hour=1)
    complaints(w, 2)
    w.later(minutes=5)
    complaints(w, 1, start=2)
    assert {letter.to for letter in held(w) if letter.number == "K2026-0003"} == {JAN, ELS}
    act(w.office, w.firm.member(JAN), "K2026-0003", ["gaat over @els"])
    w.later(hours=2)
    w.poll()
    assert not held(w)
    assert any("K2026-0003" in letter.text for letter in w.letters(JAN))
    assert not any("K2026-0003" in letter.text for letter in w.letters(ELS))


def test_a_complaint_that_ended_meanwhile_is_not_confirmed_any_more():
    w = world(per_address_hour=1)
    complaints(w, 2)
    w.receive(answer(w.last(JAN), JAN, "geen klacht: vraag, het was een vraag"))
    assert w.complaint("K2026-0002").status == "dismissed"
    w.later(hours=2)
    w.poll()
    assert len([x for x in w.letters(SANNE) if "ontvangen" in x.subject]) == 1
    assert not held(w)


@pytest.mark.parametrize("kind", ["acknowledgement", "internal_pointer"])
def test_the_newest_of_two_held_letters_replaces_the_older(kind):
    w = world(per_address_hour=0)
    desk = Desk(w.office, w.now)
    for name in ("eerst", "later"):
        desk.post([LetterRequest(kind=kind, to=SANNE, name=name)])
    desk.commit()
    assert [letter.request.name for letter in held(w)] == ["later"]


def test_without_limits_the_outbox_is_not_read():
    def read():
        pytest.fail("the outbox was read")
        yield

    assert Allowance(World().firm.limits, (), MONDAY).why_held(LetterRequest(kind="acknowledgement", to=SANNE)) == ""
    w = World()
    w.store.recent_letters = lambda _since: read()
    complaints(w, 1)
    assert len(w.letters(SANNE)) == 1


def test_only_automatic_letters_of_the_last_day_count():
    def letter(hours, **fields):
        return Letter(
            id=f"x{hours}", kind="acknowledgement", to=SANNE, created_at=MONDAY - dt.timedelta(hours=hours), **fields
        )

    limits = world(per_address_day=2).firm.limits
    request = LetterRequest(kind="acknowledgement", to=SANNE)
    assert Allowance(limits, [letter(25), letter(2), letter(3, automatic=False)], MONDAY).why_held(request) == ""
    assert Allowance(limits, [letter(23), letter(2)], MONDAY).why_held(request) == "limits.per_address_day: 2"
    assert Allowance(limits, [letter(23), letter(2, state="held")], MONDAY).why_held(request) == ""


def test_a_held_letter_counts_from_when_it_goes_also_days_later_and_after_a_restart():
    w = world(per_address_hour=1, per_address_day=2)
    for number in range(8):  # pointers and acknowledgements cannot be joined with each other
        desk = Desk(w.office, w.now)
        desk.post(
            [LetterRequest(kind="internal_pointer", to=SANNE, number=None, data=InternalPointer(subject=f"s{number}"))]
        )
        desk.commit()
    complaints(w, 4)
    sent_at = []
    for _ in range(4 * 24 * 2):
        before = len(w.courier.sent)
        w.later(minutes=30, seconds=1)
        w.poll()
        sent_at += [w.now for x in w.courier.sent[before:] if x.recipient == SANNE]
    for at in sent_at:
        assert sum(at <= other < at + dt.timedelta(hours=1) for other in sent_at) <= 1
        assert sum(at <= other < at + dt.timedelta(days=1) for other in sent_at) <= 2
    assert not held(w)


@pytest.mark.parametrize("sender", ["Sanne+{n}@Example.nl", "sanne+t{n}@example.nl"])
def test_an_address_with_a_tag_is_the_person_without_it(sender):
    w = world(per_address_hour=3)
    w.deliver(*(mail(f"Klacht {chr(97 + n)}", sender=sender.format(n=n), subject=f"Klacht {n}") for n in range(10)))
    w.poll()
    assert len([x for x in w.letters() if x.to not in {JAN, ELS}]) == 3


def test_gmails_dots_make_no_other_person_and_those_of_others_do():
    assert one_person("S.De.Boer+x@GoogleMail.com") == one_person("sdeboer@gmail.com")
    assert one_person("s.de.boer@example.nl") != one_person("sdeboer@example.nl")
    assert one_person("+x@example.nl") == "+x@example.nl"


@pytest.mark.parametrize("kind", sorted(LETTERS))
def test_a_thousand_letters_of_a_kind_in_an_hour_are_bounded(kind):
    limits = World(limits={}).firm.limits
    member = None if LETTERS[kind].audience == "client" else JAN
    allowance = Allowance(limits, (), MONDAY)
    wanted = (LetterRequest(kind=kind, to=member or SANNE, member=member, number=f"K2026-{n:04}") for n in range(1000))
    assert sum(not allowance.why_held(each) for each in wanted) <= 100


def test_what_a_machine_of_a_member_asks_for_all_day_long_is_bounded_a_day():
    """Its letters are those that a person asks for; nobody asks for so many."""
    limits, recent = World(limits={}).firm.limits, []
    for hour in range(24):
        now = MONDAY + dt.timedelta(hours=hour)
        allowance = Allowance(limits, recent, now)
        for n in range(100):
            wanted = LetterRequest(kind="standing", to=JAN, member=JAN, number="K2026-0001")
            if not allowance.why_held(wanted):
                sent = Letter(id=f"{hour}.{n}@ront.nl", to=JAN, kind="standing", created_at=now, member=JAN)
                recent.append(sent)
    assert len(recent) == MOST_A_DAY["commanded"]


def within(times, window):
    """Return how many of these times, in order, lie in the fullest window."""
    return max(sum(at <= other < at + window for other in times) for at in times)
