"""Brings a database to the newest tables. One of the first version, which had no version number, loses nothing."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from redactor.errors import OutputError
from redactor.store.chain import seal_existing
from redactor.store.connection import Database
from redactor.store.tables import SCHEMA_VERSION

_STEPS = Path(__file__).with_name("migrations")
_LOCK = 1367_1229
"""Number of PostgreSQL's advisory lock under which one program migrates and others wait."""


def migrated(database: Database, key: bytes) -> bool:
    """Bring the database to the newest tables, all steps or none, and say whether there were any; ``key`` seals what
    was written before there were seals. Raises OutputError for a database of a later version of the program."""
    with database.reading() as connection:
        if _version(connection) == SCHEMA_VERSION:
            return False
    with database.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        version = _version(connection)
        if version == SCHEMA_VERSION:
            return False  # somebody else was faster
        if version is not None and version > SCHEMA_VERSION:
            raise OutputError(
                "the matter's database was made by a later version of the program",
                remedy="Install that version, or choose another folder.",
            )
        _upgrade(connection, key, unversioned=version is None and inspect(connection).has_table("decisions"))
    return True


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return version


def _upgrade(connection: Connection, key: bytes, *, unversioned: bool) -> None:
    from alembic import command  # takes a while to import, and most runs have nothing to migrate
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    config.attributes["seal_existing"] = lambda on: seal_existing(on, "decisions", key)
    if unversioned:
        command.stamp(config, "0001")
    command.upgrade(config, "head")
