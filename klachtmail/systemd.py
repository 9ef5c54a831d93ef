"""sd_notify(3): a datagram to the socket that systemd names; nothing when there is none."""

import contextlib
import os
import socket


def notify(state: str) -> None:
    """Tell systemd a state such as 'READY=1', 'WATCHDOG=1' or 'STATUS=…'."""
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    if address.startswith("@"):
        address = "\0" + address[1:]  # the abstract namespace
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.connect(address)
        channel.sendall(state.encode())
