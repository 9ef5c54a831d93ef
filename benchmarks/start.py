"""start: `klachtmail --help`, and `klachtmail list` on a register of 1,000 complaints."""

import shutil
import statistics

from benchmarks.register import fill
from benchmarks.stand import stand

BARS = {"list_s": ("<", 0.4), "help_s": ("<", 0.2)}


def run(*, smoke: bool) -> dict[str, object]:
    rounds = 1 if smoke else 9
    with stand() as bench:
        shutil.rmtree(bench.project.data, ignore_errors=True)
        fill(bench.project.data, 20 if smoke else 1_000, 10 if smoke else 500)
        listing = [bench.timed(bench.project.command("list")).wall for _ in range(rounds)]
        helping = [bench.timed(bench.project.command("--help")).wall for _ in range(rounds)]
    return {"rounds": rounds, "list_s": statistics.median(listing), "help_s": statistics.median(helping)}
