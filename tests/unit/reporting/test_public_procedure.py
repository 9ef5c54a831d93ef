"""The procedure for the website says what the configuration says, and nothing that it does not."""

import datetime as dt
import re

import pytest

from klachtmail.letters.documents import Documents
from klachtmail.letters.public import procedure_page, term
from tests.world import ZONE, firm

DAY = dt.date(2026, 11, 23)
APPEAL = {"name": "Geschillencommissie", "url": "https://voorbeeld.example", "within_weeks": 6, "binding": True}
ORGANISATION = {"name": "RONT", "address": "klachten@ront.nl", "domains": ["ront.nl"]}


def page(months=24, **sections):
    text = procedure_page(Documents(ZONE), firm(**sections), months, DAY)
    assert not re.findall(r"<(?:script|link|img|iframe)\b|url\(", text)
    return " ".join(re.sub(r"<[^>]+>", "", text.partition("<main>")[2]).split())


def test_terms_names_appeal_and_retention_are_those_of_the_configuration():
    text = page(
        36,
        organisation={**ORGANISATION, "phone": "055 123 45 67", "appeal": APPEAL},
        procedure={"answer_within_days": 42},
    )
    for words in (
        "klachten@ront.nl",
        "055 123 45 67",
        "Binnen twee werkdagen",
        "Uiterlijk 6 weken",
        "Geschillencommissie",
        "binnen 6 weken",
        "bindend",
        "36 maanden",
        "kost u niets",
    ):
        assert words in text, words


def test_what_is_not_configured_is_not_promised():
    text = page(organisation=ORGANISATION, procedure={"acknowledge": "never"})
    assert "bevestiging" not in text
    assert "of bel" not in text
    assert "privacyverklaring" not in text
    assert "Een partner die niet bij uw klacht betrokken was" in text


@pytest.mark.parametrize(("days", "said"), [(14, "twee weken"), (7, "één week"), (42, "6 weken"), (10, "10 dagen")])
def test_a_term_is_said_as_people_say_it(days, said):
    assert term(days) == said
