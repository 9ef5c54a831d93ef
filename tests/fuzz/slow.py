"""Looks for the message that costs most: `python -m tests.fuzz.slow --seconds 3600 --report docs/fuzzing.md`.

A message is a place (a field, the text, a page, a report …), a few signs or words that are repeated there, and who sends
it. The costliest are kept and varied. Exit code 1 when one took more than a second of CPU for each MB, or part of it.
"""

import argparse
import base64
import json
import math
import platform
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(1, str(Path(__file__).parents[2]))

from judging import Judge
from run import AIMED_AT_TIME as TITLE

SECONDS = 1.0  # of CPU for each MB, or part of it
WORTH_TELLING = 0.5  # seconds: told while the search goes on
KEPT, WORLD = 24, 60  # costly messages that are varied; messages that one firm receives
ATOMS = (
    *"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\na0Zé€👍\u0301\u200d\r",
    *("<a ", "</a>", "<p>", "<div>", "<td>", "<table>", "<li>", "<blockquote>", "</blockquote>", "<!--", "-->", "<style>"),
    *("<div style='display:none'>", "<span hidden>", "<p class=x id=y>", "<pre>", "<svg>", 'style="', "font-size:0;"),
    *("{", "}", ".a{display:none}", "@media x{", "&amp;", "&#x41;", "&lt", "<img alt='", "data:image/png;base64,"),
    *("> ", "\n> ", "\n-- \n", "Van: a\n", "Verzonden: 3 nov 2026 10:00\n", "Aan: b\n", "Onderwerp: c\n", "_" * 32 + "\n"),
    *("Op 3 nov. 2026 om 10:00 schreef A <a@b.nl>:\n", "On Mon, A wrote:\n", "-----Original Message-----\n", ">>> "),
    *("=?utf-8?q?a?=", "=?utf-8?b?", "?=", "%41", "=3D", "=\n", '\\"', 'a="', "; filename*0*=", "; x=", "boundary="),
    *("a@b.nl ", "<a@b.nl>", "a@b.nl, ", "Boer, ", "CN=a/", "/G=a", "K2026-0001 ", "06-12345678 ", "https://a.nl/b ", "www."),
    *("ik\n", "gebeld\n", "@jan\n", "notitie: a\n", "uitkomst: a\n", "verstuur\n", "niet ", "als ", "maandag 3 oktober ", "en "),
    *("1 ", "1. ", "Naam: a\n", "E-mail: a@b.nl\n", "a | b\n", "---|---\n", "550 5.1.1 ", "Final-Recipient: rfc822;a@b.nl\n"),
    *("--b\n", "--b--\n", "\n\n--b\nContent-Type: text/html\n\n", "Content-Type: multipart/mixed; boundary=b\n\n", "begin 644 a\n"),
    *("0\x80", "$\x80", "\x04\x01", "heeft gereageerd ", "uw bericht ", "[cid:", "(a ", "*a* ", "**", "`", "![", "](", "<!DOCTYPE "),
)  # fmt: skip
HEAD = "Subject: Klacht\nMessage-ID: <{}@x.nl>\n"


def _text(said: str) -> str:
    return f"\n{said}"


def _page(said: str) -> str:
    return f"Content-Type: text/html; charset=utf-8\n\n{said}"


def _both(said: str) -> str:
    return f"Content-Type: multipart/alternative; boundary=b\n\n--b\n\n{said[: len(said) // 3]}\n--b\nContent-Type: text/html\n\n{said}\n--b--"


def _base64(said: str) -> str:
    coded = base64.encodebytes(said.encode("utf-8", "replace")).decode()
    return f"Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\n{coded}"


def _file(said: str) -> str:
    one = said.replace("\n", " ")[:60_000]
    return f"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822; name={one}\nContent-Disposition: attachment; filename={one}\n\nFrom: {one}\nSubject: {one}\n\n{said}\n--b--"


def _field(name: str) -> Callable[[str], str]:
    return lambda said: f"{name}: " + said.replace("\n", "\n ") + "\n\nHet ging mis."


PLACES: dict[str, Callable[[str], str]] = {
    "text": _text,
    "page": _page,
    "alternatives": _both,
    "signature": _base64,
    "attached mail": _file,
    "quoted-printable": lambda said: f"Content-Transfer-Encoding: quoted-printable\n\n{said}",
    "forward": lambda said: f"\n---------- Forwarded message ---------\nVan: {said[:300]}\nDatum: 3 nov 2026\nOnderwerp: x\n\n{said}",
    "report": lambda said: f"Return-Path: <>\nX-Failed-Recipients: {said[:900]!r}\n\n550 5.1.1 <a@b.nl>\n{said}",
    "status": lambda said: f"Content-Type: message/delivery-status\nReturn-Path: <>\n\nAction: failed\n{said}",
    "fields": lambda said: f"{said}\n\nHet ging mis.",
    **{name: _field(name) for name in ("From", "To", "Cc", "Reply-To", "Subject", "Date", "References", "Received", "Content-Type", "Content-Disposition", "Authentication-Results", "List-Id", "DKIM-Signature")},
}  # fmt: skip
SENDERS = ("client", "member", "stranger", "machine")


@dataclass(frozen=True)
class Recipe:
    """How a message is made; `unit` is repeated until it has `size` characters."""

    place: str
    unit: tuple[str, ...]
    size: int
    sender: str
    before: str = ""

    def varied(self, chance: random.Random) -> "Recipe":
        """Return another recipe that differs in one thing."""
        match chance.randrange(6):
            case 0:
                return replace(self, place=chance.choice(list(PLACES)))
            case 1:
                return replace(self, unit=(*self.unit[:4], chance.choice(ATOMS)))
            case 2:
                kept = list(self.unit)
                kept[chance.randrange(len(kept))] = chance.choice(ATOMS)
                return replace(self, unit=tuple(kept))
            case 3:
                return replace(self, before=chance.choice(ATOMS) * chance.choice((1, 1, 50)))
            case 4:
                return replace(self, size=chance.choice((3_000, 20_000, 100_000, 400_000)))
            case _:
                return replace(self, sender=chance.choice(SENDERS))

    def message(self, judge: Judge, number: int) -> bytes:
        """Return the message, sent by whom the recipe says."""
        unit = "".join(self.unit)
        said = (self.before + unit * (self.size // len(unit) + 1))[: self.size]
        letters = {letter.to: letter for letter in judge.threads}
        head = HEAD.format(number)
        if self.sender == "client":
            head += "From: sanne@example.nl\nIn-Reply-To: <eerste@example.nl>\n"
        elif self.sender == "member":
            head += f"From: jan@ront.nl\nIn-Reply-To: <{letters['jan@ront.nl'].message_id}>\n"
        elif self.sender == "machine":
            head += "From: MAILER-DAEMON@x.nl\nSubject: Undelivered Mail Returned to Sender\n"
        else:
            head += f"From: vreemde{number}@x.nl\n"
        return (head + PLACES[self.place](said)).encode("utf-8", "surrogatepass")

    def __str__(self) -> str:
        return f"{self.place} of a {self.sender}: {self.before[:12]!r} and {self.size} characters of {''.join(self.unit)[:60]!r}"


def search(seconds: float, seed: int) -> tuple[int, list[tuple[float, float, Recipe]]]:
    """Return how many were tried, and the costliest: CPU seconds for each MB or part of it, CPU seconds, recipe."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    until, tried, judge = time.monotonic() + seconds, 0, Judge()
    best: list[tuple[float, float, Recipe]] = []
    while time.monotonic() < until:
        fresh = Recipe(chance.choice(list(PLACES)), (chance.choice(ATOMS),), 20_000, chance.choice(SENDERS))
        recipe = chance.choice(best)[2].varied(chance) if best and chance.random() < 0.7 else fresh
        if tried % WORLD == 0:
            judge = Judge()
        raw = recipe.message(judge, tried)
        started = time.process_time()
        judge.world.receive(raw)
        took = time.process_time() - started
        tried += 1
        if took > WORTH_TELLING and (not best or took > best[0][1]):
            print(f"{tried}: {took:.2f} s: {recipe}", file=sys.stderr, flush=True)
        best = sorted([*best, (took / math.ceil(len(raw) / 1e6), took, recipe)], key=lambda one: -one[0])[:KEPT]
    return tried, best


def section(tried: int, seconds: float, best: list[tuple[float, float, Recipe]]) -> str:
    """Return the part of the page that tells of this search."""
    rows = [f"- {took:.2f} s: {recipe}".replace("`", "'") for _, took, recipe in best[:5]]
    about = (
        f"`python -m tests.fuzz.slow` looks for the message that costs most: signs and words repeated in each place of a "
        f"message, from a client, a member, a stranger and a machine; the costliest are varied. All of reading, judging, "
        f"rendering and sending in memory is counted; the bound is {SECONDS:.0f} s of CPU for each MB, or part of it. This run: "
        f"**{tried:,} messages** in {seconds / 60:.0f} minutes ({time.process_time():.0f} s of CPU), Python {platform.python_version()}. The worst took "
        f"**{best[0][1]:.2f} s**."
    )
    return "\n".join((TITLE, "", about, "", *rows, ""))


def main() -> int:
    """Run from the command line; return the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=3_600)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--report", type=Path, help="replace the section of this page")
    given = options.parse_args()
    tried, best = search(given.seconds, given.seed)
    if given.report:
        page = given.report.read_text(encoding="utf-8").partition(TITLE)[0].rstrip()
        given.report.write_text(f"{page}\n\n{section(tried, given.seconds, best)}", encoding="utf-8")
    print(json.dumps([[round(took, 3), str(recipe)] for _, took, recipe in best], indent=1))
    return 1 if best[0][0] > SECONDS else 0


if __name__ == "__main__":
    sys.exit(main())
