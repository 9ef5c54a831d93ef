"""Report, register, sample and evidence by mail: for partners, without anybody's name, and on record who had what."""

import csv
import hashlib
import io

import pytest

from tests.world import ELS, JAN, PIET, World, mail

FOUND = "oorzaak: planning\nstructureel: nee\nuitkomst gemeld: excuses\nsluit"


@pytest.fixture
def world():
    begun = World()
    for name in ("Sanne de Boer", "Kees Vos", "Fatma Yilmaz"):
        sender = f"{name} <{name.split()[0].lower()}@example.nl>"
        begun.receive(mail(f"De zaal was koud. {name}", sender=sender, subject=f"Klacht van {name}"))
    return begun


def about(world, number, member=JAN):
    return next(x for x in world.letters(member) if f"{number}]" in x.subject)


def say(world, text, number="K2026-0001", member=JAN):
    for line in text.splitlines():
        world.reply(member, line, about(world, number, member))
    return world.last(member)


def files(letter):
    return {part.get_filename(): part.get_content() for part in letter.message.iter_attachments()}


def text_of(content):
    return content if isinstance(content, str) else content.decode("utf-8-sig")


def test_the_year_report_comes_as_the_page_and_the_table_of_the_command_line(world):
    found = files(say(world, "jaarverslag"))
    assert list(found) == ["jaarverslag-2026.html", "jaarverslag-2026.csv"]
    assert "Klachten in 2026" in text_of(found["jaarverslag-2026.html"])
    assert "Klachten ontvangen;2026;3" in text_of(found["jaarverslag-2026.csv"])


def test_another_year_is_named(world):
    letter = say(world, "jaarverslag 2025")
    assert letter.subject.startswith("Jaarverslag 2025")
    assert "jaarverslag-2025.html" in files(letter)


def test_the_register_has_a_line_for_each_complaint_and_no_name(world):
    (content,) = files(say(world, "register")).values()
    rows = list(csv.reader(io.StringIO(text_of(content)), delimiter=";"))
    assert [row[0] for row in rows[1:]] == ["K2026-0001", "K2026-0002", "K2026-0003"]
    for word in ("Sanne", "Kees", "Yilmaz", "example.nl", "zaal"):
        assert word not in text_of(content)


@pytest.mark.parametrize("line", ["bewijs", "bewijs K2026-0001"])
def test_evidence_names_nobody_and_is_on_record(world, line):
    letter = say(world, line)
    (name, content), *more = files(letter).items()
    assert (name, more) == ("bewijs-K2026-0001.html", [])
    assert "Sanne" not in text_of(content)
    assert "sanne@example.nl" not in text_of(content)
    last = world.complaint().history[-1]
    assert (last.event, last.actor, last.detail) == ("shown", JAN, "bewijs")


def test_a_sample_is_drawn_from_what_ended_and_can_be_drawn_again(world):
    for number in ("K2026-0001", "K2026-0002", "K2026-0003"):
        say(world, FOUND, number)
    letters = [say(world, "steekproef 2 1234") for _ in range(2)]
    numbers = sorted(
        (f"K2026-000{n}" for n in (1, 2, 3)), key=lambda n: hashlib.sha256(f"1234:{n}".encode()).hexdigest()
    )
    for letter in letters:
        assert list(files(letter)) == [f"bewijs-{number}.html" for number in numbers[:2]]
        assert "uit 3 afgeronde dossiers" in letter.text
        assert "1234" in letter.text
    assert world.complaint(numbers[0]).history[-1].detail == "steekproef"


def test_what_is_open_is_in_no_sample_and_more_than_twenty_are_none(world):
    assert "geen afgerond dossier" in say(world, "steekproef 5").text
    assert "1 tot 20" in say(world, "steekproef 21").text


def test_of_what_is_about_a_partner_he_gets_nothing(world):
    say(world, "ik\nbetreft @els")
    say(world, "geen klacht: anders, Els had gelijk", "K2026-0002")
    rows = text_of(next(iter(files(say(world, "register", "K2026-0002", ELS)).values()))).splitlines()
    assert rows[1].split(";")[:2] == ["K2026-0001"]
    assert "shown" not in [each.event for each in world.complaint().history]
    assert files(say(world, "bewijs", "K2026-0001", ELS)) == {}
    say(world, "oorzaak: x\nstructureel: nee\nuitkomst gemeld: excuses")
    assert "K2026-0001" not in "".join(files(say(world, "steekproef 5", "K2026-0002", ELS)))


@pytest.mark.parametrize("line", ["jaarverslag", "register", "steekproef 5", "bewijs"])
def test_an_employee_gets_none_of_it(world, line):
    say(world, "@piet")
    letter = say(world, line, member=PIET)
    assert files(letter) == {}
    assert "alleen een partner" in letter.text


def test_who_speaks_of_evidence_asks_for_none(world):
    for line in ("ik heb bewijs dat hij te laat was", "wie heeft bewijs?", "het register klopt niet"):
        assert files(say(world, line)) == {}


def test_who_asks_for_evidence_can_still_take_back_the_line_before(world):
    say(world, "ik pak het op\nbewijs")
    say(world, "ongedaan")
    assert world.complaint().handler is None
