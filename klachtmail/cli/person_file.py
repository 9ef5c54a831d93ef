"""The zip that a person gets: a readable index, everything as JSON, and the mails and letters as they were."""

import datetime as dt
import io
import json
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from klachtmail.cli.output import complaint_json
from klachtmail.domain.record import to_json
from klachtmail.letters.documents import Documents

if TYPE_CHECKING:
    from klachtmail.config import Config
    from klachtmail.service.work.person import Person
    from klachtmail.store.port import Store

_LOOSE = "Mail die geen klacht werd"


@dataclass(frozen=True, slots=True)
class File:
    """One mail or letter in the zip; `path` is '' when its bytes are not kept any more."""

    at: dt.datetime
    what: str
    subject: str
    number: str | None
    path: str
    content: bytes


def packed(config: "Config", store: "Store", person: "Person", now: dt.datetime) -> bytes:
    """Return the bytes of the zip."""
    files = sorted(_files(store, person), key=lambda file: file.at)
    values = {
        "organisation": config.firm.organisation.name,
        "address": person.address,
        "made_at": now,
        "own": [*person.complaints()],
        "elsewhere": [complaint.number for complaint in person.elsewhere],
        "files": files,
        "mailed": False,
    }
    page = Documents(config.firm.organisation.zone, config.template_dir).render("person", values)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("index.html", page)
        archive.writestr("gegevens.json", json.dumps(_json(person), ensure_ascii=False, indent=2))
        for path, bytes_ in {file.path: file.content for file in files if file.path}.items():
            archive.writestr(path, bytes_)
    return content.getvalue()


def _files(store: "Store", person: "Person") -> list[File]:
    found = []
    for number, message in person.messages():
        kept = store.mail(message.sha256) if message.direction == "in" else store.rendered(message.sha256)
        what = "Mail" if message.direction == "in" else "Brief"
        found.append(_file(message.at, what, message.subject, number, message.sha256, kept=kept))
    found += [_file(s.at, _LOOSE, "", None, s.sha256, kept=store.mail(s.sha256)) for s in person.loose]
    have = {file.path for file in found}
    for letter in person.letters:
        kept = store.rendered(letter.sha256) if letter.sha256 else None
        one = _file(letter.created_at, "Brief", letter.subject, letter.number, letter.sha256 or "", kept=kept)
        if not one.path or one.path not in have:
            found.append(one)
    return found


def _file(at: dt.datetime, what: str, subject: str, number: str | None, sha256: str, *, kept: bytes | None) -> File:
    folder = "brieven" if what == "Brief" else "mails"
    path = f"{folder}/{at:%Y-%m-%d}-{sha256[:12]}.eml" if kept is not None else ""
    return File(at, what, subject, number, path, kept or b"")


def _json(person: "Person") -> dict[str, Any]:
    return {
        "address": person.address,
        "complaints": [complaint_json(complaint) for complaint in person.complaints()],
        "elsewhere": [
            {"number": number, **to_json(message)}
            for number, message in person.messages()
            if number in {complaint.number for complaint in person.elsewhere}
        ],
        "set_aside": [to_json(aside) for aside in person.set_aside],
        "outbox": [to_json(letter, without=("request",)) for letter in person.letters],
    }
