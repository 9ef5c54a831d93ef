"""The forms of automatic mail. What each language calls it stands in `klachtmail.languages`.

A word alone proves little: clients complain about an 'afwezige trainer' and an 'automatische incasso'. So every
pattern asks for the form as well: a whole subject, or a prefix before a colon as programs write it. Every pattern is
to be tried at the beginning of a text (`match`), except where its name says that it looks further.
"""

import re
from typing import Final

from klachtmail.languages.every import either as every


def either(*rows: str) -> str:
    """Return the source of a pattern that one of these matches."""
    return f"(?:{'|'.join(rows)})"


def pattern(*pieces: str) -> re.Pattern[str]:
    """Return these pieces as one pattern, whatever the case of letters."""
    return re.compile("".join(pieces), re.IGNORECASE)


# What the reader's own mail system puts before a subject or a text: '[EXTERN]', 'Let op: deze mail komt van buiten …'
_TAG: Final = r"(?:\W{0,3}(?:extern(?:al|e (?:e-?mail|mail|afzender))?|ext)\b\W{1,4})?"
_START: Final = rf"{_TAG}\W{{0,8}}+"  # bounded: a subject may be all signs
BANNER: Final = pattern(
    r"\s{0,20}[^\n]{0,200}?\b",
    either(
        r"van buiten (?:de|onze|uw) organisatie|externe? (?:afzender|e-?mail|mail|bron)\b|niet vaak e-?mail van",
        r"outside (?:of )?(?:your|the|our) organi[sz]ation|external (?:sender|e-?mail)|don.t often get e-?mail from",
    ),
    r"[^\n]{0,400}\n\s*",
)
_END: Final = r"\s*(?:$|[:：!\[\](|–—]|-\s|\b" + every("replied", "passed_on") + r"\s?:)"

# ── 'Automatisch antwoord: …' ───────────────────────────────────────────────────────────────────────────────────────

_AUTO: Final = every("automatic")
_ANSWER: Final = every("answer")
_AUTO_ANSWER: Final = either(rf"{_AUTO}[ -]?{_ANSWER}", rf"{_ANSWER}[ -]{_AUTO}", every("automatic_answer"))
_TO_WHOM: Final = r"\s+(?:op|van|from|to|on|auf|von|zu|till|sur|de|a|su|do)\b(?=[^,;?]*$)"
AUTO_ANSWER_WITHIN: Final = pattern(
    either(rf"\b{_AUTO_ANSWER}\s{{0,3}}[:：]", rf"[-–—|(\[]\s{{0,3}}{_AUTO_ANSWER}\W{{0,3}}$")
)

# ── 'Afwezig: …' ────────────────────────────────────────────────────────────────────────────────────────────────────

_NOTICE: Final = every("absence_notice")
_ABSENT: Final = either(
    every("absent"),
    r"auto(?=\s*[:：]\s*(?:"
    + every("replied")
    + r"\s?:|.{0,80} (?:is (?:out of|niet op kantoor)|ist au(?:ß|ss)er haus|est absent)))",
)
_UNTIL: Final = r"\s*(?:t/m|tot|van|vanaf|until|till|from|bis|vom|du|jusqu|\d)"
AUTO_ANSWER: Final = pattern(
    _START, either(rf"{_AUTO_ANSWER}{either(_END, _TO_WHOM)}", rf"{_NOTICE}(?:\s+{_AUTO_ANSWER})?(?:{_END}|\s*/)")
)
ABSENCE: Final = pattern(_START, either(_NOTICE, _ABSENT), either(_END, _UNTIL))

# ── 'Ik ben afwezig tot …', as the text begins ──────────────────────────────────────────────────────────────────────

_GREETING: Final = (
    r"(?:(?:geachte|beste|dear|hallo|hello|hi|hoi|hey|goeden? ?dag|goede(?:morgen|middag|navond)|dag|bonjour|guten tag|sehr geehrte|hola|buongiorno"
    r"|l\.?s\.?(?=\s*,))"
    r"(?:\s[^\n!,.]{0,60}|[^\n!,.]{0,1})[!,.]{0,3}\s++)?"
)
_THANKS: Final = (
    either(
        r"(?:(?:hartelijk |vriendelijk )?(?:dank|bedankt)",
        "thank(?:s| you)",
        "vielen dank",
        r"merci)[^\n.!]{0,80}[.!,]\s*+",
    )
    + "?"
)
_I_AM: Final = (
    r"(?:(?:helaas|momenteel|op dit moment|tijdelijk|vandaag) )?"
    r"(?:per \d{1,2} \S{3,10} )?"
    r"(?:ik ben|ben ik|wij zijn|zijn wij|i am|i'm|ich bin|ich befinde mich|je suis|estoy|estar[ée]|sono|sar[òo])\s(?:\S+\s){0,6}?"
)
_GONE: Final = (
    either(
        r"afwezig|niet (?:op kantoor|aanwezig|bereikbaar|in de gelegenheid|aan het werk|meer werkzaam)|met (?:vakantie|\w{0,20}verlof|(?:vervroegd )?pensioen)"
        "|op vakantie",
        "out of (?:the )?office|away|on (?:(?:annual |parental |maternity |paternity |sick )?leave|vacation|holiday)",
        "abwesend|nicht (?:im b|erreichbar)|im urlaub|absent|en cong|en vacances|fuera de (?:la )?oficina|assente|in ferie|fuori (?:sede|ufficio)",
    )
    + r"(?!\s+(?:geweest|been|gewesen))"
)
_BECAUSE: Final = r"(?:wegens|vanwege|in verband met|i\.?v\.?m\.?|due to|because of|wegen) [^\n.]{3,60}?\s"
AWAY: Final = pattern(
    _GREETING,
    _THANKS,
    either(
        r"(?:dit|deze) (?:bericht |antwoord |e-?mail |mail )?(?:is|wordt|betreft) (?:een )?automatisch(?!e? (?:incasso|afschrijving|betaling|verlenging))",
        "this is an automat|dies ist eine automatische",
        _I_AM + _GONE,
        _BECAUSE + either(_I_AM + _GONE, r"(?:is|zijn) (?:ons kantoor|wij) (?:\S+ ){0,6}?gesloten"),
        r"i will be (?:\S+ ){0,3}?out of (?:the )?office",
        r"ons kantoor is (?:\S+ ){0,2}?gesloten (?:van|tot|t/m|vanaf|wegens|vanwege|i\.?v\.?m)",
        r"(?:van(?:af)?|tot en met|t/m|tussen) .{3,60} (?:ben ik|is ons kantoor|zijn wij) (?:\S+ ){0,3}?(?:afwezig|niet|met|op vakantie|gesloten)",
    ),
)

# What people write as well, when they answer somebody: no ground to set a mail aside, but enough to send it no letter.
PERHAPS_AWAY: Final = pattern(
    _GREETING,
    _THANKS,
    either(
        r"(?:op \S{1,30}(?: en \S{1,30})? )?(?:ik werk|werk ik) niet\b",
        r"(?:vandaag|morgen|deze week) ben ik (?:vrij|er niet|niet (?:aanwezig|bereikbaar|op kantoor|werkzaam))\b",
        r"(?:(?:momenteel|op dit moment) )?(?:geniet ik|ik geniet) (?:\S{1,30} )?van\b",
        r"(?:in verband met|wegens|vanwege|i\.?v\.?m\.?) [^\n.]{3,60} kan ik [^\n.]{0,60}\bniet\b",
        r"i (?:no longer work|(?:do not|don.t) work (?:on|at|for|in) (?:mon|tues|wednes|thurs|fri|this|the|our)|have left (?:the (?:company|office)|this))",
    ),
)

# ── acknowledgements, receipts, calendars, reports, challenges ──────────────────────────────────────────────────────

_YOUR_MAIL: Final = r"(?:uw|je|your|ihre?) (?:bericht|(?:e-?)?mail|vraag|aanvraag|melding|verzoek|ticket|message|request|query|enquiry|anfrage|nachricht)"
_HAS_COME: Final = (
    r"(?:is|has been|wurde|hebben wij|we have) (?:in goede orde |succesvol |successfully )?"
    r"(?:ontvangen|received|erhalten|geregistreerd|registered)"
)
TICKET: Final = pattern(
    _START,
    either(
        rf"{_YOUR_MAIL}[^\n]{{0,30}}\b{_HAS_COME}",
        r"(?:wij|we) hebben (?:uw|je) [^\n]{3,30} (?:in goede orde )?ontvangen",
        r"(?:verzoek ontvangen|request received)\s*(?:$|[\]:-])|we (?:have )?received your (?:request|message|e-?mail|ticket|inquiry|enquiry|question|case)\b",
        r"ticket (?:ontvangen|received|opened|created|aangemaakt)\s*(?:$|[:–-])|support ticket opened \[|\[?glpi #\d|[^\n]{0,200}\bref:_00d",
        r"(?:bevestiging van ontvangst|ontvangstbevestiging)(?: van (?:uw|je)| uw|$)",
        r"automatisch(?:e)? (?:e-?mail|bericht|melding|(?:ontvangst)?bevestiging)\s*(?:$|:)",
        r"(?:melding|aanvraag|verzoek|zaak|incident|case)\b(?![^\n]{0,60}\b(?:niet|nooit|nog|not|never)\b)[^\n]{0,40}"
        r"\b(?:aangemaakt|geregistreerd|ontvangen|opened|created|registered)\s*$",
        r"\[ticket[ #:-][^\n]{0,20}\]|ticket[ #:-]{1,3}[a-z]{0,5}-?\d[\w-]{0,20}\W{0,3}(?:$|is\b|has been|aangemaakt|geregistreerd|created|received|ontvangen)",
    ),
)
RECEIPT: Final = pattern(_START, every("receipt"), r"(?:\s*\([^)\n]{1,20}\))?\s*(?:[:：-]|$)")
RECEIPT_WITHIN: Final = pattern(
    either(
        r"\b(?:is|was|has been|werd|wurde|a [ée]t[ée]|var|blev)\b(?![^.?!]{0,60}?\b(?:niet|nooit|niemand|not|never|nobody)\b)(?:[^.?!]|(?<=\d)\.){0,60}?\b"
        r"(?:gelezen|getoond|verwijderd|bezorgd|afgeleverd|geopend|read|displayed|deleted|delivered|opened|gelesen|angezeigt|gelöscht|lu)\b",
        "se ley[óo] el|è stat[oa] lett[oa]|dies ist eine empfangsbest[äa]tigung|ceci est un accus[ée] de r[ée]ception",
        "dit is een (?:lees|ontvangst)bevestiging|bezorging bij deze (?:geadresseerden|ontvangers)",
        "this is a (?:return|read) receipt|no (?:guarantee|assurance) that",
    )
)
RECEIPT_OPENING: Final = pattern(
    _START,
    either(
        r"(?:uw|je|het|your|the|ihre?|die|votre|le|el|il|ditt|din) (?:e-?mail)?"
        r"(?:bericht|mail|message|nachricht|mensaje|messaggio|meddelande|melding|besked)\b",
        "dit is een|this is a|dies ist eine|ceci est un|de bezorging bij deze",
    ),
)
CALENDAR: Final = pattern(_START, every("invitation_answer"), r"\s*[:：]")
RECALL: Final = pattern(_START, every("recalled"), r"\s*[:：]")
RECALL_WITHIN: Final = pattern(
    r"\bwil(?:t)? (?:het|dit) (?:e-?mail)?bericht\b[^\n]{0,200}\bintrekken\b|\b(?:would like|wants) to recall (?:the|this) message\b"
    r"|\bm[öo]chte die nachricht\b[^\n]{0,200}\bzur[üu]ckrufen\b|\b(?:souhaite|voudrait) rappeler le message\b"
)
ABUSE: Final = pattern(_START, r"(?:complaint about message from|e-?mail (?:feedback|abuse) report|abuse report)\b")
# RFC 7489 §7.2.1.1, RFC 8460 §5.3
AGGREGATE: Final = pattern(_START, r"report domain:\s{0,3}[\w.-]{1,100}\s{1,3}submitter:")
CHALLENGE: Final = pattern(
    _START,
    either(
        "(?:please |kindly )?(?:confirm|verify|authenticate) (?:your|the|this) (?:message|e-?mail|sender|identity|address)",
        "sender (?:verification|confirmation)|challenge.response|verification required|message awaiting verification",
        r"your message (?:is|was) (?:held|waiting|quarantined)|\[?boxbe|action required: confirm",
        r"(?:uw|je) (?:bericht|e-?mail) wacht op (?:bevestiging|goedkeuring)",
        r"your (?:message|e-?mail) is (?:awaiting|pending) (?:confirmation|approval)",
        r"bevestig (?:a\.?u\.?b\.? )?uw (?:bericht|e-?mail)|bitte best[äa]tigen sie",
    ),
)
COMPLAINT_WITHIN: Final = pattern(
    r"\b",
    either(
        "klacht(?:en)?|klagen|ontevreden|niet tevreden|teleurgesteld|ongenoegen|onvrede",
        "geld terug|schandalig|onbeschoft|aansprakelijk|beneden (?:alle )?peil|waardeloos|belachelijk",
        "complaints?|complain|dissatisfied|disappointed|unhappy|beschwerde|plainte",
        "money back|disgrace(?:ful)?|awful|terrible|unacceptable|muy enfadad[oa]",
    ),
    r"\b",
)
