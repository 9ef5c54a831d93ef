"""A mail server for a handful of people: pymap (IMAP) and aiosmtpd (SMTP) on free loopback ports, in one thread.

Everybody has a mailbox, so that a mail program can log in as any of them. What is sent to an address without
one comes back as a delivery failure, as from the mail server of a stranger.
"""

import asyncio
import contextlib
import datetime as dt
import logging
import socket
import threading
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any, Final, Self
from uuid import uuid4

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword
from aiosmtpd.smtp import Session as SmtpSession
from proxyprotocol.result import ProxyResultLocal
from proxyprotocol.sock import SocketInfo
from pymap.backend.dict import Config, Identity, Login
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pymap.user import Passwords, UserMetadata

from klachtmail.demo.failure import delivery_failure


def _loopback() -> str:
    """Return the address on which this machine speaks with itself: a few have the one of IPv6 only."""
    with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", 0)):
        return "127.0.0.1"
    return "::1"


HOST: Final = _loopback()
_PATIENCE: Final = 20.0  # seconds

logging.getLogger("mail.log").setLevel(logging.ERROR)  # aiosmtpd warns of logins without TLS: this is one machine


@dataclass(frozen=True, slots=True)
class Delivered:
    """A message that was put into a mailbox; `to` is a bare address, `at` aware."""

    to: str
    sender: str
    content: bytes
    at: dt.datetime


class PostOffice:
    """Takes mail by SMTP and gives it by IMAP while the `with` block lasts; nothing is left of it afterwards.

    `clock` says when a message arrives (its INTERNALDATE). `delivered` grows as mail is handed over.
    """

    def __init__(self, addresses: Sequence[str], password: str, clock: Callable[[], dt.datetime]) -> None:
        self.delivered: list[Delivered] = []
        self.imap_port = self.smtp_port = 0
        self._addresses, self._password, self._clock = tuple(addresses), password, clock
        self._logins: Any = None  # pymap's, made in its own thread
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closing: asyncio.Event | None = None
        self._failure: BaseException | None = None
        self._open = threading.Event()
        self._thread = threading.Thread(target=self._run, name="post office", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._open.wait(_PATIENCE) or self._failure is not None:
            raise OSError(
                f"the demo's mail server does not start: {self._failure or 'no sign of it'}"
            ) from self._failure
        return self

    def __exit__(self, *_: object) -> None:
        if self._loop is not None and self._closing is not None:
            self._loop.call_soon_threadsafe(self._closing.set)
        self._thread.join(_PATIENCE)

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as failure:  # noqa: BLE001 - told to whoever waits for the servers
            self._failure = failure
        finally:
            self._open.set()

    async def _serve(self) -> None:
        self._loop, self._closing = asyncio.get_running_loop(), asyncio.Event()
        async with AsyncExitStack() as stack:
            imap = await asyncio.start_server(await self._imap(), HOST, 0)
            smtp = await self._loop.create_server(self._smtp, HOST, 0)
            stack.callback(imap.close)
            stack.callback(smtp.close)
            self.imap_port, self.smtp_port = (server.sockets[0].getsockname()[1] for server in (imap, smtp))
            self._open.set()
            await self._closing.wait()

    async def _imap(self) -> Any:
        """Return the callback of an IMAP server in which everybody of the story has a mailbox."""
        options = Namespace(passlib_cfg=None, proxy_protocol=None)
        config = Config(options, host=HOST, port=0, tls_enabled=False, demo_data=False, demo_user="", demo_password="")
        config.apply_context()
        self._logins = Login(config)
        hashed = await Passwords(config).hash_password(self._password)
        for address in self._addresses:
            await self._identity(address).set(UserMetadata(config, address, password=hashed))
        server = IMAPServer(self._logins, config)

        async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            """One connection to its end. proxyprotocol's reader would leave it to a task that nothing holds."""
            await server(reader, writer, SocketInfo.get(writer, ProxyResultLocal(), unique_id=uuid4().bytes))

        return converse

    def _identity(self, address: str) -> Any:
        return Identity(address, self._logins, None, frozenset())

    def _smtp(self) -> SMTP:
        server = SMTP(self, hostname="localhost", ident="demo", authenticator=self._authenticate, enable_SMTPUTF8=True)
        server._auth_require_tls = False
        return server

    def _authenticate(
        self, _server: SMTP, _session: SmtpSession, _envelope: Envelope, _mechanism: str, given: object
    ) -> AuthResult:
        known = isinstance(given, LoginPassword) and given.login.decode() in self._addresses
        success = known and isinstance(given, LoginPassword) and given.password.decode() == self._password
        return AuthResult(success=success, handled=False)

    async def handle_DATA(self, _server: SMTP, _session: SmtpSession, envelope: Envelope) -> str:
        """Put a message into the mailbox of each recipient, or send it back."""
        content, sender = envelope.original_content or b"", envelope.mail_from or ""
        for recipient in envelope.rcpt_tos:
            await self._deliver(recipient.lower(), sender, content)
        return "250 2.0.0 delivered"

    async def _deliver(self, recipient: str, sender: str, content: bytes) -> None:
        at = self._clock()
        self.delivered.append(Delivered(recipient, sender, content, at))
        if recipient in self._addresses:
            trace = f"Return-Path: <{sender}>\r\nDelivered-To: {recipient}\r\n".encode()
            async with self._identity(recipient).new_session() as session:
                await session.append_messages("INBOX", [AppendMessage(trace + content, at)])
        elif sender:
            await self._deliver(sender.lower(), "", delivery_failure(content, recipient, sender, at))
