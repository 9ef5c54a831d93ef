"""growth: time per message in a batch of 100, with 100, 10,000 and 100,000 complaints on record (at most 2,000 open)."""

import statistics

from benchmarks.register import fill
from benchmarks.stand import message, stand

BATCH = 100
BARS = {"times_slower": ("<=", 1.5)}


def run(*, smoke: bool) -> dict[str, object]:
    sizes = (10, 50) if smoke else (100, 10_000, 100_000)
    rounds = 1 if smoke else 5
    count = 5 if smoke else BATCH
    times: dict[int, list[float]] = {size: [] for size in sizes}
    with stand() as bench:
        for size in sizes:
            fill(bench.folder / f"register-{size}", size, min(size // 2, 2_000))
        for _ in range(rounds):
            for size in sizes:
                bench.start_from(bench.folder / f"register-{size}")
                bench.host.append_many(message(i) for i in range(count))
                times[size].append(bench.timed(bench.project.command("poll")).wall / count * 1000)
                assert len(bench.smtp.letters) == 2 * count
    medians = {str(size): statistics.median(taken) for size, taken in times.items()}
    first, last = medians[str(sizes[0])], medians[str(sizes[-1])]
    return {"batch": count, "rounds": rounds, "ms_per_message": medians, "times_slower": last / first}
