"""What is done once a night: the archive, a copy of the register, comparing the folders with it, and forgetting.

It takes a minute where much mail came, so it is done in steps, between which a daemon looks for new mail. Nothing is held from one
step to the next but what was read.
"""

import datetime as dt
import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from klachtmail.service.privacy.retention import forget_letters, retaining
from klachtmail.service.restore.compare import comparing
from klachtmail.service.watch import secret_end
from klachtmail.service.work.desk import Desk
from klachtmail.service.work.office import Office
from klachtmail.service.work.steps import whole

log = logging.getLogger(__name__)

FROM: Final = dt.time(4)


def nightly(office: Office) -> str:
    """Do the night's work, once a day after 4:00, also when the machine was off then. Returns '' (nothing is wrong).

    Raises StoreError and MailboxError; it is tried again at the next call.
    """
    whole(night(office))
    return ""


def night(office: Office) -> Iterator[None]:
    """Do the same in steps."""
    now = office.now()
    with office.store.work():
        if now.time() < FROM or office.store.state.nightly_on == now.date() or office.store.state.restored_at:
            return
        forget_letters(office)
        office.keep_copy(now)  # before the archive takes its part: a restored copy and the archive overlap
        moved = office.store.tidy(now)
    yield
    differences = yield from comparing(office)
    yield from retaining(office)
    secret_end.tell(office)
    with office.store.work():
        desk = Desk(office, office.now())
        desk.work.put_state(replace(desk.work.state, nightly_on=now.date()))
        desk.commit()
    log.info("nightly: %d records archived, %d differences", moved, differences)
