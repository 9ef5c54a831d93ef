"""Bytes to `Incoming`. Never raises, whatever the bytes."""

from klachtmail.parse.message import enclosures, parse, sent_texts, told_apart

__all__ = ["enclosures", "parse", "sent_texts", "told_apart"]
