"""A member's report of an oral complaint: the form's labels, or just free text, and what is still missing.

Procedure: 'Het hoeft geen schriftelijke klacht te zijn; ook een mondelinge uiting van ontevredenheid kan een klacht
zijn' when it is substantial or repeated, and not when a direct, small action solves it.
"""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final, Literal

from klachtmail.domain.commands.authored_lines import MOST_LINES, body, is_closing_courtesy
from klachtmail.domain.commands.dates import find_dates
from klachtmail.domain.commands.several import people_in, whole
from klachtmail.domain.commands.values import Person, read_person, read_yes_no
from klachtmail.domain.commands.words import fold, on_one_line
from klachtmail.domain.people.telephone import dialled

Severity = Literal["klein", "substantieel", "herhaald"]
SEVERITIES: Final[tuple[Severity, ...]] = ("klein", "substantieel", "herhaald")

FORM: Final = """\
Klager:
Telefoon:
E-mail:
Betreft:
Ontvangen:
Ernst: klein/substantieel/herhaald
Opgelost: ja/nee
Toelichting:
"""

_LABELS: Final = {
    "klager": "klager",
    "naam": "klager",
    "naam klager": "klager",
    "wie": "klager",
    "complainant": "klager",
    "telefoon": "telefoon",
    "telefoonnummer": "telefoon",
    "tel": "telefoon",
    "mobiel": "telefoon",
    "phone": "telefoon",
    "e-mail": "e-mail",
    "email": "e-mail",
    "mail": "e-mail",
    "mailadres": "e-mail",
    "e-mailadres": "e-mail",
    "adres": "adres",
    "postadres": "adres",
    "betreft": "betreft",
    "onderwerp": "betreft",
    "training": "betreft",
    "cursus": "betreft",
    "about": "betreft",
    "ontvangen": "ontvangen",
    "datum": "ontvangen",
    "wanneer": "ontvangen",
    "ontvangen op": "ontvangen",
    "received": "ontvangen",
    "ernst": "ernst",
    "severity": "ernst",
    "opgelost": "opgelost",
    "oplossing": "opgelost",
    "solved": "opgelost",
    "toelichting": "tekst",
    "omschrijving": "tekst",
    "klacht": "tekst",
    "wat is er gezegd": "tekst",
}
_ONE_LINE: Final = frozenset({"telefoon", "e-mail", "ontvangen", "ernst"})
# The form's button opens a mail with the form in it; some programs lose its line breaks, or show them as they were encoded.
_LOST_BREAK = re.compile(r"%0D%0A|(?<=\S) ?(?=(?:Telefoon|E-mail|Betreft|Ontvangen|Ernst|Opgelost|Toelichting):)")
_NEXT_LABEL = re.compile(r"(?<=\S)[ ;,](?=(?:klager|betreft|ontvangen|ernst|opgelost|toelichting) ?:)", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\b(?:mondelinge? (?:klacht|melding)|(?:klacht|melding) mondeling|telefonische (?:klacht|melding)|oral complaint"
    r"|klacht (?:via |per )?(?:de )?tel(?:efoon|efonisch)?\b|klacht van (?:een |de )?(?:boze )?(?:meneer|mevrouw)$"
    r"|klacht van (?:een |de |onze )?(?:deelnemer|cursist|klant|opdrachtgever|relatie|student)(?:e|en|s)?)\b"
)
_OURS = re.compile(
    r"(?:een mondelinge klacht$|vul achter de dubbele punt in wat je weet|(?:wat je niet weet, laat je leeg)"
    r"|kon je het direct oplossen met een kleine actie|dan leggen wij het vast als melding, niet als klacht)"
)
_ALONE = re.compile(r"(?:mondeling|mondelinge klacht|formulier|oral)[.!]?")
_ENOUGH_LABELS: Final = 3


def _any(words: str, *phrases: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join((*words.split(), *phrases))})\b")


# What a report in running text has: somebody outside, who spoke to us, and was not satisfied.
_OUTSIDER = _any(
    """
    klant klanten klante cursist cursiste cursisten deelnemer deelneemster deelnemers opdrachtgever student studente relatie mevrouw
    meneer mijnheer mevr mw dhr client customer participant
    """,
    "de heer",
    "iemand (?:van|uit|bij)",
)
_SPOKE = _any(
    """
    belde sprak spraken aangesproken klaagde klaagden klaagt geklaagd mopperde vertelde zei uitte meldde beklaagde telefoontje called
    complained
    """,
    "(?:door|werd) .{0,40}gebeld",
    "deed (?:haar|zijn) beklag",
    r"kwam\b.{0,60}?\b(?:toe|langs)",
    "kwam (?:naar|bij) (?:mij|me|ons)",
    "hield (?:mij|me|ons) aan",
    "a?an de (?:lijn|telefoon|balie|tel)",
    r"(?:graag )?terugbel\w*|bel\w* terug|wil gebeld worden",
    r"heeft (?:mij |me |ons )?(?:gebeld|gemaild|geklaagd|verteld)",
    r"(?:kreeg|had) (?:net |zojuist |vandaag )?een (?:call|telefoontje|belletje)",
    "(?:told|came up to|spoke to) (?:me|us)",
)
_UPSET = _any(
    """
    ontevreden ontevredenheid boos boze kwaad kwade woedend woedende furieus pissig pislink chagrijnig geirriteerd gefrustreerd
    teleurgesteld verontwaardigd overstuur klaagde klaagden klaagt geklaagd beklaagde beklag mopperde baalde onheus onbeschoft
    belachelijk schandalig schandelijk waardeloos slecht slechte angry unhappy upset complained dissatisfied
    """,
    r"niet (?:\w+ )?(?:tevreden|blij|te spreken|gelukkig)",
    "(?:geld|cursusgeld) terug",
    "een klacht",
)
_OF_ANOTHER = re.compile(
    r"\b[km]\d{4}-\d{1,9}\b|\bwie (?:heeft|doet|pakt|behandelt)\b|\b(?:de|deze|haar|zijn) klacht van\b|^\W{0,5}(?:re|antw|aw) ?:"
)
_FEWEST_WORDS: Final = 8


@dataclass(frozen=True, slots=True)
class Oral:
    """An oral complaint as reported. `missing` are labels of the form that still have to be filled in.

    `received_on` is None when the report does not say it: then it is the day of the report. `solution` is how it was
    solved; `text` is everything that stands under no other label.
    """

    name: str | None = None
    phone: str | None = None
    address: str | None = None
    postal: str | None = None
    subject: str | None = None
    received_on: dt.date | None = None
    severity: Severity | None = None
    solved: bool | None = None
    solution: str | None = None
    text: str = ""
    missing: tuple[str, ...] = ()
    also: tuple[Person, ...] = ()  # others who complained with him

    @property
    def is_empty(self) -> bool:
        """Return whether it reports nothing yet, so that the form is the answer."""
        return not (self.name or self.address or self.phone or self.subject or self.severity or self.text)

    @property
    def is_small(self) -> bool:
        """Return whether a small action solved it: then it is a remark and no complaint."""
        return self.severity == "klein" and self.solved is True


def is_oral(subject: str, text: str) -> bool:
    """Return whether a member's mail reports an oral complaint, or asks for the form with `mondeling` alone."""
    lines = [line.strip() for line in body(text) if line.strip()]
    if _SUBJECT.search(fold(on_one_line(subject[:200]))):
        return True
    if len(lines) <= 1 and any(_ALONE.fullmatch(fold(each)) for each in (lines or [subject.strip()])):
        return True
    labels = {label for line in lines[:50] if (label := _label(line)[0])}
    return len(labels) >= _ENOUGH_LABELS and {"klager", "ernst"} <= labels


def tells_of_a_complaint(subject: str, text: str) -> bool:
    """Return whether running text reports that somebody outside complained: 'Vanmiddag belde mevrouw Aydin. Ze was niet blij …'.

    It is only believed as far as an unconfirmed record goes: nobody outside hears of it before a member confirms it.
    """
    said = fold(on_one_line("\n".join(body(text)))[:_LOOKED_AT])
    about = f"{fold(on_one_line(subject[:200]))}. {said}"
    return (
        len(said.split()) >= _FEWEST_WORDS
        and not said.rstrip().endswith("?")
        and all(each.search(about) for each in (_OUTSIDER, _SPOKE))
        and bool(_UPSET.search(about) or re.match(r"(?:boze |nieuwe )?klacht\b", about))
        and not _OF_ANOTHER.search(about)
    )


def read_oral(subject: str, text: str, today: dt.date) -> Oral:
    """Return the report in a mail. Who complained may also stand in its sentences; for the rest that no label says is asked."""
    fields = _fields(text)
    person = read_person(
        ", ".join(fields[each] for each in ("klager", "e-mail", "telefoon", "adres") if fields.get(each))
    )
    # A class is not a name: then the text says who it is.
    is_named = bool(person.name or person.address or person.phone)
    name, phone, address = (fields.get(each, "") if is_named else "" for each in ("klager", "telefoon", "e-mail"))
    people = people_in(name, phone, address, fields.get("tekst", ""))
    if people:
        person = people[0]
    elif not is_named:
        person = _told_of(fields.get("tekst", ""))
    said = read_yes_no(fields.get("opgelost", "").removesuffix("ja/nee"))
    received, date_is_wrong = _received(fields.get("ontvangen", ""), today)
    severity = _severity(fields.get("ernst", ""))
    about = on_one_line(fields.get("betreft", "")) or _subject_of(subject)
    missing = [
        label
        for label, is_missing in (
            ("Klager", not (person.name or person.address or person.phone)),
            ("Betreft", not about),
            ("Ontvangen", date_is_wrong),
            ("Ernst", severity is None),
            ("Opgelost", said is None),
        )
        if is_missing
    ]
    return Oral(
        person.name,
        person.phone,
        person.address,
        person.postal,
        about,
        received,
        severity,
        said[0] == "ja" if said else None,
        said[1] if said else _unless_form(fields.get("opgelost", "")),
        fields.get("tekst", ""),
        tuple(missing),
        people[1:],
    )


_LAST: Final = r"(?:(?:v\.?d\.?|van|de|der|den|ten|ter|el|van de|van den|van der)\s)?[A-Z\u00c0-\u00de][\w'’-]+"
_NAMED: Final = rf"[A-Z\u00c0-\u00de][\w'’-]+\s{_LAST}"
_TOLD_OF = re.compile(
    rf"\b(?P<titled>(?:[Mm]evrouw|[Mm]eneer|[Mm]ijnheer|[Mm]evr\.?|[Mm]w\.?|[Dd]hr\.?|[Dd]e heer)\s(?:[A-Z]\.\s?)*{_LAST}(?:\s{_LAST})?)"
    rf"|\b(?:sprak ik(?: met)?|gesproken met|gebeld door|telefoontje van|klacht van|belde|genaamd|heet|(?:deelnemer|deelneemster|cursiste?|klante?),)"
    rf"\s(?P<named>{_NAMED})"
)
# Right before an address or a number: 'Bart Meijer van de gemeente (b.meijer@example.nl)'.
_REACHED = re.compile(
    rf"(?<![\w-])(?<!\b[Ii]n )(?<!\bte )({_NAMED})(?=(?:\s(?:van|uit|bij)\s[^.,()\n]{{2,40}})?[\s,]{{0,2}}[(,]\s?(?:tel\b|0\d|\+\d|[\w.+-]{{1,40}}@))"
)
_LOOKED_AT: Final = 1_000  # characters in which a report says whom it is about


def _told_of(text: str) -> Person:
    """Return the complainant as a report's own sentences tell: 'Mevrouw Terpstra (050-3214567) hield mij aan'."""
    begin = text[:_LOOKED_AT]
    found = _TOLD_OF.search(begin) or _REACHED.search(begin)
    number = next(((start, end) for start, end, _ in dialled(begin)), None)
    phone = whole(begin[slice(*number)]) if number else None
    name = on_one_line(next(filter(None, found.groups()))) if found else None
    return Person(name, read_person(begin).address, phone)


def _label(line: str) -> tuple[str | None, str]:
    """Return (the field that a line fills in, its value), or (None, the line)."""
    head, colon, value = line.partition(":")
    field = _LABELS.get(fold(on_one_line(head[:40])).strip(" -*•_?")) if colon and len(head) <= 40 else None
    return (field, value.strip(" *_\t")) if field else (None, line)


def _fields(text: str) -> dict[str, str]:
    """Return each field's text; a value runs on until the next label or a blank line, and the rest is 'tekst'."""
    fields: dict[str, list[str]] = {}
    field = "tekst"
    whole = _LOST_BREAK.sub("\n", "\n".join(_own_words(body(text))))
    lines = _NEXT_LABEL.sub("\n", whole).split("\n")
    for line in lines[:MOST_LINES]:
        found, value = _label(line)
        if found:
            field = found
        elif not line.strip():
            field = "tekst"
        if not is_closing_courtesy(line) and not (_ALONE.fullmatch(fold(line.strip())) and len(line) < 40):
            fields.setdefault(field, []).append(value)
        if field in _ONE_LINE:
            field = "tekst"
    fields.setdefault("tekst", []).extend(lines[MOST_LINES:])
    return {name: "\n".join(said).strip() for name, said in fields.items()}


def _own_words(lines: list[str]) -> list[str]:
    """Return the lines without those of our letter around the form: many fill it in where it stands and send all back."""
    return [line for line in lines if not _OURS.match(fold(on_one_line(line[:120])))]


def _received(value: str, today: dt.date) -> tuple[dt.date | None, bool]:
    """Return (the date, whether what stands there is no date that has been)."""
    found = next(find_dates(on_one_line(value[:200])), None)
    if found is None:
        return None, bool(value)
    on = found.resolve(today, past=True)
    return (on, False) if isinstance(on, dt.date) else (None, True)


def _severity(value: str) -> Severity | None:
    """Return the one severity that is named; the form's own 'klein/substantieel/herhaald' names none."""
    words = re.findall(r"\w+", fold(value[:200]))
    named = [each for each in SEVERITIES if each in words or f"{each}e" in words]
    return named[0] if len(named) == 1 and not {"niet", "geen"} & set(words) else None


def _subject_of(subject: str) -> str | None:
    """Return what a subject says behind 'Mondelinge klacht', as in 'Mondelinge klacht: zaal te koud', or None."""
    match = _SUBJECT.search(fold(subject[:200]))
    rest = on_one_line(subject[match.end() : 200]).strip(" :-–—,.") if match else ""
    return rest if rest and "[" not in rest else None


def _unless_form(value: str) -> str | None:
    return value if value and value != "ja/nee" else None
