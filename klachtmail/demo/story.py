"""The story: two weeks in the life of a complaints address, from the first mail to the agenda of the meeting.

It says of every step what must come of it, so that whoever plays it also tests the program.
"""

import datetime as dt
from typing import Any, Final
from zoneinfo import ZoneInfo

from klachtmail.demo.letters import Person, answer
from klachtmail.demo.stage import Happening, Stage, StoryError

START: Final = dt.datetime(2026, 9, 7, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))  # a Monday, far from any holiday

ADDRESS: Final = "klachten@ront.nl"
JAN: Final = Person("Jan de Vries", "jan@ront.nl")
ELS: Final = Person("Els Bakker", "els@ront.nl")
PIET: Final = Person("Piet Jansen", "piet@ront.nl")
BEHEER: Final = Person("Beheer", "beheer@ront.nl")
NOOR: Final = Person("Noor Smit", "noor@ront.nl")
SANNE: Final = Person("Sanne de Boer", "sanne@example.nl")
JOHN: Final = Person("John Miller", "john.miller@example.com")
KARIN: Final = Person("Karin Visser", "karin.visser@example.org")
NAMES: Final = {p.address: p.name for p in (JAN, ELS, PIET, BEHEER, NOOR, SANNE, JOHN, KARIN)}
MAILBOXES: Final = (ADDRESS, *(a for a in NAMES if a != KARIN.address))  # Karin's does not exist (any more)

SETTINGS: Final[dict[str, Any]] = {
    "organisation": {
        "name": "RONT",
        "address": ADDRESS,
        "domains": ["ront.nl"],
        "timezone": "Europe/Amsterdam",
        "phone": "055 123 45 67",
        "privacy_url": "https://ront.example/privacy",
        "appeal": {
            "name": "Geschillencommissie Voorbeeld",
            "url": "https://geschillen.example",
            "within_weeks": 6,
            "binding": True,
        },
    },
    "partners": [
        {"name": JAN.name, "address": JAN.address, "alias": "jan", "function": "partner", "phone": "06 11 11 11 11"},
        {"name": ELS.name, "address": ELS.address, "alias": "els", "function": "partner", "phone": "06 22 22 22 22"},
    ],
    "employees": [{"name": PIET.name, "address": PIET.address, "alias": "piet", "function": "adviseur"}],
    "administrator": BEHEER.address,
}

_PDF: Final = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)

COMPLAINT = """\
Goedemorgen,

Vrijdag volgde ik bij u de training vastgoedrekenen. De trainer was een uur te
laat en van het lesmateriaal was de helft er niet. Daardoor hebben we het
onderdeel over beleggingswaarden overgeslagen, en daar kwam ik juist voor.

Ik ben hier niet tevreden over en hoor graag hoe u dit oplost. Het programma
dat ons beloofd was stuur ik mee. U kunt mij bellen op 06-12345678.

Met vriendelijke groet,
Sanne de Boer
"""
FOLLOW_UP = """\
Dank voor uw bericht. Ik hoor van andere deelnemers dat zij het lesmateriaal
ook niet hebben gekregen. Wilt u dat meenemen?

Sanne de Boer
"""
ENGLISH = """\
Dear Sir or Madam,

We are not happy with the report on our housing portfolio. It came three weeks
late, and the figures for 2025 are missing. We had to postpone our board meeting.

Please let us know how you will put this right.

Kind regards,
John Miller
"""
AWAY = "I am out of the office until 14 September and will read your message when I am back.\n\nJohn Miller\n"
INVOICE = """\
Beste mensen,

Ik heb nu drie keer gevraagd om een certificaat van de cursus van mei, en ik
krijg telkens geen antwoord. Dit vind ik erg slecht.

Karin Visser
"""
INTERNAL = "Hallo,\n\nDe koffie op de tweede verdieping is al weken niet te drinken. Ik wil hierover klagen.\n\nNoor\n"
ORAL = """\
Klager: Ahmed Yilmaz
Telefoon: 06-87654321
Betreft: Cursus taxeren
Ontvangen: vandaag
Ernst: substantieel
Opgelost: nee
Toelichting: Hij belde: de zaal was zo koud dat de helft van de groep is weggegaan.
"""
FOUND = """\
gebeld: mevrouw wil het gemiste onderdeel graag alsnog volgen
oorzaak: de trainer had de verkeerde aanvangstijd en de drukker leverde te laat
structureel: ja
maatregel: het lesmateriaal ligt een week voor de training klaar door jan voor 1 oktober
oordeel: gegrond
uitkomst: Onze trainer had een verkeerde aanvangstijd doorgekregen, en de drukker leverde maar de helft van het materiaal.
voorstel: U volgt op 21 september gratis het gemiste onderdeel, en u krijgt het hele lesmateriaal thuisgestuurd.
"""


def play(stage: Stage) -> None:
    """Play the whole story. Raises StoryError when it cannot go on; see `stage.problems` for the rest."""
    complaint = a_client_complains(stage)
    a_partner_presses_a_button(stage, complaint)
    an_english_client_is_away(stage)
    a_letter_comes_back(stage)
    news = the_client_writes_again(stage, complaint)
    a_colleague_complains(stage)
    oral = an_employee_was_told(stage)
    the_morning_mail(stage)
    the_outcome_is_sent(stage, news)
    the_agenda_is_mailed(stage, complaint.number(), oral.number())


def a_client_complains(stage: Stage) -> Happening:
    """A Dutch complaint with an attachment: the client is answered, both partners get it at once."""
    mail = stage.writes(stage.time(0, "09:12"), SANNE, "Training vastgoedrekenen", COMPLAINT, ("programma.pdf", _PDF))
    number = mail.number()
    confirmed = mail.to(SANNE, number)
    stage.expect("21 september" in confirmed.text, "the acknowledgement must name the date of the outcome")
    stage.expect(
        confirmed.message["Auto-Submitted"] == "auto-replied", "an acknowledgement must say that it is automatic"
    )
    for partner in (JAN, ELS):
        routed = mail.to(partner, number)
        stage.expect(
            "de trainer was een uur te laat" in _flat(routed.text).lower(),
            "the client's own words must reach the partners",
        )
        stage.expect(routed.attachments == ("programma.pdf",), f"{partner.name} must get the attachment")
        stage.expect(
            SANNE.address not in str(routed.message["Reply-To"]), "a reply must never go to the client by accident"
        )
    return mail


def a_partner_presses_a_button(stage: Stage, complaint: Happening) -> None:
    """One tap on a phone, and everybody knows who has it."""
    done = stage.presses(stage.time(0, "09:31"), ELS, complaint.to(ELS), "Ik pak het op")
    _expect_handler(stage, complaint.number(), ELS)
    stage.expect(done.to(JAN), "the other partner must hear who has it")


def an_english_client_is_away(stage: Stage) -> None:
    """An English complaint gets an English letter; the out-of-office that answers it gets none; a partner writes a line."""
    mail = stage.writes(stage.time(0, "10:05"), JOHN, "Report on our housing portfolio", ENGLISH)
    letter = mail.to(JOHN, mail.number())
    stage.expect(letter.message["Content-Language"] == "en", "an English complaint must be answered in English")
    absent = answer(JOHN, letter, AWAY, stage.time(0, "10:06"))
    absent.replace_header("Subject", f"Automatic reply: {letter.subject}")
    absent["Auto-Submitted"] = "auto-replied"
    away = stage.posts(JOHN, absent, "is out of the office", AWAY)
    stage.expect(not away.letters, "an automatic reply must never be answered")
    line = "@piet\ningrijpend\n\nPiet, jij kent dit project. Jan"
    given = stage.answers(stage.time(0, "10:40"), JAN, mail.to(JAN), line)
    _expect_handler(stage, mail.number(), PIET)
    stage.expect(given.to(PIET), "the handler must get the complaint")
    complaint = stage.office.store.complaint(mail.number())
    stage.expect(complaint and complaint.serious, "“ingrijpend” must put it on the agenda")


def a_letter_comes_back(stage: Stage) -> None:
    """A bounce of the acknowledgement becomes a task for the partners, not a silence."""
    mail = stage.writes(stage.time(1, "11:15"), KARIN, "Nog steeds geen certificaat", INVOICE)
    stage.time(1, "11:16")
    back = stage.comes_in("The acknowledgement to Karin Visser comes back: no such mailbox")
    stage.expect((mail.number(), "bounced") in back.steps, "the failure must be found with its letter")
    stage.expect(back.to(JAN), "a letter that did not arrive must become a task")


def the_client_writes_again(stage: Stage, complaint: Happening) -> Happening:
    """A follow-up is shown to the handler; it is no second complaint."""
    letter = complaint.to(SANNE)
    news = stage.answers(stage.time(1, "14:02"), SANNE, letter, FOLLOW_UP)
    stage.expect(news.number() == complaint.number(), "an answer of the client must not become a new complaint")
    stage.expect("andere deelnemers" in _flat(news.to(ELS).text), "the handler must read what the client adds")
    return news


def a_colleague_complains(stage: Stage) -> None:
    """'Interne klachten kunnen … via de lijn worden opgepakt': pointed there, and not recorded."""
    mail = stage.writes(stage.time(1, "16:30"), NOOR, "Klacht over de koffie", INTERNAL)
    stage.expect(not mail.steps, "an internal complaint must not be recorded")
    stage.expect(mail.to(NOOR), "a colleague must be told where to go")


def an_employee_was_told(stage: Stage) -> Happening:
    """An oral complaint, reported by mail and confirmed with a button."""
    report = stage.writes(stage.time(2, "15:20"), PIET, "Mondelinge klacht", ORAL)
    stage.presses(stage.time(2, "15:24"), PIET, report.to(PIET), "Bevestig")
    complaint = stage.office.store.complaint(report.number())
    stage.expect(complaint and complaint.channel == "oral" and complaint.confirmed, "what was said must be on record")
    return report


def the_morning_mail(stage: Stage) -> None:
    """One mail a day with everything that somebody is reminded of."""
    stage.time(3, "08:30")
    morning = stage.clock_strikes("Half past eight: the morning mail")
    stage.expect("Karin Visser" in morning.to(JAN).text, "a complaint that nobody has must be asked about")


def the_outcome_is_sent(stage: Stage, news: Happening) -> None:
    """What was found, as a draft that looks exactly like the letter; it goes when the handler says so."""
    number = news.number()
    found = stage.answers(stage.time(3, "10:15"), ELS, news.to(ELS), FOUND)
    shown = next((x for x in found.letters if x.to == ELS.address and any("Verstuur" in b for b in x.buttons)), None)
    if shown is None:
        raise StoryError("Els got no draft with a button to send it")
    stage.expect(not any(x.to == SANNE.address for x in found.letters), "a draft must not reach the client")
    sent = stage.presses(stage.time(3, "10:21"), ELS, shown, "Verstuur")
    outcome = sent.to(SANNE, number)
    stage.expect("gratis het gemiste onderdeel" in _flat(outcome.text), "the outcome must hold the proposal")
    stage.expect("drukker leverde te laat" not in _flat(outcome.text), "the cause must never reach the client")
    stage.expect(outcome.message["Auto-Submitted"] is None, "a letter of a person must not say that it is automatic")
    thanks = stage.answers(
        stage.time(3, "19:45"), SANNE, outcome, "Dank u, daar ben ik blij mee. Akkoord!\n\nSanne de Boer\n"
    )
    closed = stage.answers(stage.time(4, "09:05"), ELS, thanks.to(ELS), "klant akkoord\nsluit")
    complaint = stage.office.store.complaint(number)
    stage.expect(complaint and complaint.status == "closed", "the complaint must be closed")
    goodbye = stage.presses(stage.time(4, "09:08"), ELS, closed.to(ELS), "Verstuur")
    stage.expect(
        "klacht nu gesloten" in _flat(goodbye.to(SANNE, number).text), "the client must hear that it is closed"
    )


def the_agenda_is_mailed(stage: Stage, closed: str, oral: str) -> None:
    """'In elk partneroverleg komt de stand van zaken betreffende lopende klachten aan de orde': every Monday by mail."""
    stage.time(7, "08:00")
    agenda = stage.clock_strikes("Monday, eight o'clock: the agenda for the partner meeting")
    for partner in (JAN, ELS):
        text = agenda.to(partner).text
        stage.expect(closed in text and oral in text, f"{partner.name}'s agenda must list the complaints")


def _expect_handler(stage: Stage, number: str, person: Person) -> None:
    complaint = stage.office.store.complaint(number)
    stage.expect(complaint and complaint.handler == person.address, f"{person.name} must be the handler of {number}")


def _flat(text: str) -> str:
    return " ".join(line.strip().lstrip("> ") for line in text.splitlines())
