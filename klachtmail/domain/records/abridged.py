"""How much of a message's text the register keeps: the whole stands in the message as it was received."""

from typing import Final

KEPT_BYTES: Final = 20_000
MARK: Final = "[De tekst gaat verder. Antwoord met “dossier” om alles te lezen.]"


def abridged(text: str) -> str:
    """Return as much of a text as the register keeps, cut at the end of a line where there is one, and a mark."""
    content = text.encode()
    if len(content) <= KEPT_BYTES or is_abridged(text):
        return text
    cut = content[: KEPT_BYTES - len(MARK.encode()) - 2].decode(errors="ignore")
    whole, _, rest = cut.rpartition("\n")
    return f"{(whole if len(rest) < len(cut) // 10 and whole else cut).rstrip()}\n\n{MARK}"


def is_abridged(text: str) -> bool:
    """Return whether there is more of a text than this."""
    return text.endswith(MARK)


def whole(text: str, candidates: tuple[str, ...]) -> str:
    """Return the one of these texts of a message that begins as this abridged text does; else the text itself."""
    begun = text.removesuffix(MARK).rstrip()
    return next((each for each in candidates if each.startswith(begun)), text)
