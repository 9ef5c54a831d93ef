"""person: what is kept about somebody, to give or to forget."""

from typing import TYPE_CHECKING, Any

import click

from klachtmail.cli.build import clock, open_office
from klachtmail.cli.context import Context
from klachtmail.cli.errors import CHECK_FAILED, CommandError
from klachtmail.cli.files import write, written
from klachtmail.cli.output import print_json, safe

if TYPE_CHECKING:
    from klachtmail.config import Config
    from klachtmail.service.work.person import Person
    from klachtmail.store.port import Store

REMAINS = (
    "What remains for a while: the last three copies of the register, until the next three changes; the nightly copies, "
    "14 days; the archive of the year, until the next night; what a crash left half done, 14 days. Backups of your own: "
    "erase them yourself, or let them expire. Members have mail about it in their own mailboxes."
)


@click.command()
@click.argument("address")
@click.option("--name", "names", multiple=True, help="A name or telephone number that is this person's beyond doubt.")
@click.option("--export", "out", type=click.Path(dir_okay=False), help="Write everything to this zip file.")
@click.option("--forget", is_flag=True, help="Erase everything about this person, at once and for good.")
@click.option("--yes", is_flag=True, help="Forget without asking.")
@click.option("--json", "as_json", is_flag=True, help="Print what there is, or what was done, as JSON.")
@click.pass_obj
def person(
    context: Context, address: str, names: tuple[str, ...], out: str | None, forget: bool, yes: bool, as_json: bool
) -> None:
    """Show, give or forget everything that is kept about one person (GDPR articles 15 and 17).

    ADDRESS is a mail address; of somebody who has none, the name. What holds a --name counts as the person's too: give
    it when nobody else on record has that name.

    \b
    Examples:
      klachtmail person sanne@example.nl
      klachtmail person sanne@example.nl --export sanne.zip
      klachtmail person sanne@example.nl --forget
      klachtmail person sanne@example.nl --name "Sanne de Boer" --name 06-12345678 --forget
    """
    from klachtmail.service.work.person import find

    if out and forget:
        raise CommandError("Export first, then forget: give --export or --forget, not both.")
    config = context.configuration()
    if config.firm.member(address.strip()) is not None:
        raise CommandError(f"{safe(address)} is a member of the firm, not a complainant.")
    if "@" not in address:
        names = (*names, address)
    if any(name.casefold() in {m.name.casefold(), m.alias.casefold()} for name in names for m in config.firm.members):
        raise CommandError("That is the name of a member of the firm; what the firm does stays on record.")
    with context.store(config) as store:
        found = find(store, address, names)
        if not found:
            raise CommandError(f"Nothing is kept about {safe(address)}.", CHECK_FAILED)
        if out:
            _export(config, store, found, out)
        elif forget:
            _forget(config, store, found, yes=yes, as_json=as_json)
            return
        if as_json:
            print_json(_counts(found))
        else:
            _show(found, out)


def _counts(found: "Person") -> dict[str, Any]:
    return {
        "address": found.address,
        "complaints": [complaint.number for complaint in (*found.own, *found.shared)],
        "elsewhere": [complaint.number for complaint in found.elsewhere],
        "messages": sum(1 for _ in found.messages()),
        "other_mail": len(found.loose) + len(found.set_aside),
        "letters_in_outbox": len(found.letters),
        "names": list(found.names),
        "stays": found.stays,
    }


def _show(found: "Person", out: str | None) -> None:
    for what, value in _counts(found).items():
        shown = ", ".join(value) if isinstance(value, list) else str(value)
        click.echo(f"{what.replace('_', ' '):18} {safe(shown) or '–'}")
    if out:
        click.echo(f"{written(out)}. Read it before you give it: it may name others.")


def _export(config: "Config", store: "Store", found: "Person", out: str) -> None:
    from klachtmail.letters.documents import Documents
    from klachtmail.service.work.person_file import packed

    documents = Documents(config.firm.organisation.zone, config.template_dir)
    write(out, packed(documents, config.firm, store, found, clock()).content)


def _forget(config: "Config", store: "Store", found: "Person", *, yes: bool, as_json: bool) -> None:
    from klachtmail.service.privacy.person import forget_person
    from klachtmail.service.work.person import why_not_forgotten

    if not yes and not why_not_forgotten(found):
        if not as_json:
            _show(found, None)
        click.confirm(f"Erase everything about {safe(found.address)}, for good?", abort=True, err=True)
    office = open_office(config, store)
    try:
        done = forget_person(office, found.address, found.names)
    finally:
        office.mailbox.close()
        office.courier.close()
    if as_json:
        print_json(
            {**_counts(found), "forgotten": not done.reasons, "why_not": done.reasons, "gone_from_mailbox": done.gone}
        )
    elif done.reasons:
        raise CommandError("Nothing was erased. " + safe(" ".join(done.reasons)), CHECK_FAILED)
    else:
        click.echo(f"{safe(found.address)} is forgotten. {REMAINS}")
        if not done.gone:
            click.echo("The mail server cannot delete by UID: messages are marked deleted; empty the folders yourself.")
    if done.reasons:
        raise click.exceptions.Exit(CHECK_FAILED)
