"""To which complaint a mail belongs: by thread, by token, by number with a known address; also when it has ended."""

import email
import email.policy

import pytest

from klachtmail.domain.incoming.tokens import TOKEN
from klachtmail.service.act import act
from tests.letters_read import answer
from tests.world import CLIENT, ELS, JAN, MONDAY, NO_LIMITS, World, mail

SANNE = "sanne@example.nl"
COLLEAGUE = "collega@example.nl"


@pytest.fixture
def world():
    world = World()
    world.receive(mail("De trainer was te laat en het materiaal ontbrak.", message_id="eerste@example.nl"))
    return world


def kind_of(report):
    counts = {kind: count for kind, count in report.counts.items() if count}
    assert len(counts) == 1, counts
    return next(iter(counts))


def end(world, line):
    world.reply(JAN, line)
    world.press(JAN, "Verstuur", on=next(x for x in reversed(world.letters(JAN)) if "Verstuur" in x.buttons))
    assert not world.complaint().is_open
    world.news()


def test_a_reply_to_a_dismissed_complaint_is_shown_and_can_open_it_again(world):
    end(world, "geen klacht: vraag, het was een vraag")
    assert kind_of(world.receive(mail("Het was wel een klacht!", In_Reply_To="<eerste@example.nl>"))) == "follow_up"
    told = world.news()
    assert {letter.to for letter in told} == {JAN, ELS}
    world.press(JAN, next(label for label in told[0].buttons if "open" in label.lower()))
    assert world.complaint().is_open


@pytest.mark.parametrize("kept", [True, False])
def test_on_the_command_line_a_later_message_becomes_a_complaint_while_it_is_kept(world, kept):
    world.receive(mail("En de factuur klopt niet.", In_Reply_To="<eerste@example.nl>"))
    if not kept:
        world.store.erase([world.complaint().messages[-1].sha256])
    (done,) = act(world.office, world.firm.member(JAN), "K2026-0001", ["nieuw"])
    fresh = world.store.complaint("K2026-0002")
    assert (done.ok, bool(fresh)) == (kept, kept)
    assert fresh.text.strip() == "En de factuur klopt niet." if kept else "niet meer bewaard" in done.text


def test_a_reply_to_an_archived_complaint_brings_it_back(world):
    end(world, "geen klacht: vraag, het was een vraag")
    world.later(days=200)
    assert world.store.tidy(world.now)
    assert not list(world.store.current())
    report = world.receive(mail("Toch nog iets.", In_Reply_To="<eerste@example.nl>", message_id="laat@example.nl"))
    assert kind_of(report) == "follow_up"
    assert world.complaint().messages[-1].message_id == "laat@example.nl"
    assert [c.number for c in world.store.current()] == ["K2026-0001"]


def test_the_number_of_an_archived_complaint_still_counts_for_who_wrote_it(world):
    end(world, "geen klacht: vraag, het was een vraag")
    world.later(days=200)
    world.store.tidy(world.now)
    assert kind_of(world.receive(mail("Toch nog iets.", subject="Re: K2026-0001"))) == "follow_up"


def test_the_same_mail_of_an_archived_complaint_is_still_a_duplicate(world):
    end(world, "geen klacht: vraag, het was een vraag")
    raw = mail("De trainer was te laat en het materiaal ontbrak.", message_id="eerste@example.nl")
    world.later(days=200)
    world.store.tidy(world.now)
    assert kind_of(world.receive(b"Received: elsewhere\r\n" + raw)) == "duplicates"


def test_a_reply_to_a_complaint_that_was_merged_twice_goes_to_the_last(world):
    for number in (2, 3):
        world.receive(mail(f"Klacht {'x' * number}", subject=f"Iets {number}", message_id=f"m{number}@example.nl"))
    world.receive(answer(world.letters(JAN)[0], JAN, "samenvoegen K2026-0002"))
    routing = next(letter for letter in world.letters(JAN) if "K2026-0002" in letter.subject)
    world.receive(answer(routing, JAN, "samenvoegen K2026-0003"))
    report = world.receive(mail("Hoe staat het?", In_Reply_To="<eerste@example.nl>"))
    assert kind_of(report) == "follow_up"
    assert world.complaint("K2026-0003").messages[-1].kind == "follow_up"


def test_a_number_with_an_unknown_address_is_a_new_complaint_that_tells_of_it(world):
    report = world.receive(mail("Ik was er ook bij.", sender="ander@example.org", subject="Over K2026-0001"))
    assert kind_of(report) == "new"
    assert "noemt K2026-0001" in world.last(JAN).text
    assert len(world.complaint().messages) == 2, "nothing was added to the first"


def test_a_number_that_does_not_exist_is_no_news(world):
    world.receive(mail("Iets anders.", sender="ander@example.org", subject="Over K2025-0099"))
    assert "noemt" not in world.last(JAN).text


def test_who_stood_in_cc_is_known_by_the_number():
    world = World()
    world.receive(mail("Klacht, zie cc.", Cc=COLLEAGUE, message_id="eerste@example.nl"))
    assert kind_of(world.receive(mail("Ik vul aan.", sender=COLLEAGUE, subject="K2026-0001"))) == "third_party"
    assert not world.letters(COLLEAGUE)


def test_a_third_party_becomes_the_complainant_with_one_button(world):
    world.receive(mail("Van mijn eigen adres.", sender="Sanne <prive@example.org>", In_Reply_To="<eerste@example.nl>"))
    world.press(JAN, "Dit is de klager")
    assert world.complaint().complainant.address == "prive@example.org"
    assert (
        kind_of(world.receive(mail("En nu?", sender="prive@example.org", In_Reply_To="<eerste@example.nl>")))
        == "follow_up"
    )


def test_an_answer_to_a_members_own_mail_is_in_the_thread(world):
    written = mail(
        "Beste Sanne", sender=JAN, to=SANNE, Cc="klachten@ront.nl", message_id="van-jan@ront.nl", subject="Uw klacht"
    )
    world.receive(written)
    assert kind_of(world.receive(mail("Dank u", In_Reply_To="<van-jan@ront.nl>"))) == "follow_up"


def test_a_thread_is_known_by_the_token_alone(world):
    """Some relays write Message-IDs of their own; our token stands in a References entry as well."""
    acknowledgement = world.last(SANNE)
    thread = str(acknowledgement.message["References"])
    token = next(entry for entry in thread.split() if TOKEN.search(entry) or "eerste" in entry)
    world.later(days=100)
    world.store.tidy(world.now)
    report = world.receive(mail("Hallo?", subject="Iets anders", References=f"<relay@example.com> {token}"))
    assert kind_of(report) == "follow_up"


def test_a_follow_up_is_never_acknowledged_or_answered(world):
    world.news()
    for number in range(5):
        world.receive(mail(f"Vraag {'x' * number}", In_Reply_To="<eerste@example.nl>"))
    assert {letter.to for letter in world.news()} <= {JAN, ELS}


def test_who_answers_in_two_threads_is_put_in_the_nearest(world):
    world.receive(mail("De factuur klopt niet.", subject="Factuur", message_id="tweede@example.nl"))
    both = mail("Hierover.", In_Reply_To="<tweede@example.nl>", References="<eerste@example.nl> <tweede@example.nl>")
    world.receive(both)
    assert world.complaint("K2026-0002").messages[-1].kind == "follow_up"


def test_a_bounced_letter_to_a_member_is_told_to_the_others_and_ends_there(world):
    def bounce(of, to):
        message = email.message_from_bytes(b"", policy=email.policy.SMTP)
        message["From"], message["To"] = "MAILER-DAEMON@mx.ront.nl", "klachten@ront.nl"
        message["Subject"], message["Message-ID"] = (
            "Undelivered Mail Returned to Sender",
            f"<b{len(world.courier.sent)}@mx.ront.nl>",
        )
        message.set_content(f"<{to}>: 550 5.1.1 user unknown\n\nMessage-ID: <{of.message_id}>\n")
        return b"Return-Path: <>\r\n" + message.as_bytes()

    world.news()
    assert kind_of(world.receive(bounce(world.letters(JAN)[0], JAN))) == "bounces"
    told = world.news()
    assert [letter.to for letter in told] == [ELS]
    world.receive(bounce(told[0], ELS))
    assert not world.news(), "a task about a task would never end"


def test_a_members_absence_is_told_to_the_partners_only_when_he_is_the_handler(world):
    away = b"Auto-Submitted: auto-replied\r\n"
    world.news()
    world.receive(
        away
        + answer(world.letters(JAN)[0], JAN, "Ik ben afwezig tot 7 december.", subject="Automatisch antwoord: klacht")
    )
    assert not world.news()
    world.reply(ELS, "@jan")
    world.news()
    world.receive(
        away + answer(world.last(JAN), JAN, "Ik ben afwezig tot 7 december.", subject="Automatisch antwoord: klacht")
    )
    told = world.news()
    assert [letter.to for letter in told] == [ELS]
    assert "Jan de Vries" in told[0].text


def test_news_about_one_complaint_past_the_limit_waits():
    world = World(now=MONDAY, limits={**NO_LIMITS, "routing_hour": 2})
    world.receive(mail("Klacht", message_id="eerste@example.nl"))
    for number in range(4):
        world.receive(mail(f"Nog iets {'x' * number}", sender=CLIENT, In_Reply_To="<eerste@example.nl>"))
    assert len(world.complaint().messages) == 6, "all of it is on record"
    assert any(letter.state == "held" for letter in world.store.unsent())


def test_below_several_letters_of_ours_only_the_clients_own_words_are_shown():
    """Letters to one client begin and end alike: what stood in one was taken for words typed into another."""
    world = World()
    world.receive(mail("De zaal was koud.", message_id="eerste@example.nl"))
    lines = (
        "ik pak het op",
        "oorzaak: stuk",
        "structureel: nee",
        "uitkomst: De verwarming was stuk.",
        "verstuur",
        "sluit",
    )
    for line in lines:
        world.reply(JAN, line)
    world.receive(answer(world.last("sanne@example.nl"), "sanne@example.nl", "Dank u wel voor alles."))
    assert world.complaint().messages[-1].text == "Dank u wel voor alles."
