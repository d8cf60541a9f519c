"""Worker processes with a time limit for each document: a crash, a hang or a kill costs one document, not the run."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError
from typing import TypeVar

from pebble import ProcessExpired, ProcessPool

from redactor.engines.outcome import guarded
from redactor.errors import DocumentError, WorkerLostError

Task = TypeVar("Task")
Result = TypeVar("Result")

DOCUMENT_SECONDS = 900.0
"""Longest that one document may take in one stage. A thousand text pages take about two minutes on one core."""


class Processes:
    """``jobs`` workers, started afresh (spawn): safe beside MuPDF's and numpy's own threads."""

    def __init__(self, jobs: int, seconds: float = DOCUMENT_SECONDS) -> None:
        self._jobs = jobs
        self._seconds = seconds

    def map(
        self, function: Callable[[Task], Result], tasks: Sequence[Task]
    ) -> Iterator[tuple[Task, Result | DocumentError]]:
        """See ``Engine.map``. Stopping the iteration stops the workers."""
        if not tasks:
            return
        workers = min(self._jobs, len(tasks))
        pool = ProcessPool(max_workers=workers, context=multiprocessing.get_context("spawn"))
        try:
            futures = [pool.schedule(guarded, args=[function, task], timeout=self._seconds) for task in tasks]
            for task, future in zip(tasks, futures, strict=True):
                try:
                    yield task, future.result()
                except FutureTimeoutError:
                    yield task, WorkerLostError(f"took more than {self._seconds:.0f} seconds")
                except ProcessExpired:
                    yield task, WorkerLostError("the process that worked on it died")
            pool.close()
        finally:
            pool.stop()
            pool.join()
