import pytest

from klachtmail.mailbox.folders import Folder, Namespace, existing, personal_namespace


def folders(*names, **flagged):
    return [*(Folder(name) for name in names), *(Folder(name, frozenset({flag})) for name, flag in flagged.items())]


@pytest.mark.parametrize(
    ("response", "prefix", "delimiter"),
    [
        ('(("" "/")) NIL NIL', "", "/"),
        ('(("INBOX." ".")) NIL (("shared." "."))', "INBOX.", "."),
        ('(("" "/")("Archive/" "/")) (("~" "/")) NIL', "", "/"),
        ('(("" NIL)) NIL NIL', "", ""),
        (r'(("a\"b\\" "\\")) NIL NIL', 'a"b\\', "\\"),
    ],
)
def test_the_first_personal_namespace_counts(response, prefix, delimiter):
    assert personal_namespace(response) == Namespace(prefix, delimiter)


def test_without_a_personal_namespace_there_is_none():
    assert personal_namespace('NIL NIL (("shared/" "/"))') is None
    assert personal_namespace("") is None


def test_a_new_folder_gets_the_prefix_and_the_delimiter_of_the_server():
    courier = Namespace("INBOX.", ".")
    assert courier.place("Klachten/Verwerkt") == "INBOX.Klachten.Verwerkt"
    assert courier.place("INBOX.Verwerkt") == "INBOX.Verwerkt"
    assert Namespace("", "").place("Klachten/Verwerkt") == "Klachten/Verwerkt"


def test_a_configured_folder_is_taken_as_it_is_or_inside_the_namespace():
    courier = Namespace("INBOX.", ".")
    assert existing("processed", "Verwerkt", folders("INBOX.Verwerkt"), courier) == "INBOX.Verwerkt"
    assert existing("processed", "Verwerkt", folders("Verwerkt", "INBOX.Verwerkt"), courier) == "Verwerkt"
    assert existing("sent", "Weg", folders("INBOX.Sent"), courier) is None


def test_special_use_is_worth_more_than_a_name():
    listed = folders("Sent", Uitgegaan="\\sent")
    assert existing("sent", None, listed, Namespace()) == "Uitgegaan"


@pytest.mark.parametrize(
    ("role", "name"), [("sent", "Verzonden items"), ("sent", "SENT"), ("junk", "Ongewenste e-mail"), ("junk", "Spam")]
)
def test_a_known_name_is_recognised_in_any_capitals(role, name):
    assert existing(role, None, folders("INBOX", name), Namespace()) == name
    assert existing(role, None, folders(f"INBOX.{name}"), Namespace("INBOX.", ".")) == f"INBOX.{name}"


@pytest.mark.parametrize(
    ("role", "names", "taken"),
    [
        ("sent", ("Verzonden items", "Sent Items", "Sent"), "Sent"),
        ("sent", ("Verzonden berichten", "Verzonden items"), "Verzonden items"),
        ("junk", ("Ongewenst", "Spam", "Junk"), "Junk"),
    ],
)
def test_of_several_known_names_the_usual_one_counts_in_whatever_order_they_are_listed(role, names, taken):
    assert existing(role, None, folders(*names), Namespace()) == taken
    assert existing(role, None, folders(*reversed(names)), Namespace()) == taken


@pytest.mark.parametrize("flag", ["\\noselect", "\\nonexistent"])
def test_a_mere_level_holds_no_mail(flag):
    assert existing("sent", None, folders(Sent=flag), Namespace()) is None
