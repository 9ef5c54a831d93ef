"""Mailboxes: who is meant, whatever the display name pretends."""

import pytest

from klachtmail.domain.incoming.message import Address
from klachtmail.parse.address import addresses, bare_address


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ('"jan@ront.nl" <evil@x>', Address("jan@ront.nl", "evil@x")),
        ("jan@ront.nl <evil@x.nl>", Address("jan@ront.nl", "evil@x.nl")),
        ("<jan@ront.nl> <evil@x.nl>", Address("", "evil@x.nl")),
        ("evil@x.nl (jan@ront.nl)", Address("jan@ront.nl", "evil@x.nl")),
        ('"Jan <jan@ront.nl>" evil@x.nl', Address("", "evil@x.nl")),
        (
            "=?utf-8?q?jan=40ront=2Enl_=3Cjan=40ront=2Enl=3E?= <evil@x.nl>",
            Address("jan@ront.nl <jan@ront.nl>", "evil@x.nl"),
        ),
        ("Jan\u202enl <x@y.nl>", Address("Jannl", "x@y.nl")),
        ('"Vries, Jan de" <J.Vries@X.NL>', Address("Jan de Vries", "j.vries@x.nl")),
        ("=?utf-8?q?Vries=2C_Jan_de?= <j@x.nl>", Address("Jan de Vries", "j@x.nl")),
        ("Jan Jansen jan@x.nl", Address("Jan Jansen", "jan@x.nl")),
        ("jan@x.nl (Jan (de oude) Jansen)", Address("Jan (de oude) Jansen", "jan@x.nl")),
        ("<@relay.nl:jan@x.nl>", Address("", "jan@x.nl")),
        ("mailto:jan@x.nl", Address("", "jan@x.nl")),
        ("=?utf-8?q?Jan_=3Cjan=40x=2Enl=3E?=", Address("Jan", "jan@x.nl")),
        ("Jan <jan@x.nl", Address("Jan", "jan@x.nl")),
        ("'Jan' <jan @ x.nl>", Address("Jan", "jan@x.nl")),
        ("Jürgen <jürgen@x.nl>", Address("Jürgen", "jürgen@x.nl")),
        ("Ju\u0308rgen@x.nl", Address("", "jürgen@x.nl")),
        ("=?utf-8?Q?Boer,_Sanne_de?= <s@x.nl>", Address("Sanne de Boer", "s@x.nl")),
        ("=?iso-8859-1?Q?M=FCller,_J=FCrgen?= <s@x.nl>", Address("Jürgen Müller", "s@x.nl")),
        ("=?utf-8?Q?Boer,_Sanne?=\r\n =?utf-8?Q?_de?= <s@x.nl>", Address("Sanne de Boer", "s@x.nl")),
        ("=?utf-8?B?Qm9lciwgU2FubmUgZGU=?= <s@x.nl>", Address("Sanne de Boer", "s@x.nl")),
        ("Boer, Sanne de <s@x.nl>", Address("Sanne de Boer", "s@x.nl")),
        ("Boer\\, Sanne de <s@x.nl>", Address("Sanne de Boer", "s@x.nl")),
        ('"Boer, Sanne de (Sales)" <s@x.nl>', Address("Sanne de Boer (Sales)", "s@x.nl")),
        ('"Jansen Bouw, B.V." <s@x.nl>', Address("Jansen Bouw, B.V.", "s@x.nl")),
        ('"CN=Sanne de Boer/OU=Sales/O=Klant" <s@x.nl>', Address("Sanne de Boer", "s@x.nl")),
        ("Sanne de Boer/Sales/Klant@KLANT", Address("Sanne de Boer", "")),
        ("CN=Sanne de Boer/OU=Sales/O=Klant@KLANT", Address("Sanne de Boer", "")),
        ('"Sanne de Boer/Sales/Klant" <s@x.nl>', Address("Sanne de Boer", "s@x.nl")),
        ("/G=Sanne/S=Boer/O=klant/@gw.x.nl", Address("Sanne Boer", "/g=sanne/s=boer/o=klant/@gw.x.nl")),
        ('"/G=Sanne/S=de Boer/O=klant/"@gw.x.nl', Address("Sanne de Boer", "")),
        ("c=NL;a=400NET;p=KLANT;o=Klant;s=Boer;g=Sanne", Address("Sanne Boer", "")),
        ("De Boer,", Address("De Boer", "")),
        ("Sanne <IMCEAEX-_O=KLANT_CN=RECIPIENTS_CN=SBOER@x.nl>", Address("Sanne", "")),
    ],
)
def test_a_mailbox_is_the_address_that_mail_goes_to(value, expected):
    assert addresses(value) == (expected,)


def test_a_surname_without_quotes_belongs_to_the_address_behind_it_and_not_to_the_next_one():
    assert addresses("Boer, Sanne de <s@x.nl>, Jan <j@x.nl>, Bakker, Els <e@x.nl>") == (
        Address("Sanne de Boer", "s@x.nl"),
        Address("Jan", "j@x.nl"),
        Address("Els Bakker", "e@x.nl"),
    )
    assert [each.address for each in addresses("jan@ront.nl, Sanne <s@x.nl>")] == ["jan@ront.nl", "s@x.nl"]


def test_groups_and_separators_are_read():
    assert [each.address for each in addresses("Vrienden: a@b.nl, c@d.nl;, e@f.nl; g@h.nl")] == [
        "a@b.nl",
        "c@d.nl",
        "e@f.nl",
        "g@h.nl",
    ]
    assert addresses("undisclosed-recipients:;") == ()


@pytest.mark.parametrize("text", ["jan@MÜNCHEN.de", "jan@xn--mnchen-3ya.de"])
def test_a_domain_is_normalised_to_a_labels(text):
    assert bare_address(text) == "jan@xn--mnchen-3ya.de"


def test_sharp_s_stays_another_domain_than_ss():
    assert bare_address("jan@straße.de") == "jan@xn--strae-oqa.de"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "@",
        "jan",
        "jan@",
        "@x.nl",
        "a@b@c.nl",
        '"a b"@x.nl',
        "jan@[1.2.3.4]",
        "jan@x..nl",
        "jan@-x.nl",
        ".jan@x.nl",
        "jan.@x.nl",
        "j" * 65 + "@x.nl",
        "jan@" + "x" * 64 + ".nl",
        "jan@" + "x.nl" * 90,
        "jän@x.nl".replace("ä", "\u200b"),
        "ä" * 33 + "@x.nl",
        "imceaex-_o=klant_cn=sboer@x.nl",
        "boer/sales/klant@klant",
        "jan@x.nl\nBcc: y@z.nl",
        "jan(de oude)bakker@x.nl",
        "jan@x(y)z.nl",
        "jan@x.nl\0",
        "ja\0n@x.nl",
    ],
)
def test_what_cannot_be_delivered_is_no_address(text):
    assert bare_address(text) == ""
