"""idle: processor seconds per hour of a daemon that has nothing to do (measured over some minutes, scaled)."""

import time
from pathlib import Path

from benchmarks.stand import message, stand

BARS = {"cpu_s_per_hour": ("<", 2.0)}


def run(*, smoke: bool) -> dict[str, object]:
    seconds = 2.0 if smoke else 240.0
    with stand() as bench:
        bench.host.deliver(message(0))
        with bench.project.daemon() as daemon:
            bench.smtp.wait_for(2)
            time.sleep(1.0 if smoke else 10.0)  # the start is not idle
            before = used(daemon.process.pid)
            time.sleep(seconds)
            spent = used(daemon.process.pid) - before
    return {"measured_s": seconds, "cpu_s_per_hour": spent * 3600 / seconds}


def used(pid: int) -> float:
    """Return the processor seconds that a process used until now (proc(5))."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100
