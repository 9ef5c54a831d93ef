"""The agenda for the partner meeting: 'in elk partneroverleg komt de stand van zaken … aan de orde'."""

from dataclasses import replace

import pytest
from clock_examples import ELS, FIRM, JAN, PIET, Register, at, complaint, date, taken

from klachtmail.domain.agenda.build import build
from klachtmail.domain.agenda.contents import Agenda
from klachtmail.domain.record import to_json
from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Appeal, Dismissal, HistoryEntry, Measure, Party
from klachtmail.domain.records.state import MeetingPlan, SetAside, State

NOW = at("2026-11-23 08:00")
LAST_WEEK = State(digest_at=at("2026-11-16 08:00"), digest_for=at("2026-11-16 10:00"))


def agenda(*complaints, state: State = LAST_WEEK, reader=None, letters=()) -> Agenda:
    return build(Register(*complaints, state=state, letters=letters), FIRM, NOW, reader=reader)


def numbers(rows) -> list[str]:
    return [row.number for row in rows]


def test_an_agenda_without_complaints_is_still_an_agenda():
    made = agenda()
    assert (made.made_at, made.meeting_at, made.open, made.decide) == (NOW, at("2026-11-23 10:00"), (), ())
    assert len(made.months) == 12
    assert [tempo.year for tempo in made.tempo] == [2026, 2025]


def test_the_agenda_is_for_the_meeting_where_it_was_moved_to():
    moved = MeetingPlan(moved={"2026-11-23": at("2026-11-24 09:00")})
    assert agenda(state=State(meeting=moved)).meeting_at == at("2026-11-24 09:00")


def test_what_must_be_decided_is_shown_with_its_reason_serious_first_and_then_the_oldest():
    made = agenda(
        taken("K2026-0001", "2026-10-05 09:00"),
        complaint("K2026-0002", "2026-11-19 09:00"),
        taken("K2026-0003", "2026-11-20 09:00", serious=True),
        taken("K2026-0004", "2026-11-18 09:00", confirmed=False),
        taken("K2026-0005", "2026-11-12 09:00"),
        taken("K2026-0006", "2026-11-12 09:00", serious=True, decision="Jan gaat langs"),
    )
    assert {row.number: row.reasons for row in made.decide} == {
        "K2026-0003": ("ingrijpend",),
        "K2026-0001": ("te laat",),
        "K2026-0004": ("niet bevestigd",),
        "K2026-0002": ("geen behandelaar",),
    }
    assert numbers(made.decide) == ["K2026-0003", "K2026-0001", "K2026-0004", "K2026-0002"]


def test_an_appeal_is_on_the_agenda_until_there_is_a_ruling_also_when_the_complaint_was_closed():
    appealed = taken(
        status="closed",
        answered_at=at("2026-11-05 09:00"),
        closed_at=at("2026-11-06 09:00"),
        appeal=Appeal(on=date("2026-11-20")),
    )
    assert agenda(appealed).decide[0].reasons == ("beroep",)
    assert agenda(replace(appealed, appeal=Appeal(on=date("2026-11-20"), ruling="afgewezen"))).decide == ()


def test_every_open_complaint_is_listed_oldest_first_with_where_it_stands():
    made = agenda(
        taken("K2026-0002", "2026-11-13 09:00", by=PIET),
        complaint("K2026-0001", "2026-11-12 09:00"),
        complaint("M2026-0001"),
    )
    assert numbers(made.open) == ["K2026-0001", "K2026-0002"]
    assert {
        name: getattr(made.open[1], name)
        for name in ("name", "subject", "handler", "days_left", "last_step", "next_step")
    } == {
        "name": "Sanne de Boer",
        "subject": "Training Omgevingswet",
        "handler": "Piet Jansen",
        "days_left": 4,
        "last_step": "13 november, ontvangen",
        "next_step": "de oorzaak onderzoeken",
    }


def test_measures_stay_on_the_agenda_until_they_are_done_and_come_back_when_nobody_says_whether_they_worked():
    made = agenda(
        taken(
            status="closed",
            measures=(
                Measure(text="gewerkt", done_on=date("2026-11-20"), worked=True),
                Measure(text="later", owner=ELS.address, due_on=date("2026-12-24")),
                Measure(text="te laat", due_on=date("2026-11-20")),
                Measure(text="net klaar", done_on=date("2026-11-20")),
                Measure(text="lang klaar", done_on=date("2026-08-01")),
                Measure(text="vorige maand klaar", done_on=date("2026-10-20")),
            ),
        )
    )
    shown = [(row.text, row.index, row.state, row.owner) for row in made.measures]
    assert shown == [
        ("te laat", 3, "late", None),
        ("later", 2, "open", "Els Bakker"),
        ("net klaar", 4, "done", None),
        ("lang klaar", 5, "done", None),
    ]


def test_what_came_and_went_since_the_last_digest_is_told_with_the_reason():
    gone = {"status": "closed", "closed_at": at("2026-11-18 09:00")}
    made = agenda(
        complaint("K2026-0001", "2026-11-02 09:00", **gone | {"judgement": "deels"}),
        complaint(
            "K2026-0002",
            "2026-11-17 09:00",
            status="dismissed",
            closed_at=at("2026-11-17 10:00"),
            dismissal=Dismissal(kind="vraag", reason="vroeg de route"),
        ),
        complaint(
            "K2026-0003",
            "2026-11-02 09:00",
            status="merged",
            merged_into="K2026-0001",
            history=(
                HistoryEntry(at=at("2026-11-02 09:00"), actor="complainant", event="received"),
                HistoryEntry(at=at("2026-11-20 09:00"), actor=JAN.address, event="merged"),
            ),
        ),
        complaint("K2026-0004", "2026-11-02 09:00", **gone | {"withdrawn": "is opgelost"}),
        complaint("K2026-0005", "2026-11-02 09:00", status="closed", closed_at=at("2026-11-13 09:00")),
        complaint("K2026-0006", "2026-11-19 09:00", channel="oral"),
        complaint("M2026-0001", "2026-11-19 09:00"),
    )
    assert [(row.number, row.what, row.reason) for row in made.ended] == [
        ("K2026-0001", "gesloten", "deels"),
        ("K2026-0002", "geen klacht: vraag", "vroeg de route"),
        ("K2026-0003", "samengevoegd met K2026-0001", ""),
        ("K2026-0004", "ingetrokken", "is opgelost"),
    ]
    assert [(row.number, row.what) for row in made.fresh] == [
        ("K2026-0002", "schriftelijk"),
        ("K2026-0006", "mondeling"),
        ("M2026-0001", "melding"),
    ]


def test_a_complaint_that_was_set_aside_at_first_is_new_in_the_week_in_which_it_was_recorded():
    recorded = HistoryEntry(at=at("2026-11-18 09:00"), actor=JAN.address, event="received")
    assert numbers(agenda(complaint(received="2026-11-02 09:00", history=(recorded,))).fresh) == ["K2026-0001"]


def test_before_the_first_digest_the_past_week_counts():
    both = (complaint("K2026-0001", "2026-11-16 07:59"), complaint("K2026-0002", "2026-11-16 08:01"))
    assert numbers(agenda(*both, state=State()).fresh) == ["K2026-0002"]


def test_a_complaint_about_the_reader_shows_nothing_but_its_number_in_his_copy():
    about = taken(
        "K2026-0001",
        "2026-10-05 09:00",
        by=ELS,
        about=(JAN.also[0],),
        serious=True,
        subject="Jan was onbeschoft",
        cause="Jan onbeschoft",
        measures=(Measure(text="Gesprek met Jan", owner=ELS.address, due_on=date("2026-12-01")),),
    )
    again = replace(
        about,
        number="K2026-0002",
        status="closed",
        closed_at=at("2026-11-20 09:00"),
        received_at=at("2026-11-17 09:00"),
        judgement="gegrond",
    )
    bounced = Letter(
        id="1",
        kind="outcome",
        to="sanne@klant.nl",
        number="K2026-0001",
        state="failed",
        created_at=NOW,
        reason="onbekend",
    )
    his = agenda(about, again, reader=JAN, letters=(bounced,))
    text = str(to_json(his))
    assert all(
        secret not in text for secret in ("Sanne", "nbeschoft", "Gesprek", "Els", "ingrijpend", "gegrond", "onbekend")
    )
    assert (numbers(his.decide), numbers(his.open), numbers(his.ended)) == (
        ["K2026-0001"],
        ["K2026-0001"],
        ["K2026-0002"],
    )
    assert his.patterns == ()
    hers = agenda(about, again, reader=ELS, letters=(bounced,))
    assert hers.decide[0].reasons == ("ingrijpend", "te laat")
    assert hers.undelivered[0].reason == "onbekend"


@pytest.mark.parametrize(
    ("fields", "is_shown"),
    [
        ({"state": "failed"}, True),
        ({"state": "held"}, True),
        ({"state": "sent"}, False),
        ({"state": "waiting"}, False),
        ({"state": "waiting", "attempts": 3, "created_at": at("2026-11-20 09:00")}, True),
        ({"state": "waiting", "attempts": 1, "created_at": at("2026-11-23 07:00")}, False),
    ],
)
def test_letters_that_did_not_arrive_or_are_held_back_are_on_the_agenda(fields, is_shown):
    letter = Letter(**{"id": "1", "kind": "acknowledgement", "to": "sanne@klant.nl", "created_at": NOW} | fields)
    assert bool(agenda(letters=(letter,)).undelivered) == is_shown


def test_what_was_set_aside_in_the_past_week_is_listed():
    asides = tuple(
        SetAside(
            id=day,
            sha256="0" * 64,
            sender="a@b.nl",
            name="A",
            subject="Nieuws",
            received_at=at(f"{day} 12:00"),
            why="spam",
        )
        for day in ("2026-11-12", "2026-11-18")
    )
    assert [row.id for row in agenda(state=replace(LAST_WEEK, set_aside=asides)).aside] == ["2026-11-18"]


def test_the_heads_of_the_hash_chains_are_on_paper():
    sealed = HistoryEntry(at=at("2026-11-02 09:00"), actor="complainant", event="received", seal="abc")
    assert agenda(complaint(history=(sealed,)), complaint("K2026-0002")).seals == {"K2026-0001": "abc"}


# ── patterns ────────────────────────────────────────────────────────────────────────────────────────────────────


def patterns(*complaints) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(each.kind, each.what): each.numbers for each in agenda(*complaints).patterns}


def who(name: str) -> Party:
    return Party(name=name, address=f"{name.lower()}@klant.nl")


def test_the_same_training_the_same_cause_and_the_same_complainant_within_a_year_are_patterns():
    made = patterns(
        complaint(
            "K2026-0001",
            "2026-01-05 09:00",
            complainant=who("An"),
            subject="Klacht cursus Omgevingswet 12 maart",
            cause="Zaal te klein",
        ),
        complaint(
            "K2026-0002", "2026-06-01 09:00", complainant=who("Bo"), subject="ontevreden over training OMGEVINGSWET"
        ),
        complaint(
            "K2026-0003", "2026-10-05 09:00", complainant=who("An"), subject="Factuur", cause="de zaal was te klein"
        ),
        complaint("K2025-0001", "2025-01-05 09:00", complainant=who("Cas"), subject="Factuur"),
        complaint("K2026-0004", "2026-10-05 09:00", status="dismissed", complainant=who("Bo"), subject="Factuur"),
        complaint("M2026-0001", "2026-10-06 09:00", complainant=who("Cas"), subject="Koffie"),
    )
    assert made == {
        ("onderwerp", "omgevingswet"): ("K2026-0001", "K2026-0002"),
        ("oorzaak", "klein zaal"): ("K2026-0001", "K2026-0003"),
        ("klager", "An"): ("K2026-0001", "K2026-0003"),
    }


def test_a_remark_repeats_a_complaint_of_the_same_person():
    made = patterns(
        complaint("K2026-0001", complainant=who("An"), subject="Zaal"),
        complaint("M2026-0001", complainant=who("An"), subject="Koffie"),
    )
    assert made == {("klager", "An"): ("K2026-0001", "M2026-0001")}


def test_a_word_that_most_of_many_complaints_share_says_nothing_and_accents_and_capitals_are_no_difference():
    many = [
        complaint(f"K2026-{n:04d}", complainant=who(f"P{n}"), subject="Ront coördinatie" if n < 3 else "RONT")
        for n in range(1, 25)
    ]
    assert patterns(*many) == {("onderwerp", "coordinatie"): ("K2026-0001", "K2026-0002")}


def test_a_long_list_of_repetitions_is_cut_to_the_newest_and_counted():
    many = [complaint(f"K2026-{n:04d}", subject="") for n in range(1, 31)]
    (pattern,) = agenda(*many).patterns
    assert (pattern.kind, pattern.count, len(pattern.numbers), pattern.numbers[-1]) == ("klager", 30, 12, "K2026-0030")


def test_what_lies_wholly_in_a_larger_pattern_is_left_out_and_ten_of_a_kind_are_enough():
    rivers = """
        amstel berkel dommel geleen hunze ijssel linge merwede regge vecht waal zwalm
    """.split()
    pairs = [
        complaint(f"K2026-{2 * n + i:04d}", complainant=who(f"P{n}{i}"), subject=river)
        for n, river in enumerate(rivers, 1)
        for i in (0, 1)
    ]
    more = [
        complaint(f"K2026-{100 + i:04d}", complainant=who(f"Q{i}"), subject=f"amstel {'sluis' if i else 'brug sluis'}")
        for i in range(2)
    ]
    found = patterns(*pairs, *more)
    assert found["organisatie", "amstel"] == ("K2026-0002", "K2026-0003", "K2026-0100", "K2026-0101")
    assert ("onderwerp", "sluis") not in found
    assert len(found) == 11
