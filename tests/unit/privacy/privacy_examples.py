"""A closed complaint, with everything around it that knows of a person; and a search for what is left of him."""

from klachtmail.domain.record import to_json
from tests.world import JAN, World, mail

SANNE = "sanne@example.nl"
TRACES = (b"Sanne", b"sanne", b"planning", b"een uur te laat")


def closed(message_id="eerste@example.nl", **fields):
    """Return a world with one closed complaint of Sanne: letters sent, commands given, copies in Sent."""
    world = World()
    world.receive(mail("De trainer was een uur te laat.\n\nSanne de Boer", message_id=message_id, **fields))
    close(world)
    return world


def close(world, number="K2026-0001"):
    """Have Jan deal with a complaint from contact to closing."""
    routing = next(x for x in world.letters(JAN) if number in x.subject)
    world.reply(JAN, "ik\ngebeld\noorzaak: planning van Sanne\nstructureel: nee\noordeel: gegrond", to=routing)
    world.reply(JAN, "uitkomst: De trainer had pech.\nvoorstel: Niets.", to=routing)
    world.press(JAN, "Verstuur", on=[x for x in world.letters(JAN) if "oncept" in x.subject][-1])
    world.reply(JAN, "klager akkoord\nsluit", to=routing)
    assert world.complaint(number).status == "closed"


def remains(world):
    """Return where something of her is found: in the register, on disk, in the folders of the mailbox."""
    found = [c.number for c in world.store.everything() if any(t in str(to_json(c)).encode() for t in TRACES)]
    found += [x.id for x in world.store.letters() if any(t in str(to_json(x)).encode() for t in TRACES)]
    found += [key for key, raw in world.store._contents.items() if raw and any(t in raw for t in TRACES)]
    found += [
        f"{role}/{uid}"
        for role, kept in world.mailbox.kept.items()
        for uid, one in kept.items()
        if any(t in one.raw for t in TRACES)
    ]
    return found
