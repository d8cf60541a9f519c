"""Plain drawing: rules, boxes, cells, shading, circles and short marks, which nobody reads as text.

A form is full of ink that says nothing. What of it can be told from its geometry alone is told here, so that what is
left can be taken for writing. A few bars are a box or a tick; many bars close together are letters or a barcode.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pymupdf
from numpy.typing import NDArray

Point = tuple[float, float]
Box = tuple[float, float, float, float]

_STRAIGHT = 0.3
"""Points by which a line may lean and still run along the page."""

_LONG_BAR = 36.0
"""Points; a bar or line this long is a rule whatever stands beside it. Shorter ones may be the strokes of a letter."""

_LONG_SLANT = 60.0
"""Points; the same for lines that run askew, which most letters have."""

_THICK = 6.0
"""Points; a rectangle thinner than that either way is a bar, a wider one a cell or a box."""

_BROAD_FILL = 20.0
"""Points; a filled rectangle this long is shading, a smaller one may be one dot of a picture."""

_WIDEST_PEN = 3.0
"""Points; the two edges of a broader stroke are far enough apart to hold something between them."""

_FEW = 6
"""So many short bars close together may be a check box, a cross or a corner of a table; more may be writing."""

_NEAR, _NEAR_SHARE = 2.5, 0.3
"""Two short bars belong together within so many points, or this share of the shorter one's length: strokes of large
letters stand farther apart than those of small ones."""

_DOTTED = 2.5
"""Points; a row of short bars no higher than that is a dotted or dashed rule."""

_OVAL_ITEMS = 9
"""Most lines and curves that a circle or a box with round corners is drawn with."""

_MOST_SHAPES = 6_000
"""A page with more is a drawing or a map: then nothing on it counts as plain."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is not plain: how many lines and curves it is drawn with, and where (points)."""

    items: int
    box: Box


@dataclass(frozen=True, slots=True)
class Ruling:
    """A page's plain drawing as outlines to leave out of account, boxes and polylines, each with the width of the pen;
    the drawings that are not plain; and the bars that stand too close together to be."""

    boxes: tuple[tuple[Box, float], ...]
    lines: tuple[tuple[tuple[Point, ...], float], ...]
    drawings: tuple[Drawing, ...]
    crowded: tuple[Box, ...]


def ruling_of(page: pymupdf.Page) -> Ruling:
    """The page's vector drawing, told apart. Text and images play no part."""
    boxes: list[tuple[Box, float]] = []
    bars: list[Box] = []
    lines: list[tuple[tuple[Point, ...], float]] = []
    drawings: list[Drawing] = []
    paths = [path for path in page.get_cdrawings(extended=True) if path["type"] != "group"]
    if sum(len(path["items"]) for path in paths) > _MOST_SHAPES:
        return Ruling((), (), (), ())
    for path in paths:
        items = path["items"]
        pen = float(path.get("width") or 0.0) if "s" in path["type"] else 0.0
        bounds = _bounds(items, pen)
        if pen <= _WIDEST_PEN and _oval(items, bounds):
            lines += [(_sampled(item), pen) for item in items]
            continue
        crooked = False
        for item in items:
            box = _box(item)
            if box is not None and _ruled(box, path["type"]):
                boxes.append((box, pen))
            elif bar := box or _along(item, pen):
                bars.append(bar)
            elif item[0] == "l" and _length(item) >= _LONG_SLANT and pen <= _WIDEST_PEN:
                lines.append((_sampled(item), pen))
            else:
                crooked = True
        if crooked:
            drawings.append(Drawing(len(items), bounds))
    few, stems, crowded = _told_apart(_joined(bars), drawings)
    boxes += [(box, 0.0) for box in few]
    drawings += stems
    return Ruling(tuple(boxes), tuple(lines), tuple(drawings), tuple(crowded))


def _ruled(box: Box, kind: str) -> bool:
    """Whether a rectangle is a frame, a cell or a rule by its size alone."""
    across, down = box[2] - box[0], box[3] - box[1]
    if min(across, down) < _THICK:
        return False  # a bar: it counts with its neighbours
    return kind in ("s", "fs", "clip") or max(across, down) >= _BROAD_FILL


def _box(item: Sequence[Any]) -> Box | None:
    """The item as a rectangle along the page, if it is one."""
    if item[0] == "re":
        x0, y0, x1, y1 = item[1]
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    if item[0] != "qu":
        return None
    xs, ys = sorted(x for x, _ in item[1]), sorted(y for _, y in item[1])
    straight = max(xs[1] - xs[0], xs[3] - xs[2], ys[1] - ys[0], ys[3] - ys[2]) <= _STRAIGHT
    return (xs[0], ys[0], xs[3], ys[3]) if straight else None


def _along(item: Sequence[Any], pen: float) -> Box | None:
    """The item as a line along the page, as broad as the pen, if it is one."""
    if item[0] != "l":
        return None
    (x0, y0), (x1, y1) = item[1], item[2]
    if min(abs(x1 - x0), abs(y1 - y0)) > _STRAIGHT:
        return None
    across, down = (0.0, pen / 2) if abs(x1 - x0) >= abs(y1 - y0) else (pen / 2, 0.0)
    return min(x0, x1) - across, min(y0, y1) - down, max(x0, x1) + across, max(y0, y1) + down


def _length(item: Sequence[Any]) -> float:
    (x0, y0), (x1, y1) = item[1], item[2]
    return float(np.hypot(x1 - x0, y1 - y0))


def _sampled(item: Sequence[Any]) -> tuple[Point, ...]:
    """Points along a line or a curve, two a point."""
    ends = np.array(item[1:], dtype=np.float64)
    steps = int(min(2_000, 2 + 2 * np.abs(np.diff(ends, axis=0)).sum()))
    t = np.linspace(0.0, 1.0, steps)[:, None]
    if item[0] == "l":
        along = ends[0] + (ends[1] - ends[0]) * t
    else:
        along = (1 - t) ** 3 * ends[0] + 3 * (1 - t) ** 2 * t * ends[1] + 3 * (1 - t) * t**2 * ends[2] + t**3 * ends[3]
    return tuple((float(x), float(y)) for x, y in along)


def _bounds(items: Sequence[Sequence[Any]], pen: float) -> Box:
    """What holds the path, its curves' control points included."""
    xs, ys = [], []
    for item in items:
        if item[0] == "re":
            xs += item[1][::2]
            ys += item[1][1::2]
        else:
            points = item[1] if item[0] == "qu" else item[1:]
            xs += [point[0] for point in points]
            ys += [point[1] for point in points]
    half = pen / 2
    return (min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half) if xs else (0.0, 0.0, 0.0, 0.0)


def _oval(items: Sequence[Sequence[Any]], bounds: Box) -> bool:
    """Whether the path is a circle, an ellipse or a box with round corners: it turns with every curve, and all its
    curves and lines end on the edges of its bounds."""
    kinds = [item[0] for item in items]
    if not 4 <= len(items) <= _OVAL_ITEMS or kinds.count("c") < 4 or not set(kinds) <= {"l", "c"}:
        return False
    x0, y0, x1, y1 = bounds
    if min(x1 - x0, y1 - y0) < _THICK:
        return False
    closed = all(_same(one[-1], other[1]) for one, other in pairwise((*items, items[0])))
    slack = 0.02 * max(x1 - x0, y1 - y0) + _STRAIGHT + _WIDEST_PEN / 2
    return closed and all(
        min(abs(x - x0), abs(x - x1), abs(y - y0), abs(y - y1)) <= slack
        for item in items
        for x, y in (item[1], item[-1])
    )


def _same(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) <= _STRAIGHT and abs(one[1] - other[1]) <= _STRAIGHT


def _joined(bars: list[Box]) -> list[Box]:
    """Thin bars that continue one another made one: a table's borders are often drawn cell by cell."""
    down = [bar for bar in bars if bar[3] - bar[1] >= bar[2] - bar[0]]
    across = [bar for bar in bars if bar[3] - bar[1] < bar[2] - bar[0]]
    turned = _continued([(y0, x0, y1, x1) for x0, y0, x1, y1 in across])
    return [*_continued(down), *((x0, y0, x1, y1) for y0, x0, y1, x1 in turned)]


def _continued(bars: list[Box]) -> list[Box]:
    """Of upright bars."""
    joined: list[Box] = []
    for bar in sorted(bars, key=lambda b: (round(2 * b[0]), round(2 * b[2]), b[1])):
        last = joined[-1] if joined else None
        same_column = last is not None and abs(last[0] - bar[0]) <= 0.5 and abs(last[2] - bar[2]) <= 0.5
        if last is not None and same_column and bar[2] - bar[0] <= _WIDEST_PEN and bar[1] - last[3] <= 1.0:
            joined[-1] = (last[0], last[1], last[2], max(last[3], bar[3]))
        else:
            joined.append(bar)
    return joined


def _told_apart(bars: list[Box], drawings: Sequence[Drawing]) -> tuple[list[Box], list[Drawing], list[Box]]:
    """Bars that stand alone or few together, or are long; few that stand among curves, as the stems of letters do; and
    those that stand many together."""
    long = [bar for bar in bars if max(bar[2] - bar[0], bar[3] - bar[1]) >= _LONG_BAR]
    short = [bar for bar in bars if max(bar[2] - bar[0], bar[3] - bar[1]) < _LONG_BAR]
    curved = np.array([drawing.box for drawing in drawings if _of_letters(drawing.box)], dtype=np.float64)
    few, stems, crowded = list(long), list[Drawing](), list[Box]()
    for group in _groups(np.array(short, dtype=np.float64).reshape(-1, 4)):
        members = [short[at] for at in group]
        x0, y0 = min(bar[0] for bar in members), min(bar[1] for bar in members)
        x1, y1 = max(bar[2] for bar in members), max(bar[3] for bar in members)
        dotted = min(x1 - x0, y1 - y0) <= _DOTTED
        gap = _NEAR + _NEAR_SHARE * max(x1 - x0, y1 - y0)
        among = bool(len(curved)) and bool(
            (
                (curved[:, 0] < x1 + gap)
                & (curved[:, 2] > x0 - gap)
                & (curved[:, 1] < y1 + _STRAIGHT)
                & (curved[:, 3] > y0 - _STRAIGHT)
            ).any()
        )
        if _four_sides(members, x1 - x0, y1 - y0):
            few += members
        elif among and len(members) <= _FEW:
            stems.append(Drawing(len(members), (x0, y0, x1, y1)))
        else:
            (few if len(members) <= _FEW or (dotted and not among) else crowded).extend(members)
    return few, stems, crowded


def _four_sides(bars: list[Box], across: float, down: float) -> bool:
    """Whether the bars are a box that was drawn side by side: each as long as the box is wide or high."""
    whole = all(across - (x1 - x0) <= 1 or down - (y1 - y0) <= 1 for x0, y0, x1, y1 in bars)
    return len(bars) == 4 and min(across, down) >= _THICK and whole


def _of_letters(box: Box) -> bool:
    """Whether a drawing that is not plain is of the size of a line of letters and not of a frame."""
    return _NEAR < min(box[2] - box[0], box[3] - box[1]) <= 2 * _LONG_BAR


def _groups(bars: NDArray[np.float64]) -> Iterator[list[int]]:
    """Which of the bars stand together, as their places."""
    sizes = np.maximum(bars[:, 2] - bars[:, 0], bars[:, 3] - bars[:, 1])
    free = np.ones(len(bars), dtype=np.bool_)
    for start in range(len(bars)):
        if not free[start]:
            continue
        free[start] = False
        group, waiting = [start], [start]
        while waiting:
            at = waiting.pop()
            x0, y0, x1, y1 = bars[at]
            gap = np.maximum(_NEAR, _NEAR_SHARE * np.minimum(sizes, sizes[at]))
            near = free & (bars[:, 0] < x1 + gap) & (bars[:, 2] > x0 - gap)
            near &= (bars[:, 1] < y1 + gap) & (bars[:, 3] > y0 - gap)
            found = np.flatnonzero(near).tolist()
            free[found] = False
            group += found
            waiting += found
        yield group
