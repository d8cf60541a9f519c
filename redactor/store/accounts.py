"""Who may look at a matter over the network, and who is looking: named reviewers, and the sessions they have open.

Passwords come here hashed, and session tokens as digests: whoever reads this table can sign in as nobody.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, Boolean, DateTime, Engine, String, create_engine, delete, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from redactor.errors import InputError, OutputError


class _Base(DeclarativeBase):
    pass


class _Account(_Base):
    __tablename__ = "accounts"
    key: Mapped[str] = mapped_column(String(120), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    role: Mapped[str] = mapped_column(String(40))
    identity: Mapped[str | None] = mapped_column(String(254), unique=True)
    password: Mapped[str | None] = mapped_column(String(200))
    added: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class _Session(_Base):
    __tablename__ = "sessions"
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    key: Mapped[str] = mapped_column(String(120), index=True)
    name: Mapped[str] = mapped_column(String(120))
    role: Mapped[str] = mapped_column(String(40))
    local: Mapped[bool] = mapped_column(Boolean)
    opened: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    seen: Mapped[datetime] = mapped_column(DateTime(timezone=True))


@dataclass(frozen=True, slots=True)
class Account:
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
    """The accounts and sessions of one matter: a SQLite file by its path, another database by its SQLAlchemy URL.

    Names are compared without regard to case and spacing. Every method raises OutputError where the database cannot be
    read or written.
    """

    def __init__(self, place: Path | str) -> None:
        url = URL.create("sqlite", database=str(place)) if isinstance(place, Path) else place
        self._engine: Engine = create_engine(url)
        try:
            _Base.metadata.create_all(self._engine)
        except SQLAlchemyError as error:
            raise _refused() from error

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def add(self, account: Account, now: datetime) -> None:
        """Raises InputError where the name or the identity is somebody's already."""
        with self._writing() as session:
            if session.get(_Account, name_key(account.name)) is not None:
                raise InputError(
                    f"there is a reviewer named {account.name!r} already",
                    remedy="Choose another name, or remove that reviewer first.",
                )
            identity = _identity(account.identity)
            if identity and session.scalar(select(_Account).where(_Account.identity == identity)) is not None:
                raise InputError(
                    "another reviewer signs in with that identity already",
                    remedy="Give each reviewer one of their own.",
                )
            key = name_key(account.name)
            row = _Account(
                key=key, name=account.name, role=account.role, identity=identity, password=account.password, added=now
            )
            session.add(row)

    def remove(self, name: str) -> None:
        """Close the account and end its sessions; the ledger keeps the name. Raises InputError where there is none."""
        with self._writing() as session:
            row = self._known(session, name)
            session.execute(delete(_Session).where(_Session.key == row.key))
            session.delete(row)

    def set_password(self, name: str, password: str, *, end_sessions: bool = True) -> None:
        """Put another password hash in place. Whoever was signed in with the old one is signed out, unless the same
        password was merely hashed again. Raises InputError where there is no such reviewer."""
        with self._writing() as session:
            row = self._known(session, name)
            row.password = password
            if end_sessions:
                session.execute(delete(_Session).where(_Session.key == row.key))

    def set_role(self, name: str, role: str) -> None:
        """Give a reviewer another role; it counts from their next request on. Raises InputError where there is none."""
        with self._writing() as session:
            self._known(session, name).role = role

    def all(self) -> tuple[Account, ...]:
        """Every account, by name."""
        with self._reading() as session:
            return tuple(_account(row) for row in session.scalars(select(_Account).order_by(_Account.key)))

    def named(self, name: str) -> Account | None:
        """The account of that name, if there is one."""
        with self._reading() as session:
            row = session.get(_Account, name_key(name))
            return _account(row) if row is not None else None

    def identified(self, identity: str) -> Account | None:
        """The account of whom the sign-in provider calls ``identity``, if there is one."""
        with self._reading() as session:
            row = session.scalar(select(_Account).where(_Account.identity == _identity(identity)))
            return _account(row) if row is not None else None

    def open_session(self, digest: str, who: OpenSession) -> None:
        """Keep a session under the SHA-256 of its token."""
        with self._writing() as session:
            session.add(
                _Session(
                    digest=digest,
                    key=name_key(who.name),
                    name=who.name,
                    role=who.role,
                    local=who.local,
                    opened=who.opened,
                    seen=who.seen,
                )
            )

    def session(self, digest: str) -> OpenSession | None:
        """The session, with the role that its account has now; None where there is none, or its account is gone."""
        with self._reading() as session:
            row = session.get(_Session, digest)
            if row is None:
                return None
            role = row.role
            if not row.local:
                account = session.get(_Account, row.key)
                if account is None:
                    return None
                role = account.role
            return OpenSession(row.name, role, row.local, _aware(row.opened), _aware(row.seen))

    def seen(self, digest: str, now: datetime) -> None:
        """Note that the session is in use."""
        with self._writing() as session:
            if (row := session.get(_Session, digest)) is not None:
                row.seen = now

    def end_session(self, digest: str) -> None:
        """Forget a session; nothing where there is none."""
        with self._writing() as session:
            session.execute(delete(_Session).where(_Session.digest == digest))

    def end_sessions_before(self, opened: datetime, seen: datetime) -> None:
        """Forget every session that was opened before ``opened`` or last seen before ``seen``."""
        with self._writing() as session:
            session.execute(delete(_Session).where((_Session.opened < opened) | (_Session.seen < seen)))

    def _known(self, session: Session, name: str) -> _Account:
        row = session.get(_Account, name_key(name))
        if row is None:
            raise InputError(f"there is no reviewer named {name!r}", remedy="`redactor reviewers list` names them all.")
        return row

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        try:
            with Session(self._engine) as session:
                yield session
        except SQLAlchemyError as error:
            raise _refused() from error

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with self._reading() as session, session.begin():
            yield session


def name_key(name: str) -> str:
    """What two spellings of one name share: case, width and spacing do not count."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _identity(given: str | None) -> str | None:
    return given.strip().casefold() if given and given.strip() else None


def _account(row: _Account) -> Account:
    return Account(row.name, row.role, row.identity, row.password)


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)  # SQLite keeps no time zone; what went in was UTC


def _refused() -> OutputError:
    # The database's own message repeats what it was given to write.
    return OutputError(
        "the matter's accounts cannot be read or written", remedy="Check that the disk is not full, and try again."
    )
