"""Images as PDFs: a page a frame, at the frame's own size and upright, so that the rest of the house sees only PDFs."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import numpy as np
import pikepdf
from numpy.typing import NDArray
from pikepdf import Array, Dictionary
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from redactor.errors import UnreadableDocumentError
from redactor.extract.packing import Packed, image_stream, of_bits, packed_picture

_DPI = 200.0
"""Assumed where the image does not say; the usual resolution of a production scan."""

_LEAST_DPI, _MOST_DPI = 30.0, 4_800.0
"""A resolution outside these is none: the page would be as large as a wall, or as small as a stamp."""

_SIXTEEN_BITS = ("I", "I;16", "I;16B", "I;16L", "F")

_MOST_FRAMES = 5_000

_TURNED = frozenset({5, 6, 7, 8})
"""Values of the orientation tag (TIFF 6.0, EXIF 2.3) by which width and height change places."""
_ORIENTATION = 274


def pdf_of_image(path: Path) -> pikepdf.Pdf:
    """A PDF with a page for every frame of the TIFF, PNG, JPEG or other image. Raises UnreadableDocumentError."""
    pdf = pikepdf.new()
    try:
        with Image.open(path) as image:
            for frame in islice(ImageSequence.Iterator(image), _MOST_FRAMES):
                _add_page(pdf, frame)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadableDocumentError("not an image that can be read") from error
    return pdf


def _add_page(pdf: pikepdf.Pdf, frame: Image.Image) -> None:
    across, down = _resolution(frame)
    upright = ImageOps.exif_transpose(frame)
    packed = _packed(upright)
    size = (packed.width * 72 / across, packed.height * 72 / down)
    page = pdf.add_blank_page(page_size=size)
    page.obj.Resources = Dictionary(XObject=Dictionary(P0=image_stream(pdf, packed)))
    page.obj.Contents = pdf.make_stream(b"q %.4f 0 0 %.4f 0 0 cm /P0 Do Q" % size)
    page.obj.MediaBox = Array([0, 0, *size])


def _resolution(frame: Image.Image) -> tuple[float, float]:
    """Pixels an inch across and down of the frame once it stands upright. A fax has twice as many across as down."""
    said = frame.info.get("dpi", (_DPI, _DPI))
    across, down = (float(value) if _LEAST_DPI <= float(value) <= _MOST_DPI else _DPI for value in said[:2])
    return (down, across) if frame.getexif().get(_ORIENTATION) in _TURNED else (across, down)


def _packed(picture: Image.Image) -> Packed:
    if picture.mode == "1":
        return of_bits(np.asarray(picture.convert("L")))
    if picture.mode in _SIXTEEN_BITS:
        levels = _to_eight_bits(np.asarray(picture, dtype=np.float64))
        return packed_picture(np.repeat(levels[:, :, None], 3, axis=2), levels)
    if "A" in picture.getbands() or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)  # as paper would show it
    return packed_picture(np.asarray(picture.convert("RGB")), np.asarray(picture.convert("L")))


def _to_eight_bits(samples: NDArray[np.float64]) -> NDArray[np.uint8]:
    most = float(samples.max())
    scale = 1.0 if most <= 255 else 255 / 65_535 if most <= 65_535 else 255 / most
    return np.clip(samples * scale, 0, 255).astype(np.uint8)
