"""What is due, and who hears of it: reminders, morning mail, the digest, figures."""
