"""Delivery failures and delays, receipts and other reports."""

from tests.mails import Mail


def report(sender: str, subject: str, words: str, status: str, returned: str, *, extra: str = "") -> str:
    """Return a report by RFC 3464; `status` are the fields about the recipient, `returned` those that came back."""
    return f"""
From: {sender}
To: klachten@ront.nl
Subject: {subject}
Return-Path: <>
Message-ID: <bericht-van-de-server@example.nl>
{extra}MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="grens"

--grens
Content-Type: text/plain; charset=utf-8

{words}

--grens
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.nl

{status}

--grens
Content-Type: text/rfc822-headers

{returned}

--grens--
"""


_OUR_LETTER = (
    "From: klachten@ront.nl\nTo: sanne@example.nl\nSubject: Wij hebben uw bericht ontvangen\nMessage-ID: <{ack}>"
)
_FAILED = "Final-Recipient: rfc822; sanne@example.nl\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 user unknown"
_DELAYED = "Final-Recipient: rfc822; sanne@example.nl\nAction: delayed\nStatus: 4.4.1"

BOUNCES = (
    Mail(
        "Exchange, Dutch",
        "bounces",
        report(
            "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.nl>",
            "Niet te bezorgen: Wij hebben uw bericht ontvangen [K2026-0001]",
            "Uw bericht aan sanne@example.nl kan niet worden bezorgd.",
            _FAILED,
            _OUR_LETTER,
            extra="Auto-Submitted: auto-replied\n",
        ),
        number="K2026-0001",
    ),
    Mail(
        "Postfix",
        "bounces",
        report(
            "Mail Delivery System <MAILER-DAEMON@mx.example.nl>",
            "Undelivered Mail Returned to Sender",
            "I'm sorry to have to inform you that your message could not be delivered.",
            _FAILED,
            _OUR_LETTER,
        ),
        number="K2026-0001",
    ),
    Mail(
        "Gmail, Dutch: 'Adres niet gevonden'",
        "bounces",
        report(
            "Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
            "Delivery Status Notification (Failure)",
            "** Adres niet gevonden **\n\nUw bericht is niet bezorgd bij sanne@example.nl.",
            _FAILED,
            _OUR_LETTER,
            extra="X-Failed-Recipients: sanne@example.nl\n",
        ),
        number="K2026-0001",
    ),
    Mail(
        "a delay is only noted",
        "bounces",
        report(
            "Mail Delivery System <MAILER-DAEMON@mx.example.nl>",
            "Delayed Mail (still being retried)",
            "Uw bericht is vertraagd.",
            _DELAYED,
            _OUR_LETTER,
        ),
        number="K2026-0001",
    ),
    Mail(
        "Exim: without the standard format",
        "bounces",
        """
From: Mail Delivery System <Mailer-Daemon@mx.example.nl>
To: klachten@ront.nl
Subject: Mail delivery failed: returning message to sender
Return-Path: <>
Message-ID: <E1@mx.example.nl>

A message that you sent could not be delivered to one or more of its recipients:

  sanne@example.nl
    550 no such user

------ This is a copy of the message, including all the headers. ------

Message-ID: <{ack}>
To: sanne@example.nl
""",
        number="K2026-0001",
    ),
    Mail(
        "qmail, and nothing of our letter but the address",
        "bounces",
        """
From: MAILER-DAEMON@mx.example.nl
To: klachten@ront.nl
Subject: failure notice
Return-Path: <>
Message-ID: <qmail@mx.example.nl>

Hi. This is the qmail-send program at mx.example.nl.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<sanne@example.nl>:
Sorry, no mailbox here by that name. (#5.1.1)
""",
        number="K2026-0001",
    ),
    Mail(
        "a failure of a mail that we never sent",
        "bounces",
        report(
            "Mail Delivery System <MAILER-DAEMON@mx.example.org>",
            "Undelivered Mail Returned to Sender",
            "Sorry.",
            "Final-Recipient: rfc822; onbekend@example.org\nAction: failed\nStatus: 5.1.1",
            "From: klachten@ront.nl\nMessage-ID: <vreemd@example.org>",
        ),
        listed=True,
    ),
    Mail(
        "KPN: 'Bericht niet afgeleverd'",
        "bounces",
        """
From: Postmaster <postmaster@kpnmail.example>
To: klachten@ront.nl
Subject: Bericht niet afgeleverd
Message-ID: <b20@kpnmail.example>

Uw bericht aan sanne@example.nl is niet afgeleverd. Het adres bestaat niet.
""",
        number="K2026-0001",
    ),
    Mail(
        "Ziggo: 'Melding: bericht kon niet worden afgeleverd'",
        "bounces",
        """
From: MAILER-DAEMON@ziggo.example
To: klachten@ront.nl
Subject: Melding: bericht kon niet worden afgeleverd
Message-ID: <b21@ziggo.example>

<sanne@example.nl>: 550 5.1.1 gebruiker onbekend
""",
        number="K2026-0001",
    ),
    Mail(
        "a hosting firm: 'Uw e-mail kon niet worden bezorgd'",
        "bounces",
        """
From: Mail Delivery System <mailer-daemon@hosting.example>
To: klachten@ront.nl
Subject: Uw e-mail kon niet worden bezorgd
Message-ID: <b22@hosting.example>

550 5.1.1 sanne@example.nl: adres onbekend
""",
        number="K2026-0001",
    ),
    Mail(
        "Exchange: 'Afgewezen: …'",
        "bounces",
        """
From: Microsoft Outlook <postmaster@kantoor.example>
To: klachten@ront.nl
Subject: Afgewezen: Wij hebben uw bericht ontvangen
Message-ID: <b23@kantoor.example>

Uw bericht aan sanne@example.nl is afgewezen door de organisatie.
""",
        number="K2026-0001",
    ),
    Mail(
        "a rejection by a mail filter, from the recipient's own address",
        "bounces",
        """
From: Mail Delivery Subsystem <sanne@example.nl>
To: klachten@ront.nl
Subject: Automatically rejected mail
Auto-Submitted: auto-replied (rejected)
Message-ID: <b24@example.nl>

Your message was automatically rejected: the mailbox is full.
""",
        number="K2026-0001",
    ),
    Mail(
        "'vertraging' from a person with a machine's name",
        "new",
        """
From: Systeembeheer Gemeente <systeembeheer@apeldoorn.example>
To: klachten@ront.nl
Subject: Vertraging cursusmateriaal
Message-ID: <b25@apeldoorn.example>

Dit is een klacht: het materiaal kwam drie weken te laat.
""",
        ("systeembeheer@apeldoorn.example",),
    ),
    Mail(
        "a small firm whose only address is postmaster",
        "automatic",
        """
From: Jan Postma <postmaster@kleinbedrijf.example>
To: klachten@ront.nl
Subject: Niet bezorgd lesmateriaal
Message-ID: <b26@kleinbedrijf.example>

Het lesmateriaal is nog steeds niet bezorgd.
""",
        listed=True,
    ),
    Mail(
        "a client who passes on a report with his own words",
        "automatic",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Fwd: Niet te bezorgen: aanmelding
Message-ID: <b27@example.org>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="grens"

--grens
Content-Type: text/plain; charset=utf-8

Dit krijg ik steeds terug als ik u schrijf. Ik wil een antwoord op mijn klacht.

--grens
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.nl

Final-Recipient: rfc822; info@ront.nl
Action: failed
Status: 5.1.1

--grens--
""",
        listed=True,
    ),
    Mail(
        "a client who forwards a bounce is a person",
        "new",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: FW: Niet te bezorgen: aanmelding training
Message-ID: <b1@example.org>

Mijn aanmelding kwam terug. Zo kan ik me niet inschrijven en dat is al de derde keer!

Van: postmaster@example.org
Onderwerp: Niet te bezorgen: aanmelding training

Uw bericht kan niet worden bezorgd.
""",
        answered=("kees@example.org",),
    ),
    Mail(
        "read receipt, by the standard",
        "automatic",
        """
From: Sanne de Boer <sanne@example.nl>
To: klachten@ront.nl
Subject: Gelezen: Wij hebben uw bericht ontvangen [K2026-0001]
In-Reply-To: <{ack}>
Message-ID: <b2@example.nl>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=disposition-notification; boundary="grens"

--grens
Content-Type: text/plain

Uw bericht is gelezen op maandag 23 november 2026.

--grens
Content-Type: message/disposition-notification

Final-Recipient: rfc822;sanne@example.nl
Disposition: manual-action/MDN-sent-manually; displayed

--grens--
""",
        number="K2026-0001",
    ),
    Mail(
        "read receipt, only in words",
        "automatic",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Gelezen: De uitkomst
Message-ID: <b3@example.org>

Uw bericht
   Aan: kees@example.org
   Onderwerp: De uitkomst
is gelezen op 23-11-2026 10:12.
""",
        listed=True,
    ),
    *(
        Mail(
            f"a receipt of Exchange, only in words: {subject}",
            "automatic",
            f"""
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: {subject}: De uitkomst
Message-ID: <b31@example.org>

{text}
kees@example.org
""",
            listed=True,
        )
        for subject, text in (
            ("Bezorgd", "Uw bericht is bezorgd aan de volgende geadresseerden:"),
            (
                "Doorgegeven",
                "De bezorging bij deze geadresseerden is voltooid, maar er is geen bezorgingsmelding verzonden:",
            ),
        )
    ),
    *(
        Mail(
            f"a receipt only in words: {subject}",
            "automatic",
            f"""
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: {subject} De uitkomst
Message-ID: <b34@example.org>

{text}
""",
            listed=True,
        )
        for subject, text in (
            (
                "Gelesen:",
                "Ihre Nachricht\n\nAn: Kees\nBetreff: De uitkomst\n\nwurde am Montag, 23. November 2026 09:05:00 gelesen.",
            ),
            (
                "Leído:",
                "El mensaje\n\nPara: Kees\nAsunto: De uitkomst\n\nse leyó el lunes, 23 de noviembre de 2026 9:05:00.",
            ),
            (
                "Letto:",
                "Il messaggio\n\nA: Kees\nOggetto: De uitkomst\n\nè stato letto lunedì 23 novembre 2026 9:05:00.",
            ),
            (
                "Empfangsbestätigung (angezeigt) -",
                "Dies ist eine Empfangsbestätigung für die E-Mail, die Sie an kees@example.org gesendet haben.",
            ),
            (
                "Accusé de réception (affiché) -",
                "Ceci est un accusé de réception pour le courrier que vous avez envoyé à kees@example.org.",
            ),
        )
    ),
    Mail(
        "no receipt: a client who is worried",
        "new",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Bezorgd: mijn dossier
Message-ID: <b32@example.org>

Ik ben bezorgd over wat er met mijn gegevens gebeurt.
""",
        answered=("kees@example.org",),
    ),
    Mail(
        "Exchange 2003: 'Systeembeheerder'",
        "bounces",
        """
From: Systeembeheerder <systeembeheerder@kantoor.example>
To: klachten@ront.nl
Subject: Niet te bezorgen: Wij hebben uw bericht ontvangen
Message-ID: <b33@kantoor.example>

sanne@example.nl op 23-11-2026 9:00
      Deze ontvanger is niet bereikbaar. 550 5.1.1
""",
        number="K2026-0001",
    ),
    Mail(
        "no read receipt: a client who read something",
        "new",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Gelezen: uw voorwaarden, en ik ben het er niet mee eens
Message-ID: <b4@example.org>

U rekent annuleringskosten terwijl u zelf de training verplaatste.
""",
        answered=("kees@example.org",),
    ),
    Mail(
        "no receipt: a client who waits for one",
        "new",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Ontvangstbevestiging: nog steeds niets gehoord
Message-ID: <b5@example.org>

Ik stuurde u drie weken terug een aangetekende brief.
""",
        answered=("kees@example.org",),
    ),
    Mail(
        "feedback report (ARF)",
        "automatic",
        """
From: Feedback <feedback@arf.example.org>
To: klachten@ront.nl
Subject: FW: Wij hebben uw bericht ontvangen
Message-ID: <b6@arf.example.org>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="grens"

--grens
Content-Type: text/plain

This is an email abuse report.

--grens
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: SomeGenerator/1.0
Version: 1

--grens--
""",
        listed=True,
    ),
)
