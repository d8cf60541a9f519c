"""The rules of a page: lines drawn along it that part its cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pymupdf

from redactor.model import Rect
from redactor.write.rows import Mark, Rules

_STRAIGHT = 0.3
"""Points by which a line may lean and still run along the page."""

_THIN = 3.0
"""Points; a filled rectangle up to this thickness is a rule. A broader one is shading, and may be as wide as a word."""

_SHORTEST = 5.0
"""Points; anything shorter parts nothing."""

_TALLEST_MARK = 40.0
"""Points; a higher bar marks no line of words."""

_MOST = 6_000
"""Pieces of drawing from which on a page is a picture and has no cells."""

_Line = tuple[float, float, float, float]


def rules_of(page: pymupdf.Page) -> Rules:
    """The page's rules, in page space."""
    upright, level, marks = [], [], []
    paths = [path for path in page.get_cdrawings() if "items" in path]
    if sum(len(path["items"]) for path in paths) > _MOST:
        return Rules()
    for path in paths:
        stroked = "s" in path["type"]
        for item in path["items"]:
            for x0, y0, x1, y1 in _lines(item, stroked):
                if abs(x1 - x0) <= _STRAIGHT and abs(y1 - y0) >= _SHORTEST:
                    upright.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
                elif abs(y1 - y0) <= _STRAIGHT and abs(x1 - x0) >= _SHORTEST:
                    level.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            if (area := _bar(item, path)) is not None:
                colour = tuple(path.get("fill") or path.get("color") or (0.0,))
                marks.append(Mark(area, colour, len(path["items"]) == 1))
    return Rules(tuple(upright), tuple(level), tuple(marks))


def _bar(item: Any, path: Any) -> Rect | None:
    """The item as a level line, as high as the pen, or as a filled bar, if it may be the marking of words."""
    if item[0] == "l" and "s" in path["type"] and abs(item[1][1] - item[2][1]) <= _STRAIGHT:
        half = float(path.get("width") or 0.0) / 2
        area = Rect(min(item[1][0], item[2][0]), item[1][1] - half, max(item[1][0], item[2][0]), item[1][1] + half)
    elif item[0] == "re" and path["type"] == "f":
        x0, y0, x1, y1 = item[1]
        area = Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    else:
        return None
    return area if area.x1 - area.x0 >= _SHORTEST and area.y1 - area.y0 <= _TALLEST_MARK else None


def _lines(item: Any, stroked: bool) -> Iterator[_Line]:
    """The lines that an item of a path draws."""
    if item[0] == "l":
        if stroked:
            yield (*item[1], *item[2])
        return
    if item[0] == "re":
        x0, y0, x1, y1 = item[1]
    elif item[0] == "qu":
        xs, ys = [point[0] for point in item[1]], [point[1] for point in item[1]]
        x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
    else:
        return
    if abs(x1 - x0) <= _THIN:
        yield ((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
    elif abs(y1 - y0) <= _THIN:
        yield (x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    elif stroked:
        yield from ((x0, y0, x0, y1), (x1, y0, x1, y1), (x0, y0, x1, y0), (x0, y1, x1, y1))
