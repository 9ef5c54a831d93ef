"""The messages of one batch, decided one by one on the same desk. One that fails does not stop the others."""

import contextlib
import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from klachtmail.domain.decide.decide import decide
from klachtmail.domain.incoming.case import Case
from klachtmail.domain.incoming.message import Incoming
from klachtmail.domain.outgoing import requests
from klachtmail.domain.outgoing.letters import Quarantine
from klachtmail.domain.records.letter import Enclosure
from klachtmail.domain.records.outcome import Folder, Outcome
from klachtmail.domain.records.state import Seen
from klachtmail.letters.writer import TemplateError
from klachtmail.mailbox.port import Fetched
from klachtmail.parse import parse
from klachtmail.service.work.desk import Desk
from klachtmail.service.work.errors import OwnTroubleError
from klachtmail.service.work.glance import may_read_unread
from klachtmail.service.work.office import Office
from klachtmail.service.work.reading import read_ahead, read_mail, with_our_letters
from klachtmail.service.work.self_test import control_sample
from klachtmail.store.errors import StoreError, StoreLostError

log = logging.getLogger(__name__)

TRIES: Final = 3
KILLS: Final = "het programma stopte er telkens op"


class Batch:
    """Messages in hand: `add` them, `decide`, and commit the desk."""

    def __init__(self, office: Office, desk: Desk) -> None:
        self._office = office
        self._desk = desk
        self._fetched: list[Fetched] = []
        self._raw: dict[str, bytes] = {}
        self._parsed: dict[str, Incoming] = {}  # by place

    def add(self, fetched: Fetched) -> None:
        """Take a downloaded message in hand."""
        self._fetched.append(fetched)

    def decide(self, suspects: set[str]) -> list[tuple[Fetched, Outcome]]:
        """Keep the bytes, then decide on each; raises OwnTroubleError or StoreError.

        While that lasts the messages are noted as in hand, beside the other `suspects`: only a process that dies here,
        and not one that loses its server or its disk, leaves the note behind.
        """
        store, places = self._office.store, {f.waiting.place for f in self._fetched}
        kept = store.keep_mail((f.raw, f.received_at) for f in self._fetched)
        self._raw = {sha256: f.raw for sha256, f in zip(kept, self._fetched, strict=True)}
        store.note_in_hand(sorted(suspects | places))
        try:
            return self._decide_each(kept)
        finally:
            store.note_in_hand(sorted(suspects - places))

    def _decide_each(self, kept: Sequence[str]) -> list[tuple[Fetched, Outcome]]:
        """Decide on each; failures are counted only when others (or a control sample) succeed."""
        done: list[tuple[Fetched, Outcome]] = []
        failed: list[tuple[Fetched, str, Exception]] = []
        self._read_ahead()
        for sha256, fetched in zip(kept, self._fetched, strict=True):
            try:
                done.append((fetched, self._one(fetched, sha256)))
            except StoreLostError:
                raise
            except (TemplateError, StoreError) as trouble:
                raise OwnTroubleError(str(trouble)) from trouble
            except Exception as error:
                log.warning(
                    "message %s failed: %s", sha256[:12], type(error).__name__, exc_info=log.isEnabledFor(logging.DEBUG)
                )
                failed.append((fetched, sha256, error))
        if failed and not done:
            control_sample(self._office, self._desk.now, failed[0][2])
        return [*done, *(self._failed(*failure) for failure in failed)]

    def _read_ahead(self) -> None:
        """Parse what may be parsed, so that the store is asked once for all; one that fails here fails in its turn."""
        failures = self._desk.work.state.failures
        for fetched in self._fetched:
            place = fetched.waiting.place
            if failures.get(place, 0) < TRIES:
                with contextlib.suppress(Exception):
                    self._parsed[place] = self._parse(fetched)
        read_ahead(list(self._parsed.values()), self._office.store)

    def _parse(self, fetched: Fetched) -> Incoming:
        received_at = fetched.received_at.astimezone(self._office.firm.organisation.zone)
        return parse(fetched.raw, received_at, truncated=fetched.truncated)

    def _one(self, fetched: Fetched, sha256: str) -> Outcome:
        office, desk, place = self._office, self._desk, fetched.waiting.place
        if desk.work.state.failures.get(place, 0) >= TRIES:
            return self._quarantine(fetched, sha256, KILLS)
        message = self._parsed.pop(place) if place in self._parsed else self._parse(fetched)
        mail = with_our_letters(message, desk.work, office.store)
        case = Case(
            mail,
            desk.work,
            office.firm,
            office.keys,
            desk.now,
            in_junk=fetched.waiting.role == "junk",
            reread=self._reread,
        )
        outcome = decide(case)
        desk.take(outcome, self._raw)
        _forgive(desk, place)
        if outcome.kind == "duplicates" and (first := desk.work.seen(mail.content_key)) is not None:
            desk.work.put_seen(replace(first, places=tuple(dict.fromkeys((*first.places, place)))))
            return Outcome("duplicates", folder_of(first.folder), number=first.number)
        is_new = case.may_be_replayed and desk.work.seen(mail.sent_key) is None
        self._note_seen(fetched, sha256, mail.content_key, outcome, mail.sent_key if is_new else "")
        return outcome

    def _note_seen(self, fetched: Fetched, sha256: str, key: str, outcome: Outcome, sent_key: str = "") -> None:
        folder = None if fetched.waiting.role == "junk" else outcome.folder
        first = self._desk.work.seen(key)  # the same bytes in quarantine, or rescued from Junk
        places = dict.fromkeys((*(first.places if first else ()), fetched.waiting.place, *filter(None, [sent_key])))
        self._desk.work.put_seen(
            Seen(
                key=key,
                places=tuple(places),
                kind=outcome.kind,
                folder=folder,
                sha256=sha256,
                at=self._desk.now,
                number=outcome.number,
                received_at=fetched.received_at if outcome.kind == "quarantined" else None,
                truncated=fetched.truncated and outcome.kind == "quarantined",
            )
        )

    def _reread(self, sha256: str) -> Incoming | None:
        raw = self._raw.get(sha256) or self._office.store.mail(sha256)
        return None if raw is None else read_mail(raw, self._desk.now, self._desk.work, self._office.store)

    def _failed(self, fetched: Fetched, sha256: str, error: Exception) -> tuple[Fetched, Outcome]:
        if count(self._desk, fetched.waiting.place) < TRIES:
            return fetched, Outcome("failed", "processed")
        about: dict[str, str] = {}
        with contextlib.suppress(Exception):
            mail = parse(fetched.raw, self._desk.now)
            about = {"sender": mail.sender.address, "subject": mail.subject}
        return fetched, self._quarantine(fetched, sha256, f"{type(error).__name__}: {error}"[:200], about)

    def _quarantine(self, fetched: Fetched, sha256: str, reason: str, about: dict[str, str] | None = None) -> Outcome:
        """Set it apart after the third time; who may see it gets the original with the reason. Nothing is parsed for it."""
        reader = may_read_unread(self._raw.get(sha256, fetched.raw), self._desk.work, self._office.firm)
        data = Quarantine(reason=reason, **(about or {}))
        whole = (Enclosure(sha256=sha256, index=None),)
        letter = requests.to_member(data, reader, None, enclosures=whole)
        outcome = Outcome("quarantined", "quarantine", letters=(letter,))
        self._desk.take(outcome, self._raw)
        _forgive(self._desk, fetched.waiting.place)
        self._note_seen(fetched, sha256, sha256, outcome)
        return outcome


def count(desk: Desk, place: str) -> int:
    """Count a failure of the message at this place, and return how many there are now."""
    state = desk.work.state
    tries = state.failures.get(place, 0) + 1
    desk.work.put_state(replace(state, failures={**state.failures, place: tries}))
    return tries


def _forgive(desk: Desk, place: str) -> None:
    """Forget the failures of a message that has been dealt with."""
    state = desk.work.state
    if place in state.failures:
        desk.work.put_state(replace(state, failures={k: n for k, n in state.failures.items() if k != place}))


def folder_of(name: str | None) -> Folder:
    """Return the folder of a record that was kept (a duplicate of what lies in Junk goes to the processed mail)."""
    return "automatic" if name == "automatic" else "quarantine" if name == "quarantine" else "processed"
