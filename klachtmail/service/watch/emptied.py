"""An empty register on a mailbox in which there was work before: another data folder, or one that was emptied.

It would give numbers a second time, and know no answer to an earlier letter. That may be meant, after a trial: so it is told, once.
"""

import logging

from klachtmail.domain.outgoing import letters
from klachtmail.service.watch import alarm
from klachtmail.service.work.office import Office

log = logging.getLogger(__name__)


def tell(office: Office) -> None:
    """Write to the administrator when the register knows of nothing and the mailbox of earlier work. It is connected."""
    if office.store.state.counters or any(letter.kind == letters.Alarm.kind for letter in office.store.unsent()):
        return  # while nothing can be sent each round is the first that is not well
    if not (dealt_with := len(office.mailbox.waiting("processed"))):
        return
    log.warning("the register is empty, and there was work in this mailbox before (%d messages)", dealt_with)
    data = letters.Alarm(
        title="Het register is leeg, en de mailbox niet",
        problem=f"In de map met verwerkte mail staat eerder werk (berichten: {dealt_with}), en in het register niets. Is data_dir een "
        "andere map geworden, of is zij leeggemaakt? Dan krijgen nieuwe klachten nummers die er al waren, en doet een "
        "antwoord op een eerdere brief niets.",
        cure="Zet de dienst stil en zet de back-up terug. Begint u met opzet opnieuw? Dan hoeft u niets te doen; "
        "verplaats die berichten, dan is er geen verwarring.",
        advice="klachtmail restore",
    )
    alarm.tell(office, data)
