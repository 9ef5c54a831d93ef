"""Run the benchmarks: all of them, those that are named, or `--smoke` with tiny sizes (they must work; nothing is timed)."""

import argparse
import importlib
import json
import operator
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.machine import facts

NAMES = ("start", "ingest", "growth", "command", "latency", "memory", "idle", "large")


MET = {"<": operator.lt, "<=": operator.le, ">=": operator.ge}


def flat(figures: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the figures with dotted names: ('ms.100', 32.1)."""
    for name, value in figures.items():
        if isinstance(value, dict):
            yield from flat(value, f"{above}{name}.")
        else:
            yield above + name, value


def table(title: str, figures: Iterable[tuple[str, Any]], bars: Mapping[str, tuple[str, float]]) -> str:
    """Return one benchmark's figures, each with its bar where there is one."""
    lines = [title.ljust(12)]
    for name, value in figures:
        shown = f"{value:10.3f}" if isinstance(value, float) else f"{value!s:>10}"
        sign, bar = bars.get(name, ("", 0.0))
        verdict = f"  bar {sign} {bar:g}: {'met' if MET[sign](value, bar) else 'NOT met'}" if sign else ""
        lines.append(f"  {name:32}{shown}{verdict}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*NAMES, []], default=[])
    parser.add_argument("--smoke", action="store_true", help="tiny sizes, only to see that they work")
    parser.add_argument("--out", type=Path, default=Path("artifacts/benchmarks.json"))
    wanted = parser.parse_args()
    results: dict[str, object] = {"machine": facts()}
    for name in wanted.names or NAMES:
        print(f"{name} ...", end="\r", flush=True)
        benchmark = importlib.import_module(f"benchmarks.{name}")
        results[name] = found = benchmark.run(smoke=wanted.smoke)
        print(table(name, flat(found), {} if wanted.smoke else benchmark.BARS))
    if not wanted.smoke:
        wanted.out.parent.mkdir(exist_ok=True)
        wanted.out.write_text(json.dumps(results, indent=2) + "\n")
        print(f"written: {wanted.out}")
    sys.exit(0)


main()
