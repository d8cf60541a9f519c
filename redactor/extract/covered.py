"""Letters that are painted and do not show: under an agency's own box, drawn on live text and never burned in, or
outside a clipping path.

Such a box is a redaction that failed. The letters under it must not come back as produced text, so they are taken out
of the content, and become part of the page's hidden passage. What tells is the picture: a letter that lies under
something painted later, and whose removal changes no pixel there, is covered. Text on a coloured ground, under a
highlighter's transparent stroke or inside a frame changes the picture when it goes, and stays.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pymupdf
from numpy.typing import NDArray

from redactor.extract.letters import Letters, letters_of, place_of, take_out

COVERED_SHARE = 0.80
"""Share of a letter's body that must lie under something painted later; x-ray, the Free Law Project's finder of bad
redactions, draws the line at the same place."""

_COVERS = frozenset({"fill-path", "stroke-path", "fill-image", "fill-imgmask", "fill-shade"})
_BROADEST_STROKE = 30.0
"""Points; a stroke whose extent is larger both ways is a frame or a drawing. A marker's stroke is narrow one way."""

_THINNEST = 2.0
"""Points; a rule thinner than that either way strikes a letter out and does not cover it."""

_SCALE = 3.0
"""Pixels a point for the comparison of pictures: the body of 6 point type is then twelve pixels high."""

_EDGE = 1
"""Pixels along the edge of what covers that are left out of the comparison: there it is smoothed with its ground."""

_VISIBLE = 12
"""Levels of 255 by which a pixel must change for a letter to have shown."""

_COARSEST, _MOST_PIXELS = 1.0, 16_000_000
"""Pixels a point below which a letter is too small to compare; and pixels of the largest picture that is made. A page
of five feet square is the largest on which both hold."""

_EVERY_LETTER = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_IGNORE_ACTUALTEXT
_CLIP = pymupdf.TEXT_CLIP

Picture = NDArray[np.int16]
Zones = dict[int, list[tuple[float, float, float, float]]]
"""Parts of the page (points) in which a letter would show, by the letter's place among all."""


def without_covered(page: pymupdf.Page) -> None:
    """Takes the covered letters out of the page's content. Raises ValueError where one would stay.

    Expects a flattened page: origin at the lower left corner of its media box, neither rotation nor annotations.
    """
    letters = letters_of(page)
    suspects, zones = _under_something(page, letters)
    _without_unseen(page, letters, suspects, zones, "covered")


def without_clipped(page: pymupdf.Page) -> None:
    """Takes letters out that a clipping path (ISO 32000-1, 8.5.4) keeps from showing. Raises ValueError where one would
    stay. Expects a flattened page, as ``without_covered`` does."""
    every, within = (page.get_text("text", flags=flags) for flags in (_EVERY_LETTER, _EVERY_LETTER | _CLIP))
    if every == within:
        return
    clipped = _places(page, _EVERY_LETTER) - _places(page, _EVERY_LETTER | _CLIP)
    letters = letters_of(page)
    suspects = np.array([place_of(x, y) in clipped for x, y in letters.origins], dtype=np.bool_)
    # A pattern's letters are painted elsewhere, and more than once: then a removal shows somewhere, and nothing goes.
    anywhere = (0.0, 0.0, float(page.rect.width), float(page.rect.height))
    zones: Zones = {int(at): [anywhere] for at in np.flatnonzero(suspects)}
    _without_unseen(page, letters, suspects, zones, "clipped")


def _places(page: pymupdf.Page, flags: int) -> set[tuple[int, int]]:
    blocks = page.get_text("rawdict", flags=flags)["blocks"]
    lines = (line for block in blocks for line in block.get("lines", ()))
    return {place_of(*char["origin"]) for line in lines for span in line["spans"] for char in span["chars"]}


def _without_unseen(page: pymupdf.Page, letters: Letters, suspects: NDArray[np.bool_], zones: Zones, why: str) -> None:
    """Takes those of the suspects out whose removal changes nothing in their zones."""
    if not suspects.any():
        return
    scale = min(_SCALE, (_MOST_PIXELS / max(1.0, page.rect.width * page.rect.height)) ** 0.5)
    if scale < _COARSEST:
        raise ValueError(f"the page is too large to tell whether a {why} letter shows")
    before = _picture(page, scale)
    with pymupdf.open() as trial:
        trial.insert_pdf(page.parent, from_page=page.number, to_page=page.number)
        other = trial[0]
        take_out(other, letters, suspects)
        changed = np.abs(before - _picture(other, scale)).max(axis=2) > _VISIBLE
    unseen = suspects & np.array([not _any(changed, zones.get(at, ()), scale) for at in range(len(suspects))])
    if not unseen.any():
        return
    if take_out(page, letters, unseen) != int(unseen.sum()):
        raise ValueError(f"a {why} letter could not be taken out")


def _under_something(page: pymupdf.Page, letters: Letters) -> tuple[NDArray[np.bool_], Zones]:
    """Which letters lie under later paint for the most part, and under which part of it (points)."""
    x0, y0, x1, y1 = letters.bodies.T
    areas = np.maximum((x1 - x0) * (y1 - y0), 1e-6)
    shares = np.zeros(len(areas))
    zones: Zones = {}
    for place, (kind, box) in enumerate(page.get_bboxlog()):
        narrow = min(box[2] - box[0], box[3] - box[1])
        if kind not in _COVERS or narrow < _THINNEST or (kind == "stroke-path" and narrow > _BROADEST_STROKE):
            continue
        left, top = np.maximum(x0, box[0]), np.maximum(y0, box[1])
        right, bottom = np.minimum(x1, box[2]), np.minimum(y1, box[3])
        share = np.maximum(right - left, 0) * np.maximum(bottom - top, 0) / areas
        share[letters.order >= place] = 0
        shares += share
        for at in np.flatnonzero(share > 0):
            zones.setdefault(int(at), []).append((left[at], top[at], right[at], bottom[at]))
    return shares >= COVERED_SHARE, zones


def _picture(page: pymupdf.Page, scale: float) -> Picture:
    pixmap = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csRGB, alpha=False, annots=False)
    return np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width, 3).astype(np.int16)


def _any(changed: NDArray[np.bool_], zones: Sequence[tuple[float, float, float, float]], scale: float) -> bool:
    """Whether a pixel changed well inside one of the zones."""
    for x0, y0, x1, y1 in zones:
        rows = slice(max(0, int(y0 * scale) + _EDGE), max(0, int(np.ceil(y1 * scale)) - _EDGE))
        columns = slice(max(0, int(x0 * scale) + _EDGE), max(0, int(np.ceil(x1 * scale)) - _EDGE))
        if changed[rows, columns].any():
            return True
    return False
