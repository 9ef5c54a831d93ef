"""What `klachtmail init` asks about the mail servers: with a password, with none, or with the tokens of Microsoft or Google."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import click

from klachtmail.config import rules
from klachtmail.config.init import Server, Ways

if TYPE_CHECKING:
    from klachtmail.config.schema import ConnectionSecurity

PORTS = {"imap": {"tls": 993, "starttls": 143, "none": 143}, "smtp": {"tls": 465, "starttls": 587, "none": 25}}
NOBODY = "-"
_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_HOSTS = {
    "microsoft": {"imap": "outlook.office365.com", "smtp": "smtp.office365.com"},
    "google": {"imap": "imap.gmail.com", "smtp": "smtp.gmail.com"},
}


@dataclass(frozen=True, slots=True)
class Mail:
    """The two servers, and `ways`: the keys elsewhere in the file that go with them."""

    imap: Server
    smtp: Server
    ways: Ways


def mail_servers(address: str, secrets: dict[str, str]) -> Mail:
    """Ask where the mailbox of `address` is and how to get in; secrets that are typed are noted by the name of their file."""
    road = click.prompt(
        "\nHow klachtmail logs in to the mail servers (microsoft: Microsoft 365, google: Google Workspace)",
        default="password",
        type=click.Choice(["password", "microsoft", "google"], case_sensitive=False),
    )
    if road == "password":
        imap = _server("imap", "tls", address, secrets)
        return Mail(imap, _server("smtp", "starttls", address, secrets, like=imap), Ways())
    oauth2 = _microsoft(secrets) if road == "microsoft" else _google()
    username = click.prompt("  Account of the mailbox", default=address, value_proc=checked(rules.address))
    imap, smtp = (
        Server(
            host=_HOSTS[road][section],
            port=PORTS[section][security],
            security=cast("ConnectionSecurity", security),
            username=username,
            oauth2=oauth2,
        )
        for section, security in (("imap", "tls"), ("smtp", "starttls"))
    )
    if road == "microsoft":
        return Mail(imap, smtp, Ways(sent="server", authentication="microsoft365"))
    google = Ways(sent="server", authentication="rfc8601", trusted_authserv_id="mx.google.com")
    return Mail(imap, smtp, google)


def _microsoft(secrets: dict[str, str]) -> dict[str, str]:
    """Ask for what stands in the overview of the app (docs/oauth-microsoft365.md); return the keys of oauth2."""
    click.echo("  How to register the app: docs/oauth-microsoft365.md.")
    keys = {"provider": "microsoft"}
    keys["tenant"] = click.prompt("  Directory (tenant) ID", value_proc=checked(rules.filled))
    keys["client_id"] = click.prompt("  Application (client) ID", value_proc=checked(rules.filled))
    ways = click.Choice(["secret", "certificate", "person"], case_sensitive=False)
    way = click.prompt("  The app proves who it is by (person: somebody signs in once)", default="secret", type=ways)
    if way == "person":
        return keys | {"flow": "device_code"}
    if way == "certificate":
        keys["client_certificate_file"] = click.prompt(
            "  File with its private key and certificate", "client.pem", value_proc=checked(rules.path)
        )
    else:
        named, variable = _secret("Client secret (its value)", "KLACHTMAIL_CLIENT_SECRET", "client-secret", secrets)
        keys |= {"client_secret_file": named} if named else {"client_secret": f"${{{variable}}}"}
    ends = click.prompt(
        "  It ends on (2027-11-01; empty: not noted)", "", show_default=False, value_proc=optional(_day)
    )
    return keys | ({"client_secret_ends": ends} if ends else {})


def _google() -> dict[str, str]:
    click.echo("  How to make the service account: docs/oauth-google.md.")
    file = click.prompt("  File with the key of the service account", "google-key.json", value_proc=checked(rules.path))
    return {"provider": "google", "service_account_file": file}


def _day(text: str) -> str | None:
    return None if rules.is_date(text) else f"'{text}' is no date; write it like 2027-11-01."


def _server(section: str, usual: str, address: str, secrets: dict[str, str], like: Server | None = None) -> Server:
    """Ask where a server is and how to log in; `like` is the other server, whose user and password are proposed."""
    title = section.upper()
    guess = like.host.replace("imap.", "smtp.", 1) if like else f"imap.{address.rpartition('@')[2]}"
    server = Server(
        host=click.prompt(f"\n{title} server", default=guess, value_proc=checked(rules.host)),
        security=(
            security := click.prompt(
                "  Security", default=usual, type=click.Choice(list(PORTS[section]), case_sensitive=False)
            )
        ),
        port=click.prompt("  Port", default=PORTS[section][security], type=click.IntRange(1, 65535)),
        username=None,
    )
    hint = f" ({NOBODY}: without a login)" if like else ""
    username = click.prompt(f"  User{hint}", default=(like and like.username) or address)
    if like and username == NOBODY:
        return server
    if like and click.confirm("  The same password as for IMAP?", default=True):
        given = {"password_file": like.password_file, "password_variable": like.password_variable}
        return server.but(username=username, **given)
    file, variable = _secret("Password", f"KLACHTMAIL_{title}_PASSWORD", f"{section}-password", secrets)
    return server.but(username=username, password_file=file, password_variable=variable)


def _secret(what: str, variable: str, name: str, secrets: dict[str, str]) -> tuple[str | None, str | None]:
    """Ask for a secret and note it for the file `name`; return that name, or the variable that will have the secret."""
    typed = click.prompt(
        f"  {what} (empty: from ${variable}; ${{NAME}}: from another)", default="", show_default=False, hide_input=True
    )
    if not typed:
        return None, variable
    if named := _VARIABLE.fullmatch(typed):
        return None, named[1]
    secrets[name] = typed
    return name, None


def checked(rule: rules.Rule) -> Callable[[str], str]:
    """Return a check for `click.prompt`, which asks again when the rule of the configuration file is broken."""

    def check(text: str) -> str:
        if "${" in text:
            raise click.UsageError("${…} stands for a variable in the configuration; write it without.")
        if message := rule(text.strip()):
            raise click.UsageError(message)
        return text.strip()

    return check


def optional(rule: rules.Rule) -> Callable[[str], str]:
    """The same, for what may be left empty."""
    return lambda text: checked(rule)(text) if text.strip() else ""
