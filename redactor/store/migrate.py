"""Brings a database to the newest tables (a stand-in)."""

from __future__ import annotations

from sqlalchemy import insert, select

from redactor.store.chain import empty_heads
from redactor.store.connection import Database
from redactor.store.tables import HEADS, METADATA


def migrated(database: Database, key: bytes) -> None:
    """Bring the database to the newest tables."""
    with database.writing() as connection:
        METADATA.create_all(connection)
        if connection.execute(select(HEADS)).first() is None:
            connection.execute(insert(HEADS), list(empty_heads()))
