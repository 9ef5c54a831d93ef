import email
import email.policy
from email.message import EmailMessage

from hypothesis import given
from hypothesis import strategies as st

from klachtmail.letters import mime


def message(content: bytes) -> EmailMessage:
    read = email.message_from_bytes(b"MIME-Version: 1.0\r\n" + content, policy=email.policy.default)
    assert isinstance(read, EmailMessage)
    return read


def normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")


def assert_clean(content: bytes) -> None:
    assert content.isascii()
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"\r" not in content.replace(b"\r\n", b"")
    assert max(map(len, content.split(b"\r\n"))) <= 78


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.text(alphabet="a\r\n. =é–\tFrom"))
def test_both_texts_come_back_as_they_were_and_every_line_is_short_seven_bit_crlf(text: str, html: str) -> None:
    content = mime.body(text, html, boundary="=_1")
    assert_clean(content)
    plain, page = message(content).iter_parts()
    assert normal(plain.get_payload(decode=True).decode()) == normal(text)
    assert normal(page.get_payload(decode=True).decode()) == normal(html)


def test_a_lone_surrogate_is_replaced_and_does_not_stop_the_letter() -> None:
    assert b"?" in mime.body("a\ud800b", "x", boundary="=_1")


@given(st.binary(max_size=500), st.text(max_size=150))
def test_a_file_comes_back_as_it_was_whatever_its_name(content: bytes, name: str) -> None:
    whole = mime.body("t", "h", boundary="=_1", files=[mime.File(name, "application/pdf", content)])
    assert_clean(whole)
    (attachment,) = message(whole).iter_attachments()
    assert attachment.get_payload(decode=True) == content
    assert "/" not in (attachment.get_filename() or "")


def test_a_dutch_file_name_is_readable_for_who_gets_it() -> None:
    whole = mime.body(
        "t",
        "h",
        boundary="=_1",
        files=[mime.File("Offerte één – definitief, met een lange naam.pdf", "application/pdf", b"x")],
    )
    (attachment,) = message(whole).iter_attachments()
    assert attachment.get_filename() == "Offerte één – definitief, met een lange naam.pdf"


def test_a_content_type_that_could_add_a_header_or_may_not_be_base64_becomes_octet_stream() -> None:
    for content_type in ("text/x\r\nBcc: a@b", "message/rfc822", "multipart/mixed", "nonsense"):
        whole = mime.body("t", "h", boundary="=_1", files=[mime.File("x", content_type, b"x")])
        (attachment,) = message(whole).iter_attachments()
        assert attachment.get_content_type() == "application/octet-stream"
        assert b"Bcc" not in whole


def test_pictures_stand_with_the_html_and_files_around_the_letter() -> None:
    whole = mime.body(
        "t",
        "h",
        boundary="=_1",
        pictures=[mime.Picture("logo@x", "image/png", b"png")],
        files=[mime.File("a.pdf", "application/pdf", b"pdf")],
    )
    kinds = [one.get_content_type() for one in message(whole).walk()]
    assert kinds == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
        "application/pdf",
    ]
    picture = next(one for one in message(whole).walk() if one.get_content_type() == "image/png")
    assert picture["Content-ID"] == "<logo@x>"
