"""The rules of a page: lines drawn along it that part its cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pymupdf

from redactor.write.rows import Rules

_STRAIGHT = 0.3
"""Points by which a line may lean and still run along the page."""

_THIN = 3.0
"""Points; a filled rectangle up to this thickness is a rule. A broader one is shading, and may be as wide as a word."""

_SHORTEST = 5.0
"""Points; anything shorter parts nothing."""

_MOST = 6_000
"""Pieces of drawing from which on a page is a picture and has no cells."""

_Line = tuple[float, float, float, float]


def rules_of(page: pymupdf.Page) -> Rules:
    """The page's rules, in page space."""
    upright, level = [], []
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
    return Rules(tuple(upright), tuple(level))


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
