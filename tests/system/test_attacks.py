"""Every attack of the tables at once, on the installed program: Dovecot receives them, and nothing has changed after the poll."""

import os
import re
import stat

import pytest

from tests.attacks.ground import KEES, SANNE, STRANGER
from tests.attacks.test_a_third_table import ATTACKS as THIRD
from tests.attacks.test_forged_commands import ATTACKS as FORGED
from tests.attacks.test_fresh_attacks import ATTACKS as FRESH
from tests.letters_read import answer, read
from tests.system.conftest import project_on
from tests.world import ELS, JAN, PIET, mail

pytestmark = pytest.mark.timeout(600)

MEMBERS = {JAN, ELS, PIET, "beheer@ront.nl"}
# what mail without authority may add to; see SECURITY.md
TRACES = {"messages", "history", "draft", "versions", "others", "waiting_since"}


class Installed:
    """The ground of the attacks, on real servers. Numbers have the year in which the test runs."""

    def __init__(self, project, dovecot, smtp_server):
        self.project, self.dovecot, self.smtp = project, dovecot, smtp_server
        self._read = 0
        self.year = "2026"
        self.receive(mail("De trainer was te laat. Bel mij op 06-12345678.", message_id="eerste@example.nl"))
        self.year = self.listed()[0]["number"][1:5]
        self.routed = self.last(JAN)
        self.receive(answer(self.routed, JAN, "@piet"))
        self.assigned = self.last(PIET)
        self.receive(answer(self.assigned, PIET, "uitkomst: de trainer stond in de file"))
        self.draft = next(x for x in reversed(self.letters(PIET)) if "Verstuur" in x.buttons)
        self.receive(
            mail(
                "De factuur klopt niet.",
                sender=f"Kees Klant <{KEES}>",
                subject="Factuur",
                message_id="tweede@example.org",
            )
        )
        self.routed_second = self.last(JAN)
        self.news()

    def receive(self, *raws):
        self.dovecot.deliver_many([self.dated(raw) for raw in raws])
        done = self.project.run("poll", "--json")
        assert done.code == 0, done.stderr
        return done.json

    def dated(self, raw):
        return raw.replace(b"K2026-", f"K{self.year}-".encode())

    def listed(self):
        return self.project.run("list", "--all", "--json").json

    def letters(self, to=None):
        return [read(x.content, x.recipients[0]) for x in self.smtp.letters if to in {None, x.recipients[0]}]

    def last(self, to):
        return self.letters(to)[-1]

    def news(self):
        fresh = self.letters()[self._read :]
        self._read += len(fresh)
        return fresh

    def token(self, letter):
        return letter.message_id.partition("@")[0]

    def client_letter(self, address=SANNE):
        return self.letters(address)[0]

    def answered(self, letter, sender, text, **fields):
        return answer(letter, sender, text, **fields)

    def facts(self):
        return {c["number"]: {k: v for k, v in c.items() if k not in TRACES} for c in self.listed()}

    def drafts(self):
        return {c["number"]: (c["draft"] or {}).get("text") for c in self.listed()}


def needs_no_news(attack):
    """Return whether an attack is one mail, not a mail after another."""
    return "after_news" not in repr(attack.mail) and "wrapped" not in repr(attack.mail)


@pytest.mark.parametrize("table", [(*FORGED, *FRESH), THIRD], ids=["first two", "third"])
def test_all_attacks_at_once_change_nothing(tmp_path, dovecot, smtp_server, table):
    ground = Installed(project_on(tmp_path, dovecot, smtp_server), dovecot, smtp_server)
    attacks = [attack for attack in table if needs_no_news(attack)]
    raws = [attack.mail(ground) for attack in attacks]
    # one Message-ID each, or the second of two that share one is only filed
    raws = [re.sub(rb"(?m)^Message-ID: <(?!km|kl)", b"Message-ID: <%d-" % count, raw) for count, raw in enumerate(raws)]
    before, drafts = ground.facts(), ground.drafts()
    done = ground.receive(*raws)
    assert done["fetched"] >= 0.9 * len(raws), "a mail server may refuse what is no mail, but not these"
    assert (done["failed"], done["quarantined"]) == (0, 0)
    after = ground.facts()
    changed = {(n, k): (was, after[n][k]) for n in before for k, was in before[n].items() if after[n][k] != was}
    noted = [key for key in changed if key[1] == "parties"]  # who wrote in a thread is noted as a third party, no more
    for was, now in map(changed.pop, noted):
        assert [each for each in now if each["role"] != "third_party"] == was
    # whoever has a letter of ours may report that it did not arrive: then nobody was acknowledged by it, and no more
    lost = [changed.pop(key)[1] for key in list(changed) if key[1] == "acknowledged_at"]
    assert not any(lost)
    assert changed == {}
    assert {number: ground.drafts()[number] for number in drafts} == drafts
    written = {letter.to for letter in ground.news()} - MEMBERS
    assert written <= {STRANGER}.union(*(attack.outsiders for attack in attacks))
    assert ground.project.run("verify").code == 0


def test_whatever_the_program_writes_is_for_its_owner_alone(tmp_path, dovecot, smtp_server):
    """Under a umask that gives everything away, as some shells and service managers have it."""
    before = os.umask(0)
    try:
        ground = Installed(project_on(tmp_path, dovecot, smtp_server), dovecot, smtp_server)
        run, number = ground.project.run, ground.listed()[0]["number"]
        for command in (
            ("sweep",),
            ("digest", "--html", "agenda.html"),
            ("backup", "alles.tar.gz"),
            ("export", "--out", "uit.csv"),
            ("evidence", number),
            ("report", "--year", ground.year, "--out", "jaar.html"),
            ("person", SANNE, "--export", "sanne.zip"),
            ("verify",),
            ("status",),
            ("check",),
            ("outbox",),
        ):
            assert run(*command).code in {0, 1}, command
        assert run("restore", "alles.tar.gz", "--yes").code == 0
        assert run("poll").code == 0
    finally:
        os.umask(before)
    written = [*ground.project.data.rglob("*"), ground.project.data, *tmp_path.iterdir()]
    open_to_others = {
        str(path.relative_to(tmp_path)): oct(path.stat().st_mode)
        for path in written
        if path != ground.project.config and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    }
    assert open_to_others == {}
    assert {"alles.tar.gz", "agenda.html", "uit.csv", "jaar.html", "sanne.zip"} <= {path.name for path in written}
