"""One document after the other in this process: for debugging, and where no process can be started."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from redactor.engines.outcome import guarded
from redactor.errors import DocumentError

Task = TypeVar("Task")
Result = TypeVar("Result")


class Serial:
    """The plainest engine. A crash of the interpreter ends the run, and there is no time limit."""

    def map(
        self, function: Callable[[Task], Result], tasks: Sequence[Task]
    ) -> Iterator[tuple[Task, Result | DocumentError]]:
        """See ``Engine.map``."""
        for task in tasks:
            yield task, guarded(function, task)
