"""What every value that is kept has in common."""

from typing import Self

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """An immutable value that can be written as JSON and read back; unknown keys are a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)  # a start builds only what it uses

    def but(self, **changes: object) -> Self:
        """Return a copy with these fields changed (the values are trusted, as they are ours)."""
        return self.model_copy(update=changes)
