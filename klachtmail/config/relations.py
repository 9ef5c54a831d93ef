"""What values must be to one another. Read from what was written, so that it is reported beside every other mistake."""

from collections.abc import Callable, Iterator

from klachtmail.config.document import Document
from klachtmail.config.problem import Finding, Where, dotted
from klachtmail.config.rules import is_date
from klachtmail.domain.firm.servers import is_loopback

Relation = Callable[[Document], Iterator[Finding]]

_DEFAULT_FOLDERS = {"inbox": "INBOX", "processed": "Verwerkt", "automatic": "Automatisch", "quarantine": "Quarantaine"}


def at_least_one_partner(document: Document) -> Iterator[Finding]:
    """Complaints go to the partners: without one nobody would ever read them."""
    if document.at("partners") == []:
        yield Finding(("partners",), "There are no partners; write at least one, with a name, an address and an alias.")


def role_is_not_written(document: Document) -> Iterator[Finding]:
    """Keep the role to the list that a member stands in."""
    for where, _ in _members(document):
        if document.at(*where, "role") is not None:
            yield Finding((*where, "role"), "Leave this out; who stands in 'partners' is one, and so for 'employees'.")


def aliases_differ(document: Document) -> Iterator[Finding]:
    """`@jan` must be one person."""
    first: dict[str, Where] = {}
    for where, _ in _members(document):
        alias = (document.text(*where, "alias") or "").lower()
        if alias in first:
            yield Finding((*where, "alias"), f"'{alias}' is also {dotted(first[alias])}; write another one.")
        elif alias:
            first[alias] = where


def addresses_differ(document: Document) -> Iterator[Finding]:
    """Tell by an address who commands: it must be one person's, and not the mailbox's."""
    mailbox = (document.text("organisation", "address") or "").lower()
    first: dict[str, Where] = {}
    for where, text in _member_addresses(document):
        address = text.lower()
        if address == mailbox:
            yield Finding(where, f"{text} is the mailbox for complaints itself; write the member's own address.")
        elif address in first:
            yield Finding(where, f"{text} stands already at {dotted(first[address])}; an address is one person's.")
        first.setdefault(address, where)


def sources_are_nobody(document: Document) -> Iterator[Finding]:
    """Mail from a source always is a new complaint: a member's commands would be taken for one."""
    mailbox = (document.text("organisation", "address") or "").lower()
    members = {text.lower(): where for where, text in _member_addresses(document)}
    for where, item in document.items("intake", "sources"):
        source = item.lower() if isinstance(item, str) else ""
        if source and source == mailbox:
            yield Finding(where, f"{source} is the mailbox for complaints itself; leave it out.")
        elif source in members:
            yield Finding(where, f"{source} is {dotted(members[source])}; a member is no source, leave it out.")


def auditors_are_nobody_else(document: Document) -> Iterator[Finding]:
    """Tell by an address who asks: an auditor is no member, no source and not the mailbox."""
    taken = {text.lower(): dotted(where) for where, text in _member_addresses(document)}
    sources = ((where, item) for where, item in document.items("intake", "sources") if isinstance(item, str))
    taken |= {item.lower(): dotted(where) for where, item in sources}
    taken[(document.text("organisation", "address") or "").lower()] = "organisation.address"
    for where, _ in document.items("auditors"):
        address = (document.text(*where, "address") or "").lower()
        if address and address in taken:
            place = (*where, "address")
            yield Finding(place, f"{address} stands already at {taken[address]}; an auditor needs a separate address.")
        taken.setdefault(address, dotted((*where, "address")))


def administrator_is_elsewhere(document: Document) -> Iterator[Finding]:
    """News about trouble with the mailbox must not be sent to that mailbox."""
    administrator = document.text("administrator") or ""
    if administrator and administrator.lower() == (document.text("organisation", "address") or "").lower():
        yield Finding(("administrator",), "This is the mailbox for complaints itself; write an address of a person.")


def plain_text_stays_home(document: Document) -> Iterator[Finding]:
    """Let no password leave this machine in plain text unless somebody says so."""
    for section in ("imap", "smtp"):
        allowed = (document.text(section, "allow_plain_text") or "").lower() in {"true", "yes", "on", "1"}
        host = document.text(section, "host") or ""
        if document.text(section, "security") == "none" and host and not is_loopback(host) and not allowed:
            advice = "write tls or starttls, or add 'allow_plain_text: true' if you mean it"
            yield Finding((section, "security"), f"Passwords and mail would go to {host} in plain text; {advice}.")


def one_way_to_log_in(document: Document) -> Iterator[Finding]:
    """One of password, password_file and oauth2, with a user name; for smtp also none of them."""
    for section in ("imap", "smtp"):
        ways = [way for way in ("password", "password_file", "oauth2") if document.at(section, way) is not None]
        named = document.at(section, "username") is not None
        choose = "password, password_file or oauth2"
        if document.at(section) is None or (section == "smtp" and not ways and not named):
            continue
        if len(ways) > 1:
            yield Finding((section, ways[1]), f"{' and '.join(ways)} stand together; keep one of {choose}.")
        if not ways and (section, "password") in document.cut_short:
            message = "What begins with # is a comment; put a password that has one between single quotes."
            yield Finding((section, "password"), message)
        elif not ways:
            yield Finding((section, "password"), f"There is no way to log in; write one of {choose}.")
        if not named:
            yield Finding((section, "username"), "There is no user name; write the one that the mail server knows.")


_NEEDED = {
    ("microsoft", "client_credentials"): ("tenant", "client_id", "client_secret"),
    ("microsoft", "device_code"): ("tenant", "client_id"),
    ("google", "client_credentials"): ("service_account_file",),
}


def oauth2_is_complete(document: Document) -> Iterator[Finding]:
    """Each provider and flow needs its own keys."""
    for section in ("imap", "smtp"):
        where = (section, "oauth2")
        if not isinstance(document.at(*where), dict):
            continue
        provider, flow = document.text(*where, "provider"), document.text(*where, "flow") or "client_credentials"
        for key in _NEEDED.get((provider or "", flow), ()):
            others = (f"{key}_file", "client_certificate_file" if key == "client_secret" else key)
            if all(document.at(*where, each) is None for each in (key, *others)):
                yield Finding((*where, key), f"{str(provider).capitalize()} with {flow} needs this key; write it.")
        if (provider, flow) == ("google", "device_code"):
            yield Finding((*where, "flow"), "Google is used with a service account; leave this line out.")
        ways = ("client_secret", "client_secret_file", "client_certificate_file")
        secrets = [key for key in ways if document.at(*where, key) is not None]
        if len(secrets) > 1:
            yield Finding((*where, secrets[1]), f"{' and '.join(secrets)} stand together; keep one of them.")


def verdicts_have_a_name(document: Document) -> Iterator[Finding]:
    """RFC 8601 §5: an Authentication-Results header is worth as much as the name in it."""
    chosen = document.text("security", "authentication") == "rfc8601"
    if chosen and document.at("security", "trusted_authserv_id") is None:
        advice = "write the first word of Authentication-Results in a mail that you received, such as mx.example.nl"
        yield Finding(("security", "trusted_authserv_id"), f"rfc8601 needs this; {advice}.")


def closures_end_after_they_begin(document: Document) -> Iterator[Finding]:
    """Let a period run from its first to its last day."""
    for where, _ in document.items("organisation", "closed"):
        first, last = document.text(*where, "from") or "", document.text(*where, "to") or ""
        if is_date(first) and is_date(last) and last < first:
            yield Finding((*where, "to"), f"{last} comes before {first}; write the last day of the period.")


def folders_differ(document: Document) -> Iterator[Finding]:
    """File nothing where it would be read again."""
    written = {role: document.text("imap", "folders", role) or name for role, name in _DEFAULT_FOLDERS.items()}
    first: dict[str, str] = {}
    for role, name in written.items():
        if name.lower() in first:
            message = f"'{name}' is the folder of {first[name.lower()]} too; write another one."
            yield Finding(("imap", "folders", role), message)
        first.setdefault(name.lower(), role)


def escalation_is_complete(document: Document) -> Iterator[Finding]:
    """Tell a member: what does not move is in the morning mail, which can be answered."""
    to, after = document.text("escalation", "to"), document.at("escalation", "after_days")
    members = {text.lower() for _, text in _member_addresses(document)}
    if to is not None and to.lower() not in members:
        yield Finding(("escalation", "to"), f"{to} is no member; write the address of a partner or employee.")
    if to is None and after is not None and not isinstance(document.at("duty"), dict):
        yield Finding(("escalation", "after_days"), "Write 'to' as well: the address of the member who is told.")


def duty_is_of_members(document: Document) -> Iterator[Finding]:
    """Partners take turns; the coordinator, who decides nothing, is no partner."""
    partners = {text.lower() for where, text in _member_addresses(document) if where[0] == "partners"}
    employees = {text.lower() for where, text in _member_addresses(document) if where[0] == "employees"}
    turn = [(where, item) for where, item in document.items("duty", "turn") if isinstance(item, str)]
    coordinator = document.text("duty", "coordinator")
    for where, address in turn:
        if address.lower() not in partners:
            yield Finding(where, f"{address} is no partner; write the addresses of the partners who take turns.")
    if coordinator is None:
        return
    here = ("duty", "coordinator")
    if turn:
        yield Finding(here, "Turn and coordinator stand together; keep one of them.")
    elif coordinator.lower() in partners:
        yield Finding(here, f"{coordinator} is a partner, who decides; write the address of an employee, or a turn.")
    elif coordinator.lower() not in employees:
        yield Finding(here, f"{coordinator} is no employee; write the address of one.")


RELATIONS: tuple[Relation, ...] = (
    at_least_one_partner,
    role_is_not_written,
    aliases_differ,
    addresses_differ,
    sources_are_nobody,
    auditors_are_nobody_else,
    administrator_is_elsewhere,
    plain_text_stays_home,
    one_way_to_log_in,
    oauth2_is_complete,
    verdicts_have_a_name,
    closures_end_after_they_begin,
    folders_differ,
    escalation_is_complete,
    duty_is_of_members,
)


def broken_relations(document: Document) -> Iterator[Finding]:
    """Yield what is wrong between values."""
    for relation in RELATIONS:
        yield from relation(document)


def _members(document: Document) -> Iterator[tuple[Where, object]]:
    yield from document.items("partners")
    yield from document.items("employees")


def _member_addresses(document: Document) -> Iterator[tuple[Where, str]]:
    for where, _ in _members(document):
        for place in ((*where, "address"), *(place for place, _ in document.items(*where, "also"))):
            if text := document.text(*place):
                yield place, text
