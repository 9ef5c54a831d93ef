"""The table of the procedure, row by row, as a partner, an employee and a client live it: by mail alone."""

import dataclasses
import datetime as dt
from dataclasses import replace

import pytest

from klachtmail.domain.firm.firm import Firm
from klachtmail.letters.writer import Writer
from tests.letters_read import answer
from tests.world import ELS, JAN, PIET, World, firm, mail

SANNE, KEES = "sanne@example.nl", "kees@example.nl"
ORAL = "Klager: Kees Klant, kees@example.nl, 06-87654321\nBetreft: training rekenen\nErnst: {}\nOpgelost: {}\nToelichting: De zaal was te klein{}"
FORWARD = (
    "Zie hieronder.\n\n---------- Forwarded message ---------\nVan: Kees Klant <kees@example.nl>\nDate: ma 23 nov 2026 om 08:00\n"
    "Subject: Slechte training\nTo: {to}\n\nIk ben ontevreden over de training.\n"
)


@pytest.fixture
def world():
    return World()


@pytest.fixture
def mine(world):
    """Jan has a complaint of Sanne."""
    world.receive(mail("De trainer was te laat.", message_id="eerste@example.nl"))
    world.reply(JAN, "ik pak het op")
    world.news()
    return world


def oral(world, severity="substantieel", solved="nee", more=".", *, sender=PIET):
    return world.receive(mail(ORAL.format(severity, solved, more), sender=sender, subject="Mondelinge klacht"))


def draft(world, member=JAN):
    """Return the newest letter that shows a draft."""
    return [x for x in world.letters(member) if "oncept" in x.subject][-1]


def transcript(world, member=JAN):
    """Return the newest transcript."""
    return [x for x in world.letters(member) if x.subject.startswith(("Gedaan", "Deels gedaan", "Niet gedaan"))][-1]


def morning(world, day):
    """Sweep at nine on this day, and return what was sent."""
    world.now = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(9), world.now.tzinfo)
    world.news()
    world.sweep()
    return world.news()


def told(letters, member, number):
    """Return whether a mail to this member speaks of this complaint."""
    return any(number in x.text for x in letters if x.to == member)


# ── 'geldt alleen voor externe klachten' ────────────────────────────────────────────────────────────────────────


def test_internal_mail_gets_a_pointer_once_and_a_partner_can_make_it_a_complaint(world):
    colleague = "Truus <truus@ront.nl>"
    assert world.receive(mail("Mijn stoel is stuk", sender=colleague)).counts["internal"] == 1
    world.receive(mail("En mijn bureau ook", sender=colleague, subject="Bureau"))
    assert [x.to for x in world.letters()] == ["truus@ront.nl"]
    assert "via de lijn" in world.last("truus@ront.nl").text
    assert not list(world.store.everything())
    morning(world, "2026-11-24")
    world.receive(
        answer(world.last(JAN), JAN, next(b for _, _, b in world.last(JAN).buttons.values() if b.startswith("klacht")))
    )
    assert world.complaint().due_on == dt.date(2026, 12, 7)


def test_what_a_colleague_without_role_passed_on_waits_for_confirmation_of_the_client(world):
    world.receive(
        mail(FORWARD.format(to="truus@ront.nl"), sender="Truus <truus@ront.nl>", subject="Fwd: Slechte training")
    )
    morning(world, "2026-11-24")
    world.press(JAN, "Klacht")
    record = world.complaint()
    assert (record.confirmed, record.complainant.address, record.channel) == (False, KEES, "forwarded")
    assert not world.letters(KEES)
    world.press(ELS, "Bevestig")
    assert len(world.letters(KEES)) == 1


# ── 'ook een mondelinge uiting' ─────────────────────────────────────────────────────────────────────────────────


def test_a_serious_oral_complaint_goes_to_the_partners_who_choose(world):
    oral(world, more=". Dit is echt ingrijpend.")
    record = world.complaint()
    assert (record.handler, record.serious) == (None, True)
    assert "Piet Jansen noemt deze klacht ingrijpend" in world.last(ELS).text
    world.reply(ELS, "bevestig\n@piet")
    assert world.complaint().handler == PIET


def test_an_oral_complaint_that_is_not_serious_is_handled_by_who_heard_it(world):
    oral(world, more=", maar niet ingrijpend.")
    assert world.complaint().handler == PIET
    shown = world.last(JAN)
    assert "Piet Jansen hoorde deze klacht en handelt hem zelf af" in shown.text
    assert "Ik pak het op" not in shown.buttons
    world.press(PIET, "Bevestig")
    assert len(world.letters(KEES)) == 1


def test_a_signed_report_needs_no_confirmation_and_is_acknowledged_at_once(world):
    world.receive(mail("mondeling", sender=PIET, subject="mondeling"))
    form = world.last(PIET)
    assert "Ernst: klein/substantieel/herhaald" in form.text
    world.receive(answer(form, PIET, ORAL.format("substantieel", "nee", "."), subject=f"Re: {form.subject}"))
    assert world.complaint().confirmed
    assert world.complaint().acknowledged_at is not None
    assert len(world.letters(KEES)) == 1
    assert "Piet Jansen behandelt dit" in world.last(JAN).text
    assert "Gebeld" in world.last(PIET).buttons


def test_what_is_missing_is_asked_and_the_answer_completes_it(world):
    world.receive(mail("Een meneer belde, hij was boos over de zaal.", sender=PIET, subject="Mondelinge klacht"))
    asked = world.last(PIET)
    assert all(word in asked.text for word in ("Klager", "Ernst"))
    world.receive(
        answer(asked, PIET, "Klager: Kees Klant, kees@example.nl\nBetreft: zaal\nErnst: substantieel\nOpgelost: nee")
    )
    record = world.complaint()
    assert (record.complainant.address, record.subject, record.text.splitlines()[0]) == (
        KEES,
        "zaal",
        "Een meneer belde, hij was boos over de zaal.",
    )


def test_an_answer_that_says_small_and_solved_makes_it_a_remark(world):
    world.receive(mail("Een meneer belde over de koffie.", sender=PIET, subject="Mondelinge klacht"))
    world.reply(PIET, "Klager: Kees Klant, 06-87654321\nBetreft: koffie\nErnst: klein\nOpgelost: ja, nieuwe gehaald")
    assert not list(world.store.open_complaints())
    assert world.complaint("M2026-0001").complainant.name == "Kees Klant"
    assert world.complaint("K2026-0001").merged_into == "M2026-0001"


def test_the_reporter_makes_his_second_remark_a_complaint_with_one_button(world):
    oral(world, "klein", "ja, andere zaal")
    world.later(days=400)
    oral(world, "klein", "ja, andere zaal", " weer.")
    assert "eerdere meldingen" not in world.last(PIET).text, "more than a year ago"
    world.later(days=20)
    oral(world, "klein", "ja, andere zaal", " alweer.")
    assert "M2027-0001" in world.last(PIET).text
    assert world.last(JAN).buttons.keys() == world.last(PIET).buttons.keys() == {"Maak er een klacht van"}
    assert "Je loste" not in world.last(JAN).text
    remark = world.complaint("M2028-0001")
    world.press(PIET, "Maak er een klacht van")
    complaint = world.complaint("K2028-0001")
    assert (complaint.handler, complaint.due_on, complaint.confirmed) == (PIET, remark.due_on, True)
    assert complaint.complainant.address == KEES
    assert len(world.letters(KEES)) == 1
    assert world.complaint("M2028-0001").merged_into == "K2028-0001"
    world.press(JAN, "Maak er een klacht van", on=[x for x in world.letters(JAN) if "Melding" in x.subject][-1])
    assert "al klacht K2028-0001" in world.last(JAN).text


def test_a_remark_takes_no_command_of_a_complaint(world):
    oral(world, "klein", "ja")
    oral(world, "klein", "ja", " weer.")
    remark = next(x for x in world.letters(JAN) if "Melding" in x.subject)
    world.receive(answer(remark, JAN, "ik\nuitkomst gemeld: klaar\nheropen"))
    assert world.complaint("M2026-0002").status == "closed"
    assert "melding, geen klacht" in world.last(JAN).text


# ── routing ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_handler_who_left_the_firm_leaves_it_without_a_handler_and_the_partners_are_told(world):
    world.receive(mail("De trainer was te laat."))
    world.reply(JAN, "@piet")
    world.firm = Firm.model_validate({**firm().model_dump(), "employees": []})
    world.office = dataclasses.replace(world.office, firm=world.firm, writer=Writer(world.firm, world.office.keys))
    sent = morning(world, "2026-11-24")
    assert {x.to for x in sent} == {JAN, ELS}
    assert "piet@ront.nl werkt hier niet meer" in sent[0].text
    record = world.complaint()
    assert (record.handler, record.status, record.history[-1].event) == (None, "new", "handler_left")
    sent = morning(world, "2026-11-25")
    assert "Niemand heeft de klacht" in sent[0].text
    world.receive(answer(sent[0], sent[0].to, "K2026-0001 ik"))
    assert world.complaint().handler == sent[0].to


def test_serious_stands_first_on_the_agenda_until_it_was_discussed(world):
    world.receive(mail("Eerste", sender="Ali <ali@example.nl>", subject="Adviestraject wonen"))
    world.receive(mail("Tweede"))
    world.reply(JAN, "ingrijpend\nik")
    world.reply(JAN, "agenda")
    agenda = world.last(JAN).text if "genda" in world.last(JAN).subject else world.letters(JAN)[-2].text
    assert agenda.index("K2026-0002") < agenda.index("K2026-0001")
    assert "ingrijpend" in agenda
    world.receive(answer(transcript(world), JAN, "K2026-0002 besproken: geld terug"))
    world.receive(
        answer(
            [x for x in world.letters(JAN) if "K2026-0002" in x.subject or "0002]" in x.subject][-1],
            JAN,
            "besproken: geld terug",
        )
    )
    assert world.complaint("K2026-0002").decision == "geld terug"
    world.reply(JAN, "agenda")
    agenda = next(x for x in reversed(world.letters(JAN)) if "Agenda" in x.subject)
    assert "ingrijpend" not in agenda.text


def test_a_complaint_about_its_handler_is_taken_from_him_even_after_it_closed(world):
    world.receive(mail("Slecht"))
    world.reply(JAN, "@piet")
    world.reply(ELS, "betreft @piet")
    record = world.complaint()
    assert (record.handler, record.about, record.status) == (None, (PIET,), "new")
    assert "gaat over Piet Jansen" in world.last(JAN).text
    world.reply(JAN, "ik")
    world.reply(JAN, "ingetrokken: opgelost")
    world.reply(JAN, "betreft @els")
    assert world.complaint().about == (PIET, ELS)


# ── outcome, measures, closing ──────────────────────────────────────────────────────────────────────────────────


def test_a_measure_needs_a_date_before_closing_and_gets_it_by_saying_it_again(mine):
    mine.reply(
        JAN, "gebeld\noorzaak: planning\nstructureel: ja\nmaatregel: dag ervoor bellen\nuitkomst gemeld: excuses"
    )
    mine.reply(JAN, "sluit")
    assert "een datum voor maatregel 1" in transcript(mine).text
    mine.reply(JAN, "maatregel: dag ervoor bellen door piet voor 1 februari")
    (measure,) = mine.complaint().measures
    assert (measure.owner, measure.due_on) == (PIET, dt.date(2027, 2, 1))
    mine.reply(JAN, "sluit")
    assert mine.complaint().status == "closed"


def test_the_owner_of_a_measure_answers_for_it_without_reading_the_dossier(mine):
    mine.reply(
        JAN,
        "oorzaak: planning\nstructureel: ja\nmaatregel: dag ervoor bellen door piet voor 1 december\nuitkomst gemeld: excuses\nsluit",
    )
    assert mine.complaint().status == "closed"
    sent = morning(mine, "2026-12-01")
    assert [x.to for x in sent] == [PIET]
    assert set(sent[0].buttons) == {"Gereed"}
    assert "Sanne" not in sent[0].text
    mine.press(PIET, "Gereed", on=sent[0])
    assert mine.complaint().measures[0].done_on == dt.date(2026, 12, 1)
    assert "Sanne" not in mine.last(PIET).text + mine.last(PIET).subject
    assert morning(mine, "2027-02-26") == []
    sent = morning(mine, "2027-03-01")
    assert {"Werkt", "Werkt niet"} <= set(sent[0].buttons)
    mine.press(PIET, "Werkt niet", on=sent[0])
    assert mine.complaint().measures[0].worked is False
    mine.receive(answer(sent[0], PIET, "K2026-0001 dossier\nK2026-0001 heropen"))
    assert mine.complaint().status == "closed"
    assert "De trainer was te laat" not in mine.last(PIET).text


def test_the_apology_of_an_overdue_complaint_lies_ready_and_is_sent_by_verstuur(mine):
    mine.reply(JAN, "gebeld")
    sent = morning(mine, "2026-12-08")
    to_jan = next(x for x in sent if x.to == JAN)
    mine.press(JAN, "Excuusbrief", on=to_jan)
    shown = draft(mine)
    assert "excuses" in shown.text
    assert len(mine.letters(SANNE)) == 1
    mine.press(JAN, "Verstuur", on=shown)
    assert "excuses" in mine.last(SANNE).text.lower()
    again = morning(mine, "2026-12-09")
    assert "Excuusbrief" not in next(x for x in again if x.to == JAN).buttons


def test_a_second_postponement_keeps_the_first_date_of_all(mine):
    for when in ("11 december", "18 december"):
        mine.reply(JAN, f"uitstel {when}: de trainer is ziek")
        mine.press(JAN, "Verstuur", on=draft(mine))
    record = mine.complaint()
    assert (record.due_on, record.original_due_on) == (dt.date(2026, 12, 18), dt.date(2026, 12, 7))


def test_status_by_mail_tells_the_medians_of_this_year_and_last(mine):
    mine.later(days=2)
    mine.reply(JAN, "gebeld")
    mine.now = mine.now.replace(year=2027, month=1, day=11)
    mine.reply(JAN, "status")
    text = next(x.text for x in reversed(mine.letters(JAN)) if "ervoor staat" in x.subject)
    assert "Tot het contact (mediaan): nog niets gemeten in 2027, 2 dagen in 2026" in text
    assert "K2026-0001" in text


def test_the_digest_shows_what_repeats(world):
    for name in ("ali", "bea"):
        world.receive(mail("Te laat", sender=f"{name.title()} <{name}@example.nl>", subject="Training omgevingswet"))
    sent = morning(world, "2026-11-30")
    agenda = next(x for x in sent if "Agenda" in x.subject)
    assert "omgevingswet" in agenda.text.partition("Wat zich herhaalt")[2]


# ── the meeting and who is away ─────────────────────────────────────────────────────────────────────────────────


def digests(letters):
    return [x for x in letters if x.subject.startswith("Agenda klachten · overleg")]


def test_the_digest_follows_a_moved_meeting(mine):
    mine.now = mine.now.replace(hour=11)  # after today's meeting: the next one is Monday 30 November
    mine.reply(JAN, "overleg 1 december 10:00")
    assert not digests(morning(mine, "2026-11-30"))
    sent = digests(morning(mine, "2026-12-01"))
    assert {x.to for x in sent} == {JAN, ELS}
    assert "dinsdag 1 december 2026" in sent[0].text
    assert digests(morning(mine, "2026-12-07")), "the meeting after it is where it was"


def test_a_meeting_that_is_off_has_no_digest(mine):
    mine.now = mine.now.replace(hour=11)
    mine.reply(JAN, "overleg vervalt")
    assert not digests(morning(mine, "2026-11-30"))
    assert digests(morning(mine, "2026-12-07"))
    mine.reply(JAN, "overleg gehouden")
    assert mine.store.state.meeting.held_at is not None


def test_a_substitute_gets_the_reminders_and_may_act_on_them(world):
    world.receive(mail("De trainer was te laat."))
    world.reply(JAN, "@els")
    world.reply(ELS, "afwezig t/m 2 december, @piet neemt waar", to=world.letters(ELS)[-1])
    world.news()
    sent = morning(world, "2026-11-26")
    assert [x.to for x in sent] == [PIET]
    assert "voor Els Bakker" in sent[0].text
    world.press(PIET, "Gebeld", on=sent[0])
    assert world.complaint().contacted_at is not None
    world.now += dt.timedelta(days=8)
    world.receive(answer(sent[0], PIET, "K2026-0001 geen gehoor"))
    assert world.complaint().attempts == 0, "Els is back"


def test_an_unanswered_client_reminds_the_handler(mine):
    mine.reply(JAN, "gebeld")
    mine.receive(mail("Hoe staat het ermee?", In_Reply_To="<eerste@example.nl>"))
    assert not any("wacht op een antwoord" in x.text for x in morning(mine, "2026-11-24"))
    sent = morning(mine, "2026-11-25")
    assert [x.to for x in sent] == [JAN]
    assert "wacht op een antwoord" in sent[0].text
    assert "Antwoorden" in sent[0].buttons


# ── real life ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_member_corrects_the_guessed_client_of_a_forward(world):
    world.receive(mail(FORWARD.format(to="piet@ront.nl"), sender=PIET, subject="Fwd: Slechte training"))
    assert "Klager invullen" in world.last(PIET).buttons
    world.reply(PIET, "klager: Karin Klant <karin@example.nl>, tel 06-11112222, Dorpsstraat 1, Apeldoorn")
    party = world.complaint().complainant
    assert (party.name, party.address, party.phone) == ("Karin Klant", "karin@example.nl", "06-11112222")
    assert world.complaint().confirmed
    assert [x.to for x in world.letters() if x.to in {KEES, "karin@example.nl"}] == ["karin@example.nl"]


def test_any_member_makes_a_forward_a_complaint(world):
    world.receive(mail(FORWARD.format(to="piet@ront.nl"), sender=PIET, subject="Fwd: Slechte training"))
    world.reply(PIET, "klacht")
    assert world.complaint().confirmed
    assert len(world.letters(KEES)) == 1


SOURCES = {"sources": ["formulier@ront.nl", "scan@ront.nl", "info@ront.nl"], "own_lists": []}


def test_a_web_form_with_labels_knows_its_complainant():
    world = World(intake=SOURCES)
    world.receive(
        mail(
            "Naam: Kees Klant\nE-mail: kees@example.nl\nTelefoon: 06-87654321\nBericht: Slecht!",
            sender="formulier@ront.nl",
        )
    )
    party = world.complaint().complainant
    assert (party.name, party.address, party.phone) == ("Kees Klant", KEES, "06-87654321")
    assert {x.to for x in world.letters()} == {KEES, JAN, ELS}


def test_a_scan_waits_for_who_complained():
    world = World(intake=SOURCES)
    raw = mail("Gescand.", sender="scan@ront.nl", subject="Scan van MFP-03")
    world.receive(raw)
    assert {x.to for x in world.letters()} == {JAN, ELS}
    shown = world.last(JAN)
    assert "geen e-mailadres" in shown.text
    assert "Klager invullen" in shown.buttons
    world.reply(JAN, "klager: Mevrouw Smit, Dorpsstraat 1, 7311 AA Apeldoorn\nbevestig")
    assert "Mevrouw Smit" in next(x.text for x in world.letters(JAN) if "printen" in x.subject)


def test_what_a_forwarding_mailbox_passes_on_by_hand_waits_for_confirmation():
    world = World(intake=SOURCES)
    world.receive(mail(FORWARD.format(to="info@ront.nl"), sender="info@ront.nl", subject="Fwd: Slechte training"))
    record = world.complaint()
    assert (record.complainant.address, record.confirmed, record.subject) == (KEES, False, "Slechte training")
    assert not world.letters(KEES)
    world.press(JAN, "Bevestig")
    assert len(world.letters(KEES)) == 1


def test_after_the_outcome_an_answer_of_the_client_comes_with_the_buttons_for_it(mine):
    mine.reply(JAN, "uitkomst gemeld: excuses en geld terug")
    mine.receive(mail("Prima zo!", In_Reply_To="<eerste@example.nl>"))
    mine.press(JAN, "Klager akkoord")
    record = mine.complaint()
    assert (record.accepted, record.waiting_since) == (True, None)


def test_a_third_party_can_turn_out_to_be_the_client(mine):
    mine.receive(
        mail("Vanaf mijn werk.", sender="Sanne op het werk <sdb@bedrijf.example>", In_Reply_To="<eerste@example.nl>")
    )
    mine.press(JAN, "Dit is de klager")
    assert mine.complaint().complainant.address == "sdb@bedrijf.example"
    mine.receive(mail("Nog iets.", sender="sdb@bedrijf.example", In_Reply_To="<eerste@example.nl>"))
    assert mine.complaint().messages[-1].kind == "follow_up"


def test_a_mail_to_the_client_with_us_in_copy_is_correspondence_that_may_count_as_contact(mine):
    mine.receive(
        mail(
            "Beste Sanne, ik sluit de zaak.\nsluit",
            sender=JAN,
            to=SANNE,
            Cc="klachten@ront.nl",
            In_Reply_To="<eerste@example.nl>",
        )
    )
    assert mine.complaint().status == "assigned"
    mine.press(JAN, "Ja, dit was contact")
    assert mine.complaint().contacted_at is not None


def test_merging_takes_everything_along(world):
    world.receive(mail("De factuur klopt niet.", message_id="eerste@example.nl", subject="Factuur"))
    world.reply(JAN, "ik\ngebeld\nmaatregel: nakijken voor 1 februari")
    world.receive(mail("En de zaal was koud.", message_id="tweede@example.nl"))
    number = "K2026-0001"
    world.receive(answer(next(x for x in world.letters(ELS) if "0001]" in x.subject), ELS, "samenvoegen K2026-0002"))
    record = world.complaint("K2026-0002")
    assert world.complaint(number).status == "merged"
    assert (record.handler, record.status, len(record.measures)) == (JAN, "assigned", 1)
    assert any("factuur klopt niet" in m.text for m in record.messages)
    assert "0001" in world.last(JAN).text, "its handler is told"


def test_what_is_undone_is_told_to_who_was_told_first(world):
    world.receive(mail("De trainer was te laat."))
    world.reply(JAN, "@piet")
    world.news()
    world.reply(JAN, "foutje, ongedaan maken")
    assert world.complaint().handler is None
    assert {x.to for x in world.news()} == {JAN, ELS, PIET}


def test_who_gave_it_back_by_mistake_can_undo_that(world):
    world.receive(mail("De trainer was te laat."))
    world.reply(JAN, "@piet")
    assigned = world.last(PIET)
    world.receive(answer(assigned, PIET, "geef terug"))
    world.receive(answer(assigned, PIET, "ongedaan"))
    assert world.complaint().handler == PIET


def test_an_employee_sees_only_what_is_his(world):
    world.receive(mail("De trainer was te laat."))
    world.receive(mail("mondeling", sender=PIET, subject="mondeling"))
    form = world.last(PIET)
    world.receive(answer(form, PIET, "status\nagenda\nzoek trainer\noverleg vervalt", subject="vraag"))
    texts = "".join(x.text + x.subject for x in world.letters(PIET))
    assert "Sanne" not in texts
    assert "alleen een partner" in texts
    assert not world.store.state.meeting.cancelled


def test_a_number_in_short_means_only_what_the_answered_mail_lists(world):
    world.receive(mail("Een"))
    routing = world.last(JAN)
    world.receive(mail("Twee", sender="Kees <kees@example.nl>"))
    world.receive(answer(routing, JAN, "2 @els\n1 @els"))
    assert world.complaint("K2026-0001").handler == ELS
    assert world.complaint("K2026-0002").handler is None


def test_the_words_akkoord_alone_on_a_draft_do_nothing_and_ask(mine):
    mine.reply(JAN, "uitkomst: Pech.\nvoorstel: Geld terug.")
    mine.receive(answer(draft(mine), JAN, "akkoord"))
    assert mine.complaint().accepted is None
    assert len(mine.letters(SANNE)) == 1
    assert "verstuur" in transcript(mine).text


def test_an_english_complainant_gets_english_letters_and_members_read_dutch(world):
    text = "Dear Sir or Madam,\n\nI am very unhappy with the course. The trainer was late and I would like my money back, please.\n\nKind regards,\nJohn Smith"
    world.receive(
        mail(
            text,
            sender="John Smith <john@example.com>",
            subject="Complaint about the course",
            message_id="en@example.com",
        )
    )
    letter = world.last("john@example.com")
    assert "Dear" in letter.text
    assert "Geachte" not in letter.text
    assert "Niemand heeft dit nog" in world.last(JAN).text
    world.reply(JAN, "ik\nuitkomst: The trainer was ill.\nvoorstel: We pay you back.")
    assert "Zo krijgt" in draft(world).text
    world.press(JAN, "Verstuur", on=draft(world))
    outcome = world.last("john@example.com").text
    assert "The trainer was ill." in outcome
    assert "Geachte" not in outcome


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("K2026-0999 ik", "Ik ken geen K2026-0999"),
        ("K2026-0001 uitstel 30 februari: ziek", "datum bestaat niet"),
        ("K2026-0001 uitstel 1 november 2026: ziek", "al geweest"),
        ("K2026-0001 @pjet", "@piet"),
        ("K2026-0001 ik", "gesloten"),
    ],
)
def test_what_cannot_be_done_says_why_and_changes_nothing(mine, line, why):
    mine.reply(JAN, "ingetrokken: opgelost") if why == "gesloten" else None
    agenda = next(x for x in digests(morning(mine, "2026-11-30")) if x.to == ELS)
    before = mine.complaint()
    mine.receive(answer(agenda, ELS, f"{line}\nstatus"))
    assert replace(mine.complaint(), messages=()) == replace(before, messages=())
    sent = mine.news()
    assert any(why in x.text for x in sent), [x.text for x in sent]
    assert any("ervoor staat" in x.subject for x in sent), "what was right is done"


def test_free_text_over_several_lines_is_one_note_and_five_lines_bring_help(mine):
    mine.reply(
        JAN,
        "Mevrouw vertelde dat de zaal koud was.\nDe koffie was op.\nHet was druk.\nZij ging vroeg weg.\nDat was jammer.",
    )
    notes = [h.detail for h in mine.complaint().history if h.event == "noted"]
    assert len(notes) == 1
    assert "help" in transcript(mine).text


def test_the_buttons_of_a_transcript_do_what_they_say(mine):
    mine.reply(JAN, "gebeld")
    assert {"Oorzaak", "Uitkomst schrijven", "Voorstel", "Uitstel", "Geef terug"} <= set(transcript(mine).buttons)
    mine.press(JAN, "Geef terug")
    assert mine.complaint().handler is None
    mine.press(JAN, "Ik pak het op")
    assert mine.complaint().handler == JAN
    mine.press(JAN, "Ongedaan maken")
    assert mine.complaint().handler is None


def test_nobody_is_told_about_himself(mine):
    mine.reply(JAN, "@els")
    told_now = mine.news()
    assert [x.subject for x in told_now if x.to == JAN] == [transcript(mine).subject]
    assert all("heeft de klacht van" not in x.subject for x in told_now if x.to == ELS)


def test_on_request_bevestig_confirms_and_writes_at_once():
    world = World(procedure={"acknowledge": "on_request"})
    world.receive(mail(FORWARD.format(to="piet@ront.nl"), sender=PIET, subject="Fwd: Slechte training"))
    world.press(JAN, "Bevestig")
    assert len(world.letters(KEES)) == 1


def test_never_means_that_only_a_member_who_asks_twice_gets_it_sent():
    world = World(procedure={"acknowledge": "never"})
    world.receive(mail("Slecht"))
    assert not world.letters(SANNE)
    world.reply(JAN, "bevestig")
    assert len(world.letters(SANNE)) == 1


def test_the_client_without_mail_has_letters_to_print(world):
    text = "Klager: Mevrouw Smit, Dorpsstraat 1, Apeldoorn\nBetreft: training\nErnst: substantieel\nOpgelost: nee"
    world.receive(mail(text, sender=PIET, subject="Mondelinge klacht"))
    world.reply(PIET, "bevestig")
    world.press(PIET, "Gepost", on=next(x for x in world.letters(PIET) if "printen" in x.subject))
    assert world.complaint().acknowledged_at is not None
    assert {x.to for x in world.letters()} == {JAN, ELS, PIET}
