"""Forgetting on a real server: what must go goes, and each neighbour with the same UID in another folder stays."""

import re
from dataclasses import replace

import pytest

from klachtmail.domain.records.port import Changes
from klachtmail.mailbox.port import Role
from klachtmail.service.privacy.person import forget_person
from klachtmail.service.privacy.retention import retain
from tests.contract.test_mailbox import mailbox_of
from tests.unit.privacy.privacy_examples import SANNE, close
from tests.world import CLIENT, World, mail

KEES = "Kees Vos <kees@example.org>"
FOLDERS: dict[Role, str | None] = {
    "inbox": "INBOX",
    "processed": "Verwerkt",
    "automatic": "Automatisch",
    "quarantine": "Quarantaine",
    "sent": "Sent",
    "junk": None,
}
LISTED = re.compile(rb"UID (\d+)")


class Firm(World):
    """The firm in memory, with its mailbox on a server."""

    def __init__(self, host):
        super().__init__()
        self.host = host
        self.mailbox = mailbox_of(host, folders=FOLDERS)
        self.office = replace(self.office, mailbox=self.mailbox)

    def deliver(self, *raws, role="inbox", at=None):
        for raw in raws:
            self.host.append(raw, FOLDERS[role], "", (at or self.now).timestamp())

    def lies(self, role):
        """Return whose mail lies in a folder, by UID."""
        with self.host.selected(FOLDERS[role]) as client:
            _, data = client.uid("FETCH", "1:*", "(UID BODY.PEEK[])")
        found = (part for part in data if isinstance(part, tuple))
        return {int(LISTED.search(head)[1]): whose(raw) for head, raw in found}


def whose(raw):
    """Return whose mail it is, by its header: his own, or about his complaint."""
    head = raw.partition(b"\r\n\r\n")[0].lower()
    return "sanne" if b"sanne" in head or b"2026-0001]" in head else "kees"


@pytest.fixture
def firm(mailhost_of_kind):
    """A closed complaint of each of two clients, with a robot's mail and letters: the same UIDs in three folders."""
    made = Firm(mailhost_of_kind("dovecot"))
    for client, name in ((CLIENT, "sanne"), (KEES, "kees")):
        away = {"Auto-Submitted": "auto-replied"}
        made.receive(
            mail(f"Te laat.\n\n{name}", sender=client, message_id=f"klacht@{name}.example", subject=f"Zaal van {name}"),
            mail(f"Ik ben weg. {name}", sender=client, message_id=f"weg@{name}.example", subject="Weg", headers=away),
        )
    close(made, "K2026-0002")  # so that what is hers lies before and behind what is his
    close(made, "K2026-0001")
    yield made
    made.mailbox.close()


def kept(firm, name):
    return {
        role: {uid for uid, who in firm.lies(role).items() if who == name}
        for role in ("processed", "automatic", "sent")
    }


def test_whoever_is_forgotten_is_in_no_folder_and_everything_of_the_other_stays_where_it_was(firm):
    his = kept(firm, "kees")
    hers = kept(firm, "sanne")
    assert all(his.values()), "he has something in each folder"
    assert all(hers.values()), "and so has she"
    assert hers["sent"] & his["processed"], "the same UIDs in two folders"
    assert hers["processed"] & his["sent"]
    again = mail("Te laat.", sender=CLIENT, message_id="klacht@sanne.example", subject="Zaal van sanne")
    others = [mail("Nieuw.", sender=KEES, message_id=f"nieuw-{n}@kees.example", subject="kees") for n in range(20)]
    firm.deliver(again, *others)  # nobody has read INBOX since
    done = forget_person(firm.office, SANNE)
    assert (done.reasons, done.gone) == ([], True)
    assert not any(kept(firm, "sanne").values())
    assert list(firm.lies("inbox").values()) == ["kees"] * 20
    assert kept(firm, "kees") == his
    assert firm.store.complaint("K2026-0002").text


def test_when_the_period_of_one_has_ended_everything_of_the_other_stays_where_it_was(firm):
    firm.later(days=735)
    other = firm.complaint("K2026-0002")
    firm.store.commit(Changes(complaints={other.number: replace(other, keep_reason="er loopt een zaak")}))
    his = kept(firm, "kees")
    letters = {m.message_id for m in other.messages if m.direction == "out"}
    assert retain(firm.office).complaints == 1
    assert not any(kept(firm, "sanne").values())
    after = kept(firm, "kees")
    assert after["processed"] == his["processed"]
    with firm.host.selected("Sent") as client:
        found = {one: client.search(None, "HEADER", "Message-ID", one)[1] for one in letters}
    assert letters
    assert b"" not in [uids for (uids,) in found.values()], "the letters of a dossier that is kept are kept in Sent"
