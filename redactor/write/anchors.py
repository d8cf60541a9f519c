"""What holds a cell in its place: its left edge, its right edge or its middle, as the lines around it have it.

A centred line begins where the length of its words puts it. If the words go, their length must not stay behind in the
place of those that are left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from redactor.write.rows import Rules, Segment

_SAME = 0.6
"""Points within which two edges are one."""

_OWN_CENTRE = 1.5
"""So many lines with the same edge does the middle of the page or of a cell outweigh."""


_LONG = 0.35
"""Share of the page's width from which a line is one of a paragraph rather than an entry in a column."""


class Hold(Enum):
    """Which part of a cell stands fast."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What stands fast, and where along the line."""

    hold: Hold
    at: float


class Edges:
    """The edges of all cells of one direction of a page."""

    def __init__(self, segments: Sequence[Segment], paper: tuple[float, float], rules: Rules) -> None:
        self._across = np.array([segment.row.across for segment in segments])
        self._left = np.array([segment.start for segment in segments])
        self._right = np.array([segment.end for segment in segments])
        self._paper, self._rules = paper, rules

    def anchor(self, segment: Segment) -> Anchor:
        """What holds the cell: the edge that most other cells share with it; where none does, the left one."""
        others = np.abs(self._across - segment.row.across) > 1.0
        same_left = others & (np.abs(self._left - segment.start) <= _SAME)
        same_right = others & (np.abs(self._right - segment.end) <= _SAME)
        middles = (self._left + self._right) / 2
        middle = (segment.start + segment.end) / 2
        same_centre = others & (np.abs(middles - middle) <= _SAME) & ~same_left & ~same_right
        left, right, centre = int(same_left.sum()), int(same_right.sum()), float(same_centre.sum())
        at_centre = float(np.median(middles[same_centre])) if centre else middle
        if not (left and right) and segment.start > self._paper[0] + 1.0:
            for own in self._centres(segment):
                if abs(own - middle) <= _SAME:
                    centre, at_centre = centre + _OWN_CENTRE, own
        if centre > max(left, right):
            return Anchor(Hold.CENTRE, round(at_centre, 1))
        if right > left and not self._justified(same_right):
            return Anchor(Hold.RIGHT, round(float(np.median(self._right[same_right])), 1))
        return Anchor(Hold.LEFT, round(float(np.median(self._left[same_left])) if left else segment.start, 1))

    def _justified(self, lines: NDArray[np.bool_]) -> bool:
        """Whether lines that end together also begin together, over a good part of the page: then they are a paragraph,
        and not a column that is set flush right."""
        left = self._left[lines]
        long = self._right[lines] - left > _LONG * (self._paper[1] - self._paper[0])
        return bool(long.any()) and int((np.abs(left - np.median(left)) <= _SAME).sum()) * 2 > len(left)

    def _centres(self, segment: Segment) -> list[float]:
        """The middle of the page, and of the ruled cell around the segment."""
        found = [sum(self._paper) / 2]
        middle = segment.row.across - 0.3 * segment.items[0].em
        beside = [x for x, top, bottom in self._rules.upright if top <= middle <= bottom]
        before = [x for x in beside if x <= segment.start + 1]
        behind = [x for x in beside if x >= segment.end - 1]
        if before and behind:
            found.append((max(before) + min(behind)) / 2)
        return found
