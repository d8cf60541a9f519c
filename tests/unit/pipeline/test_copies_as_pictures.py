"""The ladder: a page that fails as glyphs is written as a picture, and what fails even so is held with its report."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from drawn_originals import LEGEND, SECRET, decision_of, drawn, finding_of, read, spans_of, words

from redactor.errors import ResidueError, WriteError
from redactor.model import Check, Endorsement, RedactedCopy, VerifiedCopy
from redactor.pipeline import copies
from redactor.pipeline.copies import CopyTask
from redactor.verify import Expectation, FailedCopyError, WithheldValue
from redactor.write import plan

Verify = Callable[..., VerifiedCopy]


@pytest.fixture
def task(tmp_path: Path) -> CopyTask:
    """A document of two pages; its name is on the second."""
    document = read(drawn(words(72, 72, "Plain."), words(72, 72, f"Met {SECRET}.")), tmp_path)
    findings = [finding_of(document, span, at) for at, span in enumerate(spans_of(document, SECRET))]
    quarantine = tmp_path / "quarantine"
    quarantine.mkdir()
    return CopyTask(
        source="a.pdf",
        document=document,
        plans=plan(document, findings, {finding.id: decision_of(finding) for finding in findings}),
        endorsement=Endorsement(("TEST00001", "TEST00002"), LEGEND),
        in_full=False,
        staging=tmp_path,
        quarantine=quarantine,
        values=(WithheldValue(SECRET, True),),
        expected=(Expectation(1, {}), Expectation(2, {})),
    )


def failing(until: Callable[[RedactedCopy], bool], problem: str) -> Verify:
    """A verifier that finds ``problem`` until the copy is as it wants it."""

    def verify(copy: RedactedCopy, *_: object) -> VerifiedCopy:
        if until(copy):
            return VerifiedCopy(copy, (), "0" * 64)
        raise FailedCopyError("failed", checks=(Check("no words lost", (problem,)), Check("page count")))

    return verify


def test_a_copy_that_passes_has_no_pictures(task: CopyTask) -> None:
    assert copies._copy_one(task).copy.pictures == ()


def test_the_page_that_fails_is_written_as_a_picture_and_the_others_stay(
    task: CopyTask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "verify", failing(lambda copy: 2 in copy.pictures, "page 2: 1 words lost"))
    assert copies._copy_one(task).copy.pictures == (2,)


def test_where_no_page_is_to_blame_all_pages_become_pictures(task: CopyTask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "verify", failing(lambda copy: bool(copy.pictures), "object 7: nothing refers to it"))
    assert copies._copy_one(task).copy.pictures == (1, 2)


def test_what_fails_as_a_picture_too_is_quarantined_with_its_report(
    task: CopyTask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "verify", failing(lambda copy: False, "page 2: withheld value"))
    with pytest.raises(ResidueError):
        copies._copy_one(task)
    name = task.document.short_id
    assert (task.quarantine / f"{name}.pdf").is_file()
    assert json.loads((task.quarantine / f"{name}.json").read_text())["pictures"] == [2]
    assert not list(task.staging.glob("TEST*"))


def test_what_the_glyph_writer_cannot_write_is_tried_as_pictures(
    task: CopyTask, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = copies.write

    def only_pictures(*arguments: object, pictures: frozenset[int], **more: object) -> RedactedCopy:
        if not pictures:
            raise WriteError("no redacted copy could be written")
        return write(*arguments, pictures=pictures, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(copies, "write", only_pictures)
    assert copies._copy_one(task).copy.pictures == (1, 2)


def test_a_longer_document_may_take_longer(task: CopyTask) -> None:
    assert task.seconds == 900 + 2 * 30
