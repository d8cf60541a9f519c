"""Images of one colour: the white patch that a program lays under a column of line numbers shows nothing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pymupdf
from numpy.typing import NDArray

from redactor.model import Rect

_EDGE = 2.0
"""Points along an image's sides that its own edge and the rules beside it take up, and in which no word has room."""

_SAME = 0.5
"""Points by which two ways of asking for an image's place may differ."""


def without_blank(
    page: pymupdf.Page, pictures: Sequence[Rect], ink: NDArray[np.bool_], scale: float
) -> tuple[list[Rect], list[Rect]]:
    """The pictures (points) that may hold something, and those that are one colour from edge to edge.

    ``ink`` are the inked pixels of the page, ``scale`` pixels a point each. Where no ink is seen the image's own pixels
    are asked, and those of its mask: what is painted over may still be in the file. An image that has no number of its
    own there cannot be asked, and counts as one that holds something.
    """
    still = [rect for rect in pictures if not _inked(rect, ink, scale)]
    if not still:
        return list(pictures), []
    masks = {image[0]: image[1] for image in page.get_images(full=True)}
    placed = [(Rect(*image["bbox"]), int(image["xref"])) for image in page.get_image_info(xrefs=True)]
    blank = []
    for rect in still:
        here = [number for box, number in placed if _meet(box, rect)]
        if any(_same(box, rect) for box, _ in placed) and all(_one_colour(page, number, masks) for number in here):
            blank.append(rect)
    return [rect for rect in pictures if rect not in blank], blank


def _inked(rect: Rect, ink: NDArray[np.bool_], scale: float) -> bool:
    left, top = int((rect.x0 + _EDGE) * scale), int((rect.y0 + _EDGE) * scale)
    right, bottom = int((rect.x1 - _EDGE) * scale), int((rect.y1 - _EDGE) * scale)
    return bool(ink[top:bottom, left:right].any())


def _same(one: Rect, other: Rect) -> bool:
    sides = zip((one.x0, one.y0, one.x1, one.y1), (other.x0, other.y0, other.x1, other.y1), strict=True)
    return all(abs(a - b) <= _SAME for a, b in sides)


def _meet(one: Rect, other: Rect) -> bool:
    return (
        one.x0 < other.x1 - _SAME
        and other.x0 < one.x1 - _SAME
        and one.y0 < other.y1 - _SAME
        and other.y0 < one.y1 - _SAME
    )


def _one_colour(page: pymupdf.Page, number: int, masks: dict[int, int]) -> bool:
    """Whether the image of that number, and its mask if it has one, is one colour throughout."""
    if number not in masks:
        return False
    return all(bool(pymupdf.Pixmap(page.parent, asked).is_unicolor) for asked in (number, masks[number]) if asked)
