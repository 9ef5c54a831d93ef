"""'inzage' and 'vergeet' by mail: shown first, erased only by the button, and nobody sees what is about himself."""

import hashlib
import io
import json
import zipfile
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from klachtmail.letters.documents import Documents
from klachtmail.service.work.person import find
from klachtmail.service.work.person_file import MAILED, packed
from tests.unit.privacy.privacy_examples import SANNE, close, closed, remains
from tests.world import CLIENT, ELS, JAN, PIET, ZONE, World, mail


def fresh(world, member=JAN):
    """Return a mail that is about no complaint."""
    world.receive(mail("Een vraag over gegevens.", sender=member, subject=f"Gegevens {len(world.courier.sent)}"))
    return world.last(member)


def ask(world, line, member=JAN):
    world.reply(member, line, fresh(world, member))
    return world.last(member)


def files(letter):
    return {part.get_filename(): part.get_content() for part in letter.message.iter_attachments()}


def test_what_is_kept_comes_with_a_page_to_give():
    world = closed()
    letter = ask(world, f"inzage {SANNE}")
    assert letter.subject == "Wat er van iemand is bewaard"
    assert "K2026-0001" in letter.text
    assert list(files(letter)) == ["inzage.zip"]
    page = given(letter)["index.html"].decode()
    assert "De trainer was een uur te laat." in page
    assert world.complaint().history[-1].event == "closed"


def given(letter):
    """Return the files in the zip of a letter by their names."""
    with zipfile.ZipFile(io.BytesIO(files(letter)["inzage.zip"])) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def with_a_file(name, content, text="De trainer was een uur te laat."):
    """Return a mail of Sanne with an attachment."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = CLIENT, "klachten@ront.nl", "Training"
    message["Message-ID"] = "<bijlage@example.nl>"
    message.set_content(text)
    message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def test_the_whole_comes_as_the_command_line_gives_it_mails_attachments_and_letters_as_they_were():
    world = World()
    raw = with_a_file("foto.jpg", b"\xff\xd8 de koude zaal")
    world.receive(raw)
    close(world)
    inside = given(ask(world, f"inzage {SANNE}"))
    mails = [content for name, content in inside.items() if name.startswith("mails/")]
    letters = [content for name, content in inside.items() if name.startswith("brieven/")]
    assert raw in mails
    assert {m.sha256 for m in world.complaint().messages} == {hashlib.sha256(x).hexdigest() for x in (*mails, *letters)}
    whole = packed(Documents(ZONE), world.firm, world.store, find(world.store, SANNE), world.now)
    with zipfile.ZipFile(io.BytesIO(whole.content)) as archive:
        assert set(inside) <= set(archive.namelist())  # and the mail that asked for it
    assert json.loads(inside["gegevens.json"])["complaints"][0]["number"] == "K2026-0001"


def test_what_is_too_large_for_a_mail_is_named_and_left_to_the_administrator():
    world = World()
    world.receive(with_a_file("film.mp4", bytes(MAILED)))
    close(world)
    letter = ask(world, f"inzage {SANNE}")
    inside = given(letter)
    assert "te groot voor een mail" in inside["index.html"].decode()
    assert [name for name in inside if name.startswith("brieven/")]
    assert len(letter.message.as_bytes()) < 10_000_000
    assert "Eén bestand ging niet mee" in letter.text
    assert "--export" in letter.text


@pytest.mark.parametrize("name", ["factuur.exe", "factuur.pdf.js", "brief.docm.lnk"])
def test_a_mail_with_a_program_goes_as_its_text_only(name):
    world = World()
    world.receive(with_a_file(name, b"MZ program of a stranger"))
    close(world)
    letter = ask(world, f"inzage {SANNE}")
    inside = given(letter)
    assert not [path for path, content in inside.items() if b"MZ program" in content or b"TVogcHJvZ3JhbS" in content]
    (text,) = [content.decode() for path, content in inside.items() if path.endswith(".txt")]
    assert "De trainer was een uur te laat." in text
    assert "alleen de tekst" in inside["index.html"].decode()


def test_a_mail_with_a_mail_in_it_goes_as_its_text_only():
    world = World()
    within = with_a_file("factuur.exe", b"MZ program of a stranger", "Zie de factuur.")
    world.receive(with_a_file("oud.eml", within))
    close(world)
    inside = given(ask(world, f"inzage {SANNE}"))
    assert not [path for path, content in inside.items() if b"TVogcHJvZ3JhbS" in content or b"MZ program" in content]
    assert [path for path in inside if path.endswith(".txt")]


def test_what_belongs_to_a_complaint_about_the_reader_is_not_in_the_zip():
    world = closed()
    world.receive(mail("De zaal was koud.", subject="Zaal", message_id="zaal@example.nl"))
    close(world, "K2026-0002")
    world.reply(JAN, "betreft @els", next(x for x in world.letters(JAN) if "0002]" in x.subject))
    hers = given(ask(world, f"inzage {SANNE}", ELS))
    assert not [path for path, content in hers.items() if b"K2026-0002" in content or b"De zaal was koud" in content]
    assert [path for path, content in given(ask(world, f"inzage {SANNE}")).items() if b"De zaal was koud" in content]


@pytest.mark.parametrize("line", ["inzage: Fatma Yilmaz", "inzage: fatma yilmaz"])
def test_somebody_without_an_address_is_found_by_name(line):
    world = World()
    world.receive(mail("Klager: Fatma Yilmaz\nBetreft: de zaal\nErnst: substantieel", sender=PIET, subject="mondeling"))
    assert "K2026-0001" in ask(world, line).text


@pytest.mark.parametrize("line", ["inzage: Sanne de Boer", "vergeet: sanne de boer"])
def test_who_is_asked_for_by_name_and_has_an_address_is_pointed_to(line):
    world = World()
    world.receive(mail("De zaal was koud."))
    assert "Niet hierbij: K2026-0001" in ask(world, line).text
    world.reply(ELS, "betreft @jan", next(x for x in world.letters(ELS) if "0001]" in x.subject))
    assert "K2026-0001" not in ask(world, line, JAN).text


def test_nothing_is_kept_of_a_stranger():
    assert "Er is niets bewaard" in ask(World(), "inzage niemand@example.org").text


@pytest.mark.parametrize("line", [f"inzage {ELS}", "vergeet: Els Bakker"])
def test_a_colleague_is_no_client(line):
    assert "iemand van de organisatie" in ask(closed(), line).text


def test_to_forget_shows_first_and_erases_nothing():
    world = closed()
    before = remains(world)
    letter = ask(world, f"vergeet {SANNE}")
    assert "Wissen kan niet worden teruggedraaid" in letter.text
    assert world.complaint().complainant.address == SANNE
    assert set(before) <= set(remains(world))
    assert list(letter.buttons) == ["Ja, wis alles, voorgoed"]


def test_the_button_erases_it_and_the_answer_names_nobody():
    world = closed()
    ask(world, f"inzage {SANNE}")
    letter = ask(world, f"vergeet {SANNE}")
    world.news()
    world.press(JAN, "Ja, wis alles, voorgoed", letter)
    world.poll()
    assert world.complaint().erased_at is not None
    assert remains(world) == []
    assert world.store.state.to_forget == ()
    told = [each for each in world.news() if each.to == JAN]
    assert told[-1].subject == "Gewist"
    assert not [each for each in told if "sanne" in each.text.lower()]
    assert [each.what for each in world.store.state.papers_asked] == [
        "inzage van een persoon",
        "vergeten van een persoon",
    ]


@pytest.mark.parametrize("line", [f"vergeet {SANNE} zeker", f"vergeet: {SANNE} zeker"])
def test_what_was_not_shown_is_not_erased(line):
    world = closed()
    letter = ask(world, line)
    assert "nog niets gewist" in letter.text or letter.subject.startswith("Wissen")
    assert world.complaint().erased_at is None


def test_what_another_was_shown_or_long_ago_erases_nothing():
    world = closed()
    letter = ask(world, f"vergeet {SANNE}")
    ask(world, f"vergeet {SANNE} zeker", ELS)
    assert world.complaint().erased_at is None
    world.later(days=15)
    world.press(JAN, "Ja, wis alles, voorgoed", letter)
    world.poll()
    assert world.complaint().erased_at is None


def test_an_open_complaint_is_in_the_way_and_there_is_no_button():
    world = World()
    world.receive(mail("De trainer was een uur te laat."))
    letter = ask(world, f"vergeet {SANNE}")
    assert "K2026-0001 staat nog open" in letter.text
    assert not letter.buttons


def test_a_new_complaint_since_it_was_shown_is_in_the_way():
    world = closed()
    letter = ask(world, f"vergeet {SANNE}")
    world.receive(mail("En nu is de rekening fout.", subject="Rekening"))
    world.press(JAN, "Ja, wis alles, voorgoed", letter)
    world.poll()
    assert world.last(JAN).subject == "Niet gewist"
    assert "K2026-0002 staat nog open" in world.last(JAN).text
    assert world.complaint().erased_at is None


def test_who_is_complained_about_neither_sees_nor_erases_it():
    world = closed()
    world.reply(JAN, "betreft @els", next(x for x in world.letters(JAN) if "0001]" in x.subject))
    assert world.complaint().about == (ELS,)
    assert "K2026-0001" not in ask(world, f"inzage {SANNE}", ELS).text
    letter = ask(world, f"vergeet {SANNE}", ELS)
    assert "K2026-0001" not in letter.text
    assert not letter.buttons
    ask(world, f"vergeet {SANNE} zeker", ELS)
    world.poll()
    assert world.complaint().erased_at is None


@pytest.mark.parametrize("line", [f"inzage {SANNE}", f"vergeet {SANNE}"])
def test_only_a_partner_may(line):
    letter = ask(closed(), line, PIET)
    assert "alleen een partner" in letter.text
    assert SANNE not in letter.text


@pytest.mark.parametrize(
    "line", ["vergeet niet te bellen", "vergeet het maar", "Inzage gegeven aan mevrouw.", "vergeet ik steeds"]
)
def test_who_speaks_of_it_asks_for_nothing(line):
    world = closed()
    world.reply(JAN, line, next(x for x in world.letters(JAN) if "0001]" in x.subject))
    assert "bewaard" not in world.last(JAN).subject
    assert "Wissen" not in world.last(JAN).subject


def test_the_line_is_kept_in_no_dossier():
    world = closed()
    world.receive(mail("De zaal was koud.", sender="Kees Vos <kees@example.nl>", subject="Zaal"))
    about = next(x for x in world.letters(JAN) if "0002]" in x.subject)
    world.reply(JAN, f"vergeet {SANNE}", about)
    world.press(JAN, "Ja, wis alles, voorgoed")
    world.poll()
    assert world.complaint().erased_at is not None
    assert remains(world) == []


def test_what_he_said_in_a_complaint_of_another_about_the_reader_is_not_shown_either():
    world = closed()
    world.receive(mail("De koffie was koud.", sender="kees@example.org", subject="Koffie", message_id="k@example.org"))
    world.receive(mail("Ja, koud.", In_Reply_To="<k@example.org>", subject="Re: Koffie"))
    assert "K2026-0002" in ask(world, f"inzage {SANNE}", ELS).text
    world.reply(JAN, "betreft @els", next(x for x in world.letters(JAN) if "0002]" in x.subject))
    assert "K2026-0002" in ask(world, f"inzage {SANNE}").text
    assert "K2026-0002" not in ask(world, f"inzage {SANNE}", ELS).text


def test_the_answer_that_it_is_erased_stands_below_the_question():
    world = closed()
    letter = ask(world, f"vergeet {SANNE}")
    world.press(JAN, "Ja, wis alles, voorgoed", letter)
    world.poll()
    assert world.last(JAN).subject == "Gewist"
    assert "<knop-" in world.last(JAN).message["References"]  # the mail that the button wrote
