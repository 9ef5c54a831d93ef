"""Twelve weeks of a small firm: how much mail does each of its people get, and what for?"""
