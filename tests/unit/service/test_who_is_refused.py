"""A server that refuses us is no server that refuses a letter: the pattern over recipients decides, not its words."""

from dataclasses import replace

import pytest

from klachtmail.domain.records.port import Changes
from klachtmail.service.flush import flush
from klachtmail.service.poll import poll
from klachtmail.smtp.answers import classified
from klachtmail.smtp.port import Rejected, Retry, Sent
from tests.unit.service.test_outbox import PDF
from tests.world import ELS, JAN, OURS, PIET, World, mail

INSIDE = {JAN, ELS, PIET, OURS, "beheer@ront.nl"}
FROM_REAL_SERVERS = (  # tests/contract/test_exchangers.py asks them
    "554 5.7.1 <{to}>: Relay access denied",  # Postfix, port 25
    "554 5.7.1 <localhost[127.0.0.1]>: Client host rejected: Access denied",  # Postfix, submission without a login
    "550 relay not permitted",  # Exim
)
REFUSALS = (  # what servers say who do not know us, to the letter
    *FROM_REAL_SERVERS,
    "554 5.7.1 <{to}>: Recipient address rejected: Access denied",  # Postfix with a rule of its own
    "550 Invalid recipient: <{to}>",  # OpenSMTPD
    "550 5.7.1 <{to}>... we do not relay",  # Sendmail
    "554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.spamhaus.org",  # a list that has us
    "550 5.1.1 User unknown",
)
BY_PATTERN = [said for said in REFUSALS if isinstance(classified("rcpt", int(said[:3]), said[4:]), Rejected)]
EVERY = pytest.mark.parametrize("said", REFUSALS)


def refuse(world, said, to):
    """Have the server refuse so at RCPT whoever `to` says."""

    def answer(envelope):
        if not to(envelope.recipient):
            return Sent()
        code, _, text = said.format(to=envelope.recipient).partition(" ")
        return classified("rcpt", int(code), text)

    world.courier.answer = answer


def states(world):
    return {(x.state, x.attempts) for x in world.store.letters()}


def rounds(world, count=10):
    reports = []
    for _ in range(count):
        reports.append(flush(world.office))
        world.later(minutes=1)
    return reports


@EVERY
def test_a_server_that_refuses_everybody_pauses_the_outbox_and_counts_against_no_letter(said):
    world = World()
    refuse(world, said, lambda _to: True)
    world.receive(mail("klacht"))
    assert all(report.paused and not report.failed for report in rounds(world))
    assert states(world) == {("waiting", 0)}
    assert len(list(world.store.letters())) == 3, "no task, no notice"
    world.courier.answer = lambda _: Sent()
    flush(world.office)
    assert len(world.courier.sent) == 3


@EVERY
def test_one_letter_to_one_member_is_enough_when_no_other_member_is_taken_either(said):
    world = World()
    world.receive(mail("klacht"))
    refuse(world, said, lambda _to: True)
    world.reply(ELS, "@jan")  # the transcript and the letter to Jan
    assert flush(world.office).paused
    assert "failed" not in {x.state for x in world.store.letters()}


@EVERY
def test_a_server_that_relays_for_nobody_keeps_the_outsiders_letters_waiting_and_members_hear_all(said):
    world = World()
    refuse(world, said, lambda to: to not in INSIDE)
    world.receive(mail("een"), mail("twee", sender="bob@example.com"), mail("drie", sender="eva@example.org"))
    assert all(report.paused for report in rounds(world))
    assert states(world) == {("waiting", 0), ("sent", 1)}
    assert {x.to for x in world.letters()} == {JAN, ELS}
    assert not any("niet gekregen" in x.subject for x in world.letters())


@pytest.mark.parametrize("said", BY_PATTERN)  # the words of the others say that it is us
def test_one_outsider_is_judged_by_the_others_that_were_reached_before(said):
    world = World()
    world.receive(mail("eerder", sender="eva@example.org"))
    refuse(world, said, lambda to: to not in INSIDE)
    world.receive(mail("klacht"))
    assert flush(world.office).paused, "she was reached before, and is refused now"
    refuse(world, said, lambda to: "example.nl" in to)
    flush(world.office)
    assert [x.to for x in world.store.unsent() if x.state == "failed"] == ["sanne@example.nl"]


def test_one_recipient_among_others_is_refused_at_once():
    world = World()
    refuse(world, "550 no such user", lambda to: to == "sanne@example.nl")
    world.receive(mail("klacht"))
    assert not flush(world.office).paused
    assert [x.to for x in world.store.unsent() if x.state == "failed"] == ["sanne@example.nl"]
    assert "heeft onze brief niet gekregen" in world.last(JAN).subject


def test_one_member_among_others_is_refused_at_once():
    world = World()
    refuse(world, "550 no such user", lambda to: to == JAN)
    world.receive(mail("klacht"))
    assert not flush(world.office).paused
    assert "Jan de Vries kreeg onze mail niet" in world.last(ELS).subject


def test_the_first_outsider_ever_whose_whole_domain_is_refused_is_tried_a_few_times_before_it_counts():
    world = World()
    refuse(world, "550 unrouteable address", lambda to: to not in INSIDE)
    world.receive(mail("klacht", sender="x@tikfout.example"))
    assert [x.attempts for x in world.store.letters() if x.member is None] == [1]
    rounds(world, 40)
    assert [x.to for x in world.store.unsent() if x.state == "failed"] == ["x@tikfout.example"]
    assert "heeft onze brief niet gekregen" in world.last(JAN).subject


def test_mistyped_domains_do_not_keep_back_a_good_address_behind_them():
    world = World()
    refuse(world, "550 unrouteable address", lambda to: to not in INSIDE and "tikfout" in to)
    senders = [f"x{n}@tikfout{n}.example" for n in range(5)] + ["goed@example.org"]
    world.receive(*(mail(f"klacht {n}", sender=sender) for n, sender in enumerate(senders)))
    assert world.letters("goed@example.org")
    assert {x.to for x in world.store.unsent() if x.state == "failed"} == set(senders[:-1])


@pytest.mark.parametrize("said", ["451 4.3.0 queue file write error", "452 4.3.1 Insufficient system storage"])
@pytest.mark.parametrize("stage", ["rcpt", "data", "content"])
def test_the_same_trouble_of_the_moment_for_every_letter_pauses_and_counts_against_none(said, stage):
    world = World()
    code, _, text = said.partition(" ")
    world.courier.answer = lambda _: classified(stage, int(code), text)
    world.receive(mail("klacht"))
    assert all(report.paused for report in rounds(world))
    assert states(world) == {("waiting", 0)}


def test_a_recipient_who_is_greylisted_does_not_pause_the_others():
    world = World()
    world.courier.answer = lambda x: Retry("450 4.2.0 greylisted") if x.recipient not in INSIDE else Sent()
    world.receive(mail("klacht"))
    assert not flush(world.office).paused
    assert states(world) == {("waiting", 1), ("sent", 1)}


def test_a_server_that_refuses_whatever_stands_in_it_pauses_and_counts_against_none():
    world = World()
    world.courier.answer = lambda _: classified("content", 554, "5.7.1 your address is on a list")
    world.receive(mail("klacht"))
    assert all(report.paused for report in rounds(world))
    assert states(world) == {("waiting", 0)}


def test_one_complaint_that_nobodys_filter_lets_through_says_nothing_of_other_letters():
    world = World()
    world.courier.answer = lambda _: classified("content", 554, "5.7.1 looks like spam")
    world.receive(mail("klacht", sender=""))  # a letter to each partner, and both say the same
    assert {x.to for x in world.store.letters() if x.state == "failed"} >= {JAN, ELS}


def test_two_letters_to_one_whose_filter_lets_nothing_through_say_nothing_of_letters_to_others():
    world = World()
    world.deliver(mail("klacht", sender=""), mail("nog een", sender="", subject="Iets anders"))
    poll(world.office)
    gone = {x.id: replace(x, state="sent", sent_at=world.now) for x in world.store.letters() if x.to != JAN}
    world.store.commit(Changes(letters=gone))
    world.courier.answer = lambda x: (
        classified("content", 554, "5.7.1 looks like spam") if x.recipient == JAN else Sent()
    )
    report = flush(world.office)
    assert not report.paused
    assert report.failed


def test_a_letter_that_is_too_large_goes_without_attachments_also_where_every_other_is_refused():
    world = World()

    def answer(envelope):
        large = b"JVBERi0" in envelope.content
        return classified("content", 552, "5.3.4 too large") if large else classified("content", 554, "5.7.1 a list")

    world.courier.answer = answer
    world.receive(PDF, mail("een ander", sender="Kees <kees@example.org>", subject="Iets anders"))
    assert not [x for x in world.store.unsent() if x.request is not None and x.request.enclosures]


@pytest.mark.parametrize("taken", [OURS, "beheer@ront.nl", PIET])
def test_one_address_of_ours_that_is_taken_shows_that_it_does_not_refuse_us(taken):
    world = World()
    refuse(world, "550 5.1.1 User unknown", lambda to: to != taken)
    world.deliver(mail("klacht"))
    poll(world.office)
    assert not flush(world.office).paused


@pytest.mark.parametrize("left", [{JAN}, {"sanne@example.nl", "kees@example.org"}])
def test_one_member_or_some_clients_who_cannot_be_reached_now_keep_nobody_elses_letters_waiting(left):
    world = World()
    world.deliver(mail("klacht"), mail("nog een", sender="Kees <kees@example.org>", subject="Iets anders"))
    poll(world.office)
    gone = {x.id: replace(x, state="sent", sent_at=world.now) for x in world.store.letters() if x.to not in left}
    world.store.commit(Changes(letters=gone))
    world.courier.answer = lambda _: Retry("451 4.7.1 greylisted")
    assert not flush(world.office).paused


def test_who_lately_got_a_letter_is_asked_about_and_not_who_once_did():
    world = World()
    for number in range(4):
        world.receive(mail("klacht", sender=f"K <k@gast{number}.example>", subject=f"Zaal {number}"))
        world.later(hours=1)
    asked = []
    world.courier.takes = lambda _sender, address: asked.append(address) or address in INSIDE
    refuse(world, "550 5.1.1 User unknown", lambda to: to == "k@nieuw.example")
    world.receive(mail("klacht", sender="K <k@nieuw.example>", subject="Iets anders"))
    assert asked == ["postmaster@nieuw.example", "k@gast3.example", "k@gast2.example"]


def test_members_letters_go_before_those_to_outsiders():
    world = World()
    world.receive(mail("klacht"))
    assert [x.recipient for x in world.courier.sent] == [JAN, ELS, "sanne@example.nl"]


def test_nothing_is_asked_while_letters_are_taken():
    world = World()
    asked = []
    world.courier.takes = lambda _sender, address: asked.append(address)
    world.receive(mail("klacht"))
    assert asked == []
