"""The subjects of letters to members: what happened stands in front, no two kinds are alike, and no day that has gone is a date before which."""

import datetime as dt
from collections import defaultdict

from klachtmail.domain.records.letter import LETTERS
from klachtmail.letters import samples
from klachtmail.letters.writer import Writer
from tests.pictures.browser import firm

SHOWN = 35  # characters of a subject in the list of a telephone
WRITER = Writer(firm(), [b"k" * 32])
SAMPLES = [one for one in WRITER.samples() if LETTERS[one[0].kind].audience != "client"]


def subjects(now=samples.NOW):
    for request, about in SAMPLES:
        yield request.kind, WRITER.render(request, about, now, nonce=bytes(8)).subject


def test_what_a_telephone_shows_of_a_subject_is_that_of_one_kind_of_letter():
    kinds = defaultdict(set)
    for kind, subject in subjects():
        kinds[subject[:SHOWN]].add(kind)
    assert {begin: sorted(of) for begin, of in kinds.items() if len(of) > 1} == {}


def test_no_subject_names_a_day_that_has_gone_as_one_before_which():
    later = samples.NOW + dt.timedelta(days=60)
    late = [(kind, subject) for kind, subject in subjects(later) if "vóór" in subject]
    assert late == []


def test_the_number_stands_last_where_telephones_cut():
    for _, subject in subjects():
        assert "[" not in subject or subject.endswith("]")
        assert subject.count("[") <= 1
