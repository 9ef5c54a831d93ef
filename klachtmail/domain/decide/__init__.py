"""What a message is (`triage`), and what happens with it."""
