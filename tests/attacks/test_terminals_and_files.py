"""What a mail, a server, a configuration or a folder does to the machine: escapes, formulas, tags, links, modes."""

import csv
import io
import json
import logging

import pytest

from klachtmail.cli.context import Context
from klachtmail.cli.logs import start_logging
from klachtmail.cli.output import print_json, safe, safe_lines
from klachtmail.config import ConfigError, load
from klachtmail.letters.tables import csv_cell, csv_text
from klachtmail.store import TinyStore
from klachtmail.store.errors import StoreError
from tests.attacks.ground import JAN, World, mail

ESCAPES = {
    "clear_screen": "\x1b[2J",
    "title": "\x1b]0;x\x07",
    "c1_csi": "\x9b31m",
    "hyperlink": "\x1b]8;;https://evil.example\x07",
    "bell": "\a",
    "backspaces": "rm\b\bls",
    "carriage_return": "ok\rgoed",
    "delete": "\x7f",
    "direction": "\u202e",
    "line_separator": "a\u2028b",
    "vertical": "\v\f",
}


@pytest.mark.parametrize("name", ESCAPES)
def test_an_escape_does_not_reach_the_terminal(name, capsys):
    assert safe(f"x{ESCAPES[name]}y").isprintable()
    assert all(line.isprintable() for line in safe_lines(f"a{ESCAPES[name]}\nb").split("\n"))
    print_json({"subject": ESCAPES[name]})
    shown = capsys.readouterr().out
    assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) <= 0x9F for c in shown)
    assert json.loads(shown) == {"subject": ESCAPES[name]}


@pytest.mark.parametrize("name", ESCAPES)
@pytest.mark.parametrize("form", ["text", "json"])
def test_an_escape_or_line_break_forges_no_line_of_the_log(name, form, capsys):
    logger = logging.getLogger("klachtmail")
    before = logger.handlers[:]
    try:
        start_logging(Context(log_format=form, debug=False))
        logger.warning("said %s", f"x{ESCAPES[name]}\n2026-01-01 INFO klachtmail: alles goed\r\n{{}}")
    finally:
        logger.handlers = before
    shown = capsys.readouterr().err
    assert len(shown.strip("\n").split("\n")) == 1
    assert not any(ord(c) < 32 or 0x7F <= ord(c) <= 0x9F for c in shown.rstrip("\n"))


@pytest.mark.parametrize("name", ESCAPES)
@pytest.mark.parametrize("form", ["text", "json"])
def test_the_words_of_an_exception_forge_no_line_of_the_log(name, form, capsys):
    logger = logging.getLogger("klachtmail")
    before = logger.handlers[:]
    try:
        start_logging(Context(log_format=form, debug=False))
        try:
            raise ValueError(f"Sanne{ESCAPES[name]}\n2026-01-01 00:00:00,000 WARNING klachtmail: alles goed")  # noqa: TRY301
        except ValueError:
            logger.exception("it failed\n2026-01-01 00:00:00,000 WARNING klachtmail: alles goed")
    finally:
        logger.handlers = before
    first, *rest = capsys.readouterr().err.strip("\n").split("\n")
    assert "it failed" in first
    assert all(line.startswith("  | ") for line in rest)
    assert all(line.isprintable() for line in rest)
    assert first.isprintable() or form == "json"
    assert not any(ord(c) < 32 or 0x7F <= ord(c) <= 0x9F for c in first)


@pytest.mark.parametrize(
    "formula",
    [
        "=1+1",
        "+31612345678",
        "-1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        " =1+1",
        '=HYPERLINK("https://evil.example")',
        "=cmd|' /C calc'!A0",
        "＝1+1",
        '"=1+1',
        "\n=1",
        "%0A=1\x00=2"[3:],
    ],
)
def test_a_formula_is_text_in_a_spreadsheet(formula):
    cell = csv_cell(formula)
    assert cell[:1] not in set("=+-@\t\r＝＋－＠")
    assert cell.lstrip(' \n"')[:1] not in set("=+-@")
    assert "\r" not in cell


@pytest.mark.parametrize("written", ",;\t|")
@pytest.mark.parametrize("opened", ",;\t|")
def test_a_formula_is_text_also_to_who_opens_the_table_with_another_separator(written, opened):
    hostile = [
        f"a{mark}{blank}{formula}" for mark in ",;\t|\n" for blank in ("", " ", '"', "' ") for formula in FORMULAS
    ]
    table = csv_text(["x", "y"], [("K2026-0001", each) for each in hostile], written)
    for line in (*csv.reader(io.StringIO(table), delimiter=opened), *csv.reader(table.splitlines(), delimiter=opened)):
        assert not [cell for cell in line if cell.lstrip(' \n"').startswith(STARTS)]


FORMULAS = ("=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "-(1)", '=HYPERLINK("https://evil.example")')
STARTS = tuple(formula[:2] for formula in FORMULAS)


def test_plain_cells_stay_as_they_are():
    assert (
        csv_cell("Ik betaalde 450,- en wil 20,- terug; - dat was het")
        == "Ik betaalde 450,- en wil 20,- terug; - dat was het"
    )
    assert [csv_cell(x) for x in ("K2026-0001", 3, None, "a-b", "Sanne (o.v.)")] == [
        "K2026-0001",
        "3",
        "",
        "a-b",
        "Sanne (o.v.)",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "organisation: !!python/object/apply:os.system [touch {folder}/owned]",
        "organisation: !!python/name:os.system",
        "organisation: !<tag:yaml.org,2002:python/object/new:subprocess.Popen> [[touch, '{folder}/owned']]",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: [*d, *d, *d, *d]",
        "data_dir: ${HOME:-$(touch {folder}/owned)}",
        "partners: !include /etc/passwd",
        "<<: {organisation: {}}",
        "[" * 5000,
        "a: 'x",
    ],
)
def test_a_configuration_runs_nothing(text, tmp_path):
    path = tmp_path / "config.yaml"
    path.write_text(text.replace("{folder}", str(tmp_path)))
    with pytest.raises(ConfigError):
        load(path, {})
    assert not (tmp_path / "owned").exists()


def link(folder, name, target):
    target.touch()
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).symlink_to(target)


@pytest.mark.parametrize(
    "name", ["register.json", "secret.key", "delivery.journal", "archive/2025.json", "mail", "letters", "in-hand.json"]
)
def test_a_symbolic_link_in_the_data_folder_is_not_followed(name, tmp_path):
    folder, target = tmp_path / "data", tmp_path / "slachtoffer"
    folder.mkdir(mode=0o700)
    if name in {"mail", "letters"}:
        target.mkdir()
        (folder / name).symlink_to(target, target_is_directory=True)
    else:
        link(folder, name, target)
    with pytest.raises(StoreError):
        used(folder)
    assert not (list(target.iterdir()) if target.is_dir() else target.read_bytes())


def used(folder):
    import datetime as dt

    store = TinyStore(folder)
    try:
        store.secret(dt.datetime.now(dt.UTC))
        list(store.everything())
        store.note_in_hand(["x"])
        store.keep_mail([(b"x", dt.datetime.now(dt.UTC))])
        store.keep_letters([b"x"])
    finally:
        store.close()


def test_a_data_folder_that_is_a_link_is_refused(tmp_path):
    (tmp_path / "echt").mkdir(mode=0o700)
    (tmp_path / "data").symlink_to(tmp_path / "echt")
    with pytest.raises(StoreError, match="symbolic link"):
        TinyStore(tmp_path / "data")


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777, 0o702, 0o720])
def test_a_data_folder_that_others_can_write_is_refused(mode, tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(mode)
    with pytest.raises(StoreError, match="chmod"):
        TinyStore(folder)


def test_everything_in_the_data_folder_is_for_its_owner_alone(tmp_path):
    folder = tmp_path / "data"
    used(folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert not [path for path in folder.rglob("*") if path.stat().st_mode & 0o077]


BIG = 1_000_000


def bombs():
    """Return messages that want time, memory or depth, by name."""
    head = "From: sanne@example.nl\r\nTo: klachten@ront.nl\r\nSubject: Klacht\r\n"
    nested = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(2000))
    rfc822 = "Content-Type: message/rfc822\r\n\r\n" * 2000
    return {
        "ten_thousand_recipients": f"From: sanne@example.nl\r\nTo: {', '.join(f'x{n}@example.com' for n in range(10_000))}\r\nCc: klachten@ront.nl\r\nSubject: Klacht\r\n\r\nIk klaag.",
        "ten_thousand_recipients_in_groups": f"From: sanne@example.nl\r\nTo: {' '.join(f'g{n}: x{n}@example.com;' for n in range(10_000))}\r\nSubject: Klacht\r\n\r\nIk klaag.",
        "giant_subject": f"From: sanne@example.nl\r\nSubject: {'x ' * BIG}\r\n\r\nIk klaag.",
        "giant_name": f'From: "{"x" * BIG}" <sanne@example.nl>\r\nSubject: Klacht\r\n\r\nIk klaag.',
        "giant_references": f"{head}References: {' '.join(f'<{n}@example.com>' for n in range(50_000))}\r\n\r\nIk klaag.",
        "ten_thousand_tokens": f"{head}References: {' '.join('<km' + 'A' * 24 + '.' + 'B' * 16 + f'{n}@x>' for n in range(10_000))}\r\n\r\nIk klaag.",
        "hundred_thousand_headers": head + "".join(f"X-{n}: y\r\n" for n in range(100_000)) + "\r\nIk klaag.",
        "nested_multiparts": f"{head}MIME-Version: 1.0\r\n{nested}Ik klaag.",
        "nested_messages": f"{head}MIME-Version: 1.0\r\n{rfc822}Ik klaag.",
        "ten_thousand_parts": f'{head}Content-Type: multipart/mixed; boundary="g"\r\n\r\n'
        + "--g\r\n\r\nx\r\n" * 10_000
        + "--g--",
        "nested_html": f"{head}Content-Type: text/html\r\n\r\n{'<div>' * 100_000}Ik klaag.",
        "nested_quotes": f"{head}Content-Type: text/html\r\n\r\n{'<blockquote>' * 20_000}Ik klaag.",
        "entities": f"{head}Content-Type: text/html\r\n\r\nIk klaag {'&lt;' * 300_000}",
        "dots_without_a_subject": f"From: sanne@example.nl\r\n\r\n{'.a' * BIG}",
        "answers_without_a_subject": f"From: sanne@example.nl\r\n\r\n{'re:' * BIG}",
        "one_long_line": f"{head}\r\nIk klaag {'x' * 3 * BIG}",
        "many_lines": f"{head}\r\nIk klaag\r\n" + "\r\n" * BIG,
        "quote_marks": f"{head}\r\nIk klaag\r\n" + ">" * BIG,
        "encoded_words": f"From: sanne@example.nl\r\nSubject: {'=?utf-8?q?x?= ' * 50_000}\r\n\r\nIk klaag.",
        "half_encoded_words": f"From: sanne@example.nl\r\nSubject: {'=?utf-8?q?x' * 50_000}\r\n\r\nIk klaag.",
        "gzip_in_gzip": f"{head}Content-Type: application/gzip\r\nContent-Encoding: gzip\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + "H4sIAAAAAAAA/" * 20_000,
        "continued_parameters": f"{head}Content-Type: text/plain; "
        + "; ".join(f"name*{n}*=x" for n in range(20_000))
        + "\r\n\r\nIk klaag.",
    }


BOMBS = bombs()


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_costs_little_and_does_not_stop_the_others(name):
    """It would take hours without its bounds: the time that a test may take is what ends it then."""
    world = World()
    world.receive(mail("Eerst een gewone klacht."))
    report = world.receive(BOMBS[name].encode(), mail("De trainer was te laat.", sender="kees@example.org"))
    assert report.counts["failed"] == 0
    assert any(c.complainant.address == "kees@example.org" for c in world.store.open_complaints())
    assert {x.to for x in world.letters()} <= {JAN, "els@ront.nl", "sanne@example.nl", "kees@example.org"}
    assert all(len(x.message.as_bytes()) < 12 * BIG for x in world.letters())
    assert all(len(c.others) <= 25 for c in world.store.current())
