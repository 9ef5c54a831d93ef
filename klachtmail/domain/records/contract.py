"""A complaint as scripts and people get it: the JSON of the contract, with our own fields after those."""

from typing import Any

from klachtmail.domain.record import to_json
from klachtmail.domain.records.model import Complaint, Party
from klachtmail.domain.records.parties import everybody

_EXTRA_LAST = tuple(
    """
    language assigned_at withdrawn waiting_since attempts elsewhere reporter others keep_reason erased_at
""".split()
)

_PERSON = ("name", "address", "phone", "postal", "organisation")


def complaint_json(complaint: Complaint) -> dict[str, Any]:
    """Return a complaint in the form of the contract, with our own fields after those of the contract."""
    record = to_json(complaint, without=("undo", "versions"))
    record["complainant"] = {key: record["complainant"][key] for key in _PERSON}
    record["parties"] = [_party(party) for party in everybody(complaint)]
    record["promises"] = [
        {key: p[key] for key in ("text", "owner", "due_on", "amount", "done_on")} for p in record["promises"]
    ]
    record["messages"] = [_message(m) for m in record["messages"]]
    record["history"] = [{k: h[k] for k in ("at", "actor", "event", "detail")} for h in record["history"]]
    extra = {key: record.pop(key) for key in _EXTRA_LAST}
    return {**record, **extra}


def _party(party: Party) -> dict[str, Any]:
    told_at = to_json(party)["told_at"] if party.told_at is not None else None
    return {
        "role": party.role,
        "name": party.name,
        "address": party.address,
        "number": party.number,
        "told_at": told_at,
    }


def _message(message: dict[str, Any]) -> dict[str, Any]:
    first = {
        "message_id": message["message_id"],
        "from": message["sender"],
        "at": message["at"],
        "direction": message["direction"],
        "kind": message["kind"],
        "sha256": message["sha256"],
    }
    rest = {k: message[k] for k in ("subject", "to", "text", "attachments", "failed")}
    return {**first, **rest}
