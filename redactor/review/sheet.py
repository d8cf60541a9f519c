"""The queue as a spreadsheet, and the spreadsheet back as choices: review for people who work in Excel.

The sheet holds the text of findings, so that somebody can decide without opening the documents: it is work product.
What comes back is untrusted: every row is checked by itself, and every wrong one is named by its number.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import openpyxl
import xlsxwriter
from openpyxl.utils.exceptions import InvalidFileException

from redactor.errors import InputError
from redactor.model import BasisCode, Category, Disposition, FindingId
from redactor.review.records import Choice, Item

QUEUE = "Queue"
COLUMNS = (
    "Finding", "Version", "Control number", "Page", "Why", "State", "Category", "Text", "Around", "Stands as", "Basis",
    "Alike", "Decision", "New category", "New basis", "Reason", "Note",
)  # fmt: skip
_FILLED_IN = COLUMNS[COLUMNS.index("Decision") :]
_WIDTHS = (22, 8, 16, 6, 16, 18, 20, 28, 60, 11, 16, 6, 12, 20, 16, 40, 30)
_CHOICES = (Disposition.PRODUCE, Disposition.REDACT, Disposition.GENERALISE, Disposition.REFER, Disposition.WITHHOLD)
_MOST_ROWS = 1_048_575
_LONGEST_CELL = 32_000
_LARGEST = 100 << 20
"""Bytes of a spreadsheet that is read back, packed or unpacked."""

_HELP = (
    "Fill in the yellow columns of the rows that you decide; leave the others empty.",
    "Decision: produce, redact, generalise (show the part that identifies nobody), refer or withhold (in full).",
    "Reason: required to produce. New category and New basis: only to change what stands; several bases parted by ;",
    "Finding and Version say which finding you saw, and in which state: leave them as they are.",
    "Then: redactor decide DIR --import FILE --name YOUR-NAME. A row whose finding was decided by somebody else in the"
    " meantime is reported, and nothing of the file is taken until it is mended.",
    "This file holds identifiers. It is work product: it must not leave.",
)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A finding as the sheet shows it; ``text`` and ``around`` are for the reviewer's eyes."""

    item: Item
    text: str
    around: str


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """What row ``row`` (1-based, as the spreadsheet counts) says of a finding, and the version that was looked at."""

    row: int
    finding: FindingId
    version: int
    choice: Choice


def sheet_bytes(rows: Sequence[SheetRow], bases: Sequence[BasisCode], made: datetime) -> bytes:
    """The rows as an XLSX file with drop-downs. Text is text, never a formula. Raises InputError for too many rows."""
    if len(rows) > _MOST_ROWS:
        raise InputError("a spreadsheet cannot hold so many findings", remedy="Export a part: one document, one state.")
    buffer = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, {"in_memory": True, **plain}) as book:
        book.set_properties({"title": "Review queue", "created": made.replace(tzinfo=None)})
        _fill_queue(book, rows, bases)
        told = book.add_worksheet("How to")
        told.set_column(0, 0, 120)
        for line, text in enumerate(_HELP):
            told.write_string(line, 0, text, book.add_format({"text_wrap": True}))
    return buffer.getvalue()


def _fill_queue(book: xlsxwriter.Workbook, rows: Sequence[SheetRow], bases: Sequence[BasisCode]) -> None:
    sheet = book.add_worksheet(QUEUE)
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E7E9EE"})
    asked = book.add_format({"bold": True, "bottom": 1, "bg_color": "#FFE699"})
    text = book.add_format({"num_format": "@", "valign": "top"})
    wrapped = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
    yellow = book.add_format({"num_format": "@", "valign": "top", "bg_color": "#FFF8E1", "text_wrap": True})
    for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, asked if name in _FILLED_IN else head)
    for line, row in enumerate(rows, 1):
        for column, value in enumerate(_cells(row)):
            style = wrapped if COLUMNS[column] in ("Text", "Around") else text
            sheet.write_string(line, column, value[:_LONGEST_CELL], style)
        for column in range(len(COLUMNS) - len(_FILLED_IN), len(COLUMNS)):
            sheet.write_blank(line, column, None, yellow)
    last = max(1, len(rows))
    for name, values in (
        ("Decision", [choice.value for choice in _CHOICES]),
        ("New basis", list(bases)),
    ):
        column = COLUMNS.index(name)
        if values and len(",".join(values)) < 255:  # Excel's limit for a list in the cell
            stop = name == "Decision"
            listed = {"validate": "list", "source": values, "error_type": "stop" if stop else "warning"}
            sheet.data_validation(1, column, last, column, listed)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    sheet.set_landscape()


def _cells(row: SheetRow) -> tuple[str, ...]:
    item = row.item
    return (
        item.finding,
        str(item.version),
        item.control,
        str(item.page or ""),
        item.why.value,
        item.state.value,
        item.category.value,
        row.text,
        " ".join(row.around.split()),
        item.disposition.value,
        "; ".join(item.basis),
        str(item.alike),
    )


def choices_in(data: bytes) -> tuple[SheetChoice, ...]:
    """The rows of a sheet that were filled in. Raises InputError, naming every row that is wrong and why, where any is;
    also where the file is no such sheet."""
    lines = list(_lines(data))
    if not lines:
        raise InputError("the spreadsheet is empty", remedy="Give the file that `redactor review --export` made.")
    head = [str(cell or "").strip() for cell in lines[0]]
    missing = [name for name in ("Finding", "Version", "Decision", "Reason") if name not in head]
    if missing:
        raise InputError(
            f"the sheet {QUEUE} has no column {', '.join(missing)}",
            remedy="Give the file that `redactor review --export` made, with its first row as it was.",
        )
    found: list[SheetChoice] = []
    problems: list[str] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(lines[1:], 2):
        cells = {name: str(cell if cell is not None else "").strip() for name, cell in zip(head, line, strict=False)}
        if not any(cells.get(name) for name in _FILLED_IN):
            continue
        wrong = list(_wrong(cells))
        if cells.get("Finding") in seen:
            wrong.append(f"the same finding as row {seen[cells['Finding']]}")
        if wrong:
            problems.append(f"row {number}: {'; '.join(wrong)}")
            continue
        seen[cells["Finding"]] = number
        found.append(_choice(number, cells))
    if problems:
        raise rows_refused(problems)
    return tuple(found)


def rows_refused(problems: Sequence[str]) -> InputError:
    """The refusal of a whole file for some of its rows. ``problems`` name rows, never what stands in them."""
    listed = "\n  ".join(problems)
    return InputError(
        f"nothing was taken from the spreadsheet; {len(problems)} of its rows cannot be:\n  {listed}",
        remedy="Mend these rows, or clear their yellow cells, and import the file again.",
    )


def _lines(data: bytes) -> Iterator[tuple[object, ...]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if len(data) > _LARGEST or sum(entry.file_size for entry in packed.infolist()) > _LARGEST:
                raise InputError("the spreadsheet is too large", remedy="Export a part of the queue, and import that.")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book[QUEUE]
        yield from sheet.iter_rows(values_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError):
        raise InputError(
            f"the file is no spreadsheet with a sheet {QUEUE}",
            remedy="Give the XLSX file that `redactor review --export` made.",
        ) from None


def _wrong(cells: dict[str, str]) -> Iterator[str]:
    decision = cells.get("Decision", "").lower()
    if not cells.get("Finding"):
        yield "no finding"
    if not cells.get("Version", "").isdigit():
        yield "no version"
    if decision not in {choice.value for choice in _CHOICES}:
        yield "Decision must be produce, redact, generalise, refer or withhold"
    elif decision == Disposition.PRODUCE.value and not cells.get("Reason"):
        yield "producing needs a reason"
    if (category := cells.get("New category", "").upper()) and category not in {each.value for each in Category}:
        yield "New category is none that there is"


def _choice(row: int, cells: dict[str, str]) -> SheetChoice:
    basis = tuple(BasisCode(code.strip()) for code in cells.get("New basis", "").split(";") if code.strip())
    category = cells.get("New category", "").upper()
    choice = Choice(
        disposition=Disposition(cells["Decision"].lower()),
        reason=cells.get("Reason", ""),
        basis=basis or None,
        category=Category(category) if category else None,
        note=cells.get("Note", ""),
    )
    return SheetChoice(row, FindingId(cells["Finding"]), int(cells["Version"]), choice)
