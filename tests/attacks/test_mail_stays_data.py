"""What a mail says stays data: in every letter, header, link, file name and command that is made of it."""

import email
import email.policy
import io
import re
import struct
import zipfile
from email.message import EmailMessage
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klachtmail.letters.enclosures import is_safe
from tests.attacks.ground import JAN, MEMBERS, PIET, STRANGER, World, mail
from tests.letters_read import answer

JINJA = "{{7**31}} {% for x in range(3) %}x{% endfor %} {{config}} {# c #} ${7**31} #{7**31} <%= 7**31 %>"
CALCULATED = str(7**31)  # what a template would make of it: too long to stand in a seal or a token by chance
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)>"
STYLE = "<style>*{display:none}</style><link rel=stylesheet href=https://evil.example/x.css><base href=https://evil.example>"
QUOTES = "\"'><a href=\"javascript:alert(1)\">klik</a><a href='https://evil.example'>hier</a>"
MARKDOWN = "[klik](https://evil.example) ![x](https://evil.example/p.png) # kop\n\n***\n<https://evil.example>"
HEADERS = "x\r\nBcc: slachtoffer@example.com\r\nSubject: gekaapt\r\n\r\nnieuw lichaam"
MAILTO = "x&cc=slachtoffer@example.com&bcc=a@b.example?subject=y&body=sluit%0D%0Averstuur#"
DIRECTIONS = "\u202egnp.exe\u202c\u2066a\u2069\ufeff\u200b"
ANSI = "\x1b[2J\x1b]0;gekaapt\x07\x9b31m\x1b]8;;https://evil.example\x07klik"
FORMAT = "%s %(asctime)s {0.__class__} {} \\n \\u0000"
PAYLOADS = {
    "jinja": JINJA,
    "script": SCRIPT,
    "style": STYLE,
    "quotes": QUOTES,
    "markdown": MARKDOWN,
    "headers": HEADERS,
    "mailto": MAILTO,
    "directions": DIRECTIONS,
    "ansi": ANSI,
    "format": FORMAT,
}
FIELDS = ("subject", "name", "text", "html", "attachment", "to_name", "reply_to", "message_id", "content_type")
TAGS = {"script", "style", "link", "base", "iframe", "object", "embed", "form", "svg", "meta", "title", "img"}


def attacked(field, payload):
    """Return a complaint with this text in one of its fields, as raw as the wire allows."""
    header = payload.replace("\r\n", "\r\n ").replace("\n", "\n ")
    encoded = "=?utf-8?q?" + "".join(f"={byte:02X}" for byte in payload.encode("utf-8", "surrogatepass")) + "?="
    values = dict.fromkeys(FIELDS, "gewoon") | {field: payload}
    lines = {
        "From": f"{encoded if field == 'name' else 'Sanne'} <sanne@example.nl>",
        "To": f"{encoded if field == 'to_name' else 'Klachten'} <klachten@ront.nl>",
        "Cc": f"{encoded if field == 'to_name' else 'Kees'} <kees@example.org>",
        "Reply-To": f"{encoded if field == 'reply_to' else 'x'} <{STRANGER}>",
        "Subject": encoded if field == "subject" else "Training",
        "Message-ID": f"<{header}@example.nl>" if field == "message_id" else "<eerste@example.nl>",
        "References": f"<{header}>" if field == "message_id" else "<geen@example.nl>",
        "MIME-Version": "1.0",
        "Content-Type": 'multipart/mixed; boundary="grens"',
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    body = values["html"] if field == "html" else values["text"]
    kind = "html" if field == "html" else "plain"
    name = encoded if field == "attachment" else "programma.pdf"
    sort = f"application/{header}" if field == "content_type" else "application/pdf"
    return (
        f"{head}\r\n--grens\r\nContent-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nIk ben ontevreden. {body}\r\n"
        f'--grens\r\nContent-Type: {sort}\r\nContent-Disposition: attachment; filename="{name}"\r\n\r\nx\r\n--grens--\r\n'
    ).encode("utf-8", "surrogatepass")


class _Page(HTMLParser):
    """What a mail program would make of a letter: its tags, links and styles."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.links, self.handlers, self.depth = [], [], [], 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        for name, value in attrs:
            if name in {"href", "src", "action", "background"}:
                self.links.append(value or "")
            if name.startswith("on"):
                self.handlers.append(name)


def plain_letters():
    world = World()
    return play(world, attacked("text", "gewoon"))


def play(world, raw):
    """Take a complaint through its first steps, and return every letter with its bytes."""
    world.receive(raw)
    world.reply(JAN, "@piet")
    world.reply(PIET, "antwoord: dank voor uw bericht")
    world.receive(answer(world.letters("sanne@example.nl")[0], "Boef <boef@evil.example>", "Ik ook"))
    world.reply(PIET, "dossier")
    world.later(days=9)
    world.sweep()
    return world.letters()


@pytest.fixture(scope="module")
def allowed():
    """Which tags the letters have of their own, for a complaint that attacks nobody."""
    return {tag for letter in plain_letters() for tag in _Page(letter.html).tags}


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("field", FIELDS)
def test_in_a_field_of_a_mail(field, payload, allowed):
    world = World()
    letters = play(world, attacked(field, PAYLOADS[payload]))
    assert len(letters) >= 8
    for letter in letters:
        harmless(letter, allowed)
    assert world.complaint().complainant.address == "sanne@example.nl"


def harmless(letter, allowed):
    """Assert that a letter commands no mail program, server or template."""
    page = _Page(letter.html)
    assert set(page.tags) <= allowed
    assert not page.handlers
    assert CALCULATED not in letter.text + letter.html + letter.subject
    for link in page.links:
        url = urlsplit(link)
        assert url.scheme in {"mailto", "tel", "cid"}, link
        if url.scheme == "mailto":
            assert unquote(url.path) == "klachten@ront.nl"
            assert [part.partition("=")[0] for part in url.query.split("&") if part] in ([], ["subject", "body"])
            assert not url.fragment
            assert not re.search(r"[\r\n]", unquote(url.query))
        if url.scheme == "tel":
            assert re.fullmatch(r"[+\d]+", url.path)
    raw = letter.message
    names = [name.lower() for name in raw.keys()]  # noqa: SIM118 (a message has no other names)
    assert len(names) == len(set(names))
    assert "bcc" not in names
    assert "reply-to" not in names
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", letter.subject + letter.text.replace("\r\n", "")
    )
    assert {str(raw["To"].addresses[0].addr_spec)} <= MEMBERS | {"sanne@example.nl"}
    for part in raw.iter_attachments():
        assert safe_name(part.get_filename() or "x")


def safe_name(name):
    stem = name.split(".")[0].strip().upper()
    return (
        not re.search(r'[/\\:*?"<>|\x00-\x1f\u202e]', name)
        and not name.startswith(".")
        and not name.endswith((".", " "))
        and stem not in {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10))}
    )


NAMES = [
    "../../../etc/passwd",
    "..\\..\\windows\\system32\\cmd.exe",
    "/etc/shadow",
    "C:\\boot.ini",
    "CON",
    "con.txt",
    "NUL.pdf",
    "aux",
    "COM1.txt",
    "LPT9",
    "PRN .pdf",
    ".bashrc",
    "....",
    "a\x00.pdf",
    "rekening\u202efdp.exe",
    "x" * 4000 + ".pdf",
    "a\r\nX-Injected: 1.pdf",
    "~/.ssh/id",
    "a;rm -rf.pdf",
    "%2e%2e%2fpasswd",
    "naam.pdf.",
    "naam.pdf ",
    "con.",
    "\\\\server\\share\\x.pdf",
    "a:b.txt",
    "",
    " ",
    "-rf",
    "$(id).txt",
    "CONIN$",
]


@pytest.mark.parametrize("name", NAMES, ids=[f"attachment_{ascii(name)[1:30]}" for name in NAMES])
def test_a_name_of_an_attachment_leads_nowhere(name):
    world = World()
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"], message["To"], message["Subject"], message["Message-ID"] = (
        "sanne@example.nl",
        "klachten@ront.nl",
        "Klacht",
        "<eerste@example.nl>",
    )
    message.set_content("Zie bijlage, ik ben ontevreden.")
    encoded = "".join(f"%{byte:02X}" for byte in name.encode())
    raw = message.as_bytes().replace(
        b"Content-Type: text/plain",
        b'Content-Type: multipart/mixed; boundary="g"\r\n\r\n--g\r\nContent-Type: text/plain',
        1,
    )
    raw += f"\r\n--g\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename*=utf-8''{encoded}\r\n\r\nx\r\n--g--\r\n".encode()
    world.receive(raw)
    names = list(world.complaint().messages[0].attachments)
    names += [part.get_filename() for part in world.last(JAN).message.iter_attachments()]
    assert names
    for each in names:
        assert each
        assert safe_name(each), each
        assert len(each.encode()) <= 200


@pytest.mark.parametrize(
    "name",
    [
        "virus.exe",
        "factuur.pdf.js",
        "macro.docm",
        "pagina.html",
        "plaatje.svg",
        "schijf.iso",
        "snelkoppeling.lnk",
        "script.ps1 ",
        "virus.exe.",
        "VIRUS.SCR",
        "x.xlsb",
        "x.xla",
        "x.xlam",
        "x.application",
        "x.iqy",
        "x.slk",
        "x.search-ms",
        "x.library-ms",
        "x.appinstaller",
        "x.appx",
        "x.msix",
        "x.diagcab",
        "x.xbap",
        "x.ps1xml",
        "x.desktop",
        "x.command",
        "x.pkg",
        "x.deb",
        "x.rpm",
        "x.apk",
        "x.vbscript",
        "x.accde",
        "x.pyz",
        "x.one",
        "x.onepkg",
        "x.msg",
        "x.ISO",
        "x.img",
        "x.dmg",
        "x.webloc",
        "x.mobileconfig",
        "x.appimage",
        "x.xll",
        "x.wsb",
        "x.jnlp",
        "x.ppkg",
        "x.7z",
        "x.rar",
        "x.tar.gz",
        "foto.jpg.exe",
        "foto.jpg                                                  .exe",
        "factuur.exe. . .",
        "factuur.EXE\u200b",
        "factuur.exe::$DATA",
        "factuur\u202efdp.exe",
        "factuur.{3050F4D8-98B5-11CF-BB82-00AA00BDCE0B}",
        "x.oft",
        "x.xdp",
    ],
)
def test_a_program_is_mentioned_and_not_passed_on(name):
    world = World()
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"], message["To"], message["Subject"] = "sanne@example.nl", "klachten@ront.nl", "Klacht"
    message.set_content("Zie bijlage, ik ben ontevreden.")
    message.add_attachment(b"MZ", "application", "octet-stream", filename=name)
    world.receive(message.as_bytes())
    letter = world.last(JAN)
    assert not list(letter.message.iter_attachments())
    stem = name.split(".")[0].split("\u202e")[0]
    assert f"kan zijn: {stem}" in " ".join(letter.text.split())


def archive(*names, password=False):
    """Return a ZIP with these files; with `password` they are marked as encrypted."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        for each in names:
            made.writestr(each, "x")
    content = bytearray(packed.getvalue())
    if password:
        at = content.find(b"PK\x01\x02")
        content[at + 8] |= 1
    return bytes(content)


def list_behind(real, shown):
    """Return a ZIP that claims so long a list that, counted back from its end, the one of another stands behind it."""
    end, other = real.rfind(b"PK\x05\x06"), shown[shown.find(b"PK\x01\x02") : shown.rfind(b"PK\x05\x06")]
    size = struct.pack("<L", end + len(other))
    return real[: end + 12] + size + real[end + 16 : end + 20] + struct.pack("<H", len(other)) + other


OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
CARRIERS = {
    "zip_with_a_program": ("a.zip", archive("foto.jpg", "map/virus.exe")),
    "zip_with_a_script_with_a_space_behind": ("a.zip", archive("virus.js ")),
    "zip_with_a_shortcut": ("a.zip", archive("foto.jpg.lnk")),
    "zip_in_a_zip_with_another_name": ("a.zip", archive("b.7z")),
    "zip_with_a_disk_in_it": ("a.zip", archive("b.iso")),
    "zip_with_a_password": ("a.zip", archive("foto.jpg", password=True)),
    "zip_by_another_name": ("foto", archive("virus.exe")),
    "zip_by_a_pictures_name": ("foto.jpg", archive("virus.exe")),
    "zip_behind_a_program": ("a.zip", b"MZ" + bytes(5000) + archive("virus.exe")),
    "zip_without_its_list": ("a.zip", archive("foto.jpg")[:-30]),
    "zip_that_is_none": ("a.zip", b"MZ"),
    "zip_with_a_list_that_is_too_long": ("a.zip", archive(*(f"{count}.jpg" for count in range(2500)))),
    "zip_whose_list_says_too_little": ("a.zip", archive("foto.jpg").replace(b"PK\x01\x02", b"PK\x01\x09")),
    "zip_whose_list_is_said_to_begin_before_it": ("a.zip", list_behind(archive("virus.exe"), archive("foto.jpg"))),
    "zip_with_a_document_of_macros": ("a.zip", archive("brief.xml", "xl/macrosheets/sheet1.xml")),
    "document_with_macros": ("brief.docx", archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
    "sheet_with_old_macros": ("lijst.xlsx", archive("[Content_Types].xml", "xl/macrosheets/sheet1.xml")),
    "document_with_an_object": ("brief.docx", archive("[Content_Types].xml", "word/embeddings/oleObject1.bin")),
    "open_document_with_basic": ("brief.odt", archive("mimetype", "Basic/script-lc.xml")),
    "old_document_with_macros": ("brief.doc", OLD_OFFICE + "_VBA_PROJECT".encode("utf-16-le")),
    "old_document_with_a_package": ("brief.doc", OLD_OFFICE + "\x01Ole10Native".encode("utf-16-le")),
    "rich_text_with_an_object": ("brief.rtf", b"{\\rtf1{\\object\\objemb{\\*\\ObjData 0105}}}"),
    "rich_text_by_another_name": ("brief.doc", b"  {\\rt{\\object{\\*\\objdata 0105}}}"),
}


@pytest.mark.parametrize("name", CARRIERS)
def test_what_carries_a_program_unseen_is_mentioned_and_not_passed_on(name):
    called, content = CARRIERS[name]
    world = World()
    world.receive(complaint_with((called, "application/octet-stream", content)))
    letter = world.last(JAN)
    assert not list(letter.message.iter_attachments())
    assert f"kan zijn: {called}" in letter.text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("fotos.zip", archive("een.jpg", "twee.png", "map/brief.pdf", "__MACOSX/._een.jpg")),
        (
            "brief.docx",
            archive("[Content_Types].xml", "word/document.xml", "word/media/image1.tmp", "docProps/app.xml"),
        ),
        ("lijst.xlsx", archive("[Content_Types].xml", "xl/workbook.xml", "xl/printerSettings/printerSettings1.bin")),
        ("brief.odt", archive("mimetype", "content.xml", "Configurations2/accelerator/current.xml")),
        ("brief.doc", OLD_OFFICE + "WordDocument".encode("utf-16-le")),
        ("brief.rtf", rb"{\rtf1 Ik ben ontevreden.}"),
        ("leeg.txt", b""),
    ],
)
def test_a_file_that_carries_no_program_is_passed_on(name, content):
    world = World()
    world.receive(complaint_with((name, "application/octet-stream", content)))
    (part,) = world.last(JAN).message.iter_attachments()
    assert (part.get_filename(), part.get_payload(decode=True)) == (name, content)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["a.zip", "a.docx", "a.doc", "a"]))
def test_no_bytes_of_an_archive_stop_a_letter(tail, name):
    for content in (tail, b"PK\x03\x04" + tail, archive("x.jpg")[:40] + tail + archive("x.jpg")[40:]):
        assert is_safe(name, "application/zip", content) in {True, False}


def complaint_with(*files):
    """Return a complaint with these files: a name, a content type and the content, or a message."""
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"], message["To"], message["Subject"] = "sanne@example.nl", "klachten@ront.nl", "Klacht"
    message.set_content("Zie bijlage, ik ben ontevreden.")
    for file in files:
        if isinstance(file, EmailMessage):
            message.add_attachment(file)
        else:
            name, kind, content = file
            message.add_attachment(content, *kind.split("/"), filename=name)
    return message.as_bytes()


@pytest.mark.parametrize(
    ("name", "claimed", "passed_on"),
    [
        ("factuur.pdf", "application/hta", "application/pdf"),
        ("factuur.PDF ", "application/x-msdos-program", "application/pdf"),
        ("factuur", "application/x-msdos-program", "application/octet-stream"),
        ("factuur", "application/hta", "application/octet-stream"),
        ("factuur.xyz", "application/x-sh", "application/octet-stream"),
        ("foto.jpg", "application/x-ms-shortcut", "image/jpeg"),
    ],
)
def test_a_file_is_passed_on_as_what_its_name_says_and_not_as_what_its_sender_says(name, claimed, passed_on):
    world = World()
    world.receive(complaint_with((name, claimed, b"MZ")))
    (part,) = world.last(JAN).message.iter_attachments()
    assert part.get_content_type() == passed_on


@pytest.mark.parametrize("named", [True, False])
def test_a_message_in_a_message_is_mentioned_because_of_what_can_be_in_it(named):
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "a@b.example", "Binnenin"
    inner.set_content("x")
    inner.add_attachment(b"MZ", "application", "octet-stream", filename="virus.exe")
    world = World()
    world.receive(complaint_with(("post.eml", "application/pdf", inner.as_bytes()) if named else inner))
    letter = world.last(JAN)
    assert b"virus.exe" not in letter.message.as_bytes()
    assert not list(letter.message.iter_attachments())
    assert ".eml" in letter.text


TRICKY = {
    "second_address": "Sanne <slachtoffer@example.com>",
    "phone": "Sanne, tel 0906-1234567",
    "street": "Sanne, Straat 1, Plaats",
    "command": "Sanne>\nsluit\nverstuur",
    "quote": '"Sanne" <x@y.example>, tel 0900 1234567',
    "button_text": "Sanne [K2026-0009] @els",
}


@pytest.mark.parametrize("name", TRICKY)
def test_a_name_in_a_button_becomes_a_name_and_nothing_else(name):
    world = World()
    world.receive(mail("De trainer was te laat.", message_id="eerste@example.nl"))
    encoded = "=?utf-8?q?" + "".join(f"={byte:02X}" for byte in TRICKY[name].encode()) + "?="
    world.receive(
        f"From: {encoded} <{STRANGER}>\r\n".encode()
        + mail("Ik spreek voor Sanne.", sender="", In_Reply_To="<eerste@example.nl>")
    )
    world.press(JAN, next(label for label in world.last(JAN).buttons if "klager" in label.lower()))
    party = world.complaint().complainant
    assert (party.address, party.phone, party.postal) == (STRANGER, None, None)


def test_a_number_that_costs_money_is_no_button():
    world = World()
    world.receive(mail("Bel mij op 0906-123456 of 0909 1234 56.", message_id="eerste@example.nl"))
    assert world.complaint().complainant.phone is None


def test_an_acknowledgement_carries_no_advertisement_to_a_third_person():
    world = World()
    world.receive(
        mail(
            "Koop pillen op https://evil.example en http://x.example",
            sender="slachtoffer@example.com",
            subject="Bestel op https://evil.example www.evil.example",
        )
    )
    letter = world.letters("slachtoffer@example.com")[0]
    assert "evil.example" not in letter.text + letter.html + letter.subject
    assert "pillen" not in letter.text
