"""A page's findings as shapes over its picture: corners in points, a badge for the state, and the order of reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redactor.geometry import area, bounds, intersection, union
from redactor.model import Disposition, Quad
from redactor.review.records import Item, PageView, State
from redactor.web.wording import DISPOSITION_WORDS, Family, category_words, family, slug

PICTURE_DPI = (96, 144, 216)
"""Resolutions in which a page is handed out: enough for a small window, a usual one, and a zoomed one."""

_PADDING = 1.0
"""Points around a finding's words, so that its outline does not touch the letters."""

_SAME_WORDS = 0.5
"""Share of the smaller of two quads that they have in common; lines that stand close share a strip."""

_BADGES = {State.UNDECIDED: "?", State.AWAITS_SECOND: "2", State.DECIDED: "✓", State.PROPOSED: ""}


@dataclass(frozen=True, slots=True)
class Shape:
    """A finding as it is drawn: ``polygons`` and ``badge_at`` in points, ``name`` for those who hear the page."""

    item: Item
    family: Family
    classes: str
    polygons: tuple[str, ...]
    hatched: bool
    badge: str
    badge_at: tuple[float, float]
    name: str


def shapes(view: PageView, items: Sequence[Item]) -> tuple[Shape, ...]:
    """The items that stand on the page, in the page's order of reading."""
    wanted = {item.finding for item in items}
    return tuple(_shape(item) for item in view.items if item.quads and item.finding in wanted)


def _shape(item: Item) -> Shape:
    area = union(bounds(quad) for quad in item.quads)
    kind = family(item.category)
    withheld = item.disposition.withholds
    classes = f"span family-{kind} state-{slug(item.state)} {'withheld' if withheld else 'produced'}"
    return Shape(
        item,
        kind,
        classes,
        tuple(_corners(quad) for quad in item.quads),
        withheld and item.state is State.DECIDED,
        _BADGES[item.state],
        (round(area.x1, 1), round(area.y0 - 1.5, 1)),
        name_of(item),
    )


def covering(view: PageView, item: Item) -> tuple[Item, ...]:
    """Other findings that cover words of this one: producing it alone would show nothing of them."""
    others = (one for one in view.items if one.finding != item.finding and one.disposition.withholds)
    return tuple(one for one in others if any(_share(mine, its) for mine in item.quads for its in one.quads))


def _share(one: Quad, other: Quad) -> bool:
    """Whether two quads lie on the same words, rather than beside or under one another."""
    first, second = bounds(one), bounds(other)
    common = intersection(first, second)
    return common is not None and area(common) > _SAME_WORDS * min(area(first), area(second))


def name_of(item: Item) -> str:
    """The finding in words: what it is, where it stands, and what would happen to it. Never the value."""
    fate = DISPOSITION_WORDS[item.disposition].lower()
    if item.state is State.UNDECIDED:
        return f"{category_words(item.category)}, undecided"
    if item.state is State.PROPOSED:
        return f"{category_words(item.category)}, proposed: {fate}"
    if item.state is State.AWAITS_SECOND:
        return f"{category_words(item.category)}, awaits a second reader: {fate}"
    return f"{category_words(item.category)}, decided: {fate}"


def proposal_of(item: Item) -> Disposition | None:
    """What "accept" would do, or None where nothing was proposed."""
    return None if item.disposition is Disposition.REFER else item.disposition


def _corners(quad: Quad) -> str:
    (ulx, uly), (urx, ury), (lrx, lry), (llx, lly) = quad.ul, quad.ur, quad.lr, quad.ll
    level = abs(uly - ury) < 0.5 and abs(ulx - llx) < 0.5
    grow = _PADDING if level and urx >= ulx and lly >= uly else 0.0
    corners = (
        (ulx - grow, uly - grow), (urx + grow, ury - grow), (lrx + grow, lry + grow), (llx - grow, lly + grow),
    )  # fmt: skip
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
