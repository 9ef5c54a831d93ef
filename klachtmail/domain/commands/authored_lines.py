"""What of an author's text is meant as lines to read: not the greeting and the signature."""

import re
from collections.abc import Collection
from itertools import takewhile
from typing import Final

from klachtmail.domain.commands.words import fold, on_one_line

_PHONE = re.compile(
    r"\W{0,3}(?:verstuurd|verzonden|gestuurd|sent|send)\b.{0,20}\b(?:vanaf|vanuit|via|met|from|with|using)\b"
    r"|\W{0,3}(?:download|get|haal|verkrijg|obtenir|obtenez|telecharger)\b.{0,20}\b(?:outlook|bluemail)\b"
    r"|\W{0,3}outlook (?:voor|for|fur|pour) (?:ios|android|mac)\b"
    r"|\W{0,3}(?:gesendet (?:mit|von)|von meine\w{0,2}(?:/meiner)? \w{1,20} gesendet|envoye (?:de|depuis|avec)|provenance courrier)\b"
)
_LINK = re.compile(r"[<(\[]?https?://[^\s>)\]]{1,100}[>)\]]?")
_SIGN = re.compile(
    r"(?:dank en |alvast bedankt en |thanks and )?(?:met )?(?:een )?(?:heel )?(?:vriendelijke? |hartelijke? |warme |beste |collegiale |lieve |vele |vr\.? )?"
    r"(?:groet|groeten|groetjes|mvg|m\.v\.g\.?|m\.?c\.?g\.?|hgr|gr|gr\.|grt|grtz|grtjs|hartelijks|liefs|kind regards|best regards|regards|cheers|best wishes"
    r"|yours sincerely|sincerely|hoogachtend)\b[.,!]*(?P<after>.*)"
)
_COURTESY = re.compile(
    r"(?:alvast |heel )?(?:erg )?(?:bedankt|dank|dankjewel|dank je|dank je wel|dank u wel|thanks|thx|many thanks|thank you)"
    r"(?: alvast| allemaal| hiervoor| voor (?:je|jullie|de|het) \w{1,15}| for (?:your|the|this|that|drafting|writing|all)(?: \w{1,15}){0,3})?"
    r"|(?:nog )?(?:een )?(?:fijne?|prettige?|mooie?|goede?|leuke?|rustige?|gezegende?|gezellige?) (?:dag|avond|weekend|middag|week|vakantie)"
    r"(?: nog| verder| gewenst| toegewenst| allemaal){0,2}|tot (?:morgen|straks|later|maandag|snel|dan)|succes"
)
_GREET = re.compile(
    r"(?:hoi|hallo|hi|hey|hee|ha|dag|beste|lieve|geachte|hello|dear|goedemorgen|goedemiddag|goedenavond"
    r"|amice|waarde|confrater|goede ?(?:morgen|middag|n?avond)|goeie?morgen|morgen|l\.?s\.?|good morning)\b"
)
_EVERYBODY: Final = frozenset(
    """
        allemaal allen all alle collega collega's collegas team mensen partners jongens mevrouw meneer heer heren
        dames collegae amice confrater en de van der den iedereen everyone luitjes there klachtmail
    """.split()
)
_NAME = re.compile(r"[A-Z\u00C0-\u00DE][\w'’-]*\.?")
_AFTER_ALL = re.compile(
    r"\W{0,4}(?:p\.? ?s\.?(?= ?[:.,-]| \w)|oh?,? (?:ja|nee|wacht)\b|oja\b|oeps\b|wacht\b|nee\b|correctie\b|trouwens\b|edit\b|stop\b"
    r"|nog (?:iets|even|niet|een ding)\b|toch (?:maar )?(?:niet|nog)\b|bij nader inzien\b|wait\b|oh no\b|one more thing\b)"
)
# Not 'let op' or 'n.b.': 'Let op: op woensdag werk ik niet' stands in signatures, and would hold back every letter.
_LONGEST_SIGNATURE: Final = 30  # lines
MOST_LINES: Final = 300
_NAME_WORDS: Final = 4
_LONGEST_OF_PHONE: Final = 120


def split_lines(text: str) -> list[str]:
    """Return the lines of a text (any line end) without the white space after them."""
    return [line.rstrip() for line in text.splitlines()]


def body(text: str, aliases: Collection[str] = ()) -> list[str]:
    """Return the lines that the author means, blank ones included; `text` is the author's, without what is quoted."""
    lines: list[str] = []
    behind: list[str] = []
    every = split_lines(text)
    for index, line in enumerate(every):
        if len(lines) > MOST_LINES:  # nobody types that much: it is kept as it stands
            return lines + every[index:]
        if not lines and (not line.strip() or _is_greeting(line, aliases) or _is_phone(line)):
            continue
        if _is_phone(line) or is_closing(line) or line.strip() in {"--", "---"}:
            behind = _postscript(every[index + 1 : index + 1 + _LONGEST_SIGNATURE])
            break
        lines.append(line)
    return [*_without_name(lines, aliases), *behind]


def _postscript(below: list[str]) -> list[str]:
    """Return what is said after all below a signature, with a blank line before it: 'PS eerst nog de aanhef wijzigen'."""
    at = next((i for i, line in enumerate(below) if _AFTER_ALL.match(fold(line[:60]))), None)
    if at is None:
        return []
    said = takewhile(lambda line: line.strip() and not _is_phone(line), below[at:])
    return ["", *said]


def behind_closing(line: str) -> str | None:
    """Return what stands behind 'Met vriendelijke groet' on its line ('' when nothing does), None on any other line."""
    match = _SIGN.match(fold(on_one_line(line[:100])).strip()) if len(line) < 100 else None
    return on_one_line(line).strip()[match.start("after") :] if match else None


def is_closing_courtesy(line: str) -> bool:
    """Return whether the line is only thanks or a good wish, which is neither a command nor a note."""
    return len(line) < 80 and bool(_COURTESY.fullmatch(fold(on_one_line(line)).strip(" .,!:)")))


def greeting_length(line: str) -> int:
    """Return how many characters at the start of a line greet somebody ('Hoi Sanne, ik pak het op'), or 0."""
    match = _GREET.match(fold(line[:60]))
    if not match:
        return 0
    comma = re.search(r"[,!]\s*", line[match.end() : match.end() + 40])
    words = line[match.end() : match.end() + comma.start()].split() if comma else []
    if comma and len(words) < _NAME_WORDS and all(_could_be_name(word) for word in words):
        return match.end() + comma.end()
    bare = re.match(r"(?:hoi|hallo|hi|hey|ha) (?=ik\b|@)", fold(line[:60]))
    return bare.end() if bare else 0


def _is_phone(line: str) -> bool:
    if len(line) >= _LONGEST_OF_PHONE:
        return False
    text = _LINK.sub("", line)  # 'Outlook voor iOS<https://aka.ms/o0ukef> downloaden'
    text = text.replace("Provenance :", "Provenance")  # Windows Mail in French
    return bool(_PHONE.match(fold(text))) and ":" not in text


def is_closing(line: str) -> bool:
    """Return whether a line closes what was written, so that a signature follows: 'Met vriendelijke groet,'."""
    match = _SIGN.fullmatch(fold(on_one_line(line[:100])).strip()) if len(line) < 100 else None
    return (
        match is not None and len(match["after"].split()) <= _NAME_WORDS and not re.search(r"[?:@\d]", match["after"])
    )


def _is_greeting(line: str, aliases: Collection[str]) -> bool:
    whole = line.strip()
    match = _GREET.match(fold(whole[:60]))
    if not match or len(whole) > 60:
        return False
    rest = whole[match.end() :].strip(" ,.!:)-")
    words = rest.split()
    if len(words) > _NAME_WORDS + 1 or "@" in rest or re.search(r"[,?:]", rest):
        return False
    known = {fold(alias) for alias in aliases} | _EVERYBODY
    if all(fold(word.strip(",./")) in known or _NAME.fullmatch(word) for word in words):
        return True
    return len(words) == 1 and whole.endswith((",", "!")) and _could_be_name(words[0])


def _could_be_name(word: str) -> bool:
    return word.replace("'", "").replace("-", "").replace(".", "").isalpha() and fold(word) not in _NOT_NAMES


_NOT_NAMES: Final = frozenset(
    """
        ik niet geen wel pak neem doe sluit verstuur akkoord klacht gebeld gesproken contact status dossier agenda
        help ongedaan ingrijpend heropen mondeling bevestig gepost beroep oppakken
    """.split()
)


def _without_name(lines: list[str], aliases: Collection[str]) -> list[str]:
    """Return the lines without blank ones at the end, and without the name of the author that stands below them."""
    kept = _without_blank_end(lines)
    if len(kept) > 1 and _is_name(kept[-1].strip(), kept[-2], aliases):
        kept = _without_blank_end(kept[:-1])
    return kept


def _without_blank_end(lines: list[str]) -> list[str]:
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return lines[:end]


def _is_name(last: str, above: str, aliases: Collection[str]) -> bool:
    """Return whether the last line is who wrote it: a member, an initial, or a name below 'Dank,'."""
    name = last.strip(" .,!-")
    if last.startswith("@") or len(last) > 40:
        return False
    if fold(name) in {fold(alias) for alias in aliases} or (len(name) == 1 and name.isalpha()):
        return True
    return is_closing_courtesy(above) and all(
        _NAME.fullmatch(word) or fold(word) in _EVERYBODY for word in name.split()
    )
