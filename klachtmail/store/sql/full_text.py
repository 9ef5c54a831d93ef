"""Full text over the complaints (PostgreSQL): a table of its own, or each change would write its index again.

Two dictionaries: `dutch` finds "klachten" by "klacht"; `simple` keeps names, numbers and addresses as they are written, and
finds them by how they begin.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

import sqlalchemy as sa

from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.searching import searched
from klachtmail.store.sql import schema
from klachtmail.store.sql.link import Link

TABLE: Final = 'CREATE TABLE search (number text COLLATE "C" PRIMARY KEY, words tsvector NOT NULL)'
INDEX: Final = "CREATE INDEX search_words ON search USING gin (words)"
_PUT: Final = (
    "INSERT INTO search (number, words) "
    "VALUES (%(number)s, to_tsvector('dutch', %(text)s) || to_tsvector('simple', %(text)s)) "
    "ON CONFLICT (number) DO UPDATE SET words = excluded.words WHERE search.words IS DISTINCT FROM excluded.words"
)
# A word in quotes is data to to_tsquery, whatever stands in it; one that is only punctuation asks nothing.
_WORD: Final = "(to_tsquery('simple', %(prefix{0})s) || plainto_tsquery('dutch', %(word{0})s))"
# Whether a word is in many shows from the newest thousand: of such a word enough are found there, and the index would first
# collect all that have it. Else the index is asked, for so many: to walk on until there were enough would be, for a name
# that ten have, to walk through a million. The planner thinks that the beginning of a word is in every fortieth.
_NEWEST: Final = (
    "SELECT number FROM (SELECT number, received_at FROM complaints ORDER BY received_at DESC, number DESC LIMIT %(newest)s) c "
    "JOIN search USING (number) WHERE search.words @@ ({0}) ORDER BY c.received_at DESC, number DESC LIMIT %(most)s"
)
_READ: Final = 10  # as many of the newest as are wanted
_CANDIDATES: Final = "SELECT number FROM search WHERE words @@ ({0}) LIMIT %(candidates)s"
_TIMES: Final = 100  # as many candidates as are wanted
_WALK: Final = (
    "SELECT c.number FROM search JOIN complaints c USING (number) WHERE search.words @@ ({0}) "
    "ORDER BY c.received_at DESC, c.number DESC LIMIT %(most)s"
)


def put(link: Link, complaints: Iterable[Complaint]) -> Callable[[], None]:
    """Write what these are found by; nothing has to follow."""
    if link.dialect.has_full_text:
        rows = [{"number": each.number, "text": _text(searched(each))} for each in complaints]
        if rows:
            link.run(_PUT, rows)
    return lambda: None


def clear(link: Link) -> None:
    """Forget all of it."""
    if link.dialect.has_full_text:
        link.run("DELETE FROM search", long=True)


def numbers(link: Link, words: Sequence[str], most: int) -> list[str]:
    """Return the numbers of the newest complaints in which each of these words stands, newest first."""
    asked = " && ".join(_WORD.format(place) for place in range(len(words)))
    values: dict[str, object] = {"most": most, "newest": most * _READ, "candidates": most * _TIMES}
    for place, word in enumerate(words):
        values |= {f"word{place}": _text(word), f"prefix{place}": f"{_quoted(_text(word))}:*"}
    with _by_index(link):
        recent = link.rows(_NEWEST.format(asked), values)
        if len(recent) == most:
            return [str(row[0]) for row in recent]
        found = link.rows(_CANDIDATES.format(asked), values)
    if len(found) == most * _TIMES:  # it is in so many that the newest are soon found
        return [str(row[0]) for row in link.rows(_WALK.format(asked), values)]
    table = schema.complaints
    among = link.dialect.among(table.c.number, [row[0] for row in found])
    newest = sa.select(table.c.number).where(among).order_by(table.c.received_at.desc(), table.c.number.desc())
    return [str(row[0]) for row in link.rows(newest.limit(most))]


@contextmanager
def _by_index(link: Link) -> Iterator[None]:
    """Have the planner read no whole table."""
    link.run("SET enable_seqscan = off")
    try:
        yield
    finally:
        if not link.lost:
            link.run("SET enable_seqscan = on")


def _text(text: str) -> str:
    """Return it as PostgreSQL takes it."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode()


def _quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"
