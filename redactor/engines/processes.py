"""Worker processes with a time limit for each document: a crash, a hang or a kill costs one document, not the run."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import contextmanager
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessPool

from redactor.engines.outcome import guarded, unforeseen
from redactor.errors import DocumentError, RedactorError, WorkerLostError

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
        pool: Any = ProcessPool(max_workers=workers, context=multiprocessing.get_context("spawn"))
        try:
            with _keyboard_is_ours():
                futures = [pool.schedule(guarded, args=[function, task], timeout=self._seconds) for task in tasks]
            for task, future in zip(tasks, futures, strict=True):
                yield task, self._outcome(future)
            pool.close()
        finally:
            pool.stop()
            pool.join()

    def _outcome(self, future: Any) -> Any:
        try:
            return future.result()
        except FutureTimeoutError:
            return WorkerLostError(f"took more than {self._seconds:.0f} seconds")
        except ProcessExpired:
            return WorkerLostError("the process that worked on it died")
        except RedactorError:
            raise
        except Exception as error:  # what a worker could not even send back, such as a result that cannot be pickled
            return DocumentError(unforeseen(error))


@contextmanager
def _keyboard_is_ours() -> Iterator[None]:
    """Workers that are started here never see Ctrl-C: this process stops them, and they have nothing to say about it.

    A signal mask passes to the threads and processes that are started under it. Without one (Windows), a worker that
    is just starting may print where it was.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # The tracker's own start ends by lifting the mask, so it must be running before.
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
