"""Bytes to `Incoming`. Never raises, whatever the bytes."""

from klachtmail.parse.message import LONG_AGO, above_frame, enclosures, head, parse, sent_texts, told_apart

__all__ = ["LONG_AGO", "above_frame", "enclosures", "head", "parse", "sent_texts", "told_apart"]
