"""Many deaths checked on all processors."""

import os
import traceback

WORKERS = max(2, os.cpu_count() or 1)


def in_parallel(deaths, check, tmp_path):
    """Check every death, on all processors; return what failed."""
    children = []
    for worker in range(WORKERS):
        said = tmp_path / f"worker-{worker}"
        if (child := os.fork()) == 0:
            _check_share(deaths[worker::WORKERS], check, tmp_path / f"reborn-{worker}", said)
        children.append((child, said))
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child, _ in children]
    failures = [text for _, said in children for text in said.read_text().split("\0") if text]
    return failures + [f"a worker ended with {code}" for code in codes if code]


def _check_share(deaths, check, folder, said):
    """Never returns: this copy of pytest must not go on."""
    failures = []
    try:
        for death in deaths:
            try:
                check(death, folder)
            except BaseException:  # noqa: BLE001  # whatever it is, it is this death's failure
                failures.append(f"{death}: {traceback.format_exc(limit=-3)}")
                if len(failures) > 5:
                    break
        said.write_text("\0".join(failures))
    finally:
        os._exit(0 if said.exists() else 1)
