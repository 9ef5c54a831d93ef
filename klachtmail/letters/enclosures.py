"""Which files may go with a letter: what a double click would run stays in the dossier and is only named."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

from klachtmail.letters.headers import one_line
from klachtmail.letters.mime import File

EXECUTABLE: Final = frozenset(
    "app applescript appref-ms bat chm cmd com cpl dll dmg docm dotm exe gadget hta htm html htmlz img inf ins iso jar jnlp "
    "js jse lnk mht mhtml mjs msc msi msix msp one pif potm ppam ppsm pptm ps1 psm1 py pyw reg scf scr sct settingcontent-ms "
    "sh shtml svg svgz sys url vb vbe vbs vhd vhdx vxd website ws wsc wsf wsh xhtml xht xlam xll xlsm xltm xps".split()
)
_RUNNABLE_TYPES: Final = ("text/html", "application/xhtml", "image/svg", "application/x-msdownload", "text/javascript")


def is_safe(name: str, content_type: str) -> bool:
    """Tell whether a file may be attached. Windows ignores dots and spaces at the end of a name, so we do too."""
    suffix = PurePosixPath(one_line(name).rstrip(". ").lower()).suffix.lstrip(".").strip()
    return suffix not in EXECUTABLE and not content_type.lower().startswith(_RUNNABLE_TYPES)


def sorted_out(enclosures: Sequence[tuple[str, str, bytes]]) -> tuple[list[File], list[str]]:
    """Return the files that go with the letter, and the names of those that do not."""
    files = [File(one_line(name) or "bijlage", kind, content) for name, kind, content in enclosures if is_safe(name, kind)]
    return files, [one_line(name) for name, kind, _ in enclosures if not is_safe(name, kind)]
