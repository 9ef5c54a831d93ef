"""Sentences in which a mail itself says that no person wrote it, or that none will read an answer. To be searched for.

They weigh less than the forms in `auto_phrases`: people quote them when they complain.
"""

from typing import Final

from klachtmail.domain.incoming.auto_phrases import either, pattern

_THIS: Final = r"\b(?:deze|dit) (?:e-?mail|mail|bericht)"
_MADE: Final = r"automatisch (?:gegenereerd|aangemaakt|verzonden|verstuurd|opgesteld)"
_NOTICE: Final = r"(?:e-?mail|mail|bericht|antwoord|reactie|(?:ontvangst)?bevestiging|melding)"
_ANSWER: Final = r"(?:reageren|antwoorden|beantwoorden)"
_ANSWERING: Final = either(rf"{_THIS}[^.\n]{{0,15}}\b{_ANSWER}\b", rf"\b{_ANSWER} op {_THIS}")
_ABOVE_THE_LINE: Final = (  # where help desks cut off what is quoted
    r"(?:##- ?|=-=|\*{3} ?|—-)[^\n]{0,60}\b(?:boven|above|oberhalb|au-dessus)\b[^\n]{0,40}|^\W{0,8}(?:please )?(?:reply|type your reply) above this line"
)
WELL_RECEIVED: Final = pattern(
    either(
        r"\b(?:wij|we) hebben (?:uw|je) (?:e-?mail|mail|bericht|verzoek|aanvraag|melding|vraag) (?:in goede orde |(?:al )?goed |succesvol )?ontvangen\b",
        r"\bbevestigen (?:wij|we) de ontvangst van (?:uw|je) (?:e-?mail|mail|bericht|verzoek|aanvraag|melding|vraag)\b",
        r"\bwe have received your (?:e-?mail|message|request|ticket|query|enquiry|inquiry)\b",
        r"\byour (?:request|ticket|case) has been (?:created|received|opened)\b",
        r"\backnowledge that we have received your\b|\ba request for support has been created\b",
    )
)
SAYS_AUTOMATIC: Final = pattern(
    either(
        rf"\b(?:dit|deze) (?:is|betreft) een (?:automatische?|{_MADE}e?) {_NOTICE}\b|{_THIS} (?:is|wordt|werd) {_MADE}\b",
        r"\bthis is an automat(?:ed|ic|ically generated) (?:e-?mail|message|reply|response|notification|confirmation)\b",
        r"\bthis (?:message|e-?mail) (?:has been|was|is) automatically generated\b",
        _ABOVE_THE_LINE,
        r"\b(?:u|je) ontvangt (?:deze|dit) (?:e-?mail|mail|bericht|nieuwsbrief) omdat\b|\byou (?:are receiving|received) this (?:e-?mail|message) because\b",
        rf"\b(?:u|je) kunt (?:niet|geen)\b[^.\n]{{0,30}}{_ANSWERING}",
        rf"\b(?:gelieve|verzoeken? (?:wij )?(?:u|je)(?: om)?)\b[^.\n]{{0,20}}\b(?:niet|geen)\b[^.\n]{{0,20}}{_ANSWERING}",
        rf"\b(?:reageer|antwoord|beantwoord) (?:a\.?u\.?b\.? |alstublieft )?niet op {_THIS}|\bdo not (?:reply|respond) to this (?:e-?mail|message)\b",
        r"\b(?:postvak|mailbox|in-?box|(?:e-?mail|mail)?adres)\b[^.\n]{0,40}\b(?:wordt niet (?:meer )?(?:gelezen|gebruikt|beheerd))\b",
        r"\b(?:e-?mail|mail)?adres\b[^.\n]{0,40}\bis (?:niet meer in gebruik|opgeheven)\b|\bonbemande? (?:postvak|mailbox)\b",
    )
)
_LINK: Final = r"\b(?:click|follow|klik|volg|klicken)\b[^\n]{0,60}\b(?:link|button|knop)\b"
ASKS_FOR_PROOF: Final = pattern(  # a sender's first mail is held until a person proves to be one
    either(
        r"\b(?:mailbox|account|postvak|in-?box|(?:e-?mail)?adres) (?:is|wordt) (?:protected|guarded|beschermd|beveiligd) (?:by|door)\b",
        r"\bso (?:that )?i can receive your (?:e-?)?mails?\b|\bto (?:get|have) your (?:message|e-?mail) delivered\b",
        r"\bto deliver your (?:message|e-?mail)\b|\bom uw (?:bericht|e-?mail) (?:alsnog )?te (?:laten )?(?:bezorgen|afleveren)\b",
        _LINK + r"[^.?!]{0,200}?\b(?:allowed|approved|safe|white)\s?(?:list|senders?)\b",
    )
)
