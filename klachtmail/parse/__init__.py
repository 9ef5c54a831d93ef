"""Bytes to `Incoming`. Never raises, whatever the bytes."""

from klachtmail.parse.message import enclosures, parse

__all__ = ["enclosures", "parse"]
