"""What every mailbox keeps to: the one over IMAP, on each kind of server, and the one in memory."""

import datetime as dt
import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from klachtmail.mailbox.imap import ImapMailbox
from klachtmail.mailbox.memory import Kept, MemoryMailbox
from klachtmail.mailbox.port import MailboxError, Role
from tests.contract.conftest import SERVERS
from tests.servers.mailhost import Mailhost

FOLDERS: dict[Role, str | None] = {
    "inbox": "INBOX",
    "processed": "Verwerkt",
    "automatic": "Automatisch",
    "quarantine": "Quarantaine",
    "sent": None,
    "junk": None,
}
LIMIT = 1_000_000
AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def message(subject: str, body: str = "Wij zijn niet tevreden.") -> bytes:
    return (
        f"From: klant@example.nl\r\nSubject: {subject}\r\nMessage-ID: <{subject}@example.nl>\r\n\r\n{body}\r\n".encode()
    )


class OnServer:
    """A mailbox over IMAP, and what another mail program does and sees in the same account."""

    def __init__(self, host: Mailhost) -> None:
        self.host = host
        self.mailbox = mailbox_of(host)

    def add(self, raw: bytes, flags: str = "", at: dt.datetime = AT) -> None:
        self.host.append(raw, "INBOX", flags, at.timestamp())

    def add_many(self, raws: Iterable[bytes]) -> None:
        self.host.append_many(raws)

    def stored(self, role: Role) -> list[bytes]:
        return self.host.folder(self._name(role))

    def flags(self, role: Role) -> list[set[str]]:
        return self.host.flags(self._name(role))

    def remove(self, *numbers: int) -> None:
        """Delete and expunge by sequence number, as another program does."""
        with self.host.selected() as client:
            client.store(",".join(map(str, numbers)), "+FLAGS", r"(\Deleted)")
            client.expunge()

    def _name(self, role: Role) -> str:
        return self.mailbox.folders()[role] or ""


class InMemory:
    """The same in memory."""

    def __init__(self) -> None:
        self.mailbox = MemoryMailbox()

    def add(self, raw: bytes, flags: str = "", at: dt.datetime = AT) -> None:
        uid = self.mailbox.add(raw, at=at).uid
        self.mailbox.kept["inbox"][uid].flags |= set(flags.split())

    def add_many(self, raws: Iterable[bytes]) -> None:
        for raw in raws:
            self.mailbox.add(raw)

    def _kept(self, role: Role) -> list[Kept]:
        return list(self.mailbox.kept[role].values())

    def stored(self, role: Role) -> list[bytes]:
        return [kept.raw for kept in self._kept(role)]

    def flags(self, role: Role) -> list[set[str]]:
        return [kept.flags for kept in self._kept(role)]

    def remove(self, *numbers: int) -> None:
        uids = sorted(self.mailbox.kept["inbox"])
        for number in numbers:
            del self.mailbox.kept["inbox"][uids[number - 1]]


def mailbox_of(host: Any, **options: Any) -> ImapMailbox:
    settings = {"timeout": 20.0} | options
    return ImapMailbox(
        settings.pop("host", host.host),
        settings.pop("port", host.imap_port),
        settings.pop("security", "none"),
        getattr(host, "user", "klachten"),
        settings.pop("credential", lambda: getattr(host, "password", "geheim")),
        settings.pop("folders", FOLDERS),
        **settings,
    )


@pytest.fixture(params=[*SERVERS, "memory"])
def account(request: pytest.FixtureRequest, mailhost_of_kind: Callable[[str], Mailhost]) -> Any:
    made = InMemory() if request.param == "memory" else OnServer(mailhost_of_kind(request.param))
    yield made
    made.mailbox.close()


def fetched(account: Any, limit: int = LIMIT) -> list[bytes]:
    return [each.raw for each in account.mailbox.fetch(account.mailbox.waiting("inbox"), limit)]


def test_an_empty_folder_lists_nothing(account):
    account.mailbox.connect()
    assert account.mailbox.waiting("inbox") == []


def test_every_message_is_listed_oldest_first_whether_somebody_has_read_it_or_not(account):
    account.add(message("een"))
    account.add(message("twee"), flags=r"\Seen")
    account.add(message("drie"), flags=r"\Deleted")
    listed = account.mailbox.waiting("inbox")
    assert [each.role for each in listed] == ["inbox"] * 3
    assert [each.size for each in listed] == [len(message(subject)) for subject in ("een", "twee", "drie")]
    assert listed == sorted(listed, key=lambda each: each.uid)
    assert len({each.place for each in listed}) == 3


def test_only_mail_since_a_day_is_listed_when_the_configuration_says_so(account):
    account.add(message("oud"), at=AT - dt.timedelta(days=40))
    assert account.mailbox.waiting("inbox", AT.date()) == []
    account.add(message("nieuw"), at=AT)
    assert [each.size for each in account.mailbox.waiting("inbox", AT.date())] == [len(message("nieuw"))]


@pytest.mark.parametrize("sent", ["+0100", "+0000", "-0900"])
def test_the_first_day_begins_at_midnight_in_the_firms_own_time_zone(account, sent):
    """A server in London has half past midnight in Amsterdam on its day before."""
    account.mailbox.zone = ZoneInfo("Europe/Amsterdam")
    midnight = dt.datetime(2026, 11, 20, tzinfo=account.mailbox.zone)
    there = dt.datetime.strptime(sent, "%z").tzinfo
    account.add(message("een halve minuut te vroeg"), at=(midnight - dt.timedelta(seconds=30)).astimezone(there))
    account.add(message("op tijd"), at=(midnight + dt.timedelta(minutes=30)).astimezone(there))
    listed = account.mailbox.waiting("inbox", midnight.date())
    assert [each.size for each in listed] == [len(message("op tijd"))]


def test_a_message_comes_byte_by_byte_with_the_moment_the_server_received_it(account):
    raw = b"Subject: =?x?q?\xff\xfe\r\n\r\n\x80 \xe2\x82\xac) {12}\r\n* 1 FETCH (UID 9)\r\n"
    account.add(raw)
    account.add(message("twee"))
    first, second = account.mailbox.fetch(account.mailbox.waiting("inbox"), LIMIT)
    assert (first.raw, second.raw) == (raw, message("twee"))
    assert first.received_at == AT
    assert not first.truncated


def test_fetching_leaves_the_flags_as_they_were(account):
    account.add(message("ongelezen"))
    account.add(message("gelezen"), flags=r"\Seen")
    before = account.flags("inbox")
    assert len(fetched(account)) == len(fetched(account, limit=10)) == 2
    assert account.flags("inbox") == before


def test_a_message_deleted_between_listing_and_fetching_does_not_stop_the_others(account):
    account.add_many(message(f"nr{number}") for number in range(1, 6))
    listed = account.mailbox.waiting("inbox")
    account.remove(1, 4)
    came = [each.raw for each in account.mailbox.fetch(listed, LIMIT)]
    gone = {message("nr1"), message("nr4")}  # a server may keep them for those who listed them (RFC 2180 §4.1.2)
    assert [raw for raw in came if raw not in gone] == [message("nr2"), message("nr3"), message("nr5")]
    account.mailbox.file(listed, "processed")
    assert [raw for raw in account.stored("processed") if raw not in gone] == [raw for raw in came if raw not in gone]


def test_nothing_is_filed_when_every_message_was_deleted_meanwhile(account):
    account.add(message("weg"))
    listed = account.mailbox.waiting("inbox")
    account.remove(1)
    list(account.mailbox.fetch(listed, LIMIT))
    account.mailbox.file(listed, "processed")
    assert account.stored("processed") == []


def test_a_too_large_message_comes_as_its_header_and_the_beginning_of_its_text(account):
    account.add(message("klein"))
    account.add(message("groot", "Begin van de klacht.\r\n" + "x" * 70 + "\r\n" * 2 + ("y" * 70 + "\r\n") * 6000))
    account.add(message("ook klein"))
    small, large, other = account.mailbox.fetch(account.mailbox.waiting("inbox"), 100_000)
    assert (small.raw, other.raw) == (message("klein"), message("ook klein"))
    assert large.truncated
    assert large.raw.startswith(message("groot", "Begin van de klacht.")[:-2])
    assert 100_000 < len(large.raw) < 300_000


def test_many_bytes_come_in_order_over_more_than_one_batch(account):
    raws = [message(f"nr{number}", ("z" * 70 + "\r\n") * 14_000) for number in range(20)]
    account.add_many(raws)
    assert fetched(account, limit=2_000_000) == raws


def test_filed_messages_leave_the_inbox_and_lie_whole_in_the_folder(account):
    account.add_many(message(f"nr{number}") for number in range(4))
    listed = account.mailbox.waiting("inbox")
    account.mailbox.file(listed[:2], "processed")
    account.mailbox.file(listed[2:3], "quarantine")
    assert [each.uid for each in account.mailbox.waiting("inbox")] == [listed[3].uid]
    assert account.stored("processed") == [message("nr0"), message("nr1")]
    assert account.stored("quarantine") == [message("nr2")]
    assert account.stored("automatic") == []


def test_filing_twice_moves_once(account):
    account.add(message("een"))
    listed = account.mailbox.waiting("inbox")
    account.mailbox.file(listed, "processed")
    account.mailbox.file(account.mailbox.waiting("inbox"), "processed")
    assert account.stored("processed") == [message("een")]


def test_mail_that_another_program_marked_as_deleted_survives_filing(account):
    account.add(message("van de ander"), flags=r"\Deleted")
    account.add(message("van ons"))
    listed = account.mailbox.waiting("inbox")
    account.mailbox.file(listed[1:], "processed")
    account.mailbox.close()
    assert message("van de ander") in account.stored("inbox")
    assert account.stored("processed") == [message("van ons")]


def test_in_a_folder_that_was_numbered_anew_nothing_is_fetched_filed_or_removed(account):
    account.add(message("een"))
    stale = [replace(each, uidvalidity=each.uidvalidity + 1) for each in account.mailbox.waiting("inbox")]
    with pytest.raises(MailboxError, match="renumbered"):
        list(account.mailbox.fetch(stale, LIMIT))
    with pytest.raises(MailboxError, match="renumbered"):
        account.mailbox.file(stale, "processed")
    with pytest.raises(MailboxError, match="renumbered"):
        account.mailbox.remove(stale)
    assert account.stored("inbox") == [message("een")]
    assert not any(r"\Deleted" in flags for flags in account.flags("inbox"))


def test_a_copy_of_a_letter_is_kept_in_sent_as_read_and_found_by_its_message_id(account):
    account.mailbox.append("sent", message("brief"), AT)
    assert account.stored("sent") == [message("brief")]
    assert r"\Seen" in account.flags("sent")[0]
    assert account.mailbox.has_message("sent", "brief@example.nl") is True
    assert account.mailbox.has_message("sent", "brie@example.nl") is False
    assert account.mailbox.has_message("processed", 'met "quotes" \\ erin@example.nl') is False


def test_a_message_is_found_by_its_id_or_its_subject_in_one_folder(account):
    account.add(message("een [K2026-0001]").replace(b"<een [K2026-0001]@", b"<een@"))
    account.add(message("twee"))
    listed = account.mailbox.waiting("inbox")
    assert account.mailbox.find("inbox", message_id="een@example.nl") == listed[:1]
    assert account.mailbox.find("inbox", message_id="n@example.nl") == []
    assert account.mailbox.find("inbox", subject="K2026-0001]") == listed[:1]
    assert account.mailbox.find("inbox", subject="K2026-000]") == []
    assert account.mailbox.find("processed", message_id="een@example.nl") == []


def test_a_subject_that_takes_several_lines_is_searched_to_its_end(account):
    subject = b"Subject: =?utf-8?b?Q29uY2VwdCB1aXRrb21zdGJyaWVm?=\r\n =?utf-8?b?IMK3IFRyYWluaW5n?=\r\n [K2026-0001]"
    account.add(message("lang").replace(b"Subject: lang", subject))
    assert account.mailbox.find("inbox", subject="K2026-0001]") == account.mailbox.waiting("inbox")


@pytest.mark.parametrize("asked", ["", 'met "quotes" \\ erin', "regel\r\nA1 LOGOUT", "één", "x\x00"])
def test_what_cannot_be_asked_for_is_not_found_and_harms_nothing(account, asked):
    account.add(message("een"))
    assert account.mailbox.find("inbox", message_id=asked) == []
    assert account.mailbox.find("inbox", subject=asked) == []
    assert len(account.mailbox.waiting("inbox")) == 1


def test_what_is_removed_is_gone_and_what_others_marked_as_deleted_stays(account):
    for subject in ("een", "twee", "drie"):
        account.add(message(subject))
    account.add(message("vier"), flags=r"\Deleted")
    first, _, third, _ = account.mailbox.waiting("inbox")
    for_good = account.mailbox.remove([first, third])
    assert account.mailbox.remove([]) is True
    left = {message("twee"), message("vier")}
    if for_good:
        assert set(account.stored("inbox")) == left
    else:
        assert set(account.stored("inbox")) >= left
        assert sum(r"\Deleted" in flags for flags in account.flags("inbox")) == 3


def test_what_is_removed_is_of_its_own_folder_whichever_was_looked_at_last(account):
    """UIDs of two folders are equal: those of INBOX must not go in the folder that happens to be selected."""
    for subject in ("een", "twee"):
        account.add(message(subject))
        account.mailbox.append("processed", message(f"blijft {subject}"), AT)
    going = account.mailbox.waiting("inbox")[:1]
    assert going[0].uid in {each.uid for each in account.mailbox.waiting("processed")}
    for_good = account.mailbox.remove(going)
    assert account.stored("processed") == [message("blijft een"), message("blijft twee")]
    assert not any(r"\Deleted" in flags for flags in account.flags("processed"))
    assert message("twee") in account.stored("inbox")
    assert (message("een") in account.stored("inbox")) is not for_good
    assert [r"\Deleted" in flags for flags in account.flags("inbox")] == ([False] if for_good else [True, False])


def test_what_is_filed_and_fetched_is_of_its_own_folder_whichever_was_looked_at_last(account):
    account.add(message("een"))
    account.mailbox.append("sent", message("blijft"), AT)
    listed = account.mailbox.waiting("inbox")
    assert [each.uid for each in listed] == [each.uid for each in account.mailbox.waiting("sent")]
    assert [each.raw for each in account.mailbox.fetch(listed, LIMIT)] == [message("een")]
    account.mailbox.waiting("sent")
    account.mailbox.file(listed, "processed")
    assert (account.stored("processed"), account.stored("sent")) == ([message("een")], [message("blijft")])


def test_more_messages_than_one_command_can_name_are_all_found_filed_and_removed(account, monkeypatch):
    monkeypatch.setattr(
        "klachtmail.mailbox.responses.LONGEST_SET", 2
    )  # so that each message is in a command of its own
    account.add_many(message(f"nr{number}") for number in range(1, 7))
    listed = account.mailbox.waiting("inbox")
    odd, even = listed[::2], listed[1::2]
    assert account.mailbox.find("inbox", subject="nr") == listed
    account.mailbox.file(odd, "processed")
    for_good = account.mailbox.remove(even)
    assert account.stored("processed") == [message("nr1"), message("nr3"), message("nr5")]
    if for_good:
        assert account.stored("inbox") == []
    else:
        assert all(r"\Deleted" in flags for flags in account.flags("inbox"))


def test_waiting_for_news_ends_without_news_after_the_time(account):
    account.add(message("oud"))
    account.mailbox.waiting("inbox")
    assert account.mailbox.idle(0.05) is False


def test_mail_that_came_after_the_last_listing_is_news_at_once(account):
    account.mailbox.waiting("inbox")
    account.add(message("net gekomen"))
    assert account.mailbox.idle(60) is True
    account.mailbox.waiting("inbox")
    assert account.mailbox.idle(0.05) is False


def test_mail_that_comes_while_waiting_is_news(account):
    account.mailbox.waiting("inbox")
    delivery = threading.Timer(0.2, account.add, [message("nieuws")])
    delivery.start()
    assert account.mailbox.idle(60) is True
    delivery.join()
    assert fetched(account) == [message("nieuws")]


def test_another_thread_can_end_the_waiting(account):
    account.mailbox.waiting("inbox")
    account.mailbox.wake()
    assert account.mailbox.idle(60) is False
    alarm = threading.Timer(0.2, account.mailbox.wake)
    alarm.start()
    assert account.mailbox.idle(60) is False
    alarm.join()
    assert account.mailbox.waiting("inbox") == []


def test_after_closing_it_connects_again_by_itself(account):
    account.add(message("een"))
    account.mailbox.connect()
    account.mailbox.close()
    account.mailbox.close()
    assert fetched(account) == [message("een")]


def test_three_thousand_messages_are_listed_and_every_second_one_is_filed(account):
    account.add_many(message(f"nr{number}") for number in range(3000))
    listed = account.mailbox.waiting("inbox")
    assert len(listed) == 3000
    account.mailbox.file(listed[::2], "processed")
    assert account.mailbox.waiting("inbox") == listed[1::2]
    assert len(account.stored("processed")) == 1500


def test_in_memory_a_test_can_make_every_call_fail():
    mailbox = MemoryMailbox(has_idle=False)
    mailbox.add(message("een"))
    assert mailbox.idle(60) is False
    listed = mailbox.waiting("inbox")
    calls: dict[str, Callable[[], object]] = {
        "connect": mailbox.connect,
        "waiting": lambda: mailbox.waiting("inbox"),
        "fetch": lambda: list(mailbox.fetch(listed, LIMIT)),
        "file": lambda: mailbox.file(listed, "processed"),
        "append": lambda: mailbox.append("sent", b"", AT),
        "has_message": lambda: mailbox.has_message("sent", "x"),
        "find": lambda: mailbox.find("sent", message_id="x"),
        "remove": lambda: mailbox.remove(listed),
        "idle": lambda: mailbox.idle(60),
    }
    for verb, call in calls.items():
        mailbox.fail = {verb: MailboxError(verb)}
        with pytest.raises(MailboxError, match=verb):
            call()
    mailbox.fail = {}
    mailbox.renumber()
    with pytest.raises(MailboxError):
        mailbox.file(listed, "processed")
    assert [each.place for each in mailbox.waiting("inbox")] == [f"inbox/2/1/{listed[0].size}"]
