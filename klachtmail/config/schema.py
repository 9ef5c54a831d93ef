"""The keys of config.yaml and their types. `klachtmail.domain.firm.firm` has what the domain reads; here is the rest."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field, SecretStr

from klachtmail.config.problem import Problem
from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.firm.servers import plain
from klachtmail.domain.record import Setting

ConnectionSecurity = Literal["tls", "starttls", "none"]


class Keys(Setting):
    """A section of the file. What was written never shows in an error: it may be a secret."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class OAuth2(Keys):
    """How to get tokens instead of a password (RFC 6749; XOAUTH2 on the wire)."""

    provider: Literal["microsoft", "google"]
    flow: Literal["client_credentials", "device_code"] = "client_credentials"
    tenant: str | None = None
    client_id: str | None = None
    client_secret: SecretStr | None = None
    client_secret_file: Path | None = None
    client_certificate_file: Path | None = None
    client_secret_ends: dt.date | None = None
    service_account_file: Path | None = None
    subject: str | None = None
    scope: tuple[str, ...] = ()
    token_endpoint: str | None = None


class Login(Keys):
    """Where a server is and how to get in. `password` is filled from `password_file` when that was written."""

    host: Annotated[str, AfterValidator(plain)]
    username: str | None = None
    password: SecretStr | None = None
    password_file: Path | None = None
    oauth2: OAuth2 | None = None
    ca_file: Path | None = None
    allow_plain_text: bool = False


class Folders(Keys):
    """The folders' names on the server; None asks the server for its own (SPECIAL-USE, RFC 6154)."""

    inbox: str = "INBOX"
    processed: str = "Verwerkt"
    automatic: str = "Automatisch"
    quarantine: str = "Quarantaine"
    sent: str | None = None
    junk: str | None = None


class ImapConfig(Login):
    """The mailbox that complaints come in. `since`: older mail is left alone."""

    port: int = 993
    security: ConnectionSecurity = "tls"
    since: dt.date | None = None
    sent: Literal["append", "server", "none"] = "append"
    folders: Folders = Folders()


class SmtpConfig(Login):
    """The server that sends. No user name means: no login."""

    port: int = 587
    security: ConnectionSecurity = "starttls"


class Monitor(Keys):
    """Who is told from outside: `ping_url` is fetched after each good round, `/start` and `/fail` below it."""

    ping_url: SecretStr | None = None


class ConfigFile(Firm):
    """All keys of the file, as they stand in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    imap: ImapConfig
    smtp: SmtpConfig
    data_dir: Path = Path("data")
    database: SecretStr | None = None
    database_schema: str = Field("klachtmail", alias="schema")
    monitor: Monitor = Monitor()
    template_dir: Path | None = None


class Config(Keys):
    """A configuration that can be used. All paths are absolute; secrets are SecretStr and never shown.

    `warnings` are not wrong but probably not meant; `klachtmail check` shows them.
    """

    path: Path
    firm: Firm
    imap: ImapConfig
    smtp: SmtpConfig
    data_dir: Path
    database: SecretStr | None = None
    database_schema: str = "klachtmail"
    monitor: Monitor = Monitor()
    template_dir: Path | None
    warnings: tuple[Problem, ...] = ()

    @property
    def secret_ends(self) -> dt.date | None:
        """The first day on which a secret or certificate of OAuth2 works no more, None when nobody wrote it down."""
        logins = (login.oauth2 for login in (self.imap, self.smtp) if login.oauth2)
        return min((oauth2.client_secret_ends for oauth2 in logins if oauth2.client_secret_ends), default=None)
