"""What an SMTP refusal means for a letter (RFC 5321 §4.2, RFC 3463), as a table that is read from top to bottom.

Servers refuse with the same codes for three reasons: this letter, this sender, or this moment. Only the first may count
against a letter; to take the second for the first would fail a whole outbox because a daily quota is used up.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from klachtmail.smtp.port import Answer, Paused, Rejected, Retry

Stage = Literal["login", "mail", "rcpt", "data", "content"]

LONGEST_REASON = 300

OURS: frozenset[Stage] = frozenset({"login", "mail"})
LETTER: frozenset[Stage] = frozenset({"rcpt", "data", "content"})
SIZE: frozenset[Stage] = frozenset({"mail", "data", "content"})
CONTENT: frozenset[Stage] = frozenset({"content"})
ANY = OURS | LETTER
AFTER_RCPT: frozenset[Stage] = frozenset({"data", "content"})

# Exchange Online: 5.1.8 and 5.1.90 (bad outbound sender, recipients a day), 5.2.252 (SendAsDenied), 5.7.57, 5.7.60,
# 5.7.64, 5.7.23x, 5.7.5xx, 5.7.7xx (not authenticated, send as, limits of the tenant). Gmail: 5.4.5 (daily limit).
# RFC 3463 and RFC 4954: 5.1.7 (sender's address), 5.7.3, 5.7.8 to 5.7.14 (authentication).
SENDER_CODE = r"\d{3} [45]\.(1\.(7|8|90)|2\.252|4\.5|7\.(3|8|9|1[0-4]|5\d|6[04]|23\d|[57]\d\d))\b"

# Exchange Online judges the sender after DATA, under 5.7.1 or 5.2.0: only its words tell it from a letter that it does not
# want. At RCPT no words are read: one recipient's own limit would keep back everybody's letters. There the pattern over
# recipients decides (service.outbox.pattern).
SENDER_WORDS = (
    r".*\b("
    r"(sender address|client host|helo command) rejected|not owned by user|send ?as ?denied|permissions? to send as"
    r"|relay(ing)? (access )?denied|(unable|not (permitted|allowed)) to relay"
    r"|authentication (is )?required|not (yet )?authenticated"
    r"|submission ?quota|rate ?limit|too many (messages|e-?mails|logins)"
    r"|(sending|sender|outgoing|outbound|daily|hourly)\b[^.]{0,30}\b(quota|limit)"
    r"|(e-?mails|messages|recipients) per (hour|day|minute)"
    r")"
)


# The login of this connection does not count, or no more (a token ends after an hour, and the connection may outlive it).
_LOGIN_FIRST = re.compile(
    r"53[0458]|\d{3} [45]\.7\.(3|8|9|1[0-4]|57)\b|.*\b(authentication (is )?required|not (yet )?authenticated|token (has )?expired)",
    re.IGNORECASE,
)


def wants_login(code: int, text: bytes) -> bool:
    """Return whether a refusal says that somebody has to log in: another letter over this connection is refused too."""
    return _LOGIN_FIRST.match(f"{code} {text.decode('utf-8', 'replace')[:LONGEST_REASON]}") is not None


def _for_content(reason: str) -> Rejected:
    return Rejected(reason, for_content=True)


def _too_large(reason: str) -> Rejected:
    return Rejected(reason, too_large=True)


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the table: a refusal at these stages whose 'code text' begins like `pattern` means this."""

    name: str
    stages: frozenset[Stage]
    pattern: str
    means: Callable[[str], Answer]


RULES: tuple[Rule, ...] = (
    Rule("the server is closing", OURS, r"421", Paused),
    Rule("the server closes over this letter", LETTER, r"421", Retry),  # or else one letter would keep back all others
    Rule("too large", ANY, r"\d{3} 5\.(3\.4|2\.3)\b", _too_large),
    Rule("too large, from before enhanced codes", SIZE, r"552(?! [245]\.\d)", _too_large),
    Rule("the sender, by code", ANY, SENDER_CODE, Paused),
    Rule("log in first", ANY, r"53[0458]", Paused),
    Rule("the sender, by words", AFTER_RCPT, SENDER_WORDS, Paused),
    Rule("login or sender", OURS, r"", Paused),
    Rule("what stands in this letter, for good", CONTENT, r"5", _for_content),
    Rule("this recipient, for good", LETTER, r"5", Rejected),
    Rule("this letter, for now", LETTER, r"", Retry),
)


def classified(stage: Stage, code: int, text: bytes | str) -> Answer:
    """Return what this refusal means; the last rules take whatever is left."""
    decoded = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    shown = "".join(c if c.isprintable() else " " for c in decoded)
    reply = f"{code} {' '.join(shown.split())}".strip()[:LONGEST_REASON]
    fitting = (rule for rule in RULES if stage in rule.stages and re.match(rule.pattern, reply, re.IGNORECASE))
    return next(fitting).means(reply)
