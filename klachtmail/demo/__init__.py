"""The demonstration: a mail server of its own, and a story that is played through the real program."""
