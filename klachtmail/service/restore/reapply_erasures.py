"""Forgetting again: a restored register is older than some of the forgetting that was done since."""

import datetime as dt
import logging
from collections.abc import Iterator

from klachtmail.service.privacy.person import forget_person
from klachtmail.service.work.glance import addresses_in, words_in
from klachtmail.service.work.office import Office
from klachtmail.service.work.person import Person, find
from klachtmail.store.port import Store

log = logging.getLogger(__name__)


def forget_again(office: Office) -> int:
    """Forget whom the restored register knows from before they were forgotten; return how many. Under the work lock.

    To be called before anything is read again from the folders: who wrote since is somebody with a new complaint.
    Raises MailboxError or StoreError; doing it again does the rest.
    """
    forgotten = office.store.forgotten()
    if not forgotten:
        return 0
    known = {address: at for address in _addresses(office.store) if (at := forgotten.at(address)) is not None}
    people = (find(office.store, address) for address in sorted(known))
    going = [person for person in people if _last_sign(person) <= known[person.address]]
    for person in going:
        names = (name for name in person.alike.names if forgotten.at(name) is not None)
        forget_person(office, person.address, names, again=True)
    log.warning("after the restore %d people were forgotten again", len(going))
    return len(going)


def _addresses(store: Store) -> set[str]:
    """Return every address of an outsider, in lower case, that the register has."""
    found: set[str | None] = set()
    for complaint in store.everything():
        found |= {complaint.complainant.address, *(p.address for p in complaint.parties), *complaint.others}
        found |= {address for message in complaint.messages for address in (message.sender, message.to)}
    found |= {letter.to for letter in store.letters() if letter.member is None}
    found |= {aside.sender for aside in store.state.set_aside}
    found |= {key.rpartition(" ")[2] for key in store.state.refused}
    for raw in (store.mail(seen.sha256) for seen in store.sightings() if seen.number is None):
        found.update(addresses_in(words_in(raw)) if raw else ())
    return {address.lower() for address in found if address}


def _last_sign(person: Person) -> dt.datetime:
    """Return the time of the last thing that a person did, by our own clock wherever it was noted."""
    return max(_signs(person), default=dt.datetime.min.replace(tzinfo=dt.UTC))


def _signs(person: Person) -> Iterator[dt.datetime]:
    """Yield times. The mail server's has whole seconds, and may be behind ours: it would make a new complaint look old."""
    yield from (c.history[0].at if c.history else c.received_at for c in person.own)
    yield from (m.at for c in person.beside for m in c.messages if m.sender.lower() == person.address)
    yield from (seen.at for seen in person.loose)
    yield from (aside.received_at for aside in person.set_aside)
