"""The command line. Commands are loaded when they are asked for: `klachtmail --help` imports none of them."""

import os
import sys
from importlib import import_module
from typing import Final, Literal

import click
from click.shell_completion import CompletionItem

from klachtmail import __version__
from klachtmail.cli.starting import begin

# pydantic would search every installed package for plugins that nobody here has: a seventh of the start of `list`
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

COMMANDS: Final[dict[str, tuple[str, str, str]]] = {
    "demo": ("demo", "demo", "Play a story with a mail server of its own and show the letters."),
    "init": ("setup", "init", "Ask a few questions and write config.yaml."),
    "check": ("check", "check", "Is everything right? Config, folders, logins, templates."),
    "login": ("setup", "login", "Sign in with OAuth2 (device code) and keep the token."),
    "run": ("run", "run", "The daemon: watches the mailbox, the clock and the outbox."),
    "poll": ("rounds", "poll", "One round: fetch, decide, commit, file, send."),
    "sweep": ("rounds", "sweep", "Morning mail, reminders and the digest that are due now."),
    "digest": ("digest", "digest", "Show the agenda for the partner meeting (or mail it now)."),
    "list": ("reading", "list_", "Open complaints, the most urgent first."),
    "show": ("reading", "show", "One complaint with its whole dossier."),
    "do": ("doing", "do", "Give commands about a complaint without mail."),
    "outbox": ("doing", "outbox", "Letters that wait, are held back, or failed."),
    "quarantine": ("setapart", "quarantine", "Messages that could not be handled."),
    "status": ("status", "status", "Is all well? Exit code 0 for yes, 1 for no."),
    "verify": ("status", "verify", "Is the register whole? Every letter, message and number."),
    "preview": ("preview", "preview", "Every letter as HTML and text, with sample data."),
    "completion": ("completion", "completion", "Complete commands with Tab, in bash, zsh or fish."),
    "backup": ("keeping", "backup", "Copy everything into one file."),
    "restore": ("keeping", "restore", "Take a copy back."),
    "move-register": ("moving", "move_register", "The register to another store, compared."),
    "rotate-key": ("keeping", "rotate_key", "Sign new letters with a new key."),
    "export": ("reporting", "export", "The register as CSV or JSON."),
    "report": ("reporting", "report", "The year report, anonymous, as one HTML file and CSV."),
    "procedure": ("procedure", "procedure", "The procedure as it is configured, for your website."),
    "evidence": ("reporting", "evidence", "One complaint as a printable file for an auditor."),
    "requests": ("reporting", "requests", "Who asked by mail for which papers."),
    "person": ("privacy", "person", "Everything about one person: export or forget."),
}


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports the one that is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of a day's use, not of the alphabet."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command."""
        if cmd_name not in COMMANDS:
            return None
        module, name, _ = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"klachtmail.cli.{module}"), name)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the names that begin so, without importing them, and the options."""
        names = [
            CompletionItem(name, help=text) for name, (_, _, text) in COMMANDS.items() if name.startswith(incomplete)
        ]
        return names + click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, _, text) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="Start with: klachtmail init · klachtmail check · klachtmail run",
)
@click.version_option(__version__, "--version", prog_name="klachtmail")
@click.option(
    "--config",
    "config",
    type=click.Path(dir_okay=False),
    help="Configuration file [default: ./config.yaml, $KLACHTMAIL_CONFIG or /etc/klachtmail/config.yaml].",
)
@click.option("--debug", is_flag=True, help="Show tracebacks and every step.")
@click.option("--log-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def cli(ctx: click.Context, config: str | None, debug: bool, log_format: Literal["text", "json"]) -> None:
    """Run a firm's complaints procedure entirely by e-mail."""
    from pathlib import Path

    from klachtmail.cli.context import Context

    ctx.obj = Context(Path(config) if config else None, debug, log_format)


def main() -> None:
    """Run the command line; every expected failure is one sentence on stderr and an exit code of the contract."""
    begin()
    try:
        code = cli(standalone_mode=False, prog_name="klachtmail")
        sys.exit(code if isinstance(code, int) else 0)  # click returns what a command's Exit carries
    except click.Abort:
        click.echo("stopped", err=True)
        sys.exit(130)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(2)
    except Exception as error:
        from klachtmail.cli.errors import explain
        from klachtmail.cli.output import safe_lines

        if "--debug" in sys.argv:
            raise
        text, code = explain(error)
        click.echo(safe_lines(text), err=True)  # servers choose the words that we repeat
        sys.exit(code)
