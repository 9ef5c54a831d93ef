"""The life of complaints under any sequence of events: mail of clients, members, machines and forgers, and the clock."""

import datetime as dt

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule

from klachtmail.domain.commands import TABLE
from tests.letters_read import Read, answer, press
from tests.watched_firm import CLIENTS, LAWYER, MEMBERS, OUTSIDE, Watched
from tests.world import mail

STRANGER = "Boef <boef@example.org>"
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
    "toezegging: een nieuwe dag",
    f"gemachtigde: {LAWYER}",
    f"K2026-0002 gemachtigde: {LAWYER}",
    "gemachtigde: geen",
    "K2026-0002 ingetrokken: opgelost",
    "uitkomst aan allen: Het spijt ons.",
    "uitstel 1 februari: wij wachten op de zaal",
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


class Firm(Watched):
    """A firm that lives: each rule is a mail or a morning."""

    @rule(sender=st.sampled_from(CLIENTS), automatic=st.booleans())
    def a_client_writes(self, sender: str, automatic: bool) -> None:
        headers = {"Precedence": "bulk"} if automatic else None
        self.world.receive(mail(f"Klacht {self.nr()}.", sender=sender, headers=headers))

    @rule(data=st.data(), sender=st.sampled_from((*CLIENTS, STRANGER)))
    def somebody_answers_in_a_thread(self, data: st.DataObject, sender: str) -> None:
        known = [m.message_id for c in self.world.store.everything() for m in c.messages if m.message_id]
        to = data.draw(st.sampled_from(known))
        self.world.receive(mail(f"Nog iets, {self.nr()}.", sender=sender, In_Reply_To=f"<{to}>"))

    @rule(data=st.data(), lines=st.lists(st.sampled_from(LINES), min_size=1, max_size=3))
    def a_member_commands(self, data: st.DataObject, lines: list[str]) -> None:
        letter = self._a_letter(data)
        self.world.receive(answer(letter, letter.to, "\n".join((*lines, f"notitie: {self.nr()}"))))

    @rule(data=st.data(), line=st.sampled_from((TREATED, "ik", "sluit", "verstuur", "geen klacht: anders, onzin")))
    def somebody_else_has_the_letter(self, data: st.DataObject, line: str) -> None:
        """A valid token from another address changes nothing, whoever writes."""
        letter = self._a_letter(data)
        sender = data.draw(st.sampled_from([x for x in (*MEMBERS, STRANGER) if x != letter.to]))
        before = self._facts()
        self.world.receive(answer(letter, sender, f"{line}\nnotitie: {self.nr()}"))
        assert self._facts() == before

    @rule(data=st.data())
    def a_member_presses_a_button(self, data: st.DataObject) -> None:
        letter = self._a_letter(data)
        if letter.buttons:
            label = data.draw(st.sampled_from(sorted(letter.buttons)))
            self.world.receive(press(letter, label, letter.to).replace(b"<knop-", b"<knop-%d-" % self.nr()))

    @rule(data=st.data())
    def a_draft_is_sent(self, data: st.DataObject) -> None:
        drafts = [x for x in self.letters if x.subject.startswith("Concept")]
        if drafts:
            letter = drafts[-1 - data.draw(st.integers(0, 2)) % len(drafts)]
            self.world.receive(press(letter, "Verstuur", letter.to).replace(b"<knop-", b"<knop-%d-" % self.nr()))

    @rule(data=st.data())
    def a_letter_to_a_client_comes_back(self, data: st.DataObject) -> None:
        """The server of its reader refuses it after all; an outcome first, for that is what must not be lost."""
        outside = [x for x in self.letters if OUTSIDE.search(x.to)]
        outcomes = [x for x in outside if self.kind(x) == "outcome"] or outside
        if outcomes:
            letter = outcomes[-1 - data.draw(st.integers(0, 2)) % len(outcomes)]
            self.comes_back(letter)

    @rule(member=st.sampled_from(MEMBERS), small=st.booleans(), known=st.booleans())
    def a_member_reports(self, member: str, small: bool, known: bool) -> None:
        severity, solved = ("klein", "ja") if small else ("substantieel", "nee")
        name, address = ("Sanne de Boer", "sanne@example.nl") if known else ("Truus", "truus@example.nl")
        text = ORAL.format(name=name, address=address, severity=severity, solved=solved, nr=self.nr())
        self.world.receive(mail(text, sender=member, subject="Mondelinge klacht"))

    @rule(member=st.sampled_from(MEMBERS))
    def a_member_forwards(self, member: str) -> None:
        self.world.receive(mail(f"Zie onder, {self.nr()}{FORWARD}", sender=member, subject="Fwd: Slecht"))

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
            bulk = mail(f"Nieuws {self.nr()}.", sender="krant@example.net", headers={"Precedence": "bulk"})
            self.world.receive(bulk)
            self.world.sweep()

    def _a_letter(self, data: st.DataObject) -> Read:
        """Draw a recent letter to a member."""
        recent = [x for x in self.letters if x.to in MEMBERS][-8:]
        return recent[data.draw(st.integers(0, 7)) % len(recent)]

    def _facts(self) -> dict[str, object]:
        """Return what only commands change (the client may write, with whatever token he was sent)."""
        return {c.number: {name: getattr(c, name) for name in COMMANDED} for c in self.world.store.everything()}


TestFirm = Firm.TestCase
TestFirm.settings = settings(
    max_examples=16,
    stateful_step_count=35,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate, Phase.shrink),  # not `explain`: it traces every line
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
