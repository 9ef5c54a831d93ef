"""The complaints procedure itself: pure values and functions, no files, no sockets, no clock."""
