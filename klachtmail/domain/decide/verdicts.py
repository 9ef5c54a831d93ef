"""What a mail may turn out to be: one class for each verdict, which carries what triage found on the way to it."""

from dataclasses import dataclass

from klachtmail.domain.firm.firm import Member
from klachtmail.domain.incoming.message import Bounce, Forwarded
from klachtmail.domain.incoming.rating import Rating
from klachtmail.domain.incoming.tokens import Token
from klachtmail.domain.records.letter import Letter
from klachtmail.domain.records.model import Complaint, Party


@dataclass(frozen=True, slots=True)
class Duplicate:
    """It was here before, by whatever road; `number` is that of the complaint that the first copy belonged to."""

    number: str | None


@dataclass(frozen=True, slots=True)
class Own:
    """A letter of ours that came back to us."""

    complaint: Complaint | None = None


@dataclass(frozen=True, slots=True)
class Bounced:
    """A delivery report, with the letter that it is about while the outbox still has it."""

    report: Bounce
    letter: Letter | None
    complaint: Complaint | None


@dataclass(frozen=True, slots=True)
class Automatic:
    """No person wrote it; `why` is the sign by which we know."""

    complaint: Complaint | None
    why: str


@dataclass(frozen=True, slots=True)
class Spam:
    """Unwanted, as the mail server says, or from the Junk folder."""

    complaint: Complaint | None
    why: str


@dataclass(frozen=True, slots=True)
class FromSource:
    """A web form, a scanner, an address that forwards: a new complaint of somebody whom the mail names."""


@dataclass(frozen=True, slots=True)
class Commanded:
    """A member answers with a valid token, from the right address."""

    member: Member
    token: Token


@dataclass(frozen=True, slots=True)
class Impostor:
    """The token of `owner` came from another address."""

    owner: Member
    complaint: Complaint | None


@dataclass(frozen=True, slots=True)
class Corresponded:
    """Somebody of the firm wrote to the complainant with us in copy, or from the mailbox itself."""

    complaint: Complaint


@dataclass(frozen=True, slots=True)
class Oral:
    """A member reports what somebody said."""

    member: Member


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A member forwards the mail of somebody else."""

    member: Member
    first: Forwarded


@dataclass(frozen=True, slots=True)
class Unsigned:
    """A member writes without a token; `complaint` is the one that the mail seems to be about."""

    member: Member
    complaint: Complaint | None


@dataclass(frozen=True, slots=True)
class Audited:
    """An auditor writes; `signed`: with the right token, from the right address."""

    auditor: Member
    signed: bool


@dataclass(frozen=True, slots=True)
class Reacted:
    """A thumb or a heart under a letter of ours."""

    complaint: Complaint | None


@dataclass(frozen=True, slots=True)
class Rated:
    """One of those who complained answers our question how it went."""

    complaint: Complaint
    party: Party
    rating: Rating


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One of those who complained writes again."""

    complaint: Complaint
    party: Party


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """Somebody else writes in the thread of a complaint."""

    complaint: Complaint


@dataclass(frozen=True, slots=True)
class Internal:
    """Somebody of the firm's own domain who is no member."""


@dataclass(frozen=True, slots=True)
class NewComplaint:
    """Everything else: no filter decides that a client did not complain.

    `same_conversation`: open complaints of others whose messages refer to what this mail refers to, or to the mail itself.
    """

    same_conversation: tuple[Complaint, ...] = ()


OfColleague = Commanded | Impostor | Corresponded | Oral | PassedOn | Unsigned | Internal | Audited
Verdict = (
    Duplicate
    | Own
    | Bounced
    | Automatic
    | Spam
    | FromSource
    | Reacted
    | Rated
    | FollowUp
    | ThirdParty
    | NewComplaint
    | OfColleague
)
