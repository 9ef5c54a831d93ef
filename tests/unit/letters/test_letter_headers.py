import email.header
import email.utils

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtmail.letters import headers


@given(st.text())
def test_one_line_never_has_a_break_or_a_control_character(text: str) -> None:
    line = headers.one_line(text)
    assert len(line.splitlines()) <= 1
    assert line == "" or line.isprintable() or not any(character in line for character in "\r\n\0\x1b\u202e")


@given(st.text(max_size=300))
def test_a_number_survives_a_subject_of_any_length(text: str) -> None:
    subject = headers.numbered(text, "K2026-0001")
    assert subject.endswith("[K2026-0001]")
    assert len(subject) <= headers.SUBJECT_LENGTH


@given(st.text(max_size=200).map(headers.one_line))
def test_a_subject_is_seven_bit_folded_and_read_back_as_it_was(text: str) -> None:
    subject = headers.numbered(text, "K2026-0001")
    written = headers.subject(subject)
    assert written.isascii()
    assert all(len(line) <= 88 for line in written.split("\r\n"))
    assert all(line.startswith(" ") for line in written.split("\r\n")[1:])
    if "=?" not in subject:
        read = str(email.header.make_header(email.header.decode_header(written.replace("\r\n", ""))))
        assert " ".join(read.split()) == " ".join(subject.split())


def test_the_number_stays_readable_in_the_raw_header_of_a_dutch_subject() -> None:
    assert headers.subject("Café · vóór ma 7 dec [K2026-0001]").endswith("[K2026-0001]")


@given(st.text(max_size=100))
def test_a_name_in_a_header_is_ascii_on_one_line_and_names_one_mailbox(name: str) -> None:
    field = headers.mailbox(name, "s.deboer@example.org")
    assert field.isascii()
    assert all(line.startswith(" ") for line in field.split("\r\n")[1:])
    assert [address for _, address in email.utils.getaddresses([field])] == ["s.deboer@example.org"]


def test_a_name_that_holds_an_address_or_a_header_stays_a_name() -> None:
    field = headers.mailbox('Boer" <evil@example.com>,\r\nBcc: x@example.com', "sanne@example.org")
    assert "\r\nBcc" not in field
    assert email.utils.getaddresses([field])[-1][1] == "sanne@example.org"
    assert len(email.utils.getaddresses([field])) == 1


def test_a_name_that_looks_encoded_is_shown_as_it_is() -> None:
    field = headers.mailbox("=?utf-8?q?Jan_de_Vries?=", "sanne@example.org")
    read = email.message_from_string(f"From: {field}\n\n", policy=email.policy.default)["From"]
    assert read.addresses[0].display_name == "=?utf-8?q?Jan_de_Vries?="


def test_a_domain_with_accents_is_written_in_idna() -> None:
    assert headers.ascii_address("info@café.example") == "info@xn--caf-dma.example"


@pytest.mark.parametrize("domain", ["é..nl", "é" * 70 + ".nl"])
def test_a_domain_that_cannot_be_is_one_that_nobody_has(domain) -> None:
    assert headers.mailbox("Jan", f"jan@{domain}") == "Jan <jan@klachtmail.invalid>"


def test_marks_before_the_at_sign_stay_and_what_is_no_letter_does_not() -> None:
    assert headers.mailbox("", "jörg@café.example") == "jörg@xn--caf-dma.example"
    assert headers.mailbox("", "jö rg@example.org") == "jö?rg@example.org"


def test_thread_ids_are_raw_folded_between_ids_and_unfit_ones_are_left_out() -> None:
    kept = headers.references(["a@x", "b c@x", "é@x", "<d@x>", "x" * 600 + "@x", "e@x", "a@x"], "own@x")
    assert kept == ["a@x", "e@x", "own@x"]
    assert headers.threaded(kept) == "<a@x>\r\n <e@x>\r\n <own@x>"


def test_a_long_thread_keeps_its_first_and_its_last_ids() -> None:
    kept = headers.references([f"{n}@x" for n in range(30)], None)
    assert kept[0] == "0@x"
    assert kept[1:] == [f"{n}@x" for n in range(21, 30)]


@pytest.mark.parametrize(("text", "length", "short"), [("kort", 10, "kort"), ("een lange zin", 8, "een lan…")])
def test_what_is_cut_off_ends_in_an_ellipsis(text: str, length: int, short: str) -> None:
    assert headers.shorten(text, length) == short
