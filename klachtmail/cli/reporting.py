"""export, report and evidence: what is on record, for who asks."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from klachtmail.cli.build import clock
from klachtmail.cli.context import Context
from klachtmail.cli.errors import CommandError
from klachtmail.cli.files import write, written
from klachtmail.cli.json_text import json_text
from klachtmail.cli.output import Row, print_json, print_json_array, safe, show_table
from klachtmail.cli.progress import counted, progress
from klachtmail.domain.record import to_json
from klachtmail.domain.records.contract import complaint_json
from klachtmail.letters.tables import csv_text, for_excel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from klachtmail.config import Config
    from klachtmail.domain.records.model import Complaint
    from klachtmail.letters.documents import Documents

_SEPARATORS: Final = {";": ";", ",": ",", "tab": "\t"}
_COLUMNS: Final = tuple(
    """
    number status confirmed channel received_at due_on original_due_on complainant_name complainant_address subject
    text handler serious acknowledged_at contacted_at requested_remedy cause structural judgement measures outcome
    proposal answered_at accepted decision appeal_on appeal_ruling dismissal_kind dismissal_reason withdrawn
    merged_into closed_at satisfaction_score satisfaction_text
""".split()
)
_CELL: Final = 32_000  # characters: what a spreadsheet takes


@click.command()
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--out", type=click.Path(dir_okay=False), help="Write it to a file, which only you can read.")
@click.option("--all", "everything", is_flag=True, help="Also closed ones, remarks, and those of the archive.")
@click.option(
    "--separator", type=click.Choice(list(_SEPARATORS)), default=";", show_default=True, help="Dutch Excel wants ;"
)
@click.pass_obj
def export(context: Context, form: str, as_json: bool, out: str | None, everything: bool, separator: str) -> None:
    """Give out the register, as a spreadsheet or as JSON. It is full of personal data: mind where it goes.

    \b
    Examples:
      klachtmail export --out klachten.csv
      klachtmail export --all --format json --out klachten.json
    """
    with context.store() as store, progress("complaints", hidden=as_json or out is None) as tell:
        complaints = counted(store.everything() if everything else store.open_complaints(), tell)
        if as_json or form == "json":
            _give_json(complaints, out)
        else:
            text = csv_text(_COLUMNS, (_row(complaint) for complaint in complaints), _SEPARATORS[separator])
            write(out, for_excel(text)) if out else click.echo(text, nl=False)
    if out:
        click.echo(written(out), err=True)


def _give_json(complaints: "Iterable[Complaint]", out: str | None) -> None:
    import json

    records = (complaint_json(complaint) for complaint in complaints)
    if out:
        write(out, json.dumps(list(records), ensure_ascii=False, indent=2))
    else:
        print_json_array(records)


def _row(complaint: "Complaint") -> list[Any]:
    record = complaint_json(complaint)
    for whole, parts in (
        ("complainant", ("name", "address")),
        ("appeal", ("on", "ruling")),
        ("dismissal", ("kind", "reason")),
        ("satisfaction", ("score", "text")),
    ):
        record |= {f"{whole}_{part}": (record[whole] or {}).get(part) for part in parts}
    record["measures"] = "\n".join(
        f"{m['text']} ({m['owner'] or '-'}; due {m['due_on'] or '-'}; done {m['done_on'] or '-'}; worked {_said(m['worked']) or '-'})"
        for m in record["measures"]
    )
    return [_said(record[column]) for column in _COLUMNS]


def _said(value: Any) -> str:
    return "" if value is None else {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)[:_CELL]


@click.command()
@click.option(
    "--year",
    type=click.IntRange(1990, 9998),
    help="The year of receipt  [default: this year, in January and February last year]",
)
@click.option("--quarter", type=click.IntRange(1, 4), help="Only this quarter of it, beside that of the year before.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False),
    help="The HTML file  [default: klachten-YEAR.html]; the CSV and the JSON come beside it.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON instead.")
@click.pass_obj
def report(context: Context, year: int | None, quarter: int | None, out: str | None, as_json: bool) -> None:
    """Write the year report: anonymous, in Dutch, one HTML file to read and print, a CSV and a JSON beside it.

    \b
    Examples:
      klachtmail report --year 2026
      klachtmail report --year 2026 --quarter 3
      klachtmail report --year 2026 --out jaarverslag.html
    """
    from klachtmail.domain.agenda.yearly import year_report

    config = context.configuration()
    now = clock().astimezone(config.firm.organisation.zone)
    with context.store(config) as store:
        chosen = year or (now.year if now.month > 2 else now.year - 1)
        made = year_report(store, config.firm, chosen, now, quarter or 0, store.state)
    from klachtmail.letters import yearly

    if as_json:
        print_json(yearly.as_json(made))
        return
    page = Path(out or f"klachten-{made.year}{f'-kwartaal-{quarter}' if quarter else ''}.html")
    beside = page.with_suffix(".csv")
    if page.suffix in {".csv", ".json"}:
        raise CommandError(
            "The report is an HTML file; the CSV and the JSON come beside it: give --out a name that ends in .html."
        )
    write(page, yearly.html(documents(config), made))
    write(beside, for_excel(csv_text(yearly.COLUMNS, yearly.table(made), ";")))
    numbers = page.with_suffix(".json")
    write(numbers, json_text(yearly.as_json(made), indent=2))
    click.echo(written(page, beside, numbers))


@click.command()
@click.argument("number")
@click.option("--out", type=click.Path(dir_okay=False), help="The HTML file  [default: NUMBER.html]")
@click.option("--unredacted", is_flag=True, help="With the names of the complainant and of third parties.")
@click.option("--json", "as_json", is_flag=True, help="Print its contents as JSON instead.")
@click.pass_obj
def evidence(context: Context, number: str, out: str | None, unredacted: bool, as_json: bool) -> None:
    """Write one complaint as a file to print, for an auditor: its letters, dates, deciders and sealed history.

    \b
    Examples:
      klachtmail evidence K2026-0001
      klachtmail evidence K2026-0001 --unredacted --out dossier.html
    """
    from klachtmail.service.work.evidence import evidence as collect

    config = context.configuration()
    with context.store(config) as store:
        complaint = store.complaint(number.upper())
        if complaint is None:
            raise CommandError(f"There is no complaint {safe(number)}; `klachtmail list --all` shows what there is.")
        now = clock().astimezone(config.firm.organisation.zone)
        file = collect(store, config.firm, complaint, now, redacted=not unredacted)
    if as_json:
        shown = to_json(file, without=("complaint",))
        print_json({**shown, "complaint": _bare(complaint_json(file.complaint))})
        return
    path = out or f"{complaint.number}.html"
    write(path, documents(config).render("evidence", {"file": file}))
    click.echo(written(path))


def _bare(record: dict[str, Any]) -> dict[str, Any]:
    """Leave out what the file shows in its own, redacted way: messages, history, and who took part."""
    return {key: value for key, value in record.items() if key not in {"messages", "history", "others", "draft"}}


def documents(config: "Config") -> "Documents":
    """Return what renders documents for this firm."""
    from klachtmail.letters.documents import Documents

    return Documents(config.firm.organisation.zone, config.template_dir)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.pass_obj
def requests(context: Context, as_json: bool) -> None:
    """Who asked by mail for reports, registers, samples, and what is kept of a person.

    Who was given one complaint as evidence stands in the history of that complaint.

    Example: klachtmail requests
    """
    config = context.configuration()
    with context.store(config) as store:
        found = store.state.papers_asked
    if as_json:
        print_json([to_json(each) for each in found])
        return
    zone = config.firm.organisation.zone
    rows = [Row((f"{each.at.astimezone(zone):%Y-%m-%d %H:%M}", safe(each.by), safe(each.what))) for each in found]
    show_table(("when", "who", "what"), rows, empty="Nobody asked for anything yet.")
