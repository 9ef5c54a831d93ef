"""The unit of work: the office, the desk, and a batch of messages."""
