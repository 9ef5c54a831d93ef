"""Dutch words, by what is spoken of (see `nl`)."""
