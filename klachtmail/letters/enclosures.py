"""Which files may go with a letter: what a double click would run stays in the dossier and is only named."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

from klachtmail.letters.headers import one_line
from klachtmail.letters.mime import File

_PROGRAMS: Final = frozenset(
    {
        "app",
        "bat",
        "chm",
        "cmd",
        "com",
        "cpl",
        "dll",
        "exe",
        "gadget",
        "inf",
        "jar",
        "jnlp",
        "msc",
        "msi",
        "msix",
        "msp",
        "one",
        "pif",
    }
    | {
        "applescript",
        "appref-ms",
        "ins",
        "isp",
        "lnk",
        "reg",
        "scf",
        "scr",
        "settingcontent-ms",
        "sys",
        "url",
        "website",
    }
)
_SCRIPTS: Final = frozenset(
    {"hta", "js", "jse", "mjs", "ps1", "psm1", "py", "pyw", "sct", "sh", "vb", "vbe", "vbs", "ws", "wsc", "wsf", "wsh"}
)
_PAGES: Final = frozenset({"htm", "html", "htmlz", "mht", "mhtml", "shtml", "svg", "svgz", "xht", "xhtml", "xps"})
_DISKS: Final = frozenset({"dmg", "img", "iso", "vhd", "vhdx"})  # what lies on them escapes the mark of the web
_MACROS: Final = frozenset({"docm", "dotm", "potm", "ppam", "ppsm", "pptm", "xlam", "xll", "xlsm", "xltm"})
EXECUTABLE: Final = _PROGRAMS | _SCRIPTS | _PAGES | _DISKS | _MACROS
_RUNNABLE_TYPES: Final = ("text/html", "application/xhtml", "image/svg", "application/x-msdownload", "text/javascript")


def is_safe(name: str, content_type: str) -> bool:
    """Tell whether a file may be attached. Windows ignores dots and spaces at the end of a name, so we do too."""
    suffix = PurePosixPath(one_line(name).rstrip(". ").lower()).suffix.lstrip(".").strip()
    return suffix not in EXECUTABLE and not content_type.lower().startswith(_RUNNABLE_TYPES)


def sorted_out(enclosures: Sequence[tuple[str, str, bytes]]) -> tuple[list[File], list[str]]:
    """Return the files that go with the letter, and the names of those that do not."""
    files = [
        File(one_line(name) or "bijlage", kind, content) for name, kind, content in enclosures if is_safe(name, kind)
    ]
    return files, [one_line(name) for name, kind, _ in enclosures if not is_safe(name, kind)]
