"""After a restore: what the mailbox knows that the register does not."""
