"""What happens with a message, once triage knows what it is."""
