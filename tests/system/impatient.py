"""Runs klachtmail with short patience, so that a test need not wait as long as an administrator.

python -m tests.system.impatient SECONDS HANGS_AFTER klachtmail-arguments…
"""

import sys

from klachtmail import daemon
from klachtmail.cli import main
from klachtmail.mailbox.imap import ImapMailbox
from klachtmail.smtp.session import Relay


def impatient(seconds: float, hangs_after: float) -> None:
    """Shorten every timeout of the network, and the time after which the watchdog acts."""
    ImapMailbox.__init__.__kwdefaults__["timeout"] = seconds
    defaults = list(Relay.__init__.__defaults__)
    defaults[defaults.index(30.0)] = seconds
    Relay.__init__.__defaults__ = tuple(defaults)
    daemon.Daemon.__init__.__kwdefaults__["hangs_after"] = hangs_after


if __name__ == "__main__":
    impatient(float(sys.argv[1]), float(sys.argv[2]))
    del sys.argv[1:3]
    main()
