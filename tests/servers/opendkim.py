"""OpenDKIM before Postfix: a milter that writes into each mail from outside whose signature it bears (RFC 8601)."""

import base64
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Self

import pytest

from tests.servers.dovecot import may_not_skip
from tests.servers.ports import LOOPBACK, HeldPort, wait_until_open

SETTINGS = """
Background no
Mode v
Socket inet:{port}@{host}
UserID nobody
AuthservID mail.ront.nl
AlwaysAddARHeader yes
TestDNSData file:{root}/dns
"""
SELECTOR = "proef"


class Signer:
    """A key of a domain; `signed` returns a mail as the server of that domain sends it."""

    def __init__(self, domain: str) -> None:
        self.domain = domain

    def make_key(self, path: Path) -> str:
        """Make the key, and return its other half as it stands in the domain's DNS."""
        self._key = path
        _openssl("genrsa", "-out", path, "2048")
        public = _openssl("rsa", "-in", path, "-pubout").decode()
        return "".join(line for line in public.splitlines() if not line.startswith("-"))

    def signed(self, raw: bytes) -> bytes:
        """Return the mail with a signature of the domain (RFC 6376; opendkim-testmsg only knows SHA-1)."""
        head, _, body = raw.partition(b"\r\n\r\n")
        fields = {line.partition(b":")[0].lower(): line for line in re.split(rb"\r\n(?![ \t])", head)}
        names = [name for name in (b"from", b"to", b"subject", b"message-id") if name in fields]
        digest = base64.b64encode(hashlib.sha256(body.rstrip(b"\r\n") + b"\r\n").digest())
        field = b"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/simple; d=%s; s=%s; h=%s; bh=%s; b=" % (
            self.domain.encode(),
            SELECTOR.encode(),
            b":".join(names),
            digest,
        )
        words = b"\r\n".join(relaxed(line) for line in (*(fields[name] for name in names), field))
        signature = _openssl("dgst", "-sha256", "-sign", self._key, given=words)
        return field + base64.b64encode(signature) + b"\r\n" + raw


def _openssl(*words: str | os.PathLike[str], given: bytes = b"") -> bytes:
    return subprocess.run(["openssl", *words], input=given, capture_output=True, timeout=30, check=True).stdout


class OpenDkim(Signer):
    """Verifies on `port` what the domain signed. No name server is asked."""

    def __init__(self, domain: str) -> None:
        if shutil.which("opendkim", path="/usr/sbin") is None or os.geteuid() != 0:  # it becomes nobody
            advice = "OpenDKIM is not here: run deploy/test-servers.sh as root"
            (pytest.fail if may_not_skip() else pytest.skip)(advice)
        super().__init__(domain)
        self._held = HeldPort()
        self.port = self._held.number

    def __enter__(self) -> Self:
        self._root = Path(tempfile.mkdtemp(prefix="opendkim-"))
        self._root.chmod(0o755)
        public = self.make_key(self._root / "key")
        (self._root / "dns").write_text(f"{SELECTOR}._domainkey.{self.domain} v=DKIM1; k=rsa; p={public}\n")
        settings = self._root / "opendkim.conf"
        settings.write_text(SETTINGS.format(host=LOOPBACK, port=self.port, root=self._root))
        with (self._root / "said").open("ab") as said:
            self._process = subprocess.Popen(
                ["/usr/sbin/opendkim", "-f", "-x", settings], stdin=subprocess.DEVNULL, stdout=said, stderr=said
            )
        try:
            wait_until_open(self.port, self._process)
        except BaseException as error:
            complaints = (self._root / "said").read_text()
            self.__exit__()
            raise RuntimeError(f"OpenDKIM does not start: {complaints}") from error
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait(20)
        self._held.release()
        shutil.rmtree(self._root)


def relaxed(line: bytes) -> bytes:
    """Return a header field as RFC 6376 §3.4.2 wants it signed."""
    name, _, value = line.partition(b":")
    return name.strip().lower() + b":" + b" ".join(value.split())
