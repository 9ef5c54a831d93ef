"""Who may see what. One rule: nobody sees what belongs to a complaint about them, in whatever list it stands.

Everything that is mailed to a member goes through here; when nobody is left, it is for the administrator.
"""

from collections.abc import Iterable

from klachtmail.domain.firm.firm import Member
from klachtmail.domain.records.model import Complaint
from klachtmail.domain.records.port import Records
from klachtmail.domain.records.state import SetAside


def is_about(complaint: Complaint, member: Member | None) -> bool:
    """Return whether the complaint is about this member, under whichever address."""
    return member is not None and any(address.lower() in member.addresses for address in complaint.about)


def concerned(complaint: Complaint, members: Iterable[Member]) -> tuple[Member, ...]:
    """Return the members who may see this complaint: not those it is about."""
    return tuple(member for member in members if not is_about(complaint, member))


def belonging(message: SetAside, records: Records) -> tuple[Complaint, ...]:
    """Return the complaints to which a message that was set aside belongs, or may: its sender's too."""
    numbers = dict.fromkeys((*message.numbers, *records.numbers_for_address(message.sender)))
    return tuple(found for number in numbers if (found := records.complaint(number)) is not None)


def may_see_aside(member: Member | None, message: SetAside, records: Records) -> bool:
    """Return whether this member may see a message that was set aside; None (the command line) sees everything."""
    return not any(is_about(complaint, member) for complaint in belonging(message, records))
