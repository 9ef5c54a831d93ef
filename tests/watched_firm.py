"""A firm in memory that is watched: what must hold after every mail and every morning, read from the register and the post."""

import collections
import re

from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from klachtmail.domain.records.model import Complaint, HistoryEntry
from klachtmail.domain.records.numbers import numbers_in
from klachtmail.domain.records.parties import addresses_of, complainants, party_called, untold
from tests.letters_read import Read, is_morning_mail, made_of
from tests.mails.bounces import report
from tests.world import ELS, JAN, OURS, PIET, World, mail

MEMBERS = (JAN, ELS, PIET)
CLIENTS = ("Sanne de Boer <sanne@example.nl>", "Kees Klant <kees@example.nl>")
PEOPLE = (*CLIENTS, "Gerda <gerda@example.nl>")
LAWYER = "mr. A. Recht <recht@example.nl>"
OUTSIDE = re.compile(r"@example\.(?:nl|org)$")


def bounce(letter: Read) -> bytes:
    """Return what the mail server of a letter's reader sends when it does not know him."""
    failed = f"Final-Recipient: rfc822; {letter.to}\nAction: failed\nStatus: 5.1.1"
    returned = f"To: {letter.to}\nMessage-ID: <{letter.message_id}>"
    text = report("MAILER-DAEMON@mx.example.nl", "Undelivered Mail", "It failed.", failed, returned)
    name = f"terug-{made_of(letter.message_id)}@example.nl"
    return text.lstrip("\n").replace("bericht-van-de-server@example.nl", name).replace("\n", "\r\n").encode()


class Watched(RuleBasedStateMachine):
    """The invariants; whoever adds rules says what happens."""

    @initialize()
    def begin(self) -> None:
        self.world = World()
        self.letters: list[Read] = []
        self.acknowledged: set[str] = set()  # numbers, as the letters to clients name them
        self.told: dict[str, set[str]] = collections.defaultdict(
            set
        )  # by which letters, as the letters call themselves
        self.lost: set[str] = set()  # letters that came back
        self.mails = 0
        self.histories: dict[str, tuple[str, ...]] = {}
        self.mornings: set[tuple[str, object]] = set()
        self.about: dict[str, set[str]] = collections.defaultdict(set)
        self.world.receive(mail("Het begin.", sender=CLIENTS[0], message_id="begin@example.nl"))
        self.the_post_is_in_order()

    def kind(self, letter: Read) -> str:
        laid = self.world.store.letter(letter.message_id)
        return laid.kind if laid is not None else ""

    def comes_back(self, letter: Read) -> None:
        """Have the mail server of its reader say that it does not know him."""
        self.world.later(seconds=1)
        self.world.receive(bounce(letter))
        self.lost.add(letter.message_id)

    def nr(self) -> int:
        self.mails += 1
        return self.mails

    # ── what always holds ───────────────────────────────────────────────────────────────────────────────────────

    @invariant()
    def a_closed_complaint_has_an_outcome_or_was_withdrawn(self) -> None:
        for complaint in self.world.store.everything():
            if complaint.status == "closed" and not complaint.is_remark:
                assert complaint.answered_at or complaint.withdrawn, complaint.number
            assert (complaint.status == "dismissed") == (complaint.dismissal is not None)
            assert (complaint.status == "merged") == (complaint.merged_into is not None)
            assert complaint.status != "assigned" or complaint.handler
            assert complaint.status != "new" or complaint.handler is None

    @invariant()
    def nobody_who_was_acknowledged_is_left_untold_and_no_promise_is_lost(self) -> None:
        complaints = [*self.world.store.everything()]
        went_on = collections.Counter[str]()
        for complaint in complaints:
            if complaint.status == "closed" and not complaint.is_remark and complaint.withdrawn is None:
                assert untold(complaint) == (), complaint.number
            if complaint.merged_into is not None:
                went_on[complaint.merged_into] += len(complaint.promises)
                if complaint.acknowledged_at and complaint.confirmed:
                    self._goes_on(complaint)
        for complaint in complaints:
            made = sum(entry.event == "promised" for entry in complaint.history)
            assert len(complaint.promises) <= made + went_on[complaint.number]

    def _goes_on(self, merged: Complaint) -> None:
        """Whoever complained in a merged one is told in the one where it goes on, under his number or as the same person."""
        into = self._last(merged)
        people = complainants(into)
        known = {p.number for p in people} | {p.address for p in people if p.address}
        assert known & {merged.number, merged.complainant.address} or into.is_remark, merged.number

    def _last(self, complaint: Complaint) -> Complaint:
        while complaint.merged_into is not None:
            complaint = self.world.complaint(complaint.merged_into)
        return complaint

    @invariant()
    def each_number_that_was_acknowledged_heard_how_it_ended(self) -> None:
        """Read from the post and the history, not from what the program thinks: an outcome for each number, by itself."""
        self.the_post_is_in_order()  # first: it reads who was told
        for number in sorted(self.acknowledged):
            own = self.world.complaint(number)
            into = self._last(own)
            if into.status != "closed" or into.withdrawn is not None or into.is_remark:
                continue
            party = next((p for p in complainants(into) if p.number == number), None)
            if party is not None and party.withdrawn_at is not None:
                continue
            told = bool(self.told[number] - self.lost) or any(self._was_spoken(h, "answered") for h in own.history)
            told = told or any(h.detail == number and self._was_spoken(h, "party_told") for h in into.history)
            if party is None:  # the same person as another in it: he heard it there, after his own was merged
                since = next(h.at for h in own.history if h.event == "merged")
                told = told or any(h.event in {"answered", "party_told"} and h.at >= since for h in into.history)
            assert told, (number, into.number)

    def _was_spoken(self, entry: HistoryEntry, event: str) -> bool:
        """Return whether the outcome was told in person: by letter there is one of that moment."""
        return entry.event == event and not any(
            x.kind == "outcome" and x.created_at == entry.at for x in self.world.store.letters()
        )

    @invariant()
    def no_day_is_promised_that_only_a_letter_said_which_came_back(self) -> None:
        lost = [x for x in map(self.world.store.letter, self.lost) if x is not None and x.kind == "postponement"]
        for complaint in self.world.store.everything():
            for party in complainants(complaint) if complaint.merged_into is None else ():
                moments = {x.created_at for x in lost if x.to in addresses_of(complaint, party)}
                assert not moments & {later.at for later in party.postponed}, (party.number, moments)
                days = {later.due_on for later in party.postponed} | {party.original_due_on, complaint.due_on}
                assert party.due_on in days or party.due_on <= party.original_due_on, (party.number, party.due_on)
                if not party.postponed and party.told_at is None and complaint.is_open:
                    assert party.due_on <= party.original_due_on, (party.number, party.due_on)

    @invariant()
    def numbers_have_no_gaps_and_are_never_used_again(self) -> None:
        series = collections.defaultdict(list)
        for complaint in self.world.store.everything():
            series[complaint.number[:5]].append(int(complaint.number[6:]))
        for name, counters in series.items():
            assert sorted(counters) == list(range(1, self.world.store.state.counters[name] + 1)), name

    @invariant()
    def history_only_grows(self) -> None:
        for complaint in self.world.store.everything():
            told = tuple(f"{h.at.isoformat()}|{h.actor}|{h.event}|{h.detail}" for h in complaint.history)
            before = self.histories.get(complaint.number, ())
            assert told[: len(before)] == before, complaint.number
            self.histories[complaint.number] = told

    @invariant()
    def the_post_is_in_order(self) -> None:
        """Nothing goes outside before confirmation, nothing to those whom it is about; nobody is reminded twice."""
        for letter in self.world.news():
            self._check(letter)
            self.letters.append(letter)
        for complaint in self.world.store.everything():
            self.about[complaint.number] |= set(complaint.about)

    def _check(self, letter) -> None:
        assert letter.to != OURS
        if OUTSIDE.search(letter.to):
            self._tells_of_nobody_else(letter)
        named = {n for n in numbers_in(letter.subject) if self.world.store.complaint(n)}
        for number in named:
            complaint = self.world.complaint(number)
            if OUTSIDE.search(letter.to):
                assert complaint.confirmed, (number, letter.to)
                assert letter.to != "boef@example.org" or complaint.complainant.address == letter.to
            hearing = "kant van het verhaal" in letter.subject or "wederhoor" in letter.text
            assert letter.to not in self.about[number] or hearing, (number, letter.to, letter.subject)
        laid = self.world.store.letter(letter.message_id)
        assert laid is not None, letter.subject
        if OUTSIDE.search(letter.to):
            if laid.kind == "acknowledgement":
                self.acknowledged.update(numbers_in(letter.subject))
            for number in numbers_in(letter.subject) if laid.kind == "outcome" else ():
                self.told[number].add(letter.message_id)
        is_morning = laid.kind == "morning"  # never told by its words alone: they change, and a check falls silent
        assert is_morning_mail(letter) == is_morning, letter.subject
        if is_morning:
            morning = letter.to, self.world.now.date()
            assert morning not in self.mornings, "one morning mail a day"
            self.mornings.add(morning)

    def _tells_of_nobody_else(self, letter: Read) -> None:
        """No letter to somebody outside has the address, the name or the number of another of them."""
        shown = f"{letter.message.as_string()} {letter.text} {letter.html}".lower()
        laid = self.world.store.letter(letter.message_id)
        his = self._stands_for(laid.party or laid.number) if laid is not None and letter.to in LAWYER else set()
        for client in PEOPLE:
            name, _, address = client.lower().removesuffix(">").partition(" <")
            if address != letter.to and name not in his:
                assert address not in shown, (letter.to, address)
                assert name not in shown, (letter.to, name)
        others = {c.number for c in self.world.store.everything() if not self._is_of(c, letter.to, his)}
        assert not others & set(numbers_in(letter.text)), (letter.to, others)

    def _stands_for(self, number: str | None) -> set[str]:
        """Return the names of whom a letter with this number is about: a lawyer may read those and no other."""
        if not number:
            return set()
        own = self.world.complaint(number)
        found = party_called(self._last(own), number)
        return {own.complainant.name.lower(), found.name.lower() if found is not None else ""}

    def _is_of(self, complaint: Complaint, address: str, names: set[str]) -> bool:
        """Return whether a complaint is, or was, of whoever reads at this address: then its number is no other's."""
        wrote = {complaint.complainant.address, *complaint.others, *(m.sender for m in complaint.messages)}
        acts = any(p.role == "representative" and p.address == address for p in self._last(complaint).parties)
        return address in wrote or acts or complaint.complainant.name.lower() in names

    @invariant()
    def each_reminder_goes_once(self) -> None:
        """A key of `reminded` is 'event|number|recipient|date', so that twice on one day cannot be; the digest too."""
        digests = [(x.to, x.subject) for x in self.letters if x.subject.startswith("Agenda klachten · overleg")]
        assert len(digests) == len(set(digests))
        for key, on in self.world.store.state.reminded.items():
            assert key.endswith(on.isoformat())
            assert on <= self.world.now.date()
