"""Single letters of a page, found and taken out of its content without moving the others."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pymupdf
from numpy.typing import NDArray
from pymupdf import mupdf

_BODY = 0.70
"""Ems above the baseline that make a letter's body: a tail may hang out of a box that hides it."""

_UNPAINTED = 3
"""How MuPDF marks text in a rendering mode that paints nothing (ISO 32000-1, table 106), inherited modes included."""

_CODE_POINTS = 0x110000

Boxes = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Letters:
    """A page's glyphs in the order they are shown: origin, body and whole box (x0, y0, x1, y1; points), place among all
    that is painted, whether they are painted at all, size (points), whether they ought to leave ink, and what they
    share with the letters that are set like them."""

    origins: Boxes
    bodies: Boxes
    boxes: Boxes
    order: NDArray[np.int64]
    painted: NDArray[np.bool_]
    sizes: NDArray[np.float64]
    inked: NDArray[np.bool_]
    styles: tuple[str, ...]


def letters_of(page: pymupdf.Page) -> Letters:
    """Of a flattened page. Letters off the page, or clipped away, are among them."""
    origins, bodies, boxes, order, painted, sizes, inked, styles = [], [], [], [], [], [], [], []
    for span in page.get_texttrace():
        dx, dy = span["dir"]
        rise = _BODY * span["size"]
        style = f"{span['type']} {span['colorspace']} {span['color']} {span['opacity']:.2f} {span['font']}"
        for code, glyph, (x, y), (x0, y0, x1, y1) in span["chars"]:
            along = abs(x1 - x0) if abs(dx) >= abs(dy) else abs(y1 - y0)
            xs = (x, x + along * dx, x + rise * dy, x + along * dx + rise * dy)
            ys = (y, y + along * dy, y - rise * dx, y + along * dy - rise * dx)
            origins.append((x, y))
            body = (min(xs), min(ys), max(xs), max(ys))
            bodies.append(body)
            boxes.append((min(body[0], x0), min(body[1], y0), max(body[2], x1), max(body[3], y1)))
            sizes.append(span["size"])
            blank = 0 < code < _CODE_POINTS and chr(code).isspace()
            inked.append(glyph >= 0 and not blank)  # below zero: the second letter of a ligature, which has no glyph
            styles.append(style)
            order.append(span["seqno"])
            painted.append(span["type"] != _UNPAINTED)
    return Letters(
        np.array(origins, dtype=np.float64).reshape(-1, 2),
        np.array(bodies, dtype=np.float64).reshape(-1, 4),
        np.array(boxes, dtype=np.float64).reshape(-1, 4),
        np.array(order, dtype=np.int64),
        np.array(painted, dtype=np.bool_),
        np.array(sizes, dtype=np.float64),
        np.array(inked, dtype=np.bool_),
        tuple(styles),
    )


def without_unpainted(page: pymupdf.Page) -> None:
    """Takes text in an invisible rendering mode out of the page's content. Raises ValueError where some would stay."""
    letters = letters_of(page)
    if letters.painted.all():
        return
    take_out(page, letters, ~letters.painted)
    if not letters_of(page).painted.all():
        raise ValueError("invisible text could not be taken out")


def take_out(page: pymupdf.Page, letters: Letters, which: NDArray[np.bool_]) -> int:
    """Filters the page's content, forms included, and says how many letters went. The others keep their places.

    The page must be flattened: origin at the lower left corner of its media box, no rotation, no annotations. Letters
    are told apart by their origins; those that share one (new text over old) go by the order in which they are shown.
    """
    waiting: dict[tuple[int, int], deque[bool]] = {}
    for (x, y), gone in zip(letters.origins, which, strict=True):
        waiting.setdefault(place_of(x, y), deque()).append(bool(gone))
    height = page.rect.height
    taken = 0

    def verdict(x: float, y: float) -> bool:
        nonlocal taken
        column, row = place_of(x, height - y)
        for place in ((column + dx, row + dy) for dx in (0, -1, 1) for dy in (0, -1, 1)):
            if queue := waiting.get(place):
                gone = queue.popleft()
                taken += gone
                return gone
        return False

    _filter(page, verdict)
    return taken


def place_of(x: float, y: float) -> tuple[int, int]:
    """Where a letter begins, in tenths of a point: finer than letters lie apart, coarser than rounding moves one."""
    return round(x * 10), round(y * 10)


class _TextFilter(mupdf.PdfSanitizeFilterOptions2):  # type: ignore[misc]
    """MuPDF asks it for every glyph that a content stream shows whether the glyph goes."""

    def __init__(self, verdict: Callable[[float, float], bool]) -> None:
        super().__init__()
        self._verdict = verdict
        self.use_virtual_text_filter()

    def text_filter(self, *told: object) -> int:
        matrix = mupdf.ll_fz_concat(told[3], told[4])
        return int(self._verdict(matrix.e, matrix.f))


class _Filters(mupdf.PdfFilterFactory2):  # type: ignore[misc]
    def __init__(self, options: _TextFilter) -> None:
        super().__init__()
        self._options = options
        self.use_virtual_filter()

    def filter(self, *told: object) -> object:
        _, document, chain, parents, transform, options = told
        return mupdf.ll_pdf_new_sanitize_filter(document, chain, parents, transform, options, self._options.internal())


def _filter(page: pymupdf.Page, verdict: Callable[[float, float], bool]) -> None:
    """Rewrites the page's content. A form that pages share is copied first, so that the other pages keep theirs."""
    options = mupdf.PdfFilterOptions()
    options.recurse = 1
    options.instance_forms = 1
    options.ascii = options.no_update = options.newlines = 0  # else what lay in memory: MuPDF may then change nothing
    factory = _Filters(_TextFilter(verdict))
    options.add_factory(factory.internal())
    document = mupdf.pdf_document_from_fz_document(page.parent.this)
    mupdf.pdf_filter_page_contents(document, mupdf.pdf_page_from_fz_page(page.this), options)
