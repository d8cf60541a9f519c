"""Which pixels of a picture are ink, which of that ink is ruling, and how its lines lie."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from redactor.ocr.reading import Grey

Mask = NDArray[np.bool_]

_TWO_LEVELS = 0.02
"""Share of inked pixels between black and white under which a picture has two levels only, as a fax has."""

_WIDEST_SKEW, _COARSE, _FINE = 6.0, 0.5, 0.1
"""Degrees: as far as a feeder lets a sheet turn; and the steps in which the angle is sought."""

_LEAST_SKEW = 0.15
"""Degrees that Tesseract follows by itself."""

_PROFILE_SIDE = 900
"""Pixels of the longer side at which the angle is sought."""

_RULE_INCHES = 0.35
"""A dark run this long is a rule and no letter."""

_PEN_INCHES = 0.045
"""Dark runs across a rule that are longer than that are no rule: a solid box may hold white letters."""

_WHOLE = 0.95
"""Share of a run that must be dark: print has gaps."""

_FAINT = 45
"""Grey levels under the paper's from which a pixel is ink, however black the print beside it is. The noise of a
scanner and of JPEG stays under it."""

_DARK = 110
"""A picture most of whose pixels are darker is white on black."""

_NOTHING = 24
"""Grey levels within which pixels of blank paper differ."""

_SPECKS = 40
"""Pixels: a full stop of 10 point type has some 20 of them at 200 dpi, a letter 150."""


def threshold(picture: Grey) -> int:
    """The grey level that parts ink from paper best (Otsu, 1979)."""
    counts = np.bincount(picture[::2, ::2].ravel(), minlength=256).astype(np.float64)
    below = np.cumsum(counts)
    weighted = np.cumsum(counts * np.arange(256))
    above = below[-1] - below
    valid = (below > 0) & (above > 0)
    means = np.zeros(256)
    means[valid] = weighted[valid] / below[valid] - (weighted[-1] - weighted[valid]) / above[valid]
    return int(np.argmax(below * above * means**2))


def inked(picture: Grey, faint: bool = False) -> Mask:
    """Which pixels are darker than the paper by enough to be print; ``faint``: or a pale stamp or a pencil."""
    level, sample = threshold(picture), picture[::4, ::4]
    if int(np.median(sample)) < _DARK and float((sample <= level).mean()) > 0.5:  # white on black
        return picture > level
    paper = int(np.median(sample[sample > level])) if (sample > level).any() else 255
    ink: Mask = picture <= min(max(level, paper - _FAINT) if faint else level, paper - _NOTHING)
    return ink


def two_levels(picture: Grey) -> bool:
    """Whether the picture is black and white, with no grey between."""
    sample = picture[::3, ::3]
    between = int(((sample > 20) & (sample < 235)).sum())
    dark = int((sample <= 20).sum())
    return dark > 0 and between <= _TWO_LEVELS * dark


def is_blank(picture: Grey) -> bool:
    """Whether there is nothing on the picture that could be a letter."""
    middle = int(np.median(picture[::4, ::4]))
    other = (picture < middle - _FAINT) | (picture > middle + _FAINT)
    return int(other.sum()) < _SPECKS


def rise_of(ink: Mask) -> tuple[float, float]:
    """The degrees by which lines rise to the right, and how much sharper they then part than the columns do: under 1
    the picture may lie on its side."""
    step = max(1, -(-max(ink.shape) // _PROFILE_SIDE))
    height, width = (side // step * step for side in ink.shape)
    small = ink[:height, :width].reshape(height // step, step, width // step, step).any(axis=(1, 3))
    rows, columns = np.nonzero(small)
    if len(rows) < 50:
        return 0.0, 1.0
    upright, lying = _best_angle(rows, columns, small.shape[0]), _best_angle(columns, -rows, small.shape[1])
    return upright[0], upright[1] / max(lying[1], 1e-9)


def _best_angle(rows: NDArray[np.int64], columns: NDArray[np.int64], size: int) -> tuple[float, float]:
    if len(rows) > 40_000:
        every = len(rows) // 40_000 + 1
        rows, columns = rows[::every], columns[::every]

    def sharpness(rise: float) -> float:
        # a line that rises to the right has smaller rows at larger columns
        shifted = np.rint(rows + columns * np.tan(np.radians(rise))).astype(np.int64)
        profile = np.bincount(shifted - shifted.min()).astype(np.float64)
        return float((np.diff(profile) ** 2).sum()) / len(rows) ** 2 * size

    best = max(np.arange(-_WIDEST_SKEW, _WIDEST_SKEW + 0.01, _COARSE), key=sharpness)
    fine = np.arange(best - _COARSE, best + _COARSE + 0.01, _FINE)
    best = max(fine, key=sharpness)
    return float(best), sharpness(float(best))


def skewed(rise: float) -> bool:
    """Whether straightening is worth its time."""
    return abs(rise) >= _LEAST_SKEW


def rules(ink: Mask, dpi: float) -> Mask:
    """Pixels of thin dark runs too long for a letter, across and down: rules, frames and underlines."""
    length, pen = max(8, int(_RULE_INCHES * dpi)), max(4, int(_PEN_INCHES * dpi))
    across, down = _runs(ink, length), _runs(ink.T, length).T
    if across.any():
        across &= ~_runs(ink.T, pen).T
    if down.any():
        down &= ~_runs(ink, pen)
    return across | down


def rules_and_bars(ink: Mask, dpi: float) -> Mask:
    """The rules, and the dark areas too broad for a letter's stroke and too long for a letter: bars and boxes."""
    length, pen = max(8, int(_RULE_INCHES * dpi)), max(4, int(_PEN_INCHES * dpi))
    across, down = _runs(ink, length), _runs(ink.T, length).T
    if down.any():
        down &= ~_runs(ink, pen)
    return across | down


def _runs(ink: Mask, length: int) -> Mask:
    """Inked pixels of rows that lie in a run of this length, gaps of one in twenty allowed."""
    height, width = ink.shape
    if width <= length:
        return np.zeros_like(ink)
    sums = np.zeros((height, width + 1), dtype=np.int32 if width >= 1 << 15 else np.int16)
    np.cumsum(np.ascontiguousarray(ink), axis=1, out=sums[:, 1:], dtype=sums.dtype)
    full = (sums[:, length:] - sums[:, :-length]) >= max(int(_WHOLE * length), 1)
    if not full.any():
        return np.zeros_like(ink)
    rows = np.flatnonzero(full.any(axis=1))
    marks = np.zeros((len(rows), width + 1), dtype=np.int16)
    marks[:, : full.shape[1]] += full[rows]
    marks[:, length:] -= full[rows]
    covered = np.zeros_like(ink)
    covered[rows] = np.cumsum(marks, axis=1, dtype=np.int16)[:, :width] > 0
    return covered & ink


def grown(ink: Mask, by: int) -> Mask:
    """The ink with so many pixels around it."""
    wide = ink.copy()
    for step in range(1, by + 1):
        wide[step:] |= ink[:-step]
        wide[:-step] |= ink[step:]
    tall = wide.copy()
    for step in range(1, by + 1):
        wide[:, step:] |= tall[:, :-step]
        wide[:, :-step] |= tall[:, step:]
    return wide
