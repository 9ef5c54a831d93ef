"""Two machines on one PostgreSQL and one mailbox: one works, the other stands by and takes over by itself."""

import signal

import pytest

from tests.letters_read import answer, read
from tests.machines import Machines, until
from tests.world import mail

pytestmark = pytest.mark.timeout(300)
CLIENT = "sanne@example.nl"


@pytest.fixture
def machines(tmp_path, dovecot, smtp_server, postgres):
    made = Machines(tmp_path, dovecot, smtp_server, postgres())
    with made.running():
        yield made


def complain(dovecot, smtp_server, n):
    """Deliver a complaint and wait for its acknowledgement; return the letters to the client."""
    client = f"klant{n}@example.nl"
    dovecot.deliver(mail(f"Klacht {n}.", sender=client, subject=f"Zaak {n}"), sender=client)
    return until(lambda: smtp_server.letters_to(client))


def test_one_works_and_the_other_stands_by_and_each_says_so(machines, dovecot, smtp_server):
    complain(dovecot, smtp_server, 1)
    active = machines.leading()
    (standby,) = machines.others(active)
    until(lambda: standby.project.run("status", "--json").json["role"] == "standby")
    assert active.project.run("status", "--json").json["role"] == "active"
    said = standby.project.run("status", "--json").json
    assert said["active_on"] == active.project.run("status", "--json").json["active_on"]
    assert said["status"] == "ok"


def test_the_other_takes_over_when_the_active_one_is_killed(machines, dovecot, smtp_server):
    complain(dovecot, smtp_server, 1)
    active = machines.leading()
    active.kill()
    complain(dovecot, smtp_server, 2)
    (standby,) = machines.others(active)
    assert machines.leading() is standby
    assert standby.project.run("verify").code == 0
    assert len(standby.project.run("list", "--json").json) == 2


def test_a_machine_that_hangs_loses_its_lead_and_stands_by_when_it_wakes(machines, dovecot, smtp_server):
    complain(dovecot, smtp_server, 1)
    active = machines.leading()
    active.freeze()
    complain(dovecot, smtp_server, 2)
    (other,) = machines.others(active)
    assert machines.leading() is other
    active.thaw()
    until(lambda: "stands by: The connection to the database was lost" in active.log(), told=machines.logs)
    complain(dovecot, smtp_server, 3)
    assert machines.leading() is other
    for n in (1, 2, 3):
        assert len(smtp_server.letters_to(f"klant{n}@example.nl")) == 1


def test_commands_of_members_and_of_the_command_line_work_whoever_is_active(machines, dovecot, smtp_server):
    complain(dovecot, smtp_server, 1)
    active = machines.leading()
    (standby,) = machines.others(active)
    done = standby.project.run("do", "K" + number_of(standby)[1:], "ik", "--as", "jan@ront.nl")
    assert done.code == 0, done.stderr
    active.kill()
    machines.wait_for_a_leader()
    routing = until(lambda: smtp_server.letters_to("els@ront.nl"))[0]
    dovecot.deliver(answer(read(routing.content, "els@ront.nl"), "els@ront.nl", "ingrijpend"), sender="els@ront.nl")
    until(lambda: standby.project.run("show", number_of(standby), "--json").json["serious"])
    assert standby.project.run("show", number_of(standby), "--json").json["handler"] == "jan@ront.nl"


def number_of(machine):
    (complaint,) = machine.project.run("list", "--json").json
    return complaint["number"]


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT], ids=["fast", "at once"])
def test_a_database_that_restarts_loses_nothing_and_nobody_is_told(machines, dovecot, smtp_server, how):
    complain(dovecot, smtp_server, 1)
    machines.server.end(how)
    for machine in machines.all:
        until(lambda m=machine: "cannot be reached" in m.log(), told=machines.logs)
    machines.server.start()
    complain(dovecot, smtp_server, 2)
    assert machines.wait_for_a_leader().project.run("verify").code == 0
    assert not smtp_server.letters_to("beheer@ront.nl")


def test_a_daemon_that_starts_while_the_database_is_away_waits_for_it(machines, dovecot, smtp_server):
    active = machines.leading()
    for machine in machines.all:
        machine.kill()
    machines.server.end()
    active.start()
    until(lambda: "cannot be reached" in active.log(), told=machines.logs)
    assert active.project.run("list").code == 4
    machines.server.start()
    complain(dovecot, smtp_server, 1)


def test_a_daemon_that_is_asked_to_end_hands_over_at_once(machines, dovecot, smtp_server):
    active = machines.leading()
    active.process.send_signal(signal.SIGTERM)
    assert active.process.wait(30) == 0
    assert machines.wait_for_a_leader() is not active
    complain(dovecot, smtp_server, 1)
