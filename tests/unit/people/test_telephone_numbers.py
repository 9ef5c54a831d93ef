"""Telephone numbers in the ways in which clients write them, and the digits that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtmail.domain.people.telephone import countries_of, telephone_of, telephones
from tests.world import JAN, World, mail

WRITTEN = {
    "with blanks around the dash": ("T 026 - 351 20 44", "+31263512044"),
    "the area in brackets": ("tel. (0318) 62 14 90", "+31318621490"),
    "an en dash": ("telefoon 0570 – 61 22 39", "+31570612239"),
    "a dash that does not break": ("06\u20115123 4477", "+31651234477"),
    "blanks that do not break": ("06\u00a051\u00a023\u00a044\u00a077", "+31651234477"),
    "dots": ("06.51.23.44.77", "+31651234477"),
    "a stroke behind the 06": ("06/51234477", "+31651234477"),
    "the zero in brackets": ("M +31(0)6-51 23 44 77", "+31651234477"),
    "the zero in brackets behind 0031": ("0031 (0)6 51 23 44 77", "+31651234477"),
    "0031 with blanks": ("0031 6 51 23 44 77", "+31651234477"),
    "without a plus": ("WhatsApp: 31651234477", "+31651234477"),
    "a letter O": ("bel O6-51234477", "+31651234477"),
    "a firm's 088": ("T: 088 - 214 30 30", "+31882143030"),
    "an extension": ("tel 0318-621490 toestel 12", "+31318621490"),
    "hours behind it": ("06 51234477 9-17 uur", "+31651234477"),
    "below its label": ("Telefoon:\n06 51234477", "+31651234477"),
    "a full stop behind it": ("U bereikt mij op 06 51 23 44 77.", "+31651234477"),
    "a number that nobody has yet": ("mijn nummer is 06 98765432", "+31698765432"),
    "Belgian": ("gsm +32 475 12 34 56", "+32475123456"),
    "German": ("Tel. +49 2561 12345", "+49256112345"),
    "French": ("Mon portable : +33 6 12 34 56 78", "+33612345678"),
    "British": ("call me on +44 (0)7911 123456", "+447911123456"),
    "foreign, that nobody has yet": ("+44 7700 900123", "+447700900123"),
    "a fax first": ("Fax 0318-621491\nTel 0318-621490", "+31318621490"),
    "two of them": ("Bel 0318-621490 of 0651234477", "+31318621490"),
    "two with a stroke between": ("06-51234477 / 0318-621490", "+31651234477"),
    "an order's number before it": ("cursistnummer 0201234567, mobiel 0651234477", "+31651234477"),
    "ours before his": ("Ik heb gebeld naar 0900-1234. Terugbellen kan op 020 764 43 21", "+31207644321"),
    "our colleague called him": ("Uw collega heeft mij gebeld op 06-51234477", "+31651234477"),
    "where he can be reached, and called before": (
        "Ik ben bereikbaar op 055-5341234, gebeld heb ik al",
        "+31555341234",
    ),
    "from an hour on": ("Bel mij vanaf 17 uur op 06 51234477", "+31651234477"),
    "you called him": ("Jullie hebben mij gebeld op 06-51234477, daar ben ik te bereiken", "+31651234477"),
    "a mobile behind nothing but the word for a number": ("onder nummer 0651234477", "+31651234477"),
    "he likes to be called": ("Ik word graag gebeld op 06-51234477", "+31651234477"),
}
NONE = {
    "an account": "Graag terug op NL20INGB0417164300",
    "an account in fours": "op NL20 INGB 0417 1643 00 graag",
    "an offer's number": "volgens de offerte (nr. 0201234567)",
    "an order's number": "Ordernr 0688-2026-11",
    "an invoice": "factuur met nummer 0551234567",
    "the chamber of commerce": "KvK 08123456",
    "a citizen's number": "BSN 012345678",
    "a fax": "Mijn faxnummer is 055-1112222",
    "a day and an hour": "Ik wacht sinds 01-11-2026 14:00 op antwoord",
    "a day": "geboren 06-12-1984",
    "hours": "09.00 10.30 11.00 12.30 13.45",
    "somebody pays": "0906-123456 of 0900 1234",
    "ours": "Ik heb jullie drie keer gebeld op 038 421 22 33 en kreeg niemand",
    "ours, called at it": "Ik heb jullie vorige week op 055-5341234 gebeld en niemand nam op",
    "from which he was called": "Ik werd om zes uur gebeld vanaf 06-51234477, onbeschoft",
    "from which he was called, first": "Vanaf 06-51234477 werd ik om acht uur gebeld",
    "an agreement": "Hierbij zeg ik de overeenkomst 0551234567 op",
    "the trainer's": "De trainer (06-51234477) nam niet op.",
    "a long number": "pas 0101234567890123",
    "too short": "06 512344",
    "an address": "0651234477@example.org",
    "a link": "https://example.org/0651234477",
    "a mandate": "Machtigingskenmerk 0651234477-01",
    "a reference of strokes": "(ref. AB/0651/234477)",
    "a number of no telephone": "onder nummer 0201234567",
    "digits that begin as a country": "Ik deed mee aan 31651234477",
    "a country that is none": "tel. +999 12345678",
    "a code": "inlogcode 0651234477",
}


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_telephone_number_is_found_as_people_write_it(kind):
    text, full = WRITTEN[kind]
    found = telephone_of(text)
    assert found is not None
    assert found.full == full


@pytest.mark.parametrize("kind", NONE)
def test_what_only_looks_like_a_telephone_number_is_none(kind):
    assert telephone_of(NONE[kind]) is None


@pytest.mark.parametrize(
    ("address", "language", "text", "full"),
    [
        ("an@example.be", "nl", "GSM 0475/12.34.56", "+32475123456"),
        ("an@example.be", "nl", "Tel 02 123 45 67", "+3221234567"),
        ("x@example.de", "nl", "Telefon: 02561 / 12345", "+49256112345"),
        ("x@example.com", "de", "Telefon: 02561 / 12345", "+49256112345"),
        ("x@example.fr", "nl", "Tél. 01 42 68 53 00", "+33142685300"),
        ("x@example.nl", "nl", "Tel 0475 12 34 56", "+31475123456"),
        ("x@example.nl", "nl", "Tel. 0151 23456789", "+4915123456789"),
        ("x@example.nl", "nl", "Telefoon 030 12345678", "+493012345678"),
    ],
)
def test_whoever_writes_from_abroad_leaves_his_own_country_code_out(address, language, text, full):
    found = telephone_of(text, countries_of(address, language))
    assert found is not None
    assert found.full == full


def test_a_foreign_number_is_shown_with_its_country_and_a_dutch_one_as_it_was_written():
    shown = [each.shown for each in telephones("gsm 0475/12.34.56, tel (0318) 62 – 14 90", ("BE", "NL"))]
    assert shown == ["+32 475 12 34 56", "(0318) 62 - 14 90"]


def test_the_number_of_the_firm_is_not_the_clients():
    assert (
        telephone_of("U belt vanaf 055 123 45 67. Mijn mobiel: 06-51234477", ours=["055-1234567"]).full[-4:] == "4477"
    )
    for ours in ("055-1234567", "055-1234567 tst. 12 (balie)"):
        assert telephone_of("contact: 055 123 45 67", ours=[ours]) is None


@given(st.text(alphabet="0123456789 +()-/.–O6tel:NL\n", max_size=300))
def test_any_digits_are_read_without_trouble_and_can_be_dialled(text):
    for each in telephones(text):
        assert each.full[1:].isdecimal()
        assert "\n" not in each.shown


@given(st.integers(100_000_000, 599_999_999), st.sampled_from(["offertenummer", "order", "KvK", "fax:", "klantnr."]))
def test_no_digits_become_a_telephone_number_behind_the_word_for_something_else(digits, word):
    assert telephone_of(f"{word} 0{digits}") is None


@pytest.mark.parametrize("start", ["0 ", "+31 ", "0651234477 ", "(", "06-", "t 0"])
def test_a_text_of_nothing_but_digits_is_read_once(start):
    assert len(list(telephones(start * 20_000))) < 100


def test_a_partner_calls_the_client_with_one_tap_however_the_number_was_written():
    world = World()
    world.receive(mail("Bel mij.\n\nSanne de Boer\ntel. +31 (0)318 - 62 14 90\nOrdernr 0201234567"))
    assert 'href="tel:+31318621490"' in world.last(JAN).html
