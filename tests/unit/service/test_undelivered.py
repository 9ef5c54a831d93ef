"""A letter that does not arrive: by a report (DSN) or by a refusal, somebody who can be reached hears the truth at once."""

from dataclasses import replace

import pytest

from klachtmail.domain.outgoing.undelivered import FailedLetter, undelivered
from klachtmail.letters import labels
from klachtmail.service.flush import flush
from klachtmail.smtp.port import Rejected, Sent
from tests.letters_read import read
from tests.unit.test_an_outcome_that_came_back import comes_back
from tests.world import CLIENT, ELS, JAN, PIET, World, mail

GONE = "550 5.1.1 user unknown"
BAIT = "Win nu bij CASINO-ROYAL"


def report(letter, to, *, action="failed", number=1):
    """Return the report (RFC 3464) that a mail server sends about a letter of ours."""
    return (
        "From: MAILER-DAEMON@mx.example\r\nTo: klachten@ront.nl\r\nReturn-Path: <>\r\n"
        f"Subject: Delivery Status Notification\r\nMessage-ID: <dsn{number}@mx.example>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
        f"Final-Recipient: rfc822; {to}\r\nAction: {action}\r\nStatus: {'5.1.1' if action == 'failed' else '4.4.1'}\r\n"
        f"Diagnostic-Code: smtp; {GONE}\r\n\r\n"
        + (
            f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{letter.message_id}>\r\n\r\n"
            if letter
            else ""
        )
        + "--b--\r\n"
    ).encode()


def came_back(world, road, address):
    """Have the newest letter to this address come back by this road, and return what is told then."""
    if road == "report":
        letter = world.last(address)
        world.news()
        world.receive(report(letter, address))
    else:
        flush(world.office)
    return world.news()


def refuses(world, road, address):
    if road == "refusal":
        world.courier.answer = lambda envelope: Rejected(GONE) if envelope.recipient == address else Sent()


ROADS = pytest.mark.parametrize("road", ["report", "refusal"])


@ROADS
def test_the_handler_who_does_not_get_our_mail_is_told_to_another_partner_and_not_as_a_client(road):
    world = World()
    world.receive(mail("De trainer kwam niet."))
    world.news()
    refuses(world, road, JAN)
    world.reply(ELS, "@jan")
    told = [x for x in came_back(world, road, JAN) if "kreeg onze mail niet" in x.subject]
    assert [x.to for x in told] == [ELS]
    assert "[K2026-0001]" in told[0].subject
    assert "Jan de Vries is daar de behandelaar van" in told[0].text
    assert "toewijzing" in told[0].text
    assert "klager heeft deze brief" not in told[0].text
    assert "trainer" not in told[0].text, "a filter may have refused the client's words"
    assert not {"Gebeld", "Geen gehoor"} & set(told[0].buttons)
    assert "Ik pak het op" in told[0].buttons
    assert not any(label.endswith("Jan") for label in told[0].buttons)


@ROADS
def test_a_clients_letter_that_came_back_asks_whoever_is_responsible_to_call(road):
    world = World()
    refuses(world, road, "sanne@example.nl")
    world.receive(mail("De trainer kwam niet."))
    told = [x for x in came_back(world, road, "sanne@example.nl") if x.to in {JAN, ELS}]
    tasks = [x for x in told if "heeft onze brief niet gekregen" in x.subject]
    assert {x.to for x in tasks} == {JAN, ELS}
    assert "Gebeld" in tasks[0].buttons


@ROADS
def test_with_one_partner_the_administrator_hears_that_he_does_not_get_our_mail(road):
    world = World(partners=[{"name": "Jan de Vries", "address": JAN, "alias": "jan"}])
    refuses(world, road, JAN)
    world.receive(mail("De trainer kwam niet."))
    told = [x for x in came_back(world, road, JAN) if x.to == "beheer@ront.nl"]
    assert len(told) == 1
    assert "Jan de Vries kreeg onze mail niet" in told[0].subject
    assert "trainer" not in told[0].text
    assert not told[0].buttons, "he commands nothing"


def test_a_task_that_came_back_is_told_to_the_other_partner():
    world = World()
    world.receive(mail("De trainer kwam niet."))
    world.reply(JAN, "ik")
    world.receive(report(world.last("sanne@example.nl"), "sanne@example.nl"))
    task = world.last(JAN)
    assert "heeft onze brief niet gekregen" in task.subject
    world.news()
    world.receive(report(task, JAN, number=2))
    assert [(x.to, "Jan de Vries kreeg onze mail niet" in x.subject) for x in world.news()] == [(ELS, True)]


def test_a_letter_that_came_back_is_told_once_and_shown_by_status():
    world = World()
    world.receive(mail("De trainer kwam niet."))
    letter = world.last(JAN)
    world.receive(report(letter, JAN), report(letter, JAN, number=2))
    assert len([x for x in world.letters(ELS) if "kreeg onze mail niet" in x.subject]) == 1
    assert [x.to for x in world.store.unsent() if x.state == "failed"] == [JAN]


def test_a_report_about_a_member_that_names_no_letter_is_told_as_doubtful_once_a_day():
    world = World()
    for number in range(5):
        world.receive(report(None, JAN, number=number))
        world.later(hours=2)
    (told,) = world.letters(ELS)
    assert "Misschien heeft iemand haar verzonnen" in told.text


def test_a_letter_of_no_complaint_that_came_back_is_listed_next_morning():
    world = World()
    world.receive(mail("De koffie is op.", sender="karin@ront.nl"))
    (pointer,) = world.news()
    assert pointer.to == "karin@ront.nl"
    assert not comes_back(world, pointer)
    world.later(days=1)
    world.sweep()
    assert "MAILER-DAEMON@mx.example.nl".lower() in world.last(JAN).text.lower()


def test_a_delay_is_noted_as_a_delay_and_told_to_nobody():
    world = World()
    world.receive(mail("De trainer kwam niet."))
    letter = world.last("sanne@example.nl")
    world.news()
    world.receive(report(letter, "sanne@example.nl", action="delayed"))
    assert not world.news()
    assert world.complaint().history[-1].event == "delayed"
    assert labels.event("delayed") == "bezorging vertraagd"
    assert not any(m.failed for m in world.complaint().messages)


def content_filter(world, bait):
    def answer(envelope):
        text = read(envelope.content).text
        return Rejected("550 5.7.1 blocked by content filter", for_content=True) if bait in text else Sent()

    world.courier.answer = answer


def test_a_filter_that_refuses_the_clients_words_gets_a_mail_without_any_of_them():
    world = World()
    content_filter(world, "CASINO-ROYAL")
    world.receive(mail(f"Uw trainer zei: {BAIT}.", subject="Casino", sender="Bob Casino <bob@casino.example>"))
    flush(world.office)
    for partner in (JAN, ELS):
        (letter,) = world.letters(partner)
        assert "tegengehouden" in letter.subject
        assert "[K2026-0001]" in letter.subject
        assert "asino" not in letter.message.as_string()
        assert "Ik pak het op" in letter.buttons
    world.press(JAN, "Ik pak het op")
    assert world.complaint().handler == JAN


def test_a_task_that_a_filter_refuses_goes_without_any_of_the_words_and_still_asks_to_call():
    world = World()
    world.receive(mail("De trainer kwam niet.", subject="Training"))
    world.reply(JAN, "ik")
    world.reply(JAN, f"antwoord: Beste Sanne, {BAIT}")
    content_filter(world, "CASINO")
    world.press(JAN, "Verstuur", next(x for x in world.letters(JAN) if "Verstuur" in x.buttons))
    for _ in range(3):
        flush(world.office)
    bare = world.last(JAN)
    assert "tegengehouden" in bare.subject
    assert "taak om de klager te bereiken" in bare.text
    assert {"Gebeld", "Geen gehoor"} <= set(bare.buttons)
    assert "CASINO" not in bare.message.as_string()


def test_a_mail_that_is_refused_with_its_attachment_goes_without_it_first():
    world = World()
    raw = (
        b"From: Sanne <sanne@example.nl>\r\nTo: klachten@ront.nl\r\nSubject: Klacht\r\nMessage-ID: <1@example.nl>\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
        b"--x\r\nContent-Type: text/plain\r\n\r\nZie bijlage.\r\n"
        b'--x\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n--x--\r\n'
    )
    world.courier.answer = lambda x: (
        Rejected("550 virus", for_content=True) if b"application/pdf" in x.content else Sent()
    )
    world.receive(raw)
    flush(world.office)
    routing = world.last(JAN)
    assert "Zie bijlage." in routing.text
    assert "weigerde deze mail met de bijlagen" in routing.text
    assert {x.state for x in world.store.letters()} == {"sent"}


def test_every_kind_of_letter_has_its_dutch_name():
    names = [labels.letter_kind(kind) for kind in labels.LETTERS]
    assert [name for name in names if not name or "_" in name or name == "brief"] == []


def test_an_employee_who_handles_it_and_does_not_get_our_mail_is_told_to_the_partners():
    world = World()
    world.receive(mail("De trainer kwam niet.", sender=CLIENT))
    world.reply(JAN, "@piet")
    assigned = world.last(PIET)
    world.news()
    world.receive(report(assigned, PIET))
    assert {x.to for x in world.news()} == {JAN, ELS}


def test_whom_the_complaint_is_about_never_hears_what_came_back_of_it():
    world = World()
    world.receive(mail("Alles ging mis."))
    complaint, firm = world.complaint(), world.office.firm
    everybody = (*(member.address for member in firm.partners), firm.keeper.address)
    about = replace(complaint, about=everybody)

    assert undelivered(FailedLetter("outcome", CLIENT, None, GONE), complaint, firm)
    assert undelivered(FailedLetter("outcome", CLIENT, None, GONE), about, firm) == ()
