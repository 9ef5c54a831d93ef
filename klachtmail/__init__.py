"""klachtmail runs a firm's complaints procedure entirely by e-mail."""

import shlex
import sys

__version__ = "0.2.0"


def with_extra(extra: str) -> str:
    """Return the command that installs klachtmail with an extra: from its wheel, for an index of packages has not ours.

    With the Python that runs now: whoever installed with pipx has no pip, and Debian's own refuses.
    """
    wheel = f"klachtmail-{__version__}-py3-none-any.whl[{extra}]"
    return shlex.join([sys.executable, "-m", "pip", "install", wheel])
