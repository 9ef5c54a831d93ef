"""Forgetting whom a partner confirmed by mail: after the commit of that mail, and told when it is done."""

from dataclasses import replace
from typing import Final

from klachtmail.domain.outgoing import letters, requests
from klachtmail.domain.records.state import ToForget
from klachtmail.service.privacy.person import forget_person
from klachtmail.service.work.desk import Desk
from klachtmail.service.work.office import Office
from klachtmail.service.work.person_shown import concerns, dutch, found

_NOT_BY_YOU: Final = "Dit kan een andere partner doen."


def forget_asked(office: Office) -> int:
    """Forget whom partners confirmed, and tell each of them; return how many there were. A crash in between: again."""
    asked = office.store.state.to_forget
    for task in asked:
        told = _done(office, task)
        with office.store.work():
            desk = Desk(office, office.now())
            state = desk.work.state
            desk.work.put_state(replace(state, to_forget=tuple(each for each in state.to_forget if each != task)))
            member = office.firm.member(task.by)
            if member is not None:
                desk.post((requests.to_member(told, member, None, thread=(task.thread,) if task.thread else ()),))
            desk.commit()
    return len(asked)


def _done(office: Office, task: ToForget) -> letters.Forgotten:
    person = found(office, task.address, task.names)
    if concerns(person, office.firm.member(task.by)):
        return letters.Forgotten(reasons=(_NOT_BY_YOU,))
    if reasons := tuple(dutch(person)):
        return letters.Forgotten(reasons=reasons)
    done = forget_person(office, person.address, person.names)
    return letters.Forgotten(reasons=tuple(done.reasons), marked=not done.gone)
