"""What happens with each kind of mail: the design's rules, in its order, seen from the letters and the records."""

import datetime as dt

import pytest

from klachtmail.domain.records.outcome import POLL_KINDS
from tests.letters_read import answer, press
from tests.world import CLIENT, ELS, JAN, PIET, World, mail


@pytest.fixture
def world():
    return World()


@pytest.fixture
def begun(world):
    world.receive(mail("De trainer was te laat en het materiaal ontbrak.", message_id="eerste@example.nl"))
    return world


def only(report, kind):
    counts = {name: count for name, count in report.counts.items() if count}
    assert counts == {kind: 1}, counts
    assert set(report.counts) <= set(POLL_KINDS)


def test_a_client_becomes_a_complainant(world):
    only(world.receive(mail("De trainer was te laat.")), "new")
    assert {x.to for x in world.letters()} == {"sanne@example.nl", JAN, ELS}
    assert world.complaint().due_on == dt.date(2026, 12, 7)


def test_the_due_date_runs_from_receipt_not_from_the_date_header(world):
    raw = mail("Te laat.", Date="Mon, 02 Nov 2026 09:00:00 +0100")
    world.receive(raw)
    assert world.complaint().due_on == dt.date(2026, 12, 7)


def test_the_same_mail_through_an_alias_is_a_duplicate(begun):
    again = b"Received: from elsewhere\r\n" + mail(
        "De trainer was te laat en het materiaal ontbrak.", message_id="eerste@example.nl"
    )
    only(begun.receive(again), "duplicates")
    assert len(begun.letters("sanne@example.nl")) == 1


def test_a_follow_up_is_shown_to_the_partners_and_not_acknowledged(begun):
    begun.news()
    only(begun.receive(mail("Ik hoor graag iets.", In_Reply_To="<eerste@example.nl>")), "follow_up")
    assert {x.to for x in begun.news()} == {JAN, ELS}
    assert begun.complaint().waiting_since is not None


def test_an_answer_to_our_letter_is_a_follow_up(begun):
    acknowledgement = begun.last("sanne@example.nl")
    only(begun.receive(answer(acknowledgement, CLIENT, "Ik wil mijn geld terug.")), "follow_up")
    assert len(begun.complaint().messages) == 3


def test_a_follow_up_goes_to_the_handler_alone(begun):
    begun.reply(JAN, "ik")
    begun.news()
    begun.receive(mail("Hallo?", In_Reply_To="<eerste@example.nl>"))
    assert [x.to for x in begun.news()] == [JAN]


def test_somebody_else_in_the_thread_is_a_third_party_and_gets_no_answer(begun):
    begun.news()
    report = begun.receive(
        mail("Ik treed op voor cliënte.", sender="advocaat@example.org", In_Reply_To="<eerste@example.nl>")
    )
    only(report, "third_party")
    assert {x.to for x in begun.news()} == {JAN, ELS}


def test_the_number_alone_counts_only_with_a_known_address(begun):
    only(begun.receive(mail("Over mijn klacht", subject="K2026-0001")), "follow_up")
    only(begun.receive(mail("Ook een klacht", sender="ander@example.org", subject="K2026-0001")), "new")


def test_a_fresh_mail_of_a_complainant_gets_a_new_number_and_a_button_to_merge(begun):
    only(begun.receive(mail("Nog iets: de factuur klopt niet.", subject="Factuur")), "new")
    assert "K2026-0001" in begun.last("sanne@example.nl").text
    assert any("amenvoegen" in label for label in begun.last(JAN).buttons)
    begun.press(JAN, next(label for label in begun.last(JAN).buttons if "amenvoegen" in label))
    assert begun.complaint("K2026-0002").merged_into == "K2026-0001"


def test_a_reply_to_a_merged_complaint_goes_to_the_other(begun):
    begun.receive(mail("Factuur klopt niet.", subject="Factuur", message_id="tweede@example.nl"))
    begun.press(JAN, next(label for label in begun.last(JAN).buttons if "amenvoegen" in label))
    begun.receive(mail("Hoe staat het ermee?", In_Reply_To="<tweede@example.nl>"))
    assert begun.complaint("K2026-0001").messages[-1].kind == "follow_up"


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto-Submitted": "auto-replied"},
        {"Precedence": "bulk"},
        {"List-Id": "<nieuws.example.org>"},
        {"Return-Path": "<>"},
        {"X-Autoreply": "yes"},
        {"List-Unsubscribe": "<mailto:af@example.org>"},
        {"X-Priority": "autoreply"},
        {"Delivered-To": "Autoresponder"},
    ],
)
def test_automatic_mail_is_never_answered_and_is_listed_next_morning(world, headers):
    only(world.receive(mail("Ik ben er niet.", headers=headers)), "automatic")
    assert not world.letters()
    assert world.store.state.set_aside[0].why == "automatic"
    world.later(days=1)
    world.sweep()
    listed = world.last(JAN)
    assert "sanne@example.nl" in listed.text


@pytest.mark.parametrize("name", ["Mail Delivery System", "MAILER-DAEMON", "Postmaster"])
def test_who_calls_himself_as_mail_servers_do_is_never_answered(world, name):
    only(world.receive(mail("Uw bericht kwam niet aan.", sender=f"{name} <mail@example.nl>")), "automatic")
    assert not world.letters()


def test_a_client_behind_exchange_is_a_person(world):
    only(world.receive(mail("Klacht", headers={"X-Auto-Response-Suppress": "DR, OOF, AutoReply"})), "new")


def test_what_was_set_aside_becomes_a_complaint_with_one_button(world):
    world.receive(mail("Ik klaag echt.", headers={"Precedence": "bulk"}))
    world.later(days=1)
    world.sweep()
    label = next(label for label, (_, _, body) in world.last(JAN).buttons.items() if body.startswith("klacht"))
    world.press(JAN, label)
    assert world.complaint().due_on == dt.date(2026, 12, 7), "from the original receipt"
    assert world.store.state.set_aside == ()


@pytest.mark.parametrize(
    ("wanted", "value", "kind"),
    [
        ("X-Onze-Filter: spam", "Spam", "spam"),
        ("X-Onze-Filter: spam", "schoon", "new"),
        ("X-Onze-Filter", "ja", "spam"),
        ("x-onze-filter", "No", "new"),
        ("X-Onze-Filter", "0", "new"),
        ("X-Onze-Filter: yes", None, "new"),
        ("X-Een-Ander: spam", "spam", "new"),
        ("X-Onze-Filter", None, "new"),
    ],
)
def test_the_header_of_the_firms_own_filter_says_what_is_spam(wanted, value, kind):
    world = World(security={"spam_header": wanted})
    only(world.receive(mail("Koop nu", headers={"X-Onze-Filter": value} if value else {})), kind)
    assert bool(world.letters("sanne@example.nl")) == (kind == "new")


def test_a_round_is_told_in_words_and_in_its_published_form(world):
    assert world.poll().as_text() == "0 fetched"
    report = world.receive(mail("Te laat."), mail("Te koud.", sender=ELS), mail("Weg.", Auto_Submitted="auto-replied"))
    assert report.as_text() == "3 fetched (1 new, 1 commands, 1 automatic)"
    told = report.as_json()
    assert (told["fetched"], told["new"], told["commands"], told["automatic"]) == (3, 1, 1, 1)
    assert set(told) == {"fetched", "sent", "queued", *POLL_KINDS}


def test_spam_gets_no_letter_and_is_listed(world):
    only(world.receive(mail("Koop nu", headers={"X-Spam-Flag": "YES"})), "spam")
    only(world.receive(mail("Prijs gewonnen", subject="Prijs"), role="junk"), "spam")
    assert not world.letters()
    assert len(world.store.state.set_aside) == 2
    assert len(world.mailbox.kept["junk"]) == 1, "the Junk folder is read, not moved"
    assert world.poll().fetched == 0


def test_a_bounce_becomes_a_task(begun):
    acknowledgement = begun.last("sanne@example.nl")
    begun.news()
    bounce = f"""From: MAILER-DAEMON@example.nl\r
To: klachten@ront.nl\r
Subject: Undelivered Mail Returned to Sender\r
Return-Path: <>\r
Auto-Submitted: auto-replied\r
MIME-Version: 1.0\r
Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r
\r
--b\r
Content-Type: text/plain\r
\r
Sorry.\r
--b\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns; mx.example.nl\r
\r
Final-Recipient: rfc822; sanne@example.nl\r
Action: failed\r
Status: 5.1.1\r
Diagnostic-Code: smtp; 550 5.1.1 no such user\r
\r
--b\r
Content-Type: text/rfc822-headers\r
\r
Message-ID: <{acknowledgement.message_id}>\r
Subject: x\r
\r
--b--\r
""".encode()
    only(begun.receive(bounce), "bounces")
    told = begun.news()
    assert {x.to for x in told} == {JAN, ELS}
    assert "sanne@example.nl" in told[0].text
    assert any(m.failed for m in begun.complaint().messages)


def test_our_own_letter_coming_back_is_only_filed(begun):
    own = begun.courier.sent[0].content
    only(begun.receive(b"Received: from forwarder\r\n" + own), "automatic")
    assert begun.store.state.set_aside == ()


def test_an_employee_who_is_no_member_gets_a_pointer_once(world):
    only(world.receive(mail("De koffie is op.", sender="karin@ront.nl")), "internal")
    assert [x.to for x in world.news()] == ["karin@ront.nl"]
    only(world.receive(mail("Nog steeds.", sender="karin@ront.nl")), "internal")
    assert not world.news()
    assert not list(world.store.current())


def test_a_member_without_token_changes_nothing_and_gets_a_signed_mail(begun):
    begun.news()
    only(begun.receive(mail("ik pak het op", sender=JAN, subject="K2026-0001")), "commands")
    assert begun.complaint().handler is None
    fresh = begun.news()
    assert [x.to for x in fresh] == [JAN]
    begun.reply(JAN, "ik pak het op")
    assert begun.complaint().handler == JAN


def test_a_member_without_token_is_answered_once_an_hour(begun):
    for count in range(3):
        begun.receive(mail(f"hallo {count}", sender=JAN, subject="hallo"))
    assert len(begun.letters(JAN)) == 2
    begun.later(hours=2)
    begun.receive(mail("hallo weer", sender=JAN, subject="hallo"))
    assert len(begun.letters(JAN)) == 3


def test_a_members_mail_to_the_client_is_correspondence(begun):
    begun.reply(JAN, "ik")
    begun.news()
    written = mail(
        "Beste Sanne, ik bel u morgen.\n\nsluit",
        sender=JAN,
        to="sanne@example.nl",
        Cc="klachten@ront.nl",
        subject="Uw klacht",
    )
    only(begun.receive(written), "correspondence")
    assert begun.complaint().status == "assigned"
    begun.press(JAN, next(label for label in begun.last(JAN).buttons if "contact" in label))
    assert begun.complaint().contacted_at is not None


def test_a_token_from_another_address_asks_its_owner(begun):
    routing = begun.last(JAN)
    begun.news()
    only(begun.receive(press(routing, next(iter(routing.buttons)), "boef@example.org")), "commands")
    assert begun.complaint().handler is None
    asked = begun.news()
    assert [x.to for x in asked] == [JAN]
    assert "boef@example.org" in asked[0].text


def test_a_client_who_answers_a_forwarded_routing_mail_gives_no_commands(begun):
    routing = begun.last(JAN)
    only(begun.receive(answer(routing, CLIENT, "sluit")), "follow_up")
    assert begun.complaint().status == "new"


def test_a_forward_by_a_member_waits_for_confirmation(world):
    text = "Zie hieronder.\n\n---------- Forwarded message ---------\nVan: Kees Klant <kees@example.nl>\nDate: ma 23 nov 2026 om 08:00\nSubject: Slechte training\nTo: Jan de Vries <jan@ront.nl>\n\nIk ben ontevreden over de training.\n"
    only(world.receive(mail(text, sender=JAN, subject="Fwd: Slechte training")), "oral")
    assert not world.letters("kees@example.nl")
    record = world.complaint()
    assert (record.confirmed, record.channel, record.complainant.address) == (False, "forwarded", "kees@example.nl")
    assert "kees@example.nl" in world.last(ELS).text
    world.press(ELS, "Bevestig")
    assert world.complaint().confirmed
    assert world.letters("kees@example.nl")


def test_an_intake_source_proposes_the_reply_to_and_is_never_answered():
    world = World(intake={"sources": ["formulier@web.example"], "own_lists": []})
    raw = mail(
        "Naam: Kees\nIk ben ontevreden",
        sender="formulier@web.example",
        Reply_To="kees@example.nl",
        headers={"Auto-Submitted": "auto-generated"},
    )
    only(world.receive(raw), "new")
    assert world.complaint().complainant.address == "kees@example.nl"
    assert not world.letters("formulier@web.example")


def test_no_letter_goes_to_an_address_that_reads_none(world):
    only(world.receive(mail("Klacht", sender="Robot <no-reply@shop.example>", headers={"X-Spam": "no"})), "automatic")
    only(world.receive(mail("Klacht zonder afzender", sender="")), "new")
    assert {x.to for x in world.letters()} == {JAN, ELS}


def test_an_employee_reports_and_handles_an_oral_complaint(world):
    text = "Klager: Kees Klant, 06-87654321\nBetreft: training rekenen\nErnst: substantieel\nOpgelost: nee\nToelichting: De zaal was te klein."
    only(world.receive(mail(text, sender=PIET, subject="Mondelinge klacht")), "oral")
    record = world.complaint()
    assert (record.handler, record.channel, record.confirmed) == (PIET, "oral", False)


def test_small_and_solved_is_a_remark_and_the_second_is_pointed_out(world):
    text = "Klager: Kees Klant, 06-87654321\nBetreft: koffie\nErnst: klein\nOpgelost: ja, nieuwe gehaald"
    only(world.receive(mail(text, sender=PIET, subject="Mondelinge klacht")), "oral")
    assert world.complaint("M2026-0001").is_remark
    assert not list(world.store.open_complaints())
    world.later(days=30)
    world.receive(mail(text + "\n", sender=PIET, subject="Mondelinge klacht weer"))
    assert "M2026-0001" in world.last(JAN).text
    label = next(label for label, (_, _, body) in world.last(JAN).buttons.items() if body == "klacht")
    world.press(JAN, label)
    assert world.complaint("K2026-0001").handler == PIET


def test_a_handlers_out_of_office_is_told_to_the_partners(begun):
    begun.reply(JAN, "@piet")
    assigned = begun.last(PIET)
    begun.news()
    away = answer(assigned, PIET, "Ik ben afwezig tot maandag 7 december.", subject="Automatisch antwoord: klacht")
    only(begun.receive(b"Auto-Submitted: auto-replied\r\n" + away), "automatic")
    told = begun.news()
    assert {x.to for x in told} == {JAN, ELS}
    assert "maandag 7 december" in told[0].text


def test_what_a_person_moves_from_junk_to_the_inbox_is_a_complaint_after_all(world):
    only(world.receive(mail("Ik ben ontevreden.", message_id="gered@example.nl"), role="junk"), "spam")
    only(world.receive(mail("Ik ben ontevreden.", message_id="gered@example.nl")), "new")
    assert world.letters("sanne@example.nl")


def test_what_looks_like_spam_is_read_all_the_same_once_a_person_moved_it_out_of_junk(world):
    spam = mail("Ik ben ontevreden.", message_id="gered@example.nl", headers={"X-Spam-Flag": "YES"})
    only(world.receive(spam, role="junk"), "spam")
    assert world.receive(spam).counts["duplicates"] == 0


def test_of_two_complaints_of_one_client_in_one_poll_the_second_names_the_first():
    world = World()
    world.receive(mail("De zaal was koud.", subject="Zaal"), mail("De koffie ook.", subject="Koffie"))
    first, second = (next(x for x in world.letters(JAN) if f"000{n}]" in x.subject) for n in (1, 2))
    assert "K2026-0001" in second.text
    assert "Zaal" in second.text
    assert "K2026-0002" not in first.text
