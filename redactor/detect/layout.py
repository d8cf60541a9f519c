"""Cells: values that stand under, above or beside a label, and columns under a heading.

A form says more by where a word stands than by how it looks. Every cell whose label is known is a claim, whatever is
written in it, so an unusual name or a mistyped number is found all the same.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from redactor.detect.cell import Cell, claims_of
from redactor.detect.labels import PLAIN_HEADINGS, CellLabel, label_of, printed
from redactor.geometry import level_boxes, union
from redactor.model import Category, Detection, DocumentId, Passage, Rect, Role

_BESIDE = 170.0
"""Points to the right of its label at which a value still belongs to it."""

_BELOW = 2.3
"""Line heights under a label, or above a legend in parentheses, at which a value still belongs to it."""

_HEADINGS = 3
"""Known headings that make a row the heading of a table."""

_ANSWER = regex.compile(r"(?i)\s*(?:yes|no)\s*")
"""A cell that answers a heading's question is no heading of its own, though "No." may be one."""

_OVERRUN = 15.0
"""Points by which a long cell may run over into the next column in a row whose other cells stand where columns do."""

_LINE_GAP = 0.9
"""Line heights between the two lines of a heading."""

_OFF_LEFT, _OFF_MIDDLE = 6.0, 2.5
"""Points by which a cell's beginning, or its middle where columns are centred, may be off its heading's."""

_PAIR = frozenset({Category.PERSON_NAME, Category.A_NUMBER})
"""Two headings that make a table by themselves."""

_AT_COLUMN = 1.5
"""Points between a word's beginning and a column's for the word to open that column's cell."""

_DATE_HEADING = regex.compile(r"(?i)date|day|when|arr(?:est)?\.? date")
_DAY = CellLabel(_DATE_HEADING, Category.ENFORCEMENT_DATE)

_RUNNING_HEAD = 6
"""Rows at the top of a page within which a table that runs over from the page before goes on."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one row without a column gap between them: half-open offsets of the passage, and bounds."""

    start: int
    end: int
    text: str
    box: Rect
    words: tuple[tuple[int, Rect], ...]
    """Where each word begins in the passage, and its bounds."""


@dataclass(frozen=True, slots=True)
class _Column:
    label: CellLabel | None
    left: float
    right: float
    middle: float


def cells(document: DocumentId, passages: Sequence[Passage]) -> Iterator[Detection]:
    """Claims from form cells and table columns of a document's pages, in page order. A table may run over pages."""
    columns: tuple[_Column, ...] = ()
    for passage in passages:
        rows = segments(passage)
        columns = yield from _table_cells(document, passage, rows, columns)
        yield from _form_cells(document, passage, rows)


def segments(passage: Passage) -> tuple[tuple[Segment, ...], ...]:
    """The passage's rows of segments. Empty where the passage has no places."""
    rows: list[tuple[Segment, ...]] = []
    words = iter([(word.start, box) for word, box in zip(passage.words, level_boxes(passage.words), strict=True)])
    word = next(words, None)
    offset = 0
    for line in passage.text.split("\n"):
        row: list[Segment] = []
        for piece in line.split("\t"):
            end = offset + len(piece)
            inside = []
            while word is not None and word[0] < end:
                inside.append(word)
                word = next(words, None)
            if inside:
                row.append(Segment(offset, end, piece, union(box for _, box in inside), tuple(inside)))
            offset = end + 1
        rows.append(tuple(row))
    return tuple(row for row in rows if row)


def _cell(document: DocumentId, passage: Passage, segment: Segment) -> Cell:
    return Cell(document, passage.address, segment.start, segment.text)


def _table_cells(
    document: DocumentId, passage: Passage, rows: Sequence[Sequence[Segment]], carried: tuple[_Column, ...]
) -> Generator[Detection, None, tuple[_Column, ...]]:
    """Claims from columns. Yields them, and returns the columns that go on over the page's end."""
    columns = carried if any(_fits(row, carried) for row in rows[:_RUNNING_HEAD]) else ()
    begun = False  # a running head may stand over a table that goes on
    skipped = False
    for index, row in enumerate(rows):
        if skipped:
            skipped = False
            continue
        if headings := _headings(row):
            columns, begun = headings, True
            continue
        if index + 1 < len(rows) and (headings := _headings(_stacked(row, rows[index + 1]))):
            columns, begun, skipped = headings, True, True
            continue
        whose = _relation_of(row)
        if columns and whose is None and any(printed(cell.text) and not _ANSWER.fullmatch(cell.text) for cell in row):
            columns = ()
        row = _cut_at_columns(row, columns)
        fits = bool(columns) and (_fits(row, columns) or (begun and _continues(row, columns)))
        if begun and not fits:
            columns = ()
        if not fits:
            continue
        begun = True
        for cell in row:
            column = _column_of(cell, columns)
            if column is not None and column.label is not None:
                label = replace(column.label, role=whose) if whose and _roleless(column.label) else column.label
                yield from claims_of(_cell(document, passage, cell), label, "under")
    return columns


_RELATIONS: tuple[tuple[regex.Pattern[str], Role], ...] = tuple(
    (regex.compile(pattern, regex.IGNORECASE), role)
    for pattern, role in (
        (r"self|applicant|petitioner|principal|respondent|head of household|client", Role.SUBJECT),
        (r"spouse|husband|wife|partner|ex-?(?:husband|wife|spouse)|espos[oa]", Role.SPOUSE),
        (r"(?:step)?(?:son|daughter|child)|baby|minor|hij[oa]", Role.CHILD),
        (r"(?:step|grand)?(?:mother|father|parent)|madre|padre", Role.PARENT),
        (r"(?:half[- ])?(?:brother|sister|sibling)|cousin|herman[oa]", Role.SIBLING),
        (r"abuser|perpetrator", Role.PERPETRATOR),
        (r"friend|neighbou?r|roommate|witness|aunt|uncle|landlord", Role.WITNESS),
        (r"attorney|lawyer|representative", Role.REPRESENTATIVE),
    )
)
"""What a row of a family's table says of its person."""


def _relation_of(row: Sequence[Segment]) -> Role | None:
    """What the first cell of a row says that its person is, where it says nothing else."""
    first = row[0].text.strip(" .:#0123456789)(")
    return next((role for pattern, role in _RELATIONS if pattern.fullmatch(first)), None) if len(row) > 1 else None


def _roleless(label: CellLabel) -> bool:
    return label.category is Category.PERSON_NAME and label.role is None


def _headings(row: Sequence[Segment]) -> tuple[_Column, ...]:
    """The columns that a heading row opens, or nothing where the row is no heading row."""
    labels = [label_of(segment.text) for segment in row]
    plain = [PLAIN_HEADINGS.fullmatch(segment.text.strip()) is not None for segment in row]
    known = sum(label is not None or is_plain for label, is_plain in zip(labels, plain, strict=True))
    pair = len(row) == known == len(_PAIR & {label.category for label in labels if label}) == len(_PAIR)
    if (known < _HEADINGS and not pair) or known < len(row) - 1 or not any(labels):
        return ()
    widest = max(segment.box.x0 - before.box.x0 for before, segment in pairwise(row))
    if any(label and label.category in (Category.PERSON_NAME, Category.A_NUMBER) for label in labels):
        # In a list of people a column headed "Date" is the day something was done to them.
        labels = [
            label or (_DAY if _DATE_HEADING.fullmatch(s.text.strip()) else None)
            for label, s in zip(labels, row, strict=True)
        ]
    rights = [segment.box.x0 for segment in row[1:]] + [row[-1].box.x0 + max(widest, row[-1].box.x1 - row[-1].box.x0)]
    return tuple(
        _Column(label, segment.box.x0, right, (segment.box.x0 + segment.box.x1) / 2)
        for segment, label, right in zip(row, labels, rights, strict=True)
    )


def _stacked(row: Sequence[Segment], below: Sequence[Segment]) -> Sequence[Segment]:
    """The row with each heading's second line joined to it; nothing where the rows are no heading of two lines."""
    height = row[0].box.y1 - row[0].box.y0
    if len(row) < _HEADINGS or below[0].box.y0 - row[0].box.y1 > _LINE_GAP * height:
        return ()
    joined = list(row)
    for piece in below:
        over = next((i for i, s in enumerate(row) if s.box.x0 < piece.box.x1 and piece.box.x0 < s.box.x1), None)
        if over is None:
            return ()
        head = joined[over]
        joined[over] = replace(head, text=f"{head.text} {piece.text}", box=union((head.box, piece.box)))
    return joined


def _column_of(cell: Segment, columns: Sequence[_Column]) -> _Column | None:
    """The column in which the cell begins, a little left of its heading perhaps, or in whose middle it stands."""
    centred = next((c for c in columns if abs(_middle(cell) - c.middle) < _OFF_MIDDLE), None)
    return centred or next((c for c in reversed(columns) if cell.box.x0 >= c.left - 12), None)


def _cut_at_columns(row: Sequence[Segment], columns: Sequence[_Column]) -> tuple[Segment, ...]:
    """The row's segments, parted where a word begins at a column: a long cell may touch the next one."""
    cut: list[Segment] = []
    for segment in row:
        starts = [segment.words[0][0]]
        for place, box in segment.words[1:]:
            if any(abs(box.x0 - column.left) < _AT_COLUMN for column in columns[1:]):
                starts.append(place)
        for start, end in zip(starts, [*starts[1:], segment.end], strict=True):
            words = tuple((place, box) for place, box in segment.words if start <= place < end)
            text = segment.text[start - segment.start : end - segment.start].rstrip()
            cut.append(Segment(start, start + len(text), text, union(box for _, box in words), words))
    return tuple(cut)


def _middle(segment: Segment) -> float:
    return (segment.box.x0 + segment.box.x1) / 2


def _stands_in(cell: Segment, column: _Column) -> bool:
    """Whether the cell begins where the column's heading begins, or stands in the middle under it."""
    return abs(cell.box.x0 - column.left) < _OFF_LEFT or abs(_middle(cell) - column.middle) < _OFF_MIDDLE


def _fits(row: Sequence[Segment], columns: Sequence[_Column]) -> bool:
    """Whether at least two of the row's cells begin where columns begin, and none runs over into the next column."""
    aligned = sum(any(_stands_in(cell, column) for column in columns) for cell in row)
    return aligned >= min(2, len(columns)) and _inside(row, columns, _OVERRUN)


def _continues(row: Sequence[Segment], columns: Sequence[_Column]) -> bool:
    """Whether the row can be the second line of a cell: it begins in columns and stays inside them."""
    begins = all(any(_stands_in(cell, column) for column in columns) for cell in row)
    return begins and _inside(row, columns, 2.0)


def _inside(row: Sequence[Segment], columns: Sequence[_Column], slack: float) -> bool:
    return all((column := _column_of(cell, columns)) is None or cell.box.x1 <= column.right + slack for cell in row)


def _form_cells(document: DocumentId, passage: Passage, rows: Sequence[Sequence[Segment]]) -> Iterator[Detection]:
    for index, row in enumerate(rows):
        for position, segment in enumerate(row):
            text = segment.text.strip()
            legend = text.startswith("(") and text.endswith(")")
            label = label_of(text.strip("()") if legend else text)
            if label is None:
                continue
            for how, cells_there in _places(rows, index, position, label, legend=legend):
                found = [
                    claim for cell in cells_there for claim in claims_of(_cell(document, passage, cell), label, how)
                ]
                yield from found
                if found:
                    break


def _places(
    rows: Sequence[Sequence[Segment]], index: int, position: int, label: CellLabel, *, legend: bool
) -> Iterator[tuple[str, list[Segment]]]:
    """Where the value of a label may stand, in the order in which to look: the first place that holds one is it."""
    row, segment = rows[index], rows[index][position]
    beside = row[position + 1] if position + 1 < len(row) else None
    height = segment.box.y1 - segment.box.y0
    columns = (segment.box.x0 - 6, beside.box.x0 - 2 if beside else float("inf"))
    if legend:
        columns = (columns[0], max(columns[1], segment.box.x1))
        yield "above", _near(rows, index, -1, columns, _BELOW * height * 1.3)[:1]
        return
    colon = segment.text.rstrip().endswith(":")
    if colon and beside and beside.box.x0 - segment.box.x1 < _BESIDE and label_of(beside.text) is None:
        yield "right of", [beside]
        return
    reach = _BELOW * max(height, 8.0)
    yield "under", _near(rows, index, 1, columns, reach)[: label.lines]
    if not colon:  # a legend without parentheses, under the blank that it explains
        above = _near(rows, index, -1, columns, reach)[:1]
        # What stands under another label is that one's value, or its second line.
        yield "above", [cell for cell in above if not _under_print(rows, index - 1, cell)]


def _under_print(rows: Sequence[Sequence[Segment]], at: int, cell: Segment) -> bool:
    """Whether the cell stands right under a label or a form's question, from whose print it cannot be told."""
    while at > 0 and cell not in rows[at]:
        at -= 1
    height = max(cell.box.y1 - cell.box.y0, 8.0)
    for row in reversed(rows[max(0, at - 2) : at]):
        if cell.box.y0 - row[0].box.y1 > height:
            return False
        for above in row:
            if above.box.x0 < cell.box.x1 and cell.box.x0 < above.box.x1:
                return printed(above.text)
    return False


def _near(
    rows: Sequence[Sequence[Segment]], index: int, step: int, columns: tuple[float, float], reach: float
) -> list[Segment]:
    """Cells of the next rows down (or up) that begin between two x, each within ``reach`` of the one before."""
    found: list[Segment] = []
    edge = rows[index][0].box.y1 if step > 0 else rows[index][0].box.y0
    at = index + step
    while 0 <= at < len(rows):
        row = rows[at]
        gap = row[0].box.y0 - edge if step > 0 else edge - row[0].box.y1
        if gap > reach:
            break
        inside = [cell for cell in row if columns[0] <= cell.box.x0 < columns[1]]
        if any(printed(cell.text) for cell in inside):
            break
        if inside and (before := row.index(inside[0])) and step > 0 and printed(row[before - 1].text):
            break  # what stands beside a label is that label's
        found.extend(inside)
        edge = row[0].box.y1 if step > 0 else row[0].box.y0
        at += step
    return found
