"""Two hundred complaints from two hundred senders: each one record, one acknowledgement, one routing mail a partner."""

import random
import time
from collections import Counter

import pytest

from tests.letters_read import read
from tests.world import mail

pytestmark = pytest.mark.timeout(600)  # many runs of the program, on a machine that may be busy

COUNT = 200
PARTNERS = ("jan@ront.nl", "els@ront.nl")
KILLS = 10


@pytest.fixture
def crowd(dovecot, project_on_dovecot):
    """Two hundred complaints in INBOX."""
    raws = [
        mail(
            f"Dit is klacht {n}.",
            sender=f"Klant {n} <klant{n}@example.nl>",
            subject=f"Zaak {n}",
            message_id=f"zaak{n}@example.nl",
        )
        for n in range(COUNT)
    ]
    dovecot.deliver_many(raws)
    return project_on_dovecot


@pytest.fixture
def project_on_dovecot(tmp_path, dovecot, smtp_server):
    from tests.system.conftest import project_on

    return project_on(tmp_path, dovecot, smtp_server)


def assert_each_once(project, dovecot):
    records = project.run("list", "--all", "--json").json
    assert sorted(r["complainant"]["address"] for r in records) == sorted(f"klant{n}@example.nl" for n in range(COUNT))
    assert sorted(r["subject"] for r in records) == sorted(f"Zaak {n}" for n in range(COUNT))
    assert len(records) == COUNT
    for year, counted in Counter(r["number"][:6] for r in records).items():  # two years, at midnight of 31 December
        of_it = sorted(r["number"] for r in records if r["number"].startswith(year))
        assert of_it == [f"{year}{n:04d}" for n in range(1, counted + 1)]
    assert dovecot.folder() == []
    assert len(dovecot.folder("Verwerkt")) == COUNT
    verified = project.run("verify", "--json")
    assert verified.json == {"ok": True, "problems": []}
    return records


def test_two_hundred_complaints_become_two_hundred_records(crowd, dovecot, smtp_server):
    done = crowd.run("poll", "--json")
    assert done.code == 0, done.stderr
    assert (done.json["fetched"], done.json["new"], done.json["sent"], done.json["queued"]) == (
        COUNT,
        COUNT,
        3 * COUNT,
        0,
    )
    records = assert_each_once(crowd, dovecot)
    letters = Counter(
        (x.recipients[0], read(x.content).subject.rpartition("[")[2].rstrip("]")) for x in smtp_server.letters
    )
    due = {(to, r["number"]) for r in records for to in (r["complainant"]["address"], *PARTNERS)}
    assert letters == Counter(due)
    again = crowd.run("poll", "--json").json
    assert (again["fetched"], again["sent"], len(smtp_server.letters)) == (0, 0, 3 * COUNT)


def test_ten_kills_at_random_moments_of_that_poll_leave_two_hundred_of_each_record(crowd, dovecot, smtp_server):
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    chance = random.Random(seed)  # noqa: S311  # moments, not secrets
    killed = 0
    for _ in range(KILLS):
        process = crowd.start("poll")
        time.sleep(chance.uniform(0.3, 2.5))  # the moment is the test
        killed += process.poll() is None
        process.kill()
        process.wait()
    assert killed
    for _ in range(5):
        done = crowd.run("poll", "--json")
        assert done.code == 0, done.stderr
        if not done.json["fetched"] and not done.json["queued"]:
            break
    records = assert_each_once(crowd, dovecot)
    copies = {}
    for letter in smtp_server.letters:
        copies.setdefault((letter.recipients[0], read(letter.content).subject), []).append(letter.content)
    due = {(to, r["number"]) for r in records for to in (r["complainant"]["address"], *PARTNERS)}
    assert {(to, subject.rpartition("[")[2].rstrip("]")) for to, subject in copies} == due
    assert sum(len(contents) - 1 for contents in copies.values()) <= killed  # one doubtful letter for each kill at most
    assert all(content == contents[0] for contents in copies.values() for content in contents)
