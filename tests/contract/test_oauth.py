import base64
import json
import stat
import subprocess
import sys
from pathlib import Path

import jwt
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from pydantic import SecretStr

from klachtmail.config.schema import OAuth2
from klachtmail.oauth import OAuthError, OAuthUnreachableError, StaticTokens, provide
from klachtmail.oauth.cache import TokenCache
from klachtmail.oauth.google import GoogleTokens
from klachtmail.oauth.microsoft import MicrosoftTokens
from tests.servers.certificates import make_certificates
from tests.servers.oauth_server import CLIENT, SECRET, TENANT, Provider, serve


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def server(certificates):
    with serve(Provider(), certificates) as server:
        yield server


@pytest.fixture
def provider(server):
    return server.provider


@pytest.fixture
def cache(tmp_path):
    return TokenCache(tmp_path / "data" / "oauth-microsoft.json")


@pytest.fixture
def app(server, cache):
    """An app with a secret: a function, so that a test can start the program again."""
    return lambda secret=SECRET: MicrosoftTokens(
        TENANT, CLIENT, cache, client_secret=secret, token_endpoint=server.token_endpoint, ca_file=server.ca_file
    )


@pytest.fixture(scope="module")
def signed(tmp_path_factory):
    """A private key and its certificate in one file, as openssl makes them for Entra."""
    path = tmp_path_factory.mktemp("certificate") / "client.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=klachtmail"]
    subprocess.run([*made, "-keyout", path, "-out", f"{path}.crt"], check=True, capture_output=True, timeout=60)
    path.write_text(path.read_text() + Path(f"{path}.crt").read_text())
    return path


def test_a_certificate_signs_instead_of_a_secret(server, provider, cache, signed):
    settings = OAuth2(
        provider="microsoft",
        tenant=TENANT,
        client_id=CLIENT,
        client_certificate_file=signed,
        token_endpoint=server.token_endpoint,
    )
    tokens = provide(settings, "klachten@ront.nl", cache.path.parent)
    tokens._ca_file = server.ca_file
    assert tokens.access_token() == "access-1"
    (asked,) = provider.requests
    assert "client_secret" not in asked
    assert asked["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    certificate = x509.load_pem_x509_certificate(Path(f"{signed}.crt").read_bytes())
    said = jwt.decode(
        asked["client_assertion"],
        certificate.public_key(),
        algorithms=["PS256", "RS256"],
        audience=server.token_endpoint,
    )
    assert said["iss"] == said["sub"] == CLIENT


@pytest.mark.parametrize("content", ["", "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n", None])
def test_a_file_without_key_or_certificate_says_what_it_must_hold(server, cache, tmp_path, content):
    path = tmp_path / "client.pem"
    if content is not None:
        path.write_text(content)
    tokens = MicrosoftTokens(
        TENANT, CLIENT, cache, client_certificate=path, token_endpoint=server.token_endpoint, ca_file=server.ca_file
    )
    with pytest.raises(OAuthError, match=r"must hold a private key|cannot be read"):
        tokens.access_token()


@pytest.fixture
def person(app):
    return lambda: app(None)


@pytest.fixture(scope="session")
def service_account(tmp_path_factory):
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    encoding = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = tmp_path_factory.mktemp("google") / "key.json"
    content = {
        "type": "service_account",
        "client_email": "klachtmail@project.iam.example",
        "token_uri": "https://oauth2.invalid/token",
        "private_key_id": "1",
        "private_key": key.private_bytes(*encoding).decode(),
    }
    path.write_text(json.dumps(content))
    return path


@pytest.fixture
def google(server, service_account):
    return lambda path=service_account: GoogleTokens(
        path, "klachten@ront.nl", token_endpoint=f"{server.url}/token", ca_file=server.ca_file
    )


@pytest.fixture(params=["app", "person", "google", "static"])
def tokens(request):
    """Every implementation of the port, ready to give tokens."""
    if request.param == "static":
        return StaticTokens(["access-1", "access-2"])
    tokens = request.getfixturevalue(request.param)()
    if request.param == "person":
        tokens.sign_in(lambda text: None)
    return tokens


def test_a_token_is_given_and_the_same_again(tokens):
    first = tokens.access_token()
    assert first.startswith("access-")
    assert tokens.access_token() == first


def test_after_a_refusal_a_new_token_is_given_and_kept(tokens):
    first = tokens.access_token()
    second = tokens.access_token(force_refresh=True)
    assert second != first
    assert tokens.access_token() == second


@pytest.fixture(params=["app", "person", "google"])
def remote(request, provider):
    tokens = request.getfixturevalue(request.param)()
    if request.param == "person":
        tokens.sign_in(lambda text: None)
    return tokens


def test_a_token_at_hand_is_not_asked_for_again(remote, provider):
    remote.access_token()
    asked = len(provider.requests)
    remote.access_token()
    assert len(provider.requests) == asked


@pytest.mark.parametrize("kind", ["app", "person", "google"])
def test_a_token_that_ends_within_five_minutes_is_replaced_before_it_is_used(kind, request, provider):
    provider.expires_in = 290
    provider.rotate = True
    tokens = request.getfixturevalue(kind)()
    if kind == "person":
        tokens.sign_in(lambda text: None)
    assert tokens.access_token() != tokens.access_token()


def test_trouble_of_the_provider_is_not_the_administrators(remote, provider):
    provider.refusals = [(503, {"error": "temporarily_unavailable"})] * 10
    with pytest.raises(OAuthUnreachableError, match=r"has trouble now|cannot be reached"):
        remote.access_token(force_refresh=True)


@pytest.mark.parametrize("kind", ["app", "google"])
def test_a_provider_that_is_not_there_is_unreachable(kind, service_account, cache):
    with serve(Provider()) as gone:
        url = gone.url.replace("http:", "https:")
    if kind == "app":
        tokens = MicrosoftTokens(TENANT, CLIENT, cache, client_secret=SECRET, token_endpoint=f"{url}/{TENANT}")
    else:
        tokens = GoogleTokens(service_account, "klachten@ront.nl", token_endpoint=f"{url}/token")
    with pytest.raises(OAuthUnreachableError, match="cannot be reached"):
        tokens.access_token()


def test_a_certificate_that_nobody_vouches_for_is_refused(server, cache, provider):
    tokens = MicrosoftTokens(TENANT, CLIENT, cache, client_secret=SECRET, token_endpoint=server.token_endpoint)
    with pytest.raises(OAuthUnreachableError):
        tokens.access_token()
    assert provider.requests == []


def test_an_app_asks_for_imap_and_smtp_with_its_secret(app, provider):
    app().access_token()
    [form] = provider.requests
    assert form["grant_type"] == "client_credentials"
    assert form["scope"] == "https://outlook.office365.com/.default"
    assert form["client_secret"] == SECRET


def test_a_token_outlives_the_program_in_a_file_for_its_owner_alone(app, provider, cache):
    first = app().access_token()
    assert app().access_token() == first
    assert len(provider.requests) == 1
    assert stat.S_IMODE(cache.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(cache.path.parent.stat().st_mode) == 0o700
    assert [path.name for path in cache.path.parent.iterdir()] == [cache.path.name]
    assert SECRET not in cache.path.read_text()


def test_signing_in_shows_where_and_which_code(person, provider):
    shown = []
    tokens = person()
    tokens.sign_in(shown.append)
    assert shown == ["Open https://microsoft.example/devicelogin in a browser, and enter the code ABCD."]
    assert person().access_token() == "access-1"


def test_without_signing_in_the_administrator_is_told_to(person):
    with pytest.raises(OAuthError, match="klachtmail login"):
        person().access_token()


def test_signing_in_that_is_declined_says_so(person, provider):
    with pytest.raises(OAuthError, match="declined"):
        person().sign_in(lambda text: provider.refuse("authorization_declined"))


def test_signing_in_with_an_app_that_is_unknown_says_what_to_check(person, provider):
    provider.refuse("unauthorized_client", 700016)
    with pytest.raises(OAuthError, match=r"check oauth2\.client_id"):
        person().sign_in(lambda text: None)


def test_trouble_that_microsoft_admits_is_not_the_administrators(app, provider):
    provider.refuse("temporarily_unavailable")
    with pytest.raises(OAuthUnreachableError, match="has trouble now"):
        app().access_token()


def test_the_old_refresh_token_is_kept_when_no_new_one_is_given(person, provider):
    person().sign_in(lambda text: None)
    for _ in range(3):
        person().access_token(force_refresh=True)
    used = [form["refresh_token"] for form in provider.requests if form["grant_type"] == "refresh_token"]
    assert used == provider.refresh_tokens * 3


def test_a_new_refresh_token_is_kept_when_one_is_given(person, provider):
    provider.rotate = True
    person().sign_in(lambda text: None)
    for _ in range(3):
        person().access_token(force_refresh=True)
    used = [form["refresh_token"] for form in provider.requests if form["grant_type"] == "refresh_token"]
    assert used == provider.refresh_tokens[:3]
    assert len(set(used)) == 3


def test_consent_that_is_revoked_in_mid_session_tells_what_to_do(person, provider):
    tokens = person()
    tokens.sign_in(lambda text: None)
    tokens.access_token()
    provider.revoke()
    with pytest.raises(OAuthError, match="grant consent in Entra"):
        tokens.access_token(force_refresh=True)
    with pytest.raises(OAuthError, match="grant consent"):  # the refused token is not given out again
        tokens.access_token()


@pytest.mark.parametrize(
    ("error", "code", "advice"),
    [
        ("invalid_client", 7000215, "copy its value, not its ID"),
        ("invalid_client", 7000222, "expired; make a new one"),
        ("unauthorized_client", 700016, "oauth2.client_id and oauth2.tenant"),
        ("invalid_grant", 65001, "grant consent"),
        ("invalid_grant", 50173, "klachtmail login"),
        ("invalid_scope", 1002012, "end in /.default"),
        ("invalid_scope", 70011, "leave out oauth2.scope"),
        ("unheard_of", 1, "unheard_of"),
    ],
)
def test_each_refusal_of_microsoft_says_what_to_do(app, provider, error, code, advice):
    provider.refuse(error, code)
    with pytest.raises(OAuthError) as caught:
        app().access_token()
    assert advice in str(caught.value)
    assert f"AADSTS{code}" in str(caught.value)
    assert SECRET not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_tenant_that_is_unknown_says_what_to_check(server, cache):
    endpoint = server.token_endpoint.replace(TENANT, "elsewhere")
    tokens = MicrosoftTokens("x", CLIENT, cache, client_secret=SECRET, token_endpoint=endpoint, ca_file=server.ca_file)
    with pytest.raises(OAuthError, match=r"check oauth2\.tenant"):
        tokens.access_token()


def test_a_service_account_asks_for_the_mailbox(google, provider):
    google().access_token()
    [form] = provider.requests
    claims = form["assertion"].split(".")[1]
    claims = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))
    assert claims["sub"] == "klachten@ront.nl"
    assert claims["scope"] == "https://mail.google.com/"


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        ("unauthorized_client", "Domain-wide delegation"),
        ("access_denied", "Domain-wide delegation"),
        ("invalid_scope", "leave out oauth2.scope"),
        ("invalid_grant", "oauth2.subject"),
        ("unheard_of", "unheard_of"),
    ],
)
def test_each_refusal_of_google_says_what_to_do(google, provider, error, advice):
    provider.refuse(error)
    with pytest.raises(OAuthError) as caught:
        google().access_token()
    assert advice in str(caught.value)
    assert not isinstance(caught.value, OAuthUnreachableError)


@pytest.mark.parametrize("content", ["", "{}", '{"private_key": "canary"}', "canary"])
def test_a_key_that_is_none_says_what_to_do_and_is_not_shown(google, tmp_path, content):
    path = tmp_path / "key.json"
    path.write_text(content)
    with pytest.raises(OAuthError, match="download a new JSON key") as caught:
        google(path).access_token()
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize(("kind", "module"), [("app", "msal"), ("google", "google.oauth2.service_account")])
def test_a_missing_extra_says_what_to_install(kind, module, request, monkeypatch):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(OAuthError, match=rf"whl\[{'google' if kind == 'google' else 'microsoft'}\]"):
        request.getfixturevalue(kind)().access_token()


def test_a_damaged_cache_is_started_afresh(app, cache):
    cache.write("{")
    assert app().access_token() == "access-1"


def test_a_cache_that_is_no_text_is_not_overwritten(app, cache):
    cache.write("")
    cache.path.write_bytes(b"\xff")
    with pytest.raises(OAuthError, match="delete that file"):
        app().access_token()
    assert cache.path.read_bytes() == b"\xff"


def test_a_cache_that_cannot_be_replaced_leaves_no_temporary_file(cache):
    cache.path.mkdir(parents=True)
    with pytest.raises(OAuthError, match="cannot be kept"):
        cache.write("{}")
    assert list(cache.path.parent.iterdir()) == [cache.path]


def test_a_cache_that_cannot_be_written_says_where(app, cache):
    cache.path.parent.write_text("a file stands where the folder should be")
    with pytest.raises(OAuthError, match=r"cannot be (kept|read)"):
        app().access_token()


def test_secrets_are_in_no_representation(app, google):
    tokens = (app(), google())
    for each in tokens:
        each.access_token()
    assert "canary" not in repr(tokens)
    assert "access-" not in repr(tokens)


def test_the_configuration_decides_whose_tokens_they_are(tmp_path, service_account):
    microsoft = OAuth2(provider="microsoft", tenant="t", client_id="c", client_secret=SecretStr("s"))
    google = OAuth2(provider="google", service_account_file=service_account)
    assert isinstance(provide(microsoft, "klachten@ront.nl", tmp_path), MicrosoftTokens)
    assert isinstance(provide(google, "klachten@ront.nl", tmp_path), GoogleTokens)


def test_the_memory_twin_ends_like_a_revoked_consent():
    tokens = StaticTokens(["access-1"])
    with pytest.raises(OAuthError, match="klachtmail login"):
        tokens.access_token(force_refresh=True)
