"""A real SMTP server on loopback that takes letters, and does at each stage what a test tells it."""

import asyncio
import logging
import ssl
import threading
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Any, Self

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.servers.ports import LOOPBACK

HANG_UP = "hang up"

logging.getLogger("mail.log").setLevel(logging.ERROR)  # aiosmtpd warns of its own deprecations


@dataclass(frozen=True)
class Letter:
    """What was handed over; `content` as it was before the dots were doubled, `options` those of MAIL FROM."""

    envelope_from: str
    recipients: tuple[str, ...]
    content: bytes
    options: tuple[str, ...] = ()


class SmtpServer:
    """Takes every letter with 250 unless told otherwise by `answer`.

    Stages: 'connect' (the greeting is followed by it), 'ehlo', 'auth', 'mail', 'rcpt', 'data' (instead of 354), 'content'
    (after the final dot; the letter is then not kept) and 'accepted' (the letter is kept, and then comes the answer).
    """

    host = LOOPBACK

    def __init__(
        self,
        login: tuple[str, str] | None = None,
        size: int | None = None,
        implicit_tls: ssl.SSLContext | None = None,
        starttls: ssl.SSLContext | None = None,
        *,
        smtputf8: bool = True,
        pipelining: bool = False,
    ) -> None:
        self.letters: list[Letter] = []
        self.connections = 0
        self.commands: list[str] = []
        self.greeted: list[str] = []  # under which names
        self.port = 0
        self._login = login
        self._size = size
        self._implicit_tls = implicit_tls
        self._starttls = starttls
        self._smtputf8 = smtputf8
        self._pipelining = pipelining
        self._always: dict[str, str] = {}
        self._once: dict[str, deque[str]] = defaultdict(deque)
        self._refused: dict[str, str] = {}
        self._arrived = threading.Condition()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="smtp-server", daemon=True)
        self._listens = threading.Event()
        self._sessions: set[Any] = set()

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._listens.wait(20), "the SMTP server does not start"
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(20)

    def answer(self, stage: str, reply: str, times: int | None = None) -> None:
        """Answer so at this stage ('452 4.3.1 full', or HANG_UP): so many times, or until `heal`."""
        if times is None:
            self._always[stage] = reply
        else:
            self._once[stage].extend([reply] * times)

    def refuse(self, recipient: str, reply: str = "550 5.1.1 unknown user") -> None:
        """Answer so to letters to this one address."""
        self._refused[recipient] = reply

    def heal(self) -> None:
        """Take every letter again."""
        self._always.clear()
        self._once.clear()
        self._refused.clear()

    def forget(self) -> None:
        """Forget the letters that were taken."""
        with self._arrived:
            self.letters.clear()

    def hang_up(self) -> None:
        """End all connections now, without a word."""
        done = threading.Event()
        self._loop.call_soon_threadsafe(self._abort_all, done)
        assert done.wait(20)

    def wait_for(self, count: int, seconds: float = 30.0) -> list[Letter]:
        """Return the letters when there are at least so many; AssertionError when they do not come in time."""
        with self._arrived:
            came = self._arrived.wait_for(lambda: len(self.letters) >= count, seconds)
            assert came, f"{len(self.letters)} letters came, not {count}"
            return list(self.letters)

    def letters_to(self, recipient: str) -> list[Letter]:
        """Return the letters to this address, oldest first."""
        with self._arrived:
            return [letter for letter in self.letters if recipient in letter.recipients]

    def scripted(self, stage: str) -> str | None:
        """Return what to answer at this stage, None for the usual."""
        return self._once[stage].popleft() if self._once[stage] else self._always.get(stage)

    def scripted_for(self, recipient: str) -> str | None:
        """Return what to answer to this recipient, None for the usual."""
        return self._refused.get(recipient)

    def keep(self, letter: Letter) -> None:
        """Note a letter that was taken."""
        with self._arrived:
            self.letters.append(letter)
            self._arrived.notify_all()

    def opened(self, session: Any) -> None:
        """Note a connection."""
        self.connections += 1
        self._sessions.add(session)

    def _abort_all(self, done: threading.Event) -> None:
        for session in self._sessions:
            if session.transport is not None:
                session.transport.abort()
        self._sessions.clear()
        done.set()

    def _authenticate(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, given: Any
    ) -> AuthResult:
        expected = tuple(text.encode() for text in self._login or ())
        success = isinstance(given, LoginPassword) and (given.login, given.password) == expected
        return AuthResult(success=success, handled=False)

    def _protocol(self) -> "ScriptedSMTP":
        return (PipedSMTP if self._pipelining else ScriptedSMTP)(
            self,
            data_size_limit=self._size,
            hostname="localhost",
            ident="test",
            loop=self._loop,
            tls_context=self._starttls,
            require_starttls=self._starttls is not None,
            enable_SMTPUTF8=self._smtputf8,
            auth_required=self._login is not None,
            auth_exclude_mechanism=() if self._login else ("LOGIN", "PLAIN"),
            authenticator=self._authenticate if self._login else None,
        )

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        starting = self._loop.create_server(self._protocol, LOOPBACK, 0, ssl=self._implicit_tls)
        server = self._loop.run_until_complete(starting)
        self.port = server.sockets[0].getsockname()[1]
        self._loop.call_soon(self._listens.set)
        self._loop.run_forever()
        server.close()
        self._abort_all(threading.Event())
        self._loop.run_until_complete(self._cancel_all())
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    async def _cancel_all(self) -> None:
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class ScriptedSMTP(SMTP):
    """aiosmtpd's protocol, which asks the server's script before each stage."""

    def __init__(self, script: SmtpServer, **options: Any) -> None:
        self._script = script
        super().__init__(handler=_Handler(script), **options)
        self._auth_require_tls = False  # as an option it would warn of what is fine on loopback

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self._script.opened(self)

    async def _scripted(self, stage: str) -> bool:
        """Say what the script has for this stage; True when it had something."""
        reply = self._script.scripted(stage)
        if reply is not None:
            await self._say(reply)
        return reply is not None

    async def _say(self, reply: str) -> None:
        if reply == HANG_UP:
            self.transport.abort()
            raise asyncio.CancelledError
        await self.push(reply)

    async def smtp_EHLO(self, hostname: str) -> None:  # aiosmtpd's name
        self._script.greeted.append(hostname)
        if not await self._scripted("ehlo"):
            await super().smtp_EHLO(hostname)

    async def smtp_AUTH(self, arg: str) -> None:  # aiosmtpd's name
        if not await self._scripted("auth"):
            await super().smtp_AUTH(arg)

    async def smtp_MAIL(self, arg: str) -> None:  # aiosmtpd's name
        self._script.commands.append(f"MAIL {arg}")
        if not await self._scripted("mail"):
            await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg: str) -> None:  # aiosmtpd's name
        address = arg[arg.find("<") + 1 : arg.rfind(">")]
        if refusal := self._script.scripted_for(address):
            await self._say(refusal)
        elif not await self._scripted("rcpt"):
            await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg: str) -> None:  # aiosmtpd's name
        if not await self._scripted("data"):
            await super().smtp_DATA(arg)


class PipedSMTP(ScriptedSMTP):
    """The same, which says that it takes commands in one piece (RFC 2920); aiosmtpd always does."""

    async def push(self, status: str | bytes) -> None:
        if status == "250 HELP":  # the last line of the answer to EHLO
            await super().push("250-PIPELINING")
        await super().push(status)


class _Handler:
    """Decides about a letter that came in whole."""

    def __init__(self, script: SmtpServer) -> None:
        self._script = script

    async def handle_DATA(self, server: ScriptedSMTP, _session: Session, envelope: Envelope) -> str:  # aiosmtpd's name
        letter = Letter(
            (envelope.mail_from or "").replace("<>", ""),
            tuple(envelope.rcpt_tos),
            bytes(envelope.content or b""),
            tuple(envelope.mail_options),
        )
        reply = self._script.scripted("content")
        if reply is None:
            self._script.keep(letter)
            reply = self._script.scripted("accepted") or "250 2.0.0 taken"
        if reply == HANG_UP:
            server.transport.abort()
        return reply
