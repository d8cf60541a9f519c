"""Outside the boxes nothing may change: the copy is compared with what was painted before (Fed. R. Civ. P. 34(b)(2)(C):
the rest is produced). Where words were taken, or from where they were moved, the ground must be clean, and nothing may
be painted that the original does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redactor.geometry import bounds
from redactor.model import Rect
from redactor.verify.declared import Declared, Problem
from redactor.verify.painted import LARGEST_SIDE, Letters, PaintedPage, Pixels, UnpaintableError

UNCHANGED = "unchanged outside the boxes"
NO_WORDS_LOST = "no words lost"
CLEAN_GROUND = "nothing left where words were taken"

MARGIN = 2.0  # pt around a box that may change: smoothing, and letters that the box touches
STAMP_BAND = 54.0  # pt at the foot where the endorsement may stand when the page was not made taller
SIZE_TOLERANCE = 2.0  # pt between the widths of a page and its copy
TALLER = 8.0  # pt from which a copy's page counts as made taller, with its own band below
INK_TOLERANCE = 64  # of 255, beyond the range of the nine pixels around; smoothing of the same outlines differs less
SPECKS = 6  # pixels at 72 dpi that may still differ on a page
WORD_CHANGE = 48  # of 255, unsmoothed: from here a word is looked at closely
INK_LEFT = 0.7  # share of its ink below which a word without text counts as lost
TRACE = 0.5  # share of a taken letter's ink from which it counts as still there; a rule under it stays below
SAME_PLACE = 3.0  # pt
PAPER = 4.0  # pt around a word in which its ground shows
BLOCK = 8.0  # pixels of one block of a JPEG: a burned box changes those that it touches
BARE = 0.1  # share of a taken place's ink in a picture that boxes may leave: neighbouring lines reach in
LETTER_EDGE = 1.5  # pt around a moved letter that its own smoothing may darken

TOLERANCE = (
    f"at 72 dpi (pages over {LARGEST_SIDE} pt coarser): {INK_TOLERANCE} of 255 levels beyond the range of the nine "
    f"pixels around, {SPECKS} pixels a page, {MARGIN:g} pt around boxes; at the foot, where the number stands, only "
    "ink that went counts"
)
"""What the report says of this comparison."""

Grey = NDArray[np.int16]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Sights:
    """The two pages as grey levels, ``scale`` pixels a point. ``stored`` says that the copy's are those of its picture,
    without what stands on it: boxes' labels and the stamp."""

    before: Pixels
    after: Pixels
    scale: float
    stored: bool = False


def painted(original: PaintedPage, copy: PaintedPage) -> Sights:
    """Both pages as pdfium paints them at 72 dpi, larger ones than plans coarser. Raises UnpaintableError."""
    scale = original.plain_scale
    return Sights(original.pixels(scale, grey=True), copy.pixels(scale, grey=True), scale)


def outside(
    original: PaintedPage, copy: PaintedPage, declared: Declared, sights: Sights | None = None
) -> Iterator[Problem]:
    """Compares one page: size, pixels and, where pixels differ, words. ``sights`` None: as painted."""
    place = f"page {copy.number}"
    if abs(original.width - copy.width) > SIZE_TOLERANCE or copy.height < original.height - SIZE_TOLERANCE:
        yield UNCHANGED, f"{place}: page size changed"
        return
    try:
        comparison = _Comparison(original, copy, declared, sights or painted(original, copy))
    except UnpaintableError:
        yield UNCHANGED, f"{place}: cannot be painted"
        return
    if comparison.pixels_changed() > comparison.specks:
        yield UNCHANGED, f"{place}: pixels changed outside the boxes"
    if words := comparison.words_lost():
        yield NO_WORDS_LOST, f"{place}: {words} words lost"
    if declared.redactions or declared.moves:
        yield from ((CLEAN_GROUND, f"{place}: {what}") for what in comparison.left_on_the_ground())


class _Comparison:
    def __init__(self, original: PaintedPage, copy: PaintedPage, declared: Declared, sights: Sights) -> None:
        self._original, self._copy, self._declared, self.scale = original, copy, declared, sights.scale
        before, after, scale = sights.before, sights.after, sights.scale
        height, width = min(before.shape[0], after.shape[0]), min(before.shape[1], after.shape[1])
        self._before: Grey = before[:height, :width].astype(np.int16)
        self._after: Grey = after[:height, :width].astype(np.int16)
        self._taken = tuple(bounds(quad) for quad in declared.taken)
        self._boxes = tuple(box.bounds for box in declared.boxes)
        taller = sights.stored or copy.height - original.height >= TALLER
        self._band = height if taller else max(0, height - int(STAMP_BAND * scale))
        # In the stamp's band only ink that went counts, not ink that came.
        self._difference: Grey = np.abs(self._before - self._after)
        self._difference[self._band :] = np.maximum(self._after - self._before, 0)[self._band :]
        margin = max(MARGIN, BLOCK / scale) if declared.picture else MARGIN
        vacated = self._mask([*self._taken, *(move.area for move in declared.moves)], margin)
        self._kept: Mask = ~vacated
        painted = self._mask([*self._boxes, *(move.place for move in declared.moves)], margin)
        self._free: Mask = ~(vacated | painted)
        self._boxed = self._mask(self._boxes, margin)

    @property
    def specks(self) -> float:
        """Pixels that may differ."""
        return SPECKS * max(1.0, self.scale**2)

    def _mask(self, rects: Iterable[Rect], margin: float) -> Mask:
        mask = np.zeros(self._before.shape, dtype=bool)
        for r in rects:
            mask[self._area(Rect(r.x0 - margin, r.y0 - margin, r.x1 + margin, r.y1 + margin))] = True
        return mask

    def _area(self, rect: Rect) -> tuple[slice, slice]:
        """The pixels that the rectangle touches."""
        scale = self.scale
        return (
            slice(max(0, int(rect.y0 * scale)), max(0, int(np.ceil(rect.y1 * scale)))),
            slice(max(0, int(rect.x0 * scale)), max(0, int(np.ceil(rect.x1 * scale)))),
        )

    def pixels_changed(self) -> int:
        """Pixels outside the boxes whose ink went or came, rather than moved by less than a point: writers round."""
        if not ((self._difference > INK_TOLERANCE) & self._free).any():
            return 0
        lightest_before, darkest_before = levels_around(self._before)
        lightest_after, darkest_after = levels_around(self._after)
        went = np.maximum(darkest_after - self._before, self._before - lightest_after)
        came = np.maximum(darkest_before - self._after, self._after - lightest_before)
        changed = np.maximum(went, came)
        changed[self._band :] = (darkest_after - self._before)[self._band :]
        return int(((changed > INK_TOLERANCE) & self._free).sum())

    def words_lost(self) -> int:
        """Words painted in the original, outside what was taken or moved, that the copy neither says nor shows."""
        # On a page that is looked at coarsely a word is a pale smear: less of a change makes it worth a look.
        suspect = (self._difference > WORD_CHANGE * min(1.0, self.scale)) & self._kept
        if not suspect.any():
            return 0
        letters = self._original.letters
        gone = _within_any(letters, [*self._taken, *(move.area for move in self._declared.moves)])
        buried = _within_any(letters, self._boxes)
        said: set[tuple[str, int, int]] | None = None
        lost = 0
        for word in letters.words():
            around = _around(letters, word)
            # A line that a box only brushes must stay: a word is taken where a letter's middle is in the box.
            if gone[word].any() or not suspect[self._area(around)].any():
                continue
            said = said if said is not None else _said(self._copy.letters)
            if not _says(said, letters, word) and (buried[word].any() or self._ink_gone(around)):
                lost += 1
        return lost

    def _ink_gone(self, box: Rect) -> bool:
        before, after = self._before[self._area(box)], self._after[self._area(box)]
        if not before.size:
            return False  # off the page: never painted
        ground = self._ground(box)
        return float(np.abs(after - ground).sum()) < INK_LEFT * float(np.abs(before - ground).sum())

    def _ground(self, box: Rect) -> float:
        """The paper's colour, from around the word: an "I" fills its own box with ink."""
        near = self._before[self._area(Rect(box.x0 - PAPER, box.y0 - PAPER, box.x1 + PAPER, box.y1 + PAPER))]
        return float(np.median(near)) if near.size else 255.0

    def left_on_the_ground(self) -> Iterator[str]:
        """Where words were taken, or moved away, and neither a box nor a moved word stands: letters whose ink is still
        there, and ink that the original does not have."""
        moved = self._moved_letters()
        added = ~self._kept | ~self._free
        added &= ~self._boxed & ~moved
        added[self._band :] = False
        if added.any():
            _, darkest_before = levels_around(self._before)
            if int(((darkest_before - self._after > INK_TOLERANCE) & added).sum()) > self.specks:
                yield "ink that the original does not have"
        if traces := self._traces(self._boxed | moved):
            yield f"{traces} letters that should be gone"
        if self._declared.picture and (bare := self._bare()):
            yield f"{bare} places that no box covers"

    def _bare(self) -> int:
        """Places of a picture whose ink was to go and which boxes do not cover."""
        boxed = self._mask(self._boxes, 0.0)
        bare = 0
        for rect in self._taken:
            area = self._area(rect)
            ground = self._ground(rect)
            before, after = np.abs(self._before[area] - ground), np.abs(self._after[area] - ground)
            left = np.minimum(before, after)[~boxed[area]]
            bare += float(left[left > INK_TOLERANCE].sum()) > BARE * float(before.sum())
        return bare

    def _moved_letters(self) -> Mask:
        if not self._declared.moves:
            return np.zeros(self._before.shape, dtype=bool)
        letters = self._copy.letters
        chosen = _within_any(letters, [move.place for move in self._declared.moves]) & letters.solid
        return self._mask((Rect(*row) for row in letters.boxes[chosen].tolist()), LETTER_EDGE)

    def _traces(self, covered: Mask) -> int:
        """Letters of the original in vacated places whose ink the copy still shows there."""
        areas = [*self._taken, *(move.area for move in self._declared.moves)]
        letters = self._original.letters
        open_ground = ~_at(covered, letters, self.scale)  # a letter whose middle is covered shows half at most
        chosen = np.flatnonzero(_within_any(letters, areas) & letters.solid & open_ground)
        left = 0
        for at in chosen:
            if not letters.text[at].isalnum():
                continue  # dashes and underscores look like the rules of a form, which stay
            box = Rect(*letters.boxes[at].tolist())
            area = self._area(box)
            bare = ~covered[area]
            if not bare.any():
                continue
            ground = self._ground(box)
            before = np.abs(self._before[area] - ground)[bare]
            after = np.abs(self._after[area] - ground)[bare]
            ink = float(before.sum())
            whole = float(np.abs(self._before[area] - ground).sum())
            if ink > TRACE * whole and float(np.minimum(before, after).sum()) > TRACE * ink:
                left += 1
        return left


def levels_around(image: Grey) -> tuple[Grey, Grey]:
    """The lightest and the darkest of the nine pixels around each pixel."""
    padded = np.pad(image, 1, mode="edge")
    rows = np.stack((padded[:-2], padded[1:-1], padded[2:]))
    light, dark = rows.max(axis=0), rows.min(axis=0)
    lightest: Grey = np.maximum(np.maximum(light[:, :-2], light[:, 1:-1]), light[:, 2:])
    darkest: Grey = np.minimum(np.minimum(dark[:, :-2], dark[:, 1:-1]), dark[:, 2:])
    return lightest, darkest


def _at(mask: Mask, letters: Letters, scale: float) -> Mask:
    """The mask at each letter's middle."""
    rows = np.clip((letters.y * scale).astype(int), 0, mask.shape[0] - 1)
    columns = np.clip((letters.x * scale).astype(int), 0, mask.shape[1] - 1)
    found: Mask = mask[rows, columns]
    return found


def _within_any(letters: Letters, rects: Iterable[Rect]) -> Mask:
    found = np.zeros(len(letters.text), dtype=bool)
    for rect in rects:
        found |= letters.within(rect)
    return found


def _around(letters: Letters, word: NDArray[np.intp]) -> Rect:
    boxes = letters.boxes[word]
    return Rect(*boxes[:, :2].min(axis=0).tolist(), *boxes[:, 2:].max(axis=0).tolist())


def _said(letters: Letters) -> set[tuple[str, int, int]]:
    """Each letter with its place on a coarse grid."""
    across, down = (letters.x // SAME_PLACE).astype(int), (letters.y // SAME_PLACE).astype(int)
    return set(zip(letters.text, across.tolist(), down.tolist(), strict=True))


def _says(said: set[tuple[str, int, int]], letters: Letters, word: NDArray[np.intp]) -> bool:
    """Whether every letter of the word is said at its place in the copy."""
    steps = (0, -1, 1)
    return all(
        any(
            (letters.text[at], int(letters.x[at] // SAME_PLACE) + across, int(letters.y[at] // SAME_PLACE) + down)
            in said
            for across in steps
            for down in steps
        )
        for at in word
    )
