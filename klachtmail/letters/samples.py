"""A letter of every kind with realistic data: for `preview`, `check` and the pictures in the tests."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

from klachtmail.domain.agenda.contents import (
    Agenda,
    Aside,
    EndedRow,
    MeasureRow,
    MonthFigures,
    MorningItem,
    Pattern,
    Row,
    Tempo,
    Undelivered,
)
from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.outgoing import requests
from klachtmail.domain.record import to_json
from klachtmail.domain.records.letter import Button, LetterRequest, Scope
from klachtmail.domain.records.model import Complaint, HistoryEntry, Measure, Message, Party

_UTC: Final = dt.UTC
NOW: Final = dt.datetime(2026, 11, 23, 9, 12, tzinfo=_UTC)
AGENDA_KINDS: Final = frozenset({"digest", "agenda"})
NUMBER: Final = "K2026-0012"
ENGLISH: Final = frozenset(
    {"acknowledgement", "message", "outcome", "postponement", "no_complaint", "apology", "internal_pointer"}
)
_WORDS: Final = (
    "Goedemiddag,\n\nVorige week volgde ik bij u de training Timemanagement. De trainer was drie kwartier te laat en had "
    "geen materiaal bij zich. Daardoor is het onderdeel over mail en agenda helemaal vervallen.\n\nIk heb dit op de dag zelf "
    "gezegd, maar daar is niets mee gedaan. Ik vind dat niet netjes en hoor graag hoe u dit oplost.\n\n"
    "Met vriendelijke groet,\nSanne de Boer\nGemeente Apeldoorn"
)
_ENGLISH_WORDS: Final = (
    "Dear sir or madam,\n\nLast week I followed your time management course. The trainer was 45 minutes late.\n\n"
    "Kind regards,\nJane Whitfield"
)


def complaint(firm: Firm, language: str = "nl") -> Complaint:
    """Return a complaint that is being handled, in either language."""
    handler, other = firm.members[0], firm.members[-1]
    english = language == "en"
    party = Party(
        name="Jane Whitfield" if english else "Sanne de Boer",
        address="s.deboer@example.org",
        phone="06-12345678",
        organisation=None if english else "Gemeente Apeldoorn",
    )
    words = _ENGLISH_WORDS if english else _WORDS
    received = NOW - dt.timedelta(days=0, minutes=4)
    return Complaint(
        number=NUMBER,
        status="assigned",
        received_at=received,
        due_on=dt.date(2026, 12, 7),
        original_due_on=dt.date(2026, 12, 7),
        complainant=party,
        text=words,
        language=language,
        subject="Time management course of 12 November" if english else "Training Timemanagement van 12 november",
        handler=handler.address,
        contacted_at=NOW,
        assigned_at=NOW,
        requested_remedy="Het vervallen onderdeel inhalen",
        cause="De trainer stond met een lekke band en had geen vervanger.",
        structural=True,
        judgement="gegrond",
        outcome="The trainer was late and there was no replacement."
        if english
        else "Onze trainer had pech onderweg. Er was geen vervanger geregeld, en de map met materiaal lag bij hem in de auto. "
        "Daardoor is het laatste onderdeel vervallen.\n\nU hebt dit op de dag zelf gemeld. Dat is bij ons niet doorgegeven.",
        proposal="We offer you the missing part on a day that suits you, free of charge."
        if english
        else "Wij geven u het vervallen onderdeel alsnog, op een dag die u uitkomt en zonder kosten. U krijgt de map met "
        "materiaal morgen per post.",
        measures=(
            Measure(
                text="for every course there is a second trainer on call"
                if english
                else "voor elke training staat een tweede trainer klaar",
                owner=other.address,
                due_on=dt.date(2027, 2, 1),
            ),
            Measure(text="gesprek met de trainer", owner=handler.address, internal=True, due_on=dt.date(2026, 12, 1)),
        ),
        messages=(
            Message(
                message_id="abc@example.org",
                sender="s.deboer@example.org",
                at=received,
                direction="in",
                kind="complaint",
                sha256="0" * 64,
                subject="Klacht training",
                text=words,
                attachments=("programma.pdf",),
            ),
            Message(
                message_id="def@example.org",
                sender="s.deboer@example.org",
                at=NOW,
                direction="in",
                kind="follow_up",
                sha256="1" * 64,
                subject="Re: Klacht training",
                text="Ik ben donderdag de hele dag bereikbaar.",
            ),
        ),
        history=(
            HistoryEntry(at=received, actor="complainant", event="received", detail="per mail"),
            HistoryEntry(at=received, actor="klachtmail", event="acknowledged"),
        ),
    )


def agenda(firm: Firm) -> Agenda:
    """Return a full digest: every section has something in it."""
    first, last = firm.members[0].name, firm.members[-1].name
    rows = (
        Row(
            number="K2026-0007",
            name="P. van ’t Hof",
            subject="Adviestraject kwaliteit: rapport kwam niet af",
            received_on=dt.date(2026, 11, 2),
            due_on=dt.date(2026, 11, 16),
            days_left=-7,
            handler=first,
            last_step="12 nov: gebeld, geen gehoor",
            next_step="de uitkomst",
            serious=True,
            reasons=("ingrijpend", "te laat"),
        ),
        Row(
            number="K2026-0011",
            name="Mohammed El Amrani",
            subject="Factuur voor een geannuleerde training",
            received_on=dt.date(2026, 11, 12),
            due_on=dt.date(2026, 11, 26),
            days_left=3,
            last_step="ontvangst bevestigd",
            next_step="een behandelaar",
            reasons=("geen behandelaar",),
        ),
        Row(
            number=NUMBER,
            name="Sanne de Boer",
            subject="Training Timemanagement van 12 november",
            received_on=dt.date(2026, 11, 23),
            due_on=dt.date(2026, 12, 7),
            days_left=14,
            handler=last,
            last_step="opgepakt",
            next_step="contact met de klager",
        ),
        Row(
            number="K2026-0010",
            name="",
            subject="",
            received_on=dt.date(2026, 11, 10),
            due_on=dt.date(2026, 11, 24),
            days_left=1,
            hidden=True,
        ),
    )
    months = [
        ("2026-07", 1, 1, 1, 0),
        ("2026-08", 0, 0, 1, 0),
        ("2026-09", 4, 2, 2, 0),
        ("2026-10", 3, 2, 2, 1),
        ("2026-11", 5, 4, 2, 1),
    ]
    return Agenda(
        made_at=NOW,
        meeting_at=NOW + dt.timedelta(hours=1),
        decide=rows[:2],
        open=rows,
        measures=(
            MeasureRow(
                number="K2026-0004",
                index=1,
                text="Cursusmateriaal ook digitaal versturen",
                owner=last,
                due_on=dt.date(2026, 11, 15),
                done_on=None,
                worked=None,
                state="late",
            ),
            MeasureRow(
                number=NUMBER,
                index=1,
                text="Voor elke training staat een tweede trainer klaar",
                owner=first,
                due_on=dt.date(2027, 2, 1),
                done_on=None,
                worked=None,
                state="open",
            ),
            MeasureRow(
                number="K2026-0002",
                index=1,
                text="Offerte noemt de annuleringsregels",
                owner=first,
                due_on=None,
                done_on=dt.date(2026, 8, 20),
                worked=True,
                state="done",
            ),
        ),
        fresh=(EndedRow(number=NUMBER, name="Sanne de Boer", subject="Training Timemanagement", what="nieuw"),),
        ended=(
            EndedRow(
                number="K2026-0009",
                name="Anja Smit",
                subject="Lunch bij de training",
                what="geen klacht",
                reason="een vraag over dieetwensen",
            ),
            EndedRow(
                number="K2026-0006",
                name="K. Yilmaz",
                subject="Certificaat niet ontvangen",
                what="gesloten",
                reason="klager akkoord",
            ),
        ),
        patterns=(Pattern(kind="onderwerp", what="Timemanagement", numbers=("K2026-0003", "M2026-0002", NUMBER)),),
        undelivered=(
            Undelivered(
                number="K2026-0008", kind="acknowledgement", to="j.jansen@example.org", reason="het adres bestaat niet"
            ),
        ),
        aside=(_aside(),),
        months=tuple(MonthFigures(month=m, received=r, open=o, on_time=t, late=late) for m, r, o, t, late in months),
        tempo=(
            Tempo(
                year=2026,
                received=12,
                remarks=3,
                dismissed=1,
                to_acknowledgement=0.1,
                to_contact=20.0,
                to_outcome=216.0,
                on_time=8,
                answered=10,
            ),
            Tempo(
                year=2025,
                received=15,
                remarks=4,
                dismissed=2,
                to_acknowledgement=0.2,
                to_contact=31.0,
                to_outcome=265.0,
                on_time=11,
                answered=14,
            ),
        ),
        seals={NUMBER: "9f2c4a7be01d88c35a61", "K2026-0011": "11aa20c7d9e3b4f5a6c7"},
    )


def _aside() -> Aside:
    return Aside(
        id="a1",
        sender="noreply@formulier.example",
        name="Webformulier",
        subject="Nieuwe inzending",
        received_at=NOW - dt.timedelta(days=1),
        why="automatic",
        button=Button(label="Toch een klacht", line="klacht a1"),
    )


def _morning() -> dict[str, Any]:
    items = (
        MorningItem(
            event="overdue",
            number="K2026-0007",
            title="P. van ’t Hof wacht op antwoord",
            level="late",
            text="Wij beloofden het op maandag 16 november 2026. Dat is niet gelukt.\nNog nodig: oorzaak en voorstel. "
            "Laatste stap: 12 november, gebeld. Bel vandaag, ook als je nog niet alles weet.",
            buttons=(
                Button(label="Gebeld", line="gebeld", number="K2026-0007", main=True),
                Button(label="Uitstel", line="uitstel 7 december: ", number="K2026-0007"),
                Button(label="Uitkomst schrijven", line="uitkomst: ", number="K2026-0007"),
                Button(label="Geef terug", line="geef terug", number="K2026-0007"),
            ),
        ),
        MorningItem(
            event="contact",
            number=NUMBER,
            title="Bel Sanne de Boer",
            level="soon",
            text="Al twee werkdagen zonder contact.",
            buttons=(
                Button(label="Bel 06-12345678", line="", tel="06-12345678", main=True),
                Button(label="Gebeld", line="gebeld", number=NUMBER),
                Button(label="Geen gehoor", line="geen gehoor", number=NUMBER),
            ),
        ),
    )
    aside = (_aside(),)
    return {"items": [to_json(one) for one in items], "aside": [to_json(one) for one in aside]}


def _routing_buttons(firm: Firm) -> tuple[Button, ...]:
    other = firm.members[-1]
    return (
        Button(label="Ik pak het op", line="ik", main=True),
        Button(label=f"Geef aan {other.name.split(' ')[0]}", line=f"@{other.alias}"),
        Button(label="Ingrijpend", line="ingrijpend"),
        Button(label="Geen klacht", line="geen klacht: vraag, "),
        Button(label="Bel 06-12345678", line="", tel="06-12345678"),
    )


_ASKED: Final = (requests.CALLED, requests.OUTCOME, requests.GIVE_BACK)
_NEWS: Final = (replace(requests.ANSWER, main=True), replace(requests.CALLED, main=False), requests.OUTCOME)
_BUTTONS: Final[dict[str, tuple[Button, ...]]] = {
    "assigned": _ASKED,
    "transcript": _ASKED,
    "dossier": _ASKED,
    "follow_up": _NEWS,
    "third_party": (
        Button(label="Dit is de klager", line="klager: T. Blom <advocaat@kantoor.example>"),
        requests.ANSWER,
        requests.DOSSIER,
    ),
    "draft": (requests.SEND, Button(label="Veranderen", line="uitkomst: ")),
    "print": (requests.POSTED,),
    "taken": (requests.DOSSIER,),
    "task": (requests.CALLED, requests.NO_ANSWER),
    "unreachable": (requests.TAKE, requests.DOSSIER),
    "filtered": (requests.TAKE,),
    "remark": (requests.PROMOTE,),
    "reopened": (requests.TAKE,),
    "unconfirmed": (requests.CONFIRM, requests.COMPLAINANT),
    "correspondence": (
        Button(label="Ja, dit was contact", line="contact vandaag: per e-mail", main=True),
        Button(label="Dit was de uitkomst", line="uitkomst gemeld: "),
    ),
    "fresh": (Button(label="Mondelinge klacht melden", line="mondeling"),),
}
_LETTER_DATA: Final[dict[str, dict[str, Any]]] = {
    "acknowledgement": {"open": ["K2026-0009"], "together": ["K2026-0013", "K2026-0014"]},
    "message": {"text": "Dank u voor het gesprek van vanmorgen.\n\nKunt u mij laten weten op welke dag u kunt?"},
    "outcome": {"answer_by": "2026-12-21", "core": "de trainer te laat was en geen materiaal bij zich had"},
    "postponement": {"reason": "Wij spreken de trainer pas op 9 december.", "due_on": "2026-12-16"},
    "no_complaint": {"text": "U vroeg of de lunch ook zonder gluten kan. Dat kan, en wij hebben het genoteerd."},
    "apology": {},
    "internal_pointer": {"subject": "Rooster van december"},
}
_ENGLISH: Final[dict[str, str]] = {
    "text": "Thank you for the conversation of this morning.\n\nWould next week suit you?",
    "core": "the trainer was late and had no material with him",
    "reason": "We can only speak to the trainer on 9 December.",
    "subject": "Schedule of December",
}
_MEMBER_DATA: Final[dict[str, dict[str, Any]]] = {
    "routing": {
        "named": ["Els Bakker"],
        "cc": 2,
        "notices": [],
        "attachments": ["programma.pdf"],
        "open": [{"number": "K2026-0009", "subject": "Certificaat niet ontvangen"}],
    },
    "routing_list": {
        "items": [
            {
                "number": NUMBER,
                "name": "Sanne de Boer",
                "subject": "Training Timemanagement",
                "due_on": "2026-12-07",
                "excerpt": "De trainer was drie kwartier te laat en had geen materiaal bij zich.",
            },
            {
                "number": "K2026-0013",
                "name": "Kees Vos",
                "subject": "Factuur klopt niet",
                "due_on": "2026-12-07",
                "excerpt": "Op de factuur staan twee dagen in plaats van één.",
            },
        ]
    },
    "assigned": {"by": "Jan de Vries", "warning": "Dit is je derde open klacht."},
    "taken": {"handler_name": "Els Bakker", "by": "Jan de Vries"},
    "transcript": {
        "lines": [
            {
                "line": "ik pak het op",
                "ok": True,
                "note": False,
                "text": "Je bent nu de behandelaar.",
                "number": NUMBER,
            },
            {
                "line": "gebeld vrijdag",
                "ok": True,
                "note": False,
                "text": "Contact op vrijdag 20 november vastgelegd.",
                "number": NUMBER,
            },
            {
                "line": "Mevrouw klonk opgelucht.",
                "ok": True,
                "note": True,
                "text": "Dit ken ik niet als opdracht; het is bewaard als notitie.",
                "number": NUMBER,
            },
            {
                "line": "sluit",
                "ok": False,
                "note": False,
                "text": "Sluiten kan nog niet: er is nog geen uitkomst.",
                "number": NUMBER,
            },
        ],
        "help": [{"line": "ik", "does": "jij bent de behandelaar"}, {"line": "gebeld", "does": "je sprak de klager"}],
    },
    "follow_up": {
        "text": "Ik heb nog niets gehoord. Kunt u mij bellen?\n\nSanne",
        "sender": "Sanne de Boer",
        "closed": False,
        "attachments": ["foto.jpg"],
    },
    "third_party": {"sender": "advocaat@kantoor.example", "name": "Mr. T. Blom", "text": "Ik sta mevrouw De Boer bij."},
    "correspondence": {"text": "Beste Sanne, donderdag om tien uur bel ik je.", "to": "s.deboer@example.org"},
    "fresh": {
        "reason": "In je mail zat geen kenmerk van ons, dus wij weten niet zeker dat hij van jou komt.",
        "subject": "Klacht De Boer",
        "open": [{"number": NUMBER, "name": "Sanne de Boer", "subject": "Training"}],
    },
    "verify_sender": {"sender": "jan@prive.example", "text": "ik pak het op"},
    "refused": {"reason": "Deze klacht is al gesloten. Antwoord met heropen om haar weer te openen."},
    "draft": {
        "of": "outcome",
        "version": 2,
        "warnings": ["Er staat geen einddatum bij maatregel 1."],
        "letter": _LETTER_DATA["outcome"],
    },
    "unconfirmed": {
        "reporter": "Piet Jansen",
        "guess": {"name": "Sanne de Boer", "address": "s.deboer@example.org"},
        "text": "Mevrouw De Boer belde. Ze was boos over de training.",
        "channel": "oral",
    },
    "oral_form": {
        "form": "Klager:\nTelefoon:\nE-mail:\nBetreft:\nOntvangen:\nErnst: klein/substantieel/herhaald\nOpgelost: ja/nee\nToelichting:"
    },
    "oral_missing": {
        "missing": ["naam van de klager", "telefoon"],
        "have": {"Wat is er gebeurd": "De trainer was te laat"},
    },
    "remark": {"repeated": ["M2026-0002", "K2026-0003"]},
    "task": {
        "letter_kind": "acknowledgement",
        "to": "s.deboer@example.org",
        "reason": "het adres bestaat niet (550 5.1.1)",
        "text": "Geachte Sanne de Boer,\n\nWij hebben uw bericht ontvangen.",
    },
    "unreachable": {
        "name": "Els Bakker",
        "letter_kind": "routing",
        "to": "els@ront.nl",
        "reason": "het adres bestaat niet (550 5.1.1)",
        "doubtful": True,
        "handles": True,
    },
    "filtered": {"letter_kind": "routing"},
    "absence": {"member_name": "Els Bakker", "until": "2026-12-04", "text": "Jan de Vries neemt waar."},
    "quarantine": {"reason": "Het bericht is beschadigd.", "sender": "onbekend@example.org", "subject": "Klacht"},
    "alarm": {
        "problem": "De mailserver smtp.example.nl weigert het wachtwoord.",
        "since": "2026-11-23T07:05:00+00:00",
        "advice": "Zet het nieuwe wachtwoord in de configuratie en draai: klachtmail check",
    },
    "alarm_over": {
        "problem": "De mailserver smtp.example.nl weigerde het wachtwoord.",
        "since": "2026-11-23T07:05:00+00:00",
    },
    "print": {"of": "outcome", "letter": _LETTER_DATA["outcome"]},
    "dossier": {},
    "status": {"text": ["3 klachten open, waarvan 1 te laat.", "Jij behandelt K2026-0012 (nog 14 dagen)."]},
    "search": {
        "query": "timemanagement",
        "hits": [
            {"number": NUMBER, "name": "Sanne de Boer", "subject": "Training Timemanagement", "status": "assigned"},
            {
                "number": "K2026-0003",
                "name": "Kees Vos",
                "subject": "Timemanagement: zaal te klein",
                "status": "closed",
            },
        ],
    },
    "help": {
        "rows": [
            {"line": "ik", "does": "jij bent de behandelaar"},
            {"line": "@jan", "does": "jan is de behandelaar"},
            {"line": "gebeld 3 december: tekst", "does": "je sprak de klager"},
            {"line": "maatregel: tekst door jan voor 1 februari", "does": "een verbetermaatregel"},
        ]
    },
    "merged": {"into": "K2026-0009", "by": "Jan de Vries"},
    "reopened": {"by": "Jan de Vries"},
    "returned": {"by": "Els Bakker", "reason": "Ik ben volgende week met vakantie."},
    "closed": {"by": "Jan de Vries"},
}
_UNTAKEN: Final = frozenset({"routing", "routing_list", "returned", "unconfirmed"})
_WITHOUT_COMPLAINT: Final = frozenset(
    """
        routing_list fresh oral_form oral_missing quarantine alarm alarm_over status search help morning digest agenda
    """.split()
)
KINDS: Final = (*_LETTER_DATA, *_MEMBER_DATA, "morning", "digest", "agenda")


def letters(firm: Firm) -> Iterator[tuple[LetterRequest, Complaint | None]]:
    """Yield a request and its complaint for every kind: first those to clients in both languages, then to members."""
    for language in ("nl", "en"):
        for kind, data in _LETTER_DATA.items():
            yield _to_client(firm, kind, data, language)
    for kind, data in _MEMBER_DATA.items():
        yield _to_member(firm, kind, data)
    made: dict[str, Callable[[], dict[str, Any]]] = {
        "morning": _morning,
        "digest": lambda: to_json(agenda(firm)),
        "agenda": lambda: to_json(agenda(firm)),
    }
    for kind, make in made.items():
        yield _to_member(firm, kind, make())


def _to_client(firm: Firm, kind: str, data: dict[str, Any], language: str) -> tuple[LetterRequest, Complaint | None]:
    about = None if kind == "internal_pointer" else complaint(firm, language)
    if language == "en":
        data = {name: _ENGLISH.get(name, value) for name, value in data.items()}
    request = LetterRequest(
        kind=kind,
        to="s.deboer@example.org",
        name=about.complainant.name if about else "Kim Post",
        language=language,
        number=about.number if about else None,
        data=data,
        thread=("abc@example.org",),
        by_person=kind in {"message", "outcome", "postponement", "no_complaint", "apology"},
    )
    return request, about


def _to_member(firm: Firm, kind: str, data: dict[str, Any]) -> tuple[LetterRequest, Complaint | None]:
    reader = firm.members[0]
    about = None if kind in _WITHOUT_COMPLAINT else complaint(firm)
    if about and kind in _UNTAKEN:
        about = replace(about, handler=None, status="new")
    scope: Scope = {"draft": "draft", "digest": "digest", "agenda": "digest", "morning": "digest"}.get(
        kind, "complaint"
    )  # type: ignore[assignment]  # the values are scopes
    request = LetterRequest(
        kind=kind,
        to=reader.address,
        name=reader.name,
        member=None if kind.startswith("alarm") else reader.address,
        number=about.number if about else None,
        scope=scope if about or scope == "digest" else "member",
        data=data,
        buttons=_buttons(firm, kind),
        thread=("abc@example.org",),
    )
    return request, about


def _buttons(firm: Firm, kind: str) -> tuple[Button, ...]:
    if kind == "routing":
        return _routing_buttons(firm)
    return _routing_buttons(firm)[:2] if kind in {"returned", "absence"} else _BUTTONS.get(kind, ())
