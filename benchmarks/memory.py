"""memory: peak resident memory of one `klachtmail poll` with many messages waiting, and with one large message."""

import os
import subprocess

from benchmarks.stand import Stand, message, stand

BARS = {"peak_mib": ("<", 150.0), "peak_large_mib": ("<", 150.0)}


def run(*, smoke: bool) -> dict[str, object]:
    many, megabytes = (20, 1) if smoke else (10_000, 50)
    with stand() as bench:
        bench.host.append_many(message(i) for i in range(many))
        crowd = peak(bench)
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
        large = peak(bench)
    return {"waiting": many, "peak_mib": crowd, "large_mib": megabytes, "peak_large_mib": large}


def peak(bench: Stand) -> float:
    """Return the peak of the process itself, as the kernel counts it (`wait4`)."""
    process = subprocess.Popen(
        bench.project.command("poll"), env=bench.environment, cwd=bench.folder, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_maxrss / 1024
