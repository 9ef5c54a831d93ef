"""Every mistake has a file in `bad/` whose first lines say what must be reported: `# expect: LINE: KEY: MESSAGE`."""

import re
import traceback
from pathlib import Path

import pytest

from klachtmail.config import ConfigError, load

BAD = Path(__file__).parent / "bad"
ENVIRON = {"KLACHTMAIL_IMAP_PASSWORD": "canary-imap", "KLACHTMAIL_SMTP_PASSWORD": "canary-smtp", "KLACHTMAIL_EMPTY": ""}
CANARY = re.compile("canary", re.IGNORECASE)


def problems_in(path: Path) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load(path, ENVIRON)
    return [f"{problem.line or '-'}: {problem}" for problem in caught.value.problems]


@pytest.mark.parametrize("path", sorted(BAD.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_mistake_is_reported_with_its_line_and_what_to_write(path):
    expected = re.findall(r"^# expect: (.*)$", path.read_text(), re.MULTILINE)
    assert expected
    assert problems_in(path) == expected


def test_all_mistakes_are_in_one_text_in_the_order_of_their_lines():
    path = BAD / "many_mistakes.yaml"
    with pytest.raises(ConfigError) as caught:
        load(path, ENVIRON)
    lines = str(caught.value).splitlines()
    assert len(lines) == len(caught.value.problems) > 10
    assert all(line.startswith(f"{path}:") for line in lines)
    numbers = [int(line.removeprefix(f"{path}:").partition(":")[0]) for line in lines]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize("path", sorted(BAD.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_secret_is_neither_in_the_error_nor_in_its_traceback(path):
    with pytest.raises(ConfigError) as caught:
        load(path, ENVIRON)
    shown = "".join(traceback.format_exception(caught.value)) + repr(caught.value) + repr(caught.value.problems)
    assert not CANARY.search(shown)


@pytest.mark.parametrize(
    "written",
    [
        "[canary]",
        "{canary: canary}",
        "!!python/name:canary",
        "!canary x",
        "!canary!x y",
        "&canary",
        "*canary",
        "@canary",
        "%canary",
        "`canary",
        "| canary",
        '"canary\\q"',
        '"canary',
        "canary: canary",
        "'canary\x07'",
        "'canary' x",
        "{canary",
        '"canary\\n"',
    ],
)
def test_a_password_that_is_no_yaml_is_not_repeated_to_the_terminal(written, tmp_path):
    path = tmp_path / "config.yaml"
    template = (BAD / "password_begins_with_an_at.yaml").read_text()
    path.write_text(template.replace("@canary", written))
    with pytest.raises(ConfigError) as caught:
        load(path, ENVIRON)
    assert all(problem.line for problem in caught.value.problems)
    assert not CANARY.search("".join(traceback.format_exception(caught.value)))


def test_a_file_that_is_not_utf8_is_reported_with_its_line(tmp_path):
    path = tmp_path / "config.yaml"
    path.write_bytes(b"organisation:\n  name: Caf\xe9\n")
    assert problems_in(path) == ["2: A character here is not UTF-8; save the file as UTF-8."]


def test_an_empty_file_says_what_to_write(tmp_path):
    path = tmp_path / "config.yaml"
    path.write_text("# nothing yet\n")
    [problem] = problems_in(path)
    assert "write lines like 'organisation:'" in problem


def test_deep_brackets_are_refused_and_do_not_end_the_program(tmp_path):
    path = tmp_path / "config.yaml"
    path.write_text("a: " + "[" * 100_000)
    [problem] = problems_in(path)
    assert "nested too deeply" in problem or "bracket" in problem


def test_a_giant_file_is_refused(tmp_path):
    path = tmp_path / "config.yaml"
    path.write_text("# much\n" * 1_000_000)
    assert problems_in(path) == ["-: This is too large to be a configuration."]


def test_a_file_that_is_missing_says_how_to_make_one(tmp_path):
    [problem] = problems_in(tmp_path / "config.yaml")
    assert "No such file" in problem
    assert "klachtmail init" in problem


def test_a_folder_is_no_configuration(tmp_path):
    [problem] = problems_in(tmp_path)
    assert "cannot be read" in problem
