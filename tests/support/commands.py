"""Runs the command line as its users do: another process, its exit code, and what it said."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import redactor as package

LIMIT = 240
"""Seconds; no run in the tests comes near, and a hang must not look like patience."""

# The package under test, wherever the command is called from.
_ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(package.__file__).parents[1])}

Finished = subprocess.CompletedProcess[str]


def redactor(*arguments: object, cwd: Path | None = None, program: Sequence[str] = ("-m", "redactor")) -> Finished:
    """``redactor ARGUMENTS``, finished. ``program`` is what Python is told to run."""
    return subprocess.run(
        [sys.executable, *program, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env=_ENVIRONMENT,
        timeout=LIMIT,
        check=False,
    )


def _heeds_ctrl_c() -> None:
    """A shell's background jobs inherit a SIGINT that is ignored; a terminal's do not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def started(*arguments: object) -> subprocess.Popen[str]:
    """``redactor ARGUMENTS`` in a process group of its own, as a terminal would start it."""
    return subprocess.Popen(
        [sys.executable, "-m", "redactor", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=_heeds_ctrl_c,
        env=_ENVIRONMENT,
    )


def wait_until(happened: Callable[[], bool], running: subprocess.Popen[str]) -> None:
    """Returns when ``happened``; fails where the process ends or the limit passes before."""
    end = time.monotonic() + LIMIT
    while not happened():
        assert running.poll() is None, "the run ended before it could be stopped"
        assert time.monotonic() < end, "the run did not come this far"
        time.sleep(0.01)


def stopped_by(running: subprocess.Popen[str], number: signal.Signals) -> Finished:
    """Send the signal to the whole process group, as Ctrl-C does, and wait for the end."""
    os.killpg(running.pid, number)
    out, err = running.communicate(timeout=LIMIT)
    return subprocess.CompletedProcess(running.args, running.returncode, out, err)
