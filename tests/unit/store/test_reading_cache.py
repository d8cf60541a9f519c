"""A reading is taken up again only where nothing that it followed from has changed."""

from __future__ import annotations

import gzip
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from store_factories import claim, document, original

from redactor.model import DocumentId
from redactor.store import ReadingCache, cache


@pytest.fixture
def readings(tmp_path: Path) -> ReadingCache:
    made = ReadingCache(tmp_path / "cache")
    made.put(original(tmp_path), document(tmp_path), (claim(),))
    return made


def test_a_reading_comes_back_whole(readings: ReadingCache, tmp_path: Path) -> None:
    known = readings.get(original(tmp_path))
    assert known is not None
    assert known.document == document(tmp_path)
    assert known.detections == (claim(),)


def test_a_reading_by_other_code_does_not_count(
    readings: ReadingCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "code_version", lambda: "other code")
    assert readings.get(original(tmp_path)) is None


def test_the_code_version_follows_the_libraries_that_read(monkeypatch: pytest.MonkeyPatch) -> None:
    before = cache.code_version.__wrapped__()
    assert cache.code_version.__wrapped__() == before
    monkeypatch.setattr(cache, "version", lambda _: "99")
    assert cache.code_version.__wrapped__() != before


def test_a_renamed_file_is_read_again_because_its_name_is_read_too(readings: ReadingCache, tmp_path: Path) -> None:
    assert readings.get(original(tmp_path, "QUINTANILLA.pdf")) is None


def test_family_and_custodian_are_those_of_this_run(readings: ReadingCache, tmp_path: Path) -> None:
    now = replace(original(tmp_path, custodian="Another office"), family=DocumentId("f" * 64))
    known = readings.get(now)
    assert known is not None
    assert (known.document.custodian, known.document.family) == ("Another office", "f" * 64)


def test_a_reading_without_its_flattened_pdf_does_not_count(readings: ReadingCache, tmp_path: Path) -> None:
    (tmp_path / "flat.pdf").unlink()
    assert readings.get(original(tmp_path)) is None


@pytest.mark.parametrize("damage", [b"", b"\x1f\x8b", b"not compressed", gzip.compress(b"{}", mtime=0)])
def test_a_damaged_reading_does_not_count(readings: ReadingCache, tmp_path: Path, damage: bytes) -> None:
    (path,) = (tmp_path / "cache").glob("*.reading.json.gz")
    path.write_bytes(damage)
    assert readings.get(original(tmp_path)) is None


def test_a_reading_cut_anywhere_does_not_count(readings: ReadingCache, tmp_path: Path) -> None:
    (path,) = (tmp_path / "cache").glob("*.reading.json.gz")
    whole = path.read_bytes()
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        assert readings.get(original(tmp_path)) is None


def test_readings_hold_words_and_are_for_their_owner_alone(readings: ReadingCache, tmp_path: Path) -> None:
    kept = list((tmp_path / "cache").iterdir())
    assert len(kept) == 2
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept} == {0o600}
