"""What a task may end in: a result, or an error that belongs to its document."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import TypeVar

from redactor.errors import DocumentError, RedactorError

Task = TypeVar("Task")
Result = TypeVar("Result")


def guarded(function: Callable[[Task], Result], task: Task) -> Result | DocumentError:
    """The function's result, or the DocumentError that stopped it.

    Anything unforeseen is one too, named by its kind and place in our code: its message might hold the document's
    text, so it is not passed on. Other RedactorErrors are raised.
    """
    try:
        return function(task)
    except DocumentError as error:
        return error
    except RedactorError:
        raise
    except Exception as error:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if "redactor" in f.filename]
        place = f"{frames[-1].name}, line {frames[-1].lineno}" if frames else "unknown place"
        return DocumentError(f"unforeseen {type(error).__name__} in {place}")
