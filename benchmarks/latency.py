"""latency: delivery by LMTP -> acknowledgement accepted by the SMTP server, with the daemon in IDLE."""

import statistics
import time

from benchmarks.stand import message, stand


def run(*, smoke: bool) -> dict[str, object]:
    samples = 3 if smoke else 100
    taken = []
    with stand() as bench:
        bench.project.write(schedule={"poll_seconds": 60})
        bench.host.deliver(message(0))
        with bench.project.daemon():
            bench.smtp.wait_for(2)
            for index in range(1, samples + 1):
                time.sleep(0.2)  # back in IDLE; a message that comes meanwhile is only faster
                sent = len(bench.smtp.letters)
                started = time.perf_counter()
                bench.host.deliver(message(index))
                bench.smtp.wait_for(sent + 1)
                taken.append(time.perf_counter() - started)
                bench.smtp.wait_for(sent + 2)
    taken.sort()
    return {
        "samples": samples,
        "p50_s": statistics.median(taken),
        "p99_s": taken[int(len(taken) * 0.99) - 1],
        "max_s": taken[-1],
    }
