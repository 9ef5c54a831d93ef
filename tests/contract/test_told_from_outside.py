"""Monitors: what is said to them, and what never is."""

import datetime as dt
import socket

import pytest

from klachtmail.service.watch.ping import Ping
from klachtmail.service.watch.prometheus import prometheus
from tests.servers.monitor import Monitor


@pytest.fixture
def monitor():
    with Monitor() as listening:
        yield listening


def test_a_start_and_each_good_round_are_told(monitor):
    ping = Ping(f"{monitor.url}/secret/")
    ping.start()
    ping.well()
    ping.well()
    assert monitor.heard == [("/secret/start", ""), ("/secret", ""), ("/secret", "")]


def test_a_failure_is_told_once_and_without_names(monitor):
    ping = Ping(f"{monitor.url}/secret")
    ping.failed("IMAP klachten@ront.nl: the mailbox of Anna de Boer is locked")
    ping.failed("IMAP klachten@ront.nl: the mailbox of Bram is locked")
    ping.failed("something that nobody foresaw of Anna de Boer")
    ping.well()
    assert monitor.heard == [
        ("/secret/fail", "the mailbox cannot be read"),
        ("/secret/fail", "a round failed; klachtmail status tells why"),
        ("/secret", ""),
    ]


def test_a_monitor_that_does_not_answer_stops_nothing_and_its_address_is_in_no_log(monitor, caplog):
    Ping(f"{monitor.url}/broken/secret").well()
    monitor.stop()
    Ping(f"{monitor.url}/secret").well()
    Ping("http://127.0.0.1:1/secret").failed("x")
    assert "secret" not in caplog.text
    assert "the monitor cannot be told" in caplog.text


@pytest.mark.timeout(20)
def test_a_monitor_that_takes_the_call_and_says_nothing_does_not_hold_up_the_mail(monkeypatch, caplog):
    monkeypatch.setattr("klachtmail.service.watch.ping.PATIENCE", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        Ping(f"http://127.0.0.1:{silent.getsockname()[1]}/secret").well()
    assert "the monitor cannot be told" in caplog.text


def test_without_an_address_nobody_is_told(monitor):
    Ping(None).well()
    assert monitor.heard == []


def test_figures_for_prometheus():
    at = dt.datetime(2026, 3, 2, 8, 30, tzinfo=dt.UTC)
    said = prometheus(
        {"status": "warning", "why": ["x"], "open": 3, "overdue": 1, "role": "standby", "last_success": at.isoformat()}
    )
    assert [line for line in said.splitlines() if line[0] != "#"] == [
        "klachtmail_status 1",
        "klachtmail_open 3",
        "klachtmail_overdue 1",
        "klachtmail_active 0",
        f"klachtmail_last_success_timestamp_seconds {at.timestamp():.0f}",
    ]
    assert "# TYPE klachtmail_open gauge" in said
