"""The facts of each complaint in a narrow row beside it (`agenda.facts`): a report has the database count them.

They follow from the record and a time zone. Of another zone than the register's they are counted from the records, until the night
has written them anew.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any, Final

import sqlalchemy as sa

from klachtmail.domain.agenda.facts import facts_of
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.questions import Answer, Question
from klachtmail.store.sql import schema
from klachtmail.store.sql.link import COUNTING, Link

TABLE: Final = schema.facts
PAGE: Final = 5000  # narrow rows in one answer


def row(complaint: Complaint, zone: dt.tzinfo) -> dict[str, Any]:
    """Return the columns of a complaint's facts, text as the database takes it."""
    found = {name: _written(value) for name, value in facts_of(complaint, zone).items()}
    return {"number": complaint.number, **found}


def _written(value: Any) -> Any:
    return value.replace("\0", " ").encode("utf-8", "replace").decode() if isinstance(value, str) else value


def put(link: Link, complaints: Iterable[Complaint], zone: dt.tzinfo) -> Callable[[], None]:
    """Write those of these; nothing has to follow."""
    rows = [row(each, zone) for each in complaints]
    if rows:
        link.run(link.dialect.upsert(TABLE), rows)
    return lambda: None


def zone_name(link: Link) -> str:
    """Return the time zone of which the rows are."""
    return str(link.rows(sa.select(schema.fence.c.zone))[0][0])


def count(link: Link, questions: Sequence[Question], without: Collection[str] = ()) -> list[Answer]:
    """Return the answers, of all complaints but these. What is asked of the same months is counted in one pass."""
    found: dict[Question, Answer] = {}
    months: defaultdict[Any, list[Question]] = defaultdict(list)
    for question in dict.fromkeys(questions):
        alone = question if not (question.facts and link.dialect.has_grouping_sets) else None
        months[question.by, question.since, question.until, alone].append(question)
    with link.long():
        for same in months.values():
            found |= _together(link, same, without) if len(same) > 1 else {same[0]: _alone(link, same[0], without)}
    return [found[question] for question in questions]


def _alone(link: Link, question: Question, without: Collection[str]) -> Answer:
    columns = [TABLE.c[name] for name in question.facts]
    asked = sa.select(*columns, sa.func.count()).where(_covered_but(link, question, without)).group_by(*columns)
    return Counter({tuple(row[:-1]): row[-1] for row in link.rows(asked, long=COUNTING) if row[-1]})


def _together(link: Link, questions: Sequence[Question], without: Collection[str]) -> dict[Question, Answer]:
    """Return the answers to questions about the same months, each with facts."""
    names = list(dict.fromkeys(name for question in questions for name in question.facts))
    columns = [TABLE.c[name] for name in names]
    sets = sa.func.grouping_sets(*(sa.tuple_(*(TABLE.c[name] for name in each.facts)) for each in questions))
    asked = sa.select(sa.func.grouping(*columns), *columns, sa.func.count())
    asked = asked.where(_covered_but(link, questions[0], without)).group_by(sets)
    # A bit for each column, the first one highest: set where the row is not of a set that has it.
    marks = {
        sum((name not in each.facts) << place for place, name in enumerate(reversed(names))): each for each in questions
    }
    found: dict[Question, Answer] = {each: Counter() for each in questions}
    for row in link.rows(asked, long=COUNTING):
        values = dict(zip(names, row[1:-1], strict=True))
        question = marks[row[0]]
        found[question][tuple(values[name] for name in question.facts)] = row[-1]
    return found


def _covered_but(link: Link, question: Question, without: Collection[str]) -> sa.ColumnElement[bool]:
    if not without:
        return covered(question)
    return sa.and_(covered(question), sa.not_(link.dialect.among(TABLE.c.number, sorted(without))))


def people(link: Link, question: Question) -> int:
    """Return how many people are behind what the question covers."""
    with link.long():
        return int(
            link.rows(sa.select(sa.func.count(TABLE.c.who.distinct())).where(covered(question)), long=COUNTING)[0][0]
        )


def names(link: Link, question: Question) -> Iterator[str]:
    """Yield who took part in each, a page at a time."""
    order = (TABLE.c.month, TABLE.c.number)
    asked = sa.select(*order, TABLE.c.names).where(covered(question)).order_by(*order).limit(PAGE)
    rows = link.rows(asked, long=COUNTING)
    while rows:
        yield from (row.names for row in rows)
        rows = link.rows(asked.where(sa.tuple_(*order) > sa.tuple_(*rows[-1][:2])), long=COUNTING)


def covered(question: Question) -> sa.ColumnElement[bool]:
    """Return the condition that a question counts a row."""
    by = TABLE.c[question.by]
    return sa.and_(by >= question.since, by < question.until) if question.until else by >= question.since
