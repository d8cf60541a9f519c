"""Tables without headings: rows of one shape, each with a person's number, whose other cells look like names.

An export that was pasted into a page has often lost its head. What a column holds is then read from the column itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from redactor.detect.cell import Cell, claims_of
from redactor.detect.labels import CellLabel, printed
from redactor.detect.names.zone import written_as_name
from redactor.lexicon import is_english, is_place
from redactor.model import Category, Detection, DocumentId, Passage
from redactor.vocabulary import only_vocabulary, words_in

_LEAST_CELLS = 3
_SHAPES: tuple[tuple[regex.Pattern[str], Category], ...] = (
    (regex.compile(r"(?:A[# -]{0,2}0?\d{2,3}|\d{3})[\- ]?\d{3}[\- ]?\d{3}"), Category.A_NUMBER),
    (
        regex.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])|\d{1,2}[/\-]\d{1,2}[/\-](?:19|20)\d\d"),
        Category.DATE_OF_BIRTH,
    ),
)  # fmt: skip
_LABELS = {
    category: CellLabel(regex.compile(""), category)
    for category in (Category.A_NUMBER, Category.DATE_OF_BIRTH, Category.PERSON_NAME)
}
_CODE = regex.compile(r"\p{Lu}{2,4}")
"""A short word in capitals that comes back in other rows: a status, an office."""

_HEADED = regex.compile(
    r"(?im)^(?=[^\n]*\b(?:name|respondent|alien|subject|defendant|detainee|client)s?\b)(?![^\n]*\d{5})(?:[^\n\t]*\t){2,}[^\n\t]*$"
)
"""A line of cells without a long number, one of which says whose the rows are."""

_SHORT_DOCKET = regex.compile(r"[A-Z]{1,3}-\d{4,7}[-/]\d{2}\w{0,3}|\d{4}[A-Z]{2}\d{6}|IND-\d+[-/]\d+")


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[tuple[int, str], ...]
    """Where each cell begins in the passage, and its text."""


def unheaded_cells(document: DocumentId, passages: Sequence[Passage]) -> Iterator[Detection]:
    """Claims on rows parted by tabs: an A-Number, a date of eight digits and names in a row with an A-Number or a
    docket. Words that come back from row to row are codes and nobody's names."""
    for passage in passages:
        if _HEADED.search(passage.text):
            continue  # its columns have names
        rows = [row for row in _rows(passage.text) if _personal(row)]
        seen = [cell for row in rows for _, cell in row.cells]
        names = _columns_of_names(rows, seen)
        for row in rows:
            numbered = any(_SHAPES[0][0].fullmatch(text) for _, text in row.cells)
            for column, (start, text) in enumerate(row.cells):
                category = next((c for shape, c in _SHAPES if numbered and shape.fullmatch(text)), None)
                alone = _named(text) and seen.count(text) == 1
                if category is None and (alone or ((len(row.cells), column) in names and text.isalpha())):
                    category = Category.PERSON_NAME
                if category is not None:
                    yield from claims_of(Cell(document, passage.address, start, text), _LABELS[category], "in a row of")


def _columns_of_names(rows: Sequence[_Row], seen: Sequence[str]) -> frozenset[tuple[int, int]]:
    """Columns, by the row's number of cells and their place in it, most of whose cells look like names."""
    columns: dict[tuple[int, int], list[bool]] = {}
    for row in rows:
        for column, (_, text) in enumerate(row.cells):
            columns.setdefault((len(row.cells), column), []).append(_named(text) and seen.count(text) == 1)
    return frozenset(place for place, named in columns.items() if len(named) > 1 and sum(named) * 2 > len(named))


def _rows(text: str) -> Iterator[_Row]:
    start = 0
    for line in text.split("\n"):
        if line.count("\t") >= _LEAST_CELLS - 1:
            cells, at = [], start
            for piece in line.split("\t"):
                if piece.strip():
                    cells.append((at + len(piece) - len(piece.lstrip()), piece.strip()))
                at += len(piece) + 1
            yield _Row(tuple(cells))
        start += len(line) + 1


def _personal(row: _Row) -> bool:
    """Whether a row is about a person: an A-Number or a court's docket, and no label of a form beside it."""
    texts = [text for _, text in row.cells]
    number = any(_SHAPES[0][0].fullmatch(text) or _SHORT_DOCKET.fullmatch(text) for text in texts)
    return number and len(texts) >= _LEAST_CELLS and not any(printed(text) or ":" in text[-1:] for text in texts)


def _named(text: str) -> bool:
    words = words_in(text)
    if not words or len(words) > 6 or any(character.isdigit() for character in text) or _CODE.fullmatch(text):
        return False
    if not written_as_name(text.replace(",", ", ")) or only_vocabulary(text) or is_place(text, well_known=True):
        return False
    return len(words) > 1 or not is_english(words[0])
