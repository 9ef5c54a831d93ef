"""verify: each thing that can be wrong is found and named, and a register in order has nothing."""

import pytest

from klachtmail.domain.letter import LetterRequest
from klachtmail.domain.model import State
from klachtmail.domain.records import Changes
from klachtmail.store.memory import MemoryStore
from klachtmail.store.tiny import TinyStore
from klachtmail.store.verify import verify
from tests.store_samples import NOW, complaint, letter, seen

RAW = b"From: anna@example.org\r\n\r\nHet lokaal was koud."


@pytest.fixture(params=["tiny", "memory"])
def store(request, tmp_path):
    made = TinyStore(tmp_path / "data") if request.param == "tiny" else MemoryStore()
    (sha256,) = made.keep_mail([(RAW, NOW)])
    (rendered,) = made.keep_letters([b"Message-ID: <l1@ront.nl>\r\n\r\nBeste Anna"])
    new = complaint(1)
    made.commit(
        Changes(
            complaints={new.number: new.but(messages=(new.messages[0].but(sha256=sha256),))},
            seen={"key-1": seen(kind="new", number=new.number).but(sha256=sha256)},
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
                "key-2": seen("key-2", kind="lost").but(sha256=sha256),
                "key-3": seen("key-3", kind="spam").but(sha256=sha256, places=("INBOX/1/key-1",)),
            }
        )
    )
    assert found(store) == {
        ("key-2", "was seen as 'lost'"),
        ("INBOX/1/key-1", "stands for more than one message"),
    }


def test_a_message_that_is_not_in_the_dossier_that_it_belongs_to_is_found(store, sha256):
    (other,) = store.keep_mail([(RAW + b"!", NOW)])
    store.commit(
        Changes(
            seen={
                "key-2": seen("key-2", kind="follow_up", number="K2026-0001").but(sha256=other),
                "key-3": seen("key-3", kind="new", number="K2026-0009").but(sha256=sha256),
                "key-4": seen("key-4", kind="new").but(sha256=sha256),
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
        letter("l5", sha256=store.letter("l1").sha256).but(message_id=None),
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


def test_a_letter_that_failed_and_that_nobody_was_told_of_is_found(store):
    failed = store.letter("l1").but(state="failed", reason="550 unknown")
    store.commit(Changes(letters={"l1": failed}))
    assert found(store) == {("l1", "has failed, and nothing in K2026-0001 says so")}


def test_a_message_that_is_missing_is_found_and_one_that_was_erased_is_not(store, sha256):
    store.commit(Changes(seen={"key-2": seen("key-2", kind="spam")}))
    assert found(store) == {("key-2", f"refers to {'0' * 64}")}
    store.commit(Changes(seen={"key-2": seen("key-2", kind="spam").but(sha256=sha256)}))
    store.erase([sha256])
    assert verify(store) == []


def test_a_damaged_message_is_found(tmp_path):
    store = TinyStore(tmp_path / "data")
    (sha256,) = store.keep_mail([(RAW, NOW)])
    store.commit(Changes(seen={"key-1": seen(kind="spam").but(sha256=sha256)}))
    (tmp_path / "data" / "mail" / "2026" / f"{sha256}.eml").write_bytes(b"")
    assert [problem.what for problem in verify(store)] == [f"refers to {sha256}, which is damaged"]
    store.close()
