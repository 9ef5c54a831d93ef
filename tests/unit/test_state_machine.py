"""The life of complaints under any sequence of events: mail of clients, members, machines and forgers, and the clock."""

import collections
import datetime as dt
import re

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from klachtmail.domain.commands import TABLE
from klachtmail.domain.records.model import Complaint, numbers_in
from klachtmail.domain.records.parties import complainants, untold
from tests.letters_read import Read, answer, is_morning_mail, press
from tests.world import ELS, JAN, OURS, PIET, World, mail

MEMBERS = (JAN, ELS, PIET)
CLIENTS = ("Sanne de Boer <sanne@example.nl>", "Kees Klant <kees@example.nl>")
PEOPLE = (*CLIENTS, "Gerda <gerda@example.nl>")
STRANGER = "Boef <boef@example.org>"
OUTSIDE = re.compile(r"@example\.(?:nl|org)$")
TREATED = "gebeld\noorzaak: pech\nstructureel: nee\nuitkomst gemeld: excuses"
LINES = (
    *(spec.example for spec in TABLE if spec.verb not in {"complainant", "merge", "assign", "about", "absent"}),
    "@piet",
    "@els",
    "@jan",
    "@niemand",
    "betreft @piet",
    "betreft @els",
    "klager: Karin <karin@example.nl>",
    "klager: Mevrouw Smit, Dorpsstraat 1, Apeldoorn",
    "samenvoegen K2026-0001 zeker",
    "samenvoegen K2026-0002 zeker",
    "groep 1 2 3 zeker",
    "groep 2 3",
    "K2026-0002 uitkomst gemeld: excuses",
    "uitkomst gemeld aan allen: excuses",
    "antwoord aan allen: Wij bellen u morgen.",
    "toezegging: 450 euro terug door piet voor 1 december",
    "toezegging 1 gereed",
    "betreft niet @els",
    "vraag @piet: Hoe ging het?",
    "nieuw",
    "afwezig t/m 4 december, @els neemt waar",
    "ik pak het niet op",
    "zal ik sluiten?",
    "De zaal was koud.",
    "K2026-0001 ik",
    "K2026-0001 sluit",
    "uitstel gisteren: ziek",
    "ongedaan",
    "heropen",
    "klacht",
    "bevestig",
    *(
        [
            TREATED,
            f"{TREATED}\nsluit",
            "sluit",
            "ik",
            "verstuur",
            "klant akkoord\nsluit",
            "ongedaan",
            "heropen",
            "klacht",
        ]
        * 4
    ),
)
FORWARD = "\n\n---------- Forwarded message ---------\nVan: Gerda <gerda@example.nl>\nDate: ma 23 nov 2026 om 08:00\nSubject: Slecht\nTo: x <x@ront.nl>\n\nIk ben ontevreden.\n"
ORAL = "Klager: {name}, {address}\nBetreft: zaal\nErnst: {severity}\nOpgelost: {solved}\nToelichting: te koud{nr}"


COMMANDED = set(
    """
    status handler confirmed dismissal outcome answered_at closed_at contacted_at cause serious about complainant
    measures accepted merged_into
""".split()
)


class Firm(RuleBasedStateMachine):
    """A firm that lives: each rule is a mail or a morning; the invariants are read from the register and the post."""

    @initialize()
    def begin(self) -> None:
        self.world = World()
        self.letters: list[Read] = []
        self.mails = 0
        self.histories: dict[str, tuple[str, ...]] = {}
        self.mornings: set[tuple[str, dt.date]] = set()
        self.about: dict[str, set[str]] = collections.defaultdict(set)
        self.world.receive(mail("Het begin.", sender=CLIENTS[0], message_id="begin@example.nl"))
        self.the_post_is_in_order()

    # ── what happens ────────────────────────────────────────────────────────────────────────────────────────────

    @rule(sender=st.sampled_from(CLIENTS), automatic=st.booleans())
    def a_client_writes(self, sender: str, automatic: bool) -> None:
        headers = {"Precedence": "bulk"} if automatic else None
        self.world.receive(mail(f"Klacht {self._nr()}.", sender=sender, headers=headers))

    @rule(data=st.data(), sender=st.sampled_from((*CLIENTS, STRANGER)))
    def somebody_answers_in_a_thread(self, data: st.DataObject, sender: str) -> None:
        known = [m.message_id for c in self.world.store.everything() for m in c.messages if m.message_id]
        to = data.draw(st.sampled_from(known))
        self.world.receive(mail(f"Nog iets, {self._nr()}.", sender=sender, In_Reply_To=f"<{to}>"))

    @rule(data=st.data(), lines=st.lists(st.sampled_from(LINES), min_size=1, max_size=3))
    def a_member_commands(self, data: st.DataObject, lines: list[str]) -> None:
        letter = self._a_letter(data)
        self.world.receive(answer(letter, letter.to, "\n".join((*lines, f"notitie: {self._nr()}"))))

    @rule(data=st.data(), line=st.sampled_from((TREATED, "ik", "sluit", "verstuur", "geen klacht: anders, onzin")))
    def somebody_else_has_the_letter(self, data: st.DataObject, line: str) -> None:
        """A valid token from another address changes nothing, whoever writes."""
        letter = self._a_letter(data)
        sender = data.draw(st.sampled_from([x for x in (*MEMBERS, STRANGER) if x != letter.to]))
        before = self._facts()
        self.world.receive(answer(letter, sender, f"{line}\nnotitie: {self._nr()}"))
        assert self._facts() == before

    @rule(data=st.data())
    def a_member_presses_a_button(self, data: st.DataObject) -> None:
        letter = self._a_letter(data)
        if letter.buttons:
            label = data.draw(st.sampled_from(sorted(letter.buttons)))
            self.world.receive(press(letter, label, letter.to).replace(b"<knop-", b"<knop-%d-" % self._nr()))

    @rule(data=st.data())
    def a_draft_is_sent(self, data: st.DataObject) -> None:
        drafts = [x for x in self.letters if x.subject.startswith("Concept")]
        if drafts:
            letter = drafts[-1 - data.draw(st.integers(0, 2)) % len(drafts)]
            self.world.receive(press(letter, "Verstuur", letter.to).replace(b"<knop-", b"<knop-%d-" % self._nr()))

    @rule(member=st.sampled_from(MEMBERS), small=st.booleans(), known=st.booleans())
    def a_member_reports(self, member: str, small: bool, known: bool) -> None:
        severity, solved = ("klein", "ja") if small else ("substantieel", "nee")
        name, address = ("Sanne de Boer", "sanne@example.nl") if known else ("Truus", "truus@example.nl")
        text = ORAL.format(name=name, address=address, severity=severity, solved=solved, nr=self._nr())
        self.world.receive(mail(text, sender=member, subject="Mondelinge klacht"))

    @rule(member=st.sampled_from(MEMBERS))
    def a_member_forwards(self, member: str) -> None:
        self.world.receive(mail(f"Zie onder, {self._nr()}{FORWARD}", sender=member, subject="Fwd: Slecht"))

    @rule(days=st.integers(0, 9), again=st.booleans())
    def time_passes(self, days: int, again: bool) -> None:
        self.world.now = (self.world.now + dt.timedelta(days=days)).replace(hour=9)
        self.world.sweep()
        if again:
            second = self.world.sweep()
            assert (second.morning, second.digests) == (0, 0), "a second round tells nothing twice"
            assert self.world.poll().fetched == 0

    @rule()
    def post_is_set_aside_before_and_after_a_morning(self) -> None:
        """What is set aside is news in itself: after the morning mail it must wait for the next working day."""
        self.world.now = self.world.now.replace(hour=9)
        for _ in range(2):
            bulk = mail(f"Nieuws {self._nr()}.", sender="krant@example.net", headers={"Precedence": "bulk"})
            self.world.receive(bulk)
            self.world.sweep()

    def _a_letter(self, data: st.DataObject) -> Read:
        """Draw a recent letter to a member."""
        recent = [x for x in self.letters if x.to in MEMBERS][-8:]
        return recent[data.draw(st.integers(0, 7)) % len(recent)]

    def _nr(self) -> int:
        self.mails += 1
        return self.mails

    def _facts(self) -> dict[str, object]:
        """Return what only commands change (the client may write, with whatever token he was sent)."""
        return {c.number: {name: getattr(c, name) for name in COMMANDED} for c in self.world.store.everything()}

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
        into = merged
        while into.merged_into is not None:
            into = self.world.complaint(into.merged_into)
        people = complainants(into)
        known = {p.number for p in people} | {p.address for p in people if p.address}
        assert known & {merged.number, merged.complainant.address} or into.is_remark, merged.number

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
        is_morning = laid.kind == "morning"  # never told by its words alone: they change, and a check falls silent
        assert is_morning_mail(letter) == is_morning, letter.subject
        if is_morning:
            morning = letter.to, self.world.now.date()
            assert morning not in self.mornings, "one morning mail a day"
            self.mornings.add(morning)

    def _tells_of_nobody_else(self, letter: Read) -> None:
        """No letter to somebody outside has the address or the name of another of them."""
        shown = f"{letter.message.as_string()} {letter.text} {letter.html}".lower()
        for client in PEOPLE:
            name, _, address = client.lower().removesuffix(">").partition(" <")
            if address != letter.to:
                assert address not in shown, (letter.to, address)
                assert name not in shown, (letter.to, name)

    @invariant()
    def each_reminder_goes_once(self) -> None:
        """A key of `reminded` is 'event|number|recipient|date', so that twice on one day cannot be; the digest too."""
        digests = [(x.to, x.subject) for x in self.letters if x.subject.startswith("Agenda klachten · overleg")]
        assert len(digests) == len(set(digests))
        for key, on in self.world.store.state.reminded.items():
            assert key.endswith(on.isoformat())
            assert on <= self.world.now.date()


TestFirm = Firm.TestCase
TestFirm.settings = settings(
    max_examples=16,
    stateful_step_count=35,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate, Phase.shrink),  # not `explain`: it traces every line
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
