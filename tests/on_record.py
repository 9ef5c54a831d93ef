"""Complaints as a register that counts them, without a store."""

from klachtmail.domain.agenda import facts
from klachtmail.domain.records.questions import Question


class OnRecord:
    """The part of the register that figures and reports ask."""

    def __init__(self, complaints=()):
        self.complaints = list(complaints)

    def count(self, questions, zone, instead=()):
        return facts.count(self.complaints, questions, zone)

    def people(self, since, until, zone):
        (found,) = self.count([Question(("who",), since, until)], zone)
        return len(found.keys() - {(None,)})

    def names(self, since, until, zone):
        (found,) = self.count([Question(("names",), since, until)], zone)
        return (names for (names,) in found)

    def told_of(self, since, until, zone):
        return facts.told_of(self.complaints, Question((), since, until), zone)

    def last_received(self, since, most, until=None):
        found = (c for c in self.complaints if c.received_at >= since and (until is None or c.received_at < until))
        return iter(sorted(found, key=lambda c: (c.received_at, c.number))[-most:])
