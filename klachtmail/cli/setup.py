"""init and login: a first configuration by asking, and a first OAuth2 token."""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from klachtmail.cli.asking import checked, mail_servers, optional
from klachtmail.cli.context import Context
from klachtmail.cli.errors import CHECK_FAILED, UNREACHABLE, CommandError
from klachtmail.config import load, rules
from klachtmail.config.files import HERE, anchored, is_there
from klachtmail.config.init import Answers, compose
from klachtmail.domain.firm.firm import Member, Role
from klachtmail.store.disk import Disk, give_out

if TYPE_CHECKING:
    from klachtmail.config.schema import Config

_OPEN = re.compile(r"^ +(?:password|client_secret): \$\{(\w+)\}", re.MULTILINE)


@click.command()
@click.option("--force", is_flag=True, help="Replace a configuration that is there, without asking.")
@click.option("--test/--no-test", "test", default=None, help="Try the mail servers at once [default: ask].")
@click.pass_obj
def init(context: Context, force: bool, test: bool | None) -> None:
    """Ask a few questions and write config.yaml, with a comment at every key. Passwords go to files of their own.

    \b
    Examples:
      klachtmail init
      klachtmail --config /etc/klachtmail/config.yaml init
    """
    path = Path(context.path) if context.path else HERE
    if is_there(path) and not (force or click.confirm(f"{path} is there already. Replace it?", default=False)):
        raise CommandError(f"{path} was left as it is. Another place: klachtmail --config FILE init.")
    click.echo("Press Enter for what stands between brackets. Everything can be changed in the file afterwards.\n")
    secrets: dict[str, str] = {}
    answers = _ask(secrets)
    _write(path, compose(answers), secrets)
    click.echo(f"\nWritten: {', '.join(str(p) for p in (path, *(path.parent / name for name in secrets)))}")
    if missing := _unset(path):
        click.echo(f"Before it runs, set {' and '.join(missing)}.")
    if to_come := _to_come(path.absolute().parent, answers):
        click.echo(f"Before it runs, make {' and '.join(map(str, to_come))}, which klachtmail's user alone may read.")
    signs_in = answers.imap.oauth2 is not None and answers.imap.oauth2.get("flow") == "device_code"
    config = None if to_come else load(path, {**missing, **os.environ})
    later = missing or signs_in
    if (
        config
        and not later
        and (test if test is not None else click.confirm("Try the mail servers now?", default=True))
    ):
        _try(config)
    first = f"klachtmail --config {path} login, then " if signs_in else ""
    click.echo(f"Next: {first}klachtmail --config {path} check, then klachtmail --config {path} run")


def _unset(path: Path) -> dict[str, str]:
    """Return the variables that the file takes secrets from and that nobody has set yet, each with a stand-in."""
    return {name: "-" for name in _OPEN.findall(path.read_text("utf-8")) if name not in os.environ}


def _to_come(folder: Path, answers: Answers) -> list[Path]:
    """Return the files with a key or a certificate that the configuration names and that are not there yet."""
    named = [value for key, value in (answers.imap.oauth2 or {}).items() if key.endswith("_file")]
    return [path for path in (anchored(name, folder) for name in named) if not is_there(path)]


def _ask(secrets: dict[str, str]) -> Answers:
    """Ask for everything that has no sensible default; passwords are put into `secrets`, by file name."""
    name = click.prompt("Name of the organisation", value_proc=checked(rules.filled))
    address = click.prompt("Address for complaints", value_proc=checked(rules.address))
    phone = click.prompt("Telephone for clients", default="", show_default=False)
    privacy_url = click.prompt(
        "Page about privacy (https://…)", default="", show_default=False, value_proc=optional(rules.url)
    )
    mail = mail_servers(address, secrets)
    click.echo("\nPartners get every complaint. An empty name ends the list.")
    partners = _members("partner", address, at_least=1)
    click.echo("\nEmployees handle the complaints that partners give them. An empty name ends the list.")
    employees = _members("employee", address, partners)
    administrator = click.prompt(
        "\nWho gets mail when something is wrong",
        default=partners[0].address,
        value_proc=checked(_address_but({address.lower()})),
    )
    return Answers(
        name=name,
        address=address,
        phone=phone or None,
        privacy_url=privacy_url or None,
        imap=mail.imap,
        smtp=mail.smtp,
        ways=mail.ways,
        partners=partners,
        employees=employees,
        administrator=administrator,
    )


def _members(role: Role, mailbox: str, others: tuple[Member, ...] = (), *, at_least: int = 0) -> tuple[Member, ...]:
    members: list[Member] = []
    while True:
        aliases = {member.alias for member in (*others, *members)}
        addresses = {mailbox.lower(), *(member.address.lower() for member in (*others, *members))}
        name = click.prompt(f"Name of {'a' if role == 'partner' else 'an'} {role}", default="", show_default=False)
        if not name and len(members) >= at_least:
            return tuple(members)
        if not name:
            click.echo(f"There must be at least {at_least}.")
            continue
        address = click.prompt("  Address", value_proc=checked(_address_but(addresses)))
        guess = name.split()[0].lower()
        free = guess if guess not in aliases and rules.alias(guess) is None else None
        alias = click.prompt("  Alias (@alias in a command)", default=free, value_proc=checked(_not_in(aliases)))
        members.append(Member(name=name, address=address, alias=alias, role=role))


def _address_but(taken: set[str]) -> rules.Rule:
    """Ask for an address that nobody else has, and that is not the mailbox: by the address of a mail it is known whose it is."""
    return lambda text: (
        f"{text} is taken: the mailbox's, or somebody else's." if text.lower() in taken else rules.address(text)
    )


def _not_in(aliases: set[str]) -> rules.Rule:
    return lambda text: f"'{text}' is somebody else's." if text in aliases else rules.alias(text)


def _write(path: Path, text: str, secrets: dict[str, str]) -> None:
    """Write the file and its secrets, readable by their owner alone."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for file, content in {
            path: text,
            **{path.parent / name: f"{secret}\n" for name, secret in secrets.items()},
        }.items():
            give_out(Disk(), file, [content.encode()])
    except OSError as error:
        raise CommandError(
            f"{path.absolute()} cannot be written ({error.strerror}): choose a place with --config."
        ) from None


def _try(config: "Config") -> None:
    """Log in at both servers and show what came of it; the file stands, whatever comes."""
    from klachtmail.cli.check import show
    from klachtmail.cli.examine import imap_server, smtp_server

    findings = [*imap_server(config), *smtp_server(config)]
    show(findings)
    if any(finding.state == "failed" for finding in findings):
        click.echo(f"The configuration is written. Correct it ({config.path}), then run klachtmail check.")
        raise click.exceptions.Exit(CHECK_FAILED)


@click.command()
@click.pass_obj
def login(context: Context) -> None:
    """Sign in with OAuth2 (device code) and keep the token.

    Example: klachtmail login
    """
    from klachtmail.cli.tokens import tokens_of
    from klachtmail.oauth import OAuthError, OAuthUnreachableError, SignsIn

    config = context.configuration()
    logins = [login for login in (config.imap, config.smtp) if login.oauth2 and login.oauth2.flow == "device_code"]
    if not logins:
        raise CommandError(
            "Nobody has to sign in: neither imap nor smtp has oauth2 with flow: device_code in the configuration."
        )
    try:
        cast("SignsIn", tokens_of(config, logins[0])).sign_in(click.echo)  # one sign-in is for both servers
    except OAuthUnreachableError as error:
        raise CommandError(f"{error} Nobody is signed in: run it again in a while.", UNREACHABLE) from None
    except OAuthError as error:
        raise CommandError(str(error), CHECK_FAILED) from None
    click.echo("Signed in. Next: klachtmail check")
