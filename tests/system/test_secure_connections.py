"""TLS and OAuth2 with the installed program: who is trusted, and what is said when somebody is not."""

import pytest

from tests.servers.certificates import make_certificates
from tests.servers.dovecot import Dovecot
from tests.servers.oauth_server import CLIENT, SECRET, TENANT, OAuthDovecot, OAuthSmtpServer, Provider, serve
from tests.servers.smtp_server import SmtpServer
from tests.system.conftest import PASSWORD, USER, Project, firm

MAIL = b"From: klant@example.nl\r\nTo: klachten@ront.nl\r\nSubject: Klacht\r\nMessage-ID: <k@example.nl>\r\n\r\nIk ben niet tevreden.\r\n"


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    return make_certificates(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def other_authority(tmp_path_factory):
    return make_certificates(tmp_path_factory.mktemp("other")).authority


@pytest.fixture(scope="module")
def certificates_for_another(tmp_path_factory):
    return make_certificates(tmp_path_factory.mktemp("another"), names="DNS:mail.example.nl")


@pytest.fixture(params=["tls", "starttls"])
def secure(request, tmp_path, certificates):
    """A project on servers whose certificates our own authority signed."""
    context = certificates.server_context()
    options = {"implicit_tls": context} if request.param == "tls" else {"starttls": context}
    with (
        Dovecot.required(certificates=certificates) as dovecot,
        SmtpServer(login=(USER, PASSWORD), **options) as smtp_server,
    ):
        login = {
            "host": "localhost",
            "security": request.param,
            "username": USER,
            "password": PASSWORD,
            "ca_file": str(certificates.authority),
        }
        imap_port = dovecot.imaps_port if request.param == "tls" else dovecot.imap_port
        yield (
            Project(tmp_path, firm(imap={"port": imap_port, **login}, smtp={"port": smtp_server.port, **login})),
            dovecot,
            smtp_server,
        )


def one_sentence(result):
    """Assert that a command could not reach a server, and return what it says: one line, no traceback."""
    assert result.code == 3, result.stdout + result.stderr
    assert "Traceback" not in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1, result.stderr
    return result.stderr


def test_an_authority_of_our_own_is_trusted_when_it_is_named(secure):
    project, dovecot, smtp_server = secure
    dovecot.deliver(MAIL)
    result = project.run("poll", "--json")
    assert result.code == 0, result.stderr
    assert (result.json["new"], result.json["sent"]) == (1, 3)
    assert len(smtp_server.letters) == 3


def test_a_certificate_of_another_authority_is_refused(secure, other_authority):
    project, dovecot, smtp_server = secure
    dovecot.deliver(MAIL)
    project.write(imap={"ca_file": str(other_authority)})
    assert "imap.ca_file" in one_sentence(project.run("poll"))
    project.write(imap={"ca_file": project.settings["smtp"]["ca_file"]}, smtp={"ca_file": str(other_authority)})
    result = project.run("poll", "--json")
    assert not smtp_server.letters
    assert "smtp.ca_file" in result.stderr + project.run("outbox").stdout + project.run("check").stdout


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_for_another_name_is_refused(tmp_path, certificates_for_another, smtp_server, security):
    with Dovecot.required(certificates=certificates_for_another) as dovecot:
        port = dovecot.imaps_port if security == "tls" else dovecot.imap_port
        login = {"host": "localhost", "port": port, "security": security, "username": USER, "password": PASSWORD}
        trusted = str(certificates_for_another.authority)
        sending = {"host": "localhost", "port": smtp_server.port, "security": "none"}
        project = Project(tmp_path, firm(imap={**login, "ca_file": trusted}, smtp=sending))
        assert "not trusted" in one_sentence(project.run("poll"))
        assert "Login:" not in dovecot.log()


def test_the_authorities_of_the_machine_do_not_know_it(secure):
    project, _, _ = secure
    settings = {key: value for key, value in project.settings["imap"].items() if key != "ca_file"}
    project.settings["imap"] = settings
    project.write()
    assert "not trusted" in one_sentence(project.run("poll"))


def test_a_server_that_offers_no_starttls_gets_no_password(tmp_path, smtp_server):
    with Dovecot.required() as dovecot:
        login = {"host": "localhost", "security": "starttls", "username": USER, "password": PASSWORD}
        project = Project(
            tmp_path, firm(imap={"port": dovecot.imap_port, **login}, smtp={"port": smtp_server.port, **login})
        )
        dovecot.deliver(MAIL)
        one_sentence(project.run("poll"))
        assert "Login:" not in dovecot.log()


@pytest.mark.parametrize("section", ["imap", "smtp"])
def test_plain_text_to_another_machine_is_refused_before_anything_is_sent(tmp_path, section):
    plain = {"host": "mail.example.nl", "port": 1, "security": "none", "username": USER, "password": PASSWORD}
    fine = {**plain, "host": "127.0.0.1"}
    project = Project(tmp_path, firm(**{"imap": fine, "smtp": fine, section: plain}))
    result = project.run("poll")
    assert result.code == 2
    assert "plain" in result.stderr.lower()
    assert PASSWORD not in result.stderr


# ── OAuth2 ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def provider():
    return Provider()


@pytest.fixture
def signed_in(tmp_path, provider, certificates, monkeypatch):
    """A project that logs in with tokens of a provider on loopback, which Dovecot and the sending server ask."""
    with (
        serve(provider) as introspection,
        serve(provider, certificates) as tokens,
        OAuthDovecot.required(provider_url=introspection.url) as dovecot,
        OAuthSmtpServer(provider) as smtp_server,
    ):
        oauth2 = {
            "provider": "microsoft",
            "tenant": TENANT,
            "client_id": CLIENT,
            "client_secret": "${KLACHTMAIL_SECRET}",
            "token_endpoint": tokens.token_endpoint,
        }
        login = {"security": "none", "username": USER, "oauth2": oauth2}
        monkeypatch.setenv("KLACHTMAIL_SECRET", SECRET)
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificates.authority))
        yield (
            Project(
                tmp_path,
                firm(
                    imap={"host": dovecot.host, "port": dovecot.imap_port, **login},
                    smtp={"host": smtp_server.host, "port": smtp_server.port, **login},
                ),
            ),
            dovecot,
            smtp_server,
        )


def test_the_program_logs_in_with_tokens(signed_in):
    project, dovecot, smtp_server = signed_in
    dovecot.deliver(MAIL)
    result = project.run("poll", "--json")
    assert result.code == 0, result.stderr
    assert (result.json["new"], result.json["sent"]) == (1, 3)
    assert len(smtp_server.letters) == 3


def test_a_token_that_was_revoked_is_replaced_by_itself(signed_in, provider):
    project, dovecot, smtp_server = signed_in
    assert project.run("poll").code == 0
    provider.revoke()
    asked = len(provider.requests)
    dovecot.deliver(MAIL)
    result = project.run("poll", "--json")
    assert result.code == 0, result.stderr
    assert len(smtp_server.letters) == 3
    assert len(provider.requests) > asked


def test_consent_that_was_revoked_is_told_in_one_sentence(signed_in, provider):
    project, _, _ = signed_in
    for _ in range(4):
        provider.refuse("invalid_grant", 65001)
    result = project.run("poll")
    assert result.code == 3
    assert "grant consent in Entra" in result.stderr
    assert SECRET not in result.stderr
    assert "Traceback" not in result.stderr


def test_a_token_that_is_refused_is_called_so_and_no_password_is_looked_for(signed_in, provider):
    project, _, _ = signed_in
    provider.user = "iemand.anders@ront.nl"
    result = project.run("poll")
    assert result.code == 3
    assert "imap.oauth2" in result.stderr
    assert "password" not in result.stderr
    assert not any(token in result.stderr for token in provider.tokens)


OTHER_MAIL = MAIL.replace(b"<k@", b"<l@").replace(b"klant@", b"ander@").replace(b"Subject: Klacht", b"Subject: Nog een")


def test_the_daemon_goes_on_when_its_tokens_end_in_mid_session(signed_in, provider):
    project, dovecot, smtp_server = signed_in
    smtp_server.ended = "530 5.7.57 Client not authenticated to send mail"
    with project.daemon() as daemon:
        dovecot.deliver(MAIL)
        smtp_server.wait_for(3)
        provider.expire()
        dovecot.deliver(OTHER_MAIL)
        smtp_server.wait_for(6)
        assert smtp_server.refusals >= 1, "the server did refuse the old token"
        assert not any(token in daemon.log() for token in provider.tokens)


def test_consent_that_is_revoked_while_the_daemon_runs_is_told_and_nothing_is_lost(signed_in, provider):
    project, dovecot, smtp_server = signed_in
    project.write(schedule={"poll_seconds": 5})
    smtp_server.ended = "530 5.7.57 Client not authenticated to send mail"
    with project.daemon():
        dovecot.deliver(MAIL)
        smtp_server.wait_for(3)
        provider.expire()
        for _ in range(3):
            provider.refuse("invalid_grant", 65001)
        dovecot.deliver(OTHER_MAIL)
        smtp_server.wait_for(6)  # by itself, once consent is given again
    assert "grant consent in Entra" in (project.folder / "daemon.log").read_text()
    assert project.run("verify").code == 0
