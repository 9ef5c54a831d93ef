"""completion: what a shell needs to complete our commands."""

import click
from click.shell_completion import get_completion_class

from klachtmail.cli.errors import CommandError


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that lets a shell complete commands and options with Tab.

    \b
    Examples:
      klachtmail completion bash > ~/.local/share/bash-completion/completions/klachtmail
      klachtmail completion fish > ~/.config/fish/completions/klachtmail.fish
    """
    script = get_completion_class(shell)
    if script is None:
        raise CommandError(f"This version of click knows no completion for {shell}.")
    click.echo(script(ctx.find_root().command, {}, "klachtmail", "_KLACHTMAIL_COMPLETE").source())
