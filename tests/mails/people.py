"""People whose mail looks like a machine's, forwards, threads, third parties."""

from tests.mails import Mail


def new(name: str, headers: str, body: str, *, answered: bool = True) -> Mail:
    """Return a fresh complaint of Kees."""
    return Mail(
        name,
        "new",
        f"""
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
{headers}
Message-ID: <kees-1@example.org>

{body}
""",
        answered=("kees@example.org",) if answered else (),
    )


PEOPLE = (
    new("behind Exchange", "Subject: Klacht\nX-Auto-Response-Suppress: All\nX-MS-Has-Attach:", "De zaal was te koud."),
    new("an absent trainer", "Subject: Afwezigheid trainer", "De trainer kwam niet opdagen."),
    new("an absent trainer, with a colon", "Subject: Afwezig: trainer en materiaal", "Niemand was er.", answered=False),
    new("a direct debit", "Subject: Automatische incasso klopt niet", "U schreef twee keer af."),
    new(
        "an automatic answer that he complains about",
        "Subject: Automatisch antwoord gekregen, en verder niets",
        "Ik mailde u drie keer.",
    ),
    new(
        "all that the trainer says",
        "Subject: Out of office",
        "Meer komt er van jullie docent al vier weken lang op elke vraag. Wie neemt de lessen over?",
    ),
    new("office space", "Subject: Out of office space, complaint", "The room was far too small for us."),
    new("a holiday or not", "Subject: Vakantie/feestdagen niet doorgegeven", "U belde mij in mijn vakantie."),
    new("a holiday", "Subject: Vakantie niet doorgegeven", "U belde mij in mijn vakantie."),
    new(
        "away until Monday, further down",
        "Subject: Klacht over de factuur",
        "De factuur klopt niet.\n\nIk ben afwezig tot maandag, belt u mij daarna.",
    ),
    new(
        "a mail merge that complains",
        "Subject: Klacht over de training\nList-Unsubscribe: <mailto:af@crm.example>",
        "Wij zijn zeer ontevreden over de training.",
        answered=False,
    ),
    new(
        "who got our mail, and complains",
        "Subject: Training",
        "Wij hebben uw bericht ontvangen. De training was beneden alle peil en we willen ons geld terug.",
    ),
    new(
        "who got our mail, but",
        "Subject: Training",
        "We hebben je mail goed ontvangen maar we zijn het er niet mee eens.",
    ),
    new(
        "who was not helped",
        "Subject: Re: Training\nIn-Reply-To: <iets@ront.nl>",
        "Vandaag ben ik niet geholpen door uw medewerkster, zij hing op.",
    ),
    new(
        "a read receipt asked for",
        "Subject: Klacht\nDisposition-Notification-To: kees@example.org",
        "Graag snel antwoord.",
    ),
    new(
        "high priority", "Subject: Klacht\nX-Priority: 1\nImportance: high\nPrecedence: first-class", "Dit is dringend."
    ),
    new("Auto-Submitted: no", "Subject: Klacht\nAuto-Submitted: no", "Ik schrijf dit zelf."),
    new(
        "a relay's loop mark for rules",
        "Subject: Klacht\nX-MS-Exchange-Inbox-Rules-Loop: info@ront.nl",
        "Doorgestuurd.",
    ),
    new(
        "an answer to an automatic answer",
        "Subject: RE: Automatisch antwoord: inschrijving",
        "Belt u mij alstublieft.",
        answered=False,
    ),
    new(
        "replies go to an address that nobody reads",
        "Subject: Klacht\nReply-To: noreply@example.org",
        "Niet goed.",
        answered=False,
    ),
    new("wants to be called back", "Subject: Rückruf: Beschwerde", "Bitte rufen Sie mich zurück."),
    new(
        "reports on a domain of his trade",
        "Subject: Report domain knowledge course",
        "The course was far below the level that was promised.",
    ),
    new(
        "has read the terms, in German",
        "Subject: Gelesen: Ihre Bedingungen",
        "Ihre Bedingungen stimmen nicht. Ich war am 3. November da.",
    ),
    new(
        "says that the reply line of his ticket does not work",
        "Subject: Uw ticket",
        "Bij elke mail die ik stuur zegt u dat ik boven de regel moet typen. Dat doe ik.",
    ),
    new("was asked for, and never helped", "Subject: Request received but never answered", "I asked three weeks ago."),
    new("got an invoice twice", "Subject: We received your invoice twice", "Please correct this."),
    new("got a letter", "Subject: Factuur", "Wij hebben uw factuur ontvangen, maar de training ging niet door."),
    new(
        "got our mail never, or too late",
        "Subject: Uitnodiging",
        "Wij hebben uw bericht nooit ontvangen. Wij hebben uw e-mail te laat ontvangen.",
    ),
    new(
        "stood before a closed door",
        "Subject: Gesloten",
        "Ons kantoor is gesloten op vrijdag, en juist dan stuurt u steeds uw trainer.",
    ),
    new(
        "no longer works there",
        "Subject: Factuur",
        "Ik werk niet meer bij Klant BV, maar u blijft mij facturen sturen.",
    ),
    new(
        "works on no Friday",
        "Subject: Re: Rooster\nIn-Reply-To: <elders@example.org>",
        "Op vrijdag werk ik niet, dat heb ik u al drie keer gemeld. Ik ben hier ontevreden over.",
    ),
    new("a damaged car", "Subject: Auto: kapot door uw parkeerterrein", "Mijn auto is beschadigd."),
    new("a trainer's car", "Subject: Auto van de trainer stond verkeerd", "Mijn uitrit was geblokkeerd."),
    new("a ticket that stays open", "Subject: Ticket 12345 al drie weken open", "Ik wacht al drie weken op antwoord."),
    new(
        "a confirmation link of our own site",
        "Subject: Bevestig uw e-mail",
        "Uw site stuurt mij steeds naar https://www.ront.nl/confirm/abc en dan gebeurt er niets.",
    ),
    new(
        "complains about the sentences of robots",
        "Subject: Vraag",
        "Ik krijg steeds 'dit is een automatisch bericht' terug. Daar heb ik een klacht over.",
    ),
    new(
        "whose mail nobody answers",
        "Subject: Melding 1234 nooit geregistreerd",
        "Waarom wilt u niet op dit bericht reageren?",
    ),
    new("whose own mailbox was closed", "Subject: Certificaat", "U stuurde het naar een postvak dat ik niet gebruik."),
    new(
        "a disclaimer that was added by itself",
        "Subject: Examen",
        "De toets klopte niet.\n\nDeze disclaimer is automatisch toegevoegd.",
    ),
    new(
        "marks an answer to somebody's automatic answer as from outside",
        "Subject: [EXTERN] Re: Automatisch antwoord: x",
        "Bel mij.",
    ),
    new(
        "is not there because of his complaint: recorded, and not answered",
        "Subject: Re: Training\nIn-Reply-To: <elders@example.org>",
        "Ik ben niet aanwezig bij de training omdat mijn klacht nog loopt.",
        answered=False,
    ),
    new(
        "was absent, and answers somebody's mail",
        "Subject: Re: Uitnodiging\nIn-Reply-To: <elders@example.org>",
        "Ik ben niet aanwezig geweest, omdat de trainer mij weigerde.",
    ),
    new("wants a mail confirmed", "Subject: Bevestig uw e-mail van gisteren", "Zie https://example.org/foto."),
    new("a cancelled training", "Subject: Geannuleerd: training 3 december", "Alweer geannuleerd!"),
    new("a failed delivery of books", "Subject: Delivery failure", "The books were never delivered."),
    new(
        "promises that are undeliverable", "Subject: Undeliverable: your promises", "You never delivered the training."
    ),
    new("returned post", "Subject: Returned mail", "Uw brief kwam retour."),
    new(
        "complains about our automatic answer",
        "Subject: Automatisch antwoord van uw klantenservice",
        "Ik heb een klacht: ik krijg alleen nog automatische antwoorden.",
    ),
    new("answers a read mail in her own words", "Subject: Lezen: klacht", "Mijn brief is door niemand gelezen."),
    new(
        "a mail that was read too late, or a receipt in other words: recorded, and not answered",
        "Subject: Lezen: klacht",
        "Mijn brief werd pas na drie weken gelezen.",
        answered=False,
    ),
    new(
        "says that something was never delivered",
        "Subject: Ontvangen: verkeerd boek",
        "Het goede boek werd niet geleverd of bezorgd.",
    ),
    new("begins with the trainer's illness", "Subject: Klacht", "Wegens ziekte van de trainer zijn wij niet geholpen."),
    new("begins with a direct debit", "Subject: Klacht", "Dit is een automatische incasso waar ik niet om vroeg."),
    new(
        "a subject that ends like a robot's",
        "Subject: Vraag over een automatisch antwoord",
        "Waarom krijg ik dat steeds?",
    ),
    Mail(
        "a cancelled meeting as an enclosure",
        "new",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Weer afgezegd
Message-ID: <p25@example.org>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="grens"

--grens
Content-Type: text/plain

Voor de derde keer, zie de bijlage.

--grens
Content-Type: text/calendar; name="afspraak.ics"
Content-Disposition: attachment; filename="afspraak.ics"

BEGIN:VCALENDAR
METHOD:CANCEL
END:VCALENDAR
--grens--
""",
        answered=("kees@example.org",),
    ),
    Mail(
        "her own words above a cancelled meeting: recorded, and not answered",
        "new",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Geannuleerd: training
Message-ID: <p23@example.org>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="grens"

--grens
Content-Type: text/plain

Alweer geannuleerd! Ik ben zeer ontevreden.

--grens
Content-Type: text/calendar; method=CANCEL; name=training.ics
Content-Disposition: attachment; filename=training.ics

BEGIN:VCALENDAR
METHOD:CANCEL
END:VCALENDAR
--grens--
""",
    ),
    Mail(
        "a man called Postmaster",
        "new",
        """
From: Peter Postmaster <peter@example.org>
To: klachten@ront.nl
Subject: Klacht
Message-ID: <p24@example.org>

De zaal was te koud.
""",
        answered=("peter@example.org",),
    ),
    Mail(
        "info@ of a company",
        "new",
        """
From: Bouwbedrijf De Boer <info@deboer-bouw.example>
To: klachten@ront.nl
Subject: Klacht over advies
Message-ID: <p1@deboer-bouw.example>

Het advies was niet bruikbaar.
""",
        answered=("info@deboer-bouw.example",),
    ),
    Mail(
        "administratie@ of a company",
        "new",
        """
From: administratie@school.example
To: klachten@ront.nl
Subject: Factuur 2026-113
Message-ID: <p2@school.example>

De factuur klopt niet.
""",
        answered=("administratie@school.example",),
    ),
    Mail(
        "a product owner, or the robot of a list called product: recorded, and not answered",
        "new",
        """
From: product-owner@bedrijf.example
To: klachten@ront.nl
Subject: Klacht over de workshop
Message-ID: <p22@bedrijf.example>

De workshop sloot niet aan.
""",
    ),
    Mail(
        "no subject, HTML only",
        "new",
        """
From: kees@example.org
To: klachten@ront.nl
Subject:
Message-ID: <p3@example.org>
Content-Type: text/html

<p>Ik ben <b>niet</b> tevreden.</p>
""",
        answered=("kees@example.org",),
    ),
    Mail(
        "a number of somebody else's complaint",
        "new",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Ook over K2026-0001
Message-ID: <p4@example.org>

Ik was er ook bij.
""",
        answered=("kees@example.org",),
    ),
    # in the thread of K2026-0001
    Mail(
        "the client answers",
        "follow_up",
        """
From: Sanne de Boer <sanne@example.nl>
To: klachten@ront.nl
Subject: Re: Wij hebben uw bericht ontvangen [K2026-0001]
In-Reply-To: <{ack}>
Message-ID: <p5@example.nl>

Ik ben afwezig tot maandag. Belt u mij daarna?

Op ma 23 nov 2026 om 09:00 schreef RONT Klachten <klachten@ront.nl>:
> Geachte mevrouw
""",
        number="K2026-0001",
    ),
    Mail(
        "the client answers that she is away, without quoting",
        "follow_up",
        """
From: Sanne de Boer <sanne@example.nl>
To: klachten@ront.nl
Subject: Re: Wij hebben uw bericht ontvangen [K2026-0001]
In-Reply-To: <{ack}>
Message-ID: <p6@example.nl>

Ik ben afwezig tot maandag.
""",
        number="K2026-0001",
    ),
    Mail(
        "her second mail answers her first",
        "follow_up",
        """
From: Sanne de Boer <sanne@example.nl>
To: klachten@ront.nl
Subject: Nog iets
In-Reply-To: <eerste@example.nl>
Message-ID: <p7@example.nl>

En de koffie was koud.
""",
        number="K2026-0001",
    ),
    Mail(
        "Outlook lost In-Reply-To and cut References",
        "follow_up",
        """
From: Sanne de Boer <sanne@example.nl>
To: klachten@ront.nl
Subject: Heel iets anders
References: <eerste@example.nl>
Message-ID: <p8@example.nl>

Hoe staat het ermee?
""",
        number="K2026-0001",
    ),
    Mail(
        "a relay rewrote our Message-ID, the token stands in References",
        "follow_up",
        """
From: Sanne de Boer <sanne@example.nl>
To: klachten@ront.nl
Subject: Vraag
In-Reply-To: <herschreven@relay.example>
References: <herschreven@relay.example> <{ack}>
Message-ID: <p9@example.nl>

Hoe staat het ermee?
""",
        number="K2026-0001",
    ),
    Mail(
        "the number in the subject, from her own address",
        "follow_up",
        """
From: sanne@example.nl
To: klachten@ront.nl
Subject: k2026-0001
Message-ID: <p10@example.nl>

Hoe staat het ermee?
""",
        number="K2026-0001",
    ),
    Mail(
        "her mail with a sales tool's List-Unsubscribe, in the thread",
        "follow_up",
        """
From: Sanne de Boer <sanne@example.nl>
To: klachten@ront.nl
Subject: Re: Wij hebben uw bericht ontvangen
In-Reply-To: <{ack}>
List-Unsubscribe: <https://crm.example/af>
Message-ID: <p11@example.nl>

Graag een reactie.
""",
        number="K2026-0001",
    ),
    *(
        Mail(
            f"the client answers an invitation in our thread: {said or 'no words'}",
            kind,
            f"""
From: Sanne de Boer <sanne@example.nl>
To: klachten@ront.nl
Subject: Geweigerd: gesprek
In-Reply-To: <{{ack}}>
Message-ID: <p28@example.nl>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="grens"

--grens
Content-Type: text/plain

{said}
--grens
Content-Type: text/calendar; method=REPLY

BEGIN:VCALENDAR
METHOD:REPLY
END:VCALENDAR
--grens--
""",
            number="K2026-0001",
        )
        for said, kind in (("", "automatic"), ("Ik kom niet voordat er excuses zijn gemaakt.", "follow_up"))
    ),
    Mail(
        "a colleague answers that he is away, and asks something",
        "third_party",
        """
From: Tom Bos <tom@example.nl>
To: klachten@ront.nl
Subject: Re: Wij hebben uw bericht ontvangen [K2026-0001]
In-Reply-To: <{ack}>
Message-ID: <p26@example.nl>

Ik ben vrijdag afwezig. Kan het gesprek ook op maandag?
""",
        number="K2026-0001",
    ),
    Mail(
        "says that he is away, and asks something, in a thread of others: recorded, and not answered",
        "new",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Re: Training
In-Reply-To: <elders@ront.nl>
Message-ID: <p27@example.org>

Ik ben vrijdag afwezig. Kan het gesprek ook op maandag?
""",
    ),
    Mail(
        "a colleague answers",
        "third_party",
        """
From: Collega <collega@example.nl>
To: klachten@ront.nl
Subject: Re: Wij hebben uw bericht ontvangen [K2026-0001]
In-Reply-To: <{ack}>
Message-ID: <p12@example.nl>

Sanne is ziek, ik neem het waar.
""",
        number="K2026-0001",
    ),
    Mail(
        "a lawyer answers",
        "third_party",
        """
From: mr. A. Advocaat <advocaat@recht.example>
To: klachten@ront.nl
Subject: Sommatie
In-Reply-To: <eerste@example.nl>
Message-ID: <p13@recht.example>

Namens cliënte sommeer ik u.
""",
        number="K2026-0001",
    ),
    Mail(
        "the client from her private address",
        "third_party",
        """
From: Sanne de Boer <sanne.prive@example.org>
To: klachten@ront.nl
Subject: Re: Wij hebben uw bericht ontvangen [K2026-0001]
References: <eerste@example.nl> <{ack}>
Message-ID: <p14@example.org>

Ik mail even van thuis.
""",
        number="K2026-0001",
    ),
    # members
    Mail(
        "Jan writes to her with us in Cc",
        "correspondence",
        """
From: Jan de Vries <jan@ront.nl>
To: sanne@example.nl
Cc: klachten@ront.nl
Subject: Uw klacht
Message-ID: <p15@ront.nl>

Beste Sanne, morgen bel ik u.
""",
        number="K2026-0001",
    ),
    Mail(
        "Jan forwards from Outlook",
        "oral",
        """
From: Jan de Vries <jan@ront.nl>
To: klachten@ront.nl
Subject: FW: Slechte training
Message-ID: <p16@ront.nl>

Zie onder, graag oppakken.

Van: Kees Klant <kees@example.org>
Verzonden: vrijdag 20 november 2026 14:03
Aan: Jan de Vries <jan@ront.nl>
Onderwerp: Slechte training

Beste Jan, ik ben niet tevreden over de training.
""",
        complainant="kees@example.org",
    ),
    Mail(
        "Jan forwards from Gmail",
        "oral",
        """
From: Jan de Vries <jan@ront.nl>
To: klachten@ront.nl
Subject: Fwd: Slechte training
Message-ID: <p17@ront.nl>

---------- Forwarded message ---------
Van: Kees Klant <kees@example.org>
Date: vr 20 nov 2026 om 14:03
Subject: Slechte training
To: Jan de Vries <jan@ront.nl>


Beste Jan, ik ben niet tevreden over de training.
""",
        complainant="kees@example.org",
    ),
    Mail(
        "Els forwards from Apple Mail, from her own other address",
        "oral",
        """
From: Els Bakker <els.bakker@example.org>
To: klachten@ront.nl
Subject: Fwd: Slechte training
Message-ID: <p18@example.org>

Graag oppakken

> Begin doorgestuurd bericht:
>
> Van: Kees Klant <kees@example.org>
> Onderwerp: Slechte training
> Datum: 20 november 2026 om 14:03:11 CET
> Aan: Els Bakker <els.bakker@example.org>
>
> Ik ben niet tevreden over de training.
""",
        complainant="kees@example.org",
    ),
    Mail(
        "Piet forwards as an attachment",
        "oral",
        """
From: Piet Jansen <piet@ront.nl>
To: klachten@ront.nl
Subject: FW: Slechte training
Message-ID: <p19@ront.nl>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="grens"

--grens
Content-Type: text/plain

Bijgaand.

--grens
Content-Type: message/rfc822

From: Kees Klant <kees@example.org>
To: piet@ront.nl
Subject: Slechte training
Message-ID: <kees-2@example.org>

Ik ben niet tevreden over de training.

--grens--
""",
        complainant="kees@example.org",
    ),
    Mail(
        "a member without a token gives no command",
        "commands",
        """
From: Jan de Vries <jan@ront.nl>
To: klachten@ront.nl
Subject: K2026-0001
Message-ID: <p20@ront.nl>

sluit
""",
    ),
    Mail(
        "a colleague who is no member",
        "internal",
        """
From: Karin <karin@ront.nl>
To: klachten@ront.nl
Subject: De printer
Message-ID: <p21@ront.nl>

De printer doet het weer niet.
""",
        answered=("karin@ront.nl",),
        listed=True,
    ),
)
