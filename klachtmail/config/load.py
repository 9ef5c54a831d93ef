"""The file to a Config, or to everything that is wrong with it."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from klachtmail.config.advice import advice
from klachtmail.config.document import Document, UnreadableError, parse
from klachtmail.config.files import anchor_paths, fill_secrets, find, read
from klachtmail.config.mistypes import type_findings
from klachtmail.config.problem import ConfigError, Finding, Problem
from klachtmail.config.relations import broken_relations
from klachtmail.config.rules import broken_rules
from klachtmail.config.schema import Config, ConfigFile
from klachtmail.domain.firm.firm import Firm


def load(path: Path | None, environ: Mapping[str, str]) -> Config:
    """Return the configuration in this file, or, for None, in the first of the usual places.

    Variables and systemd credentials are taken from `environ`; nothing else is read but the file and the secrets that
    it names. Raises ConfigError with every problem at once.
    """
    path = find(path, environ)
    text = read(path)
    try:
        document = parse(text, environ)
    except UnreadableError as error:
        raise ConfigError(str(path), [error.problem]) from None
    folder = path.absolute().parent
    wrong = [*broken_rules(document), *broken_relations(document)]
    wrong += [*fill_secrets(document, folder, environ), *anchor_paths(document, folder, environ)]
    file, mistypes = _typed(document)
    if file is None or wrong or document.findings:
        raise ConfigError(str(path), _problems(document, [*document.findings, *mistypes, *wrong]))
    return _config(file, path, folder, document)


def _typed(document: Document) -> tuple[ConfigFile | None, list[Finding]]:
    """Return the file with its types, or None and what is wrong with them. The cause is cut off: it holds secrets."""
    try:
        return ConfigFile.model_validate(document.tree), []
    except ValidationError as error:
        return None, list(type_findings(error))


def _problems(document: Document, findings: Iterable[Finding]) -> list[Problem]:
    """Return one problem for each line and key: the first that was found is nearest to the cause."""
    found: dict[tuple[int | None, str], Problem] = {}
    for finding in findings:
        problem = document.problem(finding)
        found.setdefault((problem.line, problem.key), problem)
    return list(found.values())


def _config(file: ConfigFile, path: Path, folder: Path, document: Document) -> Config:
    values: dict[str, Any] = {name: getattr(file, name) for name in Firm.model_fields}
    coordinator = (file.duty.coordinator or "").lower()
    values["employees"] = tuple(
        member.but(role="coordinator" if coordinator in member.addresses else "employee") for member in file.employees
    )
    return Config(
        path=folder / path.name,
        firm=Firm.model_validate(values),
        imap=file.imap,
        smtp=file.smtp,
        data_dir=folder / file.data_dir,
        database=file.database,
        database_schema=file.database_schema,
        monitor=file.monitor,
        template_dir=file.template_dir,
        warnings=tuple(document.problem(finding) for finding in advice(file, document, path)),
    )
