"""Pixels of images that nobody sees: cut off by a clip, by the page or by a mask, lying under an agency's own box, or
so many to the inch that no eye could tell them apart. They are blanked, as letters that nobody sees are taken out.

The picture is asked. The pages are painted with all images black, and again with all images white; where the two
pictures do not differ, no image shows.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pikepdf
import pymupdf
from numpy.typing import NDArray
from pikepdf import Name, Pdf, Stream
from PIL import Image

_SCALE = 2.0
"""Pixels a point at which pages are painted."""

_MOST_PIXELS = 16_000_000
_VISIBLE = 12
"""Levels of 255 by which the two pictures must differ for an image to show; as for letters."""

_EDGE = 2.0
"""Pixels of the painted page around what shows that are left alone: edges are smoothed and rounded."""

_FINEST, _RESAMPLED = 1_200.0, 600.0
"""Dots an inch above which an image holds more than anybody sees on paper, and what it is brought down to."""

_POINTS = 72.0
_LARGEST_IMAGE = 100_000_000
"""Pixels; an image of more is no page that anybody scanned."""

Mask = NDArray[np.bool_]
Matrix = tuple[float, float, float, float, float, float]


@dataclass(slots=True)
class _Painted:
    """One image: its size (pixels), which of its pixels show (None: all of them), and how fine it is painted at its
    coarsest (dots an inch)."""

    width: int
    height: int
    seen: Mask | None
    finest: float


def without_unseen_pixels(flattened: bytes) -> bytes:
    """The flattened PDF with the pixels blanked that no page shows. Images that show whole stay as they are.

    Raises ValueError and pikepdf.PdfError where an image would have to be blanked and cannot be decoded.
    """
    with pymupdf.open(stream=flattened, filetype="pdf") as document:
        if not any(document[number].get_images() for number in range(len(document))):
            return flattened
        painted = _painted(document, flattened)
        hidden = {xref: each for xref, each in painted.items() if each.seen is not None or each.finest > _FINEST}
        if not hidden:
            return flattened
        return _blanked(document, flattened, hidden)


def _painted(document: pymupdf.Document, flattened: bytes) -> dict[int, _Painted]:
    images: dict[int, _Painted] = {}
    with (
        pymupdf.open(stream=_all_alike(flattened, b"\x00"), filetype="pdf") as black,
        pymupdf.open(stream=_all_alike(flattened, b"\xff"), filetype="pdf") as white,
    ):
        for number in range(len(document)):
            page = document[number]
            placed = [each for each in page.get_image_info(xrefs=True) if each["xref"]]
            if not placed:
                continue
            scale = min(_SCALE, (_MOST_PIXELS / max(1.0, page.rect.width * page.rect.height)) ** 0.5)
            shows = _differing(black[number], white[number], scale)
            for each in placed:
                _note(images, each["xref"], each["width"], each["height"], tuple(each["transform"]), shows, scale)
    return images


def _note(
    images: dict[int, _Painted], xref: int, width: int, height: int, matrix: Matrix, shows: Mask, scale: float
) -> None:
    """Take one placement of an image into account."""
    if width * height > _LARGEST_IMAGE:
        raise ValueError("an image is too large to look at")
    across = max(np.hypot(matrix[0], matrix[1]), 1e-6)
    down = max(np.hypot(matrix[2], matrix[3]), 1e-6)
    dots = float(min(width / across, height / down) * _POINTS)
    seen = None if _whole(matrix, shows, scale) else _seen(width, height, matrix, shows, scale)
    if (known := images.get(xref)) is None:
        images[xref] = _Painted(width, height, seen, dots)
        return
    known.seen = None if seen is None or known.seen is None else known.seen | seen
    known.finest = min(known.finest, dots)


def _whole(matrix: Matrix, shows: Mask, scale: float) -> bool:
    """Whether an upright image shows from edge to edge. Of one that is turned this says nothing."""
    a, b, c, d, e, f = matrix
    if abs(b) > 1e-3 * abs(a) or abs(c) > 1e-3 * abs(d):
        return False
    x0, x1 = sorted((e * scale, (e + a) * scale))
    y0, y1 = sorted((f * scale, (f + d) * scale))
    if x0 < -_EDGE or y0 < -_EDGE or x1 > shows.shape[1] + _EDGE or y1 > shows.shape[0] + _EDGE:
        return False
    inner = shows[int(y0 + _EDGE) : int(np.ceil(y1 - _EDGE)), int(x0 + _EDGE) : int(np.ceil(x1 - _EDGE))]
    return bool(inner.all())


def _seen(width: int, height: int, matrix: Matrix, shows: Mask, scale: float) -> Mask:
    """Which of an image's pixels lie where an image shows."""
    near = _grown(shows)
    a, b, c, d, e, f = matrix
    across = (np.arange(width) + 0.5) / width
    seen = np.zeros((height, width), dtype=np.bool_)
    for row in range(height):
        down = (row + 0.5) / height  # the image's first row lies at the top of MuPDF's unit square
        xs = np.floor((a * across + c * down + e) * scale).astype(np.int64)
        ys = np.floor((b * across + d * down + f) * scale).astype(np.int64)
        inside = (xs >= 0) & (ys >= 0) & (xs < near.shape[1]) & (ys < near.shape[0])
        seen[row, inside] = near[ys[inside], xs[inside]]
    return seen


def _grown(mask: Mask) -> Mask:
    reach = int(_EDGE)
    around = np.lib.stride_tricks.sliding_window_view(np.pad(mask, reach), (2 * reach + 1, 2 * reach + 1))
    return np.asarray(around.any(axis=(2, 3)), dtype=np.bool_)


def _differing(one: pymupdf.Page, other: pymupdf.Page, scale: float) -> Mask:
    first, second = (_picture(page, scale) for page in (one, other))
    return np.asarray(np.abs(first - second) > _VISIBLE, dtype=np.bool_)


def _picture(page: pymupdf.Page, scale: float) -> NDArray[np.int16]:
    pixmap = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csGRAY, alpha=False, annots=False)
    return np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width).astype(np.int16)


def _images(pdf: Pdf) -> Iterator[Stream]:
    for thing in pdf.objects:
        if isinstance(thing, Stream) and thing.get("/Subtype") == Name.Image:
            yield thing


def _all_alike(flattened: bytes, sample: bytes) -> bytes:
    """The PDF with every image one pixel of this sample; what masks them, masks them still."""
    with pikepdf.open(io.BytesIO(flattened)) as pdf:
        masks = {
            image[key].objgen
            for image in _images(pdf)
            for key in ("/SMask", "/Mask")
            if isinstance(image.get(key), Stream)
        }
        for image in _images(pdf):
            if image.objgen in masks:
                continue
            stencil = bool(image.get("/ImageMask", False))
            image.write(sample)
            image.Width, image.Height = 1, 1
            for key in ("/Decode", "/Filter", "/DecodeParms", "/Matte", "/SMaskInData"):
                if key in image:
                    del image[key]
            if isinstance(image.get("/Mask"), pikepdf.Array):
                del image["/Mask"]
            if stencil:
                image.BitsPerComponent = 1
            else:
                image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
        buffer = io.BytesIO()
        pdf.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return buffer.getvalue()


def _blanked(document: pymupdf.Document, flattened: bytes, hidden: dict[int, _Painted]) -> bytes:
    with pikepdf.open(io.BytesIO(flattened)) as pdf:
        for xref, painted in hidden.items():
            image = pdf.get_object((xref, 0))
            for part in (image, image.get("/SMask"), image.get("/Mask")):
                if isinstance(part, Stream):
                    _blank(document, part, painted)
        buffer = io.BytesIO()
        pdf.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return buffer.getvalue()


def _blank(document: pymupdf.Document, image: Stream, painted: _Painted) -> None:
    """Blank what is not seen of an image or of its mask, and store it anew, without loss, as grey or RGB."""
    stencil = bool(image.get("/ImageMask", False))
    pixels = _decoded(document, image, stencil=stencil)
    height, width = pixels.shape[:2]
    if painted.seen is not None:
        rows, columns = (
            np.arange(size) * of // size for size, of in zip((height, width), painted.seen.shape, strict=True)
        )
        _spread(pixels, painted.seen, rows, columns)
    if painted.finest > _FINEST:
        share = _RESAMPLED / painted.finest
        size = (max(1, round(width * share)), max(1, round(height * share)))
        flat = Image.fromarray(pixels[..., 0] if pixels.shape[2] == 1 else pixels)
        pixels = np.asarray(flat.resize(size, Image.Resampling.BOX), dtype=np.uint8).reshape(size[1], size[0], -1)
        height, width = pixels.shape[:2]
    data = np.packbits(pixels[..., 0] > 127, axis=1).tobytes() if stencil else pixels.tobytes()
    for key in ("/Decode", "/DecodeParms", "/Filter", "/SMaskInData", "/Matte"):
        if key in image:
            del image[key]
    if isinstance(image.get("/Mask"), pikepdf.Array):
        raise ValueError("an image that is masked by colour and hides pixels")
    image.Width, image.Height, image.BitsPerComponent = width, height, 1 if stencil else 8
    if not stencil:
        image.ColorSpace = Name.DeviceGray if pixels.shape[2] == 1 else Name.DeviceRGB
    image.write(data)


def _spread(pixels: NDArray[np.uint8], seen: Mask, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> None:
    """Every pixel that is not seen becomes the nearest of its row that is, or of the nearest such row: what a viewer
    blends at the edge of what shows is then what it blended before. What nobody saw is gone."""
    showing = np.flatnonzero(seen[rows].any(axis=1))
    if not showing.size:
        pixels[:] = 0
        return
    for row in showing:
        kept = np.flatnonzero(seen[rows[row]][columns])
        if kept.size < len(columns):
            nearest = _nearest(kept, len(columns))
            pixels[row] = pixels[row][nearest]
    if showing.size < len(rows):
        pixels[:] = pixels[_nearest(showing, len(rows))]


def _nearest(kept: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """For each of ``size`` places the nearest of the ``kept`` ones, which are in order."""
    places = np.arange(size)
    after = np.clip(np.searchsorted(kept, places), 0, len(kept) - 1)
    before = np.clip(after - 1, 0, len(kept) - 1)
    nearer = np.abs(kept[before] - places) <= np.abs(kept[after] - places)
    return np.where(nearer, kept[before], kept[after])


def _decoded(document: pymupdf.Document, image: Stream, *, stencil: bool) -> NDArray[np.uint8]:
    """Rows, columns and components (1 or 3); of a stencil the samples, 255 where a bit is set by default decoding."""
    pixmap = pymupdf.Pixmap(document, image.objgen[0])
    if stencil or pixmap.colorspace is None:
        coverage = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width, pixmap.n)[..., -1:]
        return (255 - coverage).astype(np.uint8)  # a stencil paints where its bit is not set
    if pixmap.alpha:
        pixmap = pymupdf.Pixmap(pixmap, 0)
    if pixmap.n not in (1, 3):
        pixmap = pymupdf.Pixmap(pymupdf.csRGB, pixmap)
    return np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width, pixmap.n).copy()
