"""What a mail server says of a sender, and what senders put there themselves (RFC 8601, Exchange Online)."""

import datetime as dt
from dataclasses import replace

import pytest

from klachtmail.domain.incoming.authentication import is_authenticated
from klachtmail.parse import parse
from tests.attacks.ground import FIRST, JAN, Ground, mail, unharmed
from tests.world import firm

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
OURS = "mx.ront.nl"
RFC8601 = {"authentication": "rfc8601", "trusted_authserv_id": OURS}
MICROSOFT = {"authentication": "microsoft365"}
INTERNAL = "X-MS-Exchange-Organization-AuthAs: Internal"
ENCODED = "=?us-ascii?q?x=3B_dmarc=3Dpass_header=2Efrom=3Dront=2Enl_x?=@evil.example"


def judged(security, *lines, sender=JAN):
    raw = "".join(f"{line}\r\n" for line in lines).encode() + mail("ik", sender=sender)
    return is_authenticated(parse(raw, NOW), firm(security=security))


def results(text, server=f"{OURS};"):
    return f"Authentication-Results: {server} {text}"


@pytest.mark.parametrize(
    "line",
    [
        results("dmarc=pass (p=reject dis=none) header.from=ront.nl"),
        results("dkim=pass (2048-bit key) header.d=ront.nl header.i=@ront.nl header.s=a header.b=x"),
        results("dkim=pass header.i=@ront.nl"),
        results("spf=pass (sender SPF authorized) smtp.mailfrom=jan@ront.nl"),
        results("spf=pass smtp.mailfrom=bounce@mail.ront.nl"),
        results("spf=fail smtp.mailfrom=x@list.example; dkim=pass header.d=ront.nl; dmarc=pass header.from=ront.nl"),
        results("dkim/1 = pass header.d = ront.nl", f"(our own) {OURS.upper()} 1;"),
        results("dmarc=pass\r\n\t(p=none)\r\n\theader.from=ront.nl"),
    ],
)
def test_a_verdict_of_our_own_server_is_believed(line):
    assert judged(RFC8601, line)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("no_field", []),
        ("another_server", [results("dmarc=pass header.from=ront.nl", "mx.evil.example;")]),
        ("server_name_that_begins_like_ours", [results("dmarc=pass header.from=ront.nl", f"{OURS}.evil.example;")]),
        ("server_name_in_a_comment", [results("dmarc=pass header.from=ront.nl", f"evil.example ({OURS});")]),
        (
            "ours_below_a_strangers",
            [results("dmarc=pass header.from=ront.nl", "evil.example;"), results("dmarc=pass header.from=ront.nl")],
        ),
        (
            "a_forged_one_below_ours",
            [results("dmarc=fail header.from=ront.nl"), results("dmarc=pass header.from=ront.nl")],
        ),
        ("pass_of_another_domain", [results("dmarc=pass header.from=evil.example")]),
        ("pass_without_domain", [results("dmarc=pass")]),
        ("dkim_of_another_domain", [results("dkim=pass header.d=evil.example")]),
        ("dkim_of_another_domain_and_our_identity", [results("dkim=pass header.d=evil.example header.i=@ront.nl")]),
        ("dkim_of_the_top_level", [results("dkim=pass header.d=nl")]),
        ("dkim_of_a_domain_that_ends_like_ours", [results("dkim=pass header.d=evilront.nl")]),
        ("spf_of_another_domain", [results("spf=pass smtp.mailfrom=boef@evil.example")]),
        ("spf_with_our_name_as_local_part", [results('spf=pass smtp.mailfrom="jan@ront.nl"@evil.example')]),
        ("spf_of_the_greeting_only", [results("spf=pass smtp.helo=ront.nl")]),
        ("spf_with_the_from_beside_it", [results("spf=pass smtp.mailfrom=evil.example header.from=ront.nl")]),
        ("spf_pass_while_dmarc_fails", [results("spf=pass smtp.mailfrom=x@ront.nl; dmarc=fail header.from=ront.nl")]),
        (
            "verdict_none",
            [results("dkim=none header.d=ront.nl; dmarc=none header.from=ront.nl; spf=softfail smtp.mailfrom=ront.nl")],
        ),
        ("verdict_that_begins_with_pass", [results("dmarc=passed-not header.from=ront.nl")]),
        (
            "result_in_a_comment",
            [results("spf=fail (domain of x; dmarc=pass header.from=ront.nl) smtp.mailfrom=evil.example")],
        ),
        (
            "result_in_a_nested_comment",
            [results("spf=fail (a (b) ; dmarc=pass header.from=ront.nl) smtp.mailfrom=evil.example")],
        ),
        ("result_in_quotes", [results('spf=pass smtp.mailfrom="x; dmarc=pass header.from=ront.nl"@evil.example')]),
        ("result_in_an_encoded_word", [results(f"spf=pass smtp.mailfrom={ENCODED}")]),
        (
            "result_after_another_property",
            [results("spf=pass smtp.mailfrom=evil.example dmarc=pass header.from=ront.nl")],
        ),
        ("two_from_fields", ["From: boef@evil.example", results("dmarc=pass header.from=ront.nl")]),
        (
            "server_name_in_a_folded_comment",
            [results("dmarc=pass header.from=ront.nl", f"evil.example\r\n\t(\r\n\t{OURS};\r\n\t);")],
        ),
        ("server_name_in_an_encoded_word", [results("dmarc=pass header.from=ront.nl", "=?utf-8?q?mx=2Eront=2Enl?=;")]),
        ("server_name_with_a_fullwidth_dot", [results("dmarc=pass header.from=ront.nl", "mx\uff0eront.nl;")]),
        (
            "server_name_in_quotes_with_more_behind",
            [results("dmarc=pass header.from=ront.nl", f'"{OURS}".evil.example;')],
        ),
        ("server_name_with_a_null_byte", [results("dmarc=pass header.from=ront.nl", f"{OURS}\x00.evil.example;")]),
        ("server_name_of_a_subdomain", [results("dmarc=pass header.from=ront.nl", f"relay.{OURS};")]),
        ("field_for_the_original", [f"Authentication-Results-Original: {OURS}; dmarc=pass header.from=ront.nl"]),
        (
            "old_and_x_fields",
            [
                f"{name}-Authentication-Results: {OURS}; dmarc=pass header.from=ront.nl"
                for name in ("X", "Old", "X-Original", "ARC")
            ],
        ),
        (
            "arc_seal_and_message_signature",
            [
                f"ARC-Seal: i=1; cv=pass; d=ront.nl; s={OURS}",
                "ARC-Message-Signature: i=1; d=ront.nl",
                "DKIM-Signature: v=1; d=ront.nl; s=a; b=x",
            ],
        ),
        (
            "received_spf",
            ["Received-SPF: pass (mx.ront.nl: domain of jan@ront.nl designates 1.2.3.4) client-ip=1.2.3.4"],
        ),
        ("header_from_twice", [results("dmarc=pass header.from=evil.example header.from=ront.nl")]),
        ("pass_and_fail", [results("dmarc=pass header.from=ront.nl; dmarc=fail header.from=ront.nl")]),
        ("two_at_signs_in_an_identity", [results("dkim=pass header.i=@ront.nl@evil.example")]),
        ("two_at_signs_in_a_return_path", [results("spf=pass smtp.mailfrom=jan@ront.nl@evil.example")]),
        ("angle_before_the_domain", [results("spf=pass smtp.mailfrom=<jan@ront.nl>@evil.example")]),
        (
            "two_addresses_in_from",
            [
                "Sender: boef@evil.example",
                results("dmarc=pass header.from=ront.nl"),
                "From: jan@ront.nl, boef@evil.example",
            ],
        ),
        ("a_space_before_the_colon", [f"Authentication-Results : {OURS}; dmarc=pass header.from=ront.nl"]),
        ("a_return_in_the_name", [f"Authentication-\rResults: {OURS}; dmarc=pass header.from=ront.nl"]),
        ("another_version", [results("dmarc=pass header.from=ront.nl", f"{OURS} 2;")]),
        ("arc_instead", [f"ARC-Authentication-Results: i=1; {OURS}; dmarc=pass header.from=ront.nl"]),
    ],
)
def test_a_verdict_that_is_not_ours_or_not_about_him_is_not_believed(name, lines):
    assert not judged(RFC8601, *lines)


@pytest.mark.parametrize(
    "lines",
    [
        [INTERNAL],
        [
            "Authentication-Results: spf=pass (sender IP is 1.2.3.4) smtp.mailfrom=ront.nl; dkim=pass (signature was verified) header.d=ront.nl;dmarc=pass action=none header.from=ront.nl;compauth=pass reason=100"
        ],
        [
            "Authentication-Results: dkim=none (message not signed) header.d=none;dmarc=none action=none header.from=ront.nl;",
            INTERNAL,
        ],
    ],
)
def test_exchange_marks_its_own_mail_otherwise(lines):
    assert judged(MICROSOFT, *lines)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("anonymous", ["X-MS-Exchange-Organization-AuthAs: Anonymous"]),
        ("internal_twice", [INTERNAL, "X-MS-Exchange-Organization-AuthAs: Anonymous"]),
        (
            "pass_of_another_domain",
            ["Authentication-Results: spf=pass smtp.mailfrom=evil.example; dmarc=pass header.from=evil.example"],
        ),
        ("a_server_of_the_senders", [results("dmarc=pass header.from=ront.nl", "evil.example;")]),
        (
            "forged_below",
            [
                "Authentication-Results: spf=fail smtp.mailfrom=evil.example; dmarc=fail header.from=ront.nl",
                "Authentication-Results: dmarc=pass header.from=ront.nl",
            ],
        ),
        ("nothing", []),
    ],
)
def test_exchange_is_not_fooled(name, lines):
    assert not judged(MICROSOFT, *lines)


def test_a_right_token_without_a_right_verdict_commands_nothing_and_asks():
    ground = Ground()
    ground.office = replace(ground.office, firm=ground.firm.but(security=ground.firm.security.but(**RFC8601)))
    before = ground.snapshot()
    ground.receive(ground.answered(ground.routed, JAN, "geen klacht: vraag, x"))
    unharmed(before, ground.snapshot())
    assert [x.to for x in ground.news()] == [JAN]
    ground.receive(
        results("dmarc=pass header.from=ront.nl").encode()
        + b"\r\n"
        + ground.answered(ground.routed, JAN, "geen klacht: vraag, x", subject="Re: x")
    )
    assert ground.complaint(FIRST).status == "dismissed"
