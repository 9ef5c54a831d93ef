"""Lists, notifications, calendars, spam: mail that no person wrote to us."""

from tests.mails import Mail


def calendar(subject: str, method: str) -> str:
    """Return an answer to an invitation, as Outlook sends it."""
    return f"""
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: {subject}
Message-ID: <agenda@example.org>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="grens"

--grens
Content-Type: text/plain


--grens
Content-Type: text/calendar; method={method}; charset=utf-8

BEGIN:VCALENDAR
METHOD:{method}
END:VCALENDAR
--grens--
"""


MACHINES = (
    Mail("an invitation is accepted", "automatic", calendar("Geaccepteerd: evaluatiegesprek", "REPLY"), listed=True),
    Mail("an invitation is declined", "automatic", calendar("Geweigerd: evaluatiegesprek", "REPLY"), listed=True),
    Mail("an invitation is withdrawn", "automatic", calendar("Canceled: evaluatiegesprek", "CANCEL"), listed=True),
    *(
        Mail(
            f"an answer to an invitation, whatever its subject: {subject}",
            "automatic",
            calendar(subject, method),
            listed=True,
        )
        for subject, method in (
            ("Nieuwe tijd voorgesteld: gesprek", "COUNTER"),
            ("Zusage: Gespräch", "REPLY"),
            ("Zaakceptowano: rozmowa", "REPLY"),
            ("Canceled event: gesprek @ Mon Nov 30", "CANCEL"),
            ("Geannuleerde afspraak: gesprek", "CANCEL"),
            ("gesprek", "reply"),
        )
    ),
    Mail(
        "an invitation itself is shown to a person",
        "new",
        calendar("Gesprek over mijn klacht", "REQUEST"),
        answered=("kees@example.org",),
    ),
    Mail(
        "a newsletter",
        "automatic",
        """
From: Vakblad <redactie@vakblad.example>
To: klachten@ront.nl
Subject: Nieuws van deze week
List-Unsubscribe: <https://vakblad.example/af>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
Message-ID: <m1@vakblad.example>

Lees nu ons nieuwe nummer. Geen interesse meer? Schrijf u uit.
""",
        listed=True,
    ),
    Mail(
        "a discussion list",
        "automatic",
        """
From: Iemand <iemand@example.org>
To: lijst@lists.example.org
Subject: [lijst] vraag
List-Id: <lijst.lists.example.org>
Precedence: list
Message-ID: <m2@example.org>

Weet iemand een goede trainer?
""",
        listed=True,
    ),
    Mail(
        "no-reply",
        "automatic",
        """
From: Webwinkel <no-reply@winkel.example>
To: klachten@ront.nl
Subject: Uw bestelling is onderweg
Message-ID: <m3@winkel.example>

Volg uw pakket.
""",
        listed=True,
    ),
    Mail(
        "a tagged no-reply",
        "automatic",
        """
From: Bank <bank.noreply-nl@bank.example>
To: klachten@ront.nl
Subject: Nieuw afschrift
Message-ID: <m4@bank.example>

Er staat een afschrift klaar.
""",
        listed=True,
    ),
    Mail(
        "GitHub",
        "automatic",
        """
From: Kees <notifications@github.example>
To: klachten@ront.nl
Subject: [repo] Issue 12
X-GitHub-Reason: mention
Message-ID: <m5@github.example>

@ront zie boven
""",
        listed=True,
    ),
    Mail(
        "cron",
        "automatic",
        """
From: root (Cron Daemon) <root@server.example>
To: klachten@ront.nl
Subject: Cron <root@server> backup
Message-ID: <m6@server.example>

rsync: failed
""",
        listed=True,
    ),
    *(
        Mail(
            f"nobody reads {sender}",
            "automatic",
            f"""
From: {sender}
To: klachten@ront.nl
Subject: Report domain: ront.nl
Message-ID: <m15@example.org>

This is an aggregate report.
""",
            listed=True,
        )
        for sender in (
            "niet-reageren@gemeente.example",
            "geenreactie@winkel.example",
            "dmarcreport@microsoft.com",
            "smtp-tls-reporting@google.com",
            "quarantine@messaging.microsoft.com",
        )
    ),
    *(
        Mail(
            f"Outlook recalls a mail: {subject}",
            "automatic",
            f"""
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: {subject}
Message-ID: <m16@example.org>

{text}
""",
            listed=True,
        )
        for subject, text in (
            ("Intrekken: offerte", 'Kees Klant wil het bericht "offerte" intrekken.'),
            ("Recall: offerte", 'Kees Klant would like to recall the message, "offerte".'),
        )
    ),
    *(
        Mail(
            f"an aggregate report is known by its subject, whoever sends it: {sender}",
            "automatic",
            f"""
From: {sender}
To: klachten@ront.nl
Subject: Report Domain: ront.nl Submitter: example.org Report-ID: <2026.11.23>
Message-ID: <m19@example.org>

This is a DMARC aggregate report for ront.nl.
""",
            listed=True,
        )
        for sender in ("dmarchelp@dmarc.yahoo.example", "opendmarc@mx.example.org", "reports@mail.example.org")
    ),
    *(
        Mail(
            f"a program that watches or files: {sender}",
            "automatic",
            f"""
From: {sender}
To: klachten@ront.nl
Subject: PROBLEM: ront.nl
Message-ID: <m20@example.org>

CRITICAL
""",
            listed=True,
        )
        for sender in (
            "nagios@example.org",
            "zabbix@example.org",
            "logwatch@example.org",
            "glpi@example.org",
            "jira@x.example.net",
            "automail@winkel.example",
        )
    ),
    Mail(
        "ServiceNow",
        "automatic",
        """
From: IT Service Desk <kantoor@service-now.example>
To: klachten@ront.nl
Subject: Incident INC0012345 - comments added
X-ServiceNow-Generated: true
X-ServiceNow-Source: Notification-1a2b
Message-ID: <m21@service-now.example>

Uw bericht is toegewezen aan een behandelaar.
""",
        listed=True,
    ),
    Mail(
        "a recall without its sentence is recorded, and gets no answer",
        "new",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Intrekken: mijn inschrijving
Message-ID: <m17@example.org>

De training voldoet niet, ik kom niet meer.
""",
    ),
    *(
        Mail(
            f"{address} may be a firm's or a robot's: recorded, and not answered",
            "new",
            f"""
From: {address}
To: klachten@ront.nl
Subject: De training
Message-ID: <m18@example.org>

De trainer kwam niet opdagen.
""",
        )
        for address in ("delivery@firm.example", "root@rootcause.example")
    ),
    Mail(
        "transactional mail with a bounce address is recorded, and gets no answer",
        "new",
        """
Return-Path: <bounces+123-abcd-klachten=ront.nl@em.bedrijf.example>
From: Jantine <jantine@bedrijf.example>
To: klachten@ront.nl
Subject: Over de training van vorige week
Message-ID: <m7@bedrijf.example>

Dit was niet wat wij hadden afgesproken.
""",
    ),
    Mail(
        "forwarded by Gmail: a person, whatever the envelope says",
        "new",
        """
Return-Path: <info+caf_=klachten=ront.nl@gmail.example>
From: Kees Klant <kees@example.org>
To: info@gmail.example
Subject: Slecht geregeld
Message-ID: <m8@example.org>

Er was geen parkeerplaats en geen lunch.
""",
        answered=("kees@example.org",),
    ),
    Mail(
        "spam by flag",
        "spam",
        """
From: Prijs <prijs@loterij.example>
To: klachten@ront.nl
Subject: Gefeliciteerd
X-Spam-Flag: YES
Message-ID: <m9@loterij.example>

U heeft gewonnen. Klik hier.
""",
        listed=True,
    ),
    Mail(
        "spam by score of Exchange",
        "spam",
        """
From: Uw bank <veilig@bank-nl.example>
To: klachten@ront.nl
Subject: Uw pas verloopt
X-MS-Exchange-Organization-SCL: 6
Message-ID: <m10@bank-nl.example>

Vraag vandaag een nieuwe pas aan.
""",
        listed=True,
    ),
    Mail(
        "spam by SpamAssassin",
        "spam",
        """
From: Pakket <pakket@post-nl.example>
To: klachten@ront.nl
Subject: Uw pakket wacht
X-Spam-Status: Yes, score=9.1 required=5.0
Message-ID: <m11@post-nl.example>

Betaal 1,95 douanekosten.
""",
        listed=True,
    ),
    Mail(
        "phishing in the Junk folder of M365 or Gmail",
        "spam",
        """
From: DigiD <info@digid-nl.example>
To: klachten@ront.nl
Subject: Laatste waarschuwing
Message-ID: <m12@digid-nl.example>

Bevestig uw gegevens.
""",
        listed=True,
        role="junk",
    ),
    Mail(
        "a complaint that the server took for junk is listed too",
        "spam",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: GELD TERUG!!!
Message-ID: <m13@example.org>

IK WIL MIJN GELD TERUG VOOR DEZE TRAINING!!!
""",
        listed=True,
        role="junk",
    ),
    Mail(
        "a mail to sixty people is recorded, and gets no answer",
        "new",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl, """
        + ", ".join(f"lid{n}@vereniging.example" for n in range(60))
        + """
Subject: Aan alle leden
Message-ID: <m14@example.org>

Wij zijn ontevreden over RONT.
""",
    ),
    Mail(
        "our own address, from elsewhere",
        "automatic",
        """
From: klachten@ront.nl
To: klachten@ront.nl
Subject: Wij hebben uw bericht ontvangen
Message-ID: <gewijzigd@relay.example>

Geachte heer
""",
        listed=True,
    ),
)
