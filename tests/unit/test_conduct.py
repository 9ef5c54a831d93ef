"""What members' commands do, by mail: read what they get, answer it, look at the record."""

import datetime as dt

import pytest

from tests.letters_read import answer
from tests.world import CLIENT, ELS, JAN, PIET, World, mail


@pytest.fixture
def world():
    begun = World()
    begun.receive(mail("De trainer was te laat. Bel mij: 06-12345678", message_id="eerste@example.nl"))
    return begun


@pytest.fixture
def mine(world):
    """Jan has it."""
    world.reply(JAN, "ik pak het op")
    world.news()
    return world


def said(world, member=JAN):
    return world.last(member).text


def draft(world, member=JAN):
    """Return the newest letter that shows a draft."""
    return [x for x in world.letters(member) if "oncept" in x.subject][-1]


def test_the_first_wins_and_the_second_is_told_who(world):
    jans, elses = world.last(JAN), world.last(ELS)
    world.receive(answer(jans, JAN, "ik"), answer(elses, ELS, "ik pak het op"))
    assert world.complaint().handler == JAN
    assert "Jan de Vries heeft deze klacht al" in said(world, ELS)


def test_an_employee_gets_the_whole_dossier(world):
    world.reply(JAN, "@piet")
    assigned = world.last(PIET)
    assert "De trainer was te laat" in assigned.text
    offered = ["gebeld", "geen gehoor", "uitkomst: ", "uitstel ", "geef terug"]
    assert [line for _, _, line in assigned.buttons.values() if line in offered] == offered
    assert "Bel 06-12345678" in assigned.text
    assert world.complaint().handler == PIET
    assert "Piet Jansen" in said(world, ELS)


def test_an_unknown_alias_suggests_the_nearest(world):
    world.reply(JAN, "@peit")
    assert world.complaint().handler is None
    assert "@piet" in said(world)


def test_an_employee_may_do_only_what_a_handler_does_on_his_own(world):
    world.reply(JAN, "@piet")
    world.reply(PIET, "gebeld\ngeen klacht: vraag, onzin")
    assert world.complaint().contacted_at is not None
    assert world.complaint().status == "assigned"
    assert "alleen een partner" in said(world, PIET)
    assigned = world.last(PIET)
    world.reply(JAN, "@els")
    world.receive(answer(assigned, PIET, "geen gehoor"))
    assert world.complaint().attempts == 0


def test_giving_back_tells_the_partners(world):
    world.reply(JAN, "@piet")
    world.news()
    world.reply(PIET, "lukt mij niet")
    assert world.complaint().handler is None
    assert {JAN, ELS, PIET} == {x.to for x in world.news()}


def test_closing_is_refused_with_the_list_of_what_is_missing(mine):
    mine.reply(JAN, "sluit")
    text = said(mine)
    for missing in ("uitkomst", "oorzaak", "structure"):
        assert missing in text
    assert mine.complaint().status == "assigned"


def test_a_complaint_from_contact_to_closing(mine):
    mine.reply(
        JAN,
        "gebeld\nwens: geld terug\noorzaak: planning\nstructureel: ja\nmaatregel: dag ervoor bellen door piet voor 1 februari\noordeel: gegrond",
    )
    mine.reply(JAN, "uitkomst: De trainer had pech.\nvoorstel: U krijgt 100 euro terug.")
    shown = draft(mine)
    assert "De trainer had pech." in shown.text
    assert "planning" not in shown.text, "a cause never reaches a client"
    mine.press(JAN, "Verstuur", on=shown)
    letter = mine.last("sanne@example.nl")
    assert "100 euro" in letter.text
    assert "Auto-Submitted" not in letter.message
    assert letter.text.strip().splitlines()[0] in shown.text
    record = mine.complaint()
    assert (record.status, record.judgement, record.draft) == ("answered", "gegrond", None)
    mine.reply(JAN, "klager akkoord\nsluit")
    record = mine.complaint()
    assert (record.status, record.accepted, record.closed_at) == ("closed", True, mine.now)
    assert record.measures[0].owner == PIET


def test_an_old_draft_is_refused_and_shown_afresh(mine):
    mine.reply(JAN, "uitkomst: Eerste versie.\nvoorstel: Niets.")
    old = draft(mine)
    mine.reply(JAN, "uitkomst: Tweede versie.")
    mine.press(JAN, "Verstuur", on=old)
    assert mine.complaint().status == "assigned"
    assert "Tweede versie." in draft(mine).text
    mine.press(JAN, "Verstuur", on=draft(mine))
    assert "Tweede versie." in mine.last("sanne@example.nl").text


def test_news_from_the_client_makes_a_draft_out_of_date(mine):
    mine.reply(JAN, "antwoord: Wij zoeken het uit.")
    shown = draft(mine)
    mine.receive(mail("Ik trek het in.", In_Reply_To="<eerste@example.nl>"))
    mine.press(JAN, "Verstuur", on=shown)
    assert len(mine.letters("sanne@example.nl")) == 1


def test_verstuur_on_a_mail_that_shows_no_draft_sends_nothing(mine):
    mine.reply(JAN, "antwoord: Wij zoeken het uit.")
    transcript = next(x for x in reversed(mine.letters(JAN)) if "oncept" not in x.subject)
    mine.receive(answer(transcript, JAN, "verstuur"))
    assert len(mine.letters("sanne@example.nl")) == 1


def test_a_postponement_moves_the_due_date_and_keeps_the_original(mine):
    mine.reply(JAN, "uitstel 15 december: wij wachten op de trainer")
    assert mine.complaint().due_on == dt.date(2026, 12, 7)
    mine.press(JAN, "Verstuur", on=draft(mine))
    assert "15 december 2026" in mine.last("sanne@example.nl").text
    record = mine.complaint()
    assert (record.due_on, record.original_due_on) == (dt.date(2026, 12, 15), dt.date(2026, 12, 7))


def test_no_complaint_is_kept_counted_and_reversible(mine):
    mine.reply(JAN, "geen klacht: anders")
    assert mine.complaint().status == "assigned", "a reason is asked"
    mine.reply(JAN, "geen klacht: compliment, wilde bedanken")
    record = mine.complaint()
    assert (record.status, record.dismissal.kind) == ("dismissed", "compliment")
    assert len(mine.letters("sanne@example.nl")) == 1, "the letter is only offered"
    mine.reply(JAN, "klacht", to=draft(mine))
    assert mine.complaint().status == "assigned"
    assert mine.complaint().dismissal is None


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("geen klacht: anders, wil een andere zaal", ("anders", "wil een andere zaal")),
        ("geen klacht: vraag", ("vraag", "vraag")),
        ("geen klacht: compliment", ("compliment", "compliment")),
    ],
)
def test_a_question_or_a_compliment_says_enough_and_anything_else_its_reason(mine, line, kept):
    mine.reply(JAN, line)
    dismissal = mine.complaint().dismissal
    assert (dismissal.kind, dismissal.reason) == kept


def test_undo_puts_back_what_the_last_command_changed(mine):
    mine.reply(JAN, "ingrijpend")
    assert mine.complaint().serious
    mine.reply(JAN, "ongedaan")
    assert not mine.complaint().serious
    assert mine.complaint().handler == JAN


def test_what_was_sent_cannot_be_undone(mine):
    mine.reply(JAN, "antwoord: Wij bellen u.")
    mine.press(JAN, "Verstuur", on=draft(mine))
    mine.reply(JAN, "ongedaan")
    assert "Er is niets van jou om ongedaan te maken" in said(mine)
    assert mine.complaint().messages[-2].kind == "message"


def test_free_text_is_kept_as_a_note_and_the_answer_says_so(mine):
    mine.reply(JAN, "De zaal was dubbel geboekt.")
    assert any(h.detail == "De zaal was dubbel geboekt." for h in mine.complaint().history)
    assert "notitie" in said(mine)


@pytest.mark.parametrize("text", ["ik pak het niet op", "als Els niet kan pak ik het op", "zal ik het oppakken?"])
def test_negation_condition_and_question_do_nothing(world, text):
    world.reply(JAN, text)
    assert world.complaint().handler is None


def test_a_complaint_about_a_member_is_closed_to_that_member(world):
    routing = world.last(ELS)
    world.reply(JAN, "betreft @els")
    world.news()
    world.receive(answer(routing, ELS, "dossier\nik"))
    assert world.complaint().handler is None
    assert all("De trainer" not in x.text for x in world.news() if x.to == ELS)
    world.receive(mail("Nog iets", In_Reply_To="<eerste@example.nl>"))
    assert {x.to for x in world.news()} == {JAN}


def test_a_member_who_is_named_is_pointed_out():
    world = World()
    world.receive(mail("Els Bakker was erg onvriendelijk."))
    assert "Els Bakker" in world.last(JAN).text
    world.reply(JAN, "@els")
    assert "genoemd" in said(world)
    assert world.complaint().handler == ELS


def test_merging_with_another_complainant_asks_first(world):
    world.receive(mail("Ook te laat!", sender="Kees <kees@example.nl>"))
    world.reply(JAN, "samenvoegen K2026-0001")
    assert world.complaint("K2026-0002").status == "new"
    world.reply(JAN, "samenvoegen K2026-0001 zeker")
    assert world.complaint("K2026-0002").status == "merged"


def test_a_client_without_mail_gets_a_letter_to_print(world):
    world.receive(
        mail(
            "Klager: Mevrouw Smit, tel 06-11112222\nBetreft: training\nErnst: substantieel\nOpgelost: nee",
            sender=PIET,
            subject="Mondelinge klacht",
        )
    )
    number = "K2026-0002"
    world.reply(PIET, "bevestig")
    assert any("print" in (x.subject + x.text).lower() for x in world.letters(PIET))
    world.reply(PIET, "uitkomst: Zaal geboekt.\nvoorstel: Excuses.")
    shown = draft(world, PIET)
    assert "De klager heeft geen e-mail: na “verstuur” krijg je de brief om te printen." in shown.text
    world.press(PIET, "Verstuur", on=shown)
    assert world.complaint(number).status == "assigned"
    world.reply(PIET, "gepost")
    assert world.complaint(number).status == "answered"


def test_the_outcome_told_by_phone(mine):
    mine.reply(JAN, "uitkomst gemeld: geld terug, mevrouw is tevreden")
    assert mine.complaint().status == "answered"


def test_appeal_and_ruling(mine):
    mine.reply(JAN, "uitkomst gemeld: niets gevonden")
    mine.reply(JAN, "niet akkoord\nberoep 23 november\nuitspraak: gegrond, 200 euro")
    record = mine.complaint()
    assert record.accepted is False
    assert (record.appeal.on, record.appeal.ruling) == (dt.date(2026, 11, 23), "gegrond, 200 euro")


def test_withdrawal_closes(mine):
    mine.reply(JAN, "ingetrokken: opgelost door collega")
    assert mine.complaint().status == "closed"


def test_a_follow_up_after_closing_asks_to_reopen(mine):
    mine.reply(JAN, "ingetrokken: opgelost")
    mine.news()
    mine.receive(mail("Toch niet opgelost!", In_Reply_To="<eerste@example.nl>"))
    shown = mine.last(JAN)
    assert "Heropen" in shown.buttons
    mine.press(JAN, "Heropen")
    assert mine.complaint().status == "assigned"


def test_absence_and_the_meeting_are_commands_about_the_firm(world):
    world.reply(JAN, "afwezig t/m 16 december, @els neemt waar")
    absence = world.store.state.absences[0]
    assert (absence.member, absence.until, absence.substitute) == (JAN, dt.date(2026, 12, 16), ELS)
    world.reply(JAN, "overleg 1 december 9:00")
    assert next(iter(world.store.state.meeting.moved.values())).isoformat().startswith("2026-12-01T09:00")


def test_questions_are_answered_by_mail(world):
    world.reply(JAN, "status\ndossier\nagenda\nzoek sanne\nhelp\nwie heeft deze?")
    subjects = [x.subject for x in world.letters(JAN)]
    assert len(subjects) == 1 + 6
    assert "Niemand heeft deze klacht nog" in "".join(x.text for x in world.letters(JAN))


def test_the_digest_can_be_answered_with_commands_for_many_complaints(world):
    world.receive(mail("Tweede klacht", sender="Kees <kees@example.nl>"))
    world.now = dt.datetime(2026, 11, 30, 8, 1, tzinfo=world.now.tzinfo)
    world.sweep()
    agenda = next(x for x in reversed(world.letters(JAN)) if "genda" in x.subject)
    world.receive(answer(agenda, JAN, "K2026-0001 ik\n2 @piet\n9 @els"))
    assert world.complaint("K2026-0001").handler == JAN
    assert world.complaint("K2026-0002").handler == PIET
    assert "9" in said(world)


def test_a_token_of_one_complaint_commands_no_other(world):
    world.receive(mail("Tweede klacht", sender="Kees <kees@example.nl>"))
    first = world.letters(JAN)[0]
    world.receive(answer(first, JAN, "K2026-0002 ik"))
    assert world.complaint("K2026-0002").handler is None


def test_the_form_for_an_oral_complaint_can_be_filled_in(world):
    world.receive(mail("mondeling", sender=PIET, subject="mondeling"))
    form = world.last(PIET)
    filled = "Klager: Kees Klant, kees@example.nl\nBetreft: training\nErnst: substantieel\nOpgelost: nee\nToelichting: zaal te klein"
    world.receive(answer(form, PIET, filled, subject=f"Re: {form.subject}"))
    record = world.complaint("K2026-0002")
    assert (record.confirmed, record.handler, record.complainant.address) == (True, PIET, "kees@example.nl")


def test_commands_in_html_only_mail_work(world):
    routing = world.last(JAN)
    plain = answer(routing, JAN, "<p>ik pak het op</p><p>Groet, Jan</p>")
    assert world.receive(plain.replace(b"text/plain", b"text/html")).counts["commands"] == 1
    assert world.complaint().handler == JAN


def test_500_lines_are_read_and_answered_in_one_transcript(mine):
    mine.reply(JAN, "\n".join(f"onzin nummer {i}" for i in range(500)))
    assert len(mine.news()) == 1


def test_on_request_nothing_is_acknowledged_until_somebody_asks():
    world = World(procedure={"acknowledge": "on_request"})
    world.receive(mail("Klacht"))
    assert not world.letters("sanne@example.nl")
    world.press(JAN, "Bevestig")
    assert len(world.letters("sanne@example.nl")) == 1
    assert world.complaint().acknowledged_at is not None


def test_a_client_who_answers_waits_until_somebody_writes(mine):
    mine.receive(mail("Hallo?", sender=CLIENT, In_Reply_To="<eerste@example.nl>"))
    assert mine.complaint().waiting_since is not None
    mine.reply(JAN, "antwoord: Vanmiddag bel ik u.")
    mine.press(JAN, "Verstuur", on=draft(mine))
    assert mine.complaint().waiting_since is None


def test_a_call_that_nobody_answered_is_an_attempt_and_he_is_still_to_be_called(mine):
    mine.reply(JAN, "geen gehoor")
    assert (mine.complaint().attempts, mine.complaint().contacted_at) == (1, None)
    mine.now = mine.now.replace(day=25, hour=8, minute=31)
    mine.sweep()
    assert mine.last(JAN).subject.startswith("Bel Sanne de Boer")


def test_the_draft_warns_of_what_is_not_in_it_yet(mine):
    mine.reply(JAN, "structureel: ja\nuitkomst: De zaal was dubbel geboekt.")
    assert "Er staat nog geen voorstel in" in draft(mine).text
    assert "nog geen maatregel" in draft(mine).text
    mine.reply(JAN, "voorstel: U krijgt een nieuwe dag.\nmaatregel: dubbel controleren voor 1 februari", to=draft(mine))
    assert "Er staat nog geen" not in draft(mine).text
