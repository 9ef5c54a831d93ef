"""What can go wrong with the register."""


class StoreError(Exception):
    """The register cannot be read, written or locked; the text is one sentence that says what to do."""


class StoreBusyError(StoreError):
    """Somebody else holds the lock for longer than the deadline."""


class StoreStaleError(StoreBusyError):
    """Another process committed since these records were read; nothing was written, decide again after a refresh."""


class StoreLostError(StoreError):
    """The database ended the connection: the locks and the right to write went with it. Another machine may be at work."""


class StoreAwayError(StoreError):
    """The database cannot be reached now; nothing was changed, try again soon."""


class StoreCorruptError(StoreError):
    """The register is damaged; it was not touched. The text says which copy is good."""


class StoreFullError(StoreError):
    """The disk is full or read-only; nothing was changed."""
