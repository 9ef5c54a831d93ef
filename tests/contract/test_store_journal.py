"""What every delivery journal keeps to."""

import contextlib

import pytest

from klachtmail.store.journal import FileJournal, MemoryJournal
from tests.stores import make_store


@pytest.fixture(params=["file", "memory", "sqlite", "postgresql"])
def journal(request, tmp_path, postgres):
    with contextlib.ExitStack() as stack:
        if request.param in {"sqlite", "postgresql"}:
            store = stack.enter_context(contextlib.closing(make_store(request.param, tmp_path, postgres)))
            yield store.journal
        else:
            yield stack.enter_context(FileJournal(tmp_path) if request.param == "file" else MemoryJournal())


def test_a_new_journal_knows_nothing(journal):
    assert (journal.doubtful(), journal.taken()) == ((), ())


def test_a_tried_letter_is_doubtful_until_it_is_accepted(journal):
    journal.trying("a")
    assert (journal.doubtful(), journal.taken()) == (("a",), ())
    journal.accepted("a")
    assert (journal.doubtful(), journal.taken()) == ((), ("a",))


def test_a_refused_letter_is_neither_doubtful_nor_taken(journal):
    journal.trying("a")
    journal.refused("a")
    assert (journal.doubtful(), journal.taken()) == ((), ())


def test_one_note_says_that_a_letter_was_taken_and_the_next_is_tried(journal):
    journal.trying("a")
    journal.accepted_then_trying("a", "b")
    assert (journal.doubtful(), journal.taken()) == (("b",), ("a",))


def test_a_cleared_journal_knows_nothing_and_can_be_written_again(journal):
    journal.trying("a")
    journal.accepted("a")
    journal.clear()
    assert (journal.doubtful(), journal.taken()) == ((), ())
    journal.trying("b")
    assert journal.doubtful() == ("b",)


@pytest.mark.parametrize("wrong", ["", "a b", "a\nb", "é"])
def test_an_id_that_could_not_be_read_back_is_refused(journal, wrong):
    with pytest.raises(ValueError, match="Not a line"):
        journal.trying(wrong)
    assert journal.doubtful() == ()
