"""Who may look at a matter over the network, and who is looking: named reviewers, and the sessions they have open.

Passwords come here hashed, and session tokens as digests: whoever reads these tables can sign in as nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Row, delete, insert, select, update

from redactor.errors import InputError
from redactor.model import name_key as name_key
from redactor.store.chain import chain_key
from redactor.store.connection import Database
from redactor.store.migrate import migrated
from redactor.store.tables import ACCOUNTS, SESSIONS


@dataclass(frozen=True, slots=True)
class ReviewerAccount:
    """A named reviewer. ``identity`` is what the sign-in provider calls them (an e-mail address, usually) and
    ``password`` the encoded argon2id hash; each may be None, and then that way of signing in is closed."""

    name: str
    role: str
    identity: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Somebody who has signed in. ``local`` says: by the one-time link of a server on this machine."""

    name: str
    role: str
    local: bool
    opened: datetime
    seen: datetime


class Accounts:
    """The accounts and sessions of one matter, in its database (``place`` and ``key`` as for ``Store``).

    Names are compared without regard to case and spacing. Every method raises OutputError where the database cannot be
    read or written.
    """

    def __init__(self, place: Path | str, key: bytes) -> None:
        self._database = Database(place)
        migrated(self._database, chain_key(key))

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def require_free(self, name: str, identity: str | None) -> None:
        """Raises InputError where the name or the identity is somebody's already."""
        with self._database.reading() as connection:
            _require_free(connection, name, identity)

    def add(self, account: ReviewerAccount, now: datetime) -> None:
        """Raises InputError where the name or the identity is somebody's already."""
        row = {
            "key": name_key(account.name),
            "name": account.name,
            "role": account.role,
            "identity": _identity(account.identity),
            "password": account.password,
            "added": now,
        }
        with self._database.writing() as connection:
            _require_free(connection, account.name, account.identity)
            connection.execute(insert(ACCOUNTS), row)

    def remove(self, name: str) -> None:
        """Close the account and end its sessions; the ledger keeps the name."""
        with self._database.writing() as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.key == name_key(name)))
            connection.execute(delete(ACCOUNTS).where(ACCOUNTS.c.key == name_key(name)))

    def set_password(self, name: str, password: str, *, end_sessions: bool = True) -> None:
        """Put another password hash in place. Whoever was signed in with the old one is signed out, unless the same
        password was merely hashed again."""
        with self._database.writing() as connection:
            if end_sessions:
                connection.execute(delete(SESSIONS).where(SESSIONS.c.key == name_key(name)))
            mine = update(ACCOUNTS).where(ACCOUNTS.c.key == name_key(name))
            connection.execute(mine.values(password=password))

    def set_role(self, name: str, role: str) -> None:
        """Give a reviewer another role; it counts from their next request on."""
        with self._database.writing() as connection:
            connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.key == name_key(name)).values(role=role))

    def all(self) -> tuple[ReviewerAccount, ...]:
        """Every account, by name."""
        with self._database.reading() as connection:
            return tuple(_account(row) for row in connection.execute(select(ACCOUNTS).order_by(ACCOUNTS.c.key)))

    def named(self, name: str) -> ReviewerAccount | None:
        """The account of that name, if there is one."""
        with self._database.reading() as connection:
            row = connection.execute(select(ACCOUNTS).where(ACCOUNTS.c.key == name_key(name))).first()
        return _account(row) if row is not None else None

    def identified(self, identity: str) -> ReviewerAccount | None:
        """The account of whom the sign-in provider calls ``identity``, if there is one."""
        with self._database.reading() as connection:
            row = connection.execute(select(ACCOUNTS).where(ACCOUNTS.c.identity == _identity(identity))).first()
        return _account(row) if row is not None else None

    def open_session(self, digest: str, who: OpenSession) -> None:
        """Keep a session under the SHA-256 of its token."""
        row = {
            "digest": digest,
            "key": name_key(who.name),
            "name": who.name,
            "role": who.role,
            "local": who.local,
            "opened": who.opened,
            "seen": who.seen,
        }
        with self._database.writing() as connection:
            connection.execute(insert(SESSIONS), row)

    def session(self, digest: str) -> OpenSession | None:
        """The session, with the role that its account has now; None where there is none, or its account is gone."""
        wanted = select(SESSIONS, ACCOUNTS.c.role.label("role_now"))
        joined = wanted.join_from(SESSIONS, ACCOUNTS, SESSIONS.c.key == ACCOUNTS.c.key, isouter=True)
        with self._database.reading() as connection:
            row = connection.execute(joined.where(SESSIONS.c.digest == digest)).mappings().first()
        if row is None:
            return None
        role = row["role"] if row["local"] else row["role_now"]
        if role is None:
            return None
        return OpenSession(row["name"], role, row["local"], _aware(row["opened"]), _aware(row["seen"]))

    def seen(self, digest: str, now: datetime) -> None:
        """Note that the session is in use."""
        with self._database.writing() as connection:
            connection.execute(update(SESSIONS).where(SESSIONS.c.digest == digest).values(seen=now))

    def end_session(self, digest: str) -> None:
        """Forget a session; nothing where there is none."""
        with self._database.writing() as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.digest == digest))

    def end_sessions_before(self, opened: datetime, seen: datetime) -> None:
        """Forget every session that was opened before ``opened`` or last seen before ``seen``."""
        ended = (SESSIONS.c.opened < opened) | (SESSIONS.c.seen < seen)
        with self._database.writing() as connection:
            connection.execute(delete(SESSIONS).where(ended))


def _require_free(connection: Connection, name: str, identity: str | None) -> None:
    if connection.execute(select(ACCOUNTS.c.key).where(ACCOUNTS.c.key == name_key(name))).first() is not None:
        raise InputError(
            f"there is a reviewer named {name!r} already", remedy="Choose another name, or remove that reviewer first."
        )
    known = _identity(identity)
    if known and connection.execute(select(ACCOUNTS.c.key).where(ACCOUNTS.c.identity == known)).first() is not None:
        raise InputError(
            "another reviewer signs in with that identity already", remedy="Give each reviewer one of their own."
        )


def _identity(given: str | None) -> str | None:
    return given.strip().casefold() if given and given.strip() else None


def _account(row: Row[tuple[object, ...]]) -> ReviewerAccount:
    known = row._mapping
    return ReviewerAccount(known["name"], known["role"], known["identity"], known["password"])


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)  # SQLite keeps no time zone; what went in was UTC
