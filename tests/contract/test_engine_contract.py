"""Every engine keeps one promise: what happens to a document never happens to its neighbours."""

from __future__ import annotations

import time

import pytest
from engine_tasks import SECRET, TimedTask, timed, worked

from redactor.engines import Engine, Processes, Serial, engine
from redactor.engines.limits import can_limit
from redactor.errors import DocumentError, OutputError, SetupError, UnreadableDocumentError, WorkerLostError


@pytest.fixture(params=["serial", "processes"])
def any_engine(request: pytest.FixtureRequest) -> Engine:
    return engine(request.param, 2)


def test_results_come_in_the_order_of_the_tasks(any_engine: Engine) -> None:
    tasks = ["slow:1", "a", "b", "slow:2", "c"]
    assert list(any_engine.map(worked, tasks)) == [(task, f"done {task}") for task in tasks]


def test_without_a_task_there_is_no_result(any_engine: Engine) -> None:
    assert list(any_engine.map(worked, [])) == []


def test_what_stops_one_document_leaves_the_others_alone(any_engine: Engine) -> None:
    outcomes = dict(any_engine.map(worked, ["a", "unreadable", "b"]))
    assert isinstance(outcomes["unreadable"], UnreadableDocumentError)
    assert str(outcomes["unreadable"]) == "the file is damaged"
    assert outcomes["unreadable"].remedy == UnreadableDocumentError.remedy
    assert (outcomes["a"], outcomes["b"]) == ("done a", "done b")


def test_what_nobody_foresaw_stops_one_document_and_keeps_its_words_to_itself(any_engine: Engine) -> None:
    outcomes = dict(any_engine.map(worked, ["a", "unforeseen", "b"]))
    error = outcomes["unforeseen"]
    assert isinstance(error, DocumentError)
    assert "ZeroDivisionError" in str(error)
    assert SECRET not in str(error) + error.remedy
    assert (outcomes["a"], outcomes["b"]) == ("done a", "done b")


def test_what_would_stop_every_document_stops_the_run(any_engine: Engine) -> None:
    with pytest.raises(OutputError, match="the disk is full") as stopped:
        list(any_engine.map(worked, ["a", "full", "b"]))
    assert stopped.value.remedy == "Make room."


def test_a_name_that_nobody_offers_is_a_matter_of_the_installation() -> None:
    with pytest.raises(SetupError):
        engine("no-such-engine", 1)


def test_serial_and_processes_are_the_engines_that_come_along() -> None:
    assert isinstance(engine("serial", 1), Serial)
    assert isinstance(engine("processes", 1), Processes)


@pytest.mark.parametrize("lost", ["exit", "killed"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_worker_that_dies_costs_one_document(lost: str, jobs: int) -> None:
    outcomes = dict(Processes(jobs).map(worked, ["a", lost, "b", "slow:1", "c"]))
    assert isinstance(outcomes.pop(lost), WorkerLostError)
    assert outcomes == {task: f"done {task}" for task in ("a", "b", "slow:1", "c")}


def test_a_worker_that_hangs_costs_one_document_and_its_time() -> None:
    begun = time.monotonic()
    outcomes = dict(Processes(2, seconds=2).map(worked, ["a", "hangs", "b"]))
    assert isinstance(outcomes["hangs"], WorkerLostError)
    assert "2 seconds" in str(outcomes["hangs"])
    assert (outcomes["a"], outcomes["b"]) == ("done a", "done b")
    assert time.monotonic() - begun < 40


def test_a_result_that_cannot_be_sent_back_costs_one_document() -> None:
    outcomes = dict(Processes(1).map(worked, ["a", "no-pickle", "b"]))
    assert isinstance(outcomes["no-pickle"], DocumentError)
    assert (outcomes["a"], outcomes["b"]) == ("done a", "done b")


def test_stopping_half_way_stops_the_workers() -> None:
    begun = time.monotonic()
    results = Processes(2).map(worked, ["a", "hangs", "hangs:2"])
    assert next(results) == ("a", "done a")
    results.close()  # type: ignore[attr-defined]
    assert time.monotonic() - begun < 30


@pytest.mark.skipif(not can_limit(), reason="this system holds no process to a limit of its memory")
def test_a_document_that_unpacks_to_more_than_a_worker_may_take_costs_one_document() -> None:
    outcomes = dict(Processes(1, memory=1 << 30).map(worked, ["a", "bomb", "b"]))
    assert isinstance(outcomes["bomb"], WorkerLostError)
    assert "memory" in str(outcomes["bomb"])
    assert (outcomes["a"], outcomes["b"]) == ("done a", "done b")


def test_a_task_that_knows_its_size_has_a_limit_of_its_own() -> None:
    outcomes = list(Processes(2, seconds=60).map(timed, [TimedTask("hangs", 1.0), TimedTask("a", 60.0)]))
    assert isinstance(outcomes[0][1], WorkerLostError)
    assert "1 seconds" in str(outcomes[0][1])
    assert outcomes[1][1] == "done a"
