"""The texts that firms change are keys of the configuration: each reaches a letter, without a change to a template."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from klachtmail.config import load
from klachtmail.domain.records.letter import Rendered
from klachtmail.letters.writer import Writer
from tests.unit.letters.conftest import KEYS

EXAMPLE = Path(__file__).parents[3] / "config.example.yaml"
PASSWORDS = {"KLACHTMAIL_IMAP_PASSWORD": "x", "KLACHTMAIL_SMTP_PASSWORD": "x"}
APPEAL = {
    "name": "de Onafhankelijke Commissie",
    "address": "Postbus 7, 7300 AA Apeldoorn",
    "url": "https://commissie.example",
    "within_weeks": 11,
    "binding": True,
}


@pytest.fixture
def configured(tmp_path: Path, compiled: Path) -> Callable[..., Writer]:
    """Return a function that makes the writer of a configuration file with other keys for the organisation."""

    def make(**organisation: Any) -> Writer:
        keys = yaml.safe_load(EXAMPLE.read_text("utf-8"))
        keys["organisation"] |= organisation
        keys["partners"][0] |= {"function": "senior adviseur", "phone": "06 12 34 00 00"}
        path = tmp_path / "config.yaml"
        path.write_text(yaml.safe_dump(keys), encoding="utf-8")
        return Writer(load(path, PASSWORDS).firm, KEYS, None, compiled)

    return make


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("changes", "kind", "words"),
    [
        ({"name": "Bureau Voorbeeld"}, "acknowledgement", ["Bureau Voorbeeld"]),
        ({"phone": "055 777 88 99"}, "acknowledgement", ["055 777 88 99"]),
        ({"privacy_url": "https://voorbeeld.example/avg"}, "acknowledgement", ["https://voorbeeld.example/avg"]),
        ({"signature": "Bureau Voorbeeld\nKerkstraat 1"}, "acknowledgement", ["Bureau Voorbeeld\nKerkstraat 1"]),
        (
            {"signature": "Bureau Voorbeeld\nKerkstraat 1"},
            "outcome",
            ["senior adviseur\nBureau Voorbeeld", "06 12 34 00 00"],
        ),
        ({"appeal": APPEAL}, "acknowledgement", ["Onafhankelijke Commissie", "https://commissie.example"]),
        ({"appeal": APPEAL}, "outcome", ["Onafhankelijke Commissie", "Postbus 7, 7300 AA Apeldoorn", "11 we"]),
    ],
)
def test_a_text_of_the_firm_stands_in_the_letter(
    configured: Callable[..., Writer],
    write: Callable[..., Rendered],
    changes: dict[str, Any],
    kind: str,
    words: list[str],
    language: str,
) -> None:
    letter = write(kind, by=configured(**changes), language=language)
    assert [one for one in words if one not in letter.text] == []


@pytest.mark.parametrize("binding", [True, False])
def test_the_ruling_is_followed_only_where_the_firm_says_so(
    configured: Callable[..., Writer], write: Callable[..., Rendered], binding: bool
) -> None:
    letter = write("outcome", by=configured(appeal={**APPEAL, "binding": binding}))
    assert ("Wij houden ons aan die uitspraak" in letter.text) is binding


def test_members_are_addressed_with_je_or_u(configured: Callable[..., Writer], write: Callable[..., Rendered]) -> None:
    assert "Je hoeft niets te doen" in write("taken", by=configured(members_are="je")).text
    assert "U hoeft niets te doen" in write("taken", by=configured(members_are="u")).text
