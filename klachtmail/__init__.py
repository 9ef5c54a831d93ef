"""klachtmail runs a firm's complaints procedure entirely by e-mail."""

__version__ = "0.2.0"


def with_extra(extra: str) -> str:
    """Return the command that installs klachtmail with an extra: from its wheel, for an index of packages has not ours."""
    return f"pip install 'klachtmail-{__version__}-py3-none-any.whl[{extra}]'"
