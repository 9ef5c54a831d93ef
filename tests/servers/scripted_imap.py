"""An IMAP server that says what a test tells it, for what real servers do only on bad days."""

import contextlib
import re
import socket
import threading
from typing import Self

from tests.servers.ports import LOOPBACK

GREETING = b"* OK [CAPABILITY IMAP4rev1] at your service\r\n"

USUAL: dict[str, bytes] = {
    r"CAPABILITY": b"* CAPABILITY IMAP4rev1 UIDPLUS MOVE IDLE\r\n",
    r"LIST": b'* LIST () "/" INBOX\r\n* LIST () "/" Verwerkt\r\n* LIST () "/" Automatisch\r\n* LIST () "/" Quarantaine\r\n',
    r"SELECT": b"* 1 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 2] ok\r\n* OK [PERMANENTFLAGS (\\Deleted)] ok\r\n",
    r"LOGOUT": b"* BYE bye\r\n",
}


class ScriptedImap:
    r"""Answers a command that matches a pattern with these bytes, and 'tag OK done' unless they end in a tagged line.

    IDLE ends with DONE. `b'%t'` in an answer stands for the tag of the command; `commands` has what came in, without tags.
    """

    host = LOOPBACK

    def __init__(self, answers: dict[str, bytes]) -> None:
        self._answers = {**answers, **USUAL} | answers
        self._listener = socket.create_server((LOOPBACK, 0))
        self._accepted: list[socket.socket] = []
        self._thread = threading.Thread(target=self._serve, name="scripted-imap", daemon=True)
        self.imap_port: int = self._listener.getsockname()[1]
        self.commands: list[str] = []
        self._idle_tag = b""

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        for sock in (self._listener, *self._accepted):
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()
        self._thread.join(20)

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                self._accepted.append(client)
                with contextlib.suppress(OSError), client, client.makefile("rb") as lines:
                    client.sendall(GREETING)
                    for line in lines:
                        self._answer(client, line.rstrip(b"\r\n"))

    def _answer(self, client: socket.socket, line: bytes) -> None:
        tag, _, command = line.partition(b" ")
        if line == b"DONE":
            client.sendall(self._idle_tag + b" OK done\r\n")
            return
        text = command.decode()
        self.commands.append(text)
        said = next((answer for pattern, answer in self._answers.items() if re.match(pattern, text)), b"")
        ends = b"" if b"%t" in said or text == "IDLE" else b"%t OK done\r\n"
        self._idle_tag = tag
        client.sendall((said + ends).replace(b"%t", tag))
