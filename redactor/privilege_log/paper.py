"""Word files: the statement that goes into the written response, and logs that counsel edit before they are served.

The same input gives the same bytes: the moment in the properties is the caller's, and nothing names this machine.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt

from redactor.privilege_log.share import percent
from redactor.privilege_log.sheets import Table
from redactor.privilege_log.statement import Stated, StatedAnswer, Statement

_BODY, _CELL = Pt(11), Pt(8)
_DOWN, _ACROSS = 6.5, 9.8
"""Inches between the margins of an upright letter page and of one laid across."""

_NARROWEST, _WIDEST = 8, 34
"""Letters that a column has room for, and to which one of prose may grow before it takes more lines."""

_ZIPPED = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that ZIP knows, for every part: when a file was packed is nobody's business."""


def table_docx(table: Table, columns: Sequence[str], created: datetime) -> bytes:
    """The chosen columns of a table, landscape, heads repeated on every page; a column in which nothing stands is left
    out. ``created`` goes into the properties."""
    paper = _paper(landscape=True)
    paper.add_heading(table.heading, level=1)
    if table.legend:
        paper.add_paragraph(table.legend)
    places = [table.columns.index(column) for column in columns]
    places = [place for place in places if any(str(row[place]) for row in table.rows)] or places
    _grid(paper, [table.columns[at] for at in places], [[str(row[at]) for at in places] for row in table.rows], _ACROSS)
    return _bytes(paper, table.heading, created)


def statement_docx(statement: Statement, caption: str, docket: str, court: str, created: datetime) -> bytes:
    """The withholding statement as counsel would file it, with room for a signature (Rule 26(g)(1))."""
    paper = _paper(landscape=False)
    for text in (court, caption, f"No. {docket}" if docket else ""):
        if text:
            paper.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
    paper.add_heading("Statement under Federal Rule of Civil Procedure 34(b)(2)(C)", level=1)
    paper.add_paragraph(
        f"This statement accompanies {statement.volume} ({statement.bates}). It says, objection by objection, whether "
        "responsive materials are being withheld, and permits inspection of the rest."
    )
    for answer in statement.answers:
        _answer(paper, answer)
    if statement.elsewhere:
        paper.add_heading("Orders and agreements of the parties", level=2)
        paper.add_paragraph("Parts are also withheld on these grounds, which reach every document alike:")
        _grounds(paper, statement.elsewhere)
    paper.add_heading("What is produced", level=2)
    some = (
        f"{statement.documents - statement.in_full} of {statement.documents} documents are produced, in part or in full"
    )
    none = "No document is withheld in full."
    held = f"{statement.in_full} are withheld in full, each with a slip sheet and a line in the log."
    paper.add_paragraph(
        f"{some}; {percent(statement.share.part)} of their words are released. {held if statement.in_full else none}"
    )
    paper.add_paragraph("Dated: ____________________")
    paper.add_paragraph("____________________________________\n[Attorney of record; Fed. R. Civ. P. 26(g)(1)]")
    return _bytes(paper, "Statement under Rule 34(b)(2)(C)", created)


def _answer(paper: Any, stated: StatedAnswer) -> None:
    answer = stated.answer
    paper.add_heading(f"Request for Production No. {answer.request}", level=2)
    dates = [f"served {_day(answer.served)}"] if answer.served else []
    dates += [f"response of {_day(answer.responded)}"] if answer.responded else ["no response is recorded"]
    paper.add_paragraph(f"({'; '.join(dates)})")
    if answer.text:
        paper.add_paragraph(answer.text, style="Quote")
    if not stated.stated:
        paper.add_paragraph("No objection is recorded to this request.")
    for each in stated.stated:
        paragraph = paper.add_paragraph()
        paragraph.add_run(f"{each.authority}. ").bold = True
        if each.words:
            paragraph.add_run(f"{each.words} ")
        verb = "are" if each.documents else "are not"
        paragraph.add_run(f"Responsive materials {verb} being withheld on the basis of this objection.")
    _grounds(paper, [each for each in stated.stated if each.documents])


def _day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _grounds(paper: Any, stated: Sequence[Stated]) -> None:
    if not stated:
        return
    rows = [
        [
            each.authority + (f" ({each.asserted_in})" if each.asserted_in else ""),
            "; ".join(each.categories),
            f"{each.documents:,}",
            f"{each.boxes:,}",
            each.bates,
        ]
        for each in stated
    ]
    _grid(paper, ["Ground", "What is withheld", "Documents", "Redactions", "Bates numbers"], rows, _DOWN)
    paper.add_paragraph()


def _grid(paper: Any, heads: Sequence[str], rows: Sequence[Sequence[str]], width: float) -> None:
    """A table of ``width`` inches whose columns are as wide as their words ask."""
    grid = paper.add_table(rows=1, cols=len(heads))
    grid.style, grid.autofit = "Table Grid", False
    _head(grid.rows[0], heads)
    for row in rows:
        for cell, value in zip(grid.add_row().cells, row, strict=True):
            _write(cell, value)
    wanted = [_wanted([head, *(row[at] for row in rows)]) for at, head in enumerate(heads)]
    for column, share in zip(grid.columns, wanted, strict=True):
        column.width = Inches(width * share / sum(wanted))  # one program reads the column's width, another the cells'
        for cell in column.cells:
            cell.width = column.width


def _wanted(texts: Sequence[str]) -> float:
    """How wide a column would be: its longest word on one line, and long texts on a few lines."""
    word = max(len(each) for text in texts for each in re.split(r"[\s/-]+", text))
    return max(word, _NARROWEST, min(_WIDEST, max(map(len, texts)) / 3)) + 3


def _paper(*, landscape: bool) -> Any:
    paper = docx.Document()
    paper.styles["Normal"].font.name = "Times New Roman"
    paper.styles["Normal"].font.size = _BODY
    section = paper.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Inches(0.6 if landscape else 1))
    return paper


def _head(row: Any, names: Sequence[str]) -> None:
    for cell, name in zip(row.cells, names, strict=True):
        _write(cell, name, bold=True)
    properties = row._tr.get_or_add_trPr()
    repeated = OxmlElement("w:tblHeader")  # the row is printed above every page of the table
    repeated.set(qn("w:val"), "true")
    properties.append(repeated)


def _write(cell: Any, text: str, *, bold: bool = False) -> None:
    run = cell.paragraphs[0].add_run(text)
    run.font.size = _CELL
    run.bold = bold


def _bytes(paper: Any, title: str, created: datetime) -> bytes:
    moment = created.astimezone(UTC).replace(tzinfo=None)
    properties = paper.core_properties
    properties.title, properties.author, properties.last_modified_by, properties.comments = title, "", "", ""
    properties.created = properties.modified = moment
    properties.revision = 1
    first = io.BytesIO()
    paper.save(first)
    return _packed_alike(first)


def _packed_alike(made: io.BytesIO) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in parts.namelist():
            packed.writestr(zipfile.ZipInfo(name, _ZIPPED), parts.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
