import re
from pathlib import Path
from types import MappingProxyType

import pytest
from pydantic import ValidationError

from klachtmail.config import ConfigError, load
from klachtmail.config.mistypes import _known as known_keys
from klachtmail.config.rules import COMMAND_WORDS, RULES
from klachtmail.domain.commands.table import TABLE

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "config.example.yaml"
PASSWORDS = MappingProxyType({"KLACHTMAIL_IMAP_PASSWORD": "canary-imap", "KLACHTMAIL_SMTP_PASSWORD": "canary-smtp"})
MINIMAL = """\
organisation: {name: RONT, address: klachten@ront.nl, domains: [ront.nl]}
imap: {host: localhost, username: klachten@ront.nl, password: 'secret: #1'}
smtp: {host: localhost}
partners:
  - {name: Jan de Vries, address: jan@ront.nl, alias: jan}
administrator: beheer@ront.nl
"""


@pytest.fixture
def write(tmp_path):
    def write(*lines, minimal=MINIMAL):
        path = tmp_path / "config.yaml"
        path.write_text(minimal + "".join(f"{line}\n" for line in lines))
        path.chmod(0o600)
        return path

    return write


def test_the_example_loads_when_the_two_passwords_are_set():
    config = load(EXAMPLE, PASSWORDS)
    assert config.imap.password.get_secret_value() == "canary-imap"
    assert config.smtp.password.get_secret_value() == "canary-smtp"
    assert [member.role for member in config.firm.members] == ["partner", "employee"]


def test_the_example_has_the_values_that_apply_when_a_key_is_left_out(write):
    example, minimal = load(EXAMPLE, PASSWORDS), load(write(), {})
    for section in ("intake", "security", "schedule", "procedure", "limits", "retention"):
        assert getattr(example.firm, section) == getattr(minimal.firm, section)
    assert example.imap.folders == minimal.imap.folders
    assert (example.imap.port, example.imap.security) == (minimal.imap.port, minimal.imap.security)
    assert (example.smtp.port, example.smtp.security) == (minimal.smtp.port, minimal.smtp.security)


def test_the_example_documents_every_key():
    text = EXAMPLE.read_text()
    missing = [key for key in known_keys() if key[-1] != "*" and not re.search(rf"\b{key[-1]}\b", text)]
    assert missing == []


def test_the_rules_are_about_keys_that_exist():
    places = {".".join(key) for key in known_keys()}
    assert {rule.removesuffix(".*") for rule in RULES} - places == set()


def test_secrets_are_not_in_any_representation():
    config = load(EXAMPLE, PASSWORDS)
    assert "canary" not in repr(config) + str(config) + config.model_dump_json()


def test_the_configuration_cannot_be_changed():
    config = load(EXAMPLE, PASSWORDS)
    with pytest.raises(ValidationError):
        config.imap.host = "elsewhere"


def test_paths_are_relative_to_the_file(write, tmp_path, monkeypatch):
    (tmp_path / "letters").mkdir()
    path = write("data_dir: ./data", "template_dir: letters")
    monkeypatch.chdir("/")
    config = load(path, {})
    assert config.data_dir == tmp_path / "data"
    assert config.template_dir == tmp_path / "letters"


def test_the_data_folder_is_beside_the_file_when_nothing_is_said(write, tmp_path):
    assert load(write(), {}).data_dir == tmp_path / "data"


def test_an_unquoted_time_is_a_time_and_not_a_number_of_minutes(write):
    config = load(write("schedule: {reminders: 08:30, digest: {time: 12:15}}"), {})
    assert config.firm.schedule.reminders == "08:30"
    assert config.firm.schedule.digest.time == "12:15"


def test_a_phone_number_keeps_its_first_zero_and_a_name_may_be_no(write):
    text = MINIMAL.replace("name: RONT", "name: no, phone: 0551234567")
    organisation = load(write(minimal=text), {}).firm.organisation
    assert (organisation.name, organisation.phone) == ("no", "0551234567")


def test_booleans_may_be_written_as_on_and_off(write):
    assert load(write(minimal=MINIMAL.replace("smtp: {", "smtp: {allow_plain_text: on, ")), {}).smtp.allow_plain_text


def test_a_number_may_stand_between_quotes(write):
    assert load(write('schedule: {poll_seconds: "30"}'), {}).firm.schedule.poll_seconds == 30


def test_a_web_form_may_be_an_intake_source(write):
    firm = load(write("intake: {sources: [formulier@example.nl, info@ront.nl]}"), {}).firm
    assert firm.intake.sources == ("formulier@example.nl", "info@ront.nl")


def test_limits_may_be_null(write):
    limits = load(write("limits: {per_address_hour: null, per_address_day: ~, outsiders_hour: }"), {}).firm.limits
    assert (limits.per_address_hour, limits.per_address_day, limits.outsiders_hour) == (None, None, None)


def test_what_a_variable_holds_can_never_become_yaml(write):
    config = load(write(minimal=MINIMAL.replace("secret: #1", "${PW}")), {"PW": "a: [b, !!python/none #"})
    assert config.imap.password.get_secret_value() == "a: [b, !!python/none #"


def test_a_variable_may_stand_anywhere_in_a_value(write):
    config = load(write("data_dir: /srv/${WHO}/data"), {"WHO": "ront"})
    assert config.data_dir == Path("/srv/ront/data")


def test_a_password_is_read_from_a_file_beside_the_configuration(write, tmp_path):
    (tmp_path / "imap-password").write_text(" canary with spaces \n")
    config = load(write(minimal=MINIMAL.replace("password: 'secret: #1'", "password_file: imap-password")), {})
    assert config.imap.password.get_secret_value() == " canary with spaces "


@pytest.mark.parametrize("content", ["\ufeffgeheim\r\n", "geheim", "geheim\n"])
def test_a_password_file_of_any_editor_has_the_password_alone(write, tmp_path, content):
    (tmp_path / "imap-password").write_text(content, "utf-8", newline="")
    path = write(minimal=MINIMAL.replace("password: 'secret: #1'", "password_file: imap-password"))
    assert load(path, {}).imap.password.get_secret_value() == "geheim"


def test_a_password_file_with_more_than_the_password_is_refused(write, tmp_path):
    (tmp_path / "imap-password").write_text("klachten@ront.nl\ncanary\n")
    path = write(minimal=MINIMAL.replace("password: 'secret: #1'", "password_file: imap-password"))
    with pytest.raises(ConfigError, match="must hold one line, the secret and nothing else") as caught:
        load(path, {})
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize(
    ("written", "warned"),
    [
        ("geheim #1", True),  # YAML reads "geheim"
        ("'geheim #1'", False),
        ("geheim#1", False),
        ("geheim  # of the mailbox", False),
    ],
)
def test_a_password_that_a_comment_cuts_short_is_a_warning(write, written, warned):
    minimal = MINIMAL.replace(
        "{host: localhost, username: klachten@ront.nl, password: 'secret: #1'}",
        f"\n  host: localhost\n  username: klachten@ront.nl\n  password: {written}",
    )
    warnings = [warning.message for warning in load(write(minimal=minimal), {}).warnings]
    assert any("no part of this secret" in message for message in warnings) is warned


def test_curly_quotes_are_a_warning_beside_any_other_about_the_same_value(write):
    path = write(minimal=MINIMAL.replace("'secret: #1'", "“geheim”"))
    path.chmod(0o644)
    said = [str(warning) for warning in load(path, {}).warnings if warning.key == "imap.password"]
    assert len(said) == 2
    assert any("curly quotes are part of this text" in sentence for sentence in said)
    assert any("Everybody on this machine can read" in sentence for sentence in said)


def test_a_systemd_credential_goes_before_a_file_of_that_name(write, tmp_path):
    credentials = tmp_path / "credentials"
    credentials.mkdir()
    (credentials / "imap-password").write_text("from systemd")
    (tmp_path / "imap-password").write_text("from the file")
    path = write(minimal=MINIMAL.replace("password: 'secret: #1'", "password_file: imap-password"))
    assert load(path, {"CREDENTIALS_DIRECTORY": str(credentials)}).imap.password.get_secret_value() == "from systemd"
    assert load(path, {"CREDENTIALS_DIRECTORY": "/nowhere"}).imap.password.get_secret_value() == "from the file"


def test_a_client_secret_is_read_from_a_file(write, tmp_path):
    (tmp_path / "secret").write_text("canary")
    oauth2 = "oauth2: {provider: microsoft, tenant: t, client_id: c, client_secret_file: secret}"
    config = load(write(minimal=MINIMAL.replace("password: 'secret: #1'", oauth2)), {})
    assert config.imap.oauth2.client_secret.get_secret_value() == "canary"


def test_smtp_needs_no_login_when_no_user_is_named(write):
    smtp = load(write(), {}).smtp
    assert (smtp.username, smtp.password) == (None, None)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.0.1", "::1"])
def test_plain_text_is_allowed_on_this_machine(write, host):
    text = MINIMAL.replace("imap: {host: localhost", f'imap: {{security: none, host: "{host}"')
    assert load(write(minimal=text), {}).imap.security == "none"


def test_plain_text_to_another_machine_must_be_allowed_in_words_and_is_warned_about(write):
    text = MINIMAL.replace("imap: {host: localhost", "imap: {security: none, allow_plain_text: true, host: mail.lan")
    config = load(write(minimal=text), {})
    assert "imap.allow_plain_text" in {warning.key for warning in config.warnings}


def test_a_yaml_alias_repeats_a_section(write):
    oauth2 = "{provider: microsoft, tenant: t, client_id: c, flow: device_code}"
    text = MINIMAL.replace("password: 'secret: #1'", f"oauth2: &microsoft {oauth2}")
    text = text.replace("smtp: {host: localhost", "smtp: {host: localhost, username: u, oauth2: *microsoft")
    config = load(write(minimal=text), {})
    assert config.smtp.oauth2 == config.imap.oauth2


def test_what_is_probably_not_meant_is_a_warning_with_its_line(write):
    text = MINIMAL.replace("domains: [ront.nl]", "domains: [ront.nl, gmail.com]").replace(
        "smtp: {", "smtp: {port: 465, "
    )
    warnings = {warning.key: warning.line for warning in load(write(minimal=text), {}).warnings}
    assert warnings == {
        "organisation.appeal": 1,
        "organisation.phone": 1,
        "organisation.privacy_url": 1,
        "organisation.domains[1]": 1,
        "partners": 4,
        "smtp.port": 3,
    }


@pytest.mark.parametrize(("administrator", "warned"), [("Jan@ront.nl", True), ("boekhouder@example.nl", False)])
def test_the_only_partner_who_is_the_administrator_too_is_a_warning(write, administrator, warned):
    text = MINIMAL.replace("administrator: beheer@ront.nl", f"administrator: {administrator}")
    assert ("administrator" in {warning.key for warning in load(write(minimal=text), {}).warnings}) is warned


def test_a_password_that_everybody_can_read_is_a_warning_and_one_from_a_variable_is_not(write):
    path = write()
    path.chmod(0o644)
    assert "imap.password" in {warning.key for warning in load(path, {}).warnings}
    path = write(minimal=MINIMAL.replace("secret: #1", "${PW}"))
    path.chmod(0o644)
    assert "imap.password" not in {warning.key for warning in load(path, {"PW": "x"}).warnings}


def test_a_password_file_that_everybody_can_read_is_a_warning_that_says_how_to_close_it(write, tmp_path):
    secret = tmp_path / "imap-password"
    secret.write_text("canary")
    secret.chmod(0o644)
    path = write(minimal=MINIMAL.replace("password: 'secret: #1'", "password_file: imap-password"))
    [warning] = [warning for warning in load(path, {}).warnings if warning.key == "imap.password"]
    assert f"chmod 640 {secret}" in warning.message
    secret.chmod(0o640)
    assert "imap.password" not in {warning.key for warning in load(path, {}).warnings}


def test_a_key_of_google_that_everybody_can_read_is_a_warning(write, tmp_path):
    key = tmp_path / "key.json"
    key.write_text("{}")
    key.chmod(0o644)
    google = "oauth2: {provider: google, service_account_file: key.json}"
    path = write(minimal=MINIMAL.replace("password: 'secret: #1'", google))
    [warning] = [each for each in load(path, {}).warnings if each.key == "imap.oauth2.service_account_file"]
    assert f"chmod 640 {key}" in warning.message
    key.chmod(0o640)
    assert not [each for each in load(path, {}).warnings if "service_account_file" in each.key]


def test_a_careful_configuration_has_no_warnings(write):
    text = MINIMAL.replace(
        "domains: [ront.nl]",
        "domains: [ront.nl], phone: '055', privacy_url: https://ront.nl/p, appeal: {name: Commissie}",
    ).replace("administrator", "  - {name: Els, address: els@ront.nl, alias: els}\nadministrator")
    assert load(write(minimal=text), {}).warnings == ()


def test_the_usual_places_are_tried_in_order(write, tmp_path, monkeypatch):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    named = elsewhere / "named.yaml"
    named.write_text(MINIMAL.replace("RONT", "Named"))
    monkeypatch.chdir(elsewhere)
    assert load(None, {"KLACHTMAIL_CONFIG": str(named)}).firm.organisation.name == "Named"
    write()
    monkeypatch.chdir(tmp_path)
    assert load(None, {"KLACHTMAIL_CONFIG": str(named)}).firm.organisation.name == "RONT"


def test_a_variable_that_names_a_missing_file_is_not_passed_over(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError, match=r"missing\.yaml"):
        load(None, {"KLACHTMAIL_CONFIG": str(tmp_path / "missing.yaml")})


def test_the_file_of_the_system_is_the_last_that_is_tried(write, tmp_path, monkeypatch):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.setattr("klachtmail.config.files.SYSTEM", write())
    assert load(None, {}).path == tmp_path / "config.yaml"


def test_a_token_endpoint_on_loopback_needs_no_tls(write):
    oauth2 = "oauth2: {provider: google, service_account_file: /dev/null, token_endpoint: 'http://127.0.0.1:1/token'}"
    config = load(write(minimal=MINIMAL.replace("password: 'secret: #1'", oauth2)), {})
    assert config.imap.oauth2.token_endpoint == "http://127.0.0.1:1/token"


def test_without_any_configuration_the_error_says_exactly_what_to_do(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("klachtmail.config.files.SYSTEM", tmp_path / "etc.yaml")
    with pytest.raises(ConfigError, match="klachtmail init"):
        load(None, {})


def test_no_word_that_begins_a_command_can_be_an_alias():
    forms = [form for spec in TABLE for form in spec.line.split(" · ")]
    words = {re.match(r"[a-z]*", form)[0] for form in forms} - {""}
    assert len(words) > 30
    assert words - COMMAND_WORDS == set()
