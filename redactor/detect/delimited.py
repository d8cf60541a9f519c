"""Rows whose cells are parted by a character: exports as CSV, tables typed with strokes; on pages and off them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from redactor.detect.cell import Cell, claims_of
from redactor.detect.labels import PLAIN_HEADINGS, CellLabel, label_of
from redactor.detect.names.zone import written_as_name
from redactor.model import Category, Detection, DocumentId, Passage
from redactor.vocabulary import only_vocabulary

_DELIMITERS = "|;,\t"
_KNOWN = 2
"""Headings, of three cells and more, that must be known for a line to head a table."""

_LEAST_CELLS = 3
_LONGEST_HEADING = 40
_ANONYMOUS = CellLabel(regex.compile(""), Category.PERSON_NAME)
"""What a cell is taken for that looks like a name in a row with a person's number, and no heading is known."""

_PERSONAL = regex.compile(r"(?:A ?#? ?-?)?\d{2,3}[\- ]?\d{3}[\- ]?\d{3}|\d{1,2}/\d{1,2}/(?:19|20)?\d\d")
_RULE = regex.compile(r"[\s|:+\-=]*")


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class _Table:
    delimiter: str
    labels: tuple[CellLabel | None, ...]


def delimited_cells(document: DocumentId, passages: Sequence[Passage]) -> Iterator[Detection]:
    """Claims on cells of delimited rows. A row with one comma more than its heading has a name written LAST, First."""
    for passage in passages:
        table: _Table | None = None
        start = 0
        for line in passage.text.split("\n"):
            if opened := _heading(line):
                table = opened
            elif table and table.delimiter in line:
                yield from _row(document, passage.address, _pieces(line, start, table.delimiter), table)
            elif "|" in line:
                yield from _row_without_heading(document, passage.address, _pieces(line, start, "|"))
            elif line.strip() and not _RULE.fullmatch(line):
                table = None
            start += len(line) + 1


def _heading(line: str) -> _Table | None:
    """The table that a line heads. On a page a tab is a column gap."""
    for delimiter in _DELIMITERS:
        if line.count(delimiter) < _LEAST_CELLS - 1:
            continue
        texts = [piece.text.strip(" \"'*_").replace("_", " ") for piece in _pieces(line, 0, delimiter)]
        texts = texts[1:] if not texts[0] else texts
        filled = [text for text in texts if text]
        labels = [label_of(text) for text in filled]
        known = sum(
            bool(label) or PLAIN_HEADINGS.fullmatch(text) is not None
            for label, text in zip(labels, filled, strict=True)
        )
        if sum(map(bool, labels)) < _KNOWN or known * 2 <= len(filled) or max(map(len, filled)) > _LONGEST_HEADING:
            continue
        whole = [piece.text.strip(" \"'*_").replace("_", " ") for piece in _pieces(line, 0, delimiter)]
        return _Table(delimiter, tuple(label_of(text) for text in whole))
    return None


def _pieces(line: str, start: int, delimiter: str) -> list[_Piece]:
    """The line's cells; a delimiter inside quotation marks parts nothing."""
    pieces, begun, quoted = [], 0, False
    for at, character in enumerate(line):
        if character == '"':
            quoted = not quoted
        elif character == delimiter and not quoted:
            pieces.append(_Piece(start + begun, line[begun:at]))
            begun = at + 1
    return [*pieces, _Piece(start + begun, line[begun:])]


def _row(document: DocumentId, address: str, pieces: list[_Piece], table: _Table) -> Iterator[Detection]:
    named = next((i for i, label in enumerate(table.labels) if label and label.category is Category.PERSON_NAME), None)
    if table.delimiter == "," and named is not None and len(pieces) == len(table.labels) + 1:
        first, second = pieces[named : named + 2]
        pieces = [*pieces[:named], _Piece(first.start, f"{first.text},{second.text}"), *pieces[named + 2 :]]
    if len(pieces) > len(table.labels) or (table.delimiter == "\t" and len(pieces) < len(table.labels)):
        return  # where a cell is empty a column gap does not tell which
    for piece, label in zip(pieces, table.labels, strict=False):
        if label is not None:
            yield from claims_of(_cell(document, address, piece), label, "under")


def _row_without_heading(document: DocumentId, address: str, pieces: list[_Piece]) -> Iterator[Detection]:
    if len(pieces) < _LEAST_CELLS or not any(_PERSONAL.fullmatch(piece.text.strip()) for piece in pieces):
        return
    for piece in pieces:
        text = piece.text.strip()
        if (
            len(text.split()) > 1
            and written_as_name(text)
            and not only_vocabulary(text)
            and not any(map(str.isdigit, text))
        ):
            yield from claims_of(_cell(document, address, piece), _ANONYMOUS, "in the row of")


def _cell(document: DocumentId, address: str, piece: _Piece) -> Cell:
    text = piece.text.strip(" \t\"'*")
    return Cell(document, address, piece.start + piece.text.index(text), text)
