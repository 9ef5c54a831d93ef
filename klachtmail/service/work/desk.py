"""From decisions to one commit: letters are rendered here, held back by limits, and laid in the outbox."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, groupby

from klachtmail.domain.outgoing import routing
from klachtmail.domain.outgoing.letters import Papers, Person
from klachtmail.domain.outgoing.limits import DAY, Allowance
from klachtmail.domain.records.letter import Letter, LetterRequest, Rendered
from klachtmail.domain.records.lifecycle import Refusal, advance
from klachtmail.domain.records.model import Complaint, Message
from klachtmail.domain.records.outcome import Outcome
from klachtmail.domain.records.parties import changed, complainant_at, key_of, party_called
from klachtmail.domain.records.port import Records
from klachtmail.domain.records.workspace import Workspace
from klachtmail.letters.enclosures import WHOLE
from klachtmail.parse import enclosures
from klachtmail.service.work.office import MEGABYTE, Office
from klachtmail.service.work.whole_texts import whole_texts

PENDING = 8 * MEGABYTE  # rendered letters in memory before they are written down


class Desk:
    """One unit of work: takes outcomes in, one message at a time, and commits them together."""

    def __init__(self, office: Office, now: dt.datetime) -> None:
        self.work = Workspace(office.store)
        self.now = now
        self._office = office
        self._pending: list[bytes] = []
        self._allowance: Allowance | None = None
        self._held: dict[tuple[str, str, str | None], Letter] | None = None

    def take(self, outcome: Outcome, raw: Mapping[str, bytes]) -> None:
        """Lay an outcome on the desk. Renders first, so that a letter that cannot be written changes nothing.

        `raw` are the messages in hand by SHA-256, for enclosures; others are read from the store.
        """
        proposed = {c.number: c for c in outcome.complaints}
        asked = (routing.ask_who_may_decide(c, self.work, self._office.firm) for c in proposed.values())
        wanted = (*outcome.letters, *chain.from_iterable(asked))
        written = [self._write(request, proposed, raw) for request in wanted]
        for complaint in outcome.complaints:
            self.work.put(complaint)
        if outcome.state is not None:
            self.work.put_state(outcome.state)
        if outcome.came_back is not None:
            self.work.put_letter(outcome.came_back)
        for letter, rendered in written:
            self._lay(letter, rendered)

    def post(self, letters: Iterable[LetterRequest]) -> None:
        """Lay letters on the desk that follow from no message."""
        self.take(Outcome("automatic", "processed", letters=tuple(letters)), {})

    def _write(
        self, request: LetterRequest, proposed: Mapping[str, Complaint], raw: Mapping[str, bytes]
    ) -> tuple[Letter, Rendered | None]:
        nonce = self._office.nonce()
        why = self.allowance.why_held(request)
        letter = Letter(
            id=f"{request.kind}-{nonce.hex()}",
            kind=request.kind,
            to=request.to,
            number=request.number,
            party=request.party,
            member=request.member,
            automatic=not request.by_person,
            listed=request.listed,
            created_at=self.now,
            state="held" if why else "waiting",
            reason=why,
            request=request if why or request.enclosures else None,
        )
        if why:
            return letter, None
        rendered = self.render(request, proposed, raw, nonce)
        return _fixed(letter, rendered), rendered

    def render(
        self, request: LetterRequest, proposed: Mapping[str, Complaint], raw: Mapping[str, bytes], nonce: bytes
    ) -> Rendered:
        """Return the final letter, with the complaint as it is on the desk."""
        complaint = None
        if request.number:
            complaint = proposed.get(request.number) or self.work.complaint(request.number)
        files = [
            file
            for sha256, of_one in groupby(request.enclosures, key=lambda each: each.sha256)
            for file in self._enclosed(sha256, [each.index for each in of_one], raw)
        ]
        if complaint is not None and request.kind == "dossier":
            files += whole_texts(complaint, self._office.store, self._office.firm)
        request, made = self._with_papers(request)
        return self._office.writer.render(request, complaint, self.now, nonce=nonce, enclosures=files, made=made)

    def _with_papers(self, request: LetterRequest) -> tuple[LetterRequest, list[tuple[str, str, bytes]]]:
        """Return what was asked for: files, and a letter that says what was found."""
        reader = self._office.firm.member(request.member)
        if isinstance(request.data, Papers):  # only now: documents take longer to load than most letters to make
            from klachtmail.service.work.papers import papers

            return request, papers(self._office, request.data, reader, self.now)
        if isinstance(request.data, Person):
            from klachtmail.service.work.person_shown import shown

            data, files = shown(self._office, request.data, reader)
            may_erase = data.erase and not (data.nothing or data.obstacles or data.not_by_you)
            return replace(request, data=data, buttons=request.buttons if may_erase else ()), files
        return request, []

    def _enclosed(
        self, sha256: str, indexes: Sequence[int | None], raw: Mapping[str, bytes]
    ) -> Iterator[tuple[str, str, bytes]]:
        """Yield these attachments of a message that is in hand or kept; None stands for the message itself."""
        content = raw.get(sha256) or self._office.store.mail(sha256)
        if content is None:
            return
        found = enclosures(content, {index for index in indexes if index is not None})
        for index in indexes:
            if index is None:
                yield ("bericht.eml", WHOLE, content)
            elif index in found:
                yield found[index]

    def _lay(self, letter: Letter, rendered: Rendered | None) -> None:
        if rendered is None:
            self._replace_held(letter)
            return
        self.keep(rendered)
        self.admit(letter, rendered)

    def admit(self, letter: Letter, rendered: Rendered) -> None:
        """Lay a rendered letter in the outbox and, when it goes outside, in the dossier."""
        self.work.put_letter(letter)
        for number in dict.fromkeys((letter.number, *letter.listed)) if letter.member is None else ():
            own = number == letter.number
            party = letter.party if own else number
            complaint = (self.work.complaint(number) if own else standing(self.work, number)) if number else None
            if complaint is not None:
                self.work.put(_with_letter(complaint, party, letter, rendered, self.now))

    def keep(self, rendered: Rendered) -> None:
        """Have the bytes written down at the latest at the commit."""
        self._pending.append(rendered.content)
        if sum(map(len, self._pending)) > PENDING:
            self._write_down()

    def _write_down(self) -> None:
        if self._pending:
            self._office.store.keep_letters(self._pending)
            self._pending = []

    def _replace_held(self, letter: Letter) -> None:
        """One pending automatic letter per recipient, complaint and kind: a newer one replaces it."""
        if self._held is None:
            unsent = (self.work.letter(x.id) for x in self._office.store.unsent())
            self._held = {(x.to, x.kind, x.number): x for x in unsent if x is not None and x.state == "held"}
        key = (letter.to, letter.kind, letter.number)
        if (older := self._held.get(key)) is not None:
            self.work.drop_letter(older)
        self._held[key] = letter
        self.work.put_letter(letter)

    @property
    def allowance(self) -> Allowance:
        """What the limits still allow now."""
        if self._allowance is None:
            limits = self._office.firm.limits
            counted = self.work.recent_letters(self.now - DAY) if limits.any else ()
            self._allowance = Allowance(limits, counted, self.now)
        return self._allowance

    def commit(self) -> None:
        """Write letters down, then everything else in one atomic step."""
        self._write_down()
        if self.work.changes:
            self._office.store.commit(self.work.changes)


def _fixed(letter: Letter, rendered: Rendered) -> Letter:
    """Return the letter with what never changes any more: the identity and the bytes."""
    sha256 = hashlib.sha256(rendered.content).hexdigest()
    return replace(
        letter, message_id=rendered.message_id, subject=rendered.subject, sha256=sha256, size=len(rendered.content)
    )


def admitted(letter: Letter, rendered: Rendered, now: dt.datetime) -> Letter:
    """Return a held letter that may go now, and is made now: from here the limits count it."""
    return replace(_fixed(letter, rendered), state="waiting", reason="", request=None, created_at=now)


def standing(records: Records, number: str) -> Complaint | None:
    """Return the complaint with this number, or where it goes on; None when it is not on record."""
    complaint = records.complaint(number)
    while complaint is not None and complaint.merged_into is not None:
        complaint = records.complaint(complaint.merged_into)
    return complaint


def _with_letter(
    complaint: Complaint, key: str | None, letter: Letter, rendered: Rendered, now: dt.datetime
) -> Complaint:
    """Return the complaint with this letter in its dossier; the acknowledgement is also a step of its life.

    It is put down with whom it went to: this party, or, when those words are nobody's own any more, who reads it.
    """
    message = Message(
        message_id=letter.message_id,
        sender="klachtmail",
        at=now,
        direction="out",
        kind=letter.kind,
        sha256=letter.sha256 or "",
        subject=letter.subject,
        to=letter.to,
        text="" if letter.automatic else rendered.text[:4000],
    )
    is_there = any(each.message_id == letter.message_id for each in complaint.messages)
    sent = complaint if is_there else replace(complaint, messages=(*complaint.messages, message))
    if letter.kind != "acknowledgement":
        return sent
    if key is not None:
        party = party_called(complaint, key) or complainant_at(complaint, letter.to)
        if party is None:
            return sent
        key = key_of(complaint, party)
    own = changed(sent, key, lambda one: replace(one, acknowledged_at=one.acknowledged_at or now))
    after = advance(own, "acknowledged", now, "klachtmail", letter.to)
    return sent if isinstance(after, Refusal) else after
