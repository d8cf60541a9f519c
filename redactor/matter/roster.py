"""The roster: people the matter already knows, as CSV, XLSX or rows in the matter file.

Messages name file and line, never what stands in a cell. Which status is believed is said in ``protection.py``.
"""

from __future__ import annotations

import csv
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from redactor.errors import MatterFileError
from redactor.matter.protection import settled
from redactor.matter.records import AppealPath, RosterEntry
from redactor.model import ProtectionStatus, Role

COLUMNS = (
    "last_name",
    "first_name",
    "aka",
    "a_number",
    "date_of_birth",
    "role",
    "form",
    "filed",
    "status",
    "denied",
    "appeals_exhausted",
    "proof",
    "signed_off_by",
    "signed_off_on",
    "decision_id",
    "appeal_path",
    "adults_in_case",
    "minors_in_case",
    "family_of",
)
_US_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_A_NUMBER_DIGITS = (7, 9)  # 8 C.F.R. § 1.2: seven to nine digits

Cell = str | int | float | date | datetime | bool | None
Row = tuple[str, Mapping[str, Cell]]
"""Where a row stands (``file:line``), and its cells by column."""

_NO_WORKBOOK = (
    InvalidFileException, zipfile.BadZipFile, zlib.error, ParseError, EOFError, RecursionError,
    KeyError, IndexError, ValueError, TypeError, AttributeError,
)  # fmt: skip
"""What openpyxl raises over a damaged workbook, whichever part of it is damaged."""

_SAVE_AGAIN = "Open it in a spreadsheet program and save it again as XLSX without a password, or as CSV UTF-8."

Choice = TypeVar("Choice", bound=StrEnum)
Default = TypeVar("Default")


def read_roster(path: Path) -> tuple[tuple[RosterEntry, ...], tuple[str, ...]]:
    """The people of a CSV (UTF-8, with or without byte order mark, commas) or XLSX (first sheet), and notices.

    The first row names the columns. Raises MatterFileError for a file or a row that cannot be read.
    """
    kind = path.suffix.lower()
    if kind not in (".csv", ".xlsx"):
        raise MatterFileError(f"{path.name}: a roster is a .csv or an .xlsx file", remedy=_SAVE_AGAIN)
    try:
        rows = list(_csv_rows(path) if kind == ".csv" else _xlsx_rows(path))
    except OSError as error:
        if error.errno is None:  # openpyxl's own: a zip archive without a workbook in it
            raise _no_workbook(path) from error
        raise MatterFileError(
            f"{path.name}: cannot be read ({error.strerror})",
            remedy="Name the roster under `roster` in matter.yaml as it stands beside that file.",
        ) from error
    return entries(_with_columns(path.name, rows))


def entries(rows: Iterable[Row]) -> tuple[tuple[RosterEntry, ...], tuple[str, ...]]:
    """The people of ``rows`` and the notices about them; rows without a single value are skipped."""
    people: list[RosterEntry] = []
    notices: dict[str, None] = {}
    unknown: set[str] = set()
    for place, row in rows:
        for number, (column, cell) in enumerate(row.items(), 1):
            if column not in COLUMNS and column not in unknown and _text(cell):
                unknown.add(column)
                notices[
                    f"{place}: column {number} is filled in and has a heading that is not known, so it is not used; "
                    f"the headings are {', '.join(COLUMNS)}"
                ] = None
        if all(_text(cell) == "" for cell in row.values()):
            continue
        entry, told = settled(_entry(place, row))
        people.append(entry)
        notices |= dict.fromkeys(told)
    return tuple(people), tuple(notices)


def _csv_rows(path: Path) -> Iterator[tuple[int, list[Cell]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            heading = file.readline()
            file.seek(0)
            # Excel writes semicolons where the comma is the decimal sign.
            reader = csv.reader(file, delimiter=";" if ";" in heading and "," not in heading else ",", strict=True)
            before = 0
            for row in reader:
                yield before + 1, list(row)
                before = reader.line_num
    except UnicodeDecodeError as error:
        raise MatterFileError(f"{path.name}: is not UTF-8 text", remedy="Save it as 'CSV UTF-8'.") from error
    except csv.Error as error:
        raise MatterFileError(
            f"{path.name}:{reader.line_num}: a quote is not closed or stands inside a cell"
        ) from error


def _xlsx_rows(path: Path) -> Iterator[tuple[int, list[Cell]]]:
    try:
        workbook = load_workbook(path, read_only=True, data_only=True)
        try:
            for number, row in enumerate(workbook.worksheets[0].iter_rows(values_only=True), start=1):
                yield number, [_cell(value) for value in row]
        finally:
            workbook.close()
    except _NO_WORKBOOK as error:
        raise _no_workbook(path) from error


def _no_workbook(path: Path) -> MatterFileError:
    return MatterFileError(f"{path.name}: is not a sound XLSX file", remedy=_SAVE_AGAIN)


def _cell(value: object) -> Cell:
    return value if isinstance(value, str | int | float | date) or value is None else str(value)


def _with_columns(name: str, rows: list[tuple[int, list[Cell]]]) -> Iterator[Row]:
    if not rows:
        raise MatterFileError(f"{name}:1: is empty; the first row names the columns")
    first, header = rows[0]
    columns = [re.sub(r"[\s\-]+", "_", _text(cell).lower()) for cell in header]
    while columns and not columns[-1]:
        columns.pop()
    if "last_name" not in columns:
        raise MatterFileError(
            f"{name}:{first}: there is no column last_name",
            remedy="Name the columns in the first row: last_name, first_name, aka, a_number, date_of_birth, role …",
        )
    columns = [column or f"column {number}" for number, column in enumerate(columns, 1)]
    if len(set(columns)) < len(columns):
        raise MatterFileError(f"{name}:{first}: two columns have the same name", remedy="Rename one of them.")
    for line, cells in rows[1:]:
        if any(_text(cell) for cell in cells[len(columns) :]):
            raise MatterFileError(f"{name}:{line}: has more cells than there are columns")
        yield f"{name}:{line}", dict(zip(columns, cells, strict=False))


def _text(cell: Cell) -> str:
    # A spreadsheet gives a long number back as 200123456.0.
    return "" if cell is None else str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell).strip()


def _entry(place: str, row: Mapping[str, Cell]) -> RosterEntry:
    def text(column: str) -> str:
        return _text(row.get(column))

    def day(column: str) -> date | None:
        return _date(place, column, row.get(column))

    a_number = text("a_number")
    digits = sum(character.isdigit() for character in a_number)
    if a_number and not _A_NUMBER_DIGITS[0] <= digits <= _A_NUMBER_DIGITS[1]:
        raise MatterFileError(f"{place}: a_number: an A-Number has seven to nine digits")
    entry = RosterEntry(
        last_name=text("last_name"),
        first_name=text("first_name"),
        aka=tuple(filter(None, (alias.strip() for alias in text("aka").split(";")))),
        a_number=a_number,
        date_of_birth=day("date_of_birth"),
        role=_choice(place, "role", text("role"), Role, Role.SUBJECT),
        form=text("form"),
        filed=day("filed"),
        status=_choice(place, "status", text("status"), ProtectionStatus, ProtectionStatus.UNKNOWN),
        denied=day("denied"),
        appeals_exhausted=day("appeals_exhausted"),
        proof=text("proof"),
        signed_off_by=text("signed_off_by"),
        signed_off_on=day("signed_off_on"),
        decision_id=text("decision_id"),
        appeal_path=_choice(place, "appeal_path", text("appeal_path"), AppealPath, None),
        adults_in_case=_count(place, "adults_in_case", text("adults_in_case")),
        minors_in_case=_count(place, "minors_in_case", text("minors_in_case")),
        family_of=text("family_of"),
        place=place,
        status_given=bool(text("status")),
    )
    if not (entry.last_name or entry.first_name or entry.a_number):
        raise MatterFileError(f"{place}: has neither a name nor an A-Number")
    return entry


def _count(place: str, column: str, written: str) -> int | None:
    if not written:
        return None
    if not written.isdecimal():
        raise MatterFileError(f"{place}: {column}: is not a whole number")
    return int(written)


def _choice(place: str, column: str, word: str, kind: type[Choice], default: Default) -> Choice | Default:
    plain = re.sub(r"[\s\-]+", "_", word.lower())
    if not plain:
        return default
    try:
        return kind(plain)
    except ValueError:
        raise MatterFileError(f"{place}: {column}: is none of {', '.join(kind)}") from None


def _date(place: str, column: str, cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    written = _text(cell)
    if not written:
        return None
    us = _US_DATE.fullmatch(written)
    make: Callable[[], date] = (
        (lambda: date(int(us[3]), int(us[1]), int(us[2]))) if us else (lambda: date.fromisoformat(written))
    )
    try:
        return make()
    except ValueError:
        raise MatterFileError(f"{place}: {column}: is not a date (YYYY-MM-DD or MM/DD/YYYY)") from None
