"""A third table of attacks: conversations that are taken over, mail in mail, lies of programs, new commands, other languages."""

import base64
import io
import zipfile

import pytest

from tests.attacks.ground import ELS, FIRST, JAN, KEES, PIET, SANNE, SECOND, STRANGER, Attack, Ground, mail, withstood
from tests.attacks.test_fresh_attacks import bounce

COMMANDS = "ik pak het op\nsluit\ngeen klacht: anders, onzin\nverstuur\nuitkomst gemeld: opgelost\ningetrokken: zo maar\noverleg vervalt"
MINE = frozenset({STRANGER})
HIS = frozenset({KEES})


def headed(lines, text=COMMANDS, *, sender=STRANGER, subject="Vraag"):
    """Return a mail with these header lines, of which each may use the ground."""

    def attack(ground):
        above = "".join(f"{line}\r\n" for line in (lines(ground) if callable(lines) else lines))
        return above.encode("utf-8", "surrogateescape") + mail(
            text, sender=sender, subject=subject, message_id="h@x.example"
        )

    return attack


def raw(content_type, body, *, sender=PIET, thread="assigned", encoding="", subject="Re: klacht"):
    """Return a mail with this body, in answer to a letter of the member who has it."""

    def attack(ground):
        name = getattr(ground, thread).message_id if thread else ""
        answers = f"In-Reply-To: <{name}>\r\nReferences: <{name}>\r\n" if name else ""
        coded = f"Content-Transfer-Encoding: {encoding}\r\n" if encoding else ""
        head = f"From: {sender}\r\nTo: klachten@ront.nl\r\nSubject: {subject}\r\nMessage-ID: <raw@x.example>\r\nMIME-Version: 1.0\r\n"
        said = body if isinstance(body, bytes) else body.encode("utf-8", "surrogateescape")
        return f"{head}{answers}Content-Type: {content_type}\r\n{coded}\r\n".encode() + said + b"\r\n"

    return attack


def parts(*contents, kind="mixed"):
    """Return the body of a multipart with the boundary 'b'."""
    return "".join(f"--b\r\n{each}\r\n" for each in contents) + "--b--", f"multipart/{kind}; boundary=b"


def composed(*contents, kind="mixed", **fields):
    body, content_type = parts(*contents, kind=kind)
    return raw(content_type, body, **fields)


def zipped(files):
    """Return the part of a mail that is an archive of these files."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    coded = base64.encodebytes(held.getvalue()).decode()
    return f'Content-Type: application/zip; name="a.zip"\r\nContent-Transfer-Encoding: base64\r\n\r\n{coded}'


THANKS = "Content-Type: text/plain\r\n\r\nDank je."
MEMBERS_MAIL = f"From: {JAN}\r\nTo: klachten@ront.nl\r\nSubject: ik\r\n\r\n{COMMANDS}"
CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:{0}\r\nBEGIN:VEVENT\r\nSUMMARY:sluit\r\nDESCRIPTION:verstuur\\nsluit\\ningetrokken: x\r\nEND:VEVENT\r\nEND:VCALENDAR"

CONVERSATIONS = [
    Attack("references_to_the_clients_letter_by_a_stranger", headed(lambda g: [f"References: <{g.client_letter().message_id}>"])),
    Attack("in_reply_to_a_members_letter_by_another_client", lambda g: g.answered(g.assigned, KEES, COMMANDS)),
    Attack("references_in_which_a_token_stands_between_two_hundred_others", headed(lambda g: ["References: " + " ".join([*(f"<{n}@x.nl>" for n in range(100)), f"<{g.assigned.message_id}>", *(f"<{n}@y.nl>" for n in range(100))])]), MINE),
    Attack("references_with_the_token_at_another_domain", headed(lambda g: [f"References: <{g.token(g.assigned)}@evil.example>"])),
    Attack("references_with_a_bare_token", headed(lambda g: [f"References: {g.token(g.assigned)}"]), MINE),
    Attack("references_with_a_token_in_a_comment", headed(lambda g: [f"References: ({g.token(g.assigned)}) <x@y.nl>"]), MINE),
    Attack("references_folded_within_the_token", headed(lambda g: [f"References: <{g.token(g.assigned)[:20]}", f" {g.token(g.assigned)[20:]}@ront.nl>"]), MINE),
    Attack("two_references_fields_of_two_clients", headed(["References: <eerste@example.nl>", "References: <tweede@example.org>"])),
    Attack("in_reply_to_the_conversation_that_all_mail_to_one_member_refers_to", headed(lambda g: [f"In-Reply-To: {g.assigned.message['References'].split()[0]}"]), MINE),
    Attack("thread_index_of_exchange_and_a_topic", headed([f"Thread-Topic: Uw klacht [{FIRST}]", "Thread-Index: AdHk3h1oMZ3q8xVQS0K0n5cQnJ6N7g=="]), MINE),
    Attack("resent_message_id_of_a_members_letter", headed(lambda g: [f"Resent-Message-ID: <{g.assigned.message_id}>", f"Resent-From: {PIET}"]), MINE),
    Attack("original_message_id_of_the_client", headed(["X-MS-TNEF-Correlator: <eerste@example.nl>", "Original-Message-ID: <eerste@example.nl>"]), MINE),
    Attack("obsoletes_and_supersedes_the_clients_mail", headed(["Supersedes: <eerste@example.nl>", "Obsoletes: <eerste@example.nl>"]), MINE),
    Attack("cancel_of_usenet", headed(["Control: cancel <eerste@example.nl>"]), MINE),
    Attack("message_id_of_the_clients_first_mail", lambda _: mail(COMMANDS, sender=STRANGER, message_id="eerste@example.nl"), MINE),
    Attack("message_id_with_a_members_token_and_his_from", lambda g: mail(COMMANDS, sender=PIET, message_id=f"{g.token(g.assigned)}@x.example")),
    Attack("subject_with_both_numbers_by_one_client", headed([], sender=f"Kees <{KEES}>", subject=f"akkoord [{FIRST}] [{SECOND}]")),
    Attack("subject_with_the_number_in_other_digits", headed([], subject="Re: [K２０２６-０００１]"), MINE),
    Attack("subject_with_a_number_longer_than_any", headed([], subject=f"Re: [K2026-{'0' * 400}1]"), MINE),
]  # fmt: skip


def mangled(change):
    return lambda g: mail(
        COMMANDS, sender=STRANGER, subject=f"ik [{FIRST}] {change(g.token(g.assigned))}", message_id="m@x.example"
    )


TOKENS = [
    Attack(f"token_of_a_stranger_{name}", mangled(change), MINE)
    for name, change in {
        "in_full_width": lambda t: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in t),
        "with_a_soft_hyphen": lambda t: t[:9] + "\u00ad" + t[9:],
        "with_a_joiner": lambda t: t[:9] + "\u200d" + t[9:],
        "with_a_mark_above": lambda t: t[:9] + "\u0301" + t[9:],
        "with_a_cyrillic_k": lambda t: "к" + t[1:],
        "turned_around": lambda t: "\u202e" + t[::-1],
        "in_base64": lambda t: base64.b64encode(t.encode()).decode(),
        "in_percent_signs": lambda t: "".join(f"%{ord(c):02x}" for c in t),
        "with_another_version_of_its_dot": lambda t: t.replace(".", "\u2024"),
        "with_padding": lambda t: t + "==",
        "with_a_space_within": lambda t: t[:9] + " " + t[9:],
        "without_its_beginning": lambda t: t[2:],
    }.items()
] + [
    Attack("token_of_a_stranger_in_two_encoded_words", lambda g: f"Subject: =?utf-8?q?ik_{g.token(g.assigned)[:20]}?=\r\n =?utf-8?q?{g.token(g.assigned)[20:].replace('_', '=5F')}?=\r\n".encode() + mail(COMMANDS, sender=STRANGER).replace(b"Subject:", b"X-S:", 1)),
    Attack("token_of_piet_and_a_from_of_jan_by_its_encoded_word", lambda g: f"From: =?utf-8?q?Piet?= <{JAN}>\r\n".encode() + mail(COMMANDS, sender="", subject=f"{g.token(g.assigned)}")),
    Attack("tokens_of_all_members_at_once", lambda g: mail(COMMANDS, sender=STRANGER, subject=" ".join(g.token(x) for x in (g.routed, g.assigned, g.draft, g.routed_second)))),
    Attack("draft_token_of_piet_by_jan", lambda g: mail("verstuur", sender=JAN, subject=f"verstuur {g.token(g.draft)}")),
    Attack("draft_token_of_piet_by_the_client_of_another_complaint", lambda g: g.answered(g.draft, KEES, "verstuur")),
]  # fmt: skip

WITHIN = [
    Attack("mail_within_a_members_answer", composed(THANKS, f"Content-Type: message/rfc822\r\n\r\n{MEMBERS_MAIL}")),
    Attack("mail_within_a_members_answer_shown_inline", composed(THANKS, f"Content-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\n{MEMBERS_MAIL}")),
    Attack("mail_within_mail_within_a_members_answer", composed(THANKS, f"Content-Type: message/rfc822\r\n\r\nFrom: {PIET}\r\nContent-Type: message/rfc822\r\n\r\n{MEMBERS_MAIL}")),
    Attack("digest_of_mails_with_commands", composed(f"\r\n{MEMBERS_MAIL}", f"\r\n{MEMBERS_MAIL}", kind="digest")),
    Attack("mail_of_other_letters_than_ascii_within", composed(THANKS, f"Content-Type: message/global\r\n\r\n{MEMBERS_MAIL}")),
    Attack("nothing_but_a_mail_within", composed(f"Content-Type: message/rfc822\r\n\r\n{MEMBERS_MAIL}")),
    Attack("mail_within_as_base64", composed(THANKS, "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(MEMBERS_MAIL.encode()).decode())),
    Attack("saved_mail_in_a_zip", composed(THANKS, zipped({"a.eml": MEMBERS_MAIL}))),
    Attack("zip_in_a_zip_with_commands", composed(THANKS, zipped({"b.zip": "PK", "sluit.txt": "sluit"}))),
    Attack("zip_of_ten_thousand_names", composed(THANKS, zipped({f"{n}.eml": "" for n in range(3000)}))),
    Attack("zip_with_paths_that_lead_out", composed(THANKS, zipped({"../../etc/passwd": "x", "C:\\\\x.eml": MEMBERS_MAIL}))),
    Attack("related_page_whose_picture_is_a_text_with_commands", composed("Content-Type: text/html\r\n\r\n<p>Dank je.</p><img src='cid:x'>", "Content-Type: text/plain\r\nContent-ID: <x>\r\n\r\nsluit\r\ningetrokken: x", kind="related")),
    Attack("alternative_whose_second_text_says_something_else", composed("Content-Type: text/plain\r\n\r\nDank je.", "Content-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nsluit\r\ningetrokken: x", kind="alternative")),
    Attack("encrypted_with_a_plain_text_below", composed("Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1", "Content-Type: application/octet-stream\r\n\r\n-----BEGIN PGP MESSAGE-----\r\nsluit\r\n-----END PGP MESSAGE-----", kind="encrypted")),
    Attack("signed_of_which_the_signature_says_commands", composed(THANKS, "Content-Type: application/pgp-signature\r\n\r\nsluit\r\ningetrokken: x", kind="signed")),
    Attack("card_with_commands", raw("text/vcard", "BEGIN:VCARD\r\nFN:sluit\r\nNOTE:ingetrokken: x\r\nEND:VCARD")),
    Attack("table_with_commands", raw('text/csv; name="a.csv"', "sluit\r\ningetrokken: x\r\n")),
    Attack("page_of_amp_with_commands", composed("Content-Type: text/plain\r\n\r\nDank je.", "Content-Type: text/x-amp-html\r\n\r\n<html amp4email><body>sluit<br>ingetrokken: x</body></html>", kind="alternative")),
    *[Attack(f"calendar_{method.lower()}_with_commands", raw(f"text/calendar; method={method}", CALENDAR.format(method))) for method in ("REQUEST", "COUNTER", "CANCEL", "PUBLISH", "ADD", "REFRESH", "DECLINECOUNTER")],
    *[Attack(f"calendar_{method.lower()}_beside_thanks", composed(THANKS, f"Content-Type: text/calendar; method={method}\r\n\r\n{CALENDAR.format(method)}", kind="alternative")) for method in ("REQUEST", "REPLY", "CANCEL")],
]  # fmt: skip


def report(fields, *, sender="MAILER-DAEMON@evil.example", kind="delivery-status", original="", more=""):
    """Return a report of some kind with these fields about a letter of ours."""

    def attack(ground):
        about = original(ground) if callable(original) else original
        return (
            f"From: {sender}\r\nTo: klachten@ront.nl\r\nSubject: Report\r\nMessage-ID: <r@evil.example>\r\nMIME-Version: 1.0\r\n{more}"
            f'Content-Type: multipart/report; report-type={kind}; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n{COMMANDS}\r\n'
            f"--b\r\nContent-Type: message/{kind}\r\n\r\n{fields}\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
            f"Message-ID: <{about}>\r\nFrom: klachten@ront.nl\r\nTo: x@example.nl\r\nSubject: sluit\r\n\r\n{COMMANDS}\r\n--b--\r\n"
        ).encode()

    return attack


def failed(to, action="failed", status="5.1.1"):
    return f"Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; {to}\r\nAction: {action}\r\nStatus: {status}\r\n"


def of_assigned(g):
    return g.assigned.message_id


PROGRAMS = [
    *[Attack(f"report_that_says_{action}_of_a_members_letter", report(failed(PIET, action, status), original=of_assigned)) for action, status in (("failed", "5.1.1"), ("delayed", "4.0.0"), ("delivered", "2.0.0"), ("relayed", "2.0.0"), ("expanded", "2.0.0"), ("onzin", "9.9.9"))],
    Attack("report_from_the_client_about_a_members_letter", report(failed(PIET), original=of_assigned, sender=SANNE)),
    Attack("report_from_a_member_about_his_own_letter", report(failed(PIET), original=of_assigned, sender=PIET)),
    Attack("report_about_a_hundred_recipients", report("".join(failed(f"x{n}@example.nl") + "\r\n" for n in range(100)))),
    Attack("report_about_all_members", report("".join(failed(each) + "\r\n" for each in (JAN, ELS, PIET)))),
    Attack("report_whose_letter_is_of_another_client", report(failed(SANNE), original=lambda g: g.client_letter(KEES).message_id)),
    Attack("report_of_abuse_about_a_members_letter", report("Feedback-Type: abuse\r\nOriginal-Mail-From: klachten@ront.nl", kind="feedback-report", original=of_assigned)),
    Attack("receipt_of_a_members_letter", report(f"Final-Recipient: rfc822; {PIET}\r\nDisposition: manual-action/MDN-sent-manually; deleted", kind="disposition-notification", original=of_assigned, sender=PIET)),
    Attack("tracking_status_of_a_members_letter", report(failed(PIET), kind="tracking-status", original=of_assigned)),
    Attack("failed_recipients_of_exim", headed(lambda g: [f"X-Failed-Recipients: {PIET}, {JAN}", f"In-Reply-To: <{g.assigned.message_id}>", "Return-Path: <>"], sender="Mail Delivery System <Mailer-Daemon@x.example>")),
    Attack("report_of_old_qmail", headed(["Return-Path: <>"], f"Hi. This is the qmail-send program at x.\n\n<{SANNE}>:\n550 sluit\n\n--- Below this line is a copy of the message.\n\n{COMMANDS}", sender="MAILER-DAEMON@x.example", subject="failure notice")),
    Attack("bounce_whose_reason_is_a_page", lambda g: bounce(to=SANNE, original=f"<{g.client_letter().message_id}>", text="<script>sluit</script>\r\n\r\nverstuur")),
    Attack("bounce_with_a_token_as_its_reason", lambda g: bounce(to=KEES, text=g.token(g.assigned))),
    Attack("vacation_of_jan_with_piets_token", lambda g: b"Auto-Submitted: auto-replied\r\n" + g.answered(g.assigned, JAN, "Ik ben afwezig tot 7 december.")),
    Attack("vacation_of_piet_under_another_address", lambda g: b"Auto-Submitted: auto-replied\r\n" + g.answered(g.assigned, "piet@ront.nl.evil.example", "Ik ben afwezig tot 7 december.")),
    Attack("recall_of_a_members_answer", headed(lambda g: [f"In-Reply-To: <{g.assigned.message_id}>"], "Piet Jansen wil het bericht intrekken.", sender=PIET, subject="Intrekken: sluit")),
    Attack("thumb_of_a_stranger_below_a_members_letter", lambda g: g.answered(g.assigned, STRANGER, "👍")),
    Attack("thumb_of_another_client_below_the_clients_letter", lambda g: g.answered(g.client_letter(), KEES, "👍")),
    Attack("word_of_another_client_below_our_question", lambda g: g.answered(g.client_letter(), KEES, "slecht")),
    Attack("aggregate_report_of_dmarc", headed([], "sluit", sender="noreply-dmarc-support@google.com", subject="Report domain: ront.nl Submitter: google.com Report-ID: 1")),
]  # fmt: skip


def by(sender):
    return lambda g: (
        f"From: {sender}\r\n".encode() + mail(COMMANDS, sender="", subject=f"ik [{FIRST}] {g.token(g.routed)}")
    )


ADDRESSES = [
    Attack(f"jan_{name}", by(sender), outsiders)
    for name, sender, outsiders in (
        ("with_a_cyrillic_a", "jаn@ront.nl", frozenset()),
        ("with_a_dotless_i", "pıet@ront.nl", frozenset()),
        ("in_full_width", "ｊａｎ@ront.nl", frozenset()),
        ("with_a_tag", "jan+klacht@ront.nl", frozenset()),
        ("with_two_tags", "jan+a+b@ront.nl", frozenset()),
        ("with_a_tag_before_it", "klacht+jan@ront.nl", frozenset()),
        ("with_a_hyphen_for_a_tag", "jan-klacht@ront.nl", frozenset()),
        ("as_els_without_her_dot", "elsbakker@example.org", frozenset()),
        ("as_els_with_a_tag", "els.bakker+x@example.org", frozenset()),
        ("at_another_host_of_the_firm", "jan@mail.ront.nl", frozenset()),
        ("with_a_look_alike_host", "jan@ronţ.nl", frozenset()),
        ("with_an_underscore", "jan_@ront.nl", frozenset()),
        ("quoted", '"jan"@ront.nl', frozenset()),
        ("with_a_comment_in_it", "j(x)an@ront.nl", frozenset()),
        ("with_a_bang_path", "ront.nl!jan@evil.example", frozenset()),
        ("in_x400", "/G=jan/S=vries/O=ront/@evil.example", frozenset()),
        ("with_a_tab", "jan\t@evil.example (ront.nl)", frozenset()),
        ("as_a_literal", "jan@[ront.nl]", frozenset()),
        ("at_localhost", "jan@localhost", frozenset()),
        ("with_two_signs", "jan@ront.nl@localhost", frozenset()),
    )
] + [
    Attack(f"stranger_{name}", headed(lambda g, lines=lines: [*lines, f"References: <{g.assigned.message_id}>"], sender=STRANGER))
    for name, lines in {
        "with_a_return_path_of_a_member": [f"Return-Path: <{PIET}>"],
        "with_an_envelope_of_a_member": [f"X-Envelope-From: {PIET}", f"X-Sender: {PIET}", f"Envelope-From: {PIET}"],
        "resent_by_a_member_twice": [f"Resent-From: {PIET}", f"Resent-From: {JAN}", "Resent-To: klachten@ront.nl"],
        "on_behalf_of_a_member": [f"Sender: {PIET}", f"X-Original-Sender: {PIET}", f"On-Behalf-Of: {PIET}"],
        "whose_arc_says_that_he_is_a_member": [f"ARC-Authentication-Results: i=1; mx.ront.nl; dmarc=pass header.from=ront.nl; smtp.mailfrom={PIET}"],
        "whom_exchange_would_call_internal": ["X-MS-Exchange-Organization-AuthAs: Internal", f"X-MS-Exchange-Organization-AuthSource: {PIET}"],
        "through_a_list_of_ours": ["List-Id: <klachten.ront.nl>", f"Reply-To: {PIET}", "List-Post: <mailto:klachten@ront.nl>"],
        "delivered_to_a_member": [f"Delivered-To: {PIET}", "X-Forwarded-To: klachten@ront.nl", f"X-Forwarded-For: {PIET} klachten@ront.nl"],
        "with_two_thousand_fields": [f"X-{n}: a" for n in range(2_000)],
        "with_a_field_of_a_megabyte": ["X-Long: " + "a" * 1_000_000],
        "with_a_field_name_of_ten_thousand_letters": ["X" * 10_000 + ": a"],
    }.items()
]  # fmt: skip

UTF7 = "+AHMAbAB1AGkAdA- "  # 'sluit'
CHARSETS = [
    Attack("commands_in_utf_7", raw("text/plain; charset=utf-7", f"{UTF7}\r\n")),
    Attack("commands_in_utf_7_under_its_old_name", raw("text/plain; charset=unicode-1-1-utf-7", UTF7)),
    Attack("commands_in_a_charset_of_mainframes", raw("text/plain; charset=cp037", "sluit".encode("cp037"))),
    Attack("commands_in_a_charset_with_another_direction", raw("text/plain; charset=utf-8", "\u202e" + "sluit"[::-1])),
    Attack("commands_behind_an_escape_of_iso_2022", raw("text/plain; charset=iso-2022-jp", b"\x1b$B$3$l\x1b(B Dank\x1b[8m")),
    Attack("commands_in_hz", raw("text/plain; charset=hz-gb-2312", b"~{abc~} Dank je.")),
    Attack("charset_that_is_code", raw('text/plain; charset="rot13"', "fyhvg")),
    Attack("charset_that_unpacks", raw('text/plain; charset="zlib_codec"', "Dank je.")),
    Attack("charset_that_is_hexadecimal", raw('text/plain; charset="hex"', "736c756974")),
    Attack("charset_with_a_path", raw('text/plain; charset="../../etc/passwd"', "Dank je.")),
    Attack("charset_of_ten_thousand_letters", raw(f'text/plain; charset="{"x" * 10_000}"', "Dank je.")),
    Attack("charset_of_idna", raw('text/plain; charset="punycode"', "Dank je.")),
    Attack("subject_in_a_charset_that_is_code", headed(["Subject: =?rot13?q?fyhvg?="], sender=KEES, subject="x"), HIS),
    Attack("from_in_utf_7", lambda g: b"From: =?utf-7?q?jan+AEA-ront.nl?= <boef@evil.example>\r\n" + mail(COMMANDS, sender="", subject=f"{g.token(g.routed)}")),
    Attack("quoted_printable_that_hides_a_line_end", raw("text/plain", "Dank je.=0Asluit=0Dingetrokken: x", sender=STRANGER, encoding="quoted-printable")),
    Attack("base64_with_commands_behind_its_end", raw("text/plain", base64.b64encode(b"Dank je.").decode() + "\r\n\r\nsluit\r\ningetrokken: x", encoding="base64")),
]  # fmt: skip

NOT = [
    "Nicht senden", "Do not send this", "Ne pas envoyer", "No enviar", "Non inviare", "Skicka inte", "Ikke send", "Nie wysyłać", "Не отправлять",
    "Gönderme", "verstuur niet", "nog niet versturen", "verstuur dit vooral niet", "send? no!", "Verstuur jij?", "niks versturen", "verstuurd?", "sturen kan niet",
    "als jan akkoord is verstuur", "zal ik versturen", "送信しないで", "لا ترسل",
]  # fmt: skip

LANGUAGES = [
    *[Attack(f"no_in_other_words_{n}", lambda g, said=said: g.answered(g.draft, PIET, said)) for n, said in enumerate(NOT)],
    *[Attack(f"client_who_commands_in_{name}", lambda g, said=said: g.answered(g.client_letter(), SANNE, said)) for name, said in {"english": "close\nsend", "german": "schließen\nsenden", "french": "fermer\nenvoyer", "dutch": "sluit\nverstuur\nakkoord"}.items()],
]  # fmt: skip

ASKED = ["kwartaal 4", "mijn klachten", "open @piet", "inzage sanne@example.nl", "inzage: Sanne de Boer", "vergeet sanne@example.nl", "vergeet sanne@example.nl zeker", "jaarverslag", "register", "steekproef 5", "bewijs", "mondeling", "zoek zaal", "agenda", "dossier", "bewaar langer: x", "algemene maatregel: x", "directiebeoordeling: x", "overleg vervalt", "groep K2026-0001 K2026-0002"]  # fmt: skip
MANNERS = {
    "by_a_stranger": (lambda g, said: mail(said, sender=STRANGER, subject=said), MINE),
    "by_a_stranger_with_a_token": (lambda g, said: g.answered(g.routed, STRANGER, said), frozenset()),
    "by_the_client_in_her_thread": (lambda g, said: g.answered(g.client_letter(), SANNE, said), frozenset()),
    "by_a_forged_partner": (lambda g, said: mail(said, sender=JAN, subject=said), frozenset()),
    "hidden_in_a_members_page": (None, frozenset()),
}


def hidden(said):
    page = f"<p>Dank je.</p><div style='display:none'>{said}</div><p style='color:#fff;font-size:0'>{said}</p>"
    return raw("text/html", f"<html><body>{page}</body></html>", sender=JAN, thread="routed")


def asked(said, manner):
    made, outsiders = MANNERS[manner]
    attack = hidden(said) if made is None else lambda g: made(g, said)
    name = said.replace(" ", "_").replace("@", "at_").replace(":", "")
    return Attack(f"{name}_{manner}", attack, outsiders)


QUESTIONS = [asked(said, manner) for said in ASKED for manner in MANNERS]
ATTACKS = [*CONVERSATIONS, *TOKENS, *WITHIN, *PROGRAMS, *ADDRESSES, *CHARSETS, *LANGUAGES, *QUESTIONS]
TOLD_NOTHING = {"De factuur klopt niet", "De trainer was te laat", "06-12345678"}


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_done_and_nobody_outside_hears_of_it(attack):
    ground = withstood(attack)
    assert ground.store.state.meeting.cancelled == ()
    assert ground.store.state.measures == ()
    assert ground.complaint(FIRST).draft is not None, "the draft is still there, and has not gone"
    assert ground.complaint(FIRST).answered_at is None


@pytest.mark.parametrize("said", ASKED)
def test_an_employee_who_asks_for_what_is_the_partners_gets_nothing_of_others(said):
    ground = Ground()
    before = ground.snapshot()
    ground.receive(ground.answered(ground.assigned, PIET, said))
    told = "".join(f"{letter.text}{letter.html}" for letter in ground.news() if letter.to == PIET)
    assert not [word for word in ("De factuur klopt niet", KEES) if word in told]
    assert ground.snapshot()[SECOND] == before[SECOND]


def test_every_attack_has_a_name_of_its_own_and_there_are_many():
    names = [attack.name for attack in ATTACKS]
    assert len(names) == len(set(names)) >= 230
