"""The zip that a person gets: a readable index, everything as JSON, and the mails and letters as they were."""

import datetime as dt
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.record import to_json
from klachtmail.domain.records.contract import complaint_json
from klachtmail.letters.documents import Documents
from klachtmail.letters.enclosures import sorted_out
from klachtmail.parse import enclosures, parse
from klachtmail.service.work.person import Person
from klachtmail.store.port import Store

MAILED: Final = 7_000_000  # bytes: as a letter some 9.6 MB, and most servers take 10
_LOOSE: Final = "Mail die geen klacht werd"
_TOO_LARGE: Final = "te groot voor een mail"
_PROGRAM: Final = "alleen de tekst: er zit een bestand bij dat niet met een mail meegaat"
_EVERY: Final = range(1_000)  # attachments of one message


@dataclass(frozen=True, slots=True)
class File:
    """One mail or letter in the zip; `path` is '' when its bytes are not kept any more, or left out because of `why`."""

    at: dt.datetime
    what: str
    subject: str
    number: str | None
    path: str
    content: bytes
    why: str = ""


@dataclass(frozen=True, slots=True)
class Packed:
    """The bytes of the zip, and how many files are not, or not wholly, in it."""

    content: bytes
    left_out: int = 0


def packed(
    documents: Documents, firm: Firm, store: Store, person: Person, now: dt.datetime, *, by_mail: bool = False
) -> Packed:
    """Return the zip. One that goes `by_mail` holds no program that came by mail, and no more than a letter carries.

    It is not encrypted: it goes to a partner, who gets the same texts by every other letter, and a password beside it would
    protect nothing.
    """
    every = _files(store, person)
    files = sorted(_for_a_mail(every) if by_mail else every, key=lambda file: file.at)
    values = {
        "organisation": firm.organisation.name,
        "address": person.address or ", ".join(person.names),
        "made_at": now,
        "own": [*person.complaints()],
        "elsewhere": [complaint.number for complaint in person.elsewhere],
        "files": files,
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("index.html", documents.render("person", values))
        archive.writestr("gegevens.json", json.dumps(_json(person), ensure_ascii=False, indent=2))
        for path, bytes_ in {file.path: file.content for file in files if file.path}.items():
            archive.writestr(path, bytes_)
    return Packed(content.getvalue(), sum(bool(file.why) for file in files))


def _for_a_mail(files: Iterator[File]) -> Iterator[File]:
    """Yield the files as a mail may carry them, the first ones while there is room."""
    room, have = MAILED, set()
    for file in files:
        one = _harmless(file)
        size = 0 if one.path in have else len(one.content)
        if size > room:
            yield replace(file, path="", content=b"", why=_TOO_LARGE)
            continue
        room -= size
        have.add(one.path)
        yield one


def _harmless(file: File) -> File:
    """Return a message with a file or a message in it that no letter passes on as its text."""
    if file.what == "Brief":
        return file
    mail = parse(file.content, file.at)
    if not mail.mails and not sorted_out([*enclosures(file.content, _EVERY).values()])[1]:
        return file
    path = file.path.removesuffix(".eml") + ".txt"
    return replace(file, path=path, content=(mail.dossier_text or mail.text).encode(), why=_PROGRAM)


def _files(store: Store, person: Person) -> Iterator[File]:
    """Yield what the person wrote and got, each read when it is its turn."""
    have = set()
    for number, message in person.messages():
        kept = store.mail(message.sha256) if message.direction == "in" else store.rendered(message.sha256)
        what = "Mail" if message.direction == "in" else "Brief"
        one = _file(message.at, what, message.subject, number, message.sha256, kept=kept)
        have.add(one.path)
        yield one
    for letter in person.letters:
        content = store.rendered(letter.sha256) if letter.sha256 else None
        one = _file(letter.created_at, "Brief", letter.subject, letter.number, letter.sha256 or "", kept=content)
        if not one.path or one.path not in have:
            yield one
    for seen in person.loose:
        yield _file(seen.at, _LOOSE, "", None, seen.sha256, kept=store.mail(seen.sha256))


def _file(at: dt.datetime, what: str, subject: str, number: str | None, sha256: str, *, kept: bytes | None) -> File:
    folder = "brieven" if what == "Brief" else "mails"
    path = f"{folder}/{at:%Y-%m-%d}-{sha256[:12]}.eml" if kept is not None else ""
    return File(at, what, subject, number, path, kept or b"")


def _json(person: Person) -> dict[str, Any]:
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
