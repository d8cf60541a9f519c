"""The queue as a spreadsheet and back: what comes back is believed in nothing."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import openpyxl
import pytest

from redactor.errors import InputError
from redactor.model import BasisCode, Category, Disposition, DocumentId, FindingId
from redactor.review.records import Item, State, Why
from redactor.review.sheet import COLUMNS, QUEUE, SheetRow, choices_in, sheet_bytes

NOW = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
BASES = (BasisCode("PO"), BasisCode("1367-U"))


def row(number: int = 1, text: str = "Wen Muster") -> SheetRow:
    item = Item(
        finding=FindingId(f"{number:020x}"),
        document=DocumentId("a" * 64),
        control="C00001",
        page=1,
        passage="p1",
        category=Category.PERSON_NAME,
        state=State.UNDECIDED,
        why=Why.REFERRED,
        disposition=Disposition.REFER,
        basis=(BasisCode("PO"),),
        label="REDACTED",
        score=0.6,
        group="g",
        alike=1,
        version=7,
        order=(0,),
    )
    return SheetRow(item, text, f"Respondent: {text}")


def filled(cells: dict[int, dict[str, object]], rows: int = 1) -> bytes:
    """The sheet as somebody hands it back: ``cells`` by row and column name."""
    book = openpyxl.load_workbook(io.BytesIO(sheet_bytes([row(n) for n in range(1, rows + 1)], BASES, NOW)))
    sheet = book[QUEUE]
    for line, values in cells.items():
        for name, value in values.items():
            sheet.cell(line, COLUMNS.index(name) + 1).value = value
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_row_that_is_filled_in_comes_back_as_a_choice_with_the_version_that_was_seen() -> None:
    given = {"Decision": "Produce", "Reason": "Counsel of record", "New basis": "PO; 1367-U", "Note": "see ECF 12"}
    [choice] = choices_in(filled({2: given}))
    assert (choice.row, choice.finding, choice.version) == (2, f"{1:020x}", 7)
    assert choice.choice.disposition is Disposition.PRODUCE
    assert (choice.choice.reason, choice.choice.basis, choice.choice.note) == ("Counsel of record", BASES, "see ECF 12")


def test_rows_that_nobody_touched_decide_nothing() -> None:
    assert choices_in(filled({3: {"Decision": "redact"}}, rows=3))[0].row == 3
    assert choices_in(filled({}, rows=3)) == ()


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"Decision": "produce"}, "producing needs a reason"),
        ({"Decision": "publish", "Reason": "x"}, "Decision must be"),
        ({"Reason": "only a reason"}, "Decision must be"),
        ({"Decision": "redact", "New category": "PLANET"}, "New category"),
        ({"Decision": "redact", "Version": "new"}, "no version"),
        ({"Decision": "redact", "Finding": None}, "no finding"),
    ],
)
def test_a_row_that_cannot_be_taken_is_named_with_its_number_and_without_its_text(
    cells: dict[str, object], why: str
) -> None:
    with pytest.raises(InputError, match=f"row 2: .*{why}") as caught:
        choices_in(filled({2: cells}))
    assert "Muster" not in str(caught.value)


def test_the_same_finding_twice_is_refused() -> None:
    same = {"Decision": "redact", "Finding": f"{1:020x}"}
    with pytest.raises(InputError, match="row 3: the same finding as row 2"):
        choices_in(filled({2: {"Decision": "redact"}, 3: same}, rows=2))


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "http://example.org", "007"])
def test_text_of_a_document_never_becomes_a_formula_a_link_or_a_number(text: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheet_bytes([row(text=text)], BASES, NOW)))
    cell = book[QUEUE].cell(2, COLUMNS.index("Text") + 1)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04 nearly"])
def test_a_file_that_is_no_spreadsheet_is_refused_kindly(data: bytes) -> None:
    with pytest.raises(InputError, match="no spreadsheet"):
        choices_in(data)


def test_a_sheet_without_its_columns_is_refused_kindly() -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = QUEUE
    book.active.append(["Something", "else"])
    buffer = io.BytesIO()
    book.save(buffer)
    with pytest.raises(InputError, match="no column Finding"):
        choices_in(buffer.getvalue())
