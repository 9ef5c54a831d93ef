"""Headless Chromium, and the firm whose letters it shows."""

import shutil
import subprocess
from pathlib import Path

from klachtmail.domain.firm.firm import Appeal, Firm, Member, Organisation

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)


def firm() -> Firm:
    """Return a small firm with all that can stand in a letter."""
    organisation = Organisation(
        name="RONT",
        address="klachten@ront.nl",
        domains=("ront.nl",),
        phone="055-1234567",
        privacy_url="https://www.ront.nl/privacy",
        appeal=Appeal(name="de Geschillencommissie", within_weeks=8),
    )
    members = tuple(
        Member(name=name, address=f"{alias}@ront.nl", alias=alias)
        for name, alias in (("Jan de Vries", "jan"), ("Els Bakker", "els"))
    )
    return Firm(organisation=organisation, partners=members, administrator="beheer@ront.nl")


def chromium(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Chromium with a profile under `folder` and without a network; FileNotFoundError when there is none."""
    if CHROMIUM is None:
        raise FileNotFoundError("Chromium is not installed (apt-get install chromium)")
    return subprocess.run(
        [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--disable-dev-shm-usage",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            f"--user-data-dir={folder / 'profile'}",
            "--virtual-time-budget=10000",
            *arguments,
        ],
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
