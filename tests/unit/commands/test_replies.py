"""Replies as people type them, with exactly what each must do. Wednesday 18 November 2026 is today."""

import datetime as dt
from typing import Any

import pytest

from klachtmail.domain.commands import read
from klachtmail.domain.commands.command import Command, Line, Remark, Unclear
from klachtmail.parse.quoting import split

TODAY = dt.date(2026, 11, 18)
ALIASES = ("jan", "piet", "els", "sanne", "rené")

OUTLOOK = "\n\n\nVan: RONT Klachten <klachten@ront.nl>\nVerzonden: maandag 16 november 2026 09:12\nAan: Jan de Vries <jan@ront.nl>\nOnderwerp: Yilmaz · zaal te koud [K2026-0001]\n\nverstuur\nsluit\n"
GMAIL = "\n\nOp ma 16 nov 2026 om 09:12 schreef RONT Klachten <klachten@ront.nl>:\n\n> verstuur\n> @els\n"
PHONE = "\n\nVerstuurd vanaf mijn iPhone"
SIGNED = "\n\nMet vriendelijke groet,\n\nJan de Vries\npartner\nRONT\n055 - 123 45 67\nverstuur\n"


def do(verb: str, **values: Any) -> dict[str, Any]:
    return {"verb": verb, **values}


def ask(why: str, verb: str | None = None) -> tuple[str, str | None]:
    return (why, verb)


def day(month: int, number: int, year: int = 2026) -> dt.date:
    return dt.date(year, month, number)


DONE: list[tuple[str, list[Any]]] = [
    # taking it
    ("ik", [do("take")]),
    ("maatregel: checklist (Els, 1 december)", [do("measure", text="checklist", alias="els", on=day(12, 1))]),
    ("maatregel: checklist (jan, els)", [do("measure", text="checklist (jan, els)")]),
    ("maatregel: gesprek over gedrag (piet)", [do("measure", text="gesprek over gedrag (piet)")]),
    ("maatregel: checklist (nieuw)", [do("measure", text="checklist (nieuw)")]),
    ("gisterenmiddag gebeld", [do("contact", on=day(11, 17))]),
    ("Heb haar geappt", [do("contact")]),
    ("Ik heb mevrouw een mail gestuurd", [do("contact")]),
    ("@ els", [do("assign", alias="els")]),
    ("Heb net een half uur met haar gebeld", [do("contact")]),
    (
        "Uitkomst: De zaal was koud. Voorstel: gratis opnieuw.",
        [do("outcome", text="De zaal was koud."), do("proposal", text="gratis opnieuw.")],
    ),
    ("Ze is het er mee eens", [do("accepted")]),
    ("Klant oké", [do("accepted")]),
    ("Ze is het er niet mee eens", [do("declined")]),
    ("Gaat naar de geschillencommissie", [do("appeal")]),
    ("overleg verzetten naar dinsdag 9:00", [do("meeting", on=day(11, 24), at=dt.time(9))]),
    ("mag ik het hele dossier?", [do("dossier")]),
    ("Wat ligt er open?", [do("agenda")]),
    ("Laat mij maar", [do("take")]),
    ("Laat mij deze maar doen", [do("take")]),
    ("Heb haar aan de lijn gehad", [do("contact")]),
    ("Ik heb mevrouw zojuist aan de telefoon gehad", [do("contact")]),
    ("Heb hem gesproken, hij is boos maar redelijk", [do("contact", text="hij is boos maar redelijk")]),
    ("Heb ingesproken op de voicemail", [do("no_answer")]),
    ("Klacht is gegrond", [do("judgement", choice="gegrond")]),
    ("Prima zo, versturen", [do("send")]),
    ("Ik ben tot en met 8 december afwezig", [do("absent", on=day(12, 8))]),
    ("Ik ben t/m 8 december op vakantie, @els neemt waar", [do("absent", on=day(12, 8), alias="els")]),
    ("Vakantie t/m 8 december, Els neemt waar", [do("absent", on=day(12, 8), alias="els")]),
    ("Wat is de stand?", [do("status")]),
    ("Wat moet ik doen?", [do("help")]),
    ("Kun je het dossier sturen?", [do("dossier")]),
    ("Ik!", [do("take")]),
    # slips and haste: short words that only the rest of the sentence explains, and two words written as one
    ("Ik pk het op", [do("take")]),
    ("ik oak het op", [do("take")]),
    ("ik pak het ip", [do("take")]),
    ("ikpak hem op", [do("take")]),
    ("kzal dees wel behandelen", [do("take")]),
    ("Zal ik doen", [do("take")]),
    ("deze pak ik op, onder mijn verantwoordelijkheid", [do("take")]),
    ("OPPAKKEN DOE IK ZELF", [do("take")]),
    ("ik doe het toch zelf", [do("take", over=True)]),
    ("geef mar aan els", [do("assign", alias="els")]),
    ("Voor mij. En dit is wel een ingrijpende.", [do("take"), do("serious")]),
    ("contact: 13-11", [do("contact", on=day(11, 13))]),
    ("Om half elf met mevrouw gebeld", [do("contact")]),
    ("had her on the phone yesterday", [do("contact", on=day(11, 17))]),
    ("voor de 2de keer gebeld, niet opgenomen", [do("no_answer")]),
    ("kheb gebeld ma hij pakt ni op", [do("no_answer")]),
    ("gebeld: niet opgenomen", [do("no_answer")]),
    ("geheel ongegrond", [do("judgement", choice="ongegrond")]),
    ("Klant heeft laten weten akkoord te zijn", [do("accepted")]),
    ("Mevrouw heeft gemeld dat ze niet akkoord gaat", [do("declined")]),
    ("mevrouw zegt dat ze niet akkoord gaat", [do("declined")]),
    ("Oorzaak is eenvoudig: wij waren te laat.", [do("cause", text="wij waren te laat.")]),
    ("maatregel 1 gereed op 13 november", [do("measure_done", index=1, on=day(11, 13))]),
    (
        "maatregelen: 1. betere route 2. parkeerplaatsen reserveren",
        [do("measure", text="betere route"), do("measure", text="parkeerplaatsen reserveren")],
    ),
    # words inside a phrase that change nothing
    ("ik bijt me er wel in vast", [do("take")]),
    ("kan deze helaas niet doen", [do("give_back")]),
    ("Hij gaat hier toch niet mee akkoord", [do("declined")]),
    ("ni kunnen bereiken", [do("no_answer")]),
    ("2 dagen geleden gebeld", [do("contact", on=day(11, 16))]),
    ("maandagmiddag met haar gebeld", [do("contact", on=day(11, 16))]),
    ("spoke to her this morning", [do("contact", on=day(11, 18))]),
    ("Gesproken, goed gesprek. Ze wil nog wel een brief.", [do("contact"), "Ze wil nog wel een brief."]),
    (
        "Heb haar een mail gestuurd met de vraag om meer informatie",
        [do("contact", text="met de vraag om meer informatie")],
    ),
    ("ik neem hem, zet hem ook op de agenda", [do("take"), do("serious")]),
    ("nog geen contact, 2x gebeld", [do("no_answer")]),
    ("oorzaak: stroomstoring, niet structureel", [do("cause", text="stroomstoring"), do("structural", choice="nee")]),
    ("zet deze op naam van Piet", [do("assign", alias="piet")]),
    ("Piet please take this", [do("assign", alias="piet")]),
    ("In het overleg besproken: we geven korting", [do("discussed", text="we geven korting")]),
    ("Als maatregel gaan we de zaal voortaan dubbel checken", [do("measure", text="de zaal voortaan dubbel checken")]),
    ("IK PAK HET OP", [do("take")]),
    ("ik pak het op.", [do("take")]),
    ("Ik pak deze op, groet Jan", [do("take")]),
    ("Ik pak deze op. Groeten, Jan", [do("take")]),
    ("ik pak 'm op", [do("take")]),
    ("ik pak ’m op", [do("take")]),
    ("Ik pak deze klacht op", [do("take")]),
    ("Ik pak het morgen op", [do("take")]),
    ("Ik pak hem wel even op hoor", [do("take")]),
    ("ik neem deze", [do("take")]),
    ("Ik neem deze op me", [do("take")]),
    ("ik neem hem over", [do("take", over=True)]),
    ("ik doe deze", [do("take")]),
    ("Deze doe ik", [do("take")]),
    ("ok doe ik", [do("take")]),
    ("Ja, doe ik!", [do("take")]),
    ("prima, pak ik op", [do("take")]),
    ("oppakken", [do("take")]),
    ("Ik zal deze oppakken", [do("take")]),
    ("ik handel dit af", [do("take")]),
    ("zet maar op mijn naam", [do("take")]),
    ("I'll take it", [do("take")]),
    ("mine", [do("take")]),
    ("- ik pak het op", [do("take")]),
    ("*ik pak het op*", [do("take")]),
    ("“ik pak het op”", [do("take")]),
    ("Hoi Sanne, ik pak deze op", [do("take")]),
    ("Hoi ik pak deze op", [do("take")]),
    ("Ik pak het op en bel haar morgen", [do("take", text="bel haar morgen")]),
    ("Ik pak het op, bel mevrouw vanmiddag", [do("take", text="bel mevrouw vanmiddag")]),
    ("Ik pak deze op omdat Jan er niet is", [do("take", text="Jan er niet is")]),
    ("Beste allemaal\n\nIk pak deze op.", [do("take")]),
    ("Goedemorgen,\n\nik neem deze.\n\nGr. Piet", [do("take")]),
    ("Hoi Sanne,\nik pak het op\nJan", [do("take")]),
    ("ik pak het op\n\nJ.", [do("take")]),
    ("ik pak het op\n\nDank,\nJan de Vries", [do("take")]),
    ("ik pak het op\nBedankt!", [do("take")]),
    ("ik pak het op" + OUTLOOK, [do("take")]),
    ("ik pak het op" + GMAIL, [do("take")]),
    ("ik pak het op" + PHONE, [do("take")]),
    ("ik pak het op" + SIGNED, [do("take")]),
    ("Verstuurd vanaf mijn iPhone\n\nik pak het op", [do("take")]),
    ("Verzonden vanaf Outlook voor iOS\n\nik pak het op", [do("take")]),
    ("ik pak het op\n\nOutlook voor Android downloaden\nsluit", [do("take")]),
    *(
        (f"ik pak het op\n\n{made_with}\nsluit", [do("take")])
        for made_with in (
            "Outlook for iOS<https://aka.ms/o0ukef>",
            "Verkrijg Outlook voor Android<https://aka.ms/AAb9ysg>",
            "Download BlueMail voor Android",
            "Outlook für iOS beziehen<https://aka.ms/o0ukef>",
            "Von meinem iPhone gesendet",
            "Von meinem/meiner Galaxy gesendet",
            "Gesendet mit Proton Mail sicherer E-Mail.",
            "Gesendet von Mail für Windows",
            "Outlook pour iOS",
            "Obtenir Outlook pour Android",
            "Télécharger Outlook pour iOS",
            "Envoyé de mon iPhone",
            "Envoyé depuis mon appareil Galaxy",
            "Provenance : Courrier pour Windows",
        )
    ),
    ("ik pak het op\n-- \nJan\nsluit", [do("take")]),
    ("ik pak het op\n\n-----Oorspronkelijk bericht-----\nVan: RONT\nsluit", [do("take")]),
    ("ik pak het op\n> sluit\nverstuur", [do("take"), ask("more", "send")]),
    ("> Wie pakt dit op?\n\nik", [do("take")]),
    ("ik\n\nOn Mon, Nov 16, 2026 at 9:12 AM RONT <klachten@ront.nl> wrote:\n> send", [do("take")]),
    ("ik\n\nOp maandag 16 november 2026 schreef RONT Klachten\n<klachten@ront.nl>:\n\nverstuur", [do("take")]),
    # giving it to somebody
    ("@jan", [do("assign", alias="jan")]),
    ("@Jan.", [do("assign", alias="jan")]),
    ("Toewijzen aan piet aub", [do("assign", alias="piet")]),
    ("toewijzen jan", [do("assign", alias="jan")]),
    ("toewijzen: jan", [do("assign", alias="jan")]),
    ("toewijzen aan kees", [do("assign", alias="kees")]),
    ("@kees", [do("assign", alias="kees")]),
    ("@rené", [do("assign", alias="rené")]),
    ("@Rene", [do("assign", alias="rené")]),
    ("voor jan", [do("assign", alias="jan")]),
    ("@piet kun jij deze?", [do("assign", alias="piet")]),
    ("@piet, kun jij deze oppakken?", [do("assign", alias="piet")]),
    ("@piet wil jij deze doen aub?", [do("assign", alias="piet")]),
    ("Kun jij deze oppakken @piet?", [do("assign", alias="piet")]),
    ("@piet graag", [do("assign", alias="piet")]),
    ("@els pak jij deze op", [do("assign", alias="els")]),
    ("Jan pakt deze op", [do("assign", alias="jan")]),
    ("piet doet het", [do("assign", alias="piet")]),
    ("Els wordt behandelaar", [do("assign", alias="els")]),
    ("@els kun jij dit oppakken? Ik zit vol deze week", [do("assign", alias="els"), "Ik zit vol deze week"]),
    ("kun jij dit doen @els? ik heb het druk", [do("assign", alias="els"), "ik heb het druk"]),
    ("Is voor Els", [do("assign", alias="els")]),
    ("Deze is voor els!", [do("assign", alias="els")]),
    ("dit is voor @els", [do("assign", alias="els")]),
    ("behandelaar: els", [do("assign", alias="els")]),
    ("geef deze maar aan Jan", [do("assign", alias="jan")]),
    ("toewijzen aan jan, hij kent de klant", [do("assign", alias="jan", text="hij kent de klant")]),
    ("assign to jan", [do("assign", alias="jan")]),
    ("toewijzen aan mij", [do("take")]),
    ("ik pak het op 😀", [do("take")]),
    ("ik\nik", [do("take"), do("take")]),
    ("ziet er goed uit, verstuur maar", [do("send")]),
    ("ingrijpend: dreigt met advocaat", [do("serious", text="dreigt met advocaat")]),
    (
        "klager: Fatma Yilmaz - fatma@example.nl - 0612345678",
        [do("complainant", name="Fatma Yilmaz", address="fatma@example.nl", phone="0612345678")],
    ),
    ("dossier K2026-0003", [do("dossier", number="K2026-0003")]),
    (
        "oorzaak: dubbel geboekt\ncontact gisteren mevrouw was blij",
        [do("cause", text="dubbel geboekt"), do("contact", on=day(11, 17), text="mevrouw was blij")],
    ),
    (
        "notitie: mevrouw schreef het volgende:\nde zaal was koud",
        [do("note", text="mevrouw schreef het volgende:\nde zaal was koud")],
    ),
    # giving it back
    ("geef terug", [do("give_back")]),
    ("lukt mij niet", [do("give_back")]),
    ("lukt mij niet, kan iemand anders?", [do("give_back"), "kan iemand anders?"]),
    ("Dit lukt me niet, te druk", [do("give_back")]),
    ("geef terug: ik ben ziek", [do("give_back", text="ik ben ziek")]),
    # the meeting's agenda
    ("Ingrijpend", [do("serious")]),
    ("dit is ingrijpend", [do("serious")]),
    ("zet op de agenda", [do("serious")]),
    ("niet ingrijpend", [do("not_serious")]),
    ("dit is niet ingrijpend", [do("not_serious")]),
    ("besproken: we bieden een nieuwe datum aan", [do("discussed", text="we bieden een nieuwe datum aan")]),
    ("Besproken in het overleg: akkoord met korting", [do("discussed", text="akkoord met korting")]),
    ("overleg 12 december 9:00", [do("meeting", on=day(12, 12), at=dt.time(9))]),
    ("overleg maandag 10:00", [do("meeting", on=day(11, 23), at=dt.time(10))]),
    (
        "Overleg wordt verplaatst naar donderdag 26 november 9.30 uur",
        [do("meeting", on=day(11, 26), at=dt.time(9, 30))],
    ),
    ("overleg morgen om 14 uur", [do("meeting", on=day(11, 19), at=dt.time(14))]),
    ("overleg vervalt", [do("meeting_off")]),
    ("Overleg gaat niet door", [do("meeting_off")]),
    ("overleg gehouden", [do("meeting_held")]),
    # contact
    ("contact", [do("contact")]),
    ("gebeld", [do("contact")]),
    ("Heb haar gesproken", [do("contact")]),
    ("net gebeld, alles besproken", [do("contact")]),
    ("gisteren gebeld", [do("contact", on=day(11, 17))]),
    ("vrijdag gebeld", [do("contact", on=day(11, 13))]),
    ("contact 13 november", [do("contact", on=day(11, 13))]),
    (
        "contact gisteren: mevrouw wil haar geld terug",
        [do("contact", on=day(11, 17), text="mevrouw wil haar geld terug")],
    ),
    ("contact gisteren mevrouw was blij", [do("contact", on=day(11, 17), text="mevrouw was blij")]),
    ("gebeld: ze is niet tevreden", [do("contact", text="ze is niet tevreden")]),
    ("Klant gesproken, wil graag een andere datum", [do("contact", text="wil graag een andere datum")]),
    ("ik heb mevrouw net gebeld", [do("contact")]),
    ("heb contact gehad met de klant", [do("contact")]),
    ("geen gehoor", [do("no_answer")]),
    ("geen gehoor, voicemail ingesproken", [do("no_answer")]),
    ("gebeld, geen gehoor", [do("no_answer")]),
    ("gebeld maar niet opgenomen", [do("no_answer")]),
    ("Net gebeld, kreeg voicemail", [do("no_answer")]),
    ("kon haar niet bereiken", [do("no_answer")]),
    ("klant neemt niet op", [do("no_answer")]),
    # the investigation
    ("wens: het cursusgeld terug", [do("remedy", text="het cursusgeld terug")]),
    ("oordeel: gegrond", [do("judgement", choice="gegrond")]),
    ("Oordeel: Deels", [do("judgement", choice="deels")]),
    (
        "oordeel: gedeeltelijk gegrond, de zaal was wel warm",
        [do("judgement", choice="deels", text="de zaal was wel warm")],
    ),
    ("oordeel ongegrond", [do("judgement", choice="ongegrond")]),
    ("oorzaak: de zaal was dubbel geboekt", [do("cause", text="de zaal was dubbel geboekt")]),
    ("Oorzaak:\nde zaal\n\nwas dubbel geboekt", [do("cause", text="de zaal\n\nwas dubbel geboekt")]),
    ("structureel: ja", [do("structural", choice="ja")]),
    ("structureel: nee\nIk bel morgen", [do("structural", choice="nee"), "Ik bel morgen"]),
    ("niet structureel", [do("structural", choice="nee")]),
    ("maatregel: zaal dubbel controleren", [do("measure", text="zaal dubbel controleren")]),
    (
        "maatregel: zaal dubbel controleren door jan voor 1 februari",
        [do("measure", text="zaal dubbel controleren", alias="jan", on=day(2, 1, 2027))],
    ),
    ("maatregel: checklist, uiterlijk 1-12 door @piet", [do("measure", text="checklist", alias="piet", on=day(12, 1))]),
    ("maatregel: evaluatie door trainers", [do("measure", text="evaluatie door trainers")]),
    ("maatregel intern: gesprek met de trainer", [do("measure", text="gesprek met de trainer", internal=True)]),
    ("maatregel 1 gereed", [do("measure_done", index=1)]),
    ("Maatregel 2 is uitgevoerd.", [do("measure_done", index=2)]),
    ("maatregel 1 werkt", [do("measure_worked", index=1, choice="werkt")]),
    ("maatregel 1 werkt niet", [do("measure_worked", index=1, choice="werkt niet")]),
    # letters
    ("antwoord: Op welke dag was de cursus?", [do("answer", text="Op welke dag was de cursus?")]),
    (
        "uitkomst: De zaal was dubbel geboekt.\n\nDat spijt ons.\nvoorstel: U krijgt een nieuwe datum.\nKlopt dat?",
        [
            do("outcome", text="De zaal was dubbel geboekt.\n\nDat spijt ons."),
            do("proposal", text="U krijgt een nieuwe datum.\nKlopt dat?"),
        ],
    ),
    (
        "antwoord: Beste mevrouw,\n\nDank voor uw bericht.\n\nMet vriendelijke groet,\nJan",
        [do("answer", text="Beste mevrouw,\n\nDank voor uw bericht.")],
    ),
    ("verstuur", [do("send")]),
    ("Verstuur maar!", [do("send")]),
    ("akkoord, verstuur maar", [do("send")]),
    ("Prima, versturen", [do("send")]),
    ("bevestig", [do("acknowledge")]),
    ("stuur een ontvangstbevestiging", [do("acknowledge")]),
    ("uitkomst gemeld", [do("told")]),
    ("uitkomst gemeld gisteren: mevrouw was blij", [do("told", on=day(11, 17), text="mevrouw was blij")]),
    ("uitstel 1 december: de trainer is ziek", [do("postpone", on=day(12, 1), text="de trainer is ziek")]),
    ("uitstel tot 1-12, trainer ziek", [do("postpone", on=day(12, 1), text="trainer ziek")]),
    ("Uitstel over een week: wachten op de zaal", [do("postpone", on=day(11, 25), text="wachten op de zaal")]),
    ("uitstel: 1 december, trainer ziek", [do("postpone", on=day(12, 1), text="trainer ziek")]),
    # the end
    ("akkoord", [do("accepted")]),
    ("Klant gaat akkoord met het voorstel", [do("accepted")]),
    ("klant is tevreden", [do("accepted")]),
    ("niet akkoord", [do("declined")]),
    ("klant gaat niet akkoord", [do("declined")]),
    ("beroep 13 november", [do("appeal", on=day(11, 13))]),
    ("klant gaat in beroep", [do("appeal")]),
    ("uitspraak: ongegrond verklaard", [do("ruling", text="ongegrond verklaard")]),
    ("ingetrokken: misverstand", [do("withdrawn", text="misverstand")]),
    ("klant heeft de klacht ingetrokken", [do("withdrawn", text="klant heeft de klacht ingetrokken")]),
    ("geen klacht: vraag, over de factuur", [do("no_complaint", choice="vraag", text="over de factuur")]),
    ("geen klacht: reclame", [do("no_complaint", choice="anders", text="reclame")]),
    ("is een compliment", [do("no_complaint", choice="compliment")]),
    ("Dit is geen klacht maar een vraag", [do("no_complaint", choice="vraag")]),
    ("klacht", [do("complaint")]),
    ("dit is toch wel een klacht", [do("complaint")]),
    ("sluit", [do("close")]),
    ("Sluiten maar", [do("close")]),
    ("dossier mag dicht", [do("close")]),
    ("heropen", [do("reopen")]),
    ("samenvoegen K2026-0003", [do("merge", target="K2026-0003")]),
    ("samenvoegen met k2026-0003", [do("merge", target="K2026-0003")]),
    ("K2026-0002 samenvoegen met K2026-0003", [do("merge", number="K2026-0002", target="K2026-0003")]),
    ("bewaar langer: rechtszaak", [do("keep", text="rechtszaak")]),
    # people
    (
        "klager: Fatma Yilmaz <Fatma@example.nl>, tel 06-12345678, Dorpsstraat 1, 1234 AB Ede",
        [
            do(
                "complainant",
                name="Fatma Yilmaz",
                address="fatma@example.nl",
                phone="06-12345678",
                postal="Dorpsstraat 1\n1234 AB Ede",
            )
        ],
    ),
    ("klager: fatma@example.nl", [do("complainant", address="fatma@example.nl")]),
    ("klager: 06 12 34 56 78, Fatma Yilmaz", [do("complainant", name="Fatma Yilmaz", phone="06 12 34 56 78")]),
    (
        "klager: Fatma Yilmaz\nDorpsstraat 1\n1234 AB Ede\ntel. 055-1234567",
        [do("complainant", name="Fatma Yilmaz", phone="055-1234567", postal="Dorpsstraat 1\n1234 AB Ede")],
    ),
    ("gepost", [do("posted")]),
    ("brief gisteren gepost", [do("posted", on=day(11, 17))]),
    ("betreft @jan", [do("about", alias="jan")]),
    ("betreft: jan", [do("about", alias="jan")]),
    ("deze klacht gaat over Els", [do("about", alias="els")]),
    ("afwezig t/m 27 november, @els neemt waar", [do("absent", on=day(11, 27), alias="els")]),
    ("Ik ben er niet tot en met vrijdag", [do("absent", on=day(11, 20))]),
    ("afwezig tot maandag, waarnemer els", [do("absent", on=day(11, 22), alias="els")]),
    ("weer terug", [do("absent", text="terug")]),
    ("Ik ben er weer!", [do("absent", text="terug")]),
    # the rest
    ("notitie: mevrouw belt maandag terug", [do("note", text="mevrouw belt maandag terug")]),
    ("ongedaan", [do("undo")]),
    ("foutje, ongedaan maken", [do("undo")]),
    ("Oeps, ongedaan maken aub", [do("undo")]),
    ("mondeling", [do("oral")]),
    ("status", [do("status")]),
    ("status?", [do("status")]),
    ("Wat is de stand van zaken?", [do("status")]),
    ("dossier", [do("dossier")]),
    ("agenda", [do("agenda")]),
    ("zoek zaal te koud", [do("search", text="zaal te koud")]),
    ("Help!", [do("help")]),
    ("wie heeft deze?", [do("who")]),
    # several lines, several complaints
    ("ingrijpend\n@jan", [do("serious"), do("assign", alias="jan")]),
    (
        "Hoi,\n\noorzaak: dubbel geboekt\nstructureel: ja\nmaatregel: checklist door els\n" + SIGNED,
        [
            do("cause", text="dubbel geboekt"),
            do("structural", choice="ja"),
            do("measure", text="checklist", alias="els"),
        ],
    ),
    (
        "K2026-0003 @jan\n3 @piet\n#4 ingrijpend",
        [
            do("assign", alias="jan", number="K2026-0003"),
            do("assign", alias="piet", number="3"),
            do("serious", number="4"),
        ],
    ),
    (
        "[K2026-0003]: besproken: korting\nvoor beide dagen\nM2026-0002 klacht",
        [do("discussed", text="korting\nvoor beide dagen", number="K2026-0003"), do("complaint", number="M2026-0002")],
    ),
    (
        "K2026-0003\n@jan\ningrijpend\n\nsluit",
        [do("assign", alias="jan", number="K2026-0003"), do("serious", number="K2026-0003"), do("close")],
    ),
    ("5: gebeld", [do("contact", number="5")]),
    ("ik pak K2026-0003 op", [do("take", number="K2026-0003")]),
    ("sluit K2026-0003", [do("close", number="K2026-0003")]),
    ("ik\nmevrouw klonk erg boos", [do("take"), "mevrouw klonk erg boos"]),
    # clear intent, however it is worded; what cannot be taken back must be all that the mail says
    ("niet gegrond", [do("judgement", choice="ongegrond")]),
    ("gebeld, ze vindt het jammer", [do("contact", text="ze vindt het jammer")]),
    ("jan", [do("assign", alias="jan")]),
    ("naar els", [do("assign", alias="els")]),
    ("verstuurr", [do("send")]),
    ("sluti", [do("close")]),
    ("geen gehor", [do("no_answer")]),
    ("uitkosmt: de zaal was vol", [do("outcome", text="de zaal was vol")]),
    ("gebeld en sluit", [do("contact"), do("close")]),
    ("2 keer gebeld, geen gehoor", [do("no_answer")]),
    ("gebeld, mevrouw neemt op maar hangt meteen op", [do("no_answer")]),
    ("Klacht is terecht", [do("judgement", choice="gegrond")]),
    ("Klacht is terecht, onze fout", [do("judgement", choice="gegrond", text="onze fout")]),
    ("Dit is spam", [do("no_complaint", choice="anders", text="Dit is spam")]),
    ("Ik kan deze niet doen", [do("give_back")]),
]

NOT_DONE: list[tuple[str, list[Any]]] = [
    ("ingrijpend, @jan", [ask("ambiguous", "serious")]),
    ("@els kun jij dit oppakken? Of zal ik", [ask("ambiguous", "assign")]),
    ("@els kun jij dit doen? anders doe ik het", [ask("condition", "assign")]),
    ("@els kan jij kijken of dit klopt? ik denk van niet", [ask("question", "assign")]),
    ("Ik pak het op? of jij", [ask("question", "take")]),
    ("verstuur? Ja", [ask("question", "send")]),
    ("Verstuur over een uurtje", [ask("ambiguous", "send")]),
    ("Ik heb deze gelezen", ["Ik heb deze gelezen"]),
    ("Ik hoor het wel", ["Ik hoor het wel"]),
    ("@els ter info", [ask("ambiguous", "assign")]),
    ("heb nog niemand gesproken", [ask("not_yet", "contact")]),
    ("De oorzaak zullen we nooit weten", ["De oorzaak zullen we nooit weten"]),
    ("oorzaak zoeken is aan Piet", ["oorzaak zoeken is aan Piet"]),
    ("contact gehad: met Els, niet met klant", [ask("ambiguous", "contact")]),
    ("gebeld. kreeg zijn vrouw, hij belt terug", [ask("more", "contact"), "kreeg zijn vrouw, hij belt terug"]),
    ("besproken: volgende week", [ask("not_yet", "discussed")]),
    ("beroep: overweegt ze", [ask("not_yet", "appeal")]),
    ("Ik ben vandaag in Zwolle, niet bereikbaar", ["Ik ben vandaag in Zwolle", ask("more", "no_answer")]),
    ("nee: gegrond", [ask("ambiguous", "judgement")]),
    ("net ingrijpend", [ask("ambiguous", "serious")]),
    ("wat mij betreft nog niet gebeld", [ask("negation", "contact")]),
    ("Ik neem aan dat Karel dit doet", [ask("ambiguous", "take")]),
    ("Ik wil dit best doen maar heb pas volgende week tijd", [ask("condition", "take")]),
    ("ik ben op vakantie?", [ask("question", "absent")]),
    # negation
    ("ik pak het niet op", [ask("negation", "take")]),
    ("Nee, ik pak het niet op.", [ask("negation", "take")]),
    ("nog niet versturen", [ask("negation", "send")]),
    ("Niet versturen aub!", [ask("negation", "send")]),
    ("nog niet sluiten", [ask("negation", "close")]),
    ("nog geen contact gehad", [ask("negation", "contact")]),
    ("maatregel 1 is nog niet gereed", [ask("negation", "measure_done")]),
    ("niet aan @jan toewijzen", [ask("negation", "assign")]),
    # condition
    ("als Jan het niet doet pak ik het op", [ask("condition", "take")]),
    ("ik pak het op\nals Jan het niet doet", [ask("condition", "take")]),
    ("Ik pak het op, tenzij Piet al bezig is", [ask("condition", "take")]),
    ("Als niemand anders deze week tijd heeft voor deze mevrouw dan\npak ik het op", [ask("condition", "take")]),
    ("ik pak het op maar niet deze week", [ask("ambiguous", "take")]),
    ("verstuur als Jan akkoord is", [ask("condition", "send")]),
    ("sluiten zodra de brief weg is", [ask("condition", "close")]),
    ("akkoord mits de klant betaalt", [ask("condition", "accepted")]),
    # question
    ("kan ik sluiten?", [ask("question", "close")]),
    ("kan ik sluiten", [ask("question", "close")]),
    ("zal ik bellen?", [ask("question", "contact")]),
    ("ingrijpend?", [ask("question", "serious")]),
    ("is dit een klacht?", [ask("question", "complaint")]),
    ("@jan?", [ask("question", "assign")]),
    ("@jan weet jij hier meer van?", [ask("question", "assign")]),
    ("@jan heb jij haar al gebeld?", [ask("question", "assign")]),
    ("mag eruit?", [ask("question", "send")]),
    ("wie kan dit oppakken?", [ask("question", "take")]),
    ("Zal ik het oppakken?", [ask("question", "take")]),
    ("Ik pak het op, of is Jan al bezig?", [ask("question", "take")]),
    ("heb jij haar gesproken", [ask("question", "contact")]),
    ("mag ik uitstel?", [ask("question", "postpone")]),
    # doubt, or two things at once
    ("misschien geen klacht", [ask("ambiguous", "no_complaint")]),
    ("volgens mij is dit geen klacht", [ask("ambiguous", "no_complaint")]),
    ("ik denk dat Jan haar heeft gesproken", [ask("ambiguous", "contact")]),
    ("@jan of @piet", [ask("ambiguous", "assign")]),
    ("@jan en @piet", [ask("ambiguous", "assign")]),
    ("@jan, goed gedaan!", [ask("ambiguous", "assign")]),
    ("@jan: mooi opgelost", [ask("ambiguous", "assign")]),
    ("ik pak het op, voor jan", [ask("ambiguous", "take")]),
    ("foutje", [ask("ambiguous", "undo")]),
    ("ok", [ask("ambiguous")]),
    ("Ja graag", [ask("ambiguous")]),
    ("afgehandeld", [ask("ambiguous", "close")]),
    ("gebeld met de trainer", [ask("ambiguous", "contact")]),
    ("contact opnemen met de klant", [ask("ambiguous", "contact")]),
    ("geen gehoor, later wel gesproken", [ask("ambiguous", "no_answer")]),
    ("lukt mij niet, morgen wel", [ask("ambiguous", "give_back")]),
    ("verstuur morgen", [ask("ambiguous", "send")]),
    ("sluit even kort met Jan", [ask("ambiguous", "close")]),
    ("3. @jan", [ask("ambiguous", "assign")]),
    ("K2026-0003 en K2026-0004 @jan", [ask("ambiguous")]),
    ("klager: geen idee", [ask("ambiguous", "complainant")]),
    ("betreft: factuur", [ask("ambiguous", "about")]),
    ("afwezig morgen", [ask("ambiguous", "absent")]),
    ("voor jan en piet", [ask("ambiguous", "assign")]),
    ("ik en jan", [ask("ambiguous", "take")]),
    ("terug", [ask("ambiguous", "absent")]),
    ("geen overleg", [ask("negation", "meeting_off")]),
    ("contact: 06-12345678", [ask("ambiguous", "contact")]),
    ("Gebeld door de buurvrouw", [ask("ambiguous", "contact")]),
    ("oordeel: gegrond/deels/ongegrond", [ask("missing_value", "judgement")]),
    ("structureel: ja/nee", [ask("missing_value", "structural")]),
    ("structureel: ja?", [ask("missing_value", "structural")]),
    ("geen klacht: vraag/compliment/anders, reden", [ask("ambiguous", "no_complaint")]),
    ("K2026-0003 en K2026-0004 sluiten", [ask("ambiguous")]),
    ("ik pak K2026-0003 en K2026-0004 op", [ask("ambiguous", "take")]),
    ("akkoord van jan", [ask("ambiguous", "accepted")]),
    ("overleg met jan gehad", [ask("ambiguous", "meeting")]),
    ("@jan\n@piet", [ask("ambiguous", "assign"), ask("ambiguous", "assign")]),
    ("ik\n@piet", [ask("ambiguous", "take"), ask("ambiguous", "assign")]),
    ("ingrijpend\nniet ingrijpend", [ask("ambiguous", "serious"), ask("ambiguous", "not_serious")]),
    ("kan deze dicht?", [ask("question", "close")]),
    ("is dit iets voor Jan?", [ask("question", "assign")]),
    ("akkoord met de brief", [ask("ambiguous", "accepted")]),
    ("K2026-0003 @jan K2026-0004 @piet", [ask("ambiguous", "assign")]),
    # dates that cannot be
    ("uitstel 31 februari: trainer ziek", [ask("bad_date", "postpone")]),
    ("uitstel 1 november: trainer ziek", [ask("past_date", "postpone")]),
    ("uitstel vandaag: trainer ziek", [ask("past_date", "postpone")]),
    ("overleg gisteren 9:00", [ask("past_date", "meeting")]),
    ("overleg morgen 25:00", [ask("bad_date", "meeting")]),
    ("contact morgen", [ask("bad_date", "contact")]),
    ("maatregel: checklist voor 1 november 2025", [ask("past_date", "measure")]),
    ("afwezig t/m 1 november 2026", [ask("past_date", "absent")]),
    ("uitstel volgende vrijdag: trainer ziek", [ask("ambiguous", "postpone")]),
    ("uitstel maandag 1 december: trainer ziek", [ask("bad_date", "postpone")]),
    # nothing to do it with
    ("stuur", [ask("ambiguous", "send")]),
    ("Stuur maar", [ask("ambiguous", "send")]),
    ("zou jan dit oppakken", [ask("question", "take")]),
    ("op vakantie t/m 3 december", [ask("ambiguous", "absent")]),
    ("uitkomst gemeld, aan haar man maar die geeft het door", [ask("ambiguous", "told")]),
    ("Laat me even, ik kom erop terug", ["Laat me even, ik kom erop terug"]),
    ("mail is binnen", ["mail is binnen"]),
    ("Ze wil naar de geschillencommissie", [ask("ambiguous", "appeal")]),
    ("Dit gaat over mij", [ask("ambiguous", "about")]),
    ("Laat maar", [ask("ambiguous", "undo")]),
    ("Oeps, verkeerde", [ask("ambiguous", "undo")]),
    ("Ik ben ziek", [ask("ambiguous", "absent")]),
    ("Haar mail is fatma@example.nl", [ask("missing_value", "complainant")]),
    ("Kan Els deze doen?", [ask("question", "assign")]),
    ("Dit is heel ernstig", [ask("ambiguous", "serious")]),
    ("Terecht", [ask("ambiguous", "judgement")]),
    ("Ik wil uitstel", [ask("ambiguous", "postpone")]),
    ("Is opgelost", [ask("ambiguous", "close")]),
    ("gebeld, maar haar man nam op", [ask("ambiguous", "contact")]),
    ("Stuur maar niet", [ask("negation", "send")]),
    ("geen klacht", [ask("missing_value", "no_complaint")]),
    ("besproken", [ask("missing_value", "discussed")]),
    ("uitkomst:", [ask("missing_value", "outcome")]),
    ("uitstel 1 december", [ask("missing_value", "postpone")]),
    ("oordeel: mwah", [ask("missing_value", "judgement")]),
    ("structureel: soms", [ask("missing_value", "structural")]),
    # notes
    ("mevrouw was erg boos", ["mevrouw was erg boos"]),
    ("ik neem contact op met mevrouw", ["ik neem contact op met mevrouw"]),
    ("ik bel haar morgen", ["ik bel haar morgen"]),
    ("voor maandag", ["voor maandag"]),
    ("3 dagen later gebeld", ["3 dagen later gebeld"]),
    ("K2026-0003 mevrouw was erg boos", [("K2026-0003", "mevrouw was erg boos")]),
    ("Let op: mevrouw is slechthorend", ["Let op: mevrouw is slechthorend"]),
    ("https://example.nl/brochure", ["https://example.nl/brochure"]),
    ("Jan zegt: ik pak het op", ["Jan zegt: ik pak het op"]),
    ("👍", ["👍"]),
    ("klant is op vakantie", ["klant is op vakantie"]),
    ("Jan heeft haar gesproken", ["Jan heeft haar gesproken"]),
    ("mail naar jan@ront.nl gestuurd", ["mail naar jan@ront.nl gestuurd"]),
    ("Op 16 november 2026 om 9:12 schreef Jan:\n\nverstuur\nsluit", []),
    ("-----Original Message-----\nverstuur", []),
    # not the author's words
    ("", []),
    ("Hoi Sanne,\n\nGroet,\nJan", []),
    ("Bedankt!", []),
    ("Dank je wel,\nJan", []),
    ("Fijn weekend!", []),
    ("Verstuurd vanaf mijn iPhone", []),
    (OUTLOOK, []),
]


def seen(line: Line) -> Any:
    if isinstance(line, Unclear):
        return (line.why, line.verb)
    if isinstance(line, Remark):
        return (line.number, line.text) if line.number else line.text
    kept = {name: getattr(line, name) for name in Command.__slots__ if name != "line"}
    return {name: value for name, value in kept.items() if value not in (None, False)}


@pytest.mark.parametrize(("text", "expected"), DONE)
def test_a_reply_does_exactly_what_its_author_means(text, expected):
    assert [seen(line) for line in read(split(text)[0], TODAY, aliases=ALIASES)] == expected


@pytest.mark.parametrize(("text", "expected"), NOT_DONE)
def test_a_reply_that_is_not_certain_does_nothing(text, expected):
    lines = read(split(text)[0], TODAY, aliases=ALIASES)
    assert not any(isinstance(line, Command) for line in lines)
    assert bool(lines) == bool(expected)
    proposed = [line.hint for line in lines if isinstance(line, Unclear) and line.why == "negation"]
    assert not any(proposed), "never the opposite of the words"


@pytest.mark.parametrize(
    "text",
    [
        "Geheel akkoord, graag vandaag nog versturen.",
        "Geen aanmerkingen, mag weg",
        "Gelezen en goed bevonden. Verzenden maar.",
        "Send. Thanks for drafting this!",
        "verstuur\n\nThanks, Jan",
        "Ik stem in met het concept. U kunt het versturen.",
    ],
)
def test_praise_and_thanks_beside_it_let_a_shown_letter_go(text):
    assert [line.verb for line in read(text, TODAY, aliases=ALIASES, draft=True) if isinstance(line, Command)] == [
        "send"
    ]


def test_the_table_of_replies_is_large():
    assert len({text for text, _ in DONE + NOT_DONE}) >= 170
    assert len({text for text, _ in NOT_DONE}) >= 50


@pytest.mark.parametrize("text", ["Is voor Els?", "is dit voor Els?", "@els als jij tijd hebt"])
def test_who_is_asked_again_is_shown_the_member_whom_he_named(text):
    (line,) = read(text, TODAY, aliases=ALIASES)
    assert isinstance(line, Unclear)
    assert line.hint == "@els"


@pytest.mark.parametrize(
    "text", ["Brief is goed", "Goed zo!", "Ziet er goed uit", "Prima brief", "helemaal goed", "Akkoord zo"]
)
def test_who_finds_a_shown_draft_good_is_told_how_to_send_it(text):
    (line,) = read(text, TODAY, aliases=ALIASES, draft=True)
    assert isinstance(line, Unclear)
    assert (line.verb, line.hint) == ("send", "verstuur")


@pytest.mark.parametrize("text", ["akkoord", "Akkoord!", "niet akkoord"])
def test_a_bare_akkoord_below_a_shown_draft_is_asked_about(text):
    (line,) = read(text, TODAY, aliases=ALIASES, draft=True)
    assert isinstance(line, Unclear)
    assert line.why == "ambiguous"
    assert {"verstuur", "klant akkoord"} & {line.hint, *line.also} or "klant niet akkoord" in line.hint


@pytest.mark.parametrize("text", ["klant akkoord", "klant is tevreden"])
def test_an_akkoord_of_the_client_is_certain_below_a_shown_draft_too(text):
    (line,) = read(text, TODAY, aliases=ALIASES, draft=True)
    assert isinstance(line, Command)
    assert line.verb == "accepted"


def test_a_sentence_in_a_letter_that_could_be_a_command_stays_in_the_letter_and_is_asked_about():
    outcome, asked, send = read("uitkomst: Dank.\nIk pak dit op.\nU hoort van mij.\nverstuur", TODAY)
    assert seen(outcome) == do("outcome", text="Dank.\nIk pak dit op.\nU hoort van mij.")
    assert seen(asked) == ask("ambiguous", "take")
    assert seen(send) == ask("more", "send"), "the letter must be seen first"


@pytest.mark.parametrize("heading", ["Contact", "Klacht", "Akkoord", "Status"])
def test_a_heading_in_a_letter_is_no_command(heading):
    lines = read(f"uitkomst: Dank.\n{heading}\nWij belden u.", TODAY)
    assert [line.verb for line in lines if isinstance(line, Command)] == ["outcome"]
    assert heading in str(seen(lines[0])["text"])


def test_a_question_in_a_letter_is_text():
    assert [seen(line) for line in read("antwoord: Kunt u maandag?\nKan ik sluiten?", TODAY)] == [
        do("answer", text="Kunt u maandag?\nKan ik sluiten?")
    ]
