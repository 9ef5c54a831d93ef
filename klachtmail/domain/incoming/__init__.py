"""What stands in a message, and what the rules of triage may ask of it."""
