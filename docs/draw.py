"""Write the pages of docs/ that are made from the program's own tables: `python docs/draw.py`."""

from pathlib import Path

from klachtmail.domain.records.lifecycle import drawing

HERE = Path(__file__).parent
LIFECYCLE = """# The life of a complaint

Made from the table in `klachtmail/domain/records/lifecycle.py` by `python docs/draw.py`; a test fails when it is stale.
A dot is a refusal: it says why and changes nothing. `resume` goes back to where the complaint was: answered when it
has an outcome, else assigned when it has a handler, else new.

{drawing}
"""


def pages() -> dict[Path, str]:
    """Return what each page should say."""
    return {HERE / "lifecycle.md": LIFECYCLE.format(drawing=drawing())}


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
