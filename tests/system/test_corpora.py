"""Every message of the corpora, through Dovecot and the installed program: recorded, filed or set apart, never lost.

And not one letter to whom none may be sent. The labels come from whole folders; where a file is not what its folder
says, `MISLABELLED` tells why.
"""

import email
import email.policy
import imaplib
import json

import pytest

from klachtmail.domain.incoming.automatic import reads_no_answers
from klachtmail.domain.records.outcome import POLL_KINDS
from klachtmail.parse import parse
from tests.real_mail import required_corpora
from tests.system.conftest import PASSWORD, USER, project_on
from tests.world import MONDAY, World

MEMBERS = {"jan@ront.nl", "els@ront.nl", "piet@ront.nl", "beheer@ront.nl"}
COMPLAINTS = {"new", "follow_up", "third_party", "oral"}
# flufl.bounce keeps it because its detector must *not* take it for a bounce: a hotel answers a booking, from Outlook.
# A person wrote it and nothing about it is automatic, so it becomes a complaint as any unknown mail does.
MISLABELLED = {"flufl-bounce/mails/data/groupwise_03.txt"}


@pytest.fixture(scope="module")
def corpora():
    """Return the folder of the corpora, or skip with a plain message."""
    return required_corpora()


def files(corpora):
    folders = sorted(path for path in corpora.iterdir() if path.is_dir())
    return [path for folder in folders for path in sorted((folder / "mails").rglob("*")) if path.is_file()]


def silent(corpora):
    """Return the files that may become no complaint, and those whose sender may get no letter."""
    labels = json.loads((corpora / "labels.json").read_text())
    no_complaint = {name for name, label in labels.items() if label["new_complaint_allowed"] is False}
    no_answer = {name for name, label in labels.items() if label["answer_allowed"] is False}
    every = {str(path.relative_to(corpora)) for path in files(corpora)}
    sisimai = {name for name in every if name.startswith("sisimai/")}
    lists = {name for name in every if name.startswith("lore-nl/")}
    assert labels.keys() <= every
    return (no_complaint | sisimai | lists) - MISLABELLED, (no_answer | sisimai | lists) - MISLABELLED


def check_letters(recipients, shared):
    """Look at every letter that left the firm. `shared`: senders who sent answerable mail as well."""
    outside = set(recipients) - MEMBERS
    assert outside, "nobody got an acknowledgement"
    assert not [address for address in outside if reads_no_answers(address)]
    assert not outside & shared


def forbidden(corpora):
    """Return the addresses that sent only mail that must not be answered."""
    _, no_answer = silent(corpora)
    senders = {str(p.relative_to(corpora)): parse(p.read_bytes(), MONDAY).sender.address for p in files(corpora)}
    answerable = {address for name, address in senders.items() if name not in no_answer}
    return {senders[name] for name in no_answer} - answerable - {""}


def test_each_labelled_message_by_itself_is_judged_as_its_label_says(corpora):
    no_complaint, no_answer = silent(corpora)
    wrong = []
    world = World()
    for name in sorted(no_complaint | no_answer):
        world.news()
        report = world.receive((corpora / name).read_bytes())
        kind = next(kind for kind, count in report.counts.items() if count)
        if kind in COMPLAINTS and name in no_complaint:
            wrong.append(f"{name}: a complaint")
        if {letter.to for letter in world.news()} - MEMBERS:
            wrong.append(f"{name}: answered")
        world.mailbox.kept["automatic"].clear()
    assert wrong == []


def append(host, raws):
    """Put messages into INBOX as they are: LMTP would change what is odd about them."""
    with imaplib.IMAP4(host.host, host.imap_port, timeout=60) as imap:
        imap.login(USER, PASSWORD)
        for raw in raws:
            answer, said = imap.append("INBOX", None, None, raw)
            assert answer == "OK", said


@pytest.mark.timeout(300)
def test_every_message_is_dealt_with_and_nobody_gets_a_letter_who_must_not(corpora, dovecot, smtp_server, tmp_path):
    raws = [raw for path in files(corpora) if (raw := path.read_bytes())]  # no server keeps an empty message
    append(dovecot, raws)
    project = project_on(tmp_path, dovecot, smtp_server)
    ended = project.run("poll", "--json")
    assert ended.code == 0, ended.stderr
    report = ended.json
    assert report["fetched"] == len(raws) == sum(report[kind] for kind in POLL_KINDS)
    assert (report["quarantined"], report["failed"]) == (0, 0)
    assert dovecot.folder() == []
    filed = {name: len(dovecot.folder(name)) for name in ("Verwerkt", "Automatisch")}
    assert sum(filed.values()) == len(raws)
    assert not dovecot.folder("Quarantaine")

    while report["queued"]:
        report = project.run("poll", "--json").json
    check_letters([address for letter in smtp_server.letters for address in letter.recipients], forbidden(corpora))
    recorded = project.run("list", "--all", "--json").json
    assert len(recorded) == ended.json["new"]
    wrong_loops = [x for x in smtp_server.letters if not email.message_from_bytes(x.content)["Auto-Submitted"]]
    assert not wrong_loops, "every automatic letter says that it is"
    assert project.run("verify").code == 0
    again = project.run("poll", "--json").json
    assert again["fetched"] == 0


def test_a_message_is_never_counted_twice(corpora):
    """The corpora share files: the same message in two of them is one message."""
    world = World()
    raws = [path.read_bytes() for path in files(corpora)]
    report = world.receive(*raws)
    assert report.fetched == len(raws)
    assert report.counts["quarantined"] == report.counts["failed"] == 0
    mails = {mail.content_key: mail for mail in (parse(raw, MONDAY) for raw in raws)}
    ids = [(mail.message_id, mail.sender.address) for mail in mails.values() if mail.message_id]
    changed_on_the_way = len(ids) - len(set(ids))  # by a relay: one mail too, where it is in a dossier
    through_a_list_first = 1  # then the plain copy is a person's, not a duplicate
    same = len(raws) - len(mails) - through_a_list_first
    assert same <= report.counts["duplicates"] <= same + changed_on_the_way
    assert not world.mailbox.kept["inbox"]
