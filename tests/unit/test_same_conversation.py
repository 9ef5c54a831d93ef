"""A conversation whose beginning we never saw, or whose answers overtook it: joined by what its mails refer to, or offered."""

import pytest

from klachtmail.domain.incoming.answers_last import answers_last
from klachtmail.parse import parse
from tests.world import CLIENT, ELS, JAN, MONDAY, OURS, World, mail

COLLEAGUE = "inkoop@klant.example"
LATER = {"In_Reply_To": "<antwoord-van-jan@ront.nl>", "References": "<begin@klant.example> <antwoord-van-jan@ront.nl>"}


@pytest.fixture
def world():
    return World()


def joined(world):
    return [message.kind for message in world.complaint().messages if message.direction == "in"]


def labels(world, to):
    return [label for letter in world.letters(to) for label in letter.buttons]


def numbers(world):
    return [c.number for c in world.store.current()]


def test_the_second_mail_of_a_conversation_that_began_elsewhere_joins_the_first(world):
    world.receive(mail("Ik schreef Jan al eerder, er gebeurt niets.", message_id="derde@klant.example", **LATER))
    report = world.receive(mail("En de factuur klopt ook niet.", subject="Re: factuur", **LATER))
    assert report.counts["follow_up"] == 1
    assert joined(world) == ["complaint", "follow_up"]


def test_a_sibling_that_shares_only_the_first_mail_of_the_conversation_joins_too(world):
    world.receive(mail("Er gebeurt niets.", References="<begin@klant.example> <a@ront.nl>"))
    world.receive(mail("Nog iets.", References="<begin@klant.example> <b@ront.nl> <c@klant.example>"))
    assert joined(world) == ["complaint", "follow_up"]


def test_somebody_else_in_that_conversation_gets_a_complaint_and_partners_the_merge(world):
    world.receive(mail("Er gebeurt niets.", **LATER))
    world.news()
    report = world.receive(mail("Wij zijn ook ontevreden.", sender=COLLEAGUE, **LATER))
    assert report.counts["new"] == 1
    assert numbers(world) == ["K2026-0001", "K2026-0002"]
    assert "Samenvoegen met K2026-0001" in labels(world, JAN)
    assert "hetzelfde gesprek als K2026-0001" in world.letters(JAN)[-1].text


def test_a_stranger_who_knows_the_msg_ids_learns_nothing_and_changes_nothing(world):
    world.receive(mail("Mijn dossier is geheim.", **LATER))
    before = world.complaint()
    world.news()
    world.receive(mail("Laat eens zien.", sender="nieuwsgierig@elders.example", **LATER))
    sent = world.letters("nieuwsgierig@elders.example")
    assert len(sent) == 1
    assert "K2026-0001" not in sent[0].text + sent[0].subject
    assert "geheim" not in sent[0].text
    assert world.complaint() == before


def test_the_first_mail_that_comes_after_its_answer_is_never_lost_in_the_dossier_of_who_answered(world):
    """Who answers first may be anybody: the client still gets a number and a confirmation."""
    world.receive(mail("Ik sluit mij aan.", sender=COLLEAGUE, In_Reply_To="<eerst@klant.example>", Cc=CLIENT))
    world.news()
    report = world.receive(mail("De trainer kwam niet.", message_id="eerst@klant.example"))
    assert report.counts["new"] == 1
    assert "K2026-0002" in world.letters("sanne@example.nl")[-1].subject
    assert "Samenvoegen met K2026-0001" in labels(world, JAN)


def test_his_own_second_mail_that_came_first_takes_the_first_in(world):
    world.receive(mail("Aanvulling: en de zaal was koud.", In_Reply_To="<eerst@klant.example>"))
    world.receive(mail("De trainer kwam niet.", message_id="eerst@klant.example"))
    assert joined(world) == ["complaint", "follow_up"]


def test_a_reply_all_of_a_member_that_overtakes_the_first_mail_in_one_batch_is_correspondence(world):
    answer = mail("Ik bel u.", sender=JAN, to=CLIENT, Cc=OURS, In_Reply_To="<eerst@klant.example>")
    report = world.receive(answer, mail("De trainer kwam niet.", message_id="eerst@klant.example"))
    assert (report.counts["new"], report.counts["correspondence"]) == (1, 1)
    assert joined(world) == ["complaint", "correspondence"]


def test_a_reply_all_of_a_colleague_that_overtakes_the_first_mail_in_one_batch_is_a_third_party(world):
    answer = mail("Ik sluit mij aan.", sender=COLLEAGUE, Cc=CLIENT, In_Reply_To="<eerst@klant.example>")
    report = world.receive(answer, mail("De trainer kwam niet.", message_id="eerst@klant.example"))
    assert (report.counts["new"], report.counts["third_party"]) == (1, 1)
    assert numbers(world) == ["K2026-0001"]


def test_a_conversation_about_a_complaint_that_has_ended_begins_a_new_one(world):
    world.receive(mail("Er gebeurt niets.", **LATER))
    world.reply(JAN, "geen klacht: vraag, het was een vraag")
    world.press(JAN, "Verstuur", on=next(x for x in reversed(world.letters(JAN)) if "Verstuur" in x.buttons))
    assert world.receive(mail("Weer hetzelfde.", **LATER)).counts["new"] == 1


def test_what_a_member_passed_on_and_nobody_confirmed_takes_in_nothing_of_the_client(world):
    forward = "\n".join(
        ["---------- Forwarded message ---------", f"From: {CLIENT}", "Subject: x", "", "Niets gehoord."]
    )
    world.receive(mail(forward, sender=JAN, subject="Fwd: x", References="<eerst@klant.example>"))
    assert not world.complaint().confirmed
    assert world.receive(mail("De trainer kwam niet.", message_id="eerst@klant.example")).counts["new"] == 1
    assert world.letters("sanne@example.nl")


def test_a_partner_whom_the_other_complaint_is_about_does_not_hear_of_it(world):
    world.receive(mail("Er gebeurt niets.", **LATER))
    world.reply(ELS, "betreft @jan")
    world.news()
    world.receive(mail("Wij ook.", sender=COLLEAGUE, **LATER))
    routed = next(letter for letter in world.letters(JAN) if "K2026-0002" in letter.subject)
    assert "K2026-0001" not in routed.text + " ".join(routed.buttons)


def test_msg_ids_of_our_own_letters_are_not_kept_with_a_mail(world):
    world.receive(mail("Er gebeurt niets.", **LATER))
    ours = world.letters(JAN)[0].message_id
    world.receive(mail("Wij ook.", References=f"<begin@klant.example> <{ours}>"))
    assert world.complaint().messages[-1].refers_to == ("begin@klant.example",)


def test_the_references_of_a_mail_are_kept_within_bounds_with_the_oldest(world):
    many = [f"{n}@klant.example" for n in range(90)]
    world.receive(mail("Er gebeurt niets.", References=" ".join(f"<{each}>" for each in many)))
    kept = world.complaint().messages[0].refers_to
    assert len(kept) == 20
    assert (kept[0], kept[-1]) == (many[-1], many[0])


def answering(*pairs):
    """Messages: each pair is a message and the one that it answers."""
    return [parse(f"Message-ID: <{one}@x>\nIn-Reply-To: <{other}@x>\n\nTekst".encode(), MONDAY) for one, other in pairs]


def test_answers_in_a_circle_are_all_dealt_with_once():
    assert sorted(answers_last(answering("ab", "ba"))) == [0, 1]


def test_an_answer_to_an_answer_comes_last_of_all_and_the_others_keep_their_order():
    assert list(answers_last(answering("xy", "cb", "pq", "ba", "az"))) == [0, 4, 3, 1, 2]
