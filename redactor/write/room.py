"""How large a box is on a picture: over its words with a margin, over nothing that stays, and of a width that tells as
little of them as the room allows.

Pixels cannot be set anew as glyphs can: words beside a box keep their places, and the gap between them says how long
the withheld words were, to a letter or so. Where nothing stands behind the box it gets a constant width; where that
cannot be, the page is reported as coarse.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redactor.model import Quad, Rect

MARGIN = 8
"""Pixels around withheld words that go with them: one block of a JPEG, whose waves carry the letters' shapes outward
(spec: redaction hazard 21). Less where a word that stays is nearer: then half of what lies between."""

_CONSTANT_HEIGHTS = 10.0
"""Line heights of a box where there is room: about a full name in 11 pt. Longer text takes a multiple of it."""

_GRID = 2.0
"""Points to which a line's height is rounded up, so that a lone word's does not say whether a letter reached below."""

_SAME_LINE = 0.5
"""Share of the lower of two heights by which words overlap that stand on one line."""

_KEPT_OFF, _CLEAR = 5.0, 6.0
"""Pixels of paper between a box and the word beside it, and the line above or below it, where there is room: an engine
loses words that touch black."""

_WITHIN_WORD = 0.1
"""Line heights of a gap below which two pieces belong to one word."""

_LETTER = 0.4
"""Line heights that a letter is wide, or a little less."""

_INK = 160
"""Grey level below which a pixel counts as ink."""

_INKED_PIXELS = 2
"""Dark pixels of a row between lines from which it has ink."""

_ASCENDERS, _DESCENDERS = 0.15, 0.10
"""Shares of a line's height, from its top and bottom, in which a row without ink may be the gap to the next line."""

_PAGE_EDGE = 12.0
"""Points from the page's edge that a box does not grow into."""

_OWN_SHARE = 0.3
"""Share of the paper between two lines that a box takes: an engine loses words that touch black."""

_UNIT = 36.0
"""Points to which the usual width of a box is rounded up, so that all boxes of a page have the same."""

_INK_SHARE = 0.12
"""Share of a box's height that is ink in a column where something stands: more than specks of a scanner."""

NEIGHBOURS = "a box in a picture is as wide as the gap between the words beside it"
LONG = "a box in a picture is longer than the usual one, as its text is"


@dataclass(frozen=True, slots=True)
class Room:
    """The grown box, and why its width may tell something, if it may."""

    quad: Quad
    coarse: str | None


@dataclass(frozen=True, slots=True)
class _Frame:
    """Coordinates along a line of text (u) and down across it (v), in points, from the box's own first corner."""

    x: float
    y: float
    along: tuple[float, float]

    @classmethod
    def of(cls, quad: Quad) -> _Frame:
        length = math.dist(quad.ul, quad.ur) or 1.0
        return cls(*quad.ul, ((quad.ur[0] - quad.ul[0]) / length, (quad.ur[1] - quad.ul[1]) / length))

    def local(self, quad: Quad) -> Rect:
        c, s = self.along
        points = [(x - self.x, y - self.y) for x, y in (quad.ul, quad.ur, quad.lr, quad.ll)]
        us, vs = [x * c + y * s for x, y in points], [y * c - x * s for x, y in points]
        return Rect(min(us), min(vs), max(us), max(vs))

    def page(self, u: float, v: float) -> tuple[float, float]:
        c, s = self.along
        return (self.x + u * c - v * s, self.y + u * s + v * c)

    def quad(self, rect: Rect) -> Quad:
        return Quad(
            self.page(rect.x0, rect.y0),
            self.page(rect.x1, rect.y0),
            self.page(rect.x1, rect.y1),
            self.page(rect.x0, rect.y1),
        )


@dataclass(frozen=True, slots=True)
class Paper:
    """The page's grey levels and how many of its pixels a point has."""

    grey: NDArray[np.uint8]
    scale: float
    size: tuple[float, float]


def grown(quad: Quad, line: Sequence[Quad], stays: Sequence[Quad], boxes: Sequence[Quad], paper: Paper) -> Room:
    """The box for what ``quad`` withholds. ``line`` are all words of its line, which give its height; ``stays`` the
    words that stay, ``boxes`` the other boxes, grown or not yet: it reaches neither."""
    frame = _Frame.of(quad)
    own = frame.local(quad)
    margin = MARGIN / paper.scale
    words, others = [frame.local(other) for other in stays], [frame.local(other) for other in boxes]
    high = _line_height(own, [frame.local(word) for word in line])
    before, behind = _beside(own, words)
    left = own.x0 - _share(own.x0 - before, high, paper, frame, backwards=True)
    least = own.x1 + _share(behind - own.x1, high, paper, frame, backwards=False)
    ahead, after = _beside(own, others)
    left = max(left, ahead if ahead > own.x0 else (ahead + own.x0) / 2)
    least = min(least, after if after < own.x1 else (after + own.x1) / 2)
    unit = math.ceil(_CONSTANT_HEIGHTS * (high.y1 - high.y0) / _UNIT) * _UNIT
    wanted = left + math.ceil((least - left) / unit - 1e-6) * unit
    end = min(wanted, max(behind, least))
    around = [other for other in (*words, *others) if other.x1 > left and other.x0 < end]
    top, bottom = _height(own, high, around, paper, frame)
    tall = Rect(own.x0, top, own.x1, bottom)
    room = min(behind - margin, after - margin, _free(tall, least, wanted, paper, frame))
    right = max(least, min(wanted, room))
    if right <= left:  # all of it lies under other boxes
        left, right = own.x0, own.x1
    if right < wanted - 1e-6:
        coarse: str | None = NEIGHBOURS
    else:
        coarse = LONG if wanted - left > unit * 1.5 else None
    return Room(frame.quad(Rect(left, top, right, bottom)), coarse)


def _beside(own: Rect, others: Sequence[Rect]) -> tuple[float, float]:
    """Where on the same line the nearest neighbour before ends, and the nearest one behind begins."""
    same = [other for other in others if _overlap(other, own) > _SAME_LINE]
    middle = (own.x0 + own.x1) / 2
    before = max((o.x1 for o in same if (o.x0 + o.x1) / 2 < middle), default=-math.inf)
    behind = min((o.x0 for o in same if (o.x0 + o.x1) / 2 >= middle), default=math.inf)
    return before, behind


def region(rect: Rect, stays: Sequence[Quad], paper: Paper) -> Quad:
    """The box of a withheld region: all of it, and a margin where no word that stays is in the way."""
    quad = Quad((rect.x0, rect.y0), (rect.x1, rect.y0), (rect.x1, rect.y1), (rect.x0, rect.y1))
    frame = _Frame.of(quad)
    margin = MARGIN / paper.scale
    for step in (margin, margin / 2, 0.0):
        wide = Rect(-step, -step, rect.x1 - rect.x0 + step, rect.y1 - rect.y0 + step)
        own = Rect(0.0, 0.0, rect.x1 - rect.x0, rect.y1 - rect.y0)
        if not any(_meet(wide, other) and not _meet(own, other) for other in map(frame.local, stays)):
            return frame.quad(wide)
    return quad


def _line_height(own: Rect, line: Sequence[Rect]) -> Rect:
    """The box with top and bottom of its line, which are the same whether its own letters reach up and down or not."""
    mates = [word for word in line if _overlap(word, own) > _SAME_LINE]
    top, bottom = min([own.y0, *(w.y0 for w in mates)]), max([own.y1, *(w.y1 for w in mates)])
    spare = (math.ceil((bottom - top) / _GRID) * _GRID - (bottom - top)) / 2
    return Rect(own.x0, top - spare, own.x1, bottom + spare)


def _height(own: Rect, high: Rect, around: Sequence[Rect], paper: Paper, frame: _Frame) -> tuple[float, float]:
    """Top and bottom: those of the line, with a margin; less where lines ``around`` are near, to which it leaves paper
    if the place where the withheld letters can be allows it."""
    margin, clear = MARGIN / paper.scale, _CLEAR / paper.scale
    top, bottom = high.y0 - margin, high.y1 + margin
    for other in around:
        if _overlap(other, own) > _SAME_LINE:
            continue
        above = other.y0 + other.y1 < own.y0 + own.y1
        gap = own.y0 - other.y1 if above else other.y0 - own.y1
        if gap > 3 * margin:
            continue
        near = max(0.0, min(margin, gap - clear))
        if above:
            top = max(top, own.y0 - near if gap > 0 else _blank(own, other, paper, frame, above=True))
        else:
            bottom = min(bottom, own.y1 + near if gap > 0 else _blank(own, other, paper, frame, above=False))
    return top, bottom


def _blank(own: Rect, other: Rect, paper: Paper, frame: _Frame, *, above: bool) -> float:
    """Where between two lines whose places overlap no ink is: what was read says how high letters may reach, not how
    high these do. The box's own edge where ink is everywhere."""
    inner = own.y0 + _ASCENDERS * (own.y1 - own.y0) if above else own.y1 - _DESCENDERS * (own.y1 - own.y0)
    outer = (other.y0 + other.y1) / 2
    step = 1 / paper.scale
    rows = np.arange(inner, outer, -step if above else step)
    if not len(rows):
        return own.y0 if above else own.y1
    inked = [_row_inked(own, float(v), paper, frame) for v in rows]
    first = next((at for at, ink in enumerate(inked) if not ink), None)
    if first is None:
        return own.y0 if above else own.y1
    last = next((at for at in range(first, len(rows)) if inked[at]), len(rows)) - 1
    return float(rows[first] + (rows[last] - rows[first]) * _OWN_SHARE)


def _row_inked(own: Rect, v: float, paper: Paper, frame: _Frame) -> bool:
    """Whether the words' stretch of this row of pixels has ink."""
    u = np.arange(own.x0, own.x1, 1 / paper.scale)
    c, s = frame.along
    height, width = paper.grey.shape
    x = np.clip(((frame.x + u * c - v * s) * paper.scale).astype(int), 0, width - 1)
    y = np.clip(((frame.y + u * s + v * c) * paper.scale).astype(int), 0, height - 1)
    return int((paper.grey[y, x] < _INK).sum()) >= _INKED_PIXELS


def _share(gap: float, own: Rect, paper: Paper, frame: _Frame, *, backwards: bool) -> float:
    """How far a box reaches into the gap beside it: nearly to a word that is near, so that its edge does not say where
    the withheld letters began, and by a margin where there is room. Within a word there is no gap, and the cut is a
    guess: the box takes half a letter more and goes on to the next column without ink, or as far as a letter is wide.
    """
    high = own.y1 - own.y0
    if gap > 2 * MARGIN / paper.scale:
        return MARGIN / paper.scale
    if gap > _WITHIN_WORD * high:
        return max(gap / 2, gap - _KEPT_OFF / paper.scale)
    step = 1 / paper.scale
    for at in np.arange(_LETTER * high / 2, _LETTER * high * 1.5, step):
        start = own.x0 - at - step if backwards else own.x1 + at
        if not _ink(Rect(start, own.y0, start + step, own.y1), paper, frame).any():
            return float(at) + step / 2
    return _LETTER * high


def _free(own: Rect, start: float, end: float, paper: Paper, frame: _Frame) -> float:
    """How far the line is free of ink from ``start`` on, ``end`` at the most and never beyond the page."""
    x, y = frame.page(end, (own.y0 + own.y1) / 2)
    c, s = frame.along
    at, size = (x, paper.size[0]) if abs(c) >= abs(s) else (y, paper.size[1])
    edge = end - max(at - (size - _PAGE_EDGE), _PAGE_EDGE - at, 0.0)
    if edge <= start:
        return start
    inked = np.flatnonzero(_ink(Rect(start, own.y0, edge, own.y1), paper, frame))
    if not len(inked):
        return edge
    return max(start, start + (float(inked[0]) - MARGIN / 2) / paper.scale)


def _ink(rect: Rect, paper: Paper, frame: _Frame) -> NDArray[np.bool_]:
    """Column by column (one pixel each) along the line: whether something stands there."""
    columns = max(1, round((rect.x1 - rect.x0) * paper.scale))
    rows = max(1, round((rect.y1 - rect.y0) * paper.scale))
    u = rect.x0 + (np.arange(columns)[np.newaxis, :] + 0.5) / paper.scale
    v = rect.y0 + (np.arange(rows)[:, np.newaxis] + 0.5) / paper.scale
    c, s = frame.along
    x, y = frame.x + u * c - v * s, frame.y + u * s + v * c
    height, width = paper.grey.shape
    at = np.clip((y * paper.scale).astype(int), 0, height - 1), np.clip((x * paper.scale).astype(int), 0, width - 1)
    found: NDArray[np.bool_] = (paper.grey[at] < _INK).mean(axis=0) > _INK_SHARE
    return found


def _overlap(one: Rect, other: Rect) -> float:
    """How much of the lower of the two heights both share."""
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    return shared / max(1e-6, min(one.y1 - one.y0, other.y1 - other.y0))


def _meet(one: Rect, other: Rect) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1
