"""Mail as the people of the story see it and write it: read by a mail program of the standard library's making."""

import base64
import datetime as dt
import email
import email.policy
import re
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime, formataddr, make_msgid
from functools import cached_property
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

_POLICY = email.policy.SMTP.clone(max_line_length=998)
_NUMBER = re.compile(r" \[[KM]\d{4}-\d+\]\Z")
_CID = re.compile(r"cid:([^\"')\s]+)")


def unnumbered(subject: str) -> str:
    """Return a subject without the number at its end."""
    return _NUMBER.sub("", subject)


@dataclass(frozen=True)
class Person:
    """Somebody with a mail program."""

    name: str
    address: str

    @property
    def mailbox(self) -> str:
        """'Name <address>', for a header."""
        return formataddr((self.name, self.address))


@dataclass(frozen=True)
class Received:
    """A letter in somebody's mailbox; `at` is aware."""

    to: str
    content: bytes
    at: dt.datetime

    @cached_property
    def message(self) -> EmailMessage:
        """The letter, parsed."""
        return email.message_from_bytes(self.content, policy=email.policy.default)

    @property
    def subject(self) -> str:
        """The subject, decoded."""
        return str(self.message["Subject"] or "")

    @cached_property
    def text(self) -> str:
        """What a mail program without HTML shows."""
        part = self.message.get_body(("plain",))
        return str(part.get_content()) if part else ""

    @cached_property
    def html(self) -> str:
        """What other mail programs show, with the pictures of the letter inside it."""
        part = self.message.get_body(("html",))
        pictures = {
            str(p["Content-ID"]).strip("<> "): f"data:{p.get_content_type()};base64,"
            + base64.b64encode(p.get_payload(decode=True) or b"").decode()  # type: ignore[arg-type]  # no multipart has one
            for p in self.message.walk()
            if p["Content-ID"]
        }
        return _CID.sub(lambda found: pictures.get(found[1], found[0]), str(part.get_content())) if part else ""

    @cached_property
    def attachments(self) -> tuple[str, ...]:
        """The names of the files that came with it."""
        return tuple(part.get_filename() or "" for part in self.message.iter_attachments())

    @cached_property
    def buttons(self) -> dict[str, str]:
        """The `mailto:` links by what stands on them."""
        reader = _Buttons()
        reader.feed(self.html)
        return reader.found


class _Buttons(HTMLParser):
    """Finds the `mailto:` links of a page, by the words that stand on them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._href = ""
        self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a link."""
        if tag == "a":
            self._href, self._words = dict(attrs).get("href") or "", ""

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self._words += data

    def handle_endtag(self, tag: str) -> None:
        """End a link."""
        if tag == "a" and self._href.startswith("mailto:"):
            self.found[" ".join(self._words.split())] = self._href


def write(
    writer: Person, to: str, subject: str, text: str, at: dt.datetime, attachment: tuple[str, bytes] | None = None
) -> EmailMessage:
    """Return a fresh mail; an attachment is a PDF, by name and content."""
    message = EmailMessage(policy=_POLICY)
    message["From"] = writer.mailbox
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = make_msgid(domain=writer.address.rpartition("@")[2])
    message.set_content(text)
    if attachment is not None:
        name, content = attachment
        message.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    return message


def answer(writer: Person, letter: Received, text: str, at: dt.datetime) -> EmailMessage:
    """Return the answer that a mail program makes: in the thread, with the letter quoted below the text."""
    quoted = "\n".join(f"> {line}" for line in letter.text.splitlines())
    above = f"Op {letter.at:%d-%m-%Y} om {letter.at:%H:%M} schreef {letter.message['From']}:"
    to = str(letter.message["From"].addresses[0].addr_spec)
    message = write(writer, to, f"Re: {letter.subject}", f"{text}\n\n{above}\n{quoted}\n", at)
    own = str(letter.message["Message-ID"])
    message["In-Reply-To"] = own
    message["References"] = " ".join(filter(None, (letter.message["References"], own)))
    return message


def press(writer: Person, letter: Received, label: str, at: dt.datetime) -> EmailMessage:
    """Return the mail that a button opens (RFC 6068), sent as it is. Raises LookupError without such a button."""
    href = next((href for shown, href in letter.buttons.items() if label in shown), None)
    if href is None:
        raise LookupError(f"the letter “{letter.subject}” has no button “{label}”")
    url = urlsplit(href)
    filled_in = parse_qs(url.query.replace("+", "%2B"))
    return write(writer, url.path, filled_in["subject"][0], filled_in["body"][0] + "\n", at)
