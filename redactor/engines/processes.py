"""Worker processes with limits of time and memory: a crash, a hang, a kill or a bomb costs one document, not the run.

Windows and macOS enforce no limit of memory; there a document that needs too much is stopped by the system, or not.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar, runtime_checkable

from pebble import ProcessExpired, ProcessPool

from redactor.engines.limits import limit_memory, quiet_threads, worker_memory
from redactor.engines.outcome import guarded, unforeseen
from redactor.errors import DocumentError, RedactorError, WorkerLostError

Task = TypeVar("Task")
Result = TypeVar("Result")

DOCUMENT_SECONDS = 900.0
"""Longest that one document may take in one stage, unless its task says that it may take longer (``Timed``)."""


@runtime_checkable
class Timed(Protocol):
    """A task that knows how long it may take: more pages take longer."""

    @property
    def seconds(self) -> float:
        """The limit for this task, in seconds."""
        ...


class Processes:
    """``jobs`` workers, started afresh (spawn): safe beside MuPDF's and numpy's own threads. ``seconds`` is the limit
    of a task that is not ``Timed``; ``memory`` the bytes of a worker, sized to the machine where it is None."""

    def __init__(self, jobs: int, seconds: float = DOCUMENT_SECONDS, memory: int | None = None) -> None:
        self._jobs = jobs
        self._seconds = seconds
        self._memory = worker_memory(jobs) if memory is None else memory

    def map(
        self, function: Callable[[Task], Result], tasks: Sequence[Task]
    ) -> Iterator[tuple[Task, Result | DocumentError]]:
        """See ``Engine.map``. Stopping the iteration stops the workers."""
        if not tasks:
            return
        workers = min(self._jobs, len(tasks))
        pool: Any = ProcessPool(
            max_workers=workers,
            context=multiprocessing.get_context("spawn"),
            initializer=limit_memory,
            initargs=[self._memory],
        )
        limits = [task.seconds if isinstance(task, Timed) else self._seconds for task in tasks]
        try:
            with _keyboard_is_ours(), quiet_threads():
                futures = [
                    pool.schedule(guarded, args=[function, task], timeout=limit)
                    for task, limit in zip(tasks, limits, strict=True)
                ]
            for task, future, limit in zip(tasks, futures, limits, strict=True):
                yield task, self._outcome(future, limit)
            pool.close()
        finally:
            pool.stop()
            pool.join()

    def _outcome(self, future: Any, seconds: float) -> Any:
        try:
            return future.result()
        except FutureTimeoutError:
            return WorkerLostError(f"took more than {seconds:.0f} seconds")
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
