"""Nobody's complaint does not stay so, and terms are kept: played on the installed program, seen only in mail."""

import datetime as dt

import pytest

from tests.letters_read import answer, press
from tests.system.test_four_months import ELS, JAN, PIET, Story, draft_in, story, to
from tests.world import mail

pytestmark = pytest.mark.timeout(600)  # many runs of the program, on a machine that may be busy
__all__ = ["story"]  # a fixture

SANNE = "sanne@example.nl"
FOUND = "oorzaak: planning\nstructureel: nee\noordeel: gegrond\nvoorstel: U krijgt 450 euro terug."


def complains(story: Story, text: str = "De zaal was koud.", address: str = SANNE, name: str = "Sanne de Boer"):
    raw = mail(text, sender=f"{name} <{address}>", subject="Omgevingswet", message_id=f"eerste-{address}")
    return story.write(raw)


def says(story: Story, letter, text: str, member: str = JAN):
    return story.write(answer(letter, member, text))


def told_in(letters, words: str) -> set[str]:
    """Return who reads these words."""
    return {letter.to for letter in letters if words in letter.text}


def test_what_does_not_move_is_told_to_whom_the_firm_named(story):
    story._project.write(escalation={"after_days": 5, "to": ELS})
    routing = to(complains(story), JAN)
    says(story, routing, "ik\ngebeld")
    assert told_in(story.morning("2020-11-27"), "staat stil") == set()
    assert told_in(story.morning("2020-11-30"), "staat stil") == {ELS}


def test_a_second_reader_reads_what_an_employee_wrote_before_it_goes(story):
    story._project.write(procedure={"second_reader": "employees"})
    routing = to(complains(story), JAN)
    assigned = to([x for x in says(story, routing, "@piet") if x.to == PIET and "behandelt" in x.text], PIET)
    says(story, assigned, FOUND, PIET)
    draft = draft_in(says(story, assigned, "uitkomst: De verwarming was stuk.", PIET))
    held = says(story, draft, "verstuur", PIET)
    assert SANNE not in {x.to for x in held}
    asked = draft_in([x for x in held if x.to in {JAN, ELS}])
    assert "tweede lezer" in asked.text
    sent = says(story, asked, "verstuur", asked.to)
    assert "De verwarming was stuk." in to(sent, SANNE).text


@pytest.mark.parametrize(
    ("preset", "promised", "longest"),
    [("crkbo", "21 december 2020", None), ("awb", "4 januari 2021", 28), ("wkkgz", "4 januari 2021", 28)],
)
def test_a_preset_has_the_terms_of_its_scheme_and_consent_goes_beyond_them(story, preset, promised, longest):
    story._project.write(procedure={"preset": preset})
    sent = complains(story)
    assert promised in to(sent, SANNE).text
    routing = to(sent, JAN)
    says(story, routing, "ik\ngebeld")
    if longest is None:
        draft = draft_in(says(story, routing, "uitstel 15 februari 2021: de trainer is ziek"))
        assert "15 februari 2021" in to(says(story, draft, "verstuur"), SANNE).text
        return
    refused = to(says(story, routing, "uitstel 15 februari 2021: de trainer is ziek"), JAN)
    assert f"hoogstens {longest} dagen" in refused.text
    draft = draft_in(says(story, routing, "uitstel 1 februari 2021: de trainer is ziek"))
    assert "1 februari 2021" in to(says(story, draft, "verstuur"), SANNE).text
    refused = to(says(story, routing, "uitstel 15 februari 2021: hij is nog ziek"), JAN)
    assert "Uitstel mag hier 1 keer" in refused.text
    draft = draft_in(says(story, routing, "uitstel 15 februari 2021: hij is nog ziek, met instemming van de klager"))
    assert "15 februari 2021" in to(says(story, draft, "verstuur"), SANNE).text


def test_twelve_mails_about_one_course_are_three_letters_and_a_list_with_one_button(story):
    letters = []
    for number in range(1, 13):
        story.now += dt.timedelta(minutes=20)
        letters += complains(story, "Het was koud.", f"k{number}@example{number}.nl", f"Klager {chr(64 + number)}")
    jan = [x for x in letters if x.to == JAN]
    routed = [x for x in jan if "Niemand heeft dit nog" in x.text]
    assert ["Groep: alle 3 samen" in x.buttons for x in routed] == [False, False, True]
    asked = to(story.write(press(routed[2], "Groep: alle 3 samen", JAN)), JAN)
    joined = to(story.write(press(asked, "Ja, samen behandelen", JAN)), JAN)
    assert "3 klagers" in joined.text
    story.now += dt.timedelta(hours=1)
    lists = [x for x in [*jan, *story._run("poll")] if x.to == JAN and "zonder behandelaar" in x.subject]
    assert 0 < len(lists) < 6
    for number in range(4, 13):
        assert any(f"K2020-{number:04d}" in each.text for each in lists), number
    assert all(any("Groep: alle" in label for label in each.buttons) for each in lists)
    assert {f"k{n}@example{n}.nl" for n in range(1, 13)} <= {x.to for x in letters}


def test_partners_are_on_duty_by_turn_and_the_other_is_asked_the_second_time(story):
    story._project.write(duty={"turn": [JAN, ELS]})
    sent = complains(story)
    (duty,) = (x.to for x in sent if "Jij hebt dienst" in x.text)
    other = ELS if duty == JAN else JAN
    assert "heeft dienst en zorgt dat iemand dit oppakt" in to(sent, other).text
    assert told_in(story.morning("2020-11-24"), "Niemand heeft de klacht") == {duty}
    assert told_in(story.morning("2020-11-26"), "Niemand heeft de klacht") == {JAN, ELS}
    agenda = [x for x in story.morning("2020-11-30") if x.subject.startswith("Agenda klachten")]
    name = {JAN: "Jan de Vries", ELS: "Els Bakker"}[other]
    assert agenda
    assert all(f"{name} heeft deze week dienst" in x.text for x in agenda)


def test_a_coordinator_routes_and_merges_and_decides_nothing(story):
    noor = "noor@ront.nl"
    employees = [*story._project.settings["employees"], {"name": "Noor Smit", "address": noor, "alias": "noor"}]
    story._project.write(duty={"coordinator": noor}, employees=employees)
    routing = to(complains(story), noor)
    refused = to(says(story, routing, "oordeel: gegrond\nsluit", noor), noor)
    assert refused.text.count("Dat beslist de behandelaar of een partner.") == 2
    record = story._project.run("show", "K2020-0001", "--json").json
    assert (record["judgement"], record["status"]) == (None, "new")
    noted = [h["detail"] for h in record["history"] if (h["actor"], h["event"]) == (noor, "noted")]
    assert noted == ["oordeel: gegrond", "sluit"]
    assert any(x.to == PIET for x in says(story, routing, "@piet", noor))
    second = complains(story, address="kees@example.com", name="Kees Klant")
    says(story, to(second, noor), "samenvoegen K2020-0001 zeker", noor)
    assert story._project.run("show", "K2020-0002", "--json").json["merged_into"] == "K2020-0001"
    assert noor in {x.to for x in story.morning("2020-11-30") if x.subject.startswith("Agenda klachten")}
    assert story._project.run("verify", "--json").json == {"ok": True, "problems": []}
