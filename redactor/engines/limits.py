"""How much of the machine one worker may take. A document that asks for more is held; the others go on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MIB = 1 << 20

LEAST, MOST = 2048 * MIB, 6144 * MIB
"""Bytes of a worker. The least: what the language model, one page of a plan at 300 dpi and an OCR engine need together,
and as much again. The most: nothing that is redacted here needs it, but a decompression bomb does."""

_SHARE = 0.8
"""Of the machine's memory that all workers together may take."""

_CONTROL_GROUP = Path("/sys/fs/cgroup/memory.max")
"""What a container may take at the most (Linux control groups, version 2)."""


def worker_memory(jobs: int) -> int:
    """Bytes that each of ``jobs`` workers may take."""
    return int(min(MOST, max(LEAST, _machine_memory() * _SHARE / max(1, jobs))))


def can_limit() -> bool:
    """Whether this system holds a process to a limit of its memory. Windows and macOS do not."""
    try:
        import resource
    except ImportError:
        return False
    return hasattr(resource, "RLIMIT_DATA") and os.uname().sysname == "Linux"


def limit_memory(size: int) -> None:
    """Hold this process to ``size`` bytes of private memory (heap, stacks, anonymous maps; Linux 4.7 and later). Beyond
    it an allocation fails. Address space is not limited: libraries reserve gigabytes that they never touch."""
    if can_limit():
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        allowed = size if hard == resource.RLIM_INFINITY else min(size, hard)
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_DATA, (allowed, hard))


@contextmanager
def quiet_threads() -> Iterator[None]:
    """One thread to each library while workers start: as many workers as cores are enough for the cores."""
    names = ("OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update({name: "1" for name in names if before[name] is None})
    try:
        yield
    finally:
        for name in names:
            if before[name] is None:
                os.environ.pop(name, None)


def _machine_memory() -> float:
    try:
        installed = float(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
    except (ValueError, OSError, AttributeError):
        return float(MOST)
    with suppress(OSError, ValueError):
        return min(installed, float(_CONTROL_GROUP.read_text()))
    return installed
