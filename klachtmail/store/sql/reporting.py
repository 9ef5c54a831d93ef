"""Read-only views for reporting tools, in a schema of their own (PostgreSQL). No address, name or letter stands in them.

What a record leaves out because it is as usual is filled in here. Columns are only ever appended: replacing a view may not
reorder them, and dropping one loses who may read it.
"""

from typing import Final

_OTHERS: Final = (
    "(SELECT count(*) FROM json_array_elements(c.doc->'parties') AS p(value) WHERE p.value->>'role' = 'co_complainant')"
)
_COMPLAINTS: Final = (
    ("number", "c.number"),
    ("is_remark", "left(c.number, 1) = 'M'"),
    ("status", "c.status"),
    ("confirmed", "coalesce((c.doc->>'confirmed')::boolean, true)"),
    ("channel", "coalesce(c.doc->>'channel', 'written')"),
    ("received_at", "c.received_at"),
    ("due_on", "c.due_on"),
    ("original_due_on", "(c.doc->>'original_due_on')::date"),
    ("serious", "coalesce((c.doc->>'serious')::boolean, false)"),
    ("has_handler", "c.handler IS NOT NULL"),
    ("acknowledged_at", "(c.doc->>'acknowledged_at')::timestamptz"),
    ("contacted_at", "(c.doc->>'contacted_at')::timestamptz"),
    ("answered_at", "c.answered_at"),
    ("closed_at", "(c.doc->>'closed_at')::timestamptz"),
    ("structural", "(c.doc->>'structural')::boolean"),
    ("judgement", "c.doc->>'judgement'"),
    ("accepted", "(c.doc->>'accepted')::boolean"),
    ("dismissed_as", "c.doc->'dismissal'->>'kind'"),
    ("merged_into", "c.doc->>'merged_into'"),
    ("erased_at", "c.erased_at"),
    ("product", "c.doc->'classification'->>'product'"),
    ("aspect", "c.doc->'classification'->>'aspect'"),
    ("cause", "c.doc->'classification'->>'cause'"),
    ("assigned_at", "(c.doc->>'assigned_at')::timestamptz"),
    ("waiting_since", "(c.doc->>'waiting_since')::timestamptz"),
    ("withdrawn", "c.doc->>'withdrawn' IS NOT NULL"),
    ("appeal_on", "(c.doc->'appeal'->>'on')::date"),
    ("has_ruling", "c.doc->'appeal'->>'ruling' IS NOT NULL"),
    ("satisfaction", "c.doc->'satisfaction'->>'score'"),
    ("people", f"1 + {_OTHERS}"),
    ("language", "coalesce(c.doc->>'language', 'nl')"),
    ("kept_longer", "c.doc->>'keep_reason' IS NOT NULL"),
)
_MEASURES: Final = (
    ("number", "c.number"),
    ("place", "m.place"),
    ("text", "m.value->>'text'"),
    ("internal", "coalesce((m.value->>'internal')::boolean, false)"),
    ("due_on", "(m.value->>'due_on')::date"),
    ("done_on", "(m.value->>'done_on')::date"),
    ("worked", "(m.value->>'worked')::boolean"),
)
_PROMISES: Final = (
    ("number", "c.number"),
    ("place", "p.place"),
    ("text", "p.value->>'text'"),
    ("due_on", "(p.value->>'due_on')::date"),
    ("amount", "(p.value->>'amount')::numeric"),
    ("done_on", "(p.value->>'done_on')::date"),
    ("for_number", "coalesce(p.value->>'to', c.number)"),
)
_STATUTORY: Final = (
    ("number", "c.number"),
    ("place", "s.place"),
    ("kind", "s.value->>'kind'"),
    ("since", "(s.value->>'since')::timestamptz"),
    ("due_at", "(s.value->>'due_at')::timestamptz"),
    ("done_at", "(s.value->>'done_at')::timestamptz"),
)
_LETTERS: Final = (
    ("id", "l.id"),
    ("number", "l.number"),
    ("kind", "l.doc->>'kind'"),
    ("state", "l.state"),
    ("to_a_member", "l.doc->>'member' IS NOT NULL"),
    ("created_at", "l.created_at"),
    ("sent_at", "l.sent_at"),
    ("attempts", "coalesce((l.doc->>'attempts')::integer, 0)"),
    ("automatic", "coalesce((l.doc->>'automatic')::boolean, true)"),
    ("bytes", "coalesce((l.doc->>'size')::integer, 0)"),
)
_COMPLAINANTS: Final = (
    ("number", "c.number"),
    ("name", "c.doc->'complainant'->>'name'"),
    ("address", "c.doc->'complainant'->>'address'"),
    ("organisation", "c.doc->'complainant'->>'organisation'"),
    ("handler", "c.handler"),
)
_EACH: Final = "complaints c CROSS JOIN LATERAL json_array_elements(c.doc->'{0}') WITH ORDINALITY AS {1}(value, place)"
VIEWS: Final[dict[str, tuple[tuple[tuple[str, str], ...], str]]] = {
    "complaints": (_COMPLAINTS, "complaints c"),
    "measures": (_MEASURES, _EACH.format("measures", "m")),
    "promises": (_PROMISES, _EACH.format("promises", "p")),
    "statutory": (_STATUTORY, _EACH.format("statutory", "s")),
    "letters": (_LETTERS, "letters l"),
    "complainants": (_COMPLAINANTS, "complaints c"),
}


def statements(schema: str) -> list[str]:
    """Return what makes the views of this schema, or replaces them with more columns."""
    made = [f"CREATE SCHEMA IF NOT EXISTS {schema}_reporting"]
    for view, (columns, source) in VIEWS.items():
        listed = ", ".join(f"{expression} AS {name}" for name, expression in columns)
        table = source.replace("complaints c", f"{schema}.complaints c").replace("letters l", f"{schema}.letters l")
        made.append(
            f"CREATE OR REPLACE VIEW {schema}_reporting.{view} WITH (security_barrier) AS SELECT {listed} FROM {table}"  # noqa: S608 - names of ours
        )
    return made
