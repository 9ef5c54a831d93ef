"""Property 7 of the reading: what can be seen of the frames and words themselves, before any sentence is read."""

import itertools
import pathlib
import re

import klachtmail.domain.commands as package
from klachtmail.domain.commands.lexicon import DOUBT, FILLER, LANGUAGES, _rows
from klachtmail.domain.commands.table import TABLE

FRAMES = [(row.verb, one) for row in TABLE for one in row.frames]
FORMS = {}
for language in LANGUAGES:
    for concept, forms in _rows(language.WORDS):
        for form in forms:
            FORMS.setdefault(form, set()).add(concept)
CARRIED = {"AS-NAME"}  # only there so that a preposition of several words is one token
CONCEPTS = {each for found in FORMS.values() for each in found} | {
    concept for language in LANGUAGES for concept, _ in _rows(language.SEPARABLE)
}
# What tokens get by their form or by what stands before them, and by no word.
MADE = {
    *"MEMBER AT-MEMBER BESIDE-MEMBER OTHER STRANGER REF ADDRESS TELEPHONE TIMES AMOUNT TIME DATE VAGUE-DATE SPAN NUMBER ASIDE AT UNREAD".split(),
    *(f"{role}-{who}" for role in ("TO", "WITH", "FROM", "ABOUT", "BY") for who in "MEMBER CLIENT YOU OTHER".split()),
}
# A complaint is called by the same nouns that ask for its dossier or make it one.
CASE = {"COMPLAINT", "DOSSIER"}
# Whose head may stand in another's frame, and why that says one thing and not two.
ALLOWED = {
    ("take", "RELEASE"): "'laat los, ik neem hem': both are about the handler, and clash",
    ("assign", "RELEASE"): "'kan iemand anders, naar Piet'",
    ("assign", "PICK"): "'Piet kan hem oppakken': with a member it is his",
    ("assign", "FOR-ME"): "'Piet neemt hem van mij over'",
    ("give_back", "PICK"): "'kan ik niet oppakken'",
    ("serious", "FOR-ME"): "'voor mij op de agenda'",
    ("send", "FOR-ME"): "'voor mij is de brief goed': only a hint",
    ("postpone", "FOR-ME"): "'voor mij uitstel tot 1 december'",
    ("undo", "FOR-ME"): "'draai dat voor mij terug'",
    ("acknowledge", "SEND"): "'verstuur de ontvangstbevestiging'",
    ("judgement", "FOR-ME"): "'voor mij is dat gegrond'",
    ("contact", "FOR-ME"): "'de klager is door mij gesproken'",
    ("no_answer", "CONTACT"): "'gebeld, geen gehoor': an attempt beats a contact",
    ("no_answer", "CANT"): "'lukt niet om haar te bereiken'",
}


def used():
    """Return every concept that a frame or the code asks about."""
    folder = pathlib.Path(package.__file__).parent
    code = {word for file in folder.glob("*.py") for word in re.findall(r"[A-Z][A-Z0-9-]+", file.read_text())}
    return code.union(*(set().union(*one.needs, one.allows, one.refuses, one.spoils) for _, one in FRAMES))


def test_no_form_is_both_filler_and_doubt():
    assert not [form for form, means in FORMS.items() if means & FILLER and means & DOUBT]


def test_every_concept_is_used_and_every_used_concept_has_a_word():
    assert used() >= CONCEPTS - CARRIED
    assert set().union(*(set().union(*one.needs, one.allows) for _, one in FRAMES)) <= CONCEPTS | MADE


def test_no_frame_swallows_the_head_of_another_command():
    heads = {}
    for verb, one in FRAMES:
        if len(one.needs) == 1 and not (one.weak or one.alone or one.state):
            for each in one.needs[0] - CASE:
                heads.setdefault(each, set()).add(verb)
    swallowed = {(verb, each) for verb, one in FRAMES for each in one.allows if heads.get(each, set()) - {verb}}
    assert swallowed == set(ALLOWED)


def test_frames_with_equal_needs_differ_in_what_they_refuse_or_in_the_state():
    equal = [
        (a, b, one.needs)
        for (a, one), (b, other) in itertools.combinations(FRAMES, 2)
        if set(one.needs) == set(other.needs)
        and (one.state, one.refuses, one.weak, one.alone) == (other.state, other.refuses, other.weak, other.alone)
    ]
    assert not equal
