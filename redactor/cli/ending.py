"""How a command that could not finish ends: one error with its exit code and remedy, and never a trace-back."""

from __future__ import annotations

from redactor.engines import unforeseen
from redactor.errors import InterruptedRunError, RedactorError


def ending_of(error: Exception | KeyboardInterrupt) -> RedactorError:
    """What stopped a command. A trace-back, or the message of an error that nobody foresaw, would show what our
    records hold, and they hold documents' text."""
    if isinstance(error, RedactorError):
        return error
    if isinstance(error, KeyboardInterrupt):
        return InterruptedRunError("stopped")
    return RedactorError(unforeseen(error))
