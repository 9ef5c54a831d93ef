"""Run the benchmarks: all of them, those that are named, or `--smoke` with tiny sizes (they must work; nothing is timed)."""

import argparse
import importlib
import json
import sys
from pathlib import Path

from benchmarks.machine import facts

NAMES = ("start", "ingest", "growth", "command", "latency", "memory", "idle")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*NAMES, []], default=[])
    parser.add_argument("--smoke", action="store_true", help="tiny sizes, only to see that they work")
    parser.add_argument("--out", type=Path, default=Path("artifacts/benchmarks.json"))
    wanted = parser.parse_args()
    results: dict[str, object] = {"machine": facts()}
    for name in wanted.names or NAMES:
        print(f"{name} ...", end=" ", flush=True)
        results[name] = importlib.import_module(f"benchmarks.{name}").run(smoke=wanted.smoke)
        print(json.dumps(results[name]))
    if not wanted.smoke:
        wanted.out.parent.mkdir(exist_ok=True)
        wanted.out.write_text(json.dumps(results, indent=2) + "\n")
        print(f"written: {wanted.out}")
    sys.exit(0)


main()
