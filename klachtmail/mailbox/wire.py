"""The bytes between us and the IMAP server: imaplib with bounded literals and reads that can be waited for.

imaplib believes the server: a literal of 4 GB is read into memory, and a response that arrived together with the one
before it stays unseen in a buffer that `select` does not know of (which is how IDLE loses news). `read` and `readline`
are the methods that imaplib documents as overridable; here they stand on one buffer of our own.
"""

import imaplib
import io
import select
import socket
import ssl
from typing import Any

from klachtmail.mailbox.port import Step, unheeded

CHUNK = 64 * 1024
LONGEST_LINE = 4 * 1024 * 1024
LARGEST_LITERAL = 1024 * 1024 * 1024  # beyond it nobody waits for the end: the connection is given up


class BoundedIMAP4(imaplib.IMAP4):
    """An IMAP4 client that keeps at most `allowance` bytes of literals per command; the rest is read and dropped.

    Whether a literal was cut shows in its response: the size it announced is larger than what was kept.
    Every command goes through here, and `step` hears of it before it is said and after its answer was read, so that a
    test can break off or die at each.
    """

    allowance = CHUNK

    def __init__(self, *arguments: Any, step: Step = unheeded, **options: Any) -> None:
        self.step = step
        super().__init__(*arguments, **options)

    def open(self, host: str = "", port: int = 143, timeout: float | None = None) -> None:
        """Connect, without Nagle's delay: APPEND writes twice before it reads, which would cost 40 ms each time."""
        self._received = bytearray()
        self._received_from: Any = None
        self.step("before connect")
        super().open(host, port, timeout)
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.step("after connect")

    def _simple_command(self, name: str, *arguments: Any) -> tuple[str, list[Any]]:
        """Say a command and return its status and data: imaplib's way for all of them but IDLE."""
        command = f"UID {arguments[0]}" if name == "UID" else name
        self.step(f"before {command}")
        answer: tuple[str, list[Any]] = super()._simple_command(name, *arguments)  # type: ignore[misc]  # typeshed
        self.step(f"after {command}")
        return answer

    def send(self, data: Any) -> None:
        """Send in pieces: the timeout of one sendall is for all of its bytes, too short for a large letter."""
        view = memoryview(data)
        for start in range(0, len(view), CHUNK):
            self.sock.sendall(view[start : start + CHUNK])

    @property
    def _buffer(self) -> bytearray:
        """What came and was not read yet: after STARTTLS nothing that was said in the clear, by whoever is in between."""
        if self._received_from is not self.sock:
            self._received, self._received_from = bytearray(), self.sock
        return self._received

    def readline(self) -> bytes:
        r"""Return one line with its CRLF, or what there was of it when the server closed the connection."""
        searched = 0
        while (end := self._buffer.find(b"\n", searched)) < 0:
            searched = len(self._buffer)
            if searched > LONGEST_LINE:
                raise self.abort("a line without end")
            if not self._receive():
                end = len(self._buffer) - 1
                break
        return self._take(end + 1)

    def read(self, size: int) -> bytes:
        """Read a literal of this size and return as much of it as the allowance holds."""
        if size > LARGEST_LITERAL:
            raise self.abort(f"a literal of {size} bytes")
        keep = min(size, self.allowance)
        self.allowance -= keep
        kept = self._exactly(keep)
        for start in range(keep, size, CHUNK):
            self._exactly(min(CHUNK, size - start))
        return kept

    def is_readable(self, seconds: float, wake: int) -> bool:
        """Wait so long for bytes of the server; False when none came or the file descriptor `wake` was written to."""
        if self._buffer or (isinstance(self.sock, ssl.SSLSocket) and self.sock.pending()):
            return True
        poller = select.poll()
        poller.register(self.sock.fileno(), select.POLLIN)
        poller.register(wake, select.POLLIN)
        ready = {descriptor for descriptor, _ in poller.poll(max(0.0, seconds) * 1000)}
        return bool(ready) and wake not in ready

    def _exactly(self, size: int) -> bytes:
        """Read so many bytes. BytesIO hands its buffer out without a copy: one literal is in memory once."""
        content = io.BytesIO()
        while (missing := size - content.tell()) > 0:
            if not self._buffer and not self._receive():
                raise self.abort("socket error: EOF")
            content.write(self._take(min(missing, len(self._buffer))))
        return content.getvalue()

    def _take(self, size: int) -> bytes:
        taken = bytes(memoryview(self._buffer)[:size])
        del self._buffer[:size]
        return taken

    def _receive(self) -> int:
        received = self.sock.recv(CHUNK)
        self._buffer.extend(received)
        return len(received)


class BoundedIMAP4overTLS(BoundedIMAP4, imaplib.IMAP4_SSL):  # type: ignore[misc]  # typeshed: other defaults of open()
    """The same with TLS from the first byte."""
