"""The parts of a page's stream reading that say something else than the page as read.

``p3/stream`` holds the words of ``p3`` in the order in which the file paints them. Where both put the same lines side
by side, the page's reading has said all there is to say; only around lines that are elsewhere joined may a value
appear that the page's reading tears apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

_LINES, _REACH = 2, 160
"""What is read along on either side of a new neighbourhood: so many lines and so many code points, for labels and
long values."""


def new_neighbourhoods(stream: str, page: str) -> Iterator[tuple[int, int]]:
    """Half-open places of ``stream``, in order and apart, that hold every pair of neighbouring lines which ``page``
    does not have, with what stands around them."""
    lines = stream.split("\n")
    known = set(pairwise(["", *page.split("\n"), ""]))
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    ends = [start + len(line) for start, line in zip(starts, lines, strict=True)]
    first = last = -1
    for index, pair in enumerate(pairwise(["", *lines, ""])):
        if pair in known:
            continue
        begin, end = _around(starts, ends, max(index - 1, 0), min(index, len(lines) - 1))
        if first >= 0 and begin > last:
            yield first, last
            first = -1
        first, last = (begin if first < 0 else first), max(last, end)
    if first >= 0:
        yield first, last


def _around(starts: list[int], ends: list[int], before: int, behind: int) -> tuple[int, int]:
    first, last = before, behind
    while first > 0 and (before - first < _LINES or starts[before] - starts[first] < _REACH):
        first -= 1
    while last + 1 < len(starts) and (last - behind < _LINES or ends[last] - ends[behind] < _REACH):
        last += 1
    return starts[first], ends[last]
