"""What is done once a night: the archive, a copy of the register, comparing the folders with it, and forgetting."""

import datetime as dt
import logging
from dataclasses import replace
from typing import Final

from klachtmail.service.privacy.retention import forget_letters, retain
from klachtmail.service.restore.compare import compare
from klachtmail.service.watch import secret_end
from klachtmail.service.work.desk import Desk
from klachtmail.service.work.office import Office

log = logging.getLogger(__name__)

FROM: Final = dt.time(4)


def nightly(office: Office) -> str:
    """Do the night's work, once a day after 4:00, also when the machine was off then. Returns '' (nothing is wrong).

    Raises StoreError and MailboxError; it is tried again at the next call.
    """
    now = office.now()
    with office.store.work():
        if now.time() < FROM or office.store.state.nightly_on == now.date() or office.store.state.restored_at:
            return ""
        forget_letters(office)
        office.keep_copy(now)  # before the archive takes its part: a restored copy and the archive overlap
        moved = office.store.tidy(now)
    differences = compare(office)
    retain(office)
    secret_end.tell(office)
    with office.store.work():
        desk = Desk(office, office.now())
        desk.work.put_state(replace(desk.work.state, nightly_on=now.date()))
        desk.commit()
    log.info("nightly: %d records archived, %d differences", moved, differences)
    return ""
