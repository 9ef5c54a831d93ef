"""Delivery failures: reports by RFC 3464, and the many forms that were made before it or without it."""

import logging
import re
from collections.abc import Iterable
from typing import Final

from klachtmail.domain.incoming.message import Address, Bounce
from klachtmail.domain.incoming.tokens import TOKEN
from klachtmail.languages.every import either
from klachtmail.parse import clean
from klachtmail.parse.address import bare_address
from klachtmail.parse.body import leaves
from klachtmail.parse.charset import decode
from klachtmail.parse.fields import message_ids
from klachtmail.parse.header import decoded, end_of_fields, read_fields
from klachtmail.parse.mime import Part

_LIMIT: Final = 200_000  # bytes of a report, or of the message it returns, that are read
_LIBRARY_LIMIT: Final = 32_000  # bytes: its detectors go line by line, seventeen times
_LIBRARY_LINES: Final = 600
_LIBRARY_LINE: Final = 400  # bytes: on a line one of its patterns takes time squared
_REASON_LIMIT: Final = 300
_RETURNED: Final = frozenset(
    {
        "message/rfc822",
        "text/rfc822-headers",
        "message/global",
        "message/rfc822-headers",
        "message/disposition-notification",
    }
)
_REPORTS: Final = frozenset({"message/delivery-status", "message/global-delivery-status"})
_SENDERS = re.compile(
    r"(?:mailer-?daemon|mail-?daemon|postmaster|microsoftexchange[0-9a-f]*+|mdaemon|mmdf|mail-?_?delivery|mailsystem|bounces?|uucp|ndr"
    r"|daemon|root|[a-z0-9_-]{0,40}(?:gateway|smtp|antivirus)[a-z0-9_-]{0,40}|inetgw\d*+|imss|jetmail)(?:[+.=_-].*)?@.*",
    re.IGNORECASE,
)
_SENDER_NAMES = re.compile(
    r"mail(?:er)?[ -]?(?:delivery|daemon)|postmaster|microsoft (?:outlook|exchange)$|system administrator|mail administrator"
    r"|internet mail delivery|mail system|^systeembeheerder$",
    re.IGNORECASE,
)
_PREFIX: Final = r"\s*+(?:\[[^\]]{1,40}\]\s*+)?"
_SUBJECTS = re.compile(rf"{_PREFIX}{either('undelivered')}|.*(?:delivery failed|mail failure)\)?\.?$", re.IGNORECASE)
# What no person writes above a message: enough even without a machine's name, when the library agrees.
_TELLING = re.compile(
    _PREFIX
    + r"(?:onbestelbaar:|niet te bezorgen:|undeliver(?:able|ed)|delivery failure notification|mail delivery (?:failed|warning)"
    r"|mail could not be delivered|failure notice|returned mail|non-delivery:|delivery failure|mail error)|.*non remis\s\(delivery failed\)$",
    re.IGNORECASE,
)
_DELAYED = re.compile(rf"\s*{either('delayed')}", re.IGNORECASE)
_BLOCKED = re.compile(r"\W{0,4}message you sent (?:was )?blocked", re.IGNORECASE)  # Barracuda's refusal
_AWAY = re.compile(
    _PREFIX
    + r"(?:automatisch(?:e)? (?:antwoord|reactie|antwort)|automatic reply|auto-?reply|out of (?:the )?office|afwezig|réponse auto)",
    re.IGNORECASE,
)
_ID_LINE = re.compile(
    r"^[ >|\t]{0,10}(?:message-id|bericht-id|nachrichten-id|internet ?message ?id)\s*:\s*(<[^<>\n]{3,300}>)",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(r"(?<![\w.+@-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_OURS = re.compile(TOKEN.pattern + r"(?:@[A-Za-z0-9.-]{1,200})?")
# RFC 3463, RFC 5321, or for whom.
_FAILURE = re.compile(r"\b[45]\.\d{1,3}\.\d{1,3}\b|\b[45][0-7]\d[ -]|" + _ADDRESS.pattern)
# Never persons.
_SERVERS = re.compile(r"(?:mailer-?daemon|mail-?daemon|mdaemon|microsoftexchange[0-9a-f]*+)@.*", re.IGNORECASE)
# For good; no count, time or IP address.
_REFUSED = re.compile(
    r"\b5[0-7]\d[ -]5\.\d{1,3}\.\d{1,3}\b|(?:^|[>:(\"'])[ \t]{0,3}5(?:[0-7]\d[ -](?=[#<\w])|\.\d{1,3}\.\d{1,3}\b(?!\.\d))",
    re.MULTILINE,
)
_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")


def bounce(root: Part, sender: Address, subject: str, text: str, *, null_path: bool) -> Bounce | None:
    """Return what this delivery failure says, or None when it is none.

    People forward bounces, and quote them in complaints. So outside the standard report format it takes a
    machine as sender (by name or null return path) besides the words.
    """
    is_sure = null_path or _is_daemon(root, sender)
    if root.content_type == "multipart/report" or is_sure or root.content_type in _REPORTS:
        reported = _by_report(root, text)  # elsewhere it is a report that a person passes on
        if reported is not None:
            return reported
    report = root.parameters.get("report-type", "").lower()
    is_rejection = "(rejected)" in root.field("auto-submitted")  # Dovecot's: over quota, in the form of a receipt
    if report == "feedback-report" or (report == "disposition-notification" and not is_rejection):
        return None
    failed = root.field("x-failed-recipients")
    is_machine = is_sure or bool(_SENDER_NAMES.search(sender.name))
    is_telling = bool(_TELLING.match(subject)) and not root.field("in-reply-to")
    is_nobody = not (sender.address or root.field("from").strip(" <>")) and bool(_SUBJECTS.match(subject))
    if not (is_machine or is_nobody or failed or is_telling or is_rejection):
        return None
    temporary, permanent = _by_library(root)
    permanent |= set(_bare(failed.split(",")))
    tells = null_path or _tells_of_a_failure(root, sender, text)
    says_so = is_rejection or (tells and (is_nobody or (is_machine and bool(_SUBJECTS.match(subject)))))
    is_server = bool(_SERVERS.fullmatch(sender.address)) or (null_path and sender.address.startswith("postmaster@"))
    says_so = says_so or (is_server and bool(_REFUSED.search(text)) and not _is_auto_reply(root, subject))
    if not (says_so or temporary or permanent) or (_is_auto_reply(root, subject) and not (failed or says_so)):
        return None
    recipients = sorted(permanent or temporary) or ([sender.address] if is_rejection else _mentioned(text, sender))
    is_permanent = bool(permanent or _BLOCKED.match(subject)) or not (temporary or _DELAYED.match(subject))
    return Bounce(tuple(recipients), original_ids(root, text), permanent=is_permanent, reason=_reason(text))


def _is_daemon(root: Part, sender: Address) -> bool:
    """Return whether a mail server is the sender, by its address or by the envelope."""
    return bool(_SENDERS.fullmatch(sender.address)) or "mailer-daemon" in root.field("return-path").lower()


def _tells_of_a_failure(root: Part, sender: Address, text: str) -> bool:
    """Return whether there is more than words in the subject: a status, an address, or the message that came back."""
    said = text.replace(sender.address, " ") if sender.address else text
    return bool(_FAILURE.search(said)) or any(part.content_type in _RETURNED for part in leaves(root))


def _is_auto_reply(root: Part, subject: str) -> bool:
    """Return whether a person's program answers: out-of-office mail has a null return path, and names addresses too."""
    return decoded(root.field("auto-submitted")).lower().startswith("auto-replied") or bool(_AWAY.match(subject))


def _bare(values: Iterable[str]) -> list[str]:
    return [address for value in values if (address := bare_address(value))]


def _by_report(root: Part, text: str) -> Bounce | None:
    """Return the failure that a delivery-status part reports (RFC 3464 §2.3), or None without such a part."""
    reports = [part for part in leaves(root) if part.content_type in _REPORTS][:20]
    if not reports:
        return None
    groups = [group for report in reports for group in _groups(report.content(_LIMIT))]
    failed = [group for group in groups if group.get("action", "").split(" ")[0] == "failed"]
    others = [group for group in groups if group.get("action")]
    is_permanent = bool(failed) or not others
    about = failed or others or groups
    recipients = (_recipient(group) for group in about)
    reason = next((group["diagnostic-code"] for group in about if group.get("diagnostic-code")), "")
    status = next((group["status"] for group in about if group.get("status")), "")
    return Bounce(
        tuple(dict.fromkeys(each for each in recipients if each)),
        original_ids(root, text),
        permanent=is_permanent,
        reason=clean.one_line(f"{status} {reason}", _REASON_LIMIT),
    )


def _groups(content: bytes) -> list[dict[str, str]]:
    """Return the fields of each group: the one about the message, and one for each recipient."""
    groups = []
    for block in re.split(r"\n\s*\n", clean.lines(decode(content)))[:200]:
        fields = {name: decoded(value) for name, value in reversed(read_fields(block.lstrip("\n").encode() + b"\n"))}
        if "action" in fields:
            fields["action"] = fields["action"].lower()
        if fields:
            groups.append(fields)
    return groups


def _recipient(group: dict[str, str]) -> str:
    """Return the bare address as it was written to, which tells more than where it was forwarded."""
    for name in ("original-recipient", "final-recipient", "x-actual-recipient"):
        _, _, value = group.get(name, "").rpartition(";")
        address = bare_address(value)
        if address:
            return address
    return ""


def _by_library(root: Part) -> tuple[set[str], set[str]]:
    """Return the addresses that failed for now and for good, as flufl.bounce finds them in some 17 older formats."""
    from email import message_from_bytes

    from flufl.bounce import all_failures

    logging.getLogger("flufl.bounce").setLevel(logging.CRITICAL)  # it logs a traceback for what is caught below
    try:
        lines = root.raw[:_LIBRARY_LIMIT].split(b"\n")[:_LIBRARY_LINES]
        message = message_from_bytes(b"\n".join(line[:_LIBRARY_LINE] for line in lines))
        if "@" not in str(message.get("from", "")):  # one of its detectors stops all others over this
            del message["from"]
            message["From"] = "nobody@invalid"
        found = all_failures(message)
    except Exception:  # noqa: BLE001 - detectors trip over odd messages with any error; then they found nothing
        return set(), set()
    temporary, permanent = ({address for each in group if (address := bare_address(_text(each)))} for group in found)
    return temporary, permanent


def _text(address: bytes | str) -> str:
    return address.decode("latin-1") if isinstance(address, bytes) else address


def original_ids(root: Part, text: str) -> tuple[str, ...]:
    """Return the bare msg-ids of the message that came back: from its returned header, from the text, and our own."""
    found: list[str] = []
    for part in leaves(root):
        if part.content_type in _RETURNED:
            content = part.content(_LIMIT)
            stop, _, _ = end_of_fields(content + b"\n", 0, len(content) + 1)
            fields = dict(reversed(read_fields(content[:stop] + b"\n")))
            found += message_ids(fields.get("message-id") or fields.get("original-message-id", ""))
            found += _OURS.findall(decode(content[:_LIMIT]))
    for value in _ID_LINE.findall(text):
        found += message_ids(value)
    found += _OURS.findall(text)
    return tuple(dict.fromkeys(found))[:20]


def _mentioned(text: str, sender: Address) -> list[str]:
    """Return the first address that the text names, other than the sender."""
    named = _bare(match.group() for match in _ADDRESS.finditer(text[:_LIMIT]))
    return [address for address in named if address != sender.address][:1]


def _reason(text: str) -> str:
    """Return the line that holds a status code (RFC 3463), or else the first line."""
    lines = [line.strip() for line in text[:20_000].split("\n") if line.strip()]
    telling = next((line for line in lines if _STATUS.search(line)), lines[0] if lines else "")
    return clean.one_line(telling, _REASON_LIMIT)
