"""Looking up a person, forgetting one, and what is kept how long."""
