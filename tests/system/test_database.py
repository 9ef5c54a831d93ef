"""The installed program with its register in a database: each command as with a folder, and the way from one to the other."""

import pytest

from tests.letters_read import answer, read
from tests.machines import until
from tests.system.conftest import project_on
from tests.world import mail

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, postgres):
    return "sqlite:///register.db" if request.param == "sqlite" else postgres().fresh()


def test_a_firm_moves_to_a_database_and_back_and_goes_on(project, mailhost, smtp_server, database):
    mailhost.append(mail("Het lokaal was koud.", sender="sanne@example.nl", subject="Kou"))
    assert project.run("poll", "--json").json["new"] == 1
    moved = project.run("move-register", "--to", database, "--json")
    assert moved.code == 0, moved.stderr
    left = project.run("list")
    assert (left.code, "was moved" in left.stderr) == (4, True)

    project.write(database=database)
    checked = project.run("check", "--json")
    assert next(x for x in checked.json["checks"] if x["what"] == "register")["state"] == "ok"
    mailhost.append(mail("Nog iets.", sender="bram@example.nl", subject="Nog iets"))
    assert project.run("poll", "--json").json["new"] == 1
    (routing,) = (x for x in smtp_server.letters_to("jan@ront.nl") if b"K2026-0001" in x.content or b"Kou" in x.content)
    old = read(routing.content, "jan@ront.nl")  # from before the move: its token still counts
    mailhost.append(answer(old, "jan@ront.nl", "ik pak het op"))
    assert project.run("poll", "--json").json["commands"] == 1
    assert project.run("show", numbers(project)[0], "--json").json["handler"] == "jan@ront.nl"
    assert project.run("status", "--json").json["open"] == 2
    assert "klachtmail_open 2" in project.run("status", "--format", "prometheus").stdout
    assert project.run("verify").code == 0
    backup = project.run("backup", "all.jsonl.gz")
    assert backup.code == 0, backup.stderr
    restored = project.run("restore", "all.jsonl.gz", "--yes")
    assert restored.code == 0, restored.stderr
    assert project.run("poll", "--json").json["new"] == 0

    back = project.run("move-register", "--to", "tinydb", "--json")
    assert back.code == 0, back.stderr
    project.write(database=None)
    assert len(numbers(project)) == 2
    mailhost.append(answer(old, "jan@ront.nl", "ingrijpend"))
    assert project.run("poll", "--json").json["commands"] == 1
    assert project.run("show", numbers(project)[0], "--json").json["serious"]
    assert project.run("verify").code == 0
    assert len(smtp_server.letters_to("sanne@example.nl")) == 1


def test_two_firms_on_one_database_have_nothing_in_common(tmp_path, dovecot, smtp_server, postgres):
    address = postgres().fresh()
    firms = {}
    for name in ("ront", "advies"):
        (tmp_path / name).mkdir()
        host = dovecot.for_user(f"klachten@{name}.nl")
        firms[name] = project = project_on(tmp_path / name, host, smtp_server)
        project.write(database=address, schema=name, imap={"username": host.user})
        host.append(mail(f"Iets van {name}.", sender=f"klant@{name}.example", subject=name))
    with firms["ront"].daemon() as one, firms["advies"].daemon() as other:  # and both lead
        for name, daemon in (("ront", one), ("advies", other)):
            until(lambda who=f"klant@{name}.example": smtp_server.letters_to(who), told=daemon.log)
        for project in firms.values():
            assert project.run("status", "--json").json["role"] == "active"
    for name, project in firms.items():
        assert [record["subject"] for record in project.run("list", "--json").json] == [name]
        assert project.run("verify").code == 0


def numbers(project):
    return [record["number"] for record in project.run("list", "--json").json]
