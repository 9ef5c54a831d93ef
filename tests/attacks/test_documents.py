"""Pages that commands write for auditors and for people themselves: what a mail says stays text there too."""

import io
import zipfile

import pytest

from klachtmail.letters.documents import Documents
from klachtmail.service.work.evidence import evidence
from klachtmail.service.work.person import find
from klachtmail.service.work.person_file import packed
from tests.attacks.ground import JAN, World
from tests.attacks.test_mail_stays_data import CALCULATED, FIELDS, PAYLOADS, _Page, attacked
from tests.world import ZONE

_DANGEROUS = {"script", "iframe", "object", "embed", "form", "base", "link", "img", "marquee"}


def played(field, payload):
    """Return a closed complaint with this text in a field of its mail, and in all that a handler wrote of it."""
    world = World()
    world.receive(attacked(field, payload))
    said = " ".join(payload.split())
    world.reply(JAN, f"ik\noorzaak: {said}\nstructureel: ja\nmaatregel: {said} door jan voor 1 februari")
    world.reply(JAN, f"geen klacht: anders, {said}")
    return world


def pages(world):
    """Yield each page that can be made of a complaint, by its name."""
    documents, complaint = Documents(ZONE), world.complaint()
    yield "evidence", documents.render("evidence", {"file": evidence(world.store, world.firm, complaint, world.now)})
    person = find(world.store, "sanne@example.nl")
    with zipfile.ZipFile(io.BytesIO(packed(documents, world.firm, world.store, person, world.now).content)) as given:
        assert all(
            name in {"index.html", "gegevens.json"} or name.split("/")[0] in {"mails", "brieven"}
            for name in given.namelist()
        )
        assert not any(".." in name or name.startswith("/") or "\\" in name for name in given.namelist())
        yield "person", given.read("index.html").decode()


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("field", FIELDS)
def test_in_a_page_that_is_written(field, payload):
    for name, page in pages(played(field, PAYLOADS[payload])):
        seen = _Page(page)
        assert not _DANGEROUS & set(seen.tags), name
        assert not seen.handlers, name
        assert not [link for link in seen.links if not link.startswith(("mails/", "brieven/", "gegevens.json", "#"))], (
            name
        )
        assert CALCULATED not in page, name
