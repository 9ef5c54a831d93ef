"""`check` says where a firm's own letters or page say something else than its procedure."""

import pytest

from klachtmail.letters.agreement import differences
from klachtmail.letters.templates import shipped_folder
from tests.world import firm

FIRM = {
    "organisation": {
        "name": "RONT",
        "address": "klachten@ront.nl",
        "domains": ["ront.nl"],
        "phone": "055 123 45 67",
        "appeal": {"name": "Geschillencommissie", "within_weeks": 8},
    }
}


def own(folder, name, change):
    """Put our template `name` with a change into a firm's own folder; return the folder."""
    text = (shipped_folder() / name).read_text("utf-8")
    assert change(text) != text
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(change(text), "utf-8")
    return folder


def adds(sentence):
    return lambda text: f"{text}\n{sentence}\n"


def said(folder, **sections):
    return {f"{name} {what}" for name, what in differences(firm(**{**FIRM, **sections}), folder)}


def test_a_letter_with_a_term_of_its_own(tmp_path):
    folder = own(tmp_path, "nl/acknowledgement.md", adds("Binnen 6 weken hoort u van ons."))
    assert said(folder) == {"nl/acknowledgement.md says '6 weken', which is no term of the configuration"}


def test_a_page_that_keeps_the_term_of_last_year(tmp_path):
    folder = own(tmp_path, "documents/procedure.html", lambda text: text.replace("{{ term }}", "drie weken"))
    (one,) = said(folder)
    assert one == "documents/procedure.html says 'drie weken', which is no term of the configuration"
    assert said(folder, procedure={"answer_within_days": 42}) == {one}


def test_a_page_that_keeps_things_longer_than_we_do(tmp_path):
    folder = own(tmp_path, "documents/procedure.html", lambda text: text.replace("{{ retention_months }}", "60"))
    assert said(folder) == {
        "documents/procedure.html does not say '24 maanden' (retention.months), which the procedure says",
        "documents/procedure.html says '60 maanden', which is no term of the configuration",
    }


@pytest.mark.parametrize(
    "sections", [{}, {"procedure": {"answer_within_days": 42}}, {"procedure": {"acknowledge": "never"}}]
)
def test_another_tone_is_no_difference(tmp_path, sections):
    for name in ("nl/acknowledgement.md", "nl/outcome.md", "documents/procedure.html"):
        own(tmp_path, name, adds("Wij wensen u een goede dag toe."))
    assert said(tmp_path, **sections) == set()
