"""Mail that nobody here can read: a letter that asks for another way lies ready, and a partner sends it with one word."""

from dataclasses import replace
from typing import Final

from klachtmail.domain.incoming.case import Case
from klachtmail.domain.records.lifecycle import Refusal, advance
from klachtmail.domain.records.model import Complaint, Draft

_ASKS: Final = {
    "nl": "Uw bericht is versleuteld. Daarom kunnen wij het niet lezen. Wilt u het nog eens sturen, zonder versleuteling?",
    "en": "Your message is encrypted, so we cannot read it. Would you please send it again, without encryption?",
}
_OR_CALL: Final = {"nl": "U mag ons ook bellen: {}.", "en": "You are also welcome to call us: {}."}
READY: Final = (
    "Er ligt een bericht aan de klager klaar dat om een leesbare mail vraagt. “verstuur” laat het eerst zien."
)


def with_ready_letter(case: Case, complaint: Complaint, party: str | None = None) -> Complaint:
    """Return the complaint with a draft that asks for a mail that can be read, unless somebody wrote a draft already."""
    if not case.mail.encrypted or complaint.draft is not None or not complaint.is_open:
        return complaint
    phone = case.firm.organisation.phone
    text = "\n\n".join((_ASKS[complaint.language], *([_OR_CALL[complaint.language].format(phone)] if phone else [])))
    version = complaint.versions + 1
    draft = Draft(kind="answer", version=version, by="klachtmail", at=case.now, text=text, to=party)
    ready = advance(replace(complaint, draft=draft, versions=version), "drafted", case.now, "klachtmail", draft.kind)
    return complaint if isinstance(ready, Refusal) else ready
