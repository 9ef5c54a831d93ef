"""The texts that the register keeps in part, read whole from the messages themselves, when somebody asks."""

from dataclasses import replace

from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.incoming.passed_on import with_mails
from klachtmail.domain.records.abridged import is_abridged, whole
from klachtmail.domain.records.model import Complaint, Message
from klachtmail.parse import parse
from klachtmail.store.port import Store


def with_whole_texts(complaint: Complaint, store: Store, firm: Firm) -> Complaint:
    """Return the complaint with its texts as they came; those of which the message is gone stay as they are."""
    messages = tuple(
        replace(each, text=_whole(each.text, each, store, firm)) if is_abridged(each.text) else each
        for each in complaint.messages
    )
    original = complaint.original
    if not is_abridged(complaint.text) or original is None:
        return replace(complaint, messages=messages)
    return replace(complaint, text=_whole(complaint.text, original, store, firm), messages=messages)


def whole_texts(complaint: Complaint, store: Store, firm: Firm) -> list[tuple[str, str, bytes]]:
    """Return a file with the texts that are longer than what the register keeps, to go with a letter; none when none is."""
    found = with_whole_texts(complaint, store, firm)
    before = (complaint.text, *(each.text for each in complaint.messages))
    after = (found.text, *(each.text for each in found.messages))
    longer = [text for old, text in zip(before, after, strict=True) if text != old]
    return [("hele-tekst.txt", "text/plain", f"\n\n{'-' * 72}\n\n".join(longer).encode())] if longer else []


def _whole(text: str, message: Message, store: Store, firm: Firm) -> str:
    raw = store.mail(message.sha256)
    if raw is None:
        return text
    mail = parse(raw, message.at)
    passed = (*mail.mails, *mail.pasted, *((mail.forwarded,) if mail.forwarded else ()))
    own = (mail.text, mail.dossier_text)
    said = (*(with_mails(each, mail, firm) for each in own), *own, *(each.text for each in passed))
    return whole(text, said)
