"""From the outbox to the mail server: what is admitted, delivered, refused and copied to Sent."""
