"""Bytes to `Incoming`. Never raises, whatever the bytes."""

from klachtmail.parse.message import above_frame, enclosures, parse, sent_texts, told_apart

__all__ = ["above_frame", "enclosures", "parse", "sent_texts", "told_apart"]
