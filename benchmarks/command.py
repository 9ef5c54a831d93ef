"""command: a partner's reply in INBOX -> assigned and the transcript sent, with 100 and 100,000 complaints on record.

Timed inside one process that has the register open, as the daemon has: from poll to the accepted transcript.
"""

import statistics
import time

from benchmarks.register import fill
from benchmarks.stand import Stand, message, stand
from klachtmail.cli.build import open_office
from klachtmail.cli.context import Context
from klachtmail.service.flush import flush
from klachtmail.service.poll import poll
from tests.letters_read import answer, read

BARS = {"ms.100000": ("<", 150.0)}


def run(*, smoke: bool) -> dict[str, object]:
    sizes = (10, 50) if smoke else (100, 100_000)
    rounds = 1 if smoke else 15
    medians = {}
    with stand() as bench:
        for size in sizes:
            fill(bench.folder / f"register-{size}", size, min(size // 2, 2_000))
            bench.start_from(bench.folder / f"register-{size}")
            medians[str(size)] = statistics.median(_times(bench, rounds))
    return {"rounds": rounds, "ms": medians}


def _times(bench: Stand, rounds: int) -> list[float]:
    office = open_office(Context(bench.project.config).configuration())
    bench.host.append_many(message(i) for i in range(rounds))
    poll(office)
    flush(office)
    routing = [read(x.content, x.recipients[0]) for x in bench.smtp.letters if x.recipients[0] == "jan@ront.nl"]
    times = []
    for letter in routing:
        bench.host.append(answer(letter, "jan@ront.nl", "ik pak het op"))
        before = len(bench.smtp.letters)
        started = time.perf_counter()
        assert poll(office).counts["commands"] == 1
        flush(office)
        times.append((time.perf_counter() - started) * 1000)
        assert len(bench.smtp.letters) == before + 1
    office.mailbox.close()
    office.courier.close()
    office.store.close()
    return times
