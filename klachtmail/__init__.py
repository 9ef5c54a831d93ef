"""klachtmail runs a firm's complaints procedure entirely by e-mail."""

__version__ = "0.1.0"
