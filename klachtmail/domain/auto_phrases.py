"""The words that programs put into automatic mail, in the languages of the mail systems that people here write with.

A word alone proves little: clients complain about an 'afwezige trainer' and an 'automatische incasso'. So every
pattern asks for the form as well: a whole subject, or a prefix before a colon as programs write it.
"""

import re
from typing import Final

_END: Final = r"\s*(?:$|[:：!\[(|–—]|-\s|\b(?:re|aw|antw|sv|fw|fwd)\s?:)"
_AUTO: Final = r"auto(?:m\w*+)?|авто(?:м\w*+)?|αυτόμ\w*+|otomatik|自动|自動|자동"
_ANSWER: Final = (
    r"antwoord\w*+|beantwoording|reactie|antwort\w*+|r[ée]ponse|repl(?:y|ied)|respon[sd]\w*+|answer\w*+|respuesta|risposta|resposta"
    r"|svar\w*+|vastaus|odpowied[źz]|odpov[ěe]\w*+|odgovor|v[áa]lasz\w*+|r[ăa]spuns|atbilde|atsakymas|vastus|yan[ıi]t|ответ\w*+"
    r"|απάντηση|відповідь|отговор|応答|返信|回覆|答复|回复|응답|회신"
)
_AUTO_ANSWER: Final = rf"(?:(?:{_AUTO})[ -]?(?:{_ANSWER})|(?:{_ANSWER})[ -](?:{_AUTO}))"
AUTO_ANSWER: Final = re.compile(
    rf"\W*(?:{_AUTO_ANSWER}(?:{_END}|\s+(?:op|van|from|to|on|auf|von|zu|till|sur|de|a|su|do)\b(?=[^,;?]*$))|auto\]?\s?:)", re.IGNORECASE
)
WITH_AUTO_ANSWER: Final = re.compile(rf"[^\n:]{{1,60}}?\b{_AUTO_ANSWER}\s*[:：]", re.IGNORECASE)
_ABSENCE: Final = (
    r"afwezig(?:heid)?(?:s(?:bericht|melding|assistent|notitie))?|niet aanwezig|niet op kantoor|buiten (?:het )?kantoor"
    r"|(?:ik ben )?(?:op|met) (?:vakantie|verlof)|vakantie(?:bericht|melding)?|zwangerschapsverlof|vrij"
    r"|out of (?:the |my )?office(?:[ -]?(?:auto-?reply|reply|message|notification|assistant))?|ooo|away(?: from (?:my|the) (?:desk|office|mail|e-?mail))?"
    r"|(?:on )?(?:vacation|annual leave|leave|holiday|maternity leave|parental leave)(?: (?:reply|message|response|notice|notification))?"
    r"|abwesen(?:d|heit)s?(?:notiz|benachrichtigung|meldung|assistent)?|nicht im (?:b[üu]ro|haus)|im urlaub|urlaub"
    r"|absence(?: du bureau)?|absent(?:e)?(?: du bureau)?|en cong[ée]s?|message d.absence|en vacances"
    r"|fuera de (?:la )?oficina|ausente|ausencia|de vacaciones|fuori (?:ufficio|sede)|assente|assenza|in ferie"
    r"|fora do escrit[óo]rio|aus[êe]ncia(?: tempor[áa]ria)?|de f[ée]rias|fr[åa]nvaro\w*+|frånvarande|frav[æa]r\w*+|fraværende|p[åa] (?:semester|ferie)"
    r"|ikke til stede|poissa(?: toimistosta)?|lomalla|poza biurem|nieobecno[śs][ćc]|mimo kancel[áa]\w*+|házon kívül|atvaļinājums|atvalinājums"
    r"|не в офисе|отсутств\w*+|在休假|休假|不在|不在通知|휴가|izin"
)
ABSENCE: Final = re.compile(rf"\W*(?:{_ABSENCE})(?:{_END}|\s*(?:t/m|tot|van|vanaf|until|till|from|bis|vom|du|jusqu|\d))", re.IGNORECASE)
AWAY: Final = re.compile(
    r"(?:(?:geachte|beste|dear|hallo|hello|hi|goedendag|goeden? ?dag|dag|bonjour|guten tag|sehr geehrte)[^\n]{0,60}\n\s*)?"
    r"(?:(?:hartelijk |vriendelijk )?(?:dank|bedankt)[^\n.!]{0,80}[.!,]\s*|thank(?:s| you)[^\n.!]{0,80}[.!,]\s*|vielen dank[^\n.!]{0,80}[.!]\s*|merci[^\n.!]{0,80}[.!]\s*)?"
    r"(?:dit (?:bericht )?is een automatisch|dit (?:bericht|antwoord|e-?mail) (?:is|wordt) automatisch|this is an automat|dies ist eine automatische"
    r"|(?:(?:helaas|momenteel|op dit moment|tijdelijk|vandaag|i am|i'm|ich bin|je suis|estoy) )*?"
    r"(?:ik ben|ben ik|wij zijn|zijn wij|i am|i'm|ich bin|je suis|estoy)\s(?:\S+\s){0,6}?"
    r"(?:afwezig|niet (?:op kantoor|aanwezig|bereikbaar|in de gelegenheid)|met (?:vakantie|verlof)|op vakantie|out of (?:the )?office|away|on (?:leave|vacation|holiday)"
    r"|abwesend|nicht (?:im b|erreichbar)|im urlaub|absent|en cong|en vacances|fuera de)"
    r"|(?:van(?:af)?|tot en met|t/m|tussen) .{3,60} (?:ben ik|is ons kantoor|zijn wij) (?:\S+ ){0,3}?(?:afwezig|niet|met|op vakantie|gesloten))",
    re.IGNORECASE,
)
TICKET: Final = re.compile(
    r"\W*(?:(?:uw|je|your|ihre?) (?:bericht|e-?mail|vraag|aanvraag|melding|verzoek|ticket|message|request|query|enquiry|anfrage|nachricht)"
    r"[^\n]{0,30}\b(?:is|has been|wurde|hebben wij|we have) (?:in goede orde |succesvol |successfully )?(?:ontvangen|received|erhalten|geregistreerd|registered)"
    r"|(?:wij|we) hebben (?:uw|je) [^\n]{3,30} (?:in goede orde )?ontvangen|request received|we (?:have )?received your"
    r"|(?:bevestiging van ontvangst|ontvangstbevestiging)(?: van (?:uw|je)| uw|$)|\[?ticket[ #:-][^\n]{0,20}\]?)",
    re.IGNORECASE,
)
RECEIPT: Final = re.compile(
    r"\W*(?:gelezen|read|lu|gelesen|le[ií]do|letto|lido|läst|l[æe]st|luettu|przeczytano|ontvangstbevestiging|leesbevestiging|leesbewijs|ontvangen|lezen"
    r"|read[ -]receipt|return receipt|disposition notification|delivery receipt|not read|niet gelezen|ungelesen gel[öo]scht|afgeleverd|delivered|relayed"
    r"|doorgegeven|empfangsbest[äa]tigung|lesebest[äa]tigung|accus[ée] de (?:lecture|r[ée]ception)|confirmaci[óo]n de lectura)"
    r"(?:\s*\([^)\n]{1,20}\))?\s*(?:[:：-]|$)",
    re.IGNORECASE,
)
RECEIPT_TEXT: Final = re.compile(
    r"\b(?:is|was|has been|werd|wurde|a [ée]t[ée]|var|blev)\b[^.?!]{0,60}?\b(?:gelezen|read|gelesen|lu|displayed|weergegeven|getoond|angezeigt"
    r"|deleted|verwijderd|gelöscht|delivered|bezorgd|afgeleverd|opened|geopend)\b|"
    r"dit is een (?:lees|ontvangst)bevestiging|this is a (?:return|read) receipt|no guarantee that|no assurance that",
    re.IGNORECASE,
)
CALENDAR: Final = re.compile(
    r"\W*(?:geaccepteerd|aanvaard|accepted|zugesagt|angenommen|accept[ée]e?|aceptad[ao]|accettato|aceite|accepterat|accepteret|akseptert|hyväksytty"
    r"|geweigerd|afgewezen|declined|abgelehnt|abgesagt|refus[ée]e?|rechazad[ao]|rifiutato|tentative(?:ly accepted)?|voorlopig(?: geaccepteerd)?"
    r"|mit vorbehalt|provisoire|nieuw(?: )?tijd(?:stip)?(?: )?(?:voorgesteld|voorstel)|new time proposed|voorstel voor (?:een )?nieuwe? tijd(?:stip)?"
    r"|geannuleerd|cancell?ed|annul[ée]e?)\s*[:：]",
    re.IGNORECASE,
)
CHALLENGE: Final = re.compile(
    r"\W*(?:(?:please |kindly )?(?:confirm|verify|authenticate) (?:your|the|this) (?:message|e-?mail|sender|identity|address)|sender (?:verification|confirmation)"
    r"|bevestig (?:a\.?u\.?b\.? )?uw (?:bericht|e-?mail)|challenge.response|verification required|your message (?:is|was) (?:held|waiting|quarantined)"
    r"|message awaiting verification|\[?boxbe|bitte best[äa]tigen sie|action required: confirm)",
    re.IGNORECASE,
)
COMPLAINS: Final = re.compile(
    r"\b(?:klacht(?:en)?|klagen|ontevreden|niet tevreden|teleurgesteld|ongenoegen|onvrede|complaints?|complain|dissatisfied|disappointed|unhappy"
    r"|beschwerde|plainte)\b",
    re.IGNORECASE,
)  # fmt: skip
