"""What who hears a letter has to find his way by: headings without a gap, and the parts of the page. axe asks more (`make judged`)."""

import re
from itertools import pairwise

from klachtmail.letters import samples
from klachtmail.letters.writer import Writer
from tests.pictures.browser import firm

WRITER = Writer(firm(), [b"k" * 32])
LETTERS = [WRITER.render(request, about, samples.NOW, nonce=bytes(8)).html for request, about in WRITER.samples()]


def test_no_heading_is_skipped_in_any_letter():
    for html in LETTERS:
        levels = [int(level) for level in re.findall(r"<h(\d)\b", html)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), html


def test_all_of_a_letter_stands_in_a_named_part_of_the_page():
    for html in LETTERS:
        assert [role for role in re.findall(r'role="(\w+)"', html) if role in {"banner", "main", "contentinfo"}] == [
            "banner",
            "main",
            "contentinfo",
        ]


def test_no_text_is_so_small_that_a_filter_calls_it_invisible():
    """SpamAssassin's FONT_INVIS: the words after the subject are hidden by `display`, not by their size."""
    for html in LETTERS:
        assert not re.search(r'style="[^"]*font-size: ?[01]px', html)
