"""A firm with the real ports on real servers: every IMAP and SMTP command is a step that it can die or break off at."""

import datetime as dt
import imaplib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from klachtmail.letters.writer import Writer
from klachtmail.mailbox.imap import ImapMailbox
from klachtmail.mailbox.port import unheeded
from klachtmail.service.flush import flush
from klachtmail.service.round import one_round as poll
from klachtmail.service.watch.trouble import problem_of
from klachtmail.service.work.office import Office
from klachtmail.smtp import Relay, SmtpCourier
from klachtmail.smtp.memory import Envelope
from klachtmail.store.journal import FileJournal
from klachtmail.store.tiny import TinyStore
from klachtmail.store.verify import verify
from tests.crash.recorder import doubled
from tests.servers.dovecot import Dovecot
from tests.servers.mailhost import PASSWORD, USER
from tests.servers.smtp_server import SmtpServer

DIED = 66
FOLDERS = {
    "inbox": "INBOX",
    "processed": "Verwerkt",
    "automatic": "Automatisch",
    "quarantine": "Quarantaine",
    "sent": None,
    "junk": None,
}


# A colleague marked it as deleted long before klachtmail came; `since` leaves it alone, and so must everything else.
SINCE = dt.date(2001, 1, 1)
OLD = dt.datetime(2000, 6, 1, tzinfo=dt.UTC)
COLLEAGUES = b"From: iemand@example.nl\r\nSubject: oud\r\n\r\nVan een collega.\r\n"


class BrokenError(ConnectionResetError):
    """The network breaks here."""


@dataclass
class Branch:
    """An office of `firm` on a data folder, a mailbox of its own and a server that sends."""

    firm: object
    folder: Path
    host: Dovecot
    server: SmtpServer
    now: dt.datetime

    def office(self, step=unheeded):
        """Start the program: what a new process does first."""
        store = TinyStore(self.folder)
        keys = store.secret(self.now)
        host, server = self.host, self.server
        return Office(
            firm=self.firm,
            store=store,
            writer=_writer(self.firm, keys),
            keys=keys,
            clock=lambda: self.now,
            journal=FileJournal(self.folder),
            since=SINCE,
            mailbox=ImapMailbox(
                host.host,
                host.imap_port,
                "none",
                host.user,
                lambda: PASSWORD,
                FOLDERS,
                step=lambda said: step(f"imap {said}"),
            ),
            courier=SmtpCourier(
                Relay(server.host, server.port, "none", USER, lambda: PASSWORD, step=lambda said: step(f"smtp {said}"))
            ),
        )

    def run(self, work, step=unheeded):
        """Start, do this, and end in an orderly way, with QUIT and LOGOUT."""
        office = self.office(step)
        try:
            return work(office)
        finally:
            office.mailbox.close()
            office.courier.close()
            office.journal.close()
            office.store.close()

    def dies_at(self, work, place):
        """Do this in a process that ends without cleaning up at that step, and start again; return the step's name."""
        reading, writing = os.pipe()
        if (child := os.fork()) == 0:
            try:
                self.run(work, _At(place, lambda said: (os.write(writing, said.encode()), os._exit(DIED))))
            finally:
                os._exit(0)
        os.close(writing)
        with os.fdopen(reading) as said:
            name = said.read()
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert code == DIED, f"step {place} was not reached: ended with {code}"
        self.run(self.to_the_end)
        return name

    def breaks_at(self, work, place):
        """Do this as a daemon's round, in which the network breaks at that step, and go on; return the step's name."""
        said = []

        def broken(name):
            said.append(name)
            raise BrokenError("broken by the test")

        def rounds(office):
            problem_of("round", lambda: _nothing_wrong(work(office)))
            if said:
                self.to_the_end(office)

        self.run(rounds, _At(place, broken))
        assert said, f"step {place} was not reached"
        self.run(self.to_the_end)  # what breaks at the goodbyes has no more rounds
        return said[0]

    def taken(self):
        """Return the letters that the server took."""
        return [Envelope(x.envelope_from, x.recipients[0], x.content) for x in self.server.letters]

    def to_the_end(self, office):
        """Go on until there is nothing left to do."""
        for _ in range(2):
            poll(office)
            flush(office)
            self.now += dt.timedelta(minutes=2)  # a doubtful letter is tried again after a minute


def _nothing_wrong(_done):
    return ""


class _At:
    """Does something at the step with this number, from 0, and at none after it."""

    def __init__(self, place, act):
        self._place, self._act = place, act
        self._passed = 0

    def __call__(self, name):
        self._passed += 1
        if self._passed == self._place + 1:
            self._act(name)


_writers = {}


def _writer(firm, keys):
    """Templates are translated once for all lives."""
    return _writers.setdefault((id(firm), tuple(keys)), Writer(firm, keys))


@dataclass
class Start:
    """How a scene begins, made in memory: a data folder, and what lies in which folder of the mailbox."""

    folder: Path
    mailbox: dict
    now: dt.datetime

    def branch(self, firm, folder, host, server):
        """Return an office of this firm at that start, with a mailbox that nobody used before."""
        shutil.rmtree(folder, ignore_errors=True)
        if self.folder.exists():
            shutil.copytree(self.folder, folder)
        with host.imap() as client:
            client.append("INBOX", "(\\Deleted)", imaplib.Time2Internaldate(OLD), COLLEAGUES)
            received = imaplib.Time2Internaldate(self.now.timestamp())
            for role, kept in self.mailbox.items():
                name = FOLDERS[role] or role.capitalize()
                client.create(name)
                for message in kept.values():
                    assert client.append(name, "", received, message.raw)[0] == "OK"
        server.forget()
        return Branch(firm, folder, host, server, self.now)


def problems(branch, store):
    """Return what is wrong with the register, the journal and the letters that went, [] when nothing is."""
    journal = FileJournal(branch.folder)
    found = [str(problem) for problem in verify(store)]
    found += [f"{x.kind} to {x.to} is {x.state}: {x.reason}" for x in store.unsent()]
    found += [f"{place} is in hand" for place in store.in_hand()]
    if journal.taken() or journal.doubtful():
        found.append("the journal is not settled")
    journal.close()
    return found + doubled(branch.taken())


def contents(host):
    """Return what lies in each folder, of INBOX only what is not marked as deleted under 'inbox', and all under 'all'."""
    found = {}
    with host.imap() as client:
        for role in ("inbox", "processed", "automatic"):
            _, count = client.select(FOLDERS[role], readonly=True)
            _, data = client.fetch("1:*", "(FLAGS BODY.PEEK[])") if count != [b"0"] else ("OK", [])
            pairs = [item for item in data if isinstance(item, tuple)]
            if role == "inbox":
                found["all"] = [raw for _, raw in pairs]
                pairs = [(head, raw) for head, raw in pairs if b"\\Deleted" not in head]
            found[role] = [raw for _, raw in pairs]
    return found
