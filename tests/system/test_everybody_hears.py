"""Everybody who complained gets an answer, and what was promised happens: played on the installed program, seen only in mail.

The clock is turned by `faketime`; Dovecot keeps the moments of receipt that the story says.
"""

import pytest

from tests.letters_read import answer, press
from tests.system.test_four_months import ELS, JAN, PIET, Story, story, to
from tests.world import mail

pytestmark = pytest.mark.timeout(600)  # many runs of the program, on a machine that may be busy
__all__ = ["story"]  # a fixture

PEOPLE = {
    "sanne@example.nl": ("Sanne de Boer", "K2020-0001"),
    "kees@example.nl": ("Kees Klant", "K2020-0002"),
    "fatma@example.nl": ("Fatma Yilmaz", "K2020-0003"),
}
FOUND = "oorzaak: planning\nstructureel: nee\noordeel: gegrond\nvoorstel: U krijgt 450 euro terug."


def complains(story: Story, address: str, text: str = "De zaal was koud.", subject: str = "Omgevingswet"):
    name, number = PEOPLE[address]
    raw = mail(text, sender=f"{name} <{address}>", subject=subject, message_id=f"eerste-{number}@example.nl")
    return story.write(raw)


def says(story: Story, letter, text: str, member: str = JAN):
    return story.write(answer(letter, member, text))


def test_three_who_complained_about_one_thing_each_hear_for_themselves_and_the_promise_is_kept(story):
    for address in PEOPLE:
        sent = complains(story, address)
    routing = to(sent, JAN)
    asked = story.write(press(routing, "Groep: alle 3 samen", JAN))
    joined = story.write(press(to(asked, JAN), "Ja, samen behandelen", JAN))
    assert "3 klagers" in to(joined, JAN).text
    says(story, routing, f"ik\n{FOUND}")
    drafted = says(story, routing, "uitkomst: De verwarming was stuk.")
    draft = next(x for x in drafted if x.subject.startswith("Concept"))
    told = {x.to: x for x in says(story, draft, "verstuur") if x.to in PEOPLE}
    assert set(told) == set(PEOPLE)
    for address, letter in told.items():
        raw = letter.message.as_string() + letter.text
        for other, (name, number) in PEOPLE.items():
            assert (number in raw) == (name in raw) == (other == address), (address, other)
    # one of them agrees, below her own letter; what was promised is asked for, and outlives the complaint
    says(story, told["fatma@example.nl"], "Akkoord, dank u.", "Fatma Yilmaz <fatma@example.nl>")
    says(story, routing, "toezegging: 450 euro terug door piet voor 1 december\nklant akkoord\nsluit")
    assert story._project.run("show", "K2020-0003", "--json").json["status"] == "closed"
    morning = story.morning("2020-12-01")
    asked = next(x for x in morning if x.to == PIET and "450 euro terug" in x.text)
    story.write(press(asked, "Nagekomen", PIET))
    record = story._project.run("show", "K2020-0003", "--json").json
    assert [(p["amount"], p["done_on"]) for p in record["promises"]] == [(450.0, "2020-12-01")]
    assert all(p["told_at"] for p in record["parties"])
    assert story._project.run("verify", "--json").json == {"ok": True, "problems": []}


def test_who_is_complained_about_does_not_decide_and_a_lawyer_gets_the_letters(story):
    sent = complains(story, "sanne@example.nl", "Jan was te laat en onvriendelijk.")
    jan, els = to(sent, JAN), to(sent, ELS)
    refused = says(story, jan, "geen klacht: anders, onzin")
    assert "Jij wordt in deze klacht genoemd" in to(refused, JAN).text
    says(story, els, f"betreft @jan\nik\n{FOUND}", ELS)
    question = to(says(story, els, "vraag @jan: Hoe laat was je er?", ELS), JAN)
    assert "sanne" not in question.text.lower()
    assert "Om tien uur." in to(says(story, question, "Om tien uur."), ELS).text
    lawyer = "mr. A. Recht <recht@kantoor.example>"
    told = says(story, to(sent, "sanne@example.nl"), "Ik schrijf namens mijn cliënte.", lawyer)
    story.write(press(to(told, ELS), "Treedt op namens de klager", ELS))
    drafted = says(story, els, "uitkomst: Hij stond in de file.", ELS)
    draft = next(x for x in drafted if x.subject.startswith("Concept"))
    letter = to(says(story, draft, "verstuur", ELS), "recht@kantoor.example")
    assert "U treedt op namens Sanne de Boer" in letter.text


def test_a_new_matter_in_an_old_thread_is_a_complaint_that_knows_what_came_before(story):
    sent = complains(story, "sanne@example.nl")
    routing = to(sent, JAN)
    says(story, routing, "ik\navg: datalek")
    later = answer(to(sent, "sanne@example.nl"), "Sanne de Boer <sanne@example.nl>", "Ook de factuur klopt niet.")
    told = story.write(later)
    fresh = story.write(press(to(told, JAN), "Nieuwe klacht", JAN))
    assert "K2020-0002" in to(fresh, "sanne@example.nl").subject
    says(story, routing, FOUND)
    says(story, routing, "uitkomst gemeld: excuses")
    sent = complains(story, "kees@example.nl")
    assert "Eerder: K2020-0001" in to(sent, ELS).text
    assert any("Meld het datalek" in x.text for x in story.morning("2020-11-24"))
