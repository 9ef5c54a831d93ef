"""What stands beside the complaints and follows from them: full text and facts. Written anew when the tables or the zone change."""

from zoneinfo import ZoneInfo

import sqlalchemy as sa

from klachtmail.domain.record import of_json
from klachtmail.domain.records.model import Complaint
from klachtmail.store.sql import facts, full_text, schema
from klachtmail.store.sql.link import Link

PAGE = 500


def fill(link: Link) -> None:
    """Enter every complaint on record, a page at a time."""
    zone = ZoneInfo(facts.zone_name(link))
    table, last = schema.complaints, ""
    asked = sa.select(table.c.number, table.c.doc).order_by(table.c.number).limit(PAGE)
    while rows := link.rows(asked.where(table.c.number > last), long=True):
        complaints = [of_json(Complaint, row.doc) for row in rows]
        full_text.put(link, complaints)
        facts.put(link, complaints, zone)
        last = rows[-1].number
