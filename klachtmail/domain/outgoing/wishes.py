"""What a client asks for in plain words, as buttons and notices for whoever handles it. A member decides, never those words."""

import re
from collections.abc import Iterator
from typing import Final

from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.incoming.on_behalf import acts_for_another
from klachtmail.domain.people.telephone import telephone_in
from klachtmail.domain.phrase import Phrase
from klachtmail.domain.records.letter import Button
from klachtmail.domain.records.model import Complaint

WITHDRAWN: Final = Button(label="Ingetrokken", line="ingetrokken: op verzoek van de klager")
SOLVED: Final = Button(label="Ingetrokken: opgelost", line="ingetrokken: volgens de klager is het opgelost")
APPEALED: Final = Button(label="Naar de geschillencommissie", line="beroep")
QUIET: Final = "De klager vraagt om vertrouwelijkheid: “{}”."

_SEARCHED: Final = 20_000  # characters
_LONGEST: Final = 140  # characters of a wish
_COMPLAINT: Final = r"(?:klacht|melding|bezwaar|complaint|beschwerde|plainte|r[ée]clamation)"
_ON: Final = r"[^.?!\n]{0,60}"  # further on in the sentence

# What only says yes or no is looked for in small letters: a pattern that ignores case takes three times as long.
_NOT: Final = re.compile(
    r"\b(?:(?:niet|geen|nooit|tenzij|alleen als|als (?:u|jullie)|pas|hoe|kan ik)\b"
    r"|(?:not|never|won't|don't|unless|if you|can i|how)\b"
    r"|(?:nicht|kein\w*|wenn sie|ne|pas|si vous)\b)"
)
_NEVER_MIND: Final = re.compile(r"\bnever ?mind\b")
_WITHDRAWS: Final = Phrase(
    "trek, ingetrokken, vervallen, laten vallen, zurück, zuruck, withdraw, retract, cancel, drop, retire, ziehe, zitten, rusten, sluiten"
    ", never mind, nevermind",
    rf"trek(?:ken)?\b{_ON}\b{_COMPLAINT}\b{_ON}\bin\b",
    rf"{_COMPLAINT}\b{_ON}\b(?:in te trekken|intrekken|ingetrokken|in trekken|vervallen|laten vallen|zur[üu]ck)\b",
    rf"(?:intrekken|withdraw(?:ing)?|retract(?:ing)?|cancel|drop|retirer?|ziehe)\b{_ON}\b{_COMPLAINT}\b",
    r"laat (?:het |dit |de klacht )?(?:maar )?(?:zitten|rusten)\b",
    r"u (?:kunt|mag) (?:het|de klacht|mijn klacht|dit) (?:als )?(?:sluiten|afsluiten|vervallen)\b",
    r"never ?mind\b",
)
_SOLVES: Final = Phrase(
    "verholpen, in orde, geregeld, solved, sorted, fixed, erledigt, gelost, gelöst, resolu, résolu",
    rf"(?:is|zijn|werd|was)\b{_ON}\b(?:opgelost|verholpen|in orde|geregeld)\b",
    rf"(?:is|has been|was)\b{_ON}\b(?:solved|resolved|sorted(?: out)?|fixed)\b",
    rf"(?:ist|wurde|est)\b{_ON}\b(?:erledigt|gel[öo]st|r[ée]solu)\b",
)
_APPEALS: Final = Phrase(
    "geschillen, ombuds, rechter, rechtbank, kort geding, klachteninstituut, kifid, in beroep, committee, court, schlichtung, diateur",
    r"(?:geschillencommissie|geschilleninstantie|ombudsman|kantonrechter|rechter|rechtbank|kort geding|klachteninstituut|kifid|in beroep)\b",
    r"(?:disputes? committee|ombuds\w+|court|schlichtungsstelle|m[ée]diateur)\b",
)
_ASKS: Final = (
    r"(?:mijn wens|mijn voorstel|(?:ik|wij|we) (?:wil(?:len)?|eis(?:en)?|verlang(?:en)?|vra(?:ag|gen)|verzoek(?:en)?|zou(?:den)? graag)"
    r"|graag|(?:i|we) (?:want|would like|demand|request|expect)|ich (?:m[öo]chte|will|bitte)|je (?:veux|voudrais|demande))"
)
_REMEDIES: Final = (
    r"(?:geld|restitutie|vergoeding|vergoed|compensatie|korting|excuus|excuses|herkansing|overdoen|rectificatie"
    r"|nieuwe? (?:datum|dag|trainer|docent|les|examen)|refund|money|compensation|discount|apolog(?:y|ies)|replacement|reimburse\w*"
    r"|r[üu]ckerstattung|entschuldigung|remboursement|excuses)"
)
_WISHES: Final = Phrase(
    "geld, restitutie, vergoed, compensat, korting, excu, herkansing, overdoen, rectificatie, nieuw, refund, money, discount, apolog"
    ", replacement, reimburse, erstattung, entschuldigung, remboursement",
    rf"{_ASKS}\b{_ON}\b{_REMEDIES}\b[^.?!\n]{{0,80}}",
    flags=re.IGNORECASE,
)
_QUIET: Final = Phrase(
    "anoni, vertrouw, confidential, vertraulich, mijn naam, my name, meinen namen, mon nom, mijn werk",
    r"anonie?m(?:e|ous(?:ly)?)?\b",
    r"(?:vertrouwelijk(?:e)?|in vertrouwen|confidential(?:ly)?|vertraulich)\b",
    rf"(?:niet|geen|not|nicht)\b{_ON}\b(?:mijn naam|my name|meinen namen|mon nom)\b",
    rf"mijn naam\b{_ON}\bniet\b",
    r"niet (?:naar|op) mijn werk\w*",
    flags=re.IGNORECASE,
)
# Of a firm.
_DISCLAIMS: Final = re.compile(r"\b(?:e-?mail|bericht|message|attachments?|geadresseerde|recipient)\b", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\n+")


def wishes(text: str, complaint: Complaint, firm: Firm, *, sender: str = "", name: str = "") -> Iterator[Button]:
    """Yield a button for each thing that a client asks for, as far as this complaint is where that can be done.

    `sender` and `name` are of whoever wrote, perhaps for somebody else.
    """
    text = text[:_SEARCHED]
    small = text.lower()
    if complaint.is_open and _says(_WITHDRAWS, small):
        yield WITHDRAWN
    elif complaint.is_open and complaint.status != "answered" and _says(_SOLVES, small):
        yield SOLVED
    if complaint.status in {"answered", "closed"} and complaint.appeal is None and _APPEALS.search(small):
        yield APPEALED
    if complaint.is_open and complaint.requested_remedy is None and (wish := _WISHES.search(small, text)):
        yield Button(label="Wens noteren", line=f"wens: {_in_brief(wish.group())}")
    if sender and firm.is_outside(sender) and acts_for_another(text):
        yield Button(label="Treedt op namens de klager", line=f"gemachtigde: {as_name(name)} <{sender}>")


def calls(text: str, complaint: Complaint, firm: Firm) -> Iterator[Button]:
    """Yield a button that dials the number that stands in a text, when it is another one than is on record."""
    address = complaint.complainant.address or ""
    found = telephone_in(text[:_SEARCHED], address, firm.telephones)
    if found is not None and found.shown != complaint.complainant.phone:
        yield Button(label=f"Bel {found.shown}", line="", tel=found.shown)


def presses(text: str, complaint: Complaint) -> bool:
    """Return whether a client speaks of going elsewhere before the outcome: the partners may want to discuss it."""
    return (
        complaint.status in {"new", "assigned"}
        and not complaint.serious
        and bool(_APPEALS.search(text[:_SEARCHED].lower()))
    )


def quiet(text: str) -> tuple[str, ...]:
    """Return the notice that a client wants to stay unknown to some, in the client's own words."""
    text = text[:_SEARCHED]
    asked = (each for each in _sentences(_QUIET, text.lower(), text) if not _DISCLAIMS.search(each))
    return tuple(QUIET.format(_in_brief(each)) for each in asked)[:1]


def _says(phrase: Phrase, text: str) -> bool:
    """Return whether a sentence says this plainly: not denied, on no condition, and no question."""
    return any(
        not _NOT.search(_NEVER_MIND.sub("", each)) and not each.endswith("?") for each in _sentences(phrase, text)
    )


def _sentences(phrase: Phrase, small: str, text: str | None = None) -> Iterator[str]:
    """Yield the sentences in which this stands: of most texts none, and one look tells."""
    if phrase.search(small, text):
        yield from (each.strip() for each in _SENTENCE.split(text or small) if phrase.pattern.search(each))


def _in_brief(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST].rsplit(' ', 1)[0]} …"


def as_name(text: str) -> str:
    """Return what can stand as a name in a command: no second address, telephone number or street."""
    return " ".join(re.sub(r"[^\w .'’-]|\d", " ", text).split())[:80]
