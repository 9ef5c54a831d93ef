"""The floor: the least that any program must do for the same I/O, as a bare loop.

imap-tools bulk fetch, one fsynced JSON write per 100 messages, letters whose bytes were prepared beforehand handed over
with smtplib on one connection, one MOVE per 100.
"""

import json
import os
import pickle
import smtplib
import sys
from pathlib import Path

from imap_tools import MailBoxUnencrypted

WHERE = json.loads(os.environ["BENCH_SERVERS"])
FOLDER = Path(os.environ["BENCH_FOLDER"])
BATCH = 100


def main() -> None:
    letters = pickle.loads(Path(sys.argv[1]).read_bytes())
    records = []
    with MailBoxUnencrypted(WHERE["imap_host"], WHERE["imap_port"], timeout=30) as box:
        box.login(WHERE["mailbox"], WHERE["password"])
        if not box.folder.exists("Verwerkt"):
            box.folder.create("Verwerkt")
        batch: list[str] = []
        for message in box.fetch(bulk=BATCH, mark_seen=False):
            records.append(
                {"uid": message.uid, "from": message.from_, "subject": message.subject, "text": message.text}
            )
            batch.append(message.uid or "")
            if len(batch) == BATCH:
                finish(box, records, batch)
                batch = []
        if batch:
            finish(box, records, batch)
    with smtplib.SMTP(WHERE["smtp_host"], WHERE["smtp_port"], timeout=30) as smtp:
        smtp.login(WHERE["user"], WHERE["password"])
        for recipient, content in letters:
            smtp.sendmail("klachten@ront.nl", [recipient], content)


def finish(box: MailBoxUnencrypted, records: list[dict[str, object]], batch: list[str]) -> None:
    keep(records)
    box.client.uid("MOVE", ",".join(batch), "Verwerkt")


def keep(records: list[dict[str, object]]) -> None:
    with (FOLDER / "floor.json").open("w") as file:
        json.dump(records, file)
        file.flush()
        os.fsync(file.fileno())


main()
