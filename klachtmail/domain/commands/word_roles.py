"""What words do beside each other: a verb and its particle further on, a preposition and the person behind it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from klachtmail.domain.commands.lexicon import SPELLINGS, lexicon
from klachtmail.domain.commands.token import Token

_TITLES: Final = frozenset(
    "mevrouw mevr mevr. mw mw. meneer mijnheer dhr dhr. heer mr mr. mrs mrs. ms ms. familie fam fam.".split()
)

_GO_AHEAD: Final = frozenset(
    "aan naar op door over toe terug weg uit af zo even snel direct meteen dan met voor eruit dicht in er bij samen".split()
)


@cache
def _separable() -> frozenset[str]:
    """Return the verbs whose particle stands further on: 'voeg maar bij elkaar'."""
    return frozenset(verb for verb, _, _ in lexicon().pairs)


def particles(found: list[Token]) -> list[Token]:
    """Let 'maar' in 'stuur maar' and 'geef maar aan Piet' be the particle that it is, and no 'but'."""
    made = []
    for index, token in enumerate(found):
        if "BUT" in token.means and token.text in {"maar", "mar", "ma"} and index and not token.comma:
            following = found[index + 1] if index + 1 < len(found) else None
            before = found[index - 1]
            begins = (
                following is None
                or following.text.split()[0] in _GO_AHEAD
                or (following.comma is False and following.is_filler)
            )
            verbal = before.text in _separable() or before.means & {
                "SEND",
                "GIVE",
                "MAY",
                "THIS",
                "CLOSE",
                "LEAVE",
                "ME",
                "TAKE",
                "UNDO",
                "ADVERB",
                "DISCARD",
                "CALL",
                "MERGE",
                "FOR-ME",
                "COURTESY",
                "MEMBER",
                "YOU",
            }
            if begins or (
                verbal
                and following is not None
                and not (following.means & {"NOT", "IF", "MUST"})
                and "I" not in following.means
            ):
                made.append(replace(token, means=frozenset({"ADVERB"})))
                continue
        made.append(token)
    return made


def with_pairs(found: list[Token]) -> list[Token]:
    """Give a verb and its particle further on what they mean together: 'trekt haar klacht in'."""
    first = {SPELLINGS.get(token.text, token.text): index for index, token in reversed(list(enumerate(found)))}
    for verb, particles, concept in lexicon().pairs:
        index = first.get(verb)
        if index is None:
            continue
        places, after = [], index
        for particle in particles:
            place = next(
                (
                    i
                    for i in range(after + 1, len(found))
                    if particle in {found[i].text, SPELLINGS.get(found[i].text), found[i].text.split()[0]}
                ),
                None,
            )
            if place is None:
                break
            places.append(place)
            after = place
        else:
            spoken = {"CALL"} if concept == "CONTACT" else frozenset[str]()  # 'mail naar mevrouw gestuurd' is no plan
            found[index] = replace(found[index], means=(found[index].means - spoken) | {concept})
            for place in places:
                if not found[place].is_doubt or concept in {"NO-REACH", "CANT", "CANCELLED", "CHANGE"}:
                    found[place] = replace(found[place], means=found[place].means | {"PART"})
    return found


_TO_WHOM: Final = frozenset({"aan", "naar", "met", "door", "bij", "van", "with", "to", "by", "from", "samen met"})


def with_roles(found: list[Token]) -> tuple[Token, ...]:
    """Make one token of a preposition and the person behind it: TO-MEMBER, WITH-CLIENT, WITH-OTHER and the like."""
    made: list[Token] = []
    at = 0
    while at < len(found):
        role = lexicon().roles.get(found[at].text)
        joined = _joined(found, at, role) if role else None
        if joined is None:
            made.append(found[at])
            at += 1
        else:
            count, token = joined
            made.append(token)
            at += count
    return tuple(_talked(tuple(_titled(made))))


def _talked(made: tuple[Token, ...]) -> Iterator[Token]:
    """Yield the tokens; 'in overleg met Karin' is one: with whom it was talked over is no addressee."""
    skip = False
    for token, following in zip(made, (*made[1:], None), strict=False):
        joins = (
            "AFTER-TALK" in token.means
            and following is not None
            and bool(following.means & {"MEMBER", "CLIENT", "YOU"})
        )
        if not skip:
            yield (
                Token(f"{token.text} {following.text}", token.start, following.end, token.means, token.comma)
                if joins and following is not None
                else token
            )
        skip = joins


def _joined(found: list[Token], at: int, role: str) -> tuple[int, Token] | None:
    place = at + 1
    while (
        place < len(found)
        and found[place].means & {"DET", "MY"}
        and not found[place].comma
        and not found[place].means & {"CLIENT"}
    ):
        place += 1
    if place >= len(found) or found[place].comma:
        return None
    who = found[place]
    kind = next((each for each in ("MEMBER", "CLIENT", "YOU", "OTHER") if each in who.means), None)
    if kind is None and not who.means and found[at].text in _TO_WHOM:
        kind = "OTHER"
    if kind == "MEMBER" and "OR" in found[at].means:
        return None  # 'ik doe deze of Karin': that 'of' is English too makes it no less a doubt
    if kind is None or (who.is_doubt and kind != "CLIENT"):
        return None
    means = {f"{role}-{kind}"} | ({"BESIDE-MEMBER"} if found[at].text == "bij" and kind == "MEMBER" else set())
    means |= who.means & {"STRANGER", "AT-MEMBER"} | ({"TOGETHER"} if found[at].text == "samen met" else set())
    if kind == "CLIENT" and role != "WITH" and who.means & {"THIS"}:
        means.add("THIS")
    return place - at + 1, Token(
        f"{found[at].text} {who.text}", found[at].start, who.end, frozenset(means), found[at].comma, who.value
    )


def _titled(made: list[Token]) -> Iterator[Token]:
    """Yield the tokens; 'mevrouw' before a name that is not the complainant's is somebody else."""
    for index, token in enumerate(made):
        last = token.text.split()[-1]
        following = made[index + 1] if index + 1 < len(made) else None
        if last in _TITLES and following is not None and not following.means and not following.comma:
            yield replace(token, means=frozenset(each.replace("CLIENT", "OTHER") for each in token.means))
        else:
            yield token
