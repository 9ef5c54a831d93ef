"""Libraries of an extra: imported when first needed, and missed with a sentence that says what to install."""

import importlib
from typing import Any

from klachtmail import with_extra
from klachtmail.oauth.port import OAuthError


def library(module: str, extra: str) -> Any:
    """Return this module, or raise OAuthError that names the extra ('microsoft', 'google') that has it."""
    try:
        return importlib.import_module(module)
    except ImportError:
        name = module.partition(".")[0]
        raise OAuthError(
            f"The library {name} is missing: install klachtmail with its extra, {with_extra(extra)}."
        ) from None
