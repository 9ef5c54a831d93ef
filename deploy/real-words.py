"""Print the words of word lists (a word a line) that are one letter away from a word of the lexicon.

python deploy/real-words.py WORDLIST...        what klachtmail/domain/commands/languages/real is made of
"""

import sys
from pathlib import Path

from klachtmail.domain.commands.lexicon import is_one_slip, lexicon
from klachtmail.domain.commands.words import fold


def near(words: set[str]) -> set[str]:
    """Return those of the words that the lexicon would take for a slip."""
    known = lexicon()
    found = set()
    for word in words - set(known.single):
        keys = {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
        if any(is_one_slip(word, each) for key in keys for each in known.near.get(key, ())):
            found.add(word)
    return found


if __name__ == "__main__":
    said = {fold(line.strip()) for path in sys.argv[1:] for line in Path(path).read_text("utf-8").splitlines()}
    print("\n".join(sorted(near({word for word in said if word.isascii() and word.isalpha()}))))  # noqa: T201
