"""The door to pdfium: what a copy's pages show, in page space (points as displayed, origin top left, y downwards).

Pages are opened one at a time and closed again, so that a document of thousands of pages costs no more than one of ten.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_double, c_float
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
Numbers = NDArray[np.float64]
LARGEST_SIDE = 3_000  # pixels; pages are compared with one pixel a point, and coarser where they are larger than a plan
NESTING = 15  # form XObjects within form XObjects; deeper ones pdfium itself does not paint
_FRAME_POINTS = 6  # a rectangle has five
_STRAIGHT = 0.5  # units by which a level line may rise
_UNPAINTED = (3, 7)  # text rendering modes that paint nothing (ISO 32000-1, table 106)


class UnpaintableError(Exception):
    """pdfium cannot open the file or paint a page of it. Never leaves this package."""


@dataclass(frozen=True)
class Letters:
    """Characters with their places, in reading order; line ends and blanks that pdfium added come as blanks.

    ``x``/``y`` are the middles, or the origins where a box is empty; ``boxes`` has a row (x0, y0, x1, y1) for each.
    """

    text: str
    x: Numbers
    y: Numbers
    boxes: Numbers

    def where(self, chosen: NDArray[np.bool_]) -> Letters:
        """Those for which ``chosen`` is true."""
        kept = np.flatnonzero(chosen)
        return Letters("".join([self.text[at] for at in kept]), self.x[kept], self.y[kept], self.boxes[kept])

    @cached_property
    def solid(self) -> NDArray[np.bool_]:
        """Which are no blanks."""
        return np.array([not letter.isspace() for letter in self.text], dtype=bool)

    def within(self, rect: Rect, margin: float = 0.0) -> NDArray[np.bool_]:
        """Which have their middle in the rectangle."""
        across = (self.x >= rect.x0 - margin) & (self.x <= rect.x1 + margin)
        return across & (self.y >= rect.y0 - margin) & (self.y <= rect.y1 + margin)

    def words(self) -> Iterator[NDArray[np.intp]]:
        """The places in ``text`` of each word's letters."""
        ends = np.flatnonzero(~self.solid)
        start = 0
        for end in (*ends, len(self.text)):
            if end > start:
                yield np.arange(start, end)
            start = int(end) + 1


@dataclass(frozen=True, slots=True)
class Picture:
    """An image on the page: its pixels as stored (height x width x 1 or 3), and the matrix (a, b, c, d, e, f) from unit
    square to page space."""

    pixels: Pixels
    matrix: tuple[float, float, float, float, float, float]

    @property
    def bounds(self) -> Rect:
        """Where it is painted."""
        return _square(self.matrix)


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
        self._opened: Any = None

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of PDF user space, in page space (ISO 32000-1, 7.7.3.3 and 8.3.2: rotation is clockwise)."""
        (a, b, c), (d, e, f) = self._shown
        return a * x + b * y + c, d * x + e * y + f

    @cached_property
    def text(self) -> str:
        """The page's text in pdfium's reading order."""
        return str(self._textpage.get_text_range()).replace("\r\n", "\n").replace("\ufffe", "-\n")

    @property
    def plain_scale(self) -> float:
        """Pixels a point at which the page is looked at: one, or less where it is longer than LARGEST_SIDE."""
        return min(1.0, LARGEST_SIDE / max(1.0, float(self.width), float(self.height)))

    @property
    def _textpage(self) -> Any:
        if self._opened is None:
            self._opened = self._page.get_textpage()
        return self._opened

    @cached_property
    def letters(self) -> Letters:
        """Every character with its place."""
        handle = self._textpage.raw
        left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
        code_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetCharBox
        codes: list[str] = []
        corners: list[tuple[float, float, float, float]] = []
        for index in range(raw.FPDFText_CountChars(handle)):
            if not box_of(handle, index, left, right, bottom, top):
                continue
            code = code_of(handle, index)
            codes.append(chr(code) if code > 32 else " ")
            box = (left.value, bottom.value, right.value, top.value)
            if box[0] == box[2] or box[1] == box[3]:
                box = self._origin(index, box)
            corners.append(box)
        at = np.array(corners, dtype=np.float64).reshape(-1, 4)
        ax, ay = self.place(at[:, 0], at[:, 1])  # type: ignore[arg-type]
        bx, by = self.place(at[:, 2], at[:, 3])  # type: ignore[arg-type]
        boxes = np.stack((np.minimum(ax, bx), np.minimum(ay, by), np.maximum(ax, bx), np.maximum(ay, by)), axis=1)
        return Letters("".join(codes), (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2, boxes)

    def _origin(self, index: int, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """A letter without extent stands where its origin is."""
        x, y = c_double(), c_double()
        if raw.FPDFText_GetCharOrigin(self._textpage.raw, index, x, y):
            return x.value, y.value, x.value, y.value
        return box

    def unpainted(self) -> NDArray[np.bool_]:
        """Which of ``letters`` are shown in a text mode that paints nothing; blanks that pdfium added are not."""
        handle = self._textpage.raw
        left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
        modes: list[bool] = []
        for index in range(raw.FPDFText_CountChars(handle)):
            if raw.FPDFText_GetCharBox(handle, index, left, right, bottom, top):
                thing = raw.FPDFText_GetTextObject(handle, index)
                modes.append(bool(thing) and raw.FPDFTextObj_GetTextRenderMode(thing) in _UNPAINTED)
        return np.array(modes, dtype=bool)

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

    def paths(self) -> tuple[Rect, ...]:
        """The bounds of every painted path, in painting order."""
        return tuple(self._bounds_of(thing) for thing in self._objects(raw.FPDF_PAGEOBJ_PATH))

    def frames(self) -> tuple[Rect, ...]:
        """The bounds of the paths that consist of a few level and upright lines: rules, boxes, cells."""
        return tuple(self._bounds_of(thing) for thing in self._objects(raw.FPDF_PAGEOBJ_PATH) if _is_frame(thing.raw))

    def picture_places(self) -> tuple[Rect, ...]:
        """Where images are painted, without looking at them."""
        return tuple(_square(self._matrix_of(thing)) for thing in self._objects(raw.FPDF_PAGEOBJ_IMAGE))

    def other_paint(self) -> tuple[Rect, ...]:
        """Where shadings are painted."""
        return tuple(self._bounds_of(thing) for thing in self._objects(raw.FPDF_PAGEOBJ_SHADING))

    def pictures(self) -> Iterator[Picture]:
        """The images on the page, without what is painted over them. Raises UnpaintableError for an unreadable one."""
        for thing in self._objects(raw.FPDF_PAGEOBJ_IMAGE):
            try:
                stored = thing.get_bitmap(render=False).to_numpy()
            except pdfium.PdfiumError as error:
                raise UnpaintableError from error
            pixels = stored if stored.ndim == 3 else stored[:, :, np.newaxis]
            yield Picture(pixels[:, :, :3], self._matrix_of(thing))

    def _bounds_of(self, thing: Any) -> Rect:
        return _bounds([self.place(*corner) for corner in _corners(thing)])

    def _matrix_of(self, thing: Any) -> tuple[float, float, float, float, float, float]:
        matrix = _to_page(thing)
        corner, right, up = (self.place(*matrix.on_point(*at)) for at in ((0, 0), (1, 0), (0, 1)))
        return (right[0] - corner[0], right[1] - corner[1], up[0] - corner[0], up[1] - corner[1], *corner)

    def _objects(self, kind: int) -> Iterator[Any]:
        return iter(self._page.get_objects(filter=[kind], max_depth=NESTING))

    def close(self) -> None:
        """Give back what pdfium and the renderings hold."""
        self._painted.clear()
        if self._opened is not None:
            self._opened.close()
            self._opened = None
        self._page.close()


class PaintedFile:
    """The pages of an open file, numbered from 1. ``units`` are the user units by page (missing: 1)."""

    def __init__(self, document: Any, units: tuple[float, ...]) -> None:
        self._document = document
        self._units = units

    def __len__(self) -> int:
        return len(self._document)

    @contextmanager
    def page(self, number: int) -> Iterator[PaintedPage]:
        """The page, open for as long as the context. Raises UnpaintableError where pdfium cannot load it."""
        try:
            opened = self._document[number - 1]
        except pdfium.PdfiumError as error:
            raise UnpaintableError from error
        page = PaintedPage(opened, number, self._units[number - 1] if number <= len(self._units) else 1.0)
        try:
            yield page
        finally:
            page.close()

    def each(self) -> Iterator[PaintedPage]:
        """Page after page; each is closed when the next is asked for. Raises UnpaintableError."""
        for number in range(1, len(self) + 1):
            with self.page(number) as page:
                yield page


@contextmanager
def painted_file(path: Path, units: tuple[float, ...] = ()) -> Iterator[PaintedFile]:
    """The file's pages. Raises UnpaintableError where pdfium cannot open it."""
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise UnpaintableError from error
    try:
        yield PaintedFile(document, units)
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


def _is_frame(path: Any) -> bool:
    count = raw.FPDFPath_CountSegments(path)
    if not 2 <= count <= _FRAME_POINTS:
        return False
    x, y = c_float(), c_float()
    points: list[tuple[float, float]] = []
    for at in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_BEZIERTO or not raw.FPDFPathSegment_GetPoint(segment, x, y):
            return False
        if kind == raw.FPDF_SEGMENT_LINETO and points:
            across, down = abs(points[-1][0] - x.value), abs(points[-1][1] - y.value)
            if min(across, down) > _STRAIGHT:
                return False
        points.append((x.value, y.value))
    return True


def _square(matrix: tuple[float, float, float, float, float, float]) -> Rect:
    a, b, c, d, e, f = matrix
    return _bounds([(e, f), (a + e, b + f), (c + e, d + f), (a + c + e, b + d + f)])


def _bounds(points: list[tuple[float, float]]) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs), max(ys))
