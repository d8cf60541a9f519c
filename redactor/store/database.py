"""The matter's memory: what the last scan found, the ledger of decisions, the audit trail, and what reviewers note.

Decisions and the audit trail are added to and never changed (the database itself refuses), and sealed in a chain.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock
from sqlalchemy import Connection, func, select

from redactor.model import Decision, DocumentId, Finding, FindingId, Rect
from redactor.store import answers, audit, scans
from redactor.store.chain import broken, chain_key, heads
from redactor.store.connection import Database
from redactor.store.migrate import migrated
from redactor.store.records import (
    Account,
    Answer,
    Broken,
    Entry,
    Found,
    Judge,
    Kept,
    KeptBox,
    ScannedDocument,
    Standing,
)
from redactor.store.rows import FINDING
from redactor.store.tables import DECISIONS, FINDINGS


class Store:
    """One matter's database: a SQLite file by its path, another one by its SQLAlchemy URL.

    ``key`` is the matter's HMAC key, which seals the ledger; ``witness`` the file that keeps the newest seal outside
    the database (None: beside a SQLite file, as ``chain-head``). A database of an earlier version is migrated.
    Raises OutputError where it cannot be opened, read or written, from every method.
    """

    def __init__(self, place: Path | str, key: bytes, witness: Path | None = None) -> None:
        self._database = Database(place)
        self._key = chain_key(key)
        self._witness = witness or (place.with_name("chain-head") if isinstance(place, Path) else None)
        if migrated(self._database, self._key):
            self.witness()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the database, for the functions of ``queue``, ``notes`` and ``answers``."""
        with self._database.reading() as connection:
            yield connection

    @contextmanager
    def noting(
        self,
        who: str,
        event: str,
        at: datetime,
        *,
        document: str | None = None,
        page: int | None = None,
        finding: str | None = None,
        detail: Mapping[str, object] | None = None,
    ) -> Iterator[Connection]:
        """A connection that changes what reviewers note, and writes the act into the audit trail."""
        with self._database.writing() as connection:
            yield connection
            audit.note(
                connection, self._key, who, event, at, document=document, page=page, finding=finding, detail=detail
            )
        self.witness()

    def save_scan(
        self,
        documents: Sequence[ScannedDocument],
        found: Sequence[Found],
        proposals: Iterable[Decision],
        now: datetime,
        judge: Judge,
    ) -> None:
        """A scan's documents and findings take the place of the last scan's; its proposals go into the ledger.

        A proposal that says what the ledger's newest already says is not written again, and none takes the place of
        what a person decided. What a person decided on and is not found any more is kept as vanished.
        """
        scans.save_scan(self._database, self._key, documents, found, proposals, now, judge)
        self.witness()

    def answer(self, who: str, given: Sequence[Answer], event: str) -> tuple[Kept, ...]:
        """What a person decides: one line of the ledger for each answer, all or none.

        Raises ReviewConflictError where a finding has moved on since it was seen, InputError for an unknown one.
        """
        after = answers.answer(self._database, self._key, who, given, event)
        self.witness()
        return after

    def draw(
        self,
        who: str,
        place: tuple[DocumentId, int, Rect],
        made: Callable[[KeptBox], tuple[Found, Decision, Standing]],
        at: datetime,
    ) -> Kept:
        """Keep a box that a reviewer drew (document, page, area) with the finding and decision that ``made`` makes."""
        drawn = answers.add_drawn(self._database, self._key, who, place, made, at)
        self.witness()
        return drawn

    def accounts(self, findings: Sequence[FindingId]) -> tuple[Account, ...]:
        """Each finding with what is decided on it. Raises InputError where there is none such."""
        with self.reading() as connection:
            return answers.accounts(connection, findings)

    def entries(self, finding: FindingId) -> tuple[Entry, ...]:
        """The lines of the ledger on one finding, the oldest first."""
        with self.reading() as connection:
            return answers.entries(connection, finding)

    def findings(self) -> tuple[Finding, ...]:
        """The last scan's findings."""
        with self.reading() as connection:
            return scans.all_findings(connection)

    def findings_named(self, prefix: str, most: int) -> tuple[Finding, ...]:
        """Those of the last scan's findings whose id begins with ``prefix``, by id; at most ``most`` of them."""
        wanted = select(FINDINGS.c.record).where(FINDINGS.c.id.startswith(prefix, autoescape=True))
        with self.reading() as connection:
            rows = connection.execute(wanted.where(FINDINGS.c.present).order_by(FINDINGS.c.id).limit(most))
            return tuple(FINDING.validate_python(row[0]) for row in rows)

    def history(self, finding: FindingId) -> tuple[Decision, ...]:
        """Every decision of the ledger on one finding, the oldest first."""
        return tuple(entry.decision for entry in self.entries(finding))

    def decisions(self) -> dict[FindingId, Decision]:
        """The decision that counts for each finding: the newest in the ledger, or what stands until a second reader
        has spoken."""
        with self.reading() as connection:
            return scans.decisions_in_force(connection)

    def ledger_length(self) -> int:
        """How many decisions have ever been written."""
        with self.reading() as connection:
            return connection.scalar(select(func.count()).select_from(DECISIONS)) or 0

    def broken(self) -> tuple[Broken, ...]:
        """Where the chains do not hold: rows changed, removed, inserted, moved or cut off; () where they do."""
        with self.reading() as connection:
            found = broken(connection, self._key, self._witnessed())
        if self._witness is not None and not self._witnessed():
            return (*found, Broken(self._witness.name, 0, "is missing, so nobody can say whether the end was cut off"))
        return found

    def lengths(self) -> Mapping[str, int]:
        """How many rows each chain has."""
        with self.reading() as connection:
            return {chain: number for chain, (number, _) in heads(connection).items()}

    def witness(self) -> None:
        """Keep the newest seals outside the database. They only move forward: writers may come here in any order."""
        if self._witness is None:
            return
        with FileLock(self._witness.with_suffix(".lock")):
            known = self._witnessed()
            with self.reading() as connection:
                newest = heads(connection)
            if known and all(newest[chain][0] <= known.get(chain, (0, ""))[0] for chain in newest):
                return
            forward = {
                chain: max(newest[chain], known.get(chain, (0, "")), key=lambda each: each[0]) for chain in newest
            }
            beside = self._witness.with_suffix(".part")
            beside.write_text(json.dumps(forward) + "\n", encoding="ascii")
            beside.chmod(0o600)
            beside.replace(self._witness)

    def _witnessed(self) -> dict[str, tuple[int, str]]:
        """The seals as the file has them; none where it is gone or damaged."""
        if self._witness is None:
            return {}
        try:
            kept = json.loads(self._witness.read_text("ascii"))
            return {chain: (int(number), str(seal)) for chain, (number, seal) in kept.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}
