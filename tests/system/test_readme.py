"""What the documentation says is true: its commands run, its examples parse, its links and keys exist."""

import re
import shlex
import subprocess
from pathlib import Path

import click
import pytest
import yaml

from klachtmail.cli import COMMANDS, cli
from klachtmail.config.schema import ConfigFile
from tests.pictures.readme import SHOWN, with_pictures
from tests.system.conftest import SCRIPT

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = {
    str(path.relative_to(ROOT)): path.read_text("utf-8")
    for folder in (ROOT, ROOT / "docs", ROOT / "deploy", ROOT / "templates")
    for path in sorted(folder.glob("*.md"))
}
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`(klachtmail [^`]+)`")
# These wait for somebody, for a mail server of the firm, or change what the others read.
NOT_RUN = {"init", "check", "run", "demo", "login", "poll", "sweep", "person", "restore"}


def lines_of(page):
    """Return the command lines of klachtmail that a page shows, as whom they are run left out."""
    shown = [line for block in BLOCK.findall(page) for line in block.splitlines()] + INLINE.findall(page)
    bare = (part.strip() for line in shown for part in re.split(r"&&|\s#\s", line))
    calls = (re.match(r"(?:sudo -u klachtmail |docker exec \S+ )?(klachtmail \S.*)", part) for part in bare)
    return list(dict.fromkeys(call[1].split(" > ")[0] for call in calls if call and "…" not in call[1]))


def parsed(line):
    """Parse a command line as the program does; click.UsageError says what is wrong with it."""
    command, args, context = cli, shlex.split(line)[1:], None
    while True:
        context = command.make_context("klachtmail", list(args), parent=context, resilient_parsing=False)
        rest = [*context._protected_args, *context.args]
        if not isinstance(command, click.Group) or not rest:
            return context
        _, command, args = command.resolve_command(context, rest)


def every_command(command=cli, path=()):
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            yield from every_command(command.get_command(context, name), (*path, name))


ALL = {" ".join(path): command for path, command in every_command() if path}


def examples(command):
    return re.findall(r"^ *(?:Example: )?(klachtmail .+)$", command.help or "", re.MULTILINE)


@pytest.fixture
def project(tmp_path, monkeypatch):
    """An empty folder with the files that examples name."""
    monkeypatch.chdir(tmp_path)
    for page in (*PAGES.values(), *(command.help or "" for command in ALL.values())):
        for name in ["FILE", *re.findall(r"[\w/.-]+\.(?:tar\.gz|json|eml)\b", page)]:
            path = tmp_path / name.lstrip("/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
    return tmp_path


@pytest.mark.parametrize("name", ALL)
def test_the_help_of_every_command_teaches_by_an_example_that_parses(name, project):
    shown = examples(ALL[name])
    assert shown, f"klachtmail {name} --help has no example"
    for line in shown:
        assert line.startswith((f"klachtmail {name}", "klachtmail --"))
        parsed(line.split(" > ")[0])


@pytest.mark.parametrize(("page", "line"), [(page, line) for page, text in PAGES.items() for line in lines_of(text)])
def test_every_command_that_the_documentation_shows_parses(page, line, project):
    words = line.removeprefix("klachtmail ").removesuffix("--help").strip()
    if words not in {*ALL, "", "COMMAND", "OPDRACHT"}:  # more than a name
        parsed(line)


def test_the_readme_names_commands_that_exist_and_the_guide_of_the_administrator_names_them_all():
    guide = PAGES["docs/handleiding-beheerder.md"]
    assert {line.split()[1] for line in lines_of(README)} <= {*COMMANDS, "--help"}
    assert {name for name in COMMANDS if f"klachtmail {name}" not in guide} == set()


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    """The register of the demonstration."""
    folder = tmp_path_factory.mktemp("readme") / "demo-mail"
    subprocess.run([SCRIPT, "demo", "--quiet", "--out", folder], check=True, capture_output=True, timeout=100)
    return folder / "config.yaml"


@pytest.mark.parametrize("line", [line for line in lines_of(README) if line.split()[1] not in NOT_RUN])
def test_the_commands_of_the_readme_do_what_it_says(line, story, tmp_path):
    words = [SCRIPT, "--config", story, *shlex.split(line)[1:]]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode in ((0, 1) if words[-1] == "status" else (0,)), done.stderr  # in the story not all is well
    assert done.stdout or done.stderr.startswith("written")


def test_every_target_of_make_that_is_named_exists():
    targets = set(re.findall(r"^([a-z0-9-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {name for page in PAGES.values() for name in re.findall(r"(?:`|^)make ([a-z0-9-]+)", page, re.MULTILINE)}
    assert named
    assert named <= targets


@pytest.mark.parametrize("page", PAGES)
def test_every_link_to_a_file_leads_somewhere(page):
    words = re.sub(r"`[^`\n]*`", "", PAGES[page])
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)|src=\"([^\":]+)\"", words)
    here = (ROOT / page).parent
    assert [link for pair in links for link in pair if link and not (here / link).exists()] == []


def keys(model=ConfigFile, prefix=""):
    """Yield the dotted name of every key of the configuration."""
    for name, field in model.model_fields.items():
        yield f"{prefix}{name}"
        for inner in [field.annotation, *getattr(field.annotation, "__args__", ())]:
            if hasattr(inner, "model_fields"):
                yield from keys(inner, f"{prefix}{name}.")


@pytest.mark.parametrize("page", PAGES)
def test_every_key_of_the_configuration_that_is_named_exists(page):
    sections = set(yaml.safe_load((ROOT / "config.example.yaml").read_text("utf-8")))
    named = {name for name in re.findall(r"`([a-z_]+(?:\.[a-z_]+)+)`", PAGES[page]) if name.split(".")[0] in sections}
    assert named <= set(keys())


def test_the_readme_shows_the_pictures_that_make_pictures_makes():
    assert with_pictures(README) == README
    for name, *_ in SHOWN:
        picture = ROOT / "docs" / "pictures" / f"{name}.png"
        assert picture.read_bytes().startswith(b"\x89PNG")
        assert picture.stat().st_size < 120_000
