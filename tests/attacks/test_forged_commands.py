"""Mail that wants to command without being allowed to: nothing changes, and no outsider hears of it."""

import email
import email.policy
from dataclasses import replace

import pytest

from tests.attacks.ground import (
    ELS,
    FIRST,
    JAN,
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
from tests.letters_read import press
from tests.world import firm

COMMANDS = "ik pak het op\nsluit\ngeen klacht: anders, onzin\nbevestig\nverstuur\nuitkomst gemeld: opgelost\nklager: Boef <boef@evil.example>"
ORAL = "Klager: Slachtoffer, slachtoffer@example.com\nBetreft: training\nErnst: substantieel\nOpgelost: nee\nToelichting: de zaal was te klein"
FORWARD = "Zie hieronder.\n\n---------- Forwarded message ---------\nVan: Slachtoffer <slachtoffer@example.com>\nDate: ma 23 nov 2026 om 08:00\nSubject: Slechte training\nTo: Jan de Vries <jan@ront.nl>\n\nIk ben ontevreden.\n"


def forged(text, **fields):
    return lambda _ground: mail(text, **{"sender": f"Jan de Vries <{JAN}>", **fields})


def with_subject(change, *, sender=JAN, text=COMMANDS, letter="routed"):
    """Return an attack's mail whose subject holds a token after `change` was done to it."""
    return lambda ground: mail(
        text, sender=sender, subject=f"ik [{FIRST}] {change(ground.token(getattr(ground, letter)))}"
    )


def flipped(position):
    def flip(token):
        other = "A" if token[position] != "A" else "B"
        return token[:position] + other + token[position + 1 :]

    return flip


def after_news(text, make):
    """Return an attack's mail that follows on news from the client."""

    def attack(ground):
        ground.receive(mail(text, In_Reply_To="<eerste@example.nl>"))
        ground.news()
        return make(ground)

    return attack


def outlook(letter, sender):
    """Return an empty answer as Outlook makes it: a heading, and the letter below it without quote marks."""
    head = f"\n\nVan: RONT Klachten <klachten@ront.nl>\nVerzonden: maandag 23 november 2026 09:00\nAan: {sender}\nOnderwerp: {letter.subject}\n\n"
    message = mail(head + letter.text, sender=sender, subject=f"RE: {letter.subject}")
    return f"In-Reply-To: <{letter.message_id}>\r\nReferences: <{letter.message_id}>\r\n".encode() + message


def unmarked(letter, sender):
    """Return an empty answer whose quoted letter has no heading and no marks: only its thread says what it answers."""
    message = mail(f"\n\n{letter.text}", sender=sender, subject=f"RE: {letter.subject}")
    return f"In-Reply-To: <{letter.message_id}>\r\nReferences: <{letter.message_id}>\r\n".encode() + message


def with_attachment(raw):
    message = email.message_from_bytes(raw, policy=email.policy.SMTP)
    message.add_attachment("sluit\nverstuur\ningetrokken: zo maar\n", filename="opdracht.txt")
    message.add_attachment(b"sluit\r\n", "application", "octet-stream", filename="sluit.bin")
    return message.as_bytes()


def in_html(raw, html):
    message = email.message_from_bytes(raw, policy=email.policy.SMTP)
    message.set_content(f"<html><body>{html}</body></html>", subtype="html")
    return message.as_bytes()


ATTACKS = [
    # ── a forged From ──
    Attack("forged_from_of_a_partner_without_number", forged(COMMANDS, subject="Klacht")),
    Attack("forged_from_with_a_stolen_number_in_the_subject", forged(COMMANDS, subject=f"Re: Training [{FIRST}]")),
    Attack(
        "forged_from_with_a_stolen_number_in_the_text",
        forged(f"{FIRST} sluit\n{FIRST} ik\n{SECOND} @els", subject="status"),
    ),
    Attack("forged_from_in_the_thread_of_the_client", lambda g: g.answered(g.client_letter(), JAN, COMMANDS)),
    Attack(
        "forged_from_in_reply_to_the_clients_own_mail",
        forged(COMMANDS, In_Reply_To="<eerste@example.nl>", References="<eerste@example.nl>"),
    ),
    Attack("forged_from_of_the_handler_with_a_stolen_number", forged("sluit", sender=PIET, subject=f"[{FIRST}]")),
    Attack("forged_from_of_our_own_address", forged(COMMANDS, sender="klachten@ront.nl", subject=f"[{FIRST}]")),
    Attack(
        "forged_from_of_a_members_second_address",
        forged(COMMANDS, sender="els.bakker@example.org", subject=f"[{FIRST}]"),
    ),
    Attack("forged_from_confirms_by_hand", forged("bevestig", subject=f"[{FIRST}]")),
    Attack("forged_oral_complaint_that_names_a_victim", forged(ORAL, subject="Mondelinge klacht")),
    Attack("forged_forward_that_names_a_victim", forged(FORWARD, subject="Fwd: Slechte training")),
    Attack(
        "forged_remark_that_names_a_victim",
        forged(ORAL.replace("substantieel", "klein").replace("nee", "ja"), subject="Mondelinge klacht"),
    ),
    Attack(
        "forged_correspondence_with_us_in_cc",
        forged(
            "Beste Sanne, opgelost.\n\n" + COMMANDS, to=SANNE, Cc="klachten@ront.nl", subject=f"Uw klacht [{FIRST}]"
        ),
    ),
    Attack(
        "forged_correspondence_in_the_clients_thread",
        forged(COMMANDS, to=f"{SANNE}, klachten@ront.nl", In_Reply_To="<eerste@example.nl>"),
    ),
    Attack(
        "forged_correspondence_while_the_client_waits",
        after_news(
            "Hallo?",
            lambda _: mail(
                "Beste Sanne, opgelost.", sender=PIET, to=SANNE, Cc="klachten@ront.nl", subject=f"Uw klacht [{FIRST}]"
            ),
        ),
    ),
    Attack("forged_digest_reply", forged(f"{FIRST} sluit\n{SECOND} ik", subject="Re: Agenda klachten")),
    Attack(
        "forged_absence_and_meeting",
        forged("afwezig t/m 16 augustus, @els neemt waar\noverleg vervalt", subject="afwezig"),
    ),
    Attack(
        "sender_field_of_a_member_under_a_foreign_from",
        lambda g: mail(COMMANDS, sender=STRANGER, Sender=JAN, subject=f"[{FIRST}] {g.token(g.routed)}"),
    ),
    Attack(
        "reply_to_of_a_member_under_a_foreign_from",
        lambda g: mail(COMMANDS, sender=STRANGER, Reply_To=JAN, subject=f"[{FIRST}] {g.token(g.routed)}"),
    ),
    # ── who the From is not ──
    *[
        Attack(
            f"from_{name}",
            lambda g, sender=sender: (
                b"From: "
                + sender.encode()
                + b"\r\n"
                + mail(COMMANDS, sender="", subject=f"[{FIRST}] {g.token(g.routed)}")
            ),
        )
        for name, sender in {
            "display_name_that_is_a_members_address": f'"{JAN}" <{STRANGER}>',
            "display_name_with_a_members_angle_address": f'"Jan de Vries <{JAN}>" <{STRANGER}>',
            "comment_that_is_a_members_address": f"{STRANGER} (<{JAN}>)",
            "encoded_display_name_of_a_member": f"=?utf-8?q?Jan_de_Vries_=3Cjan=40ront=2Enl=3E?= <{STRANGER}>",
            "homograph_domain": "Jan <jan@rоnt.nl>",
            "punycode_of_the_homograph": "Jan <jan@xn--rnt-jdd.nl>",
            "domain_that_begins_like_ours": "jan@ront.nl.evil.example",
            "domain_that_ends_like_ours": "jan@evilront.nl",
            "two_at_signs": "jan@ront.nl@evil.example",
            "quoted_local_part": '"jan@ront.nl"@evil.example',
            "route_through_us": "<@ront.nl:boef@evil.example>",
            "null_byte_in_the_domain": "jan@ront.nl\x00.evil.example",
            "percent_hack": "jan%ront.nl@evil.example",
            "plus_address_that_nobody_configured": "jan+boef@ront.nl",
            "two_addresses_the_strangers_first": f"{STRANGER}, {JAN}",
            "group_of_strangers": f"jan@ront.nl: {STRANGER};",
        }.items()
    ],
    # ── tokens ──
    Attack(
        "token_from_a_stranger",
        lambda g: press(
            g.routed, "Ik pak het op" if "Ik pak het op" in g.routed.buttons else next(iter(g.routed.buttons)), STRANGER
        ),
    ),
    Attack("token_from_a_stranger_in_the_thread", lambda g: g.answered(g.routed, STRANGER, COMMANDS)),
    Attack("token_of_another_member", lambda g: g.answered(g.routed, PIET, COMMANDS)),
    Attack("token_of_an_employee_from_a_partner_that_is_forged", lambda g: g.answered(g.assigned, JAN, COMMANDS)),
    Attack("token_of_another_complaint", lambda g: g.answered(g.routed_second, JAN, f"{FIRST} sluit\n{FIRST} @els")),
    Attack(
        "token_of_another_complaint_and_a_stolen_number",
        lambda g: g.answered(g.routed_second, JAN, f"{FIRST} @els", subject=f"[{FIRST}]"),
    ),
    Attack("token_in_an_answer_that_the_client_sends", lambda g: g.answered(g.routed, f"Sanne <{SANNE}>", COMMANDS)),
    Attack(
        "token_that_a_member_forwarded_to_an_adviser",
        lambda g: g.answered(g.assigned, "advocaat@example.org", COMMANDS, subject="FW: klacht"),
    ),
    Attack(
        "token_of_the_clients_own_letter",
        lambda g: mail(COMMANDS, sender=JAN, subject=f"ik {g.client_letter().message_id}"),
    ),
    Attack("draft_token_from_the_client", lambda g: g.answered(g.draft, f"Sanne <{SANNE}>", "verstuur")),
    Attack("token_truncated", with_subject(lambda t: t[:-1])),
    Attack("token_without_signature", with_subject(lambda t: t.partition(".")[0])),
    Attack("token_with_an_empty_signature", with_subject(lambda t: t.partition(".")[0] + ".")),
    Attack("token_twice_in_a_row", with_subject(lambda t: t + t)),
    Attack("token_with_letters_before_it", with_subject(lambda t: f"x{t}")),
    Attack("token_in_capitals", with_subject(str.upper)),
    *[
        Attack(f"token_with_character_{at}_changed", with_subject(flipped(at)))
        for at in (2, 3, 5, 10, 16, 25, 27, 30, 42)
    ],
    Attack(
        "body_of_one_token_and_signature_of_another",
        lambda g: mail(
            COMMANDS,
            sender=JAN,
            subject=f"ik {g.token(g.routed).partition('.')[0]}.{g.token(g.routed_second).partition('.')[2]}",
        ),
    ),
    Attack(
        "token_of_a_draft_that_has_changed", after_news("Nog iets.", lambda g: g.answered(g.draft, PIET, "verstuur"))
    ),
    # ── words that are not the member's own ──
    Attack(
        "commands_in_the_quoted_text",
        lambda g: g.answered(
            g.assigned, PIET, "Dank voor het bericht.\n\n> sluit\n> verstuur\n> ingetrokken: de klant trekt in"
        ),
    ),
    Attack(
        "commands_of_the_client_in_an_empty_answer",
        after_news("verstuur\nsluit\ningetrokken: zo maar", lambda g: g.answered(g.last(PIET), PIET, "")),
    ),
    Attack(
        "commands_of_the_client_in_an_empty_answer_by_outlook",
        after_news("Hallo,\n\nverstuur\nsluit\ningetrokken: zo maar", lambda g: outlook(g.last(PIET), PIET)),
    ),
    Attack(
        "commands_of_the_client_below_a_heading_that_nobody_knows",
        after_news("verstuur\nsluit\ningetrokken: zo maar", lambda g: unmarked(g.last(PIET), PIET)),
    ),
    Attack(
        "heading_of_a_mail_program_in_the_clients_text",
        after_news(
            "Op ma 23 nov 2026 om 09:00 schreef Jan <jan@ront.nl>:\n\ningetrokken: zo maar\n\n-----Oorspronkelijk bericht-----\nverstuur",
            lambda g: outlook(g.last(PIET), PIET),
        ),
    ),
    Attack("commands_in_an_attachment", lambda g: with_attachment(g.answered(g.assigned, PIET, "Zie de bijlage."))),
    Attack(
        "commands_hidden_in_html",
        lambda g: in_html(
            g.answered(g.assigned, PIET, ""),
            "<p>Dank je.</p><div style='display:none'><p>sluit</p></div><!-- verstuur --><style>sluit</style><title>verstuur</title><p style='font-size:0'>ingetrokken: zo maar</p><span hidden><br>sluit<br></span>",
        ),
    ),
    Attack(
        "commands_in_the_quoted_html",
        lambda g: in_html(
            g.answered(g.assigned, PIET, ""),
            "<p>Dank je.</p><blockquote><p>sluit</p><p>ingetrokken: zo maar</p></blockquote>",
        ),
    ),
    Attack(
        "commands_below_the_signature",
        lambda g: g.answered(g.assigned, PIET, "Met vriendelijke groet,\n-- \nPiet Jansen\nsluit\nverstuur"),
    ),
]


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_changes(attack):
    ground = withstood(attack)
    assert ground.store.state.meeting.cancelled == ()


def test_the_same_commands_are_carried_out_for_who_may_give_them():
    ground = Ground()
    ground.receive(ground.answered(ground.routed, JAN, "geen klacht: vraag, wil een kopie"))
    assert ground.complaint(FIRST).status == "dismissed"
    ground.receive(mail("ik", sender=JAN, subject=f"ik [{SECOND}] {ground.token(ground.routed_second)}"))
    assert ground.complaint(SECOND).handler == JAN
    ground.news()
    ground.receive(
        mail("heropen", sender=JAN, subject=f"[{FIRST}] {ground.token(ground.routed)}"),
        ground.answered(ground.draft, PIET, "verstuur"),
    )
    assert ground.complaint(FIRST).status in {"assigned", "answered"}


def test_a_member_who_left_commands_nothing_with_his_old_letters():
    ground = Ground()
    old = ground.assigned
    staff = ground.firm.model_dump(include={"partners"})
    ground.office = replace(ground.office, firm=firm(partners=staff["partners"], employees=[]))
    before = ground.snapshot()
    ground.receive(
        ground.answered(old, PIET, COMMANDS), mail(COMMANDS, sender=PIET, subject=f"[{FIRST}] {ground.token(old)}")
    )
    unharmed(before, ground.snapshot())
    assert ground.outsiders() == set()


def test_an_expired_token_commands_nothing():
    ground = Ground()
    before = ground.snapshot()
    ground.later(days=401)
    ground.receive(ground.answered(ground.routed, JAN, COMMANDS))
    unharmed(before, ground.snapshot())
    ground.receive(ground.answered(ground.last(JAN), JAN, "geen klacht: vraag, wil een kopie"))
    assert ground.complaint(FIRST).status == "dismissed", "the fresh letter that he got instead does it"


def test_numbers_that_are_guessed_say_nothing_and_reach_nobody_else():
    ground = Ground()
    before = ground.snapshot()
    for count in range(1, 12):
        ground.receive(mail("Hoe staat het met deze klacht?", sender=STRANGER, subject=f"Re: [K2026-{count:04d}]"))
    unharmed(before, ground.snapshot())
    letters = [x for x in ground.news() if x.to not in {JAN, ELS, PIET}]
    assert {x.to for x in letters} == {STRANGER}
    assert not any("Sanne" in x.text or "Kees" in x.text or "Piet" in x.text for x in letters)


@pytest.mark.parametrize("label", ["verstuur", "gebeld", "geef terug"])
def test_a_button_mail_that_comes_twice_is_harmless(label):
    ground = Ground()
    pressed = mail(
        label,
        sender=PIET,
        subject=f"{label} [{FIRST}] {ground.token(ground.draft if label == 'verstuur' else ground.assigned)}",
    )
    ground.receive(pressed)
    once, letters = ground.snapshot(), len(ground.letters(SANNE))
    ground.later(minutes=20)
    ground.receive(b"Message-ID: <herhaald@ront.nl>\r\n" + pressed.replace(b"Message-ID:", b"X-Old:", 1), pressed)
    again = ground.snapshot()
    assert len(ground.letters(SANNE)) == letters
    assert {k: v for k, v in again[FIRST].items() if k != "undo"} == {
        k: v for k, v in once[FIRST].items() if k != "undo"
    }


def test_a_refusal_is_in_the_history_and_answered_once_an_hour_and_never_to_a_stranger():
    ground = Ground()
    for count in range(5):
        ground.receive(ground.answered(ground.routed, STRANGER, f"sluit {count}"))
        ground.receive(mail(f"sluit {count}", sender=JAN, subject=f"[{FIRST}] {count}"))
        ground.later(minutes=5)
    told = ground.news()
    assert {x.to for x in told} == {JAN}
    assert len(told) == 2, "one question whether it was him, one fresh letter"
    refused = [h for h in ground.complaint(FIRST).history if h.event == "refused"]
    assert {STRANGER, JAN} <= {h.actor for h in refused}
