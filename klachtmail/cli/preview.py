"""preview: every letter, with sample data, on one page."""

import secrets
import tempfile
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from klachtmail.cli.build import clock
from klachtmail.cli.context import Context
from klachtmail.cli.errors import CHECK_FAILED, CommandError
from klachtmail.cli.files import written
from klachtmail.cli.output import print_json
from klachtmail.store.disk import Disk, give_out

if TYPE_CHECKING:
    from klachtmail.letters.writer import Writer

PAGE = "letters.html"


@click.command()
@click.option("--open", "open_", is_flag=True, help="Show it in the browser.")
@click.option("--letter", metavar="NAME", help="Only this letter, such as acknowledgement or digest.")
@click.option("--out", type=click.Path(dir_okay=False), help=f"File to write [default: ./{PAGE}].")
@click.option("--json", "as_json", is_flag=True, help="Print the letters (subject, text, html) as JSON instead.")
@click.pass_obj
def preview(context: Context, open_: bool, letter: str | None, out: str | None, as_json: bool) -> None:
    """Write every letter, as text and HTML, with sample data, to one page. Uses your own templates.

    \b
    Examples:
      klachtmail preview --open
      klachtmail preview --letter outcome --out outcome.html
    """
    from klachtmail.letters.preview import preview_page
    from klachtmail.letters.writer import TemplateError, Writer

    config = context.configuration()
    writer = Writer(config.firm, [secrets.token_bytes(32)], config.template_dir)  # its buttons open nothing
    kinds = sorted({request.kind for request, _ in writer.samples()})
    if letter is not None and letter not in kinds:
        raise CommandError(f"There is no letter {letter!r}; choose one of: {', '.join(kinds)}.")
    try:
        if as_json:
            print_json(_letters(writer, letter))
            return
        page = preview_page(writer, clock(), letter)
    except TemplateError as error:
        raise CommandError(f"{error}; `klachtmail check` shows all mistakes.", CHECK_FAILED) from None
    path = Path(out) if out else Path(tempfile.mkdtemp(prefix="klachtmail-")) / PAGE if open_ else Path(PAGE)
    try:
        give_out(Disk(), path, [page.encode()])
    except OSError as error:
        raise CommandError(
            f"{path.absolute()} cannot be written ({error.strerror}): choose a file with --out."
        ) from None
    click.echo(written(path))
    if open_ and not webbrowser.open(path.resolve().as_uri()):
        click.echo("There is no browser here; open that file on a machine that has one.", err=True)


def _letters(writer: "Writer", only: str | None) -> list[dict[str, str]]:
    found = ((r, writer.render(r, c, clock(), nonce=bytes(8))) for r, c in writer.samples() if only in {None, r.kind})
    return [
        {"letter": r.kind, "language": r.language, "subject": x.subject, "text": x.text, "html": x.html}
        for r, x in found
    ]
