"""What a task may end in: a result, or an error that belongs to its document."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from redactor.errors import DocumentError, RedactorError, WorkerLostError

Task = TypeVar("Task")
Result = TypeVar("Result")

_MORE_MEMORY = "Run again with fewer --jobs, so that each has more; or split the document."
_NO_MEMORY = ("bad_alloc", "malloc (", "calloc (", "out of memory", "Unable to allocate")
"""What C++, MuPDF and numpy say where an allocation fails."""

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
    except MemoryError:
        return WorkerLostError("needed more memory than one worker may take", remedy=_MORE_MEMORY)
    except Exception as error:
        if _out_of_memory(error):
            return WorkerLostError("needed more memory than one worker may take", remedy=_MORE_MEMORY)
        return DocumentError(unforeseen(error))


def _out_of_memory(error: BaseException | None) -> bool:
    """Whether a failed allocation is what lies behind the error: C++ libraries word it in their own ways."""
    while error is not None:
        if isinstance(error, MemoryError) or any(words in str(error) for words in _NO_MEMORY):
            return True
        error = error.__cause__ or error.__context__
    return False


def unforeseen(error: Exception) -> str:
    """An error that nobody foresaw, by its kind and place in our code. Its own message might hold a document's text,
    so it is not passed on."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    place = f"{Path(ours[-1].filename).stem}.{ours[-1].name}, line {ours[-1].lineno}" if ours else "unknown place"
    return f"unforeseen {type(error).__name__} in {place}"
