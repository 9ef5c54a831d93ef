"""Dying, and the network breaking, before and after every IMAP and SMTP command, on real servers of three kinds."""

import contextlib
import functools
import os
from collections import Counter

import pytest

from klachtmail.service.poll import poll
from klachtmail.store.tiny import TinyStore
from tests.crash.commands import COLLEAGUES, Start, contents, problems
from tests.crash.recorder import Firm, on_record, went
from tests.crash.test_every_step import SCENES, five_messages, small_firm
from tests.crash.workers import in_parallel
from tests.servers.dovecot import Dovecot
from tests.servers.mailhost import PASSWORD, USER
from tests.servers.smtp_server import SmtpServer
from tests.world import MONDAY

pytestmark = pytest.mark.timeout(600)

MOVES, ONLY_UIDPLUS, NEITHER = (), ("MOVE",), ("MOVE", "UIDPLUS")

PLAYED = {
    "poll of five messages with two letters each": (MOVES, *SCENES["poll of five messages with two letters each"]),
    "filing with UIDPLUS only": (ONLY_UIDPLUS, five_messages, poll),
    "filing with neither MOVE nor UIDPLUS": (NEITHER, five_messages, poll),
    "a command mail, with UIDPLUS only": (ONLY_UIDPLUS, *SCENES["a command mail"]),
    "the outcome to four parties": (MOVES, *SCENES["the outcome to four parties"]),
    "sweep: morning mail and digest": (MOVES, *SCENES["sweep: morning mail and digest"]),
}


@functools.cache
def sending_server(_process, pipelining):
    """Return a server that sends, one for each process; it ends with it."""
    return SmtpServer(login=(USER, PASSWORD), pipelining=pipelining).__enter__()


@pytest.mark.parametrize("scene", PLAYED)
def test_a_death_or_a_break_at_any_command_loses_nothing_and_doubles_nothing(scene, tmp_path, record_property):
    without, prepare, work = PLAYED[scene]
    in_one_piece = without == MOVES  # how MAIL, RCPT and DATA are said; beside what a mailbox lacks one by one
    people = small_firm()
    world = Firm(people, tmp_path / "data", MONDAY)
    prepare(world)
    world.run(lambda _office: None)  # makes the key, with which templates are translated once for all lives
    start = Start(world.folder, world.mailbox.kept, world.now)
    with Dovecot.required(without=without) as dovecot:
        steps, expected = undisturbed(start, people, tmp_path / "undisturbed", dovecot, work, in_one_piece)
        record_property("steps", len(steps))
        cases = [(kind, place) for kind in ("dies_at", "breaks_at") for place in range(len(steps))]
        print(f"{scene}: {len(steps)} points before and after commands, {len(cases)} deaths and breaks")

        def survives(case, folder):
            kind, place = case
            host = dovecot.for_user(f"{kind}.{place}@ront.nl")
            branch = start.branch(people, folder, host, sending_server(os.getpid(), in_one_piece))
            name = f"{kind} {steps[place]} ({place})"
            assert getattr(branch, kind)(work, place) == steps[place]
            with contextlib.closing(TinyStore(folder)) as store:
                assert problems(branch, store) == [], name
                found = contents(host)
                assert records(branch, store, found) == expected, name
            assert wrong_in(found, without, steps[place]) == [], name

        failures = in_parallel(cases, survives, tmp_path)
    assert not failures, "\n".join(failures)


def undisturbed(start, people, folder, dovecot, work, in_one_piece):
    """Return the names of all steps, and what is on record in the end, when nothing goes wrong."""
    with SmtpServer(login=(USER, PASSWORD), pipelining=in_one_piece) as server:
        branch = start.branch(people, folder, dovecot.for_user("undisturbed@ront.nl"), server)
        steps = []
        branch.run(work, steps.append)
        branch.run(branch.to_the_end)
        with contextlib.closing(TinyStore(folder)) as store:
            assert problems(branch, store) == []
            return steps, records(branch, store, contents(branch.host))


def records(branch, store, found):
    """Return what must be the same, whatever broke: the register, the letters, and each message in its folder."""
    filed = {role: set(found[role]) for role in ("processed", "automatic")}
    return on_record(store) | {"went": went(branch.taken()), "filed": filed}


def wrong_in(found, without, step):
    """Return what is wrong in the folders: mail left, mail of others gone, more copies than this step explains."""
    wrong = [f"{len(found['inbox'])} messages are left in INBOX"] if found["inbox"] else []
    if COLLEAGUES not in found["all"]:
        wrong.append("what a colleague had marked as deleted is gone")
    if len(found["all"]) > 1 and "UIDPLUS" not in without:
        wrong.append("what was filed is still in INBOX")
    copies = Counter(found["processed"] + found["automatic"])
    if max(copies.values(), default=0) > (2 if "MOVE" in without and step in BETWEEN else 1):
        wrong.append(f"copies of a filed message: {sorted(copies.values())}")
    return wrong


# Without MOVE a message is in two folders for a moment. Whoever dies then copies it once more: better than to lose it.
BETWEEN = {"imap after UID COPY", "imap before UID STORE", "imap after UID STORE", "imap before UID EXPUNGE"}
