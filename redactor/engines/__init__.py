"""Where work runs. An engine maps a function over documents; what happens to one never happens to its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from redactor.engines.outcome import unforeseen
from redactor.engines.processes import Processes
from redactor.engines.serial import Serial
from redactor.errors import DocumentError
from redactor.plugins import Group, load

Task = TypeVar("Task")
Result = TypeVar("Result")


class Engine(Protocol):
    """Runs ``function`` once for every task."""

    def map(
        self, function: Callable[[Task], Result], tasks: Sequence[Task]
    ) -> Iterator[tuple[Task, Result | DocumentError]]:
        """Each task with its result, or with the DocumentError that stopped it, in the order of the tasks.

        Any other RedactorError is raised: it would stop every task alike.
        """
        ...


def engine(name: str, jobs: int) -> Engine:
    """The engine called ``name``: ``processes`` (one worker a job), ``serial``, or one that a plugin offers.

    Raises SetupError where nobody offers it.
    """
    if name == "processes":
        return Processes(jobs)
    if name == "serial":
        return Serial()
    made: Engine = load(Group.ENGINES, name)(jobs)
    return made


__all__ = ["Engine", "Processes", "Serial", "engine", "unforeseen"]
