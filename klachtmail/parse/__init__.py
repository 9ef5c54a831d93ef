"""Bytes to `Incoming`. Never raises, whatever the bytes."""

from klachtmail.parse.message import enclosure, parse

__all__ = ["enclosure", "parse"]
