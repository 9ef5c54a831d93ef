"""Sources of the configuration: a web form, a scanner, forwarding mailboxes, and a list that is our own mailbox."""

from tests.mails import Mail

SECTIONS = {
    "intake": {
        "sources": ["formulier@web.example", "scanner@ront.nl", "info@ront.nl"],
        "own_lists": ["klachten.ront.nl"],
    }
}

INTAKE = (
    Mail(
        "a form with Reply-To",
        "new",
        """
From: Website <formulier@web.example>
Reply-To: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Nieuw contactformulier
Auto-Submitted: auto-generated
Message-ID: <i1@web.example>

De training viel tegen.
""",
        answered=("kees@example.org",),
        complainant="kees@example.org",
    ),
    Mail(
        "a form with the answer in lines",
        "new",
        """
From: Website <formulier@web.example>
To: klachten@ront.nl
Subject: Nieuw contactformulier
Message-ID: <i2@web.example>

Naam: Kees Klant
E-mail: kees@example.org
Telefoon: 06 12345678
Bericht:
De training viel tegen.
""",
        answered=("kees@example.org",),
        complainant="kees@example.org",
    ),
    Mail(
        "a form whose Reply-To is our own address",
        "new",
        """
From: Website <formulier@web.example>
Reply-To: klachten@ront.nl
To: klachten@ront.nl
Subject: Nieuw contactformulier
Message-ID: <i3@web.example>

Uw naam: Kees Klant
Uw e-mailadres: <kees@example.org>
""",
        answered=("kees@example.org",),
        complainant="kees@example.org",
    ),
    *(
        Mail(
            f"a form: {name}",
            "new",
            f"""
From: Website <formulier@web.example>
To: klachten@ront.nl
Subject: Nieuw contactformulier
Message-ID: <i11@web.example>

{text}
""",
            answered=answered,
            complainant="kees@example.org",
        )
        for name, text, answered in (
            (
                "Contact Form 7",
                "Van: Kees Klant <kees@example.org>\nOnderwerp: Klacht\n\nBerichtinhoud:\nDe training viel tegen.",
                ("kees@example.org",),
            ),
            (
                "labels above the answers",
                "Naam\nKees Klant\n\nE-mail\nkees@example.org\n\nBericht\nDe training viel tegen.",
                ("kees@example.org",),
            ),
            (
                "nothing but one address, which a partner confirms",
                "Kees Klant (kees@example.org) vond de training slecht. Aan: info@ront.nl",
                (),
            ),
        )
    ),
    Mail(
        "a form: a table in HTML",
        "new",
        """
From: Website <formulier@web.example>
To: klachten@ront.nl
Subject: Nieuw contactformulier
Message-ID: <i12@web.example>
Content-Type: text/html

<table><tr><td>Naam:</td><td>Kees Klant</td></tr><tr><td>E-mail:</td><td>kees@example.org</td></tr></table>
""",
        answered=("kees@example.org",),
        complainant="kees@example.org",
    ),
    Mail(
        "a form without an address",
        "new",
        """
From: Website <formulier@web.example>
To: klachten@ront.nl
Subject: Nieuw contactformulier
Message-ID: <i4@web.example>

Naam: Kees Klant
De training viel tegen.
""",
    ),
    Mail(
        "a scanner: a PDF and no text",
        "new",
        """
From: Scanner <scanner@ront.nl>
To: klachten@ront.nl
Subject: Scan van MFP-2
Message-ID: <i5@ront.nl>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="grens"

--grens
Content-Type: application/pdf; name="SCAN_0001.pdf"
Content-Disposition: attachment; filename="SCAN_0001.pdf"
Content-Transfer-Encoding: base64

JVBERi0xLjQK
--grens--
""",
    ),
    Mail(
        "info@ forwards inline: somebody confirms who it is",
        "new",
        """
From: RONT <info@ront.nl>
To: klachten@ront.nl
Subject: FW: Slechte training
Message-ID: <i6@ront.nl>

Van: Kees Klant <kees@example.org>
Verzonden: vrijdag 20 november 2026 14:03
Aan: info@ront.nl
Onderwerp: Slechte training

Ik ben niet tevreden over de training.
""",
        complainant="kees@example.org",
    ),
    Mail(
        "our own list rewrote the sender",
        "new",
        """
From: "'Kees Klant' via Klachten" <klachten@ront.nl>
Reply-To: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Slechte training
List-Id: <klachten.ront.nl>
Precedence: list
Mailing-list: list klachten@ront.nl; contact klachten+owners@ront.nl
List-Unsubscribe: <mailto:af@ront.nl>
Message-ID: <i7@example.org>

Ik ben niet tevreden over de training.
""",
        answered=("kees@example.org",),
        complainant="kees@example.org",
    ),
    Mail(
        "our own list leaves the sender as he is",
        "new",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Slechte training
List-Id: <klachten.ront.nl>
Precedence: list
List-Post: <mailto:klachten@ront.nl>
Message-ID: <i8@example.org>

Ik ben niet tevreden over de training.
""",
        answered=("kees@example.org",),
        complainant="kees@example.org",
    ),
    Mail(
        "an out-of-office through our own list",
        "automatic",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Re: uw letter
List-Id: <klachten.ront.nl>
Auto-Submitted: auto-replied
Message-ID: <i9@example.org>

Ik ben er niet.
""",
        listed=True,
    ),
    Mail(
        "a failure about a form is still a failure",
        "bounces",
        """
From: MAILER-DAEMON@web.example
To: klachten@ront.nl
Subject: Undelivered Mail Returned to Sender
Return-Path: <>
Message-ID: <i10@web.example>

<iemand@example.org>: host mx said: 550 5.1.1 user unknown
""",
        listed=True,
    ),
)
