"""Trouble of ours, in a module of its own: the command line explains it without loading what raises it."""


class OwnTroubleError(Exception):
    """Not a message but we are at fault (template, code): the mail stays in INBOX and the administrator is told."""


class ControlFailedError(OwnTroubleError):
    """Not even the plainest complaint can be handled."""
