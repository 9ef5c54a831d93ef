"""round: poll, and after a restore first compare the folders with what was restored."""

from collections.abc import Callable

from klachtmail.service.poll import PollReport, Tell, poll
from klachtmail.service.watch import emptied
from klachtmail.service.work.office import Office


def one_round(
    office: Office,
    *,
    first: bool = False,
    stop: Callable[[], bool] = lambda: False,
    tell: Tell = lambda _done, _total: None,
) -> PollReport:
    """Deal with every message that waits, as `poll` does; a restored register is reconciled first.

    With `first`, no round went well here before: then an empty register is compared with the mailbox.
    """
    office.store.refresh()
    if office.store.state.restored_at is not None:
        from klachtmail.service.restore.reconcile import reconcile  # only now: it brings all that the clock asks for

        reconcile(office)
    if first:
        office.mailbox.connect()
        emptied.tell(office)
    return poll(office, stop=stop, tell=tell)
