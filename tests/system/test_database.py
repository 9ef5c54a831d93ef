"""The installed program with its register in a database: each command as with a folder, and the way from one to the other."""

import pytest

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
    assert project.run("do", numbers(project)[0], "ik", "--as", "jan@ront.nl").code == 0
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
    assert project.run("verify").code == 0
    assert len(smtp_server.letters_to("sanne@example.nl")) == 1


def numbers(project):
    return [record["number"] for record in project.run("list", "--json").json]
