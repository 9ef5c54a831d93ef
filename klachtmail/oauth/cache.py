"""A file that holds tokens between runs: for its owner alone, and never half-written."""

import os
import tempfile
from pathlib import Path

from klachtmail.oauth.port import OAuthError


class TokenCache:
    """One file, 0600 in a folder that is made 0700. Whoever reads it can read the mailbox."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> str:
        """Return what was written last, or '' when there is nothing."""
        try:
            return self.path.read_text("utf-8")
        except FileNotFoundError:
            return ""
        except (OSError, UnicodeDecodeError) as error:
            raise OAuthError(f"The tokens in {self.path} cannot be read ({error}): delete that file.") from None

    def write(self, text: str) -> None:
        """Replace the content, atomically and durably."""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._replace(text)
        except OSError as error:
            reason = error.strerror
            raise OAuthError(f"The tokens cannot be kept in {self.path} ({reason}): make it writable.") from None

    def _replace(self, text: str) -> None:
        descriptor, temporary = tempfile.mkstemp(prefix=".tokens-", dir=self.path.parent)  # mkstemp makes it 0600
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(self.path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
