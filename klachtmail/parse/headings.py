"""The lines with which mail programs introduce what they quote.

Every pattern is linear in time: no repetition inside another over the same characters, and lines are cut first.
"""

import re
from typing import Final, Literal

from klachtmail.languages.every import either, words

_COLONS: Final = (":", "：", ":*", ":_", ": *")
LINE_LIMIT: Final = 400  # characters of a line that are looked at
Kind = Literal["from", "date", "to", "subject", "other"]

_OPENS: Final = either("opens")
_WROTE: Final = either("wrote")
_START = re.compile(
    rf"\s*[*_]?{_OPENS}\s|\s*\d{{4}}[-/]\d{{1,2}}[-/]\d{{1,2}}|\s*\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}", re.IGNORECASE
)
_OPENING = re.compile(rf"\s*{_OPENS}\s[^\n]{{0,40}}\d")  # a new sentence, unlike a fold
_HINT = re.compile(rf" *+[-_=*]|{_START.pattern}", re.IGNORECASE)
_VERB = re.compile(rf"\b{_WROTE}(?!\w)", re.IGNORECASE)
_DATE = re.compile(r"\d{4}|\d{1,2}[:.h]\d{2}|\d{1,2}[-/.]\d{1,2}|\d{1,2} ?[a-z]{3}", re.IGNORECASE)
_EXACT = re.compile(
    r"\d{1,2}[:.h]\d{2}|<[^<>\s]{1,200}@[^<>\s]{1,200}>|\[mailto:|het volgende geschreven|folgendes geschrieben",
    re.IGNORECASE,
)
_OF_HIMSELF = re.compile(
    r"\b(?:schreef|schreven|wrote|schrieb|schrieben) (?:ik|wij|we|ich|wir)\b|\b(?:i|we) wrote\b|\bj.ai [ée]crit\b"
    r"|\bvous (?:m['’]|nous )?avez [ée]crit\b|\b(?:m['’]|nous )a [ée]crit\b",
    re.IGNORECASE,
)
_TO_READER = re.compile(r"\b(?:[Uu]w|mij|ons|mijn|onze|jullie|your|my|our|me|mir|uns|votre|nous)\b")
_BRACKETED = re.compile(r"<[^<>\s]{1,200}@")
_ADDRESS = re.compile(r"[^\s<>@]{1,100}@[^\s<>@]{1,200}")
_WITHIN = re.compile(rf"(?<=[^A-Z@<]){_OPENS}\s(?=[^\n]{{0,40}}\d)")
_GROUPWISE = re.compile(r" {0,3}>>> .{1,200}\d{1,2}[:.]\d{2}.{0,40}>>>\s*$")
_OLD_GMAIL = re.compile(r"\s*\d{4}-\d\d-\d\d \d{1,2}:\d\d .{0,200}<[^<>\s]{1,200}@[^<>\s]{1,200}>\s*:\s*$")
_SIGNED_OFF = re.compile(
    r".{0,240}\b\d{1,2}[:.]\d{2}\b.{0,200}<[^<>\s]{1,200}@[^<>\s]{1,200}>(?: [^\W\d_]{3,12})?\s*:\s*$"
)
_ZOHO = re.compile(rf"\s*-{{3,}} ?{_OPENS} .{{0,200}}\d{{1,2}}:\d{{2}}.{{0,200}} ?-{{3,}}\s*$")
_TUTA = re.compile(  # '23 nov 2026, 09:00 door jan@ront.nl:'
    r"\s*(?:\d{1,2}\.? [^\W\d_]{3,10}\.? \d{4}|[^\W\d_]{3,10}\.? \d{1,2}, \d{4}),? \d{1,2}:\d{2} "
    rf"{either('by')} [^\s<>@]{{1,100}}@[^\s<>@]{{1,200}}\s?:\s*$",
    re.IGNORECASE,
)
_NOTES_WEB = re.compile(
    rf"\s*-{{3,}} ?[^-<>\n][^<>\n]{{0,100}}<[^<>\s]{{1,200}}@[^<>\s]{{1,200}}> (?:a )?{_WROTE} ?: ?-{{3,}}\s*$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    rf"[\s*_]*-{{2,}}[\s*_]{{0,4}}(?:begin )?{either('original', 'forwarded')}[^\n]{{0,60}}?[\s*_]{{0,4}}-{{2,}}[\s*_]*$",
    re.IGNORECASE,
)
_FORWARD_LINE = re.compile(rf"\s*+[-_*> ]*+{either('begins_forwarded')}\s*:\s*\*?$", re.IGNORECASE)
_RUN_ON = re.compile(
    r"\s*(-{3,} ?[^-\n]{5,40}-{3,}[ \t]{1,5})?(?=(?:Van|From|Von|De) ?: [^<>\n]{0,100}<[^<>\s]{1,200}>(?:Aan|To|An|À) ?: )"
)
_RUN_ON_LABEL = re.compile(
    r"(?<=[^\s])(?=(?:Aan|To|An|À|Cc|Verzonden|Sent|Gesendet|Envoyé|Onderwerp|Subject|Betreff|Objet) ?: )"
)
_RULE = re.compile(r"\s*[_\-=*]{10,}\s*$")
_LABELS: Final[dict[str, Kind]] = {
    **dict.fromkeys(words("label_other"), "other"),
    **dict.fromkeys(words("label_subject"), "subject"),
    **dict.fromkeys(words("label_to"), "to"),
    **dict.fromkeys(words("label_date"), "date"),
    **dict.fromkeys(words("label_from"), "from"),
}
_LABEL = re.compile(
    r"[\s*_]{0,6}([^\W\d_][^\W\d_ -]{0,14}(?:[ '’-][^\W\d_]{1,10}){0,2})[*_ ]{0,3}\s?:[*_]{0,3}(?:\s|$|(?=\S))"
)
_BARE_LABEL = re.compile(r"(Van|From|Von|Aan|To|An|Cc|Datum|Date|Onderwerp|Subject|Betreff) {1,3}(?=\S)")
_FRAMES: Final = " \t|*_:>"
_BLOCK_LIMIT: Final = 14  # lines in which a block of labels must be complete


def may_begin(line: str) -> bool:
    """Tell quickly whether a heading may begin at this line: most lines of most messages may not."""
    return ":" in line or bool(_HINT.match(line))


def label_of(line: str, *, announced: bool = False) -> tuple[Kind, str] | None:
    """Return which label a line of a block begins with ('Van: …'), and its value, or None.

    In a block that is `announced` by a separator the colon may lack (eM Client).
    """
    cut = line[:LINE_LIMIT]
    candidates = (_LABEL.match(cut) if ":" in cut[:40] else None, _BARE_LABEL.match(cut) if announced else None)
    for match in filter(None, candidates):
        if kind := _LABELS.get(match[1].lower().replace("’", "'")):
            return kind, line[match.end() :].strip(" *\t")
    return None


def is_bare_label(line: str) -> bool:
    """Return whether a line holds one label and nothing else: Notes sets them in a column or in boxes, without a value."""
    return len(line) <= LINE_LIMIT and line.strip(_FRAMES).lower() in _LABELS


def block_end(lines: list[str], start: int, *, announced: bool = False) -> int | None:
    """Return the index after a block 'Van: / Verzonden: / Aan: / Onderwerp:' that starts here, or None.

    It must name a sender, a date and a recipient or subject; `announced` by 'Doorgestuurd bericht' it may lack one of
    them. Values may be folded over lines; in mail that was HTML the labels may stand apart by blank lines. So a last
    line of the author above it ('Van: 9 tot 10 was er niemand') must not be taken for its first: programs begin with no
    label that comes again, nor with 'Cc:'.
    """
    first = label_of(lines[start], announced=announced)
    if first is None or (first[0] == "other" and not announced):
        return None
    kinds: set[Kind] = set()
    end = index = start
    strangers = 0
    while index < len(lines) and index < start + _BLOCK_LIMIT:
        found = label_of(lines[index], announced=announced)
        if index > start and ((found and found[0] == first[0]) or is_separator(lines[index]) or is_rule(lines[index])):
            return end if complete(kinds) and not found else None
        if found:
            kinds.add(found[0])
            end, strangers = index + 1, 0
        elif lines[index].strip():
            strangers += 1  # a folded value
            if strangers > 2 or (index > start and not lines[index - 1].strip()):
                break
        elif not lines[index].strip() and complete(kinds):
            break
        index += 1
    is_enough = complete(kinds) or (announced and "from" in kinds and len(kinds) > 1)
    return end if is_enough else None


def complete(kinds: set[Kind]) -> bool:
    """Return whether these labels make a header block."""
    return "from" in kinds and "date" in kinds and bool(kinds & {"to", "subject"})


def is_separator(line: str) -> bool:
    """Return whether this line announces another message: '-----Oorspronkelijk bericht-----'."""
    cut = line[:LINE_LIMIT]
    return bool(
        ("--" in cut and (_SEPARATOR.match(cut) or _NOTES_WEB.match(cut)))
        or (cut.rstrip(" *").endswith(":") and _FORWARD_LINE.match(cut))
    )


def opened(line: str) -> list[str]:
    """Return the lines that Yahoo runs together in a forward: '----- Forwarded Message ----- From: A <a@x.nl>To: …'."""
    found = _RUN_ON.match(line[:LINE_LIMIT]) if ">" in line else None
    if found is None:
        return [line]
    announced = [found[1].rstrip()] if found[1] else []
    return [*announced, *_RUN_ON_LABEL.split(line[found.end() :])]


def is_groupwise(line: str) -> bool:
    """Return whether this is GroupWise's heading ('>>> Jan 3-10-2019 15:39 >>>'): what it quotes carries no marks."""
    return line.lstrip(" ").startswith(">>> ") and bool(_GROUPWISE.match(line[:LINE_LIMIT]))


def heading_within(line: str, *, marked_below: bool) -> int:
    """Return where an attribution begins behind words of the author on the same line ('Akkoord Op … schreef …:'), or 0.

    Programs on telephones, and those that make text from HTML, leave the line break out. People who cite give no
    address in angle brackets; without one there must be a marked line below it.
    """
    cut = line[:LINE_LIMIT]
    if not cut.rstrip().endswith(_COLONS):
        return 0
    for match in list(_WITHIN.finditer(cut))[:3]:
        before, rest = cut[: match.start()], cut[match.start() :].strip()
        is_likely = marked_below or bool(_BRACKETED.search(rest))
        judged = _judged(rest, 1) if is_likely and "@" not in before else None
        if judged and judged[1] and any(sign.isalnum() for sign in before):
            return match.start()
    return 0


def is_rule(line: str) -> bool:
    """Return whether this line is a horizontal rule of underscores or dashes."""
    return bool(_RULE.match(line[:LINE_LIMIT]))


def attribution_end(lines: list[str], start: int) -> tuple[int, bool] | None:
    """Return the index after an attribution ('Op … schreef …:', over at most four lines), and whether it is exact.

    An exact one names a time or an address: it is no sentence of a person, and what follows it is quoted even
    without quote marks.
    """
    first = lines[start][:LINE_LIMIT].strip()
    begins = bool(_START.match(first))
    if not begins:
        if _ZOHO.match(first):
            return start + 1, True
        return _judged(first, start + 1) if first.endswith(_COLONS) or "@" in first else None
    joined = ""
    for index in range(start, min(start + 4, len(lines))):
        line = lines[index][:LINE_LIMIT].strip()
        if not line or line.startswith(">") or (index > start and _begins_better(lines, index)):
            return None
        joined = f"{joined} {line}".strip()
        if line.endswith(_COLONS) or ("@" in joined and _ends_with_verb(line)):
            return _judged(joined, index + 1)
    return None


def _begins_better(lines: list[str], start: int) -> bool:
    """Return whether a whole attribution begins at this line: what stands above it is the author's ('Op maandag …')."""
    if not _OPENING.match(lines[start][:LINE_LIMIT]):
        return False
    joined = ""
    for line in (each[:LINE_LIMIT].strip() for each in lines[start : start + 4]):
        joined = f"{joined} {line}".strip()
        if not line or line.endswith(_COLONS) or ("@" in joined and _ends_with_verb(line)):
            break
    judged = _judged(joined, start)
    return judged is not None and judged[1]


def _ends_with_verb(text: str) -> bool:
    end = text[-40:]
    return any(verb.end() == len(end) for verb in _VERB.finditer(end))


def _speaks_himself(joined: str) -> bool:
    """Return whether a person tells what was written ('schreef ik', 'schreef uw medewerker mij'): no program does."""
    return bool(_OF_HIMSELF.search(joined) or (_TO_READER.search(joined) and not _BRACKETED.search(joined)))


def _judged(joined: str, end: int) -> tuple[int, bool] | None:
    if _OLD_GMAIL.match(joined) or _SIGNED_OFF.match(joined) or _TUTA.match(joined):
        return end, True
    if not _VERB.search(joined):
        return None
    begins = bool(_START.match(joined))
    has_colon = joined.endswith(_COLONS) or ("@" in joined and _ends_with_verb(joined))
    exact = (
        has_colon
        and bool(_DATE.search(joined))
        and bool(_EXACT.search(joined))
        and not _speaks_himself(joined)
        and (begins or bool(_ADDRESS.search(joined)))
    )
    return (end, exact) if has_colon or begins else None
