"""Runs klachtmail with a mistake in it: it fails on every message that has 'gif' in its subject.

python -m tests.system.poisoned klachtmail-arguments…
"""

import sys

from klachtmail.cli import main
from klachtmail.domain.incoming.case import Case
from klachtmail.domain.records.outcome import Outcome
from klachtmail.service.work import batch

WELL = batch.decide


def poisoned(case: Case) -> Outcome:
    """Decide as always, but for the one kind of message."""
    if "gif" in case.mail.subject.lower():
        raise ValueError("a mistake of ours")
    return WELL(case)


if __name__ == "__main__":
    batch.decide = poisoned
    sys.argv[0] = "klachtmail"
    main()
