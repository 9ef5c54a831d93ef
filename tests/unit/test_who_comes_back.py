"""Who comes back is known: routing and assignment say what came of earlier complaints, and measures are doubted."""

from klachtmail.store.memory import MemoryStore
from tests.letters_read import answer
from tests.world import ELS, JAN, PIET, World, mail

FOUND = "ik\noorzaak: planning\nstructureel: ja\nmaatregel: rooster nakijken door els voor {}\noordeel: gegrond"


def settled(day="24 november"):
    world = World()
    world.receive(mail("De trainer was te laat.", message_id="eerste@example.nl"))
    routing = next(x for x in world.letters(JAN) if "K2026-0001]" in x.subject)
    for text in (FOUND.format(day), "uitkomst gemeld: excuses", "sluit"):
        world.receive(answer(routing, JAN, text))
    assert world.complaint().status == "closed"
    return world, routing


def test_routing_says_what_the_same_person_complained_about_and_whether_the_measure_is_late():
    world, _ = settled()
    world.later(days=7)
    world.receive(mail("Nu is de factuur fout.", subject="Factuur"))
    text = world.last(ELS).text
    assert "Eerder: K2026-0001" in text
    assert "gegrond" in text
    assert "is te laat" in text


def test_routing_and_assignment_know_the_course_and_the_organisation():
    world, _ = settled()
    world.receive(mail("Ook te laat.", sender="Kees <kees@example.com>", subject="Re: training Vastgoedrekenen"))
    assert "Eerder: K2026-0001" in world.last(ELS).text
    world.receive(mail("Koud.", sender="Ton <ton@example.nl>", subject="Zaal"))
    routing = world.last(JAN)
    assert "Eerder: K2026-0001" in routing.text
    world.receive(answer(routing, JAN, "@els"))
    assert any("Eerder: K2026-0001" in x.text for x in world.letters(ELS) if "behandelt de klacht" in x.text)
    world.receive(answer(routing, JAN, "@piet"))
    assert "K2026-0001" not in world.last(PIET).text


def test_the_owner_of_a_measure_that_was_done_is_asked_at_once_and_once():
    world, routing = settled()
    world.receive(answer(routing, JAN, "maatregel 1 gereed"))
    world.news()
    world.receive(mail("Ook te laat.", sender="Kees <kees@example.com>", subject="Training vastgoedrekenen"))
    (question,) = [x for x in world.news() if "Werkt deze maatregel niet?" in x.subject]
    assert question.to == ELS
    world.receive(mail("Ik ook.", sender="Ton <ton@example.com>", subject="Training vastgoedrekenen"))
    assert not [x for x in world.news() if "Werkt deze maatregel niet?" in x.subject]
    world.press(ELS, "Werkt niet", question)
    assert world.complaint().measures[0].worked is False


class Asked(MemoryStore):
    """A store that notes what it is asked for single complaints."""

    asked = 0

    def complaint(self, number):
        self.asked += 1
        return super().complaint(number)

    def numbered(self, numbers):
        self.asked += 1
        return (found for number in numbers if (found := super(Asked, self).complaint(number)) is not None)


def test_a_new_complaint_asks_for_earlier_ones_once_and_not_each(monkeypatch):
    monkeypatch.setattr("tests.world.MemoryStore", Asked)
    world = World()
    for each in range(60):
        world.deliver(mail("Koud.", sender=f"Klager {each} <k{each}@example{each}.nl>", subject=f"Zaal {each}"))
    world.poll()
    world.store.asked = 0
    world.receive(mail("De trainer was te laat.", subject="Training"))
    assert world.store.asked <= 12
    world.store.asked = 0
    world.reply(JAN, "@piet")
    assert world.store.asked <= 20
