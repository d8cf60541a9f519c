"""Findings and the decision ledger in SQLAlchemy: SQLite in ``work-product/`` by default.

Decisions are inserted and never changed; the newest for a finding counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter
from sqlalchemy import (
    JSON,
    URL,
    DateTime,
    Engine,
    ForeignKey,
    Integer,
    String,
    create_engine,
    delete,
    event,
    func,
    select,
)
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from redactor.errors import OutputError
from redactor.model import BasisCode, Decision, Disposition, Finding, FindingId, LogCategory, Span

_FINDING = TypeAdapter(Finding)
_SPANS = TypeAdapter(tuple[Span, ...])


class _Base(DeclarativeBase):
    pass


class _Document(_Base):
    __tablename__ = "documents"
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    pages: Mapped[int] = mapped_column(Integer)
    scanned_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class _Finding(_Base):
    __tablename__ = "findings"
    id: Mapped[str] = mapped_column(String(20), primary_key=True)
    document: Mapped[str] = mapped_column(ForeignKey("documents.id"), index=True)
    category: Mapped[str] = mapped_column(String(40), index=True)
    value_hash: Mapped[str] = mapped_column(String(64), index=True)
    record: Mapped[dict[str, object]] = mapped_column(JSON)


class _Decision(_Base):
    __tablename__ = "decisions"
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    finding: Mapped[str] = mapped_column(String(20), index=True)
    disposition: Mapped[str] = mapped_column(String(12))
    basis: Mapped[list[str]] = mapped_column(JSON)
    log_category: Mapped[str] = mapped_column(String(12))
    label: Mapped[str] = mapped_column(String(80))
    withheld: Mapped[list[object]] = mapped_column(JSON)
    actor: Mapped[str] = mapped_column(String(120))
    reason: Mapped[str] = mapped_column(String(2000))
    note: Mapped[str] = mapped_column(String(2000))
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Store:
    """One matter's database: a SQLite file by its path, another one by its SQLAlchemy URL.

    Raises OutputError where it cannot be opened, read or written, from every method.
    """

    def __init__(self, place: Path | str) -> None:
        url = URL.create("sqlite", database=str(place)) if isinstance(place, Path) else place
        self._engine: Engine = create_engine(url)
        if self._engine.dialect.name == "sqlite":
            event.listen(self._engine, "connect", _write_ahead)
        try:
            _Base.metadata.create_all(self._engine)
        except SQLAlchemyError as error:
            raise _refused() from error

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def save_scan(
        self, pages: Mapping[str, int], findings: Sequence[Finding], decisions: Iterable[Decision], now: datetime
    ) -> None:
        """A scan's documents and findings take the place of the last scan's; its decisions are added to the ledger.

        A rule's decision that says what the ledger's newest already says is not written again.
        """
        with self._session() as session, session.begin():
            session.execute(delete(_Finding))
            session.execute(delete(_Document))
            session.add_all(_Document(id=key, pages=count, scanned_at=now) for key, count in pages.items())
            session.flush()
            session.add_all(
                _Finding(
                    id=finding.id,
                    document=finding.document,
                    category=finding.category.value,
                    value_hash=finding.value_hash,
                    record=_FINDING.dump_python(finding, mode="json"),
                )
                for finding in findings
            )
            newest = self._newest(session)
            for decision in decisions:
                known = newest.get(decision.finding)
                if known is None or not _same(known, decision):
                    session.add(_row(decision))

    def findings(self) -> tuple[Finding, ...]:
        """The last scan's findings."""
        with self._session() as session:
            rows = session.scalars(select(_Finding)).all()
            return tuple(_FINDING.validate_python(row.record) for row in rows)

    def findings_named(self, prefix: str, most: int) -> tuple[Finding, ...]:
        """Those of the last scan's findings whose id begins with ``prefix``, by id; at most ``most`` of them."""
        wanted = select(_Finding).where(_Finding.id.startswith(prefix, autoescape=True)).order_by(_Finding.id)
        with self._session() as session:
            rows = session.scalars(wanted.limit(most)).all()
            return tuple(_FINDING.validate_python(row.record) for row in rows)

    def history(self, finding: FindingId) -> tuple[Decision, ...]:
        """Every decision of the ledger on one finding, the oldest first; the last one counts."""
        wanted = select(_Decision).where(_Decision.finding == finding).order_by(_Decision.number)
        with self._session() as session:
            return tuple(_decision(row) for row in session.scalars(wanted).all())

    def decisions(self) -> dict[FindingId, Decision]:
        """The decision that counts for each finding: the newest in the ledger."""
        with self._session() as session:
            return {FindingId(key): _decision(row) for key, row in self._newest(session).items()}

    def ledger_length(self) -> int:
        """How many decisions have ever been written."""
        with self._session() as session:
            return session.scalar(select(func.count()).select_from(_Decision)) or 0

    @contextmanager
    def _session(self) -> Iterator[Session]:
        try:
            with Session(self._engine) as session:
                yield session
        except SQLAlchemyError as error:
            raise _refused() from error

    def _newest(self, session: Session) -> dict[str, _Decision]:
        last = select(func.max(_Decision.number)).group_by(_Decision.finding)
        rows = session.scalars(select(_Decision).where(_Decision.number.in_(last))).all()
        return {row.finding: row for row in rows}


def _refused() -> OutputError:
    # The database's own message repeats what it was given to write.
    return OutputError("the matter's database cannot be used", remedy="Check that the disk is not full, and run again.")


def _write_ahead(connection: object, _: object) -> None:
    cursor = connection.cursor()  # type: ignore[attr-defined]
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _row(decision: Decision) -> _Decision:
    return _Decision(
        finding=decision.finding,
        disposition=decision.disposition.value,
        basis=list(decision.basis),
        log_category=decision.log_category,
        label=decision.label,
        withheld=_SPANS.dump_python(decision.withheld, mode="json"),
        actor=decision.actor,
        reason=decision.reason,
        note=decision.note,
        at=decision.at,
    )


def _decision(row: _Decision) -> Decision:
    return Decision(
        finding=FindingId(row.finding),
        disposition=Disposition(row.disposition),
        basis=tuple(BasisCode(code) for code in row.basis),
        log_category=LogCategory(row.log_category),
        label=row.label,
        withheld=_SPANS.validate_python(row.withheld),
        actor=row.actor,
        reason=row.reason,
        note=row.note,
        at=row.at if row.at.tzinfo else row.at.replace(tzinfo=UTC),
    )


def _same(row: _Decision, decision: Decision) -> bool:
    return (
        row.disposition == decision.disposition.value
        and row.basis == list(decision.basis)
        and row.log_category == decision.log_category
        and row.label == decision.label
        and row.withheld == _SPANS.dump_python(decision.withheld, mode="json")
        and row.actor == decision.actor
        and row.reason == decision.reason
    )
