"""Our own addresses are never a complainant and never 'outside', on whatever road they come."""

from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from klachtmail.domain.records.workspace import Workspace
from tests.several import leaves
from tests.world import CLIENT, ELS, JAN, OURS, PIET, World, answer, mail

TAGGED = "klachten+web@ront.nl"
COLLEAGUE = "administratie@ront.nl"
SOURCE = "formulier@forms.example"
INSIDE = [OURS, TAGGED, COLLEAGUE, SOURCE, ELS, "els.bakker@example.org"]
HEADINGS = {
    "Outlook": "Van: {name} <{address}>\nVerzonden: maandag 23 november 2026 10:12\nAan: Lot <lot@klant.example>\nOnderwerp: {subject}\n\n{text}",
    "NeoMutt": "----- Forwarded message from {name} <{address}> -----\n\nDate: Mon, 23 Nov 2026 10:12:00 +0100\nFrom: {name} <{address}>\n"
    "To: Lot <lot@klant.example>\nSubject: {subject}\n\n{text}\n\n----- End forwarded message -----",
    "Sylpheed": "Begin forwarded message:\n\nDate: Mon, 23 Nov 2026 10:12:00 +0100\nFrom: {name} <{address}>\n"
    "To: Lot <lot@klant.example>\nSubject: {subject}\n\n{text}",
    "without an address": "Van: {name}\nVerzonden: maandag 23 november 2026 10:12\nAan: Lot\nOnderwerp: {subject}\n\n{text}",
}


def begun(**sections):
    world = World(intake={"sources": [SOURCE]}, **sections)
    world.receive(mail("De trainer was te laat."))
    world.news()
    return world


def obeys(world, member=ELS):
    """Return whether a member's signed answer to the newest letter about the first complaint is carried out."""
    letter = next(each for each in reversed(world.letters(member)) if "K2026-0001]" in each.subject)
    world.receive(answer(letter, member, "ingrijpend"))
    return world.complaint().serious


def inline(heading, *, subject="Uw bericht", text="Tekst.", name="RONT Klachten", address=OURS):
    return "Zie onder.\n\n" + HEADINGS[heading].format(subject=subject, text=text, name=name, address=address)


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_forward_of_our_letter_without_references_opens_no_complaint(heading):
    world = begun()
    world.receive(mail(inline(heading), sender=JAN, subject="FW: Uw bericht"))
    assert [c.number for c in world.store.everything()] == ["K2026-0001"]
    assert [letter.to for letter in world.news()] == [JAN], "a fresh signed mail"
    assert obeys(world)


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_forward_of_our_letter_is_answered_about_the_complaint_that_it_quotes(heading):
    world = begun()
    shown = world.letters(JAN)[0]
    text = inline(heading, subject=shown.subject, text=shown.text)
    world.receive(mail(text, sender=JAN, subject=f"Fwd: {shown.subject.partition(' [')[0]}"))
    (fresh,) = world.news()
    assert "[K2026-0001]" in fresh.subject
    world.press(JAN, "Ik pak het op", on=fresh)
    assert world.complaint().handler == JAN


def test_a_forward_of_a_clients_letter_is_found_by_the_clients_address():
    world = begun()
    world.receive(mail("Te koud.", sender="Lot <lot@klant.example>", subject="De zaal"))
    world.news()
    world.receive(mail(inline("Outlook"), sender=JAN, subject="FW: Uw bericht"))
    (fresh,) = world.news()
    assert "[K2026-0002]" in fresh.subject


def attached(letter, sender=JAN):
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = sender, OURS, "Fwd: kijk eens"
    message["Message-ID"] = "<mutt.1@ront.nl>"
    message.set_content("Zie bijlage.")
    message.add_attachment(letter.message)
    return message.as_bytes()


def test_an_attached_letter_of_ours_is_known_by_its_own_message_id():
    world = begun()
    world.receive(mail("Te koud.", sender="Lot <lot@klant.example>", subject="De zaal"))
    world.news()
    first = next(letter for letter in world.letters(JAN) if "K2026-0001]" in letter.subject)
    world.receive(attached(first))
    (fresh,) = world.news()
    assert "[K2026-0001]" in fresh.subject
    assert obeys(world)


NAMES_ANOTHER = "Net zo erg als K2026-0001"


def passed_on(letter, road):
    """Return what Jan sends when he passes on this letter, or writes under its subject."""
    if road == "attached":
        return attached(letter)
    text = inline(road, subject=letter.subject) if road in HEADINGS else "Weet iemand hier meer van?"
    return mail(text, sender=JAN, subject=f"[EXTERN] FW: {letter.subject}")


@pytest.mark.parametrize("road", ["attached", "Outlook", "its subject alone"])
def test_a_letter_of_ours_is_about_its_own_complaint_whatever_number_the_clients_subject_names(road):
    world = begun()
    world.receive(mail("Te koud.", sender="Lot <lot@klant.example>", subject=NAMES_ANOTHER))
    shown = world.last(JAN)
    assert f"{NAMES_ANOTHER} " in shown.subject
    world.news()
    world.receive(passed_on(shown, road))
    (fresh,) = world.news()
    assert "[K2026-0002]" in fresh.subject


def test_a_client_who_writes_below_our_subject_alone_goes_on_with_the_complaint_of_our_letter():
    world = begun()
    world.receive(mail("Te koud.", subject="De zaal"))
    world.receive(mail("Graag vandaag.", subject="Re: hoort dit bij K2026-0001? [K2026-0002]"))
    assert world.complaint("K2026-0002").messages[-1].kind == "follow_up"
    assert world.complaint().messages[-1].kind == "acknowledgement"


@pytest.mark.parametrize("lines", [["bevestig"], ["klager: Sanne de Boer <sanne@example.nl>", "bevestig"]])
def test_who_became_a_colleague_gets_no_automatic_letter_and_the_partner_reads_why(lines):
    world = World()
    world.receive(mail("De trainer was te laat."))
    letter = world.last(JAN)
    leaves(world, organisation={**world.firm.organisation.model_dump(), "domains": ["ront.nl", "example.nl"]})
    world.news()
    for line in lines:
        world.receive(answer(letter, JAN, line))
    told = world.news()
    assert {each.to for each in told} == {JAN}
    assert "adres van de firma zelf" in told[-1].text


@pytest.mark.parametrize("address", INSIDE)
def test_whoever_passes_on_a_mail_from_inside_names_no_complainant(address):
    world = begun()
    text = inline("Outlook", name="Iemand", address=address, text="Een deelnemer belde: het eten was koud.")
    world.receive(mail(text, sender=JAN, subject="FW: Klacht"))
    assert all(c.complainant.address in {None, "sanne@example.nl"} for c in world.store.everything())
    assert obeys(world)


@pytest.mark.parametrize("address", INSIDE)
def test_an_oral_form_with_an_address_of_ours(address):
    world = begun()
    form = (
        f"Klager: Kees Smit\nE-mail: {address}\nBetreft: de zaal\nErnst: substantieel\nOpgelost: nee\nToelichting: koud"
    )
    world.receive(mail(form, sender=PIET, subject="Mondelinge klacht"))
    oral = world.complaint("K2026-0002")
    assert (oral.complainant.name, oral.complainant.address) == ("Kees Smit", None)
    assert any(f"{address} is een adres van de firma zelf" in letter.text for letter in world.news())
    assert obeys(world)


def test_an_oral_form_that_is_completed_with_an_address_of_ours():
    world = begun()
    world.receive(mail("Klager: Kees\nBetreft: de zaal", sender=PIET, subject="Mondelinge klacht"))
    asked = next(each for each in reversed(world.letters(PIET)) if "K2026-0002]" in each.subject)
    world.receive(answer(asked, PIET, f"E-mail: {OURS}\nErnst: substantieel"))
    assert world.complaint("K2026-0002").complainant.address is None
    assert f"{OURS} is een adres van de firma zelf" in world.last(PIET).text
    assert obeys(world)


@pytest.mark.parametrize("sender", [OURS, TAGGED, SOURCE, COLLEAGUE])
def test_the_button_klacht_on_mail_that_says_it_comes_from_us(sender):
    world = begun()
    world.receive(
        mail("Ik heb je wachtwoord. Betaal.", sender=f"Jij <{sender}>", subject="Je bent gehackt"), role="junk"
    )
    world.later(days=1)
    world.sweep()
    morning = next(letter for letter in world.news() if "Klacht" in str([*letter.buttons]))
    world.press(morning.to, next(label for label in morning.buttons if label.startswith("Klacht")), on=morning)
    assert world.complaint("K2026-0002").complainant.address is None
    assert obeys(world)


@pytest.mark.parametrize("address", INSIDE)
def test_klager_with_an_address_of_ours_is_refused(address):
    world = begun()
    world.reply(JAN, f"klager: Kees Smit <{address}>")
    assert world.complaint().complainant.address == "sanne@example.nl"
    assert "adres van de firma zelf" in world.last(JAN).text


@pytest.mark.parametrize("address", [OURS, TAGGED, COLLEAGUE, SOURCE])
def test_a_register_that_has_such_a_record_obeys_again(address):
    world = begun()
    broken = world.complaint()
    changes = _put(
        world, replace(broken, number="K2026-0007", complainant=replace(broken.complainant, address=address))
    )
    world.store.commit(changes)
    assert obeys(world), "the members' commands work again"
    world.store.commit(
        _put(world, replace(world.complaint(), complainant=replace(broken.complainant, address=address)))
    )
    world.receive(answer(world.letters(ELS)[0], ELS, "ik pak het op"))
    assert world.complaint().handler == ELS, "also those about the record itself"


def _put(world, complaint):
    work = Workspace(world.store)
    work.put(complaint)
    return work.changes


def test_a_letter_of_a_member_to_the_client_with_us_in_copy_is_still_correspondence():
    world = begun()
    report = world.receive(
        answer(world.letters(JAN)[0], JAN, "Beste Sanne, morgen meer.").replace(
            b"To: klachten@ront.nl", b"To: sanne@example.nl\r\nCc: klachten@ront.nl"
        )
    )
    assert report.counts["correspondence"] == 1
    assert CLIENT.endswith("<sanne@example.nl>")
