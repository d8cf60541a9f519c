"""Ink that nobody read: what a page shows once its text is taken away, and plain rules and boxes with it.

It asks the picture and not the operators: letters drawn as outlines, filled through a clip, tiled as a pattern, cut
into strips of image or scribbled with a pen all leave ink that is neither text nor ruling. Where enough of it stands
together to be writing, the place is an unread region.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import numpy as np
import pikepdf
import pymupdf
from numpy.typing import NDArray
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from redactor.extract.blank import without_blank
from redactor.extract.ruling import Box, Ruling, ruling_of
from redactor.geometry import area, clustered, intersection, union
from redactor.model import Rect

LARGEST_SIDE = 3_000
"""Pixels; pages are looked at with one pixel a point, and coarser where they are larger than a plan."""

_SMALLEST_IMAGE = 6.0
"""Points; an image thinner than this either way is a rule or a strip, and counts as a picture with its neighbours."""

_STRIP_SHARE = 0.4
"""Share of its bounds that a group of thin images fills if it is a picture cut into strips, and not a table's rules."""

_RULE = 3.0
"""Points; an image thinner than this either way has edges and no inside."""

_CONTRAST = 12
"""Levels of 255 by which neighbouring pixels must differ for there to be ink."""

_SLACK = 1.6
"""Pixels around an outline within which its ink may lie: half a pixel of rounding and one of smoothing."""

_CELL = 4
"""Pixels; ink less than a cell or two apart stands together."""

_REACH = 3
_DENSE = 0.80
"""Share of inked pixels from which a cell and its neighbours so many cells around are a texture, whatever the lines
look like alone: barcodes and dot matrices are nothing but plain bars. A check box is smaller than that."""

_LEAST_LENGTH, _LEAST_HEIGHT = 6.0, 2.0
"""Points; ink smaller than that holds no word that can be read on paper."""

_LEAST_TURNS = 6
"""So often must a line of ink this low change between light and dark along its length to be writing and not a rule."""

_LOW = 4.0
"""Points; ink lower than that may still be a rule at which the page's clip or a shading ends."""

_MARK, _MARK_ITEMS = 20.0, 24
"""Points and lines: ink no larger, of a drawing no richer, is a tick, a cross, a bullet or an arrow."""

_MARK_ROW, _MARK_PITCH = 5, 40.0
"""So many marks in one row, no farther apart than this many points, are one letter a cell; between them may stand
letters that look like rules."""

Mask = NDArray[np.bool_]


def without_text(flattened: bytes) -> bytes:
    """The PDF with every font emptied but those of tiling patterns: it paints what it painted, without a letter that a
    reader of text would find in its place. Raises pikepdf.PdfError."""
    with pikepdf.open(io.BytesIO(flattened)) as pdf:
        empty = pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 0, 0]), CharProcs=Dictionary(),
                FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), Encoding=Dictionary(Differences=Array()),
                FirstChar=0, LastChar=0, Widths=Array([0]), Resources=Dictionary(),
            )
        )  # fmt: skip
        tiles = [thing for thing in pdf.objects if isinstance(thing, Stream) and thing.get("/PatternType") == 1]
        kept = [(tile, Dictionary(dict(tile.Resources.items()))) for tile in tiles if "/Resources" in tile]
        for holder in _dictionaries(pdf):
            fonts = holder.get("/Font")
            if isinstance(fonts, Dictionary):
                holder["/Font"] = Dictionary(dict.fromkeys(fonts.keys(), empty))
            elif isinstance(fonts, Array):  # of a graphics state: font and size
                holder["/Font"] = Array([empty, 1])
        for tile, resources in kept:  # a tile is painted many times, and its letters are read in one place at most
            tile["/Resources"] = resources
        buffer = io.BytesIO()
        pdf.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return buffer.getvalue()


def _dictionaries(pdf: Pdf) -> Iterator[Dictionary | Stream]:
    """Everything in the file that may name fonts, direct dictionaries included."""
    stack: list[object] = [thing for thing in pdf.objects if isinstance(thing, Dictionary | Stream | Array)]
    while stack:
        thing = stack.pop()
        if isinstance(thing, Dictionary | Stream):
            yield thing
            children = [value for _, value in thing.items()]
        else:
            children = list(thing)  # type: ignore[call-overload]
        stack += [c for c in children if isinstance(c, Dictionary | Array) and not c.is_indirect]


def scale_of(page: pymupdf.Page) -> float:
    """Pixels a point: one, or less where the page is longer than LARGEST_SIDE."""
    return min(1.0, LARGEST_SIDE / max(1.0, float(page.rect.width), float(page.rect.height)))


def unread_ink(page: pymupdf.Page) -> tuple[Rect, ...]:
    """Regions (points) of the page that hold images or drawing that may be writing. Expects a page without text."""
    pictures, rules = _images(page)
    scale = scale_of(page)
    pixmap = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csRGB, alpha=False, annots=False)
    picture = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width, 3)
    ink = _ink(picture)
    pictures, blank = without_blank(page, pictures, ink, scale)
    rules += [(rect.x0, rect.y0, rect.x1, rect.y1) for rect in blank]
    for region in pictures:
        _rectangle(ink, (region.x0, region.y0, region.x1, region.y1), scale, 0.0)
    if not ink.any():
        return clustered(pictures)
    ruling = ruling_of(page)
    left = ink.copy()
    for box in rules:
        _outline(left, box, scale, 0.0)
    for box, pen in ruling.boxes:
        _outline(left, box, scale, pen)
    for points, pen in ruling.lines:
        _polyline(left, points, scale, pen)
    left |= ink & _dense(ink)
    found = [cluster for cluster in _clusters(left) if _may_be_writing(cluster, left, picture, scale)]
    writing = _without_marks([_points(cluster, scale) for cluster in found], ruling)
    return clustered([*pictures, *writing])


def _images(page: pymupdf.Page) -> tuple[list[Rect], list[Box]]:
    """Images that can hold writing, and images that are rules."""
    whole = Rect(0, 0, page.rect.width, page.rect.height)
    pictures: list[Rect] = []
    thin: list[Rect] = []
    for kind, box in page.get_bboxlog():
        rect = intersection(Rect(*box), whole) if kind in ("fill-image", "fill-imgmask") else None
        if rect is not None:
            narrow = min(rect.x1 - rect.x0, rect.y1 - rect.y0) < _SMALLEST_IMAGE
            (thin if narrow else pictures).append(rect)
    for group in clustered(thin):
        members = [rect for rect in thin if intersection(rect, group) is not None]
        high = min(group.x1 - group.x0, group.y1 - group.y0) >= _SMALLEST_IMAGE
        if high and sum(area(rect) for rect in members) >= _STRIP_SHARE * area(group):
            pictures.append(group)
    rules = [rect for rect in thin if min(rect.x1 - rect.x0, rect.y1 - rect.y0) <= _RULE]
    return pictures, [(rect.x0, rect.y0, rect.x1, rect.y1) for rect in rules]


def _ink(picture: NDArray[np.uint8]) -> Mask:
    """Which pixels differ from a neighbour: the edges of whatever is painted, in any colour on any ground."""
    padded = np.pad(picture, ((1, 1), (1, 1), (0, 0)), mode="edge")
    lightest = np.maximum(np.maximum(padded[:-2], padded[1:-1]), padded[2:])
    lightest = np.maximum(np.maximum(lightest[:, :-2], lightest[:, 1:-1]), lightest[:, 2:])
    darkest = np.minimum(np.minimum(padded[:-2], padded[1:-1]), padded[2:])
    darkest = np.minimum(np.minimum(darkest[:, :-2], darkest[:, 1:-1]), darkest[:, 2:])
    contrast = lightest - darkest
    edges: Mask = (contrast[..., 0] > _CONTRAST) | (contrast[..., 1] > _CONTRAST) | (contrast[..., 2] > _CONTRAST)
    return edges


def _rectangle(mask: Mask, box: Box, scale: float, pen: float) -> None:
    """Clears the rectangle, half a pen and the slack around it included."""
    reach = pen * scale / 2 + _SLACK
    columns = slice(max(0, int(box[0] * scale - reach)), max(0, int(np.ceil(box[2] * scale + reach))))
    rows = slice(max(0, int(box[1] * scale - reach)), max(0, int(np.ceil(box[3] * scale + reach))))
    mask[rows, columns] = False


def _outline(mask: Mask, box: Box, scale: float, pen: float) -> None:
    """Clears the rectangle's four sides. Of a broad pen's stroke only the two edges go."""
    for out in (0.0,) if pen <= _RULE else (-pen / 2, pen / 2):
        x0, y0, x1, y1 = box[0] - out, box[1] - out, box[2] + out, box[3] + out
        for side in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
            _rectangle(mask, side, scale, pen if pen <= _RULE else 0.0)


def _polyline(mask: Mask, points: Sequence[tuple[float, float]], scale: float, pen: float) -> None:
    reach = int(np.ceil(pen * scale / 2 + _SLACK))
    places = (np.array(points) * scale).astype(np.int64)
    inside = (places >= 0).all(axis=1) & (places[:, 0] < mask.shape[1]) & (places[:, 1] < mask.shape[0])
    for x, y in np.unique(places[inside], axis=0):
        mask[max(0, y - reach) : y + reach + 1, max(0, x - reach) : x + reach + 1] = False


def _cells(mask: Mask) -> NDArray[np.int16]:
    """How many pixels of each cell are set."""
    height, width = (-(-side // _CELL) * _CELL for side in mask.shape)
    whole = np.zeros((height, width), dtype=np.int16)
    whole[: mask.shape[0], : mask.shape[1]] = mask
    rows = sum((whole[at::_CELL] for at in range(1, _CELL)), start=whole[::_CELL])
    return sum((rows[:, at::_CELL] for at in range(1, _CELL)), start=rows[:, ::_CELL])


def _dense(ink: Mask) -> Mask:
    """Which pixels lie in a place that is nearly all edges."""
    cells = np.pad(_cells(ink), _REACH)
    rows, columns = (side - 2 * _REACH for side in cells.shape)
    places = [(dy, dx) for dy in range(2 * _REACH + 1) for dx in range(2 * _REACH + 1)]
    around = sum((cells[dy : dy + rows, dx : dx + columns] for dy, dx in places), start=np.zeros_like(cells[:1, :1]))
    dense = np.pad(around >= _DENSE * len(places) * _CELL**2, _REACH)
    if not dense.any():
        return np.zeros_like(ink)
    spread = np.zeros((rows, columns), dtype=np.bool_)
    for dy, dx in places:
        spread |= dense[dy : dy + rows, dx : dx + columns]
    pixels: Mask = spread.repeat(_CELL, axis=0).repeat(_CELL, axis=1)[: ink.shape[0], : ink.shape[1]]
    return pixels


def _clusters(mask: Mask) -> Iterator[tuple[int, int, int, int]]:
    """Bounds (pixels: left, top, right, bottom) of what stands together."""
    occupied = {(int(row), int(column)) for row, column in np.argwhere(_cells(mask))}
    while occupied:
        first = occupied.pop()
        group, waiting = [first], [first]
        while waiting:
            row, column = waiting.pop()
            for place in ((row + dy, column + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)):
                if place in occupied:
                    occupied.remove(place)
                    group.append(place)
                    waiting.append(place)
        top, left = min(row for row, _ in group) * _CELL, min(column for _, column in group) * _CELL
        bottom, right = (max(row for row, _ in group) + 1) * _CELL, (max(column for _, column in group) + 1) * _CELL
        part = mask[top:bottom, left:right]
        rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
        yield left + int(columns[0]), top + int(rows[0]), left + int(columns[-1]) + 1, top + int(rows[-1]) + 1


def _may_be_writing(cluster: tuple[int, int, int, int], left: Mask, picture: NDArray[np.uint8], scale: float) -> bool:
    """Whether the ink is large enough, and changes along its length as writing does where it is very low."""
    x0, y0, x1, y1 = cluster
    width, height = ((x1 - x0) - 2) / scale, ((y1 - y0) - 2) / scale  # ink reaches a pixel over its own edges
    if max(width, height) < _LEAST_LENGTH or min(width, height) < _LEAST_HEIGHT:
        return False
    if min(width, height) >= _LOW:
        return True
    part = picture[y0:y1, x0:x1].min(axis=2).astype(np.int16)
    profile = part.min(axis=0 if width >= height else 1)
    middle = (int(profile.max()) + int(profile.min())) / 2
    contrast = int(profile.max()) - int(profile.min())
    return contrast > _CONTRAST and int(np.abs(np.diff(profile > middle)).sum()) >= _LEAST_TURNS


def _points(cluster: tuple[int, int, int, int], scale: float) -> Rect:
    return Rect(*(side / scale for side in cluster))


def _without_marks(found: list[Rect], ruling: Ruling) -> list[Rect]:
    """What is left once ticks, crosses and bullets go, unless so many stand in a row that they may be letters."""
    marks = [rect for rect in found if _mark(rect, ruling)]
    rows = clustered(_middle(mark) for mark in marks)
    together = ([mark for mark in marks if intersection(mark, row) is not None] for row in rows)
    letters = [union(members) for members in together if len(members) >= _MARK_ROW]
    return [rect for rect in found if rect not in marks] + letters


def _middle(mark: Rect) -> Rect:
    """A narrow band through the mark that meets those of its neighbours in the row, and not of the row below."""
    middle = (mark.y0 + mark.y1) / 2
    return Rect(mark.x0 - _MARK_PITCH / 2, middle - 1, mark.x1 + _MARK_PITCH / 2, middle + 1)


def _mark(rect: Rect, ruling: Ruling) -> bool:
    if max(rect.x1 - rect.x0, rect.y1 - rect.y0) > _MARK:
        return False
    if any(intersection(rect, Rect(*box)) is not None for box in ruling.crowded):
        return False
    touching = [drawing for drawing in ruling.drawings if intersection(rect, Rect(*drawing.box)) is not None]
    return 0 < sum(drawing.items for drawing in touching) <= _MARK_ITEMS
