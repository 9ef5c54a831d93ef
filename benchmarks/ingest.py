"""ingest: messages in INBOX -> records, an acknowledgement and a routing mail each, against two others, and on each store.

django-helpdesk (`get_email`, SQLite, submitter's notification and a copy to one partner) and the floor (benchmarks/floor.py).
Interleaved on one machine; the medians of whole processes count.
"""

import pickle
import statistics
import subprocess
import sys
import venv
from pathlib import Path

from benchmarks.large import DURABLE
from benchmarks.stand import Stand, Timing, message, stand
from tests.servers.postgres import Postgres

HELPDESK = "django-helpdesk==2.6.*"
HERE = Path(__file__).parent
BARS = {"times_the_floor": ("<=", 2.0), "times_faster_than_helpdesk": (">=", 10.0)}


def run(*, smoke: bool) -> dict[str, object]:
    count, rounds = (20, 1) if smoke else (500, 5)
    python = None if smoke else helpdesk_python()
    times: dict[str, list[Timing]] = {name: [] for name in ("klachtmail", "sqlite", "postgresql", "floor", "helpdesk")}
    with stand() as bench, Postgres.required(**DURABLE) as server:
        for turn in range(rounds):
            times["sqlite"].append(klachtmail(bench, count, f"sqlite:///{bench.folder}/register-{turn}.db"))
            times["postgresql"].append(klachtmail(bench, count, server.fresh()))
            times["klachtmail"].append(klachtmail(bench, count))
            times["floor"].append(floor(bench, count))
            if python:
                times["helpdesk"].append(helpdesk(bench, count, python))
    wall = {name: statistics.median(t.wall for t in taken) for name, taken in times.items() if taken}
    cpu = {name: statistics.median(t.cpu for t in taken) for name, taken in times.items() if taken}
    result: dict[str, object] = {"messages": count, "rounds": rounds, "wall_s": wall, "cpu_s": cpu}
    result["times_the_floor"] = wall["klachtmail"] / wall["floor"]
    result["times_tinydb"] = {name: wall[name] / wall["klachtmail"] for name in ("sqlite", "postgresql")}
    if "helpdesk" in wall:
        result["times_faster_than_helpdesk"] = wall["helpdesk"] / wall["klachtmail"]
    return result


def fill(bench: Stand, count: int) -> None:
    bench.renew()
    bench.host.append_many(message(i) for i in range(count))


def expect(bench: Stand, letters: int) -> None:
    assert len(bench.smtp.letters) == letters, f"{len(bench.smtp.letters)} letters instead of {letters}"
    assert bench.host.folder() == [], "INBOX is not empty"


def klachtmail(bench: Stand, count: int, database: str | None = None) -> Timing:
    bench.project.write(database=database)
    bench.start_from()
    fill(bench, count)
    taken = bench.timed(bench.project.command("poll"))
    expect(bench, 2 * count)
    letters = [(letter.recipients[0], letter.content) for letter in bench.smtp.letters]
    (bench.folder / "letters.pickle").write_bytes(pickle.dumps(letters))
    return taken


def floor(bench: Stand, count: int) -> Timing:
    """Do the least, with the same letters' bytes."""
    fill(bench, count)
    taken = bench.timed([sys.executable, str(HERE / "floor.py"), str(bench.folder / "letters.pickle")])
    expect(bench, 2 * count)
    return taken


def helpdesk_python() -> str:
    """Return the interpreter of django-helpdesk's own environment, made at the first run."""
    folder = HERE.parent / "artifacts" / "helpdesk"
    python = folder / "bin" / "python"
    if not (folder / ".ready").exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", HELPDESK], check=True)
        (folder / ".ready").touch()
    return str(python)


def helpdesk(bench: Stand, count: int, python: str) -> Timing:
    (bench.folder / "helpdesk.sqlite3").unlink(missing_ok=True)
    script = str(HERE / "helpdesk" / "run.py")
    fill(bench, count)
    bench.timed([python, script, "setup"])
    taken = bench.timed([python, script, "get_email"])
    expect(bench, 2 * count)
    return taken
