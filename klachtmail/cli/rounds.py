"""poll and sweep: one round, for cron or by hand."""

from collections.abc import Callable

import click

from klachtmail.cli.context import Context
from klachtmail.cli.errors import sending_stopped
from klachtmail.cli.logs import start_logging
from klachtmail.cli.output import print_json
from klachtmail.cli.progress import Tell, progress
from klachtmail.mailbox.port import MailboxError
from klachtmail.service.flush import flush
from klachtmail.service.poll import PollReport
from klachtmail.service.round import one_round
from klachtmail.service.watch.alarm import Alarm
from klachtmail.service.watch.pulse import Pulse
from klachtmail.service.watch.trouble import problem_of, sentence
from klachtmail.service.work.office import Office


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
@click.pass_obj
def poll(context: Context, as_json: bool) -> None:
    """Run one round: fetch, decide, commit, file, send.

    Example: klachtmail poll --json
    """
    start_logging(context)
    config = context.configuration()
    with context.office(config) as office, progress("messages", hidden=as_json) as tell:
        pulse = Pulse(config.data_dir)
        alarm = Alarm(office, pulse, of_daemon=False)
        report, trouble = _watched(office, alarm, lambda: _round(office, tell, first=not pulse.was_well()))
    if as_json:
        print_json(report.as_json())
    else:
        click.echo(f"{report.as_text()}, {report.sending.sent} sent, {report.sending.queued} queued")
    if trouble:
        raise sending_stopped(trouble)


def _watched(office: Office, alarm: Alarm, work: Callable[[], tuple[PollReport, str]]) -> tuple[PollReport, str]:
    """Run a round, and have the administrator told when it is not the first that fails, or when it is over."""
    try:
        report, trouble = work()
    except Exception as error:
        _heard(office, alarm, sentence("poll", error))
        raise
    _heard(office, alarm, trouble)
    return report, trouble


def _heard(office: Office, alarm: Alarm, problem: str) -> None:
    if alarm.heard(problem, office.now()):
        problem_of("sending", lambda: flush(office).paused)  # or else the next poll would send it, perhaps in an hour


def _round(office: Office, tell: Tell, *, first: bool) -> tuple[PollReport, str]:
    """Poll, then send: letters that wait go out also when the mailbox cannot be reached."""
    report, trouble = PollReport(), ""
    try:
        report = one_round(office, first=first, tell=tell)
    except MailboxError as error:
        trouble = str(error)
    report.sending = flush(office, seconds=3600)
    return report, trouble or report.trouble or report.sending.problem


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
@click.pass_obj
def sweep(context: Context, as_json: bool) -> None:
    """Send the morning mail, reminders and digest that are due now, and once a night do the daemon's work of the night.

    Example: klachtmail sweep
    """
    from klachtmail.service.sweep import sweep as sweep_once  # poll asks the clock for nothing

    start_logging(context)
    config = context.configuration()
    with context.office(config) as office:
        report = sweep_once(office)
        sent = flush(office, seconds=3600)
        if as_json:
            print_json({"morning": report.morning, "digests": report.digests, "sent": sent.sent, "queued": sent.queued})
        else:
            click.echo(
                f"{report.morning} morning mails, {report.digests} digests, {sent.sent} sent, {sent.queued} queued"
            )
        if not Pulse(config.data_dir).daemon_lives(office.now()):  # or else it does that itself
            from klachtmail.service.nightly import nightly

            nightly(office)  # after what people wait for
    if sent.paused:
        raise sending_stopped(sent.paused)
