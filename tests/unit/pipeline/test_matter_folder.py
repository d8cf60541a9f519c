"""The output folder: private, used by one run at a time, and never with a weak key."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from redactor.errors import OutputError
from redactor.pipeline.job import MatterFolder


@pytest.fixture
def folder(tmp_path: Path) -> MatterFolder:
    made = MatterFolder(tmp_path / "out")
    made.prepare()
    return made


def test_work_product_is_for_its_owner_alone_even_where_it_was_not(folder: MatterFolder) -> None:
    folder.work_product.chmod(0o755)
    folder.prepare()
    assert stat.S_IMODE(folder.work_product.stat().st_mode) == 0o700


def test_a_folder_below_a_file_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot be written"):
        MatterFolder(tmp_path / "file" / "out").prepare()


def test_a_second_run_in_the_same_folder_is_refused_until_the_first_is_done(folder: MatterFolder) -> None:
    with folder.locked(), pytest.raises(OutputError, match="another run"), MatterFolder(folder.path).locked():
        pass
    with folder.locked():
        assert folder.work_product.is_dir()


def test_the_key_is_made_once_and_kept(folder: MatterFolder, tmp_path: Path) -> None:
    key = folder.key()
    assert len(key) == 32
    assert MatterFolder(folder.path).key() == key
    assert stat.S_IMODE((folder.work_product / "key").stat().st_mode) == 0o600
    other = MatterFolder(tmp_path / "other")
    other.prepare()
    assert other.key() != key


@pytest.mark.parametrize("content", [b"", b"short"])
def test_a_damaged_key_stops_the_run_because_hashes_under_it_could_be_guessed(
    folder: MatterFolder, content: bytes
) -> None:
    (folder.work_product / "key").write_bytes(content)
    with pytest.raises(OutputError, match="key is damaged"):
        folder.key()


def test_each_run_stages_in_a_place_of_its_own_and_clears_what_was_left(folder: MatterFolder) -> None:
    first = folder.new_staging()
    (first / "half.part").write_bytes(b"half")
    second = folder.new_staging()
    assert second != first
    assert not first.exists()
    assert list(folder.staging.iterdir()) == [second]
    folder.clear_staging()
    assert list(folder.staging.iterdir()) == []
