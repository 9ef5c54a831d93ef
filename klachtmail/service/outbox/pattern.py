"""Does the server refuse a letter, or us? Not its words decide, but the pattern over recipients.

Relays that let nobody in say 'access denied', 'relay not permitted' or 'invalid recipient', in any language, and so they
do of a mailbox that is gone. What differs is who else is refused: so ask, with RCPT and without a letter.

1. No member is taken, nor our own mailbox: it refuses us. Everything waits, and counts against no letter.
2. Members are taken and nobody outside is: it does not relay for us. Letters to outsiders wait.
3. Somebody else is taken: the letter's own recipient is to blame.
4. Nobody can tell yet: the letter goes again a few times before it counts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from klachtmail.service.outbox.deliver import Tried
from klachtmail.service.work.office import Office
from klachtmail.smtp.port import Answer, Paused, Rejected, Retry, Sent

ASKED: Final = 3  # addresses that are asked about at most, to learn one thing
PATIENCE: Final = 3  # attempts of a letter of which nobody can tell yet
EVERYBODY: Final = "the sending server takes no letter to anybody, not even to members"
MEMBERS: Final = "the sending server takes no letter to members, nor to our own mailbox"
OUTSIDE: Final = "the sending server takes letters to members, and to nobody else"
WORDS: Final = "the sending server takes no letter, whatever stands in it"
MOMENT: Final = "the sending server takes no letter now"


def judged(office: Office, tried: Sequence[Tried]) -> list[Tried]:
    """Return what was tried, with the answers that were about us as a pause. Asks the server where that is needed."""
    if not any(isinstance(one.answer, Rejected | Retry) for one in tried):
        return list(tried)
    bench = _Bench(office, tried)
    return [replace(one, answer=bench.meant(one)) for one in tried]


class _Bench:
    """Judges one turn. What it asks the server is asked once."""

    def __init__(self, office: Office, tried: Sequence[Tried]) -> None:
        self._office = office
        self._taken = [one for one in tried if isinstance(one.answer, Sent)]
        self._refused = [one for one in tried if isinstance(one.answer, Rejected) and _is_of_recipient(one.answer)]
        self._everybody = self._refuses_everybody(tried)
        self._closed = () if self._everybody else self._closed_domains()

    def meant(self, one: Tried) -> Answer | None:
        """Return what an answer means in this light."""
        answer = one.answer
        if not isinstance(answer, Rejected | Retry) or getattr(answer, "too_large", False):
            return answer
        if self._everybody:
            return Paused(f"{self._everybody}: {answer.reason}")
        if isinstance(answer, Retry) or one not in self._refused or _domain(one) not in self._closed:
            return answer
        if len(self._closed) > 1:
            return Paused(f"{OUTSIDE}: {answer.reason}")
        return Retry(answer.reason) if one.letter.attempts < PATIENCE else answer

    def _refuses_everybody(self, tried: Sequence[Tried]) -> str:
        """Return in what way it takes nothing from us, '' when it takes something or nobody can tell."""
        if any(_is_inside(one) for one in self._taken) or (self._taken and not any(map(_is_inside, self._refused))):
            return ""
        people = {one.letter.to for one in tried}
        if self._refused:
            return self._asked_inside()
        if all(isinstance(one.answer, Rejected) for one in tried):  # for their content: another letter is the proof
            subjects = {(one.letter.number, _is_inside(one)) for one in tried}
            return WORDS if len(people) > 1 and len(subjects) > 1 else ""
        is_telling = len(people) > 1 and any(_is_inside(one) for one in tried)
        return MOMENT if is_telling and all(isinstance(one.answer, Retry) for one in tried) else ""

    def _asked_inside(self) -> str:
        """Ask about the members who were not refused yet, and our own mailbox: the first that is taken ends it."""
        firm = self._office.firm
        known = {one.letter.to for one in self._refused}
        addresses = (*(m.address.lower() for m in firm.members), firm.administrator.lower())
        others = [each for each in dict.fromkeys(addresses) if each not in known][: ASKED - 1]
        if not self._are_refused((*others, firm.organisation.address.lower())):
            return ""
        return MEMBERS if self._taken else EVERYBODY

    def _closed_domains(self) -> tuple[str, ...]:
        """Return the outsiders' domains to which nothing goes, unless letters to others outside do go."""
        outside = [one for one in self._refused if not _is_inside(one)]
        if not outside or any(not _is_inside(one) for one in self._taken):
            return ()
        domains = list(dict.fromkeys(_domain(one) for one in outside))
        asked = domains[:ASKED]
        closed = [each for each in asked if self._are_refused((f"postmaster@{each}",))]  # RFC 5321 §4.5.1: always there
        known = list(islice(self._acquaintances(domains), ASKED - 1))
        if not closed or (known and not self._are_refused(known)):
            return ()
        return (*(domains if closed == asked else closed), *(each.rpartition("@")[2] for each in known))

    def _acquaintances(self, without: Sequence[str]) -> Iterator[str]:
        """Yield addresses outside that this server lately took letters to, the newest first."""
        sent = [x for x in self._office.store.letters() if x.state == "sent" and x.member is None and x.sent_at]
        newest = sorted(sent, key=lambda each: each.sent_at or each.created_at, reverse=True)
        yield from dict.fromkeys(x.to for x in newest if x.to.rpartition("@")[2] not in without)

    def _are_refused(self, addresses: Iterable[str]) -> bool:
        """Return whether it refuses each of these; what cannot be asked now is no proof."""
        sender = self._office.firm.organisation.address
        return all(self._office.courier.takes(sender, each) is False for each in addresses)


def _is_of_recipient(answer: Rejected) -> bool:
    return not (answer.too_large or answer.for_content)


def _is_inside(one: Tried) -> bool:
    return one.letter.member is not None


def _domain(one: Tried) -> str:
    return one.letter.to.rpartition("@")[2]


INSIDE_ENOUGH: Final = 3
OUTSIDE_ENOUGH: Final = 20  # one that is good may stand behind some that are not


def is_hopeless(tried: Sequence[Tried]) -> bool:
    """Return whether so many in a row were refused, and none taken, that a further attempt tells nothing new."""
    inside = _is_inside(tried[-1])
    enough, refused = (INSIDE_ENOUGH if inside else OUTSIDE_ENOUGH), set[str]()
    for one in reversed(tried):  # the newest first: asked after each letter, and mostly that one was taken
        if _is_inside(one) != inside:
            continue
        if not isinstance(one.answer, Rejected | Retry):
            return False
        refused.add(one.letter.to)
    return len(refused) >= enough
