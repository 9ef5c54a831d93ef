"""Where the figures come from."""

import os
import platform
from pathlib import Path


def facts() -> dict[str, object]:
    """Return what a reader must know to compare: processor, cores, memory, Python."""
    processor = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.processor(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**30
    return {"processor": processor, "cores": os.cpu_count(), "memory_gib": memory, "python": platform.python_version()}
