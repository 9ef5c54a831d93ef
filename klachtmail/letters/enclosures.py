"""Which files may go with a letter: what a double click would run stays in the dossier and is only named.

So does what can hold such a file unseen: a message in a message, and an archive that we cannot look into or that has a
program in it. A message that klachtmail itself could not read goes as a whole, with a warning.
"""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

from klachtmail.letters import file_contents
from klachtmail.letters.headers import one_line
from klachtmail.letters.mime import File

# what Outlook refuses to open, and what installs or runs something elsewhere: support.microsoft.com, 'Blocked attachments'
_PROGRAMS: Final = frozenset(
    """
        accdu action ade adp afploc air apk app appcontent-ms appimage appinstaller application appref-ms appx
        appxbundle asd bas bat btm cdxml cer chm class cmd cnt com command cpl crt crx csc deb der deskthemepack
        desktop diagcab diagcfg diagpkg dll ear efi elf ex4 ex_ exe fileloc flatpak flatpakref fon ftploc fxp gadget
        gms grp hlp hpj hta htc htt ica inetloc inf ins inx ipa isp isu its jar jnlp job kix library-ms lnk mad maf
        mag mam maq mar mas mat mau mav maw mcf mda mdb mde mdt mdw mdz mmc mobileconfig mobileprovision mpkg msc msi
        msix msixbundle msp msrcincident mst msu nsh ocx oex one onepkg onetoc onetoc2 ops osd ost oxt paf pcd perl
        phar pif pkg ppkg prf prg printerexport psc pst rbx rdg rdp reg rgs rpm run scf scr search-ms
        settingcontent-ms sfx shar shb shs snap swf sys terminal theme themepack tmp tool u3p udl url vbp vncloc
        vsmacros vsw war wbt webloc webpnp website wiz wll workflow wpk xbap xip xnk xpi zap
    """.split()
)
_SCRIPTS: Final = frozenset(
    """
        ahk applescript au3 bash cjs coffee csh csx fsx groovy hta js jse jsm jsx ksh lua mjs mof msh msh1 msh1xml
        msh2 msh2xml mshxml nbin php pl plg ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1 psm1 py pyc pyo pyw pyz pyzw rb
        scpt scptd sct sh tcl tcsh vb vbe vbs vbscript ws wsb wsc wsf wsh zsh
    """.split()
)
_PAGES: Final = frozenset(
    """
        asp aspx asx htm html htmls htmlz htx jsp mht mhtml shtm shtml stm svg svgz xdp xht xhtm xhtml xps xsl xslt
        xul
    """.split()
)
_DISKS: Final = frozenset(
    {  # no mark of the web on what is inside
        "ashdisc",
        "cdi",
        "cue",
        "daa",
        "dmg",
        "dmgpart",
        "esd",
        "img",
        "iso",
        "isz",
        "mdf",
        "mds",
        "nrg",
        "qcow2",
        "sparsebundle",
        "sparseimage",
        "swm",
        "toast",
        "udf",
        "vdi",
        "vhd",
        "vhdx",
        "vmdk",
        "wim",
    }
)
_ARCHIVES: Final = frozenset(
    {  # of which we cannot tell what is in them
        "7z",
        "ace",
        "alz",
        "arc",
        "arj",
        "bz",
        "bz2",
        "cab",
        "cpio",
        "gz",
        "lha",
        "lz",
        "lz4",
        "lzh",
        "lzma",
        "rar",
        "rev",
        "tar",
        "tbz",
        "tbz2",
        "tgz",
        "tlz",
        "txz",
        "xar",
        "xz",
        "z",
        "zipx",
        "zst",
    }
)
_MACROS: Final = frozenset(
    """
        accda accde accdr docm dotm dqy iqy mam odc oqy potm ppa ppam ppsm pptm rqy sldm slk wbk xla xlam xld xll xlm
        xlsb xlsm xltm
    """.split()
)
EXECUTABLE: Final = _PROGRAMS | _SCRIPTS | _PAGES | _DISKS | _MACROS
# what is in them would pass unseen
_MESSAGES: Final = frozenset({"eml", "emlx", "mbox", "mht", "mhtml", "msg", "oft", "tnef"})
_WITHHELD: Final = EXECUTABLE | _MESSAGES | _ARCHIVES
_WITHHELD_TYPES: Final = (
    "text/html",
    "application/xhtml",
    "image/svg",
    "application/x-msdownload",
    "text/javascript",
    "message/",
)

WHOLE: Final = "the whole message"  # the type of an original that klachtmail encloses itself; no part of a mail has it
_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_OPEN: Final = "application/vnd.oasis.opendocument"
_TYPES: Final = {
    "csv": "text/csv",
    "txt": "text/plain",
    "pdf": "application/pdf",
    "rtf": "application/rtf",
    "zip": "application/zip",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "odt": f"{_OPEN}.text",
    "ods": f"{_OPEN}.spreadsheet",
    "odp": f"{_OPEN}.presentation",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "heic": "image/heic",
    "heif": "image/heif",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "wav": "audio/wav",
    "ogg": "audio/ogg",
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "webm": "video/webm",
}


def is_safe(name: str, content_type: str, content: bytes = b"") -> bool:
    """Return whether a file may be attached: by its suffix, by what its sender says that it is, and by what is in it."""
    if content_type == WHOLE:
        return True
    if is_withheld(name) or content_type.lower().startswith(_WITHHELD_TYPES):
        return False
    return not file_contents.may_run(content, _suffix(name), is_withheld)


def is_withheld(name: str) -> bool:
    """Return whether a file of this name is only mentioned.

    A suffix in braces is a class of Windows, and hidden by it. `x.exe::$DATA` names x.exe on NTFS; in our names the colons
    are underscores.
    """
    suffix = _suffix(name)
    return suffix in _WITHHELD or re.split(r"[_:]", suffix, maxsplit=1)[0] in _WITHHELD or suffix.startswith("{")


def type_of(name: str) -> str:
    """Return the content type to pass a file on with: its suffix's, where that is harmless.

    Its sender's word is not repeated: some programs open a file by its type, and `factuur.pdf` can claim to be a program.
    """
    return _TYPES.get(_suffix(name), "application/octet-stream")


def sorted_out(enclosures: Sequence[tuple[str, str, bytes]]) -> tuple[list[File], list[str]]:
    """Return the files that go with the letter, and the names of those that do not."""
    files: list[File] = []
    withheld: list[str] = []
    for name, kind, content in enclosures:
        if is_safe(name, kind, content):
            files.append(File(one_line(name) or "bijlage", type_of(name), content))
        else:
            withheld.append(one_line(name))
    return files, withheld


def _suffix(name: str) -> str:
    """Return the suffix in small letters. Windows ignores dots and spaces at the end of a name, so we do too."""
    return PurePosixPath(one_line(name).rstrip(". ").lower()).suffix.lstrip(".").strip()
