"""Where the configuration is, and the files that it names."""

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from klachtmail.config.document import Document
from klachtmail.config.problem import ConfigError, Finding, Problem, Where

HERE = Path("config.yaml")
VARIABLE = "KLACHTMAIL_CONFIG"
SYSTEM = Path("/etc/klachtmail/config.yaml")

_LARGEST = 1_000_000
SECRETS: tuple[tuple[Where, str], ...] = (
    (("imap",), "password"),
    (("smtp",), "password"),
    (("imap", "oauth2"), "client_secret"),
    (("smtp", "oauth2"), "client_secret"),
)
PATHS: tuple[tuple[Where, Literal["file", "folder"] | None], ...] = (  # what must be there already
    (("data_dir",), None),
    (("template_dir",), "folder"),
    (("organisation", "logo"), "file"),
    (("imap", "ca_file"), "file"),
    (("smtp", "ca_file"), "file"),
    (("imap", "oauth2", "client_certificate_file"), "file"),
    (("smtp", "oauth2", "client_certificate_file"), "file"),
    (("imap", "oauth2", "service_account_file"), "file"),
    (("smtp", "oauth2", "service_account_file"), "file"),
)


def find(path: Path | None, environ: Mapping[str, str]) -> Path:
    """Return the given path, else ./config.yaml, $KLACHTMAIL_CONFIG or /etc/klachtmail/config.yaml; else ConfigError.

    A path that somebody names is returned whether it exists or not, so that the error names that one.
    """
    if path:
        return path
    if is_there(HERE):
        return HERE
    if named := environ.get(VARIABLE):
        return Path(named)
    try:
        SYSTEM.stat()
    except PermissionError:
        return SYSTEM  # `read` says who may
    except OSError:
        looked = f"There is no configuration: neither ./{HERE}, nor ${VARIABLE}, nor {SYSTEM}"
        raise ConfigError(str(HERE), [Problem(None, "", f"{looked}; write one with 'klachtmail init'.")]) from None
    return SYSTEM


def is_there(path: Path) -> bool:
    """Return whether this user sees such a file or folder: what lies in a folder that is closed to this user is not there.

    `Path.exists` raises PermissionError there, as in the home folder of whoever said `sudo -u klachtmail`.
    """
    try:
        path.stat()
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return False
    return True


def read(path: Path) -> str:
    """Return the text of the file; ConfigError when it cannot be read or is no UTF-8."""
    try:
        if path.stat().st_size > _LARGEST:
            raise ConfigError(str(path), [Problem(None, "", "This is too large to be a configuration.")])
        content = path.read_bytes()
    except OSError as error:
        advice = "write one with 'klachtmail init', or say where it is with --config"
        if isinstance(error, PermissionError):
            advice = (
                "run this as the user of the service, 'sudo -u klachtmail klachtmail …', or name another with --config"
            )
        problem = f"The configuration cannot be read ({error.strerror}); {advice}."
        raise ConfigError(str(path), [Problem(None, "", problem)]) from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problem = "A character here is not UTF-8; save the file as UTF-8."
        raise ConfigError(str(path), [Problem(line, "", problem)]) from None


def fill_secrets(document: Document, folder: Path, environ: Mapping[str, str]) -> Iterator[Finding]:
    """Put the content of each password_file and client_secret_file in its place; yield what cannot be read.

    A name without a folder is first looked up among the systemd credentials ($CREDENTIALS_DIRECTORY), then beside the
    configuration, so that the same line serves the service and a person at the command line.
    """
    for section, key in SECRETS:
        keys = document.at(*section)
        where = (*section, f"{key}_file")
        written = document.text(*where)
        if not isinstance(keys, dict) or written is None or keys.get(key) is not None:
            continue
        path = _credential(written, folder, environ)
        keys[f"{key}_file"] = str(path)
        try:
            secret = path.read_text("utf-8-sig").rstrip("\r\n")
        except (OSError, ValueError) as error:  # ValueError: a NUL in the name
            reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
            yield Finding(where, f"'{written}' cannot be read ({reason}); write the name of a file with the secret.")
            continue
        keys[key] = secret
        if not secret.strip():
            yield Finding(where, f"'{written}' is empty; write the secret in it.")
        elif not secret.isprintable():
            yield Finding(where, f"'{written}' must hold one line, the secret and nothing else.")


def anchor_paths(document: Document, folder: Path, environ: Mapping[str, str]) -> Iterator[Finding]:
    """Make every path absolute, from the folder of the configuration; yield those that must exist and do not."""
    for where, needed in PATHS:
        written = document.text(*where)
        section = document.at(*where[:-1])
        if written is None or not isinstance(section, dict):
            continue
        path = _credential(written, folder, environ) if needed else anchored(written, folder)
        section[str(where[-1])] = str(path)
        if needed and not is_there(path):
            yield Finding(where, f"'{path}' does not exist; write the path of a {needed} that does.")
        elif needed and path.is_dir() != (needed == "folder"):
            yield Finding(where, f"'{path}' is no {needed}; write the path of one.")
        elif where[-1] == "ca_file" and not _has_certificates(path):
            yield Finding(where, f"'{path}' has no certificate that can be read; write the path of a PEM file.")


def _has_certificates(path: Path) -> bool:
    """Return whether this can be trusted by: else the mail server would seem to be at fault."""
    import ssl  # takes time to load: only who names a file pays for it

    try:
        ssl.create_default_context(cafile=path)
    except OSError:  # of which ssl's own errors are a kind
        return False
    return True


def anchored(written: str, folder: Path) -> Path:
    """Return the absolute path of what was written, '~' being the user's home."""
    with contextlib.suppress(RuntimeError):  # there is none: the rule for paths says so
        return Path(os.path.normpath(folder / Path(written).expanduser()))
    return Path(os.path.normpath(folder / written))


def _credential(written: str, folder: Path, environ: Mapping[str, str]) -> Path:
    credentials = environ.get("CREDENTIALS_DIRECTORY")
    if credentials and "/" not in written and (Path(credentials) / written).is_file():
        return Path(credentials) / written
    return anchored(written, folder)
