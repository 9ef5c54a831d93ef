"""sd_notify(3): a datagram to the socket that systemd names; nothing when there is none."""

import contextlib
import os
import socket

from klachtmail.service.watch.log_privacy import discreet


def notify(state: str) -> None:
    """Tell systemd a state such as 'READY=1', 'WATCHDOG=1' or 'STATUS=…'; what a server said becomes discreet.

    `systemctl status` shows it to every user of the machine, and a second line would be another state.
    """
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    if address.startswith("@"):
        address = "\0" + address[1:]  # the abstract namespace
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.connect(address)
        channel.sendall(discreet(state).encode())
