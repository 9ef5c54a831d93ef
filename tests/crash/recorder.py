"""A firm on a real data folder that dies at every step: what each death leaves behind, and how it goes on from there."""

import hashlib
import shutil
from collections import Counter, defaultdict
from functools import partial

from klachtmail.letters.writer import Writer
from klachtmail.mailbox.memory import MemoryMailbox
from klachtmail.service.flush import flush
from klachtmail.service.round import one_round as poll
from klachtmail.service.work.office import Office
from klachtmail.smtp.memory import MemoryCourier
from klachtmail.store.copies import nightly_copy
from klachtmail.store.journal import FileJournal
from klachtmail.store.tiny import TinyStore
from klachtmail.store.verify import verify
from tests.crash.power import Hasty, Platter

MAILBOX = ("connect", "waiting", "fetch", "file", "append", "has_message", "find", "remove")


class Firm:
    """An office on `folder` with a mailbox and courier that outlive it."""

    def __init__(self, firm, folder, now, mailbox=None, courier=None):
        self.firm, self.folder, self.now = firm, folder, now
        self.mailbox = mailbox or MemoryMailbox()
        self.courier = courier or MemoryCourier()

    def office(self, disk=None, mailbox=None, courier=None):
        """Start the program: what a new process does first."""
        disk = disk or Hasty()
        store = TinyStore(self.folder, disk=disk)
        keys = store.secret(self.now)
        return Office(
            firm=self.firm,
            store=store,
            mailbox=mailbox or self.mailbox,
            courier=courier or self.courier,
            journal=FileJournal(self.folder, disk=disk),
            writer=_writer(self.firm, keys),
            keys=keys,
            clock=lambda: self.now,
            keep_copy=partial(nightly_copy, store),
        )

    def run(self, work, **ports):
        """Start, do this, and end in an orderly way."""
        office = self.office(**ports)
        try:
            return work(office)
        finally:
            office.journal.close()
            office.store.close()


_writers = {}


def _writer(firm, keys):
    """Templates are translated once for all lives."""
    return _writers.setdefault((id(firm), tuple(keys)), Writer(firm, keys))


class Death:
    """The world as one death leaves it."""

    def __init__(self, step, kind, files, mailbox, courier):
        self.step, self.kind, self._files = step, kind, files
        self._mailbox, self._courier = mailbox, courier

    def __str__(self):
        return f"{self.kind} {self.step}"

    def reborn(self, folder, firm, now):
        """Return the firm with this world; `folder` becomes its data folder."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        for name, data in self._files.items():
            path = folder / name
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.write_bytes(data)
            path.chmod(0o600)
        mailbox, courier = MemoryMailbox(), MemoryCourier()
        mailbox.kept = {role: dict(kept) for role, kept in self._mailbox[0].items()}
        mailbox._next_uid = self._mailbox[1]
        courier.sent = list(self._courier)
        return Firm(firm, folder, now, mailbox, courier)


class Recorder:
    """Runs work once; `steps` has every step that touched the world, `deaths` every world that dying there leaves."""

    def __init__(self, firm):
        self._firm = firm
        self.steps = []
        self.deaths = []
        self._known = set()

    def run(self, work):
        disk = Platter(self._firm.folder, self._point)
        self._disk = disk
        self._firm.run(
            work,
            disk=disk,
            mailbox=Stepping(self._firm.mailbox, MAILBOX, self._point),
            courier=Stepping(self._firm.courier, ("deliver",), self._point),
        )

    def _point(self, name):
        self.steps.append(name)
        mailbox, courier = self._firm.mailbox, self._firm.courier
        outside = repr([(role, sorted(kept)) for role, kept in mailbox.kept.items()]) + str(len(courier.sent))
        for kind, files in self._disk.found().items():
            digest = hashlib.sha256(outside.encode())
            for path, data in sorted(files.items()):
                digest.update(b"%s %d\n" % (str(path).encode(), len(data)) + data)
            if digest.digest() in self._known:  # nothing changed since a death before: it would be the same test
                continue
            self._known.add(digest.digest())
            self.deaths.append(Death(f"{name} ({len(self.steps)})", kind, files, _kept(mailbox), list(courier.sent)))


class Stepping:
    """A port whose methods are steps; a generator is a step for each thing that it yields."""

    def __init__(self, port, names, point):
        self._port, self._names, self._point = port, names, point

    def __getattr__(self, name):
        found = getattr(self._port, name)
        if name not in self._names:
            return found

        def stepped(*arguments, **options):
            self._point(f"before {name}")
            result = found(*arguments, **options)
            if name == "fetch":
                return self._each(result)
            self._point(f"after {name}")
            return result

        return stepped

    def _each(self, items):
        for item in items:
            self._point("after a message of fetch")
            yield item


def to_the_end(firm):
    """Start again and go on until there is nothing left to do."""
    firm.run(lambda office: (poll(office), flush(office)))
    firm.now = firm.now.replace(minute=firm.now.minute + 2)  # a doubtful letter is tried again after a minute
    return firm.run(lambda office: (poll(office), flush(office)))


def problems(firm):
    """Return what is wrong with the register, the mailbox and the outbox, [] when nothing is."""

    def look(office):
        found = [str(problem) for problem in verify(office.store)]
        found += [f"{x.kind} to {x.to} is {x.state}: {x.reason}" for x in office.store.unsent()]
        found += [f"{place} is in hand" for place in office.store.in_hand()]
        if office.journal.taken() or office.journal.doubtful():
            found.append("the journal is not settled")
        return found

    found = firm.run(look)
    if firm.mailbox.kept["inbox"]:
        found.append(f"{len(firm.mailbox.kept['inbox'])} messages are left in INBOX")
    return found + doubled(firm.courier.sent)


def doubled(sent):
    """Return what is wrong with doubled letters: more than one, more than twice, or not the same bytes."""
    copies = defaultdict(list)
    for envelope in sent:
        copies[envelope.recipient, _header(envelope.content, b"Subject")].append(envelope.content)
    twice = {key: contents for key, contents in copies.items() if len(contents) > 1}
    found = [f"{key} went {len(contents)} times" for key, contents in twice.items() if len(contents) > 2]
    found += [f"{key} went with different bytes" for key, contents in twice.items() if len(set(contents)) > 1]
    return found + ([f"{len(twice)} letters went twice: {list(twice)}"] if len(twice) > 1 else [])


def went(sent):
    """Return how many different letters went to whom under which subject."""
    return Counter({(x.recipient, _header(x.content, b"Subject")): 1 for x in sent})


def _header(content, name):
    head = content.partition(b"\r\n\r\n")[0].replace(b"\r\n ", b" ")
    return next(
        line.partition(b":")[2].strip() for line in head.split(b"\r\n") if line.startswith(name + b":")
    ).decode()


def on_record(store):
    """Return what a register must say, whatever died."""
    return {
        "complaints": sorted(
            (
                c.number,
                c.status,
                c.subject,
                c.complainant.address,
                c.handler,
                [(m.direction, m.kind) for m in c.messages],
            )
            for c in store.everything()
        ),
        "events": [[h.event for h in c.history] for c in store.everything()],
        "seen": sorted((s.kind, s.folder or "", s.number or "") for s in store.sightings()),
        "letters": sorted((x.kind, x.to, x.number or "", x.state) for x in store.letters()),
        "counters": store.state.counters,
        "digest": store.state.digest_for,
    }


def as_it_is(firm):
    """Return the world of a firm at rest."""
    files = {path.relative_to(firm.folder): path.read_bytes() for path in firm.folder.rglob("*") if path.is_file()}
    return Death("at rest", "", files, _kept(firm.mailbox), list(firm.courier.sent))


def _kept(mailbox):
    return {role: dict(messages) for role, messages in mailbox.kept.items()}, mailbox._next_uid
