"""Several people and what was promised to them, in any order: joined, told, represented, withdrawn, come back and closed."""

import datetime as dt

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.parties import complainants
from tests.letters_read import Read, answer, press
from tests.watched_firm import LAWYER, OUTSIDE, PEOPLE, Watched
from tests.world import ELS, JAN, mail

FOUND = ("gebeld", "oorzaak: pech", "structureel: nee")
OF_ONE = (  # with the number of one of them before it, or without
    "uitkomst gemeld: excuses",
    "ingetrokken: opgelost",
    f"gemachtigde: {LAWYER}",
    "gemachtigde: geen",
    "klager akkoord",
    "heropen",
    "toezegging: 450 euro terug door piet voor 1 december",
    "toezegging: een nieuwe dag",
)
OF_ALL = (
    "uitkomst gemeld aan allen: excuses",
    "antwoord aan allen: Wij bellen u morgen.",
    "uitstel 1 februari: wij wachten op de zaal",
    "uitkomst: Het spijt ons.",
    "uitkomst aan allen: Het spijt ons.",
    "toezegging 1 gereed",
    "geen klacht: anders, het was een vraag",
    "heropen",
)


class Several(Watched):
    """Two partners and three people, who begin with one complaint together and go on complaining."""

    @initialize(acts_for=st.sampled_from((None, "K2026-0002")))
    def begin(self, acts_for: str | None = None) -> None:
        super().begin()
        self.acts_for: set[str | None] = set()  # addresses of those for whom somebody said that the lawyer acts
        for person in PEOPLE[1:]:
            self.world.receive(mail(f"Klacht {self.nr()}.", sender=person, subject="Zaal"))
        self.the_post_is_in_order()
        if acts_for is not None:  # before they are joined: he goes along
            self.acts_for.add(self.world.complaint(acts_for).complainant.address)
            self._say(self.world.complaint(acts_for), JAN, f"gemachtigde: {LAWYER}")
        self._say(self.world.complaint(), JAN, "groep 2 3 zeker")

    @rule(data=st.data())
    def one_of_them_is_told(self, data: st.DataObject) -> None:
        complaint = self._one(data)
        party = data.draw(st.sampled_from(complainants(complaint)))
        self._say(complaint, JAN, f"{party.number} uitkomst gemeld: excuses")

    @rule(person=st.sampled_from(PEOPLE), same=st.booleans())
    def somebody_complains(self, person: str, same: bool) -> None:
        self.world.later(hours=1)
        if len(self._complaints()) < 9:
            self.world.receive(mail(f"Klacht {self.nr()}.", sender=person, subject="Zaal" if same else "Factuur"))

    @rule(data=st.data(), member=st.sampled_from((JAN, ELS)))
    def two_are_joined(self, data: st.DataObject, member: str) -> None:
        if len(found := [c for c in self._complaints() if c.is_open]) > 1:
            target, source = data.draw(st.permutations(found))[:2]
            self._say(source, member, f"samenvoegen {target.number} zeker")

    @rule(member=st.sampled_from((JAN, ELS)))
    def all_are_joined(self, member: str) -> None:
        first, *others = [c for c in self._complaints() if c.is_open] or [None]
        if first is not None and others:
            self._say(first, member, f"groep {' '.join(c.number for c in others)} zeker")

    @rule(data=st.data(), line=st.sampled_from(OF_ONE))
    def one_of_them(self, data: st.DataObject, line: str) -> None:
        complaint = self._one(data)
        party = data.draw(st.sampled_from(complainants(complaint)))
        if LAWYER in line:
            self.acts_for.add(party.address)
        self._say(complaint, JAN, f"{party.number} {line}" if complaint.parties else line)

    @rule(data=st.data(), line=st.sampled_from(OF_ALL))
    def all_of_them(self, data: st.DataObject, line: str) -> None:
        self._say(self._one(data), JAN, line)

    @rule(data=st.data(), closed=st.booleans())
    def what_was_found_is_sent(self, data: st.DataObject, closed: bool) -> None:
        complaint = self._one(data)
        for line in (*FOUND, "uitkomst: Het spijt ons."):
            self._say(complaint, JAN, line)
        self._send()
        if closed:
            self._say(complaint, JAN, "sluit")

    @rule(data=st.data())
    def somebody_closes_it(self, data: st.DataObject) -> None:
        for complaint in self._complaints():
            for line in (*FOUND, "sluit") if complaint.is_open else ():
                self._say(complaint, JAN, line)

    @rule()
    def the_last_draft_is_sent(self) -> None:
        self._send()

    @rule(data=st.data(), text=st.sampled_from(("Is er nieuws?", "Akkoord, dank u.", "Ik treed niet langer op.")))
    def a_reader_answers(self, data: st.DataObject, text: str) -> None:
        if outside := self._outside():
            letter = data.draw(st.sampled_from(outside[-6:]))
            self.world.receive(answer(letter, letter.to, f"{text} ({self.nr()})"))

    @rule(data=st.data())
    def a_letter_comes_back(self, data: st.DataObject) -> None:
        outside = self._outside()
        if telling := [x for x in outside if self.kind(x) in {"outcome", "postponement"}] or outside:
            self.comes_back(data.draw(st.sampled_from(telling[-4:])))

    @rule(data=st.data(), days=st.integers(15, 60), by_letter=st.booleans(), lost=st.booleans())
    def a_later_day_is_told(self, data: st.DataObject, days: int, by_letter: bool, lost: bool) -> None:
        complaint = self._one(data)
        on = f"{self.world.now + dt.timedelta(days=days):%d-%m-%Y}"
        if not by_letter:
            party = data.draw(st.sampled_from(complainants(complaint)))
            self._say(complaint, JAN, f"{party.number} uitstel gemeld {on}: aan de telefoon")
            return
        self._say(complaint, JAN, f"uitstel {on}: wij wachten op de zaal")
        self._send()
        self.the_post_is_in_order()
        if lost and (sent := [x for x in self._outside() if self.kind(x) == "postponement"]):
            self.comes_back(sent[-1])

    @rule(days=st.integers(1, 8))
    def time_passes(self, days: int) -> None:
        self.world.later(days=days)
        self.world.now = self.world.now.replace(hour=9)
        self.world.sweep()

    def _stands_for(self, number: str | None) -> set[str]:
        own = self.world.store.complaint(number) if number else None
        return super()._stands_for(number) if own is not None and own.complainant.address in self.acts_for else set()

    def _complaints(self) -> list[Complaint]:
        return [c for c in self.world.store.everything() if c.merged_into is None]

    def _one(self, data: st.DataObject) -> Complaint:
        return data.draw(st.sampled_from(self._complaints()))

    def _outside(self) -> list[Read]:
        return [letter for letter in self.letters if OUTSIDE.search(letter.to)]

    def _say(self, complaint: Complaint, member: str, line: str) -> None:
        """Have him answer the mail that brought it: every line is a mail of its own."""
        number = f"{complaint.number}]"
        letter = next(
            (x for x in self.letters if x.to == member and number in x.subject and self.kind(x) == "routing"), None
        )
        if letter is not None:
            self.world.later(seconds=1)  # two things that a member says are never of one moment
            self.world.receive(answer(letter, member, line, subject=f"Re: {letter.subject} ({self.nr()})"))

    def _send(self) -> None:
        """Send the draft that Jan was shown last."""
        shown = (x for x in (self.world.last(JAN), *reversed(self.letters)) if x.to == JAN and self.kind(x) == "draft")
        if (draft := next(shown, None)) is not None:
            self.world.later(seconds=1)
            self.world.receive(press(draft, "Verstuur", JAN).replace(b"<knop-", b"<knop-%d-" % self.nr()))


TestSeveral = Several.TestCase
TestSeveral.settings = settings(
    max_examples=8,
    stateful_step_count=15,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
