"""Runs that many tests read: each is made once, whichever worker comes first."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from commands import Finished, redactor
from filelock import FileLock
from paper import NOTE, NOTICE, STAFFING, write_pdf

DEMO = Path(__file__).parents[2] / "samples" / "demo-matter"


@dataclass(frozen=True)
class FinishedRun:
    """A run that is over: its exit code and words, where it worked, and on what."""

    out: Path
    originals: Path
    code: int
    stdout: str
    stderr: str

    @property
    def volume(self) -> Path:
        return self.out / "productions" / "VOL001"

    @property
    def work_product(self) -> Path:
        return self.out / "work-product"


Make = Callable[[Path], tuple[Path, Path, Finished]]


def _once(factory: pytest.TempPathFactory, name: str, make: Make) -> FinishedRun:
    """``make`` once for all workers of the test run; it gives the originals, the output folder and the end."""
    # With xdist, each worker has a folder of its own below one that they share.
    base = factory.getbasetemp()
    shared = (base.parent if "popen" in base.name else base) / f"shared-{name}"
    with FileLock(f"{shared}.lock"):
        told = shared / "told.json"
        if not told.exists():
            shared.mkdir()
            originals, out, done = make(shared)
            told.write_text(json.dumps([str(out), str(originals), done.returncode, done.stdout, done.stderr]))
        out_, originals_, code, stdout, stderr = json.loads(told.read_text())
    return FinishedRun(Path(out_), Path(originals_), code, stdout, stderr)


def draw_originals(folder: Path) -> Path:
    """Three originals and a copy of one, with names that must not be said."""
    folder.mkdir(parents=True)
    write_pdf(folder / "NTA QUINTANILLA A200-555-123.pdf", [NOTICE])
    write_pdf(folder / "note to file.pdf", [NOTE, STAFFING])
    write_pdf(folder / "staffing.pdf", [STAFFING])
    shutil.copyfile(folder / "note to file.pdf", folder / "note to file (copy).pdf")
    return folder


@pytest.fixture
def originals(tmp_path: Path) -> Path:
    return draw_originals(tmp_path / "originals")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> FinishedRun:
    """The small originals, all produced, without a matter file."""

    def make(folder: Path) -> tuple[Path, Path, Finished]:
        given, out = draw_originals(folder / "originals"), folder / "out"
        return given, out, redactor("run", given, "--out", out, "--jobs", 2)

    return _once(tmp_path_factory, "small", make)


@pytest.fixture(scope="session")
def partly_held(tmp_path_factory: pytest.TempPathFactory) -> FinishedRun:
    """The small originals among files that cannot be produced, with JSON asked for."""

    def make(folder: Path) -> tuple[Path, Path, Finished]:
        given, out = draw_originals(folder / "originals"), folder / "out"
        write_pdf(given / "A200-555-123 locked.pdf", [NOTICE], password="not given")
        whole = (given / "staffing.pdf").read_bytes()
        (given / "cut off.pdf").write_bytes(whole[: len(whole) // 3])
        (given / "nothing in it.pdf").write_bytes(b"")
        (given / "mail QUINTANILLA.zip").write_bytes(b"PK\x03\x04" + b"\0" * 60)
        return given, out, redactor("run", given, "--out", out, "--engine", "serial", "--json")

    return _once(tmp_path_factory, "partly-held", make)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> FinishedRun:
    """The demo matter, as the README runs it."""

    def make(folder: Path) -> tuple[Path, Path, Finished]:
        given, out = DEMO / "originals", folder / "out"
        return given, out, redactor("run", given, "--matter", DEMO / "matter.yaml", "--out", out, "--jobs", 2)

    return _once(tmp_path_factory, "demo", make)
