"""Lines with boxes, set anew so that width tells nothing (redaction hazards 19, 20 and 20b).

A box is as wide as every other box in the same size of type. The words that stay are set by the advances of their fonts
alone, one blank between them, from an edge of their cell that does not depend on what was taken out. Where a line is
too long, what gives way is decided by what stays: first the blanks, then the boxes, then the words' own width.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from redactor.geometry import bounds
from redactor.model import Quad, Rect
from redactor.write.anchors import Anchor, Edges, Hold
from redactor.write.fitting import Setting
from redactor.write.forms import value_areas
from redactor.write.rows import (
    ASCENT,
    DESCENT,
    SAME_ROW,
    Frame,
    Gap,
    Mark,
    Row,
    Rules,
    Segment,
    Word,
    cells,
    coarse_segments,
    frame_of,
    gap_of,
    rows_of,
    words_of,
)
from redactor.write.shows import Piece, Show

_OVERLAP, _LOWEST = 0.4, 0.5
"""Points by which a box may reach into the next line, and the ems above its baseline that it covers in any case."""

_CLEAR = 0.4
"""Ems kept free between a cell that is set anew and what stands behind it."""

_FROM_RULE = 1.5
"""Points kept free beside a rule."""

_STILL = 0.005
"""Points within which a cell has not moved."""

_ALONG = 0.9998
"""Cosine of the angle by which lines of one direction may differ."""

_WRAPPED = 1.9
"""Ems between the baselines of two lines of one paragraph, at most."""

_NARRATIVE = 0.5
"""Share of the room from which a withheld line is a line of running text."""

_COLUMN, _COLUMN_LINES = 150.0, 3
"""Points above and below a line in which columns of text are looked for, and how many lines make one."""

_INDENT = 2.0
"""Ems behind a rule within which the words of its cell begin."""

_NARROWEST_MARGIN, _WIDEST_MARGIN = 18.0, 0.12
"""Points, and share of the page, between which the margin behind the lines is taken to be as wide as that before them.
"""

WRAP = "the line breaks of a paragraph"
MARKED = "a drawing that is as wide as what was taken out"
FITTED = "a ruled column that may be as wide as what was taken out"

_FITTED = 0.5
"""Ems between words and the rules on both sides of them, at most, where the column was made for these words."""

_MARKED = 0.35
"""Ems by which an underline or a highlight may begin or end beside its words."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Words of one line that were set anew: where they stood and where they stand."""

    area: Rect
    place: Rect


@dataclass(slots=True)
class Layout:
    """A page's lines as they will be: the boxes of everything that went, by its number, and the words that were moved.
    What becomes of the words themselves stands in the pieces of their shows."""

    boxes: dict[int, list[Quad]] = field(default_factory=dict)
    moved: list[Moved] = field(default_factory=list)
    marks: list[tuple[Mark, Rect]] = field(default_factory=list)
    coarse: list[str] = field(default_factory=list)

    def box(self, gap: Gap, quad: Quad) -> None:
        """Note a box over what went. What went over a rule has one on either side."""
        self.boxes.setdefault(gap.index, []).append(quad)


def lay_out(shows: Sequence[Show], quads: Sequence[Quad], rules: Rules, size: tuple[float, float]) -> Layout:
    """Set the lines of a page anew on which something was taken out. ``quads`` are the places of what went, ``size``
    the page's width and height in points."""
    layout = Layout()
    waiting = dict(enumerate(quads))
    while waiting:
        frame = frame_of(next(iter(waiting.values())))
        dx, dy = frame.direction
        gaps = []
        for index, quad in list(waiting.items()):
            other = frame_of(quad).direction
            if dx * other[0] + dy * other[1] >= _ALONG:
                gaps += (
                    rules.cut(gap_of(index, waiting.pop(index), frame))
                    if dx >= _ALONG
                    else [gap_of(index, waiting.pop(index), frame)]
                )
        along = [s for s in shows if dx * s.direction[0] + dy * s.direction[1] >= _ALONG]
        corners = [frame.of((x, y))[0] for x in (0.0, size[0]) for y in (0.0, size[1])]
        paper = (min(corners), max(corners))
        _Page(along, gaps, rules if dx >= _ALONG else Rules(), frame, paper, layout).lay_out()
    return layout


class _Page:
    """All lines of a page that run one way."""

    def __init__(
        self,
        shows: Sequence[Show],
        gaps: Sequence[Gap],
        rules: Rules,
        frame: Frame,
        paper: tuple[float, float],
        layout: Layout,
    ) -> None:
        self._rules, self._frame, self._layout = rules, frame, layout
        words = [word for show in shows for word in words_of(show, frame)]
        if any(_fits(gap, rules) for gap in gaps):
            layout.coarse += [FITTED] if FITTED not in layout.coarse else []
        for gap in gaps:
            if gap.cut:
                gap.start = _column_after(gap, words)
        filled = value_areas(gaps, words, rules)
        self._filled = [gap for gap in gaps if id(gap) in filled]
        for gap in self._filled:
            start, top, end, bottom = filled[id(gap)]
            layout.box(gap, frame.quad(start, end, top, bottom))
        self._rows = rows_of(words, [gap for gap in gaps if id(gap) not in filled])
        for show in shows:  # from here on nothing stands on a line with a box but what is put there, no blank either
            _, across = frame.of(show.origin)
            if any(abs(gap.across - across) <= SAME_ROW * min(gap.em, show.em) for gap in gaps):
                show.pieces = []
        for row in self._rows:
            for item in row.items if row.boxed else ():
                for piece in item.pieces if isinstance(item, Word) else ():
                    piece.show.pieces = []
        self._segments = [segment for row in self._rows for segment in coarse_segments(row, rules)]
        self._edges = Edges(self._segments, paper, rules)
        self._foremost = max(paper[0], min((segment.start for segment in self._segments), default=paper[0]))
        widest = _WIDEST_MARGIN * (paper[1] - paper[0])
        margin = paper[1] - min(max(self._foremost - paper[0], _NARROWEST_MARGIN), widest)
        ends = [segment.end for segment in self._segments if not segment.boxed and segment.end < paper[1] - 2]
        self._margin = max([margin, *ends])
        self._room = margin - self._foremost
        self._columns = [(s.start, s.row.across) for s in self._segments if s.start > self._foremost + 10]

    def lay_out(self) -> None:
        """Every row with a box."""
        whole = self._running_text()
        for row in self._rows:
            if not row.boxed:
                if any(abs(gap.across - row.across) <= SAME_ROW * gap.em for gap in self._filled):
                    for segment in coarse_segments(row, self._rules):
                        self._keep(segment, self._edges.anchor(segment))
                continue
            segments = cells(row, self._rules, self._columns)
            anchors = [self._edges.anchor(segment) for segment in segments]
            for at, (segment, anchor) in enumerate(zip(segments, anchors, strict=True)):
                if segment.boxed:
                    left = self._behind(segments[at - 1], segment) if at else self._left(segment)
                    right = self._before(segment, segments[at + 1], anchors[at + 1]) if at + 1 < len(segments) else None
                    self._set(segment, anchor, left, right, whole=id(row) in whole)
                else:
                    self._keep(segment, anchor)

    def _left(self, segment: Segment) -> float:
        return min(self._foremost, segment.start)

    def _behind(self, before: Segment, segment: Segment) -> float:
        """Where the room of a cell begins that has another before it."""
        return before.end + _CLEAR * segment.items[0].em if not before.boxed else before.start

    def _before(self, segment: Segment, behind: Segment, anchor: Anchor) -> float:
        """Where the room of a cell ends that has another behind it."""
        start = behind.start
        if behind.boxed and anchor.hold is not Hold.LEFT:
            length = Setting(behind).length
            start = anchor.at - length if anchor.hold is Hold.RIGHT else anchor.at - length / 2
        return start - _CLEAR * segment.items[-1].em

    def _right(self, segment: Segment) -> float:
        """Where the room of the last cell of a row ends: at a rule, or where other lines end."""
        first = segment.items[0]
        begins = first.start if isinstance(first, Gap) else first.end
        ruled = [x for x in self._upright(segment) if x > begins + 1]
        return min([x - _FROM_RULE for x in ruled] + [self._margin])

    def _column_end(self, segment: Segment) -> float:
        """Where the room of a line ends that is one of a column of text with another column behind it."""
        em, across = segment.items[0].em, segment.row.across
        near = [
            other
            for other in self._segments
            if 1.0 < abs(other.row.across - across) < _COLUMN and not self._ruled_beside(other)
        ]
        lines = [other for other in near if abs(other.start - segment.start) <= 1.0 and not other.boxed]
        if not lines:
            return self._margin
        end = max(other.end for other in lines)
        behind = sorted(other.start for other in near if other.start > end)
        for at, x in enumerate(behind[: -_COLUMN_LINES + 1]):
            if behind[at + _COLUMN_LINES - 1] - x <= 1.0:
                long = end - segment.start > 0.5 * (x - segment.start)
                return end if long else x - _CLEAR * em
        return self._margin

    def _ruled_beside(self, segment: Segment) -> bool:
        """Whether the segment stands in a ruled cell, whose column says nothing of other lines."""
        return bool(self._upright(segment))

    def _upright(self, segment: Segment) -> list[float]:
        """Where upright rules cross the segment's line."""
        middle = segment.row.across - 0.3 * segment.items[0].em
        return [x for x, top, bottom in self._rules.upright if top <= middle <= bottom]

    def _set(self, segment: Segment, anchor: Anchor, left: float, right: float | None, *, whole: bool) -> None:
        end = min(self._right(segment), right) if right is not None else self._right(segment)
        left = max([left, *(x + _FROM_RULE for x in self._upright(segment) if x <= segment.start + 1)])
        setting = Setting(segment)
        if anchor.hold is Hold.LEFT and setting.fits(self._column_end(segment) - anchor.at):
            end = min(end, self._column_end(segment))
        if whole:
            setting.box = max(setting.box, end - anchor.at)
        room = {
            Hold.LEFT: end - anchor.at,
            Hold.RIGHT: anchor.at - left,
            Hold.CENTRE: 2 * min(end - anchor.at, anchor.at - left),
        }[anchor.hold]
        setting.fit(room)
        length = setting.length
        start = anchor.at - {Hold.LEFT: 0.0, Hold.RIGHT: length, Hold.CENTRE: length / 2}[anchor.hold]
        self._place(segment, setting, start)
        if self._wraps(segment, end) and WRAP not in self._layout.coarse:
            self._layout.coarse.append(WRAP)

    def _place(self, segment: Segment, setting: Setting, start: float) -> None:
        at = start
        run: list[tuple[Word, float, float]] = []
        places: list[tuple[float, float]] = []
        for index, item in enumerate(segment.items):
            at += setting.join(index)
            length = setting.box if isinstance(item, Gap) else item.natural * setting.scale
            places.append((at, at + length))
            if isinstance(item, Gap):
                self._report(run)
                run = []
                top, bottom = self._height(segment.row, item, at, at + length)
                self._layout.box(item, self._frame.quad(at, at + length, top, bottom))
                at += length
                continue
            for piece in item.pieces:
                inner = (piece.start - item.start) * setting.scale if len(item.pieces) > 1 else 0.0
                _cut(piece.show, Piece(piece.first, piece.last, at + inner - piece.start, True, setting.scale))
            if run and abs(run[-1][0].across - item.across) > SAME_ROW * item.em:
                self._report(run)
                run = []
            run.append((item, at, at + length))
            at += length
        self._report(run)
        self._mark(segment, places)

    def _height(self, row: Row, gap: Gap, start: float, end: float) -> tuple[float, float]:
        """Top and bottom of a box: the height of its line, less what the lines above and below need where they are
        set tight."""
        top, bottom = row.across - ASCENT * gap.em, row.across + DESCENT * gap.em
        at = next(n for n, other in enumerate(self._rows) if other is row)
        for item in self._rows[at - 1].items if at else ():
            if item.start < end and item.end > start and isinstance(item, Word):
                top = max(top, min(item.across + DESCENT * item.em - _OVERLAP, row.across - _LOWEST * gap.em))
        for item in self._rows[at + 1].items if at + 1 < len(self._rows) else ():
            if item.start < end and item.end > start and isinstance(item, Word):
                bottom = min(bottom, max(item.across - ASCENT * item.em + _OVERLAP, row.across))
        return top, bottom

    def _mark(self, segment: Segment, places: Sequence[tuple[float, float]]) -> None:
        """Underlines and highlights of the cell go with their words: left behind, they would tell where these ended."""
        for mark in self._rules.marks:
            area = mark.area
            if (
                not segment.row.across - 1.4 * segment.items[0].em
                < area.y0
                <= area.y1
                < segment.row.across + 0.6 * segment.items[0].em
            ):
                continue
            slack = _MARKED * segment.items[0].em
            first = next((n for n, item in enumerate(segment.items) if abs(item.start - area.x0) <= slack), None)
            last = next((n for n, item in enumerate(segment.items) if abs(item.end - area.x1) <= slack), None)
            if first is None or last is None or last < first:
                continue
            start, end = segment.items[first].start, segment.items[last].end
            if not mark.alone:
                self._layout.coarse += [MARKED] if MARKED not in self._layout.coarse else []
                continue
            new = Rect(
                places[first][0] + min(0.0, area.x0 - start),
                area.y0,
                places[last][1] + max(0.0, area.x1 - end),
                area.y1,
            )
            self._layout.marks.append((mark, new))

    def _keep(self, segment: Segment, anchor: Anchor) -> None:
        """A cell without a box on a line with one: it stays as it is, at its column's edge."""
        first, last = segment.items[0], segment.items[-1]
        at = anchor.at if anchor.hold is Hold.LEFT else round(segment.start, 1)
        shift = at - segment.start
        spans: dict[int, Piece] = {}
        for item in segment.items:
            for piece in item.pieces if isinstance(item, Word) else ():
                known = spans.get(id(piece.show), Piece(piece.first, piece.last))
                spans[id(piece.show)] = Piece(min(known.first, piece.first), max(known.last, piece.last), shift)
                _cut(piece.show, spans[id(piece.show)], known)
        if isinstance(first, Word) and isinstance(last, Word) and abs(shift) > _STILL:
            self._move(segment.start, segment.end, first, at, at + segment.end - segment.start)

    def _report(self, run: Sequence[tuple[Word, float, float]]) -> None:
        """Declare neighbouring words as set anew. Some come to stand where they stood, and are painted a hair's breadth
        beside it: they are declared, too."""
        if run:
            tallest = max((word for word, _, _ in run), key=lambda word: word.em)
            self._move(run[0][0].start, run[-1][0].end, tallest, run[0][1], run[-1][2])

    def _move(self, start: float, end: float, word: Word, new_start: float, new_end: float) -> None:
        top, bottom = word.across - ASCENT * word.em, word.across + DESCENT * word.em
        area = bounds(self._frame.quad(start, end, top, bottom))
        place = bounds(self._frame.quad(new_start, new_end, top, bottom))
        self._layout.moved.append(Moved(area, place))

    def _wraps(self, segment: Segment, end: float) -> bool:
        """Whether the line is one of a paragraph, so that it breaks where it does because of what was taken out."""
        room = end - segment.start
        if room <= 0 or len(segment.items) < 2 or segment.end - segment.start < 0.55 * room:
            return False
        em = segment.items[0].em
        return any(
            0.5 * em < abs(other.row.across - segment.row.across) <= _WRAPPED * em
            and abs(other.start - segment.start) < 3 * em
            and (other.row.across > segment.row.across or other.end - other.start > 0.55 * room)
            for other in self._segments
            if other.row is not segment.row
        )

    def _running_text(self) -> set[int]:
        """Rows that hold nothing but one box each and follow one another as the lines of a narrative do."""
        found: set[int] = set()
        group: list[Row] = []
        for row in (*self._rows, None):
            alone = row is not None and len(row.items) == 1 and row.boxed
            follows = bool(
                row and group and abs(row.items[0].start - group[-1].items[0].start) < 1.0
                and row.across - group[-1].across <= _WRAPPED * group[-1].items[0].em
            )  # fmt: skip
            if group and not (alone and follows):
                longest = max(row.items[0].end - row.items[0].start for row in group)
                if len(group) > 1 and longest > _NARRATIVE * self._room:
                    found.update(id(row) for row in group)
                group = []
            if alone and row is not None:
                group.append(row)
        return found


def _fits(gap: Gap, rules: Rules) -> bool:
    """Whether the rules beside what was taken out follow its width. They stay: the whole table hangs on them."""
    middle, slack = gap.across - 0.3 * gap.em, _FITTED * gap.em
    beside = [x for x, top, bottom in rules.upright if top <= middle <= bottom]
    before = gap.cut or any(0 <= gap.start - x + 1 <= slack + 1 for x in beside)
    return before and any(0 <= x - gap.end + 1 <= slack + 1 for x in beside)


def _column_after(gap: Gap, words: Sequence[Word]) -> float:
    """Where words behind a rule begin: where most lines do that have a word there."""
    starts = [round(word.start, 1) for word in words if gap.start <= word.start <= gap.start + _INDENT * gap.em]
    return max(sorted(set(starts)), key=starts.count, default=gap.start)


def _cut(show: Show, piece: Piece, instead: Piece | None = None) -> None:
    """Show these glyphs, in place of others where they were put there before."""
    kept = [each for each in show.pieces or () if instead is None or each.first != instead.first]
    show.pieces = sorted((*kept, piece), key=lambda each: each.first)
