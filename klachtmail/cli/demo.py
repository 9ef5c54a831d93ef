"""demo: a mail server of its own, and a story that goes through the real program."""

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from klachtmail import with_extra
from klachtmail.cli.errors import CHECK_FAILED, CommandError
from klachtmail.cli.output import print_json

if TYPE_CHECKING:
    from klachtmail.config import Config
    from klachtmail.demo.post_office import PostOffice
    from klachtmail.demo.stage import Stage

PASSWORD = "demo"  # noqa: S105 - everybody's, on a server that only this machine can reach
ROUND_SECONDS = 2.0


@click.command()
@click.option(
    "--out", type=click.Path(file_okay=False), default="demo-mail", show_default=True, help="Folder for the letters."
)
@click.option(
    "--keep", is_flag=True, help="Leave the mail server up and go on answering, to try it with a mail program."
)
@click.option("--quiet", is_flag=True, help="Only say how it ended.")
@click.option("--json", "as_json", is_flag=True, help="Print what happened as JSON.")
def demo(out: str, keep: bool, quiet: bool, as_json: bool) -> None:
    """Play a story of two weeks with a mail server of its own, and show the letters.

    Nothing leaves this machine. The story checks itself: exit code 1 when something is not as it should be.

    \b
    Examples:
      klachtmail demo
      klachtmail demo --out /tmp/letters --quiet
      klachtmail demo --keep
    """
    started = time.monotonic()
    _require_extra()
    from klachtmail.demo.gallery import FolderInUseError, clear, hang
    from klachtmail.demo.post_office import PostOffice
    from klachtmail.demo.stage import StoryClock
    from klachtmail.demo.story import MAILBOXES, START

    folder = Path(out)
    try:
        clear(folder)
    except (FolderInUseError, OSError) as error:
        where = f"The letters cannot be written to {folder.absolute()} ({getattr(error, 'strerror', None) or error})"
        raise CommandError(f"{where}: choose a folder with --out.") from None
    clock = StoryClock(START)
    with PostOffice(MAILBOXES, PASSWORD, clock) as post:
        stage = _play(_configure(folder, post), post, clock, teller=_teller(quiet=quiet or as_json))
        names = hang(stage.happenings, folder)
        _report(stage, folder, names, time.monotonic() - started, quiet=quiet, as_json=as_json)
        try:
            if keep:
                clock.run_on()
                _go_on(stage, folder)
        finally:
            _close(stage)
    if stage.problems:
        raise click.exceptions.Exit(CHECK_FAILED)


def _require_extra() -> None:
    try:
        import aiosmtpd  # noqa: F401 - only to see whether it is there
        import pymap  # noqa: F401
    except ImportError as missing:
        raise CommandError(
            f"The demo needs a mail server of its own ({missing.name} is missing): {with_extra('demo')}."
        ) from None


def _configure(folder: Path, post: "PostOffice") -> "Config":
    """Write a config.yaml like any other, so that every command can look at the register of the story afterwards."""
    import yaml

    from klachtmail.config import load
    from klachtmail.demo.post_office import HOST
    from klachtmail.demo.story import ADDRESS, SETTINGS

    login = {"host": HOST, "security": "none", "username": ADDRESS, "password": PASSWORD}
    servers = {"imap": {**login, "port": post.imap_port}, "smtp": {**login, "port": post.smtp_port}}
    path = folder / "config.yaml"
    path.touch(mode=0o600)
    path.write_text(yaml.safe_dump({**SETTINGS, **servers, "data_dir": "data"}, sort_keys=False), encoding="utf-8")
    return load(path, {})


def _play(config: "Config", post: "PostOffice", clock: Any, *, teller: Any) -> "Stage":
    """Play the story in an office like the daemon's, but for the clock; verify the register at the end."""
    from klachtmail.cli.build import open_office
    from klachtmail.demo.stage import Stage, StoryError
    from klachtmail.demo.story import play
    from klachtmail.store.verify import verify

    stage = Stage(replace(open_office(config), clock=clock), post, clock, teller)
    try:
        play(stage)
        stage.problems += [f"the register: {problem}" for problem in verify(stage.office.store)]
    except StoryError as error:
        stage.problems.append(str(error))
    except BaseException:
        _close(stage)
        raise
    return stage


def _teller(*, quiet: bool) -> Any:
    if quiet:
        return lambda _happening: None
    from rich.console import Console

    from klachtmail.demo.timeline import Timeline

    return Timeline(Console(highlight=False)).tell


def _report(stage: "Stage", folder: Path, names: list[str], seconds: float, *, quiet: bool, as_json: bool) -> None:
    mails = sum(happening.who is not None for happening in stage.happenings)
    complaints = sorted(complaint.number for complaint in stage.office.store.everything())
    if as_json:
        print_json(
            {
                "ok": not stage.problems,
                "problems": stage.problems,
                "seconds": round(seconds, 2),
                "mails": mails,
                "letters": [f"{name}.eml" for name in names],
                "complaints": complaints,
                "folder": str(folder.resolve()),
                "timeline": [
                    {
                        "at": h.at.isoformat(),
                        "who": h.who.address if h.who else None,
                        "what": h.what,
                        "judged": h.judged,
                        "steps": [list(step) for step in h.steps],
                        "letters": [{"to": x.to, "subject": x.subject} for x in h.letters],
                    }
                    for h in stage.happenings
                ],
            }
        )
        return
    for problem in stage.problems:
        click.echo(f"✗ {problem}", err=True)
    verdict = "as it should be" if not stage.problems else "NOT as it should be"
    lead = "" if quiet else "\n"
    click.echo(
        f"{lead}{mails} mails, {len(complaints)} complaints, {len(names)} letters in {seconds:.1f} s: {verdict}. "
        f"Look at {folder / 'index.html'}"
    )
    if not quiet:
        click.echo(f"The register of the story: klachtmail --config {folder / 'config.yaml'} list --all")


def _go_on(stage: "Stage", folder: Path) -> None:
    """Keep the servers up and do a round every few seconds, until Ctrl-C or SIGTERM."""
    import signal
    import threading

    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    click.echo(_how_to_connect(stage.post, folder), err=True)
    while not stop.wait(ROUND_SECONDS):
        stage.look()


def _how_to_connect(post: "PostOffice", folder: Path) -> str:
    from klachtmail.demo.post_office import HOST
    from klachtmail.demo.story import ADDRESS, ELS, JAN, PIET, SANNE

    people = ", ".join(person.address for person in (SANNE, JAN, ELS, PIET))
    return f"""
The mail server stays up. Connect a mail program (no TLS, plain password):
  IMAP      {HOST} port {post.imap_port}
  SMTP      {HOST} port {post.smtp_port}
  user      one of {people}
  password  {PASSWORD}
Write to {ADDRESS} as Sanne and look in Jan's mailbox; press a button there, and Els hears of it.
klachtmail looks every {ROUND_SECONDS:.0f} seconds. The letters so far are in {folder}. Ctrl-C ends everything."""


def _close(stage: "Stage") -> None:
    stage.office.mailbox.close()
    stage.office.courier.close()
    stage.office.store.close()
