"""Telephone numbers as people write them in running text, and what only looks like one.

The words before a number say what it is: an order, a fax, our own number that somebody called in vain. `phonenumbers` says
whether such a number exists; it is large, so only a text in which something looks like a number has it loaded.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from klachtmail.domain.people.tongue import tongue

Saying = Literal["phone", "other", "whose", "number", ""]

SEARCHED: Final = 20_000  # characters of a text
_MOST: Final = 60  # what looks like a number in one text
_BEFORE: Final = 60  # characters in which a word says what a number is
_CLOSE: Final = 18  # within which an order or an invoice says that it is its number
_MOST_LOST: Final = 6  # digits of something else behind a number: '06 12345678 9-17 uur'
_SIGNS: Final = r"[ \t\u00a0\u2007\u2009\u202f()./·‐‑‒–—―−-]"
_LIKE: Final = rf"(?:\(?\+ ?|\(?0|\(?O(?=6)|(?:31|32|49)(?=[ -]?\d)){_SIGNS}{{0,3}}(?:\d{_SIGNS}{{0,3}}){{6,20}}"
_STARTS: Final = ("+", "0", "O6", "31", "32", "49")  # with which every number begins
_DIGITS = re.compile(rf"(?:\d{_SIGNS}{{0,3}}){{6}}")  # what every number has: looked for first, as most texts have none
_CANDIDATE = re.compile(rf"(?<![\w+])(?<!\d[-./,:])(?<![A-Za-z0-9][-/_]){_LIKE}(?<=\d)(?![\w@])")
_NONE: Final = (  # what holds such digits and is something else: an account, an address, a link, a day, an amount
    r"\b[A-Z]{2}\d{2}(?: ?[A-Z]{4})?(?: ?\d{2,4}){2,7}\b",
    r"[\w.%+'-]{1,64}@[\w.-]{1,255}",
    r"(?:https?://|www\.)\S{1,500}",
    r"(?<!\d)[0-3]?\d(?P<sign>[-/.])[01]?\d(?P=sign)(?:19|20)\d\d(?!\d)(?:[ ,]{1,3}\d\d?[:.]\d\d)?",
    r"(?<!\d)(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d)",
    r"(?<!\d)\d{1,2}[.,]\d\d(?![\d.,])(?:[ ;|]{1,3}\d{1,2}[.,]\d\d(?![\d.,])){2,40}",
    r"(?:€|\beuro?\b) ?\d[\d.,]*",
)
_ELSEWHERE = re.compile("|".join(_NONE), re.IGNORECASE)
_BETWEEN_TWO = re.compile(r"\s*/\s+|\s+/\s*|\s{2,}|/(?=0[1-9]|\+)|\s[-–—]\s(?=0[1-9](?:\d| ?-))|\s(?=\+)")
_SIGN = re.compile(_SIGNS)
_SENTENCE_END = re.compile(r"[!?]\s|(?<=[^\W\d_]{4})\.\s+(?=[A-Z])")
# What stands before a number, in the four languages that clients of a Dutch firm write.
_PHONE: Final = """
    tel telefoon tele telnr telephone phone telefon téléphone tél mobiel mobieltje mob mobile mobil gsm handy cell portable rufnummer
    durchwahl whatsapp app appen direct doorkies vast vaste thuis werk privé prive bel bellen belt terugbellen nabellen bereiken bereikbaar
    bereik bereikt teruggebeld contact call reach reached reachable ring erreichen erreichbar anrufen rufen appeler appelez joindre joignable
""".split()
_REFERENCE: Final = """
    fax telefax kvk btw vat bsn iban bic rekening giro bankrekening ust siret siren steuer inlog login pin code kenmerk
    betalingskenmerk ref referentie referention reference referenz order bestelling factuur facturen invoice rechnung facture commande auftrag
    bestellung offerte offertes quote quotation angebot devis dossier zaak case ticket polis contract vertrag contrat certificaat certificate
    zertifikat diploma lidmaatschap klant kunde debiteur registratie account serie artikel isbn ean bon transactie paspoort rijbewijs
    kenteken vlucht id overeenkomst overeenkomsten agreement abonnement subscription opdracht opdrachtnummer
""".split()
_TO_CALL: Final = "tel telefoon telephone mobiel mob gsm privé prive vast vaste thuis werk bel contact doorkies nood phone handy mobil mobile ruf".split()
_SOMEBODY: Final = (
    "trainer docent docente coach adviseur helpdesk klantenservice receptie hotel locatie secretariaat opleider".split()
)
_WORDS: Final[tuple[tuple[str, str], ...]] = (
    (
        "phone",
        (
            rf"\b(?:{'|'.join(_PHONE)})(?:[ -]?(?:nummer|nr|number))?\b|(?:^|[\s|·•,;(/])[TMtm](?=[.: ]|$)|[☎📞📱✆]"
            r"|\b(?:wordt?|worden|wil|graag|kan)\b[^.!?]{0,25}\bgebeld\b|\bgebeld worden\b"
            r"|\b(?:mijn|my|meine?|mon|nieuwe?) (?:nummer|number|nr|num[ée]ro)\b"
        ),
    ),
    (
        "other",
        (
            rf"\b(?:{'|'.join(_REFERENCE)})\b|(?:code|kenmerk|referentie)\b"
            rf"|\b(?!(?:{'|'.join(_TO_CALL)})-?(?:nummer|nr|number))[^\W\d_]{{2,20}}-?(?:nummers?|nrs?|numbers?)\b"
        ),
    ),
    (
        "whose",
        (
            r"\b(?:heb|hebben|had|hadden|ben)\b[^.!?]{0,40}\bgebeld\b(?: (?:op|naar|met)\b)?|\bgebeld naar\b|\bbelden?\b"
            r"|\bnummer van (?:de|het|jullie|uw)\b|\b(?:called|calling|rang|phoned|dialled|angerufen|appelé)\b"
            rf"|\b(?:uw|jullie|your|ihre?|votre)(?: algemene?)? (?:nummer|telefoonnummer|number|nr|kantoor|{'|'.join(_SOMEBODY)})\b"
            rf"|\b(?:{'|'.join(_SOMEBODY)})(?: \w[\w'’]{{1,20}}){{0,2}}\W{{0,3}}$"
        ),
    ),
    ("mine", r"\b(?:mij|me|mijn|ons|onze|my|us|mich|mir|uns|moi|terug|vanaf)\b"),
    ("number", r"(?:\b(?:nummers?|nrs?|no|numbers?|num[ée]ro)\b|[№#])\W{0,4}$"),
)
_DASH = re.compile(r"[‐‑‒–—―−]")
_DUTCH_CODE: Final = 31
_MOBILE = re.compile(r"(?:0|(?:\+|00)?310?)6\d{8}")
_DUTCH = re.compile(r"(?:0|(?:\+|00)?310?)[1-7]\d{8}")


@dataclass(frozen=True, slots=True)
class Telephone:
    """A number that can be dialled: `shown` as it is read best, `full` in E.164 ('+31612345678'), `start` in its text.

    `said`: a word says that it is a telephone number.
    """

    shown: str
    full: str
    start: int
    said: bool = False


def may_have_one(text: str) -> bool:
    """Return whether something in a text looks like a telephone number."""
    begins = any(start in text for start in _STARTS)
    return bool(begins and _DIGITS.search(text) and _CANDIDATE.search(text))


def telephones(text: str, countries: Sequence[str] = ("NL",)) -> Iterator[Telephone]:
    """Yield the telephone numbers in a text at which its writer can be called, in their order.

    `countries` (ISO 3166) are those whose numbers may stand without a country code, the likeliest first.
    """
    text = text[:SEARCHED]
    if not may_have_one(text):
        return
    plain = _ELSEWHERE.sub(lambda found: "\n" * len(found.group()), text)
    for _, found in zip(range(_MOST), _CANDIDATE.finditer(plain), strict=False):
        said = _said(plain[: found.start()])
        if said in {"other", "whose"} or _is_anothers(plain[: found.start()], plain[found.end() :]):
            continue
        whole = _number(found.group(), countries, said, most_lost=0)
        parts = () if whole else _BETWEEN_TWO.split(found.group())
        for number in (whole, *(_number(part, countries, said) for part in parts)):
            if number is not None:
                yield Telephone(*number, found.start(), said == "phone")


def dialled(text: str, countries: Sequence[str] = ("NL", "BE", "DE")) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, the number in E.164) of every telephone number in a text, whoever's it is: to be taken out.

    What a word says to be an order, a fax or the like must have the form of an existing number.
    """
    if not may_have_one(text):
        return
    plain = _ELSEWHERE.sub(lambda found: "\n" * len(found.group()), text)
    for found in _CANDIDATE.finditer(plain):
        saying: Saying = "" if _said(plain[max(0, found.start() - 200) : found.start()]) == "other" else "phone"
        whole = _matched(found.group(), countries, saying, most_lost=0)
        at = found.start()
        for part in (found.group(),) if whole else _BETWEEN_TWO.split(found.group()):
            start = text.index(part, at) if part else at
            at = start + len(part)
            if number := _matched(part, countries, saying):
                first = start + part.index(number[0])
                yield first, first + len(number[0]), number[1][1]


def telephone_of(text: str, countries: Sequence[str] = ("NL",), ours: Collection[str] = ()) -> Telephone | None:
    """Return the number at which the writer of a text is best called, or None. `ours` are numbers of the firm itself."""
    found = list(telephones(text, countries))
    known = {full(each, countries) for each in ours} if found else set()
    others = [each for each in found if each.full not in known]
    return next((each for each in others if each.said), others[0] if others else None)


def telephone_in(text: str, address: str, ours: Collection[str] = ()) -> Telephone | None:
    """Return the number at which whoever writes this from that address is best called; the language tells the country."""
    if not may_have_one(text[:SEARCHED]):
        return None
    return telephone_of(text, countries_of(address, tongue(text) or "nl"), ours)


def countries_of(address: str, language: str = "nl") -> tuple[str, ...]:
    """Return the countries whose numbers somebody with this address and language writes without their code."""
    first = _HOMES.get(address.rpartition(".")[2].lower(), ())
    return tuple(dict.fromkeys((*first, *_TONGUES.get(language, ()), "NL", "BE", "DE")))


_HOMES: Final = {**{each.lower(): (each,) for each in ("BE", "DE", "AT", "CH", "FR", "LU", "IE", "NL")}, "uk": ("GB",)}
_TONGUES: Final = {"de": ("DE",), "fr": ("FR", "BE")}


def full(number: str, countries: Sequence[str] = ("NL",)) -> str:
    """Return a number in E.164 ('+31612345678'), or its digits when there is no such number."""
    found = _number(number, countries, "phone")
    return found[1] if found else re.sub(r"[^\d+]", "", number)


@cache
def _saying() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the words as patterns, made when the first number is seen."""
    return tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _WORDS)


def _said(before: str) -> Saying:
    """Return what the words before a number say of it: the nearest counts, on its line or alone on the one above."""
    *above, line = before[-200:].split("\n")
    if not line.strip(" \t([|:") and above:
        last = above[-1].strip()
        line = last if last.endswith(":") or len(last) < _CLOSE else ""
    near = _SENTENCE_END.split(line)[-1][-_BEFORE:]
    ends = {kind: max((found.end() for found in pattern.finditer(near)), default=-1) for kind, pattern in _saying()}
    if ends["other"] < len(near) - _CLOSE:
        ends["other"] = -1
    if ends["whose"] >= 0 and ends["mine"] >= 0:  # 'u hebt mij gebeld op', 'het nummer van mijn werk'
        ends["phone"], ends["whose"] = max(ends["phone"], ends["whose"]), -1
    nearest = max(_TELLING, key=lambda kind: ends[kind])
    if ends[nearest] >= 0:
        return nearest
    return "number" if ends["number"] >= 0 else ""


# 'Ik heb jullie op 055-… gebeld', 'werd gebeld vanaf 06-…': at that number somebody else was, or it was somebody else's.
_AT_IT = re.compile(
    r"\b(?:op|naar|vanaf|via|met|on|at|from)\b\W{0,3}(?:(?:het |uw |jullie )?(?:nummer|telefoonnummer|number)\W{0,3})?$",
    re.IGNORECASE,
)
_CALLED_IT = re.compile(
    r"[ )]{0,3}(?:\w+ ){0,4}?(?:gebeld|gesproken|geappt|opgehangen|doorverbonden|geprobeerd|called)\b", re.IGNORECASE
)
_CALLED_FROM = re.compile(r"\W{0,3}(?:werd|werden|kreeg|kregen|ben|zijn|belde|appte|hing)\b", re.IGNORECASE)
_WAS_CALLED = re.compile(
    r"\b(?:werd|werden|kreeg|kregen|belde|appte|(?:ben|zijn|was|were)\b[^.!?\n]{0,30}\b(?:gebeld|called))\b[^.!?\n]{0,60}"
    r"\b(?:vanaf|met|from)\b\W{0,3}(?:(?:het |een )?(?:nummer|number)\W{0,3})?$",
    re.IGNORECASE,
)
_TO_ME = re.compile(
    r"\b(?:mij|me|ons|word|wordt|worden|wil|willen|graag|kan|kunt|kun|mag|terug|mijn|my|onze)\b", re.IGNORECASE
)


def _is_anothers(before: str, after: str) -> bool:
    """Return whether the words around a number say that its writer called it, or was called from it."""
    near = _SENTENCE_END.split(before[-200:].rsplit("\n", maxsplit=1)[-1])[-1][-_BEFORE:]
    if _TO_ME.search(near):
        return False
    behind = after[:_BEFORE]
    at_it = bool(_AT_IT.search(near))
    from_it = at_it and "vanaf" in near[-24:].lower() and bool(_CALLED_FROM.match(behind))
    return bool(_WAS_CALLED.search(near)) or from_it or (at_it and bool(_CALLED_IT.match(behind)))


_TELLING: Final[tuple[Saying, ...]] = ("other", "whose", "phone")


def _number(
    written: str, countries: Sequence[str], said: Saying, most_lost: int = _MOST_LOST
) -> tuple[str, str] | None:
    """Return (the number as it is shown, the number in E.164), without what stands behind it, or None."""
    found = _matched(written, countries, said, most_lost)
    return found[1] if found else None


def _matched(
    written: str, countries: Sequence[str], said: Saying, most_lost: int = _MOST_LOST
) -> tuple[str, tuple[str, str]] | None:
    """Return (what of these signs is the number, (the number as it is shown, the number in E.164)), or None."""
    text, lost = written.strip(" \t\u00a0.,/-–—"), 0
    while lost <= most_lost:
        digits = "+" * text.lstrip("( ").startswith("+") + re.sub(r"\D", "", text.replace("O", "0"))
        if _SHORTEST <= len(digits) <= _LONGEST and (found := _existing(text, digits, countries, said)):
            return text, found
        shorter = _without_last_group(text)
        lost += sum(map(str.isdigit, text)) - sum(map(str.isdigit, shorter))
        if shorter == text:
            break
        text = shorter
    return None


def _without_last_group(text: str) -> str:
    """Return '06 12345678' for '06 12345678 - 12': a last group of digits, behind white space or a slash, is left out."""
    end = len(text)
    while end and not text[end - 1].isdecimal():
        end -= 1
    start = end
    while start and (text[start - 1].isdecimal() or text[start - 1] == "-"):
        start -= 1
    before = start
    while before and (_SIGN.match(text[before - 1]) or text[before - 1].isspace()):
        before -= 1
    is_apart = any(sign.isspace() or sign == "/" for sign in text[before:start])
    return text[:before] if is_apart and end else text


_SHORTEST: Final = 8
_LONGEST: Final = 16


def _existing(text: str, digits: str, countries: Sequence[str], said: Saying) -> tuple[str, str] | None:
    """Return the number when there is such a number in one of these countries, and nobody pays to call it."""
    import phonenumbers as known

    if said != "phone" and (digits[0] not in "0+" or (said == "number" and not _MOBILE.fullmatch(digits))):
        return None
    costly = known.PhoneNumberType
    for country, is_there in _asked(digits, countries, said):
        try:
            number = known.parse(digits if digits[0] in "0+" else f"+{digits}", country)
        except known.NumberParseException:
            continue
        kind = known.number_type(number)
        if kind in {costly.TOLL_FREE, costly.PREMIUM_RATE, costly.SHARED_COST}:
            return None
        exists = kind != known.PhoneNumberType.UNKNOWN or (is_there and known.is_possible_number(number))
        if exists or (country == "NL" and _is_written_as_one(digits, said)):
            style = known.PhoneNumberFormat.INTERNATIONAL
            shown = _neat(text) if number.country_code == _DUTCH_CODE else known.format_number(number, style)
            return shown, known.format_number(number, known.PhoneNumberFormat.E164)
    return None


def _asked(digits: str, countries: Sequence[str], said: Saying) -> Iterator[tuple[str, bool]]:
    """Yield each country with whether the form of a number is enough there: at home, when a word says that it is one.

    Numbers of other countries that stand here without their code are believed only then.
    """
    is_abroad = digits.startswith(("+", "00")) or digits[0] != "0"
    home, others = countries[0], countries[2:] if said == "phone" and not is_abroad else ()
    yield from ((each, False) for each in countries[: 1 if is_abroad or (said != "phone" and home == "NL") else 2])
    if digits.startswith("+") or (said == "phone" and home != "NL"):
        yield home, True
    yield from ((each, False) for each in others)


def _is_written_as_one(digits: str, said: Saying) -> bool:
    """Return whether it has the form of a Dutch number, though nobody has such a number (yet), as in 06-98765432."""
    return bool(_MOBILE.fullmatch(digits) or (said == "phone" and _DUTCH.fullmatch(digits)))


def _neat(text: str) -> str:
    """Return a number on one line, with plain dashes and blanks, and without half a pair of brackets."""
    plain = " ".join(_DASH.sub("-", text.replace("O", "0")).split())
    return plain if plain.count("(") == plain.count(")") else plain.replace("(", "").replace(")", "")
