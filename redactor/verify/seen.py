"""What an OCR engine reads of the rendering, where glyphs and pixels can disagree: letters that are drawn, set in a
font without meaning, or part of a picture say nothing to the readers of text.

Reading costs seconds a page, so it is spent where it can find something: on pages that are pictures, on what is painted
and explained by no letter, on pages whose fonts draw what they like, and on a sample that the document's id draws.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from redactor.geometry import area, clustered, intersection
from redactor.model import DocumentId, Quad, Rect
from redactor.ocr import Reading, read
from redactor.verify.declared import Declared, Problem
from redactor.verify.painted import PaintedPage, Picture, Pixels, UnpaintableError
from redactor.verify.residue import Search

SEEN = "residue: OCR of the rendering"

DPI = 200.0
MOST_PIXELS = 80_000_000  # of a page; what is larger than a plan is read coarser
SAMPLE = 100  # one page in so many is read whatever it holds
LETTER_EDGE = 1.5  # pt around a letter's box that its strokes may reach
EDGE_CONTRAST = 48  # of 255 between neighbouring pixels at 72 dpi: paint begins or ends
RULE = 12  # pixels at 72 dpi; longer straight edges are rules, frames and boxes, which say nothing
TILE = 8  # pt
TILE_EDGES = 5  # edge pixels of a tile from which something may be written there
SMALLEST = (20.0, 6.0)  # pt; four letters of the smallest type that is read
FRAME_EDGE = 2  # pixels at 72 dpi on both sides of a frame's line
AROUND = 6.0  # pt of paper that an engine wants around words
MOST_OF_PAGE = 0.4  # share of the page from which it is read whole
UNCOVERED = 0.2  # share of a picture that must show for it to be read


@dataclass(frozen=True, slots=True)
class Look:
    """What is read of a page: ``areas`` (page space) of its rendering, or the ``whole``; ``why`` is for the report."""

    areas: tuple[Rect, ...]
    why: str
    whole: bool = False


def look(page: PaintedPage, declared: Declared, document: DocumentId, *, suspect: bool) -> Look | None:
    """What to read of the page, or None. ``suspect`` says that its fonts or patterns can draw words."""
    everything = (Rect(0.0, 0.0, page.width, page.height),)
    if declared.picture:
        return Look(everything, "a picture", whole=True)
    if suspect:
        return Look(everything, "fonts or patterns that draw", whole=True)
    if sampled(document, page.number):
        return Look(everything, "the sample", whole=True)
    areas = clustered([*_pictures(page, declared), *_unexplained(page, declared)])
    areas = tuple(r for r in areas if r.x1 - r.x0 >= SMALLEST[0] and r.y1 - r.y0 >= SMALLEST[1])
    if not areas:
        return None
    if sum(map(area, areas)) > MOST_OF_PAGE * page.width * page.height:
        return Look(everything, "pictures or drawn ink", whole=True)
    return Look(areas, "pictures or drawn ink")


def sampled(document: DocumentId, page: int) -> bool:
    """Whether the page is in the sample, which the document's id draws: the same on every run."""
    digest = hashlib.sha256(f"{document}/{page}".encode()).digest()
    return int.from_bytes(digest[:4], "big") % SAMPLE == 0


def _pictures(page: PaintedPage, declared: Declared) -> Iterator[Rect]:
    """Where images show anything beside the boxes."""
    sheet = Rect(0.0, 0.0, page.width, page.height)
    for place in page.picture_places():
        shown = intersection(place, sheet)
        if shown is None:
            continue
        covered = sum(area(both) for box in declared.boxes if (both := intersection(shown, box.bounds)) is not None)
        if area(shown) - covered > UNCOVERED * area(shown):
            yield shown


def _unexplained(page: PaintedPage, declared: Declared) -> Iterator[Rect]:
    """Where something is painted that no letter explains, and that is no rule, frame or plain surface."""
    scale = page.plain_scale
    pixels = page.pixels(scale, grey=True).astype(np.int16)
    edges: NDArray[np.bool_] = np.zeros(pixels.shape, dtype=bool)
    edges[:, 1:] |= np.abs(np.diff(pixels, axis=1)) > EDGE_CONTRAST
    edges[1:, :] |= np.abs(np.diff(pixels, axis=0)) > EDGE_CONTRAST
    edges &= ~(_long_runs(edges) | _long_runs(edges.T).T)
    for frame in page.frames():
        for x0, y0, x1, y1 in _sides(frame, scale):
            edges[max(0, y0) : max(0, y1), max(0, x0) : max(0, x1)] = False
    letters = page.letters
    boxes = letters.boxes[letters.solid]
    known = [(x0 - LETTER_EDGE, y0 - LETTER_EDGE, x1 + LETTER_EDGE, y1 + LETTER_EDGE) for x0, y0, x1, y1 in boxes]
    known += [(b.x0 - 2, b.y0 - 2, b.x1 + 2, b.y1 + 2) for b in (box.bounds for box in declared.boxes)]
    for place in known:
        x0, y0, x1, y1 = (edge * scale for edge in place)
        edges[max(0, int(y0)) : max(0, int(np.ceil(y1))), max(0, int(x0)) : max(0, int(np.ceil(x1)))] = False
    if not edges.any():
        return
    rows, columns = edges.shape[0] // TILE, edges.shape[1] // TILE
    # Edges by tile: summed over the pixels of each tile's rows, then of its columns.
    by_row = np.add.reduceat(edges[: rows * TILE].astype(np.int32), np.arange(rows) * TILE, axis=0)
    tiles = np.add.reduceat(by_row[:, : columns * TILE], np.arange(columns) * TILE, axis=1)
    for row, column in np.argwhere(tiles >= TILE_EDGES).tolist():
        yield Rect(*(edge * TILE / scale for edge in (column, row, column + 1, row + 1)))


def _sides(frame: Rect, scale: float) -> Iterator[tuple[int, int, int, int]]:
    """The four sides of a frame with the smoothing around them, in pixels."""
    x0, y0, x1, y1 = (round(v * scale) for v in (frame.x0, frame.y0, frame.x1, frame.y1))
    for x in (x0, x1):
        yield x - FRAME_EDGE, y0 - FRAME_EDGE, x + FRAME_EDGE + 1, y1 + FRAME_EDGE + 1
    for y in (y0, y1):
        yield x0 - FRAME_EDGE, y - FRAME_EDGE, x1 + FRAME_EDGE + 1, y + FRAME_EDGE + 1


def _long_runs(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The pixels of ``mask`` that lie in a row of ``RULE`` or more."""
    if mask.shape[1] < RULE:
        return np.zeros_like(mask)
    summed = np.zeros((mask.shape[0], mask.shape[1] + 1), dtype=np.int32)
    np.cumsum(mask, axis=1, out=summed[:, 1:])
    full = summed[:, RULE:] - summed[:, :-RULE] == RULE  # a run of RULE pixels begins here
    spread = np.zeros((mask.shape[0], mask.shape[1] + 1), dtype=np.int32)
    spread[:, : full.shape[1]] += full
    spread[:, RULE : RULE + full.shape[1]] -= full
    runs: NDArray[np.bool_] = np.cumsum(spread[:, :-1], axis=1) > 0
    return runs


def seen(page: PaintedPage, looked: Look, search: Search, reading: Reading | None = None) -> Iterator[Problem]:
    """Withheld values that an engine reads there, also with a digit misread; ``reading`` is that of the whole page,
    where it was made before."""
    place = f"page {page.number}"
    try:
        readings = [reading] if reading is not None else [_read_area(page, each) for each in looked.areas]
    except UnpaintableError:
        yield SEEN, f"{place}: cannot be painted"
        return
    if search.excess_as_seen("\n".join(map(words_of, readings)), page.number):
        yield SEEN, f"{place}: withheld value"


def _read_area(page: PaintedPage, place: Rect) -> Reading:
    dpi = min(DPI, 72 * (MOST_PIXELS / max(1.0, page.width * page.height)) ** 0.5)
    scale = dpi / 72
    painted = page.pixels(scale, grey=True)
    x0, y0 = max(0, int((place.x0 - AROUND) * scale)), max(0, int((place.y0 - AROUND) * scale))
    part = painted[y0 : int((place.y1 + AROUND) * scale), x0 : int((place.x1 + AROUND) * scale)]
    return read(np.ascontiguousarray(part), dpi)


def words_of(reading: Reading) -> str:
    """The reading's words, a line a line."""
    lines: dict[int, list[str]] = {}
    for word in reading.words:
        lines.setdefault(word.line, []).append(word.text)
    return "\n".join(" ".join(words) for words in lines.values())


def grey_of(picture: Picture) -> Pixels:
    """The stored pixels in levels of grey, as the writer gives them to the engine: the same pixels are read once."""
    pixels = picture.pixels
    if pixels.shape[2] == 1:
        return np.ascontiguousarray(pixels[:, :, 0])
    if (pixels[:, :, 0] == pixels[:, :, 1]).all() and (pixels[:, :, 1] == pixels[:, :, 2]).all():
        return np.ascontiguousarray(pixels[:, :, 0])
    return np.asarray(Image.fromarray(np.ascontiguousarray(pixels[:, :, ::-1])).convert("L"), dtype=np.uint8)


def in_pixels(quad: Quad, scale: tuple[float, float]) -> Quad:
    """A quad of page space in pixels of a picture that fills the page."""
    x, y = scale
    ul, ur, lr, ll = ((px * x, py * y) for px, py in (quad.ul, quad.ur, quad.lr, quad.ll))
    return Quad(ul, ur, lr, ll)


def boxes_of(words: Sequence[Quad]) -> NDArray[np.float64]:
    """The bounds of quads, a row (x0, y0, x1, y1) each."""
    corners = np.array([(q.ul, q.ur, q.lr, q.ll) for q in words], dtype=np.float64).reshape(-1, 4, 2)
    return np.concatenate((corners.min(axis=1), corners.max(axis=1)), axis=1)
