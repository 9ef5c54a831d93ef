"""The configuration: YAML to frozen values, or every mistake at once with its line."""

from klachtmail.config.load import load
from klachtmail.config.problem import ConfigError, Problem
from klachtmail.config.schema import Config, Folders, ImapConfig, Login, OAuth2, SmtpConfig

__all__ = ["Config", "ConfigError", "Folders", "ImapConfig", "Login", "OAuth2", "Problem", "SmtpConfig", "load"]
