"""What is not wrong, but probably not meant: shown by `klachtmail check`, never an error."""

import itertools
from collections.abc import Iterator
from pathlib import Path

from klachtmail.config.document import Document
from klachtmail.config.files import SECRETS
from klachtmail.config.problem import Finding, Where
from klachtmail.config.schema import ConfigFile, ImapConfig, SmtpConfig
from klachtmail.domain.firm.firm import Organisation

_CURLY = frozenset("“”„‘’‚")
_OTHERS_READ = 0o004
_PUBLIC_MAIL = frozenset(
    """
        gmail.com googlemail.com hotmail.com hotmail.nl outlook.com live.nl live.com icloud.com me.com yahoo.com
        ziggo.nl kpnmail.nl kpnplanet.nl planet.nl home.nl hetnet.nl xs4all.nl upcmail.nl casema.nl telfort.nl
    """.split()
)
_USUAL_PORTS = {  # the ports that mean something else than the security that was chosen
    ("imap", 993): "tls",
    ("imap", 143): "starttls",
    ("smtp", 465): "tls",
    ("smtp", 587): "starttls",
}


def advice(file: ConfigFile, document: Document, path: Path) -> Iterator[Finding]:
    """Yield what the administrator should look at."""
    yield from _about_organisation(file.organisation)
    if len(file.partners) == 1:
        yield Finding(("partners",), "There is one partner: nobody sees complaints when that person is away.")
        if file.administrator.lower() in {file.partners[0].address.lower(), *map(str.lower, file.partners[0].also)}:
            message = (
                "The administrator is the only partner: nobody else can say what a complaint about that person is, or hears"
                " that one was dismissed. Name somebody outside the firm, a bookkeeper for example."
            )
            yield Finding(("administrator",), message)
    yield from _about_server("imap", file.imap)
    yield from _about_server("smtp", file.smtp)
    yield from _about_secrets(document, path)
    for where, text in document.texts():
        if text[:1] in _CURLY and text[-1:] in _CURLY:
            yield Finding(where, "The curly quotes are part of this text; write straight ones, ' or \".")


def _about_organisation(organisation: Organisation) -> Iterator[Finding]:
    if organisation.appeal is None:
        message = "There is no independent body of appeal; CRKBO asks for one, and letters to clients name it."
        yield Finding(("organisation", "appeal"), message)
    if not organisation.phone:
        yield Finding(("organisation", "phone"), "There is no phone number: a client cannot call.")
    if not organisation.privacy_url:
        message = "There is no privacy page: the AVG wants clients to be told what is kept about them."
        yield Finding(("organisation", "privacy_url"), message)
    for index, domain in enumerate(organisation.domains):
        if domain.lower() in _PUBLIC_MAIL:
            message = f"{domain} is everybody's: complaints from there would count as internal. Leave it out."
            yield Finding(("organisation", "domains", index), message)


def _about_server(section: str, login: ImapConfig | SmtpConfig) -> Iterator[Finding]:
    usual = _USUAL_PORTS.get((section, login.port), login.security)
    if usual != login.security:
        yield Finding((section, "port"), f"Port {login.port} is usually '{usual}', not '{login.security}'.")
    if login.security == "none" and login.allow_plain_text:
        yield Finding((section, "allow_plain_text"), f"Passwords and mail go to {login.host} in plain text.")


def _about_secrets(document: Document, path: Path) -> Iterator[Finding]:
    """Yield the secrets that any user of the machine can read: those written here, or in a file of their own."""
    for section, key in itertools.product(("imap", "smtp"), ("service_account_file", "client_certificate_file")):
        key_file = (section, "oauth2", key)  # always a file: the path is what is written
        if (named := document.text(*key_file)) is not None:
            yield from _if_readable(key_file, Path(named))
    for holder_of, key in SECRETS:
        where = (*holder_of, key)
        apart = document.text(*holder_of, f"{key}_file")
        written = document.text(*where) is not None and where not in document.variable
        holder = Path(apart) if apart else path
        if written and where in document.cut_short:
            message = "What stands behind ' #' is a comment, and no part of this secret; put it between single quotes."
            yield Finding(where, message)
        if apart or written:
            yield from _if_readable(where, holder)


def _if_readable(where: Where, holder: Path) -> Iterator[Finding]:
    if holder.stat().st_mode & _OTHERS_READ:
        yield Finding(where, f"Everybody on this machine can read this secret; run: chmod 640 {holder}")
