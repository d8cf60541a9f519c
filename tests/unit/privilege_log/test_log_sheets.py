from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from typing import Any

import openpyxl
import pytest
from log_factories import LEGEND, NOW

from redactor.privilege_log import COLUMNS, Table, csv_bytes, xlsx_bytes
from redactor.privilege_log.sheets import MOST_CHARACTERS

TABLE = Table(
    title="Redaction log",
    heading="Redaction log, VOL001 & more",
    legend=LEGEND,
    columns=("LogID", "Author", "Notes", "RedactionCount"),
    rows=(("VOL001-0001", "", "first line\nsecond, “quoted”", "3"), ("VOL001-0002", "", "x" * 90, "12")),
    numeric=frozenset({"RedactionCount"}),
)


def one_cell(cell: str | float) -> Table:
    return Table("Redaction log", "", "", ("Notes",), ((cell,),))


def sheet_of(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


def test_csv_begins_with_a_byte_order_mark_and_ends_lines_as_windows_does() -> None:
    data = csv_bytes(TABLE)
    assert data.startswith(b"\xef\xbb\xbfLogID,Author,Notes,RedactionCount\r\n")
    assert data.endswith(b"12\r\n")


def test_csv_reads_back_as_it_was() -> None:
    rows = list(csv.reader(io.StringIO(csv_bytes(TABLE).decode("utf-8-sig"), newline="")))
    assert rows == [list(TABLE.columns), *(list(row) for row in TABLE.rows)]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"])
def test_csv_cells_cannot_be_run_by_a_spreadsheet(start: str) -> None:
    data = csv_bytes(one_cell(f"{start}HYPERLINK(1)")).decode("utf-8-sig")
    ((cell,),) = list(csv.reader(io.StringIO(data, newline="")))[1:]
    assert cell == f"'{start}HYPERLINK(1)"


def test_a_negative_number_is_a_number_and_not_a_formula() -> None:
    assert csv_bytes(one_cell(-3.5)).decode("utf-8-sig").splitlines()[1] == "-3.5"


def test_xlsx_holds_the_same_cells_with_numbers_as_numbers() -> None:
    header, first, second = sheet_of(xlsx_bytes([TABLE], NOW)).iter_rows(values_only=True)
    assert header == TABLE.columns
    assert first == ("VOL001-0001", None, "first line\nsecond, “quoted”", 3)
    assert second[3] == 12


@pytest.mark.parametrize("text", ["=1+1", "{=1+1}", "https://example.org", "@SUM(A1)", "007"])
def test_xlsx_cells_are_text_whatever_they_hold(text: str) -> None:
    cell = sheet_of(xlsx_bytes([one_cell(text)], NOW))["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_xlsx_has_a_frozen_filtered_header_and_prints_landscape_one_page_wide() -> None:
    sheet = sheet_of(xlsx_bytes([TABLE], NOW))
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:D3"
    assert sheet["A1"].font.bold and sheet["C2"].alignment.wrap_text
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.fitToWidth in (None, 1)  # one page wide is what leaving it out means
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert "VOL001 && more" in sheet.oddHeader.left.text
    assert sheet.oddHeader.right.text == LEGEND


def test_xlsx_gives_prose_room_and_writes_a_long_name_over_short_cells_upright() -> None:
    sheet = sheet_of(xlsx_bytes([TABLE], NOW))
    widths = {name: sheet.column_dimensions[name].width for name in "ABC"}
    assert widths["C"] > widths["A"] > widths["B"]
    assert [sheet.cell(1, x).alignment.textRotation for x in (1, 2, 3, 4)] == [0, 90, 0, 90]
    assert sheet.row_dimensions[1].height > len("RedactionCount") * 4


def test_xlsx_is_the_same_to_the_byte_for_the_same_moment() -> None:
    assert xlsx_bytes([TABLE], NOW) == xlsx_bytes([TABLE], NOW)
    assert openpyxl.load_workbook(io.BytesIO(xlsx_bytes([TABLE], NOW))).properties.created == NOW.replace(tzinfo=None)
    assert xlsx_bytes([TABLE], NOW) != xlsx_bytes([TABLE], datetime(2026, 1, 6, tzinfo=UTC))


def test_a_cell_longer_than_xlsx_allows_says_that_it_was_cut_short() -> None:
    value = sheet_of(xlsx_bytes([one_cell("NYICE0000001; " * 4_000)], NOW))["A2"].value
    assert len(value) == MOST_CHARACTERS
    assert value.endswith("(in full in the CSV)")


def test_more_rows_than_a_sheet_can_hold_go_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("redactor.privilege_log.sheets.MOST_ROWS", 3)
    table = Table("Boxes", "", "", ("Page",), ((1,), (2,), (3,)), frozenset({"Page"}))
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([table], NOW)))
    assert book.sheetnames == ["Boxes", "Boxes (2)"]
    assert [cell.value for sheet in book for (cell,) in sheet.iter_rows(min_row=2)] == [1, 2, 3]


def test_a_log_without_lines_still_has_its_header() -> None:
    empty = Table("Redaction log", "", "", COLUMNS, ())
    assert csv_bytes(empty).decode("utf-8-sig").strip() == ",".join(COLUMNS)
    (header,) = sheet_of(xlsx_bytes([empty], NOW)).iter_rows(values_only=True, max_row=1)
    assert header == COLUMNS
