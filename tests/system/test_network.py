"""A network that cuts, stalls and crawls at any byte, on both protocols: nothing is lost, and it recovers by itself."""

import os
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from tests.letters_read import read
from tests.servers.proxy import Proxy
from tests.servers.smtp_server import HANG_UP
from tests.system.conftest import SECONDS, project_on
from tests.world import mail

pytestmark = pytest.mark.timeout(600)  # many runs of the program, on a machine that may be busy

MESSAGES = 3
# of what an undisturbed poll hears: greeting, login, lists, literals, moves
FRACTIONS = (0.0, 0.1, 0.3, 0.45, 0.6, 0.75, 0.9, 0.97)


class Behind:
    """A server as it is seen through a proxy."""

    def __init__(self, server, proxy):
        self.host, self.imap_port, self.port = proxy.host, proxy.port, proxy.port
        self.server = server


@pytest.fixture
def imap_proxy(dovecot):
    with Proxy(dovecot.imap_port) as proxy:
        yield proxy


@pytest.fixture
def smtp_proxy(smtp_server):
    with Proxy(smtp_server.port) as proxy:
        yield proxy


@pytest.fixture
def project(tmp_path, dovecot, smtp_server, imap_proxy, smtp_proxy):
    return project_on(tmp_path, Behind(dovecot, imap_proxy), Behind(smtp_server, smtp_proxy))


def deliver(dovecot, first=1, count=MESSAGES):
    dovecot.deliver_many(
        [
            mail(
                f"Dit is klacht {n:03}. " + "Er ging veel mis. " * 200,
                sender=f"k{n:03}@example.nl",
                subject=f"Zaak {n:03}",
                message_id=f"z{n:03}@example.nl",
            )
            for n in range(first, first + count)
        ]
    )


def run_impatiently(project, *arguments):
    """Run a command with one second of patience for every answer."""
    options = project.command(*arguments)
    return subprocess.run(
        [sys.executable, "-m", "tests.system.impatient", "1", "600", *options[options.index("--config") :]],
        cwd=project.folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def measured(project, dovecot, proxy, direction):
    """Return how many bytes an undisturbed poll with three new messages takes, after one that made folders."""
    assert project.run("poll").code == 0
    before = proxy.forwarded[direction]
    deliver(dovecot)
    assert project.run("poll", "--json").json["new"] == MESSAGES
    return proxy.forwarded[direction] - before


def assert_all_well(project, dovecot, smtp_server, messages):
    for _ in range(4):
        project.run("outbox", "retry")
        done = project.run("poll", "--json")
        assert done.code == 0, done.stderr
        if not done.json["queued"]:
            break
    records = project.run("list", "--all", "--json").json
    assert Counter(r["subject"] for r in records) == Counter(f"Zaak {n:03}" for n in range(1, messages + 1))
    assert (len(dovecot.folder()), len(dovecot.folder("Verwerkt"))) == (0, messages)
    assert project.run("verify", "--json").json["ok"]
    copies = defaultdict(list)
    for letter in smtp_server.letters:
        if letter.recipients != ("beheer@ront.nl",):  # he is told that rounds fail, and that they work again
            copies[letter.recipients[0], read(letter.content).subject].append(letter.content)
    assert len(copies) == 3 * messages
    assert all(content == contents[0] for contents in copies.values() for content in contents)
    return sum(map(len, copies.values())) - len(copies)


@pytest.mark.parametrize("fault", ["cut", "stall"])
@pytest.mark.parametrize("which", ["imap", "smtp"])
def test_a_connection_that_breaks_at_any_byte_loses_nothing(  # fixtures
    which, fault, project, dovecot, smtp_server, imap_proxy, smtp_proxy
):
    proxy = imap_proxy if which == "imap" else smtp_proxy
    total = measured(project, dovecot, proxy, "down")
    count, tripped = MESSAGES, 0
    for fraction in FRACTIONS if fault == "cut" else FRACTIONS[::3]:
        deliver(dovecot, count + 1)
        count += MESSAGES
        getattr(proxy, fault)("down", int(total * fraction), once=fault == "cut")
        done = run_impatiently(project, "poll")
        assert done.returncode in {0, 3}, done.stderr
        assert "Traceback" not in done.stderr
        tripped += proxy.tripped.is_set()
        proxy.heal()
    assert tripped > 2
    assert assert_all_well(project, dovecot, smtp_server, count) <= tripped


def test_a_network_that_crawls_is_only_slow(project, dovecot, smtp_server, imap_proxy, smtp_proxy):
    deliver(dovecot)
    imap_proxy.slow("down", 0, pause=0.00005)
    smtp_proxy.slow("down", 0, pause=0.00005)
    assert project.run("poll", "--json").json["new"] == MESSAGES
    assert assert_all_well(project, dovecot, smtp_server, MESSAGES) == 0


def test_a_server_that_breaks_off_after_data_is_not_given_the_letter_again_when_sent_has_it(
    project, dovecot, smtp_server
):
    project.write(imap={"sent": "server"})
    deliver(dovecot, count=1)
    smtp_server.answer("accepted", HANG_UP, times=1)
    project.run("poll")
    doubtful = next(x for x in project.run("outbox", "--json").json if x["doubts"])
    taken = next(x for x in smtp_server.letters if read(x.content).message_id == doubtful["message_id"])
    dovecot.append(taken.content, "Sent")  # as Gmail and Exchange do
    project.run("outbox", "retry")
    assert project.run("poll").code == 0
    assert [x.content for x in smtp_server.letters].count(taken.content) == 1
    assert project.run("outbox", "--json").json == []


def test_a_server_that_breaks_off_after_data_gets_the_same_bytes_again_when_sent_does_not_have_it(
    project, dovecot, smtp_server
):
    deliver(dovecot, count=1)
    smtp_server.answer("accepted", HANG_UP, times=1)
    project.run("poll")
    assert assert_all_well(project, dovecot, smtp_server, 1) == 1


def test_a_mail_server_that_is_down_is_one_sentence_and_the_letters_still_go(project, dovecot, smtp_server):
    deliver(dovecot, count=1)
    smtp_server.answer("connect", HANG_UP)
    smtp_server.answer("ehlo", "421 4.3.2 closing")
    first = project.run("poll")
    assert (first.code, first.stderr.count("\n")) == (3, 1), first.stderr
    assert "Nothing is lost" in first.stderr
    dovecot.stop(keep=True)
    smtp_server.heal()
    second = project.run("poll")
    assert second.code == 3, second.stderr
    assert len(smtp_server.letters) == 3
    dovecot.start()
    assert assert_all_well(project, dovecot, smtp_server, 1) == 0


def test_polls_from_cron_tell_the_administrator_once_that_mail_fails_and_once_that_it_is_over(
    project, dovecot, smtp_server
):
    assert project.run("poll").code == 0
    dovecot.stop(keep=True)
    for _ in range(5):
        assert project.run("poll").code == 3
    (alarm,) = smtp_server.letters_to("beheer@ront.nl")
    assert "The mail server" in read(alarm.content).text
    assert project.run("status", "--json").json["status"] == "critical"
    dovecot.start()
    for _ in range(2):
        assert project.run("poll").code == 0
    assert len(smtp_server.letters_to("beheer@ront.nl")) == 2
    assert project.run("status", "--json").json["status"] == "ok"


def test_polls_from_cron_that_cannot_send_say_so_in_status_and_by_mail_when_it_is_over(project, dovecot, smtp_server):
    deliver(dovecot, count=1)
    smtp_server.answer("ehlo", "421 4.3.2 closing")
    for _ in range(4):
        assert project.run("poll").code == 3
    found = project.run("status", "--json").json
    assert found["status"] == "critical"
    assert "The sending server" in found["why"][0]
    smtp_server.heal()
    assert project.run("poll").code == 0
    assert len(smtp_server.letters_to("beheer@ront.nl")) == 2
    assert len(smtp_server.letters) == 3 + 2
