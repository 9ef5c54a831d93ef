"""Room on the disk of the data folder: told before nothing can be kept any more, not even that nothing can be kept."""

import os
from pathlib import Path
from typing import Final, Literal

from klachtmail.service.watch.health import Health

MIB: Final = 1024 * 1024
LITTLE: Final = 100 * MIB  # a few mails with attachments, and a night's copies
NONE: Final = MIB


def left(folder: Path) -> tuple[Literal["ok", "warning", "critical"], str]:
    """Return how well that is, and what to say of it. A folder that is not there has the room of where it will be."""
    place = next(above for above in (folder, *folder.resolve().parents) if above.exists())
    disk = os.statvfs(place)
    free = disk.f_bavail * disk.f_frsize
    if free < NONE or (disk.f_files and not disk.f_favail):  # some disks count no files
        return "critical", f"the disk of {folder} is full: make room"
    if free < LITTLE:
        return "warning", f"the disk of {folder} is nearly full, {free // MIB} MiB are left: make room"
    return "ok", ""


def warn(found: Health, folder: Path) -> None:
    """Add that to what `status` says."""
    level, said = left(folder)
    if level != "ok":
        found.say(level, said)
