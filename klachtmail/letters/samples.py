"""A firm and complaints of all sorts, for the examples of letters: what `check` renders and `preview` shows."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

import klachtmail.domain.agenda.letters  # noqa: F401 (its letters enter themselves)
from klachtmail.domain.firm.firm import Appeal as AppealBody
from klachtmail.domain.firm.firm import Firm
from klachtmail.domain.records.letter import LETTERS, LetterData, LetterRequest
from klachtmail.domain.records.model import Appeal, Complaint, HistoryEntry, Measure, Message, Party

NOW: Final = dt.datetime(2026, 11, 23, 9, 12, tzinfo=dt.UTC)
NUMBER: Final = "K2026-0012"
_WORDS: Final = (
    "Goedemiddag,\n\nVorige week volgde ik bij u de training Timemanagement. De trainer was drie kwartier te laat en had "
    "geen materiaal bij zich. Daardoor is het onderdeel over mail en agenda helemaal vervallen.\n\nIk heb dit op de dag zelf "
    "gezegd, maar daar is niets mee gedaan. Ik vind dat niet netjes en hoor graag hoe u dit oplost.\n\n"
    "Met vriendelijke groet,\nSanne de Boer\nGemeente Apeldoorn"
)
_ABROAD: Final = {
    "de": (
        "Anna Müller",
        "Seminar Zeitmanagement am 12. November",
        "Die Trainerin kam 45 Minuten zu spät.",
        "für jedes Seminar steht eine zweite Trainerin bereit",
    ),
    "fr": (
        "Anne Dupont",
        "Formation du 12 novembre",
        "La formatrice est arrivée avec 45 minutes de retard.",
        "une deuxième formatrice se tient prête",
    ),
}
_ENGLISH_WORDS: Final = (
    "Dear sir or madam,\n\nLast week I followed your time management course. The trainer was 45 minutes late.\n\n"
    "Kind regards,\nJane Whitfield"
)


def complaint(firm: Firm, language: str = "nl") -> Complaint:
    """Return a complaint that is being handled, in this language (what members wrote in it is Dutch or English)."""
    if language in _ABROAD:
        name, subject, words, change = _ABROAD[language]
        dutch = complaint(firm)
        messages = (replace(dutch.messages[0], text=words, subject=subject), *dutch.messages[1:])
        party = replace(dutch.complainant, name=name, organisation=None)
        changed = replace(dutch.measures[0], text=change)
        return replace(
            dutch,
            complainant=party,
            text=words,
            language=language,
            subject=subject,
            messages=messages,
            measures=(changed,),
        )
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


def usual(firm: Firm, language: str) -> Iterator[Complaint]:
    """Yield the one complaint that stands for all."""
    yield complaint(firm, language)


def every_sort(firm: Firm, language: str) -> Iterator[Complaint]:
    """Yield complaints in every state that a template may ask about: with all there is, with nothing, late, over."""
    full = complaint(firm, language)
    yield full
    done = tuple(replace(measure, done_on=dt.date(2026, 11, 20)) for measure in full.measures)
    appeal = Appeal(on=dt.date(2026, 12, 1), ruling="De klacht is gegrond.")
    body = replace(full.messages[0], direction="out", failed=True, to="s.deboer@example.org")
    yield replace(
        full,
        judgement="deels",
        measures=done,
        serious=True,
        decision="Geld terug.",
        appeal=appeal,
        structural=False,
        messages=(*full.messages, body),
        reporter=firm.members[-1].address,
    )
    yield replace(full, judgement="ongegrond", status="answered", answered_at=NOW, due_on=dt.date(2026, 11, 1))
    yield replace(full, status="closed", closed_at=NOW)
    yield replace(full, parties=(Party(name="mr. A. Recht", address="s.deboer@example.org", role="representative"),))
    quiet = replace(full.complainant, name="")
    yield replace(full, complainant=quiet, text="Klacht: ik wil anoniem blijven.", messages=full.messages[:1])
    bare = replace(full, complainant=Party(), subject="", text="", messages=(), history=(), channel="oral", measures=())
    yield replace(
        bare,
        handler=None,
        status="new",
        contacted_at=None,
        requested_remedy=None,
        cause=None,
        structural=None,
        judgement=None,
        outcome=None,
        proposal=None,
        due_on=dt.date(2026, 11, 20),
    )
    yield replace(
        bare,
        complainant=Party(name="Sanne de Boer"),
        subject=full.subject,
        measures=(Measure(text="een tweede trainer"),),
    )


def other_firms(firm: Firm) -> Iterator[Firm]:
    """Yield this firm with every key that a letter knows, and with none of them."""
    body = AppealBody(name="de Geschillencommissie", address="Postbus 1", url="https://www.example.org", within_weeks=8)
    told = {"phone": "055 123 45 67", "privacy_url": "https://www.example.org", "signature": None, "logo": None}
    member = firm.partners[0].but(phone="055 123 45 68", function="partner")
    full = firm.organisation.but(**told, appeal=body.but(binding=True))
    yield firm.but(organisation=full, partners=(member, *firm.partners[1:]))
    shortly = firm.retention.but(months=1)
    none = dict.fromkeys(("phone", "privacy_url", "signature", "logo", "appeal"))
    plain = firm.partners[0].but(phone=None, function=None)
    bare = firm.organisation.but(**none)
    yield firm.but(organisation=bare, partners=(plain, *firm.partners[1:]), retention=shortly)
    signed = firm.organisation.but(signature="Bureau Voorbeeld\nKerkstraat 1", members_are="u")
    yield firm.but(organisation=signed.but(appeal=AppealBody(name="de Geschillencommissie")))


Sorts = Callable[[Firm, str], Iterator[Complaint]]


def letters(firm: Firm, speaks: Callable[[str], Sequence[str]]) -> Iterator[tuple[LetterRequest, Complaint | None]]:
    """Yield every example of every kind, in each of its languages, about one complaint."""
    for kind in LETTERS:
        yield from of_kind(firm, kind, speaks(kind), usual)


def of_kind(
    firm: Firm, kind: str, languages: Sequence[str], sorts: Sorts
) -> Iterator[tuple[LetterRequest, Complaint | None]]:
    """Yield the examples of a kind about complaints of these sorts."""
    write = _to_client if LETTERS[kind].audience == "client" else _to_member
    for language in languages:
        for data in LETTERS[kind].examples():
            for about in (None,) if data.alone else sorts(firm, language):
                taken = about and (
                    replace(about, handler=None, status="new") if data.untaken and about.is_open else about
                )
                yield write(firm, data, taken, language), taken


def _to_client(firm: Firm, data: LetterData, about: Complaint | None, language: str) -> LetterRequest:
    return LetterRequest(
        kind=data.kind,
        to="s.deboer@example.org",
        name=about.complainant.name if about else "Kim Post",
        language=language,
        number=about.number if about else None,
        data=data,
        thread=("abc@example.org",),
        by_person=data.by_person,
        signed_by=firm.members[0].address if about and about.handler and data.by_person else None,
    )


def _to_member(firm: Firm, data: LetterData, about: Complaint | None, _language: str) -> LetterRequest:
    reader = firm.members[0]
    return LetterRequest(
        kind=data.kind,
        to=reader.address,
        name=reader.name,
        member=reader.address if data.audience == "member" else None,
        number=about.number if about else None,
        scope=data.scope or ("complaint" if about else "member"),
        data=data,
        buttons=data.buttons,
        thread=("abc@example.org",),
    )
