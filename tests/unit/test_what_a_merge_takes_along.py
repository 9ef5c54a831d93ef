"""Merging loses nobody and nothing: who acts for whom, who still waits, what the law asks, who was asked his side."""

import datetime as dt

import pytest

from klachtmail.domain.records.parties import untold
from tests.letters_read import answer
from tests.several import FOUND, complains, each, says, sends, three
from tests.world import JAN, PIET, World, mail

LAWYER = "mr. A. Recht <recht@kantoor.example>"


@pytest.mark.parametrize("line", ["groep 2 zeker", "samenvoegen K2026-0001 zeker"])
def test_a_representative_goes_along_with_whom_he_stands_for(line):
    world = three()
    says(world, f"gemachtigde: {LAWYER}", number="K2026-0002")
    says(world, line, number="K2026-0001" if line.startswith("groep") else "K2026-0002")
    each(world, FOUND, "uitkomst: De verwarming was stuk.")
    sent = sends(world)
    assert set(sent) == {"sanne@example.nl", "recht@kantoor.example"}
    assert "U treedt op namens Kees Klant" in sent["recht@kantoor.example"].text
    assert "K2026-0002" in sent["recht@kantoor.example"].subject


def test_one_lawyer_stands_for_several_of_them():
    world = three()
    each(world, "groep 2 3 zeker", f"gemachtigde: {LAWYER}", f"K2026-0002 gemachtigde: {LAWYER}")
    each(world, FOUND, "uitkomst: De verwarming was stuk.")
    sends(world)
    told = [x for x in world.letters("recht@kantoor.example") if "uitkomst" in x.subject]
    assert {x.subject[-12:] for x in told} == {"[K2026-0001]", "[K2026-0002]"}
    assert ["Kees Klant" in x.text for x in told] == ["K2026-0002" in x.subject for x in told]
    assert any("uitkomst" in x.subject for x in world.letters("fatma@example.nl"))
    assert not [x for x in world.letters("sanne@example.nl") if "uitkomst" in x.subject]


def test_who_complained_himself_and_stands_for_another_still_hears_for_himself():
    world = three()
    each(world, "groep 2 zeker", "gemachtigde: Kees Klant <kees@example.nl>")
    each(world, FOUND, "uitkomst: De verwarming was stuk.")
    sends(world)
    told = [x for x in world.letters("kees@example.nl") if "uitkomst" in x.subject]
    assert {x.subject[-12:] for x in told} == {"[K2026-0001]", "[K2026-0002]"}


def test_a_second_complaint_of_somebody_who_knows_the_outcome_of_the_first_still_waits_for_its_own():
    world = World()
    complains(world, "sanne@example.nl")
    each(world, "ik", FOUND, "uitkomst: De verwarming was stuk.")
    sends(world)
    world.later(days=3)
    complains(world, "sanne@example.nl", "Ook de factuur klopt niet.", subject="Factuur")
    assert "wacht de klager nog" in says(world, "samenvoegen K2026-0001", number="K2026-0002").text
    assert "de uitkomst vertellen aan Sanne de Boer (K2026-0002)" in says(world, "sluit").text
    says(world, "uitkomst: De factuur is aangepast.")
    letter = sends(world)["sanne@example.nl"]
    assert letter.subject.endswith("[K2026-0002]")
    assert letter.message["References"].split()  # below her own mail
    says(world, "sluit")
    assert world.complaint().status == "closed"


def test_who_withdrew_and_complains_again_hears_the_outcome():
    world = three()
    each(world, "groep 2 3 zeker", "K2026-0002 ingetrokken: opgelost")
    complains(world, "kees@example.nl", "Het is toch niet opgelost.", subject="Toch niet")
    says(world, "samenvoegen K2026-0001 zeker", number="K2026-0004")
    assert [p.number for p in untold(world.complaint())] == ["K2026-0001", "K2026-0003", "K2026-0004"]
    each(world, FOUND, "uitkomst: De verwarming was stuk.")
    assert sends(world)["kees@example.nl"].subject.endswith("[K2026-0004]")
    world.receive(answer(world.last("kees@example.nl"), "kees@example.nl", "Dank u."))
    back = next(p for p in world.complaint().parties if p.number == "K2026-0004")
    assert back.waiting_since is not None


def test_who_was_only_spoken_to_is_reached_at_the_address_that_he_wrote_from():
    world = World()
    report = "Klager: Sanne de Boer, tel 06 12345678\nBetreft: zaal\nErnst: substantieel\nToelichting: te koud"
    world.receive(mail(report, sender=JAN, subject="Mondelinge klacht"))
    says(world, "bevestig")
    complains(world, "sanne@example.nl")
    says(world, "samenvoegen K2026-0001", number="K2026-0002")
    each(world, FOUND, "uitkomst: De verwarming was stuk.")
    assert set(sends(world)) == {"sanne@example.nl"}
    assert world.complaint().complainant.phone == "06 12345678"


def test_the_second_clock_and_an_appeal_run_on():
    world = three()
    says(world, "avg: datalek", number="K2026-0002")
    each(world, FOUND, "uitkomst gemeld: excuses", "beroep", number="K2026-0003")
    says(world, "groep 2 3 zeker")
    world.later(days=1)
    world.sweep()
    assert "Meld het datalek" in world.last(JAN).text
    assert world.complaint().appeal is not None


def test_what_somebody_was_asked_before_the_merge_is_his_side_of_it_after():
    world = three()
    each(world, "betreft @piet", "vraag @piet: Hoe laat was je er?", number="K2026-0002")
    question = world.last(PIET)
    says(world, "groep 2 zeker")
    world.receive(answer(question, PIET, "Om negen uur."))
    (hearing,) = world.complaint().hearings
    assert hearing.text == "Om negen uur."
    each(world, FOUND, "uitkomst gemeld aan allen: excuses", "sluit")
    assert world.complaint().status == "closed"


def test_the_earlier_day_that_was_promised_to_a_co_complainant_stays():
    world = three(days=2)
    each(world, "groep 2 zeker")
    first = next(p.due_on for p in world.complaint().parties)
    complains(world, "kees@example.nl", "Nog iets.", subject="Nog iets")
    says(world, "samenvoegen K2026-0001 zeker", number="K2026-0004")
    (kees,) = (p for p in world.complaint().parties if p.name == "Kees Klant")
    assert kees.due_on == first == dt.date(2026, 12, 9)


def test_an_answer_to_the_mail_that_brought_it_counts_where_it_goes_on():
    world = three()
    says(world, "groep 1 2 zeker", number="K2026-0003")
    told = each(world, "@piet", "gebeld", "Belt liever na vijven")
    assert "[K2026-0003]" in told.subject
    into = world.complaint("K2026-0003")
    assert into.handler == PIET
    assert [party.contacted_at is not None for party in into.parties] == [True, False]
    assert into.history[-1].detail == "Belt liever na vijven"


@pytest.mark.parametrize("line", ["sluit", "geen klacht: anders, al betaald", "ingetrokken: opgelost", "verstuur"])
def test_what_ends_it_for_others_too_is_asked_first(line):
    world = three()
    each(world, FOUND, "uitkomst: Stuk.", "uitkomst gemeld: excuses", number="K2026-0003")
    each(world, "uitkomst: De verwarming was stuk.")
    draft = world.last(JAN)
    says(world, "groep 1 2 zeker", number="K2026-0003")
    says(world, "uitkomst aan allen: De ketel.", number="K2026-0003")
    before = world.complaint("K2026-0003")
    world.news()
    asked = says(world, line, below=draft)  # whose version may be that of the other draft
    assert world.complaint("K2026-0003").status == before.status
    assert not [x for x in world.news() if not x.to.endswith("@ront.nl")]
    button = asked.buttons["Ja, in K2026-0003"][2]
    assert button == ("K2026-0001" if line.startswith("ingetrokken") else "K2026-0003") + f" {line}"


def test_the_draft_of_one_is_no_leave_to_send_that_of_another():
    world = three()
    says(world, "uitkomst: De verwarming was stuk.")
    draft = world.last(JAN)
    says(world, "groep 1 2 zeker", number="K2026-0003")
    each(world, "gebeld", "uitkomst: De ketel.", number="K2026-0003")  # of the same version as the one that was read
    world.news()
    says(world, "K2026-0003 verstuur", below=draft)
    assert not [x for x in world.news() if not x.to.endswith("@ront.nl")]
    assert world.complaint("K2026-0003").answered_at is None


@pytest.mark.parametrize(("address", "role"), [("oom@example.nl", "third_party"), ("sanne@example.nl", "complainant")])
def test_who_wrote_along_in_the_other_complaint_stays_what_he_is_here(address, role):
    world = three()
    below = world.last("kees@example.nl").message["Message-ID"]
    world.receive(mail("Ik zag het ook.", sender=f"Iemand <{address}>", In_Reply_To=below))
    says(world, "groep 2 zeker")
    found = world.complaint()
    roles = [p.role for p in found.parties if p.address == address] or ["complainant"]
    assert roles == [role]


def test_who_acts_for_a_guess_acts_for_nobody_once_that_is_merged():
    world = three()
    world.receive(mail("Klager: Bob Bos, bob@example.nl\nBetreft: zaal", sender=PIET, subject="Mondelinge klacht"))
    says(world, f"gemachtigde: {LAWYER}", number="K2026-0004")
    says(world, "samenvoegen K2026-0001 zeker", number="K2026-0004")
    (lawyer,) = world.complaint().parties
    assert (lawyer.address, lawyer.role, lawyer.stands_for) == ("recht@kantoor.example", "third_party", None)
    each(world, FOUND, "uitkomst: De verwarming was stuk.")
    assert set(sends(world)) == {"sanne@example.nl"}


@pytest.mark.parametrize(("name", "to"), [("kees@example.nl", "K2026-0002"), ("sanne@example.nl", None)])
def test_a_promise_stays_that_of_whom_it_was_made_to(name, to):
    world = World()
    complains(world, "sanne@example.nl")
    complains(world, name, "De zaal was ook donker.", subject="Donker")
    says(world, "toezegging: bloemen", number="K2026-0002")
    says(world, "samenvoegen K2026-0001 zeker", number="K2026-0002")
    assert [(p.text, p.to) for p in world.complaint().promises] == [("bloemen", to)]


def test_a_draft_that_was_shown_before_more_people_came_is_shown_again_with_them():
    world = three()
    shown = each(world, FOUND, "uitkomst: De verwarming was stuk.")
    says(world, "groep 2 zeker")
    again = says(world, "verstuur", below=shown)
    assert "Er is intussen iets veranderd." in again.text
    assert "Hij gaat ook naar Kees Klant (K2026-0002)" in again.text
    assert not [x for x in world.letters("sanne@example.nl") if "uitkomst" in x.subject]
