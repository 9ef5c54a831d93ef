"""Out-of-office and other automatic replies."""

from tests.mails import Mail

AWAY = (
    Mail(
        "Outlook, Dutch",
        "automatic",
        """
From: Sanne de Boer <sanne@example.nl>
To: RONT Klachten <klachten@ront.nl>
Subject: Automatisch antwoord: Wij hebben uw bericht ontvangen [K2026-0001]
In-Reply-To: <{ack}>
Message-ID: <AM0PR01@eurprd01.example.nl>
Auto-Submitted: auto-generated
X-Auto-Response-Suppress: All
X-MS-Exchange-Inbox-Rules-Loop: sanne@example.nl

Ik ben afwezig tot en met vrijdag 4 december.
""",
        number="K2026-0001",
    ),
    Mail(
        "Outlook, Dutch, to a mail of which we know nothing",
        "automatic",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Automatisch antwoord: Uitnodiging training
X-Auto-Response-Suppress: All
Message-ID: <a1@example.org>

Geachte heer, mevrouw,

Ik ben met vakantie. Voor dringende zaken belt u 055-1234567.
""",
        listed=True,
    ),
    Mail(
        "Exchange 2003: no header at all",
        "automatic",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Niet aanwezig: Wij hebben uw bericht ontvangen
Content-class: urn:content-classes:message
X-MimeOLE: Produced By Microsoft MimeOLE V6.00.3790.3168
Message-ID: <a2@example.org>

Ik ben niet op kantoor. Op 7 december ben ik er weer.
""",
        listed=True,
    ),
    Mail(
        "Gmail vacation responder",
        "automatic",
        """
From: Sanne de Boer <sanne@example.nl>
To: klachten@ront.nl
Subject: Vakantie! Re: Wij hebben uw bericht ontvangen [K2026-0001]
In-Reply-To: <{ack}>
References: <eerste@example.nl> <{ack}>
Precedence: bulk
X-Autoreply: yes
Auto-Submitted: auto-replied
Message-ID: <a3@mail.gmail.com>

Ik ben tot 10 december met vakantie en lees geen mail.
""",
        number="K2026-0001",
    ),
    Mail(
        "KPN (Open-Xchange)",
        "automatic",
        """
From: Henk Smit <h.smit@kpnmail.example>
To: klachten@ront.nl
Subject: Afwezigheidsbericht
Precedence: auto_reply
X-Mailer: Open-Xchange Mailer v8
Message-ID: <a4@kpnmail.example>

Beste afzender, ik ben er even niet.
""",
        listed=True,
    ),
    Mail(
        "Ziggo: sieve",
        "automatic",
        """
From: Henk Smit <h.smit@ziggo.example>
To: klachten@ront.nl
Subject: Auto: Re: Wij hebben uw bericht ontvangen
Auto-Submitted: auto-replied (vacation)
X-Sieve: Pigeonhole Sieve 0.5
Return-Path: <>
Message-ID: <a5@ziggo.example>

Tot volgende week!
""",
        listed=True,
    ),
    Mail(
        "a telephone's absence text, without one header",
        "automatic",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Re: Uw inschrijving
In-Reply-To: <elders@example.org>
Message-ID: <a6@phone.example.org>

Hallo,

Ik ben tot en met 1 december niet bereikbaar. Daarna lees ik uw bericht.

Verstuurd vanaf mijn iPhone
""",
        listed=True,
    ),
    Mail(
        "Lotus Notes",
        "automatic",
        """
From: "Kees Klant" <kees@example.org>
To: klachten@ront.nl
Subject: Kees Klant is niet op kantoor. (terug op 07-12-2026)
X-Autoreply: yes
Auto-Submitted: auto-replied
Message-ID: <OF1@example.org>

Ik ben niet op kantoor.
""",
        listed=True,
    ),
    Mail(
        "vacation(1)",
        "automatic",
        """
From: kees@example.org
To: klachten@ront.nl
Subject: away from my mail
X-Mailer: vacation 1.2
Message-ID: <a7@example.org>

I will not be reading my mail for a while.
""",
        listed=True,
    ),
    *(
        Mail(
            f"Exchange prefix: {prefix}",
            "automatic",
            f"""
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: {prefix}: Ihre Nachricht
Message-ID: <prefix@example.org>

.
""",
            listed=True,
        )
        for prefix in (
            "Automatic reply",
            "Automatische Antwort",
            "Réponse automatique",
            "Respuesta automática",
            "Risposta automatica",
            "Resposta automática",
            "Automatiskt svar",
            "Autosvar",
            "Automatisk svar",
            "Automaattinen vastaus",
            "Odpowiedź automatyczna",
            "Automatická odpověď",
            "Automatikus válasz",
            "Răspuns automat",
            "Автоматический ответ",
            "Otomatik yanıt",
            "自動応答",
            "自动答复",
            "رد تلقائي",
            "מענה אוטומטי",
            "Trả lời tự động",
            "ตอบกลับอัตโนมัติ",
            "Balasan otomatis",
            "Automaatvastus",
            "Automaatne vastus",
            "Erantzun automatikoa",
        )
    ),
    *(
        Mail(
            f"absence prefix: {subject}",
            "automatic",
            f"""
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: {subject}
Message-ID: <prefix@example.org>

Tot later.
""",
            listed=True,
        )
        for subject in (
            "Out of Office: Training",
            "Out of Office AutoReply: Training",
            "Abwesenheitsnotiz: Training",
            "Absence du bureau : Training",
            "Fuera de la oficina: Training",
            "Fuori sede: Training",
            "Afwezigheidsmelding",
            "Afwezig: Re: Training",
            "OOO: Training",
        )
    ),
    Mail(
        "Exchange 2003 in Latvian, its prefix before the old words",
        "automatic",
        """
From: agris@example.lv
To: klachten@ront.nl
Subject: Arpus biroja atrasanas automatiska atbilde: subjecting
Message-ID: <a8@example.lv>

Thank you for your email.

I am out of office and will be back on Tuesday.
""",
        listed=True,
    ),
    Mail(
        "Zendesk acknowledges our letter",
        "automatic",
        """
From: Helpdesk Voorbeeld <support@klantbedrijf.example>
To: klachten@ront.nl
Subject: [Verzoek ontvangen] Wij hebben uw bericht ontvangen
Auto-Submitted: auto-generated
X-Auto-Response-Suppress: All
X-Mailer: Zendesk Mailer
Message-ID: <a9@zendesk.example>

Uw aanvraag (12345) is ontvangen.
""",
        listed=True,
    ),
    Mail(
        "OTRS acknowledges",
        "automatic",
        """
From: servicedesk@klantbedrijf.example
To: klachten@ront.nl
Subject: [Ticket#2026112310000015] Uw melding
X-OTRS-Loop: yes
Message-ID: <a10@otrs.example>

Wij hebben uw melding geregistreerd.
""",
        listed=True,
    ),
    Mail(
        "a help desk that marks nothing is recorded, and gets no answer",
        "new",
        """
From: servicedesk@klantbedrijf.example
To: klachten@ront.nl
Subject: Uw bericht is ontvangen (ticket 4711)
Message-ID: <a11@klantbedrijf.example>

Wij nemen zo snel mogelijk contact met u op.
""",
    ),
    *(
        Mail(
            f"answers as absent, though nothing but its words says so: {text[:40]}",
            "automatic",
            f"""
From: Ans Ander <ans@ander.example>
To: klachten@ront.nl
Subject: Re: uw bericht
In-Reply-To: <elders@ront.nl>
Message-ID: <a16@example.org>

{text}
""",
            listed=True,
        )
        for text in (
            "I will be out of the office starting 23-11-2026 and will not return until 07-12-2026.",
            "L.S.,\n\nOp dit moment ben ik afwezig. Ik lees uw mail bij terugkomst.",
            "Hartelijk dank voor uw bericht. Ons kantoor is gesloten van 23 november tot en met 4 december.",
            "Thanks for your message. I am on parental leave until March.",
            "Sehr geehrte Damen und Herren,\n\nich befinde mich derzeit im Urlaub.",
            "Hola,\n\nEstaré fuera de la oficina hasta el 4 de diciembre.",
            "Buongiorno,\n\nsono assente dall'ufficio fino al 4 dicembre.",
        )
    ),
    *(
        Mail(
            f"a robot without marks in our thread is known by its subject: {subject}",
            "automatic",
            f"""
From: Ans Ander <ans@ander.example>
To: klachten@ront.nl
Subject: {subject}
In-Reply-To: <{{ack}}>
Message-ID: <a21@example.org>

Tot later.
""",
            number="K2026-0001",
        )
        for subject in (
            "[Auto-Reply] Wij hebben uw bericht ontvangen",
            "[Automatische Antwort] Wij hebben uw bericht ontvangen",
            "Automatische afwezigheidsmelding",
            "Afwezigheidsbericht / Out of office",
            "Out-of-office: Wij hebben uw bericht ontvangen",
        )
    ),
    *(
        Mail(
            f"Notes says who is away: {subject}",
            "automatic",
            f"""
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: {subject}
In-Reply-To: <elders@ront.nl>
Message-ID: <a17@example.org>

Ik lees mijn mail niet.
""",
            listed=True,
        )
        for subject in (
            "AUTO: Kees Klant is niet op kantoor (terug op 07-12-2026)",
            "AUTO: Kees Klant is out of the office (returning 12/07/2026)",
            "AUTO: Kees Klant ist außer Haus (Rückkehr am 07.12.2026)",
            "AUTO: Kees Klant est absent(e) du bureau",
        )
    ),
    *(
        Mail(
            f"may be an answer of a program, recorded and not answered: {text[:40]}",
            "new",
            f"""
From: Ans Ander <ans@ander.example>
To: klachten@ront.nl
Subject: Re: uw bericht
In-Reply-To: <elders@ront.nl>
Message-ID: <a18@example.org>

{text}
""",
        )
        for text in (
            "Bedankt voor uw e-mail!\n\nOp maandag en woensdag werk ik niet.",
            "Ik werk niet meer bij KlantBV. Mail info@ander.example.",
            "I no longer work for KlantBV.",
            "Vandaag ben ik vrij. Morgen ben ik er weer.",
            "Momenteel geniet ik van mijn vakantie.",
            "In verband met ziekte kan ik uw e-mail nu niet beantwoorden.",
        )
    ),
    *(
        Mail(
            f"a help desk that marks nothing is recorded, and gets no answer: {subject} / {text[:40]}",
            "new",
            f"""
From: Support <support@klantbedrijf.example>
To: klachten@ront.nl
Subject: {subject}
Message-ID: <a19@klantbedrijf.example>

{text}
""",
        )
        for subject, text in (
            (
                "[Verzoek ontvangen] Uw letter",
                "##- Typ uw antwoord boven deze regel -##\n\nUw verzoek (#12345) is ontvangen.",
            ),
            ("SUP-123 Uw letter", "—-—-—-—\nReply above this line.\n\nJust confirming that we got your request."),
            ("[GLPI #0000123] Nieuw", "=-=-= Om te antwoorden per e-mail, schrijf boven deze lijn =-=-="),
            ("Ticket ontvangen - Uw letter", "Een medewerker neemt zo snel mogelijk contact op."),
            ("Ticket Received - Uw letter", "A support representative will be reviewing your request."),
            ("Support Ticket Opened [#123456]", "A representative will follow up as soon as possible."),
            ("Uw case     [ ref:_00D20ABC._5002XYZ:ref ]", "Wij nemen contact op."),
            ("[x.example #1234] AutoReply: Uw letter", "Greetings"),
            (
                "Uw letter",
                "This message has been automatically generated in response to the creation of a trouble ticket.",
            ),
            (
                "Uw letter",
                "Beste RONT,\n\nWij hebben uw verzoek ontvangen en er is een ticket aangemaakt met nummer 4711.",
            ),
            ("Uw letter", "Hierbij bevestigen wij de ontvangst van uw melding."),
            ("Uw letter", "Bedankt dat je contact met ons hebt opgenomen! We hebben je bericht goed ontvangen."),
            ("Uw letter", "We would like to acknowledge that we have received your request."),
            ("Uw letter", "U ontvangt deze e-mail omdat u zich heeft ingeschreven."),
        )
    ),
    *(
        Mail(
            f"challenge-response, in words: {text[:40]}",
            "automatic",
            f"""
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Re: uw bericht
Message-ID: <a20@example.org>

{text}
""",
            listed=True,
        )
        for text in (
            "I'm protecting myself from junk mail. Click below so I can receive your emails.\nhttp://spamarrest.example/confirm?123",
            "To get your message delivered, verify at https://bitbounce.example/verify/abc",
            "Klik hier om uw bericht alsnog te bezorgen: https://spamblock.example/bevestig?x=1",
        )
    ),
    Mail(
        "challenge-response",
        "automatic",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Please confirm your message
Message-ID: <a12@example.org>

Click https://filter.example/confirm?id=1 to have your message delivered.
""",
        listed=True,
    ),
    Mail(
        "an absence that gives its reason first, called an automatic answer last",
        "automatic",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Uw training - automatisch antwoord
Message-ID: <a14@example.org>

Wegens vakantie ben ik afwezig tot en met 7 december.
""",
        listed=True,
    ),
    Mail(
        "challenge-response, in Dutch",
        "automatic",
        """
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Uw e-mail wacht op bevestiging
Message-ID: <a15@example.org>

Klik op https://filter.example/bevestig/8f3a om uw e-mail te laten bezorgen.
""",
        listed=True,
    ),
    *(
        Mail(
            f"opens as a robot outside a thread, recorded and not answered: {text}",
            "new",
            f"""
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Uw training
Message-ID: <a16@example.org>

{text}
""",
        )
        for text in (
            "Dit is een automatisch bericht.\n\nWij hebben uw mail gelezen.",
            "Deze e-mail is automatisch gegenereerd.",
            "Ik ben afwezig tot maandag.",
            "Beste afzender,\n\nVanwege ziekte ben ik niet bereikbaar.",
            "In verband met de feestdagen is ons kantoor gesloten.",
        )
    ),
    *(
        Mail(
            f"says in its text that it is automatic, recorded and not answered: {text}",
            "new",
            f"""
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: {subject}
Message-ID: <a17@example.org>

{text}
""",
        )
        for subject, text in (
            (
                "Bedankt voor uw bericht",
                "Wij bellen u. Dit is een automatische bevestiging, u kunt niet op deze mail reageren.",
            ),
            ("Ontvangst", "Wij antwoorden binnen twee dagen.\n\nDit is een automatisch gegenereerd bericht."),
            ("Mijn adres", "Dit e-mailadres wordt niet meer gelezen. Mijn nieuwe adres is kees@example.com."),
            ("Mailbox", "Het e-mailadres waarnaar u mailde is niet meer in gebruik."),
            ("Contact", "Dit is een onbemand postvak. Ga naar onze website."),
            ("Vraag", "Gelieve niet op dit bericht te reageren."),
            ("Vraag", "Wij bellen u. Reageer niet op deze mail."),
            ("Vraag", "U kunt niet antwoorden op dit bericht."),
            ("Melding M2611 1234 geregistreerd", "Tot gauw."),
            ("Incident INC0012345 has been opened", "See you."),
            ("Thanks", "We will call you. This is an automated message."),
            ("Uw mail is ontvangen [#12345]", "Tot gauw."),
            ("Automatisch bericht: niet meer werkzaam", "Kees werkt elders."),
            ("Ticket #4711", "Tot gauw."),
            ("Ik ben er niet", "Beste,\nMomenteel ben ik met zwangerschapsverlof."),
            ("Ik ben er niet", "Hoi! Ik ben op vakantie tot 5 december."),
            ("Ik ben er niet", "Goedemiddag, per 1 oktober ben ik met pensioen."),
        )
    ),
    *(
        Mail(
            f"an absence before the subject that it answers: {subject}",
            "automatic",
            f"""
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: {subject}
Message-ID: <a18@example.org>

Tot later.
""",
            listed=True,
        )
        for subject in (
            "[EXTERN] Automatisch antwoord: Uitnodiging",
            "EXT: Afwezig: Re: Uitnodiging",
            "[EXTERNAL] Out of Office: Uitnodiging",
            "Ik ben op vakantie Re: Uitnodiging",
            "Afwezig! Antw: Uitnodiging",
            "Auto: Re: Uitnodiging",
        )
    ),
    *(
        Mail(
            f"an absence below a banner of our own mail system: {banner}",
            "automatic",
            f"""
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: Re: Uitnodiging
In-Reply-To: <elders@example.org>
Message-ID: <a21@example.org>

{banner}

Beste,

Ik ben afwezig tot 7 december.
""",
            listed=True,
        )
        for banner in (
            "LET OP: deze e-mail komt van buiten de organisatie. Klik niet op links.",
            "U ontvangt niet vaak e-mail van kees@example.org. Meer informatie: https://aka.ms/x",
            "[EXTERNE E-MAIL] Vertrouwt u de afzender niet?",
        )
    ),
    Mail(
        "Lotus Notes in English",
        "automatic",
        """
From: John Smith <john@example.com>
To: klachten@ront.nl
Subject: AUTO: Smith, John is out of the office (returning 7 December)
In-Reply-To: <elders@example.org>
Message-ID: <a19@example.com>

I will answer on my return.
""",
        listed=True,
    ),
    *(
        Mail(
            f"a mailbox that holds unknown senders: {text}",
            "automatic",
            f"""
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: RE: Uitnodiging
Message-ID: <a20@example.org>

{text}
https://filter.example/verification/1234
""",
            listed=True,
        )
        for text in (
            "Uw bericht is ontvangen. Dit postvak wordt beveiligd door Filter.",
            "Please click on the following link to have your address added to the recipient's allowed\nlist.",
        )
    ),
    *(
        Mail(
            f"an absence that asks whether it is urgent: {question}",
            "automatic",
            f"""
From: Kees Klant <kees@example.org>
To: klachten@ront.nl
Subject: RE: Uitnodiging
In-Reply-To: <uitnodiging@ront.nl>
Message-ID: <a30@example.org>

Ik ben afwezig tot 3 december. {question}
""",
            listed=True,
        )
        for question in ("Heeft u een dringende vraag? Bel dan 06-12345678.", "Spoed? Mail info@example.org.")
    ),
    Mail(
        "the handler's own absence, when he is none",
        "automatic",
        """
From: Piet Jansen <piet@ront.nl>
To: klachten@ront.nl
Subject: Automatisch antwoord: iets
Auto-Submitted: auto-replied
Message-ID: <a13@ront.nl>

Ik ben afwezig.
""",
    ),
)
