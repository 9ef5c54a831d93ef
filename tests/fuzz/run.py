"""Spoils the messages of the corpora, reads and judges each: `python -m tests.fuzz.run --report docs/fuzzing.md`.

Exit code 1 when a message raised, left something unclean behind, was judged or answered as it must not be, or took
longer than the bound.
"""

import argparse
import datetime as dt
import gc
import json
import multiprocessing
import os
import platform
import random
import resource
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(1, str(Path(__file__).parents[2]))

from cleanliness import complaints
from judging import Judge
from mutation import spoiled

from klachtmail.domain.incoming.message import Incoming
from klachtmail.parse import parse
from klachtmail.parse.message import UNREADABLE

BATCH = 500
WORLD = 250  # messages that one firm receives before the next one is founded
KNOWN, JUNK = 0.5, 0.03  # the share that answers a letter of ours or comes from somebody known; that lies in Junk
SECONDS = 2.0  # of CPU, the bound for any message
AIMED_AT_TIME = "## Aimed at time"
NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


def corpora() -> Path:
    """Return the folder with messages: $KLACHTMAIL_CORPORA, or ../shared/mail beside the repository."""
    return Path(os.environ.get("KLACHTMAIL_CORPORA", Path(__file__).parents[3] / "shared" / "mail"))


def messages(folder: Path) -> list[Path]:
    """Return every message of the corpora, in a fixed order."""
    return sorted(path for path in folder.glob("*/mails/**/*") if path.is_file())


def _memory() -> int:
    """Return the resident memory of this process in kB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() // 1024


def batch(task: tuple[int, int, str]) -> dict[str, Any]:
    """Read and judge `count` spoiled messages and return what was seen; the seed makes it repeatable."""
    seed, count, folder = task
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    paths = messages(Path(folder))
    result: dict[str, Any] = {"count": 0, "failures": [], "slowest": [0.0, ""], "kinds": Counter(), "bytes": 0}
    judge = Judge()
    for number in range(count):
        if number % WORLD == 0:
            result["kinds"].update(judge.verdicts)
            judge = Judge()
        path = chance.choice(paths)
        raw = path.read_bytes()
        raw = spoiled(judge.addressed(raw, chance) if chance.random() < KNOWN else raw, chance)
        name = f"{path.name} (seed {seed}, message {number}, {len(raw)} bytes)"
        took, message, wrong = _received(raw, judge, "junk" if chance.random() < JUNK else "inbox")
        result["failures"] += [f"{name}: {each}" for each in wrong]
        result["slowest"] = max(result["slowest"], [round(took, 3), name])
        result["kinds"].update(_kinds(message))
        result["count"] += 1
        result["bytes"] += len(raw)
    result["kinds"].update(judge.verdicts)
    del judge
    gc.collect()  # a firm is full of cycles: what is measured shall be what is kept
    result["memory"] = [os.getpid(), _memory(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]
    return result


def _received(raw: bytes, judge: Judge, role: str) -> tuple[float, Incoming, list[str]]:
    """Return the CPU seconds that a message took in all, how it was read, and what is wrong."""
    started = time.process_time()
    message = parse(raw, NOW)
    wrong = list(complaints(raw, message))
    if UNREADABLE in message.notices:
        wrong.append("it raised")
    if raw:  # no server keeps an empty message
        wrong += judge.receive(raw, message, role)
    took = time.process_time() - started
    if took > SECONDS:
        wrong.append(f"it took {took:.1f} s")
    return took, message, wrong


def _kinds(message: Incoming) -> list[str]:
    facts = {
        "read with attachments": message.attachments,
        "read as a delivery failure": message.bounce,
        "read as a forward": message.forwarded,
        "read with quoted text": message.quoted_text,
        "read without sender": not message.sender.address,
        "read with a notice": message.notices,
    }
    return [name for name, holds in facts.items() if holds]


def fuzz(count: int, workers: int, seed: int, seconds: float) -> dict[str, Any]:
    """Read that many spoiled messages, or as many as fit in the time, and return the sum of what was seen."""
    started = time.monotonic()
    folder = str(corpora())
    tasks = ((seed + number, min(BATCH, count - number * BATCH), folder) for number in range(-(-count // BATCH)))
    total: dict[str, Any] = {
        "messages": 0,
        "bytes": 0,
        "failures": [],
        "slowest": [],
        "kinds": Counter(),
        "memory_kb": {},
    }
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        for result in pool.imap_unordered(batch, tasks):
            total["messages"] += result["count"]
            total["bytes"] += result["bytes"]
            total["failures"] += result["failures"]
            total["slowest"] = sorted([*total["slowest"], result["slowest"]], reverse=True)[:5]
            total["kinds"].update(result["kinds"])
            process, now, peak = result["memory"]
            total["memory_kb"].setdefault(process, []).append([now, peak])
            if time.monotonic() - started > seconds:
                pool.terminate()
                break
    total["seconds"] = round(time.monotonic() - started, 1)
    total["memory_kb"] = [_growth(samples) for samples in total["memory_kb"].values()]
    return total


def _growth(samples: list[list[int]]) -> dict[str, int]:
    middle = len(samples) // 2
    return {
        "batches": len(samples),
        "first": samples[0][0],
        "halfway": samples[middle][0],
        "last": samples[-1][0],
        "peak": max(peak for _, peak in samples),
    }


def markdown(total: dict[str, Any], seed: int) -> str:
    """Return the report as a page for `docs/`."""
    memory = [
        f"| {each['batches'] * BATCH:,} | {each['first'] // 1024} | {each['halfway'] // 1024} | {each['last'] // 1024} | {each['peak'] // 1024} |"
        for each in total["memory_kb"]
    ]
    failures = [f"- `{each}`" for each in total["failures"][:50]] or ["None."]
    slowest = [f"- {seconds:.3f} s: `{name}`" for seconds, name in total["slowest"]]
    kinds = [f"- {number:,} {name}" for name, number in sorted(total["kinds"].items())]
    about = (
        f"`make fuzz` spoils the messages of the corpora (`tests/fuzz/mutation.py`), reads each (`klachtmail.parse`) and has "
        f"a firm with complaints in several states receive it: triage, decision, letters, filing. {KNOWN:.0%} are made to "
        f"answer a letter of that firm, or to come from its client, a member or a lawyer, before they are spoiled. "
        f"This run: **{total['messages']:,} messages** ({total['bytes'] / 1e9:.2f} GB, {total['kinds']['letters']:,} letters) "
        f"in {total['seconds']:.0f} s, seed {seed}, Python {platform.python_version()}."
    )
    checked = (
        f"After each message `tests/fuzz/cleanliness.py` checks what was read: no exception, no control character or lone "
        f"surrogate, legal addresses and msg-ids, aware times, attachments that can be taken out again. "
        f"`tests/fuzz/judging.py` checks what was done: one verdict, no exception, the message is filed, no answer to a "
        f"machine or to an address that reads none, letters that say that they are automatic, have no headers but ours and "
        f"read clean. All of it in less than {SECONDS:.0f} s of CPU."
    )
    table = ["| messages | MB after the first 500 | halfway | at the end | peak |", "|---|---|---|---|---|", *memory]
    sections = {
        f"Failures: {len(total['failures'])}": failures,
        "Slowest (CPU)": slowest,
        "Memory of each worker process": table,
        "What they were read and judged as": kinds,
    }
    page = ["# Fuzzing of reading and judging mail", "", about, "", checked, ""]
    for title, content in sections.items():
        page += [f"## {title}", "", *content, ""]
    return "\n".join(page)


def main() -> int:
    """Run from the command line; return the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--messages", type=int, default=100_000)
    options.add_argument("--seconds", type=float, default=7_200, help="stop after this long, however many there were")
    options.add_argument("--workers", type=int, default=os.cpu_count())
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--report", type=Path, help="write the result as Markdown to this file")
    given = options.parse_args()
    if not messages(corpora()):
        print("skipped: no corpora; set KLACHTMAIL_CORPORA", file=sys.stderr)
        return 2
    total = fuzz(given.messages, given.workers, given.seed, given.seconds)
    if given.report:
        before = given.report.read_text(encoding="utf-8") if given.report.exists() else ""
        _, title, timed = before.partition(AIMED_AT_TIME)  # tests.fuzz.slow writes that part
        given.report.write_text(markdown(total, given.seed) + title + timed, encoding="utf-8")
    print(json.dumps(total, indent=2))
    return 1 if total["failures"] else 0


if __name__ == "__main__":
    sys.exit(main())
