"""The message with which a mail server says that it could not deliver a letter (RFC 3464)."""

import datetime as dt
import email
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, make_msgid

_DOMAIN = "mail.example.net"


def delivery_failure(content: bytes, recipient: str, sender: str, at: dt.datetime) -> bytes:
    """Return the delivery status notification to `sender` that says that `recipient` is unknown; `at` is aware."""
    report = MIMEMultipart("report")
    report.set_param("report-type", "delivery-status")
    report["From"] = f"Mail Delivery Subsystem <mailer-daemon@{_DOMAIN}>"
    report["To"] = sender
    report["Subject"] = "Undelivered Mail Returned to Sender"
    report["Date"] = format_datetime(at)
    report["Message-ID"] = make_msgid(domain=_DOMAIN)
    report["Auto-Submitted"] = "auto-replied"
    report.attach(MIMEText(f"Your message to <{recipient}> could not be delivered: there is no such mailbox.\n"))
    report.attach(_status(recipient))
    report.attach(MIMEMessage(email.message_from_bytes(content)))
    return report.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _status(recipient: str) -> Message:
    """Return the fields for people's programs: per message, then per recipient (RFC 3464 §2)."""
    status = MIMEBase("message", "delivery-status")
    groups: list[Message | str] = []
    for fields in (
        {"Reporting-MTA": f"dns; {_DOMAIN}"},
        {
            "Final-Recipient": f"rfc822; {recipient}",
            "Action": "failed",
            "Status": "5.1.1",
            "Diagnostic-Code": "smtp; 550 5.1.1 no such mailbox",
        },
    ):
        group = Message()
        for name, value in fields.items():
            group[name] = value
        groups.append(group)
    status.set_payload(groups)
    return status
