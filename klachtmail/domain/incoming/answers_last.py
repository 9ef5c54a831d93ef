"""The order in which messages that came together are dealt with."""

from collections.abc import Iterator, Sequence
from typing import Final

from klachtmail.domain.incoming.message import Incoming

_DEEPEST: Final = 20  # answers to answers that are followed: somebody may have written a chain of them


def answers_last(messages: Sequence[Incoming]) -> Iterator[int]:
    """Yield the places of the messages in this sequence: in their order, but each after those that it answers.

    Those that answer each other in a circle are all yielded, once.
    """
    by_name = {name: place for place, message in reversed([*enumerate(messages)]) if (name := message.message_id)}
    done: set[int] = set()

    def with_what_it_answers(place: int, depth: int = 0) -> Iterator[int]:
        if place in done:
            return
        done.add(place)
        for name in messages[place].thread if depth < _DEEPEST else ():
            if name in by_name:
                yield from with_what_it_answers(by_name[name], depth + 1)
        yield place

    for place in range(len(messages)):
        yield from with_what_it_answers(place)
