"""The finished volume is read once more, every kind of file in it."""

from __future__ import annotations

import json
import pickle
import zipfile
from pathlib import Path

import pikepdf
import pytest

from redactor.errors import ResidueError
from redactor.model import Check
from redactor.verify import FailedCopyError, Lawful, WithheldValue, bates_of_page, readers, verify_volume
from redactor.verify.readers import poppler_texts, pypdf_texts

NAME = "Marisol Quintanilla"
VALUES = (WithheldValue(NAME, True), WithheldValue("A200-555-123", True), WithheldValue("10025", True))


def pdf(path: Path, text: str) -> None:
    made = pikepdf.new()
    page = made.add_blank_page()
    page.obj.Resources = pikepdf.Dictionary(
        Font=pikepdf.Dictionary(
            F1=pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )
    )
    page.obj.Contents = made.make_stream(b"BT /F1 12 Tf 72 700 Td (" + text.encode() + b") Tj ET")
    made.save(path)


def workbook(path: Path, text: str, *, sheet: str = "Log") -> None:
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("xl/workbook.xml", f'<workbook><sheet name="{sheet}" sheetId="10025"/></workbook>')
        parts.writestr("xl/sharedStrings.xml", f"<sst><si><t>{text}</t></si></sst>")


@pytest.fixture
def volume(tmp_path: Path) -> Path:
    folder = tmp_path / "VOL001"
    for name in ("PDF", "TEXT", "LOG", "DATA"):
        (folder / name).mkdir(parents=True)
    pdf(folder / "PDF" / "NYICE0000001.pdf", "The officer met nobody")
    (folder / "TEXT" / "NYICE0000001.txt").write_text("The officer met nobody")
    (folder / "LOG" / "redaction-log.csv").write_text("\ufeffLogID,Category\r\nVOL001-0001,Name\r\n")
    workbook(folder / "LOG" / "redaction-log.xlsx", "Name or alias of a noncitizen")
    (folder / "DATA" / "VOL001.dat").write_text("þBEGDOCþ\x14þENDDOCþ\n", encoding="utf-8")
    manifest = {"files": [{"path": "PDF/NYICE0000001.pdf", "bytes": 10025, "sha256": "a1" * 10 + "10025" + "b" * 39}]}
    (folder / "MANIFEST.json").write_text(json.dumps(manifest))
    return folder


def failed(folder: Path, allowed: dict[str, int] | None = None) -> dict[str, tuple[str, ...]]:
    return {
        each.name: each.problems for each in verify_volume(folder, VALUES, Lawful(allowed or {})) if not each.passed
    }


def test_a_sound_volume_passes(volume: Path) -> None:
    assert failed(volume) == {}


@pytest.mark.parametrize("name", ["LOG/redaction-log.csv", "DATA/VOL001.dat"])
def test_a_value_in_a_log_or_load_file_is_found(volume: Path, name: str) -> None:
    path = volume / name
    path.write_text(path.read_text() + "MARISOL QUINTANILLA", encoding="utf-8")
    assert failed(volume) == {"volume: logs, load files and manifest": (f"{name}: withheld value",)}


def test_a_value_in_the_text_or_in_a_page_is_found_unless_allowed(volume: Path) -> None:
    (volume / "TEXT" / "NYICE0000001.txt").write_text("Marisol\nQuintanilla")
    pdf(volume / "PDF" / "NYICE0000001.pdf", NAME)
    assert set(failed(volume)) == {"volume: text", "volume: pages", "volume: inside the PDFs"}
    assert failed(volume, {NAME: 1}) == {}


def test_a_message_names_both_places_by_bates_number_and_not_the_value(volume: Path) -> None:
    pdf(volume / "PDF" / "NYICE0000001.pdf", NAME)
    checks = verify_volume(volume, VALUES, Lawful(withheld_at={NAME: "NYICE0000007"}))
    [pages] = [each for each in checks if each.name == "volume: pages"]
    assert pages.problems == ("PDF/NYICE0000001.pdf, NYICE0000001: withheld value (withheld at NYICE0000007)",)
    assert not any(word in repr(checks) for word in NAME.split())


def test_what_one_document_may_show_another_may_not(volume: Path) -> None:
    (volume / "TEXT" / "NYICE0000001.txt").write_text(NAME)
    by_document = {"NYICE0000001": {}, "NYICE0000002": {NAME: 1}}
    checks = verify_volume(volume, VALUES, Lawful({NAME: 1}, by_document))
    assert [each.name for each in checks if not each.passed] == ["volume: text"]
    by_document = {"NYICE0000001": {NAME: 1}, "NYICE0000002": {}}
    assert all(each.passed for each in verify_volume(volume, VALUES, Lawful({NAME: 1}, by_document)))


@pytest.mark.parametrize(
    ("stem", "page", "number"),
    [("NYICE0000009", 2, "NYICE0000010"), ("NYICE0000001_R1", 1, "NYICE0000001"), ("scan of a letter", 1, None)],
)
def test_a_page_is_named_by_its_documents_number(stem: str, page: int, number: str | None) -> None:
    assert bates_of_page(stem, page) == number


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_a_value_cut_up_by_markup_or_in_a_property_of_an_office_file_is_found(volume: Path, suffix: str) -> None:
    cut = "<w:r><w:t>Marisol Quin</w:t></w:r><w:r><w:t>tanilla</w:t></w:r>"
    for part, text in (("word/document.xml", cut), ("docProps/core.xml", f"<dc:creator>{NAME}</dc:creator>")):
        with zipfile.ZipFile(volume / "LOG" / f"log{suffix}", "w") as parts:
            parts.writestr(part, text)
        assert "volume: logs, load files and manifest" in failed(volume)


@pytest.mark.parametrize("where", ["text", "sheet"])
def test_a_value_in_a_workbook_is_found(volume: Path, where: str) -> None:
    path = volume / "LOG" / "redaction-log.xlsx"
    workbook(path, NAME) if where == "text" else workbook(path, "x", sheet=NAME)
    assert "volume: logs, load files and manifest" in failed(volume)


def test_a_value_in_the_manifest_is_found(volume: Path) -> None:
    (volume / "MANIFEST.json").write_text(json.dumps({"note": "A200 555 123"}))
    assert "volume: logs, load files and manifest" in failed(volume)


def test_a_value_in_a_file_name_is_found_and_not_repeated(volume: Path) -> None:
    (volume / "TEXT" / "Quintanilla, Marisol Quintanilla.txt").write_text("")
    report = failed(volume)
    assert "volume: names" in report
    assert "Quintanilla" not in repr(report)


def test_a_file_that_cannot_be_read_is_a_problem(volume: Path) -> None:
    (volume / "DATA" / "extra.bin").write_bytes(b"\0\1")
    (volume / "LOG" / "redaction-log.xlsx").write_bytes(b"not a workbook")
    (volume / "PDF" / "NYICE0000002.pdf").write_bytes(b"not a PDF")
    report = failed(volume)
    assert len(report["volume: logs, load files and manifest"]) == 2
    assert "volume: pages" in report
    assert "volume: inside the PDFs" in report


def test_a_failed_copy_crosses_process_borders_with_its_checks() -> None:
    error = FailedCopyError(
        "abc: failed page count", checks=(Check("page count", ("document: 2 pages for 1 numbers",)),)
    )
    again = pickle.loads(pickle.dumps(error))
    assert isinstance(again, ResidueError)
    assert (str(again), again.checks, again.remedy) == (str(error), error.checks, error.remedy)


def test_the_readers_used_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert readers() == ("pdfium", "pikepdf", "pypdf")
    assert poppler_texts(tmp_path / "x.pdf") is None
    program = tmp_path / "pdftotext"
    program.write_text("#!/bin/sh\nprintf 'first\\fsecond\\f'\n")
    program.chmod(0o755)
    assert readers() == ("pdfium", "pikepdf", "pypdf", "poppler")
    assert poppler_texts(tmp_path / "x.pdf") == ("first", "second")
    program.write_text("#!/bin/sh\nexit 1\n")
    assert poppler_texts(tmp_path / "x.pdf") == (None,)


def test_a_file_that_pypdf_cannot_open_is_an_unread_page(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"nothing")
    assert list(pypdf_texts(tmp_path / "x.pdf")) == [None]
