"""export, report, evidence and person: the installed program, from a client's mail to its being forgotten."""

import csv
import io
import json
import zipfile

from tests.letters_read import read
from tests.system.conftest import project_on
from tests.system.test_main_job import COMPLAINT


def numbered(project):
    return project.run("list", "--all", "--json").json[0]["number"]


def mode(path):
    return path.stat().st_mode & 0o777


def test_what_is_on_record_can_be_given_shown_and_forgotten(tmp_path, dovecot, smtp_server):
    project = project_on(tmp_path, dovecot, smtp_server)
    dovecot.deliver(COMPLAINT.replace(b"Training vastgoedrekenen", b"=HYPERLINK(1)"))
    assert project.run("poll").code == 0
    number = numbered(project)

    exported = project.run("export", "--out", "klachten.csv")
    assert exported.code == 0, exported.stderr
    rows = list(
        csv.DictReader(io.StringIO((tmp_path / "klachten.csv").read_bytes().decode("utf-8-sig")), delimiter=";")
    )
    assert [(row["number"], row["subject"], row["complainant_name"]) for row in rows] == [
        (number, "'=HYPERLINK(1)", "Sanne de Boer")
    ]
    assert mode(tmp_path / "klachten.csv") == 0o600
    assert [c["number"] for c in json.loads(project.run("export", "--format", "json", "--all").stdout)] == [number]

    made = project.run("report", "--year", number[1:5], "--out", "jaar.html")
    assert made.code == 0, made.stderr
    page = (tmp_path / "jaar.html").read_text()
    assert "Sanne" not in page
    assert "<svg" in page
    assert "Klachten ontvangen" in (tmp_path / "jaar.csv").read_text(encoding="utf-8-sig")
    assert project.run("report", "--year", number[1:5], "--json").json["this"]["received"] == 1

    shown = project.run("evidence", number)
    assert shown.code == 0, shown.stderr
    evidence = (tmp_path / f"{number}.html").read_text()
    assert "een uur te laat" in evidence
    assert "Sanne" not in evidence
    assert "06-12345678" not in evidence
    assert project.run("evidence", "K2026-0999").code == 2

    refused = project.run("person", "sanne@example.nl", "--forget", "--yes")
    assert (refused.code, refused.stdout) == (1, "")
    assert f"{number} is still open" in refused.stderr
    given = project.run("person", "sanne@example.nl", "--export", "sanne.zip")
    assert given.code == 0, given.stderr
    assert mode(tmp_path / "sanne.zip") == 0o600
    with zipfile.ZipFile(tmp_path / "sanne.zip") as archive:
        assert {"index.html", "gegevens.json"} < set(archive.namelist())
        assert archive.testzip() is None

    assert project.run("do", number, "geen klacht: vraag, een proef", "--as", "jan@ront.nl").code == 0
    assert project.run("poll").code == 0
    asked = project.run("person", "sanne@example.nl", "--forget")
    assert asked.code == 130, "without --yes and without a terminal nothing is erased"
    forgotten = project.run("person", "sanne@example.nl", "--forget", "--yes")
    assert forgotten.code == 0, forgotten.stderr
    assert "nightly copies, 14 days" in forgotten.stdout
    folders = [raw for name in ("INBOX", "Verwerkt", "Automatisch", "Sent") for raw in dovecot.folder(name)]
    assert not [raw for raw in folders if b"sanne@example.nl" in raw]
    kept = [path for path in project.data.rglob("*.eml") if b"sanne@example.nl" in path.read_bytes()]
    assert kept == []
    assert b"anne de Boer" not in (project.data / "register.json").read_bytes()
    assert project.run("verify").stdout.strip() == "The register is whole."
    assert project.run("person", "sanne@example.nl").code == 1
    assert project.run("report", "--year", number[1:5], "--json").json["this"]["received"] == 1


def test_the_seal_on_paper_is_the_one_that_evidence_shows(tmp_path, dovecot, smtp_server):
    project = project_on(tmp_path, dovecot, smtp_server)
    dovecot.deliver(COMPLAINT)
    assert project.run("poll").code == 0
    assert project.run("digest", "--send").code == 0
    agenda = read(smtp_server.letters[-1].content)
    head = project.run("evidence", numbered(project), "--json").json["head"]
    assert f"{numbered(project)} {head[:16]}" in agenda.text
