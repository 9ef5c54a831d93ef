"""What members' commands do to complaints, and who may give them (`rights`)."""
