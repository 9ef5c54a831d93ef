"""Erasing a person from records and texts."""
