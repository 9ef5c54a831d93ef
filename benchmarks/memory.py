"""memory: peak resident memory of one `klachtmail poll` with many messages waiting, and with one large message."""

import subprocess
import sys

from benchmarks.stand import Stand, message, stand

BARS = {"peak_mib": ("<", 150.0), "peak_large_mib": ("<", 150.0)}


def run(*, smoke: bool) -> dict[str, object]:
    many, megabytes = (20, 1) if smoke else (10_000, 50)
    with stand() as bench:
        bench.host.append_many(message(i) for i in range(many))
        crowd = peak(bench, "poll")
    with stand() as bench:
        attachment = b"\r\n".join([b"QUFB" * 19] * (megabytes * 1024 * 1024 // 78))
        head = message(1).split(b"\r\n\r\n", 1)[0].split(b"Content-Type", 1)[0].split(b"MIME-Version", 1)[0]
        mail = (
            head + b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n'
            b"Content-Type: text/plain\r\n\r\nZie de bijlage.\r\n--b\r\nContent-Type: application/pdf; name=x.pdf\r\n"
            b"Content-Disposition: attachment; filename=x.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + attachment
            + b"\r\n--b--\r\n"
        )
        bench.host.append(mail)
        large = peak(bench, "poll")
    return {"waiting": many, "peak_mib": crowd, "large_mib": megabytes, "peak_large_mib": large}


# Linux counts into a process's peak what it was before its exec (vfork: as large as its parent), so a small one starts it
STARTER = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def peak(bench: Stand, *words: str) -> float:
    """Return the peak of the process of this command in MiB, as the kernel counts it."""
    command = [sys.executable, "-S", "-c", STARTER, *bench.project.command(*words)]
    done = subprocess.run(command, env=bench.environment, cwd=bench.folder, capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024
