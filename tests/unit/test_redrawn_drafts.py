"""A draft that somebody saw is out of date when something around its words changed."""

from tests.world import JAN, World, mail

FINDINGS = "ik\ncontact\noorzaak: planning\nstructureel: nee\nuitkomst: De zaal was koud.\nvoorstel: Gratis opnieuw."


def test_a_draft_that_names_another_handler_by_now_is_shown_again_before_it_goes():
    world = World()
    world.receive(mail("De zaal was koud."))
    world.reply(JAN, FINDINGS)
    seen = world.last(JAN)
    before = world.complaint().draft
    world.reply(JAN, "@els", seen)
    assert world.complaint().draft == before, "its words are the same"
    world.reply(JAN, "verstuur", seen)
    assert world.complaint().answered_at is None
    assert not [x for x in world.letters("sanne@example.nl") if "De zaal was koud" in x.text]
    world.reply(JAN, "verstuur")
    assert world.complaint().answered_at is not None


SIGNATURE = "Met vriendelijke groet,\n\nJan de Vries\n\nRONT training & advies | Stationsplein 1 | 7311 NZ Apeldoorn\nT 055 123 45 67"


def test_a_signature_that_begins_as_the_letter_ends_is_still_a_signature():
    world = World()
    world.receive(mail("De zaal was koud."))
    world.reply(JAN, FINDINGS)
    world.reply(JAN, f"verstuur\n\n{SIGNATURE}")
    assert world.complaint().answered_at is not None
    assert not [entry for entry in world.complaint().history if "Stationsplein" in (entry.detail or "")]
