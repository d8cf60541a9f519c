"""The ledger only grows, the newest decision counts, and no document's text is in the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from store_factories import KEY, NOW, SECRET, decision, finding, memory, saved

from redactor.errors import OutputError
from redactor.model import Disposition, FindingId
from redactor.store import Store

FIRST = FindingId("f1")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return memory(tmp_path)


def save(store: Store, *decisions: object, at: datetime = NOW) -> None:
    saved(store, [finding("f1"), finding("f2", start=20)], *decisions, at=at)  # type: ignore[arg-type]


def test_what_was_saved_comes_back_as_it_was(store: Store) -> None:
    save(store, decision("f1"))
    assert sorted(store.findings(), key=lambda f: f.id) == [finding("f1"), finding("f2", start=20)]
    assert store.decisions() == {FIRST: decision("f1")}


def test_the_newest_decision_counts_and_the_older_ones_stay_in_the_ledger(store: Store) -> None:
    save(store, decision("f1"))
    save(store, decision("f1", Disposition.PRODUCE))
    save(store, decision("f1", Disposition.REFER))
    assert store.decisions()[FIRST].disposition is Disposition.REFER
    assert store.ledger_length() == 3


def test_a_rule_that_says_the_same_again_is_not_written_twice(store: Store) -> None:
    save(store, decision("f1"))
    save(store, replace(decision("f1"), at=NOW + timedelta(days=1)))
    assert store.ledger_length() == 1
    assert store.decisions()[FIRST].at == NOW


@pytest.mark.parametrize(
    "change",
    [
        {"basis": ()},
        {"label": "REDACTED"},
        {"withheld": ()},
        {"log_category": "N2"},
        {"actor": "rule:other/name"},
        {"reason": "Another reason."},
        {"disposition": Disposition.GENERALISE},
    ],
)
def test_a_decision_that_differs_in_anything_is_a_new_line(store: Store, change: dict[str, object]) -> None:
    save(store, decision("f1"))
    changed = replace(decision("f1"), **change)  # type: ignore[arg-type]
    save(store, changed)
    assert store.ledger_length() == 2
    assert store.decisions()[FIRST] == changed


def test_the_findings_are_those_of_the_last_scan_and_the_ledger_keeps_the_rest(store: Store) -> None:
    save(store, decision("f1"), decision("f2"))
    saved(store, [finding("f2", start=20)])
    assert [found.id for found in store.findings()] == ["f2"]
    assert set(store.decisions()) == {"f1", "f2"}


def test_times_come_back_in_utc(store: Store) -> None:
    save(store, decision("f1"))
    assert store.decisions()[FIRST].at.tzinfo is UTC


def test_no_text_of_a_document_is_in_the_database_file(store: Store, tmp_path: Path) -> None:
    save(store, decision("f1"))
    store.close()
    files = list(tmp_path.iterdir())
    assert files
    for path in files:
        content = path.read_bytes()
        assert SECRET.encode() not in content
        assert SECRET.encode("utf-16-le") not in content


def test_a_ledger_outlives_the_run_that_wrote_it(store: Store, tmp_path: Path) -> None:
    save(store, decision("f1"))
    store.close()
    assert memory(tmp_path).decisions() == {FIRST: decision("f1")}


def test_a_path_with_signs_that_mean_something_in_a_url_is_only_a_path(tmp_path: Path) -> None:
    path = tmp_path / "a?b#c%20d" / "matter.db"
    path.parent.mkdir()
    save(Store(path, KEY), decision("f1"))
    assert path.is_file()


def test_a_database_that_is_none_is_an_output_error_that_repeats_nothing(tmp_path: Path) -> None:
    path = tmp_path / "matter.db"
    path.write_bytes(b"SQLite it is not; " + SECRET.encode() * 50)
    with pytest.raises(OutputError) as stopped:
        Store(path, KEY)
    assert SECRET not in str(stopped.value)


def test_what_the_database_refuses_to_write_is_an_output_error_and_leaves_the_last_scan(store: Store) -> None:
    save(store, decision("f1"))
    with pytest.raises(OutputError):
        saved(store, [finding("f1"), finding("f1")], decision("f2"))
    assert len(store.findings()) == 2
    assert store.ledger_length() == 1
