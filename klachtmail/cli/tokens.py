"""OAuth2 tokens for a login, as the configuration describes them."""
