"""Letters: from a letter request to the final bytes. `writer.Writer` is the way in."""
