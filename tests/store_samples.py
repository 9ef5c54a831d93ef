"""Records that the tests of the store put into it."""

import datetime as dt
from dataclasses import replace

from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import (
    Appeal,
    Classification,
    Complaint,
    Dismissal,
    Draft,
    Hearing,
    HistoryEntry,
    Later,
    Measure,
    Message,
    Party,
    Promise,
    Reading,
    Satisfaction,
    Statutory,
    Undo,
)
from klachtmail.domain.records.state import (
    Absence,
    MeetingPlan,
    PapersAsked,
    Review,
    Seen,
    SetAside,
    State,
    ToForget,
    Unheeded,
)

NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
DAY = dt.timedelta(days=1)


def complaint(counter=1, *, at=NOW, prefix="K", address=None, **fields):
    number = f"{prefix}{at.year}-{counter:04d}"
    return replace(
        Complaint(
            number=number,
            received_at=at,
            due_on=(at + 14 * DAY).date(),
            original_due_on=(at + 14 * DAY).date(),
            complainant=Party(name="Anna de Boer", address=address or f"anna{counter}@example.org"),
            subject="De cursus",
            text="Het lokaal was koud.",
            messages=(
                Message(
                    message_id=f"{number.lower()}@mail.example.org",
                    sender=address or f"anna{counter}@example.org",
                    at=at,
                    direction="in",
                    kind="complaint",
                    sha256="0" * 64,
                    subject="De cursus",
                ),
            ),
            history=(HistoryEntry(at=at, actor="complainant", event="received", detail="per mail"),),
        ),
        **fields,
    )


def seen(key="key-1", *, at=NOW, kind="complaint", **fields):
    return Seen(key=key, places=(f"INBOX/1/{key}",), kind=kind, folder="processed", sha256="0" * 64, at=at, **fields)


def letter(name="l1", *, at=NOW, state="waiting", **fields):
    return Letter(
        id=name,
        kind="acknowledgement",
        to="anna@example.org",
        state=state,
        message_id=f"{name}@ront.nl",
        created_at=at,
        **fields,
    )


def full_complaint(counter=3):
    """Return one in which no field is as it usually is (a test counts them): it never was, but each part of it can be."""
    jan, els = "jan@ront.nl", "els@ront.nl"
    satisfied = Satisfaction(score="fair", text="Traag.", at=NOW)
    measure = Measure(text="Kachel", owner=els, internal=True, due_on=NOW.date(), done_on=NOW.date(), worked=False)
    return complaint(
        counter,
        status="merged",
        confirmed=False,
        channel="oral",
        parties=(
            Party(
                name="Bram",
                address="bram@example.org",
                phone="055 123 45 67",
                postal="Markt 1",
                organisation="Bond",
                reply_to="b@example.org",
                role="co_complainant",
                number=f"K2026-{counter:04d}-2",
                subject="Kou",
                language="de",
                channel="forwarded",
                received_at=NOW,
                due_on=NOW.date(),
                original_due_on=NOW.date(),
                acknowledged_at=NOW,
                contacted_at=NOW,
                waiting_since=NOW,
                told_at=NOW,
                accepted=False,
                withdrawn_at=NOW,
                satisfaction=satisfied,
                postponed=(Later(at=NOW, due_on=NOW.date()),),
                no_survey=True,
            ),
            Party(name="Mr. Vos", role="representative", stands_for=f"K2026-{counter:04d}-2"),
        ),
        handler=jan,
        serious=True,
        about=(els,),
        named=(jan,),
        hearings=(Hearing(member=els, asked_at=NOW, answered_at=NOW, text="Klopt.", question="Klopt het?"),),
        statutory=(Statutory(kind="datalek", since=NOW, due_at=NOW + 3 * DAY, done_at=NOW),),
        acknowledged_at=NOW,
        contacted_at=NOW,
        requested_remedy="geld terug",
        cause="verwarming",
        structural=True,
        elsewhere="zaal 2",
        judgement="deels",
        measures=(measure,),
        promises=(
            Promise(text="Bon", owner=jan, due_on=NOW.date(), amount=25.5, done_on=NOW.date(), to="K2026-0003-2"),
        ),
        draft=Draft(
            kind="outcome",
            version=2,
            by=jan,
            at=NOW,
            text="Beste Anna",
            due_on=NOW.date(),
            to="K2026-0003-2",
            posting=("K2026-0003-2",),
            reading=Reading(by=els, asked_at=NOW, read_at=NOW),
        ),
        outcome="Excuses.",
        proposal="Een bon.",
        answered_at=NOW,
        accepted=False,
        decision="Zo.",
        appeal=Appeal(on=NOW.date(), ruling="gegrond"),
        dismissal=Dismissal(kind="vraag", reason="x"),
        merged_into="K2026-0002",
        closed_at=NOW,
        language="en",
        assigned_at=NOW,
        versions=3,
        withdrawn="Laat maar.",
        waiting_since=NOW,
        attempts=2,
        reporter=els,
        others=("cc@example.org",),
        keep_reason="rechtszaak",
        erased_at=NOW,
        undo=Undo(by=jan, at=NOW, line="ernstig", fields={"serious": False, "due_on": "2026-03-16"}),
        cleared=(jan,),
        classification=Classification(product="cursus", aspect="zaal", cause="planning"),
        satisfaction=satisfied,
    )


def full_state(**fields):
    """Return a state in which nothing is as it is at first, but for what the store keeps by itself."""
    jan = "jan@ront.nl"
    return replace(
        State(
            counters={"K2026": 3},
            void=("K2026-0007",),
            reminded={"x": NOW.date()},
            set_aside=(
                SetAside(
                    id="a1",
                    sha256="1" * 64,
                    sender="x@example.org",
                    name="X",
                    subject="Y",
                    received_at=NOW,
                    why="spam",
                    numbers=("K2026-0002",),
                    listed_on=NOW.date(),
                    opening="Hallo",
                ),
            ),
            unheeded=(Unheeded(member=jan, at=NOW, number="K2026-0002", why="te laat", told_on=NOW.date()),),
            aside_more=4,
            papers_asked=(PapersAsked(at=NOW, by=jan, what="jaarverslag 2025"),),
            measures=(Measure(text="Alle kachels nazien", owner=jan),),
            reviews=(Review(at=NOW, by=jan, year=2025, text="Goed."),),
            to_forget=(ToForget(at=NOW, by=jan, address="bram@example.org", names=("Bram",), thread="t@example.org"),),
            absences=(Absence(member=jan, until=NOW.date(), substitute="els@ront.nl"),),
            meeting=MeetingPlan(moved={"2026-03-09": NOW}, cancelled=(NOW.date(),), held_at=NOW),
            digest_at=NOW,
            digest_for=NOW,
            refused={"x@example.org": NOW},
            failures={"key-9": 2},
            restored_at=NOW,
            reported_for=NOW.date(),
            asked_on=NOW.date(),
            nightly_on=NOW.date(),
            uncopied=("l2",),
            differences=("2" * 64,),
        ),
        **fields,
    )
