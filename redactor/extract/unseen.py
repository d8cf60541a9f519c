"""Letters that are painted and that nobody sees, whatever the trick: white on white, transparent, masked, blended away,
under a pattern, in a font whose glyphs are empty, or too small to be writing.

The picture is asked, not the operators. The page is painted with its text and without; where no pixel of a letter's
place differs, the letter does not show. It is taken out of the content and becomes part of the page's hidden passage.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pymupdf
from numpy.typing import NDArray

from redactor.extract.letters import Letters, letters_of, take_out

_SCALE = 2.0
"""Pixels a point at which the two pictures are compared: a full stop of 6 point type is then more than one pixel."""

_MOST_PIXELS = 16_000_000
_VISIBLE = 12
"""Levels of 255 by which a pixel must differ for a letter to show; as for covered letters."""

_AROUND = 0.5
"""Points around a letter's box in which its ink may lie: slanted letters reach over, and edges are smoothed."""

_LEAST_SIZE = 1.0
"""Points; smaller type is dust to the eye, and no box over it could be checked."""

_ON_TOP = 0.5
"""Share of a letter's box that another letter's box must cover for the ink in it to be anybody's."""

_MOST_STYLES = 12
"""Kinds of letters that are tried one by one on a page where letters lie on letters."""

Picture = NDArray[np.int16]
Flags = NDArray[np.bool_]


def without_unseen(page: pymupdf.Page, bare: pymupdf.Page) -> bool:
    """Takes the letters that do not show out of the page's content, and says whether there were any. ``bare`` is the
    same page without text. Raises ValueError where one would stay, or where the page would look otherwise without it.

    Expects a flattened page: origin at the lower left corner of its media box, neither rotation nor annotations.
    """
    letters = letters_of(page)
    inked = letters.inked
    if not inked.any():
        return False
    scale = min(_SCALE, (_MOST_PIXELS / max(1.0, page.rect.width * page.rect.height)) ** 0.5)
    before = _picture(page, scale)
    shows = _shown(_differing(before, _picture(bare, scale)), letters, scale)
    small = letters.sizes < _LEAST_SIZE
    unseen = inked & (~shows | small)
    for style in _piled(letters, inked & ~unseen):
        if not _shown(_differing(before, _tried(page, letters, style, scale)), letters, scale)[style].any():
            unseen |= style
    if not unseen.any():
        return False
    take_out(page, letters, unseen)
    after = letters_of(page)
    left = after.inked & ~_shown(_differing(_picture(page, scale), _picture(bare, scale)), after, scale)
    if left.any() or (after.inked & (after.sizes < _LEAST_SIZE)).any():
        raise ValueError("a letter that does not show could not be taken out")
    return True


def _piled(letters: Letters, among: Flags) -> Iterator[Flags]:
    """Of letters that lie on other letters, one style at a time: new words over old ones, or a hidden layer under the
    words that show. Letters set twice in one style, as for bold type, are one style and stay."""
    on_top = among & _under_letters(letters)
    styles = sorted({letters.styles[at] for at in np.flatnonzero(on_top)})
    if len(styles) < 2 and len({letters.styles[at] for at in np.flatnonzero(among)}) < 2:
        return
    if len(styles) > _MOST_STYLES:
        raise ValueError("too many kinds of letters lie on each other to tell which of them show")
    for style in styles:
        yield on_top & np.array([each == style for each in letters.styles], dtype=np.bool_)


def _under_letters(letters: Letters) -> Flags:
    """Which letters share their place with a letter of another style."""
    shared = np.zeros(len(letters.boxes), dtype=np.bool_)
    x0, y0, x1, y1 = letters.boxes.T
    areas = np.maximum((x1 - x0) * (y1 - y0), 1e-6)
    order = np.argsort(y0)
    tallest = float(np.max(y1 - y0, initial=0.0))
    styles = np.array([hash(style) for style in letters.styles], dtype=np.int64)
    tops = y0[order]
    for at in range(len(areas)):
        near = order[np.searchsorted(tops, y0[at] - tallest) : np.searchsorted(tops, y1[at], side="right")]
        near = near[styles[near] != styles[at]]
        if not len(near):
            continue
        across = np.minimum(x1[near], x1[at]) - np.maximum(x0[near], x0[at])
        down = np.minimum(y1[near], y1[at]) - np.maximum(y0[near], y0[at])
        shared[at] = bool((np.maximum(across, 0) * np.maximum(down, 0) >= _ON_TOP * areas[at]).any())
    return shared


def _tried(page: pymupdf.Page, letters: Letters, which: Flags, scale: float) -> Picture:
    """The page as it would look without these letters."""
    with pymupdf.open() as trial:
        trial.insert_pdf(page.parent, from_page=page.number, to_page=page.number)
        take_out(trial[0], letters, which)
        return _picture(trial[0], scale)


def _differing(one: Picture, other: Picture) -> Flags:
    differing: Flags = np.abs(one - other).max(axis=2) > _VISIBLE
    return differing


def _shown(differing: Flags, letters: Letters, scale: float) -> Flags:
    """Which letters have a differing pixel in their place."""
    height, width = differing.shape
    sums = np.zeros((height + 1, width + 1), dtype=np.int64)
    sums[1:, 1:] = differing.cumsum(axis=0).cumsum(axis=1)
    x0, y0, x1, y1 = letters.boxes.T
    left, top = (np.floor((low - _AROUND) * scale) for low in (x0, y0))
    right, bottom = (np.ceil((high + _AROUND) * scale) for high in (x1, y1))
    xs = [np.clip(np.nan_to_num(x), 0, width).astype(np.int64) for x in (left, right)]
    ys = [np.clip(np.nan_to_num(y), 0, height).astype(np.int64) for y in (top, bottom)]
    inside = sums[ys[1], xs[1]] - sums[ys[0], xs[1]] - sums[ys[1], xs[0]] + sums[ys[0], xs[0]]
    shown: Flags = inside > 0
    return shown


def _picture(page: pymupdf.Page, scale: float) -> Picture:
    pixmap = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csRGB, alpha=False, annots=False)
    return np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width, 3).astype(np.int16)
