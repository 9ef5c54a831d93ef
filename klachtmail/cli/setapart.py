"""quarantine: messages that could not be handled."""

import sys
from typing import TYPE_CHECKING, Any

import click

from klachtmail.cli.context import Context
from klachtmail.cli.errors import CHECK_FAILED, CommandError
from klachtmail.cli.logs import start_logging
from klachtmail.cli.output import Row, print_json, safe, show_table

if TYPE_CHECKING:
    from klachtmail.service.quarantine import SetApart
    from klachtmail.store.port import Store


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print the list as a JSON array.")
@click.pass_context
def quarantine(ctx: click.Context, as_json: bool) -> None:
    """List, show, read again or accept the messages that could not be handled.

    \b
    Examples:
      klachtmail quarantine list
      klachtmail quarantine show 3f9a0c11d2 > message.eml
      klachtmail quarantine retry 3f9a0c11d2
      klachtmail quarantine accept 3f9a0c11d2 --from "Sanne de Boer <sanne@example.nl>"
      klachtmail quarantine accept 3f9a0c11d2 --handled
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_, as_json=as_json)


@quarantine.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
@click.pass_obj
def list_(context: Context, as_json: bool = False) -> None:
    """List what lies in quarantine, oldest first.

    Example: klachtmail quarantine list --json
    """
    from klachtmail.service.quarantine import set_apart

    with context.store() as store:
        found = list(set_apart(store))
    if as_json:
        print_json([_as_json(each) for each in found])
        return
    rows = [
        Row((each.id, f"{each.seen.at:%Y-%m-%d %H:%M}", str(each.size), safe(each.sender), safe(each.subject)))
        for each in found
    ]
    show_table(("id", "seen", "bytes", "from", "subject"), rows, empty="Nothing is in quarantine.")


@quarantine.command()
@click.argument("name", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print what is known of it, instead of the message itself.")
@click.pass_obj
def show(context: Context, name: str, as_json: bool) -> None:
    """Write the original message to stdout, byte for byte.

    Example: klachtmail quarantine show 3f9a0c11d2 > message.eml
    """
    with context.store() as store:
        item = _found(store, name)
        raw = store.mail(item.seen.sha256) or b""
    if as_json:
        print_json(_as_json(item))
    else:
        sys.stdout.buffer.write(raw)


@quarantine.command()
@click.argument("name", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print what it became as JSON.")
@click.pass_obj
def retry(context: Context, name: str, as_json: bool) -> None:
    """Read it again, after a fix. Its letters go at the next round.

    Example: klachtmail quarantine retry 3f9a0c11d2
    """
    from klachtmail.service.quarantine import retry as read_again

    start_logging(context)
    with context.office() as office:
        outcome = read_again(office, _found(office.store, name))
    if as_json:
        print_json({"kind": outcome.kind, "number": outcome.number})
    elif outcome.kind == "failed":
        click.echo("It still cannot be handled, and stays in quarantine; --debug shows why.")
    else:
        click.echo(f"{outcome.kind.replace('_', ' ')} {outcome.number or ''}".strip())
    if outcome.kind == "failed":
        raise click.exceptions.Exit(CHECK_FAILED)


@quarantine.command()
@click.argument("name", metavar="ID")
@click.option("--from", "sender", metavar="'NAME <ADDRESS>'", default="", help="Who complains [default: unknown].")
@click.option("--subject", default="", help="What it is about [default: as in its header].")
@click.option("--handled", is_flag=True, help="Only note that a person has dealt with it.")
@click.option("--json", "as_json", is_flag=True, help="Print what it became as JSON.")
@click.pass_obj
def accept(context: Context, name: str, sender: str, subject: str, handled: bool, as_json: bool) -> None:
    """Make it a complaint by hand, or mark it as handled.

    \b
    Examples:
      klachtmail quarantine accept 3f9a0c11d2 --from "Sanne de Boer <sanne@example.nl>"
      klachtmail quarantine accept 3f9a0c11d2 --handled
    """
    from klachtmail.service.quarantine import make_complaint, mark_handled

    person, address = _person(sender)
    start_logging(context)
    number = None
    with context.office() as office:
        item = _found(office.store, name)
        if handled:
            mark_handled(office, item)
        else:
            about = safe(subject or item.subject)
            number = make_complaint(office, item, name=person, address=address, subject=about).number
    if as_json:
        print_json({"kind": "quarantined" if handled else "new", "number": number})
    else:
        click.echo(f"complaint {number}; the partners are told at the next round" if number else "marked as handled")


def _person(text: str) -> tuple[str, str | None]:
    """Return name and bare address of 'Name <address>', of an address alone, or of a name alone."""
    *before, last = text.replace("<", " <").split() or [""]
    address = last.removeprefix("<").removesuffix(">")
    name = " ".join(before) if "@" in last else text.strip()
    if any(sign in f"{name}{address}" for sign in "<>") or ("@" in last and not _is_address(address)):
        raise CommandError(f"Write the complainant as 'Name <address>', not as {safe(text)}.")
    return safe(name), address if "@" in last else None


def _is_address(text: str) -> bool:
    local, _, domain = text.partition("@")
    return bool(local and domain) and "@" not in domain


def _found(store: "Store", name: str) -> "SetApart":
    from klachtmail.service.quarantine import find

    item = find(store, name)
    if item is None:
        raise CommandError(f"There is no one message {safe(name)} in quarantine; see `klachtmail quarantine list`.")
    return item


def _as_json(item: "SetApart") -> dict[str, Any]:
    return {
        "id": item.id,
        "sha256": item.seen.sha256,
        "at": item.seen.at.isoformat(),
        "size": item.size,
        "from": item.sender,
        "subject": item.subject,
    }
