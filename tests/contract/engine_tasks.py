"""Work for the engines under test: functions that a worker process can import."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass

from redactor.errors import OutputError, UnreadableDocumentError

SECRET = "Quintanilla"


def worked(task: str) -> str:
    """What the task's name says: done, or gone in one of the ways in which a document goes."""
    match task.split(":")[0]:
        case "slow":
            time.sleep(0.3)
        case "unreadable":
            raise UnreadableDocumentError("the file is damaged")
        case "unforeseen":
            raise ZeroDivisionError(f"{SECRET} could not be divided")
        case "full":
            raise OutputError("the disk is full", remedy="Make room.")
        case "exit":
            os._exit(1)
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "hangs":
            time.sleep(60)
        case "bomb":
            return f"unpacked {len(bytearray(3 << 30))}"
        case "no-pickle":
            return lambda: None  # type: ignore[return-value]
    return f"done {task}"


@dataclass(frozen=True)
class TimedTask:
    """Work that says how long it may take."""

    name: str
    seconds: float


def timed(task: TimedTask) -> str:
    return worked(task.name)
