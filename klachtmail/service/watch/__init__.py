"""Is all well, and who is told when it is not."""
