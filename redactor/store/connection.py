"""The way to a matter's database: SQLite by its path, another one by its SQLAlchemy URL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from redactor.errors import OutputError, SetupError

_WAIT = 30_000
"""Milliseconds that a writer waits for another one."""


class Database:
    """Connections to read with and to write with. Raises OutputError where the database cannot be used."""

    def __init__(self, place: Path | str) -> None:
        url = URL.create("sqlite", database=str(place)) if isinstance(place, Path) else place
        try:
            self._engine: Engine = create_engine(url, pool_pre_ping=not isinstance(place, Path))
        except (ArgumentError, NoSuchModuleError):
            raise OutputError(
                "the database that matter.yaml names is not one that can be used",
                remedy="Write `database: postgresql+psycopg://user@host/name`, or leave the line out.",
            ) from None
        except ImportError:
            raise SetupError(
                "the driver for PostgreSQL is not installed",
                remedy="python3 -m pip install 'redactor[postgresql]'",
            ) from None
        if self._engine.dialect.name == "sqlite":
            event.listen(self._engine, "connect", _on_connect)
            event.listen(self._engine, "begin", _on_begin)

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._engine.dialect.name

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database and changes nothing."""
        with refusals(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are all made, or none. On SQLite it is the only one that writes."""
        with refusals(), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection


@contextmanager
def refusals() -> Iterator[None]:
    """A refusal of the database as an OutputError. Its own message repeats what it was given to write."""
    try:
        yield
    except SQLAlchemyError:
        raise OutputError(
            "the matter's database cannot be used",
            remedy="Check that the disk is not full and the database is running, and run again.",
        ) from None


def _on_connect(connection: object, _: object) -> None:
    connection.isolation_level = None  # type: ignore[attr-defined]  # the driver would begin late, without the lock
    cursor = connection.cursor()  # type: ignore[attr-defined]
    cursor.execute(f"PRAGMA busy_timeout={_WAIT}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _on_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
