"""An outcome that did not arrive was told to nobody: it is asked for again, about the one who did not get it."""

import pytest

from klachtmail.smtp.port import Rejected, Sent
from tests.mails.bounces import report
from tests.several import FOUND, complains, each, says, sends, three
from tests.world import ELS, JAN, World

LAWYER = "recht@kantoor.example"


def comes_back(world, letter, *, action="failed", status="5.1.1", named=True):
    """Have the mail server of its reader send a letter back."""
    about = (
        f"Final-Recipient: rfc822; {letter.to}\nAction: {action}\nStatus: {status}\nDiagnostic-Code: smtp; 550 unknown"
    )
    returned = f"From: klachten@ront.nl\nTo: {letter.to}\nSubject: x"
    if named:
        returned += f"\nMessage-ID: <{letter.message_id}>"
    text = report("MAILER-DAEMON@mx.example.nl", "Undelivered Mail", "It failed.", about, returned)
    world.news()
    world.receive(text.lstrip("\n").replace("\n", "\r\n").encode())
    return {each.to: each for each in world.news()}


@pytest.fixture
def world():
    """Three people got the outcome as letters of their own."""
    begun = three()
    each(begun, "gebeld", "groep 2 3 zeker", FOUND, "uitkomst: De verwarming was stuk.")
    sends(begun)
    return begun


def test_it_is_a_task_about_who_did_not_get_it_and_closing_waits_for_him(world):
    task = comes_back(world, world.last("kees@example.nl"))[JAN]
    assert "Bel of schrijf Kees Klant" in task.text
    assert "Sanne" not in task.text
    assert "de uitkomst vertellen aan Kees Klant (K2026-0002)" in says(world, "sluit").text
    world.press(JAN, "Uitkomst verteld", task)
    assert says(world, "sluit").subject.startswith("Concept")
    assert world.complaint().status == "closed"


def test_with_one_complainant_the_clock_runs_on():
    world = World()
    complains(world, "sanne@example.nl")
    each(world, "ik", "gebeld", FOUND, "uitkomst: De verwarming was stuk.")
    task = comes_back(world, sends(world)["sanne@example.nl"])[JAN]
    assert world.complaint().status == "assigned"
    world.now = world.now.replace(month=12, day=8)
    world.sweep()
    assert "Dat is niet gelukt" in world.last(JAN).text
    assert not any("hoorde de uitkomst" in x.text for x in world.letters(ELS))
    world.press(JAN, "Uitkomst verteld", task)
    assert world.complaint().status == "answered"


def test_so_it_is_when_the_server_refuses_it_at_once():
    world = World()
    complains(world, "sanne@example.nl")
    each(world, "ik", FOUND, "uitkomst: De verwarming was stuk.")
    unknown = Rejected("550 5.1.1 user unknown")
    world.courier.answer = lambda letter: unknown if letter.recipient == "sanne@example.nl" else Sent()
    sends(world)
    assert world.complaint().status == "assigned"
    assert "Uitkomst verteld" in world.last(JAN).buttons


def test_who_was_told_by_telephone_before_or_after_it_was_told(world):
    letter = world.last("kees@example.nl")
    world.later(hours=1)
    says(world, "K2026-0002 uitkomst gemeld: aan de telefoon")
    comes_back(world, letter)
    assert world.complaint().parties[0].told_at
    world.later(hours=1)
    each(world, "uitkomst aan allen: De verwarming was stuk.")
    comes_back(world, sends(world)["fatma@example.nl"])
    assert world.complaint().parties[1].told_at  # by the first letter


@pytest.mark.parametrize("how", [{"action": "delayed", "status": "4.4.1"}, {"named": False}])
def test_a_delay_or_a_report_that_names_no_letter_of_ours_takes_nothing_back(world, how):
    comes_back(world, world.last("kees@example.nl"), **how)
    assert all(party.told_at for party in world.complaint().parties)


def test_what_came_back_from_a_representative_is_about_whom_he_stands_for():
    world = three()
    each(world, "groep 2 zeker", f"K2026-0002 gemachtigde: mr. A. Recht <{LAWYER}>", FOUND, "uitkomst: Stuk.")
    sent = sends(world)
    task = comes_back(world, sent[LAWYER])[JAN]
    assert "Bel of schrijf Kees Klant" in task.text
    assert world.complaint().parties[0].told_at is None
    assert world.complaint().answered_at
