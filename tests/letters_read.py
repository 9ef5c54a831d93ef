"""Reading letters the way their readers do: parsed by the standard library, not by our own code."""

import email
import email.policy
import hashlib
import re
import urllib.parse
from dataclasses import dataclass, field
from email.message import EmailMessage


@dataclass(frozen=True)
class Read:
    """A letter as a mail program shows it."""

    message: EmailMessage
    to: str
    text: str
    html: str
    buttons: dict[str, tuple[str, str, str]] = field(default_factory=dict)  # label -> (address, subject, body)

    @property
    def subject(self) -> str:
        return str(self.message["Subject"])

    @property
    def message_id(self) -> str:
        return str(self.message["Message-ID"]).strip("<> ")


def read(content: bytes, to: str = "") -> Read:
    """Return a letter with its texts and its mailto buttons."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    shown = html.get_content() if html else ""
    buttons = {}
    for href, label in re.findall(r'<a[^>]*href="(mailto:[^"]+)"[^>]*>(.*?)</a>', shown, re.DOTALL):
        url = urllib.parse.urlsplit(href.replace("&amp;", "&"))
        query = dict(part.split("=", 1) for part in url.query.split("&") if "=" in part)
        text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", label)).strip()
        buttons[text] = (
            url.path,
            urllib.parse.unquote(query.get("subject", "")),
            urllib.parse.unquote(query.get("body", "")),
        )
    return Read(message, to, plain.get_content() if plain else "", shown, buttons)


def made_of(*words: str) -> str:
    """Return what stands for these words, in every run the same (`hash` of a text is not)."""
    return hashlib.sha256("\0".join(words).encode(errors="surrogatepass")).hexdigest()[:16]


def answer(letter: Read, sender: str, text: str, *, subject: str | None = None) -> bytes:
    """Return the answer that a mail program makes to a letter: In-Reply-To, References, quoted text below."""
    quoted = "\n".join(f"> {line}" for line in letter.text.splitlines())
    references = " ".join(filter(None, (letter.message.get("References"), letter.message["Message-ID"])))
    message = EmailMessage(policy=email.policy.SMTP.clone(max_line_length=998))
    message["From"] = sender
    message["To"] = "klachten@ront.nl"
    message["Subject"] = subject or f"Re: {letter.subject}"
    message["Message-ID"] = f"<antwoord-{made_of(letter.message_id, text, sender)}@ront.nl>"
    message.set_content(f"{text}\n\nOp ma 23 nov 2026 om 09:00 schreef RONT Klachten <klachten@ront.nl>:\n{quoted}\n")
    head = f"In-Reply-To: {letter.message['Message-ID']}\r\nReferences: {references}\r\n".encode()
    return head + message.as_bytes()


def press(letter: Read, label: str, sender: str) -> bytes:
    """Return the mail that a button opens and a member sends: subject and body filled in, no thread headers."""
    address, subject, body = letter.buttons[label]
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"] = sender
    message["To"] = address
    message["Subject"] = subject
    message["Message-ID"] = f"<knop-{made_of(letter.message_id, label, sender)}@ront.nl>"
    message.set_content(f"{body}\n")
    return message.as_bytes()


def is_morning_mail(letter: Read) -> bool:
    """Return whether this is the mail with all that a member is reminded of."""
    return letter.text.startswith("Goedemorgen")
