"""A token provider on loopback: Microsoft's and Google's token endpoints, device sign-in, and introspection (RFC 7662).

`Provider` is what it knows and can be told to do; `serve` puts it behind HTTP or HTTPS on a free port.
"""

import base64
import datetime as dt
import json
import threading
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult

from tests.servers.certificates import Certificates
from tests.servers.dovecot import Dovecot
from tests.servers.ports import LOOPBACK
from tests.servers.smtp_server import ScriptedSMTP, SmtpServer

TENANT = "11111111-2222-3333-4444-555555555555"
CLIENT = "66666666-7777-8888-9999-000000000000"
SECRET = "canary-client-secret"

Answer = tuple[int, dict[str, object]]


@dataclass
class Token:
    """An access token that was given out."""

    scope: str
    user: str
    active: bool = True


@dataclass
class Provider:
    """`refusals` are answered to the next token requests instead of a token."""

    user: str = "klachten@ront.nl"
    expires_in: int = 3600
    rotate: bool = False  # give a new refresh token with each use of one
    granted_scope: str | None = None  # None: what was asked for
    refusals: list[Answer] = field(default_factory=list)
    requests: list[dict[str, str]] = field(default_factory=list)  # the forms of the token requests
    tokens: dict[str, Token] = field(default_factory=dict)
    refresh_tokens: list[str] = field(default_factory=list)
    asked_for: str = ""  # the scope of the last device sign-in
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def refuse(self, error: str, *codes: int, status: int = 400) -> None:
        """Answer the next token request with this error of RFC 6749 §5.2 and these AADSTS numbers."""
        said = f"AADSTS{codes[0] if codes else 0}: what went wrong.\r\nTrace ID: 1"
        self.refusals.append((status, {"error": error, "error_description": said, "error_codes": list(codes)}))

    def revoke(self) -> None:
        """Take back everything that was given: consent is withdrawn."""
        self.refresh_tokens.clear()
        for token in self.tokens.values():
            token.active = False

    def expire(self) -> None:
        """End the access tokens; who has a refresh token gets another one."""
        for token in self.tokens.values():
            token.active = False

    def token(self, form: dict[str, str]) -> Answer:
        """Answer a token request (RFC 6749 §4.4 and §6, RFC 7523 §2.1, RFC 8628 §3.4)."""
        self.requests.append(form)
        if self.refusals:
            return self.refusals.pop(0)
        if form["grant_type"] == "refresh_token" and form["refresh_token"] not in self.refresh_tokens:
            self.refuse("invalid_grant", 65001)
            return self.refusals.pop()
        return 200, self._grant(form)

    def _grant(self, form: dict[str, str]) -> dict[str, object]:
        scope = form.get("scope", self.asked_for)
        access_token = f"access-{next(self._numbers)}"
        self.tokens[access_token] = Token(self.granted_scope or scope, self.user)
        answer: dict[str, object] = {
            "access_token": access_token,
            "expires_in": self.expires_in,
            "token_type": "Bearer",
            "scope": scope,
        }
        if "device" in form["grant_type"] or (form["grant_type"] == "refresh_token" and self.rotate):
            answer["refresh_token"] = f"refresh-{next(self._numbers)}"
            self.refresh_tokens.append(str(answer["refresh_token"]))
        if form["grant_type"] != "client_credentials":
            answer["client_info"] = _base64url({"uid": "uid", "utid": TENANT})
            answer["id_token"] = f"{_base64url({'alg': 'none'})}.{_base64url(self._identity())}."
        return answer

    def _identity(self) -> dict[str, object]:
        ends = int(dt.datetime.now(dt.UTC).timestamp()) + 3600
        return {"iss": "local", "sub": "sub", "aud": CLIENT, "exp": ends, "preferred_username": self.user}

    def device(self, form: dict[str, str]) -> Answer:
        """Begin a device sign-in (RFC 8628 §3.2); whoever asks for its token has signed in."""
        if self.refusals:
            return self.refusals.pop(0)
        self.asked_for = form["scope"]
        uri = "https://microsoft.example/devicelogin"
        flow = {"device_code": "d", "user_code": "ABCD", "verification_uri": uri, "expires_in": 60, "interval": 1}
        return 200, flow

    def introspect(self, form: dict[str, str]) -> Answer:
        """Answer a mail server's question about a token (RFC 7662 §2.2)."""
        token = self.tokens.get(form.get("token", ""))
        if token is None or not token.active:
            return 200, {"active": False}
        return 200, {"active": True, "username": token.user, "scope": token.scope}


@dataclass(frozen=True)
class OAuthServer:
    """A provider that listens. `ca_file` has the certificate to trust, None when it listens without TLS."""

    provider: Provider
    url: str
    ca_file: Path | None

    @property
    def token_endpoint(self) -> str:
        return f"{self.url}/{TENANT}/oauth2/v2.0/token"


@contextmanager
def serve(provider: Provider, certificates: Certificates | None = None) -> Iterator[OAuthServer]:
    """Serve a provider on a free loopback port; with certificates over TLS."""
    with ThreadingHTTPServer((LOOPBACK, 0), _handler(provider)) as server:
        if certificates:
            server.socket = certificates.server_context().wrap_socket(server.socket, server_side=True)
        url = f"{'https' if certificates else 'http'}://{LOOPBACK}:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield OAuthServer(provider, url, certificates and certificates.authority)
        finally:
            server.shutdown()
            thread.join()


class OAuthDovecot(Dovecot):
    """Dovecot that takes XOAUTH2 alone, and asks a provider about each token; `scope` is the one it wants."""

    name = "dovecot-oauth"

    def __init__(self, provider_url: str = "", scope: str = "") -> None:
        super().__init__()
        self._provider_url = provider_url
        self._scope = scope

    def _make_root(self) -> Path:
        root = super()._make_root()
        (root / "oauth2.conf").write_text("".join(f"{name} = {value}\n" for name, value in self._asks().items()))
        return root

    def _asks(self) -> dict[str, str]:
        """Return how Dovecot asks the provider about a token (RFC 7662)."""
        asks = {
            "introspection_url": f"{self._provider_url}/introspect",
            "introspection_mode": "post",
            "username_attribute": "username",
            "active_attribute": "active",
            "active_value": "true",
            "scope": self._scope,
        }
        return {name: value for name, value in asks.items() if value}

    def _more(self, root: Path) -> list[str]:
        passdb = f"passdb {{\n  driver = oauth2\n  mechanisms = xoauth2\n  args = {root}/oauth2.conf\n}}"
        if self._new:
            asks = "".join(f"oauth2_{name} = {value}\n" for name, value in self._asks().items())
            passdb = f"{asks}passdb oauth2 {{\n  mechanisms_filter = xoauth2\n}}"
        no_penalty = "service anvil {\n  unix_listener anvil-auth-penalty {\n    mode = 0\n  }\n}"  # 2 s per refusal
        return [*super()._more(root), "auth_mechanisms = xoauth2", no_penalty, passdb]


class OAuthSmtpServer(SmtpServer):
    """An SMTP server that takes XOAUTH2 alone, and asks a provider about each token; `scope` is the one it wants.

    With `ended` it asks again before each letter, and says this when the token of the connection has ended.
    """

    def __init__(self, provider: Provider, scope: str = "", ended: str = "") -> None:
        super().__init__()
        self.provider = provider
        self.scope = scope
        self.ended = ended
        self.refusals = 0

    def takes(self, user: str, bearer: str) -> bool:
        """Return whether the provider vouches for this token, for this user and what is done here."""
        _, said = self.provider.introspect({"token": bearer})
        is_fine = said["active"] and said["username"] == user and self.scope in str(said["scope"])
        self.refusals += not is_fine
        return bool(is_fine)

    def _protocol(self) -> ScriptedSMTP:
        return _BearerSMTP(self, hostname="localhost", ident="test", loop=self._loop, auth_required=True)


class _BearerSMTP(ScriptedSMTP):
    _script: OAuthSmtpServer
    _bearer = ("", "")

    async def auth_XOAUTH2(self, _server: SMTP, arguments: list[str]) -> AuthResult:
        said = base64.b64decode(arguments[1]).decode()
        user, bearer = said.removesuffix("\1\1").removeprefix("user=").split("\1auth=Bearer ")
        if self._script.takes(user, bearer):
            self._bearer = (user, bearer)
            return AuthResult(success=True)
        await self.challenge_auth('{"status":"400","schemes":"bearer"}')  # as Gmail does: the reason comes first
        return AuthResult(success=False, handled=False)

    async def smtp_MAIL(self, arg: str) -> None:  # aiosmtpd's name
        if self._script.ended and self._bearer[1] and not self._script.takes(*self._bearer):
            await self.push(self._script.ended)
            if self._script.ended.startswith("421"):
                self.transport.close()
            return
        await super().smtp_MAIL(arg)


def _handler(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = 10

        def do_GET(self) -> None:
            path = urllib.parse.urlsplit(self.path)
            host = self.headers["Host"]
            if path.path == f"/{TENANT}/v2.0/.well-known/openid-configuration":
                base = f"https://{host}/{TENANT}/oauth2/v2.0"
                self._send(
                    200,
                    {
                        "issuer": f"https://{host}/{TENANT}/v2.0",
                        "authorization_endpoint": f"{base}/authorize",
                        "token_endpoint": f"{base}/token",
                        "device_authorization_endpoint": f"{base}/devicecode",
                    },
                )
            else:
                self._send(404, {"error": "not_found"})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = dict(urllib.parse.parse_qsl(body))
            if self.path.endswith("/token"):
                self._send(*provider.token(form))
            elif self.path.endswith("/introspect"):
                self._send(*provider.introspect(form))
            elif self.path.endswith("/devicecode"):
                self._send(*provider.device(form))
            else:
                self._send(404, {"error": "not_found"})

        def _send(self, status: int, answer: dict[str, object]) -> None:
            body = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (http.server's name)
            pass

    return Handler


def _base64url(value: dict[str, object]) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()
