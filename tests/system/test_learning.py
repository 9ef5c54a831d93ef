"""What is learnt is asked for by mail: a partner's session and an auditor's, on the installed program, seen only in mail."""

import pytest

from tests.letters_read import answer, press
from tests.system.test_four_months import ELS, JAN, SANNE, Story, story, to
from tests.system.test_nobodys_complaint import complains, says
from tests.unit.reporting.test_papers_by_mail import files, text_of
from tests.world import mail

pytestmark = pytest.mark.timeout(600)  # many runs of the program, on a machine that may be busy
__all__ = ["story"]  # a fixture

ANS = "a.mulder@keurmerk.example"
NAMES = ("Sanne", "Boer", SANNE)
NUMBER = "K2020-0001"


def fresh(story: Story, member: str):
    """Return the mail with which somebody begins who has none to answer."""
    return to(
        [x for x in story.write(mail("Goedemorgen.", sender=member, subject="Cijfers")) if x.to == member], member
    )


def settled(story: Story):
    """Have one complaint come in, be dealt with and closed."""
    routing = to(complains(story), JAN)
    says(story, routing, "ik\ngebeld\noorzaak: planning\nelders: ook bij de examens\nstructureel: nee")
    says(story, routing, "uitkomst gemeld: excuses\nsluit")
    return routing


def test_a_partners_session(story):
    settled(story)
    story.at("2020-12-14")
    begin = fresh(story, JAN)
    report = to(says(story, begin, "jaarverslag"), JAN)
    page = text_of(files(report)["jaarverslag-2020.html"])
    assert f"{NUMBER}: ook bij de examens" in page
    assert not [name for name in NAMES if name in page]
    assert NUMBER in text_of(files(to(says(story, begin, "register 2020"), JAN))["register-2020.csv"])
    assert "kwartaal-2020-4.html" in files(to(says(story, begin, "kwartaal 4"), JAN))
    assert "Je behandelt geen open klachten" in to(says(story, begin, "mijn klachten"), JAN).text
    assert "bewaard" in to(says(story, begin, f"inzage {SANNE}"), JAN).subject
    shown = to(says(story, begin, f"vergeet {SANNE}"), JAN)
    assert story.record()["complainant"]["address"] == SANNE
    done = story.write(press(shown, "Ja, wis alles, voorgoed", JAN))
    assert [x.subject for x in done][-1] == "Gewist"
    assert not [x for x in done for name in NAMES if name in x.text]
    assert story.record()["complainant"]["address"] is None
    kept = [story._project.data / "register.json", *(story._project.data / "mail").rglob("*.eml")]
    kept += (story._project.data / "letters").rglob("*.eml")
    assert not [file for file in kept if SANNE.encode() in file.read_bytes()]
    assert story._project.run("verify").code == 0
    asked = [each["what"] for each in story._project.run("requests", "--json").json]
    assert asked == [
        "jaarverslag 2020",
        "register 2020",
        "kwartaal 4 2020",
        "inzage van een persoon",
        "vergeten van een persoon",
    ]


def test_an_auditors_session(story):
    story._project.write(auditors=[{"name": "Ans Mulder", "address": ANS}])
    settled(story)
    story.at("2020-12-14")
    first = story.write(mail("Graag het register.", sender=f"Ans Mulder <{ANS}>", subject="Audit"))
    begin = to([x for x in first if x.to == ANS], ANS)
    assert files(begin) == {}
    for line, name in (
        ("jaarverslag 2020", "jaarverslag-2020.html"),
        ("register 2020", "register-2020.csv"),
        ("steekproef 1 1234", f"bewijs-{NUMBER}.html"),
        (f"bewijs {NUMBER}", f"bewijs-{NUMBER}.html"),
    ):
        found = files(to(says(story, begin, line, ANS), ANS))
        assert name in found
        assert not [each for each in NAMES for content in found.values() if each in text_of(content)]
    told = says(story, begin, f"dossier {NUMBER}", ANS)
    assert {x.to for x in told} == {ANS, JAN, ELS}
    assert not [name for name in NAMES if name in to(told, ANS).text]
    assert story.write(answer(begin, "iemand@elders.example", "register 2020")) == []
    events = [(each["event"], each["actor"]) for each in story.record()["history"]]
    assert events.count(("shown", ANS)) == 2
    assert story._project.run("verify").code == 0


def test_the_year_report_comes_by_itself_on_the_first_working_day(story):
    settled(story)
    assert not [x for x in story.morning("2020-12-31") if x.subject.startswith("Jaarverslag")]
    sent = [x for x in story.morning("2021-01-04") if x.subject.startswith("Jaarverslag 2020")]
    assert {x.to for x in sent} == {JAN, ELS}
    assert list(files(sent[0]))[::3] == ["jaarverslag-2020.html", "kwartaal-2020-4.html"]
    assert not [x for x in story.morning("2021-01-05") if x.subject.startswith("Jaarverslag")]
