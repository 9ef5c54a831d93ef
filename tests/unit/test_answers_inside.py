"""What a client types inside the letter that he answers is his: members see it, and the register keeps it."""

import email.policy
from email.message import EmailMessage

import pytest

from tests.world import ELS, JAN, OURS, World, mail

SANNE = "Sanne de Boer <sanne@example.nl>"
QUESTION = "antwoord: Op welke dag was het? En welke trainer was er? Wilt u een nieuwe datum of uw geld terug?"
ANSWERS = ("Op dinsdag 3 november, de hele dag.", "DAT WAS MEVROUW JANSEN", "Ik wil mijn geld terug.")


@pytest.fixture
def world():
    world = World()
    world.receive(mail("De zaal was koud.", message_id="eerste@example.nl"))
    world.reply(JAN, QUESTION)
    shown = next(letter for letter in reversed(world.letters(JAN)) if "Verstuur" in letter.buttons)
    world.press(JAN, "Verstuur", on=shown)
    return world


def lines(letter):
    """Return our letter as a mail program quotes it, with the answers typed at three places in it."""
    said = letter.text.replace("\r\n", "\n").strip().split("\n")
    for place, answer in zip((len(said) // 2, 2 * len(said) // 3, len(said)), reversed(ANSWERS), strict=True):
        said.insert(place, answer)
    return said


def reply(letter, text="", page=""):
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"], message["To"], message["Subject"] = SANNE, OURS, f"RE: {letter.subject}"
    message["Message-ID"], message["In-Reply-To"] = "<rood@example.nl>", f"<{letter.message_id}>"
    message.set_content(text or "")
    if page:
        message.clear_content()
        message.set_content(page, subtype="html")
    return message.as_bytes()


HEADING = f"Van: RONT Klachten <{OURS}>\nVerzonden: maandag 23 november 2026 10:00\nAan: Sanne de Boer\nOnderwerp: Uw klacht\n\n"


def outlook(letter):
    return reply(letter, "Zie mijn antwoorden in rood hieronder.\n\n" + HEADING + "\n".join(lines(letter)))


def outlook_without_a_word(letter):
    return reply(letter, HEADING + "\n".join(lines(letter)))


def marked(letter):
    said = [each if each in ANSWERS else f"> {each}" for each in lines(letter)]
    return reply(letter, "Op ma 23 nov. 2026 om 10:00 schreef RONT <klachten@ront.nl>:\n" + "\n".join(said))


def all_marked(letter):
    said = [f"> {each}" for each in lines(letter)]
    return reply(
        letter,
        "Mijn reactie staat in hoofdletters.\n\nOp ma 23 nov. 2026 om 10:00 schreef RONT <klachten@ront.nl>:\n"
        + "\n".join(said),
    )


def in_a_blockquote(letter):
    said = "".join(
        f"<p style='color:red'>{each}</p>" if each in ANSWERS else f"<p>{each}</p>" for each in lines(letter)
    )
    return reply(
        letter,
        page=f"<p>Hieronder.</p><p>Op ma 23 nov. 2026 om 10:00 schreef RONT &lt;klachten@ront.nl&gt;:</p><blockquote>{said}</blockquote>",
    )


def red_in_outlook(letter):
    said = "".join(
        f"<p style='color:red'>{each}</p>" if each in ANSWERS else f"<p>{each}</p>" for each in lines(letter)
    )
    heading = "".join(f"<p>{each}</p>" for each in HEADING.strip().replace("<", "&lt;").split("\n"))
    return reply(letter, page=f"<div style='border-top:solid #E1E1E1 1.0pt'>{heading}</div>{said}")


@pytest.mark.parametrize(
    "program", [outlook, outlook_without_a_word, marked, all_marked, in_a_blockquote, red_in_outlook]
)
def test_answers_inside_our_letter_are_shown_and_kept(world, program):
    report = world.receive(program(world.last("sanne@example.nl")))
    assert report.counts["follow_up"] == 1
    told = world.last(JAN if world.complaint().handler else ELS)
    for answer in ANSWERS:
        assert answer in told.text.replace("\r\n", " ")
        assert answer in world.complaint().messages[-1].text
    assert "wij" not in world.complaint().messages[-1].text.lower(), "our own sentences are not repeated"
