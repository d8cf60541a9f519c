"""Words that the writer says it moved. A move is believed only where the line has a box, the letters are the
original's, letter by letter, and so is their ink; and where the moved words cover nothing else.

Ink is compared letter by letter on a grid of three by three, at places that need not fall on pixels: a picture of the
page, summed from its corner, gives the ink of any rectangle by four look-ups.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from redactor.geometry import bounds, intersection
from redactor.model import Move, Rect
from redactor.verify.declared import Declared, Problem
from redactor.verify.painted import Letters, Numbers, PaintedPage, Pixels, UnpaintableError

MOVES = "moved words are the original's"
SCALE = 3.0  # pixels a point
GRID = 3  # parts of a letter each way
# pdfium sets small letters to whole pixels, so the same letter elsewhere is drawn up to half a pixel off. Measured on
# 6,996 moved letters of the demo matter: 0.54 of a letter's ink ("l"), 0.27 in one part ("."), 0.10 of a move's.
SMOOTHING = 0.2  # pt around a letter that its smoothing reaches
WHOLE_TOLERANCE = 0.12  # share of the ink of all letters of one move
MASS_TOLERANCE = 0.60  # share of one letter's ink
PART_TOLERANCE = 0.32  # share of one letter's ink that may lie in another of the nine parts
MEAN_TOLERANCE = 0.12  # the same in the mean, for moves of FEW letters and more
FEW = 4
FAINT = 600.0  # levels that always may differ: two or three black pixels
SIZE_TOLERANCE = 0.35  # pt between the heights of a letter and of itself moved
SQUEEZED = (0.6, 1.05)  # how far a letter's width may be set narrower or wider
UNEVEN = 0.12  # how far letters of one move may differ in that
LINE = 1.0  # pt that words may leave their line by
SHARED = 0.5  # share of the lower height by which two things stand on one line
OVERLAP = 0.6  # pt that a moved word may reach into its neighbour's extent: letters lean over

TOLERANCE = (
    f"at {72 * SCALE:g} dpi: {WHOLE_TOLERANCE:.0%} of the ink; letter by letter {MASS_TOLERANCE:.0%}, "
    f"{PART_TOLERANCE:.0%} in each of nine parts ({MEAN_TOLERANCE:.0%} in the mean), {SIZE_TOLERANCE:g} pt of the "
    f"height, width {SQUEEZED[0]:g} to {SQUEEZED[1]:g} of the original's"
)
"""What the report says of this comparison."""


def moves(original: PaintedPage, copy: PaintedPage, declared: Declared) -> Iterator[Problem]:
    """Every declared move of one page. On a page shown as a picture the letters are not text: their ink must do."""
    if not declared.moves:
        return
    try:
        before, after = original.pixels(SCALE, grey=True), copy.pixels(SCALE, grey=True)
    except UnpaintableError:
        yield MOVES, f"page {copy.number}: cannot be painted"
        return
    was, now = _solid(original.letters), _solid(copy.letters)
    for at, move in enumerate(declared.moves, start=1):
        for what in _doubts(move, declared, was, now, before, after):
            yield MOVES, f"page {copy.number}, move {at}: {what}"
    for one, other in _overlapping(declared.moves):
        yield MOVES, f"page {copy.number}, moves {one} and {other}: one lies over the other"


def _doubts(move: Move, declared: Declared, was: Letters, now: Letters, before: Pixels, after: Pixels) -> Iterator[str]:
    along = _direction(move, declared)
    if along is None:
        yield "no box stands on its line"
        return
    if any(_deep(move.place, box.bounds) for box in declared.boxes):
        yield "lies under a box"
    there = _in_order(was.where(was.within(move.area)), along)
    if any(there.within(bounds(quad), -OVERLAP).any() for quad in declared.taken):
        yield "holds letters that were to go"
    if not there.text:
        yield "nothing stood there"
        return
    if declared.picture:
        yield from _ink_doubts(there, _shifted(there, move), before, after)
        return
    here = _in_order(now.where(now.within(move.place)), along)
    if here.text != there.text:
        yield "other letters than the original's"
        return
    yield from _size_doubts(there, here, along)
    yield from _ink_doubts(there, here, before, after)


def _direction(move: Move, declared: Declared) -> int | None:
    """Along which axis (0 across, 1 down) the words moved, on a line that has a box; None where there is none."""
    taken = [bounds(quad) for quad in declared.taken]
    for axis in (0, 1):
        (a0, a1), (p0, p1) = _extent(move.area, 1 - axis), _extent(move.place, 1 - axis)
        if abs((a0 + a1) - (p0 + p1)) / 2 > LINE:
            continue
        if any(_on_one_line((a0, a1), _extent(rect, 1 - axis)) for rect in taken):
            return axis
    return None


def _extent(rect: Rect, axis: int) -> tuple[float, float]:
    return (rect.y0, rect.y1) if axis else (rect.x0, rect.x1)


def _on_one_line(one: tuple[float, float], other: tuple[float, float]) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared >= SHARED * min(one[1] - one[0], other[1] - other[0]) and shared > 0


def _deep(one: Rect, other: Rect) -> bool:
    both = intersection(one, other)
    return both is not None and min(both.x1 - both.x0, both.y1 - both.y0) > OVERLAP


def _overlapping(moved: Sequence[Move]) -> Iterator[tuple[int, int]]:
    order = sorted(range(len(moved)), key=lambda at: moved[at].place.y0)
    for index, at in enumerate(order):
        for other in order[index + 1 :]:
            if moved[other].place.y0 >= moved[at].place.y1:
                break
            # Tight lines overlap in height by their extents; only words of one line can lie over each other.
            one, two = moved[at].place, moved[other].place
            if _deep(one, two) and _on_one_line((one.y0, one.y1), (two.y0, two.y1)):
                yield min(at, other) + 1, max(at, other) + 1


def _solid(letters: Letters) -> Letters:
    return letters.where(letters.solid)


def _in_order(letters: Letters, axis: int) -> Letters:
    places = letters.y if axis else letters.x
    order = np.argsort(places, kind="stable")
    return Letters(
        "".join([letters.text[at] for at in order]), letters.x[order], letters.y[order], letters.boxes[order]
    )


def _shifted(letters: Letters, move: Move) -> Letters:
    """Where the letters must be in a picture, their extent stretched as the move's is."""
    boxes = letters.boxes.copy()
    for axis in (0, 1):
        (a0, a1), (p0, p1) = _extent(move.area, axis), _extent(move.place, axis)
        stretch = (p1 - p0) / (a1 - a0) if a1 > a0 else 1.0
        boxes[:, axis::2] = (boxes[:, axis::2] - a0) * stretch + p0
    return Letters(letters.text, (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2, boxes)


def _size_doubts(there: Letters, here: Letters, axis: int) -> Iterator[str]:
    lengths = [letters.boxes[:, 2:] - letters.boxes[:, :2] for letters in (there, here)]
    heights = np.abs(lengths[0][:, 1 - axis] - lengths[1][:, 1 - axis])
    if heights.size and float(heights.max()) > SIZE_TOLERANCE:
        yield "letters of another size"
    wide = lengths[0][:, axis] > 1.0
    if wide.any():
        share = lengths[1][wide, axis] / lengths[0][wide, axis]
        if share.min() < SQUEEZED[0] or share.max() > SQUEEZED[1] or float(np.ptp(share)) > UNEVEN:
            yield "letters of another width"


def _ink_doubts(there: Letters, here: Letters, before: Pixels, after: Pixels) -> Iterator[str]:
    reach = np.array([-SMOOTHING, -SMOOTHING, SMOOTHING, SMOOTHING])
    old, new = there.boxes + reach, here.boxes + reach
    # A narrower setting has less ink in the same measure.
    share = np.prod(new[:, 2:] - new[:, :2], axis=1) / np.prod(old[:, 2:] - old[:, :2], axis=1)
    was = Ink(before, old).parts(old) * share[:, None]
    now = Ink(after, new).parts(new)
    mass, mass_now = was.sum(axis=1), now.sum(axis=1)
    whole, worst = float(mass.sum()), np.abs(now - was).max(axis=1)
    if abs(float(mass_now.sum()) - whole) > WHOLE_TOLERANCE * whole + len(mass) ** 0.5 * FAINT:
        yield "other ink than the original's"
    elif (np.abs(mass_now - mass) > MASS_TOLERANCE * mass + FAINT).any():
        yield "a letter's ink is not the original's"
    elif (worst > PART_TOLERANCE * mass + FAINT).any():
        yield "a letter looks different"
    elif len(mass) >= FEW and float((worst / np.maximum(mass, FAINT)).mean()) > MEAN_TOLERANCE:
        yield "letters look different"


class Ink:
    """The ink of a part of a page, summed from its upper left corner."""

    def __init__(self, pixels: Pixels, boxes: Numbers) -> None:
        """``pixels`` is the whole page, ``boxes`` (page space) what will be asked for."""
        rows, columns = pixels.shape
        left, top = (np.clip(np.floor(boxes[:, :2].min(axis=0) * SCALE) - 1, 0, (columns - 1, rows - 1))).astype(int)
        right, bottom = (np.ceil(boxes[:, 2:].max(axis=0) * SCALE) + 2).astype(int)
        ink = 255 - pixels[top : max(top + 1, bottom), left : max(left + 1, right)]
        self._corner = (float(top), float(left))
        self._summed = np.zeros((ink.shape[0] + 1, ink.shape[1] + 1), dtype=np.float64)
        np.cumsum(np.cumsum(ink, axis=0, dtype=np.int64), axis=1, out=self._summed[1:, 1:])

    def parts(self, boxes: Numbers) -> Numbers:
        """The ink (levels times pixels) in each of nine parts of each box (page space), a row a box."""
        steps = np.arange(GRID + 1) / GRID
        xs = (boxes[:, 0:1] + (boxes[:, 2:3] - boxes[:, 0:1]) * steps) * SCALE - self._corner[1]
        ys = (boxes[:, 1:2] + (boxes[:, 3:4] - boxes[:, 1:2]) * steps) * SCALE - self._corner[0]
        at = self._up_to(ys[:, :, None], xs[:, None, :])
        inner: Numbers = at[:, 1:, 1:] - at[:, :-1, 1:] - at[:, 1:, :-1] + at[:, :-1, :-1]
        return inner.reshape(len(boxes), GRID * GRID)

    def _up_to(self, y: Numbers, x: Numbers) -> Numbers:
        """The ink above and left of the points, interpolated between pixels."""
        rows, columns = self._summed.shape
        y, x = np.clip(y, 0, rows - 1.001), np.clip(x, 0, columns - 1.001)
        top, left = y.astype(int), x.astype(int)
        down, right = y - top, x - left
        s = self._summed
        upper = s[top, left] * (1 - right) + s[top, left + 1] * right
        lower = s[top + 1, left] * (1 - right) + s[top + 1, left + 1] * right
        summed: Numbers = upper * (1 - down) + lower * down
        return summed
