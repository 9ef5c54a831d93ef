"""The delivery journal in the database: behind the same fence as everything else.

A note takes a share of the fence's row in its own statement: whoever takes over waits for the note, or the note comes to
nothing and nothing is sent.
"""

import datetime as dt

import sqlalchemy as sa

from klachtmail.store.errors import StoreLostError
from klachtmail.store.journal import line_of
from klachtmail.store.sql.lease import LOST, Lease
from klachtmail.store.sql.link import Link, running
from klachtmail.store.sql.schema import fence, journal

_TRUE = sa.text("1 = 1")  # without a WHERE, SQLite takes ON CONFLICT for the condition of a join


class SqlJournal:
    """Which letters were handed to the SMTP server, since the register last took it in."""

    def __init__(self, link: Link, lease: Lease, wait: float) -> None:
        self._link = link
        self._lease = lease
        self._wait = wait

    def trying(self, letter_id: str) -> None:
        """Note that this letter is about to be handed over; StoreLostError, and it must not be, when that is not ours."""
        self._note({letter_id: "trying"})

    def accepted(self, letter_id: str) -> None:
        """Note that the server took responsibility for it."""
        self._note({letter_id: "accepted"})

    def refused(self, letter_id: str) -> None:
        """Note that the server did not take it, so that it is not doubtful."""
        self._note({letter_id: "refused"})

    def accepted_then_trying(self, done: str, following: str) -> None:
        """Note both with one sync."""
        self._note({done: "accepted", following: "trying"})

    def _note(self, steps: dict[str, str]) -> None:
        for letter_id, step in steps.items():
            line_of(step, letter_id)
        with self._lease.turn(self._wait):
            asked = running()
            noted = self._link.rows(self._statement(steps))
            if len(noted) < len(steps) or not self._link.heard_within(asked):
                raise StoreLostError(LOST)

    def _statement(self, steps: dict[str, str]) -> sa.Executable:
        held = sa.select(fence.c.epoch).where(self._lease.is_ours()).with_for_update(read=True).cte("held")
        now = sa.literal(dt.datetime.now(dt.UTC), journal.c.at.type)
        each = [
            sa.select(sa.literal(letter, sa.Text()), sa.literal(step, sa.Text()), held.c.epoch, now).where(_TRUE)
            for letter, step in steps.items()
        ]
        insert = self._link.dialect.insert(journal).from_select(["letter", "step", "epoch", "at"], sa.union_all(*each))
        new = insert.excluded
        return (  # type: ignore[no-any-return]
            insert.on_conflict_do_update(
                index_elements=["letter"], set_={"step": new.step, "epoch": new.epoch, "at": new["at"]}
            ).returning(journal.c.letter)
        )

    def doubtful(self) -> tuple[str, ...]:
        """Return letters that were tried and neither accepted nor refused."""
        return self._with("trying")

    def taken(self) -> tuple[str, ...]:
        """Return letters that were accepted since the journal was last cleared."""
        return self._with("accepted")

    def _with(self, step: str) -> tuple[str, ...]:
        asked = sa.select(journal.c.letter).where(journal.c.step == step).order_by(journal.c.at, journal.c.letter)
        return tuple(row[0] for row in self._link.rows(asked))

    def refresh(self) -> None:
        """Do nothing: it is read each time."""

    def clear(self) -> None:
        """Forget everything: the register knows it now."""
        with self._lease.turn(self._wait), self._lease.note():
            self._link.run(sa.delete(journal))

    def close(self) -> None:
        """Do nothing: the connection is the store's."""
