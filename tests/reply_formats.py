"""How mail programs answer a letter: what they put above it, which marks they use, and what they make of HTML.

Each format is named after the program that writes it. `written` is the whole text of the answer when `text` stands
above, below or inside what is quoted; a format whose name ends in HTML makes a page of the letter's own HTML.
"""

import re
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from typing import Final, Literal

from tests.letters_read import Read, made_of

Place = Literal["above", "below", "inside"]
PLACES: Final[tuple[Place, ...]] = ("above", "below", "inside")
US: Final = "RONT Klachten"
OURS: Final = "klachten@ront.nl"


def _block(sender: str, sent: str, to: str, subject: str) -> str:
    return f"{sender}: {US} <{OURS}>\n{sent}: maandag 23 november 2026 09:00\n{to}: {{to}}\n{subject}: {{subject}}\n\n"


HEADINGS: Final = {
    "Outlook nl": _block("Van", "Verzonden", "Aan", "Onderwerp"),
    "Outlook en": _block("From", "Sent", "To", "Subject"),
    "Outlook de": _block("Von", "Gesendet", "An", "Betreff"),
    "Outlook fr": _block("De", "Envoyé", "À", "Objet"),
    "Outlook it": _block("Da", "Inviato", "A", "Oggetto"),
    "Apple Mail without marks": f"Op 23 nov 2026, om 09:00 heeft {US} <{OURS}> het volgende geschreven:\n\n",
    "Tuta": f"23 nov 2026, 09:00 door {OURS}:\n\n",
    "Tuta de": f"23.11.2026, 09:00 von {OURS}:\n\n",
    "Zoho": f"---- On Mon, 23 Nov 2026 09:00:00 +0100 {US} <{OURS}> wrote ----\n\n",
    "Zoho nl": f"---- Op ma, 23 nov 2026 09:00:00 +0100 {US} <{OURS}> schreef ----\n\n",
    "GroupWise": f">>> {US} <{OURS}> 23-11-2026 9:00 >>>\n",
    "Yandex": f'23.11.2026, 09:00, "{US}" <{OURS}>:\n',
    "Notes": f"-----{US} <{OURS}> schreef: -----\nAan: {{to}}\nVan: {US} <{OURS}>\nDatum: 23-11-2026 09:00\nOnderwerp: {{subject}}\n\n",
    "Notes, a column of names": f"{US} <{OURS}>\n23-11-2026 09:00\n\n        Aan\n                {{to}}\n        cc\n\n        Onderwerp\n                {{subject}}\n\n\n",
    "Notes, a box for each": f"|---------->\n| From:    |\n|---------->\n  >------------------|\n  |{US} <{OURS}>     |\n  >------------------|\n|---------->\n| Subject: |\n|---------->\n  >------------------|\n  |{{subject}}  |\n  >------------------|\n\n",
    "Finnish": f"{US} <{OURS}> kirjoitti 23.11.2026 klo 9.00:\n\n",
    "Turkish": f"{US} <{OURS}>, 23 Kas 2026 Pzt, 09:00 tarihinde şunu yazdı:\n\n",
    "Hungarian block": f"Feladó: {US} <{OURS}>\nElküldve: 2026. november 23. 9:00\nCímzett: {{to}}\nTárgy: {{subject}}\n\n",
    "no heading": "",
}
MARKED: Final = {
    "Gmail": f"Op ma 23 nov 2026 om 09:00 schreef {US} <{OURS}>:\n\n",
    "NeoMutt": f"On Mon, Nov 23, 2026 at 09:00:00AM +0100, {US} wrote:\n",
    "Sylpheed": f"On Mon, 23 Nov 2026 09:00:00 +0100\n{US} <{OURS}> wrote:\n\n",
    "Apple Mail": f"> Op 23 nov 2026, om 09:00 heeft {US} <{OURS}> het volgende geschreven:\n> \n",
    "marks without a heading": "",
}
PAGES: Final = {  # what stands around our own HTML
    "HTML unmarked": "{letter}",
    "HTML below a rule": "<hr>{letter}",
    "HTML of Gmail": '<div class="gmail_quote"><div class="gmail_attr">Op ma 23 nov 2026 om 09:00 schreef RONT Klachten &lt;<a href="mailto:klachten@ront.nl">klachten@ront.nl</a>&gt;:<br></div>'
    '<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">{letter}</blockquote></div>',
    "HTML of Outlook de": '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p><b>Von:</b> RONT Klachten &lt;klachten@ront.nl&gt;<br>'
    "<b>Gesendet:</b> Montag, 23. November 2026 09:00<br><b>An:</b> Jan<br><b>Betreff:</b> Klacht</p></div>{letter}",
    "HTML of Yandex": '<div>23.11.2026, 09:00, "RONT Klachten" &lt;klachten@ront.nl&gt;:</div>{letter}',
}
FORMATS: Final = (*HEADINGS, *MARKED, *PAGES)


def answered(letter: Read, sender: str, text: str, program: str, place: Place = "above") -> bytes:
    """Return the answer to a letter as this program sends it."""
    message = EmailMessage(policy=SMTP.clone(max_line_length=998))
    message["From"], message["To"], message["Subject"] = sender, OURS, f"Re: {letter.subject}"
    message["Message-ID"] = f"<{made_of(program, place, letter.message_id, text, sender)}@ront.nl>"
    references = " ".join(filter(None, (letter.message.get("References"), letter.message["Message-ID"])))
    if program in PAGES:
        message.set_content(_page(letter, text, PAGES[program], place), subtype="html")
    else:
        message.set_content(_plain(letter, text, program, place))
    return f"In-Reply-To: {letter.message['Message-ID']}\r\nReferences: {references}\r\n".encode() + message.as_bytes()


def _plain(letter: Read, text: str, program: str, place: Place) -> str:
    mark = "> " if program in MARKED else ""
    heading = (HEADINGS | MARKED)[program].format(to=letter.to, subject=letter.subject)
    quoted = [f"{mark}{line}" for line in letter.text.splitlines()]
    return _put(text, heading, quoted, place, lambda words: words) + "\n"


def _page(letter: Read, text: str, around: str, place: Place) -> str:
    body = re.sub(r"(?s)^.*?<body[^>]*>|</body>.*$", "", letter.html)
    pieces = re.split(r"(?<=</p>)|(?<=</table>)", body)
    before, _, after = around.partition("{letter}")
    words = lambda said: "".join(f"<div>{escape(line) or '<br>'}</div>" for line in said.split("\n"))  # noqa: E731
    return f"<html><body>{_put(text, before, pieces, place, words)}{after}</body></html>"


def _put(text: str, heading: str, quoted: list[str], place: Place, shown: Callable[[str], str]) -> str:
    whole = "\n".join(quoted)
    if place == "above":
        return f"{shown(text)}\n\n{heading}{whole}"
    if place == "below":
        return f"{heading}{whole}\n\n{shown(text)}"
    half = len(quoted) // 2
    return f"{heading}" + "\n".join([*quoted[:half], shown(text), *quoted[half:]])
