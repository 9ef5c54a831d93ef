"""verify: each thing that can be wrong is found and named, and a register in order has nothing."""

import datetime as dt
from dataclasses import replace

import pytest

from klachtmail.domain.record import to_json
from klachtmail.domain.records.letter import LetterRequest
from klachtmail.domain.records.model import HistoryEntry, Measure, Message
from klachtmail.domain.records.papers_asked import MOST_KEPT, asked_for
from klachtmail.domain.records.port import Changes
from klachtmail.domain.records.state import Absence, MeetingPlan, PapersAsked, Review, SetAside, State
from klachtmail.store.live_tables import Leaving
from klachtmail.store.tiny import TinyStore
from klachtmail.store.verify import verify
from tests.store_samples import DAY, NOW, complaint, letter, seen
from tests.stores import KINDS, make_store, tamper, tampering

RAW = b"From: anna@example.org\r\n\r\nHet lokaal was koud."


@pytest.fixture(params=KINDS)
def store(request, tmp_path, postgres):
    made = make_store(request.param, tmp_path, postgres)
    (sha256,) = made.keep_mail([(RAW, NOW)])
    (rendered,) = made.keep_letters([b"Message-ID: <l1@ront.nl>\r\n\r\nBeste Anna"])
    new = complaint(1)
    made.commit(
        Changes(
            complaints={new.number: replace(new, messages=(replace(new.messages[0], sha256=sha256),))},
            seen={"key-1": replace(seen(kind="new", number=new.number), sha256=sha256)},
            letters={"l1": letter(sha256=rendered, number=new.number)},
            state=State(counters={"K2026": 1}),
        )
    )
    yield made
    made.close()


@pytest.fixture
def sha256(store):
    return store.complaint("K2026-0001").messages[0].sha256


def found(store):
    return {(problem.where, problem.what.split(";")[0].split(", which")[0]) for problem in verify(store)}


def test_a_register_in_order_has_no_problem(store):
    assert verify(store) == []


def test_a_letter_in_a_dossier_with_other_bytes_than_the_outbox_has_is_found(store):
    (other,) = store.keep_letters([b"Message-ID: <l1@ront.nl>\r\n\r\nBeste Bram"])
    one = store.complaint("K2026-0001")
    told = replace(one.messages[0], message_id="l1@ront.nl", direction="out", kind="acknowledgement", sha256=other)
    store.commit(Changes(complaints={one.number: replace(one, messages=(*one.messages, told))}))
    assert ("l1", "has other bytes than the letter in K2026-0001 with its Message-ID") in found(store)


def test_a_gap_in_the_numbers_is_found_unless_it_is_void(store):
    store.commit(Changes(state=State(counters={"K2026": 2, "M2026": 1}, void=("M2026-0001",))))
    assert found(store) == {("K2026-0002", "was given out and is nowhere")}
    store.commit(Changes(state=State(counters={"K2026": 2}, void=("K2026-0002", "K2026-0001"))))
    assert found(store) == {("K2026-0001", "is used more than once")}


def test_a_number_that_was_never_given_out_is_found(store):
    store.commit(Changes(complaints={"K2026-0002": complaint(2, messages=())}))
    assert found(store) == {("K2026-0002", "is above the highest number that was given out")}


def test_a_message_that_became_nothing_known_or_two_things_is_found(store, sha256):
    store.commit(
        Changes(
            seen={
                "key-2": replace(seen("key-2", kind="lost"), sha256=sha256),
                "key-3": replace(seen("key-3", kind="spam"), sha256=sha256, places=("INBOX/1/key-1",)),
            }
        )
    )
    assert found(store) == {("key-2", "was seen as 'lost'"), ("INBOX/1/key-1", "stands for more than one message")}


def test_a_message_that_is_not_in_the_dossier_that_it_belongs_to_is_found(store, sha256):
    (other,) = store.keep_mail([(RAW + b"!", NOW)])
    store.commit(
        Changes(
            seen={
                "key-2": replace(seen("key-2", kind="follow_up", number="K2026-0001"), sha256=other),
                "key-3": replace(seen("key-3", kind="new", number="K2026-0009"), sha256=sha256),
                "key-4": replace(seen("key-4", kind="new"), sha256=sha256),
            }
        )
    )
    assert found(store) == {
        ("K2026-0001", f"does not have the message {other} that was dealt with as its follow_up"),
        ("key-3", "belongs to K2026-0009"),
        ("key-4", "was seen as new and names no complaint"),
    }


def test_a_letter_that_can_never_be_sent_or_has_no_time_is_found(store):
    wrong = [
        letter("l2", state="sent"),
        letter("l3", state="failed"),
        letter("l4", number="K2026-0009", state="held", request=LetterRequest(kind="x", to="a@b")),
        replace(letter("l5", sha256=store.letter("l1").sha256), message_id=None),
    ]
    store.commit(Changes(letters={one.id: one for one in wrong}))
    assert found(store) == {
        ("l2", "is sent, at no time"),
        ("l3", "is failed and has neither bytes nor a request"),
        ("l4", "is about K2026-0009"),
        ("l5", "is rendered without a Message-ID"),
    }


def test_a_letter_that_is_not_the_one_it_is_called_is_found(store):
    store.commit(Changes(letters={"l2": letter("l2", sha256=store.letter("l1").sha256)}))
    assert found(store) == {("l2", "is not the letter with the Message-ID l2@ront.nl")}


def test_a_letter_that_went_to_somebody_else_than_the_register_says_is_found(store):
    (written,) = store.keep_letters([b"Message-ID: <l2@ront.nl>\r\nTo: Anna\r\n <anna@example.org>\r\n\r\nBeste Anna"])
    sent = replace(letter("l2", state="sent", sha256=written, number="K2026-0001"), sent_at=NOW)
    now = store.complaint("K2026-0001")
    out = Message(message_id="l2@ront.nl", sender="klachtmail", at=NOW, direction="out", kind="x", sha256=written)
    told = replace(now, messages=(*now.messages, replace(out, to="anna@example.org")))
    store.commit(Changes(complaints={now.number: told}, letters={"l2": sent}))
    assert verify(store) == []
    store.commit(Changes(letters={"l2": replace(store.letter("l2"), to="boef@example.org")}))
    assert found(store) == {("l2", "is not addressed to boef@example.org")}
    store.commit(Changes(letters={"l2": replace(store.letter("l2"), to="anna@example.org")}))
    other = replace(told, messages=(*now.messages, replace(out, to="boef@example.org")))
    store.commit(Changes(complaints={now.number: other}))
    assert found(store) == {("K2026-0001", "says that the letter l2@ront.nl went to boef@example.org")}


def test_a_letter_to_a_domain_with_marks_is_the_one_it_is_called(store):
    """Its header has the domain in IDNA, the register as the configuration has it."""
    (written,) = store.keep_letters([b"Message-ID: <l2@ront.nl>\r\nTo: jan@xn--exmple-cua.nl\r\n\r\nBeste Jan"])
    store.commit(Changes(letters={"l2": replace(letter("l2", sha256=written), to="jan@ex\xe4mple.nl")}))
    assert verify(store) == []


def test_a_letter_to_a_client_that_was_taken_from_its_dossier_is_found(store):
    (written,) = store.keep_letters([b"Message-ID: <l2@ront.nl>\r\nTo: anna@example.org\r\n\r\nBeste Anna"])
    sent = replace(letter("l2", state="sent", sha256=written, number="K2026-0001"), sent_at=NOW)
    store.commit(Changes(letters={"l2": sent}))
    assert found(store) == {("K2026-0001", "does not have the letter l2@ront.nl that went to anna@example.org")}
    store.commit(Changes(letters={"l2": replace(store.letter("l2"), member="jan@ront.nl")}))
    assert verify(store) == []


def test_a_letter_that_failed_and_that_nobody_was_told_of_is_found(store):
    failed = replace(store.letter("l1"), state="failed", reason="550 unknown")
    store.commit(Changes(letters={"l1": failed}))
    assert found(store) == {("l1", "has failed, and nothing in K2026-0001 says so")}


def test_a_message_that_is_missing_is_found_and_one_that_was_erased_is_not(store, sha256):
    store.commit(Changes(seen={"key-2": seen("key-2", kind="spam")}))
    assert found(store) == {("key-2", f"refers to {'0' * 64}")}
    store.commit(Changes(seen={"key-2": replace(seen("key-2", kind="spam"), sha256=sha256)}))
    store.erase([sha256])
    assert verify(store) == []


def test_a_damaged_message_is_found(tmp_path):
    store = TinyStore(tmp_path / "data")
    (sha256,) = store.keep_mail([(RAW, NOW)])
    store.commit(Changes(seen={"key-1": replace(seen(kind="spam"), sha256=sha256)}))
    (tmp_path / "data" / "mail" / "2026" / f"{sha256}.eml").write_bytes(b"")
    assert [problem.what for problem in verify(store)] == [f"refers to {sha256}, which is damaged"]
    store.close()


def test_a_letter_that_somebody_dropped_from_the_outbox_is_found_with_its_time_and_complaint(store):
    store.commit(Changes(letters={name: letter(name, at=NOW) for name in ("l2", "l3")}))
    ours = replace(
        store.complaint("K2026-0001").messages[0],
        sender="klachtmail",
        direction="out",
        kind="acknowledgement",
        message_id="l2@ront.nl",
        sha256="",
        at=NOW,
    )
    dossier = store.complaint("K2026-0001")
    store.commit(Changes(complaints={dossier.number: replace(dossier, messages=(*dossier.messages, ours))}))
    tamper(store, "letters", drops={"l2"})
    when = f"since {NOW.isoformat()}, until {NOW.isoformat()}, perhaps of K2026-0001"
    assert str_of(store, "letter 2") == f"was laid in the outbox and is gone ({when})"


def test_the_last_letter_of_all_is_missed_too(store):
    tamper(store, "letters", drops={"l1"})
    assert str_of(store, "letter 1") == "was laid in the outbox and is gone"


def test_letters_that_left_as_they_should_are_not_missed(store):
    gone = {
        "sent": replace(letter("sent", state="sent", at=NOW - 60 * DAY), sent_at=NOW - 60 * DAY),
        "held": letter("held", state="held", request=LetterRequest(kind="x", to="a@b")),
        "failed": letter("failed", state="failed", request=LetterRequest(kind="x", to="a@b")),
        "large": letter("large", request=LetterRequest(kind="x", to="a@b")),
    }
    store.commit(Changes(letters=gone))
    store.tidy(NOW)
    store.commit(Changes(dropped_letters={"held"}))
    store.commit(Changes(dropped_letters={"failed"}))
    store.commit(Changes(dropped_letters={"large"}, letters={"small": letter("small", request=gone["large"].request)}))
    store.commit(Changes(dropped_letters={"small"}, forgets=True))
    assert verify(store) == []
    assert store.state.tally.gone == ((2, 6),)


def test_a_letter_that_still_has_to_go_is_missed_also_when_a_commit_dropped_it(store):
    store.commit(Changes(dropped_letters={"l1"}))
    assert str_of(store, "letter 1") == "was laid in the outbox and is gone"


@pytest.mark.parametrize("other", [{"kind": "outcome"}, {"to": "bram@example.org"}])
def test_a_letter_that_was_dropped_is_not_replaced_by_one_of_another_kind_or_to_another(store, other):
    new = replace(letter("l9"), **other)
    store.commit(Changes(dropped_letters={"l1"}, letters={"l9": new}))
    assert str_of(store, "letter 1").startswith("was laid in the outbox and is gone")


def test_letters_under_a_number_of_another_or_without_one_are_found(store):
    first = store.letter("l1")
    raw = to_json(first)
    raw |= {"message_id": None, "sha256": None, "request": {"kind": "x", "to": "a@b"}}
    tamper(store, "letters", {"l2": {**raw, "id": "l2"}, "l3": {**raw, "id": "l3", "serial": 0}})
    assert str_of(store, "l2") == "is in the place of l1"
    assert str_of(store, "l3") == "was never laid in the outbox"


def test_a_message_that_somebody_took_out_is_found(store):
    tamper(store, "seen", drops={"key-1"})
    assert str_of(store, "messages") == "are 0 in the register, where 1 were dealt with"


def test_a_history_of_which_the_end_was_cut_off_is_found(store):
    old = store.complaint("K2026-0001")
    tamper(store, "complaints", {old.number: to_json(replace(old, history=()))})
    assert str_of(store, "history") == "has 0 entries in the register, where 1 were written"


def test_what_is_archived_and_comes_back_is_still_whole(store):
    old = store.complaint("K2026-0001")
    closed = replace(old, status="closed", history=(*old.history, HistoryEntry(at=NOW, actor="jan", event="closed")))
    sent = replace(store.letter("l1"), state="sent", sent_at=NOW)
    store.commit(Changes(complaints={old.number: closed}, letters={"l1": sent}))
    store.tidy(NOW + 100 * DAY)
    assert verify(store) == []
    assert store.state.tally.entries == store.state.tally.seen == 0
    back = store.complaint(old.number)
    noted = HistoryEntry(at=NOW, actor="jan", event="noted")
    store.commit(Changes(complaints={old.number: replace(back, history=(*back.history, noted))}))
    assert verify(store) == []
    assert store.state.tally.entries == 3


def str_of(store, where):
    """Return the one problem of this place."""
    (what,) = [problem.what for problem in verify(store) if problem.where == where]
    return what


ASIDE = SetAside(
    id="b0123456789ab", sha256="0" * 64, sender="a@b", name="", subject="Hallo", received_at=NOW, why="spam"
)
ASKED = tuple(PapersAsked(at=NOW, by=f"{who}@ront.nl", what="register 2026") for who in ("jan", "els", "piet"))
LISTS = {
    "a row of what was set aside": {"set_aside": ()},
    "a word of it": {"set_aside": (replace(ASIDE, subject="Iets anders"),)},
    "an absence": {"absences": (Absence(member="jan@ront.nl", until=NOW.date()),)},
    "a substitute": {"absences": (Absence(member="piet@ront.nl", until=NOW.date(), substitute="jan@ront.nl"),)},
    "a meeting": {"meeting": MeetingPlan(cancelled=(NOW.date(),))},
}
PAPERS = {
    "a row of who asked": {"papers_asked": (ASKED[0], ASKED[2])},
    "the last row": {"papers_asked": ASKED[:2]},
    "all rows": {"papers_asked": ()},
    "the order": {"papers_asked": ASKED[::-1]},
    "who it was": {"papers_asked": (replace(ASKED[0], by="piet@ront.nl"), *ASKED[1:])},
    "what it was": {"papers_asked": (replace(ASKED[0], what="jaarverslag 2026"), *ASKED[1:])},
    "when it was": {"papers_asked": (replace(ASKED[0], at=NOW + dt.timedelta(seconds=1)), *ASKED[1:])},
    "one that nobody asked": {"papers_asked": (*ASKED, ASKED[0])},
    "a general measure": {"measures": ()},
    "that it worked": {"measures": (Measure(text="nabellen", worked=True),)},
    "a decision of the review": {"reviews": ()},
}


@pytest.mark.parametrize("what", PAPERS)
def test_a_changed_list_of_who_asked_for_papers_is_found_and_no_later_commit_heals_it(store, what):
    review = Review(at=NOW, by="jan@ront.nl", year=2026, text="meer tijd")
    begun = replace(store.state, papers_asked=ASKED, measures=(Measure(text="nabellen"),), reviews=(review,))
    store.commit(Changes(state=begun))
    assert verify(store) == []
    _tampered(store, **PAPERS[what])
    told = {
        (
            "register",
            "has another list of who asked for papers, general measures or decisions of the review than was sealed",
        )
    }
    assert found(store) == told
    store.commit(Changes(state=asked_for(store.state, "jan@ront.nl", "register 2026", NOW)))
    assert found(store) == told
    store.commit(Changes(state=replace(store.state, set_aside=(ASIDE,))))
    assert found(store) == told


def test_rows_beyond_the_last_five_hundred_go_and_the_list_stays_whole(store):
    store.commit(Changes(state=replace(store.state, papers_asked=ASKED[:1] * MOST_KEPT)))
    store.commit(Changes(state=asked_for(store.state, "els@ront.nl", "register 2026", NOW)))
    assert len(store.state.papers_asked) == MOST_KEPT
    assert verify(store) == []


def _tampered(store, **fields):
    """Change the state as who writes in the file does."""
    with tampering(store):
        for follow in store._live.stage(Changes(state=replace(store.state, **fields)), Leaving()):
            follow()


@pytest.mark.parametrize("what", LISTS)
def test_a_change_in_what_stands_in_no_complaint_is_found_and_no_later_commit_heals_it(store, what):
    away = (Absence(member="piet@ront.nl", until=NOW.date()),)
    store.commit(Changes(state=replace(store.state, set_aside=(ASIDE,), absences=away)))
    assert verify(store) == []
    _tampered(store, **LISTS[what])
    told = {("register", "has another list of what was set aside, absences or meetings than was sealed")}
    assert found(store) == told
    store.commit(Changes(state=replace(store.state, asked_on=NOW.date())))
    assert found(store) == told
    more = (*store.state.set_aside, replace(ASIDE, id="b0123456789ac"))
    store.commit(Changes(state=replace(store.state, set_aside=more)))
    assert found(store) == told


def test_a_register_of_before_its_lists_were_sealed_is_whole_and_its_next_commit_seals_them(store):
    _tampered(store, set_aside=(ASIDE,), papers_asked=ASKED, seal=None, papers_seal=None)
    assert verify(store) == []
    store.commit(Changes(state=replace(store.state, asked_on=NOW.date())))
    assert store.state.seal
    assert store.state.papers_seal
    assert verify(store) == []
