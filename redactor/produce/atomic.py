"""Files that are there whole or not at all, even when the power goes: write beside, flush, rename."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import IO

from redactor.errors import OutputError

PRIVATE = 0o600
"""Work product is for its owner alone."""


def write_bytes(path: Path, data: bytes, *, mode: int = PRIVATE) -> None:
    """Put ``data`` at ``path`` in one step, replacing what was there. Raises OutputError where the disk refuses.

    Cut off at any moment, the path holds either the old bytes or the new ones.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".partial")
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                flush(file)
            beside.chmod(mode)
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        flush_folder(path.parent)
    except OSError as error:
        raise refused(f"{path.name} could not be written", error) from None


def flush(file: IO[bytes]) -> None:
    """Bring what was written to an open file to the disk itself."""
    file.flush()
    os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Bring a folder's list of names to the disk itself, where the system can (Windows cannot, and need not)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def refused(what: str, error: OSError) -> OutputError:
    """The disk's refusal in words that name no path: a path may carry the name of an original."""
    return OutputError(f"{what}: {error.strerror or 'the disk refused'}")
