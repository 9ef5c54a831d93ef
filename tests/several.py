"""Several people who complain about one thing, played in memory: what each of them gets, and what the members read."""

import itertools
from dataclasses import replace

from klachtmail.domain.firm.firm import Firm
from klachtmail.letters.writer import Writer
from tests.letters_read import answer
from tests.world import JAN, World, mail

PEOPLE = {"sanne@example.nl": "Sanne de Boer", "kees@example.nl": "Kees Klant", "fatma@example.nl": "Fatma Yilmaz"}
FOUND = "oorzaak: planning\nstructureel: nee\noordeel: gegrond\nvoorstel: U krijgt een nieuwe dag."
_NUMBERS = itertools.count(1)


def complains(world, address, text="De zaal was koud.", *, name=None, subject="Omgevingswet"):
    """Have somebody write for the first time."""
    world.receive(mail(text, sender=f"{name or PEOPLE[address]} <{address}>", subject=subject))


def three(*, days=0, **sections):
    """Return a world in which three people complained, so many days apart; Jan handles the first."""
    world = World(**sections)
    for address in PEOPLE:
        complains(world, address)
        world.later(days=days)
    says(world, "ik")
    return world


def routing(world, number="K2026-0001", member=JAN):
    """Return the mail that brought a complaint to a member."""
    return next(letter for letter in world.letters(member) if f"{number}]" in letter.subject)


def says(world, text, *, number="K2026-0001", member=JAN, below=None):
    """Have a member answer the mail about a complaint (or the one given); return what he gets back."""
    letter = below or routing(world, number, member)
    world.news()
    world.receive(answer(letter, member, text, subject=f"Re: {letter.subject} ({next(_NUMBERS)})"))
    return world.last(member)


def each(world, *lines, **where):
    """Have him write one mail for each line; return the last answer."""
    return [says(world, line, **where) for line in lines][-1]


def sends(world, member=JAN):
    """Have him send the draft that he was shown last; return the letters to people outside, by address."""
    shown = next(letter for letter in reversed(world.letters(member)) if letter.subject.startswith("Concept"))
    says(world, "verstuur", member=member, below=shown)
    return {letter.to: letter for letter in world.news() if not letter.to.endswith("@ront.nl")}


def leaves(world, **sections):
    """Have the administrator take somebody out of the configuration."""
    world.firm = Firm.model_validate({**world.firm.model_dump(by_alias=True), **sections})
    world.office = replace(world.office, firm=world.firm, writer=Writer(world.firm, world.office.keys))
