"""The ground on which attacks are tried: two complaints in a firm, and what an attack may never change about them."""

from collections.abc import Callable
from dataclasses import dataclass

from klachtmail.domain.record import to_json
from klachtmail.domain.records.model import Party
from tests.letters_read import Read, answer
from tests.world import CLIENT, ELS, JAN, PIET, World, mail

STRANGER = "boef@evil.example"
SANNE = "sanne@example.nl"
KEES = "kees@example.org"
FIRST, SECOND = "K2026-0001", "K2026-0002"
MEMBERS = {JAN, ELS, PIET}

# What mail may add to a complaint without anybody's authority: that it came, and that somebody waits for an answer.
_TRACES = frozenset({"messages", "history", "others", "parties", "waiting_since", "draft", "versions"})


@dataclass(frozen=True)
class Attack:
    """A mail with a name; `outsiders` are who may get a letter because of it: nobody, if nothing else is said."""

    name: str
    mail: Callable[["Ground"], bytes]
    outsiders: frozenset[str] = frozenset()


class Ground(World):
    """K2026-0001 is Sanne's; Piet handles it and has a draft. K2026-0002 is Kees's; nobody has it yet."""

    def __init__(self, **sections):
        super().__init__(**sections)
        self.receive(mail("De trainer was te laat. Bel mij op 06-12345678.", message_id="eerste@example.nl"))
        self.routed = self.last(JAN)
        self.reply(JAN, "@piet")
        self.assigned = self.last(PIET)
        self.reply(PIET, "uitkomst: de trainer stond in de file")
        self.draft = next(x for x in reversed(self.letters(PIET)) if "Verstuur" in x.buttons)
        self.receive(
            mail(
                "De factuur klopt niet.",
                sender=f"Kees Klant <{KEES}>",
                subject="Factuur",
                message_id="tweede@example.org",
            )
        )
        self.routed_second = self.last(JAN)
        self.news()

    def token(self, letter: Read) -> str:
        """Return the token that a letter carries."""
        return letter.message_id.partition("@")[0]

    def client_letter(self, address=SANNE) -> Read:
        """Return the acknowledgement that a client has."""
        return self.letters(address)[0]

    def answered(self, letter: Read, sender: str, text: str, **fields) -> bytes:
        """Return an answer to a letter of ours, from anybody."""
        return answer(letter, sender, text, **fields)

    def snapshot(self):
        """Return all that mail without authority may not change, and the numbers that exist."""
        return {
            c.number: {
                **to_json(c, without=_TRACES),
                "parties": [to_json(party) for party in c.parties if not _only_wrote(party)],
                "draft_text": c.draft.text if c.draft else None,
                "waiting": c.waiting_since is not None,
            }
            for c in self.store.current()
        }

    def kept(self):
        """Return what is only ever added to: messages, history, and who else wrote."""
        return {
            c.number: (
                [(m.sha256, m.kind, m.direction, m.text) for m in c.messages],
                [to_json(entry) for entry in c.history],
                list(c.others),
                [party.address for party in c.parties],
            )
            for c in self.store.current()
        }

    def outsiders(self) -> set[str]:
        """Return to which outsiders letters went since this was last asked."""
        return {letter.to for letter in self.news()} - MEMBERS


def _only_wrote(party: Party) -> bool:
    """Return whether a party is merely noted as a third one who wrote about it: he has no number and no say."""
    return party == Party(name=party.name, address=party.address, role="third_party")


# Whoever can name a letter of ours has it, or carries it: a report about it may take back that it was received.
_MAY_BE_TAKEN_BACK = {"waiting": None, "acknowledged_at": None}


def unharmed(before, after):
    """Assert that the complaints are as they were; that a client waits may be added, never taken away."""
    for number, was in before.items():
        now = after[number]
        assert {**now, **_MAY_BE_TAKEN_BACK} == {**was, **_MAY_BE_TAKEN_BACK}
        assert now["waiting"] >= was["waiting"], "somebody waits for an answer, and that was taken away"
        assert now.get("acknowledged_at") in {None, was.get("acknowledged_at")}


def only_added(before, after):
    """Assert that nothing was taken from what is only ever added to."""
    for number, lists in before.items():
        for was, now in zip(lists, after[number], strict=True):
            assert now[: len(was)] == was, number


__all__ = [
    "CLIENT",
    "ELS",
    "FIRST",
    "JAN",
    "KEES",
    "PIET",
    "SANNE",
    "SECOND",
    "STRANGER",
    "Attack",
    "Ground",
    "mail",
    "only_added",
    "unharmed",
]


def withstood(attack):
    """Return a ground that got the mail of this attack, was not harmed, and wrote to nobody outside whom it may not."""
    ground = Ground()
    sent = attack.mail(ground)
    before, kept = ground.snapshot(), ground.kept()
    ground.receive(sent)
    unharmed(before, ground.snapshot())
    only_added(kept, ground.kept())
    assert ground.outsiders() <= attack.outsiders
    assert ground.store.state.absences == ()
    return ground
