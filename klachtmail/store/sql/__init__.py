"""The register in a SQL database: PostgreSQL for more than one machine, SQLite for the same code in one file.

SQLAlchemy is imported here and below only: a klachtmail that keeps its register in a folder never pays for it.
"""

from klachtmail.store.sql.store import SqlStore, open_sql, open_target

__all__ = ["SqlStore", "open_sql", "open_target"]
