"""A pattern that is tried only where it may stand: most texts have none of its words, and to look for those takes a tenth."""

import re
from functools import cached_property


class Phrase:
    """What people say in one of these forms. In each stands one of its `words` (small letters), with what is around it."""

    def __init__(self, words: str, *forms: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        """Make it from words with a comma between them, and from forms that begin with a word."""
        self.words = tuple(word.strip() for word in words.split(","))
        self._forms, self._flags = forms, flags

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The forms as one pattern, made when the first text has one of the words."""
        return re.compile(rf"\b(?:{'|'.join(self._forms)})", self._flags)

    def search(self, small: str, text: str | None = None) -> re.Match[str] | None:
        """Return where it stands first in a text in small letters; or in `text`, of which those are the small letters."""
        for word in self.words:
            if word in small:
                return self.pattern.search(small if text is None else text)
        return None
