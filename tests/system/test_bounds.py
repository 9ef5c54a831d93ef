"""Messages beyond every bound, through the installed program: on record, routed with a notice, and the next one too."""

import imaplib

import pytest

from tests.letters_read import read
from tests.servers.proxy import Proxy
from tests.system.conftest import PASSWORD, USER, project_on

MEGABYTE = 1024 * 1024


def head(name, subject, extra=""):
    return f"From: {name} <{name}@example.nl>\r\nTo: {USER}\r\nSubject: {subject}\r\nMessage-ID: <{name}@example.nl>\r\n{extra}"


def huge():
    start = head("groot", "Foto's van de zaal", 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="g"\r\n')
    text = "\r\n--g\r\nContent-Type: text/plain\r\n\r\nDe zaal was vies, zie de foto's.\r\n--g\r\nContent-Type: image/jpeg\r\n"
    line = b"A" * 76 + b"\r\n"
    whole = f"{start}{text}Content-Transfer-Encoding: base64\r\n\r\n".encode()
    return whole + line * (60 * MEGABYTE // len(line)) + b"--g--\r\n"


def to_thousands():
    recipients = ",\r\n ".join(f"lid{number}@vereniging.example" for number in range(10_000))
    return (
        head("bestuur", "Aan iedereen", f"Cc: {recipients}\r\n") + "\r\nWij zijn ontevreden over RONT.\r\n"
    ).encode()


def nested(depth=300):
    inner = "Content-Type: text/plain\r\n\r\nDiep.\r\n"
    for level in range(depth):
        inner = f'Content-Type: multipart/mixed; boundary="b{level}"\r\n\r\n--b{level}\r\n{inner}\r\n--b{level}--\r\n'
    return (head("diep", "Genest", "MIME-Version: 1.0\r\n") + inner).encode()


def routing(smtp_server):
    return [read(letter.content) for letter in smtp_server.letters_to("jan@ront.nl")]


def plain():
    return (head("gewoon", "Klacht") + "\r\nDe trainer was te laat.\r\n").encode()


@pytest.mark.timeout(240)
def test_what_is_too_large_too_many_or_too_deep_is_recorded_and_routed_with_a_notice(dovecot, smtp_server, tmp_path):
    with imaplib.IMAP4(dovecot.host, dovecot.imap_port, timeout=60) as imap:
        imap.login(USER, PASSWORD)
        for raw in (huge(), to_thousands(), nested(), plain()):
            assert imap.append("INBOX", None, None, raw)[0] == "OK"
    with Proxy(dovecot.imap_port) as between:
        project = project_on(tmp_path, dovecot, smtp_server)
        project.write(imap={"port": between.port})
        ended = project.run("poll", "--json")
    assert ended.code == 0, ended.stderr
    assert (ended.json["fetched"], ended.json["new"], ended.json["failed"]) == (4, 4, 0)
    assert dovecot.folder() == []
    records = {c["complainant"]["name"]: c for c in project.run("list", "--json").json}
    assert records["groot"]["text"].startswith("De zaal was vies")
    assert {letter.recipients[0] for letter in smtp_server.letters if "example" in letter.recipients[0]} == {
        "groot@example.nl",
        "diep@example.nl",
        "gewoon@example.nl",
    }
    routed = {
        name: letter
        for letter in routing(smtp_server)
        for name in records
        if f"{name}@example.nl" in letter.text.casefold()
    }
    assert "te groot om helemaal te lezen" in routed["groot"].text
    assert "zo veel geadresseerden" in routed["bestuur"].text
    assert "geen ontvangstbevestiging" in routed["bestuur"].text
    assert "te ingewikkeld" in routed["diep"].text
    assert between.forwarded["down"] < 5 * MEGABYTE, "the sixty megabytes were never downloaded"
