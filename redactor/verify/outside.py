"""Outside the boxes nothing may change: the copy is compared with what was painted before (Fed. R. Civ. P. 34(b)(2)(C):
the rest is produced)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from redactor.geometry import bounds
from redactor.model import Check, Rect, Redaction
from redactor.verify.painted import Glyph, PaintedPage, UnpaintableError

MARGIN = 2.0  # pt around a box that may change: smoothing, and letters that the box touches
STAMP_BAND = 54.0  # pt at the foot where the endorsement may stand when the page was not made taller
SIZE_TOLERANCE = 2.0  # pt between the widths of a page and its copy
TALLER = 8.0  # pt from which a copy's page counts as made taller, with its own band below
INK_TOLERANCE = 64  # of 255, beyond the range of the nine pixels around; smoothing of the same outlines differs less
SPECKS = 6  # pixels at 72 dpi that may still differ on a page
WORD_CHANGE = 48  # of 255, unsmoothed: from here a word is looked at closely
INK_LEFT = 0.7  # share of its ink below which a word without text counts as lost
SAME_PLACE = 3.0  # pt
PAPER = 4.0  # pt around a word in which its ground shows

Grey = NDArray[np.int16]


def outside(
    originals: Sequence[PaintedPage], copies: Sequence[PaintedPage], redactions: Sequence[Redaction]
) -> tuple[Check, ...]:
    """Compares page by page: sizes, pixels at 72 dpi and, where pixels differ, words."""
    changed, lost = [], []
    if len(originals) != len(copies):
        changed.append("document: page count differs from the original's")
    for original, copy in zip(originals, copies, strict=False):
        quads = [bounds(redaction.quad) for redaction in redactions if redaction.page == copy.number]
        if abs(original.width - copy.width) > SIZE_TOLERANCE or copy.height < original.height - SIZE_TOLERANCE:
            changed.append(f"page {copy.number}: page size changed")
            continue
        try:
            comparison = _Comparison(original, copy, quads)
        except UnpaintableError:
            changed.append(f"page {copy.number}: cannot be painted")
            continue
        if comparison.pixels_changed() > SPECKS:
            changed.append(f"page {copy.number}: pixels changed outside the boxes")
        words = comparison.words_lost()
        if words:
            lost.append(f"page {copy.number}: {words} words lost")
    return Check("unchanged outside the boxes", tuple(changed)), Check("no words lost", tuple(lost))


class _Comparison:
    def __init__(self, original: PaintedPage, copy: PaintedPage, quads: Sequence[Rect]) -> None:
        self._original, self._copy = original, copy
        before, after = original.pixels(1.0, grey=True), copy.pixels(1.0, grey=True)
        height, width = min(before.shape[0], after.shape[0]), min(before.shape[1], after.shape[1])
        self._before: Grey = before[:height, :width].astype(np.int16)
        self._after: Grey = after[:height, :width].astype(np.int16)
        self._free = np.ones((height, width), dtype=bool)
        self._boxes = quads
        for q in quads:
            self._free[_area(Rect(q.x0 - MARGIN, q.y0 - MARGIN, q.x1 + MARGIN, q.y1 + MARGIN))] = False
        taller = copy.height - original.height >= TALLER
        self._band = height if taller else max(0, height - int(STAMP_BAND))
        # In the stamp's band only ink that went counts, not ink that came.
        self._difference: Grey = np.abs(self._before - self._after)
        self._difference[self._band :] = np.maximum(self._after - self._before, 0)[self._band :]

    def pixels_changed(self) -> int:
        """Pixels outside the boxes whose ink went or came, rather than moved by less than a point: writers round."""
        if not ((self._difference > INK_TOLERANCE) & self._free).any():
            return 0
        lightest_before, darkest_before = _range(self._before)
        lightest_after, darkest_after = _range(self._after)
        went = np.maximum(darkest_after - self._before, self._before - lightest_after)
        came = np.maximum(darkest_before - self._after, self._after - lightest_before)
        changed = np.maximum(went, came)
        changed[self._band :] = (darkest_after - self._before)[self._band :]
        return int(((changed > INK_TOLERANCE) & self._free).sum())

    def words_lost(self) -> int:
        """Words painted in the original and outside the boxes that the copy neither says nor shows."""
        suspect = (self._difference > WORD_CHANGE) & self._free
        if not suspect.any():
            return 0
        said = {(g.character, int(g.x // SAME_PLACE), int(g.y // SAME_PLACE)) for g in self._copy.glyphs}
        return sum(
            1
            for word in _words(self._original.glyphs)
            if self._outside(word) and suspect[_area(_around(word))].any() and not _says(said, word)
            and self._ink_gone(_around(word))
        )  # fmt: skip

    def _outside(self, word: Sequence[Glyph]) -> bool:
        """Whether no letter of the word has its middle in a box; a line that a box only brushes must stay."""
        return not any(
            box.x0 <= glyph.x <= box.x1 and box.y0 <= glyph.y <= box.y1 for box in self._boxes for glyph in word
        )

    def _ink_gone(self, box: Rect) -> bool:
        before, after = self._before[_area(box)], self._after[_area(box)]
        if not before.size:
            return False  # off the page: never painted
        # The paper's colour, from around the word: an "I" fills its own box with ink.
        ground = np.median(self._before[_area(Rect(box.x0 - PAPER, box.y0 - PAPER, box.x1 + PAPER, box.y1 + PAPER))])
        return float(np.abs(after - ground).sum()) < INK_LEFT * float(np.abs(before - ground).sum())


def _range(image: Grey) -> tuple[Grey, Grey]:
    """The lightest and the darkest of the nine pixels around each pixel."""
    padded = np.pad(image, 1, mode="edge")
    rows = np.stack((padded[:-2], padded[1:-1], padded[2:]))
    light, dark = rows.max(axis=0), rows.min(axis=0)
    lightest: Grey = np.maximum(np.maximum(light[:, :-2], light[:, 1:-1]), light[:, 2:])
    darkest: Grey = np.minimum(np.minimum(dark[:, :-2], dark[:, 1:-1]), dark[:, 2:])
    return lightest, darkest


def _area(rect: Rect) -> tuple[slice, slice]:
    """The pixels at 72 dpi that the rectangle touches."""
    return (
        slice(max(0, int(rect.y0)), max(0, int(np.ceil(rect.y1)))),
        slice(max(0, int(rect.x0)), max(0, int(np.ceil(rect.x1)))),
    )


def _words(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    word: list[Glyph] = []
    for glyph in glyphs:
        if glyph.character.isspace():
            if word:
                yield word
            word = []
        else:
            word.append(glyph)
    if word:
        yield word


def _around(word: Sequence[Glyph]) -> Rect:
    return Rect(
        min(g.box.x0 for g in word),
        min(g.box.y0 for g in word),
        max(g.box.x1 for g in word),
        max(g.box.y1 for g in word),
    )


def _says(said: set[tuple[str, int, int]], word: Sequence[Glyph]) -> bool:
    """Whether every letter of the word is said at its place in the copy."""
    steps = (0, -1, 1)
    return all(
        any(
            (g.character, int(g.x // SAME_PLACE) + across, int(g.y // SAME_PLACE) + down) in said
            for across in steps
            for down in steps
        )
        for g in word
    )
