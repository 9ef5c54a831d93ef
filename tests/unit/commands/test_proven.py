"""What can be proven of the reading: of proposals, of pairs of sentences, of slips, of the documented forms and of typography."""

import datetime as dt
import re

import pytest

from klachtmail.domain.commands import TABLE, read
from klachtmail.domain.commands.command import Command, Unclear
from klachtmail.domain.commands.no_value import EXAMPLES
from klachtmail.domain.commands.table import BY_VERB
from tests.unit.commands.test_replies import DONE, NOT_DONE

TODAY = dt.date(2026, 11, 18)
ALIASES = ("jan", "piet", "els", "sanne")
DOUBTFUL = (
    "{}?",
    "misschien {}",
    "als Els klaar is, {}",
    "{}, denk ik",
    "nog niet {}",
    "zullen we {}",
    "Piet zegt: {}",
)
TEXTS = sorted({text for text, _ in (*DONE, *NOT_DONE) if len(text) < 120})
SHORT = [text for text in TEXTS if "\n" not in text]


def lines(text, **state):
    return read(text, TODAY, aliases=ALIASES, **state)


def done(text, **state):
    return [line for line in lines(text, **state) if isinstance(line, Command)]


def verbs(text, **state):
    return {line.verb for line in done(text, **state)}


def proposed(text, **state):
    """Return (what was asked, the line that is proposed) for each proposal."""
    asked = [line for line in lines(text, **state) if isinstance(line, Unclear)]
    return [(line, hint) for line in asked for hint in (line.hint, *line.also) if hint]


DOUBTED = [form.format(text) for text in SHORT for form in DOUBTFUL]


@pytest.mark.parametrize("shown", [True, False])
def test_a_proposal_read_back_is_one_command_or_waits_for_its_value(shown):
    wrong = []
    for text in (*TEXTS[::2], *DOUBTED[::9]):
        for line, hint in proposed(text, draft=shown):
            if line.why == "letter":
                continue
            back = lines(hint, draft=shown)
            whole = len(back) == 1 and isinstance(back[0], Command)
            waits = hint.endswith((" ", "@", ": ")) and not any(isinstance(each, Command) for each in back)
            if not (whole or waits or hint == "verstuur"):
                wrong.append((text, hint, back))
    assert not wrong


OPPOSITES = (
    ("niet ingrijpend", "ingrijpend"),
    ("klant niet akkoord", "klant akkoord"),
    ("structureel: nee", "structureel: ja"),
    ("oordeel: ongegrond", "oordeel: gegrond"),
    ("geef terug", "ik pak het op"),
    ("geen gehoor", "gebeld"),
)


@pytest.mark.parametrize(("no", "yes"), OPPOSITES)
def test_no_proposal_is_the_opposite_of_its_line(no, yes):
    said_no = [no, f"{no}?", f"{no} denk ik", f"als het moet {no}", f"misschien {no}", f"{no} lijkt me"]
    assert not [(text, hint) for text in said_no for _, hint in proposed(text) if hint.startswith(yes)]
    denied = [f"{yes}? nee", f"{yes} niet", f"nog niet {yes}", f"{yes}? dat lijkt me niet"]
    assert not [(text, hint) for text in denied for _, hint in proposed(text) if hint.strip() == yes]


FACTS = [row for row in TABLE if row.states]


@pytest.mark.parametrize("row", FACTS, ids=lambda row: row.verb)
@pytest.mark.parametrize("form", ["{}?", "is {}", "als {}", "heeft Piet {}", "Piet {}", "moet nog {}"])
def test_what_happened_is_never_proposed_for_a_question_a_condition_or_somebody_else(row, form):
    for said in re.findall(r"[\w ]+", row.line.split(" · ")[-1])[:1]:
        for _, hint in proposed(form.format(said.strip())):
            assert BY_VERB[row.verb].hint.strip(": ") != hint.strip(": ")


def test_the_words_of_an_example_are_refused_when_they_come_back():
    for row in TABLE:
        if row.value in {"text", "letter"} and row.hint.endswith(": "):
            for word in sorted(EXAMPLES):
                assert row.verb not in verbs(f"{row.hint}{word}"), (row.verb, word)


FINAL = ("verstuur", "bevestig", "sluit", "samenvoegen K2026-0003", "uitkomst gemeld", "dit is spam")


@pytest.mark.parametrize("final", FINAL)
def test_two_lines_do_nothing_final_that_neither_does_alone_in_either_order(final):
    ended = {row.verb for row in TABLE if row.tier > 1}
    wrong = []
    for text in SHORT[::6]:
        alone = (verbs(final, draft=True) | verbs(text, draft=True)) & ended
        one, other = verbs(f"{final}\n{text}", draft=True) & ended, verbs(f"{text}\n{final}", draft=True) & ended
        if not (one <= alone and other <= alone):
            wrong.append((text, one, other, alone))
    assert not wrong


@pytest.mark.parametrize("final", ["verstuur", "sluit", "samenvoegen K2026-0003"])
def test_the_order_of_lines_does_not_matter_for_what_is_final(final):
    (verb,) = verbs(final, draft=True)
    wrong = []
    for text in SHORT[1::6]:
        if re.match(r"[\w ]{2,30}:|niet |nog ", text):
            continue  # what stands below a key is its value, and a line that begins so goes on with the one above
        before, after = verb in verbs(f"{text}\n{final}", draft=True), verb in verbs(f"{final}\n{text}", draft=True)
        if before != after:
            wrong.append((text, before, after))
    assert not wrong


def edits(word):
    """Return five words of one letter less, more, other or swapped."""
    seed = sum(map(ord, word))
    at, new = seed % (len(word) - 1), "abcdefghijklmnopqrstuvwxyz"[seed % 26]
    return {
        word[:at] + word[at + 1 :],
        word[:at] + new + word[at:],
        word[:at] + new + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word + new,
    }


def test_a_slip_is_the_same_command_or_asked_or_nothing_and_never_another():
    wrong = []
    for row in TABLE:
        for form in row.line.split(" · "):
            words = form.split()
            if not form.isascii() or not all(word.isalpha() for word in words):
                continue
            meant = verbs(form)
            for at, word in enumerate(words):
                if len(word) < 4:
                    continue
                for typed in edits(word):
                    slipped = " ".join([*words[:at], typed, *words[at + 1 :]])
                    if (found := verbs(slipped)) and not found <= meant:
                        wrong.append((slipped, found, meant))
    assert not wrong


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.verb)
def test_every_example_of_the_partners_page_is_done(row):
    assert row.verb in verbs(row.example, draft=True)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.verb)
def test_a_documented_form_with_its_placeholder_does_nothing(row):
    for form in row.line.split(" · "):
        if re.search(r": (?:tekst|besluit|reden|naam)\b|…", form):
            shown = re.sub(r" \[[^\]]*\]", "", form)
            assert row.verb not in verbs(shown), shown


ENGLISH = {
    "take": "I'll take it",
    "assign": "assign to jan",
    "give_back": "give it back",
    "serious": "this is serious",
    "contact": "called",
    "no_answer": "no answer",
    "remedy": "remedy: money back",
    "judgement": "judgement: upheld",
    "cause": "cause: double booking",
    "structural": "structural: no",
    "measure": "measure: check the room twice",
    "answer": "answer: We will call you.",
    "outcome": "outcome: The room was cold.",
    "proposal": "proposal: A free seat.",
    "send": "send",
    "told": "outcome told",
    "told_later": "delay told 1 december",
    "postpone": "postpone to 1 december: the trainer is ill",
    "accepted": "client accepted",
    "declined": "client declined",
    "appeal": "appeal",
    "withdrawn": "withdrawn: a misunderstanding",
    "no_complaint": "no complaint: question, about the invoice",
    "complaint": "it is a complaint",
    "close": "close",
    "reopen": "reopen",
    "merge": "merge K2026-0003",
    "note": "note: she calls back on Monday",
    "undo": "undo",
    "status": "status",
    "help": "help",
    "who": "who has this?",
}


@pytest.mark.parametrize("verb", ENGLISH)
def test_commands_may_be_given_in_english(verb):
    assert verbs(ENGLISH[verb], draft=verb == "send") == {verb}


def seen(found):
    return [(line.verb, line.alias, line.choice, line.on, line.index) for line in found]


@pytest.mark.parametrize(
    "typed",
    [
        str.upper,
        str.capitalize,
        lambda text: f"  {text}  ",
        lambda text: f"{text}!",
        lambda text: f"{text} 👍",
        lambda text: f"*{text}*",
        lambda text: text.replace(" ", "  "),
        lambda text: text.replace(" ", "\N{NO-BREAK SPACE}"),
        lambda text: text.replace("'", "’"),
        lambda text: f"Hoi allemaal,\n\n{text}\n\nGroet,\nJan",
    ],
    ids=["upper", "capital", "spaces", "exclamation", "emoji", "stars", "wide", "no-break", "curly", "letter"],
)
def test_typography_changes_no_reading(typed):
    plain = [
        "ik pak het op",
        "geef terug",
        "gebeld",
        "geen gehoor",
        "klant akkoord",
        "sluit",
        "ongegrond",
        "deze doe ik",
        "ik pak 'm op",
    ]
    assert not [(text, typed(text)) for text in plain if seen(done(text)) != seen(done(typed(text)))]


SAYS = {  # what a command that only says something is carried out with
    **dict.fromkeys("discussed remedy cause ruling note keep hear review measure promise firm_measure".split(), "text"),
    **dict.fromkeys(("answer", "outcome", "proposal"), "text"),
    **dict.fromkeys(("judgement", "structural", "statutory"), "choice"),
}
NOTHING = (
    "",
    ":",
    ": ",
    ":…",
    ": ...",
    ": -",
    ": .",
    ": \u200b",
    ": ?",
    ": nee",
    ": door piet",
    ": voor 1 februari",
    " voor 1 februari",
)


def test_a_command_that_says_something_is_never_read_without_it():
    """What carries it out does not look again: a cause of nothing would take the place of the one that was found."""
    wrong = []
    for spec in (row for row in TABLE if row.verb in SAYS):
        key = spec.hint.strip(" :") if spec.verb != "hear" else "vraag @els"
        for text in (*(f"{key}{end}" for end in NOTHING), *(form.format(key) for form in DOUBTFUL)):
            wrong += [text for line in done(text) if not (getattr(line, SAYS[line.verb], None) or line.index)]
    assert wrong == []


DAYS = (" 1 februari", " 2 november 2026", " 1 februari 2027", " gisteren", " morgen", ": gisteren", ": morgen gereed")


def test_what_was_done_is_never_read_with_a_day_to_come_nor_what_will_be_with_one_that_was():
    wrong = []
    for spec in (row for row in TABLE if row.date in {"past", "future"}):
        for text in DAYS:
            for line in done(spec.example.partition(":")[0] + text):
                if line.verb == spec.verb and line.on is not None:
                    wrong += [(text, line)] if (line.on > TODAY) != (spec.date == "future") and line.on != TODAY else []
    assert wrong == []
