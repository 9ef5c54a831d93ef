"""Sending, over SMTP or in memory. smtplib and ssl are imported when they are first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from klachtmail.smtp.courier import SmtpCourier
    from klachtmail.smtp.session import Relay

__all__ = ["Relay", "SmtpCourier"]


def __getattr__(name: str) -> Any:
    """Return Relay or SmtpCourier (PEP 562): their libraries take longer to import than `klachtmail list` may take."""
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module("klachtmail.smtp.courier"), name)
