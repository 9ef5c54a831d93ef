"""poll and sweep: one round, for cron or by hand."""

from typing import Any

import click

from klachtmail.cli.build import configuration, open_office
from klachtmail.cli.errors import sending_stopped
from klachtmail.cli.logs import start_logging
from klachtmail.cli.output import print_json
from klachtmail.cli.progress import Tell, progress
from klachtmail.mailbox.port import MailboxError
from klachtmail.service.flush import flush
from klachtmail.service.office import Office
from klachtmail.service.poll import PollReport
from klachtmail.service.poll import poll as poll_once
from klachtmail.service.sweep import sweep as sweep_once


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
@click.pass_obj
def poll(obj: dict[str, Any], as_json: bool) -> None:
    """Run one round: fetch, decide, commit, file, send.

    Example: klachtmail poll --json
    """
    start_logging(obj)
    office = open_office(configuration(obj))
    try:
        with progress("messages", hidden=as_json) as tell:
            report, trouble = _round(office, tell)
    finally:
        _close(office)
    if as_json:
        print_json(report.as_json())
    else:
        counts = ", ".join(f"{count} {kind.replace('_', ' ')}" for kind, count in report.counts.items() if count)
        click.echo(
            f"{report.fetched} fetched{f' ({counts})' if counts else ''}, {report.sent} sent, {report.queued} queued"
        )
    if trouble:
        raise sending_stopped(trouble)


def _round(office: Office, tell: Tell) -> tuple[PollReport, str]:
    """Poll, then send: letters that wait go out also when the mailbox cannot be reached."""
    report, trouble = PollReport(), ""
    try:
        report = poll_once(office, tell=tell)
    except MailboxError as error:
        trouble = str(error)
    sent = flush(office, seconds=3600)
    report.sent, report.queued = sent.sent, sent.queued
    return report, trouble or report.trouble or sent.paused


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
@click.pass_obj
def sweep(obj: dict[str, Any], as_json: bool) -> None:
    """Send the morning mail, reminders and digest that are due now.

    Example: klachtmail sweep
    """
    start_logging(obj)
    office = open_office(configuration(obj))
    try:
        report = sweep_once(office)
        sent = flush(office, seconds=3600)
    finally:
        _close(office)
    if as_json:
        print_json({"morning": report.morning, "digests": report.digests, "sent": sent.sent, "queued": sent.queued})
    else:
        click.echo(f"{report.morning} morning mails, {report.digests} digests, {sent.sent} sent, {sent.queued} queued")
    if sent.paused:
        raise sending_stopped(sent.paused)


def _close(office: Office) -> None:
    office.mailbox.close()
    office.courier.close()
    office.store.close()
