"""An attempt and a contact in one mail: which of the two it tells of."""

from dataclasses import replace

from klachtmail.domain.commands.command import Command, Unclear
from klachtmail.domain.commands.said import Said


def attempts_win(parts: list[Said]) -> list[Said]:
    """Let 'gebeld. niemand.' be the attempt that it is, and no contact."""
    tried = [p for p in parts if p.row is not None and p.row.verb == "no_answer" and not p.keyed]
    spoke = [p for p in parts if p.row is not None and p.row.verb == "contact" and not p.keyed]
    if not tried or (
        spoke
        and tried[-1].place <= spoke[-1].place
        and parts.index(tried[-1]) < parts.index(spoke[-1])
        and _after_all(spoke[-1])
    ):
        return parts
    if any(
        not each.is_done and each.clause is not None and each.clause.fit is not None for each in spoke
    ) and parts.index(spoke[-1]) > parts.index(tried[0]):
        return [_as_attempt(p) if p in tried else p for p in parts]
    if not all(each.is_done for each in tried):
        return [_as_attempt(p) if p.row is not None and p.row.verb == "contact" and not p.keyed else p for p in parts]
    kept = []
    for part in parts:
        if (
            part.is_done
            and part.row is not None
            and part.row.verb == "contact"
            and any(each.number == part.number for each in tried)
        ):
            mine = next(each for each in tried if each.number == part.number)
            mine.line = f"{part.line} {mine.line}" if part.place <= mine.place else mine.line
            if isinstance(mine.made, Command) and isinstance(part.made, Command) and mine.made.on is None:
                mine.made = replace(mine.made, on=part.made.on)
            continue
        kept.append(part)
    return kept


def one_contact(parts: list[Said]) -> list[Said]:
    """Let one conversation told in several sentences be one, with its day: 'Stond vrijdag bij hem op de stoep. Bakkie gedronken'."""
    told = [p for p in parts if p.is_done and p.row is not None and p.row.verb == "contact" and not p.keyed]
    for number in {each.number for each in told}:
        same = [each for each in told if each.number == number]
        dated = [each for each in same if isinstance(each.made, Command) and each.made.on is not None]
        if len(same) > 1 and len(dated) == 1:
            parts = [replace(p, clause=None, made=None) if p in same and p is not dated[0] else p for p in parts]
    return parts


def _after_all(part: Said) -> bool:
    """Return whether somebody was reached after all: 'geen gehoor gisteren, vandaag wel gesproken'."""
    return part.is_done and part.clause is not None and any(t.means & {"YES", "DATE"} for t in part.clause.tokens)


def _as_attempt(part: Said) -> Said:
    return replace(part, made=Unclear(part.line, "ambiguous", "no_answer", "geen gehoor"), keyed=True)
