"""Rectangles and quads in one page space: points as displayed, origin top left, y downwards. Standard library only."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from redactor.model import Quad, Rect, Word


def quad_of(rect: Rect) -> Quad:
    """The rectangle as a quad of text that reads left to right."""
    return Quad((rect.x0, rect.y0), (rect.x1, rect.y0), (rect.x1, rect.y1), (rect.x0, rect.y1))


def bounds(quad: Quad) -> Rect:
    """The smallest rectangle that holds the quad."""
    xs = (quad.ul[0], quad.ur[0], quad.lr[0], quad.ll[0])
    ys = (quad.ul[1], quad.ur[1], quad.lr[1], quad.ll[1])
    return Rect(min(xs), min(ys), max(xs), max(ys))


def union(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle that holds them all. Raises ValueError where there are none."""
    all_rects = tuple(rects)
    return Rect(
        min(r.x0 for r in all_rects),
        min(r.y0 for r in all_rects),
        max(r.x1 for r in all_rects),
        max(r.y1 for r in all_rects),
    )


def area(rect: Rect) -> float:
    """Square points."""
    return max(0.0, rect.x1 - rect.x0) * max(0.0, rect.y1 - rect.y0)


def intersection(one: Rect, other: Rect) -> Rect | None:
    """What both cover, or None where they only touch or do not meet."""
    x0, y0 = max(one.x0, other.x0), max(one.y0, other.y0)
    x1, y1 = min(one.x1, other.x1), min(one.y1, other.y1)
    return Rect(x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


LEVEL = 0.0175
"""Tangent of one degree: text that leans more than that needs a box of its own slant, or the box covers its neighbours
and leaves its own corners bare."""


def horizontal(quad: Quad) -> bool:
    """Whether the quad's text reads left to right along the page, by less than a degree."""
    return abs(quad.ul[1] - quad.ur[1]) <= LEVEL * (quad.ur[0] - quad.ul[0])


def slant_of(quads: Sequence[Quad]) -> float:
    """The direction (radians, clockwise from level) in which most of the quads read; longer ones count for more."""
    x = sum(quad.ur[0] - quad.ul[0] for quad in quads)
    y = sum(quad.ur[1] - quad.ul[1] for quad in quads)
    return math.atan2(y, x) if quads else 0.0


def levelled(point: tuple[float, float], slant: float) -> tuple[float, float]:
    """The point once the page is turned back by ``slant`` about its origin."""
    cos, sin = math.cos(slant), math.sin(slant)
    return point[0] * cos + point[1] * sin, point[1] * cos - point[0] * sin


def level_boxes(words: Sequence[Word]) -> list[Rect]:
    """The words' bounds; of words that were read from pixels, as they would be had the sheet lain straight."""
    quads = [word.quad for word in words]
    slant = slant_of(quads) if words and all(word.confidence is not None for word in words) else 0.0
    if not slant:
        return [bounds(quad) for quad in quads]
    corners = ((quad.ul, quad.ur, quad.lr, quad.ll) for quad in quads)
    return [bounds(Quad(*(levelled(corner, slant) for corner in four))) for four in corners]


def slice_quad(quad: Quad, left: float, right: float) -> Quad:
    """The part of the quad between two fractions (0 to 1) of its reading direction."""

    def along(a: tuple[float, float], b: tuple[float, float], t: float) -> tuple[float, float]:
        return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)

    return Quad(
        along(quad.ul, quad.ur, left),
        along(quad.ul, quad.ur, right),
        along(quad.ll, quad.lr, right),
        along(quad.ll, quad.lr, left),
    )


def part_of_word(word: Word, start: int, end: int) -> Quad:
    """The quad of the word's code points ``[start, end)``, offsets of the passage, cut to the word."""
    first, last = max(start, word.start) - word.start, min(end, word.end) - word.start
    return slice_quad(word.quad, word.edges[first], word.edges[last])


def join(quads: Iterable[Quad]) -> Quad:
    """One quad from the first's left edge to the last's right edge; they stand on one line, in reading order."""
    all_quads = tuple(quads)
    first, last = all_quads[0], all_quads[-1]
    if all(horizontal(quad) for quad in all_quads):
        return quad_of(union(bounds(quad) for quad in all_quads))
    return Quad(first.ul, last.ur, last.lr, first.ll)


def spread(quad: Quad, margin: float) -> Quad:
    """The quad with every edge moved outwards by ``margin``, along and across its own direction."""
    length = math.dist(quad.ul, quad.ur) or 1.0
    c, s = (quad.ur[0] - quad.ul[0]) / length, (quad.ur[1] - quad.ul[1]) / length

    def moved(corner: tuple[float, float], along: float, down: float) -> tuple[float, float]:
        return corner[0] + margin * (along * c - down * s), corner[1] + margin * (along * s + down * c)

    return Quad(moved(quad.ul, -1, -1), moved(quad.ur, 1, -1), moved(quad.lr, 1, 1), moved(quad.ll, -1, 1))


CLUSTER_GAP = 4.0
"""Points between two regions that count as one."""


def clustered(rects: Iterable[Rect]) -> tuple[Rect, ...]:
    """The rectangles with those that overlap or stand closer than CLUSTER_GAP made one, top to bottom."""
    clusters: list[Rect] = []
    for rect in rects:
        grown = rect
        while True:
            near = Rect(grown.x0 - CLUSTER_GAP, grown.y0 - CLUSTER_GAP, grown.x1 + CLUSTER_GAP, grown.y1 + CLUSTER_GAP)
            meets = [other for other in clusters if intersection(near, other) is not None]
            if not meets:
                break
            clusters = [other for other in clusters if other not in meets]
            grown = union([grown, *meets])
        clusters.append(grown)
    return tuple(sorted(clusters, key=lambda r: (r.y0, r.x0)))
