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
    assert list(found) == ["jaarverslag-2026.html", "jaarverslag-2026.csv", "jaarverslag-2026.json"]
    assert "Klachten in 2026" in text_of(found["jaarverslag-2026.html"])
    assert "Klachten ontvangen;2026;3" in text_of(found["jaarverslag-2026.csv"])


def test_another_year_is_named(world):
    letter = say(world, "jaarverslag 2025")
    assert letter.subject.startswith("Jaarverslag 2025")
    assert "jaarverslag-2025.html" in files(letter)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("het jaarverslag van 2025", "jaarverslag-2025.html"),
        ("Mag ik het jaarverslag van 2025?", "jaarverslag-2025.html"),
        ("jaarverslag over 2025", "jaarverslag-2025.html"),
        ("Mag ik het jaarverslag?", "jaarverslag-2026.html"),
        ("Stuur me het register van 2025 graag", "register-2025.csv"),
        ("register van 2025", "register-2025.csv"),
        ("Stuur me het register graag", "register-2026.csv"),
        ("kwartaal 3 van 2025", "kwartaal-2025-3.html"),
        ("Mag ik het 3e kwartaal van 2025?", "kwartaal-2025-3.html"),
        ("kwartaal 3 in 2025", "kwartaal-2025-3.html"),
        ("2e kwartaal", "kwartaal-2026-2.html"),
    ],
)
def test_a_sentence_asks_as_well_and_the_year_in_it_counts(world, line, name):
    assert name in files(say(world, line))


def test_a_sample_has_as_many_as_a_sentence_asks_for(world):
    for number in ("K2026-0001", "K2026-0002"):
        say(world, "ik\ngebeld\n" + FOUND, number)
    letter = say(world, "steekproef van 1")
    assert letter.subject == "Steekproef van één dossier"
    assert len(files(letter)) == 1


def test_the_register_has_a_line_for_each_complaint_and_no_name(world):
    content = files(say(world, "register"))["register-2026.csv"]
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


def unlisted(world):
    """Return a fresh mail that is about no complaint, as who writes of his own accord gets it."""
    world.receive(mail("Kunt u mij helpen?", sender=JAN, subject="Cijfers"))
    return world.last(JAN)


@pytest.mark.parametrize(
    ("line", "subject"),
    [
        ("jaarverslag 2025", "Jaarverslag 2025"),
        ("register 2025", "Register 2025, zonder namen"),
        ("kwartaal 3 2026", "Kwartaal 3 van 2026"),
        ("kwartaal", "Kwartaal 4 van 2026"),
        ("kwartaal 4 2025", "Kwartaal 4 van 2025"),
        ("steekproef 1 1234", "Steekproef van één dossier"),
    ],
)
def test_a_figure_behind_it_is_no_complaint(world, line, subject):
    say(world, FOUND)
    world.reply(JAN, line, unlisted(world))
    assert world.last(JAN).subject.startswith(subject)


def test_a_quarter_counts_what_came_in_then_beside_a_year_before(world):
    found = files(say(world, "kwartaal"))
    assert list(found) == ["kwartaal-2026-4.html", "kwartaal-2026-4.csv", "kwartaal-2026-4.json"]
    page = text_of(found["kwartaal-2026-4.html"])
    assert "Klachten in kwartaal 4 van 2026" in page
    assert "kwartaal 4 van 2025" in page
    assert "<th>sep</th>" not in page
    assert "Klachten ontvangen;2026;3" in text_of(found["kwartaal-2026-4.csv"])
    earlier = files(say(world, "kwartaal 3"))["kwartaal-2026-3.csv"]
    assert "Klachten ontvangen;2026;0" in text_of(earlier)


@pytest.mark.parametrize("line", ["kwartaal 5", "kwartaal 1 2027"])
def test_there_is_no_such_quarter(world, line):
    letter = say(world, line)
    assert files(letter) == {}
    assert "Een kwartaal is 1" in letter.text or "moet nog komen" in letter.text


def test_who_asked_for_what_is_on_record_and_goes_with_the_register(world):
    say(world, "jaarverslag 2025")
    say(world, "register")
    content = text_of(files(say(world, "register", member=ELS))["opgevraagd-2026.csv"])
    assert content.splitlines()[1:] == [
        "2026-11-23 09:00;Jan de Vries;jaarverslag 2025",
        "2026-11-23 09:00;Jan de Vries;register 2026",
    ]
    assert [(each.by, each.what) for each in world.store.state.papers_asked][2:] == [(ELS, "register 2026")]


def test_my_complaints_and_those_of_a_colleague(world):
    say(world, "@piet", "K2026-0002")
    say(world, "ik", "K2026-0001")
    mine = say(world, "mijn klachten")
    assert "Je behandelt één open klacht." in mine.text
    assert "K2026-0001" in mine.text
    assert "K2026-0002" not in mine.text
    his = say(world, "open @piet")
    assert "Piet Jansen behandelt één open klacht." in his.text
    assert "K2026-0002" in his.text
    assert "Els Bakker behandelt geen open klachten." in say(world, "open @els").text


def test_nobody_sees_in_the_list_of_a_colleague_what_is_about_himself(world):
    say(world, "@piet\nbetreft @els")
    assert "K2026-0001" not in say(world, "open @piet", "K2026-0002", ELS).text
    assert "K2026-0001" not in say(world, "open @jan", "K2026-0001", PIET).text


def test_in_january_the_year_that_is_named_may_be_the_one_that_has_just_begun(world):
    world.now = world.now.replace(year=2027, month=1, day=20)
    assert "jaarverslag-2027.html" in files(say(world, "jaarverslag 2027"))
    assert "jaarverslag-2026.html" in files(say(world, "jaarverslag"))
    assert "jaarverslag-2026.html" in files(say(world, "jaarverslag 2028"))  # it is yet to come
