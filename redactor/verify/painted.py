"""The door to pdfium: what a copy's pages show, in page space (points as displayed, origin top left, y downwards)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_double
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from numpy.typing import NDArray

from redactor.model import Rect

Pixels = NDArray[np.uint8]
NESTING = 15  # form XObjects within form XObjects; deeper ones pdfium itself does not paint


class UnpaintableError(Exception):
    """pdfium cannot open the file or paint a page of it. Never leaves this package."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as pdfium places it; ``x``/``y`` is its middle, or its origin where the box is empty."""

    character: str
    x: float
    y: float
    box: Rect


@dataclass(frozen=True, slots=True)
class Picture:
    """An image on the page: its pixels as stored, and the matrix (a, b, c, d, e, f) from unit square to page space."""

    pixels: Pixels
    matrix: tuple[float, float, float, float, float, float]


class PaintedPage:
    """One page as pdfium reads and paints it. ``unit`` is the page's user unit, which pdfium leaves out."""

    def __init__(self, page: Any, number: int, unit: float) -> None:
        self._page = page
        self.number = number
        self.unit = unit
        width, height = page.get_size()
        self.width, self.height = width * unit, height * unit
        left, bottom, right, top = page.get_bbox()
        across, down = {
            0: ((1, 0, -left), (0, -1, top)),
            90: ((0, 1, -bottom), (1, 0, -left)),
            180: ((-1, 0, right), (0, 1, -bottom)),
            270: ((0, -1, top), (-1, 0, right)),
        }[page.get_rotation()]
        self._shown = tuple(n * unit for n in across), tuple(n * unit for n in down)
        self._painted: dict[tuple[float, bool], Pixels] = {}

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of PDF user space, in page space (ISO 32000-1, 7.7.3.3 and 8.3.2: rotation is clockwise)."""
        (a, b, c), (d, e, f) = self._shown
        return a * x + b * y + c, d * x + e * y + f

    def _rect(self, left: float, bottom: float, right: float, top: float) -> Rect:
        (ax, ay), (bx, by) = self.place(left, bottom), self.place(right, top)
        return Rect(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    @cached_property
    def text(self) -> str:
        """The page's text in pdfium's reading order."""
        return str(self._textpage.get_text_range()).replace("\r\n", "\n").replace("\ufffe", "-\n")

    @cached_property
    def _textpage(self) -> Any:
        return self._page.get_textpage()

    @cached_property
    def glyphs(self) -> tuple[Glyph, ...]:
        """Every character with its place, in reading order; line ends and blanks that pdfium added come as blanks."""
        handle = self._textpage.raw
        left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
        found = []
        for index in range(raw.FPDFText_CountChars(handle)):
            code = raw.FPDFText_GetUnicode(handle, index)
            if not raw.FPDFText_GetCharBox(handle, index, left, right, bottom, top):
                continue
            empty = left.value == right.value or bottom.value == top.value
            box = self._rect(left.value, bottom.value, right.value, top.value)
            if empty and raw.FPDFText_GetCharOrigin(handle, index, left, top):
                x, y = self.place(left.value, top.value)
            else:
                x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
            found.append(Glyph(chr(code) if code > 32 else " ", x, y, box))
        return tuple(found)

    def pixels(self, scale: float, *, grey: bool = False) -> Pixels:
        """The painted page, ``scale`` pixels a point: height x width x 3 (RGB), or height x width where ``grey``."""
        if (scale, grey) not in self._painted:
            self._painted[scale, grey] = self._paint(scale, grey)
        return self._painted[scale, grey]

    def _paint(self, scale: float, grey: bool) -> Pixels:
        try:
            bitmap = self._page.render(
                scale=scale * self.unit, grayscale=grey, rev_byteorder=True, may_draw_forms=False
            )
        except pdfium.PdfiumError as error:
            raise UnpaintableError from error
        painted: Pixels = bitmap.to_numpy()
        return painted.reshape(painted.shape[:2]) if grey else painted[:, :, :3]

    def where(self, text: str) -> Rect | None:
        """The bounds of the first place where the text stands on one line, or None."""
        found = self._textpage.search(text, match_case=True).get_next()
        if found is None:
            return None
        boxes = [self._textpage.get_charbox(index) for index in range(found[0], found[0] + found[1])]
        corners = [corner for left, bottom, right, top in boxes for corner in ((left, bottom), (right, top))]
        return _bounds([self.place(*corner) for corner in corners])

    def filled_rectangles(self) -> tuple[Rect, ...]:
        """The bounds of every painted path, in painting order."""
        return tuple(
            _bounds([self.place(*corner) for corner in _corners(thing)])
            for thing in self._objects(raw.FPDF_PAGEOBJ_PATH)
        )

    def pictures(self) -> Iterator[Picture]:
        """The images on the page, without what is painted over them. Raises UnpaintableError for an unreadable one."""
        for thing in self._objects(raw.FPDF_PAGEOBJ_IMAGE):
            matrix = _to_page(thing)
            corner, right, up = (self.place(*matrix.on_point(*at)) for at in ((0, 0), (1, 0), (0, 1)))
            try:
                stored = thing.get_bitmap(render=False).to_numpy()
            except pdfium.PdfiumError as error:
                raise UnpaintableError from error
            pixels = stored if stored.ndim == 3 else stored[:, :, np.newaxis]
            yield Picture(
                pixels[:, :, :3],
                (right[0] - corner[0], right[1] - corner[1], up[0] - corner[0], up[1] - corner[1], *corner),
            )

    def _objects(self, kind: int) -> Iterator[Any]:
        return iter(self._page.get_objects(filter=[kind], max_depth=NESTING))


@contextmanager
def painted_pages(path: Path, units: tuple[float, ...]) -> Iterator[tuple[PaintedPage, ...]]:
    """The file's pages; ``units`` are the user units by page (missing: 1). Raises UnpaintableError."""
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise UnpaintableError from error
    try:
        try:
            pages = [document[index] for index in range(len(document))]
        except pdfium.PdfiumError as error:
            raise UnpaintableError from error
        padded = units + (1.0,) * (len(pages) - len(units))
        yield tuple(PaintedPage(page, index + 1, padded[index]) for index, page in enumerate(pages))
    finally:
        document.close()


def _to_page(thing: Any) -> Any:
    """The object's matrix with those of the forms around it."""
    matrix = thing.get_matrix()
    container = thing.container
    while container is not None:
        matrix = matrix.multiply(container.get_matrix())
        container = container.container
    return matrix


def _corners(thing: Any) -> list[tuple[float, float]]:
    left, bottom, right, top = thing.get_bounds()
    corners = [(left, bottom), (right, bottom), (right, top), (left, top)]
    container = thing.container
    while container is not None:
        matrix = container.get_matrix()
        corners = [matrix.on_point(*corner) for corner in corners]
        container = container.container
    return corners


def _bounds(points: list[tuple[float, float]]) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs), max(ys))
