"""Cells of ruled forms whose whole value was taken out: the box fills the cell, whatever stood in it.

A label printed in the cell stays. How many lines the value had, and how long they were, nobody sees any more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from redactor.write.rows import ASCENT, DESCENT, Gap, Rules, Word

Area = tuple[float, float, float, float]

_INSET = 1.5
"""Points kept free between a box and the rules of its cell."""

_SLACK = 1.0
"""Points by which rules may miss each other at a corner."""

_CHECK_BOX = 1.6
"""Ems; a rule shorter than that may be the side of a check box."""

_TALLEST = 5.0
"""Ems below its first line down to which a box fills its cell."""


@dataclass(frozen=True, slots=True)
class _Cell:
    left: float
    top: float
    right: float
    bottom: float


def value_areas(gaps: Sequence[Gap], words: Sequence[Word], rules: Rules) -> Mapping[int, Area]:
    """Left, top, right, bottom of the box by the identity of the gap, for every cell whose whole value went."""
    within: dict[_Cell, list[Gap]] = {}
    for gap in gaps:
        cell = _cell_around(gap, rules)
        if cell is not None:
            within.setdefault(cell, []).append(gap)
    areas: dict[int, Area] = {}
    for cell, held in within.items():
        area = _value_area(cell, held, words, rules)
        if area is not None:
            areas.update({id(gap): area for gap in held})
    return areas


def _cell_around(gap: Gap, rules: Rules) -> _Cell | None:
    """The ruled cell in which something was taken out, told from where that began. Check boxes are no cells."""
    middle = gap.across - 0.3 * gap.em
    beside = [rule for rule in rules.upright if rule[1] - _SLACK <= middle <= rule[2] + _SLACK]
    return _cell_between(gap, beside, rules) or _cell_between(
        gap, [rule for rule in beside if rule[2] - rule[1] >= _CHECK_BOX * gap.em], rules
    )


def _cell_between(gap: Gap, beside: Sequence[tuple[float, float, float]], rules: Rules) -> _Cell | None:
    middle, x = gap.across - 0.3 * gap.em, gap.start + 0.2 * gap.em
    left = max((rule for rule in beside if rule[0] <= x), default=None)
    right = min((rule for rule in beside if rule[0] > x), default=None)
    if left is None or right is None or right[0] - left[0] < 1.5 * gap.em:
        return None
    across = [y for y, start, end in rules.level if start - _SLACK <= left[0] and end + _SLACK >= right[0]]
    top = max((y for y in across if y <= middle), default=None)
    bottom = min((y for y in across if y > middle), default=None)
    if top is None or bottom is None or bottom - top < gap.em:
        return None
    reach = [rule[1] <= top + 2 * _SLACK and rule[2] >= bottom - 2 * _SLACK for rule in (left, right)]
    return _Cell(left[0], top, right[0], bottom) if all(reach) else None


def _value_area(cell: _Cell, gaps: Sequence[Gap], words: Sequence[Word], rules: Rules) -> Area | None:
    """The cell below its label, or behind it where it stands on the same line. None if a part of the value stays."""
    first = min(gaps, key=lambda gap: gap.across)
    left, top = cell.left + _INSET, first.across - ASCENT * first.em
    above = beside = False
    for word in words:
        if not (cell.top < word.across - 0.3 * word.em < cell.bottom and cell.left < word.start < cell.right):
            continue
        if word.across < top + 0.2 * first.em:
            above, top = True, max(top, word.across + DESCENT * word.em)
            continue  # a line above the value: the label
        if abs(word.across - first.across) > 0.35 * first.em or word.start > first.start:
            return None
        left, beside = max(left, word.end + 0.28 * first.em), True
    right = cell.right - _INSET
    if right - left <= first.em:
        return None
    if beside:  # what stood on further lines is gone, and leaves nothing to cover
        return (left, top, right, first.across + DESCENT * first.em)
    if not above and top - cell.top < _TALLEST * first.em:
        top = cell.top  # a value in the middle of its cell stands the higher, the more lines it has
    bottom = min(cell.bottom - _INSET, first.across + _TALLEST * first.em)
    bottom = max(bottom, max(gap.across for gap in gaps) + DESCENT * first.em)
    below = first.across + DESCENT * first.em
    for edge, start, end in rules.upright:  # a check box, say, that stands in the cell
        if left < edge < right and start < bottom and end > below:
            bottom = max(below, start - _INSET)
    return (left, max(top, cell.top + _INSET), right, bottom)
