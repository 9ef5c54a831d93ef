"""Follows deploy/README.md and the administrator's guide to the letter, in a bare Debian that boots with systemd. `make guide`

As root, where debootstrap and systemd-nspawn can be had. The mail servers are those of the tests, on this machine's loopback;
an editor that types for us, and a `mail` that writes down what it was given, are all that stands in for something.
KLACHTMAIL_DEBIAN names a folder with such a Debian, made when it is not there; else it is made anew and removed.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

import yaml

from tests.servers.dovecot import Dovecot
from tests.servers.smtp_server import Letter, SmtpServer
from tests.system.conftest import PASSWORD, USER, firm
from tests.world import mail

ROOT = Path(__file__).parents[1]
README = (ROOT / "deploy/README.md").read_text("utf-8")
GUIDE = (ROOT / "docs/handleiding-beheerder.md").read_text("utf-8")
PACKAGES = "systemd-sysv,dbus,sudo,cron,python3,ca-certificates,bsdutils,procps"
# By heading: what is not followed here, and who does follow it.
ELSEWHERE = {
    "Several firms or mailboxes on one machine": "the same unit with other folders: tests/unit/test_deployment.py",
    "Container": "make image",
    "For one user": "make release installs the wheel, tests/system/test_init.py answers the questions",
    "Een database, en meer dan één machine": "tests/contract/test_store_sql.py and tests/system/test_two_machines.py",
}
CRON = re.compile(r"(?:\*/\d+|\d+) (?:\S+ ){4}(.*)")
BOOT = """set -e
mount --make-rprivate /
if [ ! -e /sys/fs/cgroup/cgroup.controllers ]; then umount -R /sys/fs/cgroup; mount -t cgroup2 cgroup2 /sys/fs/cgroup; fi
mkdir -p /sys/fs/cgroup/klachtmail-guide && echo $$ >/sys/fs/cgroup/klachtmail-guide/cgroup.procs
exec systemd-nspawn -q -D "$1" --register=no --keep-unit --console=pipe --link-journal=no --resolv-conf=copy-host --hostname=klachten -b
"""
AS_CRON = "env -i PATH=/usr/bin:/bin HOME=/var/lib/klachtmail LOGNAME=klachtmail"
# What makes another machine of this one, to which only the backup came.
SECOND = (
    "sudo systemctl disable --now klachtmail && sudo mv /var/lib/klachtmail /root/first && "
    "sudo install -d -m 0700 -o klachtmail -g klachtmail /var/lib/klachtmail && sudo mv /root/first/nacht.tar.gz /var/lib/klachtmail"
)
EDITOR = """#!/bin/sh
for file; do
  case $(basename "$file") in
    config*) cat /home/admin/typed/config.yaml ;;
    *password*) cat /home/admin/typed/password ;;
    *) cat /home/admin/typed/crontab ;;
  esac >"$file"
done
"""


def sections(page: str) -> Iterator[tuple[str, str]]:
    """Yield the headings of a page with the text below each."""
    parts = re.split(r"^#{2,3} (.*)\n", page, flags=re.MULTILINE)
    yield from zip(parts[1::2], parts[2::2], strict=True)


def lines(text: str) -> list[str]:
    """Return the command lines of a text, in order: of its blocks for a shell or cron, and those that stand in a sentence."""
    found = []
    for kind, block, word in re.findall(r"^ *```(\w*)\n(.*?)^ *```|`(sudo [^`]+)`", text, re.MULTILINE | re.DOTALL):
        each = [
            line.strip() for line in (word or block).splitlines() if line.strip() and "…" not in line.partition("#")[0]
        ]
        found += each if word or kind == "sh" else [line for line in each if not kind and CRON.fullmatch(line)]
    return found


class Relay(SmtpServer):
    """Sends for who logs in; what is for the mailbox comes into it, as `check --send` expects."""

    def __init__(self, mailboxes: Dovecot) -> None:
        super().__init__(login=(USER, PASSWORD))
        self._mailboxes = mailboxes

    def keep(self, letter: Letter) -> None:
        super().keep(letter)
        if USER in letter.recipients:
            self._mailboxes.deliver(letter.content, sender=letter.envelope_from)


class Machine:
    """A booted Debian. `run` types a line as its administrator."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> Self:
        boot = [
            "unshare",
            "--mount",
            "env",
            "SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1",
            "sh",
            "-c",
            BOOT,
            "sh",
            str(self.folder),
        ]
        self._process = subprocess.Popen(boot, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        self.until(lambda: self._init() and self._inside("systemctl is-system-running --wait").returncode in (0, 1))
        return self

    def __exit__(self, *_: object) -> None:
        self._inside("systemctl poweroff")
        self._process.wait(60)

    def until(self, holds: Callable[[], object]) -> None:
        for _ in range(600):
            if holds():
                return
            if self._process.poll() is not None:
                raise RuntimeError("systemd-nspawn ended: it cannot be had here")
            time.sleep(0.1)  # it tells nobody when it has booted
        raise TimeoutError("it does not boot")

    def _init(self) -> str:
        """Return the process that is number one in there, '' before there is one."""
        return subprocess.run(
            ["pgrep", "-P", str(self._process.pid)], capture_output=True, text=True, check=False
        ).stdout.strip()

    def _inside(self, script: str) -> "subprocess.CompletedProcess[str]":
        inside = ["nsenter", "-t", self._init(), "-m", "-u", "-i", "-p", "-C", "sh", "-c", script]
        return subprocess.run(inside, capture_output=True, text=True, input="y\n" * 9, check=False, timeout=600)

    def run(self, line: str) -> str:
        """Type this line; return what it wrote, or exit with it where it did not go well."""
        typed = f"export SUDO_EDITOR=/usr/bin/editor; {line}"
        done = self._inside(f"su - admin -c {shlex.quote(typed)}")
        print(f"{'✓' if done.returncode == 0 else '✗'}  {line}", flush=True)
        if done.returncode != 0:
            log = self._inside("journalctl --no-pager -n 30").stdout
            sys.exit(f"{done.stdout}{done.stderr}{log}")
        return done.stdout


def debian(folder: Path) -> None:
    """Make a bare Debian with an administrator, who has the wheel and the files that come with it."""
    if not (folder / "etc").is_dir():
        sources = "\n".join(path.read_text() for path in Path("/etc/apt").rglob("*.*ources*"))
        mirror = re.findall(r"^(?:URIs:|deb(?: \[.*\])?) +(\S+/debian)/?(?:\s|$)", sources, re.MULTILINE)[:1]
        made = ["debootstrap", "--variant=minbase", f"--include={PACKAGES}", "trixie", str(folder), *mirror]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
    for name in ("etc/pip.conf", "etc/ssl/certs/ca-certificates.crt"):
        if (Path("/") / name).exists():
            shutil.copy(Path("/") / name, folder / name)
    home = folder / "home/admin"
    subprocess.run(["chroot", folder, "useradd", "-m", "-s", "/bin/bash", "admin"], check=True)
    (folder / "etc/hostname").write_text("klachten\n")
    (folder / "etc/hosts").write_text("127.0.0.1 localhost\n127.0.1.1 klachten\n")
    (folder / "etc/sudoers.d/admin").write_text("admin ALL=(ALL) NOPASSWD: ALL\n")
    shutil.copytree(ROOT / "deploy", home / "deploy")
    shutil.copy(ROOT / "config.example.yaml", home)
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", home], cwd=ROOT, check=True)
    for place in ("usr/bin/editor", "usr/local/bin/mail"):
        (folder / place).unlink(missing_ok=True)
        (folder / place).write_text(EDITOR if "editor" in place else "#!/bin/sh\ncat >/var/told\n")
        (folder / place).chmod(0o755)
    (home / "typed").mkdir()
    subprocess.run(["chroot", folder, "chown", "-R", "admin:admin", "/home/admin"], check=True)


def follow(machine: Machine, dovecot: Dovecot, smtp: SmtpServer) -> None:
    """Do what the pages say, in their order; what they promise must then be so."""
    typed = machine.folder / "home/admin/typed"
    login = {"security": "none", "username": USER}
    settings = firm(
        imap={"host": dovecot.host, "port": dovecot.imap_port, **login, "password_file": "imap-password"},
        smtp={"host": smtp.host, "port": smtp.port, **login, "password_file": "smtp-password"},
        data_dir="/var/lib/klachtmail",
    )
    (typed / "config.yaml").write_text(yaml.safe_dump(settings))
    (typed / "password").write_text(f"{PASSWORD}\n")
    pages = {**dict(sections(README)), **dict(sections(GUIDE))}

    def section(name: str) -> None:
        for line in lines(pages.pop(name)):
            if cron := CRON.fullmatch(line):
                (typed / "crontab").write_text(f"{line}\n")
                machine.run("sudo crontab -u klachtmail -e")
                for _ in range(2):  # each day again
                    machine.run(f"sudo -u klachtmail {AS_CRON} sh -c {shlex.quote(cron[1])}")
                machine.run("! sudo journalctl --no-pager -t klachtmail | grep -E 'not found|rror'")
            elif "crontab" not in line and "systemctl edit" not in line:
                if " restore " in line:
                    machine.run(SECOND)
                machine.run(line)

    section("systemd (Debian, Ubuntu)")
    dovecot.deliver(mail("De cursus was slecht.", sender="Sanne <sanne@example.nl>"), sender="sanne@example.nl")
    smtp.wait_for(3, 120.0)
    section("Controleren")
    machine.run("sudo systemctl stop klachtmail")
    section("Without a daemon")
    machine.run("sudo systemctl start klachtmail")
    for name in ("Back-up", "Upgrading", "Mensen die komen en gaan", "Bijwerken"):
        section(name)
    machine.run("systemctl is-active klachtmail && sudo -u klachtmail klachtmail status")
    assert "K2" in machine.run("sudo -u klachtmail klachtmail list")
    print(machine.run("systemd-analyze security --no-pager klachtmail | tail -1"))

    machine.run("sudo sed -i s/^imap:/imop:/ /etc/klachtmail/config.yaml")
    machine.run("! sudo systemctl restart klachtmail")
    shown = machine.run("systemctl show -p NRestarts -p ExecMainStatus -p SubState klachtmail")
    assert set(shown.split()) == {"NRestarts=0", "ExecMainStatus=2", "SubState=failed"}, shown
    told = machine.folder / "var/told"
    machine.until(lambda: told.exists() and "imop" in told.read_text())
    left = {name for name, text in pages.items() if lines(text)} - set(ELSEWHERE)
    assert not left, f"nobody follows {left}"


def main() -> None:
    """Follow the pages; the first line that does not do what it should ends it."""
    with tempfile.TemporaryDirectory(prefix="klachtmail-guide-") as scratch:
        folder = Path(os.environ.get("KLACHTMAIL_DEBIAN", f"{scratch}/debian"))
        debian(folder)
        with Dovecot.required() as dovecot, Relay(dovecot) as smtp, Machine(folder) as machine:
            follow(machine, dovecot, smtp)
    print("the pages say what is so")


if __name__ == "__main__":
    main()
