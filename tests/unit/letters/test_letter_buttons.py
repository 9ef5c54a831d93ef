from dataclasses import replace
from urllib.parse import unquote, unquote_plus, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtmail.domain.records.letter import Button, LetterRequest
from klachtmail.letters import buttons
from tests.world import PIET, World, mail

TOKEN = "km" + "A" * 24 + "." + "b" * 16


def outlook(url: str) -> tuple[str, str, str]:
    """Read a mailto URL as Outlook does: split at the first '?', then '&' and '=', percent-decode, '+' stays."""
    address, _, query = url.removeprefix("mailto:").partition("?")
    fields = dict(pair.split("=", 1) for pair in query.split("&"))
    return unquote(address), unquote(fields["subject"]), unquote(fields["body"])


def gmail(url: str) -> tuple[str, str, str]:
    """Read it as a web mail does, whose form decoding turns '+' into a space."""
    parts = urlsplit(url)
    fields = dict(pair.split("=", 1) for pair in parts.query.split("&"))
    return unquote_plus(parts.path), unquote_plus(fields["subject"]), unquote_plus(fields["body"])


def apple(url: str) -> tuple[str, str, str]:
    """Read it as RFC 6068 §2 has it, strictly: only legal characters are there to begin with."""
    legal = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$'()*,;:@%/?=&")
    assert set(url) <= legal
    return outlook(url)


@pytest.mark.parametrize("read", [outlook, gmail, apple])
@given(label=st.text(), line=st.text(max_size=200))
def test_every_mail_program_reads_the_same_address_subject_and_line(read, label, line) -> None:
    url = buttons.mailto("klachten+nl@ront.nl", label=label, line=line, number="K2026-0001", token=TOKEN)
    assert "+" not in url
    address, subject, body = read(url)
    assert address == "klachten+nl@ront.nl"
    assert subject.endswith(f"[K2026-0001] {TOKEN}")
    assert "\n" not in body
    assert len(body.splitlines()) <= 1


def request(**changes) -> LetterRequest:
    return replace(
        LetterRequest(kind="routing", to="jan@ront.nl", member="jan@ront.nl", number="K2026-0001"), **changes
    )


def test_a_button_of_a_complaint_types_the_bare_command() -> None:
    link = buttons.link(Button(label="Ik pak het op", line="ik"), request(), "klachten@ront.nl", TOKEN)
    assert outlook(link.url) == ("klachten@ront.nl", f"Ik pak het op [K2026-0001] {TOKEN}", "ik")
    assert link.typed == "ik"


@pytest.mark.parametrize("scope", ["digest", "member"])
def test_a_button_of_a_digest_or_morning_mail_types_the_number_first(scope) -> None:
    button = Button(label="Geef aan Jan", line="@jan", number="K2026-0003")
    link = buttons.link(button, request(scope=scope, number=None), "klachten@ront.nl", TOKEN)
    assert outlook(link.url) == ("klachten@ront.nl", f"Geef aan Jan [K2026-0003] {TOKEN}", "K2026-0003 @jan")


def test_the_number_is_not_typed_twice() -> None:
    button = Button(label="x", line="K2026-0003 @jan", number="K2026-0003")
    assert buttons.link(button, request(scope="digest", number=None), "k@ront.nl", TOKEN).typed == "K2026-0003 @jan"


def test_a_button_without_a_complaint_has_no_number() -> None:
    link = buttons.link(
        Button(label="Mondeling", line="mondeling"), request(scope="member", number=None), "k@r.nl", TOKEN
    )
    assert outlook(link.url)[1:] == (f"Mondeling {TOKEN}", "mondeling")


@pytest.mark.parametrize(("number", "url"), [("06-123 45 678", "tel:0612345678"), ("+31 (0)55 123", "tel:+3155123")])
def test_a_telephone_button_dials_the_number_however_it_was_written(number, url) -> None:
    link = buttons.link(Button(label=f"Bel {number}", line="", tel=number), request(), "k@ront.nl", TOKEN)
    assert link.url == url
    assert link.typed == number


def test_the_forms_button_opens_the_form_and_what_is_filled_in_is_on_record():
    world = World()
    world.receive(mail("mondeling", sender=f"Piet Jansen <{PIET}>", subject="mondeling"))
    form = world.last(PIET)
    address, subject, body = form.buttons["Mondelinge klacht"]
    filled = body.replace("Klager: ", "Klager: Fatma Yilmaz").replace("Betreft: ", "Betreft: training Leiderschap")
    filled = filled.replace("Ernst: klein/substantieel/herhaald", "Ernst: substantieel").replace("ja/nee", "nee")
    world.receive(mail(f"{filled}De zaal was koud.", sender=f"Piet Jansen <{PIET}>", to=address, subject=subject))
    complaint = world.complaint()
    assert (complaint.complainant.name, complaint.subject, complaint.channel) == (
        "Fatma Yilmaz",
        "training Leiderschap",
        "oral",
    )
    assert "De zaal was koud." in complaint.text
