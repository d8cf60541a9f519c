"""A picture made easy to read: turned upright, straightened, denoised, large enough; and the way back from there."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from redactor.model import Quad
from redactor.ocr.reading import Grey, ReadWord

Mask = NDArray[np.bool_]

_LEAST_DPI, _WANTED_DPI = 150.0, 220.0
"""A picture with fewer pixels an inch than the first is enlarged to the second: Tesseract wants capitals of about 20
pixels, and a page of 10 point type has them at 200."""

_TWO_LEVELS = 0.02
"""Share of inked pixels between black and white under which a picture has two levels only, as a fax has."""

_FAX_BLUR = 0.9
"""Pixels; measured on noisy 1-bit pages: CER 3.9 % without, 0.5 % with. A median filter loses whole lines."""

_WIDEST_SKEW, _COARSE, _FINE = 6.0, 0.5, 0.1
"""Degrees: as far as a feeder lets a sheet turn; and the steps in which the angle is sought."""

_LEAST_SKEW = 0.15
"""Degrees that Tesseract follows by itself."""

_PROFILE_SIDE = 900
"""Pixels of the longer side at which the angle is sought."""

_RULE_INCHES = 0.35
"""A dark run this long is a rule and no letter."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture, and the matrix (2 by 3) that takes its pixels to those of the picture that was given first."""

    picture: Grey
    dpi: float
    back: NDArray[np.float64]

    @staticmethod
    def of(picture: Grey, dpi: float) -> Sheet:
        return Sheet(picture, dpi, np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]))

    def _then(self, picture: Grey, step: NDArray[np.float64], dpi: float | None = None) -> Sheet:
        """``step`` takes the new picture's pixels to this one's."""
        whole = np.vstack([step, [0.0, 0.0, 1.0]])
        return Sheet(picture, self.dpi if dpi is None else dpi, self.back @ whole)

    def turned(self, quarters: int) -> Sheet:
        """Turned clockwise by so many quarters."""
        height, width = self.picture.shape
        steps = {
            0: [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]],
            1: [[0.0, 1.0, 0.0], [-1.0, 0.0, height]],
            2: [[-1.0, 0.0, width], [0.0, -1.0, height]],
            3: [[0.0, -1.0, width], [1.0, 0.0, 0.0]],
        }
        picture = np.ascontiguousarray(np.rot90(self.picture, -(quarters % 4)))
        return self._then(picture, np.array(steps[quarters % 4], dtype=np.float64))

    def straightened(self, rise: float) -> Sheet:
        """Turned clockwise by ``rise`` degrees, so that lines which rise to the right by them run level."""
        height, width = self.picture.shape
        paper = int(np.median(self.picture[::8, ::8]))
        image = Image.fromarray(self.picture).rotate(
            -rise, Image.Resampling.BICUBIC, expand=True, fillcolor=max(paper, 200)
        )
        picture = np.asarray(image)
        angle = np.radians(rise)
        cos, sin = float(np.cos(angle)), float(np.sin(angle))
        # y runs down: turning the picture clockwise by the angle, a point of the new lies anticlockwise in the old
        middle = (picture.shape[1] / 2, picture.shape[0] / 2)
        step = np.array([[cos, sin, 0.0], [-sin, cos, 0.0]])
        step[:, 2] = np.array([width / 2, height / 2]) - step[:, :2] @ np.array(middle)
        return self._then(picture, step)

    def readable(self) -> Sheet:
        """Blurred a little where it has two levels only, and enlarged where it is coarse."""
        sheet = self
        if two_levels(sheet.picture):
            blurred = Image.fromarray(sheet.picture).filter(
                ImageFilter.GaussianBlur(_FAX_BLUR * max(1, self.dpi / 200))
            )
            sheet = replace(sheet, picture=np.asarray(blurred))
        if sheet.dpi < _LEAST_DPI:
            factor = _WANTED_DPI / max(sheet.dpi, 40.0)
            height, width = sheet.picture.shape
            size = (round(width * factor), round(height * factor))
            larger = Image.fromarray(sheet.picture).resize(size, Image.Resampling.BICUBIC)
            step = np.array([[width / size[0], 0.0, 0.0], [0.0, height / size[1], 0.0]])
            sheet = sheet._then(np.asarray(larger), step, sheet.dpi * factor)
        return sheet

    def given(self, word: ReadWord, line: int) -> ReadWord:
        """The word with its quad in pixels of the picture that was given first."""

        def point(corner: tuple[float, float]) -> tuple[float, float]:
            x, y = self.back @ np.array([corner[0], corner[1], 1.0])
            return float(x), float(y)

        quad = word.quad
        return replace(word, quad=Quad(point(quad.ul), point(quad.ur), point(quad.lr), point(quad.ll)), line=line)


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


def inked(picture: Grey) -> Mask:
    """Which pixels are darker than the paper around them by enough to be print."""
    level = threshold(picture)
    ink: Mask = picture <= level
    if ink.mean() > 0.5:  # white on black
        ink = ~ink
    return ink


def two_levels(picture: Grey) -> bool:
    """Whether the picture is black and white, with no grey between."""
    sample = picture[::3, ::3]
    between = int(((sample > 20) & (sample < 235)).sum())
    dark = int((sample <= 20).sum())
    return dark > 0 and between <= _TWO_LEVELS * dark


def is_blank(picture: Grey) -> bool:
    """Whether there is nothing on the picture that could be a letter."""
    return int(picture.max()) - int(picture.min()) < 24


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
    """Pixels of dark runs too long for a letter, across and down: rules, frames, and the inside of solid boxes."""
    length = max(8, int(_RULE_INCHES * dpi))
    return _runs(ink, length) | _runs(ink.T, length).T


def _runs(ink: Mask, length: int) -> Mask:
    height, width = ink.shape
    if width <= length:
        return np.zeros_like(ink)
    # a run may have a gap of a tenth: print is not perfect
    sums = np.zeros((height, width + 1), dtype=np.int32)
    np.cumsum(ink, axis=1, out=sums[:, 1:])
    full = (sums[:, length:] - sums[:, :-length]) >= int(0.95 * length)
    marks = np.zeros((height, width + 1), dtype=np.int32)
    marks[:, : full.shape[1]] += full
    marks[:, length:] -= full[:, : width + 1 - length]
    covered: Mask = np.cumsum(marks, axis=1)[:, :width] > 0
    return covered & ink
