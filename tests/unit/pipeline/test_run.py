"""The order of the stages, with an engine that can lose a worker: what is held, what stands, what is tried again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from paper import NOTE, NOTICE, write_pdf
from volume_reading import rows

from redactor.engines import Serial
from redactor.errors import DocumentError, ResidueError, WorkerLostError
from redactor.pipeline import Job, run
from redactor.pipeline.job import MatterFolder

NOW = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


@dataclass
class Losing:
    """An engine that works like Serial, and ends the first copy, or every one, with ``error``."""

    error: DocumentError | None = None
    everything: bool = False
    _serial: Serial = field(default_factory=Serial)

    def map(self, function: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
        writes = function.__name__ == "_copy_one"
        for place, (task, outcome) in enumerate(self._serial.map(function, tasks)):
            fails = self.error is not None and writes and (self.everything or place == 0)
            yield task, self.error if fails else outcome


@pytest.fixture
def given(tmp_path: Path) -> Path:
    folder = tmp_path / "given"
    folder.mkdir()
    write_pdf(folder / "a.pdf", [NOTICE])
    write_pdf(folder / "b.pdf", [NOTE])
    return folder


def job(given: Path, engine: Losing) -> Job:
    def progress(stage: str, done: int, total: int) -> None:
        assert 0 <= done <= total

    return Job((given,), MatterFolder(given.parent / "out"), None, engine, NOW, progress)


def test_a_document_that_lost_its_worker_is_held_and_the_same_command_tries_again(given: Path) -> None:
    first = run(job(given, Losing(WorkerLostError("the process that worked on it died"))))
    assert first.production is not None
    assert (first.production.documents, len(first.held), first.production.gaps) == (1, 1, ("PROD0000001",))
    again = run(job(given, Losing()))
    assert again.production is not None
    assert (again.unchanged, again.held, again.production.volume, again.production.documents) == (
        False,
        (),
        "VOL002",
        1,
    )
    assert (again.production.begin, again.standing, again.supersedes) == ("PROD0000003", 1, ())


def test_a_document_that_failed_its_check_stays_held_when_nothing_changed(given: Path) -> None:
    first = run(job(given, Losing(ResidueError("failed residue: pdfium (page 1)"))))
    again = run(job(given, Losing()))
    assert first.production is not None and again.production is not None
    assert (again.unchanged, again.held, again.production.volume) == (True, first.held, "VOL001")


def test_when_every_copy_fails_nothing_is_produced_and_everything_is_accounted_for(given: Path) -> None:
    release = run(job(given, Losing(ResidueError("failed"), everything=True)))
    work_product = given.parent / "out" / "work-product"
    assert release.production is None
    assert len(release.held) == 2
    assert not (given.parent / "out" / "productions").exists()
    assert [row["status"] for row in rows(work_product / "crosswalk.csv")] == ["held", "held"]
    assert len(rows(work_product / "held.csv")) == 2
    assert (work_product / "referred.csv").is_file()


def test_numbers_of_a_release_that_produced_nothing_are_free_again(given: Path) -> None:
    run(job(given, Losing(ResidueError("failed"), everything=True)))
    release = run(job(given, Losing()))
    assert release.production is not None
    assert (release.production.volume, release.production.begin) == ("VOL001", "PROD0000001")
