"""check: what is right, what is not, and what a message to ourselves looks like when it comes back."""

import datetime as dt
import re
import socketserver
import subprocess
import sys
import threading
from types import SimpleNamespace

import pytest

from klachtmail.cli.roundtrip import round_trip
from klachtmail.config import load
from tests.servers.dovecot import Dovecot
from tests.servers.ports import HeldPort
from tests.servers.proxy import Proxy
from tests.system.conftest import PASSWORD, USER, Project, firm, project_on


def by_name(result):
    return {finding["what"]: finding for finding in result.json["checks"]}


def test_all_is_well(project, mailhost):
    mailhost.append(b"From: klant@example.nl\r\nSubject: klacht\r\n\r\nIk ben niet tevreden.\r\n")
    checked = project.run("check", "--json")
    assert checked.code == 0, checked.stdout
    assert checked.json["ok"]
    found = by_name(checked)
    assert found["waiting mail"]["text"].startswith("1 in INBOX")
    assert {name for name, finding in found.items() if finding["state"] == "failed"} == set()
    assert {
        "configuration",
        "data folder",
        "IMAP login",
        "folders",
        "filing",
        "new mail",
        "SMTP login",
        "templates",
    } <= set(found)
    assert not project.data.exists(), "a check makes nothing"
    assert len(mailhost.folder()) == 1


def test_the_register_is_read(project, mailhost):
    mailhost.append(b"From: klant@example.nl\r\nSubject: klacht\r\n\r\nIk ben niet tevreden.\r\n")
    assert project.run("poll").code == 0
    assert by_name(project.run("check", "--json"))["register"]["text"].startswith("open complaints: 1;")
    (project.data / "register.json").write_text("{")
    broken = project.run("check", "--json")
    assert broken.code == 1
    assert by_name(broken)["register"]["state"] == "failed"


def test_for_people_it_is_a_table_with_a_cure_beside_each_mistake(project):
    project.write(imap={"password": "fout"})
    checked = project.run("check")
    assert checked.code == 1
    assert "✗  IMAP login" in checked.stdout
    assert "→ check imap.username and imap.password" in checked.stdout
    assert "✓  SMTP login" in checked.stdout
    assert "fout" not in checked.stdout


def test_what_is_probably_not_meant_is_a_warning(project):
    checked = project.run("check", "--json")
    warnings = [finding["text"] for finding in checked.json["checks"] if finding["state"] == "warning"]
    assert any("organisation.appeal" in text for text in warnings)
    assert checked.code == 0


def test_a_server_that_cannot_be_reached_is_a_mistake_of_the_check(project):
    with HeldPort() as closed:
        project.write(imap={"port": closed.number}, smtp={"port": 1})
        checked = project.run("check", "--json")
    assert checked.code == 1
    found = by_name(checked)
    assert found["IMAP login"]["state"] == found["SMTP login"]["state"] == "failed"
    assert "smtp.port" in found["SMTP login"]["cure"]


def test_ports_that_are_exchanged_are_not_waited_for(project, mailhost, smtp_server):
    """No second attempt helps, so none is promised."""
    project.write(imap={"port": smtp_server.port}, smtp={"port": mailhost.imap_port})
    found = by_name(project.run("check", "--json"))
    assert "is no IMAP server there (unexpected response: " in found["IMAP login"]["text"]
    assert found["IMAP login"]["cure"] == "check imap.host, imap.port and imap.security"
    assert "is no SMTP server there (" in found["SMTP login"]["text"]
    assert found["SMTP login"]["cure"] == "check smtp.host and smtp.port"


def test_a_pop3_server_is_no_imap_server(project):
    class Pop3(socketserver.StreamRequestHandler):
        def handle(self):
            self.wfile.write(b"+OK POP3 ready\r\n")

    with socketserver.TCPServer(("127.0.0.1", 0), Pop3) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        project.write(imap={"port": server.server_address[1]})
        found = by_name(project.run("check", "--json"))
        server.shutdown()
    assert "is no IMAP server there" in found["IMAP login"]["text"]


def test_a_server_without_starttls_is_not_waited_for(project):
    project.write(imap={"security": "starttls"})
    found = by_name(project.run("check", "--json"))
    assert "has no STARTTLS there" in found["IMAP login"]["text"]
    assert found["IMAP login"]["cure"] == "check imap.host, imap.port and imap.security"


@pytest.mark.parametrize("place", ["config.yaml/data", "/proc/nowhere/data"])
def test_a_data_folder_that_cannot_be_made_is_a_mistake_before_the_start(project, place):
    project.write(data_dir=place)
    found = by_name(project.run("check", "--json"))
    assert found["data folder"]["state"] == "failed"
    assert "cannot be made in" in found["data folder"]["text"]


def test_a_broken_template_is_found_with_file_and_line(project):
    own = project.folder / "letters" / "nl"
    own.mkdir(parents=True)
    (own / "outcome.md").write_text("subject: x\npreview: x\n\n{% if %}\n")
    project.write(template_dir="letters")
    checked = project.run("check", "--json")
    assert checked.code == 1
    assert f"{own / 'outcome.md'}:" in by_name(checked)["templates"]["text"]


def test_a_data_folder_that_others_can_read_is_a_mistake(project):
    project.data.mkdir(mode=0o755)
    project.data.chmod(0o755)
    checked = project.run("check", "--json")
    assert checked.code == 1
    assert by_name(checked)["data folder"]["cure"] == f"chmod 700 {project.data}"


def test_a_server_without_move_and_uidplus_is_a_warning(tmp_path, smtp_server):
    with Dovecot.required(without=("MOVE", "UIDPLUS")) as plain:
        checked = project_on(tmp_path, plain, smtp_server).run("check", "--json")
        assert by_name(checked)["filing"]["state"] == "warning"
        assert checked.code == 0


class Carrier:
    """Brings what is sent to the mailbox, the way a mail server does; `change` is what it does to it on the way."""

    def __init__(self, mailhost, smtp_server, change):
        self._to = SimpleNamespace(mailhost=mailhost, smtp=smtp_server, change=change)
        self._thread = threading.Thread(target=self._carry)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._thread.join(60)

    def _carry(self):
        letter = self._to.smtp.wait_for(1, 60)[0]
        self._to.mailhost.deliver(self._to.change(letter.content), sender=letter.envelope_from)


def test_a_message_to_ourselves_comes_back_with_its_token_and_is_filed(project, mailhost, smtp_server):
    stamped = b"Authentication-Results: mx.ront.nl; spf=pass smtp.mailfrom=ront.nl\r\n"
    with Carrier(mailhost, smtp_server, lambda content: stamped + content):
        checked = project.run("check", "--send", "--json")
    found = by_name(checked)
    assert checked.code == 0, checked.stdout
    assert found["token"]["text"] == "it survives in Message-ID and References"
    assert found["Authentication-Results"]["text"].startswith("mx.ront.nl; spf=pass")
    assert "trusted_authserv_id: mx.ront.nl" in found["Authentication-Results"]["cure"]
    assert mailhost.folder() == []
    assert len(mailhost.folder("Automatisch")) == 1
    assert project.run("poll", "--json").json["fetched"] == 0
    assert project.run("list", "--json").json == []


@pytest.mark.parametrize(
    ("line", "state"),
    [((b"Message-ID",), "ok"), ((b"References",), "warning"), ((b"Message-ID", b"References"), "failed")],
)
def test_what_the_servers_rewrite_is_seen(project, mailhost, smtp_server, line, state):
    def rewrite(content):
        head, _, body = content.partition(b"\r\n\r\n")
        kept = [field for field in head.split(b"\r\n") if not field.startswith(line)]
        return b"\r\n".join([*kept, b"Message-ID: <new@relay.example>", b"", body])

    with Carrier(mailhost, smtp_server, rewrite):
        assert by_name(project.run("check", "--send", "--json"))["token"]["state"] == state


class Idling:
    """Between the program and the server: notes when it waits in IDLE; when `mute`, nothing is told of new mail there."""

    def __init__(self, *, mute):
        self.waits = threading.Event()
        self._mute = mute
        self._idles = False

    def __call__(self, direction, data):
        if direction == "up":
            self._idles = data.rstrip().upper().endswith(b" IDLE")
            if self._idles:
                self.waits.set()
            return data
        return re.sub(rb"\* \d+ (?:EXISTS|RECENT)\r\n", b"", data) if self._mute and self._idles else data


@pytest.mark.parametrize(
    ("mute", "state", "text"),
    [
        (False, "ok", "IDLE: new mail is seen at once"),
        (True, "warning", "IDLE did not tell of it: new mail is seen every"),
    ],
    ids=["a server that tells", "a server that announces IDLE and never tells"],
)
def test_idle_is_believed_where_it_told_of_our_own_mail(tmp_path, dovecot, smtp_server, mute, state, text):
    idling = Idling(mute=mute)

    def when_it_waits(content):
        assert idling.waits.wait(60)
        return content

    with Proxy(dovecot.imap_port, idling) as proxy:
        way = SimpleNamespace(host=proxy.host, imap_port=proxy.port)
        project = project_on(tmp_path, way, smtp_server)
        with Carrier(dovecot, smtp_server, when_it_waits):
            found = {each.what: each for each in round_trip(load(project.config, {}), dt.datetime.now(dt.UTC), 100)}
    news = found["new mail"]
    assert (news.state, news.text.startswith(text)) == (state, True), news
    assert found["coming back"].state == "ok"
    assert ("schedule.poll_seconds" in news.cure) == mute


def test_a_message_that_does_not_come_back_is_a_mistake(project):
    checked = project.run("check", "--send", "--wait", "1", "--json")
    assert checked.code == 1
    assert by_name(checked)["coming back"]["state"] == "failed"


def test_that_we_may_not_send_as_this_address_is_a_mistake(project, smtp_server):
    smtp_server.answer("mail", "553 5.7.1 not your address")
    checked = project.run("check", "--send", "--json")
    assert checked.code == 1
    assert "not your address" in by_name(checked)["sending"]["text"]
    assert "let klachten@ront.nl send as klachten@ront.nl" in by_name(checked)["sending"]["cure"]


def test_what_only_some_texts_need_is_not_loaded_at_the_start():
    program = (
        "import sys, klachtmail.cli, klachtmail.service.poll\n"
        "from klachtmail.domain.people.telephone import telephones\n"
        "assert not list(telephones('Er is niets aan te bellen.'))\n"
        "sys.exit('phonenumbers' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_who_polls_loads_nothing_of_what_the_clock_asks_for():
    program = (
        "import sys, klachtmail.cli.rounds\n"
        "agenda = {f'klachtmail.domain.agenda.{name}' for name in ('build', 'clock', 'figures', 'reports', 'reminders')}\n"
        "print(*sorted({'klachtmail.service.sweep', 'klachtmail.service.restore.reconcile', *agenda} & sys.modules.keys()))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_who_checks_an_alias_asks_for_words_and_not_for_what_they_mean():
    from klachtmail.config.rules import alias
    from klachtmail.domain.commands import lexicon

    lexicon.lexicon.cache_clear()
    assert alias("oppakken")
    assert alias("jan") is None
    assert lexicon.lexicon.cache_info().currsize == 0


def test_who_lists_complaints_loads_no_grammar_and_no_letters(tmp_path):
    nowhere = {"host": "127.0.0.1", "port": 1, "security": "none", "username": USER, "password": PASSWORD}
    project = Project(tmp_path, firm(imap=nowhere, smtp=nowhere))
    program = (
        "import atexit, sys\n"
        "from klachtmail.cli import main\n"
        "unwanted = {f'klachtmail.{name}' for name in ('letters.writer', 'mailbox.imap', 'parse')}\n"
        "unwanted |= {f'klachtmail.domain.commands.{name}' for name in ('reader', 'oral', 'table', 'row')}\n"
        "atexit.register(lambda: print('loaded:', *sorted(unwanted & sys.modules.keys())))\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "--config", str(project.config), "list", "--json"],
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    assert done.stdout.splitlines() == ["[]", "loaded:"]


def test_working_days_read_one_country_and_leave_the_others_to_who_asks_for_them():
    program = (
        "import sys\n"
        "from klachtmail.domain.firm.calendar import public_holidays\n"
        "assert len(public_holidays(2026)) == 9\n"
        "assert [name for name in sys.modules if name.startswith('holidays.countries')] == ['holidays.countries.netherlands']\n"
        "import holidays\n"
        "assert '2026-07-21' in holidays.country_holidays('BE')\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
