"""Did a machine send this? (RFC 3834 §2, RFC 5230 §4.6). Headers first; words only in the form that programs use.

There are two lists of tests. A CERTAIN sign always makes a mail automatic. A LIKELY sign gives way when there is reason
to think that a person wrote it: nothing is sent because of it, so a follow-up may be shown to its handler.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.incoming import auto_phrases as words
from klachtmail.domain.incoming.auto_sentences import ASKS_FOR_PROOF
from klachtmail.domain.incoming.message import Incoming
from klachtmail.domain.incoming.sentences import complains_in_sentences, speaks_of_us
from klachtmail.languages.every import either

Test = Callable[[Incoming, Firm], str]

_MACHINE_NAMES: Final = re.compile(
    r"mail(?:er)?[-_.]?daemon|post[-_.]?master|mail[-_.]?delivery|(?:mail[-_.]?)?delivery[-_.]?(?:sub)?system|mail[-_.]?(?:delivery|system)|(?:mail|system)[-_.]?administrator"
    r"|auto-?re(?:ply|spond(?:er)?)|majordomo|listserv|mdaemon|daemon|nobody|uucp|abuse-reports?|quarantine|dmarc[-_.]?(?:reports?|rua)?|(?:smtp[-_.]?)?tls[-_.]?(?:reporting|reports?|rpt)|(?:e-?mail-?)?(?:notif(?:y|ications?)|notificaties?|alerts?)|nieuwsbrief|newsletters?|mailings?"
    r"|auto-?mail(?:er)?|opendmarc|nagios|icinga|zabbix|logwatch|fail2ban|glpi|jira"
    r"|bounces?(?:[-_=.].{0,200})?|.{1,60}[-_]bounces?|microsoftexchange[0-9a-f]{8,}"
)
_ROLES: Final = re.compile(r"nieuwsbrief|newsletters?|mailings?", re.IGNORECASE)  # where people write from as well
_DOUBTED_NAMES: Final = re.compile(  # a program's; or a courier's, a firm's own, a surname
    r"delivery|root|null|www-data|apache|httpd|nginx|wordpress|webform|mailer|mailman|listmaster"
)
# RFC 5230 §4.6; or a role.
_LIST_NAMES: Final = re.compile(r".{1,60}-(?:owner|request|relay|confirm|unsubscribe)|owner-.{1,60}")
_NO_ANSWERS: Final = re.compile(
    r"(?:^|[-_.])(?:(?:no|non|not|ne|nicht|niet|geen|do[-_.]?not|dont)[-_.]?(?:reply|responder|respond|answer|antwoord(?:en)?|beantwoorden|reageren|reactie"
    r"|pas[-_.]?repondre|antworten|rispondere|responda|contestar)(?:s|mail)?|no[-_.]?replies|keine[-_.]?antwort(?:en)?|nao[-_.]?responda"
    r"|(?:ikke|ingen|inte)[-_.]?svar|svar[-_.]?ikke|nie[-_.]?odpowiada[cj]|unattended|unmonitored)(?:$|[-_.\d])"
)
_MACHINE_DISPLAY: Final = re.compile(
    r"mail deliver\w* (?:sub)?system|mailer-daemon|^\W*post ?master\W*$", re.IGNORECASE
)
_CRON: Final = re.compile(r"cron <\S{1,100}> ", re.IGNORECASE)
_MARKS: Final = re.compile(  # headers that only automatic mail carries
    r"x-(?:.{1,40}-)?auto-?(?:repl(?:y|ied)|respond|responder|response(?!-suppress)|answer|generated)(?:-from)?|x-(?:.{1,40}-)?vacation(?:bot)?"
    r"|x-(?:rt-|otrs-)?loop(?:-prevention)?|x-failed-recipients|x-mdaemon-deliver-report|x-cron-env|x-boxbe-.{1,40}|x-delivery-agent-tmda"
    r"|x-github-reason|x-gitlab-.{1,40}|x-jira-fingerprint|x-facebook-notify|x-linkedin-class|x-notifications?(?:-.{1,40})?|x-ms-exchange-calendar-response"
    r"|x-servicenow-generated"
)
_NEGATED: Final = frozenset({"", "no", "false", "none", "0"})
_ROBOTS: Final = re.compile(r"vacation|auto-?(?:re(?:ply|spon)|answer)|swatch|majordomo|listserv|tmda", re.IGNORECASE)
_LIST_HEADERS: Final = tuple(
    """
    list-id list-post mailing-list x-mailing-list x-mailman-version x-beenthere x-google-group-id x-listserver
""".split()
)
_ANSWERING: Final = re.compile(rf":\s*{either('replied')}\s?:", re.IGNORECASE)
_ANSWERED: Final = re.compile(rf"\w\W{{1,8}}{either('replied')}\s?:", re.IGNORECASE)  # 'Ik ben op vakantie Re: …'
_CONFIRM_LINK: Final = re.compile(
    r"https?://([\w.-]{1,200})\S{0,200}?(?:confirm|verif|challenge|release|whitelist|bevestig)", re.IGNORECASE
)
_REPORTS: Final = frozenset(
    {"multipart/report", "message/disposition-notification", "message/delivery-status", "message/feedback-report"}
)
_CALENDAR_ANSWERS: Final = frozenset({"reply", "counter", "declinecounter", "cancel"})  # RFC 5546 §1.4
_LONGEST_ABSENCE: Final = 5_000  # characters: robots say less
_QUESTION: Final = re.compile(r"\?(?!\S)")  # not that of a link
_HELP: Final = re.compile(  # 'Heeft u een dringende vraag?': of programs
    r"[^.?!\n]{0,80}\b(?:dringend\w{0,2}|spoed\w{0,10}|haast|urgent\w{0,2}|emergency|vragen|questions?|assistance|fragen)\b[^.?!\n]{0,60}\?(?!\S)",
    re.IGNORECASE,
)
_SHORT: Final = 1500  # characters: a notice is not longer


def is_own_list(mail: Incoming, firm: Firm) -> bool:
    """Return whether the list that sent this is our own mailbox (Google Groups, for one): its marks do not count."""
    own = tuple(value.lower().strip("<>") for value in firm.intake.own_lists)
    return any(identity in value.lower() for value in mail.headers.get("list-id", ()) for identity in own)


def machine_name(address: str) -> str:
    """Return why this bare address belongs to a program, or ''. Roles (info@, administratie@) are people."""
    local = address.partition("@")[0].lower()
    base = local.split("+")[0]
    return f"afzender {local}" if _MACHINE_NAMES.fullmatch(base) or _NO_ANSWERS.search(base) else ""


def reads_no_answers(address: str) -> bool:
    """Return whether no answer may go to this bare address: that of a program, or perhaps of a list's owner or robot."""
    local = address.partition("@")[0].lower()
    return bool(machine_name(address) or _LIST_NAMES.fullmatch(local) or _DOUBTED_NAMES.fullmatch(local.split("+")[0]))


def _auto_submitted(mail: Incoming, _firm: Firm) -> str:
    value = mail.header("auto-submitted").split(";")[0].strip().lower()
    return f"Auto-Submitted: {value}" if value and not re.match(r"no\b", value) else ""


def _precedence(mail: Incoming, firm: Firm) -> str:
    for name in ("precedence", "x-precedence"):
        value = mail.header(name).strip().lower().replace("-", "").replace("_", "")
        is_ours = value in {"list", "bulk"} and is_own_list(mail, firm)
        if value in {"bulk", "junk", "list", "autoreply"} and not is_ours:
            return f"Precedence: {value}"
    return ""


@lru_cache(maxsize=2048)  # the same few hundred names come in every message
def _is_mark(name: str) -> bool:
    return bool(_MARKS.fullmatch(name))


def _mark(mail: Incoming, _firm: Firm) -> str:
    for name, values in mail.headers.items():
        if _is_mark(name) and values[0].strip().lower() not in _NEGATED:
            return name
    if mail.header("x-priority").lower() == "autoreply" or mail.header("delivered-to").lower() == "autoresponder":
        return "autoresponder"
    robot = next((n for n in ("x-mailer", "user-agent", "x-post-messageclass") if _ROBOTS.search(mail.header(n))), "")
    return f"{robot}: {mail.header(robot)[:40]}" if robot else ""


def _list(mail: Incoming, firm: Firm) -> str:
    return "" if is_own_list(mail, firm) else next((name for name in _LIST_HEADERS if name in mail.headers), "")


def tells_of_reading(mail: Incoming) -> bool:
    """Return whether a short text says that something was read, under a receipt's subject."""
    is_short = len(mail.text) < _SHORT
    return bool(is_short and words.RECEIPT.match(mail.subject) and words.RECEIPT_WITHIN.search(mail.text))


def _report(mail: Incoming, _firm: Firm) -> str:
    """Delivery, read and abuse reports (RFC 3462, 8098, 5965), and receipts that are only words."""
    kinds = (mail.content_type, *(attachment.content_type for attachment in mail.attachments))
    if kind := next((kind for kind in kinds if kind in _REPORTS), ""):
        return kind
    if tells_of_reading(mail) and words.RECEIPT_OPENING.match(_below_banner(mail.text)):
        return "leesbevestiging"
    if words.AGGREGATE.match(mail.subject):
        return "verzamelrapport"
    return "misbruikmelding" if words.ABUSE.match(mail.subject) and mail.attachments else ""


def answers_invitation(mail: Incoming) -> bool:
    """Return whether a calendar part says that it answers or withdraws, or comes with a subject as programs give to that."""
    if mail.calendar_method in _CALENDAR_ANSWERS:
        return True
    types = {mail.content_type, *(attachment.content_type for attachment in mail.attachments)}
    return bool(types & {"text/calendar", "application/ics"} and words.CALENDAR.match(mail.subject))


def _calendar(mail: Incoming, _firm: Firm) -> str:
    """An answer to an invitation (RFC 5546 METHOD:REPLY, CANCEL), which programs send for people, with no word of theirs."""
    said = mail.new_text.strip()
    is_bare = not said or said.startswith("BEGIN:VCALENDAR")
    return "antwoord op een uitnodiging" if is_bare and answers_invitation(mail) else ""


def _calendar_with_words(mail: Incoming, _firm: Firm) -> str:
    """The same with a text: a program's ('… heeft de uitnodiging geaccepteerd'), or what the person added."""
    is_answer = answers_invitation(mail) and not words.COMPLAINT_WITHIN.search(mail.new_text)
    return "antwoord op een uitnodiging" if is_answer else ""


def _recall(mail: Incoming, _firm: Firm) -> str:
    is_recall = words.RECALL.match(mail.subject) and words.RECALL_WITHIN.search(mail.text[:_SHORT])
    return "intrekking" if is_recall else ""


def _null_path(mail: Incoming, _firm: Firm) -> str:
    return "Return-Path: <>" if mail.return_path == "" else ""


def _sender(mail: Incoming, _firm: Firm) -> str:
    if _MACHINE_DISPLAY.search(mail.sender.name):
        return f"afzender {mail.sender.name}"
    if _CRON.match(mail.subject):
        return "cron"
    name = machine_name(mail.sender.address)
    is_a_role = bool(_ROLES.fullmatch(mail.sender.address.partition("@")[0])) and not _is_bulk(mail)
    return "" if is_a_role and complains_in_sentences(mail) else name


def _is_bulk(mail: Incoming) -> bool:
    """Return whether any header says that it went to many."""
    return any(name in mail.headers for name in ("list-unsubscribe", "list-id", "precedence", "feedback-id"))


def opens_as_away(mail: Incoming) -> bool:
    """Return whether the text begins as programs begin: away, or an automatic message."""
    return len(mail.new_text) < _SHORT and bool(words.AWAY.match(_below_banner(mail.new_text)))


def _below_banner(text: str) -> str:
    """Return the text without what our own mail system wrote above it about mail from outside."""
    banner = words.BANNER.match(text)
    return text[banner.end() if banner else 0 :].strip()


def _subject(mail: Incoming, _firm: Firm) -> str:
    """A prefix that only programs write; or one that people write too, with a second reason to believe it."""
    if found := words.AUTO_ANSWER.match(mail.subject):
        is_prefix = found.group().endswith((":", "："))
        asks = words.COMPLAINT_WITHIN.search(mail.new_text) or complains_in_sentences(mail)
        asks = asks or (not mail.thread and speaks_of_us(mail))  # 'Out of office', that is all your trainer says
        about_one = not is_prefix and not opens_as_away(mail) and asks
        return "" if about_one else "onderwerp"
    absent = words.ABSENCE.match(mail.subject)
    answers = (_ANSWERED if absent else _ANSWERING).search(mail.subject)
    is_doubtful = absent or words.AUTO_ANSWER_WITHIN.search(mail.subject[:100])
    is_marked = "x-auto-response-suppress" in mail.headers
    second = is_marked or ((answers or opens_as_away(mail)) and not complains_in_sentences(mail))
    return "onderwerp" if is_doubtful and second else ""


def _challenge(mail: Incoming, firm: Firm) -> str:
    """A program wants to hear from a person before it delivers. A link to our own site is what a client complains of."""
    if len(mail.text) > 2 * _SHORT or "://" not in mail.text:
        return ""
    links = _CONFIRM_LINK.findall(mail.text)
    if not any(not firm.is_own_domain(f"@{host.lower()}") for host in links):
        return ""
    is_asked = words.CHALLENGE.match(mail.subject) or ASKS_FOR_PROOF.search(mail.text)
    return "vraagt om bevestiging" if is_asked else ""


def _absence(mail: Incoming, _firm: Firm) -> str:
    """An answer that opens as an out-of-office, or is called one: robots quote nothing, and ask nothing but whether it is urgent."""
    if not mail.thread or len(mail.new_text) > _LONGEST_ABSENCE or mail.quoted_text.strip():
        return ""
    if words.COMPLAINT_WITHIN.search(mail.new_text):
        return ""
    if _QUESTION.search(_HELP.sub("", _below_banner(mail.new_text))) or complains_in_sentences(mail):
        return ""
    return "tekst" if opens_as_away(mail) or words.ABSENCE.match(mail.subject) else ""


def _bulk(mail: Incoming, firm: Firm) -> str:
    """List-Unsubscribe without more: newsletters have it, and so has the mail of people who write with a sales tool."""
    names = ("list-unsubscribe", "list-unsubscribe-post", "list-help")
    name = next((name for name in names if name in mail.headers), "")
    if not name or mail.thread or is_own_list(mail, firm):
        return ""
    return "" if words.COMPLAINT_WITHIN.search(f"{mail.subject}\n{mail.text[:2000]}") else name


CERTAIN: Final[tuple[Test, ...]] = (
    _auto_submitted,
    _precedence,
    _mark,
    _list,
    _report,
    _calendar,
    _recall,
    _null_path,
    _sender,
    _subject,
    _challenge,
)
LIKELY: Final[tuple[Test, ...]] = (_absence, _bulk, _calendar_with_words)


def automatic(mail: Incoming, firm: Firm, *, known: bool = False) -> str:
    """Return the first sign that a machine sent this (for the record), or '' for a person.

    `known`: it comes from somebody outside in a known thread, so that only certain signs count.
    X-Auto-Response-Suppress alone is no sign: people behind Exchange carry it.
    """
    return next((sign for test in (CERTAIN if known else (*CERTAIN, *LIKELY)) if (sign := test(mail, firm))), "")
