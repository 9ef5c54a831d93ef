import email
import email.policy
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from klachtmail.domain.firm.firm import Appeal, Firm, Member, Organisation
from klachtmail.domain.records.letter import LetterRequest, Rendered
from klachtmail.domain.records.model import Complaint
from klachtmail.letters import samples
from klachtmail.letters.writer import Writer

KEYS = (b"a key of thirty-two bytes or more",)
NONCE = bytes(range(8))


def _firm(**changes: Any) -> Firm:
    organisation = Organisation(
        name="RONT",
        address="klachten@ront.nl",
        domains=("ront.nl",),
        phone="055-1234567",
        privacy_url="https://www.ront.nl/privacy",
        appeal=Appeal(name="de Geschillencommissie", url="https://geschil.example", within_weeks=8),
    )
    return Firm(
        organisation=organisation.but(**changes),
        partners=(
            Member(name="Jan de Vries", address="jan@ront.nl", alias="jan", function="partner"),
            Member(name="Els Bakker", address="els@ront.nl", alias="els"),
        ),
        employees=(Member(name="Piet Jansen", address="piet@ront.nl", alias="piet", role="employee"),),
        administrator="beheer@ront.nl",
    )


@pytest.fixture(scope="session")
def firm() -> Firm:
    return _firm()


@pytest.fixture(scope="session")
def firm_with() -> Callable[..., Firm]:
    """Return a function that makes the firm with changes to its organisation."""
    return _firm


@pytest.fixture(scope="session")
def keys() -> tuple[bytes, ...]:
    return KEYS


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which all writers of these tests keep their compiled templates."""
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture(scope="session")
def writer(firm: Firm, compiled: Path) -> Writer:
    return Writer(firm, KEYS, None, compiled)


@pytest.fixture
def write(writer: Writer) -> Callable[..., Rendered]:
    """Return a function that renders the sample of a kind, with changes to its request and (`of`) its complaint."""

    def render(
        kind: str,
        /,
        *,
        by: Writer = writer,
        of: dict[str, Any] | None = None,
        enclosures: Any = (),
        nonce: bytes = NONCE,
        **changes: Any,
    ) -> Rendered:
        request, about = sample(by, kind, changes.get("language", "nl"))
        about = replace(about, **of) if about and of else about
        return by.render(replace(request, **changes), about, samples.NOW, nonce=nonce, enclosures=enclosures)

    return render


def sample(writer: Writer, kind: str, language: str = "nl") -> tuple[LetterRequest, Complaint | None]:
    found = [(request, about) for request, about in writer.samples() if request.kind == kind]
    return next((one for one in found if one[0].language == language), found[0])


def _parsed(letter: Rendered) -> EmailMessage:
    message = email.message_from_bytes(letter.content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


@pytest.fixture
def parsed() -> Callable[[Rendered], EmailMessage]:
    """Return a function that reads a letter with the standard library."""
    return _parsed


@pytest.fixture
def page() -> Callable[[Rendered], str]:
    """Return a function that gives a letter's HTML as it goes over the line."""

    def read(letter: Rendered) -> str:
        content = next(one.get_content() for one in _parsed(letter).walk() if one.get_content_type() == "text/html")
        assert isinstance(content, str)
        return content

    return read
