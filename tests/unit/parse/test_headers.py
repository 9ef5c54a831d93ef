"""Encoded words and parameters, in all their broken forms."""

import pytest

from klachtmail.parse.header import decoded, parameters


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("=?utf-8?q?a?= =?utf-8?q?b?=", "ab"),
        ("=?utf-8?q?a?=\t =?iso-8859-1?q?=E9?=", "aé"),
        ("=?utf-8?q?een?= en =?utf-8?q?twee?=", "een en twee"),
        ("=?iso-8859-1?Q?Klacht_=E9=E9n?=", "Klacht één"),
        ("=?utf-8?b?4oI=?= =?utf-8?b?rA==?=", "€"),
        ("=?utf-8?B?4oKs", "€"),
        ("=?utf-8?B?4oKs4?=", "€"),
        ("=?utf-8?Q?Wat is dit??=", "Wat is dit?"),
        ("x=?utf-8?q?y?=z", "xyz"),
        ("=?foo?q?caf=E9?=", "café"),
        ("=??q?x?=", "x"),
        ("=?utf-8*nl?q?hoi?=", "hoi"),
        ("=?utf-8?q?=41?=", "A"),
        ("=?utf-8?q?a=0D=0ABcc:_x?=", "a Bcc: x"),
        ("=?utf-8?x?a?=", "=?utf-8?x?a?="),
        ("2 =? 3", "2 =? 3"),
        ("=?utf-16le?b?ANg=?=", "�"),
        ("=?utf-8?b?a!?=", "a!"),
        ("=?utf-8?q?Wat is dit???=", "Wat is dit??"),
    ],
)
def test_encoded_words_are_decoded(value, text):
    assert decoded(value) == text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("application/pdf; name*0*=utf-8''fa%C3%A9; name*1=x.pdf", {"name": "faéx.pdf"}),
        ("a/b; name*1=twee; name*0=een", {"name": "eentwee"}),
        ("a/b; filename*=UTF-8''%e2%82%ac.pdf; filename=x", {"filename": "€.pdf"}),
        ("a/b; filename*=''caf%E9.pdf", {"filename": "café.pdf"}),
        ('a/b; filename="=?utf-8?q?caf=C3=A9.pdf?="', {"filename": "café.pdf"}),
        ("a/b; filename=klacht over cursus.pdf; size=3", {"filename": "klacht over cursus.pdf", "size": "3"}),
        (r'a/b; filename="een \"klacht\".pdf"', {"filename": 'een "klacht".pdf'}),
        ('a/b; filename="niet af', {"filename": "niet af"}),
        ("a/b;;  ; charset = utf-8 ;", {"charset": "utf-8"}),
    ],
)
def test_parameters_are_decoded(value, expected):
    assert parameters(value) == (value.partition(";")[0], expected)
