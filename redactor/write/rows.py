"""Words and boxes of a page in rows along their direction of reading, each row in cells.

Everything here is told from what stays and from where the page's columns and rules are: what was taken out may be known
by its place, and never by its extent.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from redactor.model import Quad, Rect
from redactor.write.shows import Show

Direction = tuple[float, float]

ASCENT, DESCENT = 0.80, 0.22
"""Height of a line above and below its baseline, in ems: the height of the quads that extraction gives to words."""

WORD_GAP = 0.20
"""Ems between two glyphs that part two words where there is no blank."""

ATTACHED = 0.15
"""Ems; what stands closer than that to its neighbour belongs to it, as a comma does."""

COLUMN_GAP = 1.30
"""Ems between two words that part two columns, the same as in extraction."""

SAME_ROW = 0.35
"""Ems by which two baselines may differ within one row, the same as in extraction."""

_DOUBLE = 2.2
"""Blanks that may stand between two words of a sentence, with something to spare."""

_JUSTIFIED = 1.3
"""By how much a gap may be wider than the others of its line and still be a blank of it."""

_BESIDE_RULE = 2.0
"""Points between a rule and what stands beside it."""

_MARK_LETTERS, _MARK_SIZE, _MARK_RISE = 4, 0.9, 0.6
"""Glyphs of a footnote's mark at most; its size, and how far off the line it stands, as shares of the line's size."""

_OVERLAID = 0.6
"""Share of a word under which another lies that is painted over it, as bold letters are feigned."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Coordinates along and across one direction of reading; ``across`` grows downwards, as seen by the reader."""

    direction: Direction

    def of(self, point: tuple[float, float]) -> tuple[float, float]:
        """(along, across) of a point of page space."""
        dx, dy = self.direction
        return point[0] * dx + point[1] * dy, -point[0] * dy + point[1] * dx

    def point(self, along: float, across: float) -> tuple[float, float]:
        """The point of page space."""
        dx, dy = self.direction
        return along * dx - across * dy, along * dy + across * dx

    def quad(self, start: float, end: float, top: float, bottom: float) -> Quad:
        """The quad from ``start`` to ``end`` along the line, ``top`` to ``bottom`` across it."""
        return Quad(self.point(start, top), self.point(end, top), self.point(end, bottom), self.point(start, bottom))


@dataclass(slots=True)
class Part:
    """Glyphs of one show that stand in one word, at ``start`` along the line."""

    show: Show
    first: int
    last: int
    start: float
    natural: float


@dataclass(slots=True)
class Word:
    """Words that stay: where they begin and end along the line, and how long they are by their fonts' advances."""

    start: float
    end: float
    across: float
    em: float
    space: float
    natural: float
    pieces: list[Part]
    blanks: int = 0


@dataclass(slots=True)
class Gap:
    """What was taken out, as one box will cover it. ``start`` is where it began; ``end``, where it ended, says how much
    it was and may be asked for nothing but the gap behind it. ``cut`` says that it goes on from before a rule, so
    that nobody knows where it began."""

    index: int
    start: float
    end: float
    across: float
    em: float
    cut: bool = False


Item = Word | Gap


@dataclass(slots=True)
class Row:
    """What stands on one baseline, in the order of reading."""

    across: float
    items: list[Item] = field(default_factory=list)

    @property
    def boxed(self) -> bool:
        return any(isinstance(item, Gap) for item in self.items)


def words_of(show: Show, frame: Frame) -> Iterator[Word]:
    """A show's words in the order of the stream."""
    origin, across = frame.of(show.origin)
    unit, em, blanks = show.unit, show.em, show.metrics.blanks
    first, empty = -1, 0
    count = len(show.codes)
    space = show.metrics.space * abs(show.state.size * show.state.scale) * unit
    for at in range(count + 1):
        blank = at == count or show.codes[at] in blanks
        if first >= 0:
            gap = 0.0 if at == count else (show.offsets[at] - show.offsets[at - 1] - show.advances[at - 1]) * unit
            if blank or gap > WORD_GAP * em or gap < -0.5 * em:
                start = origin + show.offsets[first] * unit
                end = origin + (show.offsets[at - 1] + show.advances[at - 1]) * unit
                natural = sum(show.advances[first:at]) * unit
                piece = Part(show, first, at, start, natural)
                yield Word(start, end, across, em, space, natural, [piece], empty)
                first, empty = -1, 0
        if blank:
            empty += 1
        elif first < 0:
            first = at


def rows_of(words: Sequence[Word], gaps: Sequence[Gap]) -> list[Row]:
    """Rows from the top down. What is set small and high or low beside words of a line from which something went, as a
    footnote's number is, stands in its row: left behind, it would tell where the line's words ended."""
    rows: list[Row] = []
    everything: list[Item] = [*words, *gaps]
    for item in sorted(everything, key=lambda item: (item.across, item.start)):
        row = rows[-1] if rows else None
        if row and item.across - row.across <= SAME_ROW * min(item.em, row.items[0].em):
            row.items.append(item)
        else:
            rows.append(Row(item.across, [item]))
    _raise(rows)
    for row in rows:
        row.items = _overlaid(sorted(row.items, key=lambda item: item.start))
    return rows


def _raise(rows: list[Row]) -> None:
    """Small words off the line into the row that they belong to."""
    lines = [(row, tuple(row.items)) for row in rows if row.boxed]
    for row in [row for row in rows if not row.boxed]:
        for word in list(row.items):
            if not (isinstance(word, Word) and all(len(piece.show.codes) <= _MARK_LETTERS for piece in word.pieces)):
                continue
            home = next((line for line, items in lines if _set_off(word, items)), None)
            if home is not None:
                row.items.remove(word)
                home.items.append(word)
    rows[:] = [row for row in rows if row.items]


def _set_off(word: Word, line: Sequence[Item]) -> bool:
    """Whether the word is a mark at the shoulder or the foot of one of the line's words or boxes, and over none."""
    beside = False
    for item in line:
        if word.em > _MARK_SIZE * item.em or abs(word.across - item.across) > _MARK_RISE * item.em:
            return False
        if min(word.end, item.end) - max(word.start, item.start) > 0.5 * (word.end - word.start):
            return False
        beside = beside or min(abs(word.start - item.end), abs(item.start - word.end)) <= ATTACHED * item.em
    return beside


def _overlaid(items: list[Item]) -> list[Item]:
    """Words that are painted over one another made one."""
    kept: list[Item] = []
    for item in items:
        last = kept[-1] if kept else None
        if isinstance(item, Word) and isinstance(last, Word):
            common = min(item.end, last.end) - max(item.start, last.start)
            if common > _OVERLAID * max(1e-6, min(item.end - item.start, last.end - last.start)):
                last.pieces += item.pieces
                last.natural = max(last.natural, item.start - last.start + item.natural)
                last.end = max(last.end, item.end)
                continue
        kept.append(item)
    return kept


@dataclass(slots=True)
class Segment:
    """Words and boxes of a row that stand in one cell. ``joins`` is the natural gap before each item but the first."""

    row: Row
    items: list[Item]
    joins: list[float]
    start: float
    end: float

    @property
    def boxed(self) -> bool:
        return any(isinstance(item, Gap) for item in self.items)


@dataclass(frozen=True, slots=True)
class Mark:
    """A level line or a filled bar that may belong to words: an underline, a line through them, a highlight. ``alone``
    says that nothing else is drawn with it. Page space."""

    area: Rect
    colour: tuple[float, ...]
    alone: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """Lines drawn along the page: upright ones (x, top, bottom) and level ones (y, left, right); and what may be the
    marking of words."""

    upright: tuple[tuple[float, float, float], ...] = ()
    level: tuple[tuple[float, float, float], ...] = ()
    marks: tuple[Mark, ...] = ()

    def cut(self, gap: Gap) -> list[Gap]:
        """What was taken out, parted where a rule runs through it: cells that went together are cells all the same."""
        middle, em = gap.across - 0.3 * gap.em, gap.em
        inside = sorted(
            x
            for x, top, bottom in self.upright
            if top <= middle <= bottom and gap.start + 0.3 * em < x < gap.end - 0.3 * em
        )
        parts = [Gap(gap.index, gap.start, gap.end, gap.across, em)]
        for x in inside:
            last = parts[-1]
            if x - last.start < 0.7 * em and last.cut:  # a double rule
                last.start = x + _BESIDE_RULE
            else:
                last.end = x - _BESIDE_RULE
                parts.append(Gap(gap.index, x + _BESIDE_RULE, gap.end, gap.across, em, True))
        return parts

    def between(self, one: float, other: float, across: float, em: float) -> bool:
        """Whether an upright rule parts two places of a level line."""
        middle = across - 0.3 * em
        return any(one - 0.5 <= x <= other + 0.5 and top <= middle <= bottom for x, top, bottom in self.upright)


def coarse_segments(row: Row, rules: Rules) -> list[Segment]:
    """The row's cells as column gaps and rules part them."""
    return list(_parted(row, lambda one, other: _far(one, other) or _ruled(one, other, rules, row)))


def cells(row: Row, rules: Rules, columns: Sequence[tuple[float, float]]) -> list[Segment]:
    """The cells of a row with boxes. A word also begins a cell where it stands in a column of the rows near it
    (``columns``: along, across), or where more than the blanks of its sentence part it from what goes before."""
    usual = _usual_gap(row)

    def parted(one: Item, other: Item) -> bool:
        if _far(one, other) or _ruled(one, other, rules, row):
            return True
        gap, em = other.start - one.end, min(one.em, other.em)
        if gap <= ATTACHED * em:
            return False
        blank = _blank(one, other)
        if gap > max(_DOUBLE * blank, _JUSTIFIED * usual if usual else 0.0) + 0.05 * em:
            return True
        near = sum(abs(x - other.start) < 0.4 and 1.0 < abs(y - row.across) < 60.0 for x, y in columns)
        return isinstance(one, Gap) and near >= 2

    return list(_parted(row, parted))


def _parted(row: Row, parted: Callable[[Item, Item], bool]) -> Iterator[Segment]:
    items: list[Item] = []
    joins: list[float] = []
    for item in row.items:
        if items and parted(items[-1], item):
            yield Segment(row, items, joins, items[0].start, items[-1].end)
            items, joins = [], []
        if items:
            joins.append(_join(items[-1], item))
        items.append(item)
    if items:
        yield Segment(row, items, joins, items[0].start, items[-1].end)


def _far(one: Item, other: Item) -> bool:
    return other.start - one.end > COLUMN_GAP * min(one.em, other.em)


def _ruled(one: Item, other: Item, rules: Rules, row: Row) -> bool:
    return rules.between(one.end, other.start, row.across, min(one.em, other.em))


def _usual_gap(row: Row) -> float | None:
    """The gap between words of a justified line: the middle one of those that nothing was taken from."""
    gaps = [
        other.start - one.end
        for one, other in zip(row.items, row.items[1:], strict=False)
        if isinstance(one, Word) and isinstance(other, Word)
        and ATTACHED * one.em < other.start - one.end <= COLUMN_GAP * one.em
    ]  # fmt: skip
    return sorted(gaps)[len(gaps) // 2] if len(gaps) > 1 else None


def _blank(one: Item, other: Item) -> float:
    """The blank that belongs between two neighbours, by their fonts."""
    word = one if isinstance(one, Word) else other
    if isinstance(word, Word):
        return min(max(word.space, 0.2 * word.em), 0.6 * word.em)
    return 0.28 * one.em


def _join(one: Item, other: Item) -> float:
    """The gap between two neighbours of a cell as it will be: none, or one blank."""
    if other.start - one.end <= ATTACHED * min(one.em, other.em):
        return 0.0 if isinstance(one, Word) and isinstance(other, Word) else BESIDE * min(one.em, other.em)
    return _blank(one, other)


BESIDE = 0.06
"""Ems between a box and the comma or bracket that touched what it covers."""


def frame_of(quad: Quad) -> Frame:
    """The frame of a line of text, from a quad over a part of it."""
    length = math.dist(quad.ul, quad.ur) or 1.0
    return Frame(((quad.ur[0] - quad.ul[0]) / length, (quad.ur[1] - quad.ul[1]) / length))


def gap_of(index: int, quad: Quad, frame: Frame) -> Gap:
    """What a withheld quad leaves on its line. The quad is ``ASCENT`` + ``DESCENT`` ems high."""
    em = math.dist(quad.ul, quad.ll) / (ASCENT + DESCENT)
    start, bottom = frame.of(quad.ll)
    end, _ = frame.of(quad.lr)
    return Gap(index, start, end, bottom - DESCENT * em, round(em, 1))
