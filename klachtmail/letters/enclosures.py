"""Which files may go with a letter: what a double click would run stays in the dossier and is only named.

So does a message in a message, in which anything can be. A message that klachtmail itself could not read goes as a whole.
"""

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

from klachtmail.letters.headers import one_line
from klachtmail.letters.mime import File

# what Outlook refuses to open, and what installs or runs something elsewhere: support.microsoft.com, 'Blocked attachments'
_PROGRAMS: Final = frozenset({
    "ade", "adp", "apk", "app", "appinstaller", "application", "appref-ms", "appx", "appxbundle", "bas", "bat", "cer", "chm",
    "cmd", "cnt", "com", "command", "cpl", "crt", "crx", "deb", "der", "desktop", "diagcab", "dll", "elf", "exe", "fxp", "gadget",
    "grp", "hlp", "hpj", "hta", "htc", "inf", "ins", "isp", "its", "jar", "jnlp", "library-ms", "lnk", "mad", "maf", "mag",
    "mam", "maq", "mar", "mas", "mat", "mau", "mav", "maw", "mcf", "mda", "mdb", "mde", "mdt", "mdw", "mdz", "msc", "msi",
    "msix", "msixbundle", "msp", "mst", "msu", "one", "ops", "osd", "pcd", "pif", "pkg", "prf", "prg", "printerexport", "pst",
    "rdp", "reg", "rpm", "run", "scf", "scr", "search-ms", "settingcontent-ms", "shb", "shs", "sys", "theme", "tmp", "udl",
    "url", "vbp", "vsmacros", "vsw", "webpnp", "website", "xbap", "xnk",
})  # fmt: skip
_SCRIPTS: Final = frozenset({
    "applescript", "bash", "csh", "hta", "js", "jse", "ksh", "mjs", "msh", "msh1", "msh1xml", "msh2", "msh2xml", "mshxml", "php",
    "pl", "plg", "ps1", "ps1xml", "ps2", "ps2xml", "psc1", "psc2", "psd1", "psdm1", "psm1", "py", "pyc", "pyo", "pyw", "pyz",
    "pyzw", "rb", "scpt", "sct", "sh", "tcl", "vb", "vbe", "vbs", "vbscript", "ws", "wsc", "wsf", "wsh", "zsh",
})  # fmt: skip
_PAGES: Final = frozenset({
    "asp", "aspx", "asx", "htm", "html", "htmlz", "mht", "mhtml", "shtml", "svg", "svgz", "xht", "xhtml", "xps", "xsl", "xslt",
})  # fmt: skip
_DISKS: Final = frozenset(
    {"cab", "dmg", "img", "iso", "vdi", "vhd", "vhdx", "wim"}
)  # no mark of the web on what is inside
_MACROS: Final = frozenset({
    "accda", "accde", "accdr", "docm", "dotm", "iqy", "potm", "ppam", "ppsm", "pptm", "slk", "xla", "xlam", "xll", "xlsb",
    "xlsm", "xltm",
})  # fmt: skip
EXECUTABLE: Final = _PROGRAMS | _SCRIPTS | _PAGES | _DISKS | _MACROS
_MESSAGES: Final = frozenset({"eml", "emlx"})  # what is in them would pass unseen
_WITHHELD_TYPES: Final = (
    "text/html", "application/xhtml", "image/svg", "application/x-msdownload", "text/javascript", "message/",
)  # fmt: skip

WHOLE: Final = "the whole message"  # the type of an original that klachtmail encloses itself; no part of a mail has it
_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_OPEN: Final = "application/vnd.oasis.opendocument"
_TYPES: Final = {
    "csv": "text/csv", "txt": "text/plain", "pdf": "application/pdf", "rtf": "application/rtf", "zip": "application/zip",
    "doc": "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
    "docx": f"{_OFFICE}.wordprocessingml.document", "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "odt": f"{_OPEN}.text", "ods": f"{_OPEN}.spreadsheet", "odp": f"{_OPEN}.presentation",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp", "bmp": "image/bmp",
    "tif": "image/tiff", "tiff": "image/tiff", "heic": "image/heic", "heif": "image/heif",
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "wav": "audio/wav", "ogg": "audio/ogg", "mp4": "video/mp4",
    "mov": "video/quicktime", "webm": "video/webm",
}  # fmt: skip


def is_safe(name: str, content_type: str) -> bool:
    """Tell whether a file may be attached: by its suffix, and by what its sender says that it is."""
    if content_type == WHOLE:
        return True
    return _suffix(name) not in EXECUTABLE | _MESSAGES and not content_type.lower().startswith(_WITHHELD_TYPES)


def type_of(name: str) -> str:
    """Return the content type to pass a file on with: its suffix's, where that is harmless.

    Its sender's word is not repeated: some programs open a file by its type, and `factuur.pdf` can claim to be a program.
    """
    return _TYPES.get(_suffix(name), "application/octet-stream")


def sorted_out(enclosures: Sequence[tuple[str, str, bytes]]) -> tuple[list[File], list[str]]:
    """Return the files that go with the letter, and the names of those that do not."""
    files = [
        File(one_line(name) or "bijlage", type_of(name), content)
        for name, kind, content in enclosures
        if is_safe(name, kind)
    ]
    return files, [one_line(name) for name, kind, _ in enclosures if not is_safe(name, kind)]


def _suffix(name: str) -> str:
    """Return the suffix in small letters. Windows ignores dots and spaces at the end of a name, so we do too."""
    return PurePosixPath(one_line(name).rstrip(". ").lower()).suffix.lstrip(".").strip()
