"""Tables as bytes: CSV that a spreadsheet reads right and cannot be made to run, and XLSX that prints well.

The same table gives the same bytes: the moment in the XLSX properties is the caller's, not the clock's.
"""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from redactor.errors import OutputError

Cell = str | int | float

# What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"), with the full-width forms that East
# Asian locales read alike.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")

# Limits of the XLSX format (Microsoft, "Excel specifications and limits").
MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767
HALF_A_HEADER = 110  # of 255, with the codes
CUT_SHORT = " ... (in full in the CSV)"

# Widths in characters of the default font. A cell of many characters wraps; the longer it is, the wider its column.
NARROWEST, MARGIN = 4.5, 1.5
WRAPS_FROM, WRAPPED = 28, 26.0  # room for a range of Bates numbers on one line
PROSE_FROM, PROSE = 60, 34.0
LINE, FILL = 12.5, 1.05  # points of a line at BODY_SIZE; characters of BODY_SIZE in the width of one of the default
FILTER_BUTTON = 3.5
POINTS_A_LETTER = 4.8  # of an upright name, at HEAD_SIZE
HEAD_SIZE, BODY_SIZE = 8, 9
TABLOID = 3
"""Paper of 11 x 17 inches in XLSX's numbering: 31 columns cannot be read on a letter page."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns. ``numeric`` columns are numbers in XLSX; everything else is text, whatever it holds.

    ``heading`` and ``legend`` are printed above every page; ``title`` names the sheet (at most 24 characters).
    """

    title: str
    heading: str
    legend: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: frozenset[str] = frozenset()


def csv_bytes(table: Table) -> bytes:
    """The table as CSV: UTF-8 with byte order mark, CRLF, and no cell of text that a spreadsheet would run."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_inert(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig", errors="replace")


def json_bytes(table: Table) -> bytes:
    """The table as a JSON list with an object for each row, keys in the order of the columns; UTF-8."""
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode("utf-8", errors="replace")


def xlsx_bytes(tables: Sequence[Table], created: datetime) -> bytes:
    """The tables as one workbook, a sheet each (more where a table has more rows than a sheet can hold).

    ``created`` is written into the properties. Raises OutputError where the workbook cannot be built.
    """
    out = io.BytesIO()
    # Every cell is written as what it is; should one ever be written by guess, it still becomes no formula and no link.
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    try:
        with xlsxwriter.Workbook(out, options) as book:
            book.set_properties({"created": created.astimezone(UTC).replace(tzinfo=None)})
            formats = _formats(book)
            for table in tables:
                _add_sheets(book, table, formats)
    except xlsxwriter.exceptions.XlsxWriterException as error:
        raise OutputError("the log could not be written as XLSX") from error
    return out.getvalue()


def _inert(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def _formats(book: Any) -> dict[str, Any]:
    head = {
        "bold": True,
        "font_size": HEAD_SIZE,
        "font_color": "#FFFFFF",
        "bg_color": "#1F3864",
        "border": 1,
        "border_color": "#8EA9DB",
        "valign": "bottom",
    }
    body = {"font_size": BODY_SIZE, "valign": "top", "text_wrap": True, "border": 1, "border_color": "#D9D9D9"}
    shaded = body | {"bg_color": "#F2F5FA"}
    return {
        "head": book.add_format(head),
        # Hung from the top, so that the filter's button does not hide the first letters.
        "head upright": book.add_format(head | {"rotation": 90, "valign": "top", "align": "center"}),
        "text": book.add_format(body),
        "number": book.add_format(body | {"align": "right"}),
        "text shaded": book.add_format(shaded),
        "number shaded": book.add_format(shaded | {"align": "right"}),
    }


def _add_sheets(book: Any, table: Table, formats: dict[str, Any]) -> None:
    size = MOST_ROWS - 1
    for part, start in enumerate(range(0, max(len(table.rows), 1), size), start=1):
        sheet = book.add_worksheet(table.title if part == 1 else f"{table.title} ({part})")
        _fill(sheet, table, table.rows[start : start + size], formats)
        _lay_out(sheet, table, formats)


def _fill(sheet: Any, table: Table, rows: Sequence[tuple[Cell, ...]], formats: dict[str, Any]) -> None:
    numeric = tuple(column in table.numeric for column in table.columns)
    widths = _widths(table)
    for y, row in enumerate(rows, start=1):
        shade = "" if y % 2 else " shaded"
        # Written down, because not every program fits rows to wrapped cells when it opens a file.
        sheet.set_row(y, LINE * max(_lines(str(cell), width) for cell, width in zip(row, widths, strict=True)))
        for x, cell in enumerate(row):
            if cell == "":
                sheet.write_blank(y, x, None, formats[f"text{shade}"])
            elif numeric[x]:
                sheet.write_number(y, x, float(cell), formats[f"number{shade}"])
            else:
                sheet.write_string(y, x, _fitting(str(cell)), formats[f"text{shade}"])
    sheet.autofilter(0, 0, max(len(rows), 1), len(table.columns) - 1)


def _lay_out(sheet: Any, table: Table, formats: dict[str, Any]) -> None:
    upright = [0]
    for x, (column, width) in enumerate(zip(table.columns, _widths(table), strict=True)):
        sheet.set_column(x, x, width)
        if len(column) + FILTER_BUTTON > width:
            upright.append(len(column))
            sheet.write_string(0, x, column, formats["head upright"])
        else:
            sheet.write_string(0, x, column, formats["head"])
    sheet.set_row(0, max(24.0, max(upright) * POINTS_A_LETTER + 18.0))
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(TABLOID)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.6)
    # A lone "&" would be read as a code.
    heading, legend = (text[:HALF_A_HEADER].replace("&", "&&") for text in (table.heading, table.legend))
    sheet.set_header(f"&L{heading}&R{legend}")
    sheet.set_footer("&RPage &P of &N")


def _widths(table: Table) -> tuple[float, ...]:
    return tuple(
        _width(max((len(str(row[x])) for row in table.rows), default=len(column)))
        for x, column in enumerate(table.columns)
    )


def _lines(text: str, width: float) -> int:
    """Lines that the text takes in a column, words kept whole; a little more room than it needs, never less."""
    return sum(len(textwrap.wrap(line, max(4, int(width * FILL)))) or 1 for line in text.split("\n")) if text else 1


def _width(longest: int) -> float:
    """Room for the longest cell. A name that is longer than what stands under it is written upright instead."""
    if longest >= PROSE_FROM:
        return PROSE
    return WRAPPED if longest >= WRAPS_FROM else max(longest + MARGIN, NARROWEST)


def _fitting(text: str) -> str:
    """The text, or as much of it as a cell can hold, and then it says so: nothing is dropped in silence."""
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - len(CUT_SHORT)] + CUT_SHORT
