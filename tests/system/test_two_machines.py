"""Two machines on one PostgreSQL and one mailbox: one works, the other stands by and takes over by itself."""

import signal
import time

import pytest

from tests.letters_read import answer, read
from tests.machines import LEASE, Machines, until
from tests.servers.monitor import Monitor
from tests.servers.ports import LOOPBACK
from tests.servers.postgres import Postgres, name_of
from tests.servers.proxy import Proxy
from tests.system.conftest import clock_that_goes
from tests.system.test_daemon_life import systemd
from tests.world import mail

pytestmark = pytest.mark.timeout(300)
CLIENT = "sanne@example.nl"


@pytest.fixture
def machines(tmp_path, dovecot, smtp_server, postgres):
    made = Machines(tmp_path, dovecot, smtp_server, postgres())
    with made.running():
        yield made


def complain(dovecot, smtp_server, n, told=str):
    """Deliver a complaint and wait for its acknowledgement; return the letters to the client."""
    client = f"klant{n}@example.nl"
    dovecot.deliver(mail(f"Klacht {n}.", sender=client, subject=f"Zaak {n}"), sender=client)
    return until(lambda: smtp_server.letters_to(client), told=told)


def different_letters(smtp_server, n):
    """Count the letters to a client; one that was in doubt at a takeover may have come again, with the same bytes."""
    return len({letter.content for letter in smtp_server.letters_to(f"klant{n}@example.nl")})


def test_one_works_and_the_other_stands_by_and_each_says_so(machines, dovecot, smtp_server):
    complain(dovecot, smtp_server, 1, machines.logs)
    active = machines.leading()
    (standby,) = machines.others(active)
    until(lambda: standby.project.run("status", "--json").json["role"] == "standby")
    assert active.project.run("status", "--json").json["role"] == "active"
    said = standby.project.run("status", "--json").json
    assert said["active_on"] == active.project.run("status", "--json").json["active_on"]
    assert said["status"] == "ok"


def test_who_stands_by_says_so_to_systemd_and_who_works_tells_the_monitor(tmp_path, dovecot, smtp_server, postgres):
    machines = Machines(tmp_path, dovecot, smtp_server, postgres())
    first, second = machines.all
    with Monitor() as monitor, systemd(tmp_path) as (path, wait_for):
        for machine in machines.all:
            machine.project.write(monitor={"ping_url": f"{monitor.url}/{machine.project.folder.name}"})
        second.environment = {"NOTIFY_SOCKET": path}
        with machines.running():
            at_work = first.project.run("status", "--json").json["active_on"]
            assert wait_for("STATUS=") == f"STATUS=stands by; {at_work} is at work"
            until(lambda: ("/machine0", "") in monitor.heard, told=machines.logs)
            assert monitor.heard[0] == ("/machine0/start", "")
            assert {where for where, _ in monitor.heard} == {"/machine0/start", "/machine0"}
            first.kill()
            until(lambda: ("/machine1", "") in monitor.heard, told=machines.logs)
            while wait_for("STATUS=") != "STATUS=all is well":
                pass
            machines.server.end()
            until(lambda: ("/machine1/fail", "the database cannot be reached") in monitor.heard, told=machines.logs)
            assert "cannot be reached" in wait_for("STATUS=The database")
            machines.server.start()
            heard = len(monitor.heard)
            until(lambda: ("/machine1", "") in monitor.heard[heard:], told=machines.logs)


def test_the_other_takes_over_when_the_active_one_is_killed(machines, dovecot, smtp_server):
    complain(dovecot, smtp_server, 1, machines.logs)
    active = machines.leading()
    active.kill()
    complain(dovecot, smtp_server, 2, machines.logs)
    (standby,) = machines.others(active)
    assert machines.leading() is standby
    assert standby.project.run("verify").code == 0
    assert len(standby.project.run("list", "--json").json) == 2


def test_a_machine_that_hangs_loses_its_lead_and_stands_by_when_it_wakes(machines, dovecot, smtp_server):
    complain(dovecot, smtp_server, 1, machines.logs)
    active = machines.leading()
    active.freeze()
    complain(dovecot, smtp_server, 2, machines.logs)
    (other,) = machines.others(active)
    assert machines.leading() is other
    active.thaw()
    until(lambda: "stands by: The connection to the database was lost" in active.log(), told=machines.logs)
    complain(dovecot, smtp_server, 3, machines.logs)
    assert machines.leading() is other
    assert [different_letters(smtp_server, n) for n in (1, 2, 3)] == [1, 1, 1]


def test_commands_of_members_and_of_the_command_line_work_whoever_is_active(machines, dovecot, smtp_server):
    complain(dovecot, smtp_server, 1, machines.logs)
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
    complain(dovecot, smtp_server, 1, machines.logs)
    machines.server.end(how)
    for machine in machines.all:
        until(lambda m=machine: "cannot be reached" in m.log(), told=machines.logs)
    machines.server.start()
    complain(dovecot, smtp_server, 2, machines.logs)
    assert machines.wait_for_a_leader().project.run("verify").code == 0
    assert not smtp_server.letters_to("beheer@ront.nl")


def test_a_machine_whose_network_swallows_everything_is_taken_over_and_can_change_nothing(
    tmp_path, dovecot, smtp_server, postgres
):
    """As behind a proxy or a firewall that hangs: no connection ends, and nothing arrives."""
    server = postgres()
    machines = Machines(tmp_path, dovecot, smtp_server, server)
    cut_off, other = machines.all
    with Proxy(server.port) as proxy:
        behind = machines.address.replace(f":{server.port}/", f":{proxy.port}/")
        cut_off.project.write(database=f"{behind}?lease={LEASE}")
        with machines.running():
            complain(dovecot, smtp_server, 1, machines.logs)
            assert machines.leading() is cut_off
            proxy.freeze()
            complain(dovecot, smtp_server, 2, machines.logs)
            assert machines.leading() is other
            until(lambda: "stands by: The connection to the database was lost" in cut_off.log(), told=machines.logs)
            tried = cut_off.log().count("cannot be reached")
            until(lambda: cut_off.log().count("cannot be reached") > tried, told=machines.logs)
            proxy.thaw()
            until(lambda: cut_off.project.run("status", "--json").json["role"] == "standby", told=machines.logs)
            complain(dovecot, smtp_server, 3, machines.logs)
            assert machines.leading() is other
    assert [different_letters(smtp_server, n) for n in (1, 2, 3)] == [1, 1, 1]
    assert other.project.run("verify").code == 0


def test_a_database_that_fails_over_is_found_among_the_hosts_and_nothing_is_lost(tmp_path, dovecot, smtp_server):
    with Postgres.required() as first:
        machines = Machines(tmp_path, dovecot, smtp_server, first)
        with first.replica() as second:
            hosts = f"postgres@{LOOPBACK}:{first.port},{LOOPBACK}:{second.port}"
            for machine in machines.all:
                address = f"postgresql+psycopg://{hosts}/{name_of(machines.address)}"
                machine.project.write(database=f"{address}?lease={LEASE}")
            with machines.running():
                complain(dovecot, smtp_server, 1, machines.logs)
                first.end(signal.SIGQUIT)
                second.promote()
                machines.server = second
                complain(dovecot, smtp_server, 2, machines.logs)
                machines.wait_for_a_leader()
            assert machines.all[0].project.run("verify").code == 0
            assert len(machines.all[0].project.run("list", "--json").json) == 2
    assert [different_letters(smtp_server, n) for n in (1, 2)] == [1, 1]
    assert not smtp_server.letters_to("beheer@ront.nl")


FASTER = 240  # so many times as fast as the world the machines' clocks go


def test_a_database_that_is_away_for_an_hour_is_told_once_and_all_goes_on_by_itself(machines, dovecot, smtp_server):
    for machine in machines.all:
        machine.kill()
        machine.environment = clock_that_goes(FASTER)
        machine.start()
    machines.wait_for_a_leader()
    complain(dovecot, smtp_server, 1, machines.logs)
    machines.server.end()
    away = time.monotonic()
    late = "klant2@example.nl"
    dovecot.deliver(mail("Klacht 2.", sender=late, subject="Zaak 2"), sender=late)
    (alarm,) = until(lambda: smtp_server.letters_to("beheer@ront.nl"), told=machines.logs)
    until(lambda: (time.monotonic() - away) * FASTER > 3600)
    machines.server.start()
    until(lambda: smtp_server.letters_to(late), told=machines.logs)
    _, over = until(lambda: smtp_server.letters_to("beheer@ront.nl")[1:] and smtp_server.letters_to("beheer@ront.nl"))
    assert "database" in read(alarm.content).text
    assert read(alarm.content).subject != read(over.content).subject
    complain(dovecot, smtp_server, 3, machines.logs)
    assert [different_letters(smtp_server, n) for n in (1, 2, 3)] == [1, 1, 1]
    assert len(smtp_server.letters_to("beheer@ront.nl")) == 2
    assert machines.wait_for_a_leader().project.run("verify").code == 0


def test_a_daemon_that_starts_while_the_database_is_away_waits_for_it(machines, dovecot, smtp_server):
    active = machines.leading()
    for machine in machines.all:
        machine.kill()
    machines.server.end()
    active.start()
    until(lambda: "cannot be reached" in active.log(), told=machines.logs)
    assert active.project.run("list").code == 4
    machines.server.start()
    complain(dovecot, smtp_server, 1, machines.logs)


def test_a_daemon_that_is_asked_to_end_hands_over_at_once(machines, dovecot, smtp_server):
    active = machines.leading()
    active.process.send_signal(signal.SIGTERM)
    assert active.process.wait(30) == 0
    assert machines.wait_for_a_leader() is not active
    complain(dovecot, smtp_server, 1, machines.logs)
