"""latency: delivery -> acknowledgement accepted by the SMTP server, with the daemon in IDLE.

By LMTP to Dovecot as it comes, which tells who is in IDLE half a second after the first change (its NOTIFY_DELAY_MSECS,
fixed in its source); to Dovecot with `imap_hibernate_timeout`, whose keeper of idle sessions tells it at once; and by APPEND
to pymap, which does so, too: the difference is not ours.
"""

import statistics
import time
from functools import partial

from benchmarks.stand import Stand, message, stand
from tests.servers.dovecot import Dovecot
from tests.servers.pymap_server import Pymap

POLL_SECONDS = 60  # how long a notice that was missed can cost
REST = 0.2  # seconds, to be back in IDLE; a message that comes meanwhile is only faster
SERVERS = {
    "dovecot": (Dovecot.required, REST),
    "dovecot_hibernating": (partial(Dovecot.required, hibernating=True), 1.3),  # a second to fall asleep
    "pymap": (Pymap, REST),
}
BARS = {f"{name}.{figure}": ("<", bar) for name in SERVERS for figure, bar in (("p50_s", 0.3), ("p99_s", 1.0))}


def run(*, smoke: bool) -> dict[str, object]:
    samples = 3 if smoke else 100
    figures: dict[str, object] = {"samples": samples}
    for name, (server, rest) in SERVERS.items():
        with stand(server) as bench:
            figures[name] = measured(bench, samples, rest)
    return figures


def measured(bench: Stand, samples: int, rest: float) -> dict[str, float]:
    taken = []
    bench.project.write(schedule={"poll_seconds": POLL_SECONDS})
    bench.host.deliver(message(0))
    with bench.project.daemon():
        bench.smtp.wait_for(2)
        for index in range(1, samples + 1):
            time.sleep(rest)
            sent = len(bench.smtp.letters)
            started = time.perf_counter()
            bench.host.deliver(message(index))
            bench.smtp.wait_for(sent + 1, seconds=POLL_SECONDS + 30)
            taken.append(time.perf_counter() - started)
            bench.smtp.wait_for(sent + 2)
    taken.sort()
    return {"p50_s": statistics.median(taken), "p99_s": taken[int(len(taken) * 0.99) - 1], "max_s": taken[-1]}
