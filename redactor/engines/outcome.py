"""What a task may end in: a result, or an error that belongs to its document."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from redactor.errors import DocumentError, RedactorError

Task = TypeVar("Task")
Result = TypeVar("Result")

_PACKAGE = Path(__file__).resolve().parent.parent


def guarded(function: Callable[[Task], Result], task: Task) -> Result | DocumentError:
    """The function's result, or the DocumentError that stopped it.

    Anything unforeseen is one too; see ``unforeseen``. Other RedactorErrors are raised.
    """
    try:
        return function(task)
    except DocumentError as error:
        return error
    except RedactorError:
        raise
    except Exception as error:
        return DocumentError(unforeseen(error))


def unforeseen(error: Exception) -> str:
    """An error that nobody foresaw, by its kind and place in our code. Its own message might hold a document's text,
    so it is not passed on."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    place = f"{Path(ours[-1].filename).stem}.{ours[-1].name}, line {ours[-1].lineno}" if ours else "unknown place"
    return f"unforeseen {type(error).__name__} in {place}"
