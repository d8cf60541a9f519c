from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from volume_factories import LOG, document_id, terms, verified

from redactor.errors import OutputError, VolumeVerificationError
from redactor.model import RedactedCopy, VerifiedCopy
from redactor.produce import MANIFEST, produce, publish
from redactor.produce.volume import _gaps


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work-product"
    folder.mkdir()
    return folder


@pytest.fixture
def staging(work: Path) -> Path:
    return work / "staging" / "VOL001"


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def manifest_of(folder: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    return manifest


def damaged(copy: VerifiedCopy) -> VerifiedCopy:
    """The copy, changed on the disk after it was verified."""
    copy.copy.path.write_bytes(b"changed")
    return copy


def test_a_volume_has_pdf_text_log_and_manifest_named_by_bates_number(work: Path, staging: Path) -> None:
    produce([verified(work, 2, 3), verified(work, 1, 1, 2)], terms(3), LOG, staging)
    assert files(staging) == [
        "LOG/redaction-log.csv",
        "LOG/redaction-log.xlsx",
        "MANIFEST.json",
        "PDF/NYICE0000001.pdf",
        "PDF/NYICE0000003.pdf",
        "TEXT/NYICE0000001.txt",
        "TEXT/NYICE0000003.txt",
    ]
    assert (staging / "PDF/NYICE0000003.pdf").read_bytes() == b"%PDF-1.7 copy 2"


def test_text_is_utf8_with_a_form_feed_between_pages_and_only_there(work: Path, staging: Path) -> None:
    copy = verified(work, 1, 1, 2)
    copy = replace(copy, copy=replace(copy.copy, text=("Página\fone", "two \ud800")))
    produce([copy], terms(2), LOG, staging)
    assert (staging / "TEXT/NYICE0000001.txt").read_bytes() == "Página\none\ftwo ?".encode()


def test_the_production_tells_what_is_in_the_volume(work: Path, staging: Path) -> None:
    copies = [verified(work, 1, 2, 2, boxes=3), verified(work, 2, 6, slip_sheet=True)]
    production = produce(copies, terms(8), LOG, staging)
    assert (production.begin, production.end) == ("NYICE0000002", "NYICE0000006")
    assert (production.documents, production.pages, production.boxes) == (2, 3, 3)
    assert production.gaps == ("NYICE0000001", "NYICE0000004", "NYICE0000005", "NYICE0000007", "NYICE0000008")
    assert sorted(production.hashes) == files(staging)
    for path, sha256 in production.hashes.items():
        assert hashlib.sha256((staging / path).read_bytes()).hexdigest() == sha256


def test_the_manifest_lists_every_other_file_with_size_and_hash(work: Path, staging: Path) -> None:
    produce([verified(work, 1, 2, 2, boxes=3), verified(work, 2, 6, slip_sheet=True)], terms(8), LOG, staging)
    manifest = manifest_of(staging)
    assert [entry["path"] for entry in manifest["files"]] == [path for path in files(staging) if path != MANIFEST]
    for entry in manifest["files"]:
        data = (staging / entry["path"]).read_bytes()
        assert (entry["bytes"], entry["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert manifest["bates"] == {
        "first": "NYICE0000002",
        "last": "NYICE0000006",
        "not_used": ["NYICE0000001", "NYICE0000004-NYICE0000005", "NYICE0000007-NYICE0000008"],
    }
    assert manifest["counts"] == {"boxes": 3, "documents": 2, "pages": 3, "slip_sheets": 1}
    assert (manifest["volume"], manifest["produced"]) == ("VOL001", "2026-01-05T12:00:00Z")
    assert (manifest["tool"], manifest["supersedes"]) == ("redactor 0.1.0", {})


def test_the_manifest_says_nothing_about_originals(work: Path, staging: Path) -> None:
    produce([verified(work, 1, 1)], terms(1), LOG, staging)
    text = (staging / MANIFEST).read_text("utf-8")
    assert document_id(1)[:12] not in text
    assert "work 1" not in text and str(work) not in text


def test_the_same_volume_has_the_same_bytes(work: Path, tmp_path: Path) -> None:
    copies = [verified(work, 1, 1), verified(work, 2, 2)]
    one = produce(copies, terms(2), LOG, tmp_path / "one")
    other = produce(copies[::-1], terms(2), LOG, tmp_path / "other")
    assert one.hashes == other.hashes


def test_a_copy_that_is_issued_again_is_named_so_and_the_manifest_says_what_it_supersedes(
    work: Path, staging: Path
) -> None:
    made = verified(work, 1, 1)
    endorsement = replace(made.copy.endorsement, revision=1)
    again = replace(made, copy=replace(made.copy, endorsement=endorsement))
    before = {"NYICE0000001_R1.pdf": "VOL001/PDF/NYICE0000001.pdf"}
    produce([again], terms(1, "VOL002", supersedes=before), LOG, staging)
    assert manifest_of(staging)["supersedes"] == before
    assert (staging / "PDF" / "NYICE0000001_R1.pdf").is_file() and (staging / "TEXT" / "NYICE0000001_R1.txt").is_file()


def test_a_copy_that_changed_after_it_was_verified_stops_the_volume_and_leaves_nothing(
    work: Path, staging: Path
) -> None:
    with pytest.raises(VolumeVerificationError, match="NYICE0000002"):
        produce([verified(work, 1, 1), damaged(verified(work, 2, 2))], terms(2), LOG, staging)
    assert not staging.exists()


def test_a_copy_that_is_gone_stops_the_volume_without_naming_its_path(work: Path, staging: Path) -> None:
    copy = verified(work, 1, 1)
    copy.copy.path.unlink()
    with pytest.raises(OutputError) as caught:
        produce([copy], terms(1), LOG, staging)
    assert "work 1" not in str(caught.value)
    assert not staging.exists()


@pytest.mark.parametrize("stop", [KeyboardInterrupt, MemoryError])
def test_an_interrupted_run_leaves_no_half_written_folder(
    work: Path, staging: Path, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
) -> None:
    def interrupted(*_: object) -> None:
        assert (staging / "PDF/NYICE0000001.pdf").exists()
        raise stop

    monkeypatch.setattr("redactor.produce.volume.manifest_bytes", interrupted)
    with pytest.raises(stop):
        produce([verified(work, 1, 1)], terms(1), LOG, staging)
    assert not staging.exists()


def test_what_a_killed_run_left_is_replaced(work: Path, staging: Path) -> None:
    (staging / "PDF").mkdir(parents=True)
    (staging / "PDF/NYICE0000009.pdf").write_bytes(b"half")
    produce([verified(work, 1, 1)], terms(1), LOG, staging)
    assert "PDF/NYICE0000009.pdf" not in files(staging)


def test_a_staging_folder_with_anything_else_in_it_is_not_touched(work: Path, staging: Path) -> None:
    staging.mkdir(parents=True)
    (staging / "letter.docx").write_bytes(b"mine")
    with pytest.raises(OutputError, match="no part of a volume"):
        produce([verified(work, 1, 1)], terms(1), LOG, staging)
    assert files(staging) == ["letter.docx"]


def test_a_number_used_twice_or_never_allotted_stops_the_volume(work: Path, staging: Path) -> None:
    with pytest.raises(VolumeVerificationError, match="NYICE0000002"):
        produce([verified(work, 1, 1, 2), verified(work, 2, 2)], terms(3), LOG, staging)
    with pytest.raises(VolumeVerificationError, match="NYICE0000002"):
        produce([verified(work, 1, 1, 2)], terms(1), LOG, staging)


def test_text_that_does_not_match_the_pages_stops_the_volume(work: Path, staging: Path) -> None:
    copy = verified(work, 1, 1, 2)
    with pytest.raises(VolumeVerificationError, match="text"):
        produce([replace(copy, copy=replace(copy.copy, text=("one",)))], terms(2), LOG, staging)


@pytest.mark.parametrize("name", ["../redaction-log.csv", "a/b.csv", "Redaction Log.csv", ".csv"])
def test_a_log_file_cannot_be_put_elsewhere(work: Path, staging: Path, name: str) -> None:
    with pytest.raises(OutputError, match="log file"):
        produce([verified(work, 1, 1)], terms(1), {name: b""}, staging)
    assert not staging.exists()


def test_produce_takes_verified_copies_only(work: Path, staging: Path) -> None:
    unverified: RedactedCopy = verified(work, 1, 1).copy
    with pytest.raises(AttributeError):
        produce([unverified], terms(1), LOG, staging)  # type: ignore[list-item]
    assert not staging.exists()


def test_publishing_moves_the_volume_whole(work: Path, staging: Path, tmp_path: Path) -> None:
    production = produce([verified(work, 1, 1)], terms(1), LOG, staging)
    folder = publish(staging, tmp_path / "productions", "VOL001")
    assert folder == tmp_path / "productions" / "VOL001"
    assert files(folder) == sorted(production.hashes)
    assert not staging.exists()


@pytest.mark.parametrize("there", ["a volume", "an empty folder", "a file", "a broken link"])
def test_publishing_never_overwrites(work: Path, staging: Path, tmp_path: Path, there: str) -> None:
    target = tmp_path / "productions" / "VOL001"
    target.parent.mkdir()
    if there == "a file":
        target.write_text("served")
    elif there == "a broken link":
        target.symlink_to("nowhere")
    else:
        target.mkdir()
    if there == "a volume":
        (target / MANIFEST).write_text("served")
    before = (files(tmp_path / "productions"), target.is_symlink())
    produce([verified(work, 1, 1)], terms(1), LOG, staging)
    built = files(staging)
    with pytest.raises(OutputError, match="never overwritten"):
        publish(staging, tmp_path / "productions", "VOL001")
    assert (files(tmp_path / "productions"), target.is_symlink()) == before
    assert files(staging) == built


def test_a_volume_that_appears_at_the_last_moment_is_not_overwritten(
    work: Path, staging: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "productions" / "VOL001"

    def another_run_is_faster(_: Path) -> None:
        target.mkdir(exist_ok=True)
        (target / MANIFEST).write_text("served")

    produce([verified(work, 1, 1)], terms(1), LOG, staging)
    monkeypatch.setattr("redactor.produce.volume.flush_folder", another_run_is_faster)
    with pytest.raises(OutputError, match="never overwritten"):
        publish(staging, tmp_path / "productions", "VOL001")
    assert (target / MANIFEST).read_text() == "served"


def test_a_move_that_fails_leaves_productions_without_a_volume(
    work: Path, staging: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def another_filesystem(self: Path, target: Path) -> Path:
        raise OSError(18, "Invalid cross-device link", str(self))

    produce([verified(work, 1, 1)], terms(1), LOG, staging)
    monkeypatch.setattr(Path, "rename", another_filesystem)
    with pytest.raises(OutputError, match="cross-device") as caught:
        publish(staging, tmp_path / "productions", "VOL001")
    assert str(staging) not in str(caught.value)
    assert list((tmp_path / "productions").iterdir()) == []
    assert (staging / MANIFEST).exists()


def test_an_unfinished_volume_is_not_published(staging: Path, tmp_path: Path) -> None:
    (staging / "PDF").mkdir(parents=True)
    with pytest.raises(OutputError, match="not complete"):
        publish(staging, tmp_path / "productions", "VOL001")


@pytest.mark.parametrize("name", ["", "..", "../VOL001", "vol001", "VOL 001", "VOL001/x"])
def test_a_volume_cannot_be_named_out_of_its_folder(staging: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="name"):
        publish(staging, tmp_path / "productions", name)


@given(st.lists(st.tuples(st.integers(1, 4), st.booleans()), max_size=8))
def test_used_numbers_and_gaps_together_are_the_numbers_allotted(
    tmp_path_factory: pytest.TempPathFactory, documents: list[tuple[int, bool]]
) -> None:
    folder = tmp_path_factory.mktemp("copies")
    first, copies = 1, []
    for place, (pages, held) in enumerate(documents):
        if not held:
            copies.append(verified(folder, place, first, pages))
        first += pages
    plan = terms(first - 1)
    used = [number for copy in copies for number in copy.copy.endorsement.numbers]
    assert sorted([*used, *_gaps(copies, plan)]) == list(plan.allotted)
