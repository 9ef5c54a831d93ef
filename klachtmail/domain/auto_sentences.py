"""Sentences in which a mail itself says that no person wrote it, or that none will read an answer. To be searched for.

They weigh less than the forms in `auto_phrases`: people quote them when they complain.
"""

from typing import Final

from klachtmail.domain.auto_phrases import either, pattern

_THIS: Final = r"\b(?:deze|dit) (?:e-?mail|mail|bericht)"
_MADE: Final = r"automatisch (?:gegenereerd|aangemaakt|verzonden|verstuurd|opgesteld)"
_NOTICE: Final = r"(?:e-?mail|mail|bericht|antwoord|reactie|(?:ontvangst)?bevestiging|melding)"
_ANSWER: Final = r"(?:reageren|antwoorden|beantwoorden)"
_ANSWERING: Final = either(rf"{_THIS}[^.\n]{{0,15}}\b{_ANSWER}\b", rf"\b{_ANSWER} op {_THIS}")
SAYS_AUTOMATIC: Final = pattern(
    either(
        rf"\b(?:dit|deze) (?:is|betreft) een (?:automatische?|{_MADE}e?) {_NOTICE}\b|{_THIS} (?:is|wordt|werd) {_MADE}\b",
        r"\bthis is an automat(?:ed|ic|ically generated) (?:e-?mail|message|reply|response|notification|confirmation)\b",
        rf"\b(?:u|je) kunt (?:niet|geen)\b[^.\n]{{0,30}}{_ANSWERING}",
        rf"\b(?:gelieve|verzoeken? (?:wij )?(?:u|je)(?: om)?)\b[^.\n]{{0,20}}\b(?:niet|geen)\b[^.\n]{{0,20}}{_ANSWERING}",
        rf"\b(?:reageer|antwoord|beantwoord) (?:a\.?u\.?b\.? |alstublieft )?niet op {_THIS}|\bdo not (?:reply|respond) to this (?:e-?mail|message)\b",
        r"\b(?:postvak|mailbox|in-?box|(?:e-?mail|mail)?adres)\b[^.\n]{0,40}\b(?:wordt niet (?:meer )?(?:gelezen|gebruikt|beheerd))\b",
        r"\b(?:e-?mail|mail)?adres\b[^.\n]{0,40}\bis (?:niet meer in gebruik|opgeheven)\b|\bonbemande? (?:postvak|mailbox)\b",
    )
)
_LINK: Final = r"\b(?:click|follow|klik|volg|klicken)\b[^\n]{0,60}\b(?:link|button|knop)\b"
ASKS_FOR_PROOF: Final = pattern(  # a sender's first mail is held until he shows that he is a person
    either(
        r"\b(?:mailbox|account|postvak|in-?box|(?:e-?mail)?adres) (?:is|wordt) (?:protected|guarded|beschermd|beveiligd) (?:by|door)\b",
        _LINK + r"[^.?!]{0,200}?\b(?:allowed|approved|safe|white)\s?(?:list|senders?)\b",
    )
)
