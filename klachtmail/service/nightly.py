"""What is done once a night: copies, the archive, and comparing the folders with the register."""

import logging

from klachtmail.service.office import Office

log = logging.getLogger(__name__)


def nightly(office: Office) -> None:
    """Archive what is settled. Raises StoreError."""
    with office.store.work():
        moved = office.store.tidy(office.now())
    log.info("nightly: %d records archived", moved)
