"""Mail that nobody here can read: a letter that asks for another way lies ready, and a partner sends it with one word."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from klachtmail.domain.incoming.case import Case
from klachtmail.domain.records.lifecycle import Refusal, advance
from klachtmail.domain.records.model import Complaint, Draft
from klachtmail.domain.records.parties import known_to

_ASKS: Final[Mapping[str, str]] = {
    "nl": "Uw bericht is versleuteld. Daarom kunnen wij het niet lezen. Wilt u het nog eens sturen, zonder versleuteling?",
    "en": "Your message is encrypted, so we cannot read it. Would you please send it again, without encryption?",
    "de": "Ihre Nachricht ist verschlüsselt. Deshalb können wir sie nicht lesen. Würden Sie sie bitte noch einmal schicken, ohne Verschlüsselung?",
    "fr": "Votre message est chiffré. Nous ne pouvons donc pas le lire. Pourriez-vous nous le renvoyer sans chiffrement ?",
}
_OR_CALL: Final[Mapping[str, str]] = {
    "nl": "U mag ons ook bellen: {}.",
    "en": "You are also welcome to call us: {}.",
    "de": "Sie können uns auch gern anrufen: {}.",
    "fr": "Vous pouvez aussi nous appeler : {}.",
}
ASKS_FOR_A_READABLE_MAIL: Final = (
    "Er ligt een bericht aan de klager klaar dat om een leesbare mail vraagt. “verstuur” laat het eerst zien."
)


def with_ready_letter(case: Case, complaint: Complaint, party: str | None = None) -> Complaint:
    """Return the complaint with a draft that asks for a mail that can be read, unless somebody wrote a draft already."""
    if not case.mail.encrypted or complaint.draft is not None or not complaint.is_open:
        return complaint
    phone = case.firm.organisation.phone
    language = known_to(complaint, party).language
    call = (_OR_CALL.get(language, _OR_CALL["nl"]).format(phone),) if phone else ()
    text = "\n\n".join((_ASKS.get(language, _ASKS["nl"]), *call))
    version = complaint.versions + 1
    draft = Draft(kind="answer", version=version, by="klachtmail", at=case.now, text=text, to=party)
    ready = advance(replace(complaint, draft=draft, versions=version), "drafted", case.now, "klachtmail", draft.kind)
    return complaint if isinstance(ready, Refusal) else ready
