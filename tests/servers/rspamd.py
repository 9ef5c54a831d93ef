"""rspamd before Postfix: a milter that judges each mail from outside and writes what it found of its signature (RFC 8601)."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Self

import pytest

from tests.servers.dovecot import may_not_skip
from tests.servers.opendkim import SELECTOR, Signer
from tests.servers.ports import LOOPBACK, HeldPort, wait_until_open

PROGRAM = "rspamd"
# Its own rules and nobody else's: no name server is asked, and nothing is kept.
SETTINGS = """
options {{
  pidfile = "{root}/pid"; hs_cache_dir = "{root}"; control_socket = "{root}/control mode=0600";
  filters = "dkim"; local_addrs = []; tempdir = "{root}"; url_tld = "{root}/tlds";
  dns {{
    nameserver = ["{host}:9"]; timeout = 0.1s; retransmits = 1;
    fake_records = [{{ name = "{selector}._domainkey.{domain}"; type = txt; replies = ["v=DKIM1; k=rsa; p={key}"]; }}];
  }}
}}
logging {{ type = "console"; level = "notice"; }}
worker "rspamd_proxy" {{
  bind_socket = "{host}:{port}"; count = 1; milter = yes; timeout = 20s;
  upstream "itself" {{ default = yes; self_scan = yes; }}
}}
modules {{ path = "/usr/share/rspamd/plugins/milter_headers.lua"; }}
dkim {{ check_local = true; }}
milter_headers {{ use = ["authentication-results", "spam-header", "x-spamd-bar"]; skip_local = false; }}
actions {{ reject = 999; add_header = 6; }}
group "signatures" {{ symbols {{ R_DKIM_ALLOW {{ weight = -0.2; }} R_DKIM_REJECT {{ weight = 1; }} }} }}
"""


class Rspamd(Signer):
    """Judges on `port`; `signed` returns a mail as the server of `domain` sends it."""

    def __init__(self, domain: str) -> None:
        if shutil.which(PROGRAM) is None:
            advice = "rspamd is not here: run deploy/test-servers.sh as root"
            (pytest.fail if may_not_skip() else pytest.skip)(advice)
        super().__init__(domain)
        self._held = HeldPort()
        self.port = self._held.number

    def __enter__(self) -> Self:
        self._root = Path(tempfile.mkdtemp(prefix="rspamd-"))
        self._root.chmod(0o777)
        public = self.make_key(self._root / "key")
        (self._root / "tlds").write_text("example\norg\nnl\n")  # compiling all that there are takes long
        settings = self._root / "rspamd.conf"
        settings.write_text(
            SETTINGS.format(
                host=LOOPBACK, port=self.port, root=self._root, selector=SELECTOR, domain=self.domain, key=public
            )
        )
        with (self._root / "said").open("ab") as said:
            self._process = subprocess.Popen(
                [PROGRAM, "--no-fork", "--insecure", "--config", settings],
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )
        try:
            wait_until_open(self.port, self._process)
        except BaseException as error:
            complaints = (self._root / "said").read_text()
            self.__exit__()
            raise RuntimeError(f"rspamd does not start: {complaints}") from error
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()  # its workers end with it
        self._process.wait(20)
        self._held.release()
        shutil.rmtree(self._root)
