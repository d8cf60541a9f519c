"""A volume that was served counts for ever: its numbers are never given again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from redactor.bates import BatesFormat
from redactor.errors import OutputError
from redactor.model import DocumentId, Held, Production
from redactor.pipeline.job import MatterFolder
from redactor.pipeline.volumes import Volumes

BATES = BatesFormat("PROD", 6)
HELD = (Held("a.zip", DocumentId("1" * 64), "a ZIP archive", "Print it."), Held("gone", None, "gone", "Look."))


@pytest.fixture
def folder(tmp_path: Path) -> MatterFolder:
    made = MatterFolder(tmp_path / "out")
    made.prepare()
    return made


def make_volume(
    folder: MatterFolder, name: str, first: int, last: int, *, confirmed: bool = True, state: str = "s"
) -> Production:
    placed = folder.productions / name
    (placed / "PDF").mkdir(parents=True)
    hashes = {"MANIFEST.json": "", f"PDF/{BATES.format(first)}.pdf": ""}
    production = Production(name, placed, BATES.format(first), BATES.format(last), 1, 2, 3, ("PROD000009",), hashes)
    volumes = Volumes(folder)
    volumes.remember(state, production, HELD, (BATES.format(first), BATES.format(last)))
    for path in hashes:
        (placed / path).write_bytes(b"{}")
    if confirmed:
        volumes.confirm(name)
    return production


def test_the_first_volume_is_vol001_and_begins_where_the_matter_says(folder: MatterFolder) -> None:
    volumes = Volumes(folder)
    assert (volumes.newest_name(), volumes.next_name()) == (None, "VOL001")
    assert volumes.next_number(BatesFormat("PROD", 6, 500)) == 500


def test_the_next_volume_goes_on_after_every_number_that_was_set_aside(folder: MatterFolder) -> None:
    make_volume(folder, "VOL001", 1, 40)
    make_volume(folder, "VOL002", 41, 43)
    volumes = Volumes(folder)
    assert (volumes.newest_name(), volumes.next_name(), volumes.next_number(BATES)) == ("VOL002", "VOL003", 44)


def test_another_prefix_is_another_series(folder: MatterFolder) -> None:
    make_volume(folder, "VOL001", 1, 40)
    assert Volumes(folder).next_number(BatesFormat("OTHER", 6)) == 1


def test_volume_1000_comes_after_999(folder: MatterFolder) -> None:
    make_volume(folder, "VOL999", 1, 1)
    make_volume(folder, "VOL1000", 2, 2)
    assert Volumes(folder).next_name() == "VOL1001"


def test_a_volume_that_was_moved_away_keeps_its_name_and_its_numbers(folder: MatterFolder) -> None:
    make_volume(folder, "VOL001", 1, 40)
    shutil.rmtree(folder.productions / "VOL001")
    volumes = Volumes(folder)
    assert (volumes.next_name(), volumes.next_number(BATES)) == ("VOL002", 41)
    assert volumes.standing("s") is None


def test_a_record_whose_volume_was_never_moved_into_place_counts_for_nothing(folder: MatterFolder) -> None:
    make_volume(folder, "VOL001", 1, 40, confirmed=False)
    shutil.rmtree(folder.productions / "VOL001")
    volumes = Volumes(folder)
    assert (volumes.next_name(), volumes.next_number(BATES)) == ("VOL001", 1)


def test_a_volume_that_was_cut_off_before_it_was_confirmed_counts(folder: MatterFolder) -> None:
    make_volume(folder, "VOL001", 1, 40, confirmed=False)
    assert Volumes(folder).next_number(BATES) == 41


def test_a_volume_without_its_record_stops_the_run(folder: MatterFolder) -> None:
    make_volume(folder, "VOL001", 1, 40)
    (folder.work_product / "volumes" / "VOL001.json").unlink()
    with pytest.raises(OutputError, match="VOL001"):
        Volumes(folder).next_number(BATES)


def test_folders_that_are_no_volumes_of_ours_are_let_be(folder: MatterFolder) -> None:
    make_volume(folder, "VOL001", 1, 40)
    for name in ("VOL001 copy", "VOLUME", "old"):
        shutil.copytree(folder.productions / "VOL001", folder.productions / name)
    assert Volumes(folder).newest_name() == "VOL001"


def test_only_the_newest_volume_stands_and_only_for_the_state_it_followed_from(folder: MatterFolder) -> None:
    make_volume(folder, "VOL001", 1, 40, state="first")
    made = make_volume(folder, "VOL002", 41, 50, state="second")
    volumes = Volumes(folder)
    assert volumes.standing("first") is None
    standing = volumes.standing("second")
    assert standing is not None
    assert standing.production == made
    assert standing.held == HELD


def test_a_volume_with_a_missing_file_does_not_pass_for_standing(folder: MatterFolder) -> None:
    made = make_volume(folder, "VOL001", 1, 40)
    (made.folder / "PDF" / "PROD000001.pdf").unlink()
    with pytest.raises(OutputError, match="1 files of VOL001 are missing"):
        Volumes(folder).standing("s")


def test_the_record_names_no_source_outside_work_product(folder: MatterFolder) -> None:
    make_volume(folder, "VOL001", 1, 40)
    record = json.loads((folder.work_product / "volumes" / "VOL001.json").read_text())
    assert record["published"] is True
    assert record["production"]["folder"] == ""
