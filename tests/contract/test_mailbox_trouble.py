"""What goes wrong with mail servers: each is a MailboxError with a sentence that helps, and nothing is lost."""

import datetime as dt
import re
import threading
from types import SimpleNamespace

import pytest

from klachtmail.mailbox import trouble
from klachtmail.mailbox.port import MailboxError, MailboxFullError, MailboxLoginError
from tests.contract.test_mailbox import AT, FOLDERS, LIMIT, mailbox_of, message
from tests.servers.dovecot import Dovecot
from tests.servers.ports import HeldPort
from tests.servers.proxy import Proxy
from tests.servers.pymap_server import Pymap
from tests.servers.scripted_imap import USUAL, ScriptedImap

EVERY = ("INBOX", "Verwerkt", "Automatisch", "Quarantaine")
SHORT = 1.5  # seconds that a server may take, also on a busy machine


@pytest.fixture
def host(mailhost_of_kind):
    return mailhost_of_kind("dovecot")


@pytest.fixture
def opened():
    """Make mailboxes that are closed at the end."""
    made = []

    def make(server, **options):
        made.append(mailbox_of(server, **options))
        return made[-1]

    yield make
    for mailbox in made:
        mailbox.close()


def test_a_wrong_password_is_said_to_be_one(host, opened):
    with pytest.raises(MailboxLoginError, match=f"refuses the user name or password of {host.user}.*imap.password"):
        opened(host, credential=lambda: "fout").connect()


def test_a_wrong_token_is_said_to_be_one(opened):
    with (
        ScriptedImap({"AUTHENTICATE XOAUTH2": b"%t NO [AUTHENTICATIONFAILED] expired\r\n"}) as server,
        pytest.raises(MailboxLoginError, match="refuses the access token"),
    ):
        opened(server, token=True).connect()


def test_a_server_that_is_busy_at_login_is_no_wrong_password(opened):
    with ScriptedImap({"LOGIN": b"%t NO [UNAVAILABLE] later\r\n"}) as server:
        with pytest.raises(MailboxError, match="cannot log us in now") as raised:
            opened(server).connect()
        assert not isinstance(raised.value, MailboxLoginError)


@pytest.mark.parametrize("password", ['met "quotes" en \\', "wachtwoord€ mét accent", " spatie "])
def test_any_password_gets_through(opened, password):
    with Pymap(password) as host:
        opened(host).connect()


@pytest.mark.parametrize("password", ["geheim\r\nA9 LOGOUT", "geheim\nA9 LOGOUT", "gehe\x00im"])
def test_a_password_never_ends_a_line_and_begins_a_command(opened, password):
    with ScriptedImap({"AUTHENTICATE": b"%t NO [AUTHENTICATIONFAILED] no\r\n"}) as server:
        with pytest.raises(MailboxLoginError):
            opened(server, credential=lambda: password).connect()
        assert server.commands == ["CAPABILITY", "AUTHENTICATE PLAIN"]


def test_a_server_that_does_not_run_is_unreachable(host, opened):
    with (
        HeldPort() as closed,
        pytest.raises(MailboxError, match=r"refuses connections: check imap\.host and imap\.port"),
    ):
        opened(host, port=closed.number).connect()


def test_a_server_that_says_nothing_is_given_up_after_the_timeout(host, opened):
    with Proxy(host.imap_port) as proxy:
        mailbox = opened(host, port=proxy.port, timeout=SHORT)
        for at in (0, 30, 200):
            proxy.stall("down", at)
            with pytest.raises(MailboxError, match="does not answer"):
                mailbox.connect()
        proxy.heal()
        assert mailbox.waiting("inbox") == []


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_server_that_never_says_a_word_is_given_up_however_it_is_encrypted(host, opened, security):
    with Proxy(host.imap_port) as proxy:
        proxy.stall("down")
        with pytest.raises(MailboxError, match="does not answer"):
            opened(host, port=proxy.port, security=security, timeout=SHORT).connect()


def test_a_half_open_connection_is_noticed_while_waiting_for_news(host, opened):
    with Proxy(host.imap_port) as proxy:
        mailbox = opened(host, port=proxy.port, timeout=SHORT)
        mailbox.waiting("inbox")
        proxy.stall("up")
        with pytest.raises(MailboxError, match="does not answer"):
            mailbox.idle(0.1)


def test_a_slow_server_is_waited_for(host, opened):
    host.append(message("langzaam"))
    with Proxy(host.imap_port) as proxy:
        proxy.slow("down", 200, pause=0.0001)
        mailbox = opened(host, port=proxy.port, timeout=2)
        assert [each.raw for each in mailbox.fetch(mailbox.waiting("inbox"), LIMIT)] == [message("langzaam")]


def round_trip(mailbox):
    """List, fetch and file, as a poll does."""
    listed = mailbox.waiting("inbox")
    came = list(mailbox.fetch(listed, LIMIT))
    mailbox.file([each.waiting for each in came], "processed")


@pytest.mark.parametrize("direction", ["up", "down"])
def test_wherever_the_connection_breaks_no_message_is_lost(mailhost_of_kind, opened, direction):
    first = mailhost_of_kind("dovecot")
    with Proxy(first.imap_port) as proxy:
        first.append(message("a"))
        mailbox = opened(first, port=proxy.port)
        round_trip(mailbox)
        mailbox.close()
        total = proxy.forwarded[direction]
    for at in range(0, total, max(1, total // 40)):
        host = mailhost_of_kind("dovecot")
        host.append_many([message("a"), message("b")])
        with Proxy(host.imap_port) as proxy:
            proxy.cut(direction, at, once=True)
            mailbox = opened(host, port=proxy.port)
            try:
                round_trip(mailbox)
            except MailboxError:
                round_trip(mailbox)
            mailbox.close()
            assert sorted(host.folder() + host.folder("Verwerkt")) == [message("a"), message("b")], at
            assert host.folder() == []


def test_a_server_that_was_restarted_between_two_polls_is_not_noticed_after_one_error(opened):
    with Dovecot.required() as host:
        mailbox = opened(host)
        host.append(message("voor"))
        listed = mailbox.waiting("inbox")
        host.stop(keep=True)
        with pytest.raises(MailboxError):
            mailbox.waiting("inbox")
        with pytest.raises(MailboxError, match="refuses connections"):
            mailbox.connect()
        host.start()
        assert mailbox.waiting("inbox") == listed


def test_a_rested_connection_that_has_gone_is_replaced_without_an_error(host, opened, monkeypatch):
    monkeypatch.setattr("klachtmail.mailbox.imap.STALE", 0.0)
    with Proxy(host.imap_port) as proxy:
        mailbox = opened(host, port=proxy.port)
        mailbox.connect()
        proxy.cut_all()
        mailbox.connect()
        assert mailbox.waiting("inbox") == []
        assert proxy.connections == 2


def test_a_folder_numbered_anew_by_the_server_is_listed_anew(host, opened):
    host.append(message("een"))
    mailbox = opened(host)
    stale = mailbox.waiting("inbox")
    mailbox.close()
    host.renumber()
    with pytest.raises(MailboxError, match="renumbered"):
        list(mailbox.fetch(stale, LIMIT))
    fresh = mailbox.waiting("inbox")
    assert fresh[0].place != stale[0].place
    assert [each.raw for each in mailbox.fetch(fresh, LIMIT)] == [message("een")]


@pytest.mark.parametrize("kind", ["dovecot", "dovecot without MOVE", "dovecot with INBOX.", "pymap"])
def test_a_folder_that_somebody_removed_is_made_again(mailhost_of_kind, opened, kind):
    host = mailhost_of_kind(kind)
    host.append(message("een"))
    mailbox = opened(host)
    listed = mailbox.waiting("inbox")
    host.remove_folder(mailbox.folders()["processed"])
    mailbox.file(listed, "processed")
    assert host.folder(host.prefix + "Verwerkt") == [message("een")]


@pytest.mark.parametrize("kind", ["dovecot", "dovecot with INBOX.", "pymap"])
def test_a_copy_of_a_letter_is_kept_also_when_somebody_removed_the_folder(mailhost_of_kind, opened, kind):
    host = mailhost_of_kind(kind)
    mailbox = opened(host)
    mailbox.append("sent", message("een"), AT)
    host.remove_folder(mailbox.folders()["sent"])
    mailbox.append("sent", message("twee"), AT)
    assert host.folder(mailbox.folders()["sent"]) == [message("twee")]


def test_a_full_mailbox_is_said_to_be_full(mailhost_of_kind, opened):
    mailbox = opened(mailhost_of_kind("dovecot with quota"))
    with pytest.raises(MailboxFullError, match="is full"):
        mailbox.append("sent", message("groot", "x" * 70 + ("y" * 70 + "\r\n") * 3000), AT)
    mailbox.append("sent", message("klein"), AT)


def test_folders_are_made_inside_the_namespace_of_the_server(mailhost_of_kind, opened):
    host = mailhost_of_kind("dovecot with INBOX.")
    names = opened(host).folders()
    assert names["processed"] == "INBOX.Verwerkt"
    assert names["sent"] == "INBOX.Sent"
    assert "INBOX.Quarantaine" in host.folders()


def test_sent_and_junk_are_found_by_what_mail_programs_call_them(mailhost_of_kind, opened):
    host = mailhost_of_kind("pymap")
    with host.imap() as client:
        client.create('"Verzonden items"')
        client.create('"Ongewenste e-mail"')
    names = opened(host).folders()
    assert (names["sent"], names["junk"]) == ("Verzonden items", "Ongewenste e-mail")


def test_an_account_without_junk_has_nothing_in_it_and_sent_is_made_when_it_is_needed(mailhost_of_kind, opened):
    host = mailhost_of_kind("pymap")
    mailbox = opened(host)
    assert mailbox.waiting("junk") == []
    assert mailbox.has_message("sent", "x@y") is None
    mailbox.append("sent", message("brief"), AT)
    assert mailbox.has_message("sent", "brief@example.nl") is True


@pytest.mark.parametrize("kind", ["dovecot", "dovecot with INBOX.", "pymap"])
def test_a_folder_name_may_have_levels_and_letters_outside_ascii(mailhost_of_kind, opened, kind):
    host = mailhost_of_kind(kind)
    host.append(message("een"))
    mailbox = opened(host, folders={**FOLDERS, "processed": "Beëindigd/Verwerkt & klaar"})
    mailbox.file(mailbox.waiting("inbox"), "processed")
    assert host.folder(mailbox.folders()["processed"]) == [message("een")]
    mailbox.close()
    assert mailbox.folders()["processed"] in host.folders()


def test_without_idle_there_is_no_waiting(mailhost_of_kind, opened):
    mailbox = opened(mailhost_of_kind("dovecot without IDLE"))
    mailbox.waiting("inbox")
    assert mailbox.idle(60) is False


def test_where_nothing_can_be_removed_filed_mail_stays_marked_and_is_not_filed_again(mailhost_of_kind, opened):
    host = mailhost_of_kind("dovecot without MOVE and UIDPLUS")
    host.append(message("van ons"))
    mailbox = opened(host)
    mailbox.file(mailbox.waiting("inbox"), "processed")
    assert host.folder() == host.folder("Verwerkt") == [message("van ons")]
    assert r"\Deleted" in host.flags()[0]
    host.append(message("weggegooid door een mens"), flags=r"\Deleted")
    assert [each.raw for each in mailbox.fetch(mailbox.waiting("inbox"), LIMIT)] == [
        message("weggegooid door een mens")
    ]


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_an_encrypted_connection_trusts_only_its_own_authority(certificates, opened, security):
    with Dovecot.required(certificates=certificates) as host:
        port = host.imaps_port if security == "tls" else host.imap_port
        opened(host, port=port, security=security, cafile=certificates.authority).connect()
        with pytest.raises(MailboxError, match=r"not trusted.*imap\.ca_file"):
            opened(host, port=port, security=security).connect()


def test_nothing_that_was_said_in_the_clear_counts_once_the_connection_is_encrypted(certificates, opened):
    """Else whoever sits in between could say it."""
    injected = []

    def inject(way, data):
        if way == "down" and b"Begin TLS" in data:
            injected.append(data)
            return data + b"* BYE injected\r\n"
        return data

    with Dovecot.required(certificates=certificates) as host, Proxy(host.imap_port, inject) as proxy:
        mailbox = opened(host, port=proxy.port, security="starttls", cafile=certificates.authority)
        assert mailbox.waiting("inbox") == []
    assert injected


def test_a_server_without_encryption_is_not_used_unencrypted(host, opened):
    with pytest.raises(MailboxError):
        opened(host, security="starttls").connect()
    with pytest.raises(MailboxError, match=r"TLS 1\.2 or newer.*imap\.port and imap\.security"):
        opened(host, security="tls").connect()
    with pytest.raises(MailboxError, match=r"unencrypted: set imap\.security"):
        opened(SimpleNamespace(host="192.0.2.1", imap_port=143)).connect()


RAW = b"Subject: groot\r\n\r\nBegin van de klacht.\r\n"


def literal(raw: bytes) -> bytes:
    return b"{%d}\r\n%s" % (len(raw), raw)


@pytest.mark.parametrize("rest", [b"x", b"* BYE\r\n"], ids=["anything", "words of a server"])
def test_a_server_that_claims_a_wrong_size_costs_no_more_memory_than_the_limit(opened, rest):
    huge = RAW + rest * (3_000_000 // len(rest))
    answers = {
        r"UID FETCH 1:\*": b"* 1 FETCH (UID 1 RFC822.SIZE 10)\r\n",
        r"UID FETCH .*BODY\.PEEK\[\]": b"* 1 FETCH (UID 1 BODY[] " + literal(huge) + b")\r\n",
        r"UID FETCH .*HEADER": b"* 1 FETCH (UID 1 BODY[HEADER] "
        + literal(b"Subject: groot\r\n\r\n")
        + b" BODY[TEXT]<0> "
        + literal(b"Begin")
        + b")\r\n",
    }
    with ScriptedImap(answers) as server:
        mailbox = opened(server)
        (came,) = mailbox.fetch(mailbox.waiting("inbox"), 100_000)
        assert (came.raw, came.truncated) == (b"Subject: groot\r\n\r\nBegin", True)
        mailbox.file([came.waiting], "processed")
        assert server.commands[-1] == 'UID MOVE 1 "Verwerkt"'


def test_a_literal_without_end_is_not_read(opened):
    answers = {
        r"UID FETCH 1:\*": b"* 1 FETCH (UID 1 RFC822.SIZE 10)\r\n",
        r"UID FETCH ": b"* 1 FETCH (UID 1 BODY[] {4294967296}\r\n",
    }
    with ScriptedImap(answers) as server:
        mailbox = opened(server)
        with pytest.raises(MailboxError, match="broke off"):
            list(mailbox.fetch(mailbox.waiting("inbox"), 100_000))


def test_a_line_without_end_is_not_read(opened):
    answers = {r"UID FETCH 1:\*": b"* 1 FETCH (UID 1 RFC822.SIZE 10 " + b"x" * 5_000_000 + b")\r\n"}
    with ScriptedImap(answers) as server, pytest.raises(MailboxError, match="a line without end"):
        opened(server).waiting("inbox")


@pytest.mark.parametrize(
    ("login", "able", "says"),
    [
        (b"* CAPABILITY IMAP4rev1 MOVE\r\n", b"IMAP4rev1 UIDPLUS", 'UID COPY 1 "Verwerkt"'),
        (b"", b"IMAP4rev1 IMAP4rev2", 'UID MOVE 1 "Verwerkt"'),
        (b"", b"imap4rev1 move", 'UID MOVE 1 "Verwerkt"'),
    ],
    ids=["said in passing", "all in one", "small letters"],
)
def test_what_a_server_can_do_is_what_it_says_when_it_is_asked(opened, login, able, says):
    answers = {
        "LOGIN": login,
        "CAPABILITY": b"* CAPABILITY " + able + b"\r\n",
        r"UID FETCH": b"* 1 FETCH (UID 1 RFC822.SIZE 4)\r\n",
    }
    with ScriptedImap(answers) as server:
        mailbox = opened(server)
        mailbox.file(mailbox.waiting("inbox"), "processed")
        assert says in server.commands


@pytest.mark.parametrize(
    ("said", "missing", "full", "password"),
    [
        ("[TRYCREATE] No folder Verwerkt (Failure)", True, False, True),
        ("[NONEXISTENT] x", True, False, True),
        ("Mailbox does not exist", True, False, True),
        ("Verwerkt doesn't exist.", True, False, True),
        ("Unknown Mailbox: Verwerkt (now in authenticated state) (Failure)", True, False, True),
        ("no such mailbox", True, False, True),
        ("[OVERQUOTA] Not enough disk space", False, True, True),
        ("Quota exceeded", False, True, True),
        ("The mailbox is full.", False, True, True),
        ("Permission denied", False, False, True),
        ("[INUSE] the mailbox is locked", False, False, False),
        ("[limit] too many connections", False, False, False),
        ("[SERVERBUG] sorry", False, False, False),
        ("[CONTACTADMIN] account suspended", False, False, False),
    ],
)
def test_the_words_of_many_servers_are_understood(said, missing, full, password):
    assert trouble.is_missing_folder(said) is missing
    assert isinstance(trouble.refusal("host:993", said), MailboxFullError) is full
    assert trouble.is_about_the_password(said) is password


def test_answers_in_an_unusual_order_are_understood(opened):
    flags_of_another = b"* 2 FETCH (FLAGS (\\Seen))\r\n"
    answers = {
        r"UID FETCH 1:\*": flags_of_another + b"* 1 FETCH (RFC822.SIZE 40 FLAGS () UID 1)\r\n",
        r"UID FETCH ": flags_of_another
        + b"* 1 FETCH (BODY[] "
        + literal(RAW)
        + b' INTERNALDATE " 2-Mar-2026 09:30:00 +0100" UID 1)\r\n',
    }
    with ScriptedImap(answers) as server:
        mailbox = opened(server)
        (came,) = mailbox.fetch(mailbox.waiting("inbox"), LIMIT)
        assert (came.raw, came.received_at) == (RAW, AT)


def test_a_flag_that_somebody_sets_meanwhile_hides_no_message_and_makes_no_second_one(opened):
    read = b"* 1 FETCH (UID 1 FLAGS (\\Seen))\r\n"
    answers = {
        r"UID FETCH 1:\*": b"* 1 FETCH (UID 1 RFC822.SIZE 40)\r\n" + read,
        r"UID FETCH ": b'* 1 FETCH (UID 1 INTERNALDATE " 2-Mar-2026 09:30:00 +0100" BODY[] '
        + literal(RAW)
        + b")\r\n* 2 EXPUNGE\r\n"
        + read,
    }
    with ScriptedImap(answers) as server:
        mailbox = opened(server)
        (waiting,) = mailbox.waiting("inbox")
        assert waiting.size == 40
        assert [(each.raw, each.received_at) for each in mailbox.fetch([waiting], LIMIT)] == [(RAW, AT)]


@pytest.mark.parametrize("date", [b"", b'INTERNALDATE "no date" '])
def test_a_message_of_which_the_server_knows_no_date_is_listed_and_came_just_now(opened, date):
    answers = {
        r"UID SEARCH SINCE": b"* SEARCH 1\r\n",
        r"UID FETCH 1:\*": b"* 1 FETCH (UID 1 " + date + b"RFC822.SIZE 40)\r\n",
        r"UID FETCH ": b"* 1 FETCH (UID 1 " + date + b"BODY[] " + literal(RAW) + b")\r\n",
    }
    before = dt.datetime.now(dt.UTC)
    with ScriptedImap(answers) as server:
        mailbox = opened(server)
        (came,) = mailbox.fetch(mailbox.waiting("inbox", AT.date()), LIMIT)
    assert before <= came.received_at <= dt.datetime.now(dt.UTC)


def test_a_too_large_message_that_went_away_meanwhile_is_no_empty_message(opened):
    answers = {
        r"UID FETCH 1:\*": b"* 1 FETCH (UID 1 RFC822.SIZE 4000000)\r\n",
        r"UID FETCH ": b'* 1 FETCH (UID 1 BODY[HEADER] "" BODY[TEXT]<0> "")\r\n',
    }
    with ScriptedImap(answers) as server:
        mailbox = opened(server)
        assert list(mailbox.fetch(mailbox.waiting("inbox"), 100_000)) == []


FEW_FOLDERS = b'* LIST () "/" INBOX\r\n* LIST () "/" Verwerkt\r\n* LIST () "/" Automatisch\r\n'


@pytest.mark.parametrize("made", [b"", b"%t NO [ALREADYEXISTS] x\r\n", b"%t NO Mailbox exists\r\n"])
@pytest.mark.parametrize("subscribed", [b"", b"%t NO no subscriptions here\r\n"])
def test_a_folder_that_another_made_meanwhile_or_that_nobody_subscribes_to_is_used(opened, made, subscribed):
    with ScriptedImap({"LIST": FEW_FOLDERS, "CREATE": made, "SUBSCRIBE": subscribed}) as server:
        assert opened(server).folders()["quarantine"] == "Quarantaine"
        assert 'CREATE "Quarantaine"' in server.commands
        assert 'SUBSCRIBE "Quarantaine"' in server.commands


def test_a_folder_that_may_not_be_made_is_trouble(opened):
    with (
        ScriptedImap({"LIST": FEW_FOLDERS, "CREATE": b"%t NO [NOPERM] no\r\n"}) as server,
        pytest.raises(MailboxError, match="NOPERM"),
    ):
        opened(server).connect()


@pytest.mark.parametrize(("able", "asks"), [(b"SPECIAL-USE", False), (b"SPECIAL-USE LIST-EXTENDED", True)])
def test_only_who_knows_the_longer_list_is_asked_for_it(opened, able, asks):
    with ScriptedImap({"CAPABILITY": b"* CAPABILITY IMAP4rev1 " + able + b"\r\n"}) as server:
        opened(server).connect()
        (asked,) = [each for each in server.commands if each.startswith("LIST")]
    assert ("RETURN (SPECIAL-USE)" in asked) is asks


@pytest.mark.parametrize("nothing", [b'BODY[] ""', b"BODY[] {0}\r\n", b"BODY[] NIL", b"FLAGS ()"])
def test_a_message_that_is_gone_and_answered_for_with_nothing_is_no_empty_message(opened, nothing):
    answers = {
        r"UID FETCH 1:\*": b"* 1 FETCH (UID 1 RFC822.SIZE 40)\r\n",
        r"UID FETCH ": b"* 1 FETCH (UID 1 " + nothing + b")\r\n",
    }
    with ScriptedImap(answers) as server:
        mailbox = opened(server)
        assert list(mailbox.fetch(mailbox.waiting("inbox"), LIMIT)) == []


def test_one_message_that_the_server_cannot_read_does_not_keep_the_others(opened):
    answers = {
        r"UID FETCH 1:\*": b"* 1 FETCH (UID 1 RFC822.SIZE 40)\r\n* 2 FETCH (UID 2 RFC822.SIZE 40)\r\n",
        r"UID FETCH 1:2 ": b"%t NO [SERVERBUG] internal error\r\n",
        r"UID FETCH 1 ": b"%t NO [SERVERBUG] internal error\r\n",
        r"UID FETCH 2 ": b"* 2 FETCH (UID 2 BODY[] " + literal(RAW) + b")\r\n",
    }
    with ScriptedImap(answers) as server:
        mailbox = opened(server)
        assert [each.raw for each in mailbox.fetch(mailbox.waiting("inbox"), LIMIT)] == [RAW]


def test_news_in_one_packet_with_the_go_ahead_is_not_missed(opened):
    answers = {
        r"UID FETCH 1:\*": b"* 1 FETCH (UID 1 RFC822.SIZE 40)\r\n",
        "IDLE": b"* 1 FETCH (FLAGS (\\Seen))\r\n+ idling\r\n* OK still here\r\n* 2 EXISTS\r\n",
    }
    with ScriptedImap(answers) as server:
        mailbox = opened(server)
        mailbox.waiting("inbox")
        assert mailbox.idle(60) is True


@pytest.mark.parametrize(
    ("said", "is_news"),
    [
        (b"* 2 EXISTS\r\n", True),
        (b"* 2 exists\r\n", True),
        (b"* OK still here\r\n", False),
        (b"* 1 FETCH (FLAGS (\\Seen))\r\n", False),
        (b"* 1 EXPUNGE\r\n", False),
    ],
)
def test_a_new_message_alone_is_news(opened, said, is_news):
    answers = {r"UID FETCH 1:\*": b"* 1 FETCH (UID 1 RFC822.SIZE 40)\r\n", "IDLE": b"+ idling\r\n" + said}
    with ScriptedImap(answers) as server:
        mailbox = opened(server)
        mailbox.waiting("inbox")
        assert mailbox.idle(1.0 if is_news else 0.1) is is_news


@pytest.mark.timeout(30)
def test_news_that_comes_before_the_go_ahead_ends_the_wait(opened):
    script = {"IDLE": b"* 2 EXISTS\r\n+ idling\r\n", r"UID FETCH": b"* 1 FETCH (UID 1 RFC822.SIZE 4)\r\n"}
    with ScriptedImap(script) as server:
        mailbox = opened(server)
        mailbox.waiting("inbox")
        assert mailbox.idle(600) is True


def test_a_server_that_announces_idle_and_refuses_it_is_an_error_not_a_loop(opened):
    with ScriptedImap({"IDLE": b"%t BAD what?\r\n", r"UID FETCH": b"* 1 FETCH (UID 1 RFC822.SIZE 4)\r\n"}) as server:
        mailbox = opened(server)
        mailbox.waiting("inbox")
        with pytest.raises(MailboxError, match="IDLE refused"):
            mailbox.idle(60)


def test_a_server_that_says_goodbye_while_waiting_is_an_error(host, opened):
    with Proxy(host.imap_port) as proxy:
        mailbox = opened(host, port=proxy.port)
        mailbox.waiting("inbox")
        breaking = threading.Timer(0.2, proxy.cut_all)
        breaking.start()
        with pytest.raises(MailboxError):
            mailbox.idle(60)
        breaking.join()


GONE_MEANWHILE = b"%t NO [EXPUNGEISSUED] Some of the requested messages no longer exist\r\n"


def test_a_message_that_went_away_before_it_was_moved_ends_no_round(opened):
    answers = {
        r"UID FETCH 1:\*": b"* 1 FETCH (UID 1 RFC822.SIZE 4)\r\n",
        r"UID FETCH ": b"* 1 FETCH (UID 1 BODY[] {4}\r\nmail)\r\n",
        r"UID MOVE": GONE_MEANWHILE,
    }
    with ScriptedImap(answers) as server:
        mailbox = opened(server)
        (came,) = mailbox.fetch(mailbox.waiting("inbox"), LIMIT)
        mailbox.file([came.waiting], "processed")
        assert [each for each in server.commands if "MOVE" in each] == ['UID MOVE 1 "Verwerkt"'] * 2


@pytest.mark.parametrize("change", ["file", "remove"])
def test_in_a_folder_that_can_only_be_read_nothing_is_tried_and_it_is_said(opened, change):
    selected = b"* 1 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 2] ok\r\n%t OK [READ-ONLY] done\r\n"
    answers = {r"(SELECT|EXAMINE) ": selected, r"UID FETCH 1:\*": b"* 1 FETCH (UID 1 RFC822.SIZE 4)\r\n"}
    with ScriptedImap(answers) as server:
        mailbox = opened(server)
        listed = mailbox.waiting("inbox")
        assert [each.uid for each in listed] == [1]
        with pytest.raises(MailboxError, match=r"inbox on 127\.0\.0\.1.* can only be read.*the right to move"):
            mailbox.file(listed, "processed") if change == "file" else mailbox.remove(listed)
        assert not [each for each in server.commands if each.startswith(("UID MOVE", "UID STORE"))]


@pytest.mark.parametrize(
    ("quota", "told"),
    [
        (b"(STORAGE 95 100)", ["the mailbox is 95% full: delete mail or ask for more room"]),
        (b"(STORAGE 94 100 MESSAGE 10 0)", []),
        (b"(STORAGE 1 100 MESSAGE 99 100)", ["the mailbox is 99% full: delete mail or ask for more room"]),
    ],
)
def test_a_mailbox_that_is_nearly_full_is_told_before_it_is(opened, quota, told):
    answers = {
        r"CAPABILITY": b"* CAPABILITY IMAP4rev1 UIDPLUS MOVE QUOTA\r\n",
        r"GETQUOTAROOT": b'* QUOTAROOT INBOX ""\r\n* QUOTA "" ' + quota + b"\r\n",
        r"UID FETCH": b"* 1 FETCH (UID 1 RFC822.SIZE 4)\r\n",
    }
    with ScriptedImap(answers) as server:
        assert opened(server).obstacles() == told


def test_a_folder_that_can_only_be_read_is_told_before_anything_is_filed_in_it(opened):
    selected = b"* 0 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n%t OK [READ-ONLY] done\r\n"
    with ScriptedImap({r"(SELECT|EXAMINE) \"?Quarantaine": selected}) as server:
        (told,) = opened(server).obstacles()
    assert told == "the folder Quarantaine can only be read: give us the right to write there"


def test_what_courier_says_of_a_message_that_went_away_is_no_message(opened):
    stand_in = (
        b"From: System Administrator <root@localhost>\nSubject: message unavailable\n\n"
        b"This message is no longer available on the server.\n"
    )
    said = stand_in.replace(b"\n", b"\r\n")
    answers = {
        r"UID FETCH 1:\*": b"* 1 FETCH (UID 1 RFC822.SIZE %d)\r\n" % len(said),
        r"UID FETCH ": b"* 1 FETCH (UID 1 BODY[] " + literal(said) + b")\r\n",
    }
    with ScriptedImap(answers) as server:
        mailbox = opened(server)
        assert list(mailbox.fetch(mailbox.waiting("inbox"), LIMIT)) == []


def test_a_sentence_about_the_server_has_its_words_and_no_marks_of_python(opened):
    with ScriptedImap({"SELECT": b"%t BAD [SERVERBUG] what: no\r\n"}) as server:
        mailbox = opened(server)
        with pytest.raises(MailboxError) as caught:
            mailbox.waiting("inbox")
    assert "b'" not in str(caught.value)
    assert "[SERVERBUG] what: no" in str(caught.value)


ONLY_TO_READ = USUAL["SELECT"] + b"%t OK [READ-ONLY] done\r\n"


def test_a_folder_that_can_only_be_read_is_read_and_nothing_is_moved_out_of_it(opened):
    answers = {
        r"SELECT": ONLY_TO_READ,
        r"EXAMINE": ONLY_TO_READ,
        r"UID FETCH 1:\*": b"* 1 FETCH (UID 1 RFC822.SIZE 40)\r\n",
        r"UID FETCH ": b"* 1 FETCH (UID 1 BODY[] " + literal(RAW) + b")\r\n",
    }
    with ScriptedImap(answers) as server:
        mailbox = opened(server)
        (came,) = mailbox.fetch(mailbox.waiting("inbox"), LIMIT)
        assert came.raw == RAW
        for verb in (lambda: mailbox.file([came.waiting], "processed"), lambda: mailbox.remove([came.waiting])):
            with pytest.raises(MailboxError, match=r"folder inbox .* can only be read.* the right to move it"):
                verb()
        assert not [each for each in server.commands if re.match("UID (MOVE|COPY|STORE|EXPUNGE)", each)]
        assert [
            f"the folder {name} can only be read" in said for name, said in zip(EVERY, mailbox.obstacles(), strict=True)
        ] == [True] * 4
        assert not [each for each in server.commands if "QUOTA" in each], "it is not asked what it does not know"


@pytest.mark.parametrize(
    ("quota", "said"),
    [
        (b"(STORAGE 94 100)", []),
        (b"(STORAGE 95 100)", ["the mailbox is 95% full: delete mail or ask for more room"]),
        (b"(STORAGE 10 100 MESSAGE 99 100)", ["the mailbox is 99% full: delete mail or ask for more room"]),
        (b"(STORAGE 10 0)", []),
        (b"()", []),
    ],
    ids=["room", "nearly full", "of messages", "no limit", "nothing said"],
)
def test_a_mailbox_that_is_nearly_full_is_said_to_be(opened, quota, said):
    answers = {
        r"CAPABILITY": b"* CAPABILITY IMAP4rev1 UIDPLUS MOVE QUOTA\r\n",
        r"GETQUOTAROOT": b'* QUOTAROOT INBOX ""\r\n* QUOTA "" ' + quota + b"\r\n",
    }
    with ScriptedImap(answers) as server:
        mailbox = opened(server)
        assert mailbox.obstacles() == said
        assert "QUOTA" in mailbox.capabilities()


@pytest.mark.parametrize(
    "said", [b"[ALREADYEXISTS] Mailbox already exists", b"Mailbox exists", b"Folder already exists"]
)
def test_a_folder_that_somebody_made_meanwhile_is_used(opened, said):
    answers = {r"LIST": b'* LIST () "/" INBOX\r\n', r"CREATE": b"%t NO " + said + b"\r\n"}
    with ScriptedImap(answers) as server:
        assert opened(server).folders()["processed"] == "Verwerkt"


def test_a_folder_that_may_not_be_made_is_told_with_the_servers_words(opened):
    answers = {r"LIST": b'* LIST () "/" INBOX\r\n', r"CREATE": b"%t NO [NOPERM] not by you\r\n"}
    with ScriptedImap(answers) as server, pytest.raises(MailboxError, match=r"refuses a command .*not by you"):
        opened(server).connect()


def test_a_mark_that_is_refused_is_told_with_the_servers_words_and_removes_nothing(opened):
    answers = {
        r"CAPABILITY": b"* CAPABILITY IMAP4rev1 UIDPLUS\r\n",
        r"UID FETCH 1:\*": b"* 1 FETCH (UID 1 RFC822.SIZE 40)\r\n",
        r"UID STORE": b"%t NO [NOPERM] not by you\r\n",
    }
    with ScriptedImap(answers) as server:
        mailbox = opened(server)
        with pytest.raises(MailboxError, match=r"refuses a command .*not by you"):
            mailbox.file(mailbox.waiting("inbox"), "processed")
        assert not [each for each in server.commands if "EXPUNGE" in each]


def test_a_line_without_end_is_given_up(opened, monkeypatch):
    monkeypatch.setattr("klachtmail.mailbox.wire.LONGEST_LINE", 10_000)
    with (
        ScriptedImap({r"UID FETCH 1:\*": b"* 1 FETCH (" + b"x" * 1_000_000}) as server,
        pytest.raises(MailboxError, match=r"broke off .*a line without end"),
    ):
        opened(server).waiting("inbox")


def test_a_server_with_a_name_that_nobody_knows_is_said_to_be_so(opened):
    nowhere = SimpleNamespace(host="mail.nergens.invalid", imap_port=143)
    with pytest.raises(MailboxError, match=r"mail\.nergens\.invalid:143 is not known .*check imap\.host"):
        opened(nowhere, security="tls").connect()


def test_a_password_or_token_that_cannot_be_had_is_said_to_be_missing(host, opened):
    def fails():
        raise OSError("the key ring is locked")

    with pytest.raises(MailboxLoginError, match=r"no password or token for .*the key ring is locked"):
        opened(host, credential=fails).connect()
