import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klachtmail.config import load
from klachtmail.config.init import Answers, Server, compose, example
from klachtmail.domain.firm.firm import Member

JAN = Member(name="Jan de Vries", address="jan@ront.nl", alias="jan", also=("jan@thuis.nl",))
ELS = Member(name="Els Bakker", address="els@ront.nl", alias="els")
SERVER = Server(host="mail.ront.nl", port=993, security="tls", username="klachten@ront.nl")
ANSWERS = Answers(
    name="RONT",
    address="klachten@ront.nl",
    imap=SERVER,
    smtp=SERVER.but(port=465),
    partners=(JAN, ELS),
    administrator="beheer@ront.nl",
)
PASSWORDS = {"KLACHTMAIL_IMAP_PASSWORD": "a", "KLACHTMAIL_SMTP_PASSWORD": "b"}


@pytest.fixture(scope="module")
def config(tmp_path_factory):
    path = tmp_path_factory.mktemp("init") / "config.yaml"

    def config(answers, environ=PASSWORDS):
        path.write_text(compose(answers))
        return load(path, environ)

    return config


def test_what_was_answered_is_what_is_loaded(config):
    loaded = config(ANSWERS)
    assert loaded.firm.organisation.domains == ("ront.nl",)
    assert loaded.firm.partners == (JAN, ELS)
    assert loaded.firm.employees == ()
    assert (loaded.imap.host, loaded.imap.port, loaded.smtp.port) == ("mail.ront.nl", 993, 465)


def test_the_comments_of_the_example_are_kept():
    composed = compose(ANSWERS)
    comments = [line.strip() for line in example().splitlines() if line.startswith("#")]
    assert all(comment in composed for comment in comments)
    assert "# as it stands in letters" in composed


def test_employees_are_written_when_there_are_some(config):
    loaded = config(ANSWERS.but(partners=(JAN,), employees=(ELS,)))
    assert [(member.alias, member.role) for member in loaded.firm.members] == [("jan", "partner"), ("els", "employee")]


def test_a_password_may_be_in_a_file(config):
    text = compose(ANSWERS.but(imap=SERVER.but(password_file="imap-password")))
    assert "  password_file: imap-password " in text
    assert "KLACHTMAIL_IMAP_PASSWORD" not in text


def test_a_server_without_login_gets_no_password(config):
    assert config(ANSWERS.but(smtp=SERVER.but(username=None, host="localhost"))).smtp.password is None


@settings(deadline=None, max_examples=50)
@given(name=st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="$"), min_size=1, max_size=40))
def test_any_name_comes_through(config, name):
    loaded = config(ANSWERS.but(name=name, phone=name, partners=(JAN.but(name=name),)))
    assert (loaded.firm.organisation.name, loaded.firm.organisation.phone) == (name, name)
    assert loaded.firm.partners[0].name == name
