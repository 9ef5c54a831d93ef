"""May a machine of ours write to this address? Each reason why not, and that a person gets a letter."""

import datetime as dt
import itertools

import pytest

from klachtmail.domain.outgoing.may_answer import why_not_answered
from klachtmail.parse import parse
from tests.letters_read import read
from tests.world import CLIENT, ELS, JAN, MONDAY, OURS, World, firm, mail

SANNE = "sanne@example.nl"
FIRM = firm(intake={"sources": ["formulier@web.example"]}, security={"trusted_authserv_id": "mx.ront.nl"})


def reason(raw, address=SANNE, **fields):
    return why_not_answered(address, FIRM, parse(raw, MONDAY), **fields)


def test_a_person_gets_a_letter():
    assert reason(mail("Ik ben niet tevreden.")) == ""


@pytest.mark.parametrize(
    ("address", "why"),
    [
        (None, "er is geen e-mailadres"),
        ("", "er is geen e-mailadres"),
        (OURS, "dit is ons eigen adres"),
        ("formulier@web.example", "dit is een bron (formulier, scanner), geen klager"),
        ("no-reply@winkel.example", "dit adres leest geen antwoorden"),
        ("mailer-daemon@mx.example", "dit adres leest geen antwoorden"),
        ("bounces+12@em.example", "dit adres leest geen antwoorden"),
        ("owner-lijst@lists.example", "dit adres leest geen antwoorden"),
        ("lijst-request@lists.example", "dit adres leest geen antwoorden"),
    ],
)
def test_some_addresses_never_get_one_whatever_the_mail(address, why):
    assert why_not_answered(address, FIRM) == why


@pytest.mark.parametrize(
    "address",
    """
        info@bedrijf.example administratie@school.example office@firm.example klantenservice@winkel.example
        rootselaar@example.nl daemen@example.nl noor.eply@example.nl j.bounce@example.nl n.o.reply@example.nl
        secretariaat+trainingen@school.example directie@no-reply-consultancy.example
    """.split(),
)
def test_people_and_roles_do_get_one(address):
    assert why_not_answered(address, FIRM) == ""


@pytest.mark.parametrize(
    ("headers", "sign"),
    [
        ({"Auto-Submitted": "auto-replied"}, "Auto-Submitted"),
        ({"Auto-Submitted": "auto-generated (vacation)"}, "Auto-Submitted"),
        ({"Precedence": "bulk"}, "Precedence"),
        ({"X-Precedence": "auto_reply"}, "Precedence"),
        ({"X-Autoreply": "yes"}, "x-autoreply"),
        ({"X-Zendesk-Auto-Response": "1"}, "x-zendesk"),
        ({"X-OTRS-Loop": "yes"}, "x-otrs-loop"),
        ({"X-Loop": "iemand@example.org"}, "x-loop"),
        ({"X-Mailer": "vacation 1.2"}, "x-mailer"),
        ({"List-Id": "<x.example.org>"}, "list-id"),
        ({"Return-Path": "<>"}, "Return-Path"),
        ({"Return-Path": "<bounces-12-sanne=example.nl@em.example>"}, "in bulk"),
        ({"List-Unsubscribe": "<mailto:af@example.org>"}, "list-unsubscribe"),
        ({"Feedback-ID": "1:2:3:ses"}, "in bulk"),
        ({"Reply-To": "noreply@example.org"}, "niemand leest"),
        ({"X-Spam-Flag": "YES"}, "X-Spam-Flag"),
        ({"Authentication-Results": "mx.ront.nl; dmarc=fail (p=quarantine) header.from=example.nl"}, "vertrouwt"),
        ({"Authentication-Results": "mx.ront.nl; dmarc=fail header.from=example.nl"}, "vertrouwt"),
    ],
)
def test_a_mail_with_a_sign_of_a_machine_gets_none(headers, sign):
    assert sign in reason(mail("Ik ben er niet.", headers=headers))


@pytest.mark.parametrize(
    "said",
    [
        "dmarc=fail (p=none dis=none) header.from=example.nl",  # OpenDMARC
        "spf=pass smtp.mailfrom=x@list.example; dmarc=fail (p=NONE sp=NONE dis=NONE) header.from=example.nl",  # Google
        "dmarc=fail action=none header.from=example.nl",  # Exchange
        'dmarc=fail reason="SPF not aligned (relaxed), No valid DKIM" header.from=example.nl (policy=none)',  # rspamd
        "dmarc=fail policy.published-domain-policy=none policy.applied-disposition=none header.from=example.nl",  # Fastmail
    ],
)
def test_a_domain_that_only_looks_on_withholds_no_acknowledgement(said):
    assert reason(mail("Ik ben niet tevreden.", headers={"Authentication-Results": f"mx.ront.nl; {said}"})) == ""


@pytest.mark.parametrize(
    "said",
    [
        "dmarc=fail (p=reject dis=none) header.from=example.nl",
        "dmarc=fail action=oreject header.from=example.nl",
        'spf=pass smtp.mailfrom="x (p=none) @evil.example"; dmarc=fail (p=reject) header.from=example.nl',
        'spf=pass (p=none) smtp.mailfrom="x; dmarc=fail (p=none)"@evil.example; dmarc=fail header.from=example.nl',
        'dmarc=fail reason="p=none" header.from=example.nl',
    ],
)
def test_a_domain_that_asks_to_refuse_withholds_it_and_the_reason_is_the_true_one(said):
    why = reason(mail("Ik ben niet tevreden.", headers={"Authentication-Results": f"mx.ront.nl; {said}"}))
    assert why.startswith("de mailserver vertrouwt dit bericht niet")
    assert "automatisch" not in why


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Auto-Response-Suppress": "All"},
        {"X-Auto-Response-Suppress": "DR, OOF, AutoReply"},
        {"Auto-Submitted": "no"},
        {"Precedence": "first-class"},
        {"X-Autoreply": "no"},
        {"Return-Path": "<sanne@example.nl>"},
        {"Return-Path": "<SRS0=ab12=XY=example.nl=sanne@forward.example>"},
        {"Return-Path": "<prvs=012345=sanne@example.nl>"},
        {"Return-Path": "<info+caf_=klachten=ront.nl@gmail.example>"},
        {"Authentication-Results": "mx.evil.example; dmarc=fail header.from=example.nl"},
        {"Authentication-Results": "mx.ront.nl; dmarc=pass header.from=example.nl"},
    ],
)
def test_what_people_carry_is_no_sign(headers):
    assert reason(mail("Ik ben niet tevreden.", headers=headers)) == ""


def test_the_mail_of_a_form_says_nothing_about_its_writer():
    raw = mail("x", sender="formulier@web.example", headers={"Auto-Submitted": "auto-generated"})
    assert reason(raw) == ""


def test_the_same_text_again_is_not_answered_again():
    raw = mail("Dank voor uw mail van 24 november, 10:02. Ik lees mijn mail op dinsdag.")
    earlier = "Dank voor uw mail van 23 november, 09:00.\nIk lees mijn mail op dinsdag."
    assert reason(raw, earlier=[earlier]) == "dezelfde tekst kwam al eerder van dit adres"
    assert reason(raw, earlier=["Heel wat anders."]) == ""
    assert reason(mail(""), earlier=[""]) == "", "a scan without text is not the same as another"


def test_who_gets_no_letter_can_be_confirmed_by_a_partner_with_one_button():
    world = World()
    world.receive(mail("Klacht over de training", headers={"Feedback-ID": "1:2:3:ses"}))
    assert not world.letters(SANNE)
    assert "geen ontvangstbevestiging" in world.last(JAN).text
    world.press(JAN, "Bevestig")
    assert len(world.letters(SANNE)) == 1


# ── loops ───────────────────────────────────────────────────────────────────────────────────────────────────────


def robot(world, address, answers):
    """Let a robot without manners answer every letter to this address, until it falls silent; count our letters."""
    for _ in range(12):
        fresh = [letter for letter in world.news() if letter.to == address]
        if not fresh:
            break
        for letter in fresh:
            world.deliver(answers(letter))
        world.later(minutes=20)
        world.poll()
    return len(world.letters(address))


NUMBERS = itertools.count(139_872_461)
SECONDS = (MONDAY + dt.timedelta(seconds=61.000007 * number) for number in itertools.count(1))


def no_thread(letter):
    return mail("Dank voor uw bericht. Ik lees mijn mail alleen op dinsdag.", subject="Uw bericht")


def with_subject(letter):
    return mail("Dank voor uw bericht.", subject=f"Re: {letter.subject}")


def with_thread(letter):
    raw = mail("Dank voor uw bericht.", subject="Uw bericht")
    return f"In-Reply-To: <{letter.message_id}>\r\n".encode() + raw


def with_the_time(letter):
    return mail(
        f"Uw mail van {next(SECONDS):%H:%M:%S.%f} is in goede orde bij ons binnengekomen.",
        subject=f"Zaak {next(NUMBERS)}",
    )


@pytest.mark.parametrize("answers", [no_thread, with_subject, with_thread, with_the_time])
def test_a_loop_with_a_robot_that_marks_nothing_ends_within_three_letters(answers):
    world = World()
    world.receive(mail("De trainer was te laat."))
    assert robot(world, SANNE, answers) <= 3


def test_a_loop_with_a_members_robot_ends_too():
    world = World()
    world.receive(mail("De trainer was te laat."))
    before = len(world.letters(ELS))

    def answers(letter):
        head = f"In-Reply-To: <{letter.message_id}>\r\nReferences: <{letter.message_id}>\r\n".encode()
        return head + mail(
            "Dank voor uw bericht. Ik lees mijn mail alleen op dinsdag.", sender=ELS, subject=f"Re: {letter.subject}"
        )

    assert robot(world, ELS, answers) <= before + 3


def test_a_loop_with_a_colleague_who_is_no_member_ends():
    world = World()
    world.receive(mail("De printer is stuk", sender="karin@ront.nl"))
    assert robot(world, "karin@ront.nl", lambda _x: mail("Ik ben er even niet", sender="karin@ront.nl")) == 1


def test_two_installations_that_complain_to_each_other_stop():
    """Their acknowledgement of our acknowledgement is automatic by its header."""
    ours = World()
    ours.receive(mail("Klacht"))
    theirs = ours.last(SANNE)
    answer = theirs.message.as_bytes().replace(OURS.encode(), b"klachten@ander.example")
    again = World()
    report = again.receive(answer)
    assert report.counts["automatic"] == 1
    assert not again.letters()
    assert read(answer).message["Auto-Submitted"] == "auto-replied"
    assert CLIENT
