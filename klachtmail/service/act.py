"""do: commands without mail. The same grammar, the same rules, for whoever can read the register."""

from collections.abc import Sequence

from klachtmail.domain.conduct.answer import understand
from klachtmail.domain.conduct.perform import Result, perform
from klachtmail.domain.conduct.scene import Scene
from klachtmail.domain.firm.firm import Member
from klachtmail.domain.incoming.message import Incoming
from klachtmail.domain.records.outcome import Outcome
from klachtmail.domain.records.workspace import Workspace
from klachtmail.service.work.desk import Desk
from klachtmail.service.work.office import Office
from klachtmail.service.work.reading import read_mail


def act(office: Office, member: Member, number: str, lines: Sequence[str]) -> list[Result]:
    """Carry out these lines as this member and return what each did. Raises StoreError; letters wait in the outbox."""

    def reread(sha256: str) -> Incoming | None:
        raw = office.store.mail(sha256)
        return read_mail(raw, office.now(), office.store, office.store) if raw is not None else None

    with office.store.work():
        desk = Desk(office, office.now())
        scene = Scene(desk.work, office.firm, desk.now, member, number=number, reread=reread)
        understood = [line for text in lines for line in understand(scene, text)]
        scratch = Workspace(desk.work)
        done = perform(scene, scratch, understood)
        changes = scratch.changes
        outcome = Outcome(
            "commands", "processed", tuple(changes.complaints.values()), tuple(done.letters.values()), changes.state
        )
        desk.take(outcome, {})
        desk.commit()
    return done.results
