"""A TCP proxy that cuts, stalls or slows the stream at a chosen byte in a chosen direction."""

import contextlib
import socket
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Self

from tests.servers.ports import LOOPBACK

Direction = Literal["up", "down"]  # to the server, to the client
Kind = Literal["cut", "stall", "slow"]

NO_LINGER = struct.pack("ii", 1, 0)  # closing sends RST: the other side sees a broken connection, not an end


@dataclass(frozen=True)
class Fault:
    """What happens after `at` bytes of a connection have gone in this direction."""

    kind: Kind
    direction: Direction
    at: int
    pause: float = 0.0  # seconds between two bytes, when slow


class Proxy:
    """Forwards to `target`; a fault stays for each new connection until `heal`, or with `once` for one only."""

    host = LOOPBACK

    def __init__(
        self, target: int, change: Callable[[Direction, bytes], bytes] = lambda _direction, data: data
    ) -> None:
        self._target = target
        self._change = change  # what goes on in place of what came
        self._fault: Fault | None = None
        self._once = False
        self._flows = threading.Event()
        self._flows.set()
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._sockets: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server((LOOPBACK, 0))
        self.port: int = self._listener.getsockname()[1]
        self.connections = 0
        self.forwarded: dict[Direction, int] = {"up": 0, "down": 0}  # bytes, of all connections
        self.tripped = threading.Event()

    def __enter__(self) -> Self:
        self._spawn(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self.thaw()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut_all()
        for thread in self._threads:
            thread.join(20)

    def cut(self, direction: Direction, at: int = 0, once: bool = False) -> None:
        """Break the connection after so many bytes."""
        self._set(Fault("cut", direction, at), once)

    def stall(self, direction: Direction, at: int = 0, once: bool = False) -> None:
        """Let nothing through after so many bytes, without closing: a half-open connection."""
        self._set(Fault("stall", direction, at), once)

    def slow(self, direction: Direction, at: int = 0, pause: float = 0.001) -> None:
        """Let the bytes through one by one."""
        self._set(Fault("slow", direction, at, pause), once=False)

    def freeze(self) -> None:
        """Let nothing through any more, of no connection, and close none; new ones are taken and lead nowhere."""
        self._flows.clear()

    def thaw(self) -> None:
        """Let through what came meanwhile, and everything after it."""
        self._flows.set()

    def heal(self) -> None:
        """Forward everything again (new connections; stalled ones stay so)."""
        self._set(None, once=False)

    def cut_all(self) -> None:
        """Break every connection now."""
        with self._lock:
            broken, self._sockets = self._sockets, set()
        for sock in broken:
            _reset(sock)

    def _set(self, fault: Fault | None, once: bool) -> None:
        with self._lock:
            self._fault, self._once = fault, once
        self.tripped.clear()

    def _spawn(self, target: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, name=f"proxy-{self.port}", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection((LOOPBACK, self._target), 10)
            except OSError:
                _reset(client)
                continue
            server.settimeout(None)
            for sock in (client, server):
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._sockets |= {client, server}
            self.connections += 1
            self._spawn(self._pump, client, server, "up")
            self._spawn(self._pump, server, client, "down")

    def _pump(self, source: socket.socket, sink: socket.socket, direction: Direction) -> None:
        passed = 0
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                self._flows.wait()
                fault = self._fault_for(direction)
                if fault is None or passed + len(data) <= fault.at:
                    sink.sendall(self._change(direction, data))
                elif not self._trip(fault, data, fault.at - passed, source, sink):
                    return
                passed += len(data)
                with self._lock:
                    self.forwarded[direction] += len(data)
        for sock in (source, sink):
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            with self._lock:
                self._sockets.discard(sock)
            sock.close()

    def _fault_for(self, direction: Direction) -> Fault | None:
        with self._lock:
            return self._fault if self._fault and self._fault.direction == direction else None

    def _trip(self, fault: Fault, data: bytes, before: int, source: socket.socket, sink: socket.socket) -> bool:
        """Let the fault happen within this data; False when the connection is over."""
        before = max(0, before)
        sink.sendall(data[:before])
        with self._lock:
            if self._once:
                self._fault = None
        self.tripped.set()
        if fault.kind == "slow":
            for byte in data[before:]:
                self._closing.wait(fault.pause)
                sink.sendall(bytes([byte]))
            return True
        if fault.kind == "stall":
            self._closing.wait()
            return False
        for sock in (source, sink):
            _reset(sock)
        return False


def _reset(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NO_LINGER)
        sock.shutdown(socket.SHUT_RDWR)
    sock.close()
