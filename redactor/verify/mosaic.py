"""Mosaics: parts of a picture that somebody made coarse in place of black. Who knows the type can read them again."""

from __future__ import annotations

import numpy as np

from redactor.verify.painted import Numbers, Pixels

BLOCKS = range(4, 33)
"""Pixels of a mosaic's squares."""

WINDOW = 96
"""Pixels of the stretch of a picture that is looked at: some squares each way."""

STEP = 8
"""Levels between neighbouring squares from which an edge is seen."""

FEWEST_SHADES = 6
"""Different levels within a window: black and white squares are a barcode or a drawing."""

PLAIN = 0.97
"""Share of a square's inner pixels that are like their neighbours; what a JPEG makes of it is more uneven."""

MOST_EDGES = 0.25
"""Share of pixels at which levels change in squares of four pixels; in noise it is more."""

EDGES = 0.25
"""Share of the lines of the grid along which levels change."""


def is_mosaic(grey: Pixels) -> bool:
    """Whether some part of the picture consists of even squares of many levels."""
    rows, columns = grey.shape
    for top in range(0, rows - WINDOW + 1, WINDOW // 2):
        band = grey[top : top + WINDOW].astype(np.int16)
        for left in range(0, columns - WINDOW + 1, WINDOW // 2):
            part = band[:, left : left + WINDOW]
            if int(np.ptp(part[::4, ::4])) < STEP or len(np.unique(part[::4, ::4])) < FEWEST_SHADES:
                continue
            across = np.abs(np.diff(part, axis=1)) > STEP
            if not 0 < across.mean() < MOST_EDGES:
                continue
            down = np.abs(np.diff(part, axis=0)) > STEP
            if _squares(across.mean(axis=0)) and _squares(down.mean(axis=1)):
                return True
    return False


def _squares(changes: Numbers) -> bool:
    """Whether levels change at even steps only. ``changes``: the share of rows that change between two columns."""
    for block in BLOCKS:
        by_place = np.array([changes[at::block].mean() for at in range(block)])
        at = int(by_place.argmax())
        rest = np.delete(by_place, at)
        if by_place[at] > EDGES and float(rest.max()) < 1 - PLAIN:
            return True
    return False
