from __future__ import annotations

import csv
import stat
from pathlib import Path

import pytest
from volume_factories import document_id, original, verified

from redactor.errors import OutputError, VolumeVerificationError
from redactor.model import DocumentStatus, Held
from redactor.produce import CrosswalkRow, Placed, crosswalk_rows, placed_in, write_crosswalk, write_held

VOLUME = Path("productions/VOL001")


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_source_has_one_row_with_its_duplicates_and_what_was_held(tmp_path: Path) -> None:
    originals = [original(1, "a.pdf", ("copy of a.pdf",)), original(2, "b.pdf"), original(3, "c.pdf", ("d.pdf",))]
    held = [
        Held("c.pdf", document_id(3), "a page has no words", "Run OCR."),
        Held("notes.docx", None, "not a PDF or an image", "Print it to PDF."),
    ]
    copies = [verified(tmp_path, 1, 1, 2), verified(tmp_path, 2, 3, slip_sheet=True)]
    rows = crosswalk_rows(originals, held, placed_in(VOLUME, copies))
    one, two, three = document_id(1), document_id(2), document_id(3)
    path_of_a = "productions/VOL001/PDF/NYICE0000001.pdf"
    assert rows == (
        CrosswalkRow("a.pdf", one, DocumentStatus.PRODUCED, "NYICE0000001", "NYICE0000002", path_of_a),
        CrosswalkRow("copy of a.pdf", one, DocumentStatus.PRODUCED, "NYICE0000001", "NYICE0000002", path_of_a),
        CrosswalkRow(
            "b.pdf",
            two,
            DocumentStatus.WITHHELD,
            "NYICE0000003",
            "NYICE0000003",
            "productions/VOL001/PDF/NYICE0000003.pdf",
        ),
        CrosswalkRow("c.pdf", three, DocumentStatus.HELD),
        CrosswalkRow("d.pdf", three, DocumentStatus.HELD),
        CrosswalkRow("notes.docx", "", DocumentStatus.HELD),
    )


def test_a_document_that_stands_as_it_was_served_keeps_its_place_in_the_earlier_volume() -> None:
    placed = {document_id(1): Placed("NYICE0000009", "NYICE0000009", "productions/VOL001/PDF/NYICE0000009.pdf", False)}
    [row] = crosswalk_rows([original(1, "a.pdf")], [], placed)
    assert (row.status, row.begbates, row.produced_path) == (
        DocumentStatus.PRODUCED,
        "NYICE0000009",
        "productions/VOL001/PDF/NYICE0000009.pdf",
    )


def test_a_document_that_is_neither_produced_nor_held_stops_the_run() -> None:
    with pytest.raises(VolumeVerificationError, match="neither") as caught:
        crosswalk_rows([original(1, "EJEMPLO.pdf")], [], {})
    assert "EJEMPLO" not in str(caught.value)


def test_a_document_that_is_both_produced_and_held_stops_the_run(tmp_path: Path) -> None:
    held = [Held("a.pdf", document_id(1), "residue", "Redact it by hand.")]
    with pytest.raises(VolumeVerificationError, match="both"):
        crosswalk_rows([original(1, "a.pdf")], held, placed_in(VOLUME, [verified(tmp_path, 1, 1)]))


def test_a_copy_that_comes_from_no_original_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(VolumeVerificationError, match="no original"):
        crosswalk_rows([], [], placed_in(VOLUME, [verified(tmp_path, 1, 1)]))


def test_the_crosswalk_has_exactly_its_columns_and_source_paths_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "crosswalk.csv"
    sources = ["=1, 2.pdf", "Ñandú\n.pdf", "@x.pdf"]
    write_crosswalk(path, [CrosswalkRow(source, "0" * 64, DocumentStatus.HELD) for source in sources])
    assert path.read_bytes().startswith(b"source_path,source_sha256,status,begbates,endbates,produced_path\n")
    assert [row["source_path"] for row in read(path)] == sources
    assert {row["status"] for row in read(path)} == {"held"}


def test_a_file_name_that_is_no_text_does_not_stop_the_crosswalk(tmp_path: Path) -> None:
    path = tmp_path / "crosswalk.csv"
    write_crosswalk(path, [CrosswalkRow("scan\udcff.pdf", "0" * 64, DocumentStatus.HELD)])
    assert read(path)[0]["source_path"] == "scan\\udcff.pdf"


def test_held_says_why_and_what_to_do_and_cannot_be_run_by_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "held.csv"
    held = [Held("a.pdf", document_id(1), "damaged", "Get a sound copy."), Held("=1+1.pdf", None, "empty", "Again.")]
    write_held(path, held)
    first, second = read(path)
    assert first == {
        "document": document_id(1)[:12],
        "source_path": "a.pdf",
        "reason": "damaged",
        "remedy": "Get a sound copy.",
    }
    assert (second["document"], second["source_path"]) == ("", "./=1+1.pdf")


def test_work_product_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "crosswalk.csv"
    path.write_text("older and open to all")
    path.chmod(0o644)
    write_crosswalk(path, [])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_write_that_is_cut_off_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "crosswalk.csv"
    path.write_text("as it was")

    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("redactor.produce.atomic.os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_crosswalk(path, [])
    assert [entry.name for entry in tmp_path.iterdir()] == ["crosswalk.csv"]
    assert path.read_text() == "as it was"


def test_a_folder_that_is_not_there_is_an_output_error_without_its_path(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"crosswalk\.csv") as caught:
        write_crosswalk(tmp_path / "EJEMPLO" / "crosswalk.csv", [])
    assert "EJEMPLO" not in str(caught.value)
