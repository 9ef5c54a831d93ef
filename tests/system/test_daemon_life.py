"""The daemon's life: it says that it lives, notices what is dead, tells somebody, and ends when it is asked to."""

import contextlib
import dataclasses
import datetime as dt
import os
import socket
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from klachtmail.cli.build import open_office
from klachtmail.cli.context import Context
from klachtmail.daemon import Daemon as Loop
from klachtmail.service.watch.pulse import Pulse
from klachtmail.store import TinyStore
from tests.letters_read import read
from tests.loops import looping, until
from tests.servers.proxy import Proxy
from tests.system.conftest import SECONDS, Daemon, project_on
from tests.world import mail

pytestmark = pytest.mark.timeout(600)  # many runs of the program, on a machine that may be busy

ADMINISTRATOR = "beheer@ront.nl"


@pytest.fixture
def proxy(dovecot):
    with Proxy(dovecot.imap_port) as between:
        yield between


@pytest.fixture
def project(tmp_path, dovecot, smtp_server, proxy):
    class Behind:
        host, imap_port = proxy.host, proxy.port

    found = project_on(tmp_path, Behind, smtp_server)
    found.write(schedule={"poll_seconds": 5})
    return found


@contextlib.contextmanager
def impatient(project, seconds, hangs_after, **environment):
    """Run the daemon with short patience for the network, and a watchdog that acts soon."""
    options = project.command("run")
    command = [
        sys.executable,
        "-m",
        "tests.system.impatient",
        str(seconds),
        str(hangs_after),
        *options[options.index("--config") :],
    ]
    log = project.folder / "daemon.log"
    with log.open("ab") as output:
        process = subprocess.Popen(
            command,
            cwd=project.folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **environment},
        )
    try:
        yield Daemon(process, log)
    finally:
        process.kill()
        process.wait(SECONDS)


@contextlib.contextmanager
def systemd(folder):
    """Listen where systemd would; yields a function that waits for a state that begins so."""
    path = str(folder / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(path)
        listener.settimeout(60)

        def wait_for(beginning):
            while not (state := listener.recv(4096).decode()).startswith(beginning):
                pass
            return state

        yield path, wait_for


def complaint(n=1):
    return mail(f"Dit is klacht {n}.", sender=f"k{n}@example.nl", subject=f"Zaak {n}", message_id=f"z{n}@example.nl")


def test_systemd_hears_that_it_is_ready_how_it_goes_that_it_lives_and_that_it_stops(project, dovecot, proxy, tmp_path):
    with systemd(tmp_path) as (path, wait_for), impatient(project, 1, 2, NOTIFY_SOCKET=path) as daemon:
        wait_for("READY=1")
        assert wait_for("STATUS=") == "STATUS=all is well"
        wait_for("WATCHDOG=1")
        proxy.cut("down", 0)
        proxy.cut_all()
        while wait_for("STATUS=") == "STATUS=all is well":
            pass
        proxy.heal()
        while wait_for("STATUS=") != "STATUS=all is well":
            pass
        daemon.process.terminate()
        wait_for("STOPPING=1")
        assert daemon.process.wait(SECONDS) == 0, daemon.log()


def test_sigterm_ends_it_also_in_the_middle_of_a_dead_connection(project, dovecot, proxy, smtp_server, tmp_path):
    with systemd(tmp_path) as (path, wait_for), impatient(project, 60, 600, NOTIFY_SOCKET=path) as daemon:
        wait_for("STATUS=")
        proxy.stall("down", 0)
        dovecot.deliver(complaint())
        assert proxy.tripped.wait(60)
        daemon.process.terminate()
        assert daemon.process.wait(45) == 0  # the network alone would keep it for longer


def test_a_half_open_connection_is_noticed_and_replaced(project, dovecot, proxy, smtp_server, tmp_path):
    with systemd(tmp_path) as (path, wait_for), impatient(project, 1, 600, NOTIFY_SOCKET=path) as daemon:
        wait_for("STATUS=all is well")
        proxy.stall("down", 0)  # what comes from here on is swallowed, on the open connection
        dovecot.deliver(complaint())
        assert proxy.tripped.wait(60)
        proxy.heal()
        smtp_server.wait_for(3, seconds=110)  # with the real patience: poll_seconds and 30 s, under two minutes
        daemon.process.terminate()
        assert daemon.process.wait(SECONDS) == 0, daemon.log()


def test_a_server_that_restarts_is_found_again(project, dovecot, smtp_server):
    dovecot.deliver(complaint(1))
    with project.daemon():
        smtp_server.wait_for(3)
        dovecot.stop(keep=True)  # BYE
        dovecot.start()
        dovecot.deliver(complaint(2))
        smtp_server.wait_for(6, seconds=90)
    assert len(project.run("list", "--json").json) == 2


def test_a_poll_that_hangs_is_ended_by_the_watchdog(project, proxy):
    proxy.stall("down", 0)
    with impatient(project, 300, 1) as daemon:
        assert daemon.process.wait(60) == 70
        assert "the loop hangs" in daemon.log()
    assert "a round hung" in project.run("status").stdout


def test_a_second_daemon_on_the_same_data_folder_says_so_and_stops(project, tmp_path):
    with systemd(tmp_path) as (path, wait_for), project.daemon(NOTIFY_SOCKET=path):
        wait_for("READY=1")
        second = project.run("run")
        assert second.code == 4
        assert "already running on this data folder" in second.stderr


def test_the_administrator_is_told_once_that_mail_fails_and_once_that_it_is_over(project, proxy, smtp_server):
    proxy.cut("down", 0)
    with impatient(project, 1, 600) as daemon:
        smtp_server.wait_for(1, seconds=90)
        found = project.run("status", "--json")
        assert found.code == 1
        assert found.json["status"] == "critical"
        assert any("mail does not work" in reason for reason in found.json["why"])
        proxy.heal()
        smtp_server.wait_for(2, seconds=90)
        daemon.process.terminate()
        assert daemon.process.wait(SECONDS) == 0, daemon.log()
    subjects = [read(letter.content).subject for letter in smtp_server.letters_to(ADMINISTRATOR)]
    assert len(subjects) == len(smtp_server.letters) == 2
    assert "werkt niet goed" in subjects[0]
    assert "werkt weer" in subjects[1]
    assert project.run("status", "--json").json["last_success"]


def test_a_register_that_is_damaged_while_it_runs_ends_the_daemon_and_is_not_touched(
    project, dovecot, smtp_server, tmp_path
):
    dovecot.deliver(complaint())
    with systemd(tmp_path) as (path, wait_for), project.daemon(NOTIFY_SOCKET=path) as daemon:
        wait_for("STATUS=all is well")  # the round has ended: the letters are sent and on record
        assert len(smtp_server.letters) == 3
        register = project.data / "register.json"
        with contextlib.closing(TinyStore(project.data)) as store, store.work(60):  # the daemon is in no commit
            damaged = register.read_bytes()[:-40]
            register.write_bytes(damaged)
        assert daemon.process.wait(60) == 4, daemon.log()
    assert register.read_bytes() == damaged
    said = project.run("list")
    assert said.code == 4
    assert "register.json.1 is good" in said.stderr
    assert project.run("restore", str(project.data / "register.json.1"), "--yes").code == 0
    assert project.run("poll").code == 0
    assert len(project.run("list", "--json").json) == 1
    assert len(smtp_server.letters_to("k1@example.nl")) == 1
    assert project.run("verify").code == 0


def test_eight_command_lines_at_once_beside_the_daemon_lose_nothing(project, dovecot, smtp_server):
    """Each waits its turn, or says after ten seconds that it had none; mail comes in meanwhile."""
    dovecot.deliver(complaint(1))
    with project.daemon():
        smtp_server.wait_for(3)
        number, said = project.run("list", "--json").json[0]["number"], {}

        def give(process):
            for n in range(5):
                said[f"{process}-{n}"] = project.run("do", number, f"notitie: {process}-{n}", "--as", "jan@ront.nl")

        with ThreadPoolExecutor(8) as shells:
            given = [shells.submit(give, process) for process in range(8)]
            for n in range(2, 6):
                dovecot.deliver(complaint(n))
            for each in given:
                each.result()
        smtp_server.wait_for(3 * 5, seconds=90)
    history = project.run("show", number, "--json").json["history"]
    noted = Counter(entry["detail"] for entry in history if entry["event"] == "noted")
    for note, result in said.items():
        assert (result.code, noted[note]) in {(0, 1), (4, 0)}, result
        assert result.code == 0 or "Another klachtmail is at work" in result.stderr
    assert any(result.code == 0 for result in said.values())
    assert len(project.run("list", "--json").json) == 5
    assert project.run("verify").code == 0


def test_what_the_clock_asks_for_is_done_while_the_daemon_waits_in_idle(project, dovecot, smtp_server):
    dovecot.append(mail("Het ging mis."))
    office = open_office(Context(project.config).configuration())
    office = dataclasses.replace(office, clock=lambda: dt.datetime.now(dt.UTC).replace(hour=12), sent_copies="append")
    daemon = Loop(office, Pulse(project.folder))
    with looping(daemon):
        smtp_server.wait_for(2)
        until(lambda: daemon._waiting)
        daemon._ask("nightly")
        until(lambda: office.store.state.nightly_on is not None or daemon._jobs != {})
        assert daemon._jobs == {}
        dovecot.append(mail("En weer.", sender="piet@example.nl"))
        smtp_server.wait_for(4)
    office.mailbox.close()
    office.courier.close()
    office.store.close()
