"""A database of an earlier version loses nothing, and one of a later version is left alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect
from store_factories import DOCUMENT, decision, finding, memory, saved

from redactor.errors import OutputError
from redactor.model import Disposition, FindingId
from redactor.store import queue
from redactor.store.rows import FINDING
from redactor.store.tables import METADATA

_FIRST_VERSION = """
CREATE TABLE documents (id VARCHAR(64) NOT NULL, pages INTEGER NOT NULL, scanned_at DATETIME NOT NULL, PRIMARY KEY (id));
CREATE TABLE decisions (number INTEGER NOT NULL, finding VARCHAR(20) NOT NULL, disposition VARCHAR(12) NOT NULL,
    basis JSON NOT NULL, log_category VARCHAR(12) NOT NULL, label VARCHAR(80) NOT NULL, withheld JSON NOT NULL,
    actor VARCHAR(120) NOT NULL, reason VARCHAR(2000) NOT NULL, note VARCHAR(2000) NOT NULL, at DATETIME NOT NULL,
    PRIMARY KEY (number));
CREATE INDEX ix_decisions_finding ON decisions (finding);
CREATE TABLE findings (id VARCHAR(20) NOT NULL, document VARCHAR(64) NOT NULL, category VARCHAR(40) NOT NULL,
    value_hash VARCHAR(64) NOT NULL, record JSON NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(document) REFERENCES documents (id));
CREATE INDEX ix_findings_document ON findings (document);
CREATE INDEX ix_findings_category ON findings (category);
CREATE INDEX ix_findings_value_hash ON findings (value_hash);
"""
"""As the first version made them, before there were migrations."""


def first_version(folder: Path) -> Path:
    """A database with a document, two findings and four decisions."""
    path = folder / "matter.db"
    with sqlite3.connect(path) as connection:
        connection.executescript(_FIRST_VERSION)
        connection.execute("INSERT INTO documents VALUES (?, 3, '2026-01-05 12:00:00.000000')", (DOCUMENT,))
        for name, start in (("f1", 0), ("f2", 20)):
            record = FINDING.dump_json(finding(name, start=start)).decode()
            row = (name, DOCUMENT, "PERSON_NAME", "hmac", record)
            connection.execute("INSERT INTO findings VALUES (?, ?, ?, ?, ?)", row)
        for number, name, disposition, actor in (
            (1, "f1", "refer", "rule:section-1367/name"),
            (2, "f2", "redact", "rule:section-1367/name"),
            (3, "f1", "redact", "rule:section-1367/name"),
            (4, "f1", "produce", "Ann Example"),
        ):
            connection.execute(
                "INSERT INTO decisions VALUES (?, ?, ?, '[\"PO\"]', 'N1', 'REDACTED – PROTECTED IDENTITY', "
                '\'[{"passage": "p1", "start": 0, "end": 11}]\', ?, \'The name identifies the person.\', \'\', '
                "'2026-01-05 12:00:00.000000')",
                (number, name, disposition, actor),
            )
    return path


def test_every_finding_and_decision_of_the_first_version_is_there(tmp_path: Path) -> None:
    first_version(tmp_path)
    store = memory(tmp_path)
    assert store.findings() == (finding("f1"), finding("f2", start=20))
    assert [each.disposition.value for each in store.history(FindingId("f1"))] == ["refer", "redact", "produce"]
    assert store.decisions()[FindingId("f2")] == decision("f2")
    assert store.decisions()[FindingId("f1")].actor == "Ann Example"


def test_what_a_person_had_decided_is_decided_and_what_a_rule_had_takes_two(tmp_path: Path) -> None:
    first_version(tmp_path)
    with memory(tmp_path).reading() as connection:
        kept = queue.kept(connection, [FindingId("f1"), FindingId("f2")])
    assert [(each.state, each.second_needed, each.control) for each in kept.values()] == [
        ("decided", False, "C00001"),
        ("proposed", True, "C00001"),
    ]


def test_the_old_ledger_is_sealed_as_it_is_found(tmp_path: Path) -> None:
    first_version(tmp_path)
    assert memory(tmp_path).broken() == ()


def test_a_line_that_the_old_ledger_had_lost_already_is_told(tmp_path: Path) -> None:
    with sqlite3.connect(first_version(tmp_path)) as connection:
        connection.execute("DELETE FROM decisions WHERE number = 3")
    assert [(each.number, each.what) for each in memory(tmp_path).broken()] == [(3, "is missing")]


def test_a_scan_of_the_new_version_goes_on_with_the_old_ledger(tmp_path: Path) -> None:
    first_version(tmp_path)
    store = memory(tmp_path)
    refers = decision("f1", Disposition.REFER)
    saved(store, [finding("f1"), finding("f2", start=20)], refers, decision("f2", Disposition.REFER))
    assert store.decisions()[FindingId("f1")].actor == "Ann Example"
    assert store.decisions()[FindingId("f2")].disposition is Disposition.REFER
    assert store.broken() == ()


def test_migrated_once_it_is_left_alone(tmp_path: Path) -> None:
    first_version(tmp_path)
    memory(tmp_path).close()
    before = (tmp_path / "matter.db").read_bytes()
    memory(tmp_path).close()
    assert (tmp_path / "matter.db").read_bytes() == before


def test_a_database_of_a_later_version_is_refused_and_not_touched(tmp_path: Path) -> None:
    memory(tmp_path).close()
    with sqlite3.connect(tmp_path / "matter.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(OutputError, match="later version"):
        memory(tmp_path)


def test_the_steps_make_the_very_tables_that_the_code_speaks_to(tmp_path: Path) -> None:
    memory(tmp_path).close()
    made = inspect(create_engine(f"sqlite:///{tmp_path / 'matter.db'}"))
    for table in METADATA.sorted_tables:
        columns = {column["name"]: column["nullable"] for column in made.get_columns(table.name)}
        assert columns == {column.name: column.nullable for column in table.columns}, table.name
        indices = {index["name"]: index["column_names"] for index in made.get_indexes(table.name)}
        assert indices == {index.name: [c.name for c in index.columns] for index in table.indexes}, table.name


def test_a_migration_that_fails_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    path = first_version(tmp_path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE findings SET record = '{}'")
    with pytest.raises(KeyError):
        memory(tmp_path)
    with sqlite3.connect(path) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert names == {"documents", "decisions", "findings"}
