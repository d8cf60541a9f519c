"""Every database keeps one promise: no decision is lost, none is changed, and whoever tampers with one is seen."""

from __future__ import annotations

import multiprocessing
import sys
import threading
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DatabaseError

sys.path.insert(0, str(Path(__file__).parent.parent / "unit" / "store"))

from postgres import new_database, postgres_server
from store_factories import KEY, NOW, decision, finding, judged, saved

from redactor.errors import ReviewConflictError
from redactor.model import Decision, Disposition, FindingId
from redactor.store import Answer, Store

FIRST = FindingId("f1")


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    with postgres_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    if request.param == "sqlite":
        return tmp_path / "matter.db"
    return new_database(request.getfixturevalue("postgres"), f"m{uuid.uuid4().hex}")


@pytest.fixture
def store(place: Path | str, tmp_path: Path) -> Iterator[Store]:
    made = Store(place, KEY, tmp_path / "chain-head")
    saved(made, [finding(f"f{n}", start=20 * n) for n in range(1, 6)], *(decision(f"f{n}") for n in range(1, 6)))
    yield made
    made.close()


def answered(store: Store, who: str, name: FindingId = FIRST, *, seen: int | None = None, **change: object) -> int:
    """Somebody decides; the version afterwards."""
    (account,) = store.accounts([name])
    said = replace(decision(name, Disposition.GENERALISE), actor=who, **change)  # type: ignore[arg-type]
    standing = judged(account.found, said, account.proposal, awaiting=False)
    answer = Answer(account, said, account.kept.version if seen is None else seen, standing, said)
    (kept,) = store.answer(who, [answer], "decide")
    return kept.version


def tampered(place: Path | str, *statements: str) -> None:
    """Somebody who owns the database and takes its guards away first."""
    engine = create_engine(f"sqlite:///{place}" if isinstance(place, Path) else place)
    with engine.begin() as connection:
        if isinstance(place, Path):
            for table in ("decisions", "audit"):
                connection.execute(text(f"DROP TRIGGER {table}_no_update"))
                connection.execute(text(f"DROP TRIGGER {table}_no_delete"))
        else:
            for table in ("decisions", "audit"):
                connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER ALL"))
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def test_the_newest_decision_counts_and_all_earlier_ones_stay(store: Store) -> None:
    answered(store, "Ann Example")
    answered(store, "Bo Example", reason="Not so.")
    assert [each.actor for each in store.history(FIRST)] == ["rule:section-1367/name", "Ann Example", "Bo Example"]
    assert store.decisions()[FIRST].actor == "Bo Example"
    assert store.broken() == ()


def test_who_decides_on_what_has_moved_on_is_told_by_whom_and_writes_nothing(store: Store) -> None:
    (before,) = store.accounts([FIRST])
    answered(store, "Ann Example")
    length = store.ledger_length()
    with pytest.raises(ReviewConflictError, match=r"finding f1 was decided by Ann Example since you looked at it"):
        answered(store, "Bo Example", seen=before.kept.version)
    assert store.ledger_length() == length
    assert store.decisions()[FIRST].actor == "Ann Example"


def test_of_threads_that_decide_at_once_one_wins_each_round_and_nobody_overwrites(store: Store) -> None:
    wins: list[str] = []

    def reviewer(name: str) -> None:
        for _ in range(8):
            try:
                answered(store, name)
                wins.append(name)
            except ReviewConflictError:
                pass

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(reviewer, [f"Reviewer {n}" for n in range(6)]))
    assert wins
    assert [each.actor for each in store.history(FIRST)][1:] == wins or len(store.history(FIRST)) == len(wins) + 1
    assert store.broken() == ()


def _decides(place: Path | str, witness: Path, who: str, rounds: int, told: multiprocessing.Queue[int]) -> None:
    store = Store(place, KEY, witness)
    won = 0
    for number in range(rounds):
        try:
            answered(store, who, FindingId(f"f{1 + number % 5}"))
            won += 1
        except ReviewConflictError:
            pass
    store.close()
    told.put(won)


def test_of_processes_that_decide_at_once_no_decision_is_lost(store: Store, place: Path | str, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    told: multiprocessing.Queue[int] = context.Queue()
    others = [
        context.Process(target=_decides, args=(place, tmp_path / "chain-head", f"Reviewer {n}", 10, told))
        for n in range(3)
    ]
    for each in others:
        each.start()
    won = sum(told.get(timeout=60) for _ in others)
    for each in others:
        each.join(60)
    assert won > 0
    assert store.ledger_length() == 5 + won
    assert store.broken() == ()


def test_a_scan_and_a_reviewer_at_once_lose_nothing(store: Store) -> None:
    findings = [finding(f"f{n}", start=20 * n) for n in range(1, 6)]
    proposed = [replace(decision(f"f{n}"), reason="A new reason.") for n in range(1, 6)]
    errors: list[ReviewConflictError] = []

    def decide() -> None:
        for number in range(10):
            try:
                answered(store, "Ann Example", FindingId(f"f{1 + number % 5}"))
            except ReviewConflictError as error:
                errors.append(error)

    reviewer = threading.Thread(target=decide)
    reviewer.start()
    for _ in range(4):
        saved(store, findings, *proposed)
    reviewer.join()
    by_ann = sum(each.actor == "Ann Example" for n in range(1, 6) for each in store.history(FindingId(f"f{n}")))
    assert by_ann == 10 - len(errors)
    assert store.broken() == ()


@pytest.mark.parametrize("table", ["decisions", "audit"])
@pytest.mark.parametrize("change", ["UPDATE {} SET number = number", "DELETE FROM {}"])
def test_the_database_itself_refuses_to_change_or_remove_a_line(
    store: Store, place: Path | str, table: str, change: str
) -> None:
    answered(store, "Ann Example")
    engine = create_engine(f"sqlite:///{place}" if isinstance(place, Path) else place)
    with pytest.raises(DatabaseError, match="only added to"), engine.begin() as connection:
        connection.execute(text(change.format(table)))
    engine.dispose()


@pytest.mark.parametrize(
    ("what", "statements", "rows"),
    [
        ("a changed disposition", ["UPDATE decisions SET disposition = 'produce' WHERE number = 3"], {3}),
        ("a changed name", ["UPDATE decisions SET actor = 'Somebody Else' WHERE number = 6"], {6}),
        ("a changed time", ["UPDATE decisions SET at = '2020-01-01 00:00:00' WHERE number = 6"], {6}),
        ("a removed line", ["DELETE FROM decisions WHERE number = 2"], {2}),
        (
            "an exchange of two lines",
            [
                "UPDATE decisions SET number = -1 WHERE number = 2",
                "UPDATE decisions SET number = 2 WHERE number = 3",
                "UPDATE decisions SET number = 3 WHERE number = -1",
            ],
            {2, 3},
        ),
        (
            "an inserted line",
            [
                "INSERT INTO decisions (number, finding, disposition, basis, log_category, label, withheld, actor, reason,"
                " note, at, entered_by, seal) SELECT 8, finding, 'produce', basis, log_category, label, withheld, actor,"
                " reason, note, at, entered_by, seal FROM decisions WHERE number = 7"
            ],
            {8},
        ),
        ("the end cut off", ["DELETE FROM decisions WHERE number > 5"], {6}),
        (
            "the end cut off, and the head set back",
            [
                "DELETE FROM decisions WHERE number > 5",
                "UPDATE heads SET number = 5, seal = (SELECT seal FROM decisions WHERE number = 5) WHERE chain = 'decisions'",
            ],
            {6},
        ),
        ("everything gone", ["DELETE FROM decisions"], {1}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_tampering_shows_with_the_lines_number(
    store: Store, place: Path | str, what: str, statements: list[str], rows: set[int]
) -> None:
    answered(store, "Ann Example")
    answered(store, "Bo Example")
    assert store.broken() == ()
    tampered(place, *statements)
    found = {each.number for each in store.broken() if each.chain == "decisions"}
    assert rows <= found, what


def test_seals_cannot_be_made_without_the_matters_key(store: Store, place: Path | str, tmp_path: Path) -> None:
    answered(store, "Ann Example")
    assert Store(place, b"another key", tmp_path / "chain-head").broken() != ()


def test_times_and_reasons_of_any_length_come_back_as_they_were(store: Store) -> None:
    at = NOW + timedelta(microseconds=123457)
    answered(store, "Zoë Muestra", at=at, reason="ñ" * 2000)
    newest: Decision = store.decisions()[FIRST]
    assert (newest.at, newest.reason) == (at, "ñ" * 2000)
    assert store.broken() == ()
