"""A flood over two days: whoever is named in it gets as many letters as the limits say, in whichever hour and day."""

import datetime as dt
import hashlib
import itertools
from collections import defaultdict

import pytest

from klachtmail.domain.outgoing.limits import one_person
from tests.attacks.ground import ELS, JAN, PIET, STRANGER, World, mail
from tests.letters_read import answer
from tests.unit.service.test_undelivered import report

INSIDE = {JAN, ELS, PIET, "beheer@ront.nl"}
VICTIMS = ("a@example.com", "b@example.com", "C@Example.org", "d.e.f@gmail.com")
ORAL = "Klager: {name}, {to}\nBetreft: training\nErnst: substantieel\nOpgelost: nee\nToelichting: {words}"
FORWARD = "Zie hieronder.\n\n---------- Forwarded message ---------\nVan: {name} <{to}>\nDate: ma 23 nov 2026 om 08:00\nSubject: {words}\nTo: Jan de Vries <jan@ront.nl>\n\nIk ben ontevreden over {words}.\n"


class Flood:
    """Makes forged mails of each kind in turn, about one victim and then the next. Whoever forges them knows our letters."""

    def __init__(self, world):
        self.world, self.count = world, itertools.count()

    def words(self):
        """Return words that no other mail of the flood has."""
        digest = hashlib.sha256(f"{next(self.count)}".encode()).hexdigest()
        return digest.translate(str.maketrans("0123456789", "ghijklmnop"))[:24]

    def letter(self, to):
        """Return the newest letter to this person, or to a member when there is none yet."""
        ours = (x for x in reversed(self.world.courier.sent) if one_person(x.recipient) == one_person(to))
        found = next(ours, None)
        return self.world.last(found.recipient if found else JAN)

    def mails(self, turn, to):
        """Yield a forged mail of each kind in the name of, to or about this person."""
        local, _, domain = to.partition("@")
        words, letter, name = self.words(), self.letter(to), f"Heer {local.upper()}"
        tagged = f"{local}+{turn}@{domain}" if domain != "gmail.com" else f"{'.'.join(local)}+{turn}@googlemail.com"
        yield mail(f"Klacht over {words}", sender=to, subject=words)
        yield mail(f"Klacht over {words}", sender=tagged, subject=f"nog eens {words}")
        yield answer(letter, to, f"Ik hoor niets over {words}. Ik ga niet akkoord.")
        yield mail(f"Beste klant, {words}", sender=JAN, to=to, Cc="klachten@ront.nl", subject=f"Uw klacht {words}")
        yield report(letter, to, number=next(self.count))
        yield report(self.world.last(JAN), JAN, number=next(self.count))
        yield mail(ORAL.format(name=name, to=to, words=words), sender=ELS, subject="Mondelinge klacht")
        yield mail(FORWARD.format(name=name, to=to, words=words), sender=JAN, subject=f"Fwd: {words}")
        yield mail(f"Ik klaag over {self.words()}", sender=STRANGER, Reply_To=tagged, subject=f"Klacht {words}")
        yield answer(self.world.last(JAN), STRANGER, f"sluit\nik pak het op\n{self.words()}")


@pytest.mark.timeout(900)  # a thousand mails, on a machine that may be busy
def test_a_flood_of_a_thousand_forged_mails_stays_within_the_limits_in_every_window():
    world = World(limits={})
    world.receive(mail("De zaal was koud.", sender=VICTIMS[0]))
    flood, gone = Flood(world), defaultdict(list)
    read = note(world, gone, 0)
    for turn in range(100):
        world.deliver(*flood.mails(turn, VICTIMS[turn % len(VICTIMS)]))
        world.later(minutes=28, seconds=48)
        world.poll()
        world.sweep()
        read = note(world, gone, read)
    for _ in range(36):  # and what is held goes when there is room
        world.later(hours=1)
        world.poll()
        read = note(world, gone, read)
    assert {*map(one_person, VICTIMS)} <= {*gone}, "each was written to: the flood does what it is for"
    for person, times in gone.items():
        assert fullest(times, hours=1) <= (100 if person in INSIDE else 3), person
        assert person in INSIDE or fullest(times, days=1) <= 10, person
    assert fullest(sorted(itertools.chain(*(at for who, at in gone.items() if who not in INSIDE))), hours=1) <= 60
    assert not [x for x in world.store.unsent() if x.state == "held" and x.member is None], "nor waits any for ever"


def note(world, gone, read):
    """Note who got letters since so many were read, and return how many there are now."""
    for letter in world.courier.sent[read:]:
        gone[one_person(letter.recipient)].append(world.now)
    return len(world.courier.sent)


def fullest(times, **window):
    """Return how many of these times, in order, lie in the fullest window."""
    length = dt.timedelta(**window)
    return max(sum(at <= other < at + length for other in times) for at in times)
