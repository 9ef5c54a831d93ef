"""init and login: a first configuration by asking, and a first OAuth2 token."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from klachtmail.cli.context import Context
from klachtmail.cli.errors import CHECK_FAILED, UNREACHABLE, CommandError
from klachtmail.config import load, rules
from klachtmail.config.files import HERE, is_there
from klachtmail.config.init import Answers, Server, compose
from klachtmail.domain.firm.firm import Member, Role
from klachtmail.store.disk import Disk, give_out

if TYPE_CHECKING:
    from klachtmail.config.schema import Config, ConnectionSecurity

PORTS = {"imap": {"tls": 993, "starttls": 143, "none": 143}, "smtp": {"tls": 465, "starttls": 587, "none": 25}}


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
    _write(path, compose(_ask(secrets)), secrets)
    click.echo(f"\nWritten: {', '.join(str(p) for p in (path, *(path.parent / name for name in secrets)))}")
    if missing := _unset(path):
        click.echo(f"Before it runs, set {' and '.join(missing)}.")
    config = load(path, {**missing, **os.environ})
    if not missing and (test if test is not None else click.confirm("Try the mail servers now?", default=True)):
        _try(config)
    click.echo(f"Next: klachtmail --config {path} check, then klachtmail --config {path} run")


def _unset(path: Path) -> dict[str, str]:
    """Return the variables that the file takes passwords from and that nobody has set yet, each with a stand-in."""
    text = path.read_text("utf-8")
    names = ("KLACHTMAIL_IMAP_PASSWORD", "KLACHTMAIL_SMTP_PASSWORD")
    return {name: "-" for name in names if f"\n  password: ${{{name}}}" in text and name not in os.environ}


def _ask(secrets: dict[str, str]) -> Answers:
    """Ask for everything that has no sensible default; passwords are put into `secrets`, by file name."""
    name = click.prompt("Name of the organisation", value_proc=_checked(rules.filled))
    address = click.prompt("Address for complaints", value_proc=_checked(rules.address))
    phone = click.prompt("Telephone for clients", default="", show_default=False)
    privacy_url = click.prompt(
        "Page about privacy (https://…)", default="", show_default=False, value_proc=_optional(rules.url)
    )
    imap = _server("imap", "tls", address, secrets)
    smtp = _server("smtp", "starttls", address, secrets, like=imap)
    click.echo("\nPartners get every complaint. An empty name ends the list.")
    partners = _members("partner", at_least=1)
    click.echo("\nEmployees handle the complaints that partners give them. An empty name ends the list.")
    employees = _members("employee", taken={m.alias for m in partners})
    administrator = click.prompt(
        "\nWho gets mail when something is wrong", default=partners[0].address, value_proc=_checked(rules.address)
    )
    return Answers(
        name=name,
        address=address,
        phone=phone or None,
        privacy_url=privacy_url or None,
        imap=imap,
        smtp=smtp,
        partners=partners,
        employees=employees,
        administrator=administrator,
    )


def _server(section: str, usual: str, address: str, secrets: dict[str, str], like: Server | None = None) -> Server:
    """Ask where a server is and how to log in; `like` is the other server, whose user and password are proposed."""
    title = section.upper()
    domain = address.rpartition("@")[2]
    guess = like.host.replace("imap.", "smtp.", 1) if like else f"imap.{domain}"
    host = click.prompt(f"\n{title} server", default=guess, value_proc=_checked(rules.host))
    security = click.prompt("  Security", default=usual, type=click.Choice(list(PORTS[section])))
    port = click.prompt("  Port", default=PORTS[section][security], type=click.IntRange(1, 65535))
    username = click.prompt("  User", default=like.username if like else address)
    given = next(iter(secrets), None) if like else None
    same = given is not None and click.confirm("  The same password as for IMAP?", default=True)
    file = given if same else _password(section, secrets)
    return Server(
        host=host, port=port, security=cast("ConnectionSecurity", security), username=username, password_file=file
    )


def _password(section: str, secrets: dict[str, str]) -> str | None:
    """Ask for a password and note it; return the name of its file, None when it will come from the environment."""
    variable = f"KLACHTMAIL_{section.upper()}_PASSWORD"
    typed = click.prompt(f"  Password (empty: from ${variable})", default="", show_default=False, hide_input=True)
    if not typed:
        return None
    secrets[f"{section}-password"] = typed
    return f"{section}-password"


def _members(role: Role, *, at_least: int = 0, taken: set[str] | None = None) -> tuple[Member, ...]:
    members: list[Member] = []
    aliases = set(taken or ())
    while True:
        name = click.prompt(f"Name of {'a' if role == 'partner' else 'an'} {role}", default="", show_default=False)
        if not name and len(members) >= at_least:
            return tuple(members)
        if not name:
            click.echo(f"There must be at least {at_least}.")
            continue
        address = click.prompt("  Address", value_proc=_checked(rules.address))
        guess = name.split()[0].lower()
        free = guess if guess not in aliases and rules.alias(guess) is None else None
        alias = click.prompt("  Alias (@alias in a command)", default=free, value_proc=_checked(_not_in(aliases)))
        aliases.add(alias)
        members.append(Member(name=name, address=address, alias=alias, role=role))


def _checked(rule: rules.Rule) -> Callable[[str], str]:
    """Return a check for `click.prompt`, which asks again when the rule of the configuration file is broken."""

    def checked(text: str) -> str:
        if message := rule(text.strip()):
            raise click.UsageError(message)
        return text.strip()

    return checked


def _optional(rule: rules.Rule) -> Callable[[str], str]:
    return lambda text: _checked(rule)(text) if text.strip() else ""


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
        raise CommandError(str(error), UNREACHABLE) from None
    except OAuthError as error:
        raise CommandError(str(error), CHECK_FAILED) from None
    click.echo("Signed in. Next: klachtmail check")
