"""The table of commands as members read it: the rows of `help`, and the table of the partners' manual."""

from klachtmail.domain.commands.row import Who
from klachtmail.domain.commands.table import TABLE

_WHO: dict[Who, str] = {"partner": "partner", "handler": "partner, behandelaar", "member": "iedereen"}


def help_rows() -> list[dict[str, str]]:
    """Return the table for the `help` mail: what to type (`line`) and what it does (`does`), in Dutch."""
    return [{"line": spec.line, "does": spec.does} for spec in TABLE]


def manual_markdown() -> str:
    """Return the table for the manual as Markdown, in Dutch; ends with a line end."""
    rows = ["| Je typt | Dan gebeurt dit | Wie mag het | Bijvoorbeeld |", "|---|---|---|---|"]
    rows += [f"| {_code(spec.line)} | {spec.does} | {_WHO[spec.who]} | `{spec.example}` |" for spec in TABLE]
    return "\n".join(rows) + "\n"


def _code(line: str) -> str:
    return " · ".join(f"`{form}`" for form in line.split(" · "))
