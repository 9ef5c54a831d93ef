"""The address of a database, as people write it, and what may be shown of it."""

import re
from pathlib import Path
from typing import Final

import sqlalchemy as sa
from sqlalchemy.engine import URL

from klachtmail.store.errors import StoreError

_HOSTS: Final = re.compile(r"^(postgresql\+psycopg://)(?:([^/@]*)@)?([^/@,?]+(?:,[^/@,?]+)+)(/[^?]*)(?:\?(.*))?$")


def understood(written: str) -> URL:
    """Return the URL; several hosts may stand before the name (`a:5432,b:5432`) or in the query (`?host=a&host=b`)."""
    text = re.sub(r"^postgres(?:ql)?://", "postgresql+psycopg://", written)
    if match := _HOSTS.match(text):
        scheme, user, hosts, name, query = match.groups()
        listed = "&".join(f"host={host}" for host in hosts.split(","))
        text = f"{scheme}{f'{user}@' if user else ''}{name}?{listed}{f'&{query}' if query else ''}"
    try:
        url = sa.make_url(text)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise StoreError(
            "database is not an address such as postgresql+psycopg://user@host/name or sqlite:////folder/file"
        ) from error
    if url.drivername not in {"postgresql+psycopg", "sqlite"}:
        raise StoreError(f"database begins with {url.drivername}://; write postgresql+psycopg:// or sqlite:///")
    if url.drivername == "sqlite" and not url.database:
        raise StoreError("database names no file; write sqlite:////folder/file")
    return url


def shown(url: URL) -> str:
    """Return the address without its password."""
    return url.render_as_string(hide_password=True)


def file_of(url: URL) -> Path:
    """Return the file of a SQLite database."""
    return Path(url.database or "").absolute()
