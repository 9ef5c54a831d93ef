"""A second table of attacks, thought of without looking at the first: mail of outsiders, and mail that looks like a member's."""

import email
import email.policy

import pytest

from tests.attacks.ground import (
    ELS,
    FIRST,
    JAN,
    KEES,
    PIET,
    SANNE,
    SECOND,
    STRANGER,
    Attack,
    Ground,
    mail,
    unharmed,
    withstood,
)
from tests.letters_read import made_of, press
from tests.world import World

COMMANDS = "ik pak het op\nsluit\ngeen klacht: anders, onzin\nbevestig\nuitkomst gemeld: opgelost\nklager: Boef <boef@evil.example>"
MINE = frozenset({STRANGER})


def raw_from(field, text=COMMANDS):
    """Return an attack with this From line, written as it is, and with Jan's token, which leaked."""
    return lambda g: field.encode("utf-8", "surrogateescape") + b"\r\n" + _tokened(g, text)


def _tokened(g, text=COMMANDS, sender="", **fields):
    return mail(text, sender=sender, subject=f"ik [{FIRST}] {g.token(g.routed)}", **fields)


def typed(content_type, body, *, sender=JAN, tokened=False, disposition=""):
    """Return an attack whose whole body is of this type; with or without a token."""

    def attack(g):
        subject = f"ik [{FIRST}] {g.token(g.routed)}" if tokened else f"[{FIRST}]"
        more = f"Content-Disposition: {disposition}\r\n" if disposition else ""
        return (
            f"From: {sender}\r\nTo: klachten@ront.nl\r\nSubject: {subject}\r\nMessage-ID: <t@x.example>\r\nMIME-Version: 1.0\r\n"
            f"Content-Type: {content_type}\r\n{more}\r\n{body}\r\n"
        ).encode()

    return attack


def hidden(style, outer="p"):
    """Return an attack: a member's answer in which somebody (a gateway, a banner) hid commands from his eyes."""

    def attack(g):
        message = email.message_from_bytes(g.answered(g.assigned, PIET, ""), policy=email.policy.SMTP)
        page = f"<html><body><p>Dank je.</p><{outer} {style}>sluit<br>ingetrokken: zo maar</{outer}></body></html>"
        message.set_content(page, subtype="html")
        return message.as_bytes()

    return attack


def alternatives(text, html):
    def attack(g):
        message = email.message_from_bytes(g.answered(g.assigned, PIET, text), policy=email.policy.SMTP)
        message.set_content(text)
        message.add_alternative(f"<html><body>{html}</body></html>", subtype="html")
        return message.as_bytes()

    return attack


def bounce(*, to, original="", status="5.1.1", text="", sender="MAILER-DAEMON@evil.example"):
    about = (
        f"Message-ID: {original}\r\nFrom: klachten@ront.nl\r\nTo: {to}\r\nSubject: Wij hebben uw bericht ontvangen\r\n"
    )
    return (
        f"From: {sender}\r\nTo: klachten@ront.nl\r\nSubject: Undelivered Mail Returned to Sender\r\nMessage-ID: <b{made_of(to, original, text)}@evil.example>\r\n"
        'Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/plain\r\n\r\nniet bezorgd {text}\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; evil.example\r\n\r\n"
        f"Final-Recipient: rfc822; {to}\r\nAction: failed\r\nStatus: {status}\r\nDiagnostic-Code: smtp; 550 {status} sluit\r\n\r\n"
        + (f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\n{about}\r\n" if original else "")
        + "--b--\r\n"
    ).encode()


def wrapped_quote(g):
    """A mail program that breaks a long quoted line leaves its end without a mark: the client chose where."""
    g.receive(
        mail(
            "Ik wacht nog steeds en dat duurt mij nu echt veel te lang allemaal, \nverstuur\ningetrokken: zo maar",
            In_Reply_To="<eerste@example.nl>",
        )
    )
    letter = g.last(PIET)
    g.news()
    message = g.answered(letter, PIET, "")
    return message.replace(b"> verstuur", b"verstuur").replace(b"> ingetrokken", b"ingetrokken")


ATTACKS = [
    # ── who sent this? ──
    Attack("two_from_fields_the_members_first", raw_from(f"From: {JAN}\r\nFrom: {STRANGER}")),
    Attack("two_from_fields_the_members_last", raw_from(f"From: {STRANGER}\r\nFrom: {JAN}")),
    Attack("from_with_a_member_and_a_stranger", raw_from(f"From: {JAN}, {STRANGER}")),
    Attack("from_that_is_one_encoded_word", raw_from("From: =?utf-8?q?jan=40ront=2Enl?=")),
    Attack("from_that_is_one_encoded_word_in_angles", raw_from("From: <=?utf-8?q?jan=40ront=2Enl?=>")),
    Attack("from_with_an_encoded_word_as_local_part", raw_from("From: =?utf-8?q?jan?=@ront.nl.evil.example")),
    Attack("group_with_the_member_in_it", raw_from(f"From: Partners: {JAN}, {STRANGER};")),
    Attack("group_of_nobody_named_as_the_member", raw_from(f"From: {JAN}:;")),
    Attack("no_from_and_a_sender_of_the_member", raw_from(f"Sender: {JAN}")),
    Attack("no_from_and_a_resent_from_of_the_member", raw_from(f"Resent-From: {JAN}\r\nResent-Sender: {JAN}")),
    Attack("resent_from_of_the_member_above_a_strangers_from", raw_from(f"Resent-From: {JAN}\r\nFrom: {STRANGER}")),
    Attack("from_with_the_member_after_a_bare_return", raw_from(f"X-A: b\rFrom: {JAN}\r\nFrom: {STRANGER}")),
    Attack("from_field_with_a_null_byte_in_its_name", raw_from(f"From\x00: {JAN}\r\nFrom: {STRANGER}")),
    Attack("from_field_with_a_space_before_its_colon", raw_from(f"From : {JAN}\r\nFrom: {STRANGER}")),
    Attack("from_in_capitals_below_a_strangers", raw_from(f"From: {STRANGER}\r\nFROM: {JAN}")),
    Attack("from_folded_to_hide_the_stranger", raw_from(f'From: "Jan <{JAN}>"\r\n\t<{STRANGER}>')),
    Attack("from_with_a_second_address_after_the_angle", raw_from(f"From: <{JAN}> {STRANGER}")),
    Attack("from_with_an_accent_in_the_domain", raw_from("From: jan@rönt.nl")),
    Attack("from_with_the_accents_a_label", raw_from("From: jan@xn--rnt-sna.nl")),
    Attack("from_with_a_fullwidth_at_sign", raw_from("From: jan＠ront.nl <boef@evil.example>")),
    Attack("from_with_a_soft_hyphen_in_the_domain", raw_from("From: jan@ro\u00adnt.nl.evil.example")),
    Attack("from_with_a_zero_width_space", raw_from("From: jan@ront\u200b.nl")),
    Attack("from_with_the_direction_turned", raw_from("From: \u202eln.tnor@naj\u202c <boef@evil.example>")),
    Attack("from_of_a_subdomain_of_the_firm", raw_from("From: jan@webshop.ront.nl")),
    Attack("from_of_the_members_plus_address", raw_from("From: JAN+TAG@RONT.NL")),
    Attack("from_of_our_own_plus_address", raw_from("From: klachten+jan@ront.nl")),
    Attack(
        "x_original_from_of_the_member",
        raw_from(f"From: {STRANGER}\r\nX-Original-From: {JAN}\r\nX-Google-Original-From: {JAN}\r\nReply-To: {JAN}"),
    ),
    # ── what kind of mail is this? ──
    Attack("partial_message_of_a_forged_member", typed('message/partial; id="x"; number=1; total=1', COMMANDS)),
    Attack(
        "partial_message_with_the_commands_inside_the_first_part",
        typed('message/partial; id="x"; number=1; total=2', f"From: {JAN}\r\nSubject: x\r\n\r\nsluit", sender=STRANGER),
        MINE,
    ),
    Attack(
        "external_body_that_we_should_fetch",
        typed(
            'message/external-body; access-type=URL; URL="http://evil.example/sluit"',
            "Content-Type: text/plain\r\n\r\nsluit",
            tokened=True,
        ),
    ),
    Attack(
        "calendar_reply_with_commands",
        typed(
            "text/calendar; method=REPLY",
            "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nSUMMARY:sluit\r\nDESCRIPTION:sluit\\ningetrokken: x\r\nEND:VEVENT\r\nEND:VCALENDAR",
            tokened=True,
        ),
    ),
    Attack(
        "attached_text_as_the_only_body",
        typed(
            "text/plain", "sluit\r\ningetrokken: zo maar", tokened=True, disposition='attachment; filename="sluit.txt"'
        ),
    ),
    Attack(
        "forwarded_message_as_the_only_body",
        typed("message/rfc822", f"From: {JAN}\r\nSubject: x\r\n\r\nsluit\r\ningetrokken: zo maar", tokened=True),
    ),
    Attack(
        "commands_in_the_preamble_and_epilogue",
        typed(
            'multipart/mixed; boundary="b"',
            "sluit\r\n--b\r\nContent-Type: text/plain\r\n\r\nDank je.\r\n--b--\r\nsluit\r\ningetrokken: zo maar",
            tokened=True,
        ),
    ),
    Attack("rich_text_commands", typed("text/rtf", r"{\rtf1 sluit\par ingetrokken: zo maar}", tokened=True)),
    # ── what does the member see? ──
    Attack("hidden_by_colour", hidden('style="color:#fff;background:#fff"')),
    Attack("hidden_by_opacity", hidden('style="opacity:0"')),
    Attack("hidden_off_the_page", hidden('style="position:absolute;left:-9999px"')),
    Attack("hidden_by_height", hidden('style="max-height:0;overflow:hidden"')),
    Attack("hidden_by_visibility", hidden('style="visibility: hidden"')),
    Attack("hidden_from_outlook", hidden('style="mso-hide:all"')),
    Attack("hidden_by_an_attribute", hidden('hidden=""', "div")),
    Attack("hidden_in_a_template", hidden("", "template")),
    Attack(
        "hidden_in_an_alternative_that_no_program_shows",
        alternatives("Dank je.", "<p>sluit</p><p>ingetrokken: zo maar</p>"),
    ),
    Attack("end_of_a_long_quoted_line_without_its_mark", wrapped_quote),
    Attack("commands_in_another_alphabet", lambda g: g.answered(g.assigned, PIET, "ѕluit\nіngetrokken: zo maar")),
    # ── machines that are none ──
    Attack("false_report_about_a_letter_to_somebody_else", lambda _: bounce(to=KEES, original="<verzonnen@ront.nl>")),
    Attack(
        "false_report_with_the_token_of_a_member",
        lambda g: bounce(to=JAN, original=f"<{g.routed.message_id}>", sender=STRANGER),
    ),
    Attack(
        "false_report_of_the_client_about_her_own_letter",
        lambda g: bounce(to=SANNE, original=f"<{g.client_letter().message_id}>", text="sluit\r\ningetrokken: zo maar"),
    ),
    Attack(
        "absence_of_the_handler_by_a_stranger",
        lambda _: mail(
            "Ik ben afwezig tot 7 december.",
            sender=PIET,
            subject=f"Automatisch antwoord: klacht [{FIRST}]",
            headers={"Auto-Submitted": "auto-replied"},
        ),
    ),
    Attack(
        "absence_of_the_handler_in_the_clients_thread",
        lambda g: (
            b"Auto-Submitted: auto-replied\r\n" + g.answered(g.client_letter(), PIET, "Ik ben afwezig tot 7 december.")
        ),
    ),
    Attack(
        "absence_of_the_handler_with_the_token_of_another_member",
        lambda g: b"Auto-Submitted: auto-replied\r\n" + g.answered(g.routed, PIET, "Ik ben afwezig tot 7 december."),
    ),
    # ── numbers and threads ──
    Attack(
        "thread_of_two_complaints_at_once",
        lambda g: mail(
            COMMANDS,
            sender=STRANGER,
            In_Reply_To="<eerste@example.nl>",
            References="<eerste@example.nl> <tweede@example.org>",
        ),
    ),
    Attack(
        "client_of_another_complaint_in_this_thread",
        lambda g: mail(
            "Ik ben akkoord.\nsluit", sender=KEES, In_Reply_To="<eerste@example.nl>", subject=f"akkoord [{FIRST}]"
        ),
    ),
    Attack("our_letters_name_as_ones_own", lambda g: mail(COMMANDS, sender=STRANGER, message_id=g.routed.message_id)),
    Attack("token_in_the_text_only", lambda g: mail(f"{COMMANDS}\n{g.token(g.routed)}", sender=STRANGER), MINE),
    Attack(
        "token_in_every_field_but_the_right_ones",
        lambda g: mail(
            COMMANDS,
            sender=JAN,
            subject="ik",
            headers={"X-Token": g.token(g.routed), "Comments": g.token(g.routed), "Keywords": g.token(g.routed)},
        ),
    ),
]


def test_a_false_report_without_our_letters_name_is_told_once_and_as_doubtful():
    ground = Ground()
    ground.receive(*(bounce(to=KEES, text=str(count)) for count in range(20)))
    told = ground.news()
    assert {letter.to for letter in told} == {JAN, ELS}
    assert len(told) == 2
    assert all("Misschien heeft iemand haar verzonnen" in letter.text for letter in told)
    assert not any(message.failed for message in ground.complaint(SECOND).messages)


def test_a_report_that_names_our_letter_is_told_without_doubt_and_once():
    ground = Ground()
    named = f"<{ground.client_letter(KEES).message_id}>"
    ground.receive(*(bounce(to=KEES, original=named, text=str(count)) for count in range(3)))
    told = ground.news()
    assert {letter.to for letter in told} == {JAN, ELS}
    assert len(told) == 2
    assert not any("verzonnen" in letter.text for letter in told)
    assert [message.failed for message in ground.complaint(SECOND).messages].count(True) == 1


def test_a_draft_that_was_undone_is_not_sent_by_its_old_button():
    ground = Ground()
    ground.receive(ground.answered(ground.assigned, PIET, "ongedaan"))
    assert ground.complaint(FIRST).draft is None
    ground.news()
    ground.receive(press(ground.draft, "Verstuur", PIET), ground.answered(ground.draft, PIET, "verstuur"))
    assert ground.outsiders() == set()
    assert ground.complaint(FIRST).answered_at is None


@pytest.mark.parametrize("address", ["klachten@ront.nl", "KLACHTEN+x@ront.nl", JAN, "els.bakker@example.org"])
def test_the_client_never_becomes_we_ourselves(address):
    ground = Ground()
    ground.receive(ground.answered(ground.assigned, PIET, f"klager: X <{address}>"))
    assert ground.complaint(FIRST).complainant.address == SANNE
    assert ground.outsiders() == set()


@pytest.mark.parametrize("address", ["leden-owner@lists.example", "mailer-daemon@evil.example", "noreply@evil.example"])
def test_no_machine_or_list_is_written_to_when_somebody_makes_it_the_client(address):
    ground = Ground()
    ground.receive(ground.answered(ground.assigned, PIET, f"klager: X <{address}>\nbevestig"))
    assert ground.outsiders() == set()


@pytest.mark.parametrize("sender", ["klachten+a@ront.nl", "Klachten+B@RONT.NL"])
def test_we_do_not_write_to_ourselves_under_another_name(sender):
    ground = Ground()
    ground.receive(mail("Ik klaag.", sender=sender, subject="x"))
    assert ground.news() == []


FORM = "form@ront.nl"


@pytest.mark.parametrize(
    ("reply_to", "written_to"),
    [
        ("klachten@ront.nl", {SANNE}),
        (JAN, {SANNE}),
        (FORM, {SANNE}),
        ("a@evil.example, b@evil.example, c@evil.example", {"a@evil.example"}),
        ("a@evil.example\r\nBcc: b@evil.example", {"a@evil.example"}),
        ('"x, b@evil.example" <a@evil.example>', {"a@evil.example"}),
    ],
)
def test_a_form_makes_us_write_one_letter_to_one_person_and_never_to_ourselves(reply_to, written_to):
    ground = Ground(intake={"sources": [FORM]})
    text = f"Naam: X\nE-mail: {SANNE}\nReply-To: d@evil.example\nCc: e@evil.example\nBcc: f@evil.example"
    ground.receive(f"Reply-To: {reply_to}\r\n".encode() + mail(text, sender=FORM, subject="formulier"))
    letters = [letter for letter in ground.news() if letter.to not in {JAN, ELS, PIET}]
    assert {letter.to for letter in letters} == written_to
    assert len(letters) == 1


OWN_LIST = "<klachten.ront.nl>"


def forged_as(way, victim):
    """Return a mail that makes us write to somebody who did not write: by From, by a source, by our own list."""
    match way:
        case "from":
            return mail("Ik klaag.", sender=victim, subject="x")
        case "source":
            return mail(f"Naam: X\nE-mail: {victim}", sender=FORM, subject="formulier", Reply_To=victim)
        case _:
            return mail("Ik klaag.", sender="klachten@ront.nl", subject="x", Reply_To=victim, List_Id=OWN_LIST)


@pytest.mark.parametrize("way", ["from", "source", "list"])
@pytest.mark.parametrize(("verdict", "letters"), [("none", 1), ("pass", 1), ("fail", 0)])
def test_a_victim_gets_one_acknowledgement_at_most_and_none_when_the_mail_server_doubts(way, verdict, letters):
    security = {"authentication": "rfc8601", "trusted_authserv_id": "mx.ront.nl"}
    ground = World(intake={"sources": [FORM], "own_lists": [OWN_LIST]}, security=security)
    result = f"Authentication-Results: mx.ront.nl; dmarc={verdict} header.from=x.example\r\n".encode()
    ground.receive(result + forged_as(way, "victim@x.example"))
    written = [letter for letter in ground.news() if letter.to not in {JAN, ELS, PIET}]
    assert [letter.to for letter in written] == ["victim@x.example"] * letters


def test_a_mail_without_from_makes_us_write_to_one_address_at_most():
    ground = Ground()
    ground.receive(mail("Ik klaag.", sender="", Reply_To="a@evil.example, b@evil.example", Sender="c@evil.example"))
    assert ground.outsiders() <= {"a@evil.example"}


@pytest.mark.parametrize(
    "alias",
    [
        "x" * 10_000,
        "jan\x00",
        "jan\x00 graag",
        "jan\ufffd",
        "Jan Jansen\x00",
        "../jan",
        "j" + "\u0301" * 500,
        "@" * 2_000,
        "jan, sluit",
        "*",
        "",
    ],
)
def test_an_alias_that_is_none_assigns_nobody(alias):
    ground = Ground()
    before = ground.snapshot()
    ground.receive(ground.answered(ground.routed_second, JAN, f"@{alias}".replace("\x00", "\u2400")))
    unharmed(before, ground.snapshot())


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_an_outsider_changes_nothing(attack):
    ground = withstood(attack)
    assert not any(entry.event == "absent" for entry in ground.complaint(FIRST).history)


def test_a_message_that_was_made_to_have_the_name_of_another_does_not_hide_it():
    """Seven hexadecimal digits of a hash take minutes to find again; what is set aside under the same name replaces it."""
    ground = Ground()
    ground.receive(mail("Nieuws", sender="a@bulk.example", subject="eerste", headers={"Precedence": "bulk"}))
    (first,) = ground.store.state.set_aside
    assert len(first.id) >= 1 + 12
    ground.later(days=1)
    ground.sweep()
    label = next(body for _, _, body in ground.last(JAN).buttons.values() if body.startswith("klacht b"))
    ground.receive(ground.answered(ground.last(JAN), JAN, label))
    assert ground.complaint("K2026-0003").subject == "eerste", "and the button knows the longer name"
