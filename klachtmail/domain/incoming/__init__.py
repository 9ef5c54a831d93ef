"""What a message is: the rules of triage, and what they look at."""
