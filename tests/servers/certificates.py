"""A certificate authority of our own and a certificate for localhost, made with openssl at test time."""

import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path

HERE = "DNS:localhost,IP:127.0.0.1"


@dataclass(frozen=True)
class Certificates:
    """Files in PEM; `authority` is what a client trusts."""

    authority: Path
    certificate: Path
    key: Path

    def server_context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, self.key)
        return context


def make_certificates(folder: Path, names: str = HERE) -> Certificates:
    """Make an authority and a certificate for these names in this folder."""
    made = Certificates(folder / "ca.pem", folder / "server.pem", folder / "server.key")
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    _openssl(
        "req",
        "-x509",
        *curve,
        "-days",
        "2",
        "-subj",
        "/CN=Test authority",
        "-keyout",
        folder / "ca.key",
        "-out",
        made.authority,
        "-addext",
        "keyUsage=critical,keyCertSign,cRLSign",
    )
    _openssl("req", *curve, "-subj", "/CN=localhost", "-keyout", made.key, "-out", folder / "server.csr")
    (folder / "extensions").write_text(f"subjectAltName={names}\nbasicConstraints=CA:FALSE\n")
    _openssl(
        "x509",
        "-req",
        "-in",
        folder / "server.csr",
        "-CA",
        made.authority,
        "-CAkey",
        folder / "ca.key",
        "-CAcreateserial",
        "-days",
        "2",
        "-extfile",
        folder / "extensions",
        "-out",
        made.certificate,
    )
    return made


def _openssl(*arguments: str | Path) -> None:
    subprocess.run(["openssl", *arguments], check=True, capture_output=True, timeout=60)
