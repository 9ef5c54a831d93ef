"""Signs that a line which looks like a command must not be one: a negation, a condition, a question, a doubt."""

import re
from typing import Literal

from klachtmail.domain.commands.words import fold

Doubt = Literal["negation", "condition", "question", "ambiguous"]

_CONDITION = re.compile(
    r"\b(?:als|tenzij|mits|indien|zodra|wanneer|behalve|pas|eerst|mocht|anders|voor het geval|if|unless|when|until|tot)\b"
)
_HEDGE = re.compile(
    r"\b(?:misschien|wellicht|mogelijk|waarschijnlijk|eventueel|volgens mij|denk|lijkt|lijken|zou|zouden|twijfel|vermoedelijk|geloof|maybe|perhaps"
    r"|probably|of|or|maar|but)\b"
)
_NEGATION = re.compile(r"\b(?:niet|geen|nooit|nee|neen|niks|zonder|evenmin|not|don't|won't|can't|never|no)\b")
_ASKING = re.compile(
    r"(?:en |maar |wacht |hm+ )?(?:(?:kan|kun|kunt|kunnen|zal|zullen|moet|moeten|mag|mogen|wil|willen|heb|heeft|hebben"
    r"|is|zijn|zou|zouden|gaat|gaan|ga|pakt|pak|doet|weet|ben|wordt|neemt|can|shall|should|may|did|do|are|has|have|will"
    r"|would|could) (?:ik|jij|je|u|we|wij|hij|zij|ze|iemand|dit|het|deze|die|er|dat|jullie|[@%][\w.-]+|i|you|he|she|it"
    r"|this|that|anyone)\b|(?:wie|wat|waar|waarom|hoe|hoezo|welke|who|what|where|why|how|which|klopt het)\b)"
)
# What a name must have nothing of (client.py).
SIGNS = (_CONDITION, _HEDGE, _NEGATION, _ASKING)
# What makes a contact or an outcome that was told none: it is to come, or was with somebody else.
NO_CONTACT = re.compile(
    r"^door\b|\b(?:opnemen|opname|volgt|zoeken|gezocht|leggen|probeer|proberen|geprobeerd|poging|trainer|trainster"
    r"|docent|docente|collega|leverancier|secretariaat|receptie|advocaat|locatie|worden|straks|later|zal|gaat|ga|wil ik"
    r"|voicemail|in gesprek|opgehangen|h[ia]ngt? (?:meteen |direct )?op|verkeerde?|kwam terug|onbestelbaar|ingesproken|achtergelaten"
    r"|afspraak|plannen|bellen|bel)\b|\bmet [@%]|<d\d>"
)


def doubt(text: str, *, plain: str = "") -> Doubt | None:
    """Return why a line should be asked about and not done, or None when nothing in it says so."""
    folded = plain or fold(text)
    if _CONDITION.search(folded):
        return "condition"
    if "?" in text or _ASKING.match(folded):
        return "question"
    if _HEDGE.search(folded):
        return "ambiguous"
    return "negation" if _NEGATION.search(folded) else None
