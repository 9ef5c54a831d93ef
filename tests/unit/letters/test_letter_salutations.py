"""How letters begin: with what people call themselves, and with nobody else's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtmail.letters.salutations import salutation

NOBODY = "heer of mevrouw"
DUTCH = {
    # names as they are, and as directories and programs turn them round
    "Sanne de Boer": "Sanne de Boer",
    "DE BOER, Sanne": "Sanne de Boer",
    "Boer, Sanne de": "Sanne de Boer",
    "Boer S. de": "S. de Boer",
    "Boer de": "De Boer",
    "Boer van der": "Van der Boer",
    "Hendriks W.": "W. Hendriks",
    "LEFÈVRE Jean": "Jean Lefèvre",
    "el Idrissi, Fatima": "Fatima el Idrissi",
    # capitals
    "sanne de boer": "Sanne de Boer",
    "j. van den heuvel": "J. van den Heuvel",
    "Tim hendriks": "Tim Hendriks",
    "SANNE DE BOER-JANSEN": "Sanne de Boer-Jansen",
    "KIM BOS-VAN DIJK": "Kim Bos-van Dijk",
    "MEVR. A. TER BRAAK": "mevrouw Ter Braak",
    "O'CONNOR": "O'Connor",
    "IJSBRAND DE WIT": "IJsbrand de Wit",
    # how people want to be addressed
    "Mevr. S. de Boer": "mevrouw De Boer",
    "Mw. ter Horst": "mevrouw Ter Horst",
    "Mevrouw van der Linden": "mevrouw Van der Linden",
    "mevr. drs. E. Visser MBA": "mevrouw Visser",
    "de heer J. van den Berg": "heer Van den Berg",
    "Dhr. Jansen": "heer Jansen",
    "dhr. W. 't Lam": "heer 't Lam",
    "Herr Dr. Jürgen Weber": "heer Weber",
    "Frau Weber": "mevrouw Weber",
    "Mme Lefèvre": "mevrouw Lefèvre",
    "Mrs. Carol Hughes": "mevrouw Hughes",
    "dhr. en mevr. Kuiper": "heer en mevrouw Kuiper",
    "De heer en mevrouw Kuiper-Vos": "heer en mevrouw Kuiper-Vos",
    "Fam. Kuiper": "familie Kuiper",
    "Dhr./Mevr. Kuiper": "heer of mevrouw Kuiper",
    "Wim & Tineke de Haas": "Wim en Tineke de Haas",
    "Wim de Haas en Piet Vos": "Wim de Haas en Piet Vos",
    # degrees say nothing of the sex, and are left out
    "Mr. T. Blom": "T. Blom",
    "Drs. Blom": "heer of mevrouw Blom",
    "ing. W. Slot": "W. Slot",
    "Prof.dr.ir. J.A. de Wit": "professor De Wit",
    "Jan Bakker MSc": "Jan Bakker",
    "Jan Bakker, RA": "Jan Bakker",
    "Bakker, ir. K.": "K. Bakker",
    # double names
    "Mevr. T. Mol-van Dam": "mevrouw Mol-van Dam",
    "Truus Mol - van Dam": "Truus Mol-van Dam",
    "Anne van 't Veld-de Groot": "Anne van 't Veld-de Groot",
    # what he is called, and what stands behind a name
    "Drs. F.J. (Floor) Kramer": "Floor Kramer",
    "F. Kramer (Floor)": "Floor Kramer",
    'Johannes "Joop" de Vries': "Johannes de Vries",
    "Sanne de Boer (Gemeente Apeldoorn)": "Sanne de Boer",
    "Sanne de Boer | Gemeente Apeldoorn": "Sanne de Boer",
    "Sanne de Boer - De Boer Advies": "Sanne de Boer",
    "Bakkerij Vos | Kees Vos": "Kees Vos",
    "Kees Vos, HR-adviseur": "Kees Vos",
    "Kees van Rooij, Rooij Bouw": "Kees van Rooij",
    # van der, van den or van de: nobody else knows
    "Kees v.d. Laan": "Kees v.d. Laan",
    "Kees v/d Laan": "Kees v.d. Laan",
    "kees vd laan": "Kees v.d. Laan",
    "Mevr. v.d. Laan": "mevrouw V.d. Laan",
    "mw. P. v.d. Laan-de Wit": "mevrouw V.d. Laan-de Wit",
    "dhr J vd Laan": "heer V.d. Laan",
    "K. v. Laan": "K. v. Laan",
    "mevrouw Smit en de heer Kok": NOBODY,
    "'Sanne de Boer' via Contact": "Sanne de Boer",
    "Tim \U0001f338": "Tim",
    # telephones
    "iPhone van Joost": "Joost",
    "Joost's iPad": "Joost",
    "Galaxy S22 van Wim": "Wim",
    # from elsewhere
    "王小明": "王小明",
    "José García": "José García",
    "Jean-Pierre d'Hondt": "Jean-Pierre d'Hondt",
    "J.P. Jansen": "J.P. Jansen",
    "Peter Post": "Peter Post",
    "Lieve Peeters": "Lieve Peeters",
    # nobody
    "": NOBODY,
    "WordPress": NOBODY,
    "Gemeente Rhenen - Sociaal Domein": NOBODY,
    "Rechtsbijstand Oost": NOBODY,
    "K.": NOBODY,
    "mevrouw": NOBODY,
    "s.deboer@example.org": NOBODY,
    "s.deboer": NOBODY,
    "boer88": NOBODY,
    "Klantenservice": NOBODY,
    "afd. P&O": NOBODY,
    "HR": NOBODY,
    "Team Opleidingen": NOBODY,
    "Bouwbedrijf Jansen B.V.": NOBODY,
    "Jansen & Zn": NOBODY,
    "Stichting De Brug": NOBODY,
    "Buchhaltung": NOBODY,
    "Legal Department": NOBODY,
    "Anoniem": NOBODY,
    "een boze cursist": NOBODY,
    "bel mij terug": NOBODY,
    "Win geld op www.example.com": NOBODY,
    "Win․nl": NOBODY,
    "Klik hier: gratis": NOBODY,
    "Your invoice is ready": NOBODY,
}


@pytest.mark.parametrize("name", DUTCH)
def test_a_dutch_letter_calls_people_what_they_call_themselves(name):
    assert salutation(name, "nl") == f"Geachte {DUTCH[name]},"


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Jane Whitfield", "Jane Whitfield"),
        ("Ms Jane Whitfield", "Ms Whitfield"),
        ("Mrs Whitfield", "Mrs Whitfield"),
        ("Mr. John Smith", "Mr Smith"),
        ("Mr and Mrs Smith", "Mr and Mrs Smith"),
        ("Dr. Emily Stone", "Dr Stone"),
        ("Prof. Stone", "Professor Stone"),
        ("Mevr. T. van Dam", "Ms van Dam"),
        ("Wim & Tineke de Haas", "Wim and Tineke de Haas"),
        ("Accounts Department", "Sir or Madam"),
        ("Familie Smith", "Smith family"),
        ("De heer/mevrouw Smith", "Sir or Madam"),
        ("Drs. Smith", "Sir or Madam"),
        ("", "Sir or Madam"),
    ],
)
def test_an_english_letter_has_a_title_only_when_the_sender_gave_it(name, called):
    assert salutation(name, "en") == f"Dear {called},"


def test_a_language_without_letters_begins_as_a_dutch_letter():
    assert salutation("Sanne de Boer", "tr") == "Geachte Sanne de Boer,"


WORDS = st.sampled_from(
    "de heer mevr. en & Boer Sanne J. (Sanne) - , van der iPhone drs. MSc BV ik niet www.x.nl 06 | / ' \" K".split()
)


@given(st.text(max_size=100) | st.lists(WORDS, max_size=9).map(" ".join))
def test_a_salutation_can_be_made_of_any_name(name):
    for language in ("nl", "en"):
        begun = salutation(name, language)
        assert begun.startswith(("Geachte ", "Dear "))
        assert begun == " ".join(begun.split())
        assert "@" not in begun
        assert "://" not in begun
